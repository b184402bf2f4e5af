/**
 * Excel formula → formula for the engine. The engine knows cells, sheets and functions; it does not know tables,
 * non-ASCII names, an injected clock, `HYPERLINK`, or the `--` idiom. Those are written in its words here.
 */
import { tokenize, type Token } from '../model/formula';
import type { NameModel, SheetModel, TableModel } from '../model/types';
import { rangeArguments } from './range-arguments';
import { parseStructuredReference, structuredReferenceToA1 } from './structured-references';

/** What names mean in a workbook. Keys are lower case: Excel's names have no case. */
export interface NameSpace {
  readonly sheets: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, TableModel>;
  readonly names: ReadonlyMap<string, NameModel>;
  /** references of the cells that hold today's date and the present moment, in the engine's words */
  readonly clock: { readonly today: string; readonly now: string };
  /** translations by place and formula; in a table every row of a calculated column has the same one but for its row number */
  readonly translated: Map<string, EngineFormula>;
}

/** Where a formula stands. */
export interface FormulaPlace {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  /** The formula is calculated in a cell of another sheet: references without a sheet get this one's name, `ROW()` its number. */
  readonly elsewhere?: boolean;
}

export interface EngineFormula {
  /** with leading `=` */
  readonly formula: string;
  /** what does not exist, in words for a log */
  readonly problems: readonly string[];
}

/** Names inside names: deeper than this is a circle. */
const MAX_NAME_DEPTH = 20;

export const createNameSpace = (book: { sheets: readonly SheetModel[]; tables: readonly TableModel[]; names: readonly NameModel[] }, clock: NameSpace['clock']): NameSpace => ({
  sheets: new Map(book.sheets.map(({ name }) => [name.toLowerCase(), name])),
  tables: new Map(book.tables.map((table) => [table.name.toLowerCase(), table])),
  names: new Map(book.names.map((name) => [name.name.toLowerCase(), name])),
  clock,
  translated: new Map(),
});

/** All that a translation depends on: while it is the same, so are the translations. */
export const nameSpaceKey = (book: { sheets: readonly SheetModel[]; tables: readonly TableModel[]; names: readonly NameModel[] }): string =>
  JSON.stringify([book.sheets.map(({ id, name }) => [id, name]), book.tables.map(({ id, name, sheet, range, columns, showTotals }) => [id, name, sheet.id, range, columns.map((column) => column.name), showTotals]), book.names.map(({ name, formula }) => [name, formula])]);

/** The engine understands every sheet name in apostrophes, so all of them are. */
const prefix = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'!`;

/** A single reference, with or without a sheet: what a name may stand for without parentheses around it. */
const isPlainReference = (formula: string): boolean => {
  const [token, ...rest] = tokenize(formula);
  return token?.kind === 'reference' && rest.length === 0;
};

