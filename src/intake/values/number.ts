import { emptiness } from './empty';
import { splitOperator } from './operator';
import { bad, missing, pending, type Reading } from './reading';
import { foldValue } from './text';

const scales: Readonly<Record<string, number>> = { 百: 100, 千: 1e3, k: 1e3, 万: 1e4, w: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8, m: 1e6 };
const plain = /^([+-]?)(\d+(?:,\d{3})+|\d+(?:,\d{4})+|\d+(?: \d{3})+|\d*)(\.\d*)?(?:e([+-]?\d{1,3}))?$/i;
const withUnit = /^(.*?\d\.?)\s*(百万|千万|[百千万亿kwm])?\s*([^\d\s.,()+-]{0,6}(?:\/[^\d\s]{1,3})?)$/i;

/** Digits with optional sign, thousands groups of 3 (or 4) and decimals; undefined for anything else (`1,2O0`, `1,23`). */
export function parsePlainNumber(text: string): number | undefined {
  const match = plain.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent] = match;
  if (whole === '' && !/\d/.test(fraction)) return undefined;
  const value = Number(`${whole.replace(/[, ]/g, '') || '0'}${fraction === '.' ? '' : fraction}${exponent ? `e${exponent}` : ''}`);
  if (!Number.isFinite(value)) return undefined;
  return sign === '-' ? -value : value;
}

/**
 * A number as people write it (DOMAIN V001–V018): separators, ¥, 万/亿/w/k, a unit behind it, brackets for negative, a bound.
 * `unit` of the reading is the unit in the cell (`元`, `人` …). A percent sign is not a number here: `bad`.
 */
export function parseNumber(raw: string): Reading {
  const empty = emptiness(raw);
  if (empty) return empty === 'missing' ? missing : pending;
  const { text: bounded, op } = splitOperator(foldValue(raw));
  let text = bounded.replace(/^([+-]?)\s*[¥$]\s*/, '$1').replace(/^(?:rmb|cny)\s*/i, '');
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed) text = `-${(bracketed[1] ?? '').replace(/^[¥$]\s*/, '')}`;
  const plainValue = parsePlainNumber(text);
  if (plainValue !== undefined) return { kind: 'number', value: plainValue, ...(op && { op }) };
  const match = withUnit.exec(text);
  const value = match ? parsePlainNumber((match[1] ?? '').trim()) : undefined;
  const unit = match?.[3] ?? '';
  if (value === undefined || /[%‰]/.test(unit)) return bad;
  if (unit !== '' && !/^[\u4e00-\u9fff]{1,4}(?:\/[\u4e00-\u9fff]{1,2})?$/.test(unit)) return bad;
  const factor = match?.[2] ? (scales[match[2].toLowerCase()] ?? 1) : 1;
  return { kind: 'number', value: rounded(value * factor), ...(op && { op }), ...(unit && { unit }) };
}

/** Takes the noise of binary fractions off a scaled value: 1051.3 × 10⁴ is 10,513,000. */
export function rounded(value: number): number {
  return Number(value.toPrecision(15));
}
