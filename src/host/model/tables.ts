/** Tables: their parts, growing, calculated columns, headers, filters. Pure changes of the model. */
import { intersect } from './address';
import { ensureCell, forEachCell, getCell } from './cells';
import { displayText } from './text';
import { assignFormat, formatAt, inheritedFormat } from './formats';
import { renameColumnInFormula, translateFormula } from './formula';
import { mapBookFormulas } from './references';
import { cellKey, type Rect, type SheetModel, type TableColumnModel, type TableModel, type WorkbookModel } from './types';

export const headerRect = (table: TableModel): Rect => ({ ...table.range, rowCount: 1 });
export const totalsRect = (table: TableModel): Rect => ({ ...table.range, row: table.range.row + table.range.rowCount - 1, rowCount: 1 });
/** Data rows; a table always has at least one, blank when it is empty. */
export const bodyRect = (table: TableModel): Rect => ({ ...table.range, row: table.range.row + 1, rowCount: table.range.rowCount - 1 - (table.showTotals ? 1 : 0) });
export const columnRect = (rect: Rect, index: number): Rect => ({ ...rect, column: rect.column + index, columnCount: 1 });

/** Tables of a sheet that a rectangle touches. */
export const tablesIn = (book: WorkbookModel, sheet: SheetModel, rect: Rect): TableModel[] => book.tables.filter((table) => table.sheet === sheet && intersect(table.range, rect));

/** `Column1`, `Column2` …: the first that the table does not have. */
export function freeColumnName(names: readonly string[]): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  for (let number = 1; ; number++) if (!taken.has(`column${number}`)) return `Column${number}`;
}

/** Why a list of header texts cannot be a table's; `undefined` when it can. */
export function headersProblem(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const name of names) {
    if (name === '') return 'a table header is blank';
    if (name.length > 255) return 'a table header has more than 255 characters';
    if (seen.has(name.toLowerCase())) return `the table header “${name}” is there twice`;
    seen.add(name.toLowerCase());
  }
  return undefined;
}

/** Next column id of a table. */
export const nextColumnId = (columns: readonly TableColumnModel[]): number => Math.max(0, ...columns.map((column) => column.id)) + 1;

/** Writes the column names into the header cells, as text. */
export function writeHeaders(table: TableModel): void {
  table.columns.forEach((column, index) => {
    const cell = ensureCell(table.sheet, table.range.row, table.range.column + index);
    cell.value = column.name;
    delete cell.formula;
    delete cell.error;
  });
}

/** Renames a column everywhere: header cell and structured references in all formulas. */
export function renameColumn(book: WorkbookModel, table: TableModel, index: number, name: string): void {
  const column = table.columns[index];
  if (!column) return;
  const from = column.name;
  column.name = name;
  ensureCell(table.sheet, table.range.row, table.range.column + index).value = name;
  if (from === name) return;
  mapBookFormulas(book, (formula, place) => {
    if (!formula.includes('[')) return formula;
    const inside = place.sheet === table.sheet && place.cell !== undefined && intersect(table.range, { row: place.cell.row, column: place.cell.column, rowCount: 1, columnCount: 1 }) !== undefined;
    return renameColumnInFormula(formula, table.name, from, name, inside);
  });
  for (const other of table.columns) if (other.calculatedFormula) other.calculatedFormula = renameColumnInFormula(other.calculatedFormula, table.name, from, name, true);
}

/** Header texts as they now stand in the cells. */
export const headerTexts = (table: TableModel): string[] => table.columns.map((_, index) => displayText(getCell(table.sheet, table.range.row, table.range.column + index)?.value ?? ''));

/** The calculated formula of a column as it reads in a row of the sheet. */
export function calculatedFormulaAt(table: TableModel, column: TableColumnModel, row: number): string | undefined {
  return column.calculatedFormula === undefined ? undefined : translateFormula(column.calculatedFormula, row - table.range.row - 1, 0);
}

/** Fills the empty cells of calculated columns in some rows of the sheet. */
export function fillCalculatedColumns(table: TableModel, row: number, rowCount: number): void {
  table.columns.forEach((column, index) => {
    for (let at = row; at < row + rowCount; at++) {
      const formula = calculatedFormulaAt(table, column, at);
      if (formula === undefined) continue;
      const cell = ensureCell(table.sheet, at, table.range.column + index);
      if (cell.value !== '' || cell.formula !== undefined) continue;
      cell.formula = formula;
      cell.value = 0;
    }
  });
}

