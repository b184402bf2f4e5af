import { fromSerial, isDate, toSerial } from '../../retro/dates';
import type { DifferenceKind } from '../../retro/returned-copy';
import { trackedDeadline } from '../../retro/tracking-log';
import { DATE_FORMAT } from '../number-formats';
import type { ColumnPlan, PlanValue } from '../plan';
import { sameValue } from '../same-value';

export type Cell = string | number | boolean;

export const isDateColumn = (column: Pick<ColumnPlan, 'numberFormat'>): boolean => column.numberFormat === DATE_FORMAT;
const isTextColumn = (column: Pick<ColumnPlan, 'numberFormat'>): boolean => column.numberFormat === '@';

/**
 * A cell in the one form in which cells of its column are compared: a day in any form that needs no clock as `YYYY-MM-DD`, a
 * number or a percentage written as text as the number, text without the space around it and with one kind of line break.
 */
export function comparable(cell: Cell | PlanValue | undefined, column: Pick<ColumnPlan, 'numberFormat'>): string | number {
  if (cell === null || cell === undefined) return '';
  if (isDateColumn(column) && typeof cell !== 'boolean') return trackedDeadline(cell);
  if (typeof cell === 'number' && !isTextColumn(column)) return cell;
  const text = String(cell).replace(/\r\n?/g, '\n').trim();
  return isTextColumn(column) ? text : (numberIn(text) ?? text);
}

function numberIn(text: string): number | undefined {
  const match = /^([+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?)(%?)$/.exec(text.normalize('NFKC'));
  if (match === null) return undefined;
  const value = Number((match[1] ?? '').replaceAll(',', ''));
  return match[2] === '%' ? Number((value / 100).toFixed(12)) : value;
}

/** Same content, whatever form; long texts also as the base copy remembers them. */
export function sameCell(a: Cell | PlanValue | undefined, b: Cell | PlanValue | undefined, column: Pick<ColumnPlan, 'numberFormat'>): boolean {
  return sameValue(a, b) || sameValue(comparable(a, column), comparable(b, column));
}

export const isBlank = (cell: Cell | PlanValue | undefined): boolean => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/**
 * What to do about a cell, by what it held when the copy was made, as far as known (`before`: several when our own memory and
 * the copy's do not agree, because one of us generated since). undefined: nothing – they agree, or only ours changed.
 */
export function judge(mine: Cell, theirs: Cell, before: readonly (Cell | PlanValue)[], column: Pick<ColumnPlan, 'numberFormat'>): DifferenceKind | undefined {
  const same = (a: Cell | PlanValue, b: Cell | PlanValue): boolean => sameCell(a, b, column);
  if (same(mine, theirs)) return undefined;
  if (before.some((value) => same(value, theirs))) return undefined;
  if (isBlank(theirs)) return 'emptied';
  if (before.length === 0) return isBlank(mine) ? 'theirs' : 'unknown';
  return before.some((value) => same(value, mine)) ? 'theirs' : 'conflict';
}

/** What is written when a cell is taken over, with its number format where it needs one: days as serial numbers, text as text. */
export function toWrite(cell: Cell, column: Pick<ColumnPlan, 'numberFormat'>): { readonly value: string | number; readonly numberFormat?: string } {
  const value = comparable(cell, column);
  if (isDateColumn(column) && typeof value === 'string' && isDate(value)) return { value: toSerial(value), numberFormat: DATE_FORMAT };
  if (typeof value === 'number') return { value };
  // Plain words in a column of figures (待出数) leave its format alone; anything Excel could take for more than text is text.
  return isTextColumn(column) || /[\d=+\-@'/%]|^(?:true|false)$/i.test(value) ? { value, numberFormat: '@' } : { value };
}

/** A cell as people read it; `percent`: a fraction of a rate. */
export function shownText(cell: Cell | PlanValue | undefined, column: Pick<ColumnPlan, 'numberFormat'>, percent: boolean): string {
  if (cell === null || cell === undefined) return '';
  if (isDateColumn(column)) return String(comparable(cell, column));
  if (typeof cell !== 'number') return String(cell);
  if (percent || column.numberFormat.includes('%')) return `${Number((cell * 100).toFixed(4))}%`;
  return column.numberFormat.startsWith('yyyy') ? (fromSerial(cell) ?? String(cell)) : String(Number(cell.toFixed(10)));
}
