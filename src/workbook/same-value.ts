import { fingerprint } from './limits';
import type { PlanValue } from './plan';

/** Two cell contents are the same for the merge: empty is null, numbers up to binary noise, a long text and its fingerprint. */
export function sameValue(a: PlanValue | boolean | undefined, b: PlanValue | boolean | undefined): boolean {
  const left = a === '' || a === undefined ? null : a;
  const right = b === '' || b === undefined ? null : b;
  if (typeof left === 'number' && typeof right === 'number') return Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));
  if (typeof left === 'string' && typeof right === 'string') return fingerprint(left) === fingerprint(right);
  return left === right;
}
