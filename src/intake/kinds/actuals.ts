import { findMetric } from '../../retro/catalogue';
import { maskText } from '../../retro/masking';
import { baselineKeys, type ActualRecord, type BaselineKey, type Figure, type MetricRef, type Unit } from '../../retro/types';
import { readFigure, unitFromWords, unitInCell, type FigureFormat } from '../figures';
import type { IntakeOptions } from '../types';
import { isFivePointScore, percentScale } from '../values/percent';
import { unguard } from '../values/text';
import { metricNames, noteNames, unitNames } from './fields';
import { cellOf, columnOf, optional, type BoundColumn, type BoundTable, type KindModule, type KindSpec, type Ledger } from './kind';
import { nameMetric } from './metric-name';
import { readMetricRows } from './metric-rows';
import { readTargets } from './targets';
import type { TableRow } from '../table';

const computed = '(?!.*(?:同比|环比(?!期)|增幅|增长|涨幅|变化|差值|差异|达成|完成率|较|占比))';
const promo = '双11|双十一|双12|双十二|618|38节?|女王节|818|99|年货节|大促|活动';

export const actualsSpec: KindSpec = {
  kind: 'actuals',
  fields: [
    { field: 'metric', names: metricNames },
    { field: 'value', names: ['实际', '实际值', '本期实际', '实际完成', '实际达成', '实际数', '实际数据', '完成值', '完成情况', '本期', '本期值', '本期数据', '当期', '当期值', '今年', '本次', '本次大促', '数值', '值', '指标值', '结果', '达成值', '实绩', '数据', 'actual', 'value'], pattern: new RegExp(`^${computed}(?:.*实际.*|今年(?:${promo})?|本(?:期|次|届)?(?:${promo}))$`) },
    { field: 'target', names: ['目标', '目标值', 'kpi', '考核目标', '本期目标', 'target'] },
    { field: 'lastYear', names: ['去年', '去年同期', '同期', '上年同期', '去年值', '去年实际', '同比期', '去年数据'], pattern: new RegExp(`^${computed}(?:去年|上年|同期).*$`) },
    { field: 'previous', names: ['上期', '环比期', '上周期', '上一期', '上月', '上周', '前期', '上期值'], pattern: new RegExp(`^${computed}(?:上期|上一期|上周期|环比期).*$`) },
    { field: 'lastPromo', names: ['上次大促', '上次', '上次活动', '上届', '上一次大促', '上次值'], pattern: new RegExp(`^${computed}上(?:次|届|一次|个)(?:${promo})?.*$`) },
    { field: 'ordinary', names: ['平日', '日常', '平时', '平日均值', '日常均值', '平日基线', '非大促'], pattern: new RegExp(`^${computed}(?:平日|日常|平时|非大促).*$`) },
    { field: 'industry', names: ['行业', '同行', '行业均值', '行业平均', '行业值', '同行均值', '大盘', '同行同层', '同行同层优秀'], pattern: new RegExp(`^${computed}(?:行业|同行|同层|大盘).*$`) },
    { field: 'competitor', names: ['竞品', '竞对', '竞争对手', '对手', '竞店'], pattern: new RegExp(`^${computed}(?:竞品|竞对|竞店|竞争|对手).*$`) },
    { field: 'year', names: [], pattern: new RegExp(`^20\\d{2}年?(?:${promo})?(?:实际|实绩|值|数据|完成)?$`), repeats: true },
    { field: 'unit', names: unitNames },
    { field: 'period', names: ['统计周期', '周期', '统计时间', '统计日期', '时间范围', '期间'] },
    { field: 'definition', names: ['口径', '口径说明', '定义', '统计口径', '计算口径'] },
    { field: 'team', names: ['责任小组', '负责小组', '责任部门', '负责部门'] },
    { field: 'purpose', names: ['初衷', '目的', '设定依据'] },
    { field: 'expected', names: ['期望成果', '预期成果'] },
    { field: 'class', names: ['类别', '指标类别', '指标类型', '分类', '类型'] },
    { field: 'note', names: [...noteNames, '数据来源', '来源'] },
  ],
  signature: [['metric'], ['value', 'year', ...baselineKeys]],
  weight: 2,
};

export const actuals: KindModule = {
  spec: actualsSpec,
  read: (given, ledger, options) => {
    const table = withYearColumns(given, ledger, options);
    return { records: { actuals: readActuals(table, ledger), ...targetsBeside(table, ledger, options) }, columns: table.columns };
  },
};

/** One metric per row with its baselines (R9). Rows without a metric name are problems; a cell that cannot be read is a missing figure and a problem. */
export function readActuals(table: BoundTable, ledger: Ledger): readonly ActualRecord[] {
  const columns = figureColumnsOf(table);
  return readMetricRows(table, ledger, (row, name) => readActual(table, columns, row, name, ledger));
}

