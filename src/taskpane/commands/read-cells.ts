import { readCells as copyCells, type CopiedRange } from '../../excel/read-selection';
import { runExcel } from '../../excel/run';
import { tableFromRange } from '../../intake/excel-range';
import type { CellsInput } from '../state/types';
import type { CellsWanted, Outcome } from './types';

/** Cells of the open workbook as text by what their formats mean: ids in full, no `####` of a narrow column. */
export function readCells(what: CellsWanted): Promise<Outcome<CellsInput>> {
  return runExcel(async (context) => {
    const range = await copyCells(context, what);
    return { name: nameOf(range, what), cells: tableFromRange(...range.pieces) };
  });
}

/** `客服!B3:F20`, or the sheet; the sign that parts a sheet from its file must not stand in it. */
function nameOf({ sheet, address }: CopiedRange, what: CellsWanted): string {
  return (what === 'sheet' ? sheet : address).replaceAll('#', '＃');
}
