/** Sheets, names, settings, properties, print setup, panes. */
import { codeOf, open, type Opened } from './support/client';

const run = async <T,>(opened: Opened, use: (context: Excel.RequestContext) => Promise<T> | T): Promise<T> =>
  opened.Excel.run(async (context) => {
    const result = await use(context);
    await context.sync();
    return result;
  });

describe('sheets', () => {
  test('are added at the end, moved, renamed, hidden, coloured', async () => {
    const opened = open();
    const result = await run(opened, async (context) => {
      const sheet = context.workbook.worksheets.add('目标');
      sheet.position = 0;
      sheet.name = '1 回顾目标';
      sheet.tabColor = '#ff8800';
      sheet.showGridlines = false;
      context.workbook.worksheets.getItem('Sheet1').visibility = 'Hidden';
      sheet.activate();
      const { worksheets } = context.workbook;
      worksheets.load('items/name,items/position,items/visibility,items/tabColor,items/showGridlines');
      const active = worksheets.getActiveWorksheet().load('name');
      const visible = worksheets.getCount(true);
      await context.sync();
      return [worksheets.items.map((item) => [item.name, item.position, item.visibility, item.tabColor, item.showGridlines]), active.name, visible.value];
    });
    expect(result).toEqual([[['1 回顾目标', 0, 'Visible', '#FF8800', false], ['Sheet1', 1, 'Hidden', '', true]], '1 回顾目标', 1]);
  });
  test('a rename is followed by formulas, names, rules and charts', async () => {
    const opened = open();
    await run(opened, (context) => {
      const data = context.workbook.worksheets.add('Data');
      data.getRange('A1:B3').values = [['名', '值'], ['甲', 1], ['乙', 2]];
      const main = context.workbook.worksheets.getItem('Sheet1');
      main.getRange('A1').formulas = [['=SUM(Data!B2:B3)']];
      context.workbook.names.add('lst', data.getRange('A2:A3'));
      main.getRange('B1').dataValidation.rule = { list: { inCellDropDown: true, source: '=Data!$A$2:$A$3' } };
      main.charts.add('ColumnClustered', data.getRange('A1:B3'), 'Columns');
      data.name = '新 数据';
    });
    const [main] = opened.host.book.sheets;
    expect(main?.cells.get(0)?.formula).toBe("=SUM('新 数据'!B2:B3)");
    expect(opened.host.book.names[0]?.formula).toBe("='新 数据'!$A$2:$A$3");
    expect(main?.validations[0]?.rule).toMatchObject({ source: "='新 数据'!$A$2:$A$3" });
    expect(main?.charts[0]?.series[0]).toMatchObject({ name: "='新 数据'!$B$1", values: "='新 数据'!$B$2:$B$3", categories: "='新 数据'!$A$2:$A$3" });
  });
  test('deleting takes the tables and leaves #REF!', async () => {
    const opened = open();
    await run(opened, (context) => {
      const data = context.workbook.worksheets.add('Data');
      data.getRange('A1:A2').values = [['a'], [1]];
      data.tables.add('A1:A2', true);
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').formulas = [['=Data!A2']];
      data.delete();
    });
    expect(opened.host.book.tables).toEqual([]);
    expect(opened.host.book.activeSheet.cells.get(0)?.formula).toBe('=#REF!');
  });
  test('neighbours, first and last', async () => {
    const opened = open();
    const names = await run(opened, async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add('二').visibility = 'Hidden';
      worksheets.add('三');
      const found = [worksheets.getFirst(), worksheets.getLast(), worksheets.getFirst().getNext(true), worksheets.getItem('三').getPrevious()].map((sheet) => sheet.load('name'));
      const none = worksheets.getLast().getNextOrNullObject();
      await context.sync();
      return [...found.map((sheet) => sheet.name), none.isNullObject];
    });
    expect(names).toEqual(['Sheet1', '三', '三', '二', true]);
  });
  test('a deleted sheet’s proxy says ItemNotFound', async () => {
    const opened = open();
    await run(opened, async (context) => {
      const sheet = context.workbook.worksheets.add('x');
      await context.sync();
      opened.host.user.deleteSheet('x');
      sheet.getRange('A1').values = [[1]];
      expect(await codeOf(context.sync())).toBe('ItemNotFound');
    });
  });
});

