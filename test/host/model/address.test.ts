import fc from 'fast-check';
import { columnIndex, columnName, contains, formatAddress, formatRect, intersect, parseAddress, quoteSheetName, sameRect, subtract, unite } from '../../../src/host/model/address';
import { MAX_COLUMNS, MAX_ROWS, type Rect } from '../../../src/host/model/types';

const rects = fc
  .tuple(fc.nat(40), fc.nat(40), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
  .map(([row, column, rowCount, columnCount]): Rect => ({ row, column, rowCount, columnCount }));
const cellsOf = (rect: Rect): string[] => Array.from({ length: rect.rowCount * rect.columnCount }, (_, index) => `${rect.row + Math.floor(index / rect.columnCount)},${rect.column + (index % rect.columnCount)}`);

describe('column names', () => {
  test.each([
    [0, 'A', 'first'],
    [25, 'Z', 'last of one letter'],
    [26, 'AA', 'first of two'],
    [701, 'ZZ', 'last of two'],
    [702, 'AAA', 'first of three'],
    [16383, 'XFD', 'last of the sheet'],
  ])('%i is %s (%s)', (index, name) => {
    expect(columnName(index)).toBe(name);
    expect(columnIndex(name)).toBe(index);
  });
  test('XFE is no column', () => expect(columnIndex('XFE')).toBe(-1));
  test('every column comes back', () =>
    fc.assert(fc.property(fc.nat(MAX_COLUMNS - 1), (index) => columnIndex(columnName(index)) === index)));
});

describe('addresses', () => {
  test.each<[text: string, rect: Rect, sheet: string | undefined, why: string]>([
    ['A1', { row: 0, column: 0, rowCount: 1, columnCount: 1 }, undefined, 'one cell'],
    ['$B$2:c4', { row: 1, column: 1, rowCount: 3, columnCount: 2 }, undefined, 'marks and case do not matter'],
    ['C4:B2', { row: 1, column: 1, rowCount: 3, columnCount: 2 }, undefined, 'corners in any order'],
    ['A:C', { row: 0, column: 0, rowCount: MAX_ROWS, columnCount: 3 }, undefined, 'whole columns'],
    ['2:5', { row: 1, column: 0, rowCount: 4, columnCount: MAX_COLUMNS }, undefined, 'whole rows'],
    ["'1 回顾目标'!A4", { row: 3, column: 0, rowCount: 1, columnCount: 1 }, '1 回顾目标', 'quoted sheet'],
    ["'it''s'!A1", { row: 0, column: 0, rowCount: 1, columnCount: 1 }, "it's", 'apostrophe doubled'],
    ['配置!A1:A9', { row: 0, column: 0, rowCount: 9, columnCount: 1 }, '配置', 'Chinese names need no quotes'],
  ])('%s', (text, rect, sheet) => {
    expect(parseAddress(text)).toEqual(sheet === undefined ? { rect } : { sheet, rect });
  });
  test.each([['A0', 'rows begin at 1'], ['XFE1', 'beyond the last column'], ['A1048577', 'beyond the last row'], ['', 'nothing'], ['A1:', 'half a range'], ['名称', 'a name'], ['!A1', 'no sheet name']])('%s is none (%s)', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });
  test.each([
    ['Sheet1', 'Sheet1', 'plain'],
    ['配置', '配置', 'letters of any script'],
    ['1 回顾', "'1 回顾'", 'a digit first and a space'],
    ["it's", "'it''s'", 'apostrophe'],
    ['AB12', "'AB12'", 'looks like a cell'],
    ['R1C1', "'R1C1'", 'looks like a cell in R1C1'],
  ])('sheet %s is written %s (%s)', (name, text) => expect(quoteSheetName(name)).toBe(text));
  test('what is written is read back', () =>
    fc.assert(fc.property(rects, fc.boolean(), fc.constantFrom('Sheet1', '1 回顾目标', "a'b", '配置'), (rect, absolute, sheet) => {
      expect(parseAddress(formatAddress(sheet, rect, absolute))).toEqual({ sheet, rect });
    })));
  test('whole rows stay whole', () => expect(formatRect({ row: 1, column: 0, rowCount: 2, columnCount: MAX_COLUMNS }, true)).toBe('$2:$3'));
});

describe('rectangles', () => {
  test('intersection has the cells both have', () =>
    fc.assert(fc.property(rects, rects, (a, b) => {
      const both = cellsOf(a).filter((cell) => cellsOf(b).includes(cell));
      const common = intersect(a, b);
      expect(common ? cellsOf(common) : []).toEqual(both);
    }), { numRuns: 60 }));
  test('union holds both', () => fc.assert(fc.property(rects, rects, (a, b) => contains(unite(a, b), a) && contains(unite(a, b), b))));
  test('what is left after cutting, and the cut, are all cells once', () =>
    fc.assert(fc.property(rects, rects, (a, hole) => {
      const left = subtract(a, hole).flatMap(cellsOf);
      const common = intersect(a, hole);
      expect([...left, ...(common ? cellsOf(common) : [])].sort()).toEqual(cellsOf(a).sort());
    }), { numRuns: 60 }));
  test('a rectangle equals itself', () => fc.assert(fc.property(rects, (rect) => sameRect(rect, { ...rect }))));
});
