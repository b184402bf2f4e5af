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

/** What a date cell of a daily table says: one day, or several as a text `2025-11-01~2025-11-11` (生意参谋 writes the whole period into each row). */
export function parseDays(raw: string, year: number): { readonly date?: string; readonly period?: string } | 'bad' {
  const day = parseDateTime(raw, year);
  if (day.kind === 'date-time') return { date: day.value.slice(0, 10) };
  if (day.kind === 'missing') return {};
  const [from, to, ...others] = unguard(raw).split(/\s*(?:~|～|至|到)\s*/).map((part) => parseDateTime(part, year));
  if (from?.kind !== 'date-time' || to?.kind !== 'date-time' || others.length > 0) return 'bad';
  return { period: `${from.value.slice(0, 10)}~${to.value.slice(0, 10)}` };
}
