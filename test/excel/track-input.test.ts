import { messages } from '../../src/i18n';
import type { TrackMemory } from '../../src/excel/track';
import type { Host } from '../../src/host';
import { contentOf, rowsOf, tableOf, useExcel } from '../support/excel';
import { generate } from '../support/retro';
import { batches, brief, edit, inputs, logOf, look, openSample, paste, remembered, tryLook, type, valueOf } from './track-support';

const notes = (result: { readonly notes: readonly { readonly code: string }[] }): string[] => result.notes.map((note) => note.code);

describe('deadlines in words and in other forms become dates in place (R33)', () => {
  test.each([
    { typed: '3天内', serial: 45981, why: 'counted from the day it is read' },
    { typed: '下周内', serial: 45991, why: 'the Sunday of next week' },
    { typed: '本周五前', serial: 45982, why: 'this Friday' },
    { typed: '月底前', serial: 45991, why: 'the last day of the month' },
    { typed: '2025/11/28', serial: 45989, why: 'another form of a day, as LibreOffice or a paste leave it' },
    { typed: '11月28日', serial: 45989, why: 'a day without year is the nearest one' },
  ])('$typed: $why', async ({ typed, serial }) => {
    const host = await openSample();
    await look();
    paste(host, 0, '负责人', '质检');
    const { sheet, range } = tableOf(host.book, 'tblAction');
    const key = (range.row + 1 + 3) * 16384 + range.column + 3;
    // As a program leaves it: text, whatever the cell is formatted.
    sheet.cells.set(key, { ...sheet.cells.get(key)!, value: typed });
    const { actions, changes, problems } = await look();
    expect(rowsOf(host, 'tblAction')[3]?.['截止日期']).toBe(serial);
    expect(sheet.cells.get(key)?.format?.numberFormat).toBe('yyyy-mm-dd');
    expect(actions[3]?.deadlineReading).toBe('date');
    expect(problems.filter((problem) => problem.id === 'A-04')).toEqual([]);
    const line = changes.find((change) => change.field === 'deadline');
    const isWord = /[一-龥]/.test(typed);
    if (actions[3]?.deadline === '2025-11-21') expect(line).toBeUndefined();
    else expect(line).toMatchObject({ action: 'A-04', old: '2025-11-21', new: actions[3]?.deadline, note: isWord ? typed : '' });
    expect((await look()).added).toEqual([]);
  });

  test.each([
    { value: '尽快', code: 'vague-deadline' },
    { value: '2025-02-30', code: 'invalid-deadline' },
    { value: '2025-09-01', code: 'before-event' },
  ])('$value is kept as it is and named with sheet, row and value', async ({ value, code }) => {
    const host = await openSample();
    paste(host, 0, '截止日期', value);
    const { problems, actions } = await look();
    const found = problems.find((problem) => problem.id === 'A-01' && problem.code === code);
    expect(found).toMatchObject({ sheet: '6 行动计划', row: 5, value });
    expect(actions[0]?.deadlineRaw).toBe(value);
    for (const language of ['zh-CN', 'en-US'] as const) expect(messages[language].tracking.problem(found!)).toContain(value);
  });

  test('an edit in the pane takes words, and refuses what is no day without writing', async () => {
    const host = await openSample();
    expect(brief(valueOf(await edit('A-03', 'deadline', '下周五')))).toEqual(['A-03 deadline 2025-11-21→2025-11-28']);
    const before = contentOf(host);
    const count = batches(host).length;
    expect(await edit('A-03', 'deadline', '尽快')).toMatchObject({ ok: false, failure: { code: 'not-a-date' } });
    expect(await edit('A-03', 'deadline', '2025-02-30')).toMatchObject({ ok: false, failure: { code: 'not-a-date' } });
    expect(contentOf(host)).toEqual(before);
    expect(batches(host)).toHaveLength(count);
    expect(brief(valueOf(await edit('A-03', 'deadline', '')))).toContain('A-03 deadline 2025-11-28→');
    expect(rowsOf(host, 'tblAction')[2]?.['截止日期']).toBe('');
  });
});

