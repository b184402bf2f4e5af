/** Width a column needs to show its content whole, in pixels. */
import type { SheetModel } from '../../host/model/types';
import { MAX_COLUMNS } from '../../host/model/types';
import type { Session } from '../session/types';
import { CELL_PADDING, INDENT, cssFont } from '../sheet/fonts';
import type { TextMeasure } from './text-measure';

const WIDEST = 800;

export function fittingWidth(session: Session, sheet: SheetModel, column: number, measure: TextMeasure): number {
  let widest = 24;
  for (const [key, cell] of sheet.cells) {
    if (key % MAX_COLUMNS !== column || cell.value === '' || cell.format?.wrapText) continue;
    const width = measure.width(session.display(cell).text, cssFont(cell.format)) + (cell.format?.indentLevel ?? 0) * INDENT;
    widest = Math.max(widest, width + 2 * CELL_PADDING + 4);
  }
  return Math.min(Math.ceil(widest), WIDEST);
}
