/**
 * Structured references (`[@实际]`, `tblActual[[#This Row],[实际]]`, `tblActual[#Headers]` …): read into parts, and
 * written as A1 references for the engine or in the long form that a file stores.
 */
import { columnName } from '../model/address';
import type { TableModel } from '../model/types';

type RowItem = '#This Row' | '#All' | '#Data' | '#Headers' | '#Totals';

export interface StructuredReference {
  /** row items as written, in Excel's spelling; none = the data rows */
  readonly items: readonly RowItem[];
  /** first and last column as written, escapes kept; absent = all columns */
  readonly columns?: readonly [string, string];
}

const ROW_ITEMS = new Map<string, RowItem>(
  (['#This Row', '#All', '#Data', '#Headers', '#Totals'] as const).map((item) => [item.toLowerCase(), item]),
);

/** `实''际` → `实'际`: in a specifier an apostrophe stands before `[`, `]`, `#`, `@` and `'`. */
const unescapeColumn = (text: string): string => text.replace(/'([\s\S])/g, '$1');

/** A column header as a specifier writes it. */
export const escapeColumn = (header: string): string => header.replace(/['[\]#@]/g, "'$&");

/** Cuts `[a],[b]:[c]` into `[a`, `b`, `:`, `c`…: the inner brackets and the colons between them. Undefined if something else stands there. */
const innerBrackets = (text: string): (string | undefined)[] | undefined => {
  const parts: (string | undefined)[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '[') {
      let end = at + 1;
      while (end < text.length && text[end] !== ']') end += text[end] === "'" ? 2 : 1;
      if (end >= text.length) return undefined;
      parts.push(text.slice(at + 1, end));
      at = end + 1;
    } else {
      if (character === ':') parts.push(undefined);
      else if (character !== ',' && character.trim() !== '') return undefined;
      at += 1;
    }
  }
  return parts;
};

/**
 * Reads the specifier with its outer brackets: `[实际]`, `[@]`, `[@实际]`, `[@[a]:[b]]`, `[[#Headers],[实际]]`.
 * Text that is no specifier (an unknown `#item`, three columns, a stray character) → `undefined`.
 */
export const parseStructuredReference = (bracket: string): StructuredReference | undefined => {
  if (!bracket.startsWith('[') || !bracket.endsWith(']')) return undefined;
  let body = bracket.slice(1, -1).trim();
  const items: RowItem[] = [];
  if (body.startsWith('@')) {
    items.push('#This Row');
    body = body.slice(1).trim();
  }
  if (!body.startsWith('[')) {
    if (body === '') return { items };
    const item = ROW_ITEMS.get(body.toLowerCase());
    if (item !== undefined) return { items: [...items, item] };
    return body.startsWith('#') ? undefined : { items, columns: [body, body] };
  }
  const parts = innerBrackets(body);
  if (parts === undefined) return undefined;
  const columns: string[] = [];
  for (const part of parts) {
    if (part === undefined) continue;
    const item = part.trim().startsWith('#') ? ROW_ITEMS.get(part.trim().toLowerCase()) : undefined;
    if (item !== undefined) items.push(item);
    else columns.push(part);
  }
  const [first, last = first, extra] = columns;
  if (first === undefined || last === undefined) return { items };
  if (extra !== undefined || (columns.length === 2 && !parts.includes(undefined))) return undefined;
  return { items, columns: [first, last] };
};

/** 0-based rows of a table: header, first and last data row, totals row. */
const tableRows = ({ range, showTotals }: TableModel) => {
  const last = range.row + range.rowCount - 1;
  return { header: range.row, firstData: range.row + 1, lastData: last - (showTotals ? 1 : 0), last };
};

const rowSpan = (table: TableModel, item: RowItem): readonly [number, number] | undefined => {
  const rows = tableRows(table);
  switch (item) {
    case '#All':
      return [rows.header, rows.last];
    case '#Headers':
      return [rows.header, rows.header];
    case '#Totals':
      return table.showTotals ? [rows.last, rows.last] : undefined;
    default:
      return [rows.firstData, rows.lastData];
  }
};

/**
 * The A1 range of a structured reference, without a sheet name, or the error Excel shows for it: `#REF!` for an
 * unknown column or a missing totals row, `#VALUE!` for "this row" beside the data rows.
 * "This row" keeps its row relative, so that all rows of a calculated column have one formula for the engine.
 */
export const structuredReferenceToA1 = (table: TableModel, { items, columns }: StructuredReference, row: number): string => {
  const find = (header: string): number => {
    const wanted = unescapeColumn(header).toLowerCase();
    const exact = table.columns.findIndex(({ name }) => name.toLowerCase() === wanted);
    return exact >= 0 ? exact : table.columns.findIndex(({ name }) => name.trim().toLowerCase() === wanted.trim());
  };
  const [from, to] = columns === undefined ? [0, table.columns.length - 1] : [find(columns[0]), find(columns[1])];
  if (from < 0 || to < 0) return '#REF!';
  const corners = (first: number, last: number, absoluteRow: boolean): string => {
    const corner = (at: number, column: number): string => `$${columnName(table.range.column + column)}${absoluteRow ? '$' : ''}${at + 1}`;
    const start = corner(first, Math.min(from, to));
    const end = corner(last, Math.max(from, to));
    return start === end ? start : `${start}:${end}`;
  };
  if (items.includes('#This Row')) {
    const { firstData, lastData } = tableRows(table);
    return row >= firstData && row <= lastData ? corners(row, row, false) : '#VALUE!';
  }
  const spans = (items.length === 0 ? (['#Data'] as const) : items).map((item) => rowSpan(table, item)).filter((span) => span !== undefined);
  if (spans.length === 0) return '#REF!';
  return corners(Math.min(...spans.map(([first]) => first)), Math.max(...spans.map(([, last]) => last)), true);
};

/**
 * The form a file stores: always with the table's name, `@` written out –
 * `[@实际]` → `tblX[[#This Row],[实际]]`, `[a]:[b]` in its own brackets.
 */
export const structuredReferenceToFile = (tableName: string, { items, columns }: StructuredReference): string => {
  const parts = items.map((item) => `[${item}]`);
  if (columns !== undefined) parts.push(columns[0] === columns[1] ? `[${columns[0]}]` : `[${columns[0]}]:[${columns[1]}]`);
  if (parts.length === 0) return `${tableName}[]`;
  if (parts.length === 1 && (columns === undefined || columns[0] === columns[1])) return `${tableName}${parts[0] ?? ''}`;
  return `${tableName}[${parts.join(',')}]`;
};
