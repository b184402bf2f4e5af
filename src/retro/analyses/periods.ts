import { addDays, daysBetween } from '../dates';
import type { RetroEvent } from '../types';

/** Days before the opening that still belong to an event (预售, 预热). */
const LEAD = 30;
/** Days after the last one in which what began in the event comes in (refunds, questions about orders). */
const TAIL = 60;
/** An earlier stretch longer than this is no period to compare with but a download of everything. */
const LONGEST_PREVIOUS = 92;
const YEAR = 365;
/** Length of an event whose last day nobody gave. */
const USUAL_LENGTH = 30;

export interface DatedDays {
  /** `YYYY-MM-DD` */
  readonly from: string;
  readonly to: string;
}

/** Rows of a list by the event they belong to. */
export interface Periods<T> {
  readonly now: readonly T[];
  readonly lastYear: readonly T[];
  /** a stretch between last year's event and this one, at most 92 days long: 上期 */
  readonly previous: readonly T[];
  /** dated rows that belong to none of the three: counted nowhere */
  readonly other: readonly T[];
  /** days of each part that has dated rows */
  readonly days: Readonly<Partial<Record<'now' | 'lastYear' | 'previous', DatedDays>>>;
}

/**
 * Sorts rows of several downloads by date (R19, R20: 同比 and 环比 need last year's download beside this year's). Rows without a date are of
 * this event; so are all rows when the event has no first day or none of them lies near it: then its dates are not those of the data.
 */
export function splitPeriods<T>(rows: readonly T[], dateOf: (row: T) => string | undefined, event: RetroEvent): Periods<T> {
  const { start } = event;
  const day = (row: T): string | undefined => dateOf(row)?.slice(0, 10);
  const all: Periods<T> = { now: rows, lastYear: [], previous: [], other: [], days: daysOf({ now: rows }, day) };
  if (start === undefined) return all;
  const length = event.end === undefined ? USUAL_LENGTH : Math.max(1, daysBetween(start, event.end) + 1);
  const parts = { now: [] as T[], lastYear: [] as T[], between: [] as T[], other: [] as T[] };
  for (const row of rows) {
    const date = day(row);
    const offset = date === undefined ? 0 : daysBetween(start, date);
    if (offset >= -LEAD) parts.now.push(row);
    else if (offset > length + TAIL - YEAR) parts.between.push(row);
    else if (offset >= -LEAD - YEAR) parts.lastYear.push(row);
    else parts.other.push(row);
  }
  if (parts.now.length === 0) return all;
  const between = daysOf({ previous: parts.between }, day).previous;
  const comparable = between !== undefined && daysBetween(between.from, between.to) < LONGEST_PREVIOUS;
  const { now, lastYear } = parts;
  const previous = comparable ? parts.between : [];
  return { now, lastYear, previous, other: comparable ? parts.other : [...parts.between, ...parts.other], days: daysOf({ now, lastYear, previous }, day) };
}

function daysOf<T>(parts: Readonly<Partial<Record<'now' | 'lastYear' | 'previous', readonly T[]>>>, day: (row: T) => string | undefined): Periods<T>['days'] {
  return Object.fromEntries(Object.entries(parts).flatMap(([name, rows]) => {
    const dates = rows.flatMap((row) => day(row) ?? []);
    const [first] = dates;
    if (first === undefined) return [];
    let [from, to] = [first, first];
    for (const date of dates) [from, to] = [date < from ? date : from, date > to ? date : to];
    return [[name, { from, to }]];
  }));
}

/** Days of a stretch, both ends counted. */
export const lengthOf = ({ from, to }: DatedDays): number => daysBetween(from, addDays(to, 1));
