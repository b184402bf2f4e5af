import type { ChangeEntry } from '../../retro/tracking';
import { baseKey } from '../../workbook/snapshot';
import { actionSheet } from '../../workbook/sheets/action';
import { changeSheet } from '../../workbook/sheets/change';
import { TRACK, trackRow, type Look } from '../../workbook/tracking';
import type { SheetPlan } from '../../workbook/plan';
import { applyPlan, type TrackedWrites } from '../apply';
import { readWorkbook } from '../read-workbook';
import type { Reading } from './read';

/** Makes the sheets a look needs and the workbook does not have: 变更记录 with its first lines, the hidden copy with what is remembered. */
export function createSheets(context: Excel.RequestContext, reading: Reading, look: Pick<Look, 'remember'>, entries: readonly ChangeEntry[], withLog: boolean): Promise<void> {
  const remember = new Map([...reading.known.remembered, ...look.remember].map(([id, values]) => [baseKey(TRACK, id), trackRow(values)]));
  return addSheets(context, reading, withLog || reading.logPlace !== undefined ? [changeSheet(entries, reading.language)] : [], remember);
}

/** Adds sheets behind the action sheet, which stays as it is, and completes the base copy. */
export async function addSheets(context: Excel.RequestContext, reading: Reading, sheets: readonly SheetPlan[], remember: TrackedWrites['remember']): Promise<void> {
  const { language } = reading;
  const logged = reading.logPlace !== undefined || sheets.some((sheet) => sheet.key === 'change');
  // The log, where it stands, tells the others their place.
  const log = reading.logPlace !== undefined && !sheets.some((sheet) => sheet.key === 'change') ? [changeSheet([], language)] : [];
  const plan = { language, title: '', sheets: [actionSheet([], language, logged), ...log, ...sheets] };
  const snapshot = await readWorkbook(context, plan.sheets, []);
  await applyPlan(context, plan, snapshot, () => undefined, undefined, { writes: [], remember });
}
