/** Making, resizing, renaming, extending and sorting tables. */
import { contains, intersect } from '../model/address';
import { getCell, valueAt } from '../model/cells';
import { renameTableInFormula, translateFormula } from '../model/formula';
import { mapBookFormulas } from '../model/references';
import { shiftFor } from '../model/structure';
import { applyFilters, bodyRect, clearFilters, columnRect, fillCalculatedColumns, freeColumnName, growRows, headersProblem, headerTexts, nextColumnId, tablesIn, writeHeaders } from '../model/tables';
import { cellKey, type CellModel, type CellValue, type Rect, type SheetModel, type TableModel } from '../model/types';
import { definedNameProblem, findName, findTable, isNameTaken, nextId } from '../model/workbook';
import { invalidArgument, invalidOperation, type Workspace } from '../workspace';
import { clearRange } from './clear';
import { clearContent, writeContent } from './content';
import { assertNotFiltered, assertSheetEditable, assertWritable } from './guard';
import { deleteCells, shiftCells } from './shift';

/**
 * Makes a table. With headers the first row's texts become the column names; without, a row `Column1` … is inserted above.
 * A table of a header alone gets a blank data row.
 * @throws InvalidOperation when it overlaps another table, InvalidArgument when headers are not unique text
 */
export function createTable(workspace: Workspace, sheet: SheetModel, rect: Rect, hasHeaders: boolean): TableModel {
  const location = 'TableCollection.add';
  const { book } = workspace;
  assertSheetEditable(workspace, sheet, location);
  if (tablesIn(book, sheet, rect).length > 0) throw invalidOperation(location, "a table can't overlap another table");
  if (sheet.merges.some((merge) => intersect(merge, rect))) throw invalidOperation(location, "a table can't overlap merged cells");
  if (!hasHeaders) shiftCells(workspace, shiftFor(sheet, { ...rect, rowCount: 1 }, 'row', 'insert'), location);
  let range: Rect = hasHeaders ? rect : { ...rect, rowCount: rect.rowCount + 1 };
  if (range.rowCount === 1) {
    const below = { ...range, row: range.row + 1 };
    if (hasContent(sheet, below)) shiftCells(workspace, shiftFor(sheet, below, 'row', 'insert'), location);
    range = { ...range, rowCount: 2 };
  }
  let number = book.tables.length + 1;
  while (isNameTaken(book, `Table${number}`)) number++;
  const table: TableModel = {
    id: String(nextId(book)),
    name: `Table${number}`,
    sheet,
    range,
    columns: Array.from({ length: range.columnCount }, (_, index) => ({ id: index + 1, name: '' })),
    style: 'TableStyleMedium2',
    showTotals: false,
    showFilterButton: true,
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    filters: new Map(),
  };
  const names: string[] = [];
  const given = hasHeaders ? headerTexts(table) : table.columns.map(() => '');
  for (const name of given) names.push(name === '' ? freeColumnName([...given, ...names]) : name);
  const problem = headersProblem(names);
  if (problem) throw invalidArgument(location, problem);
  table.columns.forEach((column, index) => (column.name = names[index] ?? ''));
  writeHeaders(table);
  book.tables.push(table);
  workspace.calculator.structureChanged();
  workspace.record({ kind: 'table-added', table, sheet });
  return table;
}

function hasContent(sheet: SheetModel, rect: Rect): boolean {
  for (let row = rect.row; row < rect.row + rect.rowCount; row++)
    for (let column = rect.column; column < rect.column + rect.columnCount; column++) if (valueAt(sheet, row, column) !== '' || getCell(sheet, row, column)?.formula) return true;
  return false;
}

