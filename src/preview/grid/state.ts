/** What the page knows beside the workbook: what is selected on each sheet, what is being edited or copied, which message is open. */
import type { Rect, SheetModel } from '../../host/model/types';
import type { EntryRefusal } from '../session/types';
import { createStore } from '../session/store';
import type { Store } from '../session/store';
import type { Selection } from './selection';
import { selectCell } from './selection';

export interface Editing {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** typed over the cell (arrow keys finish) or opened with F2 (arrow keys move the caret) */
  readonly mode: 'replace' | 'edit';
  readonly place: 'cell' | 'formula-bar';
}

export interface Copied {
  readonly sheet: SheetModel;
  readonly rect: Rect;
  readonly cut: boolean;
  /** what went to the clipboard: a paste of anything else came from another program */
  readonly text: string;
}

/** A message that waits for an answer before anything else happens. */
export type Notice =
  | { readonly kind: 'refused'; readonly refusal: EntryRefusal }
  | {
      readonly kind: 'validation';
      readonly style: 'Stop' | 'Warning' | 'Information';
      readonly title: string;
      readonly message: string;
      readonly retry: () => void;
      readonly accept: () => void;
      readonly cancel: () => void;
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'question'; readonly text: string; readonly accept: () => void };

export interface GridState {
  readonly selections: ReadonlyMap<string, Selection>;
  readonly editing: Editing | undefined;
  readonly copied: Copied | undefined;
  readonly notice: Notice | undefined;
  /** the list of the active cell's dropdown is open */
  readonly listOpen: boolean;
  /** grows when the active cell must be scrolled into view */
  readonly reveal: number;
}

export type GridStore = Store<GridState>;

export const createGridStore = (): GridStore =>
  createStore<GridState>({ selections: new Map(), editing: undefined, copied: undefined, notice: undefined, listOpen: false, reveal: 0 });

export const selectionOf = (state: GridState, sheet: SheetModel): Selection => state.selections.get(sheet.id) ?? selectCell(0, 0);
