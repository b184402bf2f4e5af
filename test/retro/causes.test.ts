import { readSource } from '../../src/intake';
import { combineRecords } from '../../src/intake/combine';
import { nodeCauses } from '../../src/retro/causes';
import { questionFacts, questionKey, refundFacts } from '../../src/retro/facts';
import { departmentFindings } from '../../src/retro/departments';
import { buildRetro, type Retro, type RetroRecords } from '../../src/retro/retro';
import type { Figure } from '../../src/retro/types';
import { sampleInputs } from '../support/samples';

const event = { name: '2025双11', start: '2025-10-20', end: '2025-11-14' };
const read = (...names: string[]): Retro => buildRetro(event, combineRecords(sampleInputs(...names).flatMap((input) => [...readSource(input, { today: '2025-11-17', year: 2025 })])));
const number = (value: number): Figure => ({ kind: 'number', value });
const causeOf = (retro: Retro, key: string) => {
  const metric = retro.metrics.find((row) => row.key === key);
  return retro.causes.find((cause) => cause.source === metric?.id);
};
const codes = (retro: Retro, key: string): string[] => (causeOf(retro, key)?.facts ?? []).map(({ code }) => code);

describe('what the data show about a missed metric (R17)', () => {
  const figures = ['01_targets.tsv', '02_actuals.tsv'];

  test('without other pastes the rows are there, and no fact is invented', () => {
    const retro = read(...figures);
    expect(causeOf(retro, 'avg_resp')).toMatchObject({ entry: 'expectation', outcome: 'failure', facts: [] });
    expect(retro.causes.every(({ facts }) => facts.every(({ code }) => code === 'change'))).toBe(true);
  });

  test('response time: the slowest hours with their volume (DOMAIN 5.4: 11–12 at 80 s)', () => {
    const facts = causeOf(read(...figures, '04_hourly.tsv'), 'avg_resp')?.facts ?? [];
    expect(facts[0]).toMatchObject({ code: 'slow-hour', slot: '11-01 11:00–12:00', response: 80, volume: 4216 });
    expect(facts.length).toBeGreaterThan(1);
  });

  test('refund rate: the largest cause group, then products and reasons by amount', () => {
    const retro = read(...figures, '05a_refunds_taobao.tsv', '05b_refunds_douyin.tsv');
    const lines = (causeOf(retro, 'refund_rate_amt')?.facts ?? []).flatMap((fact) => (fact.code === 'refund-line' ? [fact] : []));
    const all = retro.analyses.refunds?.lines ?? [];
    expect(codes(retro, 'refund_rate_amt')[0]).toBe('refund-group');
    expect(lines.map(({ amount }) => amount)).toEqual(all.slice(0, 3).map(({ amount }) => amount));
    expect(lines.map(({ ref }) => ref.naturalKey)).toEqual(all.slice(0, 3).map(({ key }) => key));
  });

  test.each([
    { why: 'last year goes before the period before', rows: [['大衣', '起球', 300, '2025-11-01'], ['大衣', '起球', 100, '2024-11-02'], ['卫衣', '缺货', 500, '2025-11-01'], ['卫衣', '缺货', 490, '2024-11-02'], ['大衣', '起球', 900, '2025-06-18']], named: ['reason 起球 300 100 lastYear', 'reason 缺货 500 490 lastYear', 'item 大衣 300 100 lastYear', 'item 卫衣 500 490 lastYear'] },
    { why: 'a reason of several products counts once, what fell is not named', rows: [['大衣', '起球', 60, '2025-11-01'], ['卫衣', '起球', 50, '2025-11-01'], ['水壶', '漏水', 90, '2025-11-01'], ['水壶', '漏水', 95, '2024-11-02']], named: ['reason 起球 110 0 lastYear', 'item 大衣 60 0 lastYear', 'item 卫衣 50 0 lastYear'] },
    { why: 'without last year the period before', rows: [['大衣', '起球', 300, '2025-11-01'], ['大衣', '起球', 100, '2025-06-18']], named: ['reason 起球 300 100 previous', 'item 大衣 300 100 previous'] },
    { why: 'nothing to compare with: the largest', rows: [['大衣', '起球', 300, '2025-11-01'], ['卫衣', '缺货', 500, '2025-11-01']], named: ['卫衣 缺货 500', '大衣 起球 300'] },
    { why: 'nothing grew: the largest', rows: [['大衣', '起球', 300, '2025-11-01'], ['大衣', '起球', 400, '2024-11-02']], named: ['大衣 起球 300'] },
  ])('refunds: $why', ({ rows, named }) => {
    const head = '退款编号\t订单编号\t宝贝标题\t买家退款金额\t退款状态\t买家退款原因\t退款的申请时间';
    const text = [head, ...rows.map(([item, reason, amount, day], index) => `${index}\t${100 + index}\t${item}\t${amount}\t退款成功\t${reason}\t${day}`)].join('\n');
    const { analyses: { refunds } } = buildRetro(event, combineRecords([...readSource({ name: 'r.tsv', text }, { today: '2025-11-17', year: 2025 })]));
    const facts = refundFacts({ analyses: { ...(refunds && { refunds }) } });
    expect(facts.flatMap((fact) => (fact.code === 'refund-growth' ? [`${fact.what} ${fact.name} ${fact.amount} ${fact.before} ${fact.against}`] : fact.code === 'refund-line' ? [`${fact.item} ${fact.reason} ${fact.amount}`] : []))).toEqual(named);
    const keys = new Set(refunds?.lines.map(({ key }) => key));
    for (const fact of facts) if ('ref' in fact) expect(keys.has(fact.ref.naturalKey)).toBe(true);
  });

  test('a category of the team is found again by its own name, on the sheet and among the facts', () => {
    const row = { label: '直播福袋', category: 'other', own: '直播福袋' } as const;
    expect(questionKey('log', row)).toBe('own:直播福袋');
    expect(questionKey('log', { label: '其他', category: 'other' })).toBe('category:other');
    const asked = { from: 'log', files: [], total: 4, bot: 0, unanswered: 0, toHuman: 0, greetings: 0, top: [{ ...row, count: 4, share: 1, lastShare: { kind: 'missing' }, shareChange: { kind: 'missing' }, bot: 0, handler: 'human', example: '' }] } as const;
    expect(questionFacts({ analyses: { inquiries: asked } })).toMatchObject([{ ref: { prefix: 'Q', naturalKey: 'own:直播福袋' }, label: '直播福袋' }]);
  });

  test('bad reviews: how many speak of the service, and the warning cases; a single review is no cluster', () => {
    const retro = read(...figures, '09_cases.tsv', '10_reviews.tsv');
    expect(codes(retro, 'bad_rate')).toEqual(['service-reviews', 'negative-cases']);
  });

  test('a reached metric shows what carried it, not what went wrong', () => {
    expect(new Set(codes(read(...figures, '07_item_sales_sycm.tsv', '05a_refunds_taobao.tsv'), 'sales_amount'))).toEqual(new Set(['top-item']));
  });

  test('conversion: products that many asked about and few bought', () => {
    const item = (name: string, inquiries: number, conversion: number) => ({ file: 'i', line: 1, item: name, itemId: name, audience: '', tier: '', age: '', figures: { consult_users: number(inquiries), pay_cvr: number(conversion), sales_amount: number(1) } });
    const records: RetroRecords = {
      targets: [{ file: 't', line: 1, metric: { key: 'conv_final', name: '询单转化率' }, unit: '%', value: number(0.5), raw: '' }], agentTables: [], cases: [], actions: [],
      actuals: [{ file: 'a', line: 1, metric: { key: 'conv_final', name: '询单转化率' }, unit: '%', value: number(0.3), raw: '', baselines: {} }],
      items: [item('大衣', 900, 0.02), item('卫衣', 800, 0.2), item('袜子', 3, 0.001)],
    };
    const facts = causeOf(buildRetro(event, records), 'conv_final')?.facts ?? [];
    expect(facts.map((fact) => ('item' in fact ? fact.item : ''))).toEqual(['大衣']);
  });
});

