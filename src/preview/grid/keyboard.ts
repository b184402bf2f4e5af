/** Keys of the grid, as Excel has them. */
import { offsetOf, indexAt } from './axis';
import { clearBlock, fillBlock } from './clipboard';
import type { GridController } from './controller';
import { isFilled } from './controller';
import { beginEditing, cancelEditing, commitEditing } from './editing';
import type { CellPosition, Direction, Selection } from './selection';
import { edge, neighbour, rectOfSelection, selectCell, selectColumns, selectRows, selectSheet, walk } from './selection';
import type { SheetLayout } from '../sheet/layout';
import { usedSize } from '../sheet/layout';
import { validationAt } from '../sheet/validation';

export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export interface KeyContext {
  readonly controller: GridController;
  readonly layout: SheetLayout;
  /** pixels of the scrolling part, for Page Up and Down */
  readonly pageHeight: number;
  readonly pageWidth: number;
}

const ARROWS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** Acts on a key while no cell is edited. False: the key is not the grid's. */
export function pressKey(context: KeyContext, press: KeyPress): boolean {
  const { controller } = context;
  const { key, ctrl, shift, alt } = press;
  const arrow = ARROWS[key];
  if (alt) return arrow === 'down' && openList(controller);
  if (arrow !== undefined) {
    move(context, shift, (from) => (ctrl ? edge(context.layout, from, arrow, ({ row, column }) => isFilled(controller.sheet(), row, column)) : neighbour(context.layout, from, arrow)));
    return true;
  }
  if (ctrl) return pressWithControl(context, key.toLowerCase(), shift);
  switch (key) {
    case 'Tab':
      controller.select(walk(context.layout, controller.selection(), 'column', shift ? -1 : 1));
      return true;
    case 'Enter':
      controller.select(walk(context.layout, controller.selection(), 'row', shift ? -1 : 1));
      return true;
    case 'F2':
      beginEditing(controller);
      return true;
    case 'Delete':
      clearBlock(controller);
      return true;
    case 'Backspace':
      beginEditing(controller, '');
      return true;
    case 'Escape':
      controller.store.set({ copied: undefined, listOpen: false });
      return true;
    case 'Home':
      move(context, shift, (from) => ({ row: from.row, column: context.layout.frozen.columns }));
      return true;
    case 'PageDown':
    case 'PageUp':
      move(context, shift, (from) => page(context, from, key === 'PageDown' ? 1 : -1));
      return true;
    case ' ':
      return shift ? selectWhole(controller, 'rows') : false;
    default:
      return false;
  }
}

function pressWithControl(context: KeyContext, key: string, shift: boolean): boolean {
  const { controller } = context;
  switch (key) {
    case 'home':
      move(context, shift, () => ({ row: context.layout.frozen.rows, column: context.layout.frozen.columns }));
      return true;
    case 'end': {
      const used = usedSize(controller.sheet());
      move(context, shift, () => ({ row: Math.max(used.rows - 1, 0), column: Math.max(used.columns - 1, 0) }));
      return true;
    }
    case 'a':
      controller.select(selectSheet(), false);
      return true;
    case ' ':
      return selectWhole(controller, 'columns');
    case 'd':
    case 'r':
      fillBlock(controller, key === 'd' ? 'down' : 'right');
      return true;
    case 'z':
    case 'y':
      if (key === 'y' || shift) controller.session.redo();
      else controller.session.undo();
      return true;
    case ';':
      beginEditing(controller, controller.session.today());
      return true;
    case 'pagedown':
    case 'pageup':
      nextSheet(controller, key === 'pagedown' ? 1 : -1);
      return true;
    default:
      return false;
  }
}

/** Acts on a key while a cell is edited. False: the key belongs to the text. */
export function pressKeyWhileEditing(context: KeyContext, press: KeyPress): boolean {
  const { controller, layout } = context;
  const editing = controller.store.get().editing;
  const then = (axis: 'row' | 'column', by: 1 | -1) => commitEditing(controller, () => controller.select(walk(layout, controller.selection(), axis, by)));
  if (press.key === 'Escape') {
    cancelEditing(controller);
    return true;
  }
  if (press.key === 'Enter' && !press.alt) {
    then('row', press.shift ? -1 : 1);
    return true;
  }
  if (press.key === 'Tab') {
    then('column', press.shift ? -1 : 1);
    return true;
  }
  const arrow = ARROWS[press.key];
  if (arrow !== undefined && editing?.mode === 'replace' && editing.place === 'cell' && !press.alt) {
    commitEditing(controller, () => {
      const { row, column } = neighbour(layout, controller.selection().active, arrow);
      controller.select(selectCell(row, column));
    });
    return true;
  }
  return false;
}

/** Moves the active cell, or with Shift the far corner of the block. */
function move(context: KeyContext, extend: boolean, to: (from: CellPosition) => CellPosition): void {
  const { controller } = context;
  const selection = controller.selection();
  if (!extend) {
    const { row, column } = to(selection.active);
    controller.select(selectCell(row, column));
    return;
  }
  const focus = to(selection.focus);
  const next: Selection = { anchor: selection.anchor, focus, active: selection.active };
  controller.select(next);
}

function page({ layout, pageHeight }: KeyContext, from: CellPosition, by: 1 | -1): CellPosition {
  const frozen = offsetOf(layout.rows, layout.frozen.rows);
  const target = offsetOf(layout.rows, from.row) + by * Math.max(pageHeight - frozen, 40);
  return { row: indexAt(layout.rows, Math.max(target, 0)), column: from.column };
}

function selectWhole(controller: GridController, whole: 'rows' | 'columns'): boolean {
  const rect = rectOfSelection(controller.selection());
  controller.select(whole === 'rows' ? selectRows(rect.row, rect.row + rect.rowCount - 1) : selectColumns(rect.column, rect.column + rect.columnCount - 1), false);
  return true;
}

/** Opens the dropdown of the active cell. */
export function openList(controller: GridController): boolean {
  const { row, column } = controller.selection().active;
  const rule = validationAt(controller.sheet(), row, column)?.rule;
  if (rule?.type !== 'List') return false;
  controller.store.set({ listOpen: true });
  return true;
}

function nextSheet(controller: GridController, by: 1 | -1): void {
  const visible = controller.session.book.sheets.filter(({ visibility }) => visibility === 'Visible');
  const next = visible[visible.indexOf(controller.sheet()) + by];
  if (next !== undefined) controller.activate(next);
}
