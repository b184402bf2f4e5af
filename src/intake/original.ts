import { sniff } from './encoding';
import type { TableRow } from './table';
import { readWorkbook, type SheetTable } from './xlsx/read-workbook';

/**
 * What was handed over as a file, as text to correct and paste again: decoded as it is read, a workbook as the cells of its sheet (`file` names
 * it, `book.xlsx#Sheet1`; otherwise all sheets). '' for what holds no text.
 */
export function originalOfBytes(bytes: Uint8Array, file = ''): string {
  const { container, encoding } = sniff(bytes);
  if (container === 'zip') {
    const sheets = readWorkbook(bytes);
    if ('kind' in sheets) return '';
    const wanted = sheets.filter(({ name }) => file.endsWith(`#${name}`) || file.includes(`#${name}#`));
    return (wanted.length > 0 ? wanted : sheets).map(sheetText).join('\r\n\r\n');
  }
  return container === 'text' || container === 'html' ? new TextDecoder(encoding).decode(bytes) : '';
}

/** Rows of cells as tab-separated text, quoted as Excel's clipboard does it. */
export function rowsAsText(rows: readonly TableRow[]): string {
  return rows.map(({ cells }) => cells.map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\r\n');
}

/** Rows that the file does not hold are empty lines, so that the lines keep their numbers. */
function sheetText({ rows }: SheetTable): string {
  const all: TableRow[] = [];
  for (const row of rows) {
    while (all.length < row.line - 1) all.push({ line: all.length + 1, cells: [''] });
    all.push(row);
  }
  return rowsAsText(all);
}
