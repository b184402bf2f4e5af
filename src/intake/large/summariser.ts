import { sniff, isMojibake } from '../encoding';
import { kindModules } from '../kinds';
import type { ProblemDetails } from '../kinds/kind';
import { makeProblem } from '../ledger';
import { createCellReader, type CellReader, type CellReaderOptions, type CellRow, type Delimiter } from '../read-cells';
import { recognise, recogniseByChoice, searchedRows, type Recognition } from '../recognise';
import { summaryRole } from '../roles';
import { headOf, quotesEverything, readTable } from '../table';
import { bestDelimiter } from '../table-head';
import type { ColumnMeaning, IntakeOptions, ProblemCode, SkipReason, SourceKind } from '../types';
import { createInterner } from './interner';
import { createLateEncoding, type LateEncoding } from './late-encoding';
import type { Accumulator, LargeResult, LargeTable, ProblemBook, RowFate, Sharing } from './accumulator';
import { accumulateInquiries } from './inquiries';
import { accumulateOrders } from './orders';
import type { LargePart } from './parts';
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

/** Feed chunks, then end. Knows the kind after the head. */
export interface Summariser {
  push(chunk: Uint8Array): void;
  end(): LargeSummary;
  /** rows read so far */
  readonly rows: number;
  /** as far as is known, two readers can share the file; false before the head is read */
  readonly sharing: boolean;
  /** The bytes begin with rows of as many cells as the header has: most likely the first one is no cell's second line. */
  looksLikeRows(bytes: Uint8Array): boolean;
  /** Ends a part; undefined when it cannot be added to the part before it. */
  endPart(): LargePart | undefined;
  /**
   * Adds what another reader found in the bytes that follow, all of them: the summary is that of one reader. False, and nothing is added, when
   * that would not be so: what was pushed does not end with a row, or there were so many groups that some are not told apart.
   */
  absorb(part: LargePart): boolean;
}

/** Bytes from which encoding, delimiter, header and kind are told; they must hold the header. */
export const usualHead = 131_072;
/** Problems kept with their line and value; the rest are counted. */
const keptProblems = 500;

/** Kinds whose rows can be added up without keeping them. */
const accumulators: Readonly<Partial<Record<SourceKind, (table: LargeTable) => Accumulator>>> = { orders: accumulateOrders, refunds: accumulateRefunds, inquiries: accumulateInquiries };

/** True when a file of this kind can be summarised; other kinds are small by nature and go through `readSource`. */
export function canSummarise(kind: SourceKind): boolean {
  return kind in accumulators;
}

const skipReasons = new Set<RowFate>(['blank', 'title', 'banner', 'header', 'total', 'average', 'peer', 'bot', 'idle', 'closed', 'duplicate', 'greeting', 'system']);

/**
 * Makes a summariser for one file or stream. Synchronous and without any platform API, so that it runs in a worker, in Node and in tests alike.
 */
export function createSummariser(file: string, options: IntakeOptions, headSize = usualHead): Summariser {
  return makeSummariser(file, options, headSize, false);
}

/**
 * Makes a summariser for a later part of a file.
 * @param head what the summariser of the first part took for the head; the bytes pushed then begin with a row somewhere behind it
 */
export function createPartSummariser(head: Uint8Array, options: IntakeOptions): Summariser {
  const summariser = makeSummariser('', options, head.length, true);
  summariser.push(head);
  return summariser;
}

