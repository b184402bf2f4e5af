import { readSource } from '../../src/intake';
import { readHead } from '../../src/intake/head';
import type { Source, TableChoice } from '../../src/intake/types';

const options = { today: '2025-11-17', year: 2025 };
/** Reads the list after a person said what it is, the way the review does: by the first row that it offers. */
function chosen(text: string, choice: Partial<TableChoice> = { kind: 'inquiries' }): Source | undefined {
  const [first] = readHead({ name: '粘贴', text }, '粘贴').rows;
  return readSource({ name: '粘贴', text }, { ...options, choices: [{ signature: first?.signature ?? '', ...choice }] })[0];
}
const list = '什么时候发货\n在吗\n\n你好,优惠券怎么用不了\n怎么开发票\n';

test('a bare list is not guessed to be questions', () => {
  expect(readSource({ name: '粘贴', text: list }, options)[0]).toMatchObject({ kind: 'unknown', used: 0 });
});

test('chosen as 咨询 every line is a question, the first one too; commas part nothing', () => {
  const source = chosen(list);
  expect(source).toMatchObject({ kind: 'inquiries', headerLine: 0, lines: 5, rows: 5, used: 3, skipped: [{ line: 2, reason: 'greeting' }, { line: 3, reason: 'blank' }], problems: [] });
  expect(source?.records.inquiries?.map(({ line, question, category }) => [line, question, category])).toEqual([[1, '什么时候发货', 'shipping'], [2, '在吗', 'greeting'], [4, '你好,优惠券怎么用不了', 'coupon'], [5, '怎么开发票', 'invoice']]);
  expect(source?.signature).toBe('什么时候发货');
});

test.each<{ why: string; text: string; used: number; header: number }>([
  { why: 'with the name of its column above', text: '买家首句\n什么时候发货\n怎么开发票\n', used: 2, header: 1 },
  { why: 'a first line with a comma', text: '你好,什么时候发货\n在,怎么开发票\n', used: 2, header: 0 },
  { why: 'Windows line ends', text: '什么时候发货\r\n怎么开发票\r\n', used: 2, header: 0 },
])('reads a list $why', ({ text, used, header }) => {
  expect(chosen(text)).toMatchObject({ kind: 'inquiries', used, headerLine: header, problems: [], unusedLines: [] });
});

test('phones and names in questions are masked', () => {
  expect(JSON.stringify(chosen('什么时候发货\n我电话13812345678，收货人：李小红\n')?.records)).not.toMatch(/138|李小红/);
});

test.each<{ why: string; text: string; choice: Partial<TableChoice> }>([
  { why: 'another kind was chosen', text: list, choice: { kind: 'cases' } },
  { why: 'a table with several columns', text: '问什么\t谁问的\n什么时候发货\tt**1\n', choice: { kind: 'inquiries', columns: { 问什么: 'question', 谁问的: 'buyer' } } },
])('is no list of questions: $why', ({ text, choice }) => {
  expect(chosen(text, choice)?.headerLine).toBe(1);
});
