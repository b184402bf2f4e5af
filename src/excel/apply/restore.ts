import type { CellPlan } from '../../workbook/plan';
import type { Writer } from '../writer';
import type { Placement } from './placement';

type Grid = readonly (readonly (string | number | boolean)[])[];

/**
 * Formulas outside the tables that speak of a table which was deleted and is back: written again beside the label they stand
 * beside, wherever people moved that line. A line whose label is gone stays gone.
 */
export async function restoreCells(writer: Writer, sheets: readonly (readonly [Placement, Excel.Worksheet])[], speaksOf: (formula: string | undefined) => boolean): Promise<void> {
  const wanted = sheets.flatMap(([placement, sheet]) => {
    const cells = placement.plan.cells.filter((cell) => speaksOf(cell.formula));
    return cells.length === 0 ? [] : [{ plan: placement.plan.cells, cells, sheet, used: sheet.getUsedRangeOrNullObject(true).load('values,rowIndex,columnIndex') }];
  });
  if (wanted.length === 0) return;
  await writer.queued(1);
  await writer.flush();
  for (const { plan, cells, sheet, used } of wanted) {
    if (used.isNullObject) continue;
    for (const cell of cells) {
      const label = labelOf(cell, plan);
      const place = label && findLabel(label, used.values as Grid, used.rowIndex, used.columnIndex);
      if (label === undefined || place === undefined) continue;
      await writer.queued(3);
      sheet.getCell(place.row, place.column + cell.column - label.column).formulas = [[atRow(cell.formula ?? '', cell.row, place.row)]];
    }
  }
}

/** The nearest text left of a formula in its row. */
function labelOf(cell: CellPlan, plan: readonly CellPlan[]): CellPlan | undefined {
  return plan.filter((other) => other.row === cell.row && other.column < cell.column && typeof other.value === 'string' && other.value !== '').sort((a, b) => b.column - a.column)[0];
}

/** Where the label stands now: where it was planned, else further down or up in its column, else anywhere. */
function findLabel(label: CellPlan, values: Grid, firstRow: number, firstColumn: number): { readonly row: number; readonly column: number } | undefined {
  const places = values.flatMap((line, row) => line.flatMap((value, column) => (value === label.value ? [{ row: firstRow + row, column: firstColumn + column }] : [])));
  return places.find(({ row, column }) => row === label.row && column === label.column) ?? places.find(({ column }) => column === label.column) ?? places[0];
}

/** A formula that points to its own row points to the row it stands in now. */
const atRow = (formula: string, planned: number, row: number): string => (planned === row ? formula : formula.replace(new RegExp(`(?<![\\w$!'])(\\$?[A-Z]{1,3}\\$?)${planned + 1}(?![\\w(])`, 'g'), `$1${row + 1}`));
