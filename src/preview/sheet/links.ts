/** Where a cell leads to: its own hyperlink or the address of a HYPERLINK formula. */
import { tokenize } from '../../host/model/formula';
import { rangeOfFormula, type Place } from '../../host/model/range-formula';
import type { CellModel, HyperlinkModel, SheetModel } from '../../host/model/types';
import { cellKey } from '../../host/model/types';
import type { Session } from '../session/types';

/** Whether a cell leads somewhere, without evaluating its formula. */
export const hasLink = (cell: CellModel | undefined): boolean =>
  cell !== undefined && cell.value !== '' && (cell.hyperlink !== undefined || (cell.formula !== undefined && !cell.error && addressArgument(cell.formula) !== undefined));

/** The link of a cell; `undefined` when it has none or its formula gives no address. */
export function hyperlinkOf(session: Session, sheet: SheetModel, row: number, column: number): HyperlinkModel | undefined {
  const cell = sheet.cells.get(cellKey(row, column));
  if (cell?.hyperlink !== undefined) return cell.hyperlink;
  if (cell?.formula === undefined || cell.error || cell.value === '') return undefined;
  const argument = addressArgument(cell.formula);
  if (argument === undefined) return undefined;
  const result = session.evaluate(`=${argument}`, sheet, row, column);
  const address = result.error ? '' : String(result.value);
  if (address === '') return undefined;
  return address.startsWith('#') ? { documentReference: address.slice(1) } : { address };
}

/** Text of the first argument of the first HYPERLINK call. */
export function addressArgument(formula: string): string | undefined {
  if (!/hyperlink/i.test(formula)) return undefined;
  const tokens = tokenize(formula);
  const call = tokens.findIndex((token, index) => token.kind === 'name' && /^hyperlink$/i.test(token.text) && tokens[index + 1]?.text === '(');
  if (call < 0) return undefined;
  let depth = 0;
  let argument = '';
  for (const { kind, text } of tokens.slice(call + 2)) {
    if (kind === 'operator') {
      if (depth === 0 && (text === ',' || text === ')')) return argument;
      if (text === '(' || text === '{') depth++;
      if (text === ')' || text === '}') depth--;
    }
    argument += text;
  }
  return undefined;
}

/** The place a document reference names: `'1 回顾目标'!A4`, a cell of the current sheet, or a defined name. */
export const placeOf = (session: Session, reference: string): Place | undefined =>
  rangeOfFormula(session.book, reference, session.book.activeSheet, (formula) => session.evaluate(formula, session.book.activeSheet, 0, 0).value);
