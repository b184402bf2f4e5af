import type { Messages } from '../i18n';
import type { TableName } from './plan';

type WorkbookWords = Messages['workbook'];

/** Letters, digits, `_` and CJK need no second pair of brackets in a structured reference. */
const isPlain = (header: string): boolean => /^[\p{L}\p{N}_]+$/u.test(header);
const escape = (header: string): string => header.replace(/[[\]#']/g, "'$&");

/** `[@实际]` or `[@[Last year]]`: the cell of this column in the same row. */
export const thisRow = (header: string): string => (isPlain(header) ? `[@${header}]` : `[@[${escape(header)}]]`);

/** `tblActual[实际值]` or `tblActual[[Last year]]`: the column's data. */
export const columnOf = (table: string, header: string): string => (isPlain(header) ? `${table}[${header}]` : `${table}[[${escape(header)}]]`);

/**
 * Writes out a formula template: `{key}` is the cell of that column in the same row, `{tblActual.key}` the whole column of
 * a table, `{tblActual#key}` the header of that column. Throws on a key that does not exist: a misspelt plan is a bug, found by every test.
 */
export function formula(template: string, table: TableName, words: WorkbookWords): string {
  return template.replace(/\{(?:(tbl\w+)([.#]))?(\w+)\}/g, (_, other: TableName | undefined, part: string | undefined, key: string) => {
    const header = headerOf(other ?? table, key, words);
    if (part === '#') return `${other ?? table}[[#Headers],[${escape(header)}]]`;
    return other === undefined ? thisRow(header) : columnOf(other, header);
  });
}

/** Header of a column by its key. */
export function headerOf(table: TableName, key: string, words: WorkbookWords): string {
  const headers: Readonly<Record<string, string>> = words.columns[table];
  const header = headers[key];
  if (header === undefined) throw new Error(`no column ${key} in ${table}`);
  return header;
}

/** A text constant in a formula. */
export const text = (value: string): string => `"${value.replace(/"/g, '""')}"`;

/** Looks up a column of another table by this row's id (or another key column); an error where the id is unknown. */
export const lookup = (table: TableName, column: string, key = 'id', keyColumn = 'id'): string => `INDEX({${table}.${column}},MATCH({${key}},{${table}.${keyColumn}},0))`;
