import { LIST_CAPACITY, type CellPlan, type ListPlan, type SheetPlan } from '../../workbook/plan';
import type { Writer } from '../writer';
import { cellLooks, look, widthInPoints } from './look';
import { columnLetters, linkTarget, quoteSheet } from './placement';
import { validate } from './rules';
import type { Messages } from '../../i18n';
import type { SheetSnapshot } from '../../workbook/snapshot';

/** Writes what stands on a sheet outside its table: titles, labels, facts, links. Writing it twice changes nothing. */
export async function writeCells(writer: Writer, sheet: Excel.Worksheet, plan: SheetPlan, words: Messages['workbook'], keep: ReadonlySet<string>, content: SheetSnapshot['content']): Promise<void> {
  for (const cell of plan.cells) await writeCell(writer, sheet, cell, words, keep);
  for (const list of plan.lists ?? []) await writeList(writer, sheet, list, content);
  for (const [index, width] of (plan.widths ?? []).entries()) sheet.getCell(0, index).format.columnWidth = widthInPoints(width);
}

/** One cell outside the tables; a named one in `keep` keeps its value. */
export async function writeCell(writer: Writer, sheet: Excel.Worksheet, cell: CellPlan, words: Messages['workbook'], keep: ReadonlySet<string>): Promise<void> {
  await writer.queued(10);
  const range = sheet.getCell(cell.row, cell.column);
  if (cell.numberFormat !== undefined) range.numberFormat = [[cell.numberFormat]];
  if (cell.linkTo !== undefined) range.hyperlink = { documentReference: linkTarget(cell.linkTo), textToDisplay: String(cell.value ?? '') };
  else if (cell.linkToChart !== undefined) range.hyperlink = { documentReference: cell.linkToChart, textToDisplay: String(cell.value ?? '') };
  else if (cell.formula !== undefined) range.formulas = [[cell.formula]];
  else if (cell.value !== undefined && cell.value !== null && !(cell.name !== undefined && keep.has(cell.name))) range.values = [[cell.value]];
  styleCell(range, cell);
  if (cell.validation !== undefined) validate(range, cell.validation, words);
}

function styleCell(range: Excel.Range, cell: CellPlan): void {
  const wanted = cellLooks[cell.style];
  const { font } = range.format;
  font.name = look.font;
  font.size = wanted.size ?? 11;
  font.bold = wanted.bold ?? false;
  if (wanted.color !== undefined) font.color = wanted.color;
  if (wanted.underline === true) font.underline = 'Single';
  if (wanted.fill !== undefined) range.format.fill.color = wanted.fill;
  if (wanted.align !== undefined) range.format.horizontalAlignment = wanted.align;
  if (wanted.border !== undefined) {
    const edge = range.format.borders.getItem('EdgeBottom');
    edge.style = 'Continuous';
    edge.color = wanted.border;
  }
  range.format.verticalAlignment = 'Center';
  if (cell.wrap === true) range.format.wrapText = true;
  if (cell.height !== undefined) range.format.rowHeight = cell.height;
}

/** A value that already stands in the list is left: a person may have changed it since the run broke off. */
async function writeList(writer: Writer, sheet: Excel.Worksheet, list: ListPlan, content: SheetSnapshot['content']): Promise<void> {
  await writer.queued(14);
  const header = sheet.getCell(list.headerRow, list.column);
  header.values = [[list.header]];
  styleCell(header, { row: 0, column: 0, style: 'listHeader' });
  const area = sheet.getRangeByIndexes(list.headerRow + 1, list.column, LIST_CAPACITY, 1);
  area.numberFormat = '@' as unknown as string[][];
  const there = (index: number): unknown => content?.values[list.headerRow + 1 + index - content.row]?.[list.column - content.column] ?? '';
  await writer.values(sheet, list.headerRow + 1, list.column, list.values.map((value, index) => [there(index) === '' ? value : null]));
  area.format.font.name = look.font;
}

/** Formula of the defined name of a list: from its first value to its last, so that dropdowns show no blanks and grow by typing. */
export function listFormula(sheetName: string, list: ListPlan): string {
  const letters = columnLetters(list.column);
  const first = list.headerRow + 2;
  const sheet = quoteSheet(sheetName);
  const area = `${sheet}!$${letters}$${first}:$${letters}$${first + LIST_CAPACITY - 1}`;
  return `=${sheet}!$${letters}$${first}:INDEX(${area},MAX(1,COUNTA(${area})))`;
}
