import { baseOfKey, basisOfKey, findMetric, metricName } from './catalogue';
import type { ActualRecord, AgentRecord, Aggregation, Figure, Unit } from './types';

/** A row of figures: an agent, an hour, a product, a day. */
export interface FigureRow {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly date?: string;
}

/** How a figure of several rows was made, for the note beside it. */
export interface AggregationNote {
  /** `distinct-days`: people added over days, not de-duplicated. `no-weight`: a rate without anything to weight it by stays 缺 */
  readonly method: 'sum' | 'distinct-sum' | 'distinct-days' | 'recomputed' | 'weighted' | 'max' | 'last' | 'mean' | 'no-weight' | 'levels' | 'none';
  /** metric key of the weight, or `numerator/denominator` */
  readonly by?: string;
  /** rows that gave the figure */
  readonly rows: number;
}

export interface AggregatedFigure {
  readonly key: string;
  readonly figure: Figure;
  readonly note: AggregationNote;
}

const missing: Figure = { kind: 'missing' };
/** Weights for rates whose own weight is not in the table, in this order. */
const receptionWeights = ['received_users', 'received_sessions', 'consult_users', 'consult_sessions', 'valid_received'] as const;

function numberOf(row: FigureRow, key: string): number | undefined {
  const figure = row.figures[key];
  return figure?.kind === 'number' ? figure.value : undefined;
}

/** Takes the noise of binary fractions off a sum. */
const clean = (value: number): number => Number(value.toPrecision(15));

/**
 * One figure of many rows by the rule of the metric (DOMAIN 1): amounts are added, rates recomputed from their parts or weighted, never averaged.
 * A pending cell in any row makes the figure pending; a column without any number is pending too, because its figures are still to come (Q35).
 */
export function aggregateFigure(rows: readonly FigureRow[], key: string): AggregatedFigure {
  const figures = rows.map((row) => row.figures[key] ?? missing);
  const withNumber = rows.filter((row) => numberOf(row, key) !== undefined);
  const result = (figure: Figure, note: AggregationNote): AggregatedFigure => ({ key, figure, note });
  const aggregation: Aggregation = findMetric(key)?.aggregation ?? { kind: 'sum' };
  if (rows.length === 0) return result(missing, { method: 'none', rows: 0 });
  if (figures.some((figure) => figure.kind === 'pending')) return result({ kind: 'pending' }, { method: 'none', rows: 0 });
  const levels = baseOfKey(key) === 'csat' && !key.endsWith('@5分') ? satisfiedShare(rows, basisOfKey(key)) : undefined;
  if (levels) return result({ kind: 'number', value: levels.value }, { method: 'levels', rows: levels.rows });
  if (withNumber.length === 0) return result({ kind: 'pending' }, { method: 'none', rows: 0 });
  const numbers = withNumber.map((row) => numberOf(row, key) ?? 0);
  const number = (value: number, method: AggregationNote['method'], by?: string) => result({ kind: 'number', value: clean(value) }, { method, rows: withNumber.length, ...(by && { by }) });
  switch (aggregation.kind) {
    case 'sum':
      return number(numbers.reduce((all, value) => all + value, 0), 'sum');
    case 'distinct':
      return number(numbers.reduce((all, value) => all + value, 0), new Set(rows.map((row) => row.date)).size > 1 ? 'distinct-days' : 'distinct-sum');
    case 'max':
      return number(Math.max(...numbers), 'max');
    case 'last':
      return number(numbers[numbers.length - 1] ?? 0, 'last');
    case 'mean':
      return number(numbers.reduce((all, value) => all + value, 0) / numbers.length, 'mean');
    case 'ratio':
      return recomputed(rows, key, aggregation) ?? weighted(withNumber, key, ratioWeights(key, aggregation));
    case 'weighted':
      return weighted(withNumber, key, [...aggregation.weights, ...receptionWeights]);
    case 'derived':
      return weighted(withNumber, key, findMetric(key)?.unit === '%' ? ['inquiry_users', 'sales_amount', ...receptionWeights] : []);
    case 'argmax':
    case 'text':
      return result(missing, { method: 'none', rows: 0 });
  }
}

