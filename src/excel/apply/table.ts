import { headerLines } from '../../workbook/columns';
import type { ColumnPlan, PlanValue, RowPlan, SheetPlan, TablePlan } from '../../workbook/plan';
import type { TableMerge } from '../../workbook/merge';
import type { TableSnapshot } from '../../workbook/snapshot';
import type { Writer } from '../writer';
import { appendRows } from './append';
import { formulaActions } from './cells';
import { look, widthInPoints } from './look';
import type { Placement, TablePlace } from './placement';

/** Creates a table where there is none: formats first (text stays text), then values, then the table, then its name. */
export async function createTable(writer: Writer, sheet: Excel.Worksheet, placement: Placement, plan: TablePlan): Promise<TablePlace> {
  const { headerRow } = placement.plan;
  const width = plan.columns.length;
  const rowCount = plan.rows.length;
  await writeFormats(writer, sheet, plan.columns, plan.rows, headerRow + 1, (index) => index);
  await writer.values(sheet, headerRow, 0, [plan.columns.map((column) => column.header)]);
  await writer.values(sheet, headerRow + 1, 0, plan.rows.map((row) => plan.columns.map((column) => contentOf(row, column))));
  await writer.queued(8);
  const range = sheet.getRangeByIndexes(headerRow, 0, rowCount + 1, width);
  // A run that broke off may have left the table without its name.
  const [left] = placement.snapshot?.tables ?? [];
  const table = left === undefined ? sheet.tables.add(range, true) : sheet.tables.getItem(left);
  if (left !== undefined) table.resize(range);
  table.name = plan.name;
  table.style = 'TableStyleLight1';
  table.showBandedRows = false;
  return { name: plan.name, sheet: placement.name, row: headerRow, column: 0, rowCount, width, index: new Map(plan.columns.map((column, index) => [column.key, index])) };
}

/** Writes the merge into an existing table: single cells, then new rows below. Never moves or rewrites what is there. */
export async function updateTable(writer: Writer, sheet: Excel.Worksheet, existing: TableSnapshot, sheetPlan: SheetPlan, plan: TablePlan, merge: TableMerge): Promise<TablePlace> {
  const firstRow = existing.row + 1;
  for (const write of merge.writes) {
    await writer.queued(4);
    const cell = sheet.getCell(firstRow + write.row, existing.column + write.column);
    if (write.numberFormat !== undefined) cell.numberFormat = [[write.numberFormat]];
    cell.values = [[write.value ?? '']];
  }
  for (const { row, column, numberFormat } of merge.formats) {
    await writer.queued(2);
    sheet.getCell(firstRow + row, existing.column + column).numberFormat = [[numberFormat]];
  }
  const width = existing.headers.length;
  const place: TablePlace = { name: plan.name, sheet: existing.sheet, row: existing.row, column: existing.column, rowCount: existing.rows.length + merge.appended.length, width, index: merge.columnIndex };
  if (merge.appended.length === 0) return place;
  if (plan.appendOnly === true) {
    await appendRows(writer, sheet, sheet.tables.getItem(plan.name), plan.columns, { index: merge.columnIndex, width, contentBelow: existing.contentBelow }, merge.appended);
    return place;
  }
  const below = firstRow + existing.rows.length;
  const target = sheet.getRangeByIndexes(below, existing.column, merge.appended.length, width);
  // What a person keeps under the table moves down; the table never swallows it.
  if (existing.contentBelow) (hasSideCells(sheetPlan, plan) ? target : target.getEntireRow()).insert('Down');
  await writer.queued(4);
  sheet.tables.getItem(plan.name).resize(sheet.getRangeByIndexes(existing.row, existing.column, place.rowCount + 1, width));
  await writeFormats(writer, sheet, plan.columns, merge.appended, below, (index) => {
    const at = merge.columnIndex.get(plan.columns[index]?.key ?? '');
    return at === undefined ? undefined : existing.column + at;
  });
  const keys = new Map([...merge.columnIndex].map(([key, index]) => [index, plan.columns.find((column) => column.key === key)]));
  await writer.values(sheet, below, existing.column, merge.appended.map((row) => Array.from({ length: width }, (_, index) => {
    const column = keys.get(index);
    return column === undefined ? null : contentOf(row, column);
  })));
  return place;
}

