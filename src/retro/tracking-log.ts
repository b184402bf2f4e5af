import { fromSerial, isDate } from './dates';
import { isAbsoluteDate, parseDeadline } from './deadlines';
import { PRESENT, REMOVED, trackedFields, type ChangeEntry, type ChangeOrigin, type LoggedField, type TrackedField } from './tracking';

/** The tracked values of an action in one form, whatever the cell looked like: texts trimmed, days as `YYYY-MM-DD`. */
export interface TrackedValues extends Readonly<Record<TrackedField, string>> {
  readonly what: string;
}

export interface TrackedRow extends TrackedValues {
  readonly id: string;
  /** what the cell says, when the deadline was read from words that count from today */
  readonly words?: string;
  /** fields whose column the table no longer has: not compared */
  readonly without?: ReadonlySet<TrackedField>;
}

type Cell = string | number | boolean;

/** A text cell as it is compared. */
export const trackedText = (cell: Cell): string => String(cell).trim();

/** A deadline cell as it is compared: a day in any form that needs no clock is `YYYY-MM-DD`, everything else its text. */
export function trackedDeadline(cell: Cell): string {
  if (typeof cell === 'number') return fromSerial(cell) ?? String(cell);
  const text = trackedText(cell);
  if (text === '' || isDate(text) || !isAbsoluteDate(text)) return text;
  const reading = parseDeadline(text, '2000-01-01');
  return reading.kind === 'date' ? reading.date : text;
}

/** The log by action and field, whatever order its lines stand in. */
export interface LogIndex {
  readonly entries: readonly ChangeEntry[];
  readonly keys: ReadonlySet<string>;
  /** ids of all actions it speaks of, with what they last said */
  readonly actions: ReadonlyMap<string, string>;
  /** values of the newest line; several when two people's offline copies came together */
  newest(action: string, field: LoggedField): { readonly ordinal: number; readonly values: readonly string[] } | undefined;
  postponed(action: string): number;
}

/** A line that stands twice counts once. */
export function indexLog(lines: readonly ChangeEntry[]): LogIndex {
  const entries = [...new Map(lines.map((line) => [line.key, line])).values()];
  const newest = new Map<string, { ordinal: number; values: string[] }>();
  const actions = new Map<string, string>();
  const postponed = new Map<string, number>();
  for (const entry of entries) {
    actions.set(entry.action, entry.what);
    if (entry.postponed) postponed.set(entry.action, (postponed.get(entry.action) ?? 0) + 1);
    const key = `${entry.action}|${entry.field}`;
    const known = newest.get(key);
    if (known === undefined || entry.ordinal > known.ordinal) newest.set(key, { ordinal: entry.ordinal, values: [entry.new] });
    else if (entry.ordinal === known.ordinal) known.values.push(entry.new);
  }
  return {
    entries, actions, keys: new Set(entries.map((entry) => entry.key)),
    newest: (action, field) => newest.get(`${action}|${field}`),
    postponed: (action) => postponed.get(action) ?? 0,
  };
}

/** The value of a tracked cell as it is compared. */
export const trackedCell = (cell: Cell, field: TrackedField): string => (field === 'deadline' ? trackedDeadline(cell) : trackedText(cell));

/** Who looks, when and how; goes into every line. `originOf` overrides the origin of single changes. */
export interface Stamp {
  readonly at: string;
  readonly origin: ChangeOrigin;
  readonly who: string;
  readonly originOf?: (action: string, field: LoggedField) => ChangeOrigin | undefined;
}

/**
 * What changed since it was last known: against the newest line of the log, or where the log has none against the
 * remembered copy; where neither knows the field nothing is logged (a new row, or a copy that was lost). So the newest line
 * always says what the cell says, and a change that was undone between two looks is not seen. An action that is gone, or back,
 * is one line. Pure; the same difference found twice gives lines with the same keys.
 */
export function differences(rows: readonly TrackedRow[], remembered: ReadonlyMap<string, TrackedValues>, log: LogIndex, stamp: Stamp): ChangeEntry[] {
  const found: ChangeEntry[] = [];
  const present = new Set(rows.map((row) => row.id));
  const add = (action: string, what: string, field: LoggedField, old: string, now: string, note = ''): void => {
    found.push(makeEntry({ action, what, field, old, new: now, ordinal: (log.newest(action, field)?.ordinal ?? 0) + 1, note }, stamp));
  };
  for (const row of rows) {
    if (isRemoved(row.id)) add(row.id, row.what, 'row', REMOVED, PRESENT);
    for (const field of trackedFields) {
      if (row.without?.has(field) === true) continue;
      const words = field === 'deadline' ? row.words : undefined;
      const newest = log.newest(row.id, field);
      const last = newest?.values ?? (remembered.has(row.id) ? [remembered.get(row.id)?.[field] ?? ''] : words === undefined ? undefined : [words]);
      if (last === undefined || last.includes(row[field])) continue;
      const old = last[last.length - 1] ?? '';
      add(row.id, row.what, field, old, row[field], words === undefined || words === old ? '' : words);
    }
  }
  for (const [id, what] of [...[...remembered].map(([id, values]) => [id, values.what] as const), ...log.actions]) {
    if (present.has(id) || isRemoved(id)) continue;
    present.add(id);
    add(id, what, 'row', PRESENT, REMOVED);
  }
  return found;

  function isRemoved(id: string): boolean {
    return log.newest(id, 'row')?.values.includes(REMOVED) === true;
  }
}

/** characters of a value that stand in the key as they are */
const LONGEST_IN_KEY = 40;

const inKey = (value: string): string => {
  if (value.length <= LONGEST_IN_KEY) return value;
  let hash = 0x811c9dc5;
  for (let index = 0; index < value.length; index++) hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193);
  return `${value.slice(0, LONGEST_IN_KEY)}…${(hash >>> 0).toString(16)}`;
};

/** A line of the log with its key; the key has all that makes it this change, and nothing of who found it or when. Nobody is named for what was only found. */
export function makeEntry(change: Pick<ChangeEntry, 'action' | 'what' | 'field' | 'old' | 'new' | 'ordinal' | 'note'>, stamp: Stamp): ChangeEntry {
  const { action, field, old, ordinal } = change;
  const now = change.new;
  const postponed = field === 'deadline' && isDate(old) && isDate(now) && now > old;
  const origin = stamp.originOf?.(action, field) ?? stamp.origin;
  return { ...change, key: `${action}|${field}|${ordinal}|${inKey(old)}→${inKey(now)}`, at: stamp.at, origin, who: origin.startsWith('found') ? '' : stamp.who, postponed };
}

/** The change as the report writes it (DESIGN): what a look found is `found`, whenever it was. */
export const reportedChange = (entry: ChangeEntry): Readonly<Record<'action' | 'field' | 'old' | 'new' | 'origin', string>> => ({
  action: entry.action, field: entry.field, old: entry.old, new: entry.new, origin: entry.origin.startsWith('found') ? 'found' : entry.origin,
});
