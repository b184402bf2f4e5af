/** The text a cell is edited as: what one would type to get its content. */
import { partsOf } from '../../host/model/dates';
import { interpret } from '../../host/model/typing';
import type { CellModel } from '../../host/model/types';

/** @param today see `interpret` */
export function editText(cell: CellModel | undefined, today: string): string {
  if (cell === undefined) return '';
  if (cell.formula !== undefined) return cell.formula;
  const { value } = cell;
  const format = cell.format?.numberFormat ?? 'General';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return numberText(value, format);
  const read = value === '' || format === '@' || cell.error === true ? undefined : interpret(value, format, today);
  const changes = read !== undefined && (read.kind !== 'value' || read.value !== value);
  return changes ? `'${value}` : value;
}

function numberText(value: number, format: string): string {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (/[ymd]|h.*:|^h/i.test(bare) && !/[0#]/.test(bare.replace(/0+$/, ''))) {
    const date = partsOf(value);
    if (date !== undefined) return dateText(value, date);
  }
  if (bare.includes('%')) return `${String(Number((value * 100).toPrecision(15)))}%`;
  return String(Number(value.toPrecision(15)));
}

function dateText(serial: number, { year, month, day, hour, minute, second }: NonNullable<ReturnType<typeof partsOf>>): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const time = `${String(hour)}:${two(minute)}:${two(second)}`;
  const date = `${String(year)}/${String(month)}/${String(day)}`;
  if (serial < 1) return time;
  return Number.isInteger(serial) ? date : `${date} ${time}`;
}
