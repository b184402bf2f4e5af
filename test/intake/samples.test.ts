import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '../../src/intake';
import type { Source } from '../../src/intake/types';
import { aggregateAgents } from '../../src/retro/aggregate';
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
