import { compareWithCopy, takeOver, type TakenOver } from '../../src/excel/take-over';
import type { Host } from '../../src/host';
import { openXlsx } from '../../src/host/files/open';
import { saveWorkbook } from '../../src/host/files/save';
import type { WorkbookModel } from '../../src/host/model/types';
import { readTables } from '../../src/intake/xlsx/read-tables';
import { readReturned, type CopyComparison, type ReturnedCopy } from '../../src/workbook/copies';
import { isNewRow, type Chosen } from '../../src/workbook/copies/chosen';
import type { Outcome } from '../../src/excel/run';
import { addressOf, rowsOf } from '../support/excel';
import { clock, openCopy, valueOf } from './track-support';

/** The file as a colleague's computer has it: saved, and opened there. */
export async function sendTo(book: WorkbookModel): Promise<Host> {
  const opened = openXlsx(saveWorkbook(book), 'copy.xlsx');
  if (!opened.ok) throw new Error(opened.failure.code);
  return openCopy(opened.book);
}

/** What the colleague sends back, as the pane reads it. */
export function sendBack(book: WorkbookModel): ReturnedCopy {
  const content = readTables(saveWorkbook(book));
  const copy = 'kind' in content ? undefined : readReturned(content);
  if (copy === undefined) throw new Error('not read');
  return copy;
}

/** Types or pastes into a cell of a table. */
export function fillIn(host: Host, table: string, row: number, header: string, text: string): void {
  const { sheet, address } = addressOf(host.book, table, row, header);
  const refused = host.userEdit(sheet, address, [[text]]);
  if (refused !== undefined) throw refused;
}

export async function compare(copy: ReturnedCopy): Promise<CopyComparison> {
  const compared = valueOf(await compareWithCopy({ copy, today: clock.today }));
  if (!compared.same) throw new Error('another retro');
  return compared.comparison;
}

export const choicesOf = ({ tables }: CopyComparison): Chosen[] => tables.flatMap(({ rows, added }): Chosen[] => [...rows.flatMap(({ cells }) => cells), ...added]);
export const suggestionsOf = (comparison: CopyComparison): Chosen[] => choicesOf(comparison).filter(({ suggested }) => suggested);
export const tryTake = (copy: ReturnedCopy, chosen: readonly Chosen[], from = '小周'): Promise<Outcome<TakenOver>> => takeOver({ ...clock, copy, chosen, from });
export const take = async (copy: ReturnedCopy, chosen: readonly Chosen[], from?: string): Promise<TakenOver> => valueOf(await tryTake(copy, chosen, from));
export const shown = (choices: readonly Chosen[]): string[] => choices.map((one) => (isNewRow(one) ? `+ ${one.copyId} ${one.label}` : `${one.kind} ${one.id} ${one.column}: ${one.shown.mine}|${one.shown.theirs}`));

/** Lines of 变更记录 with who. */
export const linesOf = (host: Host): string[] => (host.book.tables.some(({ name }) => name === 'tblChange') ? rowsOf(host, 'tblChange') : []).filter((row) => row['行动编号'] !== '')
  .map((row) => [row['行动编号'], row['字段'], `${String(row['原值'])}→${String(row['新值'])}`, row['怎么发现的'], row['谁'], row['原话']].filter((part) => part !== '').join(' '));
