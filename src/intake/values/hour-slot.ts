import { fromSerial } from '../../retro/dates';
import { emptiness } from './empty';
import { foldValue } from './text';

/** `damaged`: Excel had turned `10-11` into a date; the hours come from its month and day (Q18). */
export type HourSlotReading =
  | { readonly kind: 'slot'; readonly hour: number; readonly hours: number; readonly damaged?: true }
  | { readonly kind: 'missing' }
  | { readonly kind: 'bad' };

const range = /^(?:(上午|下午|晚上|凌晨|早上|中午)?(\d{1,2})(?::(\d{2}))?(?::\d{2})?(?:点|时)?)(?:[-~至到—–](上午|下午|晚上|凌晨|早上|中午)?(\d{1,2})(?::(\d{2}))?(?::\d{2})?(?:点|时)?)?$/;
const asDate = /^(?:\d{4}[-/.年])?(\d{1,2})(?:[-/.月])(\d{1,2})日?(?:0:00(?::00)?|00:00(?::00)?)?$/;

/**
 * An hour slot as people and Excel write it (DOMAIN Q18): `0:00-1:00`, `10:00~11:00`, `8点`, `20时`, `12-13`, `上午10点`, `10`,
 * and what Excel made of `10-11`: `10月11日`, `2025/10/11`, serial 45941.
 */
export function parseHourSlot(raw: string): HourSlotReading {
  if (emptiness(raw)) return { kind: 'missing' };
  const text = foldValue(raw).replace(/\s+/g, '').replace(/\(.*\)$/, '');
  const match = range.exec(text);
  if (match) {
    const from = hourOf(match[2], match[1]);
    const to = match[5] === undefined ? from + 1 : hourOf(match[5], match[4] ?? match[1]) + (Number(match[6] ?? 0) >= 59 ? 1 : 0);
    if (from > 23 || to > 24) return { kind: 'bad' };
    const hours = to > from ? to - from : to + 24 - from;
    return { kind: 'slot', hour: from, hours: hours > 24 ? 1 : hours };
  }
  const date = /^\d{5}$/.test(text) ? fromSerial(Number(text)) : undefined;
  const parts = date ? ['', date.slice(5, 7), date.slice(8, 10)] : asDate.exec(text);
  if (!parts) return { kind: 'bad' };
  const [from, to] = [Number(parts[1]), Number(parts[2])];
  return to > from && to <= 24 ? { kind: 'slot', hour: from, hours: to - from, damaged: true } : { kind: 'bad' };
}

function hourOf(digits: string | undefined, half: string | undefined): number {
  const hour = Number(digits);
  if (half && /下午|晚上/.test(half) && hour < 12) return hour + 12;
  return half === '中午' && hour < 11 ? hour + 12 : hour;
}
