import { printedAreas } from '../../src/excel/apply/page';
import { planWorkbook } from '../../src/workbook';
import { buildRetro } from '../../src/retro/retro';
import type { SheetPlan, TableName } from '../../src/workbook/plan';
import { event, recordsOf } from '../support/retro';
import { sampleInputs } from '../support/samples';

/** Points across A4 between the margins, and points of a column of so many characters of the usual font (7 px a digit, 5 px padding). */
const ACROSS = { landscape: 842 - 56, portrait: 595 - 56 };
const points = (characters: number): number => (characters * 7 + 5) * 0.75;
const BODY = 11;
const SMALLEST = 7;

const everyTable = new Set<TableName>(['tblAgent', 'tblChange', 'tblFollowUp', 'tblHour', 'tblItem', 'tblRefund', 'tblInquiry', 'tblSilent', 'tblReview', 'tblDepartment']);

/** Size in points of ordinary text on the widest printed page of a sheet. */
function printedSize(sheet: SheetPlan): number {
  const width = (column: number): number => points(sheet.widths?.[column] ?? sheet.table?.columns[column]?.width ?? 8.43);
  const across = (first: number, last: number): number => Array.from({ length: last - first + 1 }, (_, index) => width(first + index)).reduce((sum, each) => sum + each, 0);
  const areas = printedAreas(sheet);
  const pages = areas.length > 0 ? areas.map(([first, last]) => across(first, last)) : [across(0, (sheet.table?.columns.length ?? sheet.widths?.length ?? 1) - 1)];
  return Math.min(BODY, (BODY * (sheet.landscape ? ACROSS.landscape : ACROSS.portrait)) / Math.max(...pages));
}

describe.each(['zh-CN', 'en-US'] as const)('printed on A4, one page wide (R3), %s', (language) => {
  test.each([
    { why: 'all samples', plan: planWorkbook(buildRetro(event, recordsOf(sampleInputs())), language, everyTable) },
    { why: 'targets and actuals alone', plan: planWorkbook(buildRetro(event, recordsOf(sampleInputs('01_targets.tsv', '02_actuals.tsv'))), language) },
  ])('$why: no sheet is smaller than 7 points', ({ plan }) => {
    const small = plan.sheets.map((sheet) => [sheet.name, Number(printedSize(sheet).toFixed(2))] as const).filter(([, size]) => size < SMALLEST);
    expect(small).toEqual([]);
  });
});
