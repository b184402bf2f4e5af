import { readWorkbook } from '../../excel/read-workbook';
import { runExcel } from '../../excel/run';
import { openIn } from '../../excel/conflicts';
import { emptyPlan, namedCellsOf } from '../../excel/generate';
import { fromSerial } from '../../retro/dates';
import { settingValue } from '../../excel/setting';
import type { RetroEvent } from '../../retro/types';
import type { PlanValue } from '../../workbook/plan';
import { nameOfSheet, sheetOfTable, type WorkbookSnapshot } from '../../workbook/snapshot';
import { fromStore } from '../state/memory';
import { describeConflict } from './conflicts';
import { MEMORY_SETTING } from './remember';
import type { CommandContext, Outcome, SheetLink, WorkbookState } from './types';

/** What the open workbook already holds: its event and the sheets by the names they have now. */
export function readWorkbookState(context: CommandContext): Promise<Outcome<WorkbookState>> {
  return runExcel(async (excel) => {
    const plan = emptyPlan(context.language);
    const memory = excel.workbook.settings.getItemOrNullObject(MEMORY_SETTING).load('value');
    const snapshot = await readWorkbook(excel, [], namedCellsOf(plan));
    return { event: eventOf(snapshot), sheets: linksOf(snapshot), readOnly: snapshot.readOnly, conflicts: openIn(snapshot).map(describeConflict), memory: fromStore(settingValue(memory)) };
  });
}

function eventOf(snapshot: WorkbookSnapshot): RetroEvent | undefined {
  if (!snapshot.cells.has(nameOfSheet.cover)) return undefined;
  const text = (name: string): string | undefined => textOf(snapshot.cells.get(name)?.value ?? null);
  const [start, end, next, shop] = [dateOf(snapshot.cells.get('retroStart')?.value ?? null), dateOf(snapshot.cells.get('retroEnd')?.value ?? null), text('retroNext'), text('retroShop')];
  return { name: text('retroEvent') ?? '', ...(start && { start }), ...(end && { end }), ...(next && { next }), ...(shop && { shop }) };
}

const textOf = (value: PlanValue): string | undefined => (value === null ? undefined : String(value));
const dateOf = (value: PlanValue): string | undefined => (typeof value === 'number' ? fromSerial(value) : undefined);

function linksOf(snapshot: WorkbookSnapshot): SheetLink[] {
  const links: SheetLink[] = [];
  const cover = snapshot.cells.get(nameOfSheet.cover);
  if (cover) links.push({ key: 'cover', name: cover.sheet });
  for (const table of snapshot.tables.values()) if (table.name !== 'tblBase') links.push({ key: sheetOfTable[table.name], name: table.sheet });
  const order = snapshot.sheets.map((sheet) => sheet.name);
  return links.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}
