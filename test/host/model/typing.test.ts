import { interpret } from '../../../src/host/model/typing';

const read = (text: string, format = 'General') => interpret(text, format, '2025-11-17');

describe('typed into a General cell', () => {
  test.each<[text: string, value: string | number | boolean, numberFormat: string | undefined, why: string]>([
    ['123', 123, undefined, 'number'],
    ['-5', -5, undefined, 'a lone negative number is no formula'],
    ['+5', 5, undefined, 'nor a positive one'],
    ['1,234.5', 1234.5, '#,##0.00', 'thousands separator'],
    ['5%', 0.05, '0%', 'percent'],
    ['12.5%', 0.125, '0.00%', 'percent with decimals'],
    ['(5)', -5, undefined, 'accountants’ negative'],
    ['¥1,200', 1200, '"¥"#,##0', 'money'],
    ['1e5', 100000, '0.00E+00', 'scientific'],
    ['007', 7, undefined, 'leading zeros are lost'],
    ['1234567890123456789', 1234567890123460000, undefined, '15 digits are kept'],
    ['TRUE', true, undefined, 'boolean'],
    ['2025-11-11', 45972, 'yyyy/m/d', 'ISO date'],
    ['2025/3/1', 45717, 'yyyy/m/d', 'slashes'],
    ['2025年11月11日', 45972, 'yyyy"年"m"月"d"日"', 'Chinese date'],
    ['11月11日', 45972, 'm"月"d"日"', 'this year'],
    ['3/1', 45717, 'm"月"d"日"', 'month and day'],
    ['10:30', 0.4375, 'h:mm', 'time'],
    ['2025-11-11 12:00', 45972.5, 'yyyy/m/d h:mm', 'date and time'],
    ['2025-02-30', '2025-02-30', undefined, 'no such day'],
    ['25:61', '25:61', undefined, 'no such time'],
    ['华为 P60', '华为 P60', undefined, 'text'],
    ["'=1+1", '=1+1', undefined, 'an apostrophe makes text'],
    ['-', '-', undefined, 'a lone minus'],
    ['=', '=', undefined, 'a lone equals sign'],
    ['#N/A', '#N/A', undefined, 'an error value'],
    ['1.2.3', '1.2.3', undefined, 'no number'],
    ['1,23', '1,23', undefined, 'commas in wrong places'],
  ])('%s', (text, value, numberFormat) => {
    const entry = read(text);
    expect(entry).toMatchObject(numberFormat === undefined ? { kind: 'value', value } : { kind: 'value', value, numberFormat });
    if (numberFormat === undefined) expect(entry).not.toHaveProperty('numberFormat');
  });
  test.each([
    ['=SUM(A1)', '=SUM(A1)', 'formula'],
    ['-A1', '=-A1', 'minus begins a formula'],
    ['+A1*2', '=+A1*2', 'plus too'],
    ['@SUM(A1)', '=SUM(A1)', 'the old way of Lotus'],
    ['+86-138', '=+86-138', 'a phone number is calculated: text columns need @'],
  ])('%s is a formula', (text, formula) => expect(read(text)).toEqual({ kind: 'formula', formula }));
  test.each([['-5元', 'not a number'], ['=1+', 'unfinished'], ['@小明 在吗', 'a mention']])('%s is refused (%s)', (text) => expect(read(text).kind).toBe('refused'));
  test('nothing clears', () => expect(read('')).toEqual({ kind: 'blank' }));
});

test.each(['=1+1', '-A1', '@x', '007', '5%', '2025-11-11', "'a", 'TRUE'])('%s stays text in a text cell', (text) => {
  expect(read(text, '@')).toEqual({ kind: 'value', value: text });
});
