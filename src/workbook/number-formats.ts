import type { Messages } from '../i18n';
import { comparesByDifference } from '../retro/compare';
import type { Unit } from '../retro/types';

type WorkbookWords = Messages['workbook'];

/** Explicit and readable in every region (DESIGN rule 7). */
export const DATE_FORMAT = 'yyyy-mm-dd';

const counts: ReadonlySet<Unit> = new Set<Unit>(['人', '件', '次', '单', '条', '字', '天']);

/** How a value of this unit is shown: money 1,234.50, counts 1,234, rates 12.50%, seconds 45.00秒. */
export function valueFormat(unit: Unit, words: WorkbookWords): string {
  if (unit === '%') return '0.00%';
  if (unit === '秒') return `#,##0.00"${words.units.秒}"`;
  if (counts.has(unit)) return '#,##0';
  if (unit === '时段' || unit === '文本') return '@';
  return unit === '' ? '#,##0.####' : '#,##0.00';
}

/** How the difference actual − target is shown: with its sign; rates as percentage points. */
export function gapFormat(unit: Unit, words: WorkbookWords): string {
  if (unit === '%') return `+0.00%"${words.points}";-0.00%"${words.points}";0.00%`;
  const plain = valueFormat(unit, words);
  return plain === '@' ? '@' : `+${plain};-${plain};${plain.replace('.####', '')}`;
}

/** How a change against a baseline is shown: a relative change in %, a difference of rates in percentage points. */
export const changeFormat = (unit: Unit, words: WorkbookWords): string => (comparesByDifference(unit) ? gapFormat(unit, words) : '+0.00%;-0.00%;0.00%');
