import { findMetric } from '../../retro/catalogue';
import type { Figure } from '../../retro/types';
import { rounded } from '../values/number';
import type { Ledger } from './kind';

interface WithFigures {
  readonly line: number;
  readonly figures: Readonly<Record<string, Figure>>;
}

/**
 * Compares totals rows with the sum of the rows (Q12). Only amounts and counts that add up are compared: rates are weighted (Q13) and
 * people counts are distinct, so a smaller total is normal there. The rows count; the problem names both numbers.
 */
export function checkTotals(totals: readonly WithFigures[], rows: readonly WithFigures[], columns: readonly { readonly key: string; readonly header: string }[], ledger: Ledger): void {
  for (const total of totals) {
    for (const { key, header } of columns) {
      const given = total.figures[key];
      const kind = findMetric(key)?.aggregation.kind;
      if (given?.kind !== 'number' || (kind !== 'sum' && kind !== 'distinct')) continue;
      const values = rows.map((row) => row.figures[key]).filter((figure) => figure !== undefined);
      if (values.some((figure) => figure.kind === 'pending')) continue;
      const sum = rounded(values.reduce((all, figure) => all + (figure.kind === 'number' ? figure.value : 0), 0));
      const tolerance = Math.max(0.01 * values.length, Math.abs(given.value) * 1e-9);
      if (Math.abs(sum - given.value) <= tolerance || (kind === 'distinct' && given.value < sum)) continue;
      ledger.problem(total.line, { code: 'total-differs', column: header, value: String(given.value), detail: { total: given.value, sum } });
    }
  }
}
