import type { ChartPlan } from '../../workbook/plan';
import type { Writer } from '../writer';
import { columnLetters, quoteSheet, type TablePlace } from './placement';

/** Names Excel gives a chart that nobody named. */
const UNNAMED = /^(Chart|图表) ?\d+$/;

/**
 * Draws the chart of a sheet. Only called for a sheet that is being built: charts a broken-off run left behind are taken
 * away first. `seriesBy` is always given, because hosts differ in what they guess. `place` is the table it draws, if any.
 */
export async function writeChart(writer: Writer, sheet: Excel.Worksheet, plan: ChartPlan, source: Excel.Worksheet, place: TablePlace | undefined, left: readonly string[], sheetName: string): Promise<void> {
  await writer.queued(40);
  for (const name of left) if (name === plan.name || UNNAMED.test(name)) sheet.charts.getItem(name).delete();
  const rangeOf = rangesOf(plan, source, place);
  const [first, ...others] = plan.series;
  if (first === undefined || rangeOf === undefined) return;
  const chart = sheet.charts.add(plan.type, rangeOf(first.column), 'Columns');
  chart.name = plan.name;
  if (plan.titleFrom === undefined) chart.title.text = plan.title;
  else chart.title.setFormula(`=${quoteSheet(sheetName)}!$${columnLetters(plan.titleFrom.column)}$${plan.titleFrom.row + 1}`);
  chart.legend.position = 'Bottom';
  const draw = (series: Excel.ChartSeries, { name, color, type, secondary }: ChartPlan['series'][number]): void => {
    series.name = name;
    series.setXAxisValues(rangeOf(plan.categories));
    if (type === undefined) series.format.fill.setSolidColor(color);
    else {
      series.chartType = type;
      series.format.line.color = color;
    }
    if (secondary === true) series.axisGroup = 'Secondary';
  };
  draw(chart.series.getItemAt(0), first);
  for (const other of others) {
    const series = chart.series.add(other.name);
    series.setValues(rangeOf(other.column));
    draw(series, other);
  }
  chart.axes.valueAxis.numberFormat = plan.axisFormat;
  chart.axes.valueAxis.minimum = 0;
  if ('row' in plan.to) chart.setPosition(address(plan.from), address(plan.to));
  else {
    chart.setPosition(address(plan.from));
    chart.width = plan.to.width;
    chart.height = plan.to.height;
  }
}

/** Lets the chart of a table that got rows reach over them; what people changed about its look stays. */
export async function redrawChart(writer: Writer, sheet: Excel.Worksheet, plan: ChartPlan, source: Excel.Worksheet, place: TablePlace | undefined): Promise<void> {
  const rangeOf = rangesOf(plan, source, place);
  if (rangeOf === undefined || plan.source.kind !== 'table' || plan.source.firstRow > 0) return;
  await writer.queued(4 * plan.series.length);
  for (const [index, { column }] of plan.series.entries()) {
    const series = sheet.charts.getItem(plan.name).series.getItemAt(index);
    series.setValues(rangeOf(column));
    series.setXAxisValues(rangeOf(plan.categories));
  }
}

/** The range of each column of the chart; undefined when the table lost one of them. */
function rangesOf(plan: ChartPlan, sheet: Excel.Worksheet, place: TablePlace | undefined): ((column: string | number) => Excel.Range) | undefined {
  const { source } = plan;
  if (source.kind === 'cells') return (column) => sheet.getRangeByIndexes(source.row, Number(column), source.rowCount, 1);
  if (place === undefined || [plan.categories, ...plan.series.map((series) => series.column)].some((key) => !place.index.has(String(key)))) return undefined;
  return (column) => sheet.getRangeByIndexes(place.row + 1 + source.firstRow, place.column + (place.index.get(String(column)) ?? 0), Math.max(1, Math.min(source.limit, place.rowCount - source.firstRow)), 1);
}

const address = (place: { row: number; column: number }): string => `${columnLetters(place.column)}${place.row + 1}`;
