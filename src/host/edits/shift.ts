/** Inserting and deleting cells, rows and columns, with the checks and the news of it. */
import { HostError } from '../dispatcher';
import { contains, intersect, isWholeColumns, isWholeRows } from '../model/address';
import { applyShift, shiftFor, shiftProblem, shiftRect, type Shift } from '../model/structure';
import { bodyRect, fillCalculatedColumns } from '../model/tables';
import type { Rect, SheetModel, TableModel } from '../model/types';
import type { ChangeType, Workspace } from '../workspace';
import { clearContent } from './content';
import { assertSheetEditable } from './guard';

/** Carries out a shift: checks, model, positions held by clients. Says nothing to the journal. */
export function shiftCells(workspace: Workspace, shift: Shift, location: string): void {
  const problem = shiftProblem(workspace.book, shift);
  if (problem === 'InsertDeleteConflict') throw new HostError(problem, 'The attempted insert or delete operation resulted in a conflict.', location);
  if (problem) throw new HostError(problem, "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.", location);
  applyShift(workspace.book, shift);
  for (const anchor of workspace.anchors()) {
    if (anchor.gone || anchor.sheet !== shift.sheet) continue;
    const moved = shiftRect(anchor.rect, shift);
    if (moved) anchor.rect = moved;
    else anchor.gone = true;
  }
  workspace.calculator.structureChanged();
}

function changeType(rect: Rect, kind: 'insert' | 'delete'): ChangeType {
  const done = kind === 'insert' ? 'Inserted' : 'Deleted';
  if (isWholeRows(rect)) return `Row${done}`;
  return isWholeColumns(rect) ? `Column${done}` : `Cell${done}`;
}

/** Inserts blank cells in place of the rectangle; what was there moves down (axis `row`) or right. New table rows get the calculated columns. */
export function insertCells(workspace: Workspace, sheet: SheetModel, rect: Rect, axis: 'row' | 'column', location: string): void {
  assertSheetEditable(workspace, sheet, location, isWholeRows(rect) ? 'allowInsertRows' : isWholeColumns(rect) ? 'allowInsertColumns' : undefined);
  shiftCells(workspace, shiftFor(sheet, rect, axis, 'insert'), location);
  if (axis === 'row')
    for (const table of workspace.book.tables) {
      const part = table.sheet === sheet ? intersect(bodyRect(table), rect) : undefined;
      if (part) fillCalculatedColumns(table, part.row, part.rowCount);
    }
  workspace.record({ kind: 'cells', sheet, rect, changeType: changeType(rect, 'insert'), shift: axis === 'row' ? 'ShiftCellDown' : 'ShiftCellRight' });
}

/** Deletes the rectangle; what is below moves up (axis `row`) or what is right moves left. A table keeps one data row, blank. */
export function deleteCells(workspace: Workspace, sheet: SheetModel, rect: Rect, axis: 'row' | 'column', location: string): void {
  assertSheetEditable(workspace, sheet, location, isWholeRows(rect) ? 'allowDeleteRows' : isWholeColumns(rect) ? 'allowDeleteColumns' : undefined);
  const emptied = axis === 'row' ? workspace.book.tables.find((table) => losesAllRows(table, sheet, rect)) : undefined;
  if (emptied) {
    const body = bodyRect(emptied);
    clearContent(workspace, sheet, { ...body, rowCount: 1 });
    if (body.rowCount > 1) shiftCells(workspace, shiftFor(sheet, { ...rect, row: body.row + 1, rowCount: body.rowCount - 1 }, axis, 'delete'), location);
  } else {
    const before = new Set(workspace.book.tables);
    shiftCells(workspace, shiftFor(sheet, rect, axis, 'delete'), location);
    for (const table of before) if (!workspace.book.tables.includes(table)) workspace.record({ kind: 'table-deleted', table, sheet });
  }
  workspace.record({ kind: 'cells', sheet, rect, changeType: changeType(rect, 'delete'), shift: axis === 'row' ? 'ShiftCellUp' : 'ShiftCellLeft' });
}

function losesAllRows(table: TableModel, sheet: SheetModel, rect: Rect): boolean {
  if (table.sheet !== sheet) return false;
  const body = bodyRect(table);
  return contains(rect, body) && !intersect(rect, { ...table.range, rowCount: 1 }) && rect.row === body.row && rect.rowCount === body.rowCount;
}
