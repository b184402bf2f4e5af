/** Drawings and chart parts. */
import { rectInPoints } from '../../model/charts';
import type { ChartAxisModel, ChartModel, ChartSeriesModel, ChartType, SheetModel } from '../../model/types';
import { paletteColor } from '../charts';
import { readColor } from './colors';
import { typedFormula } from './formula';
import { attribute, child, childrenOf, descend, flag, numberAttribute, textOf, type XmlElement } from './xml';

const EMU_PER_POINT = 12_700;
const LEGEND = { t: 'Top', b: 'Bottom', l: 'Left', r: 'Right', tr: 'Right' } as const;

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** As exact as the file's unit, of which a point has 12,700. */
const round = (points: number): number => Math.round(points * 1e5) / 1e5;
const numberIn = (element: XmlElement | undefined, name: string): number => Number(textOf(child(element, name))) || 0;

const corner = (sheet: SheetModel, marker: XmlElement | undefined): { readonly x: number; readonly y: number } => {
  const { left, top } = rectInPoints(sheet, { row: Math.max(0, numberIn(marker, 'row')), column: Math.max(0, numberIn(marker, 'col')), rowCount: 1, columnCount: 1 });
  return { x: left + numberIn(marker, 'colOff') / EMU_PER_POINT, y: top + numberIn(marker, 'rowOff') / EMU_PER_POINT };
};

/** Where an anchor lies on the sheet, in points. Columns and rows of the sheet must be known. */
export const placeOf = (anchor: XmlElement, sheet: SheetModel): Place => {
  const extent = child(anchor, 'ext');
  const size = { width: round((numberAttribute(extent, 'cx') ?? 0) / EMU_PER_POINT), height: round((numberAttribute(extent, 'cy') ?? 0) / EMU_PER_POINT) };
  if (anchor.name === 'absoluteAnchor') {
    const position = child(anchor, 'pos');
    return { left: round((numberAttribute(position, 'x') ?? 0) / EMU_PER_POINT), top: round((numberAttribute(position, 'y') ?? 0) / EMU_PER_POINT), ...size };
  }
  const from = corner(sheet, child(anchor, 'from'));
  const to = child(anchor, 'to');
  const end = to === undefined ? { x: from.x + size.width, y: from.y + size.height } : corner(sheet, to);
  return { left: round(from.x), top: round(from.y), width: round(end.x - from.x), height: round(end.y - from.y) };
};

const valueOf = (element: XmlElement | undefined, name: string): string | undefined => attribute(child(element, name), 'val');
const isOn = (element: XmlElement | undefined, name: string): boolean => flag(child(element, name), 'val', child(element, name) !== undefined);

/** All text of a title, paragraph by paragraph. */
const richText = (title: XmlElement | undefined): string | undefined => {
  const rich = descend(title, 'tx', 'rich');
  const paragraphs = childrenOf(rich, 'p').map((paragraph) => paragraph.children.map((run) => textOf(child(run, 't'))).join(''));
  const text = paragraphs.join('\n');
  return text === '' ? undefined : text;
};

const reference = (element: XmlElement | undefined): string | undefined => {
  const holder = element?.children.find(({ name }) => name === 'numRef' || name === 'strRef' || name === 'multiLvlStrRef');
  const text = textOf(child(holder, 'f')).trim();
  return text === '' ? undefined : typedFormula(text);
};

/** LibreOffice writes a constant name as a reference `"达成率"`. */
const seriesName = (tx: XmlElement | undefined): string => {
  const formula = reference(tx);
  const literal = /^="((?:[^"]|"")*)"$/.exec(formula ?? '')?.[1];
  return literal !== undefined ? literal.replaceAll('""', '"') : (formula ?? textOf(child(tx, 'v')));
};

const chartTypeOf = (plot: XmlElement): ChartType | undefined => {
  if (plot.name === 'pieChart') return 'Pie';
  if (plot.name === 'doughnutChart') return 'Doughnut';
  const grouping = valueOf(plot, 'grouping') ?? 'standard';
  if (plot.name === 'lineChart') {
    if (grouping !== 'standard') return undefined;
    const series = childrenOf(plot, 'ser');
    const bare = series.every((one) => valueOf(child(one, 'marker'), 'symbol') === 'none') && series.length > 0;
    return bare ? 'Line' : 'LineMarkers';
  }
  if (plot.name !== 'barChart' || grouping === 'percentStacked') return undefined;
  const stacked = grouping === 'stacked';
  return valueOf(plot, 'barDir') === 'bar' ? (stacked ? 'BarStacked' : 'BarClustered') : stacked ? 'ColumnStacked' : 'ColumnClustered';
};

const labelOptions = (labels: XmlElement | undefined): { readonly on: boolean; readonly options: NonNullable<ChartModel['dataLabelOptions']> } => {
  const [showValue, showPercentage, showCategoryName] = [isOn(labels, 'showVal'), isOn(labels, 'showPercent'), isOn(labels, 'showCatName')];
  const format = child(labels, 'numFmt');
  const numberFormat = flag(format, 'sourceLinked') ? undefined : attribute(format, 'formatCode');
  return {
    on: showValue || showPercentage || showCategoryName,
    options: { ...(showValue ? {} : { showValue: false }), ...(showPercentage ? { showPercentage } : {}), ...(showCategoryName ? { showCategoryName } : {}), ...(numberFormat === undefined ? {} : { numberFormat }) },
  };
};

