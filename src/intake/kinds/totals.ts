import { findMetric } from '../../retro/catalogue';
import type { Figure } from '../../retro/types';
import { rounded } from '../values/number';
import type { Ledger } from './kind';

function valueOf(row: WithFigures, key: string): number {
  const figure = row.figures[key];
  return figure?.kind === 'number' ? figure.value : 0;
}

interface WithFigures {
  readonly line: number;
  readonly figures: Readonly<Record<string, Figure>>;
}

/**
 * Compares totals rows with the sum of the rows (Q12). Only amounts and counts that add up are compared: rates are weighted (Q13) and
 * people counts are distinct, so a smaller total is normal there. The rows count; the problem names both numbers.
 */
export function checkTotals(totals: readonly WithFigures[], rows: readonly WithFigures[], columns: readonly { readonly key: string; readonly header: string }[], ledger: Ledger): void {
  const sumOf = (key: string): number => rounded(rows.reduce((all, row) => all + valueOf(row, key), 0));
  for (const total of totals) {
    // A tool whose other people counts are plain sums adds them up everywhere: then a smaller total is a difference too.
    const adds = columns.some(({ key }) => findMetric(key)?.aggregation.kind === 'distinct' && total.figures[key]?.kind === 'number' && valueOf(total, key) === sumOf(key) && sumOf(key) > 0);
    for (const { key, header } of columns) {
      const given = total.figures[key];
      const kind = findMetric(key)?.aggregation.kind;
      if (given?.kind !== 'number' || (kind !== 'sum' && kind !== 'distinct')) continue;
      const values = rows.map((row) => row.figures[key]).filter((figure) => figure !== undefined);
      if (values.some((figure) => figure.kind === 'pending')) continue;
      const sum = sumOf(key);
      const tolerance = Math.max(0.01 * values.length, Math.abs(given.value) * 1e-9);
      if (Math.abs(sum - given.value) <= tolerance || (kind === 'distinct' && given.value < sum && !adds)) continue;
      ledger.problem(total.line, { code: 'total-differs', column: header, value: String(given.value), detail: { total: given.value, sum } });
    }
  }
}