/** Renames a table; structured references follow. @throws InvalidArgument for an illegal name or one that a table or defined name has */
export function renameTable(workspace: Workspace, table: TableModel, name: string): void {
  const location = 'Table.name';
  assertWritable(workspace, location);
  const problem = definedNameProblem(name);
  if (problem) throw invalidArgument(location, `the name “${name}” ${problem}`);
  const other = findTable(workspace.book, name);
  if ((other && other !== table) || findName(workspace.book, name)) throw invalidArgument(location, `the name “${name}” is taken`);
  const before = table.name;
  table.name = name;
  if (before === name) return;
  mapBookFormulas(workspace.book, (formula) => (formula.includes('[') ? renameTableInFormula(formula, before, name) : formula));
  workspace.calculator.structureChanged();
  workspace.record({ kind: 'other' });
}

/** Removes a table and empties its cells; nothing moves. */
export function deleteTable(workspace: Workspace, table: TableModel): void {
  assertSheetEditable(workspace, table.sheet, 'Table.delete');
  const { range, sheet } = table;
  dropTable(workspace, table);
  clearRange(workspace, sheet, range, 'All', 'Table.delete');
}

/** Forgets the table, keeps its cells. */
export function dropTable(workspace: Workspace, table: TableModel): void {
  clearFilters(table);
  const { tables } = workspace.book;
  tables.splice(tables.indexOf(table), 1);
  workspace.calculator.structureChanged();
  workspace.record({ kind: 'table-deleted', table, sheet: table.sheet });
}

/**
 * Sets a table's range. The header row stays where it is and the ranges overlap; new columns get headers, new rows the
 * calculated columns, formats, rules and lists.
 * @throws InvalidArgument, InvalidOperation
 */
export function resizeTable(workspace: Workspace, table: TableModel, sheet: SheetModel, rect: Rect): void {
  const location = 'Table.resize';
  assertSheetEditable(workspace, table.sheet, location);
  if (sheet !== table.sheet || rect.row !== table.range.row || !intersect(rect, table.range) || rect.rowCount < (table.showTotals ? 3 : 2)) throw invalidArgument(location, 'the header row must stay in its row, the ranges must overlap, and one data row must remain');
  if (tablesIn(workspace.book, sheet, rect).some((other) => other !== table)) throw invalidOperation(location, "a table can't overlap another table");
  if (table.showTotals && rect.rowCount !== table.range.rowCount) throw invalidOperation(location, 'a table with totals is not resized in rows');
  const { range } = table;
  if (rect.column !== range.column || rect.columnCount !== range.columnCount) resizeColumns(table, rect);
  if (rect.rowCount > range.rowCount) growRows(table, rect.rowCount - range.rowCount);
  else table.range = { ...table.range, rowCount: rect.rowCount };
  for (const index of [...table.filters.keys()]) if (index >= table.columns.length) table.filters.delete(index);
  workspace.calculator.structureChanged();
  workspace.record({ kind: 'other' });
}

function resizeColumns(table: TableModel, rect: Rect): void {
  const before = table.columns;
  const shift = rect.column - table.range.column;
  const kept = (index: number) => before[index + shift];
  table.range = { ...table.range, column: rect.column, columnCount: rect.columnCount };
  table.columns = [];
  let id = nextColumnId(before);
  const texts = Array.from({ length: rect.columnCount }, (_, index) => String(valueAt(table.sheet, rect.row, rect.column + index)));
  for (let index = 0; index < rect.columnCount; index++) {
    const names = [...table.columns.map((column) => column.name), ...before.map((column) => column.name)];
    const text = texts[index] ?? '';
    const unique = text !== '' && !names.some((name) => name.toLowerCase() === text.toLowerCase());
    table.columns.push(kept(index) ?? { id: id++, name: unique ? text : freeColumnName(names) });
  }
  writeHeaders(table);
}

/**
 * Adds data rows before the 0-based index, at the end without one. Cells below the table move down.
 * @returns the rectangle of the new rows
 */
