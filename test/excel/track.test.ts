import { readActions, startWeek, type TrackMemory } from '../../src/excel/track';
import { addressOf, rowsOf, tableOf, useExcel } from '../support/excel';
import { batches, brief, clock, edit, logOf, look, openSample, paste, type, valueOf } from './track-support';

describe('changes of owner, deadline and status (R34)', () => {
  test('made while no pane was open are found when one opens, once, and the log says so', async () => {
    const host = await openSample();
    expect((await look()).changes).toEqual([]);
    useExcel(host, 'later');
    type(host, 2, '负责人', '主管');
    type(host, 2, '截止日期', '2025-11-25');
    const found = await look();
    expect(brief(found)).toEqual(['A-03 owner 售后组长→主管', 'A-03 deadline 2025-11-21→2025-11-25']);
    expect(found.added).toHaveLength(2);
    expect((await look()).added).toEqual([]);
    expect(logOf(host)).toEqual(['A-03 负责人 售后组长→主管 打开时发现', 'A-03 截止日期 2025-11-21→2025-11-25 打开时发现']);
    // The sheet appeared with its first line, behind the actions, and counts postponements without the add-in.
    const names = host.book.sheets.map((sheet) => sheet.name);
    expect(names[names.indexOf('6 行动计划') + 1]).toBe('变更记录');
    expect(rowsOf(host, 'tblAction').map((row) => row['改期次数'])).toEqual([0, 0, 1, 0, 0, 0]);
  });

  test('made in the grid while the pane is open are found by a look of two round trips', async () => {
    const host = await openSample();
    const memory: TrackMemory = {};
    await look(memory);
    type(host, 0, '状态', '已完成');
    await look(memory);
    const before = batches(host).length;
    type(host, 1, '负责人', '运营对接');
    const found = await look(memory);
    expect(found.changes.map((change) => change.origin)).toEqual(['found-while-open', 'found-while-open']);
    expect(brief(found)).toEqual(['A-01 status 进行中→已完成', 'A-02 owner 主管→运营对接']);
    expect(batches(host)).toHaveLength(before + 2);
    await look(memory);
    // Nothing changed: one reading, nothing written.
    expect(batches(host)).toHaveLength(before + 3);
  });

  test('made in the pane are one line with who did it', async () => {
    const host = await openSample();
    const memory: TrackMemory = {};
    await look(memory);
    expect(brief(valueOf(await edit('A-02', 'deadline', '2025-11-30', { memory })))).toEqual([]);
    const edited = valueOf(await edit('A-02', 'deadline', '2025-12-05', { memory, who: '小李' }));
    expect(edited.changes).toMatchObject([{ action: 'A-02', field: 'deadline', old: '2025-11-30', new: '2025-12-05', origin: 'here', who: '小李', postponed: true, ordinal: 1, at: clock.now }]);
    expect(rowsOf(host, 'tblAction')[1]).toMatchObject({ 截止日期: 45996, 改期次数: 1 });
    expect(brief(valueOf(await edit('A-02', 'owner', '培训', { memory })))).toEqual(['A-02 deadline 2025-11-30→2025-12-05', 'A-02 owner 主管→培训']);
    // The sheet was made for the first of them; its lines stand right under the header.
    expect(logOf(host)).toEqual(['A-02 截止日期 2025-11-30→2025-12-05 在窗格里改', 'A-02 负责人 主管→培训 在窗格里改']);
  });

  test('an edit in the pane first logs what somebody changed before it', async () => {
    const host = await openSample();
    const memory: TrackMemory = {};
    await look(memory);
    type(host, 0, '负责人', '质检');
    type(host, 3, '状态', '进行中');
    const edited = valueOf(await edit('A-01', 'owner', '主管', { memory, who: '小李' }));
    expect(edited.changes.map((change) => `${change.action} ${change.old}→${change.new} ${change.origin} ${change.who}`)).toEqual(['A-01 培训→质检 found-while-open ', 'A-04 未开始→进行中 found-while-open ', 'A-01 质检→主管 here 小李']);
    expect((await look()).added).toEqual([]);
  });

  test.each([
    { why: 'there and back between two looks is not seen', values: ['质检', '培训'], lines: [] },
    { why: 'the same change made again later is a line of its own', values: ['质检', 'look', '培训', 'look', '质检'], lines: ['培训→质检', '质检→培训', '培训→质检'] },
    { why: 'emptied and filled again', values: ['', 'look', '培训'], lines: ['培训→', '→培训'] },
    { why: 'spaces around a name are no change', values: [' 培训 '], lines: [] },
  ])('$why', async ({ values, lines }) => {
    const host = await openSample();
    const memory: TrackMemory = {};
    await look(memory);
    for (const value of values) {
      if (value === 'look') await look(memory);
      else type(host, 0, '负责人', value);
    }
    const { changes } = await look(memory);
    expect(changes.map((change) => `${change.old}→${change.new}`)).toEqual(lines);
    expect(new Set(changes.map((change) => change.key)).size).toBe(changes.length);
  });

  test('the log is read in whatever order and language it stands', async () => {
    const host = await openSample();
    await look();
    type(host, 0, '负责人', '质检');
    await look();
    type(host, 0, '负责人', '主管');
    await look();
    host.user.sortTable('tblChange', '新值', true);
    const before = logOf(host);
    expect((await look()).added).toEqual([]);
    type(host, 0, '负责人', '培训');
    const { changes } = await look();
    expect(changes.map((change) => change.ordinal).sort()).toEqual([1, 2, 3]);
    expect(logOf(host)).toEqual([...before, 'A-01 负责人 主管→培训 打开时发现']);
  });

  test('a line a person deleted is written again, because the newest line says what the cell says', async () => {
    const host = await openSample();
    await look();
    type(host, 0, '负责人', '质检');
    await look();
    type(host, 0, '负责人', '主管');
    await look();
    host.user.deleteRows('变更记录', tableOf(host.book, 'tblChange').range.row + 2, 1);
    expect(logOf(host)).toEqual(['A-01 负责人 培训→质检 打开时发现']);
    expect(brief(await look())).toEqual(['A-01 owner 培训→质检', 'A-01 owner 质检→主管']);
  });
});

