/** Sizes of a sheet's rows and columns, with rows that grow to show wrapped text, as Excel does when it opens a file. */
import type { CellFormat, CellModel, SheetModel } from '../../host/model/types';
import { MAX_COLUMNS } from '../../host/model/types';
import { createAxis, lengthOf, offsetOf, sizeOf } from '../grid/axis';
import type { Axis } from '../grid/axis';
import type { TextMeasure } from '../grid/text-measure';
import { CELL_PADDING, INDENT, LINE_HEIGHT, cssFont, fontSizeOf, pixels } from './fonts';

export interface SheetLayout {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly frozen: { readonly rows: number; readonly columns: number };
}

/** Last used row and column + 1: cells, and charts that reach further. */
export interface UsedSize {
  readonly rows: number;
  readonly columns: number;
}

export function usedSize(sheet: SheetModel): UsedSize {
  let rows = 0;
  let columns = 0;
  for (const key of sheet.cells.keys()) {
    rows = Math.max(rows, Math.floor(key / MAX_COLUMNS) + 1);
    columns = Math.max(columns, (key % MAX_COLUMNS) + 1);
  }
  for (const row of sheet.rows.keys()) rows = Math.max(rows, row + 1);
  for (const column of sheet.columns.keys()) columns = Math.max(columns, column + 1);
  return { rows: Math.max(rows, sheet.frozen.rows), columns: Math.max(columns, sheet.frozen.columns) };
}

/**
 * @param display the text a cell shows
 * @param extent rows and columns the grid must at least reach (where the person has scrolled or moved)
 */
export function layoutSheet(sheet: SheetModel, display: (cell: CellModel, row: number, column: number) => string, measure: TextMeasure, extent: UsedSize): SheetLayout {
  const used = usedSize(sheet);
  const columnSizes = Float64Array.from({ length: used.columns }, (_, column) => columnWidth(sheet, column));
  const columns = createAxis(Math.max(extent.columns, used.columns + 3, 26), pixels(sheet.defaultColumnWidth), columnSizes);
  const automatic = automaticHeights(sheet, columns, display, measure);
  const rowSizes = Float64Array.from({ length: used.rows }, (_, row) => rowHeight(sheet, row, automatic));
  const rows = createAxis(Math.max(extent.rows, used.rows + 30, 60), pixels(sheet.defaultRowHeight), rowSizes);
  return reachCharts(sheet, { rows, columns, frozen: sheet.frozen });
}

function columnWidth(sheet: SheetModel, column: number): number {
  const own = sheet.columns.get(column);
  return own?.hidden ? 0 : pixels(own?.width ?? sheet.defaultColumnWidth);
}

function rowHeight(sheet: SheetModel, row: number, automatic: ReadonlyMap<number, number>): number {
  const own = sheet.rows.get(row);
  if (own?.hidden || own?.filtered) return 0;
  return own?.height !== undefined && own.fitted !== true ? pixels(own.height) : Math.max(pixels(sheet.defaultRowHeight), automatic.get(row) ?? 0);
}

/** Heights of the rows without a height of their own that hold wrapped or large text. */
function automaticHeights(sheet: SheetModel, columns: Axis, display: (cell: CellModel, row: number, column: number) => string, measure: TextMeasure): Map<number, number> {
  const heights = new Map<number, number>();
  for (const [key, cell] of sheet.cells) {
    const format = cell.format;
    if (format === undefined || (!format.wrapText && format.fontSize === undefined)) continue;
    const row = Math.floor(key / MAX_COLUMNS);
    if (sheet.rows.get(row)?.height !== undefined && sheet.rows.get(row)?.fitted !== true) continue;
    if (cell.value === '') continue;
    const text = display(cell, row, key % MAX_COLUMNS);
    const height = textHeight(text, format, sizeOf(columns, key % MAX_COLUMNS), measure);
    if (height > (heights.get(row) ?? 0)) heights.set(row, height);
  }
  return heights;
}

/** Pixels a cell's text needs in a column of a given width. */
export function textHeight(text: string, format: CellFormat | undefined, width: number, measure: TextMeasure): number {
  if (width === 0) return 0;
  const available = width - 2 * CELL_PADDING - (format?.indentLevel ?? 0) * INDENT - 1;
  const lines = format?.wrapText && text !== '' ? measure.lines(text, cssFont(format), available) : 1;
  return Math.floor(lines * fontSizeOf(format) * LINE_HEIGHT) + 1;
}

/** Makes the sheet long and wide enough for its charts. */
function reachCharts(sheet: SheetModel, layout: SheetLayout): SheetLayout {
  const bottom = Math.max(0, ...sheet.charts.map((chart) => pixels(chart.top + chart.height)));
  const right = Math.max(0, ...sheet.charts.map((chart) => pixels(chart.left + chart.width)));
  return { ...layout, rows: reach(layout.rows, bottom), columns: reach(layout.columns, right) };
}

function reach(axis: Axis, pixel: number): Axis {
  const missing = pixel - lengthOf(axis);
  return missing <= 0 ? axis : { ...axis, count: axis.count + Math.ceil(missing / axis.defaultSize) + 2 };
}

/** Pixel rectangle of a block of cells. */
export function rectOf(layout: SheetLayout, row: number, column: number, rowCount = 1, columnCount = 1): { left: number; top: number; width: number; height: number } {
  const left = offsetOf(layout.columns, column);
  const top = offsetOf(layout.rows, row);
  return { left, top, width: offsetOf(layout.columns, column + columnCount) - left, height: offsetOf(layout.rows, row + rowCount) - top };
}
