import type { TableRow } from '../table';
import type { IntakeOptions } from '../types';
import { parseDateTime } from '../values/date-time';
import { unguard } from '../values/text';
import { cellOf, type BoundColumn, type Ledger } from './kind';

/** `YYYY-MM-DD HH:mm:ss` of a cell; undefined when empty or unreadable, the latter named when a ledger is given. */
export function readTime(row: TableRow, column: BoundColumn | undefined, options: IntakeOptions, ledger?: Ledger): string | undefined {
  if (!column) return undefined;
  const raw = cellOf(row, column);
  const reading = parseDateTime(raw, options.year);
  if (reading.kind === 'bad') ledger?.problem(row.line, { code: 'not-a-date', column: column.header.raw, value: unguard(raw) });
  return reading.kind === 'date-time' ? reading.value : undefined;
}

/** All times exactly 16:00:00: dates that a program moved to UTC, one day early in Beijing (Q19). */
export function checkDateShift(times: readonly string[], line: number, column: string, ledger: Ledger): void {
  if (times.length >= 3 && times.every((time) => time.endsWith(' 16:00:00'))) ledger.problem(line, { code: 'date-shift', column, value: times[0] ?? '' });
}
