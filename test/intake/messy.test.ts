import { readSource } from '../../src/intake';
import { paste, read, readAll, retroOf, show } from './acceptance/reading';

/** What a supervisor really pastes: exports as the back offices show them, and tables people typed themselves. */

const actual = (text: string, name = '粘贴') => {
  const source = read({ name, text });
  return { source, figure: (key: string) => show(source.records.actuals?.find(({ metric }) => metric.key === key)?.value) };
};

describe('days and rule above the table are those of the figures', () => {
  test.each<{ why: string; title: string; note: { code: string; text: string } | undefined }>([
    { why: '统计时间 of 京东 and 赤兔', title: '统计时间：2025-11-01 至 2025-11-11', note: { code: 'period', text: '2025-11-01~2025-11-11' } },
    { why: 'the rule of 赤兔', title: '自定义报表（付款判定）', note: { code: 'attribution', text: '付款判定' } },
    { why: 'the day of the download is not what the table covers', title: '导出时间：2025-11-12', note: undefined },
    { why: 'nor the day of the last update', title: '数据更新时间 2025-11-12', note: undefined },
  ])('$why', ({ title, note }) => {
    const { notes } = paste([title], ['客服昵称', '接待人数', '客服销售额'], ['小满', '10', '200']);
    expect(notes.filter(({ code }) => code === 'period' || code === 'attribution')).toEqual(note === undefined ? [] : [note]);
  });
});

describe('metrics as columns, 目标, 实际 and 去年 as rows', () => {
  const source = paste(['', '店铺销售额', '询单转化率', '退款率', '平均响应(秒)'], ['目标', '1200万', '≥55%', '尽量低', '30'], ['今年双11', '1286万', '48.75%', '17.8%', '45'], ['去年双11', '1051万', '47.02%', '14.2%', '32'], ['同比', '22.3%', '1.7pp', '', '']);

  test('are never added up: each row is what its label says', () => {
    expect(source).toMatchObject({ kind: 'actuals', used: 3, skipped: [{ line: 5, reason: 'total' }] });
    expect(source.records.actuals?.map(({ metric, value, baselines }) => [metric.key, show(value), show(baselines.lastYear)])).toEqual([
      ['sales_amount', 12_860_000, 10_510_000], ['conv_final', 0.4875, 0.4702], ['refund_rate_amt', 0.178, 0.142], ['avg_resp', 45, 32],
    ]);
    expect(source.records.targets?.map(({ metric, value, direction }) => [metric.key, show(value), direction])).toEqual([
      ['sales_amount', 12_000_000, undefined], ['conv_final', 0.55, 'higher'], ['refund_rate_amt', 'missing', undefined], ['avg_resp', 30, undefined],
    ]);
  });
  test('problems name the row and the column', () => {
    expect(source.problems).toContainEqual({ code: 'not-a-number', line: 2, column: '退款率', value: '尽量低' });
  });
  test('the retro compares them', () => {
    expect(retroOf(source).metrics.map(({ key, comparison }) => [key, comparison.state])).toEqual([['sales_amount', 'reached'], ['conv_final', 'missed'], ['refund_rate_amt', 'no-target'], ['avg_resp', 'missed']]);
  });
  test('rows with other labels are added up, and that is said; rows of shops need no word', () => {
    const channels = paste(['渠道', '店铺销售额', '访客数', '支付件数'], ['直播间', '100', '10', '1'], ['货架', '200', '20', '2']);
    expect(channels.problems).toEqual([{ code: 'rows-added', line: 1, column: '', value: '直播间、货架', detail: { rows: 2 } }]);
    expect(show(channels.records.actuals?.[0]?.value)).toBe(300);
    expect(paste(['店铺', '店铺销售额', '访客数', '支付件数'], ['旗舰店', '100', '10', '1'], ['专营店', '200', '20', '2']).problems).toEqual([]);
  });
});

test('生意参谋 daily: 全店 and 同行 rows between the days; peers become one baseline, weighted by the days', () => {
  const { source, figure } = actual('日期\t咨询人数\t接待人数\t平均响应时长\n2025-11-01\t100\t100\t80秒\n全店\t100\t100\t80秒\n同行\t-\t-\t40秒\n2025-11-02\t300\t300\t40秒\n全店\t300\t300\t40秒\n同行\t-\t-\t20秒\n');
  expect(source).toMatchObject({ used: 2, problems: [] });
  expect(figure('avg_resp')).toBe(50);
  expect(show(source.records.actuals?.find(({ metric }) => metric.key === 'avg_resp')?.baselines.industry)).toBe(25);
});

test('京东 服务单: 换货 is no refund, an open one not yet, whatever the columns are called there', () => {
  const source = paste(['服务单号', '订单号', '商品名称', '申请时间', '服务类型', '申请原因', '审核状态', '退款金额'], ['2100000001', '29', '空气炸锅', '2025-11-05', '退货', '商品质量问题', '完成', '1299.00'], ['2100000002', '30', '蒸汽拖把', '2025-11-06', '换货', '外观破损', '完成', '0.00'], ['2100000003', '31', '蒸汽拖把', '2025-11-06', '退货', '不想要', '待审核', '499.00']);
  const { refunds } = retroOf(source).analyses;
  expect([refunds?.summary.count, refunds?.summary.amount, refunds?.summary.open]).toEqual([1, 1299, 1]);
});

