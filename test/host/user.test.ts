/** What a person does in the grid. */
import { getCell } from '../../src/host/model/cells';
import { open, type Opened } from './support/client';

async function withTable(): Promise<Opened> {
  const opened = open();
  await opened.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:B3').values = [['编号', '状态'], ['A-01', '未开始'], ['A-02', '进行中']];
    sheet.tables.add('A1:B3', true).name = 'tblAction';
    sheet.getRange('B2:B3').dataValidation.rule = { list: { inCellDropDown: true, source: '未开始,进行中,已完成' } };
    sheet.getRange('B2:B3').dataValidation.errorAlert = { title: '', message: '请从列表中选择', showAlert: true, style: 'Stop' };
    await context.sync();
  });
  return opened;
}
const value = (opened: Opened, row: number, column: number): unknown => getCell(opened.host.book.activeSheet, row, column)?.value ?? '';

test('typing follows Excel’s rules', () => {
  const opened = open();
  const { user } = opened.host;
  for (const [address, text] of [['A1', '5%'], ['A2', '=A1*2'], ['A3', "'007"], ['A4', '2025/11/17']] as const) expect(user.edit('Sheet1', address, text)).toBeUndefined();
  expect([value(opened, 0, 0), getCell(opened.host.book.activeSheet, 1, 0)?.formula, value(opened, 2, 0), value(opened, 3, 0)]).toEqual([0.05, '=A1*2', '007', 45978]);
});

test('a malformed formula is refused as data, not as an exception', () => {
  const { host } = open();
  expect(host.user.edit('Sheet1', 'A1', '=SUM(')).toMatchObject({ code: 'InvalidArgument' });
  expect(host.user.edit('没有', 'A1', '1')).toMatchObject({ code: 'ItemNotFound' });
});

test('a value that breaks a Stop rule is taken back', async () => {
  const opened = await withTable();
  expect(opened.host.user.edit('Sheet1', 'B2', '瞎填')).toMatchObject({ code: 'DataValidation', message: '请从列表中选择' });
  expect(value(opened, 1, 1)).toBe('未开始');
  expect(opened.host.user.edit('Sheet1', 'B2', '已完成')).toBeUndefined();
  expect(value(opened, 1, 1)).toBe('已完成');
});

test('a paste is not validated, grows the table and may be ragged', async () => {
  const opened = await withTable();
  expect(opened.host.user.edit('Sheet1', 'A4', [['A-03', '瞎填'], ['A-04']])).toBeUndefined();
  expect(opened.host.book.tables[0]?.range.rowCount).toBe(5);
  expect([value(opened, 3, 1), value(opened, 4, 0)]).toEqual(['瞎填', 'A-04']);
});

test('a header typed twice is numbered, a blank one named', async () => {
  const opened = await withTable();
  opened.host.user.edit('Sheet1', 'B1', '编号');
  expect(opened.host.book.tables[0]?.columns.map((column) => column.name)).toEqual(['编号', '编号2']);
  expect(value(opened, 0, 1)).toBe('编号2');
  opened.host.user.renameHeader('tblAction', '编号2', '状态');
  expect(opened.host.book.tables[0]?.columns[1]?.name).toBe('状态');
});

test('rows, sorting, filtering, sheets', async () => {
  const opened = await withTable();
  const { user, book } = opened.host;
  expect(user.sortTable('tblAction', '编号', false)).toBeUndefined();
  expect([value(opened, 1, 0), value(opened, 2, 0)]).toEqual(['A-02', 'A-01']);
  expect(user.insertRows('Sheet1', 2, 1)).toBeUndefined();
  expect(book.tables[0]?.range.rowCount).toBe(4);
  expect(user.deleteRows('Sheet1', 2, 1)).toBeUndefined();
  expect(user.filterTable('tblAction', '编号', ['A-01'])).toBeUndefined();
  expect(book.activeSheet.rows.get(1)).toEqual({ filtered: true });
  expect(user.filterTable('tblAction', '编号')).toBeUndefined();
  expect(user.renameSheet('Sheet1', '6 行动计划')).toBeUndefined();
  expect(user.addSheet('二')).toBeUndefined();
  expect(book.activeSheet.name).toBe('二');
  expect(user.deleteSheet('二')).toBeUndefined();
  expect(book.sheets.map((sheet) => sheet.name)).toEqual(['6 行动计划']);
  expect(user.deleteSheet('6 行动计划')).toMatchObject({ code: 'InvalidOperation' });
});
