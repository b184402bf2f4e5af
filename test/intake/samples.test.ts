import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '../../src/intake';
import type { Source } from '../../src/intake/types';
import { aggregateAgents } from '../../src/retro/aggregate';
import { hourWindow, summariseHours } from '../../src/retro/hours';
import { summariseInquiries, summariseInquiryCounts } from '../../src/retro/inquiries';
import { mergeItems, refundShareOf, silentPatternOf, summariseSilent, topItems } from '../../src/retro/items';
import { summariseRefunds } from '../../src/retro/refunds';
import { summariseReviews } from '../../src/retro/reviews';
import { inquiryCategories } from '../../src/retro/taxonomy/inquiry-categories';
import { refundGroupNames } from '../../src/retro/taxonomy/refund-groups';
import { readTone } from '../../src/retro/taxonomy/tone';
import type { Figure } from '../../src/retro/types';

const folder = join(__dirname, '../fixtures/samples');
const options = { today: '2025-11-17', year: 2025 };

function sample(file: string): Source {
  const [source] = readSource({ name: file, bytes: readFileSync(join(folder, file)) }, options);
  if (!source) throw new Error(`nothing came back for ${file}`);
  return source;
}

const show = (figure: Figure | undefined): unknown => (figure?.kind === 'number' ? figure.value : figure?.kind);

describe('every sample is accounted for to the last line', () => {
  test.each(readdirSync(folder))('%s', (file) => {
    const source = sample(file);
    const below = source.skipped.filter((skip) => skip.line > source.headerLine);
    expect(source.used + below.length + source.unusedLines.length).toBe(source.rows);
  });
});

describe('targets: 01_targets.tsv (DOMAIN 5.1)', () => {
  const source = sample('01_targets.tsv');
  const targets = source.records.targets ?? [];

  test('gives 14 targets with the header on line 3 and the caption kept', () => {
    expect(source).toMatchObject({ kind: 'targets', lines: 17, headerLine: 3, rows: 14, used: 14, problems: [], unusedLines: [] });
    expect(source.skipped).toEqual([{ line: 1, reason: 'title' }, { line: 2, reason: 'blank' }]);
    expect(source.notes).toContainEqual({ code: 'caption', text: '2025双11客服目标表（内部）' });
  });

  test.each([
    ['sales_amount', 12_000_000, undefined],
    ['cs_sales', 3_600_000, undefined],
    ['conv_final', 0.55, 'higher'],
    ['silent_conv', 0.032, undefined],
    ['refund_rate_amt', 0.15, 'lower'],
    ['csat', 0.95, undefined],
    ['avg_resp', 30, 'lower'],
    ['first_resp', 10, undefined],
    ['rate_3min', 0.98, 'higher'],
    ['received_users', 26_000, undefined],
    ['bad_rate', 0.008, 'lower'],
    ['dispute_rate', 0.0002, undefined],
    ['new_buyers', 8_000, undefined],
    ['intervene_rate', 'missing', undefined],
  ])('%s is %s', (key, value, direction) => {
    const target = targets.find((candidate) => candidate.metric.key === key);
    expect(show(target?.value)).toBe(value);
    expect(target?.direction).toBe(direction);
  });
});

