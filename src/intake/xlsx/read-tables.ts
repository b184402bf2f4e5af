import { isEncrypted, sniff } from '../encoding';
import { cellContent, columnIndex, openBook, partText, readRows, relationsOf, type Book, type SheetRows } from './read-workbook';
import { attribute, elements, xmlText } from './xml';
import { isFailure } from './zip';

export type TypedCell = string | number | boolean;

/** A table of a file (Excel's "table", not any range), with its cells as they are: numbers as numbers, days as serial numbers of the 1900 system. */
export interface FileTable {
  readonly name: string;
  readonly sheet: string;
  /** 0-based place of the header's first cell */
  readonly row: number;
  readonly column: number;
  /** as they stand in the sheet; where the sheet has none, as the table knows them */
  readonly headers: readonly string[];
  /** data rows, one cell a column; '' is empty. Rows a filter hides are there too. */
  readonly rows: readonly (readonly TypedCell[])[];
}

export interface FileTables {
  readonly tables: readonly FileTable[];
  /** values of the defined names that are one cell */
  readonly cells: ReadonlyMap<string, TypedCell>;
}

/** Why a file's tables cannot be read. `old-xls` and `locked` are other kinds of file that Excel opens. */
export type TablesFailure = { readonly kind: 'not-xlsx' | 'old-xls' | 'locked' | 'broken' } | { readonly kind: 'bomb'; readonly megabytes: number };

type Sheet = SheetRows<TypedCell>;

/**
 * The tables of an .xlsx by their names, and the cells that have a name, on whatever sheets they stand. Formulas come as their
 * last values. A table whose place the file lies about is left out. Never throws.
 */
export function readTables(bytes: Uint8Array): FileTables | TablesFailure {
  const { container } = sniff(bytes);
  if (container === 'ole2') return { kind: isEncrypted(bytes) ? 'locked' : 'old-xls' };
  if (container !== 'zip') return { kind: 'not-xlsx' };
  const book = openBook(bytes);
  if (isFailure(book)) return book.kind === 'broken' && !looksLikeXlsx(bytes) ? { kind: 'not-xlsx' } : book;

  const read = new Map<string, Sheet>();
  let failure: TablesFailure | undefined;
  const rowsOf = (path: string): Sheet => {
    const known = read.get(path);
    if (known !== undefined) return known;
    const xml = partText(book.entries, path);
    if (xml !== undefined && typeof xml !== 'string') failure = xml;
    const rows = readRows<TypedCell>(typeof xml === 'string' ? xml : '', (attributes, body) => typedCell(attributes, body, book), '');
    read.set(path, rows);
    return rows;
  };
  const tables = book.sheets.flatMap(({ name, path }) =>
    [...relationsOf(book.entries, path).values()].filter(({ type }) => type.endsWith('/table')).flatMap((relation): FileTable[] => {
      const xml = partText(book.entries, relation.path);
      if (xml !== undefined && typeof xml !== 'string') failure = xml;
      const table = typeof xml === 'string' ? tableOf(xml, name, () => rowsOf(path)) : undefined;
      return table === undefined ? [] : [table];
    }));
  const cells = namedCells(book, rowsOf);
  return failure ?? { tables, cells };
}

/** A document of another program is a zip too: only one that names a workbook is a damaged .xlsx. */
function looksLikeXlsx(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1 << 16)) + new TextDecoder('latin1').decode(bytes.subarray(-(1 << 16)));
  return head.includes('xl/') || !head.includes('PK\u0001\u0002');
}

/** A cell with its type; a day of a workbook that counts from 1904, and an ISO day, as a serial number of the 1900 system. */
function typedCell(attributes: string, body: string, book: Book): TypedCell {
  const { value, kind } = cellContent(attributes, body, book);
  return typeof value === 'number' && kind === 'date' && book.date1904 ? value + 1462 : value;
}

function tableOf(xml: string, sheet: string, rowsOf: () => Sheet): FileTable | undefined {
  const head = [...elements(xml, 'table')][0]?.attributes ?? '';
  const name = attribute(head, 'displayName') ?? attribute(head, 'name');
  const place = areaOf(attribute(head, 'ref') ?? '');
  if (name === undefined || place === undefined || attribute(head, 'headerRowCount') === '0') return undefined;
  const rows = rowsOf();
  const known = [...elements(xml, 'tableColumn')].map(({ attributes }) => xmlText(attribute(attributes, 'name') ?? ''));
  const width = place.lastColumn - place.column + 1;
  const last = Math.min(place.lastRow - Number(attribute(head, 'totalsRowCount') ?? 0), rows.lines - 1);
  const byLine = new Map(rows.rows.filter(({ line }) => line > place.row && line - 1 <= last).map(({ line, cells }) => [line - 1, cells]));
  const line = (row: number): TypedCell[] => Array.from({ length: width }, (_, at) => byLine.get(row)?.[place.column + at] ?? '');
  const headers = line(place.row).map((cell, at) => (String(cell).trim() === '' ? (known[at] ?? '') : String(cell)));
  return { name, sheet, row: place.row, column: place.column, headers, rows: Array.from({ length: Math.max(0, last - place.row) }, (_, at) => line(place.row + 1 + at)) };
}

/** `A4:L12` → 0-based corners; undefined for what Excel cannot have. */
function areaOf(ref: string): { readonly row: number; readonly column: number; readonly lastRow: number; readonly lastColumn: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(ref);
  if (match === null) return undefined;
  const [row, column, lastRow, lastColumn] = [Number(match[2]) - 1, columnIndex(match[1] ?? ''), Number(match[4]) - 1, columnIndex(match[3] ?? '')];
  return row < 0 || lastRow < row || lastColumn < column || lastRow >= 1_048_576 || lastColumn >= 16_384 ? undefined : { row, column, lastRow, lastColumn };
}

/** `'封面'!$B$6` of each defined name of the workbook that is one cell. */
function namedCells(book: Book, rowsOf: (path: string) => Sheet): Map<string, TypedCell> {
  const cells = new Map<string, TypedCell>();
  const paths = new Map(book.sheets.map(({ name, path }) => [name.toLowerCase(), path]));
  for (const { attributes, body } of elements(book.workbook, 'definedName')) {
    const name = attribute(attributes, 'name');
    const match = /^=?(?:'((?:[^']|'')+)'|([^'!:()]+))!\$([A-Z]{1,3})\$(\d{1,7})$/.exec(xmlText(body).trim());
    const path = paths.get((match?.[1] ?? match?.[2] ?? '').replaceAll("''", "'").toLowerCase());
    if (name === undefined || match === null || path === undefined) continue;
    cells.set(name, rowsOf(path).rows.find(({ line }) => line === Number(match[4]))?.cells[columnIndex(match[3] ?? '')] ?? '');
  }
  return cells;
}
