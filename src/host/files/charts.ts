/** Chart parts. */
import { titleText } from '../model/charts';
import type { ChartModel, ChartSeriesModel, ChartType, WorkbookModel } from '../model/types';
import { type ChartData, labelData, seriesData } from './chart-data';
import { axes, AXIS_IDS, chartText, solidFill } from './chart-axes';
import { element, textContent, xmlPart } from './xml';

/** Office's own series colours, for series that have none. */
const PALETTE = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'] as const;
/** The colour of a series that has none of its own. */
export const paletteColor = (index: number): string => PALETTE[index % PALETTE.length] ?? PALETTE[0];

const LINE_WIDTH = 28_575; // 2.25 pt

const value = (name: string, val: string | number | boolean): string => element(name, { val });

const isRound = (type: ChartType): boolean => type === 'Doughnut' || type === 'Pie';
const isLine = (type: ChartType): boolean => type === 'Line' || type === 'LineMarkers';
const isHorizontal = (type: ChartType): boolean => type === 'BarClustered' || type === 'BarStacked';
const isStacked = (type: ChartType): boolean => type === 'ColumnStacked' || type === 'BarStacked';

/** All flags are written out: what is left out means "yes" to some readers. */
const dataLabels = (show: boolean, { showValue, showPercentage = false, showCategoryName = false, numberFormat }: NonNullable<ChartModel['dataLabelOptions']> = {}): string =>
  element('c:dLbls', {}, [
    show && numberFormat !== undefined ? element('c:numFmt', { formatCode: numberFormat, sourceLinked: false }) : '',
    value('c:showLegendKey', false),
    value('c:showVal', show && (showValue ?? true)),
    value('c:showCatName', show && showCategoryName),
    value('c:showSerName', false),
    value('c:showPercent', show && showPercentage),
    value('c:showBubbleSize', false),
  ]);

const pointElements = ({ points, count }: ChartData): string[] => [
  value('c:ptCount', count),
  ...[...points].map(([idx, point]) => element('c:pt', { idx }, element('c:v', {}, textContent(typeof point === 'boolean' ? (point ? 'TRUE' : 'FALSE') : String(point))))),
];
const formulaElement = (reference: string): string => element('c:f', {}, textContent(reference.replace(/^=/, '')));
const stringReference = (reference: string, data: ChartData | undefined): string =>
  element('c:strRef', {}, [formulaElement(reference), data === undefined ? '' : element('c:strCache', {}, pointElements(data))]);
const numberReference = (reference: string, data: ChartData | undefined): string =>
  element('c:numRef', {}, [formulaElement(reference), data === undefined ? '' : element('c:numCache', {}, [element('c:formatCode', {}, textContent(data.format)), ...pointElements(data)])]);

const seriesName = (name: string, book: WorkbookModel): string =>
  name === '' ? '' : element('c:tx', {}, name.startsWith('=') ? stringReference(name, labelData(name, book)) : element('c:v', {}, textContent(name)));

const categories = ({ categories: reference }: ChartSeriesModel, book: WorkbookModel): string => {
  if (reference === undefined) return '';
  const data = labelData(reference, book);
  const numbers = data !== undefined && data.points.size > 0 && [...data.points.values()].every((point) => typeof point === 'number');
  return element('c:cat', {}, numbers ? numberReference(reference, data) : stringReference(reference, data));
};

interface NumberedSeries {
  readonly series: ChartSeriesModel;
  readonly index: number;
  readonly type: ChartType;
}

const appearance = ({ series, index, type }: NumberedSeries): string => {
  const color = series.color ?? paletteColor(index);
  if (isRound(type)) return '';
  return element('c:spPr', {}, isLine(type) ? element('a:ln', { w: LINE_WIDTH, cap: 'rnd' }, [solidFill(color), '<a:round/>']) : solidFill(color));
};

/** The slices of a round chart, each in a colour of its own. */
const slices = (data: ChartData | undefined): string[] =>
  Array.from({ length: data?.count ?? 0 }, (_, idx) => element('c:dPt', {}, [value('c:idx', idx), value('c:bubble3D', false), element('c:spPr', {}, solidFill(paletteColor(idx)))]));

const marker = ({ series, index, type }: NumberedSeries): string => {
  if (type === 'Line') return element('c:marker', {}, value('c:symbol', 'none'));
  return element('c:marker', {}, [value('c:symbol', 'circle'), value('c:size', 5), element('c:spPr', {}, solidFill(series.color ?? paletteColor(index)))]);
};

const seriesElement = (numbered: NumberedSeries, chart: ChartModel, book: WorkbookModel): string => {
  const { series, index, type } = numbered;
  const data = seriesData(series.values, book);
  return element('c:ser', {}, [
    value('c:idx', index),
    value('c:order', index),
    seriesName(series.name, book),
    appearance(numbered),
    isLine(type) ? marker(numbered) : isRound(type) ? slices(data).join('') : value('c:invertIfNegative', false),
    dataLabels(series.dataLabels ?? chart.dataLabels, chart.dataLabelOptions),
    categories(series, book),
    element('c:val', {}, numberReference(series.values, data)),
    isLine(type) ? value('c:smooth', false) : '',
  ]);
};

