import { aggregateFigure, keysOf, periodOfDays, type FigureRow } from '../../retro/aggregate';
import { baseOfKey, findMetric, metricName } from '../../retro/catalogue';
import type { ActualRecord, Figure, Unit } from '../../retro/types';
import { roleOfRow } from '../roles';
import type { TableRow } from '../table';
import type { IntakeOptions, SourceNote } from '../types';
import { isFivePointScore } from '../values/percent';
import { figuresOf, headersOf, metricColumnsOf } from './columns';
import { carriedDown } from './blocks';
import { dateNames, noteNames, shopNames } from './fields';
import { cellOf, columnOf, type BoundTable, type KindModule, type KindReading, type KindSpec, type Ledger } from './kind';
import { parseDays } from './times';
import { readLabelledRows } from './labelled-rows';
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
  /** several days in one row, `2025-11-01~2025-11-11` */
  readonly period?: string;
  /** what stands first in the row */
  readonly label: string;
  /** the row is one shop of several */
  readonly shop: boolean;
  readonly line: number;
}

/**
 * Days become one figure per metric by the catalogue: amounts added, rates weighted or recomputed, people added over days and labelled.
 * A peer row is the industry baseline; totals are a cross-check (Q11, Q12).
 */
function readDays(given: BoundTable, ledger: Ledger, options: IntakeOptions): KindReading {
  const labelled = readLabelledRows(given, ledger, options);
  if (labelled !== undefined) return labelled;
  const table = withServiceSales(given, ledger);
  const columns = metricColumnsOf(table, (key, cells) => (baseOfKey(key) === 'csat' && isFivePointScore(cells) ? 'csat@5分' : key));
  const dateColumn = columnOf(table, 'date');
  const shopColumn = columnOf(table, 'shop');
  const dateCell = carriedDown(table.rows, dateColumn);
  const rows: DayRow[] = [];
  const totals: DayRow[] = [];
  const peers: PeerRow[] = [];
  for (const row of table.rows) {
    const role = roleOfRow(row, 4);
    const rawDate = dateCell(row);
    const days = parseDays(rawDate, options.year);
    if (role) {
      ledger.skip(row, role);
      const summary = { line: row.line, label: firstWritten(row), shop: false, figures: figuresOf(row, columns) };
      if (role === 'total') totals.push(summary);
      if (role === 'peer') peers.push({ ...summary, day: rows.at(-1) });
      continue;
    }
    if (dateColumn && days === 'bad') ledger.problem(row.line, { code: 'not-a-date', column: dateColumn.header.raw, value: rawDate });
    ledger.used(row);
    rows.push({ line: row.line, label: firstWritten(row), shop: cellOf(row, shopColumn).trim() !== '', figures: figuresOf(row, columns, ledger), ...(days !== 'bad' && days) });
  }
  if (dateColumn === undefined && rows.length > 1 && !rows.every(({ shop }) => shop)) ledger.problem(table.headerLine, { code: 'rows-added', value: rows.map(({ label }) => label).filter((label) => label !== '').slice(0, 5).join('、'), detail: { rows: rows.length } });
  checkTotals(totals, rows, headersOf(columns), ledger);
  const actuals = rows.length === 0 ? [] : keysOf(rows).flatMap((key) => actualOf(table, rows, totals, peers, key));
  return { records: { actuals }, columns: table.columns, notes: notesOf(rows, table, actuals) };
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

function actualOf(table: BoundTable, rows: readonly DayRow[], totals: readonly DayRow[], peers: readonly PeerRow[], key: string): readonly ActualRecord[] {
  const metric = findMetric(key);
  if (!metric || metric.part || metric.id === 'eval_levels') return [];
  const { figure, note } = aggregateFigure(rows, key);
  const score = key.endsWith('@5分');
  const publicKey = score ? 'csat' : key;
  const unit: Unit = score ? '分' : metric.unit;
  const own = note.method === 'distinct-days' ? ownTotal(rows, totals, key) : undefined;
  const period = periodOf(rows);
  const peer = peerFigure(peers, key);
  return [{
    file: table.file, line: rows[0]?.line ?? table.headerLine, metric: { key: publicKey, name: metricName(publicKey) }, unit, value: own ?? figure, raw: '', baselines: peer ? { industry: peer } : {},
    ...(note.method === 'distinct-days' && own === undefined && { addedOverDays: true as const }),
    ...(period !== undefined && { period }),
  }];
}

/** A 同行 row below the row of a day, or one for all of them. */
interface PeerRow extends DayRow {
  /** the day it stands below */
  readonly day: DayRow | undefined;
}

const firstWritten = ({ cells }: TableRow): string => cells.find((cell) => cell.trim() !== '')?.trim() ?? '';

/** The figure of the first sort of peers; one row a day becomes one figure by the rule of the metric, weighted by the shop's own volume of that day. */
function peerFigure(peers: readonly PeerRow[], key: string): Figure | undefined {
  const given = peers.filter(({ figures }) => figures[key]?.kind === 'number');
  const [first] = given;
  const rows = given.filter(({ label }) => label === first?.label);
  if (first === undefined || rows.length === 1) return first?.figures[key];
  const figure = aggregateFigure(rows.map(({ figures, day }) => ({ figures: { ...day?.figures, [key]: figures[key] ?? { kind: 'missing' } } })), key).figure;
  return figure.kind === 'number' ? figure : first.figures[key];
}

/**
 * People of several days as the tool itself counted them, each once: a single total row whose number is not above the sum of the days and not
 * below the largest of them. undefined when there is none.
 */
function ownTotal(rows: readonly DayRow[], totals: readonly DayRow[], key: string): Figure | undefined {
  const [given, ...others] = totals.map((total) => total.figures[key]).filter((figure) => figure?.kind === 'number');
  if (given?.kind !== 'number' || others.length > 0) return undefined;
  const days = rows.flatMap(({ figures: { [key]: figure } }) => (figure?.kind === 'number' ? [figure.value] : []));
  return given.value >= Math.max(...days) && given.value <= days.reduce((sum, value) => sum + value, 0) ? given : undefined;
}

/** Days of the rows; rows that each cover several days only when all cover the same. */
function periodOf(rows: readonly DayRow[]): string | undefined {
  return periodOfDays(rows.map(({ date }) => date)) ?? (rows.every(({ period }) => period === rows[0]?.period) ? rows[0]?.period : undefined);
}

function notesOf(rows: readonly DayRow[], table: BoundTable, actuals: readonly ActualRecord[]): readonly SourceNote[] {
  const headers = (wanted: (key: string) => boolean): string => table.columns.filter(({ metric }) => metric !== undefined && wanted(metric)).map((column) => column.header.raw).join('、');
  const weighted = rows.length > 1 ? headers((key) => ['weighted', 'ratio'].includes(findMetric(key)?.aggregation.kind ?? '')) : '';
  const people = headers((key) => actuals.some((record) => record.addedOverDays && record.metric.key === key));
  const period = periodOf(rows);
  return [
    ...(weighted === '' ? [] : [{ code: 'weighted', text: weighted } as const]),
    ...(people === '' ? [] : [{ code: 'distinct-days', text: people } as const]),
    ...(period === undefined ? [] : [{ code: 'period', text: period } as const]),
  ];
}
