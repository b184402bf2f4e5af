/** Inserting and deleting, on random sheets: nothing gets lost and references keep meaning their cells. */
import fc from 'fast-check';
import { parseRect } from '../../../src/host/model/address';
import { getCell, putEntry } from '../../../src/host/model/cells';
import { applyShift, shiftFor, shiftProblem, shiftRect } from '../../../src/host/model/structure';
import { createWorkbook } from '../../../src/host/model/workbook';
import { MAX_COLUMNS, type Rect, type SheetModel, type WorkbookModel } from '../../../src/host/model/types';

function bookWith(cells: readonly (readonly [row: number, column: number, text: string])[]): { book: WorkbookModel; sheet: SheetModel } {
  const book = createWorkbook('t.xlsx', ['Sheet1', '二']);
  const sheet = book.activeSheet;
  for (const [row, column, text] of cells) putEntry(sheet, row, column, text.startsWith('=') ? { kind: 'formula', formula: text } : { kind: 'value', value: text });
  return { book, sheet };
}
const formulaAt = (sheet: SheetModel, address: string): string | undefined => {
  const rect = parseRect(address)!;
  return getCell(sheet, rect.row, rect.column)?.formula;
};
const rows = (row: number, rowCount: number): Rect => ({ row, rowCount, column: 0, columnCount: MAX_COLUMNS });

describe('references follow', () => {
  test.each<[formula: string, rect: Rect, kind: 'insert' | 'delete', expected: string, why: string]>([
    ['=A5', rows(2, 2), 'insert', '=A7', 'moved down'],
    ['=SUM(A1:A5)', rows(2, 2), 'insert', '=SUM(A1:A7)', 'the area grows'],
    ['=SUM(A1:A5)', rows(0, 1), 'insert', '=SUM(A2:A6)', 'the area moves'],
    ['=$A$5', rows(2, 1), 'insert', '=$A$6', 'marks do not hold against insertion'],
    ['=A5', rows(2, 2), 'delete', '=A3', 'moved up'],
    ['=A3', rows(2, 2), 'delete', '=#REF!', 'the cell is gone'],
    ['=SUM(A1:A5)', rows(1, 2), 'delete', '=SUM(A1:A3)', 'the area shrinks'],
    ['=SUM(A2:A3)', rows(1, 2), 'delete', '=SUM(#REF!)', 'the area is gone'],
    ['=SUM(A:A)', rows(2, 2), 'insert', '=SUM(A:A)', 'whole columns stay'],
    ['=二!A5', rows(2, 2), 'insert', '=二!A5', 'another sheet stays'],
    ['=B5', { row: 2, rowCount: 1, column: 0, columnCount: 1 }, 'insert', '=B5', 'a cell beside the inserted one stays'],
    ['=SUM(A4:B5)', { row: 2, rowCount: 1, column: 0, columnCount: 1 }, 'insert', '=SUM(A4:B5)', 'an area half beside stays'],
  ])('%s', (formula, rect, kind, expected) => {
    const { book, sheet } = bookWith([[20, 5, formula]]);
    applyShift(book, shiftFor(sheet, rect, 'row', kind));
    const at = 20 + (rect.columnCount > 1 ? (kind === 'insert' ? rect.rowCount : -rect.rowCount) : 0);
    expect(getCell(sheet, at, 5)?.formula).toBe(expected);
  });
  test('from other sheets, names, rules, lists and charts', () => {
    const { book, sheet } = bookWith([[4, 0, 'x']]);
    const other = book.sheets[1]!;
    putEntry(other, 0, 0, { kind: 'formula', formula: '=Sheet1!A5' });
    book.names.push({ name: 'n', formula: '=Sheet1!$A$5', comment: '', visible: true });
    sheet.conditionalFormats.push({ id: '1', ranges: [parseRect('A5:B9')!], rule: { type: 'Custom', formula: '=$A5>0', format: {} }, stopIfTrue: false });
    sheet.validations.push({ ranges: [parseRect('B5')!], rule: { type: 'List', source: '=$A$5:$A$9', inCellDropDown: true }, ignoreBlanks: true });
    sheet.pageLayout.printTitleRows = '$5:$5';
    applyShift(book, shiftFor(sheet, rows(0, 1), 'row', 'insert'));
    expect(formulaAt(other, 'A1')).toBe('=Sheet1!A6');
    expect(book.names[0]?.formula).toBe('=Sheet1!$A$6');
    expect(sheet.conditionalFormats[0]).toMatchObject({ ranges: [parseRect('A6:B10')], rule: { formula: '=$A6>0' } });
    expect(sheet.validations[0]).toMatchObject({ ranges: [parseRect('B6')], rule: { source: '=$A$6:$A$10' } });
    expect(sheet.pageLayout.printTitleRows).toBe('$6:$6');
  });
});

test('a table part in the way is a conflict', () => {
  const { book, sheet } = bookWith([]);
  book.tables.push({ id: '1', name: 't', sheet, range: parseRect('B2:D5')!, columns: ['a', 'b', 'c'].map((name, index) => ({ id: index + 1, name })), style: '', showTotals: false, showFilterButton: true, showBandedRows: true, showBandedColumns: false, highlightFirstColumn: false, filters: new Map() });
  expect(shiftProblem(book, shiftFor(sheet, parseRect('B1')!, 'row', 'insert'))).toBe('InsertDeleteConflict');
  expect(shiftProblem(book, shiftFor(sheet, parseRect('B1:D1')!, 'row', 'insert'))).toBeUndefined();
  expect(shiftProblem(book, shiftFor(sheet, parseRect('B2:D2')!, 'row', 'delete'))).toBe('InsertDeleteConflict');
});

const spots = fc.uniqueArray(fc.tuple(fc.nat(12), fc.nat(8)), { selector: ([row, column]) => `${row},${column}`, maxLength: 20 });
const areas = fc.tuple(fc.nat(12), fc.nat(8), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).map(([row, column, rowCount, columnCount]): Rect => ({ row, column, rowCount, columnCount }));

test('inserting and then deleting the same cells changes nothing', () =>
  fc.assert(
    fc.property(spots, areas, fc.constantFrom<'row' | 'column'>('row', 'column'), (cells, rect, axis) => {
      const { book, sheet } = bookWith(cells.map(([row, column], index) => [row, column, index % 3 === 0 ? `=SUM(A${row + 1}:B${row + 3})` : `t${index}`]));
      const before = [...sheet.cells].map(([key, cell]) => [key, cell.value, cell.formula]).sort();
      applyShift(book, shiftFor(sheet, rect, axis, 'insert'));
      applyShift(book, shiftFor(sheet, rect, axis, 'delete'));
      expect([...sheet.cells].map(([key, cell]) => [key, cell.value, cell.formula]).sort()).toEqual(before);
    }),
  ));

test('a cell is after an insertion where a reference to it says', () =>
  fc.assert(
    fc.property(spots, areas, fc.constantFrom<'row' | 'column'>('row', 'column'), (cells, rect, axis) => {
      const { book, sheet } = bookWith(cells.map(([row, column]) => [row, column, `${row},${column}`]));
      const shift = shiftFor(sheet, rect, axis, 'insert');
      applyShift(book, shift);
      for (const [row, column] of cells) {
        const moved = shiftRect({ row, column, rowCount: 1, columnCount: 1 }, shift)!;
        expect(getCell(sheet, moved.row, moved.column)?.value).toBe(`${row},${column}`);
      }
    }),
  ));
