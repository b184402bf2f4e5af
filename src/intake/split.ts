import { readHeader } from './headers';
import type { KindSpec } from './kinds/kind';
import { headerSignature, matchKind, searchedRows } from './recognise';
import { isBlankRow, type RawTable, type TableRow } from './table';

/**
 * Tables that stand below each other in one paste, each with its own header (two blocks of one sheet copied together). A new table begins
 * after a blank row, at its title if it has one, and only where the next written row is the header of another known table.
 * One table comes back unchanged.
 */
export function splitTables(table: RawTable, specs: readonly KindSpec[]): readonly RawTable[] {
  const starts: number[] = [];
  let seen = '';
  for (const [index, row] of table.rows.entries()) {
    const start = seen === '' ? 0 : startOfBlock(table.rows, index);
    if (start === undefined || (seen === '' && index > searchedRows) || !isHeader(row, specs)) continue;
    const signature = headerSignature(row.cells);
    if (seen !== '' && signature !== seen) starts.push(start);
    seen = signature;
  }
  if (starts.length === 0) return [table];
  const cuts = [0, ...starts, table.rows.length];
  return cuts.slice(0, -1).map((from, position) => {
    const to = cuts[position + 1] ?? table.rows.length;
    const [first, next] = [table.rows[from]?.line ?? 1, table.rows[to]?.line ?? table.lines + 1];
    const begin = position === 0 ? 1 : first;
    return { ...table, rows: table.rows.slice(from, to), lines: next - begin, unterminated: table.unterminated.filter((line) => line >= begin && line < next) };
  });
}

/** At least two columns, more than half of the written cells known, and none of them a number. */
function isHeader(row: TableRow, specs: readonly KindSpec[]): boolean {
  const written = row.cells.filter((cell) => cell.trim() !== '');
  if (written.length < 2 || written.some((cell) => /^[\d¥￥.,%+-]+$/.test(cell.trim()))) return false;
  const headers = row.cells.map(readHeader);
  return specs.some((spec) => {
    const match = matchKind(spec, headers);
    return match !== undefined && Math.floor(match.score) * 2 > written.length && Math.floor(match.score) >= 2;
  });
}

/** The row after the last blank one above a header, when only a title stands between; undefined without a blank row. */
function startOfBlock(rows: readonly TableRow[], header: number): number | undefined {
  for (let index = header - 1; index >= Math.max(0, header - 3); index--) {
    const row = rows[index];
    if (!row) return undefined;
    if (isBlankRow(row)) return index + 1;
    if (row.cells.filter((cell) => cell.trim() !== '').length !== 1) return undefined;
  }
  return undefined;
}
