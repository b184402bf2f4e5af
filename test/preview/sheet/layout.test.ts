import { createWorkbook } from '../../../src/host/model/workbook';
import { cellKey } from '../../../src/host/model/types';
import type { CellFormat, SheetModel } from '../../../src/host/model/types';
import { lengthOf, sizeOf } from '../../../src/preview/grid/axis';
import { layoutSheet } from '../../../src/preview/sheet/layout';
import { measure } from '../support';

function sheetWith(text: string, format: CellFormat, change: (sheet: SheetModel) => void = () => undefined): SheetModel {
  const [sheet] = createWorkbook().sheets;
  if (sheet === undefined) throw new Error('no sheet');
  sheet.cells.set(cellKey(1, 1), { value: text, format });
  change(sheet);
  return sheet;
}
const layout = (sheet: SheetModel) => layoutSheet(sheet, (cell) => String(cell.value), measure, { rows: 0, columns: 0 });
/** 14 pixels a character, 55 pixels of room in a column of 64. */
const LONG = '复盘复盘复盘复';

describe('rows and columns', () => {
  test.each<[string, SheetModel, number]>([
    ['one line needs no more than the default', sheetWith('复', { wrapText: true }), 20],
    ['wrapped text makes its row as high as its lines', sheetWith(LONG, { wrapText: true }), 58],
    ['text that is not wrapped does not', sheetWith(LONG, { bold: true }), 20],
    ['a large font does', sheetWith('复', { fontSize: 18 }), 32],
    ['a height of its own wins', sheetWith(LONG, { wrapText: true }, (sheet) => sheet.rows.set(1, { height: 18 })), 24],
    ['a hidden row has none', sheetWith(LONG, { wrapText: true }, (sheet) => sheet.rows.set(1, { hidden: true })), 0],
    ['nor has a filtered one', sheetWith(LONG, { wrapText: true }, (sheet) => sheet.rows.set(1, { filtered: true })), 0],
    ['text in a hidden column does not count', sheetWith(LONG, { wrapText: true }, (sheet) => sheet.columns.set(1, { hidden: true })), 20],
    ['a wider column needs fewer lines', sheetWith(LONG, { wrapText: true }, (sheet) => sheet.columns.set(1, { width: 90 })), 20],
  ])('%s', (_, sheet, height) => expect(sizeOf(layout(sheet).rows, 1)).toBe(height));

  test('the sheet reaches as far as its charts', () => {
    const sheet = sheetWith('x', {}, (one) =>
      one.charts.push({ id: '1', name: 'c', chartType: 'Line', left: 3_000, top: 5_000, width: 300, height: 200, series: [], categoryAxis: {}, valueAxis: {}, dataLabels: false }),
    );
    expect(lengthOf(layout(sheet).rows)).toBeGreaterThan((5_200 * 96) / 72);
    expect(lengthOf(layout(sheet).columns)).toBeGreaterThan((3_300 * 96) / 72);
  });
});
