import { editAction, startWeek, trackWorkbook, type TrackMemory, type TrackResult } from '../../src/excel/track';
import type { Outcome } from '../../src/excel/run';
import type { Host } from '../../src/host';
import { rowsOf, tableOf, useExcel } from '../support/excel';
import { clock, edit, logOf, look, openSample, type, valueOf } from './track-support';

const request = { ...clock, origin: 'found-while-open' } as const;
type Client = () => void;

/** Two real clients on one host: what is started under one of them stays its own. */
function clients(host: Host): readonly [Client, Client] {
  return [() => useExcel(host, 'first'), () => useExcel(host, 'second')];
}
function as<T>(client: Client, work: () => Promise<T>): Promise<T> {
  client();
  return work();
}

/** The end both panes have to see: nothing more to find, each line once, the newest line of a cell is the cell. */
async function settled(host: Host): Promise<TrackResult> {
  const keys = rowsOf(host, 'tblChange').map((row) => row['记录码']);
  expect(new Set(keys).size).toBe(keys.length);
  useExcel(host, 'third');
  const end = await look();
  expect(end.added).toEqual([]);
  for (const action of end.actions) {
    for (const field of ['owner', 'status'] as const) {
      const newest = end.changes.filter((change) => change.action === action.id && change.field === field).sort((a, b) => a.ordinal - b.ordinal).at(-1);
      if (newest !== undefined) expect([action.id, newest.new]).toEqual([action.id, action[field]]);
    }
  }
  return end;
}

/** Both panes are open and the log stands. */
async function twoPanes(): Promise<{ host: Host; first: Client; second: Client; memories: readonly [TrackMemory, TrackMemory] }> {
  const host = await openSample();
  type(host, 5, '状态', '进行中');
  const [first, second] = clients(host);
  const memories: readonly [TrackMemory, TrackMemory] = [{}, {}];
  await as(first, () => look(memories[0]));
  await as(second, () => look(memories[1]));
  return { host, first, second, memories };
}

test('two panes that find the same changes at the same moment log them once', async () => {
  const { host, first, second, memories } = await twoPanes();
  type(host, 0, '负责人', '质检');
  type(host, 1, '状态', '进行中');
  const found = await Promise.all([as(first, () => look(memories[0])), as(second, () => look(memories[1]))]);
  expect(logOf(host)).toEqual(['A-06 状态 未开始→进行中 打开时发现', 'A-01 负责人 培训→质检 打开期间发现', 'A-02 状态 未开始→进行中 打开期间发现']);
  expect(found.flatMap((result) => result.added)).toHaveLength(2);
  await settled(host);
});

test('and when the sheet of the log is still to be made', async () => {
  const host = await openSample();
  const [first, second] = clients(host);
  await as(first, () => look());
  type(host, 0, '负责人', '质检');
  await Promise.all([as(first, () => look()), as(second, () => look())]);
  expect(logOf(host)).toEqual(['A-01 负责人 培训→质检 打开时发现']);
  expect(host.book.sheets.filter((sheet) => sheet.name.startsWith('变更记录'))).toHaveLength(1);
  await settled(host);
});

test.each([
  { why: 'the same cell to two values: the later write stands, both are logged', edits: [['A-01', 'owner', '质检'], ['A-01', 'owner', '主管']] },
  { why: 'the same cell to the same value', edits: [['A-01', 'owner', '质检'], ['A-01', 'owner', '质检']] },
  { why: 'two cells of one row', edits: [['A-01', 'owner', '质检'], ['A-01', 'status', '已完成']] },
  { why: 'two rows', edits: [['A-01', 'owner', '质检'], ['A-02', 'owner', '质检']] },
] as const)('two panes edit at the same moment – $why', async ({ edits }) => {
  const { host, first, second, memories } = await twoPanes();
  const [a, b] = edits;
  const outcomes: readonly Outcome<TrackResult>[] = await Promise.all([
    as(first, () => edit(a[0], a[1], a[2], { memory: memories[0], who: '甲' })),
    as(second, () => edit(b[0], b[1], b[2], { memory: memories[1], who: '乙' })),
  ]);
  for (const outcome of outcomes) valueOf(outcome);
  const end = await settled(host);
  const lines = end.changes.filter((change) => change.action !== 'A-06');
  const cell = (id: string, field: 'owner' | 'status'): string | undefined => end.actions.find((action) => action.id === id)?.[field];
  const [last] = [b];
  expect([a[2], last[2]]).toContain(cell(last[0], last[1]));
  // Each cell's lines lead from what it was to what it is, one after the other.
  for (const [id, field] of new Set(edits.map(([id, field]) => [id, field] as const))) {
    const own = lines.filter((line) => line.action === id && line.field === field).sort((x, y) => x.ordinal - y.ordinal);
    expect(own.length).toBeGreaterThan(0);
    own.forEach((line, index) => expect(line.old).toBe(index === 0 ? (field === 'owner' ? (id === 'A-01' ? '培训' : '主管') : '进行中') : own[index - 1]?.new));
    expect(own.at(-1)?.new).toBe(cell(id, field));
  }
});

