import type { ChangeEntry, ChangeOrigin, LoggedField, TrackedField, TrackNote } from '../../retro/tracking';
import { differences, indexLog, trackedCell, type TrackedRow } from '../../retro/tracking-log';
import { lookAt, type Look } from '../../workbook/tracking';
import { ExcelFailure } from '../run';
import { createWriter, type Writer } from '../writer';
import { createSheets } from './create';
import { entriesOf, growth, loadTail, readAll, readTracked, type LogLine, type Reading, type Remembered } from './read';
import { dropLines, writeAndCheck, writeCells, writeField, writeLog, writeRemembered } from './write';

/** What a look is told. */
export interface LookOptions {
  readonly now: string;
  readonly today: string;
  readonly origin: ChangeOrigin;
  /** of what is done here; nobody is named for what is only found */
  readonly who: string;
  /** overrides the origin of single changes */
  readonly originOf?: (action: string, field: LoggedField) => ChangeOrigin | undefined;
}

export interface Edit {
  readonly id: string;
  readonly field: TrackedField;
  /** as tracked: a day as `YYYY-MM-DD` */
  readonly value: string;
  /** `here` in this pane, or taken over from a `copy`; default `here` */
  readonly origin?: 'here' | 'copy';
  /** words the day was made from */
  readonly words?: string;
}

export interface Looked {
  readonly reading: Reading;
  readonly look: Look;
  readonly added: readonly ChangeEntry[];
  readonly waiting: readonly ChangeEntry[];
  readonly notes: readonly TrackNote[];
}

/** Edits whose cells and lines fit into one request. */
export const EDITS_AT_ONCE = 200;

/** Times a look is taken again because somebody else wrote at the same moment. */
const ROUNDS = 8;

/**
 * `given`: what was read already. `edits`: cells to change, each with its line, all in one batch with the lines; more than {@link EDITS_AT_ONCE} do not fit.
 * Looks, writes what is to be written, and looks at what came of it in the same batch: when another pane wrote at the same
 * moment, lines that stand twice go, lines that got lost are written again. undefined without an action table.
 */
