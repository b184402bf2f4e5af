import type { Language } from '../i18n';
import { parseDeadline } from '../retro/deadlines';
import { missingChecks, weekOf } from '../retro/follow-up';
import { createIdAllocator } from '../retro/ids';
import type { ActionProblem, ActionState, ChangeEntry, ChangeOrigin, TrackedField, TrackNote } from '../retro/tracking';
import { indexLog } from '../retro/tracking-log';
import { idMemory } from '../workbook/merge';
import { DEFAULT_SOON_DAYS } from '../workbook/sheets/config';
import { followUpNaturalKey, followUpSheet, readFollowUps } from '../workbook/sheets/follow-up';
import { readWorkbook } from './read-workbook';
import { ExcelFailure, runExcel, type Outcome } from './run';
import { addChecks } from './track/create';
import { EDITS_AT_ONCE, lookAndWrite, type Edit, type Looked } from './track/look';
import { entriesOf, readAll, type Remembered } from './track/read';

/** What a pane remembers between two looks, so that a look reads the tracked columns only. Make one when the pane opens: `{}`. */
export interface TrackMemory {
  /** filled by the looks; empty = the next look reads everything */
  state?: unknown;
}

export interface LookRequest {
  /** local time, `YYYY-MM-DD HH:MM:SS` */
  readonly now: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** how differences that are found came about: `found-on-open` for the first look of a pane, else `found-while-open` */
  readonly origin: ChangeOrigin;
  /** name of the person at this computer, if she gave one; written to what she changed here */
  readonly who?: string;
  readonly memory?: TrackMemory;
}

export interface TrackResult {
  /** the action sheet by the name it has now; undefined when the workbook has no action table */
  readonly sheet: string | undefined;
  readonly language: Language;
  /** in the order of the table */
  readonly actions: readonly ActionState[];
  /** the whole log, oldest first */
  readonly changes: readonly ChangeEntry[];
  /** the lines this look added to it */
  readonly added: readonly ChangeEntry[];
  /** found, but not written because of what `notes` say; the next look tries again */
  readonly waiting: readonly ChangeEntry[];
  /** names of 配置's list of owners, and of states */
  readonly owners: readonly string[];
  readonly statuses: readonly string[];
  /** days that count as due soon (配置) */
  readonly soonDays: number;
  readonly problems: readonly ActionProblem[];
  readonly notes: readonly TrackNote[];
}

export interface EditRequest extends Omit<LookRequest, 'origin'> {
  readonly id: string;
  readonly field: TrackedField;
  /** a deadline: `YYYY-MM-DD` or words (`3天内`); '' empties the cell */
  readonly value: string;
}

export interface EditsRequest extends Omit<LookRequest, 'origin'> {
  readonly edits: readonly Pick<EditRequest, 'id' | 'field' | 'value'>[];
}

/** The look of DESIGN rule 8: finds what changed, writes it to the log, answers the actions as they are. Safe to call at any time. */
export function trackWorkbook(request: LookRequest): Promise<Outcome<TrackResult>> {
  return runExcel((context) => look(context, request));
}

/**
 * Changes one cell of an action from the pane and logs it as made here; what the cell and others changed before is logged first.
 * Fails with `row-gone` when the action is not there any more, `not-a-date` when the deadline is no day; then nothing is written.
 */
export function editAction({ id, field, value, ...request }: EditRequest): Promise<Outcome<TrackResult>> {
  return editActions({ ...request, edits: [{ id, field, value }] });
}

/** The same for several cells, in as few requests as hold them. One that cannot be changed fails them all; what earlier requests wrote stays, logged. */
export function editActions({ edits, ...request }: EditsRequest): Promise<Outcome<TrackResult>> {
  const read = edits.map(({ id, field, value }) => ({ id, field, value: readValue(field, value, request.today) }));
  const wrong = read.findIndex(({ value }) => value === undefined);
  if (wrong >= 0) return Promise.resolve({ ok: false, failure: { code: 'not-a-date', technical: `deadline ${edits[wrong]?.value ?? ''}` } });
  const wanted = read.flatMap(({ id, field, value }): Edit[] => (value === undefined ? [] : [{ id, field, value }]));
  return runExcel(async (context) => {
    let result = nothingThere;
    for (let from = 0; from === 0 || from < wanted.length; from += EDITS_AT_ONCE) {
      result = await look(context, { ...request, origin: 'found-while-open' }, wanted.slice(from, from + EDITS_AT_ONCE));
      if (result.sheet === undefined) throw new ExcelFailure('row-gone');
    }
    return result;
  });
}

