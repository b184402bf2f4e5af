import { readSource } from '../../src/intake';
import { combineRecords } from '../../src/intake/combine';
import type { InquiryRecord } from '../../src/retro/types';
import { sampleInputs } from '../support/samples';

const options = { today: '2025-11-17', year: 2025 };
const asked = (...texts: readonly string[]): readonly InquiryRecord[] => combineRecords(texts.flatMap((text, index) => readSource({ name: `粘贴${index}`, text }, options))).inquiries ?? [];
/** A chat out of `who: text` lines, a minute apart. Names with a shop are agents. */
const chat = (...lines: readonly (readonly [string, string])[]): string => lines.map(([who, text], index) => `${who} 2025-11-01 10:${String(index).padStart(2, '0')}:00\n${text}\n`).join('');
const agent = '某店:小满';
const bot = '某店:机器人';

test.each<{ why: string; text: string; questions: readonly [string, string][] }>([
  { why: 'the first thing a buyer asks, once, whatever follows', text: chat(['t**1', '什么时候发货'], [agent, '今天'], ['t**1', '怎么开发票']), questions: [['什么时候发货', 'shipping']] },
  { why: 'a greeting is no question, in a message of its own or before the question', text: chat(['t**1', '在吗'], [agent, '在的'], ['t**1', '你好\n怎么开发票']), questions: [['怎么开发票', 'invoice']] },
  { why: 'who only greets asked nothing', text: chat(['t**1', '在吗'], [agent, '在的']), questions: [] },
  { why: 'lines of one message are one question', text: chat(['t**1', '下单3天还没发货\n怀疑虚假发货'], [agent, '抱歉']), questions: [['下单3天还没发货 怀疑虚假发货', 'complaint']] },
  { why: 'each buyer, also right after another', text: chat(['t**1', '什么时候发货'], ['t**2', '怎么开发票'], [agent, '今天']), questions: [['什么时候发货', 'shipping'], ['怎么开发票', 'invoice']] },
  { why: 'the same buyer on another day asks anew', text: chat(['t**1', '什么时候发货'], [agent, '今天']) + chat(['t**1', '怎么开发票'], [agent, '好']).replaceAll('11-01', '11-03'), questions: [['什么时候发货', 'shipping'], ['怎么开发票', 'invoice']] },
  { why: 'what a program answered alone is left out', text: chat(['t**1', '什么时候发货'], [bot, '48小时内'], ['t**2', '怎么开发票'], [agent, '好']), questions: [['怎么开发票', 'invoice']] },
  { why: 'what a program passed on to a person counts', text: chat(['t**1', '什么时候发货'], [bot, '48小时内'], [agent, '我看看']), questions: [['什么时候发货', 'shipping']] },
])('a chat gives questions: $why', ({ text, questions }) => {
  expect(asked(text).map(({ question, category }) => [question, category])).toEqual(questions);
});

test('the record says where and when, whether a person was asked for and whether nobody answered', () => {
  expect(asked(chat([agent, '您好'], ['t**1', '什么时候发货'], ['t**1', '转人工']))).toEqual([{ file: '粘贴0', line: 3, question: '什么时候发货', category: 'shipping', byBot: false, toHuman: true, unanswered: true, start: '2025-11-01 10:01:00' }]);
});

test('buyers, phones and agents are masked in questions too', () => {
  const all = JSON.stringify(asked(chat(['tb_secret_1990', '小满说能退，我电话13812345678'], [agent, '好'])));
  expect(all).toContain('客服A说能退，我电话〔电话〕');
  expect(all).not.toMatch(/小满|tb_secret|138/);
});

test.each<{ why: string; text: string; count: number }>([
  { why: 'a log', text: '开始时间\t买家\t接待客服\t买家首句\n2025-11-01 10:00:00\tt**1\t小满\t怎么开发票\n', count: 1 },
  { why: 'a counted table', text: '问题类型\t咨询量\n发票\t30\n', count: 0 },
])('beside $why a chat adds nothing: it would count the same talk twice', ({ text, count }) => {
  expect(asked(chat(['t**1', '什么时候发货'], [agent, '今天']), text)).toHaveLength(count);
});

test('the sample: one question, 投诉/情绪', () => {
  const records = combineRecords(sampleInputs('06c_chat_raw.txt').flatMap((input) => readSource(input, options)));
  expect(records.inquiries).toMatchObject([{ line: 3, question: '下单3天还没发货 怀疑虚假发货', category: 'complaint', unanswered: false }]);
});
