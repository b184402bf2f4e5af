/** What a person does in the grid: typing, pasting, rows, sorting, renaming. Refusals come back as data. */
import { HostError } from './dispatcher';
import { cell, cellCount, isOnSheet, parseRect } from './model/address';
import { getCell } from './model/cells';
import { bodyRect } from './model/tables';
import { findSheet, findTable } from './model/workbook';
import { cellKey, MAX_COLUMNS, type CellModel, type Rect, type SheetModel, type TableModel } from './model/types';
import { writeContent } from './edits/content';
import { activateSheet, createSheet, deleteSheet, renameSheet, select } from './edits/sheets';
import { deleteCells, insertCells } from './edits/shift';
import { clearTableFilters, filterColumn, sortRows } from './edits/tables';
import { invalidCells } from './edits/validation';
import { rulesIn } from './edits/rules';
import { calculate, invalidArgument, itemNotFound, type Workspace } from './workspace';

/** `undefined` when it was done, else why Excel refuses it. */
export type Refusal = HostError | undefined;

export interface UserActions {
  /** Types a text into a cell, or pastes a block with its top left corner there. Typing rules, tables and validation apply as in Excel; a paste is not validated. */
  edit(sheet: string, address: string, value: string | number | boolean | readonly (readonly string[])[]): Refusal;
  insertRows(sheet: string, row: number, count: number): Refusal;
  deleteRows(sheet: string, row: number, count: number): Refusal;
  sortTable(table: string, column: string, ascending: boolean): Refusal;
  /** Shows only rows with these texts; no values = all rows. */
  filterTable(table: string, column: string, values?: readonly string[]): Refusal;
  renameHeader(table: string, column: string, name: string): Refusal;
  renameSheet(sheet: string, name: string): Refusal;
  addSheet(name?: string): Refusal;
  deleteSheet(sheet: string): Refusal;
  activateSheet(sheet: string): Refusal;
  select(sheet: string, address: string): Refusal;
  /** Anything else she does, written with the functions of `edits/`: one action, one calculation, events with her as their source. */
  perform(action: (workspace: Workspace) => void): Refusal;
}

/** @param run carries out one action, then calculates and sends events */
export function createUserActions(workspace: Workspace, run: (action: () => void) => void): UserActions {
  const attempt = (action: () => void): Refusal => {
    let refusal: Refusal;
    run(() => {
      try {
        action();
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        refusal = error;
      }
    });
    return refusal;
  };
  const sheetOf = (name: string): SheetModel => {
    const sheet = findSheet(workspace.book, name);
    if (!sheet) throw itemNotFound('Worksheet');
    return sheet;
  };
  const tableOf = (name: string, column: string): { table: TableModel; index: number } => {
    const table = findTable(workspace.book, name);
    const index = table?.columns.findIndex((candidate) => candidate.name.toLowerCase() === column.toLowerCase()) ?? -1;
    if (!table || index < 0) throw itemNotFound('Table');
    return { table, index };
  };
  const rows = (row: number, count: number): Rect => ({ row, rowCount: count, column: 0, columnCount: MAX_COLUMNS });
  return {
    edit: (sheet, address, value) => attempt(() => edit(workspace, sheetOf(sheet), address, value)),
    insertRows: (sheet, row, count) => attempt(() => insertCells(workspace, sheetOf(sheet), rows(row, count), 'row', 'User.insertRows')),
    deleteRows: (sheet, row, count) => attempt(() => deleteCells(workspace, sheetOf(sheet), rows(row, count), 'row', 'User.deleteRows')),
    sortTable: (name, column, ascending) =>
      attempt(() => {
        const { table, index } = tableOf(name, column);
        sortRows(workspace, table.sheet, bodyRect(table), [{ key: index, ascending }], 'User.sortTable');
      }),
    filterTable: (name, column, values) =>
      attempt(() => {
        const { table, index } = tableOf(name, column);
        if (values) filterColumn(workspace, table, index, values);
        else clearTableFilters(workspace, table);
      }),
    renameHeader: (name, column, to) =>
      attempt(() => {
        const { table, index } = tableOf(name, column);
        writeContent(workspace, table.sheet, cell(table.range.row, table.range.column + index), to, 'User.renameHeader', { repairHeaders: true });
      }),
    renameSheet: (sheet, name) => attempt(() => renameSheet(workspace, sheetOf(sheet), name)),
    addSheet: (name) => attempt(() => activateSheet(workspace, createSheet(workspace, name))),
    deleteSheet: (sheet) => attempt(() => deleteSheet(workspace, sheetOf(sheet))),
    activateSheet: (sheet) => attempt(() => activateSheet(workspace, sheetOf(sheet))),
    select: (sheet, address) => attempt(() => select(workspace, sheetOf(sheet), rectOf(address))),
    perform: (action) => attempt(() => action(workspace)),
  };
}

function rectOf(address: string): Rect {
  const rect = parseRect(address);
  if (!rect) throw invalidArgument('User', `“${address}” is no address`);
  return rect;
}

function edit(workspace: Workspace, sheet: SheetModel, address: string, value: string | number | boolean | readonly (readonly string[])[]): void {
  const target = rectOf(address);
  if (typeof value !== 'object') {
    const before = snapshot(sheet, target);
    writeContent(workspace, sheet, target, value, 'User.edit', { repairHeaders: true });
    rejectInvalid(workspace, sheet, target, before);
    return;
  }
  const columnCount = Math.max(0, ...value.map((line) => line.length));
  const rect = { row: target.row, column: target.column, rowCount: value.length, columnCount };
  if (!isOnSheet(rect)) throw invalidArgument('User.edit', 'the block does not fit on the sheet');
  writeContent(workspace, sheet, rect, value.map((line) => Array.from({ length: columnCount }, (_, index) => line[index] ?? null)), 'User.edit', { repairHeaders: true });
}

const snapshot = (sheet: SheetModel, rect: Rect): CellModel | undefined => {
  const found = cellCount(rect) === 1 ? getCell(sheet, rect.row, rect.column) : undefined;
  return found && { ...found };
};

/** A typed value that breaks a rule with style Stop is taken back. */
function rejectInvalid(workspace: Workspace, sheet: SheetModel, rect: Rect, before: CellModel | undefined): void {
  const stops = rulesIn(sheet.validations, rect).find((rule) => (rule.errorAlert?.style ?? 'Stop') === 'Stop' && rule.errorAlert?.showAlert !== false);
  if (!stops || cellCount(rect) !== 1) return;
  calculate(workspace);
  if (invalidCells(workspace, sheet, rect).length === 0) return;
  const key = cellKey(rect.row, rect.column);
  if (before) sheet.cells.set(key, before);
  else sheet.cells.delete(key);
  workspace.calculator.cellsChanged(sheet, rect);
  throw new HostError('DataValidation', stops.errorAlert?.message || 'This value doesn\'t match the data validation restrictions defined for this cell.', 'User.edit');
}
