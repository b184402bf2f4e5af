import { messages } from '../../src/i18n';
import type { Host } from '../../src/host';
import { contentOf, rowsOf, startExcel, tableOf, useExcel } from '../support/excel';
import { event, generate, tryGenerate, usualSamples } from '../support/retro';
import { sampleInputs } from '../support/samples';

const batches = (host: Host): Host['log'] => host.log.filter((entry) => !entry.housekeeping);

describe('from an empty workbook', () => {
  test('ten sheets in the order of the six steps, the empty sheet became the cover, the base copy is hidden', async () => {
    const host = await startExcel();
    const { sheets, errorCells } = await generate();
    expect(sheets.map((sheet) => sheet.name)).toEqual(['封面', '1 回顾目标', '2 实际数据', '2 对比结果', '3 回溯过程', '4 原因分析', '案例', '5 提炼规律', '6 行动计划', '配置']);
    expect(host.book.sheets.filter((sheet) => sheet.visibility === 'Visible').map((sheet) => sheet.name)).toEqual(sheets.map((sheet) => sheet.name));
    expect(host.book.sheets.find((sheet) => sheet.name === '基线副本')?.visibility).toBe('Hidden');
    expect(errorCells).toEqual([]);
    expect(host.book.activeSheet.name).toBe('封面');
  });

  test.each(['zh-CN', 'en-US'] as const)('every comparison row of the sheet has the state and the numbers of the report (%s)', async (language) => {
    const host = await startExcel();
    const { retro } = await generate(undefined, language);
    const words = messages[language].workbook;
    const header = words.columns.tblComparison;
    const rows = rowsOf(host, 'tblComparison');
    const compared = retro.metrics.filter((metric) => metric.unit !== '文本' && metric.unit !== '时段');
    expect(rows).toHaveLength(compared.length);
    for (const metric of compared) {
      const row = rows.find((candidate) => candidate[header.id] === metric.id)!;
      const { state, gap, attainment, versus } = metric.comparison;
      expect(row[header.state]).toBe(words.states[state]);
      const cells = { [header.gap]: gap, [header.attainment]: attainment, [header.yoy]: versus.lastYear, [header.mom]: versus.previous, [header.lastPromo]: versus.lastPromo, [header.ordinary]: versus.ordinary, [header.industry]: versus.industry, [header.competitor]: versus.competitor };
      for (const [name, expected] of Object.entries(cells)) {
        if (expected === null) expect([metric.id, name, row[name]]).toEqual([metric.id, name, '']);
        else expect(row[name]).toBeCloseTo(expected, 9);
      }
    }
  });

  test('at most 8 round trips, no request over 1 MB, and no more of them with ten times the rows (DESIGN rule 11)', async () => {
    const few = await startExcel();
    await generate();
    const many = await startExcel();
    const extra = ['指标\t本期实际', ...Array.from({ length: 400 }, (_, index) => `自有指标${index}\t${index}`)].join('\n');
    await generate([...sampleInputs(...usualSamples), { name: 'more.tsv', text: extra }]);
    expect(batches(few).length).toBeLessThanOrEqual(8);
    expect(batches(many).length).toBeLessThanOrEqual(8);
    for (const { requestBytes } of [...batches(few), ...batches(many)]) expect(requestBytes).toBeLessThan(1_000_000);
  });

  test('text that begins with = + - @ arrives as text, 18-digit ids arrive whole (DESIGN rule 9)', async () => {
    const host = await startExcel();
    const hostile = ['=HYPERLINK("http://x","y")', '+86 138', '-1', '@SUM(A1)'];
    const text = `案例编号\t类型\t用户咨询场景\t客服回复内容\t处理结果\t是否峰值\t是否跨部门\n${hostile.map((scene, index) => `C0${index}\t负面\t${scene}\t${scene}\t差评\t是\t否`).join('\n')}\n401234567890123456\t正面\t问发货\t马上帮您查\t好评\t否\t否`;
    const items = '商品ID\t商品名称\t咨询人数\t销售额\t销售件数\n601234567890123456\t大衣\t10\t100\t1\n';
    await generate([{ name: 'cases.tsv', text }, { name: 'items.tsv', text: items }]);
    const rows = rowsOf(host, 'tblCase');
    const { sheet } = tableOf(host.book, 'tblCase');
    expect(rows.map((row) => row['用户咨询场景'])).toEqual([...hostile, '问发货']);
    // A number as long as an order's never reaches a sheet, a product's arrives whole.
    expect(rows.at(-1)?.['原编号']).toBe('');
    expect(rowsOf(host, 'tblItem')[0]?.['商品ID']).toBe('601234567890123456');
    for (const cell of sheet.cells.values()) expect(cell.formula ?? '').not.toMatch(/HYPERLINK|SUM\(A1/);
  });

  test('no sheet names or ranks an agent (R28)', async () => {
    const host = await startExcel();
    await generate(sampleInputs());
    const text = JSON.stringify(contentOf(host));
    for (const agent of ['小满', '阿橙', '青柠', '海盐', '星河', '豆包']) expect(text).not.toContain(agent);
  });

  test('only targets, or nothing at all, still gives a whole workbook', async () => {
    await startExcel();
    const { errorCells, sheets } = await generate(sampleInputs('01_targets.tsv'));
    expect(errorCells).toEqual([]);
    expect(sheets).toHaveLength(10);
    await startExcel();
    expect((await generate([])).errorCells).toEqual([]);
  });
});

describe('the formulas stay live without the add-in (R3)', () => {
  test('an actual changed in the sheet changes the state', async () => {
    const host = await startExcel();
    await generate();
    const actual = rowsOf(host, 'tblActual').findIndex((row) => row['指标代码'] === 'avg_resp');
    host.userEdit('2 实际数据', `D${5 + actual}`, '28秒');
    expect(rowsOf(host, 'tblComparison')[actual]?.['状态']).toBe('缺实际');
    host.userEdit('2 实际数据', `D${5 + actual}`, 28);
    expect(rowsOf(host, 'tblComparison')[actual]?.['状态']).toBe('达成');
    host.userEdit('2 实际数据', `D${5 + actual}`, '待出数');
    expect(rowsOf(host, 'tblComparison')[actual]?.['状态']).toBe('待出数');
  });

  test('a revised target counts, the original stays (R6)', async () => {
    const host = await startExcel();
    await generate();
    const target = rowsOf(host, 'tblTarget').findIndex((row) => row['指标代码'] === 'avg_resp');
    host.userEdit('1 回顾目标', `I${5 + target}`, 45);
    expect(rowsOf(host, 'tblTarget')[target]).toMatchObject({ 目标值: 30, 调整后目标: 45 });
    expect(rowsOf(host, 'tblComparison').find((row) => row['指标'] === '平均响应时长')?.['状态']).toBe('达成');
  });

  test('an overdue action says so in words (R35)', async () => {
    const host = await startExcel();
    await generate();
    expect(rowsOf(host, 'tblAction').map((row) => row['提醒'])).toEqual(['7天内到期', '正常', '7天内到期', '7天内到期', '正常', '期限不是日期']);
    host.userEdit('6 行动计划', 'D5', '2025-11-16');
    expect(rowsOf(host, 'tblAction')[0]?.['提醒']).toBe('已逾期');
    host.userEdit('6 行动计划', 'H5', '已完成');
    expect(rowsOf(host, 'tblAction')[0]?.['提醒']).toBe('已完成');
    host.userEdit('6 行动计划', 'C6', '');
    expect(rowsOf(host, 'tblAction')[1]?.['提醒']).toBe('未定负责人');
  });
});

describe('generating again', () => {
  test('with the same data leaves the same workbook', async () => {
    const host = await startExcel();
    await generate();
    const once = contentOf(host);
    useExcel(host, 'again');
    const { conflicts } = await generate();
    expect(contentOf(host)).toEqual(once);
    expect(conflicts).toEqual([]);
  });

  test('keeps what people typed, renamed and moved (R45)', async () => {
    const host = await startExcel();
    await generate();
    host.userEdit('6 行动计划', 'C5', '王主管');
    host.userEdit('6 行动计划', 'L5', '效果不错');
    host.userEdit('2 实际数据', 'D5', 13_000_000);
    host.book.sheets.find((sheet) => sheet.name === '6 行动计划')!.name = '行动（改名）';
    host.calculator.structureChanged();
    const corrected = sampleInputs('02_actuals.tsv').map(({ name }) => ({ name, text: '指标名称\t本期实际\n支付金额\t12,999,999\n平均响应时间\t29秒' }));
    const { conflicts } = await generate([...sampleInputs('01_targets.tsv', '12_actions.tsv'), ...corrected]);
    const [first] = rowsOf(host, 'tblAction');
    expect(first).toMatchObject({ 负责人: '王主管', 效果: '效果不错' });
    expect(conflicts).toEqual([{ table: 'tblActual', id: 'M-01', column: 'actual', kept: 13_000_000, offered: 12_999_999 }]);
    expect(rowsOf(host, 'tblComparison').find((row) => row['指标'] === '平均响应时长')).toMatchObject({ 实际: 29, 状态: '达成' });
    expect(rowsOf(host, 'tblCase').filter((row) => row['编号'] !== '')).toHaveLength(7);
    // 变更记录 came with the first change.
    expect(host.book.sheets.filter((sheet) => sheet.visibility === 'Visible')).toHaveLength(11);
  });

  test('gives a row typed by hand its id, and adds new metrics below with their formulas', async () => {
    const host = await startExcel();
    await generate();
    host.userEdit('6 行动计划', 'B11', '手工加的行动');
    await generate([...sampleInputs(...usualSamples), { name: 'more.tsv', text: '指标\t本期实际\n自有指标\t5' }]);
    expect(rowsOf(host, 'tblAction').at(-1)).toMatchObject({ 编号: 'A-07', 行动: '手工加的行动', 提醒: '未定负责人' });
    expect(rowsOf(host, 'tblComparison').at(-1)).toMatchObject({ 指标: '自有指标', 实际: 5, 状态: '未定目标' });
  });

  test('leaves a person’s own sheet of the same name alone', async () => {
    const host = await startExcel();
    host.userEdit('Sheet1', 'A1', '我的草稿');
    host.book.sheets[0]!.name = '案例';
    const { sheets } = await generate();
    expect(sheets.find((sheet) => sheet.key === 'case')?.name).toBe('案例 (2)');
    expect(host.book.sheets[0]?.cells.get(0)?.value).toBe('我的草稿');
    expect(host.book.sheets).toHaveLength(12);
  });

  test('keeps the language the workbook was made in', async () => {
    const host = await startExcel();
    await generate(undefined, 'en-US');
    const once = contentOf(host);
    await generate(undefined, 'zh-CN');
    expect(contentOf(host)).toEqual(once);
  });

  test('moves down what a person keeps under a table', async () => {
    const host = await startExcel();
    await generate(sampleInputs('12_actions.tsv'));
    host.userEdit('6 行动计划', 'A13', '表下面的备注');
    const more = '行动\t负责人\t截止日期\t来源\n第七件\t主管\t2025-12-01\tC-01\n第八件\t主管\t2025-12-01\tC-01';
    await generate([...sampleInputs('12_actions.tsv'), { name: 'more.tsv', text: more }]);
    expect(rowsOf(host, 'tblAction').map((row) => row['行动']).slice(-2)).toEqual(['第七件', '第八件']);
    const { sheet, range } = tableOf(host.book, 'tblAction');
    const below = [...sheet.cells].filter(([key]) => Math.floor(key / 16384) >= range.row + range.rowCount).map(([, cell]) => cell.value).filter((value) => value !== '');
    expect(below).toEqual(['表下面的备注']);
  });
});

describe('what stands in the way is said before anything is written', () => {
  test.each([
    { why: 'a read-only workbook', code: 'read-only', prepare: (host: Host) => void (host.faults.readOnly = true) },
    { why: 'a cell being edited that is never ended', code: 'cell-edit', prepare: (host: Host) => host.faults.failBatch(1, 'InvalidOperationInCellEditMode') },
    { why: 'an Excel too old', code: 'too-old', prepare: (host: Host) => host.faults.failBatch(1, 'ApiNotFound') },
    { why: 'another workbook has the focus', code: 'inactive', prepare: (host: Host) => host.faults.failBatch(3, 'InactiveWorkbook') },
  ])('$why', async ({ code, prepare }) => {
    const host = await startExcel();
    prepare(host);
    const outcome = await tryGenerate();
    expect(outcome).toMatchObject({ ok: false, failure: { code } });
    expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(['Sheet1']);
  });

  test('a protected sheet is named and nothing is half-written', async () => {
    const host = await startExcel();
    await generate(sampleInputs('12_actions.tsv'));
    host.book.sheets.find((sheet) => sheet.name === '6 行动计划')!.protection.protected = true;
    const before = contentOf(host);
    const outcome = await tryGenerate([{ name: 'a.tsv', text: '行动\t负责人\t截止日期\t来源\n第七件\t主管\t2025-12-01\tC-01' }]);
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'protected', sheet: '6 行动计划' } });
    expect(contentOf(host)).toEqual(before);
  });

  test('a filtered table that would get rows is named', async () => {
    const host = await startExcel();
    await generate(sampleInputs('12_actions.tsv'));
    tableOf(host.book, 'tblAction').filters.set(2, ['主管']);
    const outcome = await tryGenerate([{ name: 'a.tsv', text: '行动\t负责人\t截止日期\t来源\n第七件\t主管\t2025-12-01\tC-01' }]);
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'filtered', sheet: '6 行动计划' } });
  });

  test('a workbook made by a newer version is not touched', async () => {
    const host = await startExcel();
    host.book.settings.set('retro', { version: 99, language: 'zh-CN', complete: true });
    expect(await tryGenerate()).toMatchObject({ ok: false, failure: { code: 'newer-version' } });
  });

  test('a passing error is tried again without the person noticing', async () => {
    const host = await startExcel();
    host.faults.failBatch(4, 'ServiceNotAvailable', 'after');
    expect((await generate()).errorCells).toEqual([]);
  });
});

test('a run that was cancelled is completed by the next one', async () => {
  const reference = await startExcel();
  await generate();
  const wanted = contentOf(reference);
  const host = await startExcel();
  const abort = new AbortController();
  const { generateWorkbook } = await import('../../src/excel/generate');
  const { recordsOf } = await import('../support/retro');
  const outcome = await generateWorkbook({ event, records: recordsOf(sampleInputs(...usualSamples)), language: 'zh-CN', signal: abort.signal, onStep: (step) => step === 'tables' && abort.abort() });
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  await generate();
  expect(contentOf(host)).toEqual(wanted);
});
