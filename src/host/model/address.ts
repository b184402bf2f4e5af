/** A1 arithmetic on rectangles. Rows and columns are 0-based. */
import { MAX_COLUMNS, MAX_ROWS, type Rect } from './types';

/** `0` → `A`, `27` → `AB`. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** `AB` → 27, upper or lower case. -1 when it is no column of a sheet (beyond XFD). */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) {
    const digit = letter.charCodeAt(0) - 64;
    if (digit < 1 || digit > 26) return -1;
    index = index * 26 + digit;
  }
  return index > 0 && index <= MAX_COLUMNS ? index - 1 : -1;
}

/** A sheet name as it stands before `!`. Quoted when Excel quotes it: anything but letters, digits, `_` and `.`, or if it looks like a number or a cell. */
export function quoteSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^(?:r|c|r\d*c\d*)$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

export interface Address {
  /** unquoted; absent when the text names no sheet */
  readonly sheet?: string;
  readonly rect: Rect;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6}))?$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const ROWS = /^\$?([1-9]\d{0,6}):\$?([1-9]\d{0,6})$/;

const span = (a: number, b: number): [start: number, count: number] => [Math.min(a, b), Math.abs(a - b) + 1];

/** Reads `A1`, `$B$2:C9`, `A:C`, `2:5`, with or without `Sheet!` or `'My sheet'!`. `undefined` when it is no address on a sheet. */
export function parseAddress(text: string): Address | undefined {
  const bang = text.lastIndexOf('!');
  const rect = parseRect(text.slice(bang + 1));
  if (!rect) return undefined;
  if (bang < 0) return { rect };
  const before = text.slice(0, bang);
  const quoted = /^'((?:[^']|'')+)'$/.exec(before);
  const sheet = quoted?.[1] !== undefined ? quoted[1].replaceAll("''", "'") : before;
  return sheet === '' ? undefined : { sheet, rect };
}

/** Like {@link parseAddress} for an address without a sheet. */
export function parseRect(text: string): Rect | undefined {
  const cell = CELL.exec(text);
  if (cell) {
    const left = columnIndex(cell[1] ?? '');
    const right = cell[3] === undefined ? left : columnIndex(cell[3]);
    const top = Number(cell[2]) - 1;
    const bottom = cell[4] === undefined ? top : Number(cell[4]) - 1;
    if (left < 0 || right < 0 || top >= MAX_ROWS || bottom >= MAX_ROWS) return undefined;
    const [row, rowCount] = span(top, bottom);
    const [column, columnCount] = span(left, right);
    return { row, column, rowCount, columnCount };
  }
  const columns = COLUMNS.exec(text);
  if (columns) {
    const left = columnIndex(columns[1] ?? '');
    const right = columnIndex(columns[2] ?? '');
    if (left < 0 || right < 0) return undefined;
    const [column, columnCount] = span(left, right);
    return { row: 0, column, rowCount: MAX_ROWS, columnCount };
  }
  const rows = ROWS.exec(text);
  if (rows) {
    const [row, rowCount] = span(Number(rows[1]) - 1, Number(rows[2]) - 1);
    return row + rowCount <= MAX_ROWS ? { row, column: 0, rowCount, columnCount: MAX_COLUMNS } : undefined;
  }
  return undefined;
}

export const isWholeColumns = (rect: Rect): boolean => rect.row === 0 && rect.rowCount === MAX_ROWS;
export const isWholeRows = (rect: Rect): boolean => rect.column === 0 && rect.columnCount === MAX_COLUMNS;

/** `A1`, `A1:C9`, `A:C` for whole columns, `2:5` for whole rows; with `$` when absolute. */
export function formatRect(rect: Rect, absolute = false): string {
  const mark = absolute ? '$' : '';
  const left = mark + columnName(rect.column);
  const right = mark + columnName(rect.column + rect.columnCount - 1);
  const top = mark + String(rect.row + 1);
  const bottom = mark + String(rect.row + rect.rowCount);
  if (isWholeRows(rect)) return `${top}:${bottom}`;
  if (isWholeColumns(rect)) return `${left}:${right}`;
  return rect.rowCount === 1 && rect.columnCount === 1 ? left + top : `${left}${top}:${right}${bottom}`;
}

/** `'My sheet'!A1:B2` */
export const formatAddress = (sheet: string, rect: Rect, absolute = false): string => `${quoteSheetName(sheet)}!${formatRect(rect, absolute)}`;

export const cell = (row: number, column: number): Rect => ({ row, column, rowCount: 1, columnCount: 1 });
export const sameRect = (a: Rect, b: Rect): boolean => a.row === b.row && a.column === b.column && a.rowCount === b.rowCount && a.columnCount === b.columnCount;
export const cellCount = (rect: Rect): number => rect.rowCount * rect.columnCount;

/** True when the rectangle lies on a sheet. */
export const isOnSheet = (rect: Rect): boolean =>
  rect.row >= 0 && rect.column >= 0 && rect.rowCount > 0 && rect.columnCount > 0 && rect.row + rect.rowCount <= MAX_ROWS && rect.column + rect.columnCount <= MAX_COLUMNS;

/** The common part, `undefined` when there is none. */
export function intersect(a: Rect, b: Rect): Rect | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rowCount = Math.min(a.row + a.rowCount, b.row + b.rowCount) - row;
  const columnCount = Math.min(a.column + a.columnCount, b.column + b.columnCount) - column;
  return rowCount > 0 && columnCount > 0 ? { row, column, rowCount, columnCount } : undefined;
}

export const contains = (outer: Rect, inner: Rect): boolean =>
  inner.row >= outer.row && inner.column >= outer.column && inner.row + inner.rowCount <= outer.row + outer.rowCount && inner.column + inner.columnCount <= outer.column + outer.columnCount;

/** The smallest rectangle around both. */
export function unite(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rowCount: Math.max(a.row + a.rowCount, b.row + b.rowCount) - row,
    columnCount: Math.max(a.column + a.columnCount, b.column + b.columnCount) - column,
  };
}

/** What is left of `rect` without `hole`: none to four rectangles that do not overlap. */
export function subtract(rect: Rect, hole: Rect): Rect[] {
  const common = intersect(rect, hole);
  if (!common) return [rect];
  const bottom = common.row + common.rowCount;
  const right = common.column + common.columnCount;
  const parts: Rect[] = [
    { row: rect.row, column: rect.column, rowCount: common.row - rect.row, columnCount: rect.columnCount },
    { row: bottom, column: rect.column, rowCount: rect.row + rect.rowCount - bottom, columnCount: rect.columnCount },
    { row: common.row, column: rect.column, rowCount: common.rowCount, columnCount: common.column - rect.column },
    { row: common.row, column: right, rowCount: common.rowCount, columnCount: rect.column + rect.columnCount - right },
  ];
  return parts.filter((part) => part.rowCount > 0 && part.columnCount > 0);
}
