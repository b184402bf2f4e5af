import { messages } from '../../src/i18n';
import type { Host } from '../../src/host';
import { titleText } from '../../src/host/model/charts';
import type { SourceInput } from '../../src/intake/types';
import { addressOf, contentOf, rowsOf, sheetNamed, startExcel, useExcel } from '../support/excel';
import { generate, tryGenerate } from '../support/retro';
import { sampleInputs } from '../support/samples';

const base = ['01_targets.tsv', '02_actuals.tsv', '12_actions.tsv'] as const;
const batches = (host: Host): Host['log'] => host.log.filter((entry) => !entry.housekeeping);
const visible = (host: Host): string[] => host.book.sheets.filter((sheet) => sheet.visibility === 'Visible').map((sheet) => sheet.name);
const byItem = (rows: Record<string, unknown>[], header: string): Record<string, Record<string, unknown>> => Object.fromEntries(rows.map((row) => [String(row[header]), row]));

describe('the figures in the sheets are those of DOMAIN 5.4–5.8, calculated again', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startExcel();
    expect((await generate(sampleInputs())).errorCells).toEqual([]);
  });

  test('3 时段: the peak and the slow hours are named, the response is set against the weighted whole', () => {
    const rows = rowsOf(host, 'tblHour');
    expect(rows).toHaveLength(11);
    const overall = rows.reduce((sum, row) => sum + Number(row['平均响应时长']) * Number(row['接待人数']), 0) / rows.reduce((sum, row) => sum + Number(row['接待人数']), 0);
    expect(overall).toBeCloseTo(49.5, 1);
    for (const row of rows) {
      expect(row['相对整体']).toBeCloseTo(Number(row['平均响应时长']) / overall, 8);
      expect(row['人均接待']).toBeCloseTo(Number(row['接待人数']) / Number(row['在线客服数']), 8);
    }
    expect(rows.filter((row) => row['状态'] !== '').map((row) => [row['时段'], row['咨询量'], row['状态']])).toEqual([['11-01 10:00–11:00', 3902, '响应变慢'], ['11-01 11:00–12:00', 4216, '峰值，响应变慢']]);
  });

  test('4 热卖: both rankings, shares of sales, refunds above the whole', () => {
    const rows = rowsOf(host, 'tblItem');
    const total = rows.reduce((sum, row) => sum + Number(row['销售额']), 0);
    expect(total).toBeCloseTo(9_313_932, 2);
    const items = byItem(rows, '商品');
    expect(items['羊毛混纺大衣女秋冬']).toMatchObject({ 销售额排名: 1, 件数排名: 2, 热卖: '销售额、件数前三', 退款: '退款偏高' });
    expect(items['一次性洗脸巾(引流)']).toMatchObject({ 销售额排名: 7, 件数排名: 1, 热卖: '件数前三', 退款: '' });
    expect(items['空气炸锅 可视款']?.['退款占销售额']).toBeCloseTo(402_690 / 1_973_181, 9);
    expect(items['加绒卫衣男']?.['销售额占比']).toBeCloseTo(1_264_209 / total, 9);
    expect(items['儿童保温水壶']).toMatchObject({ 销售额: '', 销售额排名: '', 退款占销售额: '' });
  });

  test('4 退款: 14 refunds of ¥4,110.50, the groups beside it follow when a person changes one', () => {
    const rows = rowsOf(host, 'tblRefund');
    expect(rows.reduce((sum, row) => sum + Number(row['金额']), 0)).toBeCloseTo(3281 + 829.5, 2);
    expect(rows.reduce((sum, row) => sum + Number(row['笔数']), 0)).toBe(10 + 4);
    expect(groups(host)).toEqual({ 活动规则设置: [3, 531.5], 产品质量: [1, 89], 客服答复: [1, 1299], 物流: [5, 1215], 其他: [4, 976], 合计: [14, 4110.5] });
    const index = rows.findIndex((row) => row['退款原因'] === '做工问题');
    const { sheet, address } = addressOf(host.book, 'tblRefund', index, '归类');
    host.userEdit(sheet, address, '物流');
    expect(groups(host)).toMatchObject({ 产品质量: [0, 0], 物流: [6, 1304], 合计: [14, 4110.5] });
    host.userEdit(sheet, address, '产品质量');
  });

  test('4 咨询: shares, changes in points, ranks, who answers and what to train', () => {
    const rows = rowsOf(host, 'tblInquiry');
    const total = rows.reduce((sum, row) => sum + Number(row['咨询量']), 0);
    expect(total).toBe(31_204);
    const asked = byItem(rows, '问题类别');
    expect(asked['物流/催发货']).toMatchObject({ 排名: 1, 去年排名: 1, 升降: '上升', 处理方式: '机器人+人工', 培训清单: '列入临促培训' });
    expect(asked['活动规则(预售尾款)']).toMatchObject({ 排名: 7, 去年排名: 5, 升降: '下降', 处理方式: '机器人', 培训清单: '' });
    for (const row of rows) {
      expect(row['占比']).toBeCloseTo(Number(row['咨询量']) / total, 9);
      expect(row['占比变化']).toBeCloseTo(Number(row['咨询量']) / total - Number(row['去年占比']), 9);
      expect(row['机器人占比']).toBeCloseTo(Number(row['机器人接待量']) / Number(row['咨询量']), 9);
    }
    expect(rows.reduce((sum, row) => sum + Number(row['机器人接待量']), 0)).toBe(14_115);
  });

  test('4 静默: both shares recomputed, the two kinds of products named', () => {
    const rows = rowsOf(host, 'tblSilent');
    for (const row of rows) {
      expect(row['静默占比']).toBeCloseTo(Number(row['静默销售额']) / Number(row['店铺销售额']), 9);
      expect(row['静默转化率']).toBeCloseTo(Number(row['静默人数']) / Number(row['商品访客数']), 9);
      expect(row['静默占比']).toBeCloseTo(Number(row['导出的静默占比']), 3);
    }
    const kinds = (kind: string): unknown[] => rows.filter((row) => row['类型'] === kind).map((row) => row['商品']).sort();
    expect(kinds('自助下单型')).toEqual(['一次性洗脸巾(引流)', '法兰绒四件套'].sort());
    expect(kinds('咨询依赖型')).toEqual(['空气炸锅 可视款', '蒸汽拖把'].sort());
  });

  test('a chart each, titled, with data in every series', () => {
    for (const name of ['3 时段', '4 热卖', '4 退款', '4 咨询', '4 静默']) {
      const [chart, ...others] = sheetNamed(host.book, name).charts;
      expect(others).toEqual([]);
      expect(chart && titleText(chart, host.book)).toMatch(/.{8,}/);
      expect(chart?.series.length).toBe(2);
      for (const series of chart?.series ?? []) expect(series.values).not.toBe('');
    }
    expect(sheetNamed(host.book, '3 时段').charts[0]?.series.map((series) => series.axisGroup)).toEqual(['Primary', 'Secondary']);
  });

  test('in print the table and the chart do not shrink each other: two areas', () => {
    const sheet = sheetNamed(host.book, '4 静默');
    expect(sheet.pageLayout.printArea).toMatch(/^\$A:\$[A-Z]+,\$[A-Z]+:\$[A-Z]+$/);
    const [first, second] = (sheet.pageLayout.printArea ?? '').split(',');
    const chart = sheet.charts[0];
    expect(first).toBe('$A:$O');
    expect(second?.startsWith('$U:')).toBe(true);
    expect(chart?.left).toBeGreaterThan(0);
  });

  test('the cover lists every sheet with its count', () => {
    const cover = [...sheetNamed(host.book, '封面').cells.values()].map((cell) => cell.value);
    for (const name of ['3 时段', '4 热卖', '4 退款', '4 咨询', '4 静默']) expect(cover).toContain(name);
    expect(cover).not.toContain('未粘贴');
    expect(cover.filter((value) => value === '有数据，待写分析')).toHaveLength(6);
  });

  test('no agent, buyer, phone or order number on any sheet', () => {
    const text = JSON.stringify(contentOf(host));
    for (const secret of ['小满', '阿橙', '青柠', '海盐', '豆包', '4012345678901230', '7000000000000000001', '138****', 't**8']) expect(text).not.toContain(secret);
  });
});

