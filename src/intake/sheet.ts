import { readHeader, resolveMetric } from './headers';
import { labelOf, withLabels } from './labels';
import { createLedger } from './ledger';
import { notesOfName } from './file-name';
import { kindModules } from './kinds';
import type { BoundColumn, BoundTable, KindReading } from './kinds/kind';
import { headerSignature, recognise, recogniseByChoice, type Recognition } from './recognise';
import { isBlankRow, type RawTable, type TableRow } from './table';
import type { ColumnMeaning, IntakeOptions, Source, SourceNote } from './types';

/** Excel's limit of characters in one cell. */
export const longestCell = 32_767;
/** 生意参谋 stops at this many rows and says so in its banner (Q30). */
const exportLimit = 5000;
/** Excel's limit of columns. */
export const mostColumns = 16_384;

/** Recognises one table and reads it with the reader of its kind. Every row ends as used, skipped or unusable. */
export function readSheet(file: string, raw: RawTable, options: IntakeOptions): Source {
  const ledger = createLedger();
  for (const line of raw.unterminated) ledger.problem(line, { code: 'unterminated-quote', value: raw.rows.find((row) => row.line === line)?.cells.join(' ') ?? '' });
  const rows = raw.rows.map((row) => withinLimits(row, ledger));
  const specs = kindModules.map((module) => module.spec);
  const found = recogniseByChoice(rows, specs, options.choices ?? []) ?? recognise(rows, specs);
  const body = found ? rows.slice(found.headerIndex + 1) : rows;
  const notes = found ? skipHead(rows, found, ledger) : [];
  const base = { file, lines: raw.lines, notes };
  if (!found) return unknownTable(base, rows, ledger);
  const header = rows[found.headerIndex];
  const data = body.filter((row) => !skipFiller(row, header, ledger) && !isTorn(row, header, raw, ledger));
  noteDuplicateHeaders(found.columns, header?.line ?? 0, ledger);
  const caption = notes.find((note) => note.code === 'caption')?.text;
  const table: BoundTable = { file, kind: found.spec.kind, headerLine: header?.line ?? 0, columns: found.columns, rows: data, ...(caption !== undefined && { caption }) };
  const module = kindModules.find((candidate) => candidate.spec === found.spec);
  let reading: KindReading = { records: {} };
  if (data.length === 0) ledger.problem(table.headerLine, { code: 'header-only', value: header?.cells.join(' ') ?? '' });
  else if (module?.read) reading = module.read(table, ledger, options);
  else {
    data.forEach((row, index) => (index === 0 ? ledger.unusable(row, { code: 'not-used', value: found.spec.kind, detail: { rows: data.length, last: data.at(-1)?.line ?? row.line } }) : ledger.unusedOnly(row)));
  }
  if (data.length === exportLimit && notes.some((note) => note.text.includes(String(exportLimit)))) ledger.problem(data.at(-1)?.line ?? 0, { code: 'truncated', detail: { rows: exportLimit } });
  ledger.close(data);
  const columns = withLabels(reading.columns ?? found.columns);
  return {
    ...base, kind: found.spec.kind, evidence: found.evidence, headerLine: table.headerLine, signature: signatureOf(found), columns: columns.map(meaningOf), rows: body.length, used: ledger.usedCount(),
    skipped: sorted(ledger.skipped), problems: sorted(ledger.problems), unusedLines: [...ledger.unusedLines].sort((a, b) => a - b),
    notes: [...notes, ...ignoredColumns(columns), ...(reading.notes ?? [])], records: reading.records,
  };
}

type Book = ReturnType<typeof createLedger>;

function sorted<T extends { readonly line: number }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => a.line - b.line);
}

/** Cells over Excel's limit are cut, NUL characters taken out, lost characters and rows over Excel's width named: each with a problem. */
function withinLimits(row: TableRow, ledger: Book): TableRow {
  let cells: readonly string[] = row.cells;
  if (cells.length > mostColumns) {
    ledger.problem(row.line, { code: 'too-many-columns', detail: { count: cells.length, limit: mostColumns } });
    cells = cells.slice(0, mostColumns);
  }
  if (!cells.some((cell) => cell.length > longestCell || cell.includes('\u0000') || cell.includes('\ufffd'))) return cells === row.cells ? row : { ...row, cells };
  return {
    ...row,
    cells: cells.map((cell) => {
      if (cell.includes('\u0000')) ledger.problem(row.line, { code: 'nul-byte', value: cell.replaceAll('\u0000', '␀') });
      if (cell.includes('\ufffd')) ledger.problem(row.line, { code: 'mojibake', value: cell });
      const clean = cell.replaceAll('\u0000', '');
      if (clean.length <= longestCell) return clean;
      ledger.problem(row.line, { code: 'too-long', value: clean, detail: { length: clean.length, limit: longestCell } });
      return clean.slice(0, longestCell);
    }),
  };
}

/** A two-row header is remembered by its joined labels, as `headerCandidates` makes them. */
function signatureOf(found: Recognition): string {
  return headerSignature(found.columns.map((column) => column.header.raw));
}

