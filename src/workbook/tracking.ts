import { languages } from '../i18n';
import { fromSerial, isDate, toSerial } from '../retro/dates';
import { parseDeadline } from '../retro/deadlines';
import { idNumber } from '../retro/ids';
import { trackedFields, type ActionProblem, type ActionState, type ChangeEntry, type ChangeOrigin, type LoggedField, type TrackedField, type TrackNote } from '../retro/tracking';
import { actionProblems, describeAction } from '../retro/tracking-actions';
import { differences, indexLog, trackedDeadline, trackedText, type TrackedRow, type TrackedValues } from '../retro/tracking-log';
import { wordsOf } from './columns';
import { findColumns, giveIds } from './identity';
import { fingerprint } from './limits';
import type { TableMerge } from './merge';
import type { ColumnPlan, PlanValue } from './plan';
import { actionColumns } from './sheets/action';
import { listedStatuses } from './status';
import { baseKey, type BaseCopy, type BaseRow, type TableSnapshot } from './snapshot';

type Cell = string | number | boolean;

/** Columns a look needs; the first five are tracked or tell the row, the others are shown. */
export const lookedAt = ['id', 'what', 'owner', 'deadline', 'status', 'source', 'measure', 'priority'] as const;
export type LookedAt = (typeof lookedAt)[number];
export type ActionCells = Readonly<Record<LookedAt, Cell>>;

/** The action table as a look reads it. */
export interface ActionTable {
  readonly sheet: string;
  /** 0-based row of the sheet with the first data row */
  readonly firstRow: number;
  readonly rows: readonly ActionCells[];
  /** columns the table does not have */
  readonly missing: ReadonlySet<LookedAt>;
}

/** What is known from before: the remembered copy and the log. */
export interface Known {
  readonly remembered: ReadonlyMap<string, TrackedValues>;
  /** what the add-in last wrote from a paste, by action */
  readonly given: (id: string) => Readonly<Record<string, PlanValue>> | undefined;
  readonly log: readonly ChangeEntry[];
  /** highest number of an action's id ever given, beyond the table and the remembered copy */
  readonly highest: number;
}

export interface Around {
  readonly now: string;
  readonly today: string;
  readonly origin: ChangeOrigin;
  readonly who: string;
  readonly originOf?: (action: string, field: LoggedField) => ChangeOrigin | undefined;
  readonly owners: readonly string[];
  readonly statuses: readonly string[];
  readonly eventStart?: string;
  readonly soonDays: number;
  /** false: ids and dates are not put right (a protected sheet, a log that cannot keep the words) */
  readonly mayWrite: boolean;
}

/** What a look finds and what is to be written for it. */
export interface Look {
  readonly ids: readonly { readonly row: number; readonly id: string }[];
  readonly dates: readonly { readonly row: number; readonly serial: number }[];
  /** the rows with their ids, as tracked */
  readonly rows: readonly TrackedRow[];
  readonly entries: readonly ChangeEntry[];
  /** rows the remembered copy does not have yet */
  readonly remember: ReadonlyMap<string, TrackedValues>;
  readonly actions: readonly ActionState[];
  readonly problems: readonly ActionProblem[];
  readonly notes: readonly TrackNote[];
}

/** Statuses that close an action, in either language. */
export const closingStatuses: ReadonlySet<string> = new Set(languages.flatMap((language) => [wordsOf(language).done, wordsOf(language).cancelled]));

/** Prefix of the rows of the base copy that hold what a look last saw: `track|A-05`. */
export const TRACK = 'track';

/**
 * The look of DESIGN rule 8, pure: gives ids to rows without one, reads words into dates, and says what changed since it was
 * last known. Nothing is lost by looking late: the next look finds what this one could not write.
 */
