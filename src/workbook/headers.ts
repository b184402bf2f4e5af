import { findColumns } from './identity';
import type { TablePlan, WorkbookPlan } from './plan';
import { columnOf, thisRow } from './references';
import { baseKey, type WorkbookSnapshot } from './snapshot';

/**
 * The plan with the headers that the workbook's tables have now: people rename columns, and Excel takes no formula that speaks of a
 * header which is not there. A formula about a column that is gone is left out: the cells keep what they have.
 */
export function withHeaders(plan: WorkbookPlan, { tables, base }: Pick<WorkbookSnapshot, 'tables' | 'base'>): WorkbookPlan {
  /** planned reference → the one to write; undefined = the column is gone */
  const anywhere = new Map<string, string | undefined>();
  const inRow = new Map<string, Map<string, string | undefined>>();
  for (const { table } of plan.sheets) {
    const existing = table && tables.get(table.name);
    if (table === undefined || existing === undefined) continue;
    const places = findColumns(table, existing.headers, existing.rows, (id) => base.get(baseKey(table.name, id))?.values);
    const own = new Map<string, string | undefined>();
    for (const { key, header } of table.columns) {
      const now = existing.headers[places.get(key) ?? -1];
      if (now === header) continue;
      own.set(thisRow(header), now === undefined ? undefined : thisRow(now));
      anywhere.set(columnOf(table.name, header), now === undefined ? undefined : columnOf(table.name, now));
    }
    if (own.size > 0) inRow.set(table.name, own);
  }
  if (anywhere.size === 0) return plan;
  const rewritten = (formula: string | undefined, own: ReadonlyMap<string, string | undefined> = new Map()): string | undefined => {
    if (formula === undefined) return undefined;
    const known = new Map([...anywhere, ...own]);
    const pattern = new RegExp([...known.keys()].sort((a, b) => b.length - a.length).map((reference) => reference.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'g');
    let gone = false;
    const text = formula.replace(pattern, (reference) => {
      const now = known.get(reference);
      gone ||= now === undefined;
      return now ?? reference;
    });
    return gone ? undefined : text;
  };
  const tableWith = (table: TablePlan): TablePlan => ({
    ...table,
    columns: table.columns.map(({ formula, ...column }) => {
      const now = rewritten(formula, inRow.get(table.name));
      return { ...column, ...(now === undefined ? {} : { formula: now }) };
    }),
  });
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      ...(sheet.table && { table: tableWith(sheet.table) }),
      cells: sheet.cells.map(({ formula, ...cell }) => {
        const now = rewritten(formula);
        return { ...cell, ...(now === undefined ? {} : { formula: now }) };
      }),
    })),
  };
}
