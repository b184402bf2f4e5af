/**
 * Formula text: what its parts are, whether Excel would accept it, and how its references change when cells move or
 * things are renamed. Works on the text; calculating is the calculator's job.
 */
import { columnIndex, columnName, quoteSheetName } from './address';
import { MAX_COLUMNS, MAX_ROWS, type Rect } from './types';

export type Token =
  | { readonly kind: 'text' | 'number' | 'error' | 'name' | 'operator' | 'space' | 'unknown'; readonly text: string }
  /** `[…]`: part of a structured reference */
  | { readonly kind: 'bracket'; readonly text: string }
  /** `Sheet!` before a name */
  | { readonly kind: 'sheet'; readonly text: string; readonly sheet: string }
  /** a reference in A1 notation */
  | { readonly kind: 'reference'; readonly text: string; readonly sheet?: string; readonly area: string };

const TEXT = /"(?:[^"]|"")*"/y;
const SHEET = /'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!/uy;
const END = '(?![\\p{L}\\p{N}_.(\\[!\\\\])';
const AREA = new RegExp(`\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6}(?::\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6})?${END}|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}${END}|\\$?[1-9]\\d{0,6}:\\$?[1-9]\\d{0,6}${END}`, 'uy');
const NAME = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const ERROR = /#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!)/y;
const OPERATOR = /<>|<=|>=|[-+*/^&=<>%(),;:{}@#!]/y;
const SPACE = /\s+/y;

const match = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

/** End of the bracket group that opens at `at`; an apostrophe escapes the next character. -1 when it never closes. */
function bracketEnd(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index++) {
    const character = text[index];
    if (character === "'") index++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return index + 1;
  }
  return -1;
}

/** Formulas split so far: the cells of a column hold the same one, and it is looked at after every change of the workbook. */
const split = new Map<string, readonly Token[]>();
const MOST_SPLIT = 5_000;

/** Splits a formula (with its leading `=`) into tokens; their texts joined are the formula. */
export function tokenize(formula: string): readonly Token[] {
  const known = split.get(formula);
  if (known !== undefined) return known;
  if (split.size >= MOST_SPLIT) split.clear();
  const tokens = tokensOf(formula);
  split.set(formula, tokens);
  return tokens;
}

function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = formula.startsWith('=') ? 1 : 0;
  if (at) tokens.push({ kind: 'operator', text: '=' });
  while (at < formula.length) {
    const token = nextToken(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function nextToken(formula: string, at: number): Token {
  const space = match(SPACE, formula, at);
  if (space) return { kind: 'space', text: space };
  const text = match(TEXT, formula, at);
  if (text) return { kind: 'text', text };
  if (formula[at] === '[') {
    const end = bracketEnd(formula, at);
    return end < 0 ? { kind: 'unknown', text: formula.slice(at) } : { kind: 'bracket', text: formula.slice(at, end) };
  }
  const prefix = match(SHEET, formula, at);
  if (prefix) {
    const sheet = prefix.startsWith("'") ? prefix.slice(1, -2).replaceAll("''", "'") : prefix.slice(0, -1);
    const area = match(AREA, formula, at + prefix.length);
    return area ? { kind: 'reference', text: prefix + area, sheet, area } : { kind: 'sheet', text: prefix, sheet };
  }
  const area = match(AREA, formula, at);
  if (area && isArea(area)) return { kind: 'reference', text: area, area };
  const name = match(NAME, formula, at);
  if (name) return { kind: 'name', text: name };
  const number = match(NUMBER, formula, at);
  if (number) return { kind: 'number', text: number };
  const error = match(ERROR, formula, at);
  if (error) return { kind: 'error', text: error };
  const operator = match(OPERATOR, formula, at);
  if (operator) return { kind: 'operator', text: operator };
  return { kind: 'unknown', text: formula[at] ?? '' };
}

/** One end of an area: a missing row or column means all of them. */
interface Corner {
  row?: number;
  rowFixed: boolean;
  column?: number;
  columnFixed: boolean;
}

const CORNER = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d{1,7})?$/;

function parseCorner(text: string): Corner | undefined {
  const found = CORNER.exec(text);
  if (!found) return undefined;
  const corner: Corner = { rowFixed: false, columnFixed: false };
  if (found[2] !== undefined) {
    corner.column = columnIndex(found[2]);
    corner.columnFixed = found[1] === '$';
    if (corner.column < 0) return undefined;
  }
  if (found[4] !== undefined) {
    corner.row = Number(found[4]) - 1;
    corner.rowFixed = found[3] === '$' || (found[2] === undefined && found[1] === '$');
    if (corner.row >= MAX_ROWS) return undefined;
  }
  return corner;
}

const formatCorner = (corner: Corner): string =>
  (corner.column === undefined ? '' : (corner.columnFixed ? '$' : '') + columnName(corner.column)) + (corner.row === undefined ? '' : (corner.rowFixed ? '$' : '') + String(corner.row + 1));

interface Area {
  start: Corner;
  end?: Corner;
}

function parseArea(text: string): Area | undefined {
  const [first = '', second] = text.split(':');
  const start = parseCorner(first);
  if (!start) return undefined;
  if (second === undefined) return { start };
  const end = parseCorner(second);
  return end && { start, end };
}
const isArea = (text: string): boolean => parseArea(text) !== undefined;
const formatArea = (area: Area): string => formatCorner(area.start) + (area.end ? `:${formatCorner(area.end)}` : '');

/** The rectangle an area covers. */
export function areaRect(area: string): Rect | undefined {
  const parsed = parseArea(area);
  if (!parsed) return undefined;
  const end = parsed.end ?? parsed.start;
  const top = Math.min(parsed.start.row ?? 0, end.row ?? 0);
  const bottom = Math.max(parsed.start.row ?? MAX_ROWS - 1, end.row ?? MAX_ROWS - 1);
  const left = Math.min(parsed.start.column ?? 0, end.column ?? 0);
  const right = Math.max(parsed.start.column ?? MAX_COLUMNS - 1, end.column ?? MAX_COLUMNS - 1);
  return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

/** Rebuilds a formula with other references; `replace` returns the new text or `undefined` to keep the old one. */
export function mapReferences(formula: string, replace: (sheet: string | undefined, area: string) => string | undefined): string {
  let changed = false;
  const parts = tokenize(formula).map((token) => {
    if (token.kind !== 'reference') return token.text;
    const text = replace(token.sheet, token.area);
    if (text === undefined || text === token.text) return token.text;
    changed = true;
    return text;
  });
  return changed ? parts.join('') : formula;
}

const prefixOf = (sheet: string | undefined): string => (sheet === undefined ? '' : `${quoteSheetName(sheet)}!`);

/** The formula as it reads when it is copied `rows` down and `columns` right: relative parts move, `$` parts stay; off the sheet is `#REF!`. */
export function translateFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, (sheet, text) => {
    const area = parseArea(text);
    if (!area) return undefined;
    for (const corner of [area.start, area.end]) {
      if (!corner) continue;
      if (corner.row !== undefined && !corner.rowFixed) corner.row += rows;
      if (corner.column !== undefined && !corner.columnFixed) corner.column += columns;
      if ((corner.row ?? 0) < 0 || (corner.row ?? 0) >= MAX_ROWS || (corner.column ?? 0) < 0 || (corner.column ?? 0) >= MAX_COLUMNS) return `${prefixOf(sheet)}#REF!`;
    }
    return prefixOf(sheet) + formatArea(area);
  });
}