describe('actuals: 02_actuals.tsv (DOMAIN 5.2)', () => {
  const source = sample('02_actuals.tsv');
  const actuals = source.records.actuals ?? [];

  test('gives 16 figures without a question, 退款率 decided by its 备注', () => {
    expect(source).toMatchObject({ kind: 'actuals', lines: 17, headerLine: 1, rows: 16, used: 16, skipped: [], problems: [] });
  });

  test.each([
    ['sales_amount', 12_860_433.5, 10_513_000, 6_420_118, 'missing'],
    ['conv_final', 'pending', 0.5631, 0.5512, 0.524],
    ['refund_rate_amt', 0.178, 0.142, 0.1295, 0.18],
    ['refund_amount', 2_289_157.16, 1_493_000, 831_405.28, 'missing'],
    ['avg_resp', 45, 32, 28, 40],
    ['first_resp', 14.62, 11.9, 10.4, 'missing'],
    ['rate_3min@8-23点', 0.9731, 0.9868, 0.9902, 'missing'],
    ['csat', 0.936, 0.951, 0.958, 0.94],
    ['resolve_rate', 0.884, 'missing', 0.902, 'missing'],
    ['peak_volume', 4216, 3050, 1904, 'missing'],
  ])('%s: %s, last year %s, last promo %s, industry %s', (key, value, lastYear, lastPromo, industry) => {
    const actual = actuals.find((candidate) => candidate.metric.key === key);
    expect(show(actual?.value)).toBe(value);
    expect(show(actual?.baselines.lastYear)).toBe(lastYear);
    expect(show(actual?.baselines.lastPromo)).toBe(lastPromo);
    expect(show(actual?.baselines.industry)).toBe(industry);
  });
});

/** Team figures of an agent sample, cut to four decimals. */
function team(file: string): Readonly<Record<string, unknown>> {
  const { records } = sample(file);
  return Object.fromEntries(aggregateAgents(records.agents ?? [], records.peers).map(({ metric, value }) => [metric.key, value.kind === 'number' ? Number(value.value.toFixed(4)) : value.kind]));
}

describe('agents: rates are weighted, never averaged', () => {
  test('03a 赤兔: 8 agents, 42.29 秒, satisfaction from counts, 询单转化率 pending, 临促 found', () => {
    const source = sample('03a_agents_chitu.tsv');
    expect(source).toMatchObject({ kind: 'agents', rows: 10, used: 8, problems: [] });
    expect(source.skipped).toEqual([{ line: 10, reason: 'total' }, { line: 11, reason: 'average' }]);
    expect(source.records.agents?.filter((agent) => agent.group === '临促').map((agent) => agent.agent)).toEqual(['客服D-临促', '客服G-临促']);
    expect(team('03a_agents_chitu.tsv')).toMatchObject({ received_users: 4771, avg_resp: 42.2918, csat: Number((444 / 485).toFixed(4)), conv_final: 'pending' });
  });

  test('03b 生意参谋: 42.29 / 97.80 % / 24.92, peers become the industry baseline, shop prefix off', () => {
    const source = sample('03b_agents_sycm.tsv');
    expect(source).toMatchObject({ kind: 'agents', headerLine: 6, used: 8, problems: [] });
    expect(source.skipped.map((skip) => skip.reason)).toEqual(['banner', 'banner', 'blank', 'blank', 'blank', 'total', 'average', 'peer']);
    expect(source.records.agents?.[0]).toMatchObject({ agent: '小满', shop: '某旗舰店', group: '售前组' });
    expect(team('03b_agents_sycm.tsv')).toMatchObject({ received_users: 4771, avg_resp: 42.2918, rate_3min: 0.978, first_resp: 24.9244 });
    const { agents = [], peers } = source.records;
    const industry = Object.fromEntries(aggregateAgents(agents, peers).map(({ metric, baselines }) => [metric.key, show(baselines.industry)]));
    expect(industry).toMatchObject({ avg_resp: 21, rate_3min: 0.998, reply_rate: 0.999, first_resp: 9.8, qa_ratio: 1.6 });
  });

  test('03c 飞鸽: summary rows first, 35.14 % recomputed, two 3分钟 series kept apart', () => {
    const source = sample('03c_agents_feige.tsv');
    expect(source).toMatchObject({ kind: 'agents', rows: 7, used: 5, problems: [] });
    expect(team('03c_agents_feige.tsv')).toMatchObject({ received_users: 2318, received_sessions: 2640, cs_sales: 286_540, inquiry_users: 905, cs_buyers: 318, conv_final: 0.3514, 'rate_3min@会话': 0.9667, rate_3min: 0.9724 });
  });

  test('03d next day: 35.00 秒 without the idle agent, everything delayed stays pending', () => {
    const source = sample('03d_agents_chitu_nextday.tsv');
    expect(source.skipped).toEqual([{ line: 4, reason: 'idle' }, { line: 5, reason: 'total' }, { line: 6, reason: 'average' }]);
    expect(source.records.agents?.find((agent) => agent.idle)?.agent).toBe('星河');
    expect(team('03d_agents_chitu_nextday.tsv')).toMatchObject({ received_users: 138, avg_resp: 34.9981, conv_final: 'pending', eval_return: 'pending', csat: 'pending' });
  });
});