test.each([
  { header: '负责人', value: '王主管、李组长', code: 'two-owners' },
  { header: '负责人', value: '外包小张', code: 'unknown-owner' },
  { header: '状态', value: '差不多了', code: 'unknown-status' },
  { header: '来源', value: '', code: 'no-source' },
])('$header “$value” is named ($code) and left alone', async ({ header, value, code }) => {
  const host = await openSample();
  paste(host, 1, header, value);
  const { problems } = await look();
  expect(problems.filter((problem) => problem.id === 'A-02').map((problem) => problem.code)).toEqual([code]);
  expect(rowsOf(host, 'tblAction')[1]?.[header]).toBe(value);
});

describe('ids', () => {
  test('that were deleted come back to their row', async () => {
    const host = await openSample();
    await look();
    type(host, 2, '编号', '');
    type(host, 2, '负责人', '主管');
    const { changes } = await look();
    expect(rowsOf(host, 'tblAction')[2]?.['编号']).toBe('A-03');
    expect(changes.map((change) => change.field)).toEqual(['owner']);
  });

  test.each([
    { why: 'a row copied below is a new action, the upper keeps its id', change: undefined, ids: ['A-01', 'A-02', 'A-03', 'A-04', 'A-05', 'A-06', 'A-07'] },
    { why: 'where the upper one was changed, the lower keeps it', change: 1, ids: ['A-01', 'A-07', 'A-03', 'A-04', 'A-05', 'A-06', 'A-02'] },
  ])('that stand twice: $why', async ({ change, ids }) => {
    const host = await openSample();
    const memory: TrackMemory = {};
    await look(memory);
    const row = rowsOf(host, 'tblAction')[1]!;
    for (const header of ['行动', '负责人', '状态', '编号']) type(host, 6, header, String(row[header]));
    if (change !== undefined) type(host, change, '行动', '改成了另一件事');
    const found = await look(memory);
    expect(rowsOf(host, 'tblAction').map((line) => line['编号'])).toEqual(ids);
    expect(notes(found)).toContain('double-id');
    expect((await look()).added).toEqual([]);
  });

  test('an edit of an action that is gone says so and writes nothing', async () => {
    const host = await openSample();
    const memory: TrackMemory = {};
    await look(memory);
    host.user.deleteRows('6 行动计划', tableOf(host.book, 'tblAction').range.row + 2, 1);
    const before = contentOf(host);
    expect(await edit('A-02', 'owner', '主管', { memory })).toMatchObject({ ok: false, failure: { code: 'row-gone', sheet: '6 行动计划' } });
    expect(contentOf(host)).toEqual(before);
    expect(brief(await look(memory))).toEqual(['A-02 row present→removed']);
  });
});