/** Count and amount by group as they stand beside the refund table. */
function groups(host: Host): Record<string, [unknown, unknown]> {
  host.calculate();
  const { cells } = sheetNamed(host.book, '4 退款');
  const at = (row: number, column: number): unknown => cells.get(row * 16_384 + column)?.value;
  const first = [...cells].find(([, cell]) => cell.value === '按原因归类')?.[0] ?? 0;
  const [row, column] = [Math.floor(first / 16_384), first % 16_384];
  return Object.fromEntries(Array.from({ length: 6 }, (_, index) => [String(at(row + 1 + index, column)), [at(row + 1 + index, column + 1), at(row + 1 + index, column + 2)]]));
}

describe('a paste that comes later', () => {
  test('adds its sheet in its place and moves nothing that people typed', async () => {
    const host = await startExcel();
    await generate(sampleInputs(...base));
    expect(visible(host)).toEqual(['封面', '1 回顾目标', '2 实际数据', '2 对比结果', '3 回溯过程', '4 原因分析', '案例', '5 提炼规律', '6 行动计划', '配置']);
    host.userEdit('6 行动计划', 'L5', '效果不错');
    const team = addressOf(host.book, 'tblCause', 0, '团队看法');
    host.userEdit(team.sheet, team.address, '培训太晚');
    const verdict = host.book.names.find((name) => name.name === 'retroVerdict')?.formula.split('!').at(-1)?.replaceAll('$', '') ?? '';
    host.userEdit('封面', verdict, '总体满意');
    const before = new Map(['6 行动计划', '1 回顾目标'].map((name) => [name, JSON.stringify([...sheetNamed(host.book, name).cells])]));
    useExcel(host, 'later');
    const { errorCells } = await generate(sampleInputs(...base, '05a_refunds_taobao.tsv', '04_hourly.tsv'));
    expect(errorCells).toEqual([]);
    expect(visible(host)).toEqual(['封面', '1 回顾目标', '2 实际数据', '2 对比结果', '3 回溯过程', '3 时段', '4 原因分析', '4 退款', '案例', '5 提炼规律', '6 行动计划', '给各部门', '配置']);
    for (const [name, cells] of before) expect(JSON.stringify([...sheetNamed(host.book, name).cells])).toBe(cells);
    // The causes keep what people typed and gain what the new data show.
    const refunded = rowsOf(host, 'tblCause').find((row) => row['指标/节点'] === '退款率(金额)');
    expect(rowsOf(host, 'tblCause')[0]).toMatchObject({ 团队看法: '培训太晚' });
    expect(String(refunded?.['数据显示'])).toMatch(/R-01 /);
    expect(sheetNamed(host.book, '封面').cells.get((Number(verdict.slice(1)) - 1) * 16_384 + 1)?.value).toBe('总体满意');
    expect(sheetNamed(host.book, '4 退款').charts).toHaveLength(1);
    // The same cover as if everything had been pasted at once.
    const cover = [...sheetNamed(host.book, '封面').cells].filter(([key]) => Math.floor(key / 16_384) > 14);
    const reference = await startExcel();
    await generate(sampleInputs(...base, '05a_refunds_taobao.tsv', '04_hourly.tsv'));
    const wanted = [...sheetNamed(reference.book, '封面').cells].filter(([key]) => Math.floor(key / 16_384) > 14);
    const shown = (list: typeof cover): unknown => list.map(([key, { value, formula, hyperlink }]) => [key, value, formula, hyperlink]).sort((a, b) => Number(a[0]) - Number(b[0]));
    expect(shown(cover)).toEqual(shown(wanted));
  });

  test('stays in the workbook when the next generation brings other data', async () => {
    const host = await startExcel();
    await generate(sampleInputs(...base, '05a_refunds_taobao.tsv'));
    const once = contentOf(host);
    await generate(sampleInputs(...base));
    const again = contentOf(host) as { sheets: { name: string }[] };
    const refund = (content: unknown): unknown => (content as typeof again).sheets.find((sheet) => sheet.name === '4 退款');
    expect(refund(again)).toEqual(refund(once));
    expect(again.sheets.map((sheet) => sheet.name)).toEqual((once as typeof again).sheets.map((sheet) => sheet.name));
  });

  test('replaces the figures of an older one, keeps people’s words', async () => {
    const host = await startExcel();
    const refunds = (rows: readonly string[]): SourceInput => ({ name: 'r.tsv', text: ['退款编号\t订单编号\t宝贝标题\t买家退款金额\t退款状态\t买家退款原因', ...rows].join('\n') });
    await generate([refunds(['1\t11\t大衣\t100\t退款成功\t做工问题', '2\t12\t卫衣\t50\t退款成功\t缺货'])]);
    const rows = rowsOf(host, 'tblRefund');
    const { sheet, address } = addressOf(host.book, 'tblRefund', rows.findIndex((row) => row['商品'] === '卫衣'), '为什么');
    host.userEdit(sheet, address, '备货不足');
    await generate([refunds(['1\t11\t大衣\t120\t退款成功\t做工问题', '3\t13\t水壶\t30\t退款成功\t缺货'])]);
    const now = byItem(rowsOf(host, 'tblRefund'), '商品');
    expect(now['大衣']).toMatchObject({ 金额: 120 });
    expect(now['卫衣']).toMatchObject({ 金额: '', 笔数: '', 为什么: '备货不足' });
    expect(now['水壶']).toMatchObject({ 金额: 30, 编号: 'R-03' });
    expect(groups(host)['合计']).toEqual([2, 150]);
  });

  test('a protected cover is named before anything is written', async () => {
    const host = await startExcel();
    await generate(sampleInputs(...base));
    sheetNamed(host.book, '封面').protection.protected = true;
    expect(await tryGenerate(sampleInputs(...base, '05a_refunds_taobao.tsv'))).toMatchObject({ ok: false, failure: { code: 'protected', sheet: '封面' } });
    expect(visible(host)).not.toContain('4 退款');
  });
});