/** Whether cells stand beside the table, which rows inserted for the table must not tear apart. */
export const hasSideCells = (sheetPlan: Pick<SheetPlan, 'cells'>, plan: TablePlan): boolean => sheetPlan.cells.some((cell) => cell.column >= plan.columns.length);

/** What stands in a cell of a row as planned; formulas come later. */
function contentOf(row: RowPlan, column: ColumnPlan): PlanValue {
  if (column.role === 'formula') return null;
  const value = column.key === 'id' ? (row.id === '' ? null : row.id) : (row.values[column.key] ?? null);
  return value;
}

/** Formulas of the whole column, the same in every row (DESIGN rule 5), once all tables stand. */
export async function writeFormulas(writer: Writer, sheet: Excel.Worksheet, plan: TablePlan, place: TablePlace, which: (formula: string) => boolean = () => true): Promise<void> {
  for (const column of plan.columns) {
    const index = place.index.get(column.key);
    if (column.formula === undefined || index === undefined || !which(column.formula)) continue;
    await writer.queued(4 + formulaActions(column.formula));
    sheet.getRangeByIndexes(place.row + 1, place.column + index, place.rowCount, 1).formulas = column.formula as unknown as string[][];
  }
}

async function writeFormats(writer: Writer, sheet: Excel.Worksheet, columns: readonly ColumnPlan[], rows: readonly RowPlan[], firstRow: number, at: (index: number) => number | undefined): Promise<void> {
  for (const [index, column] of columns.entries()) {
    const place = at(index);
    if (place === undefined) continue;
    const formats = rows.map((row) => row.formats?.[column.key] ?? column.numberFormat);
    const [first = 'General'] = formats;
    if (formats.every((format) => format === first)) {
      if (first === 'General') continue;
      await writer.queued(2);
      sheet.getRangeByIndexes(firstRow, place, rows.length, 1).numberFormat = first as unknown as string[][];
    } else await writer.numberFormats(sheet, firstRow, place, formats.map((format) => [format]));
  }
}

/** Fonts, widths, wrapping, header colours, frozen header (the add-in's look of a table it just made). */
export async function writeLook(writer: Writer, sheet: Excel.Worksheet, sheetPlan: SheetPlan, plan: TablePlan, place: TablePlace): Promise<void> {
  const whole = sheet.getRangeByIndexes(place.row, place.column, place.rowCount + 1, place.width);
  whole.format.font.name = look.font;
  whole.format.verticalAlignment = 'Center';
  const header = sheet.getRangeByIndexes(place.row, place.column, 1, place.width);
  header.format.font.bold = true;
  header.format.fill.color = look.header.fill;
  header.format.font.color = look.header.font;
  header.format.wrapText = true;
  header.format.rowHeight = Math.max(30, 16.5 * Math.max(...plan.columns.map((column) => headerLines(column.header, column.width))));
  await writer.queued(12);
  for (const column of plan.columns) {
    const index = place.index.get(column.key);
    if (index === undefined) continue;
    await writer.queued(8);
    const body = sheet.getRangeByIndexes(place.row + 1, place.column + index, place.rowCount, 1);
    body.format.columnWidth = widthInPoints(column.width);
    if (column.wrap === true) body.format.wrapText = true;
    if (column.align !== undefined) body.format.horizontalAlignment = column.align;
    const cell = sheet.getCell(place.row, place.column + index);
    cell.format.horizontalAlignment = column.align === 'Right' ? 'Right' : column.align === 'Center' ? 'Center' : 'Left';
    if (column.role === 'typed') {
      cell.format.fill.color = look.typedHeader.fill;
      cell.format.font.color = look.typedHeader.font;
    }
  }
  await writer.queued(4);
  const divider = header.format.borders.getItem('InsideVertical');
  divider.style = 'Continuous';
  divider.color = '#FFFFFF';
  for (const edge of ['InsideHorizontal', 'EdgeBottom'] as const) {
    const border = whole.format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = '#E1DFDD';
  }
  sheet.getRangeByIndexes(place.row + 1, place.column, place.rowCount, place.width).format.autofitRows();
  sheet.getRange('1:1').format.rowHeight = 27;
  sheet.getRange('2:3').format.rowHeight = 18;
  sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, sheetPlan.headerRow + 1, 2));
}