export async function lookAndWrite(context: Excel.RequestContext, options: LookOptions, memory: Remembered | undefined, edits: readonly Edit[] = [], given?: { readonly reading: Reading }): Promise<Looked | undefined> {
  /** every line known to have been in the log, so that none is lost by what two panes do at once */
  const everSeen = new Map<string, ChangeEntry>();
  const added = new Map<string, ChangeEntry>();
  const notes: TrackNote[] = [];
  let reading = given?.reading ?? (memory && (await readTracked(context, memory))) ?? (await readAll(context));
  const done = new Set<Edit>();
  for (let round = 1; ; round++) {
    if (reading === undefined) return undefined;
    const writeable = obstacles(reading);
    const look = lookAt(reading.table, { ...reading.known, log: entriesOf(reading.lines) }, aroundOf(reading, options, writeable.cells, edits));
    const keys = new Set(entriesOf(reading.lines).map((entry) => entry.key));
    const lost = [...everSeen.values()].filter((entry) => !keys.has(entry.key));
    const surplus = surplusLines(reading.lines, added);
    if (round === 1) notes.push(...noteworthy(reading, look));
    const targets = targetsOf(edits.filter((edit) => !done.has(edit)), look, reading, options);
    const writing = targets.filter((target) => target.write);
    // What was found comes before what is done here, also when a run that broke off had done it already.
    const entries = [...lost, ...look.entries.filter((entry) => !isDone(entry)), ...look.entries.filter(isDone), ...targets.flatMap((target) => target.entries)];
    // At the end another pane may just be making room; the first row is nobody's once lines stand under it.
    const empty = reading.emptyLines.filter((row) => row === 0 || entries.length > 0);
    const nothing = entries.length === 0 && surplus.length === 0 && empty.length === 0 && look.ids.length === 0 && look.dates.length === 0 && look.remember.size === 0 && reading.adding.length === 0 && writing.length === 0;
    const blocked = nothing ? undefined : writeable.log;
    if (blocked !== undefined && edits.length > 0) throw new ExcelFailure(blocked.code, blocked.sheet);
    if (nothing || blocked !== undefined || round === ROUNDS) {
      if (blocked !== undefined && entries.length > 0) notes.push({ code: blocked.note, values: { sheet: blocked.sheet ?? '', count: entries.length } });
      return { reading, look, added: [...added.values()].filter((entry) => keys.has(entry.key)), waiting: entries, notes };
    }
    const writer = createWriter(context);
    if (surplus.length + empty.length > 0) {
      const gone = new Set(surplus);
      const staying = new Set(reading.lines.filter((line) => !gone.has(line)).map((line) => line.entry.key));
      for (const { entry } of reading.lines) everSeen.set(entry.key, entry);
      for (const { entry } of surplus) {
        added.delete(entry.key);
        if (!staying.has(entry.key)) everSeen.delete(entry.key);
      }
      await dropLines(writer, [...surplus.map((line) => line.row), ...empty]);
      await writer.flush();
      reading = await readAll(context);
    } else if (look.ids.length > 0) {
      // Ids first: lines of the log and the remembered copy name rows by them.
      await writeAndCheck(writer, reading, { ids: look.ids, dates: [] });
      reading = await readAll(context);
    } else if (reading.adding.length > 0 || (reading.logPlace === undefined && entries.length > 0) || ((reading.basePlace === undefined || reading.damaged) && look.remember.size > 0)) {
      // The sheets come first; what the person does in the pane is done in the next round, when they stand.
      const made = [...lost, ...look.entries];
      await createSheets(context, reading, look, made, entries.length > 0);
      for (const entry of made) keep(entry);
      reading = await readAll(context);
    } else reading = await writeAll(writer, reading, look, entries, targets);
  }

  /** Everything in one batch, which also asks how things stand after it. */
  async function writeAll(writer: Writer, before: Reading, look: Look, entries: readonly ChangeEntry[], targets: readonly Target[]): Promise<Reading | undefined> {
    const fields = [];
    for (const target of targets) if (target.write) fields.push({ target, ...(await writeField(writer, before, target.row, target.edit.field, target.edit.value)) });
    const log = before.logPlace !== undefined && entries.length > 0 ? await writeLog(writer, before.logPlace, entries, before.language) : [];
    // Words go only after the log has them.
    const check = await writeCells(writer, before, { ids: [], dates: look.dates });
    if (look.remember.size > 0) await writeRemembered(writer, look.remember);
    const seen = loadSeen(context, before, entries);
    await context.sync();
    for (const entry of entries) keep(entry);
    for (const { edit } of targets) done.add(edit);
    const moved = check.filter((run) => !run.asExpected());
    const others = fields.filter(({ id, target }) => String((id.values as unknown[][])[0]?.[0] ?? '').trim() !== target.edit.id);
    if (moved.length + others.length > 0) {
      // Somebody sorted in between: other rows get their cells back, and everything is looked at again.
      for (const run of moved) run.undo();
      for (const field of others) {
        field.cell.numberFormat = field.before.numberFormat as string[][];
        field.cell.formulas = field.before.formulas as string[][];
        done.delete(field.target.edit);
      }
      // Their lines say what did not happen.
      const early = new Set(others.flatMap(({ target }) => target.entries.map((entry) => entry.key)));
      for (const key of early) {
        everSeen.delete(key);
        added.delete(key);
      }
      const firstRow = (before.logPlace?.row ?? 0) + 1;
      await dropLines(writer, log.flatMap(({ range, entries: lines }) => lines.flatMap((line, index) => (early.has(line.key) ? [range.rowIndex - firstRow + index] : []))));
      await context.sync();
      return readAll(context);
    }
    return (seen && afterWrite(before, look, seen, log)) ?? readAll(context);
  }

  function keep(entry: ChangeEntry): void {
    everSeen.set(entry.key, entry);
    added.set(entry.key, entry);
  }
}

