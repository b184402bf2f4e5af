import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../src/host';
import { addressOf, startExcel } from '../support/excel';
import { generate } from '../support/retro';
import { samplesFolder, sampleInputs } from '../support/samples';

/**
 * Every figure of the analyses, calculated a second time from the sample files by plain string splitting and arithmetic: nothing of the
 * product takes part. The cells are read through the Office.js client, as another add-in would read them.
 */

type Row = Record<string, string | number | boolean>;

/** Lines of a sample as cells; a tab inside quotes is no border. */
const linesOf = (name: string): string[][] => readFileSync(join(samplesFolder, name), 'utf8').replace(/^\uFEFF/, '').replace(/"\t?([^"\n]*)"/g, '$1').split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => line.split('\t').map((cell) => cell.replace(/^=/, '').trim()));
/** Rows below the header that has this cell, without the line of totals. */
function samplesOf(name: string, head: string): Record<string, string>[] {
  const lines = linesOf(name);
  const at = lines.findIndex((cells) => cells.includes(head));
  const headers = lines[at] ?? [];
  return lines.slice(at + 1).map((cells) => Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? '']))).filter((row) => !Object.values(row).some((cell) => cell === '合计' || cell === '汇总值'));
}
const num = (cell: string | undefined): number => Number((cell ?? '').replace(/[¥,]/g, '').replace(/%$/, '')) / (/%$/.test(cell ?? '') ? 100 : 1);
const sum = <T>(rows: readonly T[], pick: (row: T) => number): number => rows.reduce((all, row) => all + pick(row), 0);
const place = (values: readonly number[], value: number): number => values.filter((other) => other > value).length + 1;

async function readTable(name: string): Promise<Row[]> {
  return Excel.run(async (context) => {
    const table = context.workbook.tables.getItem(name);
    const header = table.getHeaderRowRange().load('values');
    const body = table.getDataBodyRange().load('values');
    await context.sync();
    const [headers = []] = header.values as string[][];
    return (body.values as Row[string][][]).map((cells) => Object.fromEntries(headers.map((title, index) => [title, cells[index] ?? ''])));
  });
}

/** Rows of a block beside a table, by its headings: from the heading row that has this cell, as far as the column below that cell is filled. */
async function readBlock(sheet: string, heading: string): Promise<Row[]> {
  return Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange(true).load('values');
    await context.sync();
    const values = used.values as Row[string][][];
    const top = values.findIndex((cells) => cells.includes(heading));
    const headings = values[top] ?? [];
    const column = headings.indexOf(heading);
    const from = headings.slice(0, column).lastIndexOf('') + 1;
    const rows: Row[] = [];
    for (const cells of values.slice(top + 1)) {
      if ((cells[column] ?? '') === '') break;
      rows.push(Object.fromEntries(headings.slice(from).flatMap((title, index) => (title === '' ? [] : [[String(title), cells[from + index] ?? '']]))));
    }
    return rows;
  });
}

/** Figures of a block of facts: name → cell right of it. */
async function readFacts(sheet: string, title: string): Promise<Row> {
  return Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange(true).load('values');
    await context.sync();
    const values = used.values as Row[string][][];
    const top = values.findIndex((cells) => cells.includes(title));
    const column = (values[top] ?? []).indexOf(title);
    const facts: Row = {};
    for (const cells of values.slice(top + 1)) {
      if ((cells[column] ?? '') === '') break;
      facts[String(cells[column])] = cells[column + 1] ?? '';
    }
    return facts;
  });
}

/** Cells of a row against what they must be: numbers to the ten decimals the sheets keep, everything else exactly. */
function expectRow(row: Row | undefined, wanted: Readonly<Record<string, string | number>>): void {
  for (const [header, value] of Object.entries(wanted)) {
    const cell = row?.[header];
    const what = `${String(Object.values(row ?? {})[1])} · ${header}`;
    const same = typeof value === 'number' && typeof cell === 'number' && Math.abs(cell - value) <= 1e-9 * Math.max(1, Math.abs(value));
    expect({ what, value: same ? value : cell }).toEqual({ what, value });
  }
}