function readActual(table: BoundTable, columns: FigureColumns, row: TableRow, name: string, ledger: Ledger): ActualRecord {
  const text = (field: string): string => unguard(cellOf(row, columnOf(table, field)));
  const raw = unguard(cellOf(row, columns.value));
  const metric = nameMetric(name, [text('definition'), text('note'), text('unit')], raw, ledger, row.line, columnOf(table, 'metric')?.header.raw ?? '');
  const cells = [columns.value, ...Object.values(columns.baselines)].map((column) => cellOf(row, column));
  const format = rowFormat(metric, cells, text('unit'));
  const read = (column: BoundColumn | undefined): Figure => {
    if (!column) return { kind: 'missing' };
    const cell = unguard(cellOf(row, column));
    const { figure, problem } = readFigure(cell, column.header.unit && !format.columnUnit ? { ...format, columnUnit: column.header.unit } : format);
    if (problem) ledger.problem(row.line, { ...problem, column: column.header.raw, value: cell });
    return figure;
  };
  const baselines: Partial<Record<BaselineKey, Figure>> = {};
  const value = read(columns.value);
  for (const key of baselineKeys) {
    const column = columns.baselines[key];
    if (column) baselines[key] = read(column);
  }
  return {
    file: table.file, line: row.line, metric, unit: format.unit, value, raw: value.kind === 'number' ? raw : maskText(raw), baselines,
    ...optional('note', maskText(text('note'))),
    ...optional('period', maskText(text('period'))),
  };
}

/** The cells of one row belong to one metric, so the row decides how bare rates are meant (Q14) and whether 满意度 is a 5-point score. */
function rowFormat(metric: MetricRef, cells: readonly string[], unitCell: string): FigureFormat {
  const known = findMetric(metric.key)?.unit;
  const own = (): Unit => unitFromWords(unitCell) || cells.map((cell) => unitFromWords(unitInCell(cell))).find((unit) => unit !== '') || '';
  const isScore = metric.key.startsWith('csat') && (unitFromWords(unitCell) === '分' || isFivePointScore(cells));
  const unit = isScore ? '分' : (known ?? own());
  const scale = unit === '%' ? percentScale(cells) : undefined;
  return { unit, ...(unitCell && { columnUnit: unitCell }), ...(scale && { scale }) };
}

interface FigureColumns {
  readonly value: BoundColumn | undefined;
  readonly baselines: Partial<Record<BaselineKey, BoundColumn>>;
}

function figureColumnsOf(table: BoundTable): FigureColumns {
  const baselines: Partial<Record<BaselineKey, BoundColumn>> = {};
  for (const key of baselineKeys) {
    const column = columnOf(table, key);
    if (column) baselines[key] = column;
  }
  return { value: columnOf(table, 'value'), baselines };
}

/** `2025双11` is the actual, `2024双11` last year's; a second event of this year (`2025年618`) is the last promo, and asked about. */
function withYearColumns(table: BoundTable, ledger: Ledger, options: IntakeOptions): BoundTable {
  const taken = new Set(table.columns.map((column) => column.field));
  const columns = table.columns.map((column) => {
    if (column.field !== 'year') return column;
    const year = Number(/^(20\d{2})/.exec(column.header.name)?.[1]);
    const candidates = year === options.year ? (['value', 'lastPromo'] as const) : year === options.year - 1 ? (['lastYear'] as const) : [];
    const field = candidates.find((candidate) => !taken.has(candidate));
    if (!field) return { index: column.index, header: column.header, confidence: 0 };
    taken.add(field);
    if (field === 'lastPromo') ledger.problem(table.headerLine, { code: 'ambiguous-column', column: column.header.raw, value: column.header.raw, detail: { options: '上次大促 / 实际', taken: field } });
    return { ...column, field, confidence: 0.8 };
  });
  return { ...table, columns };
}

/** 目标 and 实际 in one table: the targets are read too. The rows are accounted for by the actuals; only what is wrong with a target's own cell is told. */
function targetsBeside(table: BoundTable, ledger: Ledger, options: IntakeOptions): { readonly targets?: ReturnType<typeof readTargets> } {
  const target = columnOf(table, 'target');
  if (!target) return {};
  const nothing = () => undefined;
  const columns = table.columns.map((column) => (column.field === 'target' ? { ...column, field: 'value' } : column.field === 'value' ? { ...column, field: 'actual' } : column));
  const ofTargets: Ledger = { used: nothing, skip: nothing, unusable: nothing, problemsOf: () => [], problem: (line, problem) => (problem.column === target.header.raw ? ledger.problem(line, problem) : undefined) };
  return { targets: readTargets({ ...table, columns }, ofTargets, options) };
}
