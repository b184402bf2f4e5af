import type { Figure } from '../../retro/types';
import { formatOf, readFigure, type FigureFormat } from '../figures';
import { baseOfKey } from '../../retro/catalogue';
import type { TableRow } from '../table';
import { emptiness } from '../values/empty';
import { parsePlainNumber } from '../values/number';
import { percentScale } from '../values/percent';
import { foldValue } from '../values/text';
import { cellOf, type BoundColumn, type BoundTable, type Ledger } from './kind';

/** A metric column with the format that the whole column decided. */
export interface MetricColumn {
  readonly column: BoundColumn;
  readonly key: string;
  readonly format: FigureFormat;
}

/** Metric columns of a table; bare rates are fractions or percentages by their whole column (Q14). `rename` may give another key. */
export function metricColumnsOf(table: BoundTable, rename: (key: string, cells: readonly string[]) => string = (key) => key): readonly MetricColumn[] {
  return table.columns.flatMap((column): readonly MetricColumn[] => {
    if (column.metric === undefined) return [];
    const cells = table.rows.map((row) => cellOf(row, column));
    const key = rename(column.metric, cells);
    const format = formatOf(key, column.header.unit);
    const scale = format.unit === '%' ? percentScale(cells) : undefined;
    // Minutes by the header are minutes (Q15).
    const inSeconds = format.unit === '秒' && (column.header.unit === undefined || column.header.unit === '秒' || column.header.unit === 's');
    const timeFraction = inSeconds ? fractionOfTime(cells) : undefined;
    const minutesAsHours = responseTimes.has(baseOfKey(key)) && areMinutesAsHours(cells);
    return [{ column, key, format: { ...format, ...(scale && { scale }), ...(timeFraction && { timeFraction }), ...(minutesAsHours && { minutesAsHours }) } }];
  });
}

const responseTimes: ReadonlySet<string> = new Set(['first_resp', 'avg_resp', 'queue_time']);

/** A whole column of response times such as `1:20:00`: minutes and seconds that Excel took for hours and minutes (Q17). */
function areMinutesAsHours(cells: readonly string[]): boolean {
  const clocks = cells.filter((cell) => !emptiness(cell)).map((cell) => /^(\d{1,2}):(\d{2}):00$/.exec(foldValue(cell)));
  const seconds = clocks.map((clock) => (clock ? Number(clock[1]) * 3600 + Number(clock[2]) * 60 : 0)).sort((a, b) => a - b);
  return clocks.length >= 2 && clocks.every((clock) => clock !== null) && (seconds[Math.floor(seconds.length / 2)] ?? 0) >= 600;
}

/**
 * Seconds of 1 in cells that Excel had turned into fractions of a day (Q16, Q17): 86,400 when siblings are real seconds or the result is
 * plausible, 1,440 when a whole column of `1:20` (分:秒) had been taken for hours and minutes. undefined: nothing to repair.
 */
export function fractionOfTime(cells: readonly string[]): number | undefined {
  const numbers = cells.flatMap((cell) => {
    const value = emptiness(cell) ? undefined : parsePlainNumber(foldValue(cell));
    return value === undefined ? [] : [value];
  });
  const written = cells.filter((cell) => !emptiness(cell)).length;
  const fractions = numbers.filter((value) => value > 0 && value < 1);
  if (fractions.length === 0) return undefined;
  if (fractions.length < written) return fractions.every((value) => value * 86_400 < 3600) ? 86_400 : undefined;
  const wholeMinutes = fractions.every((value) => Math.abs(value * 1440 - Math.round(value * 1440)) < 1e-3);
  const median = [...fractions].sort((a, b) => a - b)[Math.floor(fractions.length / 2)] ?? 0;
  if (fractions.length < 2) return undefined;
  return wholeMinutes && median * 1440 >= 5 ? 1440 : median * 86_400 < 3600 && median * 86_400 >= 1 ? 86_400 : undefined;
}

/** Figures of one row. Cells that cannot be read are missing and, with a ledger, named. */
export function figuresOf(row: TableRow, columns: readonly MetricColumn[], ledger?: Ledger): Readonly<Record<string, Figure>> {
  const figures: Record<string, Figure> = {};
  for (const { column, key, format } of columns) {
    const raw = cellOf(row, column);
    const { figure, problem } = readFigure(raw, format);
    if (problem && problem.code !== 'percent-assumed') ledger?.problem(row.line, { ...problem, column: column.header.raw, value: raw });
    figures[key] = figure;
  }
  return figures;
}

/** Header and key of each metric column, as `checkTotals` wants them. */
export function headersOf(columns: readonly MetricColumn[]): readonly { readonly key: string; readonly header: string }[] {
  return columns.map(({ key, column }) => ({ key, header: column.header.raw }));
}

