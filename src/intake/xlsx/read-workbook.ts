import type { TableRow } from '../table';
import { formatKind, numberText, type FormatKind } from './number-format';
import { attribute, elements, runsOf, xmlText } from './xml';
import { isFailure, openZip, type ZipEntry, type ZipFailure } from './zip';

/** Cells of one sheet as text; rows that the file does not hold are not there. */
export interface SheetTable {
  readonly name: string;
  readonly rows: readonly TableRow[];
  /** number of the last row */
  readonly lines: number;
}

const mostRows = 1_048_576;
const mostColumns = 16_384;

/** The parts of a workbook that its cells need. */
export interface Book {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly strings: readonly string[];
  readonly formats: readonly FormatKind[];
  readonly date1904: boolean;
  /** `xl/workbook.xml` */
  readonly workbook: string;
  /** in the order of the workbook; a sheet whose part the file does not hold is left out */
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
}

/**
 * All sheets of an .xlsx as text cells: percents as `17.8%`, dates as `2025-11-11 20:05:00`, times as shown, formulas as their last values,
 * errors as `#N/A`. Absurd cell references are left out. Never throws: a broken file or a bomb comes back as a failure.
 */
export function readWorkbook(bytes: Uint8Array): readonly SheetTable[] | ZipFailure {
  const book = openBook(bytes);
  if (isFailure(book)) return book;
  const sheets: SheetTable[] = [];
  for (const { name, path } of book.sheets) {
    const xml = partText(book.entries, path);
    if (xml !== undefined && typeof xml !== 'string') return xml;
    sheets.push({ name, ...readRows(xml ?? '', (attributes, body) => cellText(attributes, body, book), '') });
  }
  return sheets;
}

