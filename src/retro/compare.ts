import type { BaselineKey, Direction, Figure, Unit } from './types';
import { baselineKeys } from './types';

/** The state of one comparison row (DESIGN, command contract). `close` is a miss with an attainment of at least the threshold. */
export const comparisonStates = ['reached', 'close', 'missed', 'pending', 'no-target', 'no-actual', 'context'] as const;
export type ComparisonState = (typeof comparisonStates)[number];

/** States that count when the share of reached targets is told (Q36, Q37: pending and targetless rows do not). */
export const judgedStates: readonly ComparisonState[] = ['reached', 'close', 'missed'];

/** A miss with at least this attainment is `close`; people edit it in 配置. */
export const DEFAULT_CLOSE_THRESHOLD = 0.95;

export interface ComparisonInput {
  readonly target: Figure;
  readonly actual: Figure;
  readonly direction: Direction;
  readonly unit: Unit;
  readonly baselines: Partial<Record<BaselineKey, Figure>>;
}

export interface Comparison {
  readonly state: ComparisonState;
  /** actual − target, signed, in the metric's unit; null when either is not a number or the target is 0 */
  readonly gap: number | null;
  /** actual ÷ target, or target ÷ actual when lower is better; null when not defined */
  readonly attainment: number | null;
  /** relative change, or plain difference for rates and scores; null when not defined */
  readonly versus: Readonly<Record<BaselineKey, number | null>>;
}

const numberOf = (figure: Figure | undefined): number | null => (figure?.kind === 'number' ? figure.value : null);

/** The same rounding as the sheet's `ROUND(x,10)`: it hides binary noise such as 0.1+0.2, never a digit of the data. */
export const round10 = (value: number): number => (Math.abs(value) < 1e5 ? (Math.sign(value) * Math.round(Math.abs(value) * 1e10)) / 1e10 : value);

/** Rates and scores are compared by difference, everything else by relative change (Q32, DESIGN contract). */
export const comparesByDifference = (unit: Unit): boolean => unit === '%' || unit === '分';

/** Change of `actual` against a baseline; null when one is not a number or a relative change has a zero base. */
export function change(actual: number | null, base: number | null, unit: Unit): number | null {
  if (actual === null || base === null) return null;
  if (comparesByDifference(unit)) return round10(actual - base);
  return base === 0 ? null : round10((actual - base) / base);
}

/**
 * Compares one metric, direction-aware (R10, R11): 45 秒 against a target of 30 秒 is a miss. Gives exactly what the
 * formulas of `tblComparison` calculate (property-tested against the formula engine).
 * A target of 0 or no number is `no-target`; a pending actual is `pending` even without a target and is never judged.
 */
export function compare(input: ComparisonInput, closeThreshold: number = DEFAULT_CLOSE_THRESHOLD): Comparison {
  const { direction, unit } = input;
  const targetValue = numberOf(input.target);
  const target = targetValue === 0 ? null : targetValue;
  const actual = numberOf(input.actual);
  const gap = target === null || actual === null ? null : round10(actual - target);
  const attainment = target === null || actual === null ? null : attainmentOf(actual, target, direction);
  const versus = Object.fromEntries(baselineKeys.map((key) => [key, change(actual, numberOf(input.baselines[key]), unit)])) as Record<BaselineKey, number | null>;
  return { state: stateOf(), gap, attainment, versus };

  function stateOf(): ComparisonState {
    if (input.actual.kind === 'pending') return 'pending';
    if (target === null) return 'no-target';
    if (gap === null) return 'no-actual';
    if (direction === 'context') return 'context';
    if (direction === 'lower' ? gap <= 0 : gap >= 0) return 'reached';
    return attainment !== null && attainment >= closeThreshold ? 'close' : 'missed';
  }
}

function attainmentOf(actual: number, target: number, direction: Direction): number | null {
  if (direction === 'lower') return actual === 0 ? null : round10(target / actual);
  return round10(actual / target);
}
