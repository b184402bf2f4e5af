import { planWorkbook } from '../../../src/workbook';
import { codes, firstAgent, paste, read, readAll, retroOf, show, tsv } from './reading';

/** DOMAIN 2A, structure and context, Q23–Q43: what the figures and rows mean. */

const refundHead = ['退款编号', '退款状态', '买家退款金额', '买家退款原因'] as const;
const metric = (retro: ReturnType<typeof retroOf>, key: string) => retro.metrics.find((row) => row.key === key);

test.each(['机器人', '店小蜜', '智能客服', '系统', '某旗舰店:智能助手'])('Q23 %s is no person and splits off', (name) => {
  const source = paste(['客服昵称', '接待人数', '平均响应(秒)'], ['小满', '10', '20'], [name, '500', '1']);
  expect(source.records.agents?.map(({ agent }) => agent)).toEqual(['小满']);
  expect(source.records.bots).toHaveLength(1);
  expect(source.skipped).toEqual([{ line: 3, reason: 'bot' }]);
  expect(show(metric(retroOf(source), 'avg_resp')?.actual)).toBe(20);
});

test('Q24 masked buyers collide and are never used to tell rows apart', () => {
  const log = paste(['开始时间', '买家', '买家首句'], ['2025-11-01 10:00:00', 't**8', '发什么快递'], ['2025-11-01 10:00:00', 't**8', '发什么快递']);
  expect(log).toMatchObject({ used: 2, skipped: [] });
  const orders = paste(['订单编号', '买家会员名', '买家应付货款', '买家实际支付金额', '订单状态'], ['', 't**8', '10', '10', '交易成功'], ['', 't**8', '10', '10', '交易成功']);
  expect(retroOf(orders).analyses.orders?.paid).toEqual({ count: 2, amount: 20 });
});

test.each<{ why: string; type: string; status: string; amount: string; counts: boolean }>([
  { why: 'a part refund counts by its amount', type: '仅退款', status: '退款成功', amount: '20.00', counts: true },
  { why: '价保 with success is money back', type: '价保', status: '同意退款，退款成功', amount: '12.50', counts: true },
  { why: '换货 is not', type: '换货', status: '退款成功', amount: '30.00', counts: false },
  { why: '补寄 is not', type: '补寄', status: '退款成功', amount: '30.00', counts: false },
  { why: 'an open one not yet', type: '退货退款', status: '待买家退货', amount: '30.00', counts: false },
])('Q25 $why', ({ type, status, amount, counts }) => {
  const source = paste(['售后单号', '售后类型', '售后状态', '售后原因', '退商品金额（元）'], ['7000000000000000001', type, status, '其它', amount]);
  const { refunds } = retroOf(source).analyses;
  expect([refunds?.summary.count, refunds?.summary.amount]).toEqual(counts ? [1, Number(amount)] : [0, 0]);
});

test('Q26 a refund in two downloads counts once, as it was closed last; an order number may repeat', () => {
  const head = [...refundHead, '订单编号', '退款完结时间'];
  const first = paste(head, ['11', '退款成功', '10', '缺货', '99', '2025-11-05 10:00:00'], ['12', '退款成功', '10', '缺货', '99', '2025-11-05 10:00:00'], ['11', '退款成功', '8', '缺货', '99', '2025-11-06 10:00:00']);
  expect(first).toMatchObject({ used: 2, skipped: [{ line: 2, reason: 'duplicate' }] });
  const again = read({ name: '第二次下载', text: tsv(head, ['12', '退款关闭', '10', '缺货', '99', '2025-11-07 10:00:00']) });
  const { refunds } = retroOf(first, again).analyses;
  expect([refunds?.summary.count, refunds?.summary.amount, refunds?.summary.closed]).toEqual([1, 8, 1]);
});

test('Q27 no refund rate is made of refunds and sales that may cover other days: both bases stay what they are', () => {
  const refunds = paste([...refundHead], ['11', '退款成功', '10', '缺货']);
  const orders = read({ name: '订单', text: tsv(['订单编号', '买家应付货款', '买家实际支付金额', '订单状态'], ['1', '100', '100', '交易成功']) });
  const given = read({ name: '实际', text: tsv(['指标', '实际'], ['退款率(金额)', '17.8%'], ['退款率(笔数)', '21%']) });
  const made = retroOf(refunds, orders);
  expect(made.metrics.filter(({ key }) => key.startsWith('refund_rate'))).toEqual([]);
  expect([show(metric(made, 'refund_amount')?.actual), show(metric(made, 'refund_count')?.actual), show(metric(made, 'sales_amount')?.actual)]).toEqual([10, 1, 100]);
  const table = planWorkbook(retroOf(refunds, orders, given), 'zh-CN').sheets.find((sheet) => sheet.table?.name === 'tblActual')?.table;
  expect(table?.rows.filter(({ values }) => String(values['code']).startsWith('refund_rate')).map(({ values }) => [values['metric'], values['actual']])).toEqual([['退款率(金额)', 0.178], ['退款率(笔数)', 0.21]]);
});