export function lookAt(table: ActionTable, known: Known, around: Around): Look {
  const log = indexLog(known.log);
  let byWhat: ReadonlyMap<PlanValue, readonly string[]> | undefined;
  const notes: TrackNote[] = [];
  const columnWords = wordsOf('zh-CN').columns.tblAction;
  const without = new Set(trackedFields.filter((field) => table.missing.has(field)));
  for (const key of ['id', ...trackedFields] as const) if (table.missing.has(key)) notes.push({ code: 'column-gone', values: { column: columnWords[key] } });

  const ids = table.rows.map((row) => (lookedAt.every((key) => trackedText(row[key]) === '') ? undefined : trackedText(row.id)));
  const given = table.missing.has('id') || !around.mayWrite ? [] : giveIds(ids, {
    prefix: 'A',
    highest: Math.max(known.highest, ...[...known.remembered.keys(), ...log.actions.keys()].map((id) => idNumber('A', id))),
    agreement: (row, id) => agreement(table.rows[row], id),
    lost: (row, present) => lostId(table.rows[row], present),
  });
  for (const { row, id, was } of given) {
    ids[row] = id;
    if (was !== '') notes.push({ code: 'double-id', values: { id: was, given: id, row: table.firstRow + row + 1 } });
  }

  const dates: { row: number; serial: number }[] = [];
  const tracked: (TrackedRow & { readonly row: number })[] = [];
  const seen = new Set<string>();
  table.rows.forEach((cells, row) => {
    const id = ids[row];
    if (id === undefined || id === '' || seen.has(id)) return;
    seen.add(id);
    const deadline = readDeadline(cells.deadline, row, id);
    tracked.push({ row, id, what: trackedText(cells.what), owner: trackedText(cells.owner), status: trackedText(cells.status), ...deadline, ...(without.size === 0 ? {} : { without }) });
  });
  const stamp = { at: around.now, origin: around.origin, who: around.who, ...(around.originOf === undefined ? {} : { originOf: around.originOf }) };
  // Without its ids nothing can be told of a table's rows, least of all that they are gone.
  const entries = table.missing.has('id') ? [] : differences(tracked, known.remembered, log, stamp);
  const later = new Map<string, number>();
  for (const entry of entries) if (entry.postponed) later.set(entry.action, (later.get(entry.action) ?? 0) + 1);
  const postponed = (id: string): number => log.postponed(id) + (later.get(id) ?? 0);
  const setting = { today: around.today, soonDays: around.soonDays, closing: closingStatuses };
  const byRow = new Map(tracked.map((row) => [row.row, row]));
  const actions = table.rows.flatMap((cells, row): ActionState[] => {
    const values = byRow.get(row) ?? (ids[row] === undefined ? undefined : { id: ids[row] ?? '', what: trackedText(cells.what), owner: trackedText(cells.owner), deadline: trackedDeadline(cells.deadline), status: trackedText(cells.status) });
    if (values === undefined) return [];
    return [describeAction({ id: values.id, what: values.what, owner: values.owner, deadline: values.deadline, status: values.status, rowIndex: row, sheetRow: table.firstRow + row + 1, source: trackedText(cells.source), measure: trackedText(cells.measure), priority: trackedText(cells.priority), postponed: postponed(values.id) }, setting)];
  });
  return {
    ids: given, dates, rows: tracked, entries, actions, notes,
    remember: new Map(tracked.filter((row) => !known.remembered.has(row.id)).map((row) => [row.id, valuesOf(row)])),
    problems: actions.flatMap((action) => actionProblems(action, { sheet: table.sheet, owners: around.owners, statuses: around.statuses.length === 0 ? [] : [...around.statuses, ...listedStatuses], ...(around.eventStart === undefined ? {} : { eventStart: around.eventStart }) })
      .filter(({ code }) => !(code === 'no-source' && table.missing.has('source')))),
  };

  /** A day in another form, or words that mean one, become a date in place; anything else stays as it is. */
  function readDeadline(cell: Cell, row: number, id: string): Pick<TrackedRow, 'deadline' | 'words'> {
    const text = trackedDeadline(cell);
    if (typeof cell !== 'string' || text === '' || !around.mayWrite) return { deadline: text };
    if (isDate(text)) {
      dates.push({ row, serial: toSerial(text) });
      return { deadline: text };
    }
    const reading = parseDeadline(text, around.today);
    if (reading.kind !== 'date') return { deadline: text };
    dates.push({ row, serial: toSerial(reading.date) });
    notes.push({ code: 'date-read', values: { id, words: text, date: reading.date } });
    return { deadline: reading.date, words: text };
  }

  /** How much of what is remembered of an action this row says. */
  function agreement(cells: ActionCells | undefined, id: string): number {
    const last = known.remembered.get(id);
    if (cells === undefined || last === undefined) return 0;
    const now = { what: trackedText(cells.what), owner: trackedText(cells.owner), deadline: trackedDeadline(cells.deadline), status: trackedText(cells.status) };
    const newest = (field: TrackedField): string => log.newest(id, field)?.values.at(-1) ?? last[field];
    return (fingerprint(now.what) === fingerprint(last.what) ? 4 : 0) + trackedFields.filter((field) => now[field] === newest(field)).length;
  }

  /** The id a row had before somebody emptied the cell: of the one missing action that says the same. */
  function lostId(cells: ActionCells | undefined, present: ReadonlySet<string>): string | undefined {
    const what = cells === undefined ? '' : trackedText(cells.what);
    if (what === '') return undefined;
    byWhat ??= groupByWhat(known.remembered);
    const same = (byWhat.get(fingerprint(what)) ?? []).filter((id) => !present.has(id));
    return same.length === 1 ? same[0] : undefined;
  }
}

