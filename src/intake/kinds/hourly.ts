import { maskText } from '../../retro/masking';
import type { HourRecord } from '../../retro/types';
import { roleOfRow } from '../roles';
import type { IntakeOptions } from '../types';
import { parseDateTime } from '../values/date-time';
import { emptiness } from '../values/empty';
import { parseHourSlot } from '../values/hour-slot';
import { unguard } from '../values/text';
import { figuresOf, headersOf, metricColumnsOf } from './columns';
import { dateNames, noteNames, shopNames } from './fields';
import { cellOf, columnOf, type BoundTable, type KindModule, type KindReading, type KindSpec, type Ledger } from './kind';
import { checkTotals } from './totals';

export const hourlySpec: KindSpec = {
  kind: 'hourly',
  fields: [
    { field: 'date', names: dateNames },
    { field: 'hour', names: ['时段', '小时', '时间段', '分时', '时点', '接待时段', '咨询时段'] },
    { field: 'shop', names: shopNames },
    { field: 'note', names: noteNames },
  ],
  signature: [['hour']],
  minMetrics: 1,
  against: ['订单编号', '订单号'],
  metrics: 'shop',
  weight: 6,
};

export const hourly: KindModule = { spec: hourlySpec, read: readHours };

/** One hour per row (R16). A date written once per block is carried down (Q10); slots that Excel turned into dates are turned back and named (Q18). */
function readHours(table: BoundTable, ledger: Ledger, options: IntakeOptions): KindReading {
  const columns = metricColumnsOf(table);
  const [dateColumn, hourColumn, noteColumn] = ['date', 'hour', 'note'].map((field) => columnOf(table, field));
  const hours: HourRecord[] = [];
  const totals: HourRecord[] = [];
  let date: string | undefined;
  for (const row of table.rows) {
    const role = roleOfRow(row);
    const rawDate = cellOf(row, dateColumn);
    const rawSlot = unguard(cellOf(row, hourColumn));
    const base = { file: table.file, line: row.line, slot: rawSlot, note: maskText(unguard(cellOf(row, noteColumn))) };
    if (role) {
      ledger.skip(row, role);
      if (role === 'total') totals.push({ ...base, hour: 0, hours: 24, figures: figuresOf(row, columns) });
      continue;
    }
    if (!emptiness(rawDate)) {
      const day = parseDateTime(rawDate, options.year);
      if (day.kind === 'bad') ledger.problem(row.line, { code: 'not-a-date', column: dateColumn?.header.raw ?? '', value: rawDate });
      date = day.kind === 'date-time' ? day.value.slice(0, 10) : undefined;
    }
    const slot = parseHourSlot(rawSlot);
    if (slot.kind !== 'slot') {
      ledger.unusable(row, { code: 'not-an-hour', column: hourColumn?.header.raw ?? '', value: rawSlot });
      continue;
    }
    ledger.used(row);
    if (slot.damaged) ledger.problem(row.line, { code: 'excel-damage', column: hourColumn?.header.raw ?? '', value: rawSlot, detail: { meaning: `${slot.hour}-${slot.hour + slot.hours}` } });
    hours.push({ ...base, ...(date !== undefined && { date }), hour: slot.hour, hours: slot.hours, figures: figuresOf(row, columns, ledger) });
  }
  checkTotals(totals, hours, headersOf(columns), ledger);
  return { records: { hours } };
}