interface SeriesEntry {
  readonly order: number;
  readonly series: ChartSeriesModel;
  readonly labels: ReturnType<typeof labelOptions>;
}

const readSeries = (element: XmlElement, type: ChartType, secondary: boolean, theme: readonly string[]): SeriesEntry | undefined => {
  const values = reference(child(element, 'val'));
  if (values === undefined) return undefined;
  const shape = child(element, 'spPr');
  const isLine = type === 'Line' || type === 'LineMarkers';
  const fill = child(isLine ? child(shape, 'ln') : shape, 'solidFill');
  const literal = valueOf(fill, 'srgbClr');
  const themed = ['bg1', 'tx1', 'bg2', 'tx2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'].indexOf(valueOf(fill, 'schemeClr') ?? '');
  const color = literal === undefined ? (themed < 0 ? undefined : theme[themed]) : readColor({ ...(child(fill, 'srgbClr') ?? element), attributes: { rgb: literal } }, theme);
  const categories = reference(child(element, 'cat'));
  const ownType: ChartType = isLine ? (valueOf(child(element, 'marker'), 'symbol') === 'none' ? 'Line' : 'LineMarkers') : type;
  return {
    order: numberAttribute(child(element, 'order'), 'val') ?? 0,
    series: { name: seriesName(child(element, 'tx')), values, ...(categories === undefined ? {} : { categories }), ...(color === undefined ? {} : { color }), axisGroup: secondary ? 'Secondary' : 'Primary', chartType: ownType },
    labels: labelOptions(child(element, 'dLbls')),
  };
};

const readAxis = (axis: XmlElement | undefined): ChartAxisModel => {
  const title = richText(child(axis, 'title'));
  const format = child(axis, 'numFmt');
  const numberFormat = flag(format, 'sourceLinked', true) ? undefined : attribute(format, 'formatCode');
  const scaling = child(axis, 'scaling');
  const [minimum, maximum] = [numberAttribute(child(scaling, 'min'), 'val'), numberAttribute(child(scaling, 'max'), 'val')];
  return {
    ...(title === undefined ? {} : { title }),
    ...(numberFormat === undefined ? {} : { numberFormat }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(valueOf(scaling, 'orientation') === 'maxMin' ? { reversed: true } : {}),
  };
};

/** What of a chart the host can show; `undefined` for kinds it does not know. */
export const readChart = (root: XmlElement, theme: readonly string[]): Omit<ChartModel, 'id' | 'name' | keyof Place> | undefined => {
  const chart = child(root, 'chart');
  const area = child(chart, 'plotArea');
  const plots = area?.children.filter(({ name }) => name.endsWith('Chart')) ?? [];
  const axes = area?.children.filter(({ name }) => name === 'catAx' || name === 'valAx' || name === 'dateAx' || name === 'serAx') ?? [];
  if (axes.some(({ name }) => name === 'dateAx' || name === 'serAx')) return undefined;
  const [firstPlot] = plots;
  const firstAxes = new Set(childrenOf(firstPlot, 'axId').map((axis) => attribute(axis, 'val')));
  const entries: SeriesEntry[] = [];
  for (const plot of plots) {
    const type = chartTypeOf(plot);
    if (type === undefined) return undefined;
    const secondary = childrenOf(plot, 'axId').some((axis) => !firstAxes.has(attribute(axis, 'val')));
    for (const element of childrenOf(plot, 'ser')) {
      const series = readSeries(element, type, secondary, theme);
      if (series !== undefined) entries.push(series);
    }
  }
  entries.sort((a, b) => a.order - b.order);
  const chartType = firstPlot === undefined ? undefined : (entries.find(({ series }) => series.axisGroup === 'Primary')?.series.chartType ?? chartTypeOf(firstPlot));
  if (chartType === undefined) return undefined;
  const axisOf = (name: string): XmlElement | undefined => axes.find((axis) => axis.name === name && firstAxes.has(valueOf(axis, 'axId')));
  const labelled = entries.filter(({ labels }) => labels.on);
  const options = (labelled[0] ?? entries[0])?.labels.options ?? {};
  const dataLabels = entries.length > 0 && labelled.length === entries.length;
  const title = isOn(chart, 'autoTitleDeleted') ? undefined : (richText(child(chart, 'title')) ?? reference(descend(chart, 'title', 'tx')));
  const legend = child(chart, 'legend');
  return {
    chartType,
    ...(title === undefined ? {} : { title }),
    ...(legend === undefined ? {} : { legendPosition: LEGEND[(valueOf(legend, 'legendPos') ?? 'r') as keyof typeof LEGEND] ?? 'Right' }),
    series: entries.map(({ series: { chartType: own, color, ...series }, labels }, index) => ({
      ...series,
      ...(color === undefined || color === paletteColor(index) ? {} : { color }),
      ...(own === undefined || own === chartType ? {} : { chartType: own }),
      ...(labels.on === dataLabels ? {} : { dataLabels: labels.on }),
    })),
    categoryAxis: readAxis(axisOf('catAx')),
    valueAxis: readAxis(axisOf('valAx')),
    dataLabels,
    ...(labelled.length === 0 || Object.keys(options).length === 0 ? {} : { dataLabelOptions: options }),
  };
};
