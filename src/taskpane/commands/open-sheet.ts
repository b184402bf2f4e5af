import { runExcel } from '../../excel/run';
import { linkName, type SheetKey } from '../../workbook/plan';
import type { Outcome } from './types';

/** Goes to a sheet of the retro by its link name, so a renamed sheet is found too. */
export function openSheet(key: string): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    const range = context.workbook.names.getItem(linkName(key as SheetKey)).getRange();
    range.worksheet.activate();
    range.select();
    await context.sync();
  });
}
