import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventMistakes, toEvent, toForm } from '../../src/taskpane/state/event';
import { describeInput, inputOf, looksLikeTable, originalText } from '../../src/taskpane/state/inputs';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(__dirname, '../fixtures/samples', name)));

describe('the list says how many lines something has', () => {
  test.each([
    { text: '', lines: 0, why: 'nothing' },
    { text: 'a', lines: 1, why: 'no line end' },
    { text: 'a\n', lines: 1, why: 'a line end is not one more line' },
    { text: 'a\r\nb\r\n', lines: 2, why: 'as Excel copies' },
    { text: 'a\n\nb', lines: 3, why: 'an empty line in between is a line' },
  ])('$why', ({ text, lines }) => {
    expect(describeInput({ name: 'x', text }, 'paste').lines).toBe(lines);
    expect(describeInput({ name: 'x', bytes: bytes(text) }, 'file').lines).toBe(lines);
  });
});

describe('the list shows how something begins', () => {
  test.each([
    { text: '\n\n指标\t目标值\t\t单位\nx', peek: '指标 · 目标值 · 单位', why: 'empty lines and cells are passed over' },
    { text: `${'很长的表头'.repeat(20)}\n`, peek: `${'很长的表头'.repeat(12)}…`, why: 'cut at 60 characters' },
    { text: 'PK\u0003\u0004\u0000\u0000\n', peek: '', why: 'what is not text is not shown' },
  ])('$why', ({ text, peek }) => {
    expect(describeInput({ name: 'x', text }, 'paste').peek).toBe(peek);
  });
  test('in the encoding of the back office', () => {
    expect(describeInput({ name: 'x', bytes: sample('11_orders_taobao_gbk.csv') }, 'file').peek).toContain('订单编号');
  });
  test('even when the cut falls inside a character', () => {
    expect(describeInput({ name: 'x', bytes: bytes(`a${'表'.repeat(1500)}`) }, 'file').peek).toMatch(/^a表+…$/);
  });
});

describe('the original can be copied back out as it was', () => {
  test.each([
    { why: 'pasted text is untouched', input: { name: 'x', text: '="0123"\t\r\n' }, text: '="0123"\t\r\n' },
    { why: 'UTF-8', input: { name: 'x', bytes: bytes('退款率\t15%') }, text: '退款率\t15%' },
    { why: 'UTF-16 with its mark', input: { name: 'x', bytes: Uint8Array.from([0xff, 0xfe, 0x00, 0x90, 0x3e, 0x6b]) }, text: '退款' },
    { why: 'GB18030', input: { name: 'x', bytes: Uint8Array.from([0xcd, 0xcb, 0xbf, 0xee]) }, text: '退款' },
  ])('$why', ({ input, text }) => {
    return expect(originalText(input)).resolves.toBe(text);
  });
  test('a workbook gives the cells of the sheet that was read, on their own lines', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('说明').addRow(['别的']);
    const sheet = book.addWorksheet('目标');
    sheet.getCell('A3').value = '指标';
    sheet.getCell('B3').value = '目标值';
    sheet.getCell('A4').value = '平响\n（人工）';
    sheet.getCell('B4').value = '1,2O0';
    const input = { name: 'book.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
    const text = await originalText(input, 'book.xlsx#目标');
    expect(text).toBe('\r\n\r\n指标\t目标值\r\n"平响\n（人工）"\t1,2O0');
    expect(await originalText(input)).toContain('别的');
  });
});

test('a sheet of a workbook leads back to its file', () => {
  const cards = [{ input: { name: 'a.xlsx', text: '' } }, { input: { name: 'a.xlsx#b', text: '' } }];
  expect(inputOf(cards, 'a.xlsx#Sheet1')).toBe(cards[0]);
  expect(inputOf(cards, 'a.xlsx#b')).toBe(cards[1]);
  expect(inputOf(cards, 'c.xlsx')).toBeUndefined();
});

describe('a paste is a table or just words', () => {
  test.each([
    { text: '指标\t目标值', table: true, why: 'cells parted by a tab' },
    { text: 'a\nb', table: true, why: 'two lines' },
    { text: '退款率\r\n', table: false, why: 'one cell copied from Excel ends with a line break' },
    { text: '退款率', table: false, why: 'a word' },
  ])('$why', ({ text, table }) => expect(looksLikeTable(text)).toBe(table));
});

describe('the event form', () => {
  test('leaves out what is empty and trims names', () => {
    expect(toEvent({ name: ' 2025双11 ', start: '', end: '2025-11-14', next: '  ', shop: ' 店 ' })).toEqual({ name: '2025双11', end: '2025-11-14', shop: '店' });
  });
  test('shows what the workbook holds', () => {
    expect(toForm({ name: 'x', next: 'y' })).toEqual({ name: 'x', start: '', end: '', next: 'y', shop: '' });
  });
  test.each([
    { change: { name: ' ' }, mistakes: ['name-missing'] },
    { change: { name: '长'.repeat(61) }, mistakes: ['name-too-long'] },
    { change: { start: '2025-11-15' }, mistakes: ['end-before-start'] },
    { change: { start: '2025-11-14' }, mistakes: [] },
    { change: { start: '', end: '' }, mistakes: [] },
  ])('$change → $mistakes', ({ change, mistakes }) => {
    expect(eventMistakes({ name: '2025双11', start: '2025-10-20', end: '2025-11-14', next: '', shop: '', ...change })).toEqual(mistakes);
  });
});