test('Q28 a refund above the payment is taken, with a note', () => {
  const source = paste([...refundHead, '买家实际支付金额'], ['11', '退款成功', '110', '缺货', '100'], ['12', '退款成功', '10', '缺货', '100']);
  expect(source).toMatchObject({ used: 2, problems: [] });
  expect(source.notes).toContainEqual({ code: 'refund-over-paid', text: '1' });
  expect(retroOf(source).analyses.refunds?.summary.amount).toBe(120);
});

test.each(['-159.00', '(159.00)', '¥-159', '−159'])('Q29 a refund written as %s is 159, noted once', (amount) => {
  const source = paste([...refundHead], ['11', '退款成功', amount, '缺货'], ['12', '退款成功', amount, '缺货']);
  expect(retroOf(source).analyses.refunds?.summary.amount).toBe(318);
  expect(source.notes.filter(({ code }) => code === 'negative-refunds')).toHaveLength(1);
});

test.each([[5000, ['truncated']], [4999, []]])('Q30 under the banner of 5000 rows, %i rows give %j', (count, expected) => {
  const rows = Array.from({ length: count }, (_, index) => [String(700_000_000_000 + index), `商品${index}`, '1']);
  expect(codes(paste(['下载数据最多5000条，超出部分会被截断！'], ['商品ID', '商品名称', '支付金额'], ...rows))).toEqual(expected);
});

test('Q31 emoji, line breaks and = + - @ in front stay text as they were written', () => {
  const texts = ['=1+1', '+86', '-很慢', '@小二', '划算👍\n还会来', '=HYPERLINK("http://x")'];
  const source = paste(['用户咨询场景', '客服回复内容', '处理结果'], ...texts.map((text) => [text, text, text]));
  expect(source.records.cases?.map(({ scene }) => scene)).toEqual(texts);
  const table = planWorkbook(retroOf(source), 'zh-CN').sheets.find((sheet) => sheet.table?.name === 'tblCase')?.table;
  expect(table?.columns.filter(({ key }) => ['scene', 'reply', 'outcome'].includes(key)).map(({ numberFormat }) => numberFormat)).toEqual(['@', '@', '@']);
});

test('Q32 rates differ in points, never in percent; amounts in percent', () => {
  const retro = retroOf(paste(['指标', '实际', '去年同期'], ['退款率(金额)', '17.8%', '14.2%'], ['店铺销售额', '120', '100']));
  expect([metric(retro, 'refund_rate_amt')?.comparison.versus.lastYear, metric(retro, 'sales_amount')?.comparison.versus.lastYear]).toEqual([0.036, 0.2]);
  const rows = planWorkbook(retro, 'zh-CN').sheets.find((sheet) => sheet.table?.name === 'tblComparison')?.table?.rows;
  expect(rows?.map(({ formats }) => formats?.['yoy'])).toEqual(['+0.00%"点";-0.00%"点";0.00%', '+0.00%;-0.00%;0.00%']);
});

test.each<{ raw: string; metricName: string; direction: string | undefined; asked: boolean }>([
  { raw: '≤30秒', metricName: '平均响应时长', direction: 'lower', asked: false }, { raw: '98%以上', metricName: '3分钟回复率', direction: 'higher', asked: false }, { raw: '0.8%以内', metricName: '差评率', direction: 'lower', asked: false },
  { raw: '不低于95%', metricName: '客户满意率', direction: 'higher', asked: false }, { raw: '≥30秒', metricName: '平均响应时长', direction: 'higher', asked: true }, { raw: '约40秒', metricName: '平均响应时长', direction: undefined, asked: false },
])('Q33 $raw of $metricName is $direction, asked: $asked', ({ raw, metricName, direction, asked }) => {
  const source = paste(['指标', '目标值'], [metricName, raw]);
  expect(source.records.targets?.[0]?.direction).toBe(direction);
  expect(codes(source)).toEqual(asked ? ['direction-conflict'] : []);
});

test('Q34 an agent who served nobody is listed and left out of every figure', () => {
  const source = paste(['客服昵称', '接待人数', '平均响应(秒)', '回复率'], ['小满', '10', '20', '100%'], ['星河', '0', '0', '0%']);
  expect(source.skipped).toEqual([{ line: 3, reason: 'idle' }]);
  expect(source.records.agents?.map(({ agent, idle }) => [agent, idle])).toEqual([['小满', undefined], ['星河', true]]);
  const retro = retroOf(source);
  expect([show(metric(retro, 'avg_resp')?.actual), show(metric(retro, 'reply_rate')?.actual)]).toEqual([20, 1]);
});

test.each([['延迟统计', '延迟统计'], ['', ''], ['统计中', '数据更新中']])('Q35 a column of %j and %j is 待出数, not a missing column', (a, b) => {
  const source = paste(['客服昵称', '接待人数', '询单->最终付款转化率'], ['小满', '10', a], ['阿橙', '20', b]);
  expect(metric(retroOf(source), 'conv_final')?.actual).toEqual({ kind: 'pending' });
});

