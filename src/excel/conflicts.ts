import { fromSerial } from '../retro/dates';
import { isTrackedField, type TrackedField } from '../retro/tracking';
import { trackedDeadline } from '../retro/tracking-log';
import { cellOfConflict, conflictKey, openConflicts, type ConflictPlace, type OpenConflict } from '../workbook/conflicts';
import { sameValue } from '../workbook/merge';
import type { PlanValue, WorkbookPlan } from '../workbook/plan';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { listOwners } from './apply/owners';
import type { FailureCode } from './failures';
import { emptyPlan } from './generate';
import { readWorkbook } from './read-workbook';
import { ExcelFailure, runExcel, type Outcome } from './run';
import { editAction, editActions, trackWorkbook, type TrackMemory } from './track';
import { createWriter } from './writer';

/** What a person decided about one cell, on the values she saw. */
export interface ConflictChoice extends ConflictPlace {
  /** true: the new value goes into the cell; false: the cell stays and is not asked about again */
  readonly take: boolean;
  readonly kept: PlanValue;
  readonly offered: PlanValue;
}

/** Why a new value was not written. `changed`: somebody changed the cell, or new data came, since the person saw it. */
export type NotTaken = ConflictPlace & { readonly code: FailureCode | 'changed'; readonly sheet?: string };

export interface Decided {
  readonly taken: number;
  readonly kept: number;
  readonly notTaken: readonly NotTaken[];
  /** what still waits, as it is now */
  readonly open: readonly OpenConflict[];
}

export interface DecideRequest {
  /** local time, `YYYY-MM-DD HH:MM:SS` */
  readonly now: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** name of the person at this computer, if she gave one */
  readonly who?: string;
  readonly choices: readonly ConflictChoice[];
}

/** Cells that wait for a decision; nothing is written. */
export function readConflicts(): Promise<Outcome<readonly OpenConflict[]>> {
  return runExcel(async (context) => openIn(await readWorkbook(context, [], [])));
}

/** The same of a workbook that was read. */
export const openIn = (snapshot: WorkbookSnapshot): OpenConflict[] => openConflicts(snapshot, planOf(snapshot));

const planOf = ({ state, tables }: WorkbookSnapshot): WorkbookPlan => emptyPlan(state?.language ?? 'zh-CN', new Set(tables.keys()));

/**
 * Carries out what was decided about conflicts: new values go into their cells, found by id and header at the moment of writing;
 * owner, deadline and status of an action through the tracked edit, so that the log has them. What is decided is not asked about
 * again until the data change again. A cell that says something else than the person saw is left alone and told; one that fails
 * does not hold up the others. Fails as a whole only when nothing can be written (`read-only`) or Excel does not answer.
 */
export async function decideConflicts({ choices, ...clock }: DecideRequest): Promise<Outcome<Decided>> {
  const notTaken: NotTaken[] = [];
  const tracked = choices.flatMap((choice) => {
    const edit = choice.take ? trackedEdit(choice) : undefined;
    return edit === undefined ? [] : [{ choice, edit }];
  });
  const seen = await readConflicts();
  if (!seen.ok) return seen;
  const memory: TrackMemory = {};
  const ready = tracked.filter(({ choice }) => isAsSeen(choice, seen.value));
  for (const { choice } of tracked) if (!isAsSeen(choice, seen.value)) notTaken.push({ ...placeOf(choice), code: 'changed' });
  const together = ready.length > 1 ? await editActions({ ...clock, edits: ready.map(({ edit }) => edit), memory }) : undefined;
  // One of them stands in the way: each by itself.
  for (const { choice, edit } of together?.ok === true ? [] : ready) {
    const outcome = await editAction({ ...clock, ...edit, memory });
    if (outcome.ok) continue;
    if (outcome.failure.code === 'read-only') return outcome;
    notTaken.push({ ...placeOf(choice), code: outcome.failure.code, ...(outcome.failure.sheet === undefined ? {} : { sheet: outcome.failure.sheet }) });
  }
  const failed = new Set(notTaken.map(conflictKey));
  const edited = tracked.length - notTaken.length;
  const byTracking = new Set(tracked.map(({ choice }) => conflictKey(choice)));
  const written = await runExcel((context) => writeRest(context, choices, byTracking, failed));
  if (!written.ok) return written;
  // Words that are no day went in as they are: the log learns of them now.
  if (choices.some((choice) => choice.take && choice.table === 'tblAction' && isTrackedField(choice.column) && !byTracking.has(conflictKey(choice)))) await trackWorkbook({ ...clock, origin: 'found-while-open', memory });
  const open = await readConflicts();
  if (!open.ok) return open;
  return { ok: true, value: { taken: edited + written.value.taken, kept: choices.filter((choice) => !choice.take).length, notTaken: [...notTaken, ...written.value.notTaken], open: open.value } };
}

/** The edit that an offered owner, deadline or status comes down to; undefined for other cells and for a deadline that is no day. */
function trackedEdit({ table, id, column, offered }: ConflictChoice): { readonly id: string; readonly field: TrackedField; readonly value: string } | undefined {
  if (table !== 'tblAction' || !isTrackedField(column)) return undefined;
  if (column !== 'deadline' || offered === null) return { id, field: column, value: String(offered ?? '') };
  const day = typeof offered === 'number' ? fromSerial(offered) : trackedDeadline(offered);
  return day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { id, field: column, value: day } : undefined;
}