test('京东 orders: 订购数量 and 付款确认时间', () => {
  const source = paste(['订单号', '商品ID', '商品名称', '订购数量', '应付金额', '订单状态', '付款确认时间', '客户姓名'], ['29', '1', '空气炸锅', '2', '1199.00', '完成', '2025-11-01 00:02:00', '李*'], ['30', '2', '拖把', '1', '998.00', '(删除)等待付款确认', '', '王*']);
  expect(source.records.orders?.map(({ quantity, state, paidAt }) => [show(quantity), state, paidAt])).toEqual([[2, 'paid', '2025-11-01 00:02:00'], [1, 'open', undefined]]);
});

test('minutes by the header are minutes, whatever they look like', () => {
  const source = paste(['日期', '客服昵称', '接待人数', '平均回复时长(分钟)'], ['2025-11-01', '红1', '40', '0.6'], ['2025-11-01', '红2', '30', '0.7']);
  expect(source.records.agents?.map(({ figures }) => show(figures['avg_resp']))).toEqual([36, 42]);
  expect(source.problems).toEqual([]);
});

test.each<{ why: string; text: string; kind: string; used: number }>([
  { why: 'headers with sort arrows and help marks of a web page', text: '客服昵称 ↑↓\t接待人数▲\t平均响应(秒) ?\t满意率*\n小满\t816\t37.79\t95%\n合计（1人）\t816\t37.79\t\n', kind: 'agents', used: 1 },
  { why: 'headers with line breaks', text: '"客服\n昵称"\t"接待\n人数"\t"平均响应\n(秒)"\n小满\t816人\t33s\n', kind: 'agents', used: 1 },
  { why: 'cells parted by blanks', text: '指标    目标值\n店铺销售额    1200万\n平响    30秒\n', kind: 'targets', used: 2 },
  { why: 'a table of a document with bars', text: '| 指标 | 目标值 |\n| --- | :---: |\n| 店铺销售额 | 1200万 |\n| 平响 | 30秒 |\n', kind: 'targets', used: 2 },
  { why: 'full-width commas', text: '指标，目标值\n店铺销售额，1200万\n', kind: 'targets', used: 1 },
  { why: 'cases in everyday words', text: '场景\t客服怎么回的\t结果\n催发货\t急也没用\t差评\n', kind: 'cases', used: 1 },
  { why: 'actions in everyday words', text: '改进\t谁\t什么时候\n整理话术\t小满\t3天内\n', kind: 'actions', used: 1 },
  { why: 'no-break spaces', text: '指标\u00a0\t目标值\u00a0\n店铺销售额\u00a0\t1200\u00a0万\n', kind: 'targets', used: 1 },
])('$why', ({ text, kind, used }) => {
  const [source, ...others] = readAll({ name: '粘贴', text });
  expect(others).toEqual([]);
  expect(source).toMatchObject({ kind, used, unusedLines: [] });
});

test.each([
  ['开始时间\t结束时间\t买家\t客服\t是否回复\n2025-11-01 00:01:12\t2025-11-01 00:03:40\tt**8\t小满\t是\n', 'inquiries'],
  ['订单时间\t金额\t买家\t客服\t是否静默\n2025-11-01 00:01:12\t329.00\tt**8\t小满\t否\n', 'orders'],
])('a list that a retro has no use for is known and said: %j', (text, kind) => {
  expect(read({ name: '粘贴', text })).toMatchObject({ kind, used: 0, unusedLines: [2], problems: [{ code: 'not-used', line: 2 }] });
});

test('a value of everyday writing in every column', () => {
  const source = paste(['指标', '目标值', '实际', '去年同期'], ['店铺销售额', '￥ 1,200 万', '¥12,860,433.50元', '1051.3万元'], ['平响', '30"', '1\'05"', '00:32'], ['满意度', '95 %', '93.6 ％', '0.951'], ['接待人数', '2.6w', '31204人', '24,877'], ['响应', '≈10s', '45S', '1m12s']);
  expect(source.records.actuals?.map(({ value, baselines }) => [show(value), show(baselines.lastYear)])).toEqual([[12_860_433.5, 10_513_000], [65, 32], [0.936, 0.951], [31_204, 24_877], [45, 72]]);
  expect(source.records.targets?.map(({ value }) => show(value))).toEqual([12_000_000, 30, 0.95, 26_000, 10]);
});

test('a merged blank is carried down, a dash is nobody’s group', () => {
  const [source] = readSource({ name: '粘贴', text: '旺旺昵称\t接待人数\t平均响应时长（秒)\t旺旺分组\n小满\t10\t20\t售前组\n阿橙\t10\t20\t-\n豆包\t10\t20\t\n' }, { today: '2025-11-17', year: 2025 });
  expect(source?.records.agents?.map(({ group }) => group)).toEqual(['售前组', undefined, undefined]);
});
