import type { ActualRecord, TargetRecord } from '../../retro/types';
import { roleOfRow } from '../roles';
import type { TableRow } from '../table';
import { emptiness } from '../values/empty';
import { unguard } from '../values/text';
import { cellOf, columnOf, type BoundTable, type Ledger } from './kind';

/**
 * Walks a table with one metric per row, of targets or of actuals. Totals, averages and peers are skipped; a row without a metric name is a
 * problem; of two rows for one metric both stay and the second says so when the values differ (Q39).
 */
export function readMetricRows<R extends TargetRecord | ActualRecord>(table: BoundTable, ledger: Ledger, read: (row: TableRow, name: string) => R): readonly R[] {
  const records: R[] = [];
  const first = new Map<string, R>();
  const nameColumn = columnOf(table, 'metric');
  const header = nameColumn?.header.raw ?? '';
  for (const row of table.rows) {
    const name = unguard(cellOf(row, nameColumn));
    const role = roleOfRow(row);
    if (role) {
      ledger.skip(row, role);
      continue;
    }
    if (emptiness(name)) {
      ledger.unusable(row, { code: 'missing-name', column: header, value: row.cells.join(' ').trim() });
      continue;
    }
    ledger.used(row);
    const record = read(row, name);
    const before = first.get(record.metric.key);
    if (!before) first.set(record.metric.key, record);
    else if (!sameFigure(before, record)) {
      ledger.problem(record.line, { code: 'duplicate-metric', column: header, value: record.metric.name, detail: { firstLine: before.line, other: before.raw, value: record.raw, firstName: before.metric.name } });
    }
    records.push(record);
  }
  return records;
}

function sameFigure({ value: a }: TargetRecord | ActualRecord, { value: b }: TargetRecord | ActualRecord): boolean {
  return a.kind === b.kind && (a.kind !== 'number' || (b.kind === 'number' && a.value === b.value));
}