const isAsSeen = (choice: ConflictChoice, open: readonly OpenConflict[]): boolean =>
  open.some((now) => conflictKey(now) === conflictKey(choice) && sameValue(now.kept, choice.kept) && sameValue(now.offered, choice.offered));

const placeOf = ({ table, id, column }: ConflictPlace): ConflictPlace => ({ table, id, column });

/** Writes the cells that are not tracked, takes the decided lines out of the base copy, lists owners that came. */
async function writeRest(context: Excel.RequestContext, choices: readonly ConflictChoice[], byTracking: ReadonlySet<string>, failed: ReadonlySet<string>): Promise<{ readonly taken: number; readonly notTaken: readonly NotTaken[] }> {
  const snapshot = await readWorkbook(context, [], []);
  if (snapshot.readOnly) throw new ExcelFailure('read-only');
  const plan = planOf(snapshot);
  const open = openConflicts(snapshot, plan);
  const writer = createWriter(context);
  context.workbook.application.suspendApiCalculationUntilNextSync();
  const notTaken: NotTaken[] = [];
  const checks: { readonly choice: ConflictChoice; readonly moved: () => boolean; readonly undo: () => void }[] = [];
  const settled = new Set<string>();
  for (const choice of choices) {
    const key = conflictKey(choice);
    if (failed.has(key)) continue;
    const now = open.find((candidate) => conflictKey(candidate) === key);
    if (!choice.take || byTracking.has(key)) {
      // Keeping mine is about what was offered then; what came since is asked about.
      if (now === undefined || byTracking.has(key) || sameValue(now.offered, choice.offered)) settled.add(key);
      continue;
    }
    const cell = cellOfConflict(snapshot, plan, choice);
    const isProtected = snapshot.sheets.some((sheet) => sheet.name === cell?.sheet && sheet.isProtected);
    if (cell === undefined) notTaken.push({ ...placeOf(choice), code: 'row-gone' });
    else if (isProtected) notTaken.push({ ...placeOf(choice), code: 'protected', sheet: cell.sheet });
    else if (now === undefined || !isAsSeen(choice, open)) notTaken.push({ ...placeOf(choice), code: 'changed', sheet: cell.sheet });
    else {
      await writer.queued(10 + String(choice.offered ?? '').length / 40);
      const sheet = context.workbook.worksheets.getItem(cell.sheet);
      const id = sheet.getCell(cell.row, cell.idColumn).load('values');
      const before = sheet.getCell(cell.row, cell.column).load('values,formulas,numberFormat');
      const target = sheet.getCell(cell.row, cell.column);
      if (now.numberFormat !== 'General') target.numberFormat = [[now.numberFormat]];
      target.values = [[choice.offered ?? '']];
      checks.push({
        choice,
        // Somebody sorted or typed between reading and writing.
        moved: () => String((id.values as unknown[][])[0]?.[0] ?? '').trim() !== choice.id || !sameValue((before.values as PlanValue[][])[0]?.[0], choice.kept),
        undo: () => {
          target.numberFormat = before.numberFormat as string[][];
          target.formulas = before.formulas as string[][];
        },
      });
      settled.add(key);
    }
  }
  await listOwners(writer, snapshot, choices.filter((choice) => choice.take && choice.table === 'tblAction' && choice.column === 'owner' && settled.has(conflictKey(choice))).map((choice) => choice.offered));
  await writer.flush();
  const moved = checks.filter((check) => check.moved());
  for (const { choice, undo } of moved) {
    undo();
    settled.delete(conflictKey(choice));
    notTaken.push({ ...placeOf(choice), code: 'changed' });
  }
  await forget(context, snapshot, settled);
  return { taken: checks.length - moved.length, notTaken };
}

/** Empties the lines of the base copy that kept decided conflicts open. */
async function forget(context: Excel.RequestContext, { baseTable }: WorkbookSnapshot, settled: ReadonlySet<string>): Promise<void> {
  if (baseTable === undefined) {
    await context.sync();
    return;
  }
  const sheet = context.workbook.worksheets.getItem(baseTable.sheet);
  const lines = baseTable.rows.flatMap(([table, id], row) => (settled.has(`${String(table)}|${String(id)}`) ? [{ row, id }] : []));
  const writer = createWriter(context);
  const asked = [];
  for (const { row, id } of lines) {
    await writer.queued(5);
    const range = sheet.getRangeByIndexes(baseTable.row + 1 + row, baseTable.column, 1, 3);
    asked.push({ range, id, now: sheet.getRangeByIndexes(baseTable.row + 1 + row, baseTable.column, 1, 3).load('values') });
    range.values = [['', '', '']];
  }
  await context.sync();
  // Another pane wrote the copy anew in between: its line comes back, and the conflict is asked about once more.
  const others = asked.filter(({ now, id }) => String((now.values as unknown[][])[0]?.[1] ?? '') !== String(id));
  for (const { range, now } of others) range.values = now.values as unknown[][];
  if (others.length > 0) await context.sync();
}