let host: Host;
beforeAll(async () => {
  host = await startExcel();
  expect((await generate(sampleInputs())).errorCells).toEqual([]);
});

/** Seconds of the styles in the sample: `1分05秒`, `22s`, `00:00:41`, `43`, a fraction of a day. */
function seconds(cell: string): number {
  const clock = /^(\d+):(\d+):(\d+)$/.exec(cell);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const minutes = /^(?:(\d+)分)?(\d+)(?:秒|s)$/.exec(cell);
  if (minutes) return Number(minutes[1] ?? 0) * 60 + Number(minutes[2]);
  return Number(cell) < 1 ? Number(cell) * 86_400 : Number(cell);
}

test('3 时段: every cell', async () => {
  const lines = samplesOf('04_hourly.tsv', '时段').map((row) => ({ volume: num(row['咨询人数']), received: num(row['接待人数']), agents: num(row['在线客服数']), unanswered: num(row['未回复人数']), response: seconds(row['平均响应时长'] ?? '') }));
  const overall = sum(lines, (line) => line.response * line.received) / sum(lines, (line) => line.received);
  const highest = Math.max(...lines.map((line) => line.volume));
  const rows = await readTable('tblHour');
  expect(rows).toHaveLength(lines.length);
  for (const [index, line] of lines.entries()) {
    const slow = line.response / overall >= 1.3;
    expectRow(rows[index], {
      咨询量: line.volume, 接待人数: line.received, 平均响应时长: line.response, 未回复人数: line.unanswered, 在线客服数: line.agents, 相对整体: line.response / overall, 人均接待: line.received / line.agents, 响应总秒数: line.response * line.received,
      状态: line.volume === highest ? (slow ? '峰值，响应变慢' : '峰值') : slow ? '响应变慢' : '', 平日咨询量: '', 平日倍数: '', 平日响应时长: '', 响应较平日: '',
    });
  }
});

test('3 时段: the summary, with the busiest two hours of the method’s example (10–12点)', async () => {
  const lines = samplesOf('04_hourly.tsv', '时段').map((row) => ({ volume: num(row['咨询人数']), received: num(row['接待人数']), response: seconds(row['平均响应时长'] ?? '') }));
  const whole = (some: typeof lines): number => sum(some, (line) => line.response * line.received) / sum(some, (line) => line.received);
  const [fifth, sixth] = lines.slice(4, 6);
  if (!fifth || !sixth) throw new Error('the sample lacks 10–12点');
  expectRow(await readFacts('3 时段', '时段小结'), {
    咨询量合计: sum(lines, (line) => line.volume), 整体平均响应: whole(lines), 峰值时段: '11-01 11:00–12:00', 峰值咨询量: 4216, '最忙的两小时，始于': '11-01 10:00–11:00', 这两小时的咨询量: fifth.volume + sixth.volume, 这两小时的平均响应: whole([fifth, sixth]),
    响应最慢的时段: '11-01 11:00–12:00', 响应波动: '22 秒 → 80 秒', 咨询量是平日的: '', 响应比平日最多慢: '',
  });
});

test('4 热卖: every cell', async () => {
  const lines = samplesOf('07_item_sales_sycm.tsv', '商品ID').map((row) => ({ item: row['商品名称'] ?? '', code: row['商品ID'] ?? '', units: num(row['支付件数']), sales: num(row['支付金额']), conversion: num(row['商品支付转化率']), refunds: num(row['成功退款金额']) }));
  const sold = lines.filter((line) => !Number.isNaN(line.sales)).sort((a, b) => b.sales - a.sales);
  const total = { sales: sum(sold, (line) => line.sales), refunds: sum(sold, (line) => line.refunds) };
  const rows = await readTable('tblItem');
  expect(rows.map((row) => row['商品'])).toEqual([...sold.map((line) => line.item), '儿童保温水壶']);
  for (const [index, line] of sold.entries()) {
    const ranks = { sales: index + 1, units: place(sold.map((other) => other.units), line.units) };
    expectRow(rows[index], {
      商品ID: line.code, 销售额: line.sales, 件数: line.units, 件均价: line.sales / line.units, 退款金额: line.refunds, 支付转化率: line.conversion, 销售额占比: line.sales / total.sales, 销售额排名: ranks.sales, 件数排名: ranks.units, 退款占销售额: line.refunds / line.sales,
      热卖: ranks.sales <= 3 ? (ranks.units <= 3 ? '销售额、件数前三' : '销售额前三') : ranks.units <= 3 ? '件数前三' : '', 退款: line.refunds / line.sales > (1.1 * total.refunds) / total.sales ? '退款偏高' : '',
    });
  }
  expectRow(rows.at(-1), { 销售额: '', 件数: '', 销售额占比: '', 销售额排名: '', 件数排名: '', 退款占销售额: '', 热卖: '', 退款: '' });
});

