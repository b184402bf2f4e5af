/** Adding, renaming, deleting, activating sheets, and selecting on them. */
import { dropSheetFromFormula, renameSheetInFormula } from '../model/formula';
import { mapBookFormulas } from '../model/references';
import { addSheet, findSheet, freeSheetName, sheetNameProblem } from '../model/workbook';
import type { Rect, SheetModel } from '../model/types';
import { invalidArgument, invalidOperation, itemExists, type Workspace } from '../workspace';
import { assertWritable } from './guard';

/** @throws InvalidArgument for a name Excel does not take, ItemAlreadyExists for one that is there */
function assertSheetName(workspace: Workspace, name: string, own: SheetModel | undefined, location: string): void {
  const problem = sheetNameProblem(name);
  if (problem) throw invalidArgument(location, `the sheet name “${name}” ${problem}`);
  const other = findSheet(workspace.book, name);
  if (other && other !== own) throw itemExists(location);
}

/** Adds a sheet at the end; without a name the next free `SheetN`. It does not become the active one. */
export function createSheet(workspace: Workspace, name: string | undefined): SheetModel {
  const location = 'WorksheetCollection.add';
  assertWritable(workspace, location);
  if (name !== undefined) assertSheetName(workspace, name, undefined, location);
  const sheet = addSheet(workspace.book, name ?? freeSheetName(workspace.book));
  workspace.calculator.structureChanged();
  workspace.record({ kind: 'sheet-added', sheet });
  return sheet;
}

/** Renames a sheet; formulas, names, rules and charts follow. Hyperlinks do not, as in Excel. */
export function renameSheet(workspace: Workspace, sheet: SheetModel, name: string): void {
  const location = 'Worksheet.name';
  assertWritable(workspace, location);
  assertSheetName(workspace, name, sheet, location);
  const before = sheet.name;
  sheet.name = name;
  if (before === name) return;
  mapBookFormulas(workspace.book, (formula) => renameSheetInFormula(formula, before, name));
  workspace.calculator.structureChanged();
  workspace.record({ kind: 'other' });
}

const visibleSheets = (workspace: Workspace): SheetModel[] => workspace.book.sheets.filter((sheet) => sheet.visibility === 'Visible');

/** Deletes a sheet with its tables; references to it become `#REF!`. @throws InvalidOperation for the last visible one */
export function deleteSheet(workspace: Workspace, sheet: SheetModel): void {
  const location = 'Worksheet.delete';
  const { book } = workspace;
  assertWritable(workspace, location);
  if (sheet.visibility === 'VeryHidden') throw invalidOperation(location, 'a very hidden sheet cannot be deleted');
  const others = visibleSheets(workspace).filter((other) => other !== sheet);
  if (others.length === 0) throw invalidOperation(location, 'a workbook keeps one visible sheet');
  const at = book.sheets.indexOf(sheet);
  for (const table of book.tables.filter((candidate) => candidate.sheet === sheet)) {
    book.tables.splice(book.tables.indexOf(table), 1);
    workspace.record({ kind: 'table-deleted', table, sheet });
  }
  if (book.activeSheet === sheet) {
    const next = book.sheets.slice(at + 1).find((other) => other.visibility === 'Visible') ?? others.at(-1);
    if (next) activateSheet(workspace, next);
  }
  book.sheets.splice(at, 1);
  mapBookFormulas(book, (formula) => dropSheetFromFormula(formula, sheet.name));
  workspace.calculator.structureChanged();
  workspace.record({ kind: 'sheet-deleted', sheet });
}

/** Makes a sheet the active one; the selection goes to A1. @throws InvalidOperation when it is hidden */
export function activateSheet(workspace: Workspace, sheet: SheetModel): void {
  const { book } = workspace;
  if (sheet.visibility !== 'Visible') throw invalidOperation('Worksheet.activate', 'the sheet is hidden');
  if (book.activeSheet === sheet) return;
  const before = book.activeSheet;
  book.activeSheet = sheet;
  book.selection = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  workspace.record({ kind: 'sheet-deactivated', sheet: before });
  workspace.record({ kind: 'sheet-activated', sheet });
}

/** Selects a rectangle, on its sheet, which becomes active. */
export function select(workspace: Workspace, sheet: SheetModel, rect: Rect): void {
  activateSheet(workspace, sheet);
  workspace.book.selection = rect;
  workspace.record({ kind: 'selected', sheet, rect });
}

/** Shows or hides a sheet. @throws InvalidOperation when no visible sheet would be left */
export function setVisibility(workspace: Workspace, sheet: SheetModel, visibility: SheetModel['visibility']): void {
  const location = 'Worksheet.visibility';
  assertWritable(workspace, location);
  if (visibility !== 'Visible') {
    const others = visibleSheets(workspace).filter((other) => other !== sheet);
    const [next] = others;
    if (!next) throw invalidOperation(location, 'a workbook keeps one visible sheet');
    if (workspace.book.activeSheet === sheet) activateSheet(workspace, next);
  }
  sheet.visibility = visibility;
  workspace.record({ kind: 'other' });
}

/** Moves a sheet to a 0-based position. */
export function moveSheet(workspace: Workspace, sheet: SheetModel, position: number): void {
  assertWritable(workspace, 'Worksheet.position');
  const { sheets } = workspace.book;
  if (position < 0 || position >= sheets.length) throw invalidArgument('Worksheet.position', 'there is no such position');
  sheets.splice(sheets.indexOf(sheet), 1);
  sheets.splice(position, 0, sheet);
  workspace.record({ kind: 'other' });
}
