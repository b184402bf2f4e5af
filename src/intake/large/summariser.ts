import { sniff, isMojibake } from '../encoding';
import { kindModules } from '../kinds';
import type { BoundColumn } from '../kinds/kind';
import { makeProblem } from '../ledger';
import { createCellReader, type CellReader, type CellRow, type Delimiter } from '../read-cells';
import { recognise, recogniseByChoice, type Recognition } from '../recognise';
import { summaryRole } from '../roles';
import { headOf, quotesEverything, readTable } from '../table';
import { bestDelimiter } from '../table-head';
import type { ColumnMeaning, IntakeOptions, ProblemCode, SkipReason, SourceKind } from '../types';
import { endOf, isEmptyCell, startOf } from './cell-bytes';
import type { Accumulator, LargeResult, LargeTable, ProblemBook, RowFate } from './accumulator';
import { accumulateInquiries } from './inquiries';
import { accumulateOrders } from './orders';
import { accumulateRefunds } from './refunds';

/** Summary of a file too large to write to sheets (R44): groups instead of rows, every line accounted for by count. */
export interface LargeSummary extends LargeResult, ProblemBook {
  readonly file: string;
  readonly kind: SourceKind;
  readonly encoding: string;
  readonly headerLine: number;
  readonly columns: readonly ColumnMeaning[];
  readonly lines: number;
  /** records below the header = used + all skipped + unused */
  readonly rows: number;
  readonly used: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  readonly unused: number;
}

/** Feed chunks, then end. Knows the kind after the first `headSize` bytes. */
export interface Summariser {
  push(chunk: Uint8Array): void;
  end(): LargeSummary;
  /** rows read so far */
  readonly rows: number;
}

const headSize = 131_072;
/** Problems kept with their line and value; the rest are counted. */
const keptProblems = 500;

/** Kinds whose rows can be added up without keeping them. */
const accumulators: Readonly<Partial<Record<SourceKind, (table: LargeTable) => Accumulator>>> = { orders: accumulateOrders, refunds: accumulateRefunds, inquiries: accumulateInquiries };

/** True when a file of this kind can be summarised; other kinds are small by nature and go through `readSource`. */
export function canSummarise(kind: SourceKind): boolean {
  return kind in accumulators;
}

const skipReasons = new Set<RowFate>(['blank', 'title', 'banner', 'header', 'total', 'average', 'peer', 'bot', 'idle', 'closed', 'duplicate', 'greeting', 'system']);

