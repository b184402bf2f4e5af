/** Where a cell leads to: its own hyperlink or the address of a HYPERLINK formula. */
import { parseAddress } from '../../host/model/address';
import { tokenize } from '../../host/model/formula';
import type { CellModel, HyperlinkModel, Rect, SheetModel, WorkbookModel } from '../../host/model/types';
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
export function placeOf(book: WorkbookModel, reference: string): { readonly sheet: SheetModel; readonly rect: Rect } | undefined {
  const named = book.names.find(({ name }) => name.toLowerCase() === reference.toLowerCase());
  const table = book.tables.find(({ name }) => name.toLowerCase() === reference.toLowerCase());
  if (table !== undefined) return { sheet: table.sheet, rect: table.range };
  const address = parseAddress((named?.formula ?? reference).replace(/^=/, ''));
  if (address === undefined) return undefined;
  const sheet = address.sheet === undefined ? book.activeSheet : book.sheets.find(({ name }) => name.toLowerCase() === address.sheet?.toLowerCase());
  return sheet === undefined ? undefined : { sheet, rect: address.rect };
}
