import { decideConflicts, readConflicts, type ConflictChoice } from '../../src/excel/conflicts';
import type { Host } from '../../src/host';
import type { OpenConflict } from '../../src/workbook/conflicts';
import { parseAddress } from '../../src/host/model/address';
import { cellKey } from '../../src/host/model/types';
import { addressOf, rowsOf, sheetNamed, startExcel, tableOf, useExcel } from '../support/excel';
import { generate } from '../support/retro';
import { sampleInputs } from '../support/samples';
import { batches, clock, logOf, look, openCopy, openSample, type, valueOf } from './track-support';

const [targets] = sampleInputs('01_targets.tsv');
const withActions = (...rows: readonly string[]) => [targets!, { name: '12_actions.tsv', text: ['行动\t负责人\t截止日期\t来源\t验收标准\t优先级\t状态', ...rows].join('\n') }];
const first = '高频咨询问题的话术手册整理并完成全员培训';
const later = withActions(`${first}\t新来的小周\t2025-12-05\t平均响应时长\t全员抽测通过率 ≥98%\tP0\t已完成`);

/** The first action as a person left it: everything new data will speak of changed by hand. */
async function withConflicts(): Promise<Host> {
  const host = await openSample();
  type(host, 0, '负责人', '质检');
  type(host, 0, '截止日期', '2025-11-25');
  type(host, 0, '状态', '未开始');
  type(host, 0, '验收标准', '抽测三轮');
  await generate(later);
  return host;
}

const openNow = async (): Promise<readonly OpenConflict[]> => valueOf(await readConflicts());
const brief = ({ id, column, kept, offered }: OpenConflict): string => `${id} ${column} ${String(kept)}|${String(offered)}`;
const choices = (open: readonly OpenConflict[], take: (conflict: OpenConflict) => boolean): ConflictChoice[] => open.map((conflict) => ({ ...conflict, take: take(conflict) }));
const decide = async (take: (conflict: OpenConflict) => boolean, who = '小周') => valueOf(await decideConflicts({ ...clock, who, choices: choices(await openNow(), take) }));
const formatAt = (host: Host, sheet: string, address: string): string | undefined => {
  const at = parseAddress(address);
  return at === undefined ? undefined : sheetNamed(host.book, sheet).cells.get(cellKey(at.rect.row, at.rect.column))?.format?.numberFormat;
};
const rowOf = (host: Host, id: string) => rowsOf(host, 'tblAction').find((row) => row['编号'] === id)!;

