import type { Host } from '../../src/host';
import { editAction, trackWorkbook, type TrackMemory, type TrackResult } from '../../src/excel/track';
import type { Outcome } from '../../src/excel/run';
import { addressOf, rowsOf, startExcel, tableOf, TODAY, useExcel } from '../support/excel';
import { generate } from '../support/retro';
import { sampleInputs } from '../support/samples';

const clock = { now: `${TODAY} 09:30:00`, today: TODAY } as const;
const value = <T,>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.technical}`);
  return outcome.value;
};
const look = async (memory?: TrackMemory, origin: 'found-on-open' | 'found-while-open' = memory?.state === undefined ? 'found-on-open' : 'found-while-open'): Promise<TrackResult> => value(await trackWorkbook({ ...clock, origin, ...(memory && { memory }) }));
const set = (host: Host, row: number, header: string, text: string | number): void => {
  const { sheet, address } = addressOf(host.book, 'tblAction', row, header);
  host.userEdit(sheet, address, text);
};
const brief = (result: TrackResult): string[] => result.changes.map((change) => `${change.action} ${change.field} ${change.old}→${change.new} ${change.origin}`);

async function workbook(): Promise<Host> {
  const host = await startExcel();
  await generate(sampleInputs('01_targets.tsv', '12_actions.tsv'));
  return host;
}

test('a change made while the pane was closed is found when it opens, once', async () => {
  const host = await workbook();
  const memory = {};
  expect((await look(memory)).changes).toEqual([]);
  useExcel(host, 'later');
  set(host, 2, '负责人', '主管');
  set(host, 2, '截止日期', '2025-11-25');
  const found = await look({});
  expect(brief(found)).toEqual(['A-03 owner 售后组长→主管 found-on-open', 'A-03 deadline 2025-11-21→2025-11-25 found-on-open']);
  expect(found.added).toHaveLength(2);
  expect((await look({})).added).toEqual([]);
  expect(rowsOf(host, 'tblChange')).toHaveLength(2);
  expect(rowsOf(host, 'tblAction')[2]?.['改期次数']).toBe(1);
});

test('with the pane open a look reads the tracked columns and logs what it finds', async () => {
  const host = await workbook();
  const memory: TrackMemory = {};
  await look(memory);
  set(host, 0, '状态', '已完成');
  await look(memory);
  const before = host.log.length;
  set(host, 1, '负责人', '运营对接');
  const found = await look(memory);
  expect(brief(found)).toEqual(['A-01 status 进行中→已完成 found-while-open', 'A-02 owner 主管→运营对接 found-while-open']);
  expect(host.log.slice(before).filter((entry) => !entry.housekeeping)).toHaveLength(2);
});

test('an edit from the pane is one line, made here, by whoever said so', async () => {
  const host = await workbook();
  const memory: TrackMemory = {};
  await look(memory);
  const edited = value(await editAction({ ...clock, id: 'A-02', field: 'deadline', value: '月底前', who: '小李', memory }));
  expect(brief(edited)).toEqual(['A-02 deadline 2025-11-30→2025-11-30 here'].slice(1));
  const again = value(await editAction({ ...clock, id: 'A-02', field: 'deadline', value: '2025-12-05', who: '小李', memory }));
  expect(brief(again)).toEqual(['A-02 deadline 2025-11-30→2025-12-05 here']);
  expect(again.changes[0]).toMatchObject({ who: '小李', postponed: true, ordinal: 1 });
  expect(rowsOf(host, 'tblAction')[1]).toMatchObject({ 截止日期: 45996, 改期次数: 1 });
  expect(tableOf(host.book, 'tblChange').sheet.name).toBe('变更记录');
});
