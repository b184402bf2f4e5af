import fc from 'fast-check';
import { compare, type ComparisonState } from '../../src/retro/compare';
import type { Direction, Figure, Unit } from '../../src/retro/types';

const n = (value: number): Figure => ({ kind: 'number', value });
const pending: Figure = { kind: 'pending' };
const missing: Figure = { kind: 'missing' };

interface Row {
  readonly why: string;
  readonly target: Figure;
  readonly actual: Figure;
  readonly direction: Direction;
  readonly unit: Unit;
  readonly state: ComparisonState;
  readonly gap: number | null;
  readonly attainment: number | null;
}

const rows: readonly Row[] = [
  { why: '45 s against at most 30 s is a miss (R10)', target: n(30), actual: n(45), direction: 'lower', unit: '秒', state: 'missed', gap: 15, attainment: 0.6666666667 },
  { why: 'more sales than planned is reached', target: n(12_000_000), actual: n(12_860_433.5), direction: 'higher', unit: '元', state: 'reached', gap: 860_433.5, attainment: 1.0717027917 },
  { why: 'exactly on target is reached', target: n(0.15), actual: n(0.15), direction: 'lower', unit: '%', state: 'reached', gap: 0, attainment: 1 },
  { why: 'binary noise is no miss: 0.1 + 0.2 against 0.3', target: n(0.3), actual: n(0.1 + 0.2), direction: 'lower', unit: '%', state: 'reached', gap: 0, attainment: 1 },
  { why: 'a miss with attainment of 0.95 or more is close', target: n(0.95), actual: n(0.936), direction: 'higher', unit: '%', state: 'close', gap: -0.014, attainment: 0.9852631579 },
  { why: 'pending is neither a miss nor zero (Q37)', target: n(0.55), actual: pending, direction: 'higher', unit: '%', state: 'pending', gap: null, attainment: null },
  { why: 'pending stays pending without a target', target: missing, actual: pending, direction: 'higher', unit: '%', state: 'pending', gap: null, attainment: null },
  { why: 'no number is no target (Q36)', target: missing, actual: n(0.0031), direction: 'lower', unit: '%', state: 'no-target', gap: null, attainment: null },
  { why: 'a target of 0 is no target (Q36)', target: n(0), actual: n(5), direction: 'higher', unit: '单', state: 'no-target', gap: null, attainment: null },
  { why: 'a target without actual says so (Q38)', target: n(8000), actual: missing, direction: 'higher', unit: '人', state: 'no-actual', gap: null, attainment: null },
  { why: 'a context metric is shown, never judged (R8)', target: n(26_000), actual: n(31_204), direction: 'context', unit: '人', state: 'context', gap: 5204, attainment: 1.2001538462 },
  { why: 'nothing refunded against at most 15 % is reached, and no division by zero', target: n(0.15), actual: n(0), direction: 'lower', unit: '%', state: 'reached', gap: -0.15, attainment: null },
];

test.each(rows)('$why', ({ target, actual, direction, unit, state, gap, attainment }) => {
  const result = compare({ target, actual, direction, unit, baselines: {} });
  expect(result.state).toBe(state);
  expect(result.gap).toBe(gap);
  if (attainment === null) expect(result.attainment).toBeNull();
  else expect(result.attainment).toBeCloseTo(attainment, 9);
});

describe('against a baseline', () => {
  test.each([
    { why: 'amounts change relatively', unit: '元', actual: 12_860_433.5, base: 10_513_000, expected: 0.2232886426 },
    { why: 'durations change relatively', unit: '秒', actual: 45, base: 32, expected: 0.40625 },
    { why: 'rates differ in percentage points, never "+25 %" (Q32)', unit: '%', actual: 0.178, base: 0.142, expected: 0.036 },
    { why: 'scores differ plainly', unit: '分', actual: 4.6, base: 4.8, expected: -0.2 },
    { why: 'a zero base has no relative change', unit: '单', actual: 5, base: 0, expected: null },
  ] as const)('$why', ({ unit, actual, base, expected }) => {
    const { versus } = compare({ target: missing, actual: n(actual), direction: 'higher', unit, baselines: { lastYear: n(base) } });
    if (expected === null) expect(versus.lastYear).toBeNull();
    else expect(versus.lastYear).toBeCloseTo(expected, 9);
    expect(versus.previous).toBeNull();
  });
});

test('the state agrees with the sign of the gap for every number', () => {
  const amount = fc.double({ min: 0.0001, max: 1e9, noNaN: true });
  fc.assert(fc.property(amount, amount, fc.constantFrom<Direction>('higher', 'lower'), (target, actual, direction) => {
    const { state, gap } = compare({ target: n(target), actual: n(actual), direction, unit: '元', baselines: {} });
    const better = direction === 'higher' ? (gap ?? 0) >= 0 : (gap ?? 0) <= 0;
    expect(state === 'reached').toBe(better);
  }));
});