/** What a look may write now. */
function obstacles(reading: Reading): { readonly cells: boolean; readonly log: { readonly code: 'read-only' | 'protected' | 'filtered' | 'unfinished'; readonly note: TrackNote['code']; readonly sheet?: string } | undefined } {
  const log = blockedLog();
  return { log, cells: log === undefined && !reading.actionPlace.isProtected };

  function blockedLog(): ReturnType<typeof obstacles>['log'] {
    if (reading.readOnly) return { code: 'read-only', note: 'read-only' };
    if (!reading.complete) return { code: 'unfinished', note: 'unfinished' };
    // The first line brings the sheet, and a formula into every row of the action table.
    const place = reading.logPlace ?? reading.actionPlace;
    if (place.isProtected) return { code: 'protected', note: 'log-protected', sheet: place.sheet };
    if (place.filtered) return { code: 'filtered', note: 'log-filtered', sheet: place.sheet };
    return undefined;
  }
}

function aroundOf(reading: Reading, options: LookOptions, mayWrite: boolean, edits: readonly Edit[]): Parameters<typeof lookAt>[2] {
  // What was asked for and a broken-off run had already written counts as done by it.
  const rows = new Map(reading.table.rows.map((row) => [String(row.id).trim(), row]));
  const asked = new Map(edits.flatMap((edit): [string, ChangeOrigin][] => {
    const row = rows.get(edit.id);
    return row !== undefined && holds(row, edit) ? [[`${edit.id}|${edit.field}`, edit.origin ?? 'here']] : [];
  }));
  const originOf = (action: string, field: LoggedField): ChangeOrigin | undefined => options.originOf?.(action, field) ?? asked.get(`${action}|${field}`);
  const { owners, statuses } = reading.lists;
  return { ...options, mayWrite, originOf, owners, statuses, soonDays: reading.soonDays, ...(reading.eventStart === undefined ? {} : { eventStart: reading.eventStart }) };
}

/** Whether the row already says what was asked for. */
const holds = (row: Reading['table']['rows'][number], edit: Edit): boolean => trackedCell(row[edit.field], edit.field) === edit.value;

function noteworthy(reading: Reading, look: Look): TrackNote[] {
  const protectedCells = reading.actionPlace.isProtected && (reading.table.rows.some((row) => String(row.id).trim() === '' && String(row.what).trim() !== ''));
  return [
    ...look.notes,
    ...(reading.damaged ? [{ code: 'base-rebuilt' as const, values: { rows: reading.table.rows.length } }] : []),
    ...reading.copies.map(({ table, sheet }): TrackNote => ({ code: 'copied-table', values: { table, sheet } })),
    ...(protectedCells ? [{ code: 'actions-protected' as const, values: { sheet: reading.actionPlace.sheet } }] : []),
  ];
}

/** Lines that stand a second time, and ours that clash with one that another pane wrote before it. */
function surplusLines(lines: readonly LogLine[], ours: ReadonlyMap<string, ChangeEntry>): LogLine[] {
  const keys = new Set<string>();
  const ordinals = new Map<string, string>();
  return lines.filter(({ entry }) => {
    const place = `${entry.action}|${entry.field}|${entry.ordinal}`;
    const twice = keys.has(entry.key) || (ordinals.has(place) && ours.has(entry.key));
    keys.add(entry.key);
    if (!ordinals.has(place)) ordinals.set(place, entry.key);
    return twice;
  });
}

interface Target {
  readonly edit: Edit;
  readonly row: number;
  /** false: the cell says so already */
  readonly write: boolean;
  readonly entries: readonly ChangeEntry[];
}