/** After content of a column's body was written: decides whether the column is calculated, and fills it when Excel would. */
export function settleCalculatedColumn(table: TableModel, index: number, written: Rect): void {
  const column = table.columns[index];
  const body = columnRect(bodyRect(table), index);
  const part = intersect(body, written);
  if (!column || !part) return;
  const first = getCell(table.sheet, part.row, part.column)?.formula;
  if (first === undefined) {
    if (column.calculatedFormula === undefined) return;
    let left = false;
    forEachCell(table.sheet, body, (cell) => (left ||= cell.formula !== undefined));
    if (!left) delete column.calculatedFormula;
    return;
  }
  const relative = translateFormula(first, 1, 0) !== first;
  const expected = (row: number): string => (relative ? translateFormula(first, row - part.row, 0) : first);
  const empty: number[] = [];
  for (let row = body.row; row < body.row + body.rowCount; row++) {
    const cell = table.sheet.cells.get(cellKey(row, body.column));
    if (!cell || (cell.value === '' && cell.formula === undefined)) empty.push(row);
    else if (cell.formula !== expected(row)) return;
  }
  if (empty.some((row) => row >= part.row && row < part.row + part.rowCount)) return;
  column.calculatedFormula = expected(body.row);
  for (const row of empty) {
    const cell = ensureCell(table.sheet, row, body.column);
    cell.formula = expected(row);
    cell.value = 0;
  }
}

/** Adds data rows at the end of a table over cells that are already there: formats, rules, lists and calculated columns go along. */
export function growRows(table: TableModel, count: number): void {
  const body = bodyRect(table);
  const { sheet } = table;
  const last = body.row + body.rowCount - 1;
  table.range = { ...table.range, rowCount: table.range.rowCount + count };
  for (let column = body.column; column < body.column + body.columnCount; column++) {
    const format = formatAt(sheet, last, column);
    for (let row = last + 1; row <= last + count; row++) {
      const cell = sheet.cells.get(cellKey(row, column));
      const own = cell ? cell.format : inheritedFormat(sheet, row, column);
      if (own === undefined && Object.keys(format).length > 0) assignFormat(ensureCell(sheet, row, column), format);
    }
  }
  const grown = (rect: Rect): Rect => {
    const inColumns = rect.column >= body.column && rect.column + rect.columnCount <= body.column + body.columnCount;
    return inColumns && rect.row <= body.row && rect.row + rect.rowCount === last + 1 ? { ...rect, rowCount: rect.rowCount + count } : rect;
  };
  for (const rule of sheet.conditionalFormats) rule.ranges = rule.ranges.map(grown);
  for (const rule of sheet.validations) rule.ranges = rule.ranges.map(grown);
  fillCalculatedColumns(table, last + 1, count);
}

/** Adds columns at the right end over cells that are already there; `names` may be shorter or hold `''` for a free name. */
export function growColumns(table: TableModel, count: number, names: readonly string[]): void {
  for (let index = 0; index < count; index++) {
    const name = names[index] || freeColumnName(table.columns.map((column) => column.name));
    table.columns.push({ id: nextColumnId(table.columns), name });
  }
  table.range = { ...table.range, columnCount: table.range.columnCount + count };
  writeHeaders(table);
}

/** Applies the table's filters: rows that do not match are hidden. Values are compared as shown. */
export function applyFilters(table: TableModel): void {
  const body = bodyRect(table);
  for (let row = body.row; row < body.row + body.rowCount; row++) {
    let visible = true;
    for (const [index, values] of table.filters) {
      const cell = getCell(table.sheet, row, body.column + index);
      if (!values.includes(displayText(cell?.value ?? '', cell?.format?.numberFormat))) visible = false;
    }
    const band = table.sheet.rows.get(row) ?? {};
    if (visible) delete band.filtered;
    else band.filtered = true;
    if (Object.keys(band).length > 0) table.sheet.rows.set(row, band);
    else table.sheet.rows.delete(row);
  }
}

/** Takes all filters off; every row shows again. */
export function clearFilters(table: TableModel): void {
  table.filters.clear();
  applyFilters(table);
}
