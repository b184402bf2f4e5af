/** Columns, bars and lines on one or two value axes. */
import type { ReactNode } from 'react';
import type { ChartModel } from '../../host/model/types';
import type { ChartData, Series } from './data';
import { createScale, fractionOf, ticksOf } from './scale';
import type { Scale } from './scale';

export interface PlotArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface CartesianProps {
  readonly chart: ChartModel;
  readonly data: ChartData;
  readonly area: PlotArea;
  readonly formatNumber: (value: number, format: string | undefined) => string;
}

const FONT = 11;
const isBar = (series: Series): boolean => series.type.startsWith('Bar');
const isLine = (series: Series): boolean => series.type.startsWith('Line');
const isStacked = (series: Series): boolean => series.type.endsWith('Stacked');

export function CartesianChart({ chart, data, area, formatNumber }: CartesianProps): ReactNode {
  const horizontal = data.series.some(isBar);
  const primary = data.series.filter(({ secondary }) => !secondary);
  const secondary = data.series.filter((series) => series.secondary);
  const primaryScale = createScale(extremes(primary), { minimum: chart.valueAxis.minimum, maximum: chart.valueAxis.maximum });
  const secondaryScale = secondary.length === 0 ? undefined : createScale(extremes(secondary));
  const format = chart.valueAxis.numberFormat ?? data.formats.primary;
  const labels = ticksOf(primaryScale).map((tick) => formatNumber(tick, format));
  const secondLabels = secondaryScale === undefined ? [] : ticksOf(secondaryScale).map((tick) => formatNumber(tick, data.formats.secondary));
  const plot = plotArea(area, horizontal ? data.categories : labels, secondLabels, horizontal ? false : needsTilt(data.categories, area.width), chart);
  const frame: Frame = { plot, horizontal, reversed: horizontal !== (chart.categoryAxis.reversed === true), count: Math.max(data.categories.length, 1) };
  const scaleOf = (series: Series) => (series.secondary && secondaryScale !== undefined ? secondaryScale : primaryScale);
  const bars = data.series.filter((series) => !isLine(series));
  return (
    <g>
      <ValueAxis frame={frame} scale={primaryScale} labels={labels} title={chart.valueAxis.title} side="first" lines />
      {secondaryScale !== undefined && <ValueAxis frame={frame} scale={secondaryScale} labels={secondLabels} title={undefined} side="second" lines={false} />}
      {bars.map((series, index) => (
        <Bars key={index} frame={frame} series={series} scale={scaleOf(series)} place={barPlace(bars, index)} below={stackBelow(bars, index)} labels={chart.dataLabels ? (value) => formatNumber(value, series.secondary ? data.formats.secondary : format) : undefined} />
      ))}
      <CategoryAxis frame={frame} categories={data.categories} zero={fractionOf(primaryScale, Math.max(0, primaryScale.minimum))} title={chart.categoryAxis.title} />
      {data.series.filter(isLine).map((series, index) => (
        <Line key={index} frame={frame} series={series} scale={scaleOf(series)} labels={chart.dataLabels ? (value) => formatNumber(value, series.secondary ? data.formats.secondary : format) : undefined} />
      ))}
    </g>
  );
}

interface Frame {
  readonly plot: PlotArea;
  readonly horizontal: boolean;
  /** the first category stands at the bottom of a bar chart, as in Excel */
  readonly reversed: boolean;
  readonly count: number;
}

/** All values, stacked ones summed. */
function extremes(series: readonly Series[]): number[] {
  const plain = series.filter((one) => !isStacked(one)).flatMap(({ values }) => values.filter((value) => value !== undefined));
  const stacked = series.filter(isStacked);
  const length = Math.max(0, ...stacked.map(({ values }) => values.length));
  const sums = Array.from({ length }, (_, index) => stacked.reduce((sum, { values }) => sum + Math.max(values[index] ?? 0, 0), 0));
  return [...plain, ...sums];
}

