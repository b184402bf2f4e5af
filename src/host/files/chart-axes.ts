/** Axes and text of charts. Children have a fixed order (ECMA-376 part 1, 21.2.2). */
import type { ChartAxisModel, ChartModel } from '../model/types';
import { element, textContent } from './xml';

export const AXIS_IDS = {
  primary: { category: 111111111, value: 111111112 },
  secondary: { category: 222222221, value: 222222222 },
} as const;

const value = (name: string, val: string | number | boolean): string => element(name, { val });

export const solidFill = (color: string): string => element('a:solidFill', {}, element('a:srgbClr', { val: color.replace(/^#/, '').toUpperCase() }));

/** A title. The size is in points. */
export const chartText = (text: string, { size, bold }: { readonly size: number; readonly bold: boolean }): string => {
  const font = { sz: size * 100, b: bold };
  return element('c:title', {}, [
    element(
      'c:tx',
      {},
      element('c:rich', {}, [
        '<a:bodyPr/><a:lstStyle/>',
        element('a:p', {}, [
          element('a:pPr', {}, element('a:defRPr', font)),
          element('a:r', {}, [element('a:rPr', { lang: 'zh-CN', altLang: 'en-US', ...font }), element('a:t', {}, textContent(text))]),
        ]),
      ]),
    ),
    value('c:overlay', false),
  ]);
};

const axisTitle = ({ title }: ChartAxisModel): string => (title === undefined || title === '' ? '' : chartText(title, { size: 10, bold: false }));

const scaling = ({ reversed, maximum, minimum }: ChartAxisModel): string =>
  element('c:scaling', {}, [
    value('c:orientation', reversed === true ? 'maxMin' : 'minMax'),
    maximum === undefined ? '' : value('c:max', maximum),
    minimum === undefined ? '' : value('c:min', minimum),
  ]);

/** Without a format of its own an axis has that of the cells. */
const numberFormat = ({ numberFormat: formatCode }: ChartAxisModel, source = 'General'): string => element('c:numFmt', { formatCode: formatCode ?? source, sourceLinked: formatCode === undefined });

const GRIDLINES = element('c:majorGridlines', {}, element('c:spPr', {}, element('a:ln', { w: 9525 }, solidFill('#E1E4E8'))));

interface AxisPlace {
  readonly id: number;
  readonly crosses: number;
  readonly position: 'b' | 'l' | 'r' | 't';
  readonly hidden?: boolean;
  /** where it crosses the other one */
  readonly at?: 'autoZero' | 'max';
  /** number format of the cells behind it */
  readonly source?: string | undefined;
}

const axisHead = (axis: ChartAxisModel, { id, position, hidden }: AxisPlace): string[] => [
  value('c:axId', id),
  scaling(axis),
  value('c:delete', hidden === true),
  value('c:axPos', position),
];
const axisTail = ({ crosses, at = 'autoZero' }: AxisPlace, labels: string): string[] => [
  value('c:majorTickMark', 'none'),
  value('c:minorTickMark', 'none'),
  value('c:tickLblPos', labels),
  value('c:crossAx', crosses),
  value('c:crosses', at),
];

const categoryAxis = (axis: ChartAxisModel, place: AxisPlace): string =>
  element('c:catAx', {}, [
    ...axisHead(axis, place),
    axisTitle(axis),
    numberFormat(axis, place.source),
    // labels stay at the edge when values are negative
    ...axisTail(place, 'low'),
    value('c:auto', true),
    value('c:lblAlgn', 'ctr'),
    value('c:lblOffset', 100),
    value('c:noMultiLvlLbl', false),
  ]);

const valueAxis = (axis: ChartAxisModel, place: AxisPlace, gridlines: boolean): string =>
  element('c:valAx', {}, [...axisHead(axis, place), gridlines ? GRIDLINES : '', axisTitle(axis), numberFormat(axis, place.source), ...axisTail(place, 'nextTo'), value('c:crossBetween', 'between')]);

export interface AxesOptions {
  readonly horizontal: boolean;
  /** a second pair is needed; its categories are hidden */
  readonly secondary: boolean;
  readonly sourceFormats: Readonly<Record<'category' | 'value' | 'secondary', string | undefined>>;
}

/** The axes of a chart: category and value, and a second pair when a series asks for it. */
export const axes = (chart: ChartModel, { horizontal, secondary, sourceFormats }: AxesOptions): string => {
  const { primary, secondary: second } = AXIS_IDS;
  const list = [
    categoryAxis(chart.categoryAxis, { id: primary.category, crosses: primary.value, position: horizontal ? 'l' : 'b', source: sourceFormats.category }),
    valueAxis(chart.valueAxis, { id: primary.value, crosses: primary.category, position: horizontal ? 'b' : 'l', source: sourceFormats.value }, true),
  ];
  if (secondary) {
    const { reversed } = chart.categoryAxis;
    list.push(
      valueAxis({}, { id: second.value, crosses: second.category, position: horizontal ? 't' : 'r', at: 'max', source: sourceFormats.secondary }, false),
      categoryAxis(reversed === undefined ? {} : { reversed }, { id: second.category, crosses: second.value, position: horizontal ? 'l' : 'b', hidden: true }),
    );
  }
  return list.join('');
};
