import { aggregateFigure, keysOf, type FigureRow } from '../../retro/aggregate';
import { baseOfKey, findMetric, metricName } from '../../retro/catalogue';
import type { ActualRecord, Unit } from '../../retro/types';
import { roleOfRow } from '../roles';
import type { IntakeOptions, SourceNote } from '../types';
import { parseDateTime } from '../values/date-time';
import { emptiness } from '../values/empty';
import { isFivePointScore } from '../values/percent';
import { figuresOf, headersOf, metricColumnsOf } from './columns';
import { dateNames, noteNames, shopNames } from './fields';
import { cellOf, columnOf, type BoundTable, type KindModule, type KindReading, type KindSpec, type Ledger } from './kind';
import { checkTotals } from './totals';

const fields: KindSpec['fields'] = [
  { field: 'date', names: dateNames },
  { field: 'shop', names: shopNames },
  { field: 'note', names: noteNames },
];

/** Metrics as columns, one row per day: 生意参谋 咨询接待, 京东 服务工作量, 拼多多 客服_服务数据, 店铺 … (DOMAIN 2.2–2.6). */
export const dailySpec: KindSpec = { kind: 'actuals', fields, signature: [['date']], minMetrics: 2, against: ['订单编号', '订单号', '商品id', '时段', '买家', '问题类型'], metrics: 'shop', weight: 0.2 };

/** The same without a date: one row that covers the period (概览). */
export const overviewSpec: KindSpec = { kind: 'actuals', fields, signature: [], minMetrics: 3, against: ['订单编号', '订单号', '商品id', '时段', '买家', '问题类型', '商品名称'], metrics: 'shop', weight: 0.1 };

export const daily: KindModule = { spec: dailySpec, read: readDays };
export const overview: KindModule = { spec: overviewSpec, read: readDays };

interface DayRow extends FigureRow {
  readonly line: number;
}

/**
 * Days become one figure per metric by the catalogue: amounts added, rates weighted or recomputed, people added over days and labelled.
 * A peer row is the industry baseline; totals are a cross-check (Q11, Q12).
 */
function readDays(given: BoundTable, ledger: Ledger, options: IntakeOptions): KindReading {
  const table = withServiceSales(given, ledger);
  const columns = metricColumnsOf(table, (key, cells) => (baseOfKey(key) === 'csat' && isFivePointScore(cells) ? 'csat@5分' : key));
  const dateColumn = columnOf(table, 'date');
  const rows: DayRow[] = [];
  const totals: DayRow[] = [];
  const peers: DayRow[] = [];
  for (const row of table.rows) {
    const role = roleOfRow(row, 4);
    const rawDate = cellOf(row, dateColumn);
    const day = parseDateTime(rawDate, options.year);
    const date = day.kind === 'date-time' ? { date: day.value.slice(0, 10) } : {};
    if (role) {
      ledger.skip(row, role);
      const summary = { line: row.line, figures: figuresOf(row, columns) };
      if (role === 'total') totals.push(summary);
      if (role === 'peer') peers.push(summary);
      continue;
    }
    if (dateColumn && day.kind === 'bad' && !/[~至]/.test(rawDate)) ledger.problem(row.line, { code: 'not-a-date', column: dateColumn.header.raw, value: rawDate });
    ledger.used(row);
    rows.push({ line: row.line, figures: figuresOf(row, columns, ledger), ...date });
  }
  checkTotals(totals, rows, headersOf(columns), ledger);
  const actuals = rows.length === 0 ? [] : keysOf(rows).flatMap((key) => actualOf(table, rows, peers, key));
  return { records: { actuals }, columns: table.columns, notes: notesOf(rows, table, dateColumn === undefined ? [] : table.rows.map((row) => cellOf(row, dateColumn))) };
}

/** Names that mean the service's figure beside reception columns and the shop's elsewhere (DOMAIN 1.4). */
const twins: Readonly<Record<string, string>> = { 销售额: 'cs_sales', 销售量: 'cs_items', 销售人数: 'cs_buyers', 客单价: 'cs_aov', 客件数: 'cs_items_per_buyer' };
const serviceMetrics = new Set(['received_users', 'received_sessions', 'consult_users', 'consult_sessions', 'inquiry_users', 'avg_resp', 'first_resp']);

/** In a table of the service, 销售额 is taken as 客服销售额 and asked about. */
function withServiceSales(table: BoundTable, ledger: Ledger): BoundTable {
  if (!table.columns.some((column) => column.metric && serviceMetrics.has(baseOfKey(column.metric)))) return table;
  const taken = new Set(table.columns.map((column) => column.metric));
  return {
    ...table,
    columns: table.columns.map((column) => {
      const twin = column.metric ? twins[column.header.name] : undefined;
      if (!twin || taken.has(twin)) return column;
      ledger.problem(table.headerLine, { code: 'ambiguous-column', column: column.header.raw, value: column.header.raw, detail: { options: `${metricName(twin)} / ${metricName(column.metric ?? '')}`, taken: twin } });
      return { ...column, metric: twin };
    }),
  };
}

function actualOf(table: BoundTable, rows: readonly DayRow[], peers: readonly DayRow[], key: string): readonly ActualRecord[] {
  const metric = findMetric(key);
  if (!metric || metric.part || metric.id === 'eval_levels') return [];
  const { figure, note } = aggregateFigure(rows, key);
  const score = key.endsWith('@5分');
  const publicKey = score ? 'csat' : key;
  const unit: Unit = score ? '分' : metric.unit;
  const peer = peers.map((row) => row.figures[key]).find((value) => value?.kind === 'number');
  return [{
    file: table.file, line: rows[0]?.line ?? table.headerLine, metric: { key: publicKey, name: metricName(publicKey) }, unit, value: figure, raw: '', baselines: peer ? { industry: peer } : {},
    ...(note.method === 'distinct-days' && { addedOverDays: true as const }),
    ...periodOf(rows),
  }];
}

function periodOf(rows: readonly DayRow[]): { readonly period?: string } {
  const dates = rows.flatMap((row) => (row.date ? [row.date] : [])).sort();
  const [from, to] = [dates[0], dates.at(-1)];
  if (!from || !to) return {};
  return { period: from === to ? from : `${from}~${to}` };
}

function notesOf(rows: readonly DayRow[], table: BoundTable, dates: readonly string[]): readonly SourceNote[] {
  const weighted = table.columns.filter((column) => column.metric && ['weighted', 'ratio'].includes(findMetric(column.metric)?.aggregation.kind ?? ''));
  const { period } = periodOf(rows);
  const people = new Set(rows.map((row) => row.date)).size > 1 ? table.columns.filter((column) => column.metric && findMetric(column.metric)?.aggregation.kind === 'distinct') : [];
  const written = dates.find((date) => !emptiness(date) && /[~至]/.test(date));
  return [
    ...(weighted.length > 0 && rows.length > 1 ? [{ code: 'weighted', text: weighted.map((column) => column.header.raw).join('、') } as const] : []),
    ...(people.length > 0 ? [{ code: 'distinct-days', text: people.map((column) => column.header.raw).join('、') } as const] : []),
    ...(period ?? written ? [{ code: 'period', text: period ?? written ?? '' } as const] : []),
  ];
}