export function insertTableRows(workspace: Workspace, table: TableModel, index: number | undefined, count: number, values: unknown, location: string): Rect {
  assertSheetEditable(workspace, table.sheet, location, 'allowInsertRows');
  const body = bodyRect(table);
  const at = index === undefined || index < 0 ? body.rowCount : index;
  if (at > body.rowCount) throw invalidArgument(location, 'there is no such row');
  const rect = { ...body, row: body.row + at, rowCount: count };
  assertNotFiltered(workspace, table.sheet, table.range, location);
  const atEnd = at === body.rowCount && !table.showTotals;
  if (!atEnd || hasContentBelow(table)) shiftCells(workspace, shiftFor(table.sheet, rect, 'row', 'insert'), location);
  if (atEnd) growRows(table, count);
  else fillCalculatedColumns(table, rect.row, count);
  workspace.calculator.structureChanged();
  workspace.record({ kind: 'cells', sheet: table.sheet, rect, changeType: 'RowInserted', shift: 'ShiftCellDown' });
  if (values !== undefined && values !== null) writeContent(workspace, table.sheet, rect, values, location);
  return rect;
}

function hasContentBelow(table: TableModel): boolean {
  const bottom = table.range.row + table.range.rowCount;
  for (const key of table.sheet.cells.keys()) {
    const column = key % 16_384;
    if (Math.floor(key / 16_384) >= bottom && column >= table.range.column && column < table.range.column + table.range.columnCount) return true;
  }
  return false;
}

/** Deletes data rows by 0-based index; a table keeps one blank row. */
export function deleteTableRows(workspace: Workspace, table: TableModel, index: number, count: number, location: string): void {
  const body = bodyRect(table);
  if (index < 0 || count < 1 || index + count > body.rowCount) throw invalidArgument(location, 'there is no such row');
  deleteCells(workspace, table.sheet, { ...body, row: body.row + index, rowCount: count }, 'row', location);
}

/** Adds a column before the 0-based index, at the end without one; cells to the right move. @returns its index */
export function insertTableColumn(workspace: Workspace, table: TableModel, index: number | undefined, values: unknown, name: string | undefined): number {
  const location = 'TableColumnCollection.add';
  assertSheetEditable(workspace, table.sheet, location, 'allowInsertColumns');
  const at = index === undefined || index < 0 ? table.columns.length : index;
  if (at > table.columns.length) throw invalidArgument(location, 'there is no such column');
  if (name !== undefined && table.columns.some((column) => column.name.toLowerCase() === name.toLowerCase())) throw invalidArgument(location, `the column “${name}” is there`);
  const rect = { ...table.range, column: table.range.column + at, columnCount: 1 };
  const free = freeColumnName(table.columns.map((column) => column.name));
  const fresh = { id: nextColumnId(table.columns), name: name ?? free };
  const inner = at > 0 && at < table.columns.length;
  const columns = [...table.columns];
  const filters = [...table.filters];
  shiftCells(workspace, shiftFor(table.sheet, rect, 'column', 'insert'), location);
  columns.splice(at, 0, fresh);
  table.columns = columns;
  table.filters = new Map(filters.map(([column, shown]) => [column >= at ? column + 1 : column, shown]));
  if (!inner) table.range = { ...table.range, column: rect.column - (at === 0 ? 0 : at), columnCount: columns.length };
  writeHeaders(table);
  workspace.calculator.structureChanged();
  if (Array.isArray(values)) writeContent(workspace, table.sheet, values.length === table.range.rowCount ? rect : columnRect(bodyRect(table), at), values, location);
  else workspace.record({ kind: 'cells', sheet: table.sheet, rect, changeType: 'ColumnInserted', shift: 'ShiftCellRight' });
  return at;
}

/** Deletes a column by index. @throws InvalidOperation for the only one */
export function deleteTableColumn(workspace: Workspace, table: TableModel, index: number): void {
  if (table.columns.length === 1) throw invalidOperation('TableColumn.delete', 'a table keeps one column');
  deleteCells(workspace, table.sheet, columnRect(table.range, index), 'column', 'TableColumn.delete');
}

