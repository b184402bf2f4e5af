/** What the pane does with the action sheet through the real client: being told of changes, going to a row, an id for calendars. */
import type { Host } from '../../src/host';
import { formatRect } from '../../src/host/model/address';
import { exportEvents } from '../../src/taskpane/commands/calendar-memory';
import { goToAction } from '../../src/taskpane/commands/go-to-action';
import { inTurn } from '../../src/taskpane/commands/queue';
import { watchWorkbook } from '../../src/taskpane/commands/watch-workbook';
import { workbookId } from '../../src/taskpane/commands/workbook-id';
import { addressOf, startExcel, useExcel } from '../support/excel';
import { generate } from '../support/retro';
import { sampleInputs } from '../support/samples';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

let host: Host;
async function withActions(): Promise<void> {
  host = await startExcel();
  await generate(sampleInputs('01_targets.tsv', '12_actions.tsv'));
  await settled();
}

async function watch(): Promise<{ readonly count: () => number; readonly stop: () => Promise<void> }> {
  let told = 0;
  const outcome = await watchWorkbook(() => (told += 1));
  if (!outcome.ok) throw new Error(outcome.failure.technical);
  await settled();
  return { count: () => told, stop: outcome.value };
}
const setDeadline = (): void => {
  const { sheet, address } = addressOf(host.book, 'tblAction', 1, '截止日期');
  expect(host.userEdit(sheet, address, '2025-12-01')).toBeUndefined();
};

describe('being told of changes', () => {
  beforeEach(withActions);

  test('a change on the action sheet is told, one on another sheet is not', async () => {
    const { count } = await watch();
    const { sheet, address } = addressOf(host.book, 'tblTarget', 0, '初衷');
    host.userEdit(sheet, address, '稳住转化');
    await settled();
    expect(count()).toBe(0);
    setDeadline();
    await settled();
    expect(count()).toBe(1);
  });

  test('a colleague’s change is told too, and one after the sheet was renamed', async () => {
    const { count } = await watch();
    host.userOf('colleague').renameSheet('6 行动计划', '行动');
    const { sheet, address } = addressOf(host.book, 'tblAction', 0, '负责人');
    host.userOf('colleague').edit(sheet, address, '培训');
    await settled();
    expect(count()).toBe(1);
  });

  test('a sheet that is deleted or added is told', async () => {
    const { count } = await watch();
    host.user.deleteSheet('6 行动计划');
    await settled();
    expect(count()).toBe(1);
    host.user.addSheet();
    await settled();
    expect(count()).toBe(2);
  });

  test('nothing is told after stopping, twice or once', async () => {
    const { count, stop } = await watch();
    await stop();
    await stop();
    setDeadline();
    await settled();
    expect(count()).toBe(0);
  });

  test('an idle pane sends nothing', async () => {
    await watch();
    const before = host.log.length;
    await settled();
    expect(host.log.length).toBe(before);
  });
});

describe('going to an action', () => {
  beforeEach(withActions);

  test('finds the row by its id, wherever it went, and the column by its header', async () => {
    const { sheet, address } = addressOf(host.book, 'tblAction', 2, '截止日期');
    host.user.insertRows(sheet, 0, 2);
    expect(await goToAction({ id: 'A-03', sheetRow: 7, field: 'deadline' })).toMatchObject({ ok: true });
    expect(host.book.activeSheet.name).toBe('6 行动计划');
    expect(formatRect(host.book.selection)).toBe(address.replace(/\d+/, (row) => String(Number(row) + 2)));
  });

  test('says that the table is gone', async () => {
    host.user.deleteSheet('6 行动计划');
    expect(await goToAction({ id: 'A-03', sheetRow: 7, field: 'deadline' })).toMatchObject({ ok: false, failure: { code: 'sheet-gone' } });
  });
});

test('a workbook keeps the id that calendars know it by, in every pane', async () => {
  host = await startExcel();
  const first = await workbookId();
  expect(first).toMatchObject({ ok: true, value: expect.stringMatching(/^[0-9a-f]{24}$/) });
  useExcel(host, 'another');
  expect(await workbookId()).toEqual(first);
});

describe('events that earlier calendar files had', () => {
  beforeEach(async () => {
    host = await startExcel();
  });
  const exported = async (view: string, days: Readonly<Record<string, string>>, on = '2025-11-17') => {
    const outcome = await exportEvents(view, days, on);
    return outcome.ok ? outcome.value : outcome.failure;
  };

  test('are taken back when a later file of the same view has them no longer, in every pane, until they are planned again', async () => {
    expect(await exported('*', { 'A-01': '2025-11-20', 'A-02': '2025-12-01' })).toEqual({});
    expect(await exported('=培训', { 'A-01': '2025-11-20' })).toEqual({});
    useExcel(host, 'another');
    expect(await exported('*', { 'A-02': '2025-12-03' })).toEqual({ 'A-01': '2025-11-20' });
    expect(await exported('*', { 'A-02': '2025-12-03' })).toEqual({ 'A-01': '2025-11-20' });
    expect(await exported('=培训', { 'A-01': '2025-11-20' })).toEqual({});
    expect(await exported('*', { 'A-01': '2025-12-08', 'A-02': '2025-12-03' })).toEqual({});
  });

  test('long past ones are left alone; a read-only workbook remembers nothing; a setting nobody can read counts as none', async () => {
    await exported('*', { 'A-01': '2025-11-20' });
    expect(await exported('*', {}, '2026-03-01')).toEqual({});
    host.book.readOnly = true;
    expect(await exported('*', { 'A-03': '2026-03-02' }, '2026-03-01')).toEqual({});
    host.book.readOnly = false;
    expect(await exported('*', {}, '2026-03-01')).toEqual({});
    host.book.settings.set('retroCalendar', { '*': 'x', '=y': { 'A-01': 7 } });
    expect(await exported('=y', {}, '2026-03-01')).toEqual({});
  });
});

test('work waits for the work before it, also when that fails', async () => {
  const order: string[] = [];
  const first = inTurn(async () => {
    await settled();
    order.push('first');
    throw new Error('broken');
  });
  const second = inTurn(async () => order.push('second'));
  await expect(first).rejects.toThrow('broken');
  await second;
  expect(order).toEqual(['first', 'second']);
});
