import { looksLikeChat, readChat } from './chat';
import { forReading, isEncrypted, isMojibake, sniff, type Sniffed } from './encoding';
import { notesOfName } from './file-name';
import { kindModules } from './kinds';
import { makeProblem } from './ledger';
import { looseTable } from './loose';
import { questionList } from './question-list';
import { recognise, recogniseByChoice } from './recognise';
import { readSheet } from './sheet';
import { splitTables } from './split';
import { readWorkbook } from './xlsx/read-workbook';
import { delimiters, headOf, isBlankRow, readTable, type RawTable } from './table';
import { bestDelimiter } from './table-head';
import type { IntakeOptions, ProblemCode, Source, SourceInput } from './types';

/**
 * Reads one paste or file into recognised tables: one Source, or one per sheet of a workbook. Pure and synchronous. Never throws:
 * whatever cannot be read is a problem with line, column and value, and every line is accounted for (R43).
 */
export function readSource(input: SourceInput, options: IntakeOptions): readonly Source[] {
  const notes = notesOfName(input.name);
  const sources = readContent(input, options);
  return notes.length === 0 ? sources : sources.map((source) => ({ ...source, notes: [...source.notes, ...notes] }));
}

/** What the head of a file is (kind, header, columns) without reading the rest. Counts are those of the head. */
export function peek(name: string, head: Uint8Array, options: IntakeOptions): Source | undefined {
  return readSource({ name, bytes: headOf(head, 32_768) }, options)[0];
}

function readContent(input: SourceInput, options: IntakeOptions): readonly Source[] {
  const bytes = 'text' in input ? new TextEncoder().encode(input.text) : input.bytes;
  const sniffed: Sniffed = 'text' in input ? { container: input.text.trim() === '' ? 'empty' : 'text', encoding: 'utf-8', bom: 0 } : sniff(bytes);
  if (sniffed.container === 'zip') return readXlsx(input.name, bytes, options);
  if (sniffed.container === 'ole2') return [refused(input.name, isEncrypted(bytes) ? 'locked-xlsx' : 'old-xls')];
  if (sniffed.container !== 'text') return [refused(input.name, containerProblem[sniffed.container])];
  return readText(input.name, bytes, sniffed, options);
}

const containerProblem: Readonly<Record<Exclude<Sniffed['container'], 'text' | 'zip' | 'ole2'>, ProblemCode>> = { empty: 'empty-input', binary: 'not-text', html: 'html-file' };

/** One Source per sheet with content, named `book.xlsx#Sheet1`. The bytes decide that it is a workbook, not the file name (Q03). */
function readXlsx(file: string, bytes: Uint8Array, options: IntakeOptions): readonly Source[] {
  const sheets = readWorkbook(bytes);
  if ('kind' in sheets) {
    const source = refused(file, sheets.kind === 'bomb' ? 'xlsx-bomb' : 'broken-xlsx');
    return sheets.kind === 'bomb' ? [{ ...source, problems: [makeProblem(0, { code: 'xlsx-bomb', detail: { megabytes: sheets.megabytes } })] }] : [source];
  }
  const written = sheets.filter((sheet) => sheet.rows.some((row) => !isBlankRow(row)));
  if (written.length === 0) return [refused(file, 'empty-input')];
  return written.flatMap((sheet) => readCellsOf(`${file}#${sheet.name}`, { rows: sheet.rows, lines: sheet.lines, unterminated: [] }, options));
}

/** Cells that are there already: a sheet of a workbook, or the selection in Excel. */
export function readCellsOf(file: string, table: RawTable, options: IntakeOptions): readonly Source[] {
  return readAsTables(file, table, () => ({ rows: table.rows.map((row) => ({ ...row, cells: [row.cells.join(' ').trim()] })), lines: table.lines }), options);
}

/** Tables below each other become one Source each, the second one `file#2`; text without any known table may be a chat. */
function readAsTables(file: string, table: RawTable, asLines: () => Pick<RawTable, 'rows' | 'lines'>, options: IntakeOptions): readonly Source[] {
  const list = questionList(table, asLines, options);
  if (list) {
    const source = readSheet(file, list.table, { ...options, choices: [] });
    return [{ ...source, signature: list.signature, evidence: [], columns: source.columns.slice(0, 1) }];
  }
  const specs = kindModules.map((module) => module.spec);
  const known = recogniseByChoice(table.rows, specs, options.choices ?? []) ?? recognise(table.rows, specs);
  const lines = known ? undefined : asLines();
  if (lines && looksLikeChat(lines.rows)) return [readChat(file, lines.rows, lines.lines, options)];
  const loose = lines && looseTable(lines.rows, specs);
  return splitTables(loose ? { rows: loose, lines: table.lines, unterminated: [] } : table, specs).map((part, index) => readSheet(index === 0 ? file : `${file}#${index + 1}`, part, options));
}

/** A source nothing could be read from. */
export function refused(file: string, code: ProblemCode, table: Pick<RawTable, 'rows' | 'lines'> = { rows: [], lines: 0 }, at?: { readonly line: number; readonly value: string }): Source {
  const blank = new Set(table.rows.filter(isBlankRow));
  return {
    file, kind: 'unknown', evidence: [], lines: table.lines, headerLine: 0, columns: [], rows: table.rows.length, used: 0, skipped: [...blank].map(({ line }) => ({ line, reason: 'blank' })),
    problems: [makeProblem(at?.line ?? 0, { code, value: at?.value ?? '' })], unusedLines: table.rows.filter((row) => !blank.has(row)).map((row) => row.line), notes: [], records: {},
  };
}

function readText(file: string, bytes: Uint8Array, sniffed: Sniffed, options: IntakeOptions): readonly Source[] {
  const text = forReading(bytes, sniffed);
  const table = readTable(text.bytes, text.encoding, bestDelimiter(text.bytes, text.encoding));
  if (table.rows.every(isBlankRow)) return [refused(file, 'empty-input', table)];
  const garbled = table.rows.slice(0, 20).find((row) => row.cells.some(isMojibake));
  if (garbled) return [refused(file, 'mojibake', table, { line: garbled.line, value: garbled.cells.find(isMojibake) ?? '' })];
  const sources = readAsTables(file, table, () => readTable(text.bytes, text.encoding, wholeLines(text.bytes)), options);
  const encoded = sniffed.encoding === 'utf-8' && sniffed.bom === 0 ? [] : [{ code: 'encoding', text: sniffed.encoding.toUpperCase() } as const];
  return sources.map((source) => ({ ...source, notes: [...source.notes, ...encoded] }));
}

/** A delimiter the text does not have, so that every line is one cell. */
function wholeLines(bytes: Uint8Array): (typeof delimiters)[number] {
  return delimiters.find((delimiter) => !bytes.includes(delimiter.charCodeAt(0))) ?? ';';
}
