/** Inserting and deleting cells, rows and columns: everything on the sheet moves, and every reference to it follows. */
import { contains, formatAddress, intersect, isWholeColumns, isWholeRows, parseRect, formatRect } from './address';
import { ensureCell, getCell } from './cells';
import { assignFormat } from './formats';
import { areaRect, mapReferences, moveArea } from './formula';
import { mapBookFormulas } from './references';
import { freeColumnName, nextColumnId } from './tables';
import { MAX_COLUMNS, MAX_ROWS, type CellModel, type Rect, type SheetModel, type TableModel, type WorkbookModel } from './types';

/** A move of cells. `count` > 0 inserts that many before `start`, < 0 deletes that many from `start` on. */
export interface Shift {
  readonly sheet: SheetModel;
  readonly axis: 'row' | 'column';
  readonly start: number;
  readonly count: number;
  /** The strip that moves, on the other axis. */
  readonly from: number;
  readonly size: number;
}

/** The shift that inserting or deleting a rectangle means. */
export function shiftFor(sheet: SheetModel, rect: Rect, axis: 'row' | 'column', kind: 'insert' | 'delete'): Shift {
  const sign = kind === 'insert' ? 1 : -1;
  return axis === 'row'
    ? { sheet, axis, start: rect.row, count: sign * rect.rowCount, from: rect.column, size: rect.columnCount }
    : { sheet, axis, start: rect.column, count: sign * rect.columnCount, from: rect.row, size: rect.rowCount };
}

const isWhole = (shift: Shift): boolean => shift.from === 0 && shift.size === (shift.axis === 'row' ? MAX_COLUMNS : MAX_ROWS);

/** A span of rows or columns after the shift; `undefined` when all of it was deleted. */
function shiftSpan(start: number, length: number, shift: Shift): { start: number; length: number } | undefined {
  const { start: at, count } = shift;
  if (count > 0) {
    if (start >= at) return { start: start + count, length };
    return start + length > at ? { start, length: length + count } : { start, length };
  }
  const until = at - count;
  const end = start + length;
  const kept = Math.max(0, Math.min(end, at) - start) + Math.max(0, end - Math.max(start, until));
  if (kept === 0) return undefined;
  return { start: start < at ? start : Math.max(start, until) + count, length: kept };
}

/** Where a rectangle of the sheet is after the shift. One that is not wholly inside the moving strip stays. `undefined` when it was deleted. */
export function shiftRect(rect: Rect, shift: Shift): Rect | undefined {
  const limit = shift.axis === 'row' ? MAX_ROWS : MAX_COLUMNS;
  if (shift.axis === 'row') {
    if (isWholeColumns(rect) || rect.column < shift.from || rect.column + rect.columnCount > shift.from + shift.size) return rect;
    const span = shiftSpan(rect.row, rect.rowCount, shift);
    if (!span || span.start >= limit) return undefined;
    return { ...rect, row: span.start, rowCount: Math.min(span.length, limit - span.start) };
  }
  if (isWholeRows(rect) || rect.row < shift.from || rect.row + rect.rowCount > shift.from + shift.size) return rect;
  const span = shiftSpan(rect.column, rect.columnCount, shift);
  if (!span || span.start >= limit) return undefined;
  return { ...rect, column: span.start, columnCount: Math.min(span.length, limit - span.start) };
}

/** Why Excel would refuse the shift; `undefined` when it would not. */
export function shiftProblem(book: WorkbookModel, shift: Shift): 'InsertDeleteConflict' | 'NonBlankCellOffSheet' | undefined {
  const strip = stripRect(shift);
  for (const table of book.tables) {
    if (table.sheet !== shift.sheet || !intersect(table.range, strip)) continue;
    const across = shift.axis === 'row' ? { start: table.range.column, length: table.range.columnCount } : { start: table.range.row, length: table.range.rowCount };
    const covered = across.start >= shift.from && across.start + across.length <= shift.from + shift.size;
    if (!covered) return 'InsertDeleteConflict';
    const removed = shift.count < 0 ? deletedRect(shift) : undefined;
    const header = { ...table.range, rowCount: 1 };
    if (removed && shift.axis === 'row' && intersect(removed, header) && !contains(removed, table.range)) return 'InsertDeleteConflict';
  }
  if (shift.count > 0) {
    const limit = (shift.axis === 'row' ? MAX_ROWS : MAX_COLUMNS) - shift.count;
    for (const [key, cell] of shift.sheet.cells) {
      const [along, across] = position(key, shift.axis);
      if (along >= limit && across >= shift.from && across < shift.from + shift.size && (cell.value !== '' || cell.formula !== undefined)) return 'NonBlankCellOffSheet';
    }
  }
  return undefined;
}