describe('cases: 09_cases.tsv (DOMAIN 5.9)', () => {
  const source = sample('09_cases.tsv');

  test('gives 7 cases although the file has 10 lines, a multi-line reply whole', () => {
    expect(source).toMatchObject({ kind: 'cases', lines: 10, rows: 7, used: 7, skipped: [] });
    const kinds = (source.records.cases ?? []).map((record) => record.kind);
    expect(kinds).toEqual(['negative', 'positive', 'negative', 'negative', 'positive', 'negative', 'neutral']);
    expect(source.records.cases?.[4]?.reply).toBe('您别急，我一步步发截图给您：\n1.打开订单\n2.点付尾款');
  });

  test('names the incomplete one by its line', () => {
    expect(source.problems).toEqual([{ code: 'incomplete-case', line: 10, column: '处理结果', value: '-', detail: { fields: 'outcome' } }]);
  });
});

describe('hours: 04_hourly.tsv (DOMAIN 5.4)', () => {
  const source = sample('04_hourly.tsv');
  const hours = source.records.hours ?? [];

  test('gives 11 slots on 2 dates, the total is a cross-check, the Excel time fraction is named', () => {
    expect(source).toMatchObject({ kind: 'hourly', rows: 12, used: 11, skipped: [{ line: 13, reason: 'total' }] });
    expect(hours.map((hour) => hour.date)).toEqual([...Array.from({ length: 8 }, () => '2025-11-01'), ...Array.from({ length: 3 }, () => '2025-11-11')]);
    expect(hours.map((hour) => hour.hour)).toEqual([0, 1, 8, 9, 10, 11, 12, 20, 10, 11, 20]);
    expect(source.problems).toEqual([{ code: 'excel-damage', line: 11, column: '平均响应时长', value: '0.0005', detail: { meaning: '43.2秒' } }]);
  });

  test('peak 4,216 at 11:00 on the first day; 10–12点: 8,118 and 72.7 秒; overall 49.5 秒 weighted', () => {
    const summary = summariseHours(hours);
    expect(summary.peak).toEqual({ date: '2025-11-01', hour: 11, hours: 1, volume: 4216 });
    expect(show(summary.volume)).toBe(27_609);
    expect(show(summary.response)).toBeCloseTo(49.5, 1);
    const window = hourWindow(hours, 10, 12, '2025-11-01');
    expect(show(window.volume)).toBe(8118);
    expect(show(window.response)).toBeCloseTo(72.7, 1);
    expect(show(hours[9]?.figures.avg_resp)).toBe(43.2);
  });
});

