/** Editing a cell: begin, change, finish with validation, cancel. */
import { interpret } from '../../host/model/typing';
import { formatAt } from '../../host/model/formats';
import type { CellValue, DataValidationModel, SheetModel } from '../../host/model/types';
import { isAllowed, validationAt } from '../sheet/validation';
import type { GridController } from './controller';
import { selectCell } from './selection';
import type { Editing } from './state';

/** Opens the active cell for editing. `text` absent: with its content (F2); present: typed over it. */
export function beginEditing(controller: GridController, text?: string, place: Editing['place'] = 'cell'): void {
  const { session, store } = controller;
  if (store.get().editing !== undefined) return;
  const sheet = controller.sheet();
  const { row, column } = controller.selection().active;
  if (session.book.readOnly) {
    controller.refused({ reason: 'read-only' });
    return;
  }
  if (sheet.protection.protected && formatAt(sheet, row, column).locked !== false) {
    controller.refused({ reason: 'protected' });
    return;
  }
  session.setCellEditing(true);
  const mode = text === undefined ? 'edit' : 'replace';
  store.set({ editing: { sheet, row, column, text: text ?? session.editText(sheet, row, column), mode, place }, listOpen: false, copied: undefined, reveal: store.get().reveal + 1 });
}

export function changeText(controller: GridController, text: string): void {
  const { editing } = controller.store.get();
  if (editing !== undefined) controller.store.set({ editing: { ...editing, text } });
}

export function cancelEditing(controller: GridController): void {
  if (controller.store.get().editing === undefined) return;
  controller.store.set({ editing: undefined });
  controller.session.setCellEditing(false);
}

/**
 * Takes the typed text. `then` runs once the entry is in the sheet (moves the selection); it does not run when the entry was refused.
 * Returns whether the entry was taken at once.
 */
export function commitEditing(controller: GridController, then: () => void = () => undefined): boolean {
  const { editing } = controller.store.get();
  if (editing === undefined) {
    then();
    return true;
  }
  const { sheet, row, column, text } = editing;
  if (text === controller.session.editText(sheet, row, column)) {
    cancelEditing(controller);
    then();
    return true;
  }
  return enterText(controller, sheet, row, column, text, then);
}

/** Writes one typed text with validation; also used by the dropdown list. */
export function enterText(controller: GridController, sheet: SheetModel, row: number, column: number, text: string, then: () => void = () => undefined): boolean {
  const { session, store } = controller;
  const validation = validationAt(sheet, row, column);
  const write = (): boolean => {
    session.setCellEditing(false);
    const refusal = session.enter(sheet, [{ row, column, entry: text }]);
    if (refusal !== undefined) {
      if (store.get().editing !== undefined) session.setCellEditing(true);
      return !controller.refused(refusal);
    }
    store.set({ editing: undefined });
    return true;
  };
  const value = typedValue(controller, sheet, row, column, text);
  if (validation === undefined || validation.errorAlert?.showAlert === false || value === undefined) return finish(write(), then);
  if (validation.rule.type === 'Custom') {
    if (!write()) return false;
    if (isAllowed(session, sheet, row, column, validation, value)) return finish(true, then);
    session.undo();
  } else if (isAllowed(session, sheet, row, column, validation, value)) {
    return finish(write(), then);
  }
  alertInvalid(controller, validation, { sheet, row, column, text }, () => finish(write(), then));
  return false;
}

function finish(taken: boolean, then: () => void): boolean {
  if (taken) then();
  return taken;
}

/** The value the text will become; `undefined` when the host will refuse it anyway. */
function typedValue(controller: GridController, sheet: SheetModel, row: number, column: number, text: string): CellValue | undefined {
  const entry = interpret(text, formatAt(sheet, row, column).numberFormat ?? 'General', controller.session.today());
  if (entry.kind === 'blank') return '';
  if (entry.kind === 'value') return entry.value;
  return entry.kind === 'formula' ? controller.session.evaluate(entry.formula, sheet, row, column).value : undefined;
}

function alertInvalid(controller: GridController, validation: DataValidationModel, at: { sheet: SheetModel; row: number; column: number; text: string }, accept: () => void): void {
  const { session, store } = controller;
  const style = validation.errorAlert?.style ?? 'Stop';
  const close = () => store.set({ notice: undefined });
  store.set({
    notice: {
      kind: 'validation',
      style,
      title: validation.errorAlert?.title ?? '',
      message: validation.errorAlert?.message ?? '',
      retry() {
        close();
        session.setCellEditing(true);
        store.set({ editing: { ...at, mode: 'edit', place: 'cell' } });
      },
      accept() {
        close();
        accept();
      },
      cancel() {
        close();
        cancelEditing(controller);
        controller.select(selectCell(at.row, at.column));
      },
    },
  });
}
