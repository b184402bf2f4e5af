import type { Host } from '../../src/host';
import type { RetroEvent } from '../../src/retro/types';
import { generate } from '../support/retro';
import { rowsOf, sheetNamed, startExcel, tableOf } from '../support/excel';

/** Every cell of every sheet that shows an error, table or not. */
function errorsOf(host: Host): string[] {
  host.calculate();
  return host.book.sheets.flatMap((sheet) => [...sheet.cells].flatMap(([key, { value }]) => (typeof value === 'string' && /^#(NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NUM!|NULL!|SPILL!|CALC!)/.test(value) ? [`${sheet.name} ${key}: ${value}`] : [])));
}
const texts = (host: Host, sheet: string): string[] => [...sheetNamed(host.book, sheet).cells.values()].map((cell) => String(cell.value));

const items = '商品ID\t商品名称\t支付件数\t支付金额\t成功退款金额\t商品支付转化率';
const refunds = '退款编号\t订单编号\t宝贝标题\t买家退款金额\t退款状态\t买家退款原因';
const silent = '商品ID\t商品标题\t店铺销售额\t静默销售额\t静默销售人数\t商品访客数';
const hours = '日期\t时段\t咨询人数\t接待人数\t平均响应时长';
const log = '开始时间\t买家\t接待客服\t买家首句';
const reviews = '评价时间\t订单编号\t商品名称\t评价结果\t评价内容';
const oneDay: RetroEvent = { name: '店庆', start: '2025-11-11', end: '2025-11-11' };

interface Case {
  readonly why: string;
  readonly lines: readonly string[];
  readonly table: string;
  readonly sheet: string;
  /** of the first row */
  readonly row: Readonly<Record<string, string | number>>;
  readonly says?: string;
  readonly charts: number;
}

const cases: readonly Case[] = [
  { why: 'one product is the first of everything and all of the sales; nothing is said of tiers', lines: [items, '7001\t大衣\t1\t10\t0\t-'], table: 'tblItem', sheet: '4 热卖', row: { 销售额排名: 1, 件数排名: 1, 销售额占比: 1, 退款占销售额: 0, 退款: '', 档次: '', 支付转化率: '' }, says: '没有咨询量，可在表里填', charts: 1 },
  { why: 'sales, units and refunds of zero: no share, no price, no refund rate', lines: [items, '7001\t大衣\t0\t0\t0\t0%'], table: 'tblItem', sheet: '4 热卖', row: { 销售额占比: '', 件均价: '', 退款占销售额: '', 退款: '' }, charts: 0 },
  { why: 'a product without any sale has no place and no share', lines: [items, '7001\t大衣\t-\t-\t-\t-'], table: 'tblItem', sheet: '4 热卖', row: { 销售额: '', 销售额排名: '', 销售额占比: '', 热卖: '' }, says: '没有销售额', charts: 0 },
  { why: 'products of one price are of no proposed tier', lines: [items, '1\t甲\t1\t10\t0\t-', '2\t乙\t2\t20\t0\t-', '3\t丙\t3\t30\t0\t-'], table: 'tblItem', sheet: '4 热卖', row: { 档次: '' }, charts: 1 },
  { why: 'products that tie share a place and stand both in the list', lines: [items, '1\t甲\t5\t10\t0\t-', '2\t乙\t5\t10\t0\t-'], table: 'tblItem', sheet: '4 热卖', row: { 销售额排名: 1, 件数排名: 1 }, says: '乙', charts: 1 },
  { why: 'a reason no rule knows is 其他 and keeps its name', lines: [refunds, '1\t11\t大衣\t100\t退款成功\t量子纠缠'], table: 'tblRefund', sheet: '4 退款', row: { 退款原因: '量子纠缠', 归类: '其他', 金额占比: 1, 同比: '', 升降: '', 环比: '' }, says: '没有去年数据：把去年同期的明细和今年的一起贴入，或直接填去年的列', charts: 1 },
  { why: 'a refund without a reason is named so', lines: [refunds, '1\t11\t大衣\t100\t退款成功\t'], table: 'tblRefund', sheet: '4 退款', row: { 退款原因: '未写原因', 归类: '其他' }, charts: 1 },
  { why: 'refunds of nothing: no share, no chart', lines: [refunds, '1\t11\t大衣\t0\t退款成功\t做工问题'], table: 'tblRefund', sheet: '4 退款', row: { 金额: 0, 金额占比: '' }, charts: 0 },
  { why: 'a reason with the signs of a search', lines: [refunds, '1\t11\t大衣\t100\t退款成功\t*?~', '2\t12\t卫衣\t50\t退款成功\t做工问题'], table: 'tblRefund', sheet: '4 退款', row: { 退款原因: '*?~', 金额: 100 }, charts: 1 },
  { why: 'shop sales and visitors of zero: no share, no type', lines: [silent, '7001\t洗脸巾\t0\t0\t0\t0'], table: 'tblSilent', sheet: '4 静默', row: { 静默占比: '', 静默转化率: '', 类型: '', 追问: '' }, says: '没有静默占比', charts: 0 },
  { why: 'an event of one day, one hour', lines: [hours, '2025-11-11\t9点\t10\t10\t20秒'], table: 'tblHour', sheet: '3 时段', row: { 状态: '峰值', 相对整体: 1, 平日倍数: '', 响应较平日: '' }, says: '没有平日可比：把活动前平日的分时段数据和活动的一起贴入，或直接填“平日”两列。', charts: 1 },
  { why: 'nobody was served: no whole to compare the response with', lines: [hours, '2025-11-11\t9点\t10\t0\t20秒'], table: 'tblHour', sheet: '3 时段', row: { 相对整体: '', 人均接待: '' }, charts: 1 },
  { why: 'volume without response', lines: [hours, '2025-11-11\t9点\t10\t10\t-'], table: 'tblHour', sheet: '3 时段', row: { 平均响应时长: '', 相对整体: '', 状态: '峰值' }, charts: 1 },
  { why: 'a year without a baseline: no trend, and what to paste', lines: [log, '2025-11-01 10:00:00\tt**1\t小满\t什么时候发货'], table: 'tblInquiry', sheet: '4 咨询', row: { 占比: 1, 去年占比: '', 占比变化: '', 去年排名: '', 名次变化: '', 升降: '' }, says: '没有去年可比：把去年的咨询记录和今年的一起贴入，或直接填“去年占比”。', charts: 1 },
  { why: 'a question no rule knows is 其他, with its words to learn from', lines: [log, '2025-11-01 10:00:00\tt**1\t小满\t量子纠缠'], table: 'tblInquiry', sheet: '4 咨询', row: { 问题类别: '其他', 代表问法: '量子纠缠', 处理方式: '人工' }, charts: 1 },
  { why: 'bad reviews alone: no praise is made up, the chart draws what they are about', lines: [reviews, '2025-11-05\t40001\t大衣\t差评\t快递太慢'], table: 'tblReview', sheet: '4 评价', row: { 类型: '差评集中点', '关键词/集中点': '物流', 条数: 1, 该类评价数: 1 }, says: '中差评最集中：物流，1 条', charts: 1 },
];

describe('odd data: no error cell, no invented number, and the sheet says what is missing', () => {
  // One workbook serves a case of every table: what is odd in one paste must not touch the others. All in an event of one day.
  const rounds = Array.from({ length: Math.max(...[...new Set(cases.map((one) => one.table))].map((table) => cases.filter((one) => one.table === table).length)) }, (_, round) =>
    [...new Set(cases.map((one) => one.table))].flatMap((table) => cases.filter((one) => one.table === table).slice(round, round + 1)));

  describe.each(rounds.map((round, index) => ({ index, round })))('workbook $index', ({ round }) => {
    let host: Host;
    beforeAll(async () => {
      host = await startExcel();
      await generate(round.map(({ table, lines }) => ({ name: `${table}.tsv`, text: lines.join('\n') })), 'zh-CN', oneDay);
      expect(errorsOf(host)).toEqual([]);
    });
    test.each(round)('$why', ({ table, sheet, row, says, charts }) => {
      expect(rowsOf(host, table)[0]).toMatchObject(row);
      if (says !== undefined) expect(texts(host, sheet)).toContain(says);
      expect(tableOf(host.book, table).sheet.charts).toHaveLength(charts);
    });
  });

  test('names with the signs of a search are summed as they stand: 湿巾*3 is not 湿巾加厚*3', async () => {
    const host = await startExcel();
    await generate([{ name: 'a.tsv', text: [refunds, '1\t11\t湿巾加厚*3\t100\t退款成功\t做工?', '2\t12\t湿巾*3\t50\t退款成功\t做工x', '3\t13\t>9\t5\t退款成功\t做工问题'].join('\n') }]);
    expect(errorsOf(host)).toEqual([]);
    const rows = rowsOf(host, 'tblRefund');
    for (const [header, amounts] of [['商品次序', [100, 50, 5]], ['原因次序', [100, 50, 5]]] as const) expect(rows.map((row) => Math.round(Number(row[header])))).toEqual(amounts);
  });

  test('targets alone: no sheet of an analysis, the cover names the paste for each', async () => {
    const host = await startExcel();
    await generate([{ name: 'a.tsv', text: '指标\t目标值\n店铺销售额\t100万' }]);
    expect(errorsOf(host)).toEqual([]);
    const cover = texts(host, '封面');
    for (const hint of ['贴入分时段的咨询量和响应时长，就有这张表。', '贴入商品销售明细，就有这张表。', '贴入退款（售后）明细，就有这张表。', '贴入咨询记录或高频问题统计，就有这张表。', '贴入按商品的静默下单数据，就有这张表。', '贴入商品评价，就有这张表。']) expect(cover).toContain(hint);
  });

  test('a metric with no direction is described and never judged; targets of zero and figures of zero divide nothing', async () => {
    const host = await startExcel();
    await generate([{ name: 'a.tsv', text: '指标\t目标值\t实际值\t去年同期\n仓库温度\t20度\t25度\t18度\n纠纷退款率\t0\t0\t0\n新客数\t100\t0\t0\n平均响应时长\t30秒\t0秒\t0秒\n' }]);
    expect(errorsOf(host)).toEqual([]);
    const rows = Object.fromEntries(rowsOf(host, 'tblComparison').map((row) => [String(row['指标']), row]));
    expect(rows['仓库温度']).toMatchObject({ 方向: '仅参考', 状态: '仅参考', 原因: '', 追问: '' });
    expect(rows['纠纷退款率']).toMatchObject({ 状态: '未定目标', 达成率: '', 同比: 0 });
    expect(rows['新客数']).toMatchObject({ 状态: '未达', 达成率: 0, 同比: '' });
    expect(rows['平均响应时长']).toMatchObject({ 状态: '达成', 达成率: '', 同比: '' });
    expect(rowsOf(host, 'tblCause').some((row) => row['指标/节点'] === '仓库温度')).toBe(false);
  });

  test.each([
    { why: 'actuals alone: states say that targets are missing', text: '指标\t实际值\n退款率(金额)\t9%\n平均响应时长\t45秒\n', states: ['未定目标', '未定目标'] },
    { why: 'targets alone: states say that figures are missing', text: '指标\t目标值\n退款率(金额)\t8%\n平均响应时长\t30秒\n', states: ['缺实际', '缺实际'] },
  ])('missing kinds, $why; every sheet stands without an error', async ({ text, states }) => {
    const host = await startExcel();
    await generate([{ name: 'a.tsv', text }]);
    expect(errorsOf(host)).toEqual([]);
    expect(rowsOf(host, 'tblComparison').map((row) => row['状态'])).toEqual(states);
    expect(rowsOf(host, 'tblComparison').map((row) => row['同比'])).toEqual(['', '']);
    expect(host.book.sheets.flatMap((sheet) => sheet.charts)).toEqual([]);
  });

  test('10,000 products: a sheet of 200 rows, whose sums are those of all', async () => {
    const host = await startExcel();
    await generate([{ name: 'a.tsv', text: [items, ...Array.from({ length: 10_000 }, (_, index) => `9${String(index).padStart(11, '0')}\t商品${index}\t${index + 1}\t${index + 1}\t1\t-`)].join('\n') }]);
    expect(errorsOf(host)).toEqual([]);
    const rows = rowsOf(host, 'tblItem');
    expect(rows).toHaveLength(200);
    expect(rows.reduce((sum, row) => sum + Number(row['销售额']), 0)).toBe((10_000 * 10_001) / 2);
    expect(rows.at(-1)).toMatchObject({ 商品: '其余 9801 项', 件均价: '', 销售额排名: '' });
  });
});
