/** The figures of a chart, read from the cells its series refer to. */
import type { ChartModel, ChartType, Rect, SheetModel } from '../../host/model/types';
import { cellKey } from '../../host/model/types';
import type { Session } from '../session/types';
import { placeOf } from '../sheet/links';

export interface Series {
  readonly name: string;
  readonly type: ChartType;
  readonly secondary: boolean;
  readonly color: string;
  /** `undefined` = no number in the cell: a gap */
  readonly values: readonly (number | undefined)[];
}

export interface ChartData {
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** number format of the first value of each axis, for its labels */
  readonly formats: { readonly primary: string | undefined; readonly secondary: string | undefined };
}

/** Accents of the Office theme, in the order charts use them. */
const COLORS = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'] as const;
export const seriesColor = (index: number): string => COLORS[index % COLORS.length] ?? COLORS[0];

/** Longest series that is drawn. */
const MAX_POINTS = 2_000;

interface Point {
  readonly text: string;
  readonly number: number | undefined;
  readonly format: string | undefined;
}

export function chartData(session: Session, sheet: SheetModel, chart: ChartModel): ChartData {
  const first = chart.series.find(({ categories }) => categories !== undefined)?.categories;
  const points = chart.series.map((series) => readPoints(session, sheet, series.values));
  const length = Math.max(0, ...points.map((values) => values.length));
  const labels = first === undefined ? [] : readPoints(session, sheet, first).map(({ text }) => text);
  const formatOf = (group: 'Primary' | 'Secondary') =>
    chart.series.flatMap((series, index) => (series.axisGroup === group ? (points[index] ?? []) : [])).find(({ number }) => number !== undefined)?.format;
  return {
    categories: Array.from({ length }, (_, index) => labels[index] ?? String(index + 1)),
    series: chart.series.map((series, index) => ({
      name: seriesName(session, sheet, series.name, index),
      type: series.chartType ?? chart.chartType,
      secondary: series.axisGroup === 'Secondary',
      color: series.color ?? seriesColor(index),
      values: (points[index] ?? []).map(({ number }) => number),
    })),
    formats: { primary: formatOf('Primary'), secondary: formatOf('Secondary') },
  };
}

function seriesName(session: Session, sheet: SheetModel, name: string, index: number): string {
  if (name === '') return `Series${String(index + 1)}`;
  return name.startsWith('=') ? (readPoints(session, sheet, name)[0]?.text ?? '') : name;
}

/** Cells of a reference `='Sheet'!$B$5:$B$9`, without hidden rows, as Excel draws them. An unknown reference has no cells. */
function readPoints(session: Session, sheet: SheetModel, reference: string): Point[] {
  const place = placeOf(session, reference.replace(/^=/, ''));
  if (place === undefined) return [];
  const source = reference.includes('!') ? place.sheet : sheet;
  return cellsOf(place.rect).flatMap(([row, column]) => {
    const hidden = source.rows.get(row)?.hidden || source.rows.get(row)?.filtered || source.columns.get(column)?.hidden;
    if (hidden) return [];
    const cell = source.cells.get(cellKey(row, column));
    if (cell === undefined || cell.value === '') return [{ text: '', number: undefined, format: undefined }];
    return [{ text: session.display(cell).text, number: typeof cell.value === 'number' ? cell.value : undefined, format: cell.format?.numberFormat }];
  });
}

function cellsOf({ row, column, rowCount, columnCount }: Rect): (readonly [number, number])[] {
  return Array.from({ length: Math.min(rowCount * columnCount, MAX_POINTS) }, (_, index) => [row + Math.floor(index / columnCount), column + (index % columnCount)] as const);
}
