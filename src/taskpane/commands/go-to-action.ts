import { ExcelFailure, runExcel } from '../../excel/run';
import { languages, messages } from '../../i18n';
import type { ActionPlace, Outcome } from './types';

const TABLE = 'tblAction';

/** Selects a cell of an action. The row is looked for by its id, because the table may have been sorted since it was read; only a row without id is gone to by its place. */
export function goToAction({ id, sheetRow, field }: ActionPlace): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(TABLE);
    const columns = table.columns.load('items/name');
    const header = table.getHeaderRowRange().load('rowIndex,columnIndex');
    await context.sync();
    if (table.isNullObject) throw new ExcelFailure('sheet-gone');
    const indexOf = (key: 'id' | 'what' | 'owner' | 'deadline' | 'status' | 'source'): number => {
      const headers: readonly string[] = languages.map((language) => messages[language].workbook.columns.tblAction[key]);
      return columns.items.findIndex((column) => headers.includes(column.name));
    };
    const ids = table.getDataBodyRange().getColumn(Math.max(indexOf('id'), 0)).load('values');
    await context.sync();
    const found = (ids.values as unknown[][]).findIndex(([value]) => id !== '' && String(value) === id);
    const row = found >= 0 ? header.rowIndex + 1 + found : sheetRow - 1;
    const sheet = table.worksheet;
    sheet.activate();
    sheet.getCell(row, header.columnIndex + Math.max(indexOf(field), 0)).select();
    await context.sync();
  });
}
