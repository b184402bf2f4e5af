import type { Messages } from '../../i18n';
import type { SheetPlan } from '../../workbook/plan';

/** Print setup: A4, one page wide, header row repeated, page number below (readable in print without the add-in, R3). */
export function writePage(sheet: Excel.Worksheet, plan: SheetPlan, words: Messages['workbook']): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = plan.landscape ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = 'A4';
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.centerHorizontally = true;
  pageLayout.leftMargin = 28;
  pageLayout.rightMargin = 28;
  pageLayout.topMargin = 36;
  pageLayout.bottomMargin = 42;
  pageLayout.headersFooters.defaultForAllPages.centerFooter = words.page;
  if (plan.table !== undefined) pageLayout.setPrintTitleRows(`$${plan.headerRow + 1}:$${plan.headerRow + 1}`);
}
