/** Reading and writing single cells. Shapes, protection, tables and events are checked by `edits/`. */
import { intersect, isOnSheet } from './address';
import { assignFormat, inheritedFormat, isBlank } from './formats';
import type { Entry } from './typing';
import { cellKey, MAX_COLUMNS, type CellModel, type CellValue, type Rect, type SheetModel } from './types';

export const getCell = (sheet: SheetModel, row: number, column: number): CellModel | undefined => sheet.cells.get(cellKey(row, column));

export const valueAt = (sheet: SheetModel, row: number, column: number): CellValue => getCell(sheet, row, column)?.value ?? '';

/** The cell, made if it does not exist; a new one takes the format of its row or column. */
export function ensureCell(sheet: SheetModel, row: number, column: number): CellModel {
  const key = cellKey(row, column);
  const known = sheet.cells.get(key);
  if (known) return known;
  const made: CellModel = { value: '' };
  assignFormat(made, inheritedFormat(sheet, row, column));
  sheet.cells.set(key, made);
  return made;
}

/** Removes a cell that holds nothing and looks as if it were not there. */
export function dropIfEmpty(sheet: SheetModel, row: number, column: number): void {
  const cell = getCell(sheet, row, column);
  if (cell && isBlank(cell) && cell.format === inheritedFormat(sheet, row, column)) sheet.cells.delete(cellKey(row, column));
}

/** Puts an interpreted entry into a cell. A new formula starts at 0 until it is calculated; the same one keeps its result. */
export function putEntry(sheet: SheetModel, row: number, column: number, entry: Exclude<Entry, { kind: 'refused' }>): void {
  if (entry.kind === 'blank') {
    const cell = getCell(sheet, row, column);
    if (!cell) return;
    cell.value = '';
    delete cell.formula;
    delete cell.error;
    dropIfEmpty(sheet, row, column);
    return;
  }
  const cell = ensureCell(sheet, row, column);
  if (entry.kind === 'formula' && cell.formula === entry.formula) return;
  delete cell.error;
  if (entry.kind === 'formula') {
    cell.formula = entry.formula;
    cell.value = 0;
    return;
  }
  delete cell.formula;
  cell.value = entry.value;
  if (entry.error) cell.error = true;
}

/** Calls back for the cells of a rectangle that exist, in no fixed order when the rectangle is large. */
export function forEachCell(sheet: SheetModel, rect: Rect, visit: (cell: CellModel, row: number, column: number) => void): void {
  if (rect.rowCount * rect.columnCount > sheet.cells.size) {
    for (const [key, cell] of [...sheet.cells]) {
      const row = Math.floor(key / MAX_COLUMNS);
      const column = key % MAX_COLUMNS;
      if (row >= rect.row && row < rect.row + rect.rowCount && column >= rect.column && column < rect.column + rect.columnCount) visit(cell, row, column);
    }
    return;
  }
  for (let row = rect.row; row < rect.row + rect.rowCount; row++)
    for (let column = rect.column; column < rect.column + rect.columnCount; column++) {
      const cell = getCell(sheet, row, column);
      if (cell) visit(cell, row, column);
    }
}

/** A grid with one answer per cell of the rectangle, row by row. */
export function mapCells<T>(sheet: SheetModel, rect: Rect, read: (cell: CellModel | undefined, row: number, column: number) => T): T[][] {
  const grid: T[][] = [];
  for (let row = rect.row; row < rect.row + rect.rowCount; row++) {
    const line: T[] = [];
    for (let column = rect.column; column < rect.column + rect.columnCount; column++) line.push(read(getCell(sheet, row, column), row, column));
    grid.push(line);
  }
  return grid;
}

/**
 * The smallest rectangle around all cells in use; `undefined` on an empty sheet.
 * @param valuesOnly cells that are only formatted do not count
 * @param within look at this part alone
 */
export function usedRange(sheet: SheetModel, valuesOnly: boolean, within?: Rect): Rect | undefined {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  const include = (rect: Rect): void => {
    top = Math.min(top, rect.row);
    left = Math.min(left, rect.column);
    bottom = Math.max(bottom, rect.row + rect.rowCount - 1);
    right = Math.max(right, rect.column + rect.columnCount - 1);
  };
  for (const [key, cell] of sheet.cells) {
    if (valuesOnly && cell.value === '' && cell.formula === undefined) continue;
    const row = Math.floor(key / MAX_COLUMNS);
    const column = key % MAX_COLUMNS;
    if (within && (row < within.row || row >= within.row + within.rowCount || column < within.column || column >= within.column + within.columnCount)) continue;
    if (row < top) top = row;
    if (row > bottom) bottom = row;
    if (column < left) left = column;
    if (column > right) right = column;
  }
  if (!valuesOnly) for (const merge of sheet.merges) {
    const part = within ? intersect(merge, within) : merge;
    if (part) include(part);
  }
  const rect = { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
  return bottom >= 0 && isOnSheet(rect) ? rect : undefined;
}
