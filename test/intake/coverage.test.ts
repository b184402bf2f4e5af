import { messages, type Language } from '../../src/i18n';
import { readSource } from '../../src/intake';
import { combineRecords } from '../../src/intake/combine';
import { answerSources } from '../../src/intake/questions';
import type { Answers } from '../../src/intake/questions';
import { buildRetro } from '../../src/retro/retro';
import { planWorkbook } from '../../src/workbook';

const event = { name: '2025双11', start: '2025-10-20', end: '2025-11-14' };

interface Pasted {
  readonly name: string;
  readonly text: string;
}

/** Rows of 2 实际数据 by metric code. */
function actualRows(pasted: readonly Pasted[], answers: Answers = {}, language: Language = 'zh-CN') {
  const sources = answerSources(pasted.flatMap((input) => [...readSource(input, { today: '2025-11-17', year: 2025 })]), answers, event);
  const plan = planWorkbook(buildRetro(event, combineRecords(sources)), language);
  const rows = plan.sheets.find((sheet) => sheet.table?.name === 'tblActual')?.table?.rows ?? [];
  return new Map(rows.map(({ values }) => [String(values['code']), { period: values['period'], note: values['note'], source: values['source'] }]));
}

const agents = '客服昵称\t接待人数\t客服销售额\n小满\t10\t200\n阿橙\t20\t300\n';
const named = '自定义报表_日报_下单优先判定_2025-11-01至2025-11-11.tsv';

describe('days and rule that only a file name or a person knows stand beside the figures in the workbook (Q21)', () => {
  test('an agent table: period on every figure, the rule only where it changes the figure', () => {
    const rows = actualRows([{ name: named, text: agents }]);
    expect(rows.get('cs_sales')).toEqual({ period: '2025-11-01~2025-11-11', note: '归属口径：下单优先判定', source: `${named} 第 2 行` });
    expect(rows.get('received_users')).toMatchObject({ period: '2025-11-01~2025-11-11', note: null });
  });

  test('what a person answers wins over the file name', () => {
    const rows = actualRows([{ name: named, text: agents }], { attribution: '付款判定', [`period:${named}`]: 'event' });
    expect(rows.get('cs_sales')).toMatchObject({ period: '2025-10-20~2025-11-14', note: '归属口径：付款判定' });
  });

  test('a rule that nobody knows is not written', () => {
    expect(actualRows([{ name: named, text: agents }], { attribution: '' }).get('cs_sales')?.note).toBeNull();
    expect(actualRows([{ name: '粘贴', text: agents }]).get('cs_sales')).toMatchObject({ period: null, note: null });
  });

  test('in English the rule has its English name', () => {
    expect(actualRows([{ name: named, text: agents }], {}, 'en-US').get('cs_sales')?.note).toBe('Sales credited: order first');
  });

  test('rows with their own days win over the name; people added over days say so', () => {
    const rows = actualRows([{ name: named, text: '日期\t客服昵称\t接待人数\t客服销售额\n2025-11-02\t小满\t10\t200\n2025-11-03\t小满\t20\t300\n' }]);
    expect(rows.get('received_users')).toMatchObject({ period: '2025-11-02~2025-11-03', note: messages['zh-CN'].workbook.addedOverDays });
    expect(rows.get('cs_sales')).toMatchObject({ period: '2025-11-02~2025-11-03', note: '归属口径：下单优先判定' });
  });

  test.each<{ why: string; input: Pasted; code: string; period: string; note: RegExp }>([
    { why: 'actuals by metric', input: { name: '汇总_付款判定_2025-11-01_2025-11-11.tsv', text: '指标名称\t本期实际\n客服销售额\t100\n' }, code: 'cs_sales', period: '2025-11-01~2025-11-11', note: /归属口径：付款判定/ },
    { why: 'an overview row', input: { name: '概览_付款判定_2025-11-01_2025-11-11.tsv', text: '客服销售额\t接待人数\t平均响应时长（秒）\t客户满意率\n100\t10\t20\t93%\n' }, code: 'cs_sales', period: '2025-11-01~2025-11-11', note: /归属口径：付款判定/ },
    { why: 'silent orders by product', input: { name: '销售分析_付款判定_2025-11-01_2025-11-11.tsv', text: '商品ID\t商品标题\t店铺销售额\t客服销售额\t静默销售额\n1\t大衣\t100\t40\t60\n' }, code: 'silent_sales', period: '2025-11-01~2025-11-11', note: /归属口径：付款判定/ },
    { why: 'products whose rows hold the whole period', input: { name: '粘贴', text: '统计日期\t商品ID\t商品名称\t支付金额\t支付件数\n2025-11-01~2025-11-11\t1\t大衣\t100\t2\n' }, code: 'sales_amount', period: '2025-11-01~2025-11-11', note: /由 1 行明细汇总/ },
    { why: 'a shop table whose only row holds the whole period', input: { name: '粘贴', text: '统计日期\t访客数\t支付金额\n2025-11-01 至 2025-11-11\t9\t100\n' }, code: 'sales_amount', period: '2025-11-01~2025-11-11', note: /^$/ },
  ])('$why', ({ input, code, period, note }) => {
    const row = actualRows([input]).get(code);
    expect(row?.period).toBe(period);
    expect(String(row?.note ?? '')).toMatch(note);
  });
});
