import ExcelJS from 'exceljs';
import { zipSync, strToU8 } from 'fflate';
import { readSource } from '../../src/intake';
import type { Source } from '../../src/intake/types';
import { formatKind, numberText } from '../../src/intake/xlsx/number-format';
import { readWorkbook } from '../../src/intake/xlsx/read-workbook';

const options = { today: '2025-11-17', year: 2025 };
const read = (bytes: Uint8Array, name = 'book.xlsx'): readonly Source[] => readSource({ name, bytes }, options);

async function bytesOf(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('an .xlsx is read as if its sheets had been pasted', () => {
  test('every sheet, with title rows, formats, dates, rich text and formulas', async () => {
    const bytes = await bytesOf((book) => {
      const targets = book.addWorksheet('目标');
      targets.addRow(['2025双11客服目标表']);
      targets.mergeCells('A1:C1');
      targets.addRow([]);
      targets.addRow(['指标', '目标值', '单位']);
      targets.addRow(['客户满意率', 0.95, '']);
      targets.getCell('B4').numFmt = '0.0%';
      targets.addRow(['平均响应时长', 30, '秒']);
      targets.addRow([{ richText: [{ text: '接待' }, { text: '人数' }] }, { formula: '13000*2', result: 26000 }, '人']);
      const hours = book.addWorksheet('分时');
      hours.addRow(['日期', '时段', '咨询人数', '平均响应时长']);
      hours.addRow([new Date(Date.UTC(2025, 10, 11)), '10-11', 100, 80 / 86400]);
      hours.getCell('A2').numFmt = 'yyyy/m/d';
      hours.getCell('D2').numFmt = 'm:ss';
      book.addWorksheet('空');
    });
    const [targets, hours, ...others] = read(bytes);
    expect(others).toEqual([]);
    expect(targets).toMatchObject({ file: 'book.xlsx#目标', kind: 'targets', headerLine: 3, used: 3, problems: [] });
    expect(targets?.notes).toContainEqual({ code: 'caption', text: '2025双11客服目标表' });
    expect(targets?.records.targets?.map((target) => target.value)).toEqual([0.95, 30, 26_000].map((value) => ({ kind: 'number', value })));
    expect(hours).toMatchObject({ file: 'book.xlsx#分时', kind: 'hourly', used: 1, problems: [] });
    expect(hours?.records.hours?.[0]).toMatchObject({ date: '2025-11-11', hour: 10, figures: { avg_resp: { value: 80 } } });
  });

  test('merged two-row headers', async () => {
    const bytes = await bytesOf((book) => {
      const sheet = book.addWorksheet('接待评价');
      sheet.addRow(['旺旺昵称', '接待人数', '总', null, '邀请', null]);
      sheet.addRow([null, null, '发出', '满意率', '发出', '满意率']);
      for (const range of ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1']) sheet.mergeCells(range);
      sheet.addRow(['小满', 10, 8, 0.9, 6, 0.95]);
    });
    const [source] = read(bytes);
    expect(source).toMatchObject({ kind: 'agents', headerLine: 2, used: 1 });
    expect(source?.records.agents?.[0]?.figures).toMatchObject({ csat: { value: 0.9 }, 'csat@邀请': { value: 0.95 } });
  });

  test('Q41 what Excel damaged (and Q42) is named: an id with a lost tail, a slot that became a date', async () => {
    const bytes = await bytesOf((book) => {
      const refunds = book.addWorksheet('退款');
      refunds.addRow(['退款编号', '退款状态', '买家退款金额', '买家退款原因']);
      refunds.addRow([Number('4012345678901230001'), '退款成功', 10, '缺货']);
      const hours = book.addWorksheet('分时');
      hours.addRow(['时段', '咨询人数', '接待人数']);
      hours.addRow([new Date(Date.UTC(2025, 9, 11)), 5, 4]);
      hours.getCell('A2').numFmt = 'm"月"d"日"';
    });
    const [refunds, hours] = read(bytes);
    expect(refunds?.problems).toMatchObject([{ code: 'suspect-id', line: 2, column: '退款编号' }]);
    expect(hours?.problems).toMatchObject([{ code: 'excel-damage', line: 2, detail: { meaning: '10-11' } }]);
    expect(hours?.records.hours?.[0]).toMatchObject({ hour: 10, hours: 1 });
  });

  test.each<[number, string | undefined, number, string, string]>([
    [0, undefined, 0.178, '0.178', 'general'], [10, undefined, 0.178, '17.8%', 'built-in percent'], [14, undefined, 45972, '2025-11-11', 'built-in date'], [22, undefined, 45972.5, '2025-11-11 12:00:00', 'date and time'],
    [20, undefined, 80 / 1440, '1:20', 'h:mm as shown'], [45, undefined, 80 / 86400, '1:20', 'mm:ss'], [46, undefined, 27712 / 86400, '7:41:52', '[h]:mm:ss'], [164, '0.0"%"', 17.8, '17.8', 'a literal sign is no percent format'],
    [165, '[红色]0.00%;-0.00%', 0.5, '50%', 'colour and percent'], [166, 'yyyy"年"m"月"d"日"', 45972, '2025-11-11', 'Chinese date'], [167, '#,##0.00', 12860433.5, '12860433.5', 'separators are only shown'], [168, '@', 401234567890123000, '401234567890123000', 'digits in full'],
  ])('format %i %s of %d is %s (%s)', (id, code, value, text) => {
    expect(numberText(value, formatKind(id, code), false)).toBe(text);
  });
});

describe('files that are not what they say', () => {
  const codes = (bytes: Uint8Array, name?: string) => read(bytes, name).map((source) => source.problems.map((problem) => problem.code));

  test('a bomb is refused before anything is unpacked: its content is no zip data at all', () => {
    const zip = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(24 << 20) }, { level: 6 });
    const name = 'xl/worksheets/sheet1.xml';
    const content = Buffer.from(zip.buffer, zip.byteOffset, zip.length).indexOf(name) + name.length;
    zip.fill(0xff, content, content + 1_000);
    expect(codes(zip)).toEqual([['xlsx-bomb']]);
  });

  test('a header that lies about its size is stopped where the lie shows', () => {
    const zip = zipSync({ 'xl/workbook.xml': new Uint8Array(8 << 20) }, { level: 6 });
    const view = new DataView(zip.buffer, zip.byteOffset);
    for (let at = 0; at + 46 < zip.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    expect(codes(zip)).toEqual([['xlsx-bomb']]);
  });

  test.each([
    ['a .docx with another name', 'broken-xlsx', zipSync({ 'word/document.xml': strToU8('<w/>') })],
    ['a workbook without a sheet', 'broken-xlsx', zipSync({ 'xl/workbook.xml': strToU8('<workbook><sheets/></workbook>') })],
    ['an .xls that is a web page', 'html-file', strToU8('<html><table><tr><td>指标</td></tr></table></html>')],
    ['a workbook with a password', 'locked-xlsx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...[...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])])],
    ['an old .xls', 'old-xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])],
  ])('Q03 %s is %s', (_why, code, bytes) => {
    expect(codes(bytes, 'x.xls')).toEqual([[code]]);
  });

  test('cut off anywhere, it is a problem and never an error', async () => {
    const bytes = await bytesOf((book) => book.addWorksheet('a').addRow(['指标', '目标值']));
    for (let length = 4; length < bytes.length; length += 211) expect(() => read(bytes.slice(0, length))).not.toThrow();
  });

  test('absurd cell references are left out instead of filling memory', () => {
    const sheet = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>指标</t></is></c><c r="ZZZZ1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>目标值</t></is></c></row><row r="99999999"><c r="A99999999"><v>1</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>拉新</t></is></c><c r="B2"><v>80</v></c></row></sheetData></worksheet>';
    const zip = zipSync({
      'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
      'xl/worksheets/sheet1.xml': strToU8(sheet),
    });
    const sheets = readWorkbook(zip);
    expect(sheets).toEqual([{ name: 'S', lines: 2, rows: [{ line: 1, cells: ['指标', '目标值'] }, { line: 2, cells: ['拉新', '80'] }] }]);
  });
});