test('4 热卖: the tiers, by thirds of the unit price, and the lists of the first five', async () => {
  const sold = samplesOf('07_item_sales_sycm.tsv', '商品ID').map((row) => ({ item: row['商品名称'] ?? '', units: num(row['支付件数']), sales: num(row['支付金额']), refunds: num(row['成功退款金额']) })).filter((line) => !Number.isNaN(line.sales));
  const total = sum(sold, (line) => line.sales);
  const dearest = [...sold].sort((a, b) => b.sales / b.units - a.sales / a.units);
  const tiers: Record<string, typeof sold> = { 高档: dearest.slice(0, 3), 中档: dearest.slice(3, 5), 低档: dearest.slice(5), 未分档: [] };
  for (const row of await readBlock('4 热卖', '按档次')) {
    const lines = tiers[String(row['按档次'])] ?? [];
    const sales = sum(lines, (line) => line.sales);
    expectRow(row, { 销售额: sales, 占比: sales / total, 件数: sum(lines, (line) => line.units), 商品数: lines.length === 0 ? 1 : lines.length, 退款占比: sales === 0 ? '' : sum(lines, (line) => line.refunds) / sales });
  }
  for (const [heading, figure, pick] of [['销售额 TOP 5', '销售额', (line: (typeof sold)[number]) => line.sales], ['件数 TOP 5', '件数', (line: (typeof sold)[number]) => line.units], ['退款占比 TOP 5', '退款占比', (line: (typeof sold)[number]) => line.refunds / line.sales]] as const) {
    const first = [...sold].sort((a, b) => pick(b) - pick(a)).slice(0, 5);
    const rows = await readBlock('4 热卖', heading);
    expect(rows.map((row) => row[heading])).toEqual(first.map((line) => line.item));
    for (const [index, line] of first.entries()) expectRow(rows[index], { 名次: index + 1, [figure]: pick(line) });
  }
  expect((await readBlock('4 热卖', '咨询量 TOP 5')).map((row) => row['咨询量 TOP 5'])).toEqual(['没有咨询量，可在表里填']);
});

/** Who answers, as DOMAIN 3.2 proposes it for the ten labels of the sample in their order. */
const handlers = ['机器人+人工', '机器人', '机器人+人工', '机器人+人工', '人工', '机器人+人工', '机器人', '人工', '机器人', '机器人'];

/** Cause group of each refund as DOMAIN 5.5a and 5.5b list them by hand, by the last digits of its number. */
const groupOfRefund: Readonly<Record<string, string>> = { a1: '其他', a2: '其他', a3: '活动规则设置', a5: '物流', a6: '产品质量', a7: '活动规则设置', a9: '物流', a10: '物流', a11: '物流', a12: '客服答复', b1: '其他', b2: '其他', b6: '活动规则设置', b8: '物流' };
interface Refund { item: string; reason: string; group: string; amount: number }
function refundsOfSamples(): Refund[] {
  const taobao = samplesOf('05a_refunds_taobao.tsv', '退款编号').filter((row) => row['退款状态'] === '退款成功').map((row) => ({ item: row['宝贝标题'] ?? '', reason: row['买家退款原因'] ?? '', group: groupOfRefund[`a${Number((row['退款编号'] ?? '').slice(-3))}`] ?? '?', amount: num(row['买家退款金额']) }));
  const douyin = samplesOf('05b_refunds_douyin.tsv', '售后单号').filter((row) => row['售后状态'] === '同意退款，退款成功').map((row) => ({ item: row['商品名称'] ?? '', reason: row['售后原因'] ?? '', group: groupOfRefund[`b${Number((row['售后单号'] ?? '').slice(-3))}`] ?? '?', amount: num(row['退商品金额（元）']) }));
  return [...taobao, ...douyin];
}
function totalsBy(refunds: readonly Refund[], keyOf: (refund: Refund) => string): Map<string, { count: number; amount: number }> {
  const totals = new Map<string, { count: number; amount: number }>();
  for (const refund of refunds) {
    const before = totals.get(keyOf(refund)) ?? { count: 0, amount: 0 };
    totals.set(keyOf(refund), { count: before.count + 1, amount: before.amount + refund.amount });
  }
  return totals;
}