/** Σ numerator ÷ Σ denominator over the rows that have both; undefined when a row with the rate lacks a part. */
function recomputed(rows: readonly FigureRow[], key: string, aggregation: Extract<Aggregation, { kind: 'ratio' }>): AggregatedFigure | undefined {
  const basis = basisOfKey(key);
  const own = aggregation.numerator && aggregation.denominator ? [{ numerator: aggregation.numerator, denominator: aggregation.denominator }] : [];
  for (const { numerator, denominator } of [...own, ...(aggregation.alternatives ?? [])]) {
    const pairs = rows.flatMap((row) => {
      const [top, bottom] = [numberOf(row, basis ? `${numerator}@${basis}` : numerator) ?? numberOf(row, numerator), numberOf(row, denominator)];
      return top === undefined || bottom === undefined ? [] : [[top, bottom] as const];
    });
    const complete = rows.every((row) => numberOf(row, key) === undefined || (numberOf(row, denominator) !== undefined && numberOf(row, numerator) !== undefined));
    const bottom = pairs.reduce((all, pair) => all + pair[1], 0);
    if (!complete || bottom <= 0) continue;
    return { key, figure: { kind: 'number', value: clean(pairs.reduce((all, pair) => all + pair[0], 0) / bottom) }, note: { method: 'recomputed', by: `${numerator}/${denominator}`, rows: pairs.length } };
  }
  return undefined;
}

/** A rate of money or goods is weighted by its own denominator only; a rate of service may be weighted by reception. */
function ratioWeights(key: string, aggregation: Extract<Aggregation, { kind: 'ratio' }>): readonly string[] {
  const own = [aggregation.denominator, ...(aggregation.alternatives ?? []).map((pair) => pair.denominator)].filter((part) => part !== undefined);
  const unit = findMetric(key)?.unit;
  return unit === '%' || unit === '倍' ? [...own, ...receptionWeights] : own;
}

/** Σ value × weight ÷ Σ weight by the first weight every row has, else by the first any row has. */
function weighted(rows: readonly FigureRow[], key: string, weights: readonly string[]): AggregatedFigure {
  const ordered = [...preferBasis(key, weights)];
  const total = (weight: string) => rows.reduce((all, row) => all + (numberOf(row, weight) ?? 0), 0);
  const usable = ordered.filter((weight) => total(weight) > 0);
  const weight = usable.find((candidate) => rows.every((row) => numberOf(row, candidate) !== undefined)) ?? usable[0];
  const [only] = rows;
  if (weight === undefined) {
    const single = rows.length === 1 && only ? numberOf(only, key) : undefined;
    return single === undefined
      ? { key, figure: missing, note: { method: 'no-weight', rows: rows.length } }
      : { key, figure: { kind: 'number', value: single }, note: { method: 'none', rows: 1 } };
  }
  const used = rows.filter((row) => numberOf(row, weight) !== undefined);
  const sum = used.reduce((all, row) => all + (numberOf(row, key) ?? 0) * (numberOf(row, weight) ?? 0), 0);
  return { key, figure: { kind: 'number', value: clean(sum / total(weight)) }, note: { method: 'weighted', by: weight, rows: used.length } };
}

/** A rate per 会话 is weighted by sessions first, a rate per 人 by people. */
function preferBasis(key: string, weights: readonly string[]): readonly string[] {
  const basis = basisOfKey(key);
  const first = basis === '会话' ? ['received_sessions', 'consult_sessions'] : basis === '人' ? ['received_users', 'consult_users'] : [];
  return [...first, ...weights.filter((weight) => !first.includes(weight))];
}

const satisfiedLevels = ['很满意', '满意'] as const;
const allLevels = ['很满意', '满意', '一般', '不满', '很不满'] as const;

/** (很满意 + 满意) ÷ all ratings from the five counts, which beat any rate because they add up. undefined unless all five columns have numbers. */
function satisfiedShare(rows: readonly FigureRow[], basis: string | undefined): { readonly value: number; readonly rows: number } | undefined {
  const keyOf = (level: string) => `eval_levels@${level}${basis ? `·${basis}` : ''}`;
  const counted = rows.filter((row) => allLevels.every((level) => numberOf(row, keyOf(level)) !== undefined));
  if (counted.length === 0 || rows.some((row) => row.figures.csat?.kind === 'number' && !counted.includes(row))) return undefined;
  const sum = (levels: readonly string[]) => counted.reduce((all, row) => all + levels.reduce((part, level) => part + (numberOf(row, keyOf(level)) ?? 0), 0), 0);
  const ratings = sum(allLevels);
  return ratings > 0 ? { value: clean(sum(satisfiedLevels) / ratings), rows: counted.length } : undefined;
}