const position = (key: number, axis: 'row' | 'column'): [along: number, across: number] => {
  const row = Math.floor(key / MAX_COLUMNS);
  const column = key % MAX_COLUMNS;
  return axis === 'row' ? [row, column] : [column, row];
};

/** All that moves: from the start to the end of the sheet, within the strip. */
const stripRect = (shift: Shift): Rect =>
  shift.axis === 'row'
    ? { row: shift.start, rowCount: MAX_ROWS - shift.start, column: shift.from, columnCount: shift.size }
    : { column: shift.start, columnCount: MAX_COLUMNS - shift.start, row: shift.from, rowCount: shift.size };
const deletedRect = (shift: Shift): Rect =>
  shift.axis === 'row'
    ? { row: shift.start, rowCount: -shift.count, column: shift.from, columnCount: shift.size }
    : { column: shift.start, columnCount: -shift.count, row: shift.from, rowCount: shift.size };

/**
 * Carries out a shift that {@link shiftProblem} allows: cells, row and column sizes, tables, rules, lists, merges, charts,
 * print settings, and all references in formulas and names. New cells take the formats of those before them.
 */
export function applyShift(book: WorkbookModel, shift: Shift): void {
  const { sheet } = shift;
  moveCells(shift);
  if (isWhole(shift)) moveBands(shift);
  moveTables(book, shift);
  const moved = (rects: readonly Rect[]): Rect[] => rects.map((rect) => shiftRect(rect, shift)).filter((rect): rect is Rect => rect !== undefined);
  for (const rule of sheet.conditionalFormats) rule.ranges = moved(rule.ranges);
  for (const rule of sheet.validations) rule.ranges = moved(rule.ranges);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((rule) => rule.ranges.length > 0);
  sheet.validations = sheet.validations.filter((rule) => rule.ranges.length > 0);
  sheet.merges = moved(sheet.merges);
  movePrintSettings(sheet, shift);
  moveReferences(book, shift);
  if (book.activeSheet === sheet) book.selection = shiftRect(book.selection, shift) ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 };
}

function moveCells(shift: Shift): void {
  const { sheet, axis, start, count, from, size } = shift;
  const until = count < 0 ? start - count : start;
  const step = axis === 'row' ? MAX_COLUMNS : 1;
  const moving: [number, CellModel][] = [];
  for (const [key, cell] of [...sheet.cells]) {
    const [along, across] = position(key, axis);
    if (along < start || across < from || across >= from + size) continue;
    sheet.cells.delete(key);
    if (along >= until && along + count < (axis === 'row' ? MAX_ROWS : MAX_COLUMNS)) moving.push([key + count * step, cell]);
  }
  for (const [key, cell] of moving) sheet.cells.set(key, cell);
  if (count > 0 && start > 0) copyFormatsForward(shift);
}

/** Inserted cells look like the row above (the column to the left). */
function copyFormatsForward(shift: Shift): void {
  const { sheet, axis, start, count, from, size } = shift;
  for (const [key, cell] of [...sheet.cells]) {
    const [along, across] = position(key, axis);
    if (along !== start - 1 || across < from || across >= from + size || !cell.format) continue;
    for (let index = 0; index < count; index++) {
      const target = axis === 'row' ? ensureCell(sheet, start + index, across) : ensureCell(sheet, across, start + index);
      assignFormat(target, cell.format);
    }
  }
}