describe('cells both changed: old or new is chosen by the person (DESIGN rule 3)', () => {
  test('they wait until somebody decides, also in a pane that is opened later and over a generation with the same data', async () => {
    const host = await withConflicts();
    const expected = ['A-01 owner 质检|新来的小周', 'A-01 deadline 45986|45996', 'A-01 measure 抽测三轮|全员抽测通过率 ≥98%', 'A-01 status 未开始|已完成'];
    expect((await openNow()).map(brief)).toEqual(expected);
    expect((await openNow())[0]).toMatchObject({ sheet: '6 行动计划', header: '负责人' });
    useExcel(host, 'opened later');
    expect((await openNow()).map(brief)).toEqual(expected);
    const again = await generate(later);
    expect(again.conflicts).toEqual([]);
    expect(again.openConflicts.map(brief)).toEqual(expected);
  });

  test('what is taken goes into the cells and into the log as done here, what is kept stays; neither is asked about again', async () => {
    const host = await withConflicts();
    const decided = await decide(({ column }) => column !== 'status');
    expect(decided).toEqual({ taken: 3, kept: 1, notTaken: [], open: [] });
    expect(rowOf(host, 'A-01')).toMatchObject({ 负责人: '新来的小周', 截止日期: 45996, 状态: '未开始', 验收标准: '全员抽测通过率 ≥98%' });
    const log = logOf(host);
    expect(log.slice(-2)).toEqual(['A-01 负责人 质检→新来的小周 在窗格里改', 'A-01 截止日期 2025-11-25→2025-12-05 在窗格里改']);
    expect(rowsOf(host, 'tblChange').slice(-2).map((row) => row['谁'])).toEqual(['小周', '小周']);
    expect(new Set(log).size).toBe(log.length);
    expect((await look()).added).toEqual([]);
    const again = await generate(later);
    expect([again.conflicts, again.openConflicts, again.changes]).toEqual([[], [], []]);
    expect(rowOf(host, 'A-01')).toMatchObject({ 负责人: '新来的小周', 状态: '未开始' });
  });

  test('new data that change again ask again about a kept cell, and go on into a cell that took theirs', async () => {
    const host = await withConflicts();
    await decide(({ column }) => column === 'owner');
    const newer = await generate(withActions(`${first}\t主管\t2025-12-05\t平均响应时长\t全员抽测通过率 ≥99%\tP0\t已完成`));
    expect(newer.openConflicts.map(brief)).toEqual(['A-01 measure 抽测三轮|全员抽测通过率 ≥99%']);
    expect(rowOf(host, 'A-01')).toMatchObject({ 负责人: '主管', 截止日期: 45986, 状态: '未开始' });
  });

  test('rows are found by id when they were sorted, columns when they were moved or renamed, also in a filtered table', async () => {
    const host = await withConflicts();
    host.user.sortTable('tblAction', '行动', false);
    const { sheet, address } = addressOf(host.book, 'tblAction', -1, '验收标准');
    host.userEdit(sheet, address, '做到什么算完成');
    host.user.filterTable('tblAction', '优先级', ['P2']);
    expect(await decide(() => true)).toMatchObject({ taken: 4, notTaken: [] });
    expect(rowOf(host, 'A-01')).toMatchObject({ 负责人: '新来的小周', 做到什么算完成: '全员抽测通过率 ≥98%' });
    expect(rowsOf(host, 'tblAction').filter((row) => row['负责人'] === '新来的小周')).toHaveLength(1);
  });

  const stale: readonly (readonly [why: string, meanwhile: (host: Host) => void | Promise<void>, code: string])[] = [
    ['somebody changed the cell since the person saw it', (host) => type(host, 0, '验收标准', '又改了'), 'changed'],
    ['the row is gone', (host) => void host.user.deleteRows('6 行动计划', tableOf(host.book, 'tblAction').range.row + 1, 1), 'row-gone'],
    ['the sheet is protected', (host) => void (tableOf(host.book, 'tblAction').sheet.protection.protected = true), 'protected'],
    ['newer data offer something else', async () => void (await generate(withActions(`${first}\t新来的小周\t2025-12-05\t平均响应时长\t别的标准\tP0\t已完成`))), 'changed'],
  ];
  test.each(stale)('a new value is not written and says so when %s', async (_why, meanwhile, code) => {
    const host = await withConflicts();
    const seen = (await openNow()).filter(({ column }) => column === 'measure');
    await meanwhile(host);
    const before = rowsOf(host, 'tblAction').map((row) => row['验收标准']);
    const decided = valueOf(await decideConflicts({ ...clock, choices: choices(seen, () => true) }));
    expect(decided).toMatchObject({ taken: 0, notTaken: [{ id: 'A-01', column: 'measure', code }] });
    expect(rowsOf(host, 'tblAction').map((row) => row['验收标准'])).toEqual(before);
  });

  test('one that cannot be written does not hold up the others', async () => {
    const host = await withConflicts();
    const seen = await openNow();
    type(host, 0, '负责人', '别人');
    const decided = valueOf(await decideConflicts({ ...clock, choices: choices(seen, () => true) }));
    expect(decided).toMatchObject({ taken: 3, notTaken: [{ column: 'owner', code: 'changed' }] });
    expect(decided.open.map(brief)).toEqual(['A-01 owner 别人|新来的小周']);
  });

  test('a read-only workbook says so and keeps asking', async () => {
    const host = await withConflicts();
    const seen = await openNow();
    host.book.readOnly = true;
    expect(await decideConflicts({ ...clock, choices: choices(seen, () => true) })).toMatchObject({ ok: false, failure: { code: 'read-only' } });
    host.book.readOnly = false;
    expect(await openNow()).toHaveLength(4);
  });

  test('a deadline in words that are no day goes in as it is, and the log has it once', async () => {
    const host = await openSample();
    type(host, 0, '截止日期', '2025-11-25');
    await generate(withActions(`${first}\t培训\t尽快\t平均响应时长\t全员抽测通过率 ≥95%\tP0\t进行中`));
    expect((await openNow()).map(({ offered }) => offered)).toContain('尽快');
    await decide(() => true);
    expect(rowOf(host, 'A-01')['截止日期']).toBe('尽快');
    expect(logOf(host).filter((line) => line.includes('尽快'))).toHaveLength(1);
  });

  test('a cell that the person herself makes equal, or a row she deletes, is asked about no more', async () => {
    const host = await withConflicts();
    type(host, 0, '负责人', '新来的小周');
    expect((await openNow()).map(({ column }) => column)).toEqual(['deadline', 'measure', 'status']);
    host.user.deleteRows('6 行动计划', tableOf(host.book, 'tblAction').range.row + 1, 1);
    expect(await openNow()).toEqual([]);
  });

  test('a figure in percent keeps its form', async () => {
    const host = await startExcel();
    const data = (value: string) => [targets!, { name: '实际.tsv', text: `指标\t实际值\n询单转化率\t${value}` }];
    await generate(data('53.2%'));
    const row = rowsOf(host, 'tblActual').findIndex((line) => line['指标'] === '询单转化率');
    const { sheet, address } = addressOf(host.book, 'tblActual', row, '实际值');
    host.userEdit(sheet, address, '约五成');
    await generate(data('55.5%'));
    expect(await decide(() => true)).toMatchObject({ taken: 1, open: [] });
    expect(rowsOf(host, 'tblActual')[row]?.['实际值']).toBe(0.555);
    expect(formatAt(host, sheet, address)).toBe('0.00%');
  });

  test('60 of them are all kept open and all written', async () => {
    const host = await startExcel();
    const plan = (measure: string) => withActions(...Array.from({ length: 60 }, (_, index) => `第${index + 1}件事\t主管\t2025-12-01\tC-01\t${measure}\tP1\t未开始`));
    await generate(plan('一'));
    const { sheet, address } = addressOf(host.book, 'tblAction', 0, '验收标准');
    host.userEdit(sheet, address, Array.from({ length: 60 }, () => ['我的']));
    await generate(plan('二'));
    expect(await openNow()).toHaveLength(60);
    expect(await decide(() => true)).toMatchObject({ taken: 60, open: [] });
    expect(new Set(rowsOf(host, 'tblAction').map((row) => row['验收标准']))).toEqual(new Set(['二']));
  });
});

