import { baselineKeys, type ActualRecord, type TargetRecord } from '../../retro/types';
import { readHeader } from '../headers';
import { bindColumns } from '../recognise';
import type { TableRow } from '../table';
import type { IntakeOptions } from '../types';
import { actualsSpec, readActuals } from './actuals';
import { cellOf, type BoundColumn, type BoundTable, type KindReading, type Ledger } from './kind';
import { readTargets } from './targets';

const figureFields: ReadonlySet<string> = new Set(['value', 'target', ...baselineKeys]);
const computed = /同比|环比|增幅|增长|涨幅|变化|差值|差距|差异|达成|完成率|较/;

/** A row of a table with one metric per column: what its label says it holds. `computed` (同比, 达成率) is worked out again and left out. */
interface LabelledRow {
  readonly row: TableRow;
  readonly label: string;
  readonly field: string | 'computed';
}

/**
 * Targets and actuals written crosswise: metrics as columns, 目标, 实际, 去年双11 … as rows. undefined when any row has another label: then the rows
 * are days or parts of the whole.
 */
export function readLabelledRows(table: BoundTable, ledger: Ledger, options: IntakeOptions): KindReading | undefined {
  const labels = labelsOf(table, options);
  if (labels === undefined || !labels.some(({ field }) => figureFields.has(field))) return undefined;
  for (const { row, field } of labels) {
    if (field === 'computed') ledger.skip(row, 'total');
    else ledger.used(row);
  }
  const targets: TargetRecord[] = [];
  const actuals: ActualRecord[] = [];
  for (const column of table.columns) {
    if (column.metric === undefined) continue;
    const upright = uprightTable(table, column, labels);
    const own = ledgerOf(ledger, column, labels);
    if (labels.some(({ field }) => field === 'target')) targets.push(...readTargets(withField(upright, 'target', 'value'), own, options));
    if (labels.some(({ field }) => figureFields.has(field) && field !== 'target')) actuals.push(...readActuals(upright, own));
  }
  return { records: { ...(targets.length > 0 && { targets }), ...(actuals.length > 0 && { actuals }) } };
}

function labelsOf(table: BoundTable, options: IntakeOptions): readonly LabelledRow[] | undefined {
  const labelColumn = table.columns.find((column) => column.metric === undefined);
  if (labelColumn === undefined) return undefined;
  const labels = table.rows.map((row): LabelledRow => {
    const label = cellOf(row, labelColumn).trim();
    return { row, label, field: fieldOf(label, options) ?? (computed.test(label) ? 'computed' : '') };
  });
  const fields = labels.map(({ field }) => field).filter((field) => field !== 'computed');
  return fields.every((field) => field !== '') && new Set(fields).size === fields.length ? labels : undefined;
}

/** 目标, 实际, 去年同期 … by the names that columns of an upright table have; `2025双11` by its year. */
function fieldOf(label: string, options: IntakeOptions): string | undefined {
  const [bound] = label === '' ? [] : bindColumns(actualsSpec, [readHeader(label)]);
  if (bound?.field !== 'year') return bound?.field !== undefined && figureFields.has(bound.field) ? bound.field : undefined;
  const year = Number(label.slice(0, 4));
  return year === options.year ? 'value' : year === options.year - 1 ? 'lastYear' : undefined;
}

/** The column of one metric as a table of one row: name, unit, and a cell for each label. */
function uprightTable(table: BoundTable, column: BoundColumn, labels: readonly LabelledRow[]): BoundTable {
  const cells = labels.filter(({ field }) => field !== 'computed');
  const line = (cells.find(({ field }) => field === 'value') ?? cells[0])?.row.line ?? table.headerLine;
  const columns: BoundColumn[] = [
    { index: 0, header: readHeader('指标'), field: 'metric', confidence: 1 }, { index: 1, header: readHeader('单位'), field: 'unit', confidence: 1 },
    ...cells.map(({ label, field }, index) => ({ index: index + 2, header: readHeader(label), field, confidence: 1 })),
  ];
  return { ...table, columns, rows: [{ line, cells: [column.header.raw, column.header.unit ?? '', ...cells.map(({ row }) => cellOf(row, column))] }] };
}

function withField(table: BoundTable, from: string, to: string): BoundTable {
  return { ...table, columns: table.columns.map((column) => (column.field === from ? { ...column, field: to } : column.field === to ? { ...column, field: 'other' } : column)) };
}

/** Problems go to the row of their label and the column of the metric; the rows themselves are accounted for already. */
function ledgerOf(ledger: Ledger, column: BoundColumn, labels: readonly LabelledRow[]): Ledger {
  const nothing = (): void => undefined;
  return {
    used: nothing, skip: nothing, unusable: nothing, problemsOf: () => [],
    problem: (line, problem) => ledger.problem(labels.find(({ label }) => label === problem.column)?.row.line ?? line, { ...problem, column: column.header.raw }),
  };
}