function moveBands(shift: Shift): void {
  const bands: Map<number, object> = shift.axis === 'row' ? shift.sheet.rows : shift.sheet.columns;
  const before = [...bands];
  bands.clear();
  for (const [index, band] of before) {
    const span = shiftSpan(index, 1, shift);
    if (span) bands.set(span.start, band);
  }
  const last = bands.get(shift.start - 1);
  if (shift.count > 0 && last) for (let index = 0; index < shift.count; index++) bands.set(shift.start + index, { ...last });
}

function moveTables(book: WorkbookModel, shift: Shift): void {
  for (const table of [...book.tables]) {
    if (table.sheet !== shift.sheet) continue;
    if (shift.axis === 'column') moveTableColumns(table, shift);
    const rect = shiftRect(table.range, shift);
    if (rect) table.range = rect;
    else book.tables.splice(book.tables.indexOf(table), 1);
    if (rect && shift.axis === 'column') nameNewColumns(table);
    if (rect && rect.rowCount < 2) table.range = { ...rect, rowCount: 2 };
  }
}

function moveTableColumns(table: TableModel, shift: Shift): void {
  const { range } = table;
  if (range.row < shift.from || range.row + range.rowCount > shift.from + shift.size) return;
  const at = shift.start - range.column;
  if (shift.count > 0 && at > 0 && at < range.columnCount) {
    for (let index = 0; index < shift.count; index++) table.columns.splice(at + index, 0, { id: nextColumnId(table.columns), name: freeColumnName(table.columns.map((column) => column.name)) });
    moveFilters(table, (index) => (index >= at ? index + shift.count : index));
  } else if (shift.count < 0) {
    const until = at - shift.count;
    const gone = (index: number): boolean => index >= at && index < until;
    table.columns = table.columns.filter((_, index) => !gone(index));
    moveFilters(table, (index) => (gone(index) ? undefined : index >= until ? index + shift.count : index));
  }
}

function moveFilters(table: TableModel, target: (index: number) => number | undefined): void {
  const before = [...table.filters];
  table.filters.clear();
  for (const [index, values] of before) {
    const to = target(index);
    if (to !== undefined) table.filters.set(to, values);
  }
}

function nameNewColumns(table: TableModel): void {
  table.columns.forEach((column, index) => {
    const header = getCell(table.sheet, table.range.row, table.range.column + index);
    if (header?.value !== column.name) ensureCell(table.sheet, table.range.row, table.range.column + index).value = column.name;
  });
}

function movePrintSettings(sheet: SheetModel, shift: Shift): void {
  const layout = sheet.pageLayout;
  for (const key of ['printTitleRows', 'printTitleColumns', 'printArea'] as const) {
    const areas = layout[key]?.split(',').flatMap((text) => {
      const rect = parseRect(text);
      const moved = rect && shiftRect(rect, shift);
      return moved ? [formatRect(moved, true)] : [];
    });
    if (areas !== undefined && areas.length > 0) layout[key] = areas.join(',');
    else delete layout[key];
  }
}

function moveReferences(book: WorkbookModel, shift: Shift): void {
  const name = shift.sheet.name.toLowerCase();
  const known = new Map<string, string>();
  mapBookFormulas(book, (formula, place) => {
    const key = (place.sheet === shift.sheet ? '1' : '0') + formula;
    const done = known.get(key);
    if (done !== undefined) return done;
    const result = mapReferences(formula, (sheet, area) => {
      const here = sheet === undefined ? place.sheet === shift.sheet : sheet.toLowerCase() === name;
      const rect = here ? areaRect(area) : undefined;
      if (!rect) return undefined;
      const moved = shiftRect(rect, shift);
      return moved === rect ? undefined : moveArea(sheet, area, moved);
    });
    known.set(key, result);
    return result;
  });
}

/** A reference text for a rectangle, absolute: `='My sheet'!$A$1:$B$2`. */
export const referenceTo = (sheet: SheetModel, rect: Rect): string => `=${formatAddress(sheet.name, rect, true)}`;
