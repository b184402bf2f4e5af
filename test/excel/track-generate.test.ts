import type { Host } from '../../src/host';
import { startExcel, addressOf, rowsOf, tableOf, useExcel } from '../support/excel';
import { generate, tryGenerate } from '../support/retro';
import { sampleInputs } from '../support/samples';
import { batches, brief, edit, inputs, look, openSample, paste, type, valueOf } from './track-support';

const [targets] = sampleInputs('01_targets.tsv');
const actions = (...rows: readonly string[]) => [targets!, { name: '12_actions.tsv', text: ['行动\t负责人\t截止日期\t来源\t验收标准\t优先级\t状态', ...rows].join('\n') }];
const later = actions(
  '高频咨询问题的话术手册整理并完成全员培训\t培训\t2025-11-28\t平均响应时长\t全员抽测通过率 ≥95%\tP0\t进行中',
  '大促峰值时段人员排班优化方案\t新来的小周\t下周内\t10-12点响应 45 秒\t峰值时段平均响应 ≤30 秒\tP0\t进行中',
  '另一件新的事\t外部顾问\t2025-12-01\tC01\t做完\tP2\t未开始',
);

describe('generating again keeps track (R34, R45)', () => {
  test('what people changed before it and what the new data change are both logged, each as what it is', async () => {
    const host = await openSample();
    type(host, 0, '负责人', '质检');
    paste(host, 3, '截止日期', '下周五');
    const before = batches(host).length;
    const { changes, notes, conflicts } = await generate(later);
    expect(batches(host).length - before).toBeLessThanOrEqual(8);
    expect(changes.map((change) => `${change.action} ${change.field} ${change.old}→${change.new} ${change.origin}`)).toEqual([
      'A-01 owner 培训→质检 found-on-open', 'A-01 deadline 2025-11-20→2025-11-28 data', 'A-02 owner 主管→新来的小周 data', 'A-02 status 未开始→进行中 data', 'A-04 deadline 2025-11-21→2025-11-28 found-on-open',
    ]);
    expect(changes.find((change) => change.action === 'A-04')?.note).toBe('下周五');
    expect(notes).toMatchObject([{ code: 'date-read', values: { id: 'A-04', words: '下周五', date: '2025-11-28' } }]);
    expect(conflicts).toEqual([]);
    expect(rowsOf(host, 'tblAction').map((row) => [row['编号'], row['负责人'], row['改期次数']])).toEqual([['A-01', '质检', 1], ['A-02', '新来的小周', 0], ['A-03', '售后组长', 0], ['A-04', '运营对接', 1], ['A-05', '仓配对接', 0], ['A-06', '售前组长', 0], ['A-07', '外部顾问', 0]]);
    useExcel(host, 'looks');
    expect((await look()).added).toEqual([]);
    expect((await generate(later)).changes).toEqual([]);
    expect(rowsOf(host, 'tblChange')).toHaveLength(5);
  });

  test('new owners go below the last value of the list, and nothing people typed there is touched', async () => {
    const host = await openSample();
    const list = (): unknown[] => {
      const config = host.book.sheets.find((sheet) => sheet.name === '配置')!;
      return [...config.cells].filter(([key, cell]) => key % 16384 === 3 && Math.floor(key / 16384) > 3 && cell.value !== '').sort(([a], [b]) => a - b).map(([, cell]) => cell.value);
    };
    host.userEdit('配置', 'D5', '主管（王）');
    const before = list();
    host.userEdit('配置', `D${5 + before.length}`, '自己加的人');
    await generate(later);
    expect(list()).toEqual([...before, '自己加的人', '新来的小周', '外部顾问']);
    await generate(later);
    expect(list()).toHaveLength(before.length + 3);
  });

  test('a deleted action stays deleted and is one line; a row typed by hand has its id before new ones are given', async () => {
    const host = await openSample();
    await look();
    host.user.deleteRows('6 行动计划', tableOf(host.book, 'tblAction').range.row + 2, 1);
    type(host, 5, '行动', '手写的行动');
    type(host, 5, '负责人', '主管');
    const { changes } = await generate(later);
    expect(changes.filter((change) => change.field === 'row')).toMatchObject([{ action: 'A-02', new: 'removed' }]);
    const rows = rowsOf(host, 'tblAction').map((row) => `${String(row['编号'])} ${String(row['行动'])}`);
    expect(rows.slice(-2)).toEqual(['A-07 手写的行动', 'A-08 另一件新的事']);
    expect(rows.some((row) => row.startsWith('A-02'))).toBe(false);
  });

  test('the workbook keeps its language, and the log is read in it', async () => {
    const host = await startExcel();
    await generate(inputs, 'en-US');
    const { sheet, address } = addressOf(host.book, 'tblAction', 0, 'Owner');
    host.userEdit(sheet, address, 'Li');
    expect((await generate(inputs, 'zh-CN')).changes).toMatchObject([{ action: 'A-01', field: 'owner', new: 'Li' }]);
    expect(rowsOf(host, 'tblChange')).toMatchObject([{ 'Action ID': 'A-01', Field: 'Owner', 'New value': 'Li', 'How it was seen': 'Found on opening' }]);
    expect(brief(await look())).toEqual(['A-01 owner 培训→Li']);
    expect((await look()).added).toEqual([]);
  });

  test('a filtered or protected log is named before anything is written', async () => {
    const host = await openSample();
    type(host, 0, '负责人', '质检');
    await look();
    type(host, 0, '负责人', '主管');
    host.user.filterTable('tblChange', '字段', ['状态']);
    expect(await tryGenerate(later)).toMatchObject({ ok: false, failure: { code: 'filtered', sheet: '变更记录' } });
    host.user.filterTable('tblChange', '字段');
    host.faults.protectSheet('变更记录');
    expect(await tryGenerate(later)).toMatchObject({ ok: false, failure: { code: 'protected', sheet: '变更记录' } });
    expect(rowsOf(host, 'tblAction')).toHaveLength(6);
  });
});

