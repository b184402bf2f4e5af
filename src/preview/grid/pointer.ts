/** What the mouse does in the grid: select, extend, resize, open links, edit. */
import { sizeOf } from './axis';
import type { GridController } from './controller';
import { beginEditing, commitEditing } from './editing';
import type { CellPosition, Selection } from './selection';
import { contains, rectOfSelection, selectCell, selectColumns, selectRows, selectSheet } from './selection';
import type { SheetLayout } from '../sheet/layout';
import { PIXELS_PER_POINT } from '../sheet/fonts';
import { hitTest } from './viewport';
import type { Hit, Scroll } from './viewport';

export interface PointerContext {
  readonly controller: GridController;
  readonly layout: () => SheetLayout;
  readonly scroll: () => Scroll;
  /** scrolls by pixels while a drag leaves the grid */
  readonly scrollBy: (left: number, top: number) => void;
  /** position of the mouse, from the top left of the scrolling element */
  readonly point: (event: PointerEvent) => { x: number; y: number };
  /** width that shows a column's content whole, in pixels */
  readonly fitColumn: (column: number) => number;
}

/** A press that goes on until the button is let go. */
export interface Drag {
  move(event: PointerEvent): void;
  /** @param under the element under the mouse */
  end(event: PointerEvent, under: Element | null): void;
}

/** Starts what a press of the main button means; returns what to do on moves and at the end of the drag. */
export function pressPointer(context: PointerContext, event: PointerEvent): Drag | undefined {
  const { controller } = context;
  const { x, y } = context.point(event);
  const hit = hitTest(context.layout(), context.scroll(), x, y);
  if (!commitEditing(controller)) return undefined;
  if ((hit.part === 'row' || hit.part === 'column') && hit.resize !== undefined) return resize(context, hit.part, hit.resize, event);
  const start = event.shiftKey ? controller.selection() : undefined;
  controller.select(extend(hit, start), false);
  return {
    move(moved) {
      const at = context.point(moved);
      autoScroll(context, at);
      const under = hitTest(context.layout(), context.scroll(), clamp(at.x, hit.part === 'column' ? 0 : 1), clamp(at.y, hit.part === 'row' ? 0 : 1));
      controller.select(drag(hit, under, start ?? extend(hit, undefined)), false);
    },
    end(ended, under) {
      const at = context.point(ended);
      const moved = Math.abs(at.x - x) > 3 || Math.abs(at.y - y) > 3;
      const linked = hit.part === 'cell' && !moved && !event.shiftKey ? linkedCell(under) : undefined;
      if (linked !== undefined) controller.followLink(linked.row, linked.column);
    },
  };
}

const clamp = (value: number, minimum: number): number => Math.max(value, minimum);
const isOnLink = (under: EventTarget | null): boolean => under instanceof Element && under.closest('.cell-link') !== null;

/** The cell a link text belongs to: it may run over the cells beside it. */
function linkedCell(under: Element | null): CellPosition | undefined {
  const [, row, column] = /^cell-(\d+)-(\d+)$/.exec(under?.closest('.cell-link')?.closest('.cell')?.id ?? '') ?? [];
  return row === undefined || column === undefined ? undefined : { row: Number(row), column: Number(column) };
}

/** The selection after a press; with Shift from where it began. */
function extend(hit: Hit, from: Selection | undefined): Selection {
  switch (hit.part) {
    case 'corner':
      return selectSheet();
    case 'row':
      return selectRows(from?.anchor.row ?? hit.index, hit.index);
    case 'column':
      return selectColumns(from?.anchor.column ?? hit.index, hit.index);
    case 'cell':
      return from === undefined ? selectCell(hit.cell.row, hit.cell.column) : { anchor: from.anchor, focus: hit.cell, active: from.active };
  }
}

function drag(start: Hit, under: Hit, from: Selection): Selection {
  const row = under.part === 'cell' ? under.cell.row : under.part === 'row' ? under.index : 0;
  const column = under.part === 'cell' ? under.cell.column : under.part === 'column' ? under.index : 0;
  if (start.part === 'row') return selectRows(from.anchor.row, row);
  if (start.part === 'column') return selectColumns(from.anchor.column, column);
  if (start.part === 'corner') return from;
  return { anchor: from.anchor, focus: { row, column }, active: from.active };
}

function autoScroll(context: PointerContext, { x, y }: { x: number; y: number }): void {
  const { width, height } = context.scroll();
  const left = x > width ? Math.min(x - width, 60) : x < 0 ? Math.max(x, -60) : 0;
  const top = y > height ? Math.min(y - height, 60) : y < 0 ? Math.max(y, -60) : 0;
  if (left !== 0 || top !== 0) context.scrollBy(left, top);
}

function resize(context: PointerContext, part: 'row' | 'column', index: number, event: PointerEvent): Drag {
  const { session } = context.controller;
  const sheet = context.controller.sheet();
  const axis = part === 'row' ? context.layout().rows : context.layout().columns;
  const start = part === 'row' ? event.clientY : event.clientX;
  const before = sizeOf(axis, index);
  const apply = (moved: PointerEvent): void => {
    const size = Math.max(before + (part === 'row' ? moved.clientY : moved.clientX) - start, 4) / PIXELS_PER_POINT;
    if (part === 'row') session.setRowHeight(sheet, index, size);
    else session.setColumnWidth(sheet, index, size);
  };
  return {
    move: apply,
    end(ended) {
      if (Math.abs((part === 'row' ? ended.clientY : ended.clientX) - start) > 1) apply(ended);
    },
  };
}

/** Double click: edit a cell, fit a column or row to its content. */
export function doubleClick(context: PointerContext, event: PointerEvent | MouseEvent): void {
  const { x, y } = context.point(event as PointerEvent);
  const hit = hitTest(context.layout(), context.scroll(), x, y);
  const { controller } = context;
  if (hit.part === 'cell') beginEditing(controller);
  if (hit.part === 'column' && hit.resize !== undefined) controller.session.setColumnWidth(controller.sheet(), hit.resize, context.fitColumn(hit.resize) / PIXELS_PER_POINT);
  if (hit.part === 'row' && hit.resize !== undefined) controller.session.setRowHeight(controller.sheet(), hit.resize, undefined);
}

/** Mouse pointer that tells what a press would do. */
export function cursorAt(context: PointerContext, event: PointerEvent): string {
  const { x, y } = context.point(event);
  const hit = hitTest(context.layout(), context.scroll(), x, y);
  if (hit.part === 'column') return hit.resize !== undefined ? 'col-resize' : 's-resize';
  if (hit.part === 'row') return hit.resize !== undefined ? 'row-resize' : 'e-resize';
  return hit.part === 'cell' && isOnLink(event.target) ? 'pointer' : 'cell';
}


/** The right button chooses what lies under it, unless that is chosen already. */
export function selectForMenu(context: PointerContext, event: MouseEvent): void {
  const { controller } = context;
  const { x, y } = context.point(event as PointerEvent);
  const hit = hitTest(context.layout(), context.scroll(), x, y);
  const rect = rectOfSelection(controller.selection());
  const { whole } = controller.selection();
  const chosen =
    hit.part === 'cell' ? contains(rect, hit.cell) : hit.part === 'row' ? whole === 'rows' && contains(rect, { row: hit.index, column: 0 }) : hit.part === 'column' ? whole === 'columns' && contains(rect, { row: 0, column: hit.index }) : whole === 'sheet';
  if (!chosen && commitEditing(controller)) controller.select(extend(hit, undefined), false);
}
