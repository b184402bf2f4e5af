/** What Excel makes of a text that is typed into a cell or written through `values`: a number, a date, a formula or text. */
import { serialOf } from './dates';
import { formulaProblem } from './formula-syntax';
import type { CellValue } from './types';

export type Entry =
  | { readonly kind: 'blank' }
  | { readonly kind: 'formula'; readonly formula: string }
  /** `numberFormat` is what a General cell takes on with this value. */
  | { readonly kind: 'value'; readonly value: CellValue; readonly numberFormat?: string; readonly error?: boolean }
  /** Excel refuses it. */
  | { readonly kind: 'refused'; readonly reason: string };

const ERRORS = new Set(['#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!', '#CALC!']);
const NUMBER = /^([+-]?)(?:(\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?|(\.\d+))(?:[eE]([+-]?\d{1,3}))?$/;

/** Excel keeps 15 significant digits. */
const fifteenDigits = (value: number): number => (Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15)));

/**
 * Reads a typed text.
 * @param format number format of the cell; in `@` cells everything stays text.
 * @param today the year of dates without one comes from here, `YYYY-MM-DD`
 */
export function interpret(text: string, format: string, today: string): Entry {
  if (text === '') return { kind: 'blank' };
  if (format === '@') return { kind: 'value', value: text };
  if (text.startsWith("'")) return { kind: 'value', value: text.slice(1) };
  const trimmed = text.trim();
  const number = readNumber(trimmed);
  if (number) return number;
  const formula = readFormula(text);
  if (formula) return formula;
  const upper = trimmed.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'value', value: upper === 'TRUE' };
  if (ERRORS.has(upper)) return { kind: 'value', value: upper, error: true };
  return readDate(trimmed, today) ?? { kind: 'value', value: text };
}

function readFormula(text: string): Entry | undefined {
  if (!/^[=+\-@]/.test(text) || text.length === 1) return undefined;
  const formula = text.startsWith('=') ? text : `=${text.replace(/^@/, '')}`;
  const problem = formulaProblem(formula);
  return problem ? { kind: 'refused', reason: `“${text.slice(0, 60)}” is no formula: ${problem}` } : { kind: 'formula', formula };
}

function readNumber(text: string): Entry | undefined {
  const percent = text.endsWith('%');
  const inBrackets = /^\((.*)\)$/.exec(text);
  const bare = percent ? text.slice(0, -1).trimEnd() : (inBrackets?.[1] ?? text);
  const money = /^([+-]?)([¥￥$])\s?(.*)$/.exec(bare);
  const found = NUMBER.exec(money ? `${money[1] ?? ''}${money[3] ?? ''}` : bare);
  if (!found || (inBrackets && found[1])) return undefined;
  const raw = Number(`${found[1] ?? ''}${(found[2] ?? '0').replaceAll(',', '')}${found[3] ?? found[4] ?? ''}${found[5] ? `e${found[5]}` : ''}`);
  if (!Number.isFinite(raw)) return undefined;
  const value = fifteenDigits((inBrackets ? -raw : raw) / (percent ? 100 : 1));
  const fraction = (found[3] ?? found[4] ?? '.').length > 1;
  if (percent) return { kind: 'value', value, numberFormat: fraction ? '0.00%' : '0%' };
  if (money) return { kind: 'value', value, numberFormat: `"${money[2] ?? ''}"#,##0${fraction ? '.00' : ''}` };
  if (found[5]) return { kind: 'value', value, numberFormat: '0.00E+00' };
  if (found[2]?.includes(',')) return { kind: 'value', value, numberFormat: fraction ? '#,##0.00' : '#,##0' };
  return { kind: 'value', value };
}

const TIME = String.raw`(\d{1,2}):(\d{1,2})(?::(\d{1,2})(\.\d+)?)?`;
const DATE_PATTERNS: readonly { readonly pattern: RegExp; readonly order: 'ymd' | 'md' | 'ym'; readonly format: string }[] = [
  { pattern: new RegExp(String.raw`^(\d{4}|\d{2})([-/])(\d{1,2})\2(\d{1,2})(?:\s+${TIME})?$`), order: 'ymd', format: 'yyyy/m/d' },
  { pattern: new RegExp(String.raw`^(\d{4})(年)(\d{1,2})月(\d{1,2})日(?:\s*${TIME})?$`), order: 'ymd', format: 'yyyy"年"m"月"d"日"' },
  { pattern: /^(\d{1,2})([-/])(\d{1,2})$/, order: 'md', format: 'm"月"d"日"' },
  { pattern: /^(\d{1,2})(月)(\d{1,2})日$/, order: 'md', format: 'm"月"d"日"' },
  { pattern: /^(\d{4})([-/])(\d{1,2})$/, order: 'ym', format: 'yyyy"年"m"月"' },
  { pattern: /^(\d{4})(年)(\d{1,2})月$/, order: 'ym', format: 'yyyy"年"m"月"' },
];

function readDate(text: string, today: string): Entry | undefined {
  const time = new RegExp(`^${TIME}$`).exec(text);
  if (time) {
    const value = dayFraction(time.slice(1));
    return value === undefined ? undefined : { kind: 'value', value, numberFormat: time[3] === undefined ? 'h:mm' : 'h:mm:ss' };
  }
  for (const { pattern, order, format } of DATE_PATTERNS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const numbers = [found[1], found[3], found[4]].map(Number);
    const [year, month, day] = order === 'ymd' ? numbers : order === 'md' ? [Number(today.slice(0, 4)), ...numbers] : [numbers[0], numbers[1], 1];
    const serial = serialOf(fullYear(year ?? 0), month ?? 0, day ?? 0);
    if (serial === undefined) continue;
    const clock = order === 'ymd' && found[5] !== undefined ? dayFraction(found.slice(5)) : 0;
    if (clock === undefined) continue;
    return { kind: 'value', value: serial + clock, numberFormat: clock > 0 || found[5] !== undefined ? 'yyyy/m/d h:mm' : format };
  }
  return undefined;
}

/** Two-digit years: 00–29 are 20xx, 30–99 are 19xx. */
const fullYear = (year: number): number => (year >= 100 ? year : year < 30 ? 2000 + year : 1900 + year);

function dayFraction(parts: readonly (string | undefined)[]): number | undefined {
  const [hour = 0, minute = 0, second = 0] = parts.slice(0, 3).map((part) => Number(part ?? 0));
  const fraction = Number(parts[3] ?? 0);
  return hour < 24 && minute < 60 && second < 60 ? (hour * 3600 + minute * 60 + second + fraction) / 86_400 : undefined;
}
