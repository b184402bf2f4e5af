import type { CellRow } from '../read-cells';

/** Cells of large files are looked at as bytes: a number, a time or an id in its usual form is read without making a string. */

const QUOTE = 34;
const EQUALS = 61;
const ZERO = 48;

/** First byte of a cell; 0 past the last cell, where `endOf` is 0 too. */
export function startOf(row: CellRow, index: number): number {
  return index < row.count ? (row.starts[index] as number) : 0;
}

/** The byte after a cell. */
export function endOf(row: CellRow, index: number): number {
  return index < row.count ? (row.ends[index] as number) : 0;
}

/** Bounds of the cell last looked at by `findContent`, without its guard. */
let contentStart = 0;
let contentEnd = 0;

/** Finds the content of a cell, taking off `="…"` (Q05); an apostrophe, blanks and tabs around it stay and send the cell to the full reader. */
function findContent(row: CellRow, index: number): void {
  contentStart = startOf(row, index);
  contentEnd = endOf(row, index);
  const { buffer } = row;
  if (contentEnd - contentStart < 3 || buffer[contentStart] !== EQUALS) return;
  // In a quoted CSV cell the quotes of the guard are doubled: `"=""123"""`.
  const quotes = row.doubled[index] === 1 ? 2 : 1;
  if (contentEnd - contentStart < 1 + quotes * 2) return;
  for (let quote = 1; quote <= quotes; quote++) if (buffer[contentStart + quote] !== QUOTE || buffer[contentEnd - quote] !== QUOTE) return;
  contentStart += 1 + quotes;
  contentEnd -= quotes;
}

/** The number in a cell of digits with an optional minus and decimals; NaN for anything else: ask the full reader. */
export function numberOfCell(row: CellRow, index: number): number {
  findContent(row, index);
  const { buffer } = row;
  const end = contentEnd;
  let at = contentStart;
  const negative = buffer[at] === 45;
  if (negative) at++;
  let whole = 0;
  let digits = 0;
  let scale = 1;
  for (; at < end; at++, digits++) {
    const digit = (buffer[at] as number) - ZERO;
    if (digit < 0 || digit > 9) break;
    whole = whole * 10 + digit;
  }
  if (at < end && buffer[at] === 46) {
    for (at++; at < end; at++, digits++) {
      const digit = (buffer[at] as number) - ZERO;
      if (digit < 0 || digit > 9) break;
      whole = whole * 10 + digit;
      scale *= 10;
    }
  }
  // With 15 digits at most, one division gives the number nearest to what is written, as `Number` does.
  if (at !== end || digits === 0 || digits > 15) return Number.NaN;
  return (negative ? -whole : whole) / scale;
}

let cursor = 0;

/** One or two digits at the cursor; -1 without any. */
function shortNumber(buffer: Uint8Array): number {
  const first = (buffer[cursor] as number) - ZERO;
  if (!(first >= 0 && first <= 9)) return -1;
  const second = (buffer[++cursor] as number) - ZERO;
  if (!(second >= 0 && second <= 9)) return first;
  cursor++;
  return first * 10 + second;
}

/** Seconds that only order and group times: months of 31 days, so that day and hour come out by division. */
export type Moment = number;

export function makeMoment(year: number, month: number, day: number, seconds: number): Moment {
  return ((year * 12 + month - 1) * 31 + day - 1) * 86_400 + seconds;
}