test('defined names: value, range, visibility, deletion', async () => {
  const opened = open();
  await run(opened, async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const { names } = context.workbook;
    const range = names.add('lstOwner', sheet.getRange('A4:A9'), '负责人');
    names.add('rate', '=0.95');
    range.visible = false;
    names.load('items/name,items/formula,items/type,items/visible,items/comment,items/scope');
    const address = names.getItem('LSTOWNER').getRange().load('address');
    await context.sync();
    expect(names.items.map((item) => [item.name, item.formula, item.visible, item.comment, item.scope])).toEqual([
      ['lstOwner', '=Sheet1!$A$4:$A$9', false, '负责人', 'Workbook'],
      ['rate', '=0.95', true, '', 'Workbook'],
    ]);
    expect([names.items[0]?.type, address.address]).toEqual(['Range', 'Sheet1!A4:A9']);
    names.getItem('rate').delete();
    const gone = names.getItemOrNullObject('rate');
    await context.sync();
    expect(gone.isNullObject).toBe(true);
  });
});

test('settings keep JSON values', async () => {
  const opened = open();
  await run(opened, async (context) => {
    const { settings } = context.workbook;
    settings.add('state', { version: 1, ids: ['a'] });
    settings.add('state', { version: 2 });
    settings.load('items/key,items/value');
    const count = settings.getCount();
    await context.sync();
    expect([settings.items.map((item) => [item.key, item.value]), count.value]).toEqual([[['state', { version: 2 }]], 1]);
    settings.getItem('state').delete();
    const gone = settings.getItemOrNullObject('state');
    await context.sync();
    expect(gone.isNullObject).toBe(true);
  });
});

test('document and sheet properties', async () => {
  const opened = open();
  await run(opened, async (context) => {
    const { properties } = context.workbook;
    properties.title = '2025双11复盘';
    properties.custom.add('event', '双11');
    properties.custom.add('round', 3);
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.customProperties.add('role', 'action');
    properties.load('title,author');
    properties.custom.load('items/key,items/value,items/type');
    const role = sheet.customProperties.getItemOrNullObject('ROLE').load('value');
    context.workbook.load('name,readOnly,isDirty,autoSave');
    await context.sync();
    expect(properties.title).toBe('2025双11复盘');
    expect(properties.custom.items.map((item) => [item.key, item.value, item.type])).toEqual([['event', '双11', 'String'], ['round', 3, 'Number']]);
    expect([role.value, context.workbook.name, context.workbook.readOnly]).toEqual(['action', '工作簿1.xlsx', false]);
    properties.custom.items[0]?.delete();
    await context.sync();
    expect(opened.host.book.properties.custom.size).toBe(1);
  });
});

test('page layout', async () => {
  const opened = open();
  await run(opened, async (context) => {
    const layout = context.workbook.worksheets.getActiveWorksheet().pageLayout;
    layout.orientation = 'Landscape';
    layout.paperSize = 'A4';
    layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    layout.centerHorizontally = true;
    layout.setPrintTitleRows('$1:$4');
    layout.setPrintTitleColumns('$A:$B');
    layout.setPrintArea('A1:F20');
    layout.setPrintMargins('Centimeters', { left: 2.54, top: 1.27 });
    layout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页';
    layout.load('orientation,zoom,leftMargin,topMargin,rightMargin');
    const titles = layout.getPrintTitleRowsOrNullObject().load('address');
    const atLeft = layout.getPrintTitleColumnsOrNullObject().load('address');
    await context.sync();
    expect(atLeft.address).toBe('Sheet1!A:B');
    expect(layout.toJSON()).toMatchObject({ orientation: 'Landscape', zoom: { horizontalFitToPages: 1 }, leftMargin: 72, topMargin: 36, rightMargin: 50.4 });
    expect(titles.address).toBe('Sheet1!1:4');
  });
  expect(opened.host.book.activeSheet.pageLayout).toMatchObject({ fitToWidth: 1, fitToHeight: 0, printTitleRows: '$1:$4', printTitleColumns: '$A:$B', printArea: '$A$1:$F$20', headerFooter: { centerFooter: '第 &P 页' }, centerHorizontally: true });
});