describe('what stands in the way', () => {
  const arrangements: readonly { why: string; note: string; code: string; sheet?: string; put: (host: Host) => void; clear: (host: Host) => void }[] = [
    { why: 'a read-only file', note: 'read-only', code: 'read-only', put: (host) => void (host.faults.readOnly = true), clear: (host) => void (host.faults.readOnly = false) },
    { why: 'a protected log', note: 'log-protected', code: 'protected', sheet: '变更记录', put: (host) => host.faults.protectSheet('变更记录'), clear: (host) => void (tableOf(host.book, 'tblChange').sheet.protection.protected = false) },
    { why: 'a filtered log', note: 'log-filtered', code: 'filtered', sheet: '变更记录', put: (host) => void host.user.filterTable('tblChange', '字段', ['状态']), clear: (host) => void host.user.filterTable('tblChange', '字段') },
    { why: 'a generation that broke off', note: 'unfinished', code: 'unfinished', put: (host) => void host.book.settings.set('retro', { version: 1, language: 'zh-CN', complete: false }), clear: (host) => void host.book.settings.set('retro', { version: 1, language: 'zh-CN', complete: true }) },
  ];
  test.each(arrangements)('$why: the actions are shown, changes wait, an edit is refused by name, nothing is half-written', async ({ note, code, sheet, put, clear }) => {
    const host = await openSample();
    await look();
    type(host, 0, '负责人', '质检');
    await look();
    type(host, 1, '负责人', '质检');
    put(host);
    const before = contentOf(host);
    const seen = await look();
    expect(seen.actions[1]?.owner).toBe('质检');
    expect(notes(seen)).toEqual([note]);
    expect(seen.waiting.map((entry) => entry.action)).toEqual(['A-02']);
    expect(seen.added).toEqual([]);
    expect(await edit('A-03', 'owner', '主管')).toMatchObject({ ok: false, failure: { code, ...(sheet !== undefined && { sheet }) } });
    expect(contentOf(host)).toEqual(before);
    clear(host);
    expect(brief(await look())).toEqual(['A-01 owner 培训→质检', 'A-02 owner 主管→质检']);
  });

  test('a protected action sheet: changes are logged, an edit is refused, ids wait', async () => {
    const host = await openSample();
    await look();
    type(host, 0, '负责人', '质检');
    await look();
    type(host, 1, '负责人', '质检');
    type(host, 6, '行动', '手写的行动');
    host.faults.protectSheet('6 行动计划');
    const seen = await look();
    expect(brief(seen)).toHaveLength(2);
    expect(notes(seen)).toEqual(['actions-protected']);
    expect(await edit('A-03', 'owner', '主管')).toMatchObject({ ok: false, failure: { code: 'protected', sheet: '6 行动计划' } });
  });

  test.each([
    { why: 'a full disk', code: 'GeneralException', message: 'There is not enough disk space.', failure: 'disk-full' },
    { why: 'a full disk, as the system says it', code: 'GeneralException', message: '磁盘空间不足', failure: 'disk-full' },
    { why: 'any other failure', code: 'GeneralException', message: 'Simulated.', failure: 'unexpected' },
  ] as const)('$why of the host is a failure with a text; an edit is whole or not at all', async ({ code, message, failure }) => {
    const host = await openSample();
    host.faults.failBatch(1, code, 'before', message);
    expect(await tryLook()).toMatchObject({ ok: false, failure: { code: failure } });
    expect((await look()).actions).toHaveLength(6);
    for (const language of ['zh-CN', 'en-US'] as const) expect(messages[language].failures[failure].text(undefined)).not.toBe('');
    await edit('A-01', 'status', '已完成');
    const before = contentOf(host);
    for (const batch of [1, 2, 3]) {
      host.faults.failBatch(batch, code, 'before', message);
      expect(await edit('A-03', 'owner', '主管')).toMatchObject({ ok: false, failure: { code: failure } });
      host.faults.clear();
      expect(contentOf(host)).toEqual(before);
    }
    expect(valueOf(await edit('A-03', 'owner', '主管')).added).toHaveLength(1);
  });

  test('a copied sheet is not tracked and is named', async () => {
    const host = await openSample();
    await look();
    const { sheet, range, columns } = tableOf(host.book, 'tblAction');
    host.user.addSheet('6 行动计划 (2)');
    const copy = host.book.sheets.find((other) => other.name === '6 行动计划 (2)')!;
    for (const [key, cell] of sheet.cells) copy.cells.set(key, { ...cell });
    host.book.tables.push({ ...tableOf(host.book, 'tblAction'), id: 'copy', name: 'tblAction2', sheet: copy, range: { ...range }, columns: columns.map((column) => ({ ...column })), filters: new Map() });
    host.calculator.structureChanged();
    host.userEdit(copy.name, 'C5', '只改了副本');
    const found = await look();
    expect(found.notes).toEqual([{ code: 'copied-table', values: { table: 'tblAction2', sheet: '6 行动计划 (2)' } }]);
    expect(found.changes).toEqual([]);
    expect(found.actions).toHaveLength(6);
  });
});

