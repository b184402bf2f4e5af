/** What stops an edit: a read-only workbook, a protected sheet, a filtered range. */
import { HostError } from '../dispatcher';
import { formatAt } from '../model/formats';
import { intersect, isWholeColumns, isWholeRows } from '../model/address';
import type { Rect, SheetModel } from '../model/types';
import { accessDenied, type Workspace } from '../workspace';

/** Options of `protect` that allow a kind of edit on a protected sheet. */
export type Allowance = 'allowFormatCells' | 'allowFormatColumns' | 'allowFormatRows' | 'allowInsertRows' | 'allowInsertColumns' | 'allowInsertHyperlinks' | 'allowDeleteRows' | 'allowDeleteColumns' | 'allowSort' | 'allowAutoFilter' | 'allowEditObjects';

/** @throws AccessDenied when the workbook may only be read */
export function assertWritable(workspace: Workspace, location: string): void {
  if (workspace.book.readOnly) throw accessDenied(location, 'the workbook is read-only');
}

/** @throws AccessDenied for structure, format and object edits of a protected sheet that are not allowed by its options */
export function assertSheetEditable(workspace: Workspace, sheet: SheetModel, location: string, allowance?: Allowance): void {
  assertWritable(workspace, location);
  if (sheet.protection.protected && !(allowance && sheet.protection.options[allowance] === true)) throw accessDenied(location, `the sheet ${sheet.name} is protected`);
}

/** @throws AccessDenied when content of a locked cell would change on a protected sheet */
export function assertCellsEditable(workspace: Workspace, sheet: SheetModel, rect: Rect, location: string): void {
  assertWritable(workspace, location);
  if (!sheet.protection.protected) return;
  const unbounded = isWholeColumns(rect) || isWholeRows(rect);
  for (let row = rect.row; !unbounded && row < rect.row + rect.rowCount; row++)
    for (let column = rect.column; column < rect.column + rect.columnCount; column++)
      if (formatAt(sheet, row, column).locked !== false) throw accessDenied(location, `the sheet ${sheet.name} is protected`);
  if (unbounded) throw accessDenied(location, `the sheet ${sheet.name} is protected`);
}

/** @throws FilteredRangeConflict when several rows are written at once and a filter hides one of them */
export function assertNotFiltered(workspace: Workspace, sheet: SheetModel, rect: Rect, location: string): void {
  if (rect.rowCount === 1) return;
  for (const table of workspace.book.tables) {
    if (table.sheet !== sheet || table.filters.size === 0) continue;
    const common = intersect(table.range, rect);
    if (!common) continue;
    for (let row = common.row; row < common.row + common.rowCount; row++)
      if (sheet.rows.get(row)?.filtered) throw new HostError('FilteredRangeConflict', 'The attempted operation causes a conflict with a filtered range.', location);
  }
}