/** Rows above the header: blank, banner (notes of the tool) or title, which becomes the caption (Q06, Q07). Days and a crediting rule written there are noted. */
function skipHead(rows: readonly TableRow[], found: Recognition, ledger: Book): SourceNote[] {
  const notes: SourceNote[] = [];
  const told = (text: string): void => {
    if (/导出|下载|更新|生成|打印/.test(text)) return;
    for (const note of notesOfName(text)) if (!notes.some(({ code }) => code === note.code)) notes.push(note);
  };
  for (const [index, row] of rows.slice(0, found.headerIndex).entries()) {
    const text = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '').join(' ');
    if (text === '') ledger.skip(row, 'blank');
    else if (found.headerRows === 2 && index === found.headerIndex - 1) ledger.skip(row, 'header');
    else if (/下载数据|收藏网址|超出部分|数据更新|统计口径|导出时间|温馨提示|^注[:：]|^说明[:：]/.test(text)) {
      ledger.skip(row, 'banner');
      notes.push({ code: 'banner', text });
      told(text);
    } else {
      ledger.skip(row, 'title');
      if (!notes.some((note) => note.code === 'caption')) notes.push({ code: 'caption', text: text.replace(/^名称[:：]\s*/, '') });
      told(text);
    }
  }
  return notes;
}

/** Blank rows and repeated header rows below the header. */
function skipFiller(row: TableRow, header: TableRow | undefined, ledger: Book): boolean {
  if (isBlankRow(row)) {
    ledger.skip(row, 'blank');
    return true;
  }
  if (header && row.cells.length === header.cells.length && row.cells.every((cell, index) => cell.trim() === header.cells[index]?.trim())) {
    ledger.skip(row, 'header');
    return true;
  }
  return false;
}

/**
 * More written cells than the header has: with commas the row was cut inside a value (`1,200` without quotes) and cannot be trusted;
 * with tabs somebody wrote beside the table, which is only named.
 */
function isTorn(row: TableRow, header: TableRow | undefined, raw: RawTable, ledger: Book): boolean {
  const width = header?.cells.length ?? 0;
  const extra = row.cells.slice(width).filter((cell) => cell.trim() !== '');
  if (extra.length === 0) return false;
  const problem = { code: 'ragged-row', value: row.cells.join(raw.delimiter ?? '\t'), detail: { cells: row.cells.length, expected: width } } as const;
  const torn = raw.delimiter === ',' || raw.delimiter === ';';
  if (torn) ledger.unusable(row, problem);
  else ledger.problem(row.line, problem);
  return torn;
}

function noteDuplicateHeaders(columns: readonly BoundColumn[], line: number, ledger: Book): void {
  const seen = new Map<string, BoundColumn>();
  for (const column of columns) {
    if (column.header.name === '') continue;
    const before = seen.get(column.header.name);
    if (before && !column.field && !column.metric && (before.field || before.metric)) {
      ledger.problem(line, { code: 'duplicate-header', column: column.header.raw, value: column.header.raw, detail: { first: before.index + 1, second: column.index + 1 } });
    } else if (!before) seen.set(column.header.name, column);
  }
}

function meaningOf(column: BoundColumn): ColumnMeaning {
  return { header: labelOf(column), meaning: column.field ?? column.metric, confidence: column.confidence };
}

function ignoredColumns(columns: readonly BoundColumn[]): readonly SourceNote[] {
  const names = columns.filter((column) => column.header.raw !== '' && !column.field && !column.metric).map(labelOf);
  return names.length === 0 ? [] : [{ code: 'columns-ignored', text: names.join('、') }];
}

const written = (row: TableRow): number => row.cells.filter((cell) => cell.trim() !== '').length;

/** Metric names in the first column and figures beside them: only the header was not copied. */
function lacksHeader(rows: readonly TableRow[]): boolean {
  const body = rows.filter((row) => !isBlankRow(row));
  const metricRows = body.filter((row) => row.cells.length > 1 && resolveMetric(readHeader(row.cells[0] ?? '')) && /\d|延迟统计/.test(row.cells[1] ?? ''));
  return metricRows.length > 0 && metricRows.length * 2 > body.length;
}

/** No kind fits: nothing is guessed, every written row is unusable and the first one says so. */
function unknownTable(base: Pick<Source, 'file' | 'lines' | 'notes'>, rows: readonly TableRow[], ledger: Book): Source {
  let told = false;
  for (const row of rows) {
    if (isBlankRow(row)) ledger.skip(row, 'blank');
    else if (told) ledger.unusedOnly(row);
    else {
      ledger.unusable(row, { code: lacksHeader(rows) ? 'no-header' : 'unknown-table', value: row.cells.join(' ').trim(), detail: { rows: rows.length } });
      told = true;
    }
  }
  // The widest of the first rows is most likely the header: its columns can be named once and are then remembered (Q40).
  const likely = rows.slice(0, 40).reduce<TableRow | undefined>((best, row) => (written(row) > (best ? written(best) : 1) ? row : best), undefined);
  return {
    ...base, kind: 'unknown', evidence: [], headerLine: 0, rows: rows.length, used: 0,
    ...(likely && { signature: headerSignature(likely.cells) }), columns: likely ? likely.cells.map((cell) => ({ header: cell.trim(), meaning: undefined, confidence: 0 })) : [],
    skipped: sorted(ledger.skipped), problems: sorted(ledger.problems), unusedLines: [...ledger.unusedLines].sort((a, b) => a - b), records: {},
  };
}
