/** A returned copy, from the file to the workbook, on the real client: what a colleague filled in comes over once, and is logged. */
import { compareWithCopy } from '../../src/excel/take-over';
import type { Host } from '../../src/host';
import { toSerial } from '../../src/retro/dates';
import type { ReturnedCopy } from '../../src/workbook/copies';
import { rowsOf, tableOf, useExcel } from '../support/excel';
import { choicesOf, compare, fillIn, linesOf, sendBack, sendTo, shown, suggestionsOf, take, tryTake } from './copies-support';
import { batches, clock, look, openSample, valueOf } from './track-support';

const actionsOf = (host: Host) => new Map(rowsOf(host, 'tblAction').filter((row) => row['编号'] !== '').map((row) => [String(row['编号']), row]));
const back = (host: Host): void => useExcel(host, 'again');

/** What the colleague does in the copy. */
async function colleague(edit: (copy: Host) => void | Promise<void>): Promise<{ readonly mine: Host; readonly copy: ReturnedCopy }> {
  const mine = await openSample();
  await look();
  const theirs = await sendTo(mine.book);
  await edit(theirs);
  const copy = sendBack(theirs.book);
  back(mine);
  return { mine, copy };
}

test('owners, days in any form, words, texts and new rows come over, each change in the log once, with its name', async () => {
  const { mine, copy } = await colleague((theirs) => {
    theirs.user.sortTable('tblAction', '行动', true);
    const rows = rowsOf(theirs, 'tblAction');
    const row = (id: string): number => rows.findIndex((one) => one['编号'] === id);
    fillIn(theirs, 'tblAction', row('A-01'), '负责人', '质检');
    fillIn(theirs, 'tblAction', row('A-02'), '截止日期', '2025年12月24日');
    fillIn(theirs, 'tblAction', row('A-03'), '截止日期', '5天内');
    fillIn(theirs, 'tblAction', row('A-04'), '进展', '=已约谈两家');
    fillIn(theirs, 'tblAction', row('A-05'), '效果', '缺货少了一半');
    fillIn(theirs, 'tblAction', rows.length, '行动', '给夜班加一名组长');
    fillIn(theirs, 'tblAction', rows.length, '负责人', '售前组长');
    fillIn(theirs, 'tblLesson', 0, '规律', '开卖前一小时全员在线');
    fillIn(theirs, 'tblLesson', 0, '依据编号', 'A-01');
  });
  const found = await compare(copy);
  expect(shown(choicesOf(found)).sort()).toEqual([
    '+  开卖前一小时全员在线', '+  给夜班加一名组长', 'theirs A-01 owner: 培训|质检', 'theirs A-02 deadline: 2025-11-30|2025-12-24', 'theirs A-03 deadline: 2025-11-21|5天内', 'theirs A-04 progress: |=已约谈两家', 'theirs A-05 effect: |缺货少了一半',
  ].sort());
  expect(found.suggested).toBe(found.differences);

  const taken = await take(copy, suggestionsOf(found));
  expect(taken).toMatchObject({ skipped: [], left: { differences: 0 } });
  const actions = actionsOf(mine);
  expect(actions.get('A-01')?.['负责人']).toBe('质检');
  expect(actions.get('A-02')?.['截止日期']).toBe(toSerial('2025-12-24'));
  expect(actions.get('A-03')?.['截止日期']).toBe(toSerial('2025-11-22'));
  expect(actions.get('A-04')?.['进展']).toBe('=已约谈两家');
  expect(actions.get('A-05')?.['效果']).toBe('缺货少了一半');
  expect(actions.get('A-07')).toMatchObject({ 行动: '给夜班加一名组长', 负责人: '售前组长', 提醒: '未定期限' });
  expect(rowsOf(mine, 'tblLesson').map((row) => [row['编号'], row['规律'], row['依据检查']])).toEqual([['L-01', '开卖前一小时全员在线', '有依据']]);
  expect(linesOf(mine).sort()).toEqual([
    'A-01 负责人 培训→质检 来自同事的副本 小周', 'A-02 截止日期 2025-11-30→2025-12-24 来自同事的副本 小周', 'A-03 截止日期 2025-11-21→2025-11-22 来自同事的副本 小周 5天内',
  ]);

  // Once more: nothing to take, nothing written, no line twice.
  const again = await compare(copy);
  expect(again.differences).toBe(0);
  await take(copy, suggestionsOf(found));
  await look();
  expect(linesOf(mine)).toHaveLength(3);
  expect(rowsOf(mine, 'tblAction')).toHaveLength(7);
  expect(rowsOf(mine, 'tblLesson')).toHaveLength(1);
});

test('both changed it: nothing is suggested, and what she chooses is what stands', async () => {
  const { mine, copy } = await colleague((theirs) => {
    fillIn(theirs, 'tblAction', 0, '负责人', '质检');
    fillIn(theirs, 'tblAction', 1, '负责人', '质检');
  });
  fillIn(mine, 'tblAction', 0, '负责人', '主管');
  fillIn(mine, 'tblAction', 1, '负责人', '运营对接');
  const found = await compare(copy);
  expect(shown(choicesOf(found))).toEqual(['conflict A-01 owner: 主管|质检', 'conflict A-02 owner: 运营对接|质检']);
  expect(suggestionsOf(found)).toEqual([]);
  await take(copy, choicesOf(found).slice(0, 1));
  expect([...actionsOf(mine).values()].slice(0, 2).map((row) => row['负责人'])).toEqual(['质检', '运营对接']);
  // What she had changed herself before is found first, then the copy.
  expect(linesOf(mine).filter((line) => line.startsWith('A-01'))).toEqual(['A-01 负责人 培训→主管 打开期间发现', 'A-01 负责人 主管→质检 来自同事的副本 小周']);
});

