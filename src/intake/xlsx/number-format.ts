import { addDays, fromSerial } from '../../retro/dates';
import { rounded } from '../values/number';

/** What a number format makes of a number, as far as the meaning of the cell depends on it. */
export type FormatKind = 'general' | 'percent' | 'permille' | 'date' | 'time' | 'duration' | 'minutes';

const builtIn: Readonly<Record<number, FormatKind>> = {
  9: 'percent', 10: 'percent', 14: 'date', 15: 'date', 16: 'date', 17: 'date', 18: 'time', 19: 'time', 20: 'time', 21: 'duration', 22: 'date', 27: 'date', 28: 'date', 29: 'date', 30: 'date', 31: 'date', 32: 'time', 33: 'duration',
  34: 'time', 35: 'duration', 36: 'date', 45: 'minutes', 46: 'duration', 47: 'minutes', 50: 'date', 51: 'date', 52: 'date', 53: 'date', 54: 'date', 55: 'time', 56: 'duration', 57: 'date', 58: 'date',
};

/** Kind of a format by its built-in number or its code. */
export function formatKind(id: number, code: string | undefined): FormatKind {
  if (code === undefined) return builtIn[id] ?? 'general';
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?![hms]+\])[^\]]*\]/gi, '').split(';')[0]?.toLowerCase() ?? '';
  if (bare.includes('%')) return 'percent';
  if (/\[[hms]+\]/.test(bare)) return /\[m+\]/.test(bare) ? 'minutes' : 'duration';
  if (/[yd]|年|月|日/.test(bare) || /(?:^|[^a-z])m{3,}/.test(bare)) return 'date';
  if (/h/.test(bare)) return /s/.test(bare) ? 'duration' : 'time';
  if (/m.*s/.test(bare)) return 'minutes';
  return 'general';
}

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * The text of a numeric cell as a person would paste it: 17.8%, 2025-11-11 20:05:00, 0:01:20. Numbers without such a format are written in
 * full, so that ids of 16 and more digits show their lost tail.
 */
export function numberText(value: number, kind: FormatKind, date1904: boolean): string {
  if (kind === 'percent') return `${rounded(value * 100)}%`;
  if (kind === 'general' || kind === 'permille' || value < 0) return String(value);
  const seconds = Math.round((value - Math.floor(value)) * 86_400);
  if (kind === 'minutes') return `${Math.floor((value * 86_400 + 0.5) / 60)}:${two(Math.round(value * 86_400) % 60)}`;
  if (kind === 'time' && value < 1) return `${Math.floor(seconds / 3600)}:${two(Math.floor((seconds % 3600) / 60))}`;
  if (kind === 'duration' && value < 366) {
    const all = Math.round(value * 86_400);
    return `${Math.floor(all / 3600)}:${two(Math.floor((all % 3600) / 60))}:${two(all % 60)}`;
  }
  const day = fromSerial(value + (date1904 ? 1462 : 0));
  if (!day) return String(value);
  const date = seconds === 86_400 ? addDays(day, 1) : day;
  const rest = seconds === 86_400 ? 0 : seconds;
  return rest === 0 ? date : `${date} ${two(Math.floor(rest / 3600))}:${two(Math.floor((rest % 3600) / 60))}:${two(rest % 60)}`;
}