describe('refunds (DOMAIN 5.5)', () => {
  test('05a 淘宝: 12 rows, 10 successes, ¥3,281.00, five groups', () => {
    const source = sample('05a_refunds_taobao.tsv');
    expect(source).toMatchObject({ kind: 'refunds', rows: 12, used: 11, skipped: [{ line: 9, reason: 'closed' }], problems: [] });
    const summary = summariseRefunds(source.records.refunds ?? []);
    expect(summary).toMatchObject({ count: 10, amount: 3281, open: 1, closed: 1 });
    expect(summary.byGroup.map(({ group, count, amount }) => [refundGroupNames[group].zh, count, amount])).toEqual([
      ['客服答复', 1, 1299], ['物流', 4, 716], ['其他', 2, 658], ['活动规则设置', 2, 519], ['产品质量', 1, 89],
    ]);
  });

  test.each([
    [2, '其他', 'reason', ''], [3, '其他', 'reason', ''], [4, '活动规则设置', 'note', ''], [5, '客服答复', 'note', '其他'], [6, '物流', 'note', ''], [7, '产品质量', 'note', ''],
    [8, '活动规则设置', 'note', '其他'], [9, '活动规则设置', 'note', ''], [10, '物流', 'note', ''], [11, '物流', 'note', '产品质量'], [12, '物流', 'reason', ''], [13, '客服答复', 'note', ''],
  ])('05a line %i is %s by %s, secondary %j', (line, group, basis, secondary) => {
    const record = sample('05a_refunds_taobao.tsv').records.refunds?.find((refund) => refund.line === line);
    expect(record && refundGroupNames[record.group].zh).toBe(group);
    expect(record?.basis).toBe(basis);
    expect(record?.secondary.map((name) => refundGroupNames[name].zh).join('、')).toBe(secondary);
  });

  test('05b 抖音: 8 rows, 4 successes, ¥829.50 + ¥6.00, 价保 counts, 换货 and 补寄 do not, ids whole', () => {
    const source = sample('05b_refunds_douyin.tsv');
    const records = source.records.refunds ?? [];
    expect(summariseRefunds(records)).toMatchObject({ count: 4, amount: 829.5, freight: 6 });
    expect(records.find((record) => record.type === '价保')).toMatchObject({ counts: true, group: 'activity-rules' });
    expect(records.filter((record) => /换货|补寄/.test(record.type)).map((record) => record.counts)).toEqual([false, false]);
    expect(records.map((record) => record.refundId)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((index) => `700000000000000000${index}`));
  });
});

describe('inquiries (DOMAIN 5.6)', () => {
  test('06a log: 13 rows in their categories, 4 by bot, 1 unanswered, the greeting never in the TOP10', () => {
    const source = sample('06a_inquiry_log.tsv');
    expect(source).toMatchObject({ kind: 'inquiries', rows: 13, used: 12, skipped: [{ line: 13, reason: 'greeting' }] });
    const names = (source.records.inquiries ?? []).map((record) => inquiryCategories.find((category) => category.id === record.category)?.zh);
    expect(names).toEqual(['活动规则/预售尾款', '优惠券/满减', '物流查询', '尺码', '价格/价保', '赠品', '发货/催发货', '物流查询', '质量/破损/少件', '发票', '投诉/情绪', '寒暄/无效', '换货']);
    expect(summariseInquiries(source.records.inquiries ?? [])).toMatchObject({ total: 12, bot: 4, unanswered: 1, greetings: 1 });
  });

  test('06b counted table: 10 categories, 31,204, bot 14,115, share changes in points', () => {
    const source = sample('06b_inquiry_top10.tsv');
    expect(source).toMatchObject({ used: 10, skipped: [{ line: 12, reason: 'total' }], problems: [] });
    const summary = summariseInquiryCounts(source.records.inquiryCounts ?? []);
    expect(summary).toMatchObject({ total: 31_204, bot: 14_115 });
    const changes = Object.fromEntries(summary.top.map((row) => [row.label, show(row.shareChange)]));
    expect(changes).toMatchObject({ '物流/催发货': 0.046, '活动规则(预售尾款)': -0.035, 优惠券与满减: -0.036, '价保/降价': 0.034 });
  });

  test('06c raw chat: 4 turns and a system line, 265 秒 to the second answer, tone named', () => {
    const source = sample('06c_chat_raw.txt');
    expect(source).toMatchObject({ kind: 'chat', rows: 10, used: 9, skipped: [{ line: 10, reason: 'system' }] });
    const turns = source.records.chat ?? [];
    expect(turns.map((turn) => turn.sender)).toEqual(['agent', 'buyer', 'agent', 'buyer', 'system']);
    expect(turns[1]).toMatchObject({ text: '下单3天还没发货\n怀疑虚假发货', name: '' });
    expect(turns[2]?.delay).toBe(265);
    expect(readTone(turns[2]?.text ?? '')).toMatchObject({ problems: [{ zh: '不耐烦/冷漠' }], marks: [] });
  });
});