describe('drivers of sales without a target (R17)', () => {
  const withDriver = (actual: number, lastYear: Figure, key = 'visitors'): Retro => buildRetro(event, {
    targets: [], agentTables: [], cases: [], actions: [], actuals: [{ file: 'a', line: 1, metric: { key, name: key }, unit: '人', value: number(actual), raw: '', baselines: { lastYear } }],
  });
  test.each([
    { why: 'fell by a fifth', retro: withDriver(80, number(100)), causes: ['failure'] },
    { why: 'rose by a fifth', retro: withDriver(120, number(100)), causes: ['success'] },
    { why: 'stayed the same', retro: withDriver(101, number(100)), causes: [] },
    { why: 'nothing to compare with', retro: withDriver(80, { kind: 'missing' }), causes: [] },
    { why: 'a year of zero', retro: withDriver(80, number(0)), causes: [] },
    { why: 'moved, but drives nothing', retro: withDriver(80, number(100), 'words_cs'), causes: [] },
  ])('$why: $causes', ({ retro, causes }) => {
    expect(retro.causes.map(({ outcome }) => outcome)).toEqual(causes);
    for (const cause of retro.causes) expect(cause).toMatchObject({ entry: 'driver', naturalKey: 'driver:visitors', facts: [{ code: 'change', against: 'lastYear' }] });
  });
});

test.each([
  { why: 'a problem', node: { problem: '系统卡顿', highlight: '', satisfied: undefined }, outcomes: ['failure'] },
  { why: '不满意 without a word', node: { problem: '', highlight: '', satisfied: false }, outcomes: ['failure'] },
  { why: 'something that went well', node: { problem: '', highlight: '提前排班', satisfied: true }, outcomes: ['success'] },
  { why: 'nothing said', node: { problem: ' ', highlight: '', satisfied: true }, outcomes: [] },
])('a node with $why', ({ node, outcomes }) => {
  const causes = nodeCauses([{ id: 'N-03', ...node }], () => 'C-09');
  expect(causes.map(({ outcome }) => outcome)).toEqual(outcomes);
  for (const cause of causes) expect(cause).toMatchObject({ naturalKey: 'node:N-03', source: 'N-03', entry: 'key-point' });
});

describe('findings for other departments (R22)', () => {
  test('nothing pasted, nothing found', () => expect(departmentFindings(read('01_targets.tsv', '02_actuals.tsv'))).toEqual([]));

  test('late parcels go to the warehouse, faults to products, offers to operations; 客服答复 and 其他 to nobody', () => {
    const findings = departmentFindings(read('05a_refunds_taobao.tsv'));
    const groups = (department: string): string[] => findings.filter((row) => row.department === department).flatMap(({ facts }) => facts.flatMap((fact) => (fact.code === 'refund-group' ? [fact.group] : [])));
    expect(groups('warehouse')).toEqual(['logistics']);
    expect(groups('operations')).toEqual(['activity-rules']);
    expect(new Set(findings.flatMap(({ facts }) => facts.flatMap((fact) => (fact.code === 'refund-group' ? [fact.group] : []))))).not.toContain('service-answer');
  });
});
