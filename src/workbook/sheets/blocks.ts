import type { Language } from '../../i18n';
import { wordsOf } from '../columns';
import type { CellPlan, TableName } from '../plan';
import { columnOf, headerOf, text } from '../references';

/** Letters of a column, 0-based: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** `$AB$7`: a cell of the block beside a table, by 0-based row and column. */
export const cellAt = (row: number, column: number): string => `$${columnLetters(column)}$${row + 1}`;

/** Headings of a block, one a column. */
export const headingRow = (row: number, column: number, values: readonly string[]): CellPlan[] => values.map((value, offset): CellPlan => ({ row, column: column + offset, value, style: 'heading' }));

/** One figure of a block: a formula with its number format. */
export const figureCell = (row: number, column: number, formula: string, numberFormat: string): CellPlan => ({ row, column, formula, numberFormat, style: 'figure' });

/** Names of table columns in formulas outside the table. */
export const columnsOf = (table: TableName, language: Language) => (key: string): string => columnOf(table, headerOf(table, key, wordsOf(language)));

/** A text as MATCH looks for it and nothing else: `*`, `?` and `~` of a product's name are no search signs (`湿巾*3包`). */
const literalText = (reference: string): string => `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${reference},"~","~~"),"*","~*"),"?","~?")`;

/** A text as a criterion of SUMIFS and COUNTIFS that means just this text, even one that begins with `>` or `=`. */
export const equalTo = (reference: string): string => `"="&${literalText(reference)}`;

/**
 * Formula of a helper column that orders what a text column names: in the first row of each text the sum of `amount` over all its rows,
 * made different for every row by its number, else empty. `LARGE` over it gives the texts from the largest sum, without ties and
 * without functions that older Excel lacks. `marked` rows (the rest) are left out; `exact` leaves the row number out.
 */
export function orderFormula(table: TableName, textColumn: string, amount: string, mark: { readonly column: string; readonly value: string }, exact = false): string {
  const first = `IFERROR(MATCH(${literalText(`{${textColumn}}`)},{${table}.${textColumn}},0),0)=ROW()-ROW({${table}#${textColumn}})`;
  const sum = `ROUND(SUMIFS({${table}.${amount}},{${table}.${textColumn}},${equalTo(`{${textColumn}}`)}),2)`;
  return `=IF(OR({${textColumn}}="",{${mark.column}}=${mark.value}),"",IF(${first},${exact ? sum : `${sum}-ROW()/1000000`},""))`;
}

/** The text with the k-th largest order, or empty. */
export const nthName = (order: string, name: string, place: number): string => `IF(COUNT(${order})<${place},"",INDEX(${name},MATCH(LARGE(${order},${place}),${order},0)))`;

/** A name and its figure, line by line. */
export function factRows(row: number, column: number, title: string, facts: readonly (readonly [label: string, formula: string, numberFormat: string])[]): CellPlan[] {
  return [
    ...headingRow(row, column, [title, '']),
    ...facts.flatMap(([label, formula, numberFormat], index): CellPlan[] => [{ row: row + 1 + index, column, value: label, style: 'label' }, figureCell(row + 1 + index, column + 1, formula, numberFormat)]),
  ];
}

/**
 * Formula of a helper column that orders rows by a figure: the figure, made different for every row by its number; empty for the rest row
 * and without a figure. Amounts keep two digits, fractions six: the part of the row number lies below both.
 */
export function orderOf(figure: string, mark: { readonly column: string; readonly value: string }, kind: 'amount' | 'fraction' = 'amount'): string {
  const number = kind === 'amount' ? `ROUND({${figure}},2)-ROW()/1000000` : `ROUND({${figure}},6)-ROW()/1000000000`;
  return `=IF(OR(NOT(ISNUMBER({${figure}})),{${mark.column}}=${mark.value}),"",${number})`;
}

/** The rows with the largest figures of a table: place, name, and figures by their columns. */
export function topRows(top: number, column: number, places: number, titles: readonly string[], source: { readonly order: string; readonly name: string; /** what to paste or to fill when no row has the figure */ readonly none: string; readonly figures: readonly (readonly [column: string, numberFormat: string])[] }): CellPlan[] {
  const { order, name, figures, none } = source;
  return [
    ...headingRow(top, column, titles),
    ...Array.from({ length: places }, (_, index): CellPlan[] => {
      const row = top + 1 + index;
      const none1 = index === 0 ? `IF(COUNT(${order})=0,${text(none)},${nthName(order, name, 1)})` : nthName(order, name, index + 1);
      const few = `COUNT(${order})<${index + 1}`;
      return [
        figureCell(row, column, `=IF(${few},"",${index + 1})`, '0'),
        { row, column: column + 1, formula: `=${none1}`, style: 'label' },
        ...figures.map(([figure, numberFormat], offset) => figureCell(row, column + 2 + offset, `=IF(${few},"",INDEX(${figure},MATCH(LARGE(${order},${index + 1}),${order},0)))`, numberFormat)),
      ];
    }).flat(),
  ];
}