/** Excel has no rollback: what ran before a failure stays, and the pane that is opened again asks about what is still open. */
test('deciding fails at any batch, the rest is decided by a pane opened again, and it ends the same', async () => {
  const taken = ({ column }: OpenConflict): boolean => column !== 'status';
  const tryDecide = async () => decideConflicts({ ...clock, who: '小周', choices: choices(await openNow(), taken) });
  const { book } = await withConflicts();
  const prepared = structuredClone(book);
  const reference = await openCopy(prepared);
  await tryDecide();
  const all = [...batches(reference)];
  // A cell that was written before the failure is found by the next look: the log has the same changes, one of them as found.
  const end = async (host: Host): Promise<unknown> => [rowOf(host, 'A-01'), logOf(host).map((line) => line.slice(0, line.lastIndexOf(' '))).sort(), await openNow()];
  const wanted = await end(reference);
  expect(logOf(reference)).toHaveLength(5);
  // The first batches are those of reading what is open, which the pane did before.
  const reading = await openCopy(prepared).then(async (host) => { await openNow(); return batches(host).length; });
  expect(all.length).toBeGreaterThan(reading + 2);
  for (const [index, { actions }] of all.entries()) {
    for (const moment of index < reading ? [] : (['after', { afterActions: Math.max(1, Math.round(actions / 2)) }] as const)) {
      const host = await openCopy(prepared);
      const choice = choices(await openNow(), taken);
      host.faults.failBatch(index + 1 - reading, 'GeneralException', moment);
      // An edit that fails is tried once more by itself; then the first try may end well.
      await decideConflicts({ ...clock, who: '小周', choices: choice });
      useExcel(host, 'reopened');
      expect([index, moment, valueOf(await tryDecide()).notTaken]).toEqual([index, moment, []]);
      expect([index, moment, await end(host)]).toEqual([index, moment, wanted]);
    }
  }
});
