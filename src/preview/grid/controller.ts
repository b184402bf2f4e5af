/** What a person can do in the grid. Keys, mouse, ribbon and formula bar all end here. */
import type { Rect, SheetModel } from '../../host/model/types';
import { MAX_COLUMNS, MAX_ROWS, cellKey } from '../../host/model/types';
import type { EntryRefusal, Session } from '../session/types';
import { hyperlinkOf, placeOf } from '../sheet/links';
import { usedSize } from '../sheet/layout';
import type { Selection } from './selection';
import { rectOfSelection, sameRect, selectRect } from './selection';
import type { GridStore } from './state';
import { selectionOf } from './state';

export interface GridController {
  readonly session: Session;
  readonly store: GridStore;
  sheet(): SheetModel;
  selection(): Selection;
  /** @param reveal scroll the active cell into view; default true */
  select(selection: Selection, reveal?: boolean): void;
  goTo(sheet: SheetModel, rect: Rect): void;
  /** Goes where a typed reference points: `B4`, `'1 回顾目标'!A4`, a table or a name. False when it points nowhere. */
  goToReference(reference: string): boolean;
  followLink(row: number, column: number): boolean;
  activate(sheet: SheetModel): void;
  /** Shows why something was refused; true when it was. */
  refused(refusal: EntryRefusal | undefined): boolean;
  /** The selected block cut down to the used part of the sheet, for whole rows and columns. */
  usedSelection(): Rect;
}

/** @param open opens an address outside the workbook */
export function createGridController(session: Session, store: GridStore, open: (address: string) => void): GridController {
  const sheet = () => session.book.activeSheet;
  const selection = () => selectionOf(store.get(), sheet());

  function select(next: Selection, reveal = true): void {
    const selections = new Map(store.get().selections).set(sheet().id, next);
    store.set({ selections, listOpen: false, reveal: store.get().reveal + (reveal ? 1 : 0) });
    session.select(rectOfSelection(next));
  }

  function activate(target: SheetModel): void {
    if (target === sheet()) return;
    session.activate(target);
    session.select(rectOfSelection(selectionOf(store.get(), target)));
    store.set({ listOpen: false, reveal: store.get().reveal + 1 });
  }

  function goTo(target: SheetModel, rect: Rect): void {
    activate(target);
    select(selectRect(rect));
  }

  function goToReference(reference: string): boolean {
    const place = placeOf(session, reference.trim());
    if (place === undefined || place.sheet.visibility !== 'Visible') return false;
    goTo(place.sheet, place.rect);
    return true;
  }

  // The add-in selects too.
  session.onSelection(() => {
    const { selection: rect } = session.book;
    if (!sameRect(rect, rectOfSelection(selection()))) store.set({ selections: new Map(store.get().selections).set(sheet().id, selectRect(rect)), reveal: store.get().reveal + 1 });
  });

  return {
    session,
    store,
    sheet,
    selection,
    select,
    activate,
    goTo,
    goToReference,
    followLink(row, column) {
      const link = hyperlinkOf(session, sheet(), row, column);
      if (link === undefined) return false;
      if (link.documentReference !== undefined && link.documentReference !== '') {
        if (goToReference(link.documentReference)) return true;
        store.set({ notice: { kind: 'refused', refusal: { reason: 'place', message: link.documentReference } } });
        return true;
      }
      if (link.address !== undefined && /^(https?:|mailto:)/i.test(link.address)) open(link.address);
      return true;
    },
    refused(refusal) {
      if (refusal !== undefined) store.set({ notice: { kind: 'refused', refusal } });
      return refusal !== undefined;
    },
    usedSelection() {
      const rect = rectOfSelection(selection());
      const used = usedSize(sheet());
      const rowCount = rect.rowCount === MAX_ROWS ? Math.max(used.rows - rect.row, 1) : rect.rowCount;
      const columnCount = rect.columnCount === MAX_COLUMNS ? Math.max(used.columns - rect.column, 1) : rect.columnCount;
      return { ...rect, rowCount, columnCount };
    },
  };
}

/** True when a cell shows something; for Ctrl + arrow. */
export const isFilled = (sheet: SheetModel, row: number, column: number): boolean => (sheet.cells.get(cellKey(row, column))?.value ?? '') !== '';
