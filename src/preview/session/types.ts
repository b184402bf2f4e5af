/** What the page needs of the host: the workbook, what a person does to it, and the pane that is connected to it. */
import type { ConditionalAppearance } from '../../host/calc/conditional-format';
import type { CellFormat, CellModel, CellValue, HyperlinkModel, Rect, SheetModel, WorkbookModel } from '../../host/model/types';

/** What goes into one cell: text as a person types it, or the content of a copied cell. */
export interface CellEntry {
  readonly row: number;
  readonly column: number;
  readonly entry: string | CopiedCell;
}

export interface CopiedCell {
  readonly value: CellValue;
  readonly formula?: string;
  readonly format?: CellFormat;
  readonly hyperlink?: HyperlinkModel;
}

/** Why an entry was not taken; words are in the page's texts. */
export type EntryRefusal =
  | { readonly reason: 'read-only' | 'protected' | 'filtered' | 'table' | 'too-large' | 'cell-edit' }
  | { readonly reason: 'other' | 'place'; readonly message: string };

export interface Session {
  readonly book: WorkbookModel;
  /** Grows with every change of the workbook. */
  version(): number;
  subscribe(listener: () => void): () => void;

  /** Called when the selection or the active sheet changed, also by the add-in. */
  onSelection(listener: () => void): () => void;

  /** The text a cell shows and the colour its number format asks for. */
  display(cell: CellModel): { readonly text: string; readonly color?: string };
  /** The text to edit: the formula, or the value as it would be typed. */
  editText(sheet: SheetModel, row: number, column: number): string;
  /** What conditional formats make of the cells of a block, by `cellKey`; evaluated together. */
  appearances(sheet: SheetModel, rect: Rect): ReadonlyMap<number, ConditionalAppearance>;
  evaluate(formula: string, sheet: SheetModel, row: number, column: number): { value: CellValue; error?: boolean };

  /** Writes cells as one step that undo takes back. */
  enter(sheet: SheetModel, entries: readonly CellEntry[]): EntryRefusal | undefined;
  undo(): boolean;
  redo(): boolean;

  activate(sheet: SheetModel): void;
  select(rect: Rect): void;
  insertRows(sheet: SheetModel, row: number, count: number): EntryRefusal | undefined;
  deleteRows(sheet: SheetModel, row: number, count: number): EntryRefusal | undefined;
  insertColumns(sheet: SheetModel, column: number, count: number): EntryRefusal | undefined;
  deleteColumns(sheet: SheetModel, column: number, count: number): EntryRefusal | undefined;
  setColumnWidth(sheet: SheetModel, column: number, points: number): void;
  setRowHeight(sheet: SheetModel, row: number, points: number | undefined): void;
  addSheet(): EntryRefusal | undefined;
  renameSheet(sheet: SheetModel, name: string): EntryRefusal | undefined;
  deleteSheet(sheet: SheetModel): EntryRefusal | undefined;

  /** `YYYY-MM-DD`: the year of dates typed without one */
  today(): string;

  /** While a cell is being edited Excel answers no request of an add-in. */
  setCellEditing(editing: boolean): void;
  /** Keeps that state for trying it out. */
  holdCellEditing(held: boolean): void;
  setReadOnly(readOnly: boolean): void;
  /** Milliseconds before each answer to the add-in. */
  setDelay(milliseconds: number): void;
  /** The workbook as the bytes of an .xlsx. */
  save(): Promise<Uint8Array>;
}
