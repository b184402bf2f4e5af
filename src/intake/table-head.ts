import { kindModules } from './kinds';
import { recognise, searchedRows } from './recognise';
import type { Delimiter } from './read-cells';
import { delimiters, headOf, readTable, type RawTable } from './table';

const headSize = 65_536;

/** The delimiter under which the head makes the best known table; without one, the delimiter that cuts the rows most evenly. */
export function bestDelimiter(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): Delimiter {
  const head = headOf(bytes, headSize);
  const specs = kindModules.map((module) => module.spec);
  const scored = delimiters.map((delimiter) => {
    const table = readTable(head, encoding, delimiter, searchedRows + 1);
    return { delimiter, known: recognise(table.rows, specs)?.score ?? 0, even: evenness(table) };
  });
  scored.sort((a, b) => b.known - a.known || b.even - a.even);
  return scored[0]?.delimiter ?? '\t';
}

function evenness(table: RawTable): number {
  const widths = new Map<number, number>();
  for (const row of table.rows) if (row.cells.length > 1) widths.set(row.cells.length, (widths.get(row.cells.length) ?? 0) + 1);
  return Math.max(0, ...[...widths].map(([width, count]) => count * Math.min(width - 1, 5)));
}
