/** Writing values and formulas into a range, with all that Excel does along the way. */
import { cell as cellRect, cellCount, intersect, isWholeColumns, isWholeRows, unite } from '../model/address';
import { getCell, putEntry } from '../model/cells';
import { assignFormat, formatAt, shareFormat } from '../model/formats';
import { translateFormula } from '../model/formula';
import { bodyRect, growColumns, growRows, headersProblem, headerTexts, renameColumn, settleCalculatedColumn, tablesIn } from '../model/tables';
import { displayText } from '../model/text';
import { interpret, type Entry } from '../model/typing';
import type { CellValue, Rect, SheetModel, TableModel, WorkbookModel } from '../model/types';
import { calculate, invalidArgument, type Workspace } from '../workspace';
import { assertCellsEditable, assertNotFiltered } from './guard';

/** Excel limit: characters in a cell. */
export const MAX_TEXT = 32_767;
/** Excel limit: characters in a formula. */
export const MAX_FORMULA = 8_192;

type Writable = Exclude<Entry, { kind: 'refused' }>;
/** One cell to write; `undefined` leaves it alone. */
type Cell = Writable | undefined;

/** What is written: one value for all cells, or a grid of exactly the range's size. `null` leaves a cell alone, `''` clears it. */
export type Content = unknown;

/** A person's paste and typing repair headers; the API refuses wrong ones. */
export interface WriteOptions {
  readonly repairHeaders?: boolean;
}

