import { emptiness } from './empty';
import { parsePlainNumber, rounded } from './number';
import { splitOperator } from './operator';
import { bad, missing, pending, type Reading } from './reading';
import { foldValue } from './text';

/** Seconds of one unit. */
export const secondsOf: Readonly<Record<string, number>> = {
  毫秒: 0.001, ms: 0.001, 秒: 1, 秒钟: 1, s: 1, sec: 1, 分: 60, 分钟: 60, min: 60, mins: 60, m: 60, "'": 60, '"': 1, 时: 3600, 小时: 3600, 个小时: 3600, h: 3600, hr: 3600, 天: 86400, 日: 86400, d: 86400,
};
const part = /^([+-]?[\d,]*\.?\d+)\s*(毫秒|ms|秒钟|秒|sec|mins|min|分钟|分|个小时|小时|时|hr|天|日|[hsmd'"])\s*/i;

/**
 * A duration in seconds (DOMAIN V035–V052): `45秒`, `1分20秒`, `00:01:20`, `1:20` (分:秒), `1'20"`, `1.5min`, `0.02小时`, `820ms`.
 * A bare number is in `columnUnit` (default 秒); a unit in the cell beats it (Q15).
 */
export function parseDuration(raw: string, columnUnit = '秒'): Reading {
  const empty = emptiness(raw);
  if (empty) return empty === 'missing' ? missing : pending;
  const { text, op } = splitOperator(foldValue(raw).replace(/[′’]/g, "'").replace(/''|[″”]/g, '"'));
  const bound = op ? { op } : {};
  const clock = /^(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2}(?:\.\d+)?)$/.exec(text);
  if (clock) {
    const [hours, minutes, seconds] = [Number(clock[1] ?? 0), Number(clock[2]), Number(clock[3])];
    if (seconds >= 60) return bad;
    return { kind: 'number', value: rounded(hours * 3600 + minutes * 60 + seconds), unit: ':', ...bound };
  }
  const bare = parsePlainNumber(text);
  if (bare !== undefined) return { kind: 'number', value: rounded(bare * (secondsOf[columnUnit] ?? 1)), ...bound };
  let rest = text;
  let total = 0;
  let unit = '';
  while (rest !== '') {
    const match = part.exec(rest);
    const value = match ? parsePlainNumber(match[1] ?? '') : undefined;
    const size = match ? secondsOf[(match[2] ?? '').toLowerCase()] : undefined;
    if (!match || value === undefined || size === undefined) return bad;
    total += value * size;
    unit = match[2] ?? '';
    rest = rest.slice(match[0].length);
  }
  return { kind: 'number', value: rounded(total), unit, ...bound };
}
