/** The batch protocol, seen from the real client. */
import { createHost } from '../../src/host';
import { loadClient } from '../../src/host/transports/bridge';
import { codeOf, open } from './support/client';

test('a member the host lacks fails by its name', async () => {
  const missing: string[] = [];
  const host = createHost({ onNotImplemented: (member) => missing.push(member) });
  const { Excel } = loadClient(host);
  const run = Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').merge();
    await context.sync();
  });
  expect(await codeOf(run)).toBe('HostNotImplemented');
  expect(missing).toEqual(['Range.Merge()']);
});

test.each([
  ['property', 'Range.HasSpill', (sheet: Excel.Worksheet) => sheet.getRange('A1').load('hasSpill')],
  ['child', 'Worksheet.Shapes', (sheet: Excel.Worksheet) => sheet.shapes.load('items/name')],
  ['setter', 'Range.FormulasR1C1 (set)', (sheet: Excel.Worksheet) => ((sheet.getRange('A1').formulasR1C1 as unknown) = [['=1']])],
])('an unknown %s too', async (_kind, name, use) => {
  const missing: string[] = [];
  const { Excel } = loadClient(createHost({ onNotImplemented: (member) => missing.push(member) }));
  const run = Excel.run(async (context) => {
    use(context.workbook.worksheets.getActiveWorksheet());
    await context.sync();
  });
  expect(await codeOf(run)).toBe('HostNotImplemented');
  expect(missing[0]?.toLowerCase()).toBe(name.toLowerCase());
});

test('what ran before an error stays done and answered', async () => {
  const { Excel } = open();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1').values = [['done']];
    const read = sheet.getRange('A1').load('values');
    context.workbook.worksheets.getItem('missing').activate();
    sheet.getRange('A2').values = [['never']];
    const error = await context.sync().catch((reason: OfficeExtension.Error) => reason);
    expect(error).toMatchObject({ code: 'ItemNotFound', debugInfo: { errorLocation: 'WorksheetCollection.getItem' } });
    expect(read.values).toEqual([['done']]);
    const after = sheet.getRange('A1:A2').load('values');
    await context.sync();
    expect(after.values).toEqual([['done'], ['']]);
  });
});

test('null objects swallow what is chained to them', async () => {
  const { Excel } = open();
  await Excel.run(async (context) => {
    const none = context.workbook.tables.getItemOrNullObject('none');
    const range = none.getRange().load('values');
    none.delete();
    await context.sync();
    expect([none.isNullObject, range.isNullObject]).toEqual([true, true]);
  });
});

test('a sheet made in one batch is the same in the next', async () => {
  const { Excel, host } = open();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('一');
    await context.sync();
    sheet.name = '二';
    await context.sync();
    sheet.getRange('A1').values = [[1]];
    await context.sync();
  });
  expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(['Sheet1', '二']);
});

test('a range follows its cells when rows are inserted above', async () => {
  const { Excel } = open();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const range = sheet.getRange('B5:C6');
    await context.sync();
    sheet.getRange('2:3').insert('Down');
    range.load('address');
    await context.sync();
    expect(range.address).toBe('Sheet1!B7:C8');
    sheet.getRange('6:9').delete('Up');
    await context.sync();
    range.load('values');
    expect(await codeOf(context.sync())).toBe('InvalidReference');
  });
});

test('a table found by an earlier batch survives a rename by someone else', async () => {
  const { Excel, host } = open();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:B2').values = [['a', 'b'], [1, 2]];
    const table = sheet.tables.add('A1:B2', true);
    await context.sync();
    host.book.tables[0]!.name = 'renamed';
    table.load('name');
    table.getRange().load('address');
    await context.sync();
    expect(table.name).toBe('renamed');
  });
});

test('collections answer items with the members asked for, of children too', async () => {
  const { Excel } = open();
  await Excel.run(async (context) => {
    context.workbook.worksheets.add('二').getRange('A1').values = [[1]];
    const { worksheets } = context.workbook;
    worksheets.load('items/name,items/visibility,items/tables/items/name');
    await context.sync();
    expect(worksheets.items.map((sheet) => [sheet.name, sheet.visibility, sheet.tables.items.length])).toEqual([['Sheet1', 'Visible', 0], ['二', 'Visible', 0]]);
    worksheets.load({ name: true, $top: 1, $skip: 1 } as never);
    await context.sync();
    expect(worksheets.items.map((sheet) => sheet.name)).toEqual(['二']);
    expect(worksheets.items[0]?.toJSON().name).toBe('二');
  });
});

test('load without names answers the plain members', async () => {
  const { Excel } = open();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('B2');
    range.load();
    await context.sync();
    expect(range.toJSON()).toMatchObject({ address: 'Sheet1!B2', rowIndex: 1, columnIndex: 1, values: [['']], valueTypes: [['Empty']], numberFormat: [['General']], hidden: false });
  });
});

test('references are given back when a run ends', async () => {
  const { Excel, host } = open();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').load('values');
    await context.sync();
  });
  expect(host.log.at(-1)).toMatchObject({ housekeeping: true });
  expect(host.log).toHaveLength(2);
});

test('two clients have references of their own', async () => {
  const host = createHost();
  const one = loadClient(host, { client: 'one' });
  const two = loadClient(host, { client: 'two' });
  await one.Excel.run(async (first) => {
    const mine = first.workbook.worksheets.getActiveWorksheet().getRange('A1');
    await first.sync();
    await two.Excel.run(async (second) => {
      second.workbook.worksheets.getActiveWorksheet().getRange('B2').values = [[2]];
      await second.sync();
    });
    mine.load('address');
    await first.sync();
    expect(mine.address).toBe('Sheet1!A1');
  });
});

test('the log counts batches, bytes and actions', async () => {
  const { Excel, host } = open();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['中']];
    await context.sync();
  });
  const [first] = host.log;
  expect(first).toMatchObject({ number: 1, client: 'main', housekeeping: false });
  expect(first!.requestBytes).toBeGreaterThan(200);
  expect(first!.actions).toBeGreaterThan(3);
});

test('the client’s own update and set objects work', async () => {
  const { Excel } = open();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
    range.set({ values: [[3]], format: { wrapText: true, font: { bold: true } } });
    range.load('values,format/wrapText,format/font/bold');
    await context.sync();
    expect([range.values, range.format.wrapText, range.format.font.bold]).toEqual([[[3]], true, true]);
  });
});

test('results of methods come back', async () => {
  const { Excel } = open();
  await Excel.run(async (context) => {
    const count = context.workbook.worksheets.getCount();
    await context.sync();
    expect(count.value).toBe(1);
  });
});

test('a fault of the host itself is an error for the add-in and reported', async () => {
  const reported: unknown[] = [];
  const host = createHost({
    calculator: () => ({
      structureChanged() { /* not needed */ },
      cellsChanged() { /* not needed */ },
      calculate() {
        throw new Error('the engine broke');
      },
      evaluate: () => ({ value: 0 }),
    }),
    onFault: (error) => reported.push(error),
  });
  const { Excel } = loadClient(host);
  const run = Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').load('values');
    await context.sync();
  });
  expect(await codeOf(run)).toBe('GeneralException');
  expect(reported).toEqual([new Error('the engine broke')]);
});
