import type { Messages } from '../../i18n';
import { unitOfKey } from '../../retro/catalogue';
import type { Figure, Unit } from '../../retro/types';

type Words = Messages['reading'];

/** A figure in words: 17.8%, 45 秒, 12.3 万元, 待出数, 缺. */
export function figureText(figure: Figure, unit: Unit, words: Words): string {
  if (figure.kind === 'pending') return words.pending;
  if (figure.kind === 'missing') return words.missing;
  if (figure.kind === 'text') return figure.value;
  const { value } = figure;
  if (unit === '%') return `${plain(value * 100)}%`;
  if (unit === '元') return words.yuan(value);
  const name = words.units[unit];
  return name === '' ? plain(value) : `${plain(value)} ${name}`;
}

/** Up to two decimals, thousands grouped. */
function plain(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

/** Unit of a metric key; a five-point 满意度 is in 分. */
export function unitOf(key: string): Unit {
  return key.endsWith('@5分') ? '分' : unitOfKey(key);
}