const NEEDS_READING = /^[\s\d=+\-@('.¥￥$#tTfF]/;
const PLAIN = new Set(['blank', 'formula', 'value']);

/**
 * Writes content with Excel's typing rules, grows tables, fills calculated columns, tells the calculator and the journal.
 * Nothing is written when any of it is refused.
 * @throws InvalidArgument for ragged or wrong-size grids, too long texts, malformed formulas and table headers that are not unique text
 * @throws AccessDenied, FilteredRangeConflict see guard.ts
 */
export function writeContent(workspace: Workspace, sheet: SheetModel, rect: Rect, content: Content, location: string, options: WriteOptions = {}): void {
  assertGrid(rect, content, location);
  assertCellsEditable(workspace, sheet, rect, location);
  assertNotFiltered(workspace, sheet, rect, location);
  if (isWholeColumns(rect) || isWholeRows(rect)) {
    if (content !== '') throw invalidArgument(location, 'whole rows and columns can only be cleared');
    clearContent(workspace, sheet, rect);
    return;
  }
  const entries = readEntries(workspace, sheet, rect, content, location);
  const touched = tablesIn(workspace.book, sheet, rect);
  if (!options.repairHeaders) for (const table of touched) assertHeaders(table, rect, entries, location);
  const single = cellCount(rect) === 1;
  const before = single ? (getCell(sheet, rect.row, rect.column)?.value ?? '') : '';
  const growth = growthAt(workspace.book, sheet, rect, entries);
  putEntries(sheet, rect, entries);
  let changed = rect;
  for (const table of touched) settleTable(workspace.book, table, rect);
  if (growth) {
    grow(growth, rect, entries);
    changed = unite(rect, intersect({ ...growth.table.range, row: rect.row, rowCount: rect.rowCount }, growth.table.range) ?? rect);
    settleTable(workspace.book, growth.table, rect);
  }
  if (growth || touched.some((table) => intersect(headerOf(table), rect))) workspace.calculator.structureChanged();
  workspace.calculator.cellsChanged(sheet, changed);
  for (const table of touched) workspace.calculator.cellsChanged(sheet, table.range);
  const valueNow = (): CellValue => (single ? (getCell(sheet, rect.row, rect.column)?.value ?? '') : '');
  const after = valueNow();
  // A formula is calculated for its event only when somebody listens: a run that writes many would calculate everything each time.
  const isFormula = single && entries[0]?.[0]?.kind === 'formula';
  const detail = {
    before,
    get after(): CellValue {
      if (!isFormula) return after;
      calculate(workspace);
      return valueNow();
    },
  };
  workspace.record({ kind: 'cells', sheet, rect, changeType: 'RangeEdited', shift: 'None', ...(single ? { detail } : {}) });
}

const headerOf = (table: TableModel): Rect => ({ ...table.range, rowCount: 1 });

/** @throws InvalidArgument unless a grid has exactly the size of the range */
export function assertGrid(rect: Rect, content: unknown, location: string): void {
  if (!Array.isArray(content)) return;
  const rows = content as readonly unknown[];
  const fits = rows.length === rect.rowCount && rows.every((row) => Array.isArray(row) && row.length === rect.columnCount);
  if (!fits) throw invalidArgument(location, "the number of rows or columns in the input array doesn't match the size or dimensions of the range");
}

function readEntries(workspace: Workspace, sheet: SheetModel, rect: Rect, content: unknown, location: string): Cell[][] {
  const today = workspace.today();
  const formulas = new Map<string, Writable>();
  const read = (value: unknown, row: number, column: number): Cell => {
    if (value === null || value === undefined) return undefined;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw invalidArgument(location, 'a cell takes a string, a number or a boolean');
    const format = formatAt(sheet, row, column).numberFormat ?? 'General';
    if (typeof value !== 'string') return { kind: 'value', value: format === '@' ? displayText(value) : value };
    if (value.length > MAX_TEXT) throw invalidArgument(location, `a text has more than ${MAX_TEXT} characters`);
    if (format === '@' || (value !== '' && !NEEDS_READING.test(value))) return { kind: 'value', value };
    const known = formulas.get(value);
    if (known) return known;
    if (/^[=+\-@]/.test(value) && value.length > MAX_FORMULA) throw invalidArgument(location, `a formula has more than ${MAX_FORMULA} characters`);
    const entry = interpret(value, format, today);
    if (!isPlain(entry)) throw invalidArgument(location, entry.kind === 'refused' ? entry.reason : '');
    if (entry.kind === 'formula') formulas.set(value, entry);
    return entry;
  };
  const grid: Cell[][] = [];
  for (let i = 0; i < rect.rowCount; i++) {
    const line = Array.isArray(content) ? ((content as unknown[][])[i] ?? []) : undefined;
    const cells: Cell[] = [];
    for (let j = 0; j < rect.columnCount; j++) {
      const entry = read(line ? line[j] : content, rect.row + i, rect.column + j);
      cells.push(!line && entry?.kind === 'formula' ? { kind: 'formula', formula: translateFormula(entry.formula, i, j) } : entry);
    }
    grid.push(cells);
  }
  return grid;
}

const isPlain = (entry: Entry): entry is Writable => PLAIN.has(entry.kind);

function putEntries(sheet: SheetModel, rect: Rect, entries: readonly (readonly Cell[])[]): void {
  entries.forEach((line, i) =>
    line.forEach((entry, j) => {
      if (!entry) return;
      const row = rect.row + i;
      const column = rect.column + j;
      putEntry(sheet, row, column, entry);
      if (entry.kind !== 'value' || entry.numberFormat === undefined) return;
      const cell = getCell(sheet, row, column);
      if (cell && cell.format?.numberFormat === undefined) assignFormat(cell, shareFormat({ ...cell.format, numberFormat: entry.numberFormat }));
    }),
  );
}

const entryText = (entry: Cell): string => (entry?.kind === 'value' ? displayText(entry.value) : entry?.kind === 'formula' ? entry.formula : '');

/** The headers must be unique text after the write. */
function assertHeaders(table: TableModel, rect: Rect, entries: readonly (readonly Cell[])[], location: string): void {
  const common = intersect(headerOf(table), rect);
  if (!common) return;
  const names = headerTexts(table);
  for (let column = common.column; column < common.column + common.columnCount; column++) {
    const entry = entries[common.row - rect.row]?.[column - rect.column];
    if (entry) names[column - table.range.column] = entryText(entry);
    if (entry?.kind === 'formula') throw invalidArgument(location, 'a table header cannot be a formula');
  }
  const problem = headersProblem(names);
  if (problem) throw invalidArgument(location, problem);
}

/** After a write: header cells become column names, calculated columns are recognised and filled. */
function settleTable(book: WorkbookModel, table: TableModel, rect: Rect): void {
  if (intersect(headerOf(table), rect)) {
    const names: string[] = [];
    for (const [index, text] of headerTexts(table).entries()) names.push(uniqueHeader(text, names, index));
    names.forEach((name, index) => renameColumn(book, table, index, name));
  }
  const common = intersect(bodyRect(table), rect);
  if (!common) return;
  for (let column = common.column; column < common.column + common.columnCount; column++) settleCalculatedColumn(table, column - table.range.column, common);
}

/** What Excel makes of a header a person typed: blank gets `ColumnN`, a second one of the same text a number. */
function uniqueHeader(text: string, before: readonly string[], index: number): string {
  const taken = new Set(before.map((name) => name.toLowerCase()));
  const wanted = text === '' ? `Column${index + 1}` : text.slice(0, 255);
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}${number}`;
  return name;
}

interface Growth {
  readonly table: TableModel;
  readonly direction: 'rows' | 'columns';
}

/**
 * A write directly under a table makes it longer, directly beside it wider. Not when the first written cell is empty,
 * the table has totals, the sheet is protected, another table is in the way, or a list or rule of its own stands below.
 */
function growthAt(book: WorkbookModel, sheet: SheetModel, rect: Rect, entries: readonly (readonly Cell[])[]): Growth | undefined {
  const first = entries[0]?.[0];
  if (!first || first.kind === 'blank' || sheet.protection.protected) return undefined;
  for (const table of book.tables) {
    const { range } = table;
    if (table.sheet !== sheet) continue;
    const below = rect.row === range.row + range.rowCount && rect.column >= range.column && rect.column + rect.columnCount <= range.column + range.columnCount;
    const beside = rect.column === range.column + range.columnCount && rect.row >= range.row && rect.row + rect.rowCount <= range.row + range.rowCount;
    if (below && !table.showTotals && !sheet.validations.some((rule) => rule.ranges.some((ruled) => intersect(ruled, rect)))) {
      const grown = { ...range, rowCount: range.rowCount + rect.rowCount };
      if (tablesIn(book, sheet, grown).length === 1) return { table, direction: 'rows' };
    }
    if (beside) {
      const grown = { ...range, columnCount: range.columnCount + rect.columnCount };
      if (tablesIn(book, sheet, grown).length === 1) return { table, direction: 'columns' };
    }
  }
  return undefined;
}

function grow({ table, direction }: Growth, rect: Rect, entries: readonly (readonly Cell[])[]): void {
  if (direction === 'rows') return growRows(table, rect.rowCount);
  const names: string[] = [];
  const taken = table.columns.map((column) => column.name);
  for (let index = 0; index < rect.columnCount; index++) {
    const typed = rect.row === table.range.row ? entryText(entries[0]?.[index]) : '';
    names.push(typed === '' ? '' : uniqueHeader(typed, [...taken, ...names], table.columns.length + index));
  }
  growColumns(table, rect.columnCount, names);
}

/** Empties a rectangle without any checks. Table headers inside it keep their text. */
export function clearContent(workspace: Workspace, sheet: SheetModel, rect: Rect): void {
  const { book, calculator } = workspace;
  const headers = tablesIn(book, sheet, rect).map(headerOf);
  for (const [key, found] of [...sheet.cells]) {
    if (found.value === '' && found.formula === undefined) continue;
    const row = Math.floor(key / 16_384);
    const at = cellRect(row, key % 16_384);
    if (intersect(rect, at) && !headers.some((header) => intersect(header, at))) putEntry(sheet, row, at.column, { kind: 'blank' });
  }
  for (const table of tablesIn(book, sheet, rect)) settleTable(book, table, { ...rect, row: Math.max(rect.row, table.range.row + 1) });
  calculator.cellsChanged(sheet, rect);
  workspace.record({ kind: 'cells', sheet, rect, changeType: 'RangeEdited', shift: 'None' });
}

/** Sets a cell's value without typing rules or events, for texts the host itself writes. */
export function putText(sheet: SheetModel, row: number, column: number, value: CellValue): void {
  putEntry(sheet, row, column, { kind: 'value', value });
}