const textWidth = (text: string): number => [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? FONT : FONT * 0.56), 0);
const needsTilt = (categories: readonly string[], width: number): boolean => Math.max(0, ...categories.map(textWidth)) > (width - 60) / Math.max(categories.length, 1);

function plotArea(area: PlotArea, firstLabels: readonly string[], secondLabels: readonly string[], tilt: boolean, chart: ChartModel): PlotArea {
  const titles = { value: chart.valueAxis.title === undefined ? 0 : 16, category: chart.categoryAxis.title === undefined ? 0 : 16 };
  const left = Math.min(Math.max(0, ...firstLabels.map(textWidth)), area.width * 0.35) + 10 + titles.value;
  const right = secondLabels.length === 0 ? 12 : Math.max(0, ...secondLabels.map(textWidth)) + 10;
  const bottom = (tilt ? 58 : 20) + titles.category;
  return { x: area.x + left, y: area.y + 8, width: Math.max(area.width - left - right, 10), height: Math.max(area.height - bottom - 8, 10) };
}

interface ValueAxisProps {
  readonly frame: Frame;
  readonly scale: Scale;
  readonly labels: readonly string[];
  readonly title: string | undefined;
  readonly side: 'first' | 'second';
  readonly lines: boolean;
}

function ValueAxis({ frame: { plot, horizontal }, scale, labels, title, side, lines }: ValueAxisProps): ReactNode {
  return (
    <g className="chart-axis">
      {ticksOf(scale).map((tick, index) => {
        const at = fractionOf(scale, tick);
        const x = plot.x + at * plot.width;
        const y = plot.y + (1 - at) * plot.height;
        return (
          <g key={tick}>
            {lines && (horizontal ? <line x1={x} x2={x} y1={plot.y} y2={plot.y + plot.height} /> : <line x1={plot.x} x2={plot.x + plot.width} y1={y} y2={y} />)}
            {horizontal ? (
              <text x={x} y={plot.y + plot.height + 14} textAnchor="middle">{labels[index]}</text>
            ) : (
              <text x={side === 'first' ? plot.x - 6 : plot.x + plot.width + 6} y={y + 4} textAnchor={side === 'first' ? 'end' : 'start'}>{labels[index]}</text>
            )}
          </g>
        );
      })}
      {title !== undefined && !horizontal && <text x={0} y={0} textAnchor="middle" transform={`translate(${String(plot.x - 44)} ${String(plot.y + plot.height / 2)}) rotate(-90)`}>{title}</text>}
    </g>
  );
}

function CategoryAxis({ frame, categories, zero, title }: { frame: Frame; categories: readonly string[]; zero: number; title: string | undefined }): ReactNode {
  const { plot, horizontal, count } = frame;
  const tilt = !horizontal && Math.max(0, ...categories.map(textWidth)) > plot.width / count;
  const every = horizontal ? Math.ceil((count * (FONT + 3)) / plot.height) : tilt ? Math.ceil((count * (FONT + 2)) / plot.width) : 1;
  const baseline = plot.y + (1 - zero) * plot.height;
  return (
    <g className="chart-axis">
      {horizontal ? <line className="chart-baseline" x1={plot.x + zero * plot.width} x2={plot.x + zero * plot.width} y1={plot.y} y2={plot.y + plot.height} /> : <line className="chart-baseline" x1={plot.x} x2={plot.x + plot.width} y1={baseline} y2={baseline} />}
      {categories.map((category, index) => {
        if (index % every !== 0) return null;
        const at = middleOf(frame, index);
        if (horizontal) return <text key={index} x={plot.x - 6} y={at + 4} textAnchor="end">{shorten(category, 14)}</text>;
        if (tilt) return <text key={index} textAnchor="end" transform={`translate(${String(at + 4)} ${String(plot.y + plot.height + 12)}) rotate(-40)`}>{shorten(category, 8)}</text>;
        return <text key={index} x={at} y={plot.y + plot.height + 15} textAnchor="middle">{category}</text>;
      })}
      {title !== undefined && <text x={plot.x + plot.width / 2} y={plot.y + plot.height + (tilt ? 70 : 32)} textAnchor="middle">{title}</text>}
    </g>
  );
}