test('several print areas move with inserted columns', async () => {
  const opened = open();
  await run(opened, async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.pageLayout.setPrintArea(sheet.getRanges('A:C,E:H'));
    sheet.getRange('D:D').insert('Right');
    await context.sync();
  });
  expect(opened.host.book.activeSheet.pageLayout.printArea).toBe('$A:$C,$F:$I');
});

test.each<[why: string, freeze: (panes: Excel.WorksheetFreezePanes) => void, location: string | undefined]>([
  ['rows', (panes) => panes.freezeRows(3), 'Sheet1!1:3'],
  ['columns', (panes) => panes.freezeColumns(2), 'Sheet1!A:B'],
  ['both', (panes) => panes.freezeAt('A1:B4'), 'Sheet1!A1:B4'],
  ['the last call counts', (panes) => (panes.freezeRows(3), panes.freezeColumns(1)), 'Sheet1!A:A'],
  ['nothing', (panes) => (panes.freezeRows(1), panes.unfreeze()), undefined],
])('frozen panes: %s', async (_why, freeze, location) => {
  await run(open(), async (context) => {
    const { freezePanes } = context.workbook.worksheets.getActiveWorksheet();
    freeze(freezePanes);
    const found = freezePanes.getLocationOrNullObject().load('address');
    await context.sync();
    expect(found.isNullObject ? undefined : found.address).toBe(location);
  });
});

test('selection and active cell', async () => {
  await run(open(), async (context) => {
    context.workbook.worksheets.add('二').getRange('B2:C3').select();
    const selected = context.workbook.getSelectedRange().load('address');
    const active = context.workbook.getActiveCell().load('address');
    await context.sync();
    expect([selected.address, active.address]).toEqual(['二!B2:C3', '二!B2']);
  });
});

describe('protection', () => {
  const protectedSheet = async (options?: Excel.WorksheetProtectionOptions): Promise<Opened> => {
    const opened = open();
    await run(opened, (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('B2').format.protection.locked = false;
      sheet.protection.protect(options, 'secret');
    });
    return opened;
  };
  test.each<[why: string, code: string, use: (sheet: Excel.Worksheet) => void]>([
    ['a locked cell is not written', 'AccessDenied', (sheet) => void (sheet.getRange('A1').values = [[1]])],
    ['an unlocked cell is', 'no error', (sheet) => void (sheet.getRange('B2').values = [[1]])],
    ['formats are not changed', 'AccessDenied', (sheet) => void (sheet.getRange('B2').format.fill.color = '#FF0000')],
    ['rows are not inserted', 'AccessDenied', (sheet) => void sheet.getRange('1:1').insert('Down')],
    ['tables are not made', 'AccessDenied', (sheet) => void sheet.tables.add('A1:B2', true)],
    ['the wrong password does not help', 'AccessDenied', (sheet) => sheet.protection.unprotect('wrong')],
    ['the right one does', 'no error', (sheet) => (sheet.protection.unprotect('secret'), void (sheet.getRange('A1').values = [[1]]))],
    ['protecting twice fails', 'InvalidOperation', (sheet) => sheet.protection.protect()],
  ])('%s', async (_why, code, use) => {
    const opened = await protectedSheet();
    expect(await codeOf(run(opened, (context) => use(context.workbook.worksheets.getActiveWorksheet())))).toBe(code);
  });
  test('options allow what they name', async () => {
    const opened = await protectedSheet({ allowFormatCells: true });
    const done = run(opened, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1').format.fill.color = '#FF0000';
      sheet.protection.load('protected,options');
      await context.sync();
      return [sheet.protection.protected, sheet.protection.options.allowFormatCells, sheet.protection.options.allowSort];
    });
    expect(await done).toEqual([true, true, false]);
  });
});

test('application and runtime', async () => {
  await run(open(), async (context) => {
    const { application } = context.workbook;
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
    application.calculationMode = 'Manual';
    application.calculate('Full');
    application.load('calculationMode');
    context.runtime.load('enableEvents');
    await context.sync();
    expect([application.calculationMode, context.runtime.enableEvents]).toEqual(['Manual', true]);
  });
});