/** What edits come down to: the cells to write and their lines, after the lines of what was found. */
function targetsOf(edits: readonly Edit[], look: Look, reading: Reading, options: LookOptions): Target[] {
  if (edits.length === 0) return [];
  const actions = new Map(look.actions.map((action) => [action.id, action]));
  const rows = new Map(look.rows.map((row) => [row.id, row]));
  const log = { ...indexLog([...entriesOf(reading.lines), ...look.entries]), actions: new Map<string, string>() };
  return edits.map((edit) => {
    const action = actions.get(edit.id);
    if (action === undefined) throw new ExcelFailure('row-gone', reading.table.sheet);
    if (reading.actionPlace.isProtected) throw new ExcelFailure('protected', reading.table.sheet);
    if (!reading.actionPlace.index.has(edit.field)) throw new ExcelFailure('row-gone', reading.table.sheet);
    const row = rows.get(edit.id);
    if (row === undefined || row[edit.field] === edit.value) return { edit, row: action.rowIndex, write: false, entries: [] };
    const { words: _, ...plain } = row;
    const changed: TrackedRow = { ...plain, [edit.field]: edit.value, ...(edit.words !== undefined && { words: edit.words }) };
    const remembered = new Map([[edit.id, { what: row.what, owner: row.owner, deadline: row.deadline, status: row.status }]]);
    const entries = differences([changed], remembered, log, { at: options.now, origin: edit.origin ?? 'here', who: options.who }).filter(({ field }) => field === edit.field);
    return { edit, row: action.rowIndex, write: true, entries };
  });
}

/** A line of what was done through the pane, not found. */
const isDone = ({ origin }: ChangeEntry): boolean => origin === 'here' || origin === 'copy';

interface Seen {
  readonly log: ReturnType<typeof loadTail> | undefined;
  readonly rows: readonly { readonly row: number; readonly cells: ReadonlyMap<string, Excel.Range> }[];
}

/** Rows looked at one by one after a write; with more of them everything is read again. */
const ROWS_SEEN = 60;

/** Asks, in the batch that writes, for the log's end and for the rows it is about, as they are then. undefined when that is too much. */
function loadSeen(context: Excel.RequestContext, reading: Reading, entries: readonly ChangeEntry[]): Seen | undefined {
  const ids = new Set(entries.map((entry) => entry.action));
  if (ids.size > ROWS_SEEN) return undefined;
  const { actionPlace, logPlace } = reading;
  const sheet = context.workbook.worksheets.getItem(actionPlace.sheet);
  const rows = reading.table.rows.flatMap((cells, row) => {
    if (!ids.has(String(cells.id).trim())) return [];
    const loaded = (['id', 'what', 'owner', 'deadline', 'status'] as const).flatMap((key) => {
      const at = actionPlace.index.get(key);
      return at === undefined ? [] : [[key, sheet.getCell(actionPlace.row + 1 + row, actionPlace.column + at).load('values')] as const];
    });
    return [{ row, cells: new Map<string, Excel.Range>(loaded) }];
  });
  return { rows, log: logPlace === undefined || entries.length === 0 ? undefined : loadTail(context.workbook.tables.getItem('tblChange'), logPlace.rowCount) };
}

/** The reading as it is after the write; undefined when it shows that everything has to be read again. */
function afterWrite(reading: Reading, look: Look, seen: Seen, log: readonly unknown[]): Reading | undefined {
  // The first line stands under the empty row a new table has, which goes now.
  if (seen.log !== undefined && reading.lines.length === 0) return undefined;
  const grown = seen.log === undefined || reading.logPlace === undefined ? { place: reading.logPlace, lines: reading.lines } : growth(seen.log, reading.logPlace, reading.lines);
  if (grown === undefined || (log.length > 0 && grown.lines.length === reading.lines.length)) return undefined;
  const rows = [...reading.table.rows];
  for (const { row, serial } of look.dates) {
    const cells = rows[row];
    if (cells !== undefined) rows[row] = { ...cells, deadline: serial };
  }
  for (const { row, cells } of seen.rows) {
    const before = rows[row];
    const now = Object.fromEntries([...cells].map(([key, range]) => [key, (range.values as (string | number | boolean)[][])[0]?.[0] ?? '']));
    if (before === undefined || String(now['id'] ?? '').trim() !== String(before.id).trim()) return undefined;
    rows[row] = { ...before, ...now };
  }
  const remembered = new Map([...reading.known.remembered, ...look.remember]);
  return { ...reading, table: { ...reading.table, rows }, logPlace: grown.place, lines: grown.lines, known: { ...reading.known, remembered, log: entriesOf(grown.lines) }, damaged: false };
}