/** Makes a summariser for one file or stream. Synchronous and without any platform API, so that it runs in a worker, in Node and in tests alike. */
export function createSummariser(file: string, options: IntakeOptions): Summariser {
  const book: ProblemBook = { problems: [], counts: {} };
  const skipped: Partial<Record<SkipReason, number>> = {};
  let head: Uint8Array[] = [];
  let headLength = 0;
  let reader: CellReader | undefined;
  let toUtf8: ((chunk: Uint8Array, last: boolean) => Uint8Array) | undefined;
  let found: Recognition | undefined;
  let headerCells: readonly string[] = [];
  let headerLine = 0;
  let accumulator: Accumulator | undefined;
  let encoding = '';
  let [index, rows, used, unused] = [0, 0, 0, 0];

  const problem = (line: number, code: ProblemCode, column = '', value = '') => {
    book.counts[code] = (book.counts[code] ?? 0) + 1;
    if (book.problems.length < keptProblems) book.problems.push(makeProblem(line, { code, column, value }));
  };
  const settle = (fate: RowFate, row: CellRow) => {
    if (fate === 'used') used++;
    else if (skipReasons.has(fate)) skipped[fate as SkipReason] = (skipped[fate as SkipReason] ?? 0) + 1;
    else {
      unused++;
      problem(row.line, fate as ProblemCode, '', row.texts().join(' '));
    }
  };
  const onRow = (row: CellRow) => {
    const position = index++;
    if (!found || position <= found.headerIndex) return;
    rows++;
    settle(fateOf(row), row);
  };
  const fateOf = (row: CellRow): RowFate => {
    const filler = fillerOf(row, headerCells);
    if (filler) return filler;
    for (let extra = headerCells.length; extra < row.count; extra++) if (!isEmptyCell(row, extra)) return 'ragged-row';
    return accumulator ? accumulator.add(row) : 'not-used';
  };

  const start = (last: boolean) => {
    const bytes = join(head, headLength);
    head = [];
    const sniffed = sniff(bytes);
    encoding = sniffed.encoding.toUpperCase();
    if (sniffed.container !== 'text') {
      problem(0, sniffed.container === 'empty' ? 'empty-input' : 'not-text');
      return;
    }
    if (sniffed.encoding === 'utf-16le' || sniffed.encoding === 'utf-16be') {
      const decoder = new TextDecoder(sniffed.encoding);
      const encoder = new TextEncoder();
      toUtf8 = (chunk, end) => encoder.encode(decoder.decode(chunk, { stream: !end }));
    }
    const readable = sniffed.encoding === 'gb18030' ? 'gb18030' : 'utf-8';
    const body = (toUtf8 ?? ((chunk) => chunk))(bytes.subarray(sniffed.bom), last);
    const sample = last ? body : headOf(body, body.length);
    const delimiter: Delimiter = bestDelimiter(sample, readable);
    const table = readTable(sample, readable, delimiter, 200);
    const specs = kindModules.map((module) => module.spec);
    found = recogniseByChoice(table.rows, specs, options.choices ?? []) ?? recognise(table.rows, specs);
    const garbled = table.rows.slice(0, 20).some((row) => row.cells.some(isMojibake));
    if (!found || garbled) {
      problem(0, garbled ? 'mojibake' : 'unknown-table', '', table.rows[0]?.cells.join(' ') ?? '');
      found = undefined;
      return;
    }
    headerCells = table.rows[found.headerIndex]?.cells ?? [];
    headerLine = table.rows[found.headerIndex]?.line ?? 0;
    const make = accumulators[found.spec.kind];
    accumulator = make?.({ columns: found.columns, options, problem: (row, column: BoundColumn, code) => problem(row.line, code, column.header.raw, row.text(column.index)) });
    reader = createCellReader({ delimiter, encoding: readable, literalQuotes: delimiter === '\t' && !quotesEverything(sample), onRow, onUnterminated: (line) => problem(line, 'unterminated-quote') });
    reader.push(body);
  };

  return {
    push(chunk) {
      if (reader) reader.push(toUtf8 ? toUtf8(chunk, false) : chunk);
      else if (encoding === '') {
        head.push(chunk.slice());
        headLength += chunk.length;
        if (headLength >= headSize) start(false);
      }
    },
    end() {
      if (encoding === '') start(true);
      const rest = reader && toUtf8 ? toUtf8(new Uint8Array(0), true) : undefined;
      if (rest && rest.length > 0) reader?.push(rest);
      const lines = reader?.end().lines ?? 0;
      return {
        file, kind: found?.spec.kind ?? 'unknown', encoding, headerLine, lines, rows, used, skipped, unused, ...book, ...(accumulator?.result() ?? {}),
        columns: found?.columns.map((column) => ({ header: column.header.raw, meaning: column.field ?? column.metric, confidence: column.confidence })) ?? [],
      };
    },
    get rows() {
      return rows;
    },
  };
}

/** Blank, summary and repeated header rows. Ids begin with a digit or a guard, so most rows are decided by one byte. */
function fillerOf(row: CellRow, header: readonly string[]): SkipReason | undefined {
  let first = 0;
  while (first < row.count && startOf(row, first) === endOf(row, first)) first++;
  if (first === row.count) return 'blank';
  const byte = row.buffer[startOf(row, first)] ?? 0;
  if ((byte > 47 && byte < 58) || byte === 61 || byte === 39) return undefined;
  const text = row.text(first);
  const role = first < 3 ? summaryRole(text) : undefined;
  if (role) return role;
  if (text === header[first] && header.every((cell, index) => cell === row.text(index))) return 'header';
  return text.trim() === '' && row.texts().every((cell) => cell.trim() === '') ? 'blank' : undefined;
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}
