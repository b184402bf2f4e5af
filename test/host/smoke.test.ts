import { open } from './support/client';

test('values, table, name, rule and list in one batch', async () => {
  const { Excel, host } = open();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('目标');
    const range = sheet.getRange('A1:B3');
    range.numberFormat = [['@', 'General'], ['@', '0.00'], ['@', '0.00']];
    range.values = [['名称', '值'], ['001', 1], ['=x', '5%']];
    const table = sheet.tables.add('A1:B3', true);
    table.name = 'tblTarget';
    context.workbook.names.add('lstX', sheet.getRange('A2:A3'));
    const format = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
    format.custom.rule.formula = '=$B2>1';
    format.custom.format.fill.color = '#ff0000';
    sheet.getRange('B2:B3').dataValidation.rule = { list: { inCellDropDown: true, source: '=lstX' } };
    sheet.freezePanes.freezeRows(1);
    sheet.pageLayout.orientation = 'Landscape';
    sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
    sheet.pageLayout.setPrintTitleRows('$1:$1');
    sheet.getRange('D1').hyperlink = { documentReference: "'目标'!A1", textToDisplay: '去', screenTip: '' };
    range.format.fill.color = '#eeeeee';
    range.format.font.bold = true;
    context.workbook.settings.add('version', 1);
    const read = sheet.getRange('A1:B3');
    read.load('values,address,text,numberFormat,format/fill/color');
    table.load('name,id');
    table.columns.load('items/name');
    table.rows.load('count');
    await context.sync();
    expect(read.address).toBe('目标!A1:B3');
    expect(read.values).toEqual([['名称', '值'], ['001', 1], ['=x', 0.05]]);
    expect(read.text).toEqual([['名称', '值'], ['001', '1.00'], ['=x', '0.05']]);
    expect(read.format.fill.color).toBe('#EEEEEE');
    expect(table.columns.items.map((column) => column.name)).toEqual(['名称', '值']);
    expect(table.rows.count).toBe(2);
    table.getDataBodyRange().getRowsBelow(1).values = [['002', 7]];
    await context.sync();
    const missing = context.workbook.worksheets.getItemOrNullObject('没有');
    table.rows.load('count');
    await context.sync();
    expect(table.rows.count).toBe(3);
    expect(missing.isNullObject).toBe(true);
  });
  expect(host.log.map((entry) => entry.error)).toEqual([undefined, undefined, undefined, undefined]);
});

test('20,000 cells are written and formatted quickly', async () => {
  const { Excel, host } = open();
  const values = Array.from({ length: 2000 }, (_, i) => Array.from({ length: 10 }, (_, j) => (j % 2 ? i * j : `文本${i}`)));
  const start = performance.now();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, 0, 2000, 10);
    range.values = values;
    range.format.font.name = '微软雅黑';
    range.format.fill.color = '#FFFFFF';
    range.numberFormat = [['0.00']].length ? values.map((row) => row.map(() => '0.00')) : [];
    await context.sync();
  });
  const ms = performance.now() - start;
  process.stdout.write(`20k cells: ${ms.toFixed(0)} ms ${JSON.stringify(host.log)}\n`);
  expect(ms).toBeLessThan(600);
});