describe('the remembered copy', () => {
  test.each([
    { why: 'its sheet deleted by a program that drops hidden sheets', damage: (host: Host) => void host.user.deleteSheet('基线副本') },
    { why: 'its lines emptied', damage: (host: Host) => void tableOf(host.book, 'tblBase').sheet.cells.forEach((cell, key, cells) => Math.floor(key / 16384) > 3 && cells.set(key, { ...cell, value: '' })) },
    { why: 'its lines damaged', damage: (host: Host) => void tableOf(host.book, 'tblBase').sheet.cells.forEach((cell, key, cells) => key % 16384 === 2 && Math.floor(key / 16384) > 2 && cells.set(key, { ...cell, value: `{${String(cell.value)}` })) },
  ])('lost ($why): rebuilt and said, nothing logged but what the log itself shows', async ({ damage }) => {
    const host = await openSample();
    await look();
    type(host, 0, '负责人', '质检');
    await look();
    type(host, 0, '负责人', '主管');
    type(host, 1, '负责人', '运营对接');
    damage(host);
    host.calculator.structureChanged();
    useExcel(host, 'reopened');
    const found = await look();
    expect(notes(found)).toEqual(['base-rebuilt']);
    expect(found.added.map((entry) => `${entry.action} ${entry.old}→${entry.new}`)).toEqual(['A-01 质检→主管']);
    expect(remembered(host)).toHaveLength(6);
    const again = await look();
    expect([again.added, again.notes]).toEqual([[], []]);
    type(host, 1, '负责人', '培训');
    expect((await look()).added.map((entry) => `${entry.action} ${entry.old}→${entry.new}`)).toEqual(['A-02 运营对接→培训']);
  });

  test('partly dropped: the other lines still find their changes', async () => {
    const host = await openSample();
    await look();
    const table = tableOf(host.book, 'tblBase');
    const at = rowsOf(host, 'tblBase').findIndex((row) => row['表'] === 'track' && row['编号'] === 'A-01');
    host.user.deleteRows('基线副本', table.range.row + 1 + at, 1);
    type(host, 0, '负责人', '质检');
    type(host, 1, '负责人', '质检');
    const found = await look();
    expect(notes(found)).toEqual(['base-rebuilt']);
    expect(brief(found)).toEqual(['A-02 owner 主管→质检']);
  });
});

describe('columns', () => {
  test('moved, added and renamed ones are found again', async () => {
    const host = await openSample();
    await look();
    host.user.renameHeader('tblAction', '负责人', '谁负责');
    host.user.renameHeader('tblAction', '编号', '序号');
    const found = await look();
    expect([found.changes, found.notes]).toEqual([[], []]);
    type(host, 0, '谁负责', '质检');
    expect(brief(await look())).toEqual(['A-01 owner 培训→质检']);
    await generate(inputs);
    expect(logOf(host)).toHaveLength(1);
    expect(rowsOf(host, 'tblAction')[0]?.['谁负责']).toBe('质检');
  });

  test('a column that is gone is said, and is no change of every row', async () => {
    const host = await openSample();
    await look();
    const table = tableOf(host.book, 'tblAction');
    const { Excel } = globalThis as unknown as { Excel: typeof globalThis.Excel };
    await Excel.run(async (context) => {
      context.workbook.tables.getItem('tblAction').columns.getItem('状态').delete();
      await context.sync();
    });
    expect(table.columns.map((column) => column.name)).not.toContain('状态');
    const found = await look();
    expect(notes(found)).toEqual(['column-gone']);
    expect(found.changes).toEqual([]);
  });
});

test('every note has a text in both languages', async () => {
  const values = { sheet: 'SHEET', table: 'TABLE', count: 3, id: 'A-01', given: 'A-02', row: 5, words: '3天内', date: '2025-11-20', column: 'COLUMN', rows: 3 };
  const { trackNoteCodes } = await import('../../src/retro/tracking');
  for (const code of trackNoteCodes) for (const language of ['zh-CN', 'en-US'] as const) expect(messages[language].tracking.note({ code, values })).toMatch(language === 'zh-CN' ? /。$/ : /\.$/);
});
