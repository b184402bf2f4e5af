import { normaliseName } from '../retro/catalogue/normalise';
import { baseOfKey } from '../retro/catalogue';
import { readHeader, resolveMetric, type Header } from './headers';
import type { BoundColumn, FieldSpec, KindSpec } from './kinds/kind';
import { choiceNameOf, withLabels } from './labels';
import { isBlankRow, type TableRow } from './table';
import type { TableChoice } from './types';
import { emptiness } from './values/empty';
import { foldValue } from './values/text';

/** The best reading of a table's head: which kind, which rows are the header, what each column means. */
export interface Recognition {
  readonly spec: KindSpec;
  /** index into the rows of the (last) header row */
  readonly headerIndex: number;
  /** 2 when a group row stands above the labels (DOMAIN Q08) */
  readonly headerRows: 1 | 2;
  readonly columns: readonly BoundColumn[];
  readonly evidence: readonly string[];
  readonly score: number;
}

/** Title, banner and note rows stand above the header; further down nobody puts one (DOMAIN Q06). */
export const searchedRows = 40;

/** Normalised headers joined by `|`: one name for all tables with the same header. */
export function headerSignature(cells: readonly string[]): string {
  return cells.map((cell) => readHeader(cell).name).join('|').replace(/\|+$/, '');
}

/** The table as a person described it: the row with the remembered header, its kind and its columns. undefined: no choice about these rows. */
export function recogniseByChoice(rows: readonly TableRow[], specs: readonly KindSpec[], choices: readonly TableChoice[]): Recognition | undefined {
  if (choices.length === 0) return undefined;
  for (const [index, row] of rows.slice(0, searchedRows).entries()) {
    for (const [cells, headerRows] of headerCandidates(row, rows[index + 1])) {
      const signature = headerSignature(cells);
      const choice = signature === '' ? undefined : choices.find((candidate) => candidate.signature === signature);
      if (!choice) continue;
      const headers = cells.map(readHeader);
      const guessed = specs.map((spec) => ({ spec, match: matchKind(spec, headers) })).sort((a, b) => (b.match?.score ?? 0) - (a.match?.score ?? 0))[0];
      const ofKind = specs.filter((candidate) => candidate.kind === choice.kind);
      const spec = ofKind.find((candidate) => matchKind(candidate, headers)) ?? ofKind[0] ?? (guessed?.match ? guessed.spec : undefined);
      if (!spec) continue;
      const columns = withLabels(bindColumns(spec, headers)).map((column) => chosen(column, choice.columns?.[choiceNameOf(column)], spec));
      return { spec, headerIndex: index + headerRows - 1, headerRows, columns, evidence: columns.filter((column) => column.field ?? column.metric).slice(0, 3).map((column) => column.header.raw), score: columns.length };
    }
  }
  return undefined;
}

/** A column with the meaning a person gave it: a field of the kind, a metric key, or nothing. */
function chosen(column: BoundColumn, meaning: string | undefined, spec: KindSpec): BoundColumn {
  if (meaning === undefined) return column;
  const bare: BoundColumn = { index: column.index, header: column.header, ...(column.label !== undefined && { label: column.label }), confidence: 1 };
  if (meaning === '') return bare;
  return spec.fields.some((field) => field.field === meaning) ? { ...bare, field: meaning } : { ...bare, metric: meaning };
}

/** Finds the header row and the kind by column names, never by position (DOMAIN 2.10, Q06, Q08). undefined: no table we know. */
export function recognise(rows: readonly TableRow[], specs: readonly KindSpec[]): Recognition | undefined {
  let best: Recognition | undefined;
  const limit = Math.min(rows.length, searchedRows);
  for (let index = 0; index < limit; index++) {
    const row = rows[index];
    if (!row || isBlankRow(row)) continue;
    for (const [cells, headerRows] of headerCandidates(row, rows[index + 1])) {
      const headers = cells.map(readHeader);
      for (const spec of specs) {
        const found = matchKind(spec, headers);
        if (found && (!best || found.score > best.score)) best = { ...found, spec, headerIndex: index + headerRows - 1, headerRows };
      }
    }
  }
  return best;
}

function headerCandidates(row: TableRow, next: TableRow | undefined): readonly (readonly [readonly string[], 1 | 2])[] {
  const single = [row.cells, 1] as const;
  const joined = next && joinHeaders(row.cells, next.cells);
  return joined ? [single, [joined, 2]] : [single];
}

/** Group labels filled rightwards and joined with the row below (`邀请·满意`); undefined when the two rows do not look like that. */
export function joinHeaders(upper: readonly string[], lower: readonly string[]): readonly string[] | undefined {
  const written = upper.filter((cell) => cell.trim() !== '').length;
  const lowerWritten = lower.filter((cell) => cell.trim() !== '');
  const gap = upper.some((cell, index) => cell.trim() === '' && index > 0 && upper.slice(0, index).some((before) => before.trim() !== ''));
  if (written < 2 || !gap || lowerWritten.length < 2 || lowerWritten.some(looksLikeData)) return undefined;
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const above = (upper[index] ?? '').trim();
    const below = (lower[index] ?? '').trim();
    if (above !== '') group = above;
    if (below === '') return above;
    return group === '' || group === below ? below : `${group}·${below}`;
  });
}