test('one pane edits while the other one looks and somebody sorts', async () => {
  const { host, first, second, memories } = await twoPanes();
  type(host, 2, '负责人', '质检');
  const both = Promise.all([
    as(first, () => edit('A-05', 'owner', '主管', { memory: memories[0] })),
    as(second, () => look(memories[1])),
  ]);
  host.user.sortTable('tblAction', '行动', false);
  valueOf((await both)[0]);
  const end = await settled(host);
  expect(end.actions.map((action) => `${action.id} ${action.owner}`).sort()).toEqual(['A-01 培训', 'A-02 主管', 'A-03 质检', 'A-04 运营对接', 'A-05 主管', 'A-06 售前组长']);
  expect(end.changes.filter((change) => change.field === 'owner').map((change) => `${change.action} ${change.old}→${change.new}`).sort()).toEqual(['A-03 售后组长→质检', 'A-05 仓配对接→主管']);
});

test.each([1, 2, 3])('somebody sorts right before batch %i of an edit: the right row is changed, no other one', async (batch) => {
  const { host, first, memories } = await twoPanes();
  let count = 0;
  const execute = host.respond.bind(host);
  Object.assign(host, {
    respond: (...args: Parameters<Host['respond']>) => {
      count += 1;
      if (count === batch) host.user.sortTable('tblAction', '行动', false);
      return execute(...args);
    },
  });
  valueOf(await as(first, () => editAction({ ...clock, id: 'A-01', field: 'owner', value: '质检', memory: memories[0] })));
  const end = await settled(host);
  expect(end.actions.map((action) => `${action.id} ${action.owner}`).sort()).toEqual(['A-01 质检', 'A-02 主管', 'A-03 售后组长', 'A-04 运营对接', 'A-05 仓配对接', 'A-06 售前组长']);
  expect(end.changes.filter((change) => change.field === 'owner').map((change) => `${change.action} ${change.old}→${change.new}`)).toEqual(['A-01 培训→质检']);
});

test('two panes give rows typed by hand the same ids, and start the week once', async () => {
  const { host, first, second, memories } = await twoPanes();
  type(host, 6, '行动', '手写的行动');
  type(host, 7, '行动', '又一条');
  await Promise.all([as(first, () => look(memories[0])), as(second, () => look(memories[1]))]);
  expect(rowsOf(host, 'tblAction').map((row) => row['编号'])).toEqual(['A-01', 'A-02', 'A-03', 'A-04', 'A-05', 'A-06', 'A-07', 'A-08']);
  await Promise.all([as(first, () => startWeek(request)), as(second, () => startWeek(request))]);
  useExcel(host, 'third');
  expect(valueOf(await startWeek(request)).added).toBe(0);
  const checks = rowsOf(host, 'tblFollowUp').map((row) => String(row['行动编号'])).filter((id) => id !== '');
  expect(checks.sort()).toEqual(['A-01', 'A-02', 'A-03', 'A-04', 'A-05', 'A-06', 'A-07', 'A-08']);
  expect(tableOf(host.book, 'tblFollowUp').range.rowCount).toBe(9);
});

test('a generation in one pane and looks in the other leave a log that is right', async () => {
  const { generate } = await import('../support/retro');
  const { inputs } = await import('./track-support');
  const { host, first, second, memories } = await twoPanes();
  type(host, 0, '负责人', '质检');
  const generation = as(first, () => generate(inputs));
  const looks = as(second, async () => {
    for (let count = 0; count < 4; count++) await trackWorkbook({ ...request, memory: memories[1] });
  });
  await Promise.all([generation, looks]);
  const end = await settled(host);
  expect(end.changes.filter((change) => change.field === 'owner').map((change) => `${change.action} ${change.old}→${change.new}`)).toEqual(['A-01 培训→质检']);
});
