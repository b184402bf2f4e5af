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

interface Book {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly strings: readonly string[];
  readonly formats: readonly FormatKind[];
  readonly date1904: boolean;
}

/**
 * All sheets of an .xlsx as text cells: percents as `17.8%`, dates as `2025-11-11 20:05:00`, times as shown, formulas as their last values,
 * errors as `#N/A`. Absurd cell references are left out. Never throws: a broken file or a bomb comes back as a failure.
 */
export function readWorkbook(bytes: Uint8Array): readonly SheetTable[] | ZipFailure {
  const entries = openZip(bytes);
  if (isFailure(entries)) return entries;
  const workbook = partText(entries, 'xl/workbook.xml');
  const relations = partText(entries, 'xl/_rels/workbook.xml.rels');
  if (typeof workbook !== 'string') return workbook ?? { kind: 'broken' };
  const targets = new Map<string, string>();
  if (typeof relations === 'string') for (const { attributes } of elements(relations, 'Relationship')) targets.set(attribute(attributes, 'Id') ?? '', attribute(attributes, 'Target') ?? '');
  const strings = sharedStrings(entries);
  const formats = cellFormats(entries);
  if (isFailure(strings)) return strings;
  const book: Book = { entries, strings, formats, date1904: /<(?:\w+:)?workbookPr[^>]*date1904\s*=\s*["'](?:1|true)["']/.test(workbook) };
  const sheets: SheetTable[] = [];
  for (const { attributes } of elements(workbook, 'sheet')) {
    const target = targets.get(/\s[\w.-]+:id\s*=\s*["']([^"']+)/.exec(attributes)?.[1] ?? '') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`.replace(/[^/]+\/\.\.\//g, '');
    const xml = partText(entries, path);
    if (typeof xml !== 'string') {
      if (xml) return xml;
      continue;
    }
    sheets.push(readSheetXml(attribute(attributes, 'name') ?? `Sheet${sheets.length + 1}`, xml, book));
  }
  return sheets.length > 0 ? sheets : { kind: 'broken' };
}

function partText(entries: ReadonlyMap<string, ZipEntry>, name: string): string | ZipFailure | undefined {
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

function readSheetXml(name: string, xml: string, book: Book): SheetTable {
  const rows: TableRow[] = [];
  let line = 0;
  for (const { attributes, body } of elements(xml, 'row')) {
    const numbered = Number(/\sr\s*=\s*["'](\d+)/.exec(attributes)?.[1] ?? line + 1);
    if (numbered <= line || numbered > mostRows) continue;
    line = numbered;
    const cells = readCells(body, book);
    if (cells.length > 0) rows.push({ line, cells });
  }
  return { name, rows, lines: line };
}

function readCells(xml: string, book: Book): readonly string[] {
  const cells: string[] = [];
  let column = -1;
  for (const { attributes, body } of elements(xml, 'c')) {
    const letters = /\sr\s*=\s*["']([A-Za-z]{1,4})\d/.exec(attributes)?.[1];
    const index = letters ? columnIndex(letters) : column + 1;
    if (index >= mostColumns || index <= column) continue;
    while (cells.length < index) cells.push('');
    column = index;
    cells.push(cellText(attributes, body, book));
  }
  return cells;
}

/** A → 0, Z → 25, AA → 26. */
function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

const valueTag = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/;

function cellText(attributes: string, body: string, book: Book): string {
  if (body === '') return '';
  const type = /\st\s*=\s*["'](\w+)/.exec(attributes)?.[1] ?? 'n';
  if (type === 'inlineStr') return runsOf(body);
  const raw = valueTag.exec(body)?.[1];
  if (raw === undefined) return '';
  if (type === 's') return book.strings[Number(raw)] ?? '';
  if (type === 'str' || type === 'e' || type === 'd') return xmlText(raw);
  if (type === 'b') return raw.trim() === '1' ? 'TRUE' : 'FALSE';
  const value = Number(raw);
  if (!Number.isFinite(value)) return xmlText(raw);
  const style = Number(/\ss\s*=\s*["'](\d+)/.exec(attributes)?.[1] ?? 0);
  return numberText(value, book.formats[style] ?? 'general', book.date1904);
}