/** `YYYY-MM-DD` of a moment's day (moment ÷ 86,400). */
export function dateOfDay(day: number): string {
  const months = Math.floor(day / 31);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${two((months % 12) + 1)}-${two((day % 31) + 1)}`;
}

/** Two digits; far more than 99 where there are none. */
function pair(buffer: Uint8Array, at: number): number {
  const first = (buffer[at] as number) - ZERO;
  const second = (buffer[at + 1] as number) - ZERO;
  return ((first | second | (9 - first) | (9 - second)) & ~15) === 0 ? first * 10 + second : 1_000_000;
}

/** `2025-11-01 10:20:30` as most exports have it; NaN for any other form or an impossible time. */
function fullMoment(buffer: Uint8Array, at: number): Moment {
  const separator = buffer[at + 4];
  if ((separator !== 45 && separator !== 47) || buffer[at + 7] !== separator || buffer[at + 10] !== 32 || buffer[at + 13] !== 58 || buffer[at + 16] !== 58) return Number.NaN;
  const year = pair(buffer, at) * 100 + pair(buffer, at + 2);
  const month = pair(buffer, at + 5);
  const day = pair(buffer, at + 8);
  const hour = pair(buffer, at + 11);
  const minute = pair(buffer, at + 14);
  const second = pair(buffer, at + 17);
  if (year < 1970 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 28 || hour > 23 || minute > 59 || second > 59) return Number.NaN;
  return makeMoment(year, month, day, hour * 3600 + minute * 60 + second);
}

/** The time in `2025-11-01 10:20:30` or `2025/11/1 0:31` or a day alone; NaN for anything else: ask the full reader. */
export function momentOfCell(row: CellRow, index: number): Moment {
  findContent(row, index);
  const { buffer } = row;
  const end = contentEnd;
  cursor = contentStart;
  if (end - cursor === 19) {
    const moment = fullMoment(buffer, cursor);
    if (!Number.isNaN(moment)) return moment;
  }
  if (end - cursor < 8 || end - cursor > 19) return Number.NaN;
  const century = shortNumber(buffer);
  const year = century * 100 + shortNumber(buffer);
  const separator = buffer[cursor];
  if (cursor - contentStart !== 4 || year < 1970 || year > 2099 || (separator !== 45 && separator !== 47)) return Number.NaN;
  cursor++;
  const month = shortNumber(buffer);
  if (buffer[cursor] !== separator || month < 1 || month > 12) return Number.NaN;
  cursor++;
  const day = shortNumber(buffer);
  if (day < 1 || (day > 28 && day > new Date(Date.UTC(year, month, 0)).getUTCDate())) return Number.NaN;
  if (cursor === end) return makeMoment(year, month, day, 0);
  if (buffer[cursor] !== 32) return Number.NaN;
  cursor++;
  const hour = shortNumber(buffer);
  if (buffer[cursor] !== 58 || hour < 0 || hour > 23) return Number.NaN;
  cursor++;
  const minute = shortNumber(buffer);
  if (minute < 0 || minute > 59) return Number.NaN;
  let second = 0;
  if (cursor < end) {
    if (buffer[cursor] !== 58) return Number.NaN;
    cursor++;
    second = shortNumber(buffer);
    if (second < 0 || second > 59) return Number.NaN;
  }
  return cursor === end ? makeMoment(year, month, day, hour * 3600 + minute * 60 + second) : Number.NaN;
}

/** A first or last byte that no guard has: digits and letters. */
function isBare(byte: number): boolean {
  return (byte >= 48 && byte < 58) || (byte > 64 && byte < 91) || (byte > 96 && byte < 123);
}

/**
 * Finds an id with a digit or letter at both ends and nothing Excel may have damaged (`4.01E+18`, `…000`): without guards, and a good one.
 * Its bytes are `idStart()` … `idEnd()`. False: ask the full reader.
 */
export function findId(row: CellRow, index: number): boolean {
  findContent(row, index);
  const { buffer } = row;
  const [start, end] = [contentStart, contentEnd];
  if (end - start < 4 || !isBare(buffer[start] as number) || !isBare(buffer[end - 1] as number)) return false;
  if (buffer[end - 1] === ZERO && buffer[end - 2] === ZERO && buffer[end - 3] === ZERO) return false;
  const second = buffer[start + 1] as number;
  return second !== 46 && second !== 69 && second !== 101;
}

export const idStart = (): number => contentStart;
export const idEnd = (): number => contentEnd;
