import { findMetric } from '../../retro/catalogue';
import { maskText } from '../../retro/masking';
import type { Direction, Figure, MetricRef, TargetRecord, Unit } from '../../retro/types';
import { readFigure, unitFromWords, unitInCell, type FigureFormat } from '../figures';
import { isFivePointScore, percentScale } from '../values/percent';
import type { Operator } from '../values/reading';
import { unguard } from '../values/text';
import type { IntakeOptions } from '../types';
import { metricNames, noteNames, unitNames } from './fields';
import { cellOf, columnOf, optional, type BoundTable, type KindModule, type KindSpec, type Ledger } from './kind';
import { nameMetric } from './metric-name';
import { readMetricRows } from './metric-rows';
import type { TableRow } from '../table';

export const targetsSpec: KindSpec = {
  kind: 'targets',
  fields: [
    { field: 'metric', names: metricNames },
    { field: 'value', names: ['目标值', '目标', '目标数', '目标数值', '目标kpi', 'kpi', 'kpi值', '考核目标', '目标设定', '本期目标', '本次目标', '大促目标', '目标量', '目标要求', 'target'], pattern: /目标(?!达成|完成|人群)/ },
    { field: 'unit', names: unitNames },
    { field: 'definition', names: ['口径', '口径说明', '定义', '指标定义', '计算口径', '统计口径', '指标说明', '计算公式'] },
    { field: 'team', names: ['责任小组', '负责小组', '责任部门', '负责部门', '小组', '责任组', '责任人', '负责人', '部门', '团队'] },
    { field: 'purpose', names: ['初衷', '目的', '为什么', '设定依据', '目标初衷', '设定原因', '设立初衷', '依据'] },
    { field: 'expected', names: ['期望成果', '预期成果', '期望结果', '预期结果', '期望', '预期效果'] },
    { field: 'class', names: ['类别', '指标类别', '指标类型', '分类', '数据类型', '类型'] },
    { field: 'note', names: noteNames },
  ],
  signature: [['metric'], ['value']],
  weight: 1,
};

export const targets: KindModule = { spec: targetsSpec, read: (table, ledger, options) => ({ records: { targets: readTargets(table, ledger, options) } }) };

/** One target per row (R6). A row without a metric name is a problem; a vague target stays, flagged, without a figure (R7). */
export function readTargets(table: BoundTable, ledger: Ledger, _options: IntakeOptions): readonly TargetRecord[] {
  return readMetricRows(table, ledger, (row, name) => readTarget(table, row, name, ledger));
}

function readTarget(table: BoundTable, row: TableRow, name: string, ledger: Ledger): TargetRecord {
  const column = (field: string) => columnOf(table, field);
  const text = (field: string): string => unguard(cellOf(row, column(field)));
  const valueColumn = column('value');
  const raw = unguard(cellOf(row, valueColumn));
  const metric = nameMetric(name, [text('definition'), text('note'), text('unit')], raw, ledger, row.line, column('metric')?.header.raw ?? '');
  const format = targetFormat(metric, raw, text('unit'), valueColumn?.header.unit);
  const { figure, op, problem } = readFigure(raw, format);
  if (problem) ledger.problem(row.line, { ...problem, column: valueColumn?.header.raw ?? '', value: raw });
  const direction = directionOf(op, metric, ledger, row.line, valueColumn?.header.raw ?? '', raw);
  return {
    file: table.file, line: row.line, metric, unit: format.unit, value: zeroIsNoTarget(figure), raw: figure.kind === 'number' ? raw : maskText(raw),
    ...(direction && { direction }),
    ...optional('definition', maskText(text('definition') || text('note'))),
    ...optional('team', maskText(text('team'))),
    ...optional('purpose', maskText(text('purpose'))),
    ...optional('expected', maskText(text('expected'))),
  };
}

/** A target of 0 is no target (Q36). */
function zeroIsNoTarget(figure: Figure): Figure {
  return figure.kind === 'number' && figure.value === 0 ? { kind: 'missing' } : figure;
}

function targetFormat(metric: MetricRef, raw: string, unitCell: string, headerUnit: string | undefined): FigureFormat {
  const words = unitCell || headerUnit;
  const known = findMetric(metric.key)?.unit;
  const own = (): Unit => unitFromWords(words) || unitFromWords(unitInCell(raw));
  const unit = known === '%' && (unitFromWords(words) === '分' || (!words && /分$/.test(raw) && isFivePointScore([raw]))) ? '分' : (known ?? own());
  const scale = unit === '%' ? percentScale([raw]) : undefined;
  const assumed = scale === 'percent' && !words;
  return { unit, ...(words && { columnUnit: words }), ...(scale && !assumed && { scale }) };
}

function directionOf(op: Operator | undefined, metric: MetricRef, ledger: Ledger, line: number, column: string, raw: string): Direction | undefined {
  if (op === undefined || op === '≈') return undefined;
  const direction: Direction = op === '>=' ? 'higher' : 'lower';
  const usual = findMetric(metric.key)?.direction;
  if (usual && usual !== 'context' && usual !== direction) ledger.problem(line, { code: 'direction-conflict', column, value: raw, detail: { usual, written: direction } });
  return direction;
}
