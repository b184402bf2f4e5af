import { unzipSync } from 'fflate';
import { createHost } from '../../src/host';
import { createCalculator } from '../../src/host/calc';
import { loadEngine } from '../../src/host/calc/node';
import { saveWorkbook } from '../../src/host/files/save';
import { titleText } from '../../src/host/model/charts';
import { loadClient } from '../../src/host/transports/bridge';

describe('a chart title that shows a cell (ChartTitle.setFormula)', () => {
  test('follows the cell and the name of its sheet, and is saved as a reference with its text', async () => {
    await loadEngine();
    const host = createHost({ calculator: (book) => createCalculator(book, { today: () => '2025-11-17' }), today: () => '2025-11-17' });
    const { Excel } = loadClient(host);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1:B3').values = [['项', '数'], ['甲', 1], ['乙', 2]];
      sheet.getRange('D1').formulas = [['="共 "&SUM(B2:B3)']];
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:B3'), 'Columns');
      chart.title.setFormula('=Sheet1!$D$1');
      chart.title.load('text');
      await context.sync();
      expect(chart.title.text).toBe('共 3');
    });
    host.userEdit('Sheet1', 'B3', 9);
    host.user.renameSheet('Sheet1', '新 表');
    host.calculate();
    const [chart] = host.book.sheets[0]?.charts ?? [];
    expect(chart?.title).toBe("='新 表'!$D$1");
    expect(chart && titleText(chart, host.book)).toBe('共 10');
    const part = new TextDecoder().decode(unzipSync(saveWorkbook(host.book))['xl/charts/chart1.xml']);
    expect(part).toContain("<c:title><c:tx><c:strRef><c:f>'新 表'!$D$1</c:f>");
    expect(part).toContain('<c:v>共 10</c:v>');
  });

  test('refuses what is no reference to a cell', async () => {
    const host = createHost({ today: () => '2025-11-17' });
    const { Excel } = loadClient(host);
    await expect(Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1:B2').values = [['项', '数'], ['甲', 1]];
      sheet.charts.add('ColumnClustered', sheet.getRange('A1:B2'), 'Columns').title.setFormula('共 3');
      await context.sync();
    })).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});
