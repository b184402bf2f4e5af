import { LIST_CAPACITY, type CellPlan, type ListPlan, type SheetPlan } from '../../workbook/plan';
import type { Writer } from '../writer';
import { cellLooks, look, widthInPoints } from './look';
import { columnLetters, linkTarget, quoteSheet } from './placement';
import { validate } from './rules';
import type { Messages } from '../../i18n';
import type { SheetSnapshot } from '../../workbook/snapshot';

/** Writes what stands on a sheet outside its table: titles, labels, facts, links. Writing it twice changes nothing. */
export async function writeCells(writer: Writer, sheet: Excel.Worksheet, plan: SheetPlan, words: Messages['workbook'], keep: ReadonlySet<string>, content: SheetSnapshot['content']): Promise<void> {
  const formulas = plan.cells.filter(isPlainFormula);
  for (const cell of plan.cells) if (!isPlainFormula(cell)) await writeContent(writer, sheet, cell, words, keep);
  for (const { first, rows, cells } of runs(formulas, (a, b) => a.column === b.column && a.numberFormat === b.numberFormat)) {
    await writer.queued(4 + cells.reduce((actions, cell) => actions + formulaActions(cell.formula ?? ''), 0));
    const range = sheet.getRangeByIndexes(first.row, first.column, rows, 1);
    if (first.numberFormat !== undefined) range.numberFormat = cells.map(() => [first.numberFormat ?? 'General']);
    range.formulas = cells.map((cell) => [cell.formula ?? '']);
  }
  for (const { first, rows } of runs(plan.cells, (a, b) => a.column === b.column && a.style === b.style && a.wrap === b.wrap)) {
    await writer.queued(16);
    styleRange(sheet.getRangeByIndexes(first.row, first.column, rows, 1), first, rows);
  }
  const heights = plan.cells.filter((cell, index) => cell.height !== undefined && plan.cells.findIndex((other) => other.row === cell.row && other.height !== undefined) === index);
  for (const { first, rows } of runs(heights.map((cell) => ({ ...cell, column: 0 })), (a, b) => a.height === b.height)) {
    await writer.queued(2);
    if (first.height !== undefined) sheet.getRangeByIndexes(first.row, 0, rows, 1).format.rowHeight = first.height;
  }
  for (const list of plan.lists ?? []) await writeList(writer, sheet, list, content);
  for (const [index, width] of (plan.widths ?? []).entries()) sheet.getCell(0, index).format.columnWidth = widthInPoints(width);
}

/** One cell outside the tables; a named one in `keep` keeps its value. */
export async function writeCell(writer: Writer, sheet: Excel.Worksheet, cell: CellPlan, words: Messages['workbook'], keep: ReadonlySet<string>): Promise<void> {
  await writeContent(writer, sheet, cell, words, keep);
  await writer.queued(13);
  const range = sheet.getCell(cell.row, cell.column);
  styleRange(range, cell);
  if (cell.height !== undefined) range.format.rowHeight = cell.height;
}

/** Cells below each other that are alike, as one range: styled at once, they take a fraction of the request. */
function runs(cells: readonly CellPlan[], alike: (a: CellPlan, b: CellPlan) => boolean): readonly { readonly first: CellPlan; readonly rows: number; readonly cells: readonly CellPlan[] }[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const found: { first: CellPlan; rows: number; cells: CellPlan[] }[] = [];
  for (const cell of sorted) {
    const last = found.at(-1);
    if (last !== undefined && last.first.row + last.rows === cell.row && alike(last.first, cell)) {
      last.rows++;
      last.cells.push(cell);
    } else found.push({ first: cell, rows: 1, cells: [cell] });
  }
  return found;
}

/** A formula and nothing else: those below each other go in one write. */
const isPlainFormula = (cell: CellPlan): boolean => cell.formula !== undefined && cell.linkTo === undefined && cell.linkToChart === undefined && cell.validation === undefined;

/** Bytes of a formula in a request, in actions: quotes are escaped, Chinese takes three bytes. */
export const formulaActions = (formula: string): number => Math.ceil((2 * formula.length) / 130);

async function writeContent(writer: Writer, sheet: Excel.Worksheet, cell: CellPlan, words: Messages['workbook'], keep: ReadonlySet<string>): Promise<void> {
  await writer.queued(5 + formulaActions(cell.formula ?? ''));
  const range = sheet.getCell(cell.row, cell.column);
  if (cell.numberFormat !== undefined) range.numberFormat = [[cell.numberFormat]];
  if (cell.linkTo !== undefined) range.hyperlink = { documentReference: linkTarget(cell.linkTo), textToDisplay: String(cell.value ?? '') };
  else if (cell.linkToChart !== undefined) range.hyperlink = { documentReference: cell.linkToChart, textToDisplay: String(cell.value ?? '') };
  else if (cell.formula !== undefined) range.formulas = [[cell.formula]];
  else if (cell.value !== undefined && cell.value !== null && !(cell.name !== undefined && keep.has(cell.name))) range.values = [[cell.value]];
  if (cell.validation !== undefined) validate(range, cell.validation, words);
}

function styleRange(range: Excel.Range, cell: Pick<CellPlan, 'style' | 'wrap'>, rows = 1): void {
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
    for (const side of rows === 1 ? (['EdgeBottom'] as const) : (['EdgeBottom', 'InsideHorizontal'] as const)) {
      const edge = range.format.borders.getItem(side);
      edge.style = 'Continuous';
      edge.color = wanted.border;
    }
  }
  range.format.verticalAlignment = 'Center';
  if (cell.wrap === true) range.format.wrapText = true;
}

/** A value that already stands in the list is left: a person may have changed it since the run broke off. */
async function writeList(writer: Writer, sheet: Excel.Worksheet, list: ListPlan, content: SheetSnapshot['content']): Promise<void> {
  await writer.queued(14);
  const header = sheet.getCell(list.headerRow, list.column);
  header.values = [[list.header]];
  styleRange(header, { style: 'listHeader' });
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
