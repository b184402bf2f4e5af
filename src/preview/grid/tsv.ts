/**
 * The clipboard's text form of a block of cells, as Excel writes and reads it: cells by tab, rows by line break,
 * a cell with a tab, line break or quote in quotes with inner quotes doubled, one line break at the end.
 */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quote).join('\t') + '\r\n').join('');
}

function quote(cell: string): string {
  return /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * Rows of cells of pasted text. A quote opens a quoted cell only at its first character, so `5" screen` stays as it is;
 * a quoted cell that never closes is plain text. One trailing line break is not a row. Rows are padded to the same length.
 */
export function fromTsv(text: string): string[][] {
  const source = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = source[at] === '"' ? readQuoted(source, at) : undefined;
    if (quoted !== undefined) {
      row.push(quoted.cell);
      at = quoted.end;
    } else {
      const end = nextSeparator(source, at);
      row.push(source.slice(at, end));
      at = end;
    }
    if (source[at] === '\t') {
      at++;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= source.length || at === source.length - 1) break;
    at++;
  }
  const width = Math.max(...rows.map((cells) => cells.length));
  return rows.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => '')]);
}

function nextSeparator(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    if (source[at] === '\t' || source[at] === '\n') return at;
  }
  return source.length;
}

function readQuoted(source: string, open: number): { cell: string; end: number } | undefined {
  let cell = '';
  for (let at = open + 1; at < source.length; at++) {
    if (source[at] !== '"') {
      cell += source[at];
    } else if (source[at + 1] === '"') {
      cell += '"';
      at++;
    } else {
      const next = source[at + 1];
      return next === undefined || next === '\t' || next === '\n' ? { cell, end: at + 1 } : undefined;
    }
  }
  return undefined;
}
