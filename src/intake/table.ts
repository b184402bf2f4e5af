import type { Encoding } from './encoding';
import { createCellReader, type Delimiter } from './read-cells';

export interface TableRow {
  /** 1-based line where the record begins */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Cells of one sheet or text, before anything is known about them. */
export interface RawTable {
  readonly rows: readonly TableRow[];
  /** physical lines of the input */
  readonly lines: number;
  readonly unterminated: readonly number[];
  /** absent for cells that come from a workbook */
  readonly delimiter?: Delimiter;
}

export const delimiters: readonly Delimiter[] = ['\t', ',', ';'];

/** Reads text bytes into rows. `quotedHeader` tables are written by a program that quotes everything: quotes are never content. */
export function readTable(bytes: Uint8Array, encoding: Exclude<Encoding, 'utf-16le' | 'utf-16be'>, delimiter: Delimiter, limit = Number.POSITIVE_INFINITY): RawTable {
  const rows: TableRow[] = [];
  const unterminated: number[] = [];
  const reader = createCellReader({
    delimiter,
    encoding,
    literalQuotes: delimiter === '\t' && !quotesEverything(bytes),
    onRow: (row) => {
      if (rows.length < limit) rows.push({ line: row.line, cells: row.texts() });
    },
    onUnterminated: (line) => unterminated.push(line),
  });
  reader.push(bytes);
  const { lines } = reader.end();
  return { rows, lines, unterminated, delimiter };
}

/** First line with at least two cells, all of them in quotes: the writer quotes every cell. */
export function quotesEverything(bytes: Uint8Array): boolean {
  for (let start = 0, seen = 0; start < bytes.length && seen < 10; seen++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    let cells = 1;
    let quoted = bytes[start] === 34 ? 1 : 0;
    for (let at = start; at < end; at++) {
      if (bytes[at] !== 9) continue;
      cells++;
      if (bytes[at + 1] === 34) quoted++;
    }
    if (cells > 1) return quoted === cells;
    start = end + 1;
  }
  return false;
}

/** True when every cell of the row is empty or blank. */
export function isBlankRow(row: TableRow): boolean {
  return row.cells.every((cell) => /^[\s\u0000\ufeff]*$/.test(cell));
}

/** First bytes up to the end of a line, enough to look at the head of a table. */
export function headOf(bytes: Uint8Array, size: number): Uint8Array {
  if (bytes.length <= size) return bytes;
  let end = size;
  while (end > 0 && bytes[end - 1] !== 10 && bytes[end - 1] !== 13) end--;
  return bytes.subarray(0, end > 0 ? end : size);
}
