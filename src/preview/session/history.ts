/** Undo and redo of what a person wrote into cells. Changes of structure and of the add-in cannot be taken back, as with most add-ins in Excel. */
import type { CellModel, Rect, SheetModel, TableModel } from '../../host/model/types';
import { cellKey } from '../../host/model/types';

export interface CellState {
  readonly row: number;
  readonly column: number;
  readonly before: CellModel | undefined;
  readonly after: CellModel | undefined;
}

export interface Step {
  readonly sheet: SheetModel;
  readonly cells: readonly CellState[];
  /** tables that grew with the entry */
  readonly grown: readonly { readonly table: TableModel; readonly before: Rect; readonly after: Rect }[];
}

export interface History {
  push(step: Step): void;
  undo(): Step | undefined;
  redo(): Step | undefined;
  /** After a change of structure the cells of earlier steps are elsewhere. */
  clear(): void;
}

const DEPTH = 100;

export function createHistory(): History {
  let done: Step[] = [];
  let undone: Step[] = [];
  return {
    push(step) {
      done = [...done.slice(-DEPTH + 1), step];
      undone = [];
    },
    undo() {
      const step = done.pop();
      if (step !== undefined) undone.push(step);
      return step;
    },
    redo() {
      const step = undone.pop();
      if (step !== undefined) done.push(step);
      return step;
    },
    clear() {
      done = [];
      undone = [];
    },
  };
}

export const snapshot = (cell: CellModel | undefined): CellModel | undefined => (cell === undefined ? undefined : { ...cell });

/** Puts cells back as they were. */
export function restore(sheet: SheetModel, row: number, column: number, state: CellModel | undefined): void {
  if (state === undefined) sheet.cells.delete(cellKey(row, column));
  else sheet.cells.set(cellKey(row, column), { ...state });
}
