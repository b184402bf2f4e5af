import { forReading, sniff } from './encoding';
import { kindModules } from './kinds';
import { headerSignature, joinHeaders } from './recognise';
import { isBlankRow, headOf, readTable, type RawTable, type TableRow } from './table';
import { bestDelimiter } from './table-head';
import type { SourceInput, SourceKind } from './types';
import { readWorkbook } from './xlsx/read-workbook';

/** One of the first rows of an input, to choose the header row from. */
export interface HeadRow {
  /** 1-based line of the input */
  readonly line: number;
  /** written cells, at most 40 characters each */
  readonly cells: readonly string[];
  /** what a choice about this row as header is remembered under */
  readonly signature: string;
}

/** What a table of a kind may have as columns. */
export interface KindColumns {
  readonly fields: readonly string[];
  /** columns may also be metrics of the catalogue */
  readonly metrics: boolean;
}

export interface Head {
  readonly rows: readonly HeadRow[];
  /** kinds a person may choose */
  readonly kinds: Readonly<Partial<Record<SourceKind, KindColumns>>>;
}

/** A paste or file, or cells that are there already. */
export type HeadInput = SourceInput | { readonly name: string; readonly cells: RawTable };

const headBytes = 65_536;
const shownRows = 20;
const longestShown = 40;

/** The first rows of an input and what its columns could be: what a person needs to put a recognition right. `file` names the sheet of a workbook (`book.xlsx#Sheet1`). Never throws; an input without rows has none. */
export function readHead(input: HeadInput, file: string): Head {
  return { rows: headRows(input, file), kinds: kindColumns() };
}

function headRows(input: HeadInput, file: string): readonly HeadRow[] {
  const rows = firstRows(input, file).slice(0, shownRows + 1);
  return rows.slice(0, shownRows).flatMap((row, index) => {
    if (isBlankRow(row)) return [];
    const cells = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '').map((cell) => (cell.length > longestShown ? `${cell.slice(0, longestShown)}…` : cell));
    const joined = joinHeaders(row.cells, rows[index + 1]?.cells ?? []);
    return [{ line: row.line, cells, signature: headerSignature(joined ?? row.cells) }];
  });
}

function firstRows(input: HeadInput, file: string): readonly TableRow[] {
  if ('cells' in input) return input.cells.rows;
  const bytes = 'text' in input ? new TextEncoder().encode(input.text.slice(0, headBytes)) : input.bytes;
  const sniffed = 'text' in input ? { container: 'text', encoding: 'utf-8', bom: 0 } as const : sniff(bytes);
  if (sniffed.container === 'zip') {
    const sheets = readWorkbook(bytes);
    return 'kind' in sheets ? [] : (sheets.find((sheet) => file === `${input.name}#${sheet.name}` || file.startsWith(`${input.name}#${sheet.name}#`))?.rows ?? []);
  }
  if (sniffed.container !== 'text') return [];
  const wide = sniffed.encoding === 'utf-16le' || sniffed.encoding === 'utf-16be';
  const text = forReading(wide ? bytes.subarray(0, headBytes) : headOf(bytes, headBytes), sniffed);
  return readTable(text.bytes, text.encoding, bestDelimiter(text.bytes, text.encoding), shownRows + 1).rows;
}

function kindColumns(): Head['kinds'] {
  const kinds: Partial<Record<SourceKind, KindColumns>> = {};
  for (const { spec } of kindModules) {
    const before = kinds[spec.kind];
    kinds[spec.kind] = { fields: [...new Set([...(before?.fields ?? []), ...spec.fields.map(({ field }) => field)])], metrics: (before?.metrics ?? false) || spec.metrics !== undefined };
  }
  return kinds;
}
