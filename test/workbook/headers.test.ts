import { withHeaders } from '../../src/workbook/headers';
import type { SheetPlan, WorkbookPlan } from '../../src/workbook/plan';
import { actionSheet } from '../../src/workbook/sheets/action';
import { changeSheet } from '../../src/workbook/sheets/change';
import type { TableSnapshot } from '../../src/workbook/snapshot';

const plan: WorkbookPlan = { language: 'zh-CN', title: '', sheets: [actionSheet([], 'zh-CN', true), changeSheet([], 'zh-CN')] };
const headersOf = (sheet: SheetPlan | undefined): string[] => sheet?.table?.columns.map(({ header }) => header) ?? [];
/** The two tables as they stand, one header of each another one, or gone. */
const snapshot = (actions: (headers: string[]) => string[], changes: (headers: string[]) => string[] = (headers) => headers) => {
  const table = (name: TableSnapshot['name'], headers: string[], row: TableSnapshot['rows'][number]): TableSnapshot => ({ name, sheet: name, row: 3, column: 0, headers, rows: [row], filtered: false, contentBelow: false });
  const [own, log] = [actions(headersOf(plan.sheets[0])), changes(headersOf(plan.sheets[1]))];
  return {
    tables: new Map([['tblAction' as const, table('tblAction', own, own.map((header) => ({ 编号: 'A-01', 哪天做完: 45980 })[header] ?? ''))], ['tblChange' as const, table('tblChange', log, log.map(() => ''))]]),
    base: new Map([['tblAction|A-01', { naturalKey: '', values: { deadline: 45980 } }]]),
  };
};
const formulas = (now: WorkbookPlan): Record<string, string | undefined> => Object.fromEntries(now.sheets[0]?.table?.columns.map(({ key, formula }) => [key, formula]) ?? []);
const instead = (old: string, now: string | undefined) => (headers: string[]): string[] => headers.flatMap((header) => (header === old ? (now === undefined ? [] : [now]) : [header]));

test('nothing renamed: the plan as it is', () => {
  expect(withHeaders(plan, snapshot((headers) => headers))).toBe(plan);
});

test('formulas speak of a renamed column by the name it has now, in its row and from elsewhere', () => {
  const now = formulas(withHeaders(plan, snapshot(instead('截止日期', '哪天做完'))));
  expect(now['daysLeft']).toContain('[@哪天做完]-TODAY()');
  expect(Object.values(now).join(' ')).not.toContain('截止日期');
});

test('a formula about a column that is gone is left out, the others stay', () => {
  const now = formulas(withHeaders(plan, snapshot((headers) => headers, instead('行动编号', undefined))));
  expect(now['postponed']).toBeUndefined();
  expect(now['daysLeft']).toBe(formulas(plan)['daysLeft']);
});
