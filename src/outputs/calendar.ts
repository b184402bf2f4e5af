import { createEvents, type EventAttributes } from 'ics';
import { addDays } from '../retro/dates';
import type { ActionState, ChangeEntry } from '../retro/tracking';

/** The words of a calendar. */
export interface CalendarWords {
  readonly name: (event: string) => string;
  readonly title: (id: string, what: string) => string;
  readonly owner: (owner: string) => string;
  readonly status: (status: string) => string;
  readonly measure: (measure: string) => string;
  readonly source: (source: string) => string;
  readonly reminder: (what: string) => string;
}

export interface CalendarAbout {
  /** what calendars know the events of this workbook by: the same at every export */
  readonly workbookId: string;
  readonly event: string;
  /** milliseconds since 1970 (UTC): when the file is made */
  readonly at: number;
  /** events that earlier files had and this one no longer has: action and day, `YYYY-MM-DD` */
  readonly gone?: Readonly<Record<string, string>>;
}

/** The package knows the time of making, its types do not. */
type DatedEvent = EventAttributes & { readonly timestamp: number };

/** Longest line of a calendar file in bytes, without its end (RFC 5545, 3.1). */
const LINE_BYTES = 75;

/**
 * Deadlines as a calendar file (RFC 5545): an all-day event for each action with a date, with a reminder at nine in the morning of the day
 * before. An action keeps its UID and its SEQUENCE grows with every change in the log, so that importing again updates the
 * calendar instead of doubling it. What an earlier file had and is no longer planned (`gone`) comes once more with STATUS:CANCELLED,
 * so that calendars take it out. Actions without a date are left out; none at all gives an empty calendar.
 * @throws Error when the package refuses an event, which no cell content can cause
 */
export function calendarFile(actions: readonly ActionState[], changes: readonly ChangeEntry[], { workbookId, event, at, gone = {} }: CalendarAbout, words: CalendarWords): string {
  const common = (id: string, day: string, what: string): Pick<DatedEvent, 'uid' | 'sequence' | 'timestamp' | 'title' | 'transp' | 'busyStatus'> & { start: [number, number, number]; end: [number, number, number] } => ({
    uid: `${workbookId}-${id}@retro`,
    sequence: changes.filter((change) => change.action === id).length,
    timestamp: at,
    start: dateArray(day),
    end: dateArray(addDays(day, 1)),
    title: words.title(id, plain(what)),
    transp: 'TRANSPARENT',
    busyStatus: 'FREE',
  });
  const planned = actions.filter((action) => action.deadline !== '' && action.id !== '').map((action): DatedEvent => ({
    ...common(action.id, action.deadline, action.what),
    description: [words.owner(action.owner), ...(action.status === '' ? [] : [words.status(action.status)]), ...(action.measure === '' ? [] : [words.measure(action.measure)]), ...(action.source === '' ? [] : [words.source(action.source)])].map(plain).join('\n'),
    // Nine o'clock is fifteen hours before the midnight the day begins with. The package escapes nothing in alarms.
    alarms: [{ action: 'display', description: escaped(words.reminder(plain(action.what))), trigger: { hours: 15, before: true } }],
  }));
  const cancelled = Object.entries(gone).map(([id, day]): DatedEvent => {
    const what = actions.find((action) => action.id === id)?.what ?? changes.findLast((change) => change.action === id)?.what ?? '';
    return { ...common(id, day, what), status: 'CANCELLED' };
  });
  const { value, error } = createEvents([...planned, ...cancelled], { productId: '-//retro-for-excel//actions//', method: 'PUBLISH', calName: escaped(words.name(plain(event))) });
  if (value === null) throw error ?? new Error('no calendar');
  return foldByBytes(value);
}

const dateArray = (date: string): [number, number, number] => [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];

/** On one line, without control characters, which a calendar file must not hold. */
const plain = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();

/** Text as a value of RFC 5545, 3.3.11. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&');

/** The package folds lines by characters; a line of Chinese is three times as long in bytes as allowed. */
function foldByBytes(file: string): string {
  const encoder = new TextEncoder();
  return file.replace(/\r\n[ \t]/g, '').split('\r\n').map((line) => {
    const parts: string[] = [];
    let part = '';
    let bytes = 0;
    for (const character of line) {
      const size = encoder.encode(character).length;
      if (bytes + size > LINE_BYTES) {
        parts.push(part);
        part = '';
        // The blank that begins a folded line counts.
        bytes = 1;
      }
      part += character;
      bytes += size;
    }
    return [...parts, part].join('\r\n ');
  }).join('\r\n');
}
