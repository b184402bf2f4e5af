/** What everything that works on one open workbook shares: the model, the calculator, the journal of changes. */
import { HostError } from './dispatcher';
import type { ObjectMakers } from './objects/makers';
import type { Calculator, CellValue, Rect, SheetModel, TableModel, WorkbookModel } from './model/types';

export type ChangeType = 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted';
export type ShiftDirection = 'None' | 'ShiftCellLeft' | 'ShiftCellUp' | 'ShiftCellRight' | 'ShiftCellDown';

/** One thing that happened, in the order it happened. Events and redrawing are made from these. */
export type Change =
  | { readonly kind: 'cells'; readonly sheet: SheetModel; readonly rect: Rect; readonly changeType: ChangeType; readonly shift: ShiftDirection; readonly detail?: { readonly before: CellValue; readonly after: CellValue } }
  | { readonly kind: 'sheet-added' | 'sheet-deleted' | 'sheet-activated' | 'sheet-deactivated'; readonly sheet: SheetModel }
  | { readonly kind: 'selected'; readonly sheet: SheetModel; readonly rect: Rect }
  | { readonly kind: 'table-added' | 'table-deleted'; readonly table: TableModel; readonly sheet: SheetModel }
  /** formats, rules, names, settings, charts …: no event, but something to redraw */
  | { readonly kind: 'other' };

/** A position that follows when cells are inserted or deleted. */
export interface Anchor {
  readonly sheet: SheetModel;
  rect: Rect;
  /** the cells were deleted */
  gone: boolean;
}

export interface Workspace {
  readonly objects: ObjectMakers;
  readonly book: WorkbookModel;
  readonly calculator: Calculator;
  /** `YYYY-MM-DD` */
  readonly today: () => string;
  readonly record: (change: Change) => void;
  /** Positions that must move with their cells: ranges the clients hold. */
  readonly anchors: () => Iterable<Anchor>;
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual';
}

/** Calculates what is out of date, unless calculation is manual. */
export function calculate(workspace: Workspace): void {
  if (workspace.calculationMode !== 'Manual') workspace.calculator.calculate();
}

export const invalidArgument = (location: string, why = ''): HostError => new HostError('InvalidArgument', `The argument is invalid or missing or has an incorrect format.${why ? ` (${why})` : ''}`, location);
export const itemNotFound = (location: string): HostError => new HostError('ItemNotFound', "The requested resource doesn't exist.", location);
export const itemExists = (location: string): HostError => new HostError('ItemAlreadyExists', 'The resource being created already exists.', location);
export const invalidOperation = (location: string, why: string): HostError => new HostError('InvalidOperation', `The operation attempted is invalid on the object. (${why})`, location);
export const accessDenied = (location: string, why: string): HostError => new HostError('AccessDenied', `You cannot perform the requested operation. (${why})`, location);