/** Shows or hides the totals row; showing it moves the cells below down. */
export function showTotals(workspace: Workspace, table: TableModel, shown: boolean): void {
  assertSheetEditable(workspace, table.sheet, 'Table.showTotals');
  if (shown === table.showTotals) return;
  const bottom = { ...table.range, row: table.range.row + table.range.rowCount, rowCount: 1 };
  if (shown) {
    if (hasContentBelow(table)) shiftCells(workspace, shiftFor(table.sheet, bottom, 'row', 'insert'), 'Table.showTotals');
    table.range = { ...table.range, rowCount: table.range.rowCount + 1 };
    table.showTotals = true;
  } else {
    const last = { ...bottom, row: bottom.row - 1 };
    table.showTotals = false;
    table.range = { ...table.range, rowCount: table.range.rowCount - 1 };
    clearContent(workspace, table.sheet, last);
  }
  workspace.calculator.structureChanged();
  workspace.record({ kind: 'other' });
}

/** Keeps only rows whose shown text in a column is among the values; `undefined` takes the filter off. */
export function filterColumn(workspace: Workspace, table: TableModel, index: number, values: readonly string[] | undefined): void {
  assertSheetEditable(workspace, table.sheet, 'Filter.apply', 'allowAutoFilter');
  workspace.calculator.calculate();
  if (values) table.filters.set(index, [...values]);
  else table.filters.delete(index);
  applyFilters(table);
  workspace.record({ kind: 'other' });
}

/** Takes off all filters of a table. */
export function clearTableFilters(workspace: Workspace, table: TableModel): void {
  assertSheetEditable(workspace, table.sheet, 'Table.clearFilters', 'allowAutoFilter');
  clearFilters(table);
  workspace.record({ kind: 'other' });
}

export interface SortField {
  /** 0-based, from the left of the range */
  readonly key: number;
  readonly ascending: boolean;
}

const rank = (value: CellValue): number => (value === '' ? 3 : typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
const collator = new Intl.Collator('zh-CN');

function compare(a: CellValue, b: CellValue, ascending: boolean): number {
  const [left, right] = [rank(a), rank(b)];
  if (left === 3 || right === 3) return left - right;
  const order = left !== right ? left - right : typeof a === 'number' && typeof b === 'number' ? a - b : typeof a === 'string' && typeof b === 'string' ? collator.compare(a, b) : Number(a) - Number(b);
  return ascending ? order : -order;
}

/** Sorts the rows of a rectangle: numbers, text, booleans, blanks always last. Whole cells move; relative references in formulas follow. */
export function sortRows(workspace: Workspace, sheet: SheetModel, rect: Rect, fields: readonly SortField[], location: string): void {
  assertSheetEditable(workspace, sheet, location, 'allowSort');
  assertNotFiltered(workspace, sheet, rect, location);
  for (const field of fields) if (field.key < 0 || field.key >= rect.columnCount) throw invalidArgument(location, 'there is no such sort column');
  for (const table of tablesIn(workspace.book, sheet, rect)) if (!contains(bodyRect(table), rect) && !contains(rect, table.range)) throw invalidOperation(location, 'the range covers a part of a table');
  workspace.calculator.calculate();
  const rows = Array.from({ length: rect.rowCount }, (_, index) => ({
    from: rect.row + index,
    cells: Array.from({ length: rect.columnCount }, (_, column) => sheet.cells.get(cellKey(rect.row + index, rect.column + column))),
  }));
  const value = (cells: readonly (CellModel | undefined)[], key: number): CellValue => cells[key]?.value ?? '';
  rows.sort((a, b) => fields.reduce((order, field) => order || compare(value(a.cells, field.key), value(b.cells, field.key), field.ascending), 0));
  rows.forEach(({ cells, from }, index) =>
    cells.forEach((cell, column) => {
      const key = cellKey(rect.row + index, rect.column + column);
      if (!cell) return sheet.cells.delete(key);
      if (cell.formula !== undefined) cell.formula = translateFormula(cell.formula, rect.row + index - from, 0);
      return sheet.cells.set(key, cell);
    }),
  );
  workspace.calculator.cellsChanged(sheet, rect);
  workspace.record({ kind: 'cells', sheet, rect, changeType: 'RangeEdited', shift: 'None' });
}

