/** Charts. */
import { codeOf, open, type Opened } from './support/client';

const withData = async (use: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<void> | void): Promise<Opened> => {
  const opened = open();
  await opened.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:C3').values = [['指标', '目标', '实际'], ['转化率', 0.5, 0.45], ['客单价', 100, 120]];
    await use(sheet, context);
    await context.sync();
  });
  return opened;
};

test('series come from the range: names from the first row, categories from the first column', async () => {
  const { host } = await withData((sheet) => void sheet.charts.add('ColumnClustered', sheet.getRange('A1:C3'), 'Columns'));
  expect(host.book.activeSheet.charts[0]).toMatchObject({
    chartType: 'ColumnClustered',
    legendPosition: 'Bottom',
    series: [
      { name: '=Sheet1!$B$1', values: '=Sheet1!$B$2:$B$3', categories: '=Sheet1!$A$2:$A$3' },
      { name: '=Sheet1!$C$1', values: '=Sheet1!$C$2:$C$3', categories: '=Sheet1!$A$2:$A$3' },
    ],
  });
});

test('by rows', async () => {
  const { host } = await withData((sheet) => void sheet.charts.add('Line', sheet.getRange('A1:C3'), 'Rows'));
  expect(host.book.activeSheet.charts[0]?.series.map((series) => [series.name, series.values, series.categories])).toEqual([
    ['=Sheet1!$A$2', '=Sheet1!$B$2:$C$2', '=Sheet1!$B$1:$C$1'],
    ['=Sheet1!$A$3', '=Sheet1!$B$3:$C$3', '=Sheet1!$B$1:$C$1'],
  ]);
});

test('everything the product sets is kept and read back', async () => {
  const { host } = await withData(async (sheet, context) => {
    const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:B3'), 'Columns');
    chart.name = 'chtComparison';
    chart.title.text = '目标与实际';
    chart.legend.position = 'Top';
    chart.setPosition('E2', 'J12');
    chart.series.getItemAt(0).format.fill.setSolidColor('#0F6CBD');
    const line = chart.series.add('达成率');
    line.setValues(sheet.getRange('C2:C3'));
    line.setXAxisValues(sheet.getRange('A2:A3'));
    line.chartType = 'LineMarkers';
    line.axisGroup = 'Secondary';
    line.format.line.color = '#C50F1F';
    line.hasDataLabels = true;
    chart.axes.valueAxis.title.text = '元';
    chart.axes.valueAxis.numberFormat = '0%';
    chart.axes.valueAxis.minimum = 0;
    chart.axes.valueAxis.maximum = 1;
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.dataLabels.showValue = true;
    await context.sync();
    const found = sheet.charts.getItemOrNullObject('chtComparison').load('name,left,top,width,height,chartType');
    const none = sheet.charts.getItemOrNullObject('none');
    found.series.load('items/name,items/axisGroup,items/chartType');
    found.axes.valueAxis.load('maximum,minimum,numberFormat');
    found.title.load('text,visible');
    sheet.charts.load('count');
    await context.sync();
    expect(none.isNullObject).toBe(true);
    expect([found.left, found.top, found.width, found.height]).toEqual([192, 15, 288, 165]);
    expect(found.series.items.map((series) => [series.name, series.axisGroup, series.chartType])).toEqual([['目标', 'Primary', 'ColumnClustered'], ['达成率', 'Secondary', 'LineMarkers']]);
    expect([found.axes.valueAxis.maximum, found.axes.valueAxis.numberFormat, found.title.text, sheet.charts.count]).toEqual([1, '0%', '目标与实际', 1]);
  });
  expect(host.book.activeSheet.charts[0]).toMatchObject({
    legendPosition: 'Top',
    dataLabels: true,
    valueAxis: { title: '元', numberFormat: '0%', minimum: 0, maximum: 1 },
    categoryAxis: { reversed: true },
    series: [{ color: '#0F6CBD' }, { color: '#C50F1F', dataLabels: true, values: '=Sheet1!$C$2:$C$3', categories: '=Sheet1!$A$2:$A$3' }],
  });
});

test('a pie has no axes, and is deleted', async () => {
  const { host, Excel } = await withData((sheet) => void sheet.charts.add('Doughnut', sheet.getRange('A1:B3'), 'Columns'));
  const run = Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().charts.getItemAt(0).axes.valueAxis.minimum = 0;
    await context.sync();
  });
  expect(await codeOf(run)).toBe('InvalidArgument');
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().charts.getItemAt(0).delete();
    await context.sync();
  });
  expect(host.book.activeSheet.charts).toEqual([]);
});

test('a chart follows its cells when rows are inserted', async () => {
  const { host } = await withData((sheet) => {
    sheet.charts.add('Line', sheet.getRange('A1:B3'), 'Columns');
    sheet.getRange('1:2').insert('Down');
  });
  expect(host.book.activeSheet.charts[0]?.series[0]).toMatchObject({ name: '=Sheet1!$B$3', values: '=Sheet1!$B$4:$B$5', categories: '=Sheet1!$A$4:$A$5' });
});
