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
  // The table on its pages, the chart beside it on the next: together they would shrink each other.
  const beside = plan.table !== undefined && (plan.chart !== undefined || (plan.widths?.length ?? 0) > plan.table.columns.length) ? plan.table.columns.length + 1 : undefined;
  if (plan.table !== undefined && beside !== undefined) {
    pageLayout.setPrintArea(sheet.getRanges(`A:${columnLetters((plan.printedColumns ?? plan.table.columns.length) - 1)},${columnLetters(beside)}:${columnLetters(beside + CHART_COLUMNS)}`));
  }
  if (plan.pagesFrom !== undefined) {
    const starts = [0, ...plan.pagesFrom, plan.widths?.length ?? 0];
    pageLayout.setPrintArea(sheet.getRanges(plan.pagesFrom.concat(0).sort((a, b) => a - b).map((from, index) => `${columnLetters(from)}:${columnLetters((starts[index + 1] ?? from + 1) - 1)}`).join(',')));
  }
  if (plan.table !== undefined) pageLayout.setPrintTitleRows(`$${plan.headerRow + 1}:$${plan.headerRow + 1}`);
}
