import { generateWorkbook, type Generated } from '../../src/excel/generate';
import type { Host } from '../../src/host';
import { cellKey } from '../../src/host/model/types';
import { readSource } from '../../src/intake';
import { maskOf } from '../../src/intake/agent-mask';
import { combineRecords } from '../../src/intake/combine';
import { answerSources, perAgentSwitch } from '../../src/intake/questions';
import { addressOf, rowsOf, sheetNamed, startExcel } from '../support/excel';
import { clock, event } from '../support/retro';
import { sampleInputs } from '../support/samples';

const names = /小满|阿橙|青柠|海盐|豆包|星河|dy_kf/;
const read = sampleInputs('03a_agents_chitu.tsv', '03b_agents_sycm.tsv', '03c_agents_feige.tsv').flatMap((input) => [...readSource(input, { today: clock.today, year: 2025 })]);

async function generate(on: boolean): Promise<Generated> {
  const sources = answerSources(read, on ? { [perAgentSwitch]: 'on' } : { [perAgentSwitch]: 'off' }, event);
  const outcome = await generateWorkbook({ event, records: combineRecords(sources, maskOf(read)), language: 'zh-CN', clock });
  if (!outcome.ok) throw new Error(outcome.failure.technical);
  return outcome.value;
}

const everything = (host: Host): string => JSON.stringify(host.book.sheets.map((sheet) => [sheet.name, [...sheet.cells.values()].map((cell) => cell.value)]));

describe('figures of single agents in the workbook (R28)', () => {
  let host: Host;
  let first: Generated;
  beforeAll(async () => {
    host = await startExcel();
    first = await generate(false);
  });

  // One workbook is carried through these tests: off, on, off again.
  test('are not there by default: no sheet, no table, no letter anywhere', () => {
    expect(first.sheets.map(({ key }) => key)).not.toContain('agent');
    expect(host.book.tables.map(({ name }) => name)).not.toContain('tblAgent');
    expect(everything(host)).not.toMatch(/客服[A-Z]\b/);
  });

  test('come on a sheet of their own when they are turned on, in the order of the letters, as given', async () => {
    expect((await generate(true)).errorCells).toEqual([]);
    const rows = rowsOf(host, 'tblAgent');
    const letters = rows.map((row) => String(row['客服']));
    expect(letters).toEqual([...letters].sort((a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)));
    expect(rows[0]).toMatchObject({ 编号: 'G-01', 客服: '客服A', 接待人数: 816, 平均响应: 37.79, 询单转化率: '待出数', 满意度: 0.9529, 来源: '03a_agents_chitu.tsv 第 2 行' });
    expect(rows[0]?.['其他数据']).toContain('平均接待时长 528秒');
    expect(rows.filter((row) => row['店铺/平台'] === '某旗舰店').length).toBeGreaterThan(0);
    // 飞鸽 gives two rates under almost one name: both are kept, each with its basis.
    expect(rows.map((row) => String(row['其他数据']))).toEqual(expect.arrayContaining([expect.stringMatching(/3分钟回复率（会话） 98\.55%.*3分钟回复率 98\.86%/)]));
    expect(sheetNamed(host.book, '客服数据').cells.get(cellKey(1, 0))?.value).toMatch(/不上会、不排名.*删掉这张工作表/);
    expect(everything(host)).not.toMatch(names);
  });

  test('are on no other sheet that people see, and nothing on theirs ranks, colours or adds up', () => {
    const others = host.book.sheets.filter(({ name }) => name !== '客服数据' && name !== '基线副本');
    expect(JSON.stringify(others.map(({ cells }) => [...cells.values()].map(({ value }) => value)))).not.toMatch(/客服[A-Z]\b/);
    const sheet = sheetNamed(host.book, '客服数据');
    expect(sheet.conditionalFormats).toEqual([]);
    expect([...sheet.cells.values()].filter(({ formula }) => formula !== undefined && !formula.startsWith('=HYPERLINK'))).toEqual([]);
  });

  test('stay as they stand when they are turned off again: what people wrote beside them too', async () => {
    const { sheet, address } = addressOf(host.book, 'tblAgent', 1, '接待人数');
    host.userEdit(sheet, address, 5);
    const before = rowsOf(host, 'tblAgent');
    const again = await generate(false);
    expect(again.conflicts).toEqual([]);
    expect(rowsOf(host, 'tblAgent')).toEqual(before);
  });

  test('and turned on once more they keep their rows', async () => {
    const ids = rowsOf(host, 'tblAgent').map((row) => row['编号']);
    await generate(true);
    expect(rowsOf(host, 'tblAgent').map((row) => row['编号'])).toEqual(ids);
    expect(rowsOf(host, 'tblAgent')[1]?.['接待人数']).toBe(5);
  });
});