function looksLikeData(cell: string): boolean {
  return emptiness(cell) !== undefined || /^[\d¥+(-][\d.,%:/\s-]*/.test(foldValue(cell)) && !/[\u4e00-\u9fffa-z]{2}/i.test(cell);
}

type Match = Pick<Recognition, 'columns' | 'evidence' | 'score'>;

/** Binds the headers as columns of the kind; undefined when its signature is not there. */
export function matchKind(spec: KindSpec, headers: readonly Header[]): Match | undefined {
  if (spec.against?.some((name) => headers.some((header) => header.name === name)) || !mayMatch(spec, headers)) return undefined;
  const columns = bindColumns(spec, headers);
  const fields = new Map(columns.flatMap((column) => (column.field ? [[column.field, column.header.raw] as const] : [])));
  const evidence: string[] = [];
  for (const group of spec.signature) {
    const field = group.find((name) => fields.has(name));
    if (!field) return undefined;
    evidence.push(fields.get(field) ?? '');
  }
  if (spec.accepts?.(columns) === false) return undefined;
  const metrics = columns.filter((column) => column.metric);
  if (metrics.length < (spec.minMetrics ?? 0)) return undefined;
  if (spec.anyMetric) {
    const hit = metrics.find((column) => spec.anyMetric?.includes(baseOfKey(column.metric ?? '')));
    if (!hit) return undefined;
    evidence.push(hit.header.raw);
  }
  if (spec.signature.length > 1 && new Set(fields.keys()).size + metrics.length < 2) return undefined;
  for (const column of metrics) if (evidence.length < 4 && !evidence.includes(column.header.raw)) evidence.push(column.header.raw);
  const matched = columns.filter((column) => column.field || column.metric).length;
  return { columns, evidence: [...new Set(evidence)], score: matched + spec.weight / 10 };
}

/** False when some group of the signature has no field that any of the headers could be: most rows are told from headers by this alone. */
function mayMatch(spec: KindSpec, headers: readonly Header[]): boolean {
  const index = fieldsByName(spec);
  return spec.signature.every((group) =>
    headers.some(({ name }) => {
      const fields = index.get(name) ?? index.get(lastPart(name));
      if (fields?.some(({ field }) => group.includes(field)) === true) return true;
      return spec.fields.some(({ field, pattern }) => pattern !== undefined && group.includes(field) && pattern.test(name));
    }),
  );
}

const fieldIndex = new WeakMap<KindSpec, ReadonlyMap<string, readonly FieldSpec[]>>();

function fieldsByName(spec: KindSpec): ReadonlyMap<string, readonly FieldSpec[]> {
  const known = fieldIndex.get(spec);
  if (known) return known;
  const index = new Map<string, FieldSpec[]>();
  for (const field of spec.fields) {
    for (const name of field.names) {
      const key = readHeader(normaliseName(name)).name;
      index.set(key, [...(index.get(key) ?? []), field]);
    }
  }
  fieldIndex.set(spec, index);
  return index;
}

/** The meaning of every column for a kind: its fields by exact name, then metrics, then patterns. The first column of a name wins. */
export function bindColumns(spec: KindSpec, headers: readonly Header[]): readonly BoundColumn[] {
  const index = fieldsByName(spec);
  const taken = new Set<string>();
  const seenMetrics = new Set<string>();
  const claim = (fields: readonly FieldSpec[] | undefined): FieldSpec | undefined => {
    const field = fields?.find((candidate) => candidate.repeats || !taken.has(candidate.field));
    if (field) taken.add(field.field);
    return field;
  };
  const bound = headers.map((header, position): BoundColumn => {
    if (header.name === '') return { index: position, header, confidence: 0 };
    const field = claim(index.get(header.name) ?? index.get(lastPart(header.name)));
    if (field) return { index: position, header, field: field.field, confidence: 1 };
    const metric = spec.metrics && !figuresOnly.test(header.name) ? resolveMetric(header, spec.metrics) : undefined;
    if (metric && !seenMetrics.has(metric.key)) {
      seenMetrics.add(metric.key);
      return { index: position, header, metric: metric.key, confidence: metric.weak ? 0.6 : 1, ...(metric.weak && { weak: true }) };
    }
    return { index: position, header, confidence: 0 };
  });
  return bound.map((column) => {
    if (column.field || column.metric || column.header.name === '') return column;
    const field = claim(spec.fields.filter((candidate) => candidate.pattern?.test(column.header.name)));
    return field ? { ...column, field: field.field, confidence: 0.8 } : column;
  });
}

/** No metric is called by digits alone: most cells that are no headers. */
const figuresOnly = /^[\d.,:/%+-]+$/;

function lastPart(name: string): string {
  const at = name.lastIndexOf('·');
  return at < 0 ? name : name.slice(at + 1);
}
