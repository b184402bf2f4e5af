/** Table parts. Their rows are looked at after the cells are there: names of columns follow the header cells. */
import { parseRect } from '../../model/address';
import { getCell } from '../../model/cells';
import { displayText } from '../../model/text';
import { bodyRect, columnRect } from '../../model/tables';
import { renameColumnInFormula, translateFormula } from '../../model/formula';
import { mapBookFormulas } from '../../model/references';
import type { SheetModel, TableColumnModel, TableModel, WorkbookModel } from '../../model/types';
import type { DroppedKind } from './dropped';
import { typedFormula } from './formula';
import { attribute, child, childrenOf, flag, numberAttribute, textOf, type XmlElement } from './xml';

export interface TableReading {
  readonly sheet: SheetModel;
  readonly id: string;
  readonly lose: (what: DroppedKind, where: string) => void;
}

/** The table; `undefined` when it has no header row or no place, which the host cannot show. */
export const readTable = (root: XmlElement, { sheet, id, lose }: TableReading): TableModel | undefined => {
  const name = attribute(root, 'displayName') ?? attribute(root, 'name') ?? '';
  const range = parseRect(attribute(root, 'ref') ?? '');
  if (range === undefined || name === '' || (numberAttribute(root, 'headerRowCount') ?? 1) === 0) {
    lose('table-without-header', name);
    return undefined;
  }
  const columns = childrenOf(child(root, 'tableColumns'), 'tableColumn').map((column, index): TableColumnModel => {
    const formula = child(column, 'calculatedColumnFormula');
    return { id: numberAttribute(column, 'id') ?? index + 1, name: attribute(column, 'name') ?? '', ...(formula === undefined || textOf(formula) === '' ? {} : { calculatedFormula: typedFormula(textOf(formula), name) }) };
  });
  if (columns.length !== range.columnCount) {
    lose('table-damaged', name);
    return undefined;
  }
  const style = child(root, 'tableStyleInfo');
  if (child(root, 'sortState') !== undefined || child(child(root, 'autoFilter'), 'sortState') !== undefined) lose('table-sort', name);
  if (attribute(root, 'tableType') === 'queryTable') lose('table-query', name);
  return {
    id,
    name,
    sheet,
    // A table always has a data row.
    range: range.rowCount > 1 ? range : { ...range, rowCount: 2 },
    columns,
    style: attribute(style, 'name') ?? '',
    showTotals: (numberAttribute(root, 'totalsRowCount') ?? 0) > 0 && range.rowCount > 2,
    showFilterButton: child(root, 'autoFilter') !== undefined,
    showBandedRows: flag(style, 'showRowStripes'),
    showBandedColumns: flag(style, 'showColumnStripes'),
    highlightFirstColumn: flag(style, 'showFirstColumn'),
    filters: new Map(),
  };
};

/** Texts that the rows show which are not hidden. */
const shownTexts = (table: TableModel, index: number): string[] => {
  const body = bodyRect(table);
  const texts = new Set<string>();
  for (let row = body.row; row < body.row + body.rowCount; row += 1) {
    if (table.sheet.rows.get(row)?.hidden === true) continue;
    const cell = getCell(table.sheet, row, body.column + index);
    texts.add(displayText(cell?.value ?? '', cell?.format?.numberFormat));
  }
  return [...texts];
};

/** Filters by values as they are; any other criterion becomes the values that it shows. Rows that a filter hides are known as such. */
export const readFilters = (table: TableModel, root: XmlElement, lose: (what: DroppedKind, where: string) => void): void => {
  for (const column of childrenOf(child(root, 'autoFilter'), 'filterColumn')) {
    const index = numberAttribute(column, 'colId') ?? -1;
    if (index < 0 || index >= table.columns.length) continue;
    const filters = child(column, 'filters');
    const byValue = filters !== undefined && filters.children.every(({ name }) => name === 'filter');
    if (!byValue) {
      if (column.children.length === 0) continue;
      lose('filter-criterion', `${table.name}[${table.columns[index]?.name ?? ''}]`);
    }
    const values = byValue ? childrenOf(filters, 'filter').map((filter) => attribute(filter, 'val') ?? '') : shownTexts(table, index);
    table.filters.set(index, byValue && flag(filters, 'blank') ? [...values, ''] : values);
  }
  if (table.filters.size === 0) return;
  const body = bodyRect(table);
  for (let row = body.row; row < body.row + body.rowCount; row += 1) {
    const band = table.sheet.rows.get(row);
    if (band?.hidden !== true) continue;
    delete band.hidden;
    band.filtered = true;
  }
};

/** The header cell is what people see: where it differs, the column and the formulas that name it follow. */
const followHeaders = (book: WorkbookModel, table: TableModel): void => {
  table.columns.forEach((column, index) => {
    const header = getCell(table.sheet, table.range.row, table.range.column + index);
    const text = displayText(header?.value ?? '', header?.format?.numberFormat);
    if (text === column.name || text === '' || table.columns.some((other) => other !== column && other.name.toLowerCase() === text.toLowerCase())) return;
    const from = column.name;
    column.name = text;
    if (!from.includes('\n') && text.replace(/\s+/g, ' ') === from.replace(/\s+/g, ' ')) return;
    mapBookFormulas(book, (formula, { sheet, cell }) => {
      const { range } = table;
      const inside = sheet === table.sheet && cell !== undefined && cell.row >= range.row && cell.row < range.row + range.rowCount && cell.column >= range.column && cell.column < range.column + range.columnCount;
      return formula.includes('[') ? renameColumnInFormula(formula, table.name, from, text, inside) : formula;
    });
    for (const other of table.columns) if (other.calculatedFormula !== undefined) other.calculatedFormula = renameColumnInFormula(other.calculatedFormula, table.name, from, text, true);
  });
};

/** Programs that do not know calculated columns leave the formulas in the cells: a column that has one formula throughout is calculated. */
const findCalculatedColumns = (table: TableModel): void => {
  if (table.columns.some(({ calculatedFormula }) => calculatedFormula !== undefined)) return;
  table.columns.forEach((column, index) => {
    const body = columnRect(bodyRect(table), index);
    const first = getCell(table.sheet, body.row, body.column)?.formula;
    if (first === undefined) return;
    for (let row = body.row + 1; row < body.row + body.rowCount; row += 1) {
      const formula = getCell(table.sheet, row, body.column)?.formula;
      if (formula !== first && formula !== translateFormula(first, row - body.row, 0)) return;
    }
    column.calculatedFormula = first;
  });
};

/** To be called when all sheets are read. */
export const settleTables = (book: WorkbookModel): void => {
  for (const table of book.tables) {
    followHeaders(book, table);
    findCalculatedColumns(table);
  }
};
