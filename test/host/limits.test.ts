/** Excel's limits: each is refused with the code Excel gives, and nothing of the refused action is done. */
import { codeOf, open } from './support/client';
import { createHost } from '../../src/host';
import { loadClient } from '../../src/host/transports/bridge';

type Use = (context: Excel.RequestContext, sheet: Excel.Worksheet) => void;
const long = (length: number): string => 'x'.repeat(length);
const table = (sheet: Excel.Worksheet, address = 'A1:B3'): Excel.Table => {
  sheet.getRange('A1:B3').values = [['a', 'b'], [1, 2], [3, 4]];
  return sheet.tables.add(address, true);
};

const CASES: readonly [why: string, code: string, use: Use][] = [
  ['a grid with a short row', 'InvalidArgument', (_, sheet) => (sheet.getRange('A1:B2').values = [[1, 2], [3]])],
  ['a grid with a row too many', 'InvalidArgument', (_, sheet) => (sheet.getRange('A1:B1').values = [[1, 2], [3, 4]])],
  ['a large grid of the wrong size', 'InvalidArgument', (_, sheet) => (sheet.getRange('A1:B2000').values = Array.from({ length: 1999 }, () => [1, 2]))],
  ['an object as a value', 'InvalidArgument', (_, sheet) => (sheet.getRange('A1').values = [[{ a: 1 }]])],
  ['formats of the wrong size', 'InvalidArgument', (_, sheet) => (sheet.getRange('A1:B1').numberFormat = [['@']])],
  ['a text of 32,768 characters', 'InvalidArgument', (_, sheet) => (sheet.getRange('A1').values = [[long(32_768)]])],
  ['a formula of 8,193 characters', 'InvalidArgument', (_, sheet) => (sheet.getRange('A1').formulas = [[`="${long(8_190)}"`]])],
  ['an unfinished formula', 'InvalidArgument', (_, sheet) => (sheet.getRange('A1').formulas = [['=SUM(']])],
  ['no address', 'InvalidArgument', (_, sheet) => sheet.getRange('A0')],
  ['an address of another sheet', 'InvalidArgument', (context, sheet) => (context.workbook.worksheets.add('二'), sheet.getRange('二!A1'))],
  ['a cell off the sheet', 'InvalidArgument', (_, sheet) => sheet.getRange('A1').getOffsetRange(-1, 0)],
  ['a sheet name of 32 characters', 'InvalidArgument', (context) => context.workbook.worksheets.add(long(32))],
  ['a sheet name with a slash', 'InvalidArgument', (context) => context.workbook.worksheets.add('a/b')],
  ['a sheet name with an apostrophe at its end', 'InvalidArgument', (context) => context.workbook.worksheets.add("a'")],
  ['a sheet name that is there, in other case', 'ItemAlreadyExists', (context) => context.workbook.worksheets.add('SHEET1')],
  ['renaming a sheet to a name with a colon', 'InvalidArgument', (_, sheet) => (sheet.name = 'a:b')],
  ['deleting the only sheet', 'InvalidOperation', (_, sheet) => sheet.delete()],
  ['hiding the only sheet', 'InvalidOperation', (_, sheet) => (sheet.visibility = 'Hidden')],
  ['a table name with a space', 'InvalidArgument', (_, sheet) => (table(sheet).name = 'a b')],
  ['a table name like a cell', 'InvalidArgument', (_, sheet) => (table(sheet).name = 'tbl1')],
  ['a table name that a defined name has', 'InvalidArgument', (context, sheet) => (context.workbook.names.add('Mine', sheet.getRange('D1')), (table(sheet).name = 'mine'))],
  ['a table over a table', 'InvalidOperation', (_, sheet) => (table(sheet), sheet.tables.add('B2:C4', true))],
  ['two headers of one text', 'InvalidArgument', (_, sheet) => ((sheet.getRange('A1:B2').values = [['a', 'A'], [1, 2]]), sheet.tables.add('A1:B2', true))],
  ['writing a header twice', 'InvalidArgument', (_, sheet) => (table(sheet), (sheet.getRange('B1').values = [['A']]))],
  ['writing a blank header', 'InvalidArgument', (_, sheet) => (table(sheet), (sheet.getRange('B1').values = [['']]))],
  ['a formula as a header', 'InvalidArgument', (_, sheet) => (table(sheet), (sheet.getRange('B1').values = [['=A2']]))],
  ['an unknown table style', 'InvalidArgument', (_, sheet) => (table(sheet).style = 'Blue')],
  ['a table resized away from its header', 'InvalidArgument', (_, sheet) => table(sheet).resize('A2:B5')],
  ['a defined name with a hyphen', 'InvalidArgument', (context, sheet) => context.workbook.names.add('a-b', sheet.getRange('A1'))],
  ['a defined name twice', 'ItemAlreadyExists', (context, sheet) => (context.workbook.names.add('lst', sheet.getRange('A1')), context.workbook.names.add('LST', sheet.getRange('A2')))],
  ['a defined name that looks like a cell', 'InvalidArgument', (context, sheet) => context.workbook.names.add('R1', sheet.getRange('A1'))],
  ['a structured reference in a conditional format', 'InvalidArgument', (_, sheet) => (table(sheet), (sheet.getRange('A2').conditionalFormats.add('Custom').custom.rule.formula = '=Table1[a]>1'))],
  ['a rule without =', 'InvalidArgument', (_, sheet) => (sheet.getRange('A2').conditionalFormats.add('Custom').custom.rule.formula = 'A1>1')],
  ['a structured reference as a list source', 'InvalidArgument', (_, sheet) => (sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: '=Table1[a]' } })],
  ['a list of 256 characters', 'InvalidArgument', (_, sheet) => (sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: long(256) } })],
  ['a prompt title of 33 characters', 'InvalidArgument', (_, sheet) => ((sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'a' } }), (sheet.getRange('A1').dataValidation.prompt = { title: long(33), message: '', showPrompt: true }))],
  ['a prompt of 256 characters', 'InvalidArgument', (_, sheet) => ((sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'a' } }), (sheet.getRange('A1').dataValidation.prompt = { title: '', message: long(256), showPrompt: true }))],
  ['an error text of 226 characters', 'InvalidArgument', (_, sheet) => ((sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'a' } }), (sheet.getRange('A1').dataValidation.errorAlert = { title: '', message: long(226), showAlert: true, style: 'Stop' }))],
  ['a colour without #', 'InvalidArgument', (_, sheet) => (sheet.getRange('A1').format.fill.color = 'FF0000')],
  ['a row of 410 points', 'InvalidArgument', (_, sheet) => (sheet.getRange('A1').format.rowHeight = 410)],
  ['an alignment in lower case', 'InvalidArgument', (_, sheet) => ((sheet.getRange('A1').format.horizontalAlignment as unknown) = 'centre')],
  ['print titles that are no columns', 'InvalidArgument', (_, sheet) => sheet.pageLayout.setPrintTitleColumns('A1:B2')],
  ['print titles that are no rows', 'InvalidArgument', (_, sheet) => sheet.pageLayout.setPrintTitleRows('A1:B2')],
  ['a link to nowhere', 'InvalidArgument', (_, sheet) => (sheet.getRange('A1').hyperlink = { textToDisplay: 'x' })],
  ['a chart from an address of text only of an unknown type', 'HostNotImplemented', (_, sheet) => sheet.charts.add('Radar', sheet.getRange('A1:B3'))],
  ['inserting cells through a table', 'InsertDeleteConflict', (_, sheet) => (table(sheet), sheet.getRange('A2').insert('Down'))],
  ['deleting a header row alone', 'InsertDeleteConflict', (_, sheet) => (table(sheet), sheet.getRange('1:1').delete('Up'))],
  ['a setting of over 2 MB', 'InvalidArgument', (context) => context.workbook.settings.add('k', long(2_000_001))],
];

