/** Making charts from ranges, and where cells are on the sheet in points. */
import { cell, parseAddress } from './address';
import { valueAt } from './cells';
import { referenceTo } from './structure';
import { displayText } from './text';
import { nextId } from './workbook';
import { cellKey, MAX_COLUMNS, MAX_ROWS, type ChartModel, type ChartSeriesModel, type ChartType, type Rect, type SheetModel, type WorkbookModel } from './types';

export const CHART_TYPES: readonly ChartType[] = ['ColumnClustered', 'ColumnStacked', 'BarClustered', 'BarStacked', 'Line', 'LineMarkers', 'Doughnut', 'Pie'];

/** Top left corner and size of a rectangle in points. Hidden rows and columns take no room. */
export function rectInPoints(sheet: SheetModel, rect: Rect): { left: number; top: number; width: number; height: number } {
  const width = (column: number): number => {
    const band = sheet.columns.get(column);
    return band?.hidden ? 0 : (band?.width ?? sheet.defaultColumnWidth);
  };
  const height = (row: number): number => {
    const band = sheet.rows.get(row);
    return band?.hidden || band?.filtered ? 0 : (band?.height ?? sheet.defaultRowHeight);
  };
  const sum = (from: number, to: number, size: (index: number) => number): number => {
    let total = 0;
    for (let index = from; index < to; index++) total += size(index);
    return total;
  };
  return {
    left: sum(0, rect.column, width),
    top: sum(0, rect.row, height),
    width: sum(rect.column, Math.min(rect.column + rect.columnCount, MAX_COLUMNS), width),
    height: sum(rect.row, Math.min(rect.row + rect.rowCount, MAX_ROWS), height),
  };
}

/** What the title of a chart says: its own text, or what the cell it refers to shows; empty for a reference to nothing. */
export function titleText({ title }: Pick<ChartModel, 'title'>, book: Pick<WorkbookModel, 'sheets'>): string | undefined {
  if (title?.startsWith('=') !== true) return title;
  const address = parseAddress(title.slice(1));
  const sheet = book.sheets.find(({ name }) => name.toLowerCase() === address?.sheet?.toLowerCase());
  if (address === undefined || sheet === undefined) return '';
  const { value, format } = sheet.cells.get(cellKey(address.rect.row, address.rect.column)) ?? { value: '' };
  return displayText(value, format?.numberFormat);
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

/**
 * Series of a source range: the first row (by columns) holds the names when it is text, the first column the categories
 * when it is text or its corner is blank.
 */
export function seriesFrom(sheet: SheetModel, rect: Rect, by: 'Columns' | 'Rows'): ChartSeriesModel[] {
  const at = (i: number, j: number): Rect => (by === 'Columns' ? cell(rect.row + i, rect.column + j) : cell(rect.row + j, rect.column + i));
  const value = (i: number, j: number) => valueAt(sheet, at(i, j).row, at(i, j).column);
  const length = by === 'Columns' ? rect.rowCount : rect.columnCount;
  const width = by === 'Columns' ? rect.columnCount : rect.rowCount;
  const named = length > 1 && isText(value(0, width - 1));
  const first = named ? 1 : 0;
  const labelled = width > 1 && (isText(value(first, 0)) || (named && value(0, 0) === ''));
  const line = (j: number): Rect => (by === 'Columns' ? { row: rect.row + first, rowCount: length - first, column: rect.column + j, columnCount: 1 } : { column: rect.column + first, columnCount: length - first, row: rect.row + j, rowCount: 1 });
  const series: ChartSeriesModel[] = [];
  for (let j = labelled ? 1 : 0; j < width; j++)
    series.push({
      name: named ? referenceTo(sheet, at(0, j)) : `Series${series.length + 1}`,
      values: referenceTo(sheet, line(j)),
      ...(labelled ? { categories: referenceTo(sheet, line(0)) } : {}),
      axisGroup: 'Primary',
    });
  return series;
}

/** Adds a chart with Excel's size (360 × 216 points) and a legend at the bottom when it has several series or slices. */
export function addChart(book: WorkbookModel, sheet: SheetModel, chartType: ChartType, source: { sheet: SheetModel; rect: Rect }, by: 'Columns' | 'Rows'): ChartModel {
  const series = seriesFrom(source.sheet, source.rect, by);
  const [only] = series;
  const titleCell = series.length === 1 && only?.name.startsWith('=') ? (by === 'Columns' ? cell(source.rect.row, source.rect.column + source.rect.columnCount - 1) : cell(source.rect.row + source.rect.rowCount - 1, source.rect.column)) : undefined;
  let number = sheet.charts.length + 1;
  while (sheet.charts.some((chart) => chart.name === `Chart ${number}`)) number++;
  const chart: ChartModel = {
    id: `{${nextId(book).toString(16).toUpperCase().padStart(8, '0')}-0000-4000-A000-000000000000}`,
    name: `Chart ${number}`,
    chartType,
    left: 100,
    top: 100,
    width: 360,
    height: 216,
    ...(titleCell ? { title: displayText(valueAt(source.sheet, titleCell.row, titleCell.column)) } : {}),
    ...(series.length > 1 || chartType === 'Pie' || chartType === 'Doughnut' ? { legendPosition: 'Bottom' as const } : {}),
    series,
    categoryAxis: {},
    valueAxis: {},
    dataLabels: false,
  };
  sheet.charts.push(chart);
  return chart;
}
