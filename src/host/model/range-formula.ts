/** The cells a formula stands for, where a range is wanted: the source of a dropdown, the goal of a link. */
import { areaRect, tokenize, type Token } from './formula';
import type { CellValue, Rect, SheetModel, WorkbookModel } from './types';
import { findName, findSheet, findTable } from './workbook';

export interface Place {
  readonly sheet: SheetModel;
  readonly rect: Rect;
}

/** Names inside names: deeper than this is a circle. */
const MAX_DEPTH = 10;

/**
 * `A1:B9`, `配置!$A$5:$A$9`, a defined name, a table, or a range whose end is found by `INDEX`
 * (`$A$5:INDEX($A$5:$A$99,COUNTA($A$5:$A$99))`); with or without `=`. Anything else → undefined.
 * `evaluate` answers the row number inside `INDEX`.
 */
export function rangeOfFormula(book: WorkbookModel, formula: string, home: SheetModel, evaluate: (formula: string) => CellValue, depth = 0): Place | undefined {
  const tokens = tokenize(formula).filter((token) => token.kind !== 'space');
  const [first, colon, call, open, ...rest] = tokens[0]?.text === '=' ? tokens.slice(1) : tokens;
  if (first === undefined) return undefined;
  const start = first.kind === 'reference' ? referencePlace(book, first, home) : first.kind === 'name' && colon === undefined ? namedPlace(first.text) : undefined;
  if (start === undefined || colon === undefined) return start;
  if (colon.text !== ':' || call?.kind !== 'name' || call.text.toUpperCase() !== 'INDEX' || open?.text !== '(' || rest.at(-1)?.text !== ')') return undefined;
  const [area, comma, ...row] = rest.slice(0, -1);
  const column = area?.kind === 'reference' ? referencePlace(book, area, start.sheet) : undefined;
  const number = Number(evaluate(`=${row.map((token) => token.text).join('')}`));
  if (column === undefined || comma?.text !== ',' || !Number.isInteger(number) || number < 1 || number > column.rect.rowCount) return undefined;
  return { sheet: start.sheet, rect: { ...start.rect, rowCount: column.rect.row + number - start.rect.row } };

  function namedPlace(text: string): Place | undefined {
    const table = findTable(book, text);
    if (table !== undefined) return { sheet: table.sheet, rect: table.range };
    const name = findName(book, text);
    return name === undefined || depth >= MAX_DEPTH ? undefined : rangeOfFormula(book, name.formula, home, evaluate, depth + 1);
  }
}

function referencePlace(book: WorkbookModel, token: Extract<Token, { kind: 'reference' }>, home: SheetModel): Place | undefined {
  const sheet = token.sheet === undefined ? home : findSheet(book, token.sheet);
  const rect = areaRect(token.area);
  return sheet === undefined || rect === undefined ? undefined : { sheet, rect };
}
