/** Table parts. */
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

/** What the totals row shows is said in the table too, else Excel takes the file for damaged. */
const totals = (cell: CellModel | undefined, table: TableModel, book: WorkbookModel) => {
  if (cell?.formula !== undefined) {
    return { attributes: { totalsRowFunction: 'custom' }, child: element('totalsRowFormula', {}, textContent(storedFormula(cell.formula, book, table))) };
  }
  const label = cell === undefined || cell.value === '' ? undefined : String(cell.value);
  return { attributes: { totalsRowLabel: label }, child: '' };
};

/** The part of one table; `id` is its number in the workbook, from 1. */
export const tablePart = (table: TableModel, id: number, book: WorkbookModel): string => {
  const { name, range, columns, style, showTotals, showBandedRows, showBandedColumns, highlightFirstColumn } = table;
  const columnElements = columns.map((column, index) => {
    const { attributes, child } = totals(totalsCell(table, index), table, book);
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