function groupByWhat(remembered: Known['remembered']): Map<PlanValue, string[]> {
  const groups = new Map<PlanValue, string[]>();
  for (const [id, { what }] of remembered) {
    const same = groups.get(fingerprint(what));
    if (same === undefined) groups.set(fingerprint(what), [id]);
    else same.push(id);
  }
  return groups;
}

const valuesOf = ({ what, owner, deadline, status }: TrackedRow): TrackedValues => ({ what, owner, deadline, status });

/** The action table of a snapshot, its columns found by header or by what is remembered of them. */
export function actionTable(snapshot: TableSnapshot, base: BaseCopy): { readonly table: ActionTable; readonly index: ReadonlyMap<string, number> } {
  const index = actionIndex(snapshot.headers, snapshot.rows, knownFrom(base, []));
  return {
    index,
    table: {
      sheet: snapshot.sheet, firstRow: snapshot.row + 1, missing: new Set(lookedAt.filter((key) => !index.has(key))),
      rows: snapshot.rows.map((row) => Object.fromEntries(lookedAt.map((key) => [key, row[index.get(key) ?? -1] ?? ''])) as ActionCells),
    },
  };
}

/** Where the action table's columns stand. */
export function actionIndex(headers: readonly string[], rows: TableSnapshot['rows'], known: Pick<Known, 'given' | 'remembered'>): Map<string, number> {
  return findColumns({ columns: (located ??= actionColumns('zh-CN', false)), idPrefix: 'A' }, headers, rows, (id) => {
    const last = known.remembered.get(id);
    return last === undefined ? known.given(id) : { ...known.given(id), ...last, deadline: isDate(last.deadline) ? toSerial(last.deadline) : last.deadline };
  });
}

let located: readonly ColumnPlan[] | undefined;

/** What base copy and log know. */
export function knownFrom(base: BaseCopy, log: readonly ChangeEntry[]): Known {
  const remembered = new Map<string, TrackedValues>();
  let highest = 0;
  for (const [key, row] of base) {
    const at = key.indexOf('|');
    const id = key.slice(at + 1);
    highest = Math.max(highest, idNumber('A', id));
    if (key.slice(0, at) === TRACK) remembered.set(id, rememberedValues(row));
  }
  return { remembered, log, highest, given: (id) => base.get(baseKey('tblAction', id))?.values };
}

const textOf = (value: PlanValue | undefined): string => (value === undefined || value === null ? '' : String(value));
const rememberedValues = ({ values }: BaseRow): TrackedValues => ({ what: textOf(values['what']), owner: textOf(values['owner']), deadline: textOf(values['deadline']), status: textOf(values['status']) });

/** A row of the base copy for what a look saw. */
export const trackRow = ({ what, owner, deadline, status }: TrackedValues): BaseRow => ({ naturalKey: '', values: { what, owner, deadline, status } });

/** Ids of rows that a paste gave and that nobody tracks any more: the hidden copy lost some of its lines. */
export function lostFromCopy(table: ActionTable, base: BaseCopy): number {
  return table.rows.filter((row) => base.has(baseKey('tblAction', trackedText(row.id))) && !base.has(baseKey(TRACK, trackedText(row.id)))).length;
}

/** The snapshot with what a look writes into it. */
export function withLook(snapshot: TableSnapshot, index: ReadonlyMap<string, number>, look: Pick<Look, 'ids' | 'dates'>): TableSnapshot {
  return withCells(snapshot, [
    ...look.ids.map(({ row, id }) => ({ row, column: index.get('id') ?? -1, value: id })),
    ...look.dates.map(({ row, serial }) => ({ row, column: index.get('deadline') ?? -1, value: serial })),
  ]);
}

/** The table as it is after a merge. */
export function afterMerge(snapshot: TableSnapshot, merge: TableMerge): TableSnapshot {
  const changed = withCells(snapshot, merge.writes);
  const keys = new Map([...merge.columnIndex].map(([key, at]) => [at, key]));
  const added = merge.appended.map((row) => snapshot.headers.map((_, at): Cell => {
    const key = keys.get(at);
    return (key === undefined ? null : key === 'id' ? row.id : row.values[key]) ?? '';
  }));
  return { ...changed, rows: [...changed.rows, ...added] };
}

function withCells(snapshot: TableSnapshot, writes: readonly { readonly row: number; readonly column: number; readonly value: PlanValue }[]): TableSnapshot {
  const rows = snapshot.rows.map((row) => [...row]);
  for (const { row, column, value } of writes) {
    const cells = rows[row];
    if (cells !== undefined && column >= 0) cells[column] = value ?? '';
  }
  return { ...snapshot, rows };
}

/** Event's first day, from the named cell of the cover. */
export const eventStartOf = (value: PlanValue | undefined): string | undefined => (typeof value === 'number' ? fromSerial(value) : undefined);