describe('items and silent orders (DOMAIN 5.7, 5.8)', () => {
  test('07 商品: 8 items, 7 with sales, the one wrong total named with both numbers', () => {
    const source = sample('07_item_sales_sycm.tsv');
    const items = mergeItems(source.records.items ?? []);
    expect(items).toHaveLength(8);
    expect(items.filter((item) => item.figures.sales_amount?.kind === 'number')).toHaveLength(7);
    expect(source.problems).toEqual([{ code: 'total-differs', line: 15, column: '商品加购人数', value: '42948', detail: { total: 42_948, sum: 44_948 } }]);
    expect(topItems(items, 'sales_amount', 1)[0]?.item).toBe('羊毛混纺大衣女秋冬');
    expect(topItems(items, 'paid_items', 1)[0]?.item).toBe('一次性洗脸巾(引流)');
    const shares = Object.fromEntries(items.map((item) => [item.item, refundShareOf(item)]));
    expect(show(shares['空气炸锅 可视款'])).toBeCloseTo(0.204, 3);
    expect(show(shares['蒸汽拖把'])).toBeCloseTo(0.181, 3);
    expect(show(shares['羊毛混纺大衣女秋冬'])).toBeCloseTo(0.18, 3);
  });

  test('08 静默: 7 items; 静默占比 59.91 % and 静默转化率 9.54 % are two metrics', () => {
    const source = sample('08_silent.tsv');
    expect(source).toMatchObject({ kind: 'silent', used: 7, skipped: [{ line: 9, reason: 'total' }], problems: [] });
    const summary = summariseSilent(source.records.silent ?? []);
    expect(show(summary.share)).toBeCloseTo(0.5991, 4);
    expect(show(summary.conversion)).toBeCloseTo(0.0954, 4);
    const patterns = (pattern: string) => summary.items.filter((item) => silentPatternOf(item) === pattern).map((item) => item.item);
    expect(patterns('self-service')).toEqual(['一次性洗脸巾(引流)', '法兰绒四件套']);
    expect(patterns('needs-service')).toEqual(['蒸汽拖把', '空气炸锅 可视款']);
  });
});

describe('reviews: 10_reviews.tsv (DOMAIN 5.10)', () => {
  const summary = summariseReviews(sample('10_reviews.tsv').records.reviews ?? []);

  test('9 reviews: 4 good, 2 neutral, 3 bad; 33.33 %, without the default text 37.50 %', () => {
    expect(summary).toMatchObject({ total: 9, good: 4, neutral: 2, bad: 3 });
    expect(summary.badRate).toBeCloseTo(1 / 3, 10);
    expect(summary.badRateWritten).toBe(0.375);
  });

  test('keywords come from the three written good reviews; service-caused ones are found', () => {
    const phrases = summary.keywords.map((keyword) => keyword.phrase);
    expect(phrases).toEqual(expect.arrayContaining(['客服耐心', '尺码推荐准', '发货快', '划算']));
    expect(summary.aboutService.filter((review) => review.mood === 'bad').map((review) => review.item)).toEqual(['加绒卫衣男', '空气炸锅 可视款']);
  });
});

describe('orders: 11_orders_taobao_gbk.csv (DOMAIN 5.11)', () => {
  const source = sample('11_orders_taobao_gbk.csv');
  const orders = source.records.orders ?? [];

  test('decodes as GBK: 3 orders, 2 paid with 478.00, one closed, ids whole', () => {
    expect(source).toMatchObject({ kind: 'orders', used: 3, problems: [] });
    expect(orders.map((order) => order.state)).toEqual(['paid', 'paid', 'closed']);
    expect(orders.filter((order) => order.state === 'paid').reduce((sum, order) => sum + Number(show(order.paid)), 0)).toBe(478);
    expect(orders[1]?.orderId).toBe('4012345678901230040');
  });

  test('refund 329.00 on the first, missing on the others; no phone and no buyer anywhere', () => {
    expect(orders.map((order) => show(order.refund))).toEqual([329, 'missing', 'missing']);
    expect(JSON.stringify(source.records)).not.toMatch(/138\*|t\*\*8|张\*\*/);
  });
});
