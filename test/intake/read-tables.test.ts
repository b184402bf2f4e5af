/** Tables of a file by their names, with cells as they are: what collecting copies reads. */
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { readTables, type FileTables } from '../../src/intake/xlsx/read-tables';
import { toSerial } from '../../src/retro/dates';

async function fileWith(change: (book: ExcelJS.Workbook) => void = () => undefined): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('改过的名字');
  sheet.addTable({ name: 'tblAction', ref: 'B3', headerRow: true, totalsRow: true, columns: [{ name: '编号', totalsRowLabel: '合计' }, { name: '截止日期' }, { name: '花费', totalsRowFunction: 'sum' }], rows: [['A-01', new Date(Date.UTC(2025, 10, 20)), 12.5], ['A-02', '下周五', 0]] });
  sheet.getCell('C4').numFmt = 'yyyy-mm-dd';
  sheet.getCell('A1').value = '2025双11';
  book.definedNames.add("'改过的名字'!$A$1", 'retroEvent');
  change(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
function read(bytes: Uint8Array): FileTables {
  const found = readTables(bytes);
  if ('kind' in found) throw new Error(found.kind);
  return found;
}

test('a table is found by its name, wherever it stands; its totals are no row, its numbers are numbers', async () => {
  const { tables, cells } = read(await fileWith());
  expect(tables).toEqual([{ name: 'tblAction', sheet: '改过的名字', row: 2, column: 1, headers: ['编号', '截止日期', '花费'], rows: [['A-01', toSerial('2025-11-20'), 12.5], ['A-02', '下周五', 0]] }]);
  expect(cells.get('retroEvent')).toBe('2025双11');
});

test('days of a workbook that counts from 1904 are the same days', async () => {
  const { tables } = read(await fileWith((book) => { book.properties.date1904 = true; }));
  expect(tables[0]?.rows[0]?.[1]).toBe(toSerial('2025-11-20'));
});

test.each([
  { why: 'nothing', bytes: new Uint8Array(), kind: 'not-xlsx' },
  { why: 'a text', bytes: strToU8('编号,行动'), kind: 'not-xlsx' },
  { why: 'a document of another program', bytes: zipSync({ 'word/document.xml': strToU8('<w:document/>') }), kind: 'not-xlsx' },
  { why: 'a workbook without its parts', bytes: zipSync({ 'xl/worksheets/sheet1.xml': strToU8('<worksheet/>') }), kind: 'broken' },
  { why: 'an old workbook', bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), kind: 'old-xls' },
])('$why is said, not thrown', ({ bytes, kind }) => {
  expect(readTables(bytes)).toEqual({ kind });
});

test('cut off anywhere, it is a failure or a table and never an error', async () => {
  const bytes = await fileWith();
  for (let length = 0; length < bytes.length; length += 211) expect(() => readTables(bytes.subarray(0, length))).not.toThrow();
});

test('a table that lies about its place takes no more rows than the sheet has', () => {
  const bytes = zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/s.xml"/></Relationships>'),
    'xl/worksheets/s.xml': strToU8('<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>A-01</t></is></c></row></sheetData></worksheet>'),
    'xl/worksheets/_rels/s.xml.rels': strToU8('<Relationships><Relationship Id="t1" Type="x/table" Target="../tables/t.xml"/><Relationship Id="t2" Type="x/table" Target="../tables/u.xml"/></Relationships>'),
    'xl/tables/t.xml': strToU8('<table displayName="tblAction" ref="A1:A1048576"><tableColumns><tableColumn id="1" name="编号"/></tableColumns></table>'),
    'xl/tables/u.xml': strToU8('<table displayName="tblLesson" ref="A9999999:ZZZZ1"><tableColumns/></table>'),
  });
  expect(read(bytes).tables).toEqual([{ name: 'tblAction', sheet: 'S', row: 0, column: 0, headers: ['编号'], rows: [['A-01']] }]);
});
