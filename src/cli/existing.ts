import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { openXlsx, type Dropped, type OpenFailure } from '../host/files/open';
import { parseAddress } from '../host/model/address';
import { cellKey, type CellValue, type WorkbookModel } from '../host/model/types';
import { fromSerial } from '../retro/dates';
import type { RetroEvent } from '../retro/types';
import { nameOfSheet, sheetOfTable } from '../workbook/snapshot';

/** Why a workbook named on the command line cannot be used. */
export type ExistingProblem = OpenFailure | { readonly code: 'missing' } | { readonly code: 'unreadable'; readonly reason: string } | { readonly code: 'not-retro' };

export interface ExistingWorkbook {
  readonly ok: true;
  readonly book: WorkbookModel;
  /** what the host cannot carry along */
  readonly dropped: readonly Dropped[];
  /** as the cover says */
  readonly event: RetroEvent | undefined;
}

/** No workbook of a retro is nearly as big; larger files are not even read. */
const LARGEST_FILE = 512 << 20;

/** Opens a retro workbook that a person has worked in. Never throws for what is in the file. */
export async function openExisting(path: string): Promise<ExistingWorkbook | { readonly ok: false; readonly problem: ExistingProblem }> {
  const problem = (found: ExistingProblem): { readonly ok: false; readonly problem: ExistingProblem } => ({ ok: false, problem: found });
  const kind = await stat(path).catch(() => undefined);
  if (kind === undefined) return problem({ code: 'missing' });
  if (kind.isDirectory()) return problem({ code: 'not-xlsx' });
  if (kind.size > LARGEST_FILE) return problem({ code: 'too-large', megabytes: Math.ceil(kind.size / (1 << 20)) });
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(path));
  } catch (error) {
    return problem({ code: 'unreadable', reason: String((error as { readonly message?: unknown }).message ?? error) });
  }
  const opened = openXlsx(bytes, basename(path));
  if (!opened.ok) return problem(opened.failure);
  const { book, dropped } = opened;
  if (!isRetro(book)) return problem({ code: 'not-retro' });
  return { ok: true, book, dropped, event: eventOf(book) };
}

/** True when the workbook holds a table of ours: copies from other programs may have lost everything else. */
const isRetro = (book: WorkbookModel): boolean => book.tables.some((table) => Object.hasOwn(sheetOfTable, table.name));

/** The event as the named cells of the cover say; undefined without them. */
function eventOf(book: WorkbookModel): RetroEvent | undefined {
  const name = namedValue(book, nameOfSheet.cover);
  if (name === undefined) return undefined;
  const text = (of: string): string => String(namedValue(book, of) ?? '').trim();
  const date = (of: string): string | undefined => {
    const value = namedValue(book, of);
    return typeof value === 'number' ? fromSerial(value) : undefined;
  };
  const [start, end, next, shop] = [date('retroStart'), date('retroEnd'), text('retroNext'), text('retroShop')];
  return { name: String(name).trim(), ...(start && { start }), ...(end && { end }), ...(next && { next }), ...(shop && { shop }) };
}

/** Value of the cell a defined name refers to. */
function namedValue(book: WorkbookModel, name: string): CellValue | undefined {
  const found = book.names.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  const address = parseAddress((found?.formula ?? '').replace(/^=/, ''));
  const sheet = book.sheets.find((candidate) => candidate.name === address?.sheet);
  return address === undefined || sheet === undefined ? undefined : (sheet.cells.get(cellKey(address.rect.row, address.rect.column))?.value ?? '');
}
