/** How the text of a cell uses its room: running over empty neighbours, rounding, or `####` for a number that does not fit. */
import type { CellFormat, CellValue } from '../../host/model/types';
import type { TextMeasure } from '../grid/text-measure';
import { sizeOf } from '../grid/axis';
import type { Axis } from '../grid/axis';
import { CELL_PADDING, INDENT, cssFont } from './fonts';

export interface Spill {
  readonly text: string;
  /** last column the text covers; the cell's own when it stays inside */
  readonly lastColumn: number;
  readonly firstColumn: number;
}

export interface SpillCell {
  readonly text: string;
  readonly value: CellValue;
  readonly format: CellFormat | undefined;
  readonly align: 'left' | 'center' | 'right';
  readonly wrap: boolean;
  readonly column: number;
}

/** Farthest a text runs, in columns. */
const MAX_SPILL = 40;

export function spill(cell: SpillCell, columns: Axis, isEmpty: (column: number) => boolean, measure: TextMeasure): Spill {
  const inside = { text: cell.text, firstColumn: cell.column, lastColumn: cell.column };
  if (cell.text === '' || cell.wrap) return inside;
  const font = cssFont(cell.format);
  const padding = 2 * CELL_PADDING + (cell.format?.indentLevel ?? 0) * INDENT;
  const room = sizeOf(columns, cell.column) - padding + 2;
  const width = measure.width(cell.text, font);
  if (width <= room) return inside;
  if (typeof cell.value === 'number') return { ...inside, text: fitNumber(cell.value, cell.format, room, font, measure) };
  if (cell.format?.shrinkToFit || cell.format?.horizontalAlignment === 'Fill') return inside;
  let missing = width - room;
  let { firstColumn, lastColumn } = inside;
  while (missing > 0 && cell.align !== 'right' && lastColumn - cell.column < MAX_SPILL && lastColumn + 1 < columns.count && isEmpty(lastColumn + 1)) {
    lastColumn++;
    missing -= sizeOf(columns, lastColumn);
  }
  while (missing > 0 && cell.align === 'right' && cell.column - firstColumn < MAX_SPILL && firstColumn > 0 && isEmpty(firstColumn - 1)) {
    firstColumn--;
    missing -= sizeOf(columns, firstColumn);
  }
  return { text: cell.text, firstColumn, lastColumn };
}

/** A General number loses decimals until it fits; everything else becomes `####`. */
function fitNumber(value: number, format: CellFormat | undefined, room: number, font: string, measure: TextMeasure): string {
  if ((format?.numberFormat ?? 'General') === 'General') {
    for (let digits = 10; digits > 0; digits--) {
      const text = String(Number(value.toPrecision(digits)));
      if (measure.width(text, font) <= room && Number(text).toFixed(0) === value.toFixed(0)) return text;
    }
  }
  return '#'.repeat(Math.max(Math.floor(room / measure.width('#', font)), 1));
}
