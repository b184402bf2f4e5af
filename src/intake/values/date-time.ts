import { addDays, fromSerial, isDate, makeDate } from '../../retro/dates';
import { emptiness } from './empty';
import { foldValue } from './text';

/** `YYYY-MM-DD HH:mm:ss`, Beijing time. */
export type DateTimeReading = { readonly kind: 'date-time'; readonly value: string } | { readonly kind: 'missing' } | { readonly kind: 'bad' };

const beijingOffset = 8 * 60;
const dayPart = /^(?:(\d{4}|\d{2})[-/.年])?\s*(\d{1,2})[-/.月](\d{1,2})[日号]?/;
const timePart = /^[\st]*(?:\(?(?:周|星期|礼拜)[一二三四五六日天]\)?)?[\st]*(上午|下午|中午|晚上|凌晨|早上|am|pm)?\s*(?:(\d{1,2})(?::|时|点)(?:(\d{1,2})(?::|分)?(?:(\d{1,2})(?:\.\d+)?秒?)?)?)?\s*(am|pm)?\s*(z|[+-]\d{2}:?\d{2})?$/i;

/**
 * A date with optional time in any form DOMAIN V078–V094 lists: separators, 年月日, weekday in brackets, 上午/下午, ISO with zone
 * (turned to Beijing time), `20251111`, Excel serials, Unix seconds and milliseconds. Without a year: `year`.
 */
export function parseDateTime(raw: string, year: number): DateTimeReading {
  if (emptiness(raw)) return { kind: 'missing' };
  const text = foldValue(raw).toLowerCase();
  if (/^\d+(?:\.\d+)?$/.test(text)) return fromNumber(text);
  const day = dayPart.exec(text);
  if (!day) return { kind: 'bad' };
  const written = day[1] === undefined ? year : Number(day[1].length === 2 ? `20${day[1]}` : day[1]);
  const date = makeDate(written, Number(day[2]), Number(day[3]));
  const rest = text.slice(day[0].length);
  const time = timePart.exec(rest);
  if (!date || !time) return { kind: 'bad' };
  const half = time[1] ?? time[5];
  let hour = Number(time[2] ?? 0);
  if (half && /下午|晚上|pm/.test(half) && hour < 12) hour += 12;
  if (half && /凌晨|am/.test(half) && hour === 12) hour = 0;
  const [minute, second] = [Number(time[3] ?? 0), Number(time[4] ?? 0)];
  if (hour > 24 || minute > 59 || second > 59) return { kind: 'bad' };
  return stamp(date, hour * 3600 + minute * 60 + second - zoneShift(time[6]) * 60);
}

/** Minutes that the written zone is ahead of Beijing; 0 without a zone. */
function zoneShift(zone: string | undefined): number {
  if (!zone) return 0;
  if (zone === 'z') return -beijingOffset;
  const sign = zone.startsWith('-') ? -1 : 1;
  const clock = zone.slice(1).replace(':', '');
  return sign * (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(2))) - beijingOffset;
}

function fromNumber(text: string): DateTimeReading {
  const value = Number(text);
  if (/^(?:19|20)\d{6}$/.test(text)) {
    const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
    return isDate(date) ? { kind: 'date-time', value: `${date} 00:00:00` } : { kind: 'bad' };
  }
  if (/^(?:19|20)\d{12}$/.test(text)) {
    const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
    return isDate(date) ? { kind: 'date-time', value: `${date} ${text.slice(8, 10)}:${text.slice(10, 12)}:${text.slice(12)}` } : { kind: 'bad' };
  }
  if (/^\d{10}$/.test(text)) return fromUnix(value);
  if (/^\d{13}$/.test(text)) return fromUnix(value / 1000);
  const date = value >= 20_000 && value < 80_000 ? fromSerial(value) : undefined;
  return date ? stamp(date, Math.round((value - Math.floor(value)) * 86_400)) : { kind: 'bad' };
}

function fromUnix(seconds: number): DateTimeReading {
  return stamp('1970-01-01', Math.floor(seconds) + beijingOffset * 60);
}

function stamp(date: string, seconds: number): DateTimeReading {
  const days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  const two = (value: number) => String(value).padStart(2, '0');
  return { kind: 'date-time', value: `${addDays(date, days)} ${two(Math.floor(rest / 3600))}:${two(Math.floor((rest % 3600) / 60))}:${two(rest % 60)}` };
}