/** One group of series that have a type and an axis in common. */
const plot = (group: readonly NumberedSeries[], type: ChartType, secondary: boolean, chart: ChartModel, book: WorkbookModel): string => {
  const series = group.map((numbered) => seriesElement(numbered, chart, book));
  const ids = secondary ? AXIS_IDS.secondary : AXIS_IDS.primary;
  const axisIds = [value('c:axId', ids.category), value('c:axId', ids.value)];
  const labels = dataLabels(chart.dataLabels, chart.dataLabelOptions);
  if (type === 'Doughnut') return element('c:doughnutChart', {}, [value('c:varyColors', true), ...series, labels, value('c:firstSliceAng', 0), value('c:holeSize', 60)]);
  if (type === 'Pie') return element('c:pieChart', {}, [value('c:varyColors', true), ...series, labels, value('c:firstSliceAng', 0)]);
  if (isLine(type)) return element('c:lineChart', {}, [value('c:grouping', 'standard'), value('c:varyColors', false), ...series, labels, value('c:marker', true), ...axisIds]);
  return element('c:barChart', {}, [
    value('c:barDir', isHorizontal(type) ? 'bar' : 'col'),
    value('c:grouping', isStacked(type) ? 'stacked' : 'clustered'),
    value('c:varyColors', false),
    ...series,
    labels,
    value('c:gapWidth', 80),
    isStacked(type) ? value('c:overlap', 100) : '',
    ...axisIds,
  ]);
};

const plotArea = (chart: ChartModel, book: WorkbookModel): string => {
  const numbered = chart.series.map((series, index) => ({ series, index, type: series.chartType ?? chart.chartType }));
  const groups = new Map<string, NumberedSeries[]>();
  for (const item of numbered) {
    const key = `${item.series.axisGroup} ${item.type}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  // Primary first: Excel reads the axes in the order in which plots name them.
  const ordered = [...groups.values()].sort(([a], [b]) => Number(a?.series.axisGroup === 'Secondary') - Number(b?.series.axisGroup === 'Secondary'));
  const plots = ordered.flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [plot(group, first.type, first.series.axisGroup === 'Secondary', chart, book)];
  });
  // A chart without series is still a chart of its type.
  if (plots.length === 0) plots.push(plot([], chart.chartType, false, chart, book));
  const needsAxes = !isRound(chart.chartType);
  const [secondary] = chart.series.filter(({ axisGroup }) => axisGroup === 'Secondary');
  const [primary] = chart.series.filter(({ axisGroup }) => axisGroup === 'Primary');
  const sourceFormats = {
    category: primary?.categories === undefined ? undefined : labelData(primary.categories, book)?.format,
    value: primary === undefined ? undefined : seriesData(primary.values, book)?.format,
    secondary: secondary === undefined ? undefined : seriesData(secondary.values, book)?.format,
  };
  return element('c:plotArea', {}, ['<c:layout/>', ...plots, needsAxes ? axes(chart, { horizontal: isHorizontal(chart.chartType), secondary: secondary !== undefined, sourceFormats }) : '']);
};

const TITLE_SIZE = 14;

/** A title that shows a cell: its reference, the text it shows now, and the font. */
const linkedTitle = (reference: string, text: string): string =>
  element('c:title', {}, [
    element('c:tx', {}, stringReference(reference, { points: new Map([[0, text]]), count: 1, format: 'General' })),
    value('c:overlay', false),
    element('c:txPr', {}, ['<a:bodyPr/><a:lstStyle/>', element('a:p', {}, [element('a:pPr', {}, element('a:defRPr', { sz: TITLE_SIZE * 100, b: true })), element('a:endParaRPr', { lang: 'zh-CN' })])]),
  ]);

const LEGEND = { Top: 't', Bottom: 'b', Left: 'l', Right: 'r' } as const;

export const chartPart = (chart: ChartModel, book: WorkbookModel): string => {
  const { title, legendPosition } = chart;
  const hasTitle = title !== undefined && title !== '';
  return xmlPart(
    element(
      'c:chartSpace',
      {
        'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
        'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
        'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      },
      [
        value('c:roundedCorners', false),
        element('c:chart', {}, [
          hasTitle ? (title.startsWith('=') ? linkedTitle(title, titleText(chart, book) ?? '') : chartText(title, { size: TITLE_SIZE, bold: true })) : '',
          value('c:autoTitleDeleted', !hasTitle),
          plotArea(chart, book),
          legendPosition === undefined ? '' : element('c:legend', {}, [value('c:legendPos', LEGEND[legendPosition]), value('c:overlay', false)]),
          value('c:plotVisOnly', true),
          value('c:dispBlanksAs', 'gap'),
        ]),
        element('c:spPr', {}, [solidFill('#FFFFFF'), element('a:ln', { w: 9525 }, solidFill('#D0D7DE'))]),
      ],
    ),
  );
};
