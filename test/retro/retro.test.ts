import { readSource } from '../../src/intake';
import { combineRecords } from '../../src/intake/combine';
import { buildRetro, type MetricRow, type Retro } from '../../src/retro/retro';
import { sampleInputs } from '../support/samples';

const event = { name: '2025双11' };
const read = (...names: string[]): Retro => buildRetro(event, combineRecords(sampleInputs(...names).flatMap((input) => [...readSource(input, { today: '2025-11-17', year: 2025 })])));
const row = (retro: Retro, key: string): MetricRow => {
  const found = retro.metrics.find((metric) => metric.key === key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
};

describe('targets and actuals of the samples (DOMAIN 5.2)', () => {
  const retro = read('01_targets.tsv', '02_actuals.tsv');
  test.each([
    { key: 'sales_amount', state: 'reached', gap: 860433.5, attainment: 1.0717, yoy: 0.2233, lastPromo: 1.0031 },
    { key: 'cs_sales', state: 'reached', gap: 134215.8, attainment: 1.0373, yoy: 0.2363, lastPromo: 0.8777 },
    { key: 'conv_final', state: 'pending', gap: null, attainment: null, yoy: null, lastPromo: null },
    { key: 'silent_conv', state: 'close', gap: -0.0015, attainment: 0.9531, yoy: -0.0035, lastPromo: 0.0009 },
    { key: 'refund_rate_amt', state: 'missed', gap: 0.028, attainment: 0.8427, yoy: 0.036, lastPromo: 0.0485 },
    { key: 'csat', state: 'close', gap: -0.014, attainment: 0.9853, yoy: -0.015, lastPromo: -0.022 },
    { key: 'avg_resp', state: 'missed', gap: 15, attainment: 0.6667, yoy: 0.4063, lastPromo: 0.6071 },
    { key: 'first_resp', state: 'missed', gap: 4.62, attainment: 0.684, yoy: 0.2286, lastPromo: 0.4058 },
    { key: 'rate_3min', state: 'close', gap: -0.0069, attainment: 0.993, yoy: -0.0137, lastPromo: -0.0171 },
    { key: 'received_users', state: 'context', gap: 5204, attainment: 1.2002, yoy: 0.2543, lastPromo: 0.9551 },
    { key: 'bad_rate', state: 'missed', gap: 0.0032, attainment: 0.7143, yoy: 0.0026, lastPromo: 0.0041 },
    { key: 'dispute_rate', state: 'no-actual', gap: null, attainment: null, yoy: null, lastPromo: null },
    { key: 'new_buyers', state: 'no-actual', gap: null, attainment: null, yoy: null, lastPromo: null },
    { key: 'intervene_rate', state: 'no-target', gap: null, attainment: null, yoy: 0.0009, lastPromo: 0.0012 },
    { key: 'conv_today', state: 'no-target', gap: null, attainment: null, yoy: 0.0173, lastPromo: 0.0185 },
    { key: 'peak_volume', state: 'no-target', gap: null, attainment: null, yoy: 0.3823, lastPromo: 1.2143 },
    { key: 'resolve_rate', state: 'no-target', gap: null, attainment: null, yoy: null, lastPromo: -0.018 },
  ] as const)('$key is $state', ({ key, state, gap, attainment, yoy, lastPromo }) => {
    const { comparison } = row(retro, key);
    const near = (actual: number | null, expected: number | null): void => (expected === null ? expect(actual).toBeNull() : expect(actual).toBeCloseTo(expected, 4));
    expect(comparison.state).toBe(state);
    near(comparison.gap, gap);
    near(comparison.attainment, attainment);
    near(comparison.versus.lastYear, yoy);
    near(comparison.versus.lastPromo, lastPromo);
  });

  test('a target without a number stays visible and is flagged (R7)', () => {
    const flag = retro.flags.find((candidate) => candidate.code === 'vague-target');
    expect(flag).toMatchObject({ where: row(retro, 'intervene_rate').id, values: { raw: '--' } });
  });
});

test('rates of agents are weighted, not averaged: 42.29 s in sample 03a (DOMAIN 5.3a)', () => {
  const { actual } = row(read('03a_agents_chitu.tsv'), 'avg_resp');
  expect(actual.kind === 'number' ? actual.value : NaN).toBeCloseTo(42.29, 2);
});

test('a pasted figure wins over one made from an agent table', () => {
  const { actual } = row(read('02_actuals.tsv', '03a_agents_chitu.tsv'), 'avg_resp');
  expect(actual).toEqual({ kind: 'number', value: 45 });
});

test('peer rows become the industry baseline of the same series only', () => {
  const retro = read('01_targets.tsv', '02_actuals.tsv', '03b_agents_sycm.tsv');
  expect(row(retro, 'first_resp').baselines.industry).toEqual({ kind: 'number', value: 9.8 });
  // The peers' 3-minute rate has another basis than the pasted one (8-23点).
  expect(row(retro, 'rate_3min').baselines.industry).toEqual({ kind: 'missing' });
});

test('another basis of a metric is its own row (R8)', () => {
  const retro = read('03c_agents_feige.tsv');
  expect(retro.metrics.map((metric) => metric.key)).toEqual(expect.arrayContaining(['rate_3min', 'rate_3min@会话']));
});

test('ids are unique and stay when targets come after actuals', () => {
  const first = read('02_actuals.tsv');
  const known = Object.fromEntries(first.metrics.map((metric) => [metric.naturalKey, metric.id]));
  const records = combineRecords(sampleInputs('01_targets.tsv', '02_actuals.tsv').flatMap((input) => [...readSource(input, { today: '2025-11-17', year: 2025 })]));
  const both = buildRetro(event, records, { ids: { M: { known, highest: first.metrics.length } } });
  expect(new Set(both.metrics.map((metric) => metric.id)).size).toBe(both.metrics.length);
  for (const metric of first.metrics) expect(both.metrics.find((candidate) => candidate.naturalKey === metric.naturalKey)?.id).toBe(metric.id);
});

test('seven cases of both kinds raise one flag: the one without outcome (R26)', () => {
  const { flags } = read('09_cases.tsv');
  expect(flags).toEqual([{ where: 'K-07', code: 'incomplete-case', values: { fields: 'outcome' } }]);
});
