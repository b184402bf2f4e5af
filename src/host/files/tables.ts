/** Table parts. */
import { escapeColumn } from '../calc/structured-references';
import { formatRect } from '../model/address';
import { type CellModel, cellKey, type TableModel, type WorkbookModel } from '../model/types';
import { storedFormula } from './formula-text';
import { element, listElement, textContent, xmlPart } from './xml';

const autoFilter = ({ range, showTotals, showFilterButton, filters }: TableModel): string => {
  if (!showFilterButton) return '';
  const columns = [...filters]
    .sort(([a], [b]) => a - b)
    .map(([colId, values]) => {
      const shown = values.filter((value) => value !== '');
      const children = shown.map((val) => element('filter', { val }));
      return element('filterColumn', { colId }, element('filters', { blank: shown.length < values.length ? true : undefined }, children));
    });
  return element('autoFilter', { ref: formatRect({ ...range, rowCount: range.rowCount - (showTotals ? 1 : 0) }) }, columns);
};

const totalsCell = ({ sheet, range, showTotals }: TableModel, index: number): CellModel | undefined =>
  showTotals ? sheet.cells.get(cellKey(range.row + range.rowCount - 1, range.column + index)) : undefined;

/** `SUBTOTAL(109,[列])` is what Excel calls the sum of a totals row, and so on. */
const TOTALS_FUNCTIONS = new Map([
  ['101', 'average'],
  ['102', 'countNums'],
  ['103', 'count'],
  ['104', 'max'],
  ['105', 'min'],
  ['107', 'stdDev'],
  ['109', 'sum'],
  ['110', 'var'],
]);

const totalsFunction = (stored: string, table: TableModel, column: string): string | undefined => {
  const [, code = '', reference] = /^SUBTOTAL\((\d+),(.*)\)$/i.exec(stored) ?? [];
  return reference === `${table.name}[${escapeColumn(column)}]` ? TOTALS_FUNCTIONS.get(code) : undefined;
};

/** What the totals row shows is said in the table too, else Excel takes the file for damaged. */
const totals = (cell: CellModel | undefined, table: TableModel, column: string, book: WorkbookModel) => {
  if (cell?.formula !== undefined) {
    const stored = storedFormula(cell.formula, book, table);
    const known = totalsFunction(stored, table, column);
    return known === undefined
      ? { attributes: { totalsRowFunction: 'custom' }, child: element('totalsRowFormula', {}, textContent(stored)) }
      : { attributes: { totalsRowFunction: known }, child: '' };
  }
  const label = cell === undefined || cell.value === '' ? undefined : String(cell.value);
  return { attributes: { totalsRowLabel: label }, child: '' };
};

/** The part of one table; `id` is its number in the workbook, from 1. */
export const tablePart = (table: TableModel, id: number, book: WorkbookModel): string => {
  const { name, range, columns, style, showTotals, showBandedRows, showBandedColumns, highlightFirstColumn } = table;
  const columnElements = columns.map((column, index) => {
    const { attributes, child } = totals(totalsCell(table, index), table, column.name, book);
    const { calculatedFormula } = column;
    return element('tableColumn', { id: column.id, name: column.name, ...attributes }, [
      calculatedFormula === undefined ? '' : element('calculatedColumnFormula', {}, textContent(storedFormula(calculatedFormula, book, table))),
      child,
    ]);
  });
  return xmlPart(
    element(
      'table',
      {
        xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        id,
        name,
        displayName: name,
        ref: formatRect(range),
        totalsRowCount: showTotals ? 1 : undefined,
        totalsRowShown: showTotals ? undefined : false,
      },
      [
        autoFilter(table),
        listElement('tableColumns', columnElements, { count: columns.length }),
        element('tableStyleInfo', {
          name: style === '' ? undefined : style,
          showFirstColumn: highlightFirstColumn,
          showLastColumn: false,
          showRowStripes: showBandedRows,
          showColumnStripes: showBandedColumns,
        }),
      ],
    ),
  );
};