const shorten = (text: string, length: number): string => ([...text].length > length ? `${[...text].slice(0, length - 1).join('')}…` : text);

/** Middle of a category along its axis, in pixels. */
function middleOf({ plot, horizontal, reversed, count }: Frame, index: number): number {
  const fraction = ((reversed ? count - 1 - index : index) + 0.5) / count;
  return horizontal ? plot.y + fraction * plot.height : plot.x + fraction * plot.width;
}

/** Which of how many columns beside each other a series is. */
function barPlace(bars: readonly Series[], index: number): { at: number; of: number } {
  const stacked = bars[index] !== undefined && isStacked(bars[index]);
  return stacked ? { at: 0, of: 1 } : { at: index, of: bars.length };
}

/** What lies under each column of a stacked series. */
function stackBelow(bars: readonly Series[], index: number): (category: number) => number {
  const current = bars[index];
  if (current === undefined || !isStacked(current)) return () => 0;
  return (category) => bars.slice(0, index).reduce((sum, { values }) => sum + Math.max(values[category] ?? 0, 0), 0);
}

interface BarsProps {
  readonly frame: Frame;
  readonly series: Series;
  readonly scale: Scale;
  readonly place: { at: number; of: number };
  readonly below: (category: number) => number;
  readonly labels: ((value: number) => string) | undefined;
}

function Bars({ frame, series, scale, place, below, labels }: BarsProps): ReactNode {
  const { plot, horizontal, count } = frame;
  const slot = (horizontal ? plot.height : plot.width) / count;
  const thickness = Math.max((slot * 0.68) / place.of, 1);
  const position = (value: number): number => Math.min(Math.max(fractionOf(scale, value), 0), 1);
  return (
    <g fill={series.color}>
      {series.values.map((value, index) => {
        if (value === undefined) return null;
        const start = position(below(index) || Math.max(0, scale.minimum));
        const end = position(below(index) + value);
        const across = middleOf(frame, index) - (thickness * place.of) / 2 + thickness * place.at;
        const [low, high] = [Math.min(start, end), Math.max(start, end)];
        const box = horizontal
          ? { x: plot.x + low * plot.width, y: across, width: (high - low) * plot.width, height: thickness }
          : { x: across, y: plot.y + (1 - high) * plot.height, width: thickness, height: (high - low) * plot.height };
        return (
          <g key={index}>
            <rect {...box} />
            {labels !== undefined && <text className="chart-value" x={horizontal ? box.x + box.width + 4 : box.x + box.width / 2} y={horizontal ? box.y + box.height / 2 + 4 : box.y - 4} textAnchor={horizontal ? 'start' : 'middle'}>{labels(value)}</text>}
          </g>
        );
      })}
    </g>
  );
}

function Line({ frame, series, scale, labels }: { frame: Frame; series: Series; scale: Scale; labels: ((value: number) => string) | undefined }): ReactNode {
  const points = series.values.map((value, index) => (value === undefined ? undefined : { x: middleOf(frame, index), y: frame.plot.y + (1 - fractionOf(scale, value)) * frame.plot.height, value }));
  const path = points.map((point, index) => (point === undefined ? '' : `${points[index - 1] === undefined ? 'M' : 'L'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`)).join('');
  return (
    <g>
      <path d={path} fill="none" stroke={series.color} strokeWidth={2.25} strokeLinejoin="round" strokeLinecap="round" />
      {points.map((point, index) => point !== undefined && (
        <g key={index}>
          {series.type === 'LineMarkers' && <circle cx={point.x} cy={point.y} r={3.5} fill={series.color} />}
          {labels !== undefined && <text className="chart-value" x={point.x} y={point.y - 7} textAnchor="middle">{labels(point.value)}</text>}
        </g>
      ))}
    </g>
  );
}
