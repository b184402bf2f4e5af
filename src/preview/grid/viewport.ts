/** Which cells are on the screen, and which cell lies under a point. */
import type { SheetLayout } from '../sheet/layout';
import { indexAt, lengthOf, offsetOf, sizeOf } from './axis';
import type { Axis } from './axis';
import type { CellPosition } from './selection';

/** Height of the column letters and width of the row numbers, in pixels. */
export const HEADER_HEIGHT = 22;
export const HEADER_WIDTH = 46;

/** State of the scrolling element. */
export interface Scroll {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Half-open range of items. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Visible {
  readonly rows: Span;
  readonly columns: Span;
}

const OVERSCAN_ROWS = 5;
const OVERSCAN_COLUMNS = 2;

/** The scrolled part on screen with some cells around it; frozen ones are apart. */
export function visibleCells(layout: SheetLayout, scroll: Scroll): Visible {
  return {
    rows: span(layout.rows, layout.frozen.rows, scroll.top, scroll.height - HEADER_HEIGHT, OVERSCAN_ROWS),
    columns: span(layout.columns, layout.frozen.columns, scroll.left, scroll.width - HEADER_WIDTH, OVERSCAN_COLUMNS),
  };
}

function span(axis: Axis, frozen: number, scrolled: number, length: number, overscan: number): Span {
  const start = indexAt(axis, offsetOf(axis, frozen) + scrolled);
  const end = indexAt(axis, scrolled + Math.max(length, 0));
  return { from: Math.max(frozen, start - overscan), to: Math.min(axis.count, end + 1 + overscan) };
}

export type Hit =
  | { readonly part: 'cell'; readonly cell: CellPosition }
  | { readonly part: 'corner' }
  | { readonly part: 'row'; readonly index: number; readonly resize: number | undefined }
  | { readonly part: 'column'; readonly index: number; readonly resize: number | undefined };

/** Pixels beside a border that take hold of it. */
const GRIP = 4;

/** What lies at a point, counted from the top left of the scrolling element. */
export function hitTest(layout: SheetLayout, scroll: Scroll, x: number, y: number): Hit {
  const row = itemAt(layout.rows, layout.frozen.rows, y - HEADER_HEIGHT, scroll.top);
  const column = itemAt(layout.columns, layout.frozen.columns, x - HEADER_WIDTH, scroll.left);
  if (x < HEADER_WIDTH && y < HEADER_HEIGHT) return { part: 'corner' };
  if (y < HEADER_HEIGHT) return { part: 'column', index: column.index, resize: column.border };
  if (x < HEADER_WIDTH) return { part: 'row', index: row.index, resize: row.border };
  return { part: 'cell', cell: { row: row.index, column: column.index } };
}

function itemAt(axis: Axis, frozen: number, point: number, scrolled: number): { index: number; border: number | undefined } {
  const at = Math.max(point < offsetOf(axis, frozen) ? point : point + scrolled, 0);
  const index = indexAt(axis, at);
  const nearEnd = offsetOf(axis, index + 1) - at <= GRIP;
  const nearStart = at - offsetOf(axis, index) < GRIP && index > 0;
  return { index, border: nearEnd ? index : nearStart ? index - 1 : undefined };
}

/** Scroll position that brings a cell into the part that scrolls; unchanged when it is there. */
export function scrollTo(layout: SheetLayout, scroll: Scroll, cell: CellPosition): { left: number; top: number } {
  return {
    left: reach(layout.columns, layout.frozen.columns, cell.column, scroll.left, scroll.width - HEADER_WIDTH),
    top: reach(layout.rows, layout.frozen.rows, cell.row, scroll.top, scroll.height - HEADER_HEIGHT),
  };
}

function reach(axis: Axis, frozen: number, index: number, scrolled: number, length: number): number {
  if (index < frozen) return scrolled;
  const start = offsetOf(axis, index);
  const end = start + sizeOf(axis, index);
  const frozenLength = offsetOf(axis, frozen);
  if (start - scrolled < frozenLength) return start - frozenLength;
  if (end - scrolled > length) return Math.min(end - length, start - frozenLength);
  return scrolled;
}

/** Pixel rectangle of a cell on the screen, from the top left of the scrolling element. */
export function screenRect(layout: SheetLayout, scroll: Scroll, { row, column }: CellPosition): { left: number; top: number; width: number; height: number } {
  return {
    left: HEADER_WIDTH + offsetOf(layout.columns, column) - (column < layout.frozen.columns ? 0 : scroll.left),
    top: HEADER_HEIGHT + offsetOf(layout.rows, row) - (row < layout.frozen.rows ? 0 : scroll.top),
    width: sizeOf(layout.columns, column),
    height: sizeOf(layout.rows, row),
  };
}

/** Size of the whole drawn sheet with its headers. */
export const drawnSize = (layout: SheetLayout): { width: number; height: number } => ({
  width: HEADER_WIDTH + lengthOf(layout.columns),
  height: HEADER_HEIGHT + lengthOf(layout.rows),
});
