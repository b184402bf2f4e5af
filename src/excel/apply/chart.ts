import type { Messages } from '../../i18n';
import type { ChartPlan } from '../../workbook/plan';
import type { Writer } from '../writer';
import { columnLetters, type TablePlace } from './placement';

/** Names Excel gives a chart that nobody named. */
const UNNAMED = /^(Chart|图表) ?\d+$/;

/**
 * Draws the chart of a sheet. Only called for a sheet that is being built: charts a broken-off run left behind are taken
 * away first. `seriesBy` is always given, because hosts differ in what they guess.
 */
export async function writeChart(writer: Writer, sheet: Excel.Worksheet, plan: ChartPlan, source: Excel.Worksheet, place: TablePlace, left: readonly string[], words: Messages['workbook']): Promise<void> {
  await writer.queued(40);
  for (const name of left) if (name === plan.name || UNNAMED.test(name)) sheet.charts.getItem(name).delete();
  const columnRange = (key: string): Excel.Range => source.getRangeByIndexes(place.row + 1, place.column + (place.index.get(key) ?? 0), plan.rowCount, 1);
  const [first, ...others] = plan.series;
  if (first === undefined || [plan.categories, ...plan.series.map((series) => series.column)].some((key) => !place.index.has(key))) return;
  const chart = sheet.charts.add(plan.type, columnRange(first.column), 'Columns');
  chart.name = plan.name;
  chart.title.text = plan.title;
  chart.legend.position = 'Bottom';
  const names: Readonly<Record<string, string>> = { attainment: words.chart.series, line: words.chart.line };
  const draw = (series: Excel.ChartSeries, { column, color, type }: ChartPlan['series'][number]): void => {
    series.name = names[column] ?? column;
    series.setXAxisValues(columnRange(plan.categories));
    if (type === undefined) series.format.fill.setSolidColor(color);
    else {
      series.chartType = type;
      series.format.line.color = color;
    }
  };
  draw(chart.series.getItemAt(0), first);
  for (const other of others) {
    const series = chart.series.add(names[other.column] ?? other.column);
    series.setValues(columnRange(other.column));
    draw(series, other);
  }
  chart.axes.valueAxis.numberFormat = plan.axisFormat;
  chart.axes.valueAxis.minimum = 0;
  chart.setPosition(address(plan.from), address(plan.to));
}

const address = (place: { row: number; column: number }): string => `${columnLetters(place.column)}${place.row + 1}`;
