import { weekdayOf } from './dates';
import { cutIntoPieces } from './digest-pieces';
import { dueGroups, MANY_POSTPONEMENTS, type DueGroup, type DueItem, type DueView } from './due';

/** The words of a digest; they speak of the work, never of anybody's fault (R28). */
export interface DigestWords {
  /** `weekday`: 1 = Monday … 7; `owner` is undefined for everybody, '' for what has none */
  readonly title: (event: string, date: string, weekday: number, owner: string | undefined) => string;
  readonly summary: (open: number, closed: number) => string;
  readonly nothingOpen: string;
  /** `soonDays`: days that count as due soon */
  readonly group: Readonly<Record<Exclude<DueGroup, 'later'>, (count: number, soonDays: number) => string>>;
  /** open actions that need nothing now */
  readonly later: (count: number) => string;
  readonly noOwner: string;
  readonly noDeadline: string;
  readonly notDate: (text: string) => string;
  /** `date`: month and day, `11-20`, with the year when it is another one */
  readonly due: (date: string, weekday: number, daysLeft: number) => string;
  readonly postponed: (times: number) => string;
  readonly closing: string;
  readonly mark: (index: number, count: number) => string;
}

export interface DigestAbout {
  readonly event: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** days that count as due soon (配置) */
  readonly soonDays: number;
  /** set when the view is of one person */
  readonly owner?: string;
}

/** Characters of an action in the digest: a longer one is cut, the sheet has it whole. */
const LONGEST_ACTION = 80;

/** What is due, as plain text for a group chat: each action once, on one line, under the most urgent thing it needs (R36). */
export function digestLines(view: DueView, { event, today, soonDays, owner }: DigestAbout, words: DigestWords): string[] {
  const title = words.title(event, today.slice(5), weekdayOf(today), owner);
  if (view.items.length === 0) return [title, words.nothingOpen];
  const lines = [title, words.summary(view.items.length, view.closed)];
  for (const group of dueGroups) {
    const items = view.items.filter((item) => item.groups[0] === group);
    if (items.length === 0) continue;
    if (group === 'later') lines.push('', words.later(items.length));
    else lines.push('', words.group[group](items.length, soonDays), ...items.map((item) => itemLine(item, today, owner, words)));
  }
  return [...lines, '', words.closing];
}

/** The digest as messages of at most `limit` bytes. */
export const digestPieces = (view: DueView, about: DigestAbout, words: DigestWords, limit?: number): string[] =>
  cutIntoPieces(digestLines(view, about, words), { mark: words.mark, ...(limit === undefined ? {} : { limit }) });

function itemLine({ action, groups }: DueItem, today: string, of: string | undefined, words: DigestWords): string {
  const parts = [
    `${action.id} ${oneLine(action.what)}`.trim(),
    of !== undefined ? '' : action.owner === '' ? words.noOwner : oneLine(action.owner),
    action.daysLeft !== null ? words.due(shortDate(action.deadline, today), weekdayOf(action.deadline), action.daysLeft) : groups.includes('not-date') ? words.notDate(oneLine(action.deadlineRaw)) : words.noDeadline,
    action.postponed >= MANY_POSTPONEMENTS ? words.postponed(action.postponed) : '',
  ];
  return `- ${parts.filter((part) => part !== '').join(' | ')}`;
}

/** A cell may have several lines; a message has one for each action. */
function oneLine(text: string): string {
  const flat = [...text.replace(/\s+/gu, ' ').trim()];
  return flat.length <= LONGEST_ACTION ? flat.join('') : `${flat.slice(0, LONGEST_ACTION - 1).join('')}…`;
}

/** `11-20`; with its year when that is not the year of `today`, so that nobody takes last year's day for this year's. */
const shortDate = (date: string, today: string): string => (date.slice(0, 4) === today.slice(0, 4) ? date.slice(5) : date);