/** Rebuilds a reference around a moved rectangle, keeping its `$` marks and its form (cell, area, whole rows or columns). `undefined` rectangle = `#REF!`. */
export function moveArea(sheet: string | undefined, text: string, rect: Rect | undefined): string {
  const area = parseArea(text);
  if (!rect || !area) return `${prefixOf(sheet)}#REF!`;
  const end = area.end ?? { ...area.start };
  const place = (corner: Corner, row: number, column: number): void => {
    if (corner.row !== undefined) corner.row = row;
    if (corner.column !== undefined) corner.column = column;
  };
  place(area.start, rect.row, rect.column);
  place(end, rect.row + rect.rowCount - 1, rect.column + rect.columnCount - 1);
  return prefixOf(sheet) + formatArea(area.end || rect.rowCount > 1 || rect.columnCount > 1 ? { start: area.start, end } : { start: area.start });
}

/** The formula after a sheet was renamed. */
export function renameSheetInFormula(formula: string, from: string, to: string): string {
  const wanted = from.toLowerCase();
  if (!formula.toLowerCase().includes(wanted.replaceAll("'", "''"))) return formula;
  return tokenize(formula)
    .map((token) => {
      if (token.kind === 'reference' && token.sheet?.toLowerCase() === wanted) return `${quoteSheetName(to)}!${token.area}`;
      if (token.kind === 'sheet' && token.sheet.toLowerCase() === wanted) return `${quoteSheetName(to)}!`;
      return token.text;
    })
    .join('');
}

/** References to the sheet become `#REF!`, as after deleting it. */
export function dropSheetFromFormula(formula: string, name: string): string {
  const wanted = name.toLowerCase();
  return tokenize(formula)
    .map((token) => ((token.kind === 'reference' || token.kind === 'sheet') && token.sheet?.toLowerCase() === wanted ? '#REF!' : token.text))
    .join('');
}

/** The formula after a table was renamed. */
export function renameTableInFormula(formula: string, from: string, to: string): string {
  const tokens = tokenize(formula);
  return tokens.map((token, index) => (token.kind === 'name' && token.text.toLowerCase() === from.toLowerCase() && tokens[index + 1]?.kind === 'bracket' ? to : token.text)).join('');
}

const escapeColumn = (name: string): string => name.replace(/[[\]#']/g, "'$&");

/**
 * The formula after a column of `table` was renamed. `ownTable` says that the formula stands in this table, so that
 * `[@列]` without a table name means it too.
 */
export function renameColumnInFormula(formula: string, table: string, from: string, to: string, ownTable: boolean): string {
  const wanted = escapeColumn(from).toLowerCase();
  const tokens = tokenize(formula);
  return tokens
    .map((token, index) => {
      if (token.kind !== 'bracket') return token.text;
      const before = tokens[index - 1];
      const named = before?.kind === 'name';
      if (named ? before.text.toLowerCase() !== table.toLowerCase() : !ownTable) return token.text;
      return renameInBracket(token.text, wanted, escapeColumn(to));
    })
    .join('');
}

function renameInBracket(text: string, from: string, to: string): string {
  const inside = text.slice(1, -1);
  if (inside.toLowerCase() === from) return `[${to}]`;
  if (inside.startsWith('@') && inside.slice(1).toLowerCase() === from) return /^[\p{L}\p{N}_.]+$/u.test(to) ? `[@${to}]` : `[@[${to}]]`;
  return `[${inside.replace(/\[((?:'.|[^'[\]])*)\]/g, (whole, name: string) => (name.toLowerCase() === from ? `[${to}]` : whole))}]`;
}

/** True when the formula has a structured reference. */
export const hasStructuredReference = (formula: string): boolean => formula.includes('[') && tokenize(formula).some((token) => token.kind === 'bracket');