test('4 退款: every line of product × reason × group', async () => {
  const refunds = refundsOfSamples();
  expect(refunds).toHaveLength(14);
  const total = sum(refunds, (refund) => refund.amount);
  const lines = totalsBy(refunds, ({ item, reason, group }) => [item, reason, group].join('|'));
  const rows = await readTable('tblRefund');
  const amounts = [...lines.values()].map((line) => line.amount);
  expect(rows.map((row) => [row['商品'], row['退款原因'], row['归类']].join('|')).sort()).toEqual([...lines.keys()].sort());
  for (const row of rows) {
    const line = lines.get([row['商品'], row['退款原因'], row['归类']].join('|')) ?? { count: 0, amount: 0 };
    expectRow(row, { 笔数: line.count, 金额: line.amount, 金额占比: line.amount / total, 金额排名: place(amounts, line.amount), TOP: place(amounts, line.amount) <= 3 ? '金额前三' : '' });
  }
});

test('4 退款: the groups, the reasons and the products with the most money', async () => {
  const refunds = refundsOfSamples();
  const total = sum(refunds, (refund) => refund.amount);
  const groups = totalsBy(refunds, ({ group }) => group);
  const groupRows = await readBlock('4 退款', '按原因归类');
  expect(groupRows.map((row) => row['按原因归类'])).toEqual(['活动规则设置', '产品质量', '客服答复', '物流', '其他', '合计']);
  for (const row of groupRows) {
    const line = groups.get(String(row['按原因归类'])) ?? { count: refunds.length, amount: total };
    expectRow(row, { 笔数: line.count, 金额: line.amount, 金额占比: line.amount / total, 去年金额: '', 同比: '', 上期金额: '', 环比: '' });
  }
  for (const [heading, keyOf] of [['退款原因 TOP 10', (refund: Refund) => refund.reason], ['退款商品 TOP 10', (refund: Refund) => refund.item]] as const) {
    const totals = totalsBy(refunds, keyOf);
    const rows = await readBlock('4 退款', heading);
    expect(rows).toHaveLength(Math.min(10, totals.size));
    const amounts = [...totals.values()].map(({ amount }) => amount).sort((a, b) => b - a);
    for (const [index, row] of rows.entries()) {
      const line = totals.get(String(row[heading])) ?? { count: 0, amount: 0 };
      expectRow(row, { 名次: index + 1, 笔数: line.count, 金额: amounts[index] ?? 0, 金额占比: line.amount / total, 去年名次: '', 升降: '' });
      expectRow(row, { 金额: line.amount });
    }
    expect(new Set(rows.map((row) => row[heading])).size).toBe(rows.length);
  }
});

test('4 咨询: every cell', async () => {
  const lines = samplesOf('06b_inquiry_top10.tsv', '问题类型').map((row) => ({ category: row['问题类型'] ?? '', count: num(row['咨询量']), last: num(row['去年双11占比']), bot: num(row['机器人拦截量']), example: row['代表问法'] ?? '' }));
  const total = sum(lines, (line) => line.count);
  const rows = await readTable('tblInquiry');
  expect(rows).toHaveLength(10);
  for (const [index, line] of lines.entries()) {
    const change = line.count / total - line.last;
    expectRow(rows[index], {
      问题类别: line.category, 咨询量: line.count, 占比: line.count / total, 排名: index + 1, 去年占比: line.last, 去年排名: place(lines.map((other) => other.last), line.last), 占比变化: Number(change.toFixed(10)),
      升降: change >= 0.005 ? '上升' : change <= -0.005 ? '下降' : '持平', 机器人接待量: line.bot, 机器人占比: line.bot / line.count, 代表问法: line.example, 名次变化: place(lines.map((other) => other.last), line.last) - (index + 1), 处理方式: handlers[index] ?? '', 培训清单: handlers[index] === '机器人' ? '' : '列入临促培训',
    });
  }
});