/** Keys of the rows in order of first appearance. */
export function keysOf(rows: readonly FigureRow[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row.figures)))];
}

/** A team figure with the way it was made. */
export interface TeamFigure extends ActualRecord {
  readonly how: AggregationNote;
}

/** Columns that describe one person or only serve to calculate others. */
const notATeamFigure = new Set(['eval_levels', 'agent_sales_share']);

/** Figures that another rule of crediting sales (下单判定, 付款判定 …) would change (DOMAIN 0.1 no. 6): what the service sold, and what is left as silent. */
export const creditedByRule: ReadonlySet<string> = new Set([
  'cs_sales', 'cs_sales_share', 'cs_buyers', 'cs_items', 'cs_orders', 'cs_net_sales', 'cs_aov', 'cs_items_per_buyer', 'agent_sales', 'conv_final',
  'silent_sales', 'silent_share', 'silent_buyers', 'silent_items', 'silent_aov',
]);

/** First and last day as one text, `2025-11-01~2025-11-11`, or the only one; undefined without any. */
export function periodOfDays(days: readonly (string | undefined)[]): string | undefined {
  const written = days.filter((day) => day !== undefined).sort();
  const [from, to] = [written[0], written.at(-1)];
  return from === undefined || to === undefined || from === to ? from : `${from}~${to}`;
}

/**
 * Figures of the whole team from an agent table, by the catalogue: Σ, weighted, recomputed (DOMAIN 0.1 no. 2). Nobody is ranked and no name
 * leaves this function. Idle agents are left out (Q34); `peers` (同行…) become the industry baseline. 满意度 of five counts is recomputed;
 * a five-point mean comes back under `csat` in 分. Every figure carries the days of the rows, else those of `coverage`, and the rule where it matters.
 */
export function aggregateAgents(records: readonly AgentRecord[], peers: readonly AgentRecord[] = [], coverage: { readonly period?: string; readonly attribution?: string } = {}): readonly TeamFigure[] {
  const active = records.filter((record) => !record.idle);
  const [first] = records;
  if (!first) return [];
  const rows: readonly FigureRow[] = active.map(withTeamSales);
  const period = periodOfDays(active.map((record) => record.date)) ?? coverage.period;
  const keys = [...keysOf(rows), ...(hasLevels(rows) && !keysOf(rows).includes('csat') ? ['csat'] : [])];
  return keys.flatMap((key): readonly TeamFigure[] => {
    const metric = findMetric(key);
    if (!metric || metric.part || notATeamFigure.has(metric.id) || metric.id === 'agent_sales') return [];
    const { figure, note } = aggregateFigure(rows, key);
    const score = key.endsWith('@5分');
    const publicKey = score ? 'csat' : key;
    const unit: Unit = score ? '分' : metric.unit;
    const [peer] = peers.map((record) => record.figures[key]).filter((value) => value?.kind === 'number');
    return [{
      file: first.file, line: first.line, metric: { key: publicKey, name: metricName(publicKey) }, unit, value: figure, raw: '', baselines: peer ? { industry: peer } : {}, how: note,
      ...(note.method === 'distinct-days' && { addedOverDays: true as const }),
      ...(period !== undefined && { period }),
      ...(coverage.attribution !== undefined && creditedByRule.has(metric.id) && { attribution: coverage.attribution }),
    }];
  });
}

/** 个人销售额 of all agents is the 客服销售额 when the table has no such column. */
function withTeamSales(record: AgentRecord): FigureRow {
  const { agent_sales: own, cs_sales: team } = record.figures;
  const figures = own && !team ? { ...record.figures, cs_sales: own } : record.figures;
  return record.date === undefined ? { figures } : { figures, date: record.date };
}

function hasLevels(rows: readonly FigureRow[]): boolean {
  return rows.some((row) => allLevels.every((level) => row.figures[`eval_levels@${level}`] !== undefined));
}
