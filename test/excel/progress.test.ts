import { messages } from '../../src/i18n';
import type { Host } from '../../src/host';
import { ignoreWording, readProgress, type ReadProgress } from '../../src/excel/progress';
import { addRow, goToRow, readRow, saveRow } from '../../src/excel/rows';
import type { Outcome } from '../../src/excel/run';
import type { GapCode, StepKey } from '../../src/retro/steps';
import type { Gap } from '../../src/workbook/progress';
import { addressOf, rowsOf, startExcel, tableOf, useExcel } from '../support/excel';
import { generate } from '../support/retro';

const headers = messages['zh-CN'].workbook.columns;

/** A person types into a cell of a table, without the add-in. */
function type(host: Host, table: keyof typeof headers, row: number, column: string, value: string): void {
  const { sheet, address } = addressOf(host.book, table, row, (headers[table] as Readonly<Record<string, string>>)[column] ?? column);
  host.user.edit(sheet, address, value);
}

async function value<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome;
  if (!settled.ok) throw new Error(`${settled.failure.code}: ${settled.failure.technical}`);
  return settled.value;
}
const gapOf = (progress: ReadProgress, step: StepKey, code: GapCode): Gap | undefined => progress.steps.find(({ key }) => key === step)?.gaps.find((gap) => gap.code === code);

let host: Host;
/** A generated workbook for the tests of a block; each test looks at rows of its own. */
const freshWorkbook = (): void => {
  beforeAll(async () => {
    host = await startExcel();
    await generate();
  });
};

describe('how far the retro is, read from the sheets alone', () => {
  freshWorkbook();

  test('after generating: the steps in order, what is missing counted as the tables show it', async () => {
    const progress = await value(readProgress());
    expect(progress.steps.map(({ key }) => key)).toEqual(['targets', 'results', 'process', 'causes', 'cases', 'lessons', 'actions']);
    const missed = rowsOf(host, 'tblComparison').filter((row) => row['状态'] === '未达');
    expect(missed.length).toBeGreaterThan(0);
    const gap = gapOf(progress, 'causes', 'missed-without-cause');
    expect(gap?.count).toBe(missed.length);
    // A missed target is explained in its cause row.
    expect(gap?.rows.every(({ table, id }) => table === 'tblCause' && id.startsWith('C-'))).toBe(true);
    expect(gapOf(progress, 'lessons', 'no-lessons')?.count).toBe(1);
    expect(gapOf(progress, 'process', 'node-open')?.count).toBe(rowsOf(host, 'tblNode').length);
    expect(gapOf(progress, 'cases', 'no-cases')).toBeUndefined();
  });

  test('what people write in the sheet closes the gap', async () => {
    const before = await value(readProgress());
    const [first] = gapOf(before, 'causes', 'missed-without-cause')?.rows ?? [];
    type(host, 'tblCause', first!.index, 'root', '快捷短语没有更新');
    type(host, 'tblLesson', 0, 'rule', '大促前三天统一物流话术');
    const after = await value(readProgress());
    expect(gapOf(after, 'causes', 'missed-without-cause')?.count ?? 0).toBe(gapOf(before, 'causes', 'missed-without-cause')!.count - 1);
    expect(gapOf(after, 'lessons', 'no-lessons')).toBeUndefined();
    expect(gapOf(after, 'lessons', 'lesson-without-evidence')?.rows[0]?.label).toBe('大促前三天统一物流话术');
    type(host, 'tblLesson', 0, 'evidence', 'C-99');
    expect(gapOf(await value(readProgress()), 'lessons', 'unknown-evidence')?.rows[0]?.label).toContain('C-99');
    type(host, 'tblLesson', 0, 'evidence', 'M-01');
    expect((await value(readProgress())).steps.find(({ key }) => key === 'lessons')).toMatchObject({ state: 'finished', done: 1, total: 1, gaps: [] });
  });

  test('a renamed sheet, a moved column and a workbook without a table are read as they are', async () => {
    const { sheet } = tableOf(host.book, 'tblNode');
    sheet.name = '过程（已改名）';
    const before = await value(readProgress());
    host.user.deleteSheet?.('5 提炼规律');
    const after = await value(readProgress());
    expect(gapOf(after, 'process', 'node-open')?.count).toBe(gapOf(before, 'process', 'node-open')?.count);
    expect(after.steps).toHaveLength(7);
  });
});

describe('wording that blames (R28)', () => {
  freshWorkbook();

  test('is found in what the team writes and nowhere else; ignored, it stays ignored for every pane until the sentence changes', async () => {
    type(host, 'tblCause', 0, 'team', '都怪客服A。流程少一步复核。');
    type(host, 'tblCase', 0, 'scene', '你们客服太懒了');
    type(host, 'tblCase', 0, 'reply', '都怪你自己没看清');
    const { wording, steps } = await value(readProgress());
    expect(wording).toEqual([expect.objectContaining({ table: 'tblCause', id: 'C-01', column: 'team', sentence: '都怪客服A。' })]);
    expect(steps.find(({ key }) => key === 'causes')?.gaps.find(({ code }) => code === 'wording')?.count).toBe(1);
    await value(ignoreWording(wording[0]!.mark));
    useExcel(host, 'other');
    expect((await value(readProgress())).wording).toEqual([]);
    type(host, 'tblCause', 0, 'team', '都怪客服B。');
    expect((await value(readProgress())).wording).toHaveLength(1);
  });
});