test('4 咨询: who could answer how much', async () => {
  const lines = samplesOf('06b_inquiry_top10.tsv', '问题类型').map((row) => ({ count: num(row['咨询量']), bot: num(row['机器人拦截量']), change: num(row['咨询量']) / 31_204 - num(row['去年双11占比']) }));
  const total = sum(lines, (line) => line.count);
  const part = (handler: string): number => sum(lines.filter((_, index) => handlers[index] === handler), (line) => line.count) / total;
  expectRow(await readFacts('4 咨询', '咨询小结'), {
    咨询量合计: total, 机器人接待占比: sum(lines, (line) => line.bot) / total, 可交给机器人的占比: part('机器人'), '机器人+人工的占比': part('机器人+人工'), 必须人工的占比: part('人工'), 列入临促培训的类别: handlers.filter((handler) => handler !== '机器人').length,
    新增的类别: 0, 消失的类别: 0, 上升的类别: lines.filter((line) => line.change >= 0.005).length, 下降的类别: lines.filter((line) => line.change <= -0.005).length,
  });
});

test('4 评价: words of good reviews and where the others cluster, counted by searching the sample', async () => {
  const reviews = samplesOf('10_reviews.tsv', '评价内容').map((row) => ({ item: row['商品名称'] ?? '', good: /好评|5星/.test(row['评价结果'] ?? ''), text: row['评价内容'] ?? '' }));
  const good = reviews.filter((review) => review.good && !review.text.includes('没有填写'));
  const rows = await readTable('tblReview');
  const words = rows.filter((row) => row['类型'] === '好评关键词');
  expect(words.map((row) => row['关键词/集中点'])).toEqual(expect.arrayContaining(['客服', '客服耐心', '尺码推荐准', '质量好', '发货快', '客服回复快', '划算']));
  for (const row of words) {
    const spelt = new RegExp([...String(row['关键词/集中点'])].join('很?'));
    expectRow(row, { 条数: good.filter((review) => spelt.test(review.text)).length, 该类评价数: 3, 占比: good.filter((review) => spelt.test(review.text)).length / 3 });
  }
  const themes = Object.fromEntries(rows.filter((row) => row['类型'] === '差评集中点').map((row) => [String(row['关键词/集中点']), row['条数']]));
  expect(themes).toEqual({ 产品质量: 2, 客服答复: 1, 物流: 1, 活动规则设置: 1 });
  const items = rows.filter((row) => row['类型'] === '差评商品');
  expect(items.map((row) => row['关键词/集中点']).sort()).toEqual(reviews.filter((review) => !review.good && !review.text.includes('没有填写')).map((review) => review.item).sort());
  expectRow(await readFacts('4 评价', '评价小结'), { 评价数: 9, 好评: 4, 中评: 2, 差评: 3, 差评率: 3 / 9, 与客服有关的中差评: 3 });
});

