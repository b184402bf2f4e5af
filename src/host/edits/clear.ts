/** `Range.clear`. */
import { forEachCell, dropIfEmpty } from '../model/cells';
import { changeFormats } from '../model/formats';
import type { Rect, SheetModel } from '../model/types';
import type { Workspace } from '../workspace';
import { clearContent } from './content';
import { assertCellsEditable, assertNotFiltered, assertSheetEditable } from './guard';
import { clearRules } from './rules';

export type ClearApplyTo = 'All' | 'Formats' | 'Contents' | 'Hyperlinks' | 'RemoveHyperlinks';

/** Clears content, formats (with rules and validation, as Excel does for All and Formats) or hyperlinks of a rectangle. */
export function clearRange(workspace: Workspace, sheet: SheetModel, rect: Rect, applyTo: ClearApplyTo, location: string): void {
  if (applyTo === 'All' || applyTo === 'Contents') {
    assertCellsEditable(workspace, sheet, rect, location);
    assertNotFiltered(workspace, sheet, rect, location);
  } else assertSheetEditable(workspace, sheet, location, applyTo === 'Formats' ? 'allowFormatCells' : 'allowInsertHyperlinks');
  if (applyTo === 'All' || applyTo === 'Hyperlinks' || applyTo === 'RemoveHyperlinks')
    forEachCell(sheet, rect, (cell, row, column) => {
      delete cell.hyperlink;
      dropIfEmpty(sheet, row, column);
    });
  if (applyTo === 'All' || applyTo === 'Formats' || applyTo === 'RemoveHyperlinks') changeFormats(sheet, rect, () => ({}));
  if (applyTo === 'All' || applyTo === 'Formats') clearRules(sheet, rect);
  if (applyTo === 'All' || applyTo === 'Contents') clearContent(workspace, sheet, rect);
  else workspace.record({ kind: 'other' });
}
