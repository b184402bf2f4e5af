import { ExcelFailure, runExcel } from '../../excel/run';
import { linkName, type SheetKey } from '../../workbook/plan';
import type { Outcome } from './types';

/** Goes to a sheet of the retro by its link name, so a renamed sheet is found too. A deleted one is said, not searched for. */
export function openSheet(key: string): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    const name = context.workbook.names.getItemOrNullObject(linkName(key as SheetKey)).load('formula');
    await context.sync();
    if (name.isNullObject || String(name.formula).includes('#REF!')) throw new ExcelFailure('sheet-gone');
    const range = name.getRange();
    range.worksheet.activate();
    range.select();
    await context.sync();
  });
}