test('4 静默: every cell', async () => {
  const lines = samplesOf('08_silent.tsv', '商品ID').map((row) => ({ item: row['商品标题'] ?? '', code: row['商品ID'] ?? '', sales: num(row['店铺销售额']), silent: num(row['静默销售额']), buyers: num(row['静默销售人数']), visitors: num(row['商品访客数']), share: num(row['静默占比']), conversion: num(row['静默转化率']) }));
  lines.sort((a, b) => b.silent - a.silent);
  const bounce = Object.fromEntries(samplesOf('07_item_sales_sycm.tsv', '商品ID').map((row) => [row['商品ID'] ?? '', num(row['商品详情页跳出率'])]));
  const rows = await readTable('tblSilent');
  expect(rows).toHaveLength(7);
  for (const [index, line] of lines.entries()) {
    const [share, conversion] = [line.silent / line.sales, line.buyers / line.visitors];
    expectRow(rows[index], {
      商品: line.item, 商品ID: line.code, 店铺销售额: line.sales, 静默销售额: line.silent, 静默人数: line.buyers, 商品访客数: line.visitors, 静默占比: share, 静默转化率: conversion, 导出的静默占比: line.share, 导出的静默转化率: line.conversion, 跳失率: bounce[line.code] ?? '',
      类型: share > 0.8 && conversion > 0.1 ? '自助下单型' : share < 0.5 ? '咨询依赖型' : '',
    });
  }
});

test('4 静默: the two shares of the whole and the first five', async () => {
  const lines = samplesOf('08_silent.tsv', '商品ID').map((row) => ({ item: row['商品标题'] ?? '', sales: num(row['店铺销售额']), silent: num(row['静默销售额']), buyers: num(row['静默销售人数']), visitors: num(row['商品访客数']) }));
  expectRow(await readFacts('4 静默', '静默小结'), { 静默销售额占比: sum(lines, (line) => line.silent) / sum(lines, (line) => line.sales), 静默转化率: sum(lines, (line) => line.buyers) / sum(lines, (line) => line.visitors), 自助下单型商品: 2, 咨询依赖型商品: 2 });
  const first = [...lines].sort((a, b) => b.silent / b.sales - a.silent / a.sales).slice(0, 5);
  const rows = await readBlock('4 静默', '静默占比 TOP 5');
  expect(rows.map((row) => row['静默占比 TOP 5'])).toEqual(first.map((line) => line.item));
  for (const [index, line] of first.entries()) expectRow(rows[index], { 名次: index + 1, 静默占比: line.silent / line.sales, 静默转化率: line.buyers / line.visitors });
});

