import { roleOfRow } from '../roles';
import type { TableRow } from '../table';
import { cellOf, type BoundColumn } from './kind';

/**
 * Cells of a column that is written once per block of rows, because it was merged: the value above is carried down (Q10). Only for dates, shops
 * and groups, never for numbers. A column counts as merged when it begins with a value, has blanks, and no value stands again right below
 * itself; in any other column a blank stays blank. Totals, averages and peers belong to no block.
 */
export function carriedDown(rows: readonly TableRow[], column: BoundColumn | undefined): (row: TableRow) => string {
  const plain = (row: TableRow): string => cellOf(row, column);
  const body = rows.filter((row) => roleOfRow(row, 4) === undefined);
  const cells = body.map(plain);
  const blank = cells.map((cell) => cell.trim() === '');
  if (cells.length === 0 || blank[0] || !blank.includes(true) || cells.some((cell, index) => index > 0 && !blank[index] && cell === cells[index - 1])) return plain;
  const carried = new Map<TableRow, string>();
  let last = '';
  for (const [index, row] of body.entries()) {
    if (!blank[index]) last = cells[index] ?? '';
    carried.set(row, last);
  }
  return (row) => carried.get(row) ?? plain(row);
}
