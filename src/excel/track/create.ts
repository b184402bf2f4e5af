import type { ChangeEntry } from '../../retro/tracking';
import type { SheetPlan } from '../../workbook/plan';
import { actionSheet } from '../../workbook/sheets/action';
import { changeSheet } from '../../workbook/sheets/change';
import { followUpSheet, type FollowUpRow } from '../../workbook/sheets/follow-up';
import { baseKey, type BaseCopy, type WorkbookSnapshot } from '../../workbook/snapshot';
import { TRACK, trackRow, type Look } from '../../workbook/tracking';
import { applyPlan, type TrackedWrites } from '../apply';
import { readWorkbook } from '../read-workbook';
import type { Reading } from './read';

/**
 * Makes the sheets a look needs and the workbook does not have – 变更记录 with its first lines, the hidden copy with what is
 * remembered –, and completes those that were being added when a run broke off.
 */
export async function createSheets(context: Excel.RequestContext, reading: Reading, look: Pick<Look, 'remember'>, entries: readonly ChangeEntry[], withLog: boolean): Promise<void> {
  const { language, adding } = reading;
  const snapshot = await readWorkbook(context, [actionSheet([], language, true), changeSheet([], language), followUpSheet([], language)], []);
  const log = withLog || reading.logPlace !== undefined || adding.includes('change');
  const sheets = [...(log ? [changeSheet(entries, language)] : []), ...(adding.includes('followUp') ? [followUpSheet(newestChecks(snapshot.base), language)] : [])];
  const remember = new Map([...reading.known.remembered, ...look.remember].map(([id, values]) => [baseKey(TRACK, id), trackRow(values)]));
  await addTo(context, reading, snapshot, sheets, remember);
}

/** Adds the check rows of a week, and their sheet with the first of them. */
export function addChecks(context: Excel.RequestContext, reading: Reading, snapshot: WorkbookSnapshot, rows: readonly FollowUpRow[]): Promise<void> {
  return addTo(context, reading, snapshot, [followUpSheet(rows, reading.language)], new Map());
}

/** Adds sheets behind the action sheet, which stays as it is. */
async function addTo(context: Excel.RequestContext, reading: Reading, snapshot: WorkbookSnapshot, sheets: readonly SheetPlan[], remember: TrackedWrites['remember']): Promise<void> {
  const { language } = reading;
  const logged = reading.logPlace !== undefined || sheets.some((sheet) => sheet.key === 'change');
  // The log, where it stands, tells the others their place.
  const log = reading.logPlace !== undefined && !sheets.some((sheet) => sheet.key === 'change') ? [changeSheet([], language)] : [];
  const plan = { language, title: '', sheets: [actionSheet([], language, logged), ...log, ...sheets] };
  await applyPlan(context, plan, snapshot, () => undefined, undefined, { writes: [], remember, adding: [...new Set([...reading.adding, ...sheets.map((sheet) => sheet.key)])] });
}

/** Rows that the broken-off run remembered before it could write them: those of the newest week. */
function newestChecks(base: BaseCopy): FollowUpRow[] {
  const rows = [...base].flatMap(([key, { naturalKey }]): FollowUpRow[] => {
    const [table, id = ''] = key.split('|');
    const [action = '', week = ''] = naturalKey.split('|');
    return table === 'tblFollowUp' ? [{ id, action, week }] : [];
  });
  const newest = rows.map((row) => row.week).sort().at(-1);
  return rows.filter((row) => row.week === newest);
}