/** As Excel leaves it: what pointed to the table points nowhere. */
function deleteActions(host: Host): void {
  host.user.deleteSheet('6 行动计划');
  for (const sheet of host.book.sheets) for (const cell of sheet.cells.values()) if (cell.formula?.includes('tblAction[') === true) cell.formula = cell.formula.replace(/tblAction\[[^\]]+\]/g, '#REF!');
  host.calculator.structureChanged();
}

describe('sheets', () => {
  test('the log deleted as a sheet: one line for every field that is not as it first was', async () => {
    const host = await openSample();
    await look();
    type(host, 0, '负责人', '质检');
    await look();
    type(host, 0, '负责人', '主管');
    type(host, 1, '状态', '进行中');
    await look();
    host.user.deleteSheet('变更记录');
    const found = await look();
    expect(brief(found)).toEqual(['A-01 owner 培训→主管', 'A-02 status 未开始→进行中']);
    expect(rowsOf(host, 'tblAction').map((row) => row['改期次数'])).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('renamed and moved ones are found', async () => {
    const host = await openSample();
    await look();
    type(host, 0, '负责人', '质检');
    await look();
    host.user.renameSheet('变更记录', '改动');
    host.user.renameSheet('6 行动计划', '我们的行动');
    type(host, 0, '负责人', '主管');
    expect(brief(await look())).toEqual(['A-01 owner 培训→质检', 'A-01 owner 质检→主管']);
    expect(tableOf(host.book, 'tblChange').sheet.name).toBe('改动');
    expect(brief(valueOf(await edit('A-01', 'owner', '培训')))).toHaveLength(3);
  });

  test('the action sheet deleted: nothing is logged while it is gone; it comes back, and the cover counts again', async () => {
    const host = await openSample();
    host.userEdit('封面', 'A30', '自己写的一行');
    const formulas = (): string[] => [...host.book.sheets[0]!.cells.values()].flatMap((cell) => (cell.formula === undefined ? [] : [cell.formula]));
    const before = formulas();
    deleteActions(host);
    expect(formulas()).not.toEqual(before);
    const gone = await look();
    expect([gone.sheet, gone.changes]).toEqual([undefined, []]);
    expect(await edit('A-01', 'owner', '主管')).toMatchObject({ ok: false, failure: { code: 'row-gone' } });
    const { errorCells } = await generate(inputs);
    expect(errorCells).toEqual([]);
    expect(formulas()).toEqual(before);
    expect(rowsOf(host, 'tblAction')).toHaveLength(6);
    expect((await look()).changes).toEqual([]);
  });

  test('a cover whose lines somebody moved gets its formulas back where they stand now', async () => {
    const host = await openSample();
    host.user.insertRows('封面', 10, 2);
    const cover = host.book.sheets[0]!;
    const counted = (): unknown => [...cover.cells].filter(([, cell]) => cell.formula?.includes('tblAction[') === true).map(([key, cell]) => [key, cell.formula, cell.value]);
    host.calculate();
    const before = counted();
    deleteActions(host);
    await generate(inputs);
    host.calculate();
    expect(counted()).toEqual(before);
  });
});
