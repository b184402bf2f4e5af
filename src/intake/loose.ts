import type { KindSpec } from './kinds/kind';
import { recognise } from './recognise';
import type { TableRow } from './table';

/** What parts the cells of a table that came as plain text: bars, full-width commas, gaps of two and more blanks. */
const partings: readonly RegExp[] = [/\s*[|｜│]\s*/, /\s*，\s*/, /(?:\u3000|\s{2,})\s*/];

/**
 * A table out of a chat or a document, one line a row, its cells parted by bars (also the lines of `---` below a header), by full-width commas or
 * by gaps. undefined when none of them gives a table that is known.
 */
export function looseTable(lines: readonly TableRow[], specs: readonly KindSpec[]): readonly TableRow[] | undefined {
  for (const parting of partings) {
    const rows = lines.map((row) => ({ ...row, cells: cellsOf(row.cells.join(' '), parting) }));
    if (rows.some(({ cells }) => cells.length > 1) && recognise(rows, specs)) return rows;
  }
  return undefined;
}

function cellsOf(line: string, parting: RegExp): readonly string[] {
  const bare = line.trim().replace(/^[|｜│]|[|｜│]$/g, '');
  const cells = bare.split(parting).map((cell) => cell.trim());
  return cells.every((cell) => /^:?-{2,}:?$/.test(cell)) ? [''] : cells;
}
