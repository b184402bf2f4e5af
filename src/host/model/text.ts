/** What a cell shows: a value under a number format, as `Range.text` gives it. Covers the formats that are not fractions or conditional. */
import { partsOf, type DateParts } from './dates';
import type { CellValue } from './types';

/** Text of a value. Unknown parts of a format are shown as they stand, never dropped. */
export function displayText(value: CellValue, numberFormat = 'General'): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const sections = splitSections(numberFormat);
  if (typeof value === 'string') return sections.length > 3 ? (sections[3] ?? '').replaceAll('@', value).replaceAll('"', '') : value;
  const section = sections.length > 1 && value < 0 ? sections[1] : sections.length > 2 && value === 0 ? sections[2] : sections[0];
  const shown = sections.length > 1 && value < 0 ? -value : value;
  if (section === undefined || section === '@' || /^general$/i.test(section)) return generalText(shown);
  const bare = section.replace(/"[^"]*"|\\./g, '');
  if (/[ymdhs]/i.test(bare) && !/[0#]/.test(bare.replace(/\[\$[^\]]*\]/g, ''))) return dateText(shown, section);
  return numberText(shown, section);
}

function splitSections(format: string): string[] {
  const sections: string[] = [''];
  let quoted = false;
  for (let index = 0; index < format.length; index++) {
    const character = format[index] ?? '';
    if (character === '"') quoted = !quoted;
    if (character === ';' && !quoted && format[index - 1] !== '\\') sections.push('');
    else sections[sections.length - 1] += character;
  }
  return sections;
}

/** General: up to 11 characters, 15 significant digits at most. */
export function generalText(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e11 || size < 1e-9) return scientific(value, 5, true);
  const whole = Math.floor(size).toString().length;
  return String(Number(value.toFixed(Math.max(0, Math.min(10 - whole, 10)))));
}

function scientific(value: number, digits: number, trim: boolean): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(digits).split('e');
  const power = Number(exponent);
  return `${trim ? String(Number(mantissa)) : mantissa}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** Literal text of a format piece: without quotes, escapes, colours, fill and padding marks. */
const literal = (text: string): string =>
  text
    .replace(/\[\$([^\-\]]*)[^\]]*\]/g, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/"([^"]*)"|\\(.)|_.|\*./g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? '');

function numberText(value: number, section: string): string {
  const found = /^((?:"[^"]*"|\\.|\[[^\]]*\]|_.|[^0#?.])*)([0#?,]*(?:\.[0#?]*)?,*)(E[+-]0+)?((?:"[^"]*"|\\.|[^"])*)$/i.exec(section);
  if (!found) return generalText(value);
  const [, prefix = '', pattern = '', exponent, suffix = ''] = found;
  if (pattern === '') return value < 0 ? `-${literal(section)}` : literal(section);
  const percent = /%/.test((prefix + suffix).replace(/"[^"]*"/g, ''));
  const [wholePattern = '', decimalPattern = ''] = pattern.replace(/,+$/, '').split('.');
  const thousands = /,+$/.exec(pattern)?.[0].length ?? 0;
  const scaled = (percent ? value * 100 : value) / 1000 ** thousands;
  const sign = scaled < 0 ? '-' : '';
  if (exponent) return `${literal(prefix)}${scientific(scaled, decimalPattern.length, false)}${literal(suffix)}`;
  const [digits = '0', decimals = ''] = roundHalfUp(Math.abs(scaled), decimalPattern.length).split('.');
  const least = wholePattern.replace(/[^0]/g, '').length;
  let whole = digits === '0' && least === 0 ? '' : digits.padStart(least, '0');
  if (wholePattern.includes(',')) whole = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  let fraction = decimals;
  for (let index = decimalPattern.length - 1; index >= 0 && decimalPattern[index] !== '0' && fraction.endsWith('0'); index--) fraction = fraction.slice(0, -1);
  const shown = whole + (pattern.includes('.') ? `.${fraction}` : '');
  const isZero = !/[1-9]/.test(shown);
  return `${isZero ? '' : sign}${literal(prefix)}${shown}${literal(suffix)}`;
}

/** Excel rounds half away from zero on the decimal digits a person sees. */
function roundHalfUp(value: number, digits: number): string {
  const shifted = Number(`${value.toPrecision(15)}`);
  const scaled = Math.round(Number(`${shifted}e${digits}`));
  return Number.isFinite(scaled) && scaled < 1e21 ? Number(`${scaled}e-${digits}`).toFixed(digits) : value.toFixed(digits);
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function dateText(value: number, section: string): string {
  const parts = partsOf(value);
  if (!parts) return '#'.repeat(8);
  const halfDay = /AM\/PM|上午\/下午/i.test(section);
  const pieces = section.match(/"[^"]*"|\\.|\[\$[^\]]*\]|\[h+\]|\[m+\]|\[s+\]|AM\/PM|上午\/下午|y+|m+|d+|h+|s+(?:\.0+)?|./gi) ?? [];
  return pieces.map((piece, index) => datePiece(piece, parts, value, halfDay, isMinute(pieces, index))).join('');
}

/** `m` means minutes after an hour or before a second. */
function isMinute(pieces: readonly string[], index: number): boolean {
  const neighbour = (step: number): string => {
    for (let at = index + step; at >= 0 && at < pieces.length; at += step) if (/^\[?[ymdhs]/i.test(pieces[at] ?? '')) return (pieces[at] ?? '').replace('[', '').charAt(0).toLowerCase();
    return '';
  };
  return neighbour(-1) === 'h' || neighbour(1) === 's';
}

function datePiece(piece: string, parts: DateParts, value: number, halfDay: boolean, minute: boolean): string {
  const padded = (part: number): string => String(part).padStart(piece.length >= 2 ? 2 : 1, '0');
  switch (piece.toLowerCase()) {
    case 'am/pm':
      return parts.hour < 12 ? 'AM' : 'PM';
    case '上午/下午':
      return parts.hour < 12 ? '上午' : '下午';
    case '[h]':
    case '[hh]':
      return String(Math.floor(value * 24 + 1e-9));
    case '[m]':
    case '[mm]':
      return String(Math.floor(value * 1440 + 1e-9));
    case '[s]':
    case '[ss]':
      return String(Math.floor(value * 86_400 + 1e-9));
    default:
  }
  switch (piece.charAt(0).toLowerCase()) {
    case 'y':
      return piece.length > 2 ? String(parts.year) : String(parts.year % 100).padStart(2, '0');
    case 'm':
      if (minute) return padded(parts.minute);
      return piece.length > 3 ? (MONTHS[parts.month - 1] ?? '') : piece.length === 3 ? (MONTHS[parts.month - 1] ?? '').slice(0, 3) : padded(parts.month);
    case 'd':
      return piece.length > 3 ? (WEEKDAYS[parts.weekday] ?? '') : piece.length === 3 ? (WEEKDAYS[parts.weekday] ?? '').slice(0, 3) : padded(parts.day);
    case 'h':
      return padded(halfDay ? parts.hour % 12 || 12 : parts.hour);
    case 's':
      return String(parts.second).padStart(piece.startsWith('ss') ? 2 : 1, '0');
    default:
      return literal(piece);
  }
}
