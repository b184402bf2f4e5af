import type { Messages } from '../../i18n';
import { fingerprint } from '../../workbook/limits';
import type { BaseRow, TableSnapshot } from '../../workbook/snapshot';
import { BASE_TABLE } from '../read-workbook';
import type { Writer } from '../writer';

const HEADER_ROW = 2;

/** One row of the base copy as it stands in the sheet. */
export type BaseLine = readonly [table: string, id: string, content: string];

/** `key` is `table|id`. */
export function baseLine(key: string, row: BaseRow): BaseLine {
  const at = key.indexOf('|');
  const values = Object.fromEntries(Object.entries(row.values).map(([name, value]) => [name, fingerprint(value)]));
  return [key.slice(0, at), key.slice(at + 1), JSON.stringify({ k: row.naturalKey, v: values })];
}

/**
 * Writes the hidden base copy (DESIGN rule 3): one row per row of the workbook's tables, as text. The sheet is hidden, not
 * very hidden, and says in its first row what it is. Answers the table as it stands now, for the next write of the same run.
 */
export async function writeBase(writer: Writer, sheets: Excel.WorksheetCollection, lines: readonly BaseLine[], existing: TableSnapshot | undefined, sheetName: string, adopted: { readonly exists: boolean; readonly tables: readonly string[] }, words: Messages['workbook']): Promise<TableSnapshot> {
  const sheet = existing ? sheets.getItem(existing.sheet) : adopted.exists ? sheets.getItem(sheetName) : sheets.add(sheetName);
  const row = existing?.row ?? HEADER_ROW;
  const column = existing?.column ?? 0;
  const rows = Math.max(lines.length, existing?.rows.length ?? 0, 1);
  const body: (readonly string[])[] = [...lines];
  while (body.length < rows) body.push(['', '', '']);
  await writer.queued(12);
  const area = sheet.getRangeByIndexes(row, column, rows + 1, 3);
  if (existing === undefined) {
    sheet.visibility = 'Hidden';
    sheet.getCell(0, 0).values = [[words.baseNote]];
  } else if (rows > existing.rows.length) sheet.tables.getItem(BASE_TABLE).resize(area);
  area.numberFormat = '@' as unknown as string[][];
  await writer.values(sheet, row, column, [[words.baseColumns.table, words.baseColumns.id, words.baseColumns.content]]);
  await writer.values(sheet, row + 1, column, body);
  if (existing === undefined) {
    const [left] = adopted.tables;
    const table = left === undefined ? sheet.tables.add(area, true) : sheet.tables.getItem(left);
    if (left !== undefined) table.resize(area);
    table.name = BASE_TABLE;
  }
  return { name: BASE_TABLE, sheet: existing?.sheet ?? sheetName, row, column, headers: Object.values(words.baseColumns), rows: body, filtered: false, contentBelow: false };
}
