import type { Operator } from './reading';

const before: readonly [RegExp, Operator][] = [
  [/^(?:>=|=>|≥|≧|>|不低于|不少于|不小于|至少|最低|高于|大于等于|大于|超过|达到)/, '>='],
  [/^(?:<=|=<|≤|≦|<|不高于|不超过|不多于|不大于|最多|最高|低于|小于等于|小于|控制在)/, '<='],
  [/^(?:≈|~|约|大约|大概|左右)/, '≈'],
];
const after: readonly [RegExp, Operator][] = [
  [/(?:及以上|以上|起|\+|及其以上)$/, '>='],
  [/(?:及以下|以下|以内|之内|内|及其以下)$/, '<='],
  [/(?:左右|上下)$/, '≈'],
];

/**
 * Takes the bound off a folded value cell: `≥55%` → `55%` with `>=`, `98%以上`, `0.8%以内`, `不低于95%`, `约40秒` (DOMAIN Q33).
 * Text without a bound comes back unchanged.
 */
export function splitOperator(text: string): { readonly text: string; readonly op?: Operator } {
  for (const [pattern, op] of before) {
    const match = pattern.exec(text);
    if (match) {
      const rest = text.slice(match[0].length).replace(/(?:以内|之内|以上|以下|左右)$/, '').trim();
      return { text: rest, op };
    }
  }
  for (const [pattern, op] of after) {
    const match = pattern.exec(text);
    if (match && match.index > 0) return { text: text.slice(0, match.index).trim(), op };
  }
  return { text };
}
