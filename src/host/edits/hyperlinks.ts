/** Hyperlinks of cells. */
import { getCell, ensureCell, putEntry } from '../model/cells';
import { assignFormat, shareFormat } from '../model/formats';
import type { HyperlinkModel, Rect, SheetModel } from '../model/types';
import { invalidArgument, type Workspace } from '../workspace';
import { assertCellsEditable } from './guard';

/** Excel limit: characters of a link's address. */
const MAX_URL = 2_080;

/** The link as `Range.hyperlink` answers it: of the first cell, `null` without one. */
export function readHyperlink(sheet: SheetModel, rect: Rect): Record<string, string> | null {
  const cell = getCell(sheet, rect.row, rect.column);
  if (!cell?.hyperlink) return null;
  const { address, documentReference, screenTip } = cell.hyperlink;
  return { address: address ?? '', documentReference: documentReference ?? '', screenTip: screenTip ?? '', textToDisplay: String(cell.value) };
}

/**
 * Sets the link on every cell of the range. `textToDisplay` replaces the cell's content; without it an empty cell shows
 * the target. The cells become blue and underlined, Excel's style for links.
 */
export function writeHyperlink(workspace: Workspace, sheet: SheetModel, rect: Rect, value: unknown): void {
  const location = 'Range.hyperlink';
  assertCellsEditable(workspace, sheet, rect, location);
  if (typeof value !== 'object' || value === null) throw invalidArgument(location, 'an object is expected');
  const { address, documentReference, screenTip, textToDisplay } = value as Record<string, unknown>;
  for (const part of [address, documentReference, screenTip, textToDisplay]) if (part !== undefined && part !== null && typeof part !== 'string') throw invalidArgument(location, 'texts are expected');
  const given = (part: unknown): part is string => typeof part === 'string' && part !== '';
  if (!given(address) && !given(documentReference)) throw invalidArgument(location, 'a link needs an address or a place in the document');
  if (given(address) && address.length > MAX_URL) throw invalidArgument(location, `an address has at most ${MAX_URL} characters`);
  if (given(screenTip) && screenTip.length > 255) throw invalidArgument(location, 'a screen tip has at most 255 characters');
  const link: HyperlinkModel = { ...(given(address) ? { address } : {}), ...(given(documentReference) ? { documentReference } : {}), ...(given(screenTip) ? { screenTip } : {}) };
  for (let row = rect.row; row < rect.row + rect.rowCount; row++)
    for (let column = rect.column; column < rect.column + rect.columnCount; column++) {
      const cell = ensureCell(sheet, row, column);
      cell.hyperlink = link;
      if (given(textToDisplay)) putEntry(sheet, row, column, { kind: 'value', value: textToDisplay });
      else if (cell.value === '') cell.value = link.address ?? link.documentReference ?? '';
      assignFormat(cell, shareFormat({ ...cell.format, fontColor: '#0563C1', underline: 'Single' }));
    }
  workspace.calculator.cellsChanged(sheet, rect);
  workspace.record({ kind: 'cells', sheet, rect, changeType: 'RangeEdited', shift: 'None' });
}
