import fc from 'fast-check';
import { aggregateAgents, aggregateFigure, type FigureRow } from '../../src/retro/aggregate';
import type { AgentRecord, Figure } from '../../src/retro/types';

const number = (value: number): Figure => ({ kind: 'number', value });
const rows = (...figures: readonly Record<string, number | 'pending' | 'missing'>[]): readonly FigureRow[] =>
  figures.map((row) => ({ figures: Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? number(value) : { kind: value }])) }));

describe('figures of many rows become one by the rule of the metric', () => {
  test.each<[string, readonly FigureRow[], string, Figure, string, string]>([
    ['amounts add up', rows({ cs_sales: 10 }, { cs_sales: 5.5 }), 'cs_sales', number(15.5), 'sum', ''],
    ['binary noise is taken off', rows({ cs_sales: 0.1 }, { cs_sales: 0.2 }), 'cs_sales', number(0.3), 'sum', ''],
    ['a rate is recomputed from its parts', rows({ conv_final: 0.5, cs_buyers: 1, inquiry_users: 2 }, { conv_final: 0.1, cs_buyers: 1, inquiry_users: 10 }), 'conv_final', number(2 / 12), 'recomputed', 'cs_buyers/inquiry_users'],
    ['a part lacks in one row: weighted', rows({ conv_final: 0.5, cs_buyers: 1, inquiry_users: 2 }, { conv_final: 0.1, inquiry_users: 10 }), 'conv_final', number(2 / 12), 'weighted', 'inquiry_users'],
    ['a duration is weighted by reception', rows({ avg_resp: 10, received_users: 1 }, { avg_resp: 40, received_users: 2 }), 'avg_resp', number(30), 'weighted', 'received_users'],
    ['a rate per 会话 is weighted by sessions', rows({ 'rate_3min@会话': 1, received_users: 9, received_sessions: 1 }, { 'rate_3min@会话': 0.5, received_users: 1, received_sessions: 3 }), 'rate_3min@会话', number(0.625), 'weighted', 'received_sessions'],
    ['without any weight a rate stays 缺, it is never averaged', rows({ avg_resp: 10 }, { avg_resp: 40 }), 'avg_resp', { kind: 'missing' }, 'no-weight', ''],
    ['money per buyer is not weighted by reception', rows({ cs_aov: 10, received_users: 1 }, { cs_aov: 40, received_users: 2 }), 'cs_aov', { kind: 'missing' }, 'no-weight', ''],
    ['one pending row makes the figure pending', rows({ cs_sales: 10 }, { cs_sales: 'pending' }), 'cs_sales', { kind: 'pending' }, 'none', ''],
    ['a column without any number is still to come', rows({ cs_sales: 'missing' }, { cs_sales: 'missing' }), 'cs_sales', { kind: 'pending' }, 'none', ''],
    ['a missing row is left out', rows({ avg_resp: 10, received_users: 1 }, { avg_resp: 'missing', received_users: 9 }), 'avg_resp', number(10), 'weighted', 'received_users'],
    ['a maximum is the largest', rows({ max_concurrent: 3 }, { max_concurrent: 8 }), 'max_concurrent', number(8), 'max', ''],
    ['a rolling score is the last', rows({ dsr_service: 4.8 }, { dsr_service: 4.7 }), 'dsr_service', number(4.7), 'last', ''],
    ['agents on duty are averaged', rows({ agents_on_duty: 10 }, { agents_on_duty: 20 }), 'agents_on_duty', number(15), 'mean', ''],
  ])('%s', (_why, given, key, figure, method, by) => {
    const result = aggregateFigure(given, key);
    if (figure.kind === 'number' && result.figure.kind === 'number') expect(result.figure.value).toBeCloseTo(figure.value, 12);
    else expect(result.figure).toEqual(figure);
    expect(result.note.method).toBe(method);
    expect(result.note.by ?? '').toBe(by);
  });

  test('people added over days are labelled as not de-duplicated', () => {
    const days = rows({ received_users: 5 }, { received_users: 7 }).map((row, index) => ({ ...row, date: `2025-11-0${index + 1}` }));
    expect(aggregateFigure(days, 'received_users')).toMatchObject({ figure: number(12), note: { method: 'distinct-days' } });
  });

  test('a weighted rate lies between the smallest and the largest of its rows', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 10_000 })), { minLength: 1, maxLength: 20 }), (pairs) => {
        const { figure } = aggregateFigure(rows(...pairs.map(([rate, weight]) => ({ rate_3min: rate, received_users: weight }))), 'rate_3min');
        const rates = pairs.map(([rate]) => rate);
        expect(figure.kind).toBe('number');
        if (figure.kind === 'number') {
          expect(figure.value).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-9);
          expect(figure.value).toBeLessThanOrEqual(Math.max(...rates) + 1e-9);
        }
      }),
    );
  });
});

describe('agent tables become team figures', () => {
  const agent = (name: string, figures: Record<string, number>, extra: Partial<AgentRecord> = {}): AgentRecord => ({
    file: 'a', line: 2, agent: name, figures: Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, number(value)])), ...extra,
  });

  test('no name, no single person and no part of a rate comes out', () => {
    const figures = aggregateAgents([agent('小满', { received_users: 10, agent_sales: 5, agent_sales_share: 1, final_payers: 2, 'eval_levels@很满意': 3 })]);
    expect(figures.map((figure) => figure.metric.key)).toEqual(['received_users', 'cs_sales']);
    expect(JSON.stringify(figures)).not.toContain('小满');
  });

  test('a five-point mean is a score in 分 under csat', () => {
    expect(aggregateAgents([agent('a', { 'csat@5分': 4.8, received_users: 10 }), agent('b', { 'csat@5分': 4, received_users: 30 })])).toMatchObject([{ metric: { key: 'csat' }, unit: '分', value: number(4.2) }, {}]);
  });

  test('only idle agents: every figure is still to come, none is 0', () => {
    expect(aggregateAgents([agent('a', { received_users: 0 }, { idle: true })])).toEqual([]);
  });
});