test('Q37 a pending figure is shown as 待出数 and not judged', () => {
  const retro = retroOf(paste(['指标', '目标', '实际'], ['询单转化率', '55%', '延迟统计'], ['差评率', '1%', '0.8%']));
  expect(retro.metrics.map(({ key, comparison }) => [key, comparison.state])).toEqual([['conv_final', 'pending'], ['bad_rate', 'reached']]);
  const actual = planWorkbook(retro, 'zh-CN').sheets.find((sheet) => sheet.table?.name === 'tblActual')?.table?.rows[0]?.values['actual'];
  expect(actual).toBe('待出数');
});

test('Q38 a target without an actual lacks it; an actual without a target is shown, not judged', () => {
  const retro = retroOf(paste(['指标', '目标值'], ['纠纷退款率', '0.02%']), read({ name: '实际', text: tsv(['指标', '实际'], ['平台介入率', '0.31%']) }));
  expect(retro.metrics.map(({ key, comparison }) => [key, comparison.state, comparison.gap])).toEqual([['dispute_rate', 'no-actual', null], ['intervene_rate', 'no-target', null]]);
  expect(planWorkbook(retro, 'zh-CN').sheets.find((sheet) => sheet.table?.name === 'tblActual')?.table?.rows.map(({ values }) => values['actual'])).toEqual([null, 0.0031]);
});

test('Q39 one metric with two values: both are kept, the second asks which one', () => {
  const source = paste(['指标', '实际'], ['平均响应时长', '30秒'], ['平响', '45秒']);
  expect(source.records.actuals?.map(({ value }) => show(value))).toEqual([30, 45]);
  expect(source.problems).toMatchObject([{ code: 'duplicate-metric', line: 3, detail: { firstLine: 2, other: '30秒' } }]);
  const retro = retroOf(source);
  expect(show(metric(retro, 'avg_resp')?.actual)).toBe(30);
  expect(retro.flags).toMatchObject([{ code: 'two-values', values: { used: '30秒', other: '45秒' } }]);
  expect(planWorkbook(retro, 'zh-CN').sheets.find((sheet) => sheet.table?.name === 'tblActual')?.table?.rows[0]?.values['note']).toContain('45秒');
});

test('Q40 an unknown column is kept as 未识别列; mapped once, it is known the next time', () => {
  const table = [['客服昵称', '接待人数', '平响', '内部得分'], ['小满', '10', '20', '88']] as const;
  const source = paste(...table);
  expect(source.columns.at(-1)).toEqual({ header: '内部得分', meaning: undefined, confidence: 0 });
  expect(source.notes).toContainEqual({ code: 'columns-ignored', text: '内部得分' });
  const [second] = readAll({ name: '下个月', text: tsv(...table) }, [{ signature: source.signature ?? '', columns: { 内部得分: 'qc_score' } }]);
  expect(firstAgent(second ?? source)['qc_score']).toBe(88);
});

test('Q43 40 agents by 35 columns, 20 days by 24 hours, 5,000 products, 25,000 refunds: only summaries reach the sheets', () => {
  const metrics = ['接待人数', '咨询人数', '平均响应(秒)', '首次响应(秒)', '回复率', '答问比', '总消息数', '买家消息数', '客服消息数', '客服字数', '最大同时聊天数', '未回复人数', '慢接待人数', '长接待人数', '询单人数', '销售额', '销售量', '销售人数'];
  const agents = paste(['客服昵称', ...metrics, ...metrics.map((_, index) => `内部列${index}`)], ...Array.from({ length: 40 }, (_, index) => [`客服${index}号`, ...metrics.map(() => '1'), ...metrics.map(() => 'x')]));
  const hours = paste(['日期', '时段', '咨询人数'], ...Array.from({ length: 480 }, (_, index) => [`2025-11-${String(1 + Math.floor(index / 24)).padStart(2, '0')}`, `${index % 24}点`, '5']));
  const items = paste(['商品ID', '商品名称', '支付金额'], ...Array.from({ length: 5000 }, (_, index) => [String(700_000_000_001 + index), `商品${index}`, '1']));
  const refunds = paste([...refundHead, '宝贝标题'], ...Array.from({ length: 25_000 }, (_, index) => [String(index + 1), '退款成功', '1', ['缺货', '做工问题', '其他'][index % 3] ?? '', `商品${index % 900}`]));
  expect([agents.used, hours.used, items.used, refunds.used]).toEqual([40, 480, 5000, 25_000]);
  const plan = planWorkbook(retroOf(agents, hours, items, refunds), 'zh-CN');
  const rows = (name: string): number => plan.sheets.find((sheet) => sheet.table?.name === name)?.table?.rows.length ?? 0;
  expect(rows('tblRefund')).toBeLessThanOrEqual(205);
  expect(rows('tblItem')).toBeLessThanOrEqual(5000);
  expect(rows('tblHour')).toBeLessThanOrEqual(480);
  const total = plan.sheets.find((sheet) => sheet.table?.name === 'tblRefund')?.table?.rows.reduce((sum, { values }) => sum + Number(values['amount']), 0);
  expect(total).toBe(25_000);
});
