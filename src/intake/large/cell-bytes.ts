import type { CellRow } from '../read-cells';
import { emptiness } from '../values/empty';
import { parseNumber } from '../values/number';

/**
 * Cells of large files are looked at as bytes: a number or a day is read without making a string, and the same text is decoded once.
 */

const QUOTE = 34;

/** First byte of a cell; 0 past the last cell, where `endOf` is 0 too. */
export function startOf(row: CellRow, index: number): number {
  return index < row.count ? (row.starts[index] as number) : 0;
}

/** The byte after a cell. */
export function endOf(row: CellRow, index: number): number {
  return index < row.count ? (row.ends[index] as number) : 0;
}

/** Bounds of a cell without guards: `="…"`, a leading apostrophe, blanks and tabs around it. */
interface Bounds {
  start: number;
  end: number;
}

function unguarded(row: CellRow, index: number, into: Bounds): Bounds {
  const { buffer } = row;
  let start = startOf(row, index);
  let end = endOf(row, index);
  while (start < end && ((buffer[start] ?? 0) <= 32 || buffer[start] === 39)) start++;
  while (end > start && (buffer[end - 1] ?? 0) <= 32) end--;
  if (end - start >= 3 && buffer[start] === 61 && buffer[start + 1] === QUOTE && buffer[end - 1] === QUOTE) {
    start += 2;
    end -= 1;
    // `"=""123"""` inside quotes keeps its doubled quotes in the bytes.
    while (start < end && buffer[start] === QUOTE) start++;
    while (end > start && buffer[end - 1] === QUOTE) end--;
  }
  into.start = start;
  into.end = end;
  return into;
}

const bounds: Bounds = { start: 0, end: 0 };

/** A number, `missing` for an empty or dashed cell, `bad` for anything that is none. */
export function numberOfCell(row: CellRow, index: number): number | 'missing' | 'bad' {
  const { buffer } = row;
  const { start, end } = unguarded(row, index, bounds);
  if (start === end) return 'missing';
  let at = start;
  let sign = 1;
  if (buffer[at] === 45) {
    sign = -1;
    at++;
  }
  let whole = 0;
  let digits = 0;
  for (; at < end; at++) {
    const digit = (buffer[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) break;
    whole = whole * 10 + digit;
    digits++;
  }
  let scale = 1;
  if (at < end && buffer[at] === 46) {
    for (at++; at < end; at++) {
      const digit = (buffer[at] ?? 0) - 48;
      if (digit < 0 || digit > 9) break;
      whole = whole * 10 + digit;
      scale *= 10;
      digits++;
    }
  }
  if (at === end && digits > 0 && digits <= 15) return (sign * whole) / scale;
  const reading = parseNumber(row.text(index));
  return reading.kind === 'number' ? reading.value : reading.kind === 'bad' ? 'bad' : 'missing';
}

/** `YYYYMMDD × 100 + hour` of `2025-11-01 10:20:30` or `2025/11/1 0:31`; -1 when it is written in another way (ask the full reader). */
export function hourStampOfCell(row: CellRow, index: number): number {
  const { buffer } = row;
  const { start, end } = unguarded(row, index, bounds);
  let at = start;
  const number = (most: number): number => {
    let value = 0;
    let digits = 0;
    for (; at < end && digits < most; at++, digits++) {
      const digit = (buffer[at] ?? 0) - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    return digits === 0 ? -1 : value;
  };
  const year = number(4);
  const separator = buffer[at];
  if (year < 1900 || (separator !== 45 && separator !== 47) || end - start > 23) return -1;
  at++;
  const month = number(2);
  if (buffer[at] !== separator) return -1;
  at++;
  const day = number(2);
  if (month < 1 || month > 12 || day < 1 || day > 31) return -1;
  let hour = 0;
  if (at < end) {
    if (buffer[at] !== 32) return -1;
    at++;
    hour = number(2);
    if (hour < 0 || hour > 23 || buffer[at] !== 58) return -1;
  }
  return (year * 10_000 + month * 100 + day) * 100 + hour;
}

/** True when the cell says nothing: empty, a dash, `null` … */
export function isEmptyCell(row: CellRow, index: number): boolean {
  const { start, end } = unguarded(row, index, bounds);
  if (start === end) return true;
  if (end - start > 24) return false;
  return emptiness(row.text(index)) !== undefined;
}

/** Gives every different cell text a small number and decodes it once. */
export interface Interner {
  /** number of the text in the cell */
  of(row: CellRow, index: number): number;
  text(id: number): string;
  readonly size: number;
}

/** `limit` different texts are kept apart; further ones share the number of `''`, so memory cannot grow with the rows. */
export function createInterner(read: (text: string) => string, limit = 200_000): Interner {
  const texts: string[] = [''];
  const byText = new Map<string, number>([['', 0]]);
  // Open addressing over the raw bytes: `slots` holds entry + 1, an entry knows its bytes and the number of its text.
  let slots = new Int32Array(1 << 10);
  const entries: { readonly bytes: Uint8Array; readonly hash: number; readonly id: number }[] = [];
  const place = (hash: number, entry: number) => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = entry + 1;
  };
  const learn = (row: CellRow, index: number, hash: number): number => {
    const text = read(row.text(index));
    let id = byText.get(text);
    if (id === undefined) {
      if (texts.length >= limit) return 0;
      id = texts.length;
      texts.push(text);
      byText.set(text, id);
    }
    if (entries.length >= limit * 2) return id;
    entries.push({ bytes: row.buffer.slice(startOf(row, index), endOf(row, index)), hash, id });
    if (entries.length * 2 > slots.length) {
      slots = new Int32Array(slots.length * 2);
      entries.forEach((entry, position) => place(entry.hash, position));
    } else place(hash, entries.length - 1);
    return id;
  };
  return {
    of(row, index) {
      const start = startOf(row, index);
      const end = endOf(row, index);
      if (start === end) return 0;
      const { buffer } = row;
      const hash = hashOf(buffer, start, end);
      const mask = slots.length - 1;
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const position = slots[slot] as number;
        if (position === 0) return learn(row, index, hash);
        const entry = entries[position - 1];
        if (entry && entry.hash === hash && sameBytes(entry.bytes, buffer, start, end)) return entry.id;
      }
    },
    text: (id) => texts[id] ?? '',
    get size() {
      return texts.length;
    },
  };
}

/** The first and last bytes and the length tell texts of one column apart well enough; equality is checked byte by byte. */
function hashOf(buffer: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 ^ (end - start);
  const head = Math.min(end, start + 6);
  for (let at = start; at < head; at++) hash = Math.imul(hash ^ (buffer[at] as number), 0x01000193);
  for (let at = Math.max(head, end - 8); at < end; at++) hash = Math.imul(hash ^ (buffer[at] as number), 0x01000193);
  return hash ^ (hash >>> 15);
}

function sameBytes(known: Uint8Array, buffer: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let at = start, index = 0; at < end; at++, index++) if (known[index] !== buffer[at]) return false;
  return true;
}