function makeSummariser(file: string, options: IntakeOptions, headSize: number, isPart: boolean): Summariser {
  const book: ProblemBook = { problems: [], counts: {} };
  const skipped: Partial<Record<SkipReason, number>> = {};
  let head: Uint8Array[] = [];
  let headLength = 0;
  let reader: CellReader | undefined;
  let toUtf8: ((chunk: Uint8Array, last: boolean) => Uint8Array) | undefined;
  let found: Recognition | undefined;
  let late: LateEncoding | undefined;
  let headerCells: readonly string[] = [];
  let fillerOf: ((row: CellRow) => SkipReason | undefined) | undefined;
  let torn = true;
  let headerLine = 0;
  let accumulator: Accumulator | undefined;
  let encoding = '';
  let layout: Pick<CellReaderOptions, 'delimiter' | 'encoding' | 'literalQuotes'> | undefined;
  let [index, rows, used, unused, absorbedLines] = [0, 0, 0, 0, 0];

  const problem = (line: number, details: ProblemDetails) => {
    book.counts[details.code] = (book.counts[details.code] ?? 0) + 1;
    if (book.problems.length < keptProblems) book.problems.push(makeProblem(line, details));
  };
  const settle = (fate: RowFate, row: CellRow) => {
    if (fate === 'used') used++;
    else if (skipReasons.has(fate)) skipped[fate as SkipReason] = (skipped[fate as SkipReason] ?? 0) + 1;
    else {
      unused++;
      problem(row.line, { code: fate as ProblemCode, value: row.texts().join(' ') });
    }
  };
  const onRow = (row: CellRow) => {
    const position = index++;
    if (!found || position <= found.headerIndex) return;
    rows++;
    settle(fateOf(row), row);
  };
  const fateOf = (row: CellRow): RowFate => {
    const filler = fillerOf?.(row);
    if (filler === 'blank' || filler === 'header') return filler;
    // A comma in a value cut the row: it cannot be trusted. A cell written beside a pasted table is only named.
    if (row.count > headerCells.length && row.texts().slice(headerCells.length).some((cell) => cell.trim() !== '')) {
      if (torn) return 'ragged-row';
      problem(row.line, { code: 'ragged-row', value: row.texts().join('\t'), detail: { cells: row.count, expected: headerCells.length } });
    }
    return filler ?? (accumulator ? accumulator.add(row) : 'not-used');
  };
  const replaced = (fate: 'used' | 'closed') => {
    if (fate === 'used') used--;
    else if (skipped.closed === 1) delete skipped.closed;
    else skipped.closed = (skipped.closed ?? 0) - 1;
    skipped.duplicate = (skipped.duplicate ?? 0) + 1;
  };

  const start = (last: boolean) => {
    const bytes = join(head, headLength);
    head = [];
    const sniffed = sniff(bytes);
    encoding = sniffed.encoding.toUpperCase();
    if (sniffed.container !== 'text') {
      problem(0, { code: sniffed.container === 'empty' ? 'empty-input' : 'not-text' });
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
    const table = readTable(sample, readable, delimiter, searchedRows + 1);
    const specs = kindModules.map((module) => module.spec);
    found = recogniseByChoice(table.rows, specs, options.choices ?? []) ?? recognise(table.rows, specs);
    const garbled = table.rows.slice(0, 20).some((row) => row.cells.some(isMojibake));
    if (!found || garbled) {
      problem(0, { code: garbled ? 'mojibake' : 'unknown-table', value: table.rows[0]?.cells.join(' ') ?? '' });
      found = undefined;
      return;
    }
    headerCells = table.rows[found.headerIndex]?.cells ?? [];
    headerLine = table.rows[found.headerIndex]?.line ?? 0;
    const make = accumulators[found.spec.kind];
    accumulator = make?.({ columns: found.columns, options, replaced, problem: (row, details) => problem(row.line, details) });
    fillerOf = createFiller(headerCells);
    torn = delimiter !== '\t';
    layout = { delimiter, encoding: readable, literalQuotes: delimiter === '\t' && !quotesEverything(sample) };
    const cells = createCellReader({ ...layout, onRow, onUnterminated: (line) => problem(line, { code: 'unterminated-quote' }) });
    if (sniffed.undecided) {
      late = createLateEncoding((decided) => {
        encoding = decided.toUpperCase();
        cells.decodeAs(decided);
      });
    }
    reader = cells;
    if (isPart) index = found.headerIndex + 1;
    else reader.push(body);
  };

  /** The accumulator's, when nothing that only all rows together can tell stands against parts. */
  const sharing = (): Sharing | undefined => (late || toUtf8 || !reader || accumulator?.sharing?.crowded !== false ? undefined : accumulator.sharing);

  return {
    push(chunk) {
      if (late) for (const bytes of late.push(chunk)) reader?.push(bytes);
      else if (reader) reader.push(toUtf8 ? toUtf8(chunk, false) : chunk);
      else if (encoding === '') {
        head.push(chunk.slice());
        headLength += chunk.length;
        if (headLength >= headSize) start(false);
      }
    },
    end() {
      if (encoding === '') start(true);
      for (const bytes of late?.end() ?? []) reader?.push(bytes);
      const rest = reader && toUtf8 ? toUtf8(new Uint8Array(0), true) : undefined;
      if (rest && rest.length > 0) reader?.push(rest);
      const lines = (reader?.end().lines ?? 0) + absorbedLines;
      // The last rows may still be compared in here, which changes the counts.
      const result = accumulator?.result() ?? {};
      return {
        file, kind: found?.spec.kind ?? 'unknown', encoding, headerLine, lines, rows, used, skipped, unused, ...book, ...result,
        columns: found?.columns.map((column) => ({ header: column.header.raw, meaning: column.field ?? column.metric, confidence: column.confidence })) ?? [],
      };
    },
    get rows() {
      return rows;
    },
    get sharing() {
      return sharing() !== undefined;
    },
    looksLikeRows(bytes) {
      if (!layout) return false;
      let [seen, whole] = [0, true];
      createCellReader({ ...layout, onRow: ({ count }) => { seen++; whole &&= count === headerCells.length; } }).push(bytes);
      return whole && seen > 0;
    },
    endPart() {
      const lines = reader?.end().lines ?? 0;
      // The last rows are compared here, which changes the counts.
      const sums = sharing()?.sums();
      return sums && { lines, rows, used, unused, skipped, ...book, sums };
    },
    absorb(part) {
      const mine = sharing();
      if (!mine || !reader?.atRowStart) return false;
      const before = reader.end().lines + absorbedLines;
      for (const found of part.problems) if (book.problems.length < keptProblems) book.problems.push({ ...found, line: found.line + before });
      for (const [code, count] of entriesOf(part.counts)) book.counts[code] = (book.counts[code] ?? 0) + count;
      for (const [reason, count] of entriesOf(part.skipped)) skipped[reason] = (skipped[reason] ?? 0) + count;
      rows += part.rows;
      used += part.used;
      unused += part.unused;
      absorbedLines += part.lines;
      mine.absorb(part.sums);
      return true;
    },
  };
}

/** Tells blank, summary and repeated header rows as the row-by-row reader does. Rows mostly begin with an id: one byte decides. */
function createFiller(header: readonly string[]): (row: CellRow) => SkipReason | undefined {
  const roles = createInterner((text) => summaryRole(text) ?? '', 2_000);
  const lead = header.findIndex((cell) => cell.trim() !== '');
  const numeric = /^[\d"=']/.test(header[lead]?.trim() ?? '');
  const leads = createInterner((text) => (text.trim() === header[lead]?.trim() ? 'header' : isBlankText(text) ? 'blank' : ''), 2_000);
  return (row) => {
    let first = 0;
    while (first < row.count && row.starts[first] === row.ends[first]) first++;
    if (first === row.count) return 'blank';
    if (!numeric && isNumberish(row, first)) return undefined;
    const kind = leads.text(leads.of(row, first));
    if (kind === '' && first >= 2) return undefined;
    if (kind === '') return roles.text(roles.of(row, first)) as SkipReason || undefined;
    const cells = row.texts();
    if (cells.every(isBlankText)) return 'blank';
    if (cells.length === header.length && cells.every((cell, index) => cell.trim() === header[index]?.trim())) return 'header';
    return summaryRole(cells.slice(0, 2).find((cell) => cell.trim() !== '') ?? '');
  };
}

const isBlankText = (text: string): boolean => /^[\s\u0000\ufeff]*$/.test(text);

/** The cell begins with a digit, guarded or not: no word of a summary row does. */
function isNumberish(row: CellRow, index: number): boolean {
  const { buffer } = row;
  let at = row.starts[index] as number;
  if (buffer[at] === 61) {
    at++;
    while (buffer[at] === 34) at++;
  }
  const byte = buffer[at] as number;
  return byte > 47 && byte < 58;
}

const entriesOf = <K extends string>(counts: Readonly<Partial<Record<K, number>>>): readonly [K, number][] => Object.entries(counts) as [K, number][];

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}