/** Opens an .xlsx and reads what all its sheets share. Never throws. */
export function openBook(bytes: Uint8Array): Book | ZipFailure {
  const entries = openZip(bytes);
  if (isFailure(entries)) return entries;
  const workbook = partText(entries, 'xl/workbook.xml');
  if (typeof workbook !== 'string') return workbook ?? { kind: 'broken' };
  const targets = relationsOf(entries, 'xl/workbook.xml');
  const strings = sharedStrings(entries);
  const formats = cellFormats(entries);
  if (isFailure(strings)) return strings;
  const sheets = [...elements(workbook, 'sheet')].flatMap(({ attributes }, index) => {
    const path = targets.get(/\s[\w.-]+:id\s*=\s*["']([^"']+)/.exec(attributes)?.[1] ?? '')?.path ?? '';
    return entries.has(path.toLowerCase()) ? [{ name: attribute(attributes, 'name') ?? `Sheet${index + 1}`, path }] : [];
  });
  if (sheets.length === 0) return { kind: 'broken' };
  return { entries, strings, formats, date1904: /<(?:\w+:)?workbookPr[^>]*date1904\s*=\s*["'](?:1|true)["']/.test(workbook), workbook, sheets };
}

/** Parts that a part names, by the id it names them with. */
export function relationsOf(entries: ReadonlyMap<string, ZipEntry>, part: string): ReadonlyMap<string, { readonly type: string; readonly path: string }> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const xml = partText(entries, `${folder}_rels/${part.slice(folder.length)}.rels`);
  const found = new Map<string, { type: string; path: string }>();
  if (typeof xml !== 'string') return found;
  for (const { attributes } of elements(xml, 'Relationship')) {
    const target = attribute(attributes, 'Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`.replace(/[^/]+\/\.\.\//g, '');
    found.set(attribute(attributes, 'Id') ?? '', { type: attribute(attributes, 'Type') ?? '', path });
  }
  return found;
}

/** Text of a part; undefined when the file does not hold it. */
export function partText(entries: ReadonlyMap<string, ZipEntry>, name: string): string | ZipFailure | undefined {
  const data = entries.get(name.toLowerCase())?.read();
  if (data === undefined) return undefined;
  return isFailure(data) ? data : new TextDecoder().decode(data);
}

function sharedStrings(entries: ReadonlyMap<string, ZipEntry>): readonly string[] | ZipFailure {
  const xml = partText(entries, 'xl/sharedStrings.xml');
  if (xml === undefined) return [];
  if (typeof xml !== 'string') return xml;
  const strings: string[] = [];
  for (const { body } of elements(xml, 'si')) strings.push(runsOf(body));
  return strings;
}

/** What each cell style does to a number. */
function cellFormats(entries: ReadonlyMap<string, ZipEntry>): readonly FormatKind[] {
  const xml = partText(entries, 'xl/styles.xml');
  if (typeof xml !== 'string') return [];
  const codes = new Map<number, string>();
  for (const { attributes } of elements(xml, 'numFmt')) codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
  for (const { body } of elements(xml, 'cellXfs')) {
    return [...elements(body, 'xf')].map(({ attributes }) => {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      return formatKind(id, codes.get(id));
    });
  }
  return [];
}

export interface SheetRows<Cell> {
  readonly rows: readonly { readonly line: number; readonly cells: readonly Cell[] }[];
  /** number of the last row */
  readonly lines: number;
}

/** Rows of a sheet that hold cells, read by `readCell`. Rows and cells out of order and beyond Excel's limits are left out. */
export function readRows<Cell>(xml: string, readCell: (attributes: string, body: string) => Cell, empty: Cell): SheetRows<Cell> {
  const rows: { readonly line: number; readonly cells: readonly Cell[] }[] = [];
  let line = 0;
  for (const { attributes, body } of elements(xml, 'row')) {
    const numbered = Number(/\sr\s*=\s*["'](\d+)/.exec(attributes)?.[1] ?? line + 1);
    if (numbered <= line || numbered > mostRows) continue;
    line = numbered;
    const cells = readCells(body, readCell, empty);
    if (cells.length > 0) rows.push({ line, cells });
  }
  return { rows, lines: line };
}

function readCells<Cell>(xml: string, readCell: (attributes: string, body: string) => Cell, empty: Cell): readonly Cell[] {
  const cells: Cell[] = [];
  let column = -1;
  for (const { attributes, body } of elements(xml, 'c')) {
    const letters = /\sr\s*=\s*["']([A-Za-z]{1,4})\d/.exec(attributes)?.[1];
    const index = letters ? columnIndex(letters) : column + 1;
    if (index >= mostColumns || index <= column) continue;
    while (cells.length < index) cells.push(empty);
    column = index;
    cells.push(readCell(attributes, body));
  }
  return cells;
}

/** A → 0, Z → 25, AA → 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

const valueTag = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/;

function cellText(attributes: string, body: string, book: Book): string {
  const { value, kind } = cellContent(attributes, body, book);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? numberText(value, kind, book.date1904) : value;
}

/** What a cell holds – a formula's last value, an error as its text – and what its number format makes of a number. '' is an empty cell. */
export function cellContent(attributes: string, body: string, book: Pick<Book, 'strings' | 'formats'>): { readonly value: string | number | boolean; readonly kind: FormatKind } {
  const as = (value: string | number | boolean, kind: FormatKind = 'general') => ({ value, kind });
  if (body === '') return as('');
  const type = /\st\s*=\s*["'](\w+)/.exec(attributes)?.[1] ?? 'n';
  if (type === 'inlineStr') return as(runsOf(body));
  const raw = valueTag.exec(body)?.[1];
  if (raw === undefined) return as('');
  if (type === 's') return as(book.strings[Number(raw)] ?? '');
  if (type === 'str' || type === 'e' || type === 'd') return as(xmlText(raw));
  if (type === 'b') return as(raw.trim() === '1');
  const value = Number(raw);
  if (!Number.isFinite(value)) return as(xmlText(raw));
  const style = Number(/\ss\s*=\s*["'](\d+)/.exec(attributes)?.[1] ?? 0);
  return as(value, book.formats[style] ?? 'general');
}