describe('rows', () => {
  test('typed by hand get an id and are tracked from then on', async () => {
    const host = await openSample();
    const memory: TrackMemory = {};
    await look(memory);
    type(host, 6, '行动', '手写的行动');
    type(host, 6, '负责人', '主管');
    const first = await look(memory);
    expect(first.actions.at(-1)).toMatchObject({ id: 'A-07', what: '手写的行动', owner: '主管', warning: 'no-deadline' });
    expect(first.changes).toEqual([]);
    type(host, 6, '负责人', '质检');
    expect(brief(await look(memory))).toEqual(['A-07 owner 主管→质检']);
  });

  test.each([
    { why: 'deleted: one line, and one more when it is back', act: 'delete', lines: ['A-02 row present→removed'] },
    { why: 'sorted: nothing', act: 'sort', lines: [] },
    { why: 'filtered: tracked all the same', act: 'filter', lines: ['A-01 owner 培训→质检', 'A-02 status 未开始→进行中'] },
  ])('$why', async ({ act, lines }) => {
    const host = await openSample();
    const memory: TrackMemory = {};
    await look(memory);
    if (act === 'delete') host.user.deleteRows('6 行动计划', tableOf(host.book, 'tblAction').range.row + 2, 1);
    if (act === 'sort') host.user.sortTable('tblAction', '行动', true);
    if (act === 'filter') {
      type(host, 0, '负责人', '质检');
      await look(memory);
      host.user.filterTable('tblAction', '负责人', ['质检']);
      type(host, 1, '状态', '进行中');
    }
    expect(brief(await look(memory))).toEqual(lines);
    expect((await look({})).added).toEqual([]);
  });

  test('an edit finds its row after somebody sorted', async () => {
    const host = await openSample();
    const memory: TrackMemory = {};
    await look(memory);
    host.user.sortTable('tblAction', '行动', false);
    const { actions } = valueOf(await edit('A-05', 'owner', '主管', { memory }));
    expect(actions.filter((action) => action.owner === '主管').map((action) => action.id).sort()).toEqual(['A-02', 'A-05']);
  });
});

describe('the weekly check (R36)', () => {
  test('a row for each open action, once a week; what somebody deleted stays deleted', async () => {
    const host = await openSample();
    type(host, 0, '状态', '已完成');
    const request = { ...clock, origin: 'found-on-open' } as const;
    expect(valueOf(await startWeek(request))).toMatchObject({ added: 5, week: '2025-11-17' });
    expect(rowsOf(host, 'tblFollowUp').map((row) => [row['编号'], row['行动编号'], row['所在周'], row['负责人']])).toEqual([
      ['W-01', 'A-02', 45978, '主管'], ['W-02', 'A-03', 45978, '售后组长'], ['W-03', 'A-04', 45978, '运营对接'], ['W-04', 'A-05', 45978, '仓配对接'], ['W-05', 'A-06', 45978, '售前组长'],
    ]);
    const { sheet, address } = addressOf(host.book, 'tblFollowUp', 1, '做了吗');
    host.userEdit(sheet, address, '是');
    host.user.deleteRows('每周跟进', tableOf(host.book, 'tblFollowUp').range.row + 1, 1);
    expect(valueOf(await startWeek(request)).added).toBe(0);
    type(host, 6, '行动', '新的一条');
    expect(valueOf(await startWeek(request)).added).toBe(1);
    expect(valueOf(await startWeek({ ...request, today: '2025-11-24' }))).toMatchObject({ added: 6, week: '2025-11-24' });
    expect(rowsOf(host, 'tblFollowUp')[0]).toMatchObject({ 行动编号: 'A-03', 做了吗: '是' });
    expect(rowsOf(host, 'tblFollowUp')).toHaveLength(11);
    const names = host.book.sheets.map((other) => other.name);
    expect(names.slice(names.indexOf('6 行动计划'), names.indexOf('6 行动计划') + 3)).toEqual(['6 行动计划', '变更记录', '每周跟进']);
  });
});

test('reading the actions writes nothing', async () => {
  const host = await openSample();
  type(host, 0, '负责人', '主管');
  paste(host, 1, '截止日期', '3天内');
  const before = structuredClone(host.book.tables.map((table) => table.name));
  const read = valueOf(await readActions({ today: clock.today }));
  expect(read.actions.map((action) => action.id)).toEqual(['A-01', 'A-02', 'A-03', 'A-04', 'A-05', 'A-06']);
  expect(host.book.tables.map((table) => table.name)).toEqual(before);
  expect(rowsOf(host, 'tblAction')[1]?.['截止日期']).toBe('3天内');
});
