import { emptiness } from './empty';
import { parsePlainNumber, rounded } from './number';
import { splitOperator } from './operator';
import { bad, missing, pending, type Reading } from './reading';
import { foldValue } from './text';

/** How bare numbers of a rate column are meant: fractions (0.97) or percentages (97). Found from the whole column (DOMAIN Q14). */
export type PercentScale = 'fraction' | 'percent';

/**
 * A rate as a fraction (DOMAIN V019–V034): `17.8%`, `５５％`, `0.9731`, `2.5‰`, `≥55%`, `98%以上`.
 * Without a sign the scale decides; without a scale a value over 1 is a percentage and the reading says `assumed`.
 */
export function parsePercent(raw: string, scale?: PercentScale): Reading {
  const empty = emptiness(raw);
  if (empty) return empty === 'missing' ? missing : pending;
  const { text, op } = splitOperator(foldValue(raw));
  const match = /^(.*?)\s*(%|‰|pp|个百分点|个点)?$/i.exec(text);
  const bracketed = /^\((.+)\)$/.exec(match?.[1] ?? '');
  const value = parsePlainNumber(bracketed ? `-${bracketed[1] ?? ''}` : (match?.[1] ?? ''));
  if (value === undefined) return bad;
  const sign = match?.[2];
  const bound = op ? { op } : {};
  if (sign === '‰') return { kind: 'number', value: rounded(value / 1000), unit: '‰', ...bound };
  if (sign) return { kind: 'number', value: rounded(value / 100), unit: '%', ...bound };
  if (scale === 'percent') return { kind: 'number', value: rounded(value / 100), ...bound };
  if (scale === 'fraction' || Math.abs(value) <= 1) return { kind: 'number', value, ...bound };
  return { kind: 'number', value: rounded(value / 100), assumed: true, ...bound };
}

/** Scale of the bare numbers of a column (DOMAIN Q14): all ≤ 1 → fractions, any > 1 → percentages; undefined when there are none. */
export function percentScale(cells: readonly string[]): PercentScale | undefined {
  let seen = false;
  for (const cell of cells) {
    if (emptiness(cell)) continue;
    const value = parsePlainNumber(splitOperator(foldValue(cell)).text);
    if (value === undefined) continue;
    if (Math.abs(value) > 1) return 'percent';
    seen = true;
  }
  return seen ? 'fraction' : undefined;
}

/** True when the column is a 5-point score, not a rate: some values over 1, none over 5, no percent sign (DOMAIN 1.4 满意度). */
export function isFivePointScore(cells: readonly string[]): boolean {
  let over = false;
  for (const cell of cells) {
    if (emptiness(cell)) continue;
    const text = splitOperator(foldValue(cell)).text.replace(/分$/, '');
    const value = parsePlainNumber(text);
    if (value === undefined || value > 5 || value < 0) return false;
    if (value > 1) over = true;
  }
  return over;
}
