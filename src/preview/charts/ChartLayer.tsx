/** The charts of a sheet, floating where they stand on it. */
import { memo } from 'react';
import type { ReactNode } from 'react';
import { titleText } from '../../host/model/charts';
import type { ChartModel, SheetModel } from '../../host/model/types';
import type { Session } from '../session/types';
import { pixels } from '../sheet/fonts';
import { CartesianChart } from './CartesianChart';
import type { PlotArea } from './CartesianChart';
import { chartData, seriesColor } from './data';
import type { ChartData } from './data';
import { RoundChart } from './RoundChart';

interface ChartLayerProps {
  readonly session: Session;
  readonly sheet: SheetModel;
  /** draws again when the workbook changed */
  readonly version: number;
}

export const ChartLayer = memo(function ChartLayer({ session, sheet }: ChartLayerProps): ReactNode {
  return sheet.charts.map((chart) => <Chart key={chart.id} session={session} sheet={sheet} chart={chart} />);
});

/** What a screen reader is told: a grid may hold nothing but rows of cells. */
export function ChartList({ session, sheet, label }: { session: Session; sheet: SheetModel; label: string }): ReactNode {
  if (sheet.charts.length === 0) return null;
  return (
    <ul className="visually-hidden" aria-label={label}>
      {sheet.charts.map((chart) => (
        <li key={chart.id}>{[titleText(chart, session.book) ?? chart.name, ...chartData(session, sheet, chart).series.map(({ name }) => name)].join(', ')}</li>
      ))}
    </ul>
  );
}

const LEGEND_LINE = 18;

function Chart({ session, sheet, chart }: { session: Session; sheet: SheetModel; chart: ChartModel }): ReactNode {
  const data = chartData(session, sheet, chart);
  const width = Math.max(pixels(chart.width), 60);
  const height = Math.max(pixels(chart.height), 60);
  const round = chart.chartType === 'Pie' || chart.chartType === 'Doughnut';
  const shownTitle = titleText(chart, session.book) ?? '';
  const title = shownTitle === '' ? 0 : 30;
  const legend = chart.legendPosition;
  const side = legend === 'Left' || legend === 'Right' ? Math.min(130, width * 0.3) : 0;
  const area: PlotArea = {
    x: 10 + (legend === 'Left' ? side : 0),
    y: 8 + title + (legend === 'Top' ? LEGEND_LINE : 0),
    width: width - 20 - side,
    height: height - 16 - title - (legend === 'Top' || legend === 'Bottom' ? LEGEND_LINE + 4 : 0),
  };
  const formatNumber = (value: number, format: string | undefined): string => session.display({ value, ...(format !== undefined && { format: { numberFormat: format } }) }).text;
  return (
    <svg className="chart" aria-hidden="true" style={{ left: pixels(chart.left), top: pixels(chart.top) }} width={width} height={height} viewBox={`0 0 ${String(width)} ${String(height)}`}>
      <rect className="chart-paper" x={0.5} y={0.5} width={width - 1} height={height - 1} />
      {title > 0 && <text className="chart-title" x={width / 2} y={25} textAnchor="middle">{shownTitle}</text>}
      {round ? <RoundChart data={data} area={area} doughnut={chart.chartType === 'Doughnut'} dataLabels={chart.dataLabels} formatNumber={formatNumber} /> : <CartesianChart chart={chart} data={data} area={area} formatNumber={formatNumber} />}
      {legend !== undefined && <Legend items={round ? data.categories.map((name, index) => ({ name, color: seriesColor(index) })) : legendOf(data)} position={legend} width={width} height={height} top={8 + title} side={side} />}
    </svg>
  );
}

const legendOf = (data: ChartData) => data.series.map(({ name, color }) => ({ name, color }));

interface LegendProps {
  readonly items: readonly { name: string; color: string }[];
  readonly position: 'Top' | 'Bottom' | 'Left' | 'Right';
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly side: number;
}

function Legend({ items, position, width, height, top, side }: LegendProps): ReactNode {
  const widths = items.map(({ name }) => 22 + [...name].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? 11 : 6.2), 0) + 10);
  const beside = position === 'Left' || position === 'Right';
  const total = widths.reduce((sum, one) => sum + one, 0);
  const shown = beside ? items.slice(0, Math.max(Math.floor((height - top - 10) / LEGEND_LINE), 1)) : items;
  let x = Math.max((width - total) / 2, 8);
  return (
    <g className="chart-legend">
      {shown.map(({ name, color }, index) => {
        const place = beside ? { x: position === 'Left' ? 10 : width - side + 4, y: Math.max((height + top - shown.length * LEGEND_LINE) / 2, top) + index * LEGEND_LINE } : { x, y: position === 'Top' ? top : height - LEGEND_LINE - 4 };
        x += widths[index] ?? 0;
        return (
          <g key={index} transform={`translate(${String(place.x)} ${String(place.y)})`}>
            <rect y={4} width={9} height={9} fill={color} />
            <text x={14} y={12.5}>{name}</text>
          </g>
        );
      })}
    </g>
  );
}