describe('a row filled in the pane', () => {
  freshWorkbook();

  test('is written as text, whatever it begins with, wherever the row was moved', async () => {
    const row = await value(readRow({ table: 'tblCause', id: 'C-02', index: 0 }));
    const saved = await value(saveRow({ table: 'tblCause', id: 'C-02', index: 0, seen: row.cells, values: { cause: '=1+1', team: '-两班交接没有清单' } }));
    expect(saved.saved).toBe(true);
    const written = rowsOf(host, 'tblCause').find((each) => each['编号'] === 'C-02');
    expect(written).toMatchObject({ 直接原因: '=1+1', 团队看法: '-两班交接没有清单' });
    await generate();
    expect(rowsOf(host, 'tblCause').find((each) => each['编号'] === 'C-02')).toMatchObject({ 直接原因: '=1+1' });
  });

  test('never goes over what somebody else just wrote: nothing is written, both texts are told', async () => {
    const row = await value(readRow({ table: 'tblCause', id: 'C-01', index: 0 }));
    type(host, 'tblCause', row.index, 'team', '别人刚写的');
    const saved = await value(saveRow({ table: 'tblCause', id: 'C-01', index: 0, seen: row.cells, values: { team: '我写的', cause: '规则没写清' } }));
    expect(saved).toMatchObject({ saved: false, changed: ['team'] });
    expect(saved.row.cells['team']).toBe('别人刚写的');
    expect(rowsOf(host, 'tblCause').find((each) => each['编号'] === 'C-01')).toMatchObject({ 团队看法: '别人刚写的', 直接原因: '' });
    // Knowing it, she may.
    expect((await value(saveRow({ table: 'tblCause', id: 'C-01', index: 0, seen: saved.row.cells, values: { team: '我写的' } }))).saved).toBe(true);
  });

  test.each([
    ['a row nobody has any more', { table: 'tblCause', id: 'C-77', index: 0 }, 'row-gone'],
    ['a row without id that is no longer there', { table: 'tblCause', id: '', index: 999 }, 'row-gone'],
    ['a table that is gone', { table: 'tblHour', id: 'H-01', index: 0 }, 'sheet-gone'],
  ] as const)('%s is said', async (_, place, code) => {
    expect(await readRow(place)).toMatchObject({ ok: false, failure: { code } });
    expect(await goToRow(place, 'id')).toMatchObject({ ok: false, failure: { code } });
  });

  test('the cell is gone to by the id, also after the rows were sorted', async () => {
    const { sheet, range } = tableOf(host.book, 'tblCause');
    await value(goToRow({ table: 'tblCause', id: 'C-03', index: 0 }, 'team'));
    const at = rowsOf(host, 'tblCause').findIndex((row) => row['编号'] === 'C-03');
    expect(host.book.activeSheet).toBe(sheet);
    expect(host.book.selection.row).toBe(range.row + 1 + at);
  });
});

describe('a row added in the pane', () => {
  freshWorkbook();

  test('takes the empty row first, then grows the table with its formulas, and a second generation leaves both', async () => {
    const first = await value(addRow('tblLesson', { rule: '高峰前半小时加人', evidence: 'M-01' }));
    const second = await value(addRow('tblLesson', { rule: '=不是公式', evidence: 'C-01' }));
    expect([first.id, second.id]).toEqual(['L-01', 'L-02']);
    expect(rowsOf(host, 'tblLesson')).toEqual([expect.objectContaining({ 编号: 'L-01', 规律: '高峰前半小时加人' }), expect.objectContaining({ 编号: 'L-02', 规律: '=不是公式' })]);
    expect(rowsOf(host, 'tblLesson').map((row) => row['依据检查'] ?? row[headers.tblLesson.check])).toEqual(['有依据', '有依据']);
    await generate();
    expect(rowsOf(host, 'tblLesson').map((row) => row['规律'])).toEqual(['高峰前半小时加人', '=不是公式']);
  });

  test('an action is added below the others with the next id', async () => {
    const before = rowsOf(host, 'tblAction').length;
    const added = await value(addRow('tblAction', { what: '更新快捷短语', source: 'C-01' }));
    const rows = rowsOf(host, 'tblAction');
    expect(rows).toHaveLength(before + 1);
    expect(rows.at(-1)).toMatchObject({ 编号: added.id, 行动: '更新快捷短语', 来源: 'C-01', 提醒: '未定负责人' });
  });

  test('not into a protected sheet, and nothing is written then', async () => {
    const before = rowsOf(host, 'tblLesson');
    tableOf(host.book, 'tblLesson').sheet.protection = { protected: true } as never;
    expect(await addRow('tblLesson', { rule: '新规律' })).toMatchObject({ ok: false, failure: { code: 'protected', sheet: '5 提炼规律' } });
    expect(rowsOf(host, 'tblLesson')).toEqual(before);
  });
});