test('two colleagues, one after the other, who both gave their new row the next id', async () => {
  const mine = await openSample();
  await look();
  const copies: ReturnedCopy[] = [];
  for (const what of ['给夜班加一名组长', '每周抽查二十条会话']) {
    const theirs = await sendTo(mine.book);
    fillIn(theirs, 'tblAction', 6, '行动', what);
    await look();
    copies.push(sendBack(theirs.book));
  }
  back(mine);
  for (const copy of copies) await take(copy, suggestionsOf(await compare(copy)));
  expect([...actionsOf(mine)].slice(6).map(([id, row]) => [id, row['行动']])).toEqual([['A-07', '给夜班加一名组长'], ['A-08', '每周抽查二十条会话']]);
  for (const copy of copies) expect((await compare(copy)).differences).toBe(0);
});

test('somebody sorts, types and deletes between the list and the click: rows are found by their ids, what changed is left alone', async () => {
  const { mine, copy } = await colleague((theirs) => {
    for (const row of [0, 1, 2, 3]) fillIn(theirs, 'tblAction', row, '进展', `进展${String(row + 1)}`);
    fillIn(theirs, 'tblAction', 3, '状态', '已完成');
  });
  const chosen = suggestionsOf(await compare(copy));
  mine.user.sortTable('tblAction', '行动', true);
  const at = (id: string): number => rowsOf(mine, 'tblAction').findIndex((row) => row['编号'] === id);
  fillIn(mine, 'tblAction', at('A-01'), '进展', '我刚写的');
  mine.user.deleteRows('6 行动计划', tableOf(mine.book, 'tblAction').range.row + 1 + at('A-02'), 1);
  const taken = await take(copy, chosen);
  const actions = actionsOf(mine);
  expect(actions.get('A-01')?.['进展']).toBe('我刚写的');
  expect(actions.get('A-03')?.['进展']).toBe('进展3');
  expect(actions.get('A-04')).toMatchObject({ 进展: '进展4', 状态: '已完成' });
  expect(actions.has('A-02')).toBe(false);
  expect(taken.skipped.map(({ key, reason }) => `${key} ${reason}`)).toEqual(['tblAction|A-01|progress changed', 'tblAction|A-02|progress gone']);
  expect(linesOf(mine)).toContain('A-04 状态 未开始→已完成 来自同事的副本 小周');
});

describe('what stands in the way is said, and nothing is written', () => {
  const prepare = () => colleague((theirs) => {
    fillIn(theirs, 'tblAction', 0, '负责人', '质检');
    fillIn(theirs, 'tblAction', 0, '进展', '一半');
    fillIn(theirs, 'tblAction', 6, '行动', '新的行动');
  });
  test.each([
    { why: 'read-only', block: (mine: Host) => { mine.faults.readOnly = true; }, code: 'read-only' },
    { why: 'a protected sheet', block: (mine: Host) => { mine.faults.protectSheet('6 行动计划'); }, code: 'protected' },
    { why: 'a filtered table that would get rows', block: (mine: Host) => { mine.user.filterTable('tblAction', '负责人', ['培训']); }, code: 'filtered' },
  ])('$why', async ({ block, code }) => {
    const { mine, copy } = await prepare();
    const chosen = suggestionsOf(await compare(copy));
    block(mine);
    const before = JSON.stringify(rowsOf(mine, 'tblAction'));
    expect(await tryTake(copy, chosen)).toMatchObject({ ok: false, failure: { code } });
    expect(JSON.stringify(rowsOf(mine, 'tblAction'))).toBe(before);
    expect(linesOf(mine)).toEqual([]);
  });
});

test('a copy of another retro is told apart, one without changes has none', async () => {
  const { copy } = await colleague(() => undefined);
  expect((await compare(copy)).tables).toEqual([]);
  expect(valueOf(await compareWithCopy({ copy: { ...copy, facts: { ...copy.facts, event: '2024双11', start: '2024-10-20', end: '2024-11-14' } }, today: clock.today }))).toMatchObject({ same: false, theirs: { event: '2024双11' } });
});

test('many changes go in few requests of bounded size', async () => {
  const { mine, copy } = await colleague((theirs) => {
    for (let row = 0; row < 6; row++) for (const header of ['负责人', '进展', '效果']) fillIn(theirs, 'tblAction', row, header, `${header}${String(row)}`);
    for (let row = 0; row < 40; row++) fillIn(theirs, 'tblLesson', row, '规律', `规律${String(row)} ${'很长'.repeat(200)}`);
  });
  const chosen = suggestionsOf(await compare(copy));
  expect(chosen).toHaveLength(58);
  const before = batches(mine).length;
  await take(copy, chosen);
  expect(rowsOf(mine, 'tblLesson')).toHaveLength(40);
  const own = batches(mine).slice(before);
  expect(own.length).toBeLessThan(32);
  expect(Math.max(...own.map(({ requestBytes }) => requestBytes))).toBeLessThan(1_000_000);
});
