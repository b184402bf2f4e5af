/** The selected block of cells and how keys and the mouse move it. Pure: every function returns a new selection. */
import type { Rect } from '../../host/model/types';
import { MAX_COLUMNS, MAX_ROWS } from '../../host/model/types';
import type { SheetLayout } from '../sheet/layout';
import { step } from './axis';

export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

export interface Selection {
  /** where the selection began */
  readonly anchor: CellPosition;
  /** the opposite corner */
  readonly focus: CellPosition;
  /** the cell that typing goes to: inside the block */
  readonly active: CellPosition;
  /** whole rows or columns were chosen by their headers */
  readonly whole?: 'rows' | 'columns' | 'sheet';
}

export type Direction = 'up' | 'down' | 'left' | 'right';

export const selectCell = (row: number, column: number): Selection => ({ anchor: { row, column }, focus: { row, column }, active: { row, column } });

export function selectRect(rect: Rect): Selection {
  const anchor = { row: rect.row, column: rect.column };
  return { anchor, focus: { row: rect.row + rect.rowCount - 1, column: rect.column + rect.columnCount - 1 }, active: anchor };
}

export const selectRows = (from: number, to: number): Selection => ({
  anchor: { row: from, column: 0 },
  focus: { row: to, column: MAX_COLUMNS - 1 },
  active: { row: from, column: 0 },
  whole: 'rows',
});

export const selectColumns = (from: number, to: number): Selection => ({
  anchor: { row: 0, column: from },
  focus: { row: MAX_ROWS - 1, column: to },
  active: { row: 0, column: from },
  whole: 'columns',
});

export const selectSheet = (): Selection => ({ anchor: { row: 0, column: 0 }, focus: { row: MAX_ROWS - 1, column: MAX_COLUMNS - 1 }, active: { row: 0, column: 0 }, whole: 'sheet' });

export function rectOfSelection({ anchor, focus }: Selection): Rect {
  const row = Math.min(anchor.row, focus.row);
  const column = Math.min(anchor.column, focus.column);
  return { row, column, rowCount: Math.abs(anchor.row - focus.row) + 1, columnCount: Math.abs(anchor.column - focus.column) + 1 };
}

export const contains = (rect: Rect, { row, column }: CellPosition): boolean =>
  row >= rect.row && row < rect.row + rect.rowCount && column >= rect.column && column < rect.column + rect.columnCount;

export const sameRect = (a: Rect, b: Rect): boolean => a.row === b.row && a.column === b.column && a.rowCount === b.rowCount && a.columnCount === b.columnCount;

/** One visible cell further. */
export function neighbour(layout: SheetLayout, from: CellPosition, direction: Direction): CellPosition {
  switch (direction) {
    case 'up':
      return { ...from, row: step(layout.rows, from.row, -1) };
    case 'down':
      return { ...from, row: step(layout.rows, from.row, 1) };
    case 'left':
      return { ...from, column: step(layout.columns, from.column, -1) };
    case 'right':
      return { ...from, column: step(layout.columns, from.column, 1) };
  }
}

/**
 * Ctrl + arrow: to the edge of the block of filled cells, or to the next filled cell, or to the edge of the sheet's used part.
 * @param filled whether a cell shows something
 */
export function edge(layout: SheetLayout, from: CellPosition, direction: Direction, filled: (cell: CellPosition) => boolean): CellPosition {
  let at = neighbour(layout, from, direction);
  const same = (a: CellPosition, b: CellPosition) => a.row === b.row && a.column === b.column;
  if (same(at, from)) return from;
  const inBlock = filled(from) && filled(at);
  for (;;) {
    const next = neighbour(layout, at, direction);
    if (same(next, at)) return at;
    if (inBlock ? !filled(next) : filled(at)) return at;
    at = next;
  }
}

/**
 * Tab and Enter inside a block of several cells walk through it and begin again at its end; the block stays.
 * @param by 1 forwards, -1 backwards (Shift)
 */
export function walk(layout: SheetLayout, selection: Selection, axis: 'row' | 'column', by: 1 | -1): Selection {
  const rect = rectOfSelection(selection);
  if (rect.rowCount * rect.columnCount === 1 || selection.whole !== undefined) {
    const direction = axis === 'row' ? (by === 1 ? 'down' : 'up') : by === 1 ? 'right' : 'left';
    const { row, column } = neighbour(layout, selection.active, direction);
    return selectCell(row, column);
  }
  const byRows = axis === 'column';
  const length = byRows ? rect.columnCount : rect.rowCount;
  const count = rect.rowCount * rect.columnCount;
  const { row, column } = selection.active;
  const position = byRows ? (row - rect.row) * length + (column - rect.column) : (column - rect.column) * length + (row - rect.row);
  const next = (position + by + count) % count;
  const major = Math.floor(next / length);
  const minor = next % length;
  return { ...selection, active: byRows ? { row: rect.row + major, column: rect.column + minor } : { row: rect.row + minor, column: rect.column + major } };
}
