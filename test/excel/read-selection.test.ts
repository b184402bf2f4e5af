import { createHost, type Host } from '../../src/host';
import { loadClient } from '../../src/host/transports/bridge';
import { readCellsOf, readSource } from '../../src/intake';
import { readCells } from '../../src/taskpane/commands/read-cells';
import { remember } from '../../src/taskpane/commands/remember';
import { readWorkbookState } from '../../src/taskpane/commands/read-workbook-state';
import { readSources } from '../../src/taskpane/commands/read-sources';
import { emptyMemory, withoutChoice, type ReadingMemory } from '../../src/taskpane/state/memory';
import { cellsAsText } from '../../src/taskpane/state/inputs';
import { startExcel, TODAY, useExcel } from '../support/excel';

const options = { today: TODAY, year: 2025 };
const context = { language: 'zh-CN', today: () => TODAY } as const;

/** A workbook with cells typed at B3, as a person left them. */
async function workbook(grid: readonly (readonly string[])[], at = 'B3', selected = at): Promise<Host> {
  const host = await startExcel();
  host.userEdit('Sheet1', at, grid);
  host.user.select('Sheet1', selected);
  return host;
}

const targets = [['指标', '目标值', '单位'], ['退款率', '15%', ''], ['平均响应时长', '30', '秒']];

async function take(what: 'selection' | 'sheet') {
  const outcome = await readCells(what);
  if (!outcome.ok) throw new Error(`${outcome.failure.code} ${outcome.failure.technical}`);
  return outcome.value;
}

test('a selected table is read by values and formats; lines are those of the sheet', async () => {
  await workbook(targets, 'B3', 'B3:D5');
  const taken = await take('selection');
  expect(taken.name).toBe('Sheet1!B3:D5');
  const [source] = readCellsOf(taken.name, taken.cells, options);
  expect(source).toMatchObject({ kind: 'targets', used: 2, headerLine: 3 });
  expect(source?.records.targets?.map(({ line, value }) => [line, value])).toEqual([[4, { kind: 'number', value: 0.15 }], [5, { kind: 'number', value: 30 }]]);
});

test('one selected cell means the block around it', async () => {
  await workbook(targets, 'B3', 'C4');
  expect((await take('selection')).name).toBe('Sheet1!B3:D5');
});

test('whole columns are cut to the cells in use', async () => {
  await workbook(targets, 'B3', 'A:F');
  expect((await take('selection')).cells.rows).toHaveLength(3);
});

test('the whole sheet is read from its first row', async () => {
  await workbook(targets, 'B3', 'A1');
  const { name, cells } = await take('sheet');
  expect([name, cells.rows.length, cells.rows[2]]).toEqual(['Sheet1', 5, { line: 3, cells: ['指标', '目标值', '单位'] }]);
});

test('an empty selection and an empty sheet are told, not read as nothing', async () => {
  await workbook(targets, 'B3', 'J20');
  expect(await readCells('selection')).toMatchObject({ ok: false, failure: { code: 'nothing-selected', sheet: 'Sheet1' } });
  await startExcel();
  expect(await readCells('sheet')).toMatchObject({ ok: false, failure: { code: 'nothing-selected' } });
});

describe('what a cell shows does not hide what it holds', () => {
  test.each([
    { why: 'a percentage', value: 0.178, format: '0%', text: '17.8%' },
    { why: 'a day', value: 45972, format: 'yyyy/m/d', text: '2025-11-11' },
    { why: 'a day with its time', value: 45972.5, format: 'yyyy-mm-dd hh:mm', text: '2025-11-11 12:00:00' },
    { why: 'a duration', value: 80 / 86_400, format: 'h:mm:ss', text: '0:01:20' },
    { why: 'an id as a number', value: 123456789012, format: 'General', text: '123456789012' },
    { why: 'a number with thousands', value: 12860433.5, format: '#,##0', text: '12860433.5' },
    { why: 'true', value: true, format: 'General', text: 'TRUE' },
    { why: 'text that begins like a formula', value: '=1+1', format: '@', text: '=1+1' },
  ])('$why', async ({ value, format, text }) => {
    await startExcel();
    await Excel.run(async (excel) => {
      const range = excel.workbook.worksheets.getActiveWorksheet().getRange('A1:A2');
      range.numberFormat = [['General'], [format]];
      range.values = [['头'], [value]];
      await excel.sync();
    });
    expect((await take('sheet')).cells.rows[1]?.cells).toEqual([text]);
  });
});

test('cells copied back out are what the clipboard of Excel holds', async () => {
  await workbook([['指标', '目标值'], ['多\n行 "引号"', '15%']], 'A1', 'A1:B2');
  const { cells } = await take('selection');
  const text = cellsAsText(cells);
  expect(text).toBe('指标\t目标值\r\n"多\n行 ""引号"""\t15%');
  expect(readSource({ name: 'x', text }, options)[0]?.kind).toBe('targets');
});

test('a range larger than one answer may be is read in pieces, whatever its cells hold', async () => {
  const host = createHost({ limits: { response: 400_000 }, today: () => TODAY });
  const { Excel: client, OfficeExtension: extension } = loadClient(host, { client: 'main' });
  Object.assign(globalThis, { Excel: client, OfficeExtension: extension });
  const rows = Array.from({ length: 600 }, (_, row) => [`行${row}`, '长'.repeat(500)]);
  host.userEdit('Sheet1', 'A1', rows);
  const { cells } = await take('sheet');
  expect(cells.rows).toHaveLength(600);
  expect(cells.rows.map((row) => row.line)).toEqual(rows.map((_, row) => row + 1));
  expect(cells.rows[599]?.cells).toEqual(['行599', '长'.repeat(500)]);
});

describe('what was decided about reading', () => {
  const memory = { ...emptyMemory, tables: [{ signature: '店员|接了多少', kind: 'agents', columns: { 店员: 'agent' } }], answers: { csat: 'score' } } as const;

  test('is in the workbook for the next time the pane opens, without a retro and without a sheet', async () => {
    const host = await startExcel();
    expect(await remember(memory)).toEqual({ ok: true, value: undefined });
    useExcel(host, 'reopened');
    expect(await readWorkbookState(context)).toMatchObject({ ok: true, value: { event: undefined, memory } });
    expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(['Sheet1']);
  });
  test('is what a second pane reads the same header by, until it is taken back there', async () => {
    const host = await startExcel();
    await remember({ ...emptyMemory, tables: [{ signature: '店员|接了多少', kind: 'agents', columns: { 店员: 'agent', 接了多少: 'received_users' } }] });
    const kindIn = async (client: string): Promise<{ readonly kind: string | undefined; readonly memory: ReadingMemory }> => {
      useExcel(host, client);
      const state = await readWorkbookState(context);
      if (!state.ok) throw new Error(state.failure.code);
      const { memory: known } = state.value;
      const [sources] = await readSources([{ name: '粘贴', text: '店员\t接了多少\n小满\t10\n' }], { name: '2025双11' }, { memory: known, onProgress: () => undefined, signal: new AbortController().signal }, context);
      return { kind: sources?.[0]?.kind, memory: known };
    };
    const second = await kindIn('second pane');
    expect(second.kind).toBe('agents');
    await remember(withoutChoice(second.memory, '店员|接了多少'));
    expect((await kindIn('third pane')).kind).toBe('unknown');
  });
  test('is nothing in a workbook that never had any', async () => {
    await startExcel();
    expect(await readWorkbookState(context)).toMatchObject({ ok: true, value: { memory: emptyMemory } });
  });
});