describe('with the pane closed the formulas follow what people type', () => {
  const type = (table: string, row: number, header: string, value: string | number): void => {
    const { sheet, address } = addressOf(host.book, table, row, header);
    expect(host.userEdit(sheet, address, value)).toBeUndefined();
  };

  test('3 时段: another response moves the whole, its own ratio and the state of the others', async () => {
    const before = await readTable('tblHour');
    const at = before.findIndex((row) => row['状态'] === '峰值，响应变慢');
    type('tblHour', at, '平均响应时长', 40);
    type('tblHour', at, '平日响应时长', 20);
    type('tblHour', at, '平日咨询量', 1054);
    const rows = await readTable('tblHour');
    const overall = sum(rows, (row) => Number(row['平均响应时长']) * Number(row['接待人数'])) / sum(rows, (row) => Number(row['接待人数']));
    for (const row of rows) expectRow(row, { 相对整体: Number(row['平均响应时长']) / overall });
    expectRow(rows[at], { 状态: '峰值', 响应较平日: 20, 平日倍数: 4216 / 1054 });
  });

  test('4 热卖: more sales change shares and ranks', async () => {
    type('tblItem', 6, '销售额', 5_000_000);
    const rows = await readTable('tblItem');
    const total = sum(rows, (row) => Number(row['销售额']));
    expectRow(rows[6], { 销售额排名: 1, 热卖: '销售额、件数前三', 销售额占比: 5_000_000 / total });
    expectRow(rows[0], { 销售额排名: 2 });
  });

  test('4 退款: another amount changes the share and the rank', async () => {
    const before = await readTable('tblRefund');
    type('tblRefund', before.length - 1, '金额', 9999);
    const rows = await readTable('tblRefund');
    const total = sum(rows, (row) => Number(row['金额']));
    expectRow(rows.at(-1), { 金额排名: 1, TOP: '金额前三', 金额占比: 9999 / total });
    const changed = rows.at(-1) ?? {};
    const [top] = await readBlock('4 退款', '退款商品 TOP 10');
    expectRow(top, { '退款商品 TOP 10': String(changed['商品'] ?? ''), 金额: sum(rows.filter((row) => row['商品'] === changed['商品']), (row) => Number(row['金额'])) });
  });

  test('4 退款: last year’s amounts typed in bring 同比, places of then, what came and what went', async () => {
    const before = await readTable('tblRefund');
    const reason = (name: string): number => before.findIndex((row) => row['退款原因'] === name);
    type('tblRefund', reason('缺货'), '去年金额', 500);
    type('tblRefund', reason('做工问题'), '去年金额', 100);
    type('tblRefund', reason('做工问题'), '金额', 0);
    type('tblRefund', reason('缺货'), '上期金额', 134);
    const rows = Object.fromEntries((await readBlock('4 退款', '退款原因 TOP 10')).map((row) => [String(row['退款原因 TOP 10']), row]));
    expectRow(rows['缺货'], { 去年金额: 500, 同比: 268 / 500 - 1, 去年名次: 1, 升降: '下降', 上期金额: 134, 环比: 268 / 134 - 1 });
    expectRow(rows['没用/少用优惠'], { 去年金额: 0, 同比: '', 去年名次: '', 升降: '新增', 上期金额: 0, 环比: '' });
    expectRow((await readTable('tblRefund'))[reason('做工问题')], { 升降: '消失', 同比: -1 });
    expectRow((await readBlock('4 退款', '按原因归类')).at(-1), { 去年金额: 600, 上期金额: 134 });
  });

  test('4 咨询: a question of last year that nobody asks any more is gone, one that is new is named', async () => {
    type('tblInquiry', 9, '咨询量', 0);
    type('tblInquiry', 8, '去年占比', 0);
    const rows = await readTable('tblInquiry');
    expectRow(rows[9], { 升降: '消失', 占比: 0 });
    expectRow(rows[8], { 升降: '新增', 去年排名: '' });
  });

  test('4 热卖: another tier moves its sales, inquiries typed in make their list', async () => {
    const before = Object.fromEntries((await readBlock('4 热卖', '按档次')).map((row) => [String(row['按档次']), row]));
    const rows = await readTable('tblItem');
    const at = rows.findIndex((row) => row['档次'] === '低档');
    type('tblItem', at, '档次', '高档');
    type('tblItem', at, '咨询量', 77);
    const after = Object.fromEntries((await readBlock('4 热卖', '按档次')).map((row) => [String(row['按档次']), row]));
    expectRow(after['高档'], { 销售额: Number(before['高档']?.['销售额']) + Number(rows[at]?.['销售额']), 商品数: Number(before['高档']?.['商品数']) + 1 });
    expectRow((await readBlock('4 热卖', '咨询量 TOP 5'))[0], { 名次: 1, '咨询量 TOP 5': String(rows[at]?.['商品']), 咨询量: 77 });
  });

  test('every chart says what stands out, and goes on saying it', async () => {
    const titles = (): Promise<string[]> => Excel.run(async (context) => {
      const charts = ['3 时段', '4 热卖', '4 退款', '4 咨询', '4 静默', '4 评价'].map((name) => context.workbook.worksheets.getItem(name).charts.getItemAt(0).title.load('text'));
      await context.sync();
      return charts.map((title) => title.text);
    });
    for (const title of await titles()) expect(title).toMatch(/[:：\d].{4,}/);
    const rows = await readTable('tblItem');
    type('tblItem', 3, '销售额', 99_000_000);
    expect((await titles())[1]).toContain(`销售额第一：${String(rows[3]?.['商品'])}，占 `);
  });

  test('4 静默: less without a chat makes a product that needs one', async () => {
    type('tblSilent', 0, '静默销售额', 1_000_000);
    expectRow((await readTable('tblSilent'))[0], { 静默占比: 1_000_000 / 2_843_876, 类型: '咨询依赖型' });
  });

  test('no cell shows an error', async () => {
    for (const name of ['tblHour', 'tblItem', 'tblRefund', 'tblInquiry', 'tblSilent', 'tblReview']) {
      for (const row of await readTable(name)) for (const [header, value] of Object.entries(row)) expect({ name, header, error: typeof value === 'string' && value.startsWith('#') }).toEqual({ name, header, error: false });
    }
  });
});
