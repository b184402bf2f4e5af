import type { ColumnPlan, RowPlan } from '../../workbook/plan';
import type { Writer } from '../writer';

/**
 * Adds rows at the end of a table that only grows. The place is worked out when Excel runs the batch, not when it was read:
 * rows that another pane added in between are never written over. Answers the rows' range, loaded with its row.
 */
export async function appendRows(writer: Writer, sheet: Excel.Worksheet, table: Excel.Table, columns: readonly ColumnPlan[], at: { readonly index: ReadonlyMap<string, number>; readonly width: number; readonly contentBelow: boolean; /** cells stand beside the table, which rows inserted for it must not tear apart */ readonly sideCells?: boolean }, rows: readonly RowPlan[]): Promise<Excel.Range> {
  const count = rows.length;
  const bytes = rows.reduce((sum, row) => sum + 300 + 3 * JSON.stringify(row.values).length, 0);
  await writer.queued(12 + Math.ceil(bytes / 130));
  const whole = table.getRange();
  // What a person keeps under the table moves down; the table never swallows it.
  const below = whole.getRowsBelow(count);
  if (at.contentBelow) (at.sideCells === true ? below : below.getEntireRow()).insert('Down');
  table.resize(table.getRange().getResizedRange(count, 0));
  const added = table.getRange().getLastRow().getOffsetRange(1 - count, 0).getResizedRange(count - 1, 0);
  const keys = new Map([...at.index].map(([key, position]) => [position, columns.find((column) => column.key === key)]));
  const cells = <T>(value: (column: ColumnPlan, row: RowPlan) => T, other: T): T[][] => rows.map((row) => Array.from({ length: at.width }, (_, position) => {
    const column = keys.get(position);
    return column === undefined ? other : value(column, row);
  }));
  added.numberFormat = cells<string | null>((column, row) => row.formats?.[column.key] ?? column.numberFormat, null) as string[][];
  added.values = cells<string | number | null>((column, row) => (column.key === 'id' ? row.id : (row.values[column.key] ?? null)), null);
  added.load('rowIndex');
  return added;
}
