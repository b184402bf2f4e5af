/** Pie and doughnut charts. */
import type { ReactNode } from 'react';
import type { PlotArea } from './CartesianChart';
import { seriesColor } from './data';
import type { ChartData } from './data';

interface RoundProps {
  readonly data: ChartData;
  readonly area: PlotArea;
  readonly doughnut: boolean;
  readonly dataLabels: boolean;
  readonly formatNumber: (value: number, format: string | undefined) => string;
}

/** The first series; its parts in the order of the cells, from the top, clockwise. Negative values and gaps have no part. */
export function RoundChart({ data, area, doughnut, dataLabels, formatNumber }: RoundProps): ReactNode {
  const values = (data.series[0]?.values ?? []).map((value) => Math.max(value ?? 0, 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  const radius = Math.max(Math.min(area.width, area.height) / 2 - 8, 5);
  const inner = doughnut ? radius * 0.6 : 0;
  const center = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  const point = (turn: number, distance: number): string => {
    const angle = turn * 2 * Math.PI - Math.PI / 2;
    return `${(center.x + Math.cos(angle) * distance).toFixed(2)} ${(center.y + Math.sin(angle) * distance).toFixed(2)}`;
  };
  let before = 0;
  return (
    <g className="chart-round">
      {values.map((value, index) => {
        if (value === 0 || total === 0) return null;
        const start = before / total;
        before += value;
        const end = Math.min(before / total, start + 0.99999);
        const large = end - start > 0.5 ? 1 : 0;
        const path = `M${point(start, radius)}A${String(radius)} ${String(radius)} 0 ${String(large)} 1 ${point(end, radius)}L${point(end, inner)}${inner > 0 ? `A${String(inner)} ${String(inner)} 0 ${String(large)} 0 ${point(start, inner)}` : ''}Z`;
        const [x, y] = point((start + end) / 2, inner > 0 ? (radius + inner) / 2 : radius * 0.65).split(' ');
        return (
          <g key={index}>
            <path d={path} fill={seriesColor(index)} />
            {dataLabels && end - start > 0.04 && <text x={x} y={Number(y) + 4} textAnchor="middle" className="chart-part">{formatNumber(value, data.formats.primary)}</text>}
          </g>
        );
      })}
    </g>
  );
}
