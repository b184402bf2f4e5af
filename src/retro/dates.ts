/**
 * Calendar dates as `YYYY-MM-DD` text (DESIGN rule 7). Pure arithmetic on the proleptic Gregorian calendar; no time zone, no clock.
 */

const dayMs = 86_400_000;
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a real day of the calendar written `YYYY-MM-DD`: `2025-02-30` is not one. */
export function isDate(text: string): boolean {
  const match = pattern.exec(text);
  return match !== null && makeDate(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** `YYYY-MM-DD`, or undefined when the calendar has no such day (year 1900–9999). */
export function makeDate(year: number, month: number, day: number): string | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined;
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** 28–31. `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function toDays(date: string): number {
  const match = pattern.exec(date);
  if (!match) throw new RangeError(`not a date: ${date}`);
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / dayMs;
}

function fromDays(days: number): string {
  return new Date(days * dayMs).toISOString().slice(0, 10);
}

/** The date `days` later (earlier when negative). `date` must be a date. */
export function addDays(date: string, days: number): string {
  return fromDays(toDays(date) + days);
}

/** Days from `from` to `to`: negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return toDays(to) - toDays(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: string): number {
  return ((toDays(date) + 3) % 7 + 7) % 7 + 1;
}

/** Monday of the week of `date`. */
export function startOfWeek(date: string): string {
  return addDays(date, 1 - weekdayOf(date));
}

/** Last day of the month of `date`. */
export function endOfMonth(date: string): string {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return `${date.slice(0, 8)}${daysInMonth(year, month)}`;
}

/** The same day `months` later, cut to the month's last day: 2025-01-31 + 1 → 2025-02-28. */
export function addMonths(date: string, months: number): string {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return makeDate(year, month, Math.min(Number(date.slice(8, 10)), daysInMonth(year, month))) ?? date;
}

/** The working day `count` working days (Monday–Friday; no holiday calendar) after `date`. */
export function addWorkdays(date: string, count: number): string {
  let result = date;
  for (let left = count; left > 0; ) {
    result = addDays(result, 1);
    if (weekdayOf(result) <= 5) left -= 1;
  }
  return result;
}

const excelEpoch = '1899-12-30';

/** Excel's serial number of a date (1900 system); right from 1900-03-01 on, where Excel's invented leap day is past. */
export function toSerial(date: string): number {
  return daysBetween(excelEpoch, date);
}

/** Date of an Excel serial number; the time of day is dropped. undefined outside 1900-03-01 … 9999-12-31. */
export function fromSerial(serial: number): string | undefined {
  const days = Math.floor(serial + 1e-9);
  return days >= 61 && days <= 2_958_465 ? addDays(excelEpoch, days) : undefined;
}

/** Year, month and day of a date without a year: the one nearest to `today`, at most half a year back. */
export function nearestYear(today: string, month: number, day: number): string | undefined {
  const year = Number(today.slice(0, 4));
  const candidate = makeDate(year, month, day);
  if (candidate && daysBetween(candidate, today) > 183) return makeDate(year + 1, month, day);
  if (candidate && daysBetween(today, candidate) > 300) return makeDate(year - 1, month, day);
  return candidate;
}
