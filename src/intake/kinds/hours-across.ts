import type { Figure, HourRecord } from '../../retro/types';
import { readHeader, resolveMetric } from '../headers';
import { roleOfRow } from '../roles';
import type { TableRow } from '../table';
import type { IntakeOptions } from '../types';
import { parseDateTime } from '../values/date-time';
import { emptiness } from '../values/empty';
import { parseHourSlot, type HourSlotReading } from '../values/hour-slot';
import { unguard } from '../values/text';
import { carriedDown } from './blocks';
import { figuresOf, metricColumnsOf } from './columns';
import { dateNames, metricNames, noteNames, shopNames } from './fields';
import { cellOf, columnOf, columnsOf, type BoundColumn, type BoundTable, type KindModule, type KindReading, type KindSpec, type Ledger } from './kind';

/** Hours that a header must have side by side; more when they are bare numbers, which figures may be too. */
const FEWEST = 6;
const FEWEST_BARE = 12;

/** Hours as columns: metrics, or days, as rows (R16). */
export const hoursAcrossSpec: KindSpec = {
  kind: 'hourly',
  fields: [
    { field: 'date', names: dateNames },
    { field: 'metric', names: [...metricNames, '时段', '小时', '指标/时段', '时段/指标', '指标\\时段', '时段\\指标', '日期/时段', '日期\\时段', '数据', '类型'] },
    { field: 'shop', names: shopNames },
    { field: 'note', names: noteNames },
    { field: 'total', names: ['合计', '总计', '全天', '平均', '均值', '汇总'], repeats: true },
    { field: 'slot', names: [], pattern: /^(?:上午|下午|晚上|凌晨|早上|中午)?\d{1,2}(?::\d{2}){0,2}(?:点|时)?(?:[-~至到—–]\d{1,2}(?::\d{2}){0,2}(?:点|时)?)?$/, repeats: true },
  ],
  signature: [['slot']],
  accepts: areHours,
  against: ['订单编号', '订单号'],
  weight: 6,
};

export const hoursAcross: KindModule = { spec: hoursAcrossSpec, read: readAcross };

type Slot = Extract<HourSlotReading, { kind: 'slot' }>;

/** Hours of a day one after the other, at least six of them; bare numbers only in a run of twelve. */
function areHours(columns: readonly BoundColumn[]): boolean {
  const slots = columns.filter(({ field }) => field === 'slot');
  const hours = slots.map(({ header }) => parseHourSlot(header.raw)).filter((slot): slot is Slot => slot.kind === 'slot' && slot.damaged !== true);
  if (hours.length < slots.length || hours.length < FEWEST) return false;
  const steps = hours.slice(1).map(({ hour }, index) => hour - (hours[index]?.hour ?? 0));
  if (!slots.every(({ header }) => /^\d{1,2}$/.test(header.name))) return steps.every((step) => step > 0);
  return hours.length >= FEWEST_BARE && steps.every((step) => step === 1);
}

/** Rows of one day: each is a metric. */
interface Block {
  readonly date: string | undefined;
  readonly metrics: { readonly row: TableRow; readonly name: string; readonly key: string }[];
}

/**
 * One metric (of one day) per row. A row goes by its label; days with a single metric by the title above the table. A row that names no metric
 * is told and left out, and so is a second row for the same metric and day.
 */
function readAcross(table: BoundTable, ledger: Ledger, options: IntakeOptions): KindReading {
  const slots = columnsOf(table, 'slot');
  const dateColumn = columnOf(table, 'date');
  const labelColumn = columnOf(table, 'metric') ?? table.columns.find(({ field }) => field === undefined);
  const dateCell = carriedDown(table.rows, dateColumn);
  const titled = metricOfTitle(table.caption ?? '');
  const blocks = new Map<string, Block>();
  for (const row of table.rows) {
    const label = unguard(cellOf(row, labelColumn));
    const role = roleOfRow(row);
    if (role) {
      ledger.skip(row, role);
      continue;
    }
    const labelled = emptiness(label) ? undefined : resolveMetric(readHeader(label))?.key;
    // Days stand in a column of their own or are the labels.
    const rawDate = dateColumn ? dateCell(row) : labelled === undefined ? label : '';
    const day = parseDateTime(rawDate, options.year);
    const key = labelled ?? (day.kind === 'date-time' && (emptiness(label) || label === rawDate) ? titled : undefined);
    if (dateColumn && day.kind === 'bad') ledger.problem(row.line, { code: 'not-a-date', column: dateColumn.header.raw, value: rawDate });
    if (key === undefined) {
      ledger.unusable(row, { code: 'row-not-read', column: labelColumn?.header.raw ?? '', value: label || rawDate });
      continue;
    }
    const date = day.kind === 'date-time' ? day.value.slice(0, 10) : undefined;
    const block = blocks.get(date ?? '') ?? { date, metrics: [] };
    blocks.set(date ?? '', block);
    const twin = block.metrics.find((known) => known.key === key);
    if (twin) {
      ledger.unusable(row, { code: 'row-not-read', column: labelColumn?.header.raw ?? '', value: label || rawDate, detail: { first: twin.row.line } });
      continue;
    }
    ledger.used(row);
    block.metrics.push({ row, name: labelled === undefined ? (table.caption ?? '') : label, key });
  }
  return { records: { hours: [...blocks.values()].flatMap((block) => hoursOf(table, block, slots, ledger)) } };
}

/** A block turned upright, an hour a row, and read by the rules of columns. What cannot be read is told at the row of its metric and the column of its hour. */
function hoursOf(table: BoundTable, { date, metrics }: Block, slots: readonly BoundColumn[], ledger: Ledger): HourRecord[] {
  const rows = slots.map((slot) => ({ line: metrics[0]?.row.line ?? table.headerLine, cells: metrics.map(({ row }) => cellOf(row, slot)) }));
  const columns = metricColumnsOf({ ...table, rows, columns: metrics.map(({ name, key }, index) => ({ index, header: readHeader(name), metric: key, confidence: 1 })) });
  return rows.flatMap((row, index): HourRecord[] => {
    const slot = slots[index];
    const reading = parseHourSlot(slot?.header.raw ?? '');
    if (slot === undefined || reading.kind !== 'slot') return [];
    const figures: Record<string, Figure> = {};
    for (const [at, column] of columns.entries()) {
      const line = metrics[at]?.row.line ?? row.line;
      Object.assign(figures, figuresOf(row, [column], { ...ledger, problem: (_line, problem) => ledger.problem(line, { ...problem, column: slot.header.raw }) }));
    }
    if (Object.values(figures).every(({ kind }) => kind === 'missing')) return [];
    return [{ file: table.file, line: row.line, ...(date !== undefined && { date }), hour: reading.hour, hours: reading.hours, slot: slot.header.raw, figures, note: '' }];
  });
}

/** 咨询人数 of a title such as `双11分时段咨询人数`: the longest end of it that is a metric. */
function metricOfTitle(title: string): string | undefined {
  const bare = title.replace(/[（(][^（）()]*[)）]/g, '').replace(/(?:统计表|统计|明细表|明细|分布表|分布|数据表|数据|报表|表)$/, '').trim();
  for (let from = 0; from <= bare.length - 2; from++) {
    const found = resolveMetric(readHeader(bare.slice(from)));
    if (found) return found.key;
  }
  return undefined;
}
