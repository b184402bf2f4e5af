import type { Messages } from '../../i18n';
import type { SheetPlan } from '../../workbook/plan';
import { columnLetters } from './placement';

/** Columns of the usual width that a chart beside a table covers at most. */
const CHART_COLUMNS = 13;

/** Print setup: A4, one page wide, header row repeated, page number below (readable in print without the add-in, R3). */
export function writePage(sheet: Excel.Worksheet, plan: SheetPlan, words: Messages['workbook']): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = plan.landscape ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = 'A4';
  // A cover is one page, its chart never cut in two.
  pageLayout.zoom = { horizontalFitToPages: 1, ...(plan.table === undefined && plan.chart !== undefined ? { verticalFitToPages: 1 } : {}) };
  pageLayout.centerHorizontally = true;
  pageLayout.leftMargin = 28;
  pageLayout.rightMargin = 28;
  pageLayout.topMargin = 36;
  pageLayout.bottomMargin = 42;
  pageLayout.headersFooters.defaultForAllPages.centerFooter = words.page;
  const areas = printedAreas(plan);
  if (areas.length > 0) pageLayout.setPrintArea(sheet.getRanges(areas.map(([first, last]) => `${columnLetters(first)}:${columnLetters(last)}`).join(',')));
  if (plan.table !== undefined) pageLayout.setPrintTitleRows(`$${plan.headerRow + 1}:$${plan.headerRow + 1}`);
}

/**
 * Columns of each page, first and last, 0-based; none when the whole sheet is one page wide. A table's own pages come first, then what
 * stands beside it: side by side on one page they would shrink each other until nobody can read them.
 */
export function printedAreas(plan: SheetPlan): readonly (readonly [first: number, last: number])[] {
  const end = plan.table === undefined ? (plan.widths?.length ?? 0) : (plan.printedColumns ?? plan.table.columns.length);
  const starts = [0, ...(plan.pagesFrom ?? [])];
  const own = starts.map((from, index) => [from, (starts[index + 1] ?? end) - 1] as const);
  const beside = plan.table !== undefined && (plan.chart !== undefined || (plan.widths?.length ?? 0) > plan.table.columns.length) ? [[plan.table.columns.length + 1, plan.table.columns.length + 1 + CHART_COLUMNS] as const] : [];
  return own.length === 1 && beside.length === 0 && plan.printedColumns === undefined ? [] : [...own, ...beside];
}