/** In a TEXT format the engine takes 年, 月, 日, 秒 … for mistakes unless they are quoted. */
const quoteFormatLiterals = (code: string): string =>
  code.replace(/"[^"]*"|\\[\s\S]|\[[^\]]*\]|[^\p{ASCII}"]+/gu, (part) => (/^["\\[]/.test(part) ? part : `"${part}"`));

/** Stands for the formula's own row number in a translation that serves a whole column. */
const OWN_ROW = '\u0001';

const END: Token = { kind: 'space', text: '' };

class Writer {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly space: NameSpace,
    private readonly place: FormulaPlace,
    private readonly problems: string[],
    private readonly depth = 0,
  ) {}

  /** The whole formula, without `=`. */
  write(): string {
    let out = '';
    while (this.at < this.tokens.length) {
      out += this.expression();
      out += this.take().text; // a parenthesis or comma that nothing opened: the engine reports it
    }
    return out;
  }

  private peek(offset = 0): Token {
    return this.tokens[this.at + offset] ?? END;
  }

  private isOperator(text: string, offset = 0): boolean {
    const token = this.peek(offset);
    return token.kind === 'operator' && token.text === text;
  }

  private take(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  private fail(problem: string, error = '#REF!'): string {
    this.problems.push(problem);
    return error;
  }

  /** Everything up to an unopened `)` or `,` or the end. */
  private expression(): string {
    let out = '';
    let afterOperand = false;
    while (this.at < this.tokens.length && !this.isOperator(')') && !this.isOperator(',')) {
      const { kind, text } = this.peek();
      if (kind === 'space') {
        out += this.take().text;
      } else if (afterOperand && kind === 'operator' && text !== '(' && text !== '{') {
        out += this.take().text;
        afterOperand = false;
      } else {
        out += this.operand();
        afterOperand = true;
      }
    }
    return out;
  }

  /**
   * One value with its signs and what hangs on it: `-A1`, `@A1`, `(…)`, `SUM(…)%`, `A1:INDEX(…)`.
   * `--x` makes numbers of TRUE, FALSE and text; the engine drops both signs, so it is written `(1*x)`.
   */
  private operand(): string {
    if (this.isOperator('-') && this.isOperator('-', 1)) {
      this.at += 2;
      return `(1*${this.operand()})`;
    }
    if (['-', '+', '@'].some((sign) => this.isOperator(sign))) return this.take().text + this.operand();
    let out = this.peek().kind === 'space' ? this.take().text : '';
    const sheetBefore = this.peek().kind === 'reference';
    out += this.primary();
    while (this.isOperator('%')) out += this.take().text;
    if (this.isOperator('#')) {
      this.take();
      return this.fail('a reference to a spilled array (#) is not supported');
    }
    if (!this.isOperator(':')) return out;
    const end = this.peek(1);
    this.at += 1;
    // 'S'!A1:'S'!B2 is the same as 'S'!A1:B2
    if (sheetBefore && end.kind === 'reference') return `${out}:${(this.take(), end.area)}`;
    return `${out}:${this.primary()}`;
  }

  private primary(): string {
    const token = this.take();
    switch (token.kind) {
      case 'reference':
        return token.sheet === undefined ? this.here(token.area) : this.onSheet(token.sheet, token.area);
      case 'sheet': {
        const name = this.take().text;
        const named = this.space.names.get(name.toLowerCase());
        return named === undefined ? this.onSheet(token.sheet, name) : this.nameReference(named.formula);
      }
      case 'bracket':
        return this.ownTableReference(token.text);
      case 'name':
        return this.isOperator('(') ? this.call(token.text) : this.name(token.text);
      case 'operator':
        if (token.text === '(') return `(${this.list().join(',')})`;
        return token.text === '{' ? this.arrayConstant() : token.text;
      default:
        return token.text;
    }
  }

  /** Arguments up to the closing parenthesis, which is consumed. */
  private list(): string[] {
    const list: string[] = [];
    for (;;) {
      list.push(this.expression());
      if (this.take().text !== ',') return list;
    }
  }

  private arrayConstant(): string {
    let out = '{';
    while (this.at < this.tokens.length) {
      const { text } = this.take();
      out += text;
      if (text === '}') break;
    }
    return out;
  }

  private onSheet(sheet: string, area: string): string {
    const known = this.space.sheets.get(sheet.toLowerCase());
    return known === undefined ? this.fail(`there is no sheet ${sheet}`) : prefix(known) + area;
  }

  /** A reference to the formula's own sheet. */
  private here(area: string): string {
    return this.place.elsewhere === true ? prefix(this.place.sheet.name) + area : area;
  }

  private ownTableReference(bracket: string): string {
    const own = tableAt(this.space, this.place);
    return own === undefined ? this.fail(`${bracket} stands outside of a table`) : this.tableReference(own, bracket);
  }

  private tableReference(table: TableModel, bracket: string): string {
    const reference = parseStructuredReference(bracket);
    const area = reference === undefined ? '#REF!' : structuredReferenceToA1(table, reference, this.place.row);
    if (area.startsWith('#')) return this.fail(`${table.name}${bracket} does not exist here`, area);
    const anyRow = reference?.items.includes('#This Row') === true ? area.replace(/(?<=[A-Z])\d+/g, OWN_ROW) : area;
    return table.sheet.id === this.place.sheet.id ? this.here(anyRow) : prefix(table.sheet.name) + anyRow;
  }

  private name(text: string): string {
    const table = this.space.tables.get(text.toLowerCase());
    if (this.peek().kind === 'bracket') {
      const bracket = this.take().text;
      return table === undefined ? this.fail(`there is no table ${text}`) : this.tableReference(table, bracket);
    }
    const named = this.space.names.get(text.toLowerCase());
    if (named !== undefined) return this.nameReference(named.formula);
    return table === undefined ? text : this.tableReference(table, '[]');
  }

  private nameReference(formula: string): string {
    if (this.depth >= MAX_NAME_DEPTH) return this.fail('names refer to each other in a circle', '#NAME?');
    const tokens = tokenize(formula).slice(formula.startsWith('=') ? 1 : 0);
    const inner = new Writer(tokens, this.space, this.place, this.problems, this.depth + 1).write().trim();
    return isPlainReference(inner) ? inner : `(${inner})`;
  }

  private call(written: string): string {
    this.take();
    const name = written.replace(/^(?:_xlfn\.|_xlws\.)+/i, '').toUpperCase();
    const list = this.list();
    const empty = list.length === 1 && list[0]?.trim() === '';
    switch (name) {
      case 'TODAY':
        if (empty) return this.space.clock.today;
        break;
      case 'NOW':
        if (empty) return this.space.clock.now;
        break;
      case 'ROW':
      case 'COLUMN':
        if (empty && this.place.elsewhere === true) return String((name === 'ROW' ? this.place.row : this.place.column) + 1);
        break;
      case 'HYPERLINK':
        if (!empty && list.length <= 2) return `(${list[1] ?? list[0] ?? ''})`;
        break;
      case 'TEXT': {
        const format = list[1]?.trim() ?? '';
        if (/^"(?:[^"]|"")*"$/.test(format)) list[1] = `"${quoteFormatLiterals(format.slice(1, -1).replaceAll('""', '"')).replaceAll('"', '""')}"`;
        break;
      }
    }
    return `${name}(${rangeArguments(name, list).join(',')})`;
  }
}

/** The table a place lies in. */
function tableAt(space: NameSpace, { sheet, row, column }: FormulaPlace): TableModel | undefined {
  for (const table of space.tables.values()) {
    const { range } = table;
    if (table.sheet.id === sheet.id && row >= range.row && row < range.row + range.rowCount && column >= range.column && column < range.column + range.columnCount) return table;
  }
  return undefined;
}

/**
 * The formula (with `=`) as the engine understands it. Never fails: a reference to nothing becomes the error value
 * Excel shows (`#REF!`, `#NAME?`, `#VALUE!`) and is named in `problems`.
 */
export const toEngineFormula = (formula: string, space: NameSpace, place: FormulaPlace): EngineFormula => {
  const table = place.elsewhere === true ? undefined : tableAt(space, place);
  // Outside a table's data rows `@` may fail, row by row: no translation is shared there.
  const shared = table !== undefined && place.row > table.range.row;
  const key = shared ? `${place.sheet.id} ${table.id} ${formula}` : `${place.sheet.id} ${place.row} ${place.column} ${String(place.elsewhere === true)} ${formula}`;
  const known = space.translated.get(key);
  const translation = known ?? translate(formula, space, place);
  if (known === undefined) space.translated.set(key, translation);
  return { formula: translation.formula.replaceAll(OWN_ROW, String(place.row + 1)), problems: translation.problems };
};

function translate(formula: string, space: NameSpace, place: FormulaPlace): EngineFormula {
  const problems: string[] = [];
  const tokens = tokenize(formula).slice(formula.startsWith('=') ? 1 : 0);
  return { formula: `=${new Writer(tokens, space, place, problems).write()}`, problems };
}