test.each(CASES)('%s is %s', async (_why, code, use) => {
  const { Excel } = open({ onNotImplemented: () => undefined });
  const run = Excel.run(async (context) => {
    use(context, context.workbook.worksheets.getActiveWorksheet());
    await context.sync();
  });
  expect(await codeOf(run)).toBe(code);
});

test.each([
  ['a text of 32,767 characters', (_: Excel.RequestContext, sheet: Excel.Worksheet) => (sheet.getRange('A1').values = [[long(32_767)]])],
  ['a sheet name of 31 characters', (context: Excel.RequestContext) => context.workbook.worksheets.add('名'.repeat(31))],
  ['a list of 255 characters', (_: Excel.RequestContext, sheet: Excel.Worksheet) => (sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: long(255) } })],
])('%s is fine', async (_why, use) => {
  const { Excel } = open();
  const run = Excel.run(async (context) => {
    use(context, context.workbook.worksheets.getActiveWorksheet());
    await context.sync();
  });
  expect(await codeOf(run)).toBe('no error');
});

test('a refused grid leaves all cells as they were', async () => {
  const { Excel, host } = open();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1:A3').values = [['a'], ['b'], ['=SUM(']];
    expect(await codeOf(context.sync())).toBe('InvalidArgument');
  });
  expect(host.book.activeSheet.cells.size).toBe(0);
});

test('a request over 5 MB is refused before anything is done', async () => {
  const { Excel, host } = open();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1').values = [[1]];
    for (let row = 2; row < 60; row++) sheet.getRange(`A${row}`).values = [['中'.repeat(32_000)]];
    expect(await codeOf(context.sync())).toBe('RequestPayloadSizeLimitExceeded');
  });
  expect(host.book.activeSheet.cells.size).toBe(0);
});

test('an answer over the limit is refused after the batch was done', async () => {
  const { Excel, host } = loadAndHost();
  const run = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1').values = [['x'.repeat(5_000)]];
    sheet.getRange('A1').load('values');
    await context.sync();
  });
  expect(await codeOf(run)).toBe('ResponsePayloadSizeLimitExceeded');
  expect(host.book.activeSheet.cells.size).toBe(1);
});

function loadAndHost() {
  const host = createHost({ limits: { response: 4_000 } });
  return { host, ...loadClient(host) };
}
