import type { TrackMemory } from '../../src/excel/track';
import { dueView } from '../../src/retro/due';
import { addressOf, rowsOf, startExcel, useExcel } from '../support/excel';
import { generate } from '../support/retro';
import { sampleInputs } from '../support/samples';
import { batches, edit, inputs, look, openSample, paste, valueOf } from './track-support';

const codes = (notes: readonly { readonly code: string }[]): string[] => notes.map(({ code }) => code);

describe('days that count as due soon are those of 配置', () => {
  test('in the sheet, in its words and in the pane, also when they change while the pane is open', async () => {
    const host = await openSample();
    const memory: TrackMemory = {};
    const first = await look(memory);
    expect(first.soonDays).toBe(7);
    const soonOf = (result: typeof first): number => dueView(result.actions).counts.soon;
    const reminders = (): unknown[] => rowsOf(host, 'tblAction').map((row) => row['提醒']);
    expect(reminders().filter((text) => text === '7天内到期')).toHaveLength(soonOf(first));
    host.userEdit('配置', 'B6', 2);
    const before = batches(host).length;
    const second = await look(memory);
    expect(batches(host).length - before).toBe(1);
    expect(second.soonDays).toBe(2);
    expect(soonOf(second)).toBeLessThan(soonOf(first));
    host.userEdit('配置', 'B6', 30);
    const third = await look(memory);
    expect(soonOf(third)).toBeGreaterThan(soonOf(first));
    expect(reminders().filter((text) => text === '30天内到期')).toHaveLength(soonOf(third));
    host.userEdit('配置', 'B6', [['很快']]);
    expect((await look(memory)).soonDays).toBe(7);
  });
});

describe('statuses are understood in both languages', () => {
  test.each([
    { why: 'Chinese data in an English workbook', language: 'en-US', status: '状态', statuses: ['进行中', '已完成', '完成', '取消', '自己的状态'], shown: ['In progress', 'Done', 'Done', 'Cancelled', '自己的状态'] },
    { why: 'English data in a Chinese workbook', language: 'zh-CN', status: 'Status', statuses: ['In progress', 'done', 'Completed', 'Cancelled', 'blocked'], shown: ['进行中', '已完成', '已完成', '取消', 'blocked'] },
  ] as const)('$why', async ({ language, statuses, shown }) => {
    await startExcel();
    await generate([{ name: '行动.tsv', text: ['行动\t负责人\t截止日期\t来源\t验收标准\t优先级\t状态', ...statuses.map((status, index) => `第${index + 1}件事\t主管\t2025-12-01\tC-01\t做完\tP1\t${status}`)].join('\n') }], language);
    const found = await look();
    expect(found.actions.map(({ status }) => status)).toEqual(shown);
    expect(found.actions.map(({ closed }) => closed)).toEqual([false, true, true, true, false]);
    // Only what means nothing known is to be looked at.
    expect(found.problems.filter(({ code }) => code === 'unknown-status').map(({ value }) => value)).toEqual([shown[4]]);
  });

  test('the samples give an English workbook nothing to look at for their statuses, and the same again changes nothing', async () => {
    const host = await startExcel();
    await generate(sampleInputs('01_targets.tsv', '12_actions.tsv'), 'en-US');
    expect((await look()).problems.filter(({ code }) => code === 'unknown-status')).toEqual([]);
    const again = await generate(sampleInputs('01_targets.tsv', '12_actions.tsv'), 'en-US');
    expect([again.conflicts, again.changes]).toEqual([[], []]);
    expect(new Set(rowsOf(host, 'tblAction').map((row) => row['Status']))).toEqual(new Set(['Not started', 'In progress']));
  });

  test('a status of the other language that a person pastes closes the action in the sheet and in the pane, and is no mistake', async () => {
    const host = await openSample();
    paste(host, 0, '状态', 'Done');
    expect(rowsOf(host, 'tblAction')[0]).toMatchObject({ 提醒: 'Done', 剩余天数: '' });
    const found = await look();
    expect(found.actions[0]?.closed).toBe(true);
    expect(found.problems.filter(({ code }) => code === 'unknown-status')).toEqual([]);
    expect(rowsOf(host, 'tblAction')[0]?.['状态']).toBe('Done');
  });
});

describe('nothing is said to be rebuilt when nothing was lost', () => {
  const sets: readonly (readonly [why: string, files: readonly string[]])[] = [
    ['targets and figures only', ['01_targets.tsv', '02_actuals.tsv']], ['targets and actions', ['01_targets.tsv', '12_actions.tsv']],
    ['an ordinary session', ['01_targets.tsv', '02_actuals.tsv', '03b_agents_sycm.tsv', '09_cases.tsv', '12_actions.tsv']],
  ];
  test.each(sets)('%s: generated, looked at, generated again, looked at by another pane', async (_why, files) => {
    const host = await startExcel();
    await generate(sampleInputs(...files));
    const memory: TrackMemory = {};
    for (const found of [await look(memory), await look(memory), await look()]) expect([codes(found.notes).filter((code) => code === 'base-rebuilt'), found.added]).toEqual([[], []]);
    await generate(sampleInputs(...files));
    useExcel(host, 'another');
    expect(codes((await look()).notes)).not.toContain('base-rebuilt');
  });

  test('all samples', async () => {
    await startExcel();
    await generate(sampleInputs());
    expect(codes((await look()).notes)).not.toContain('base-rebuilt');
  });

  test('actions that come with a later paste, or are typed by hand before anybody looks', async () => {
    const host = await startExcel();
    await generate(sampleInputs('01_targets.tsv', '02_actuals.tsv'));
    const { sheet, address } = addressOf(host.book, 'tblAction', 0, '行动');
    host.userEdit(sheet, address, [['手写的一件事', '主管']]);
    const memory: TrackMemory = {};
    const found = await look(memory);
    expect(codes(found.notes)).not.toContain('base-rebuilt');
    expect(found.actions.map(({ id }) => id)).toEqual(['A-01']);
    await generate(inputs);
    expect(codes((await look(memory)).notes)).not.toContain('base-rebuilt');
    expect(codes((await look()).notes)).not.toContain('base-rebuilt');
    expect(valueOf(await edit('A-02', 'owner', '质检')).added).toHaveLength(1);
  });
});