/** As tracked; undefined for a deadline that is no day. */
function readValue(field: TrackedField, value: string, today: string): string | undefined {
  const text = value.trim();
  if (field !== 'deadline' || text === '') return text;
  const reading = parseDeadline(text, today);
  return reading.kind === 'date' ? reading.date : undefined;
}

async function look(context: Excel.RequestContext, request: LookRequest, edits: readonly Edit[] = []): Promise<TrackResult> {
  const { memory } = request;
  const before = memory?.state as Remembered | undefined;
  // Whatever fails from here on, the next look reads everything.
  if (memory !== undefined) delete memory.state;
  const looked = await lookAndWrite(context, { now: request.now, today: request.today, origin: request.origin, who: request.who ?? '' }, before, edits);
  if (looked === undefined) return nothingThere;
  if (memory !== undefined) memory.state = rememberReading(looked.reading);
  return resultOf(looked);
}

/** The actions as they are, nothing written. */
export function readActions(request: Pick<LookRequest, 'today'>): Promise<Outcome<TrackResult>> {
  return runExcel(async (context) => {
    const reading = await readAll(context);
    if (reading === undefined) return nothingThere;
    const looked = await lookAndWrite(context, { now: '', today: request.today, origin: 'found-on-open', who: '' }, undefined, [], { reading: { ...reading, readOnly: true } });
    return looked === undefined ? nothingThere : resultOf({ ...looked, notes: looked.notes.filter((note) => note.code !== 'read-only') });
  });
}

const nothingThere: TrackResult = { sheet: undefined, language: 'zh-CN', actions: [], changes: [], added: [], waiting: [], owners: [], statuses: [], soonDays: DEFAULT_SOON_DAYS, problems: [], notes: [] };

function resultOf({ reading, look: { actions, problems }, added, waiting, notes }: Looked): TrackResult {
  const { owners, statuses } = reading.lists;
  return { sheet: reading.table.sheet, language: reading.language, actions, changes: indexLog(entriesOf(reading.lines)).entries, added, waiting, owners, statuses, soonDays: reading.soonDays, problems, notes };
}

function rememberReading(reading: Looked['reading']): Remembered {
  return { reading, details: new Map(reading.table.rows.map(({ id, source, measure, priority }) => [String(id).trim(), { source, measure, priority }])) };
}

/** Adds this week's check rows for open actions that have none (R36); answers how many were added, and the Monday of the week. */
export function startWeek(request: LookRequest): Promise<Outcome<{ readonly added: number; readonly week: string; readonly track: TrackResult }>> {
  return runExcel(async (context) => {
    const week = weekOf(request.today);
    const track = await look(context, request);
    const reading = track.sheet === undefined ? undefined : await readAll(context);
    if (reading === undefined) throw new ExcelFailure('row-gone');
    if (reading.readOnly) throw new ExcelFailure('read-only');
    if (!reading.complete) throw new ExcelFailure('unfinished');
    const snapshot = await readWorkbook(context, [followUpSheet([], reading.language)], []);
    const table = snapshot.tables.get('tblFollowUp');
    const keys = missingChecks(track.actions, readFollowUps(table), week).map((action) => ({ action: action.id, week }));
    const memory = idMemory(snapshot);
    const allocate = createIdAllocator(memory);
    // A check that somebody deleted is known by its id and stays deleted.
    const rows = keys.filter((key) => memory.W?.known[followUpNaturalKey(key)] === undefined).map((key) => ({ ...key, id: allocate('W', followUpNaturalKey(key)) }));
    if (rows.length > 0) await addChecks(context, reading, snapshot, rows);
    return { added: rows.length, week, track };
  });
}