describe('all samples', () => {
  test.each(['zh-CN', 'en-US'] as const)('generating again changes nothing (%s)', async (language) => {
    const host = await startExcel();
    await generate(sampleInputs(), language);
    const once = contentOf(host);
    useExcel(host, 'again');
    const { conflicts } = await generate(sampleInputs(), language);
    expect(contentOf(host)).toEqual(once);
    expect(conflicts).toEqual([]);
    expect(batches(host).length).toBeLessThanOrEqual(16);
    expect(host.book.sheets.map((sheet) => sheet.name)).toContain(messages[language].workbook.sheets.silent);
  });

  test('1,000 products: 200 rows, the sums of the whole, at most 8 round trips', async () => {
    const host = await startExcel();
    const text = ['商品ID\t商品名称\t支付件数\t支付金额\t成功退款金额', ...Array.from({ length: 1000 }, (_, index) => `9${String(index).padStart(11, '0')}\t商品${index}\t${index + 1}\t${(index + 1) * 10}.50\t${index}.25`)].join('\n');
    const { errorCells } = await generate([{ name: 'items.tsv', text }]);
    expect(errorCells).toEqual([]);
    const rows = rowsOf(host, 'tblItem');
    expect(rows).toHaveLength(200);
    expect(rows.at(-1)).toMatchObject({ 商品: '其余 801 项', 销售额排名: '', 热卖: '' });
    const sum = (header: string): number => rows.reduce((all, row) => all + Number(row[header]), 0);
    expect(sum('件数')).toBe((1000 * 1001) / 2);
    expect(sum('销售额')).toBeCloseTo(((1000 * 1001) / 2) * 10 + 1000 * 0.5, 2);
    expect(sum('退款金额')).toBeCloseTo((999 * 1000) / 2 + 250, 2);
    expect(rows[0]).toMatchObject({ 商品: '商品999', 销售额排名: 1, 件数排名: 1 });
    expect(batches(host).length).toBeLessThanOrEqual(8);
  });

  test.each([
    { why: 'hours without any number', text: '时段\t咨询人数\t平均响应时长\n9点\t\t\n10点\t-\t-' },
    { why: 'refunds that are all closed', text: '退款编号\t订单编号\t宝贝标题\t买家退款金额\t退款状态\t买家退款原因\n1\t11\t大衣\t100\t退款关闭\t做工问题' },
  ])('$why: nothing to show, no sheet; the cover says what to paste', async ({ text }) => {
    const host = await startExcel();
    expect((await generate([{ name: 'a.tsv', text }])).sheets).toHaveLength(10);
    expect([...sheetNamed(host.book, '封面').cells.values()].filter((cell) => cell.value === '未粘贴')).toHaveLength(7);
  });
});
