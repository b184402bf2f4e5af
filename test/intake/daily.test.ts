import { readSource } from '../../src/intake';
import type { Source } from '../../src/intake/types';

function paste(...lines: readonly (readonly string[])[]): Source {
  const [source] = readSource({ name: '粘贴', text: lines.map((line) => line.join('\t')).join('\n') }, { today: '2025-11-17', year: 2025 });
  if (!source) throw new Error('nothing came back');
  return source;
}

const figures = (source: Source) => Object.fromEntries((source.records.actuals ?? []).map(({ metric, value }) => [metric.key, value.kind === 'number' ? value.value : value.kind]));

describe('tables with one row per day become one figure per metric', () => {
  const source = paste(
    ['日期', '咨询人数', '接待人数', '平均响应时长', '3分钟人工响应率', '询单最终付款转化率', '客户满意率'],
    ['2025-11-10', '100', '100', '20', '0.9', '延迟统计', '4.9'],
    ['2025-11-11', '300', '300', '40', '0.8', '延迟统计', '4.5'],
    ['合计', '400', '390', '30', '', '', ''],
    ['同行同层优秀', '-', '-', '10', '99%', '', ''],
  );

  test('people as the tool counted them in its total, rates weighted, delayed ones pending', () => {
    expect(source).toMatchObject({ kind: 'actuals', used: 2, skipped: [{ line: 4, reason: 'total' }, { line: 5, reason: 'peer' }] });
    expect(figures(source)).toMatchObject({ consult_users: 400, received_users: 390, avg_resp: 35, rate_3min: 0.825, conv_final: 'pending', csat: 4.6 });
    expect(source.records.actuals?.find((actual) => actual.metric.key === 'csat')?.unit).toBe('分');
    expect(source.notes.map(({ code }) => code)).not.toContain('distinct-days');
    expect(source.notes).toContainEqual({ code: 'period', text: '2025-11-10~2025-11-11' });
  });

  test.each([
    { why: 'no total at all', total: [], received: 400, added: true },
    { why: 'a total above the sum of the days', total: [['合计', '450']], received: 400, added: true },
    { why: 'a total below the largest day', total: [['合计', '12']], received: 400, added: true },
    { why: 'two totals', total: [['合计', '390'], ['汇总', '380']], received: 400, added: true },
    { why: 'one total between the largest day and the sum', total: [['合计', '350']], received: 350, added: false },
  ])('people are never just added over days without saying so: $why', ({ total, received, added }) => {
    const days = paste(['日期', '接待人数', '访客数'], ['2025-11-10', '100', '900'], ['2025-11-11', '300', '990'], ...total.map((cells) => [...cells, '']));
    const record = days.records.actuals?.find((actual) => actual.metric.key === 'received_users');
    expect(record?.value).toEqual({ kind: 'number', value: received });
    expect(record?.addedOverDays ?? false).toBe(added);
    expect(days.notes.some(({ code, text }) => code === 'distinct-days' && text.includes('接待人数'))).toBe(added);
  });

  test('the peer row is the industry baseline', () => {
    const response = source.records.actuals?.find((actual) => actual.metric.key === 'avg_resp');
    expect(response?.baselines).toEqual({ industry: { kind: 'number', value: 10 } });
  });

  test('an overview without a date is one figure per column', () => {
    expect(figures(paste(['客服销售额', '接待人数', '平均响应时长（秒）', '客户满意率'], ['3,734,215.80', '31,204', '45', '93.6%']))).toEqual({ cs_sales: 3_734_215.8, received_users: 31_204, avg_resp: 45, csat: 0.936 });
  });

  test('销售额 beside reception columns is the service’s, and asked about', () => {
    const service = paste(['日期', '接待人数', '询单人数', '销售额'], ['2025-11-11', '10', '5', '100']);
    expect(figures(service)).toMatchObject({ cs_sales: 100 });
    expect(service.problems).toEqual([{ code: 'ambiguous-column', line: 1, column: '销售额', value: '销售额', detail: { options: '客服销售额 / 店铺销售额', taken: 'cs_sales' } }]);
    expect(figures(paste(['日期', '访客数', '销售额'], ['2025-11-11', '10', '100']))).toMatchObject({ sales_amount: 100 });
  });
});

describe('text with a broken character here and there', () => {
  const text = `指标,目标值\n${Array.from({ length: 30 }, (_, index) => `自定义指标${index},${index + 1}次`).join('\n')}\n店铺销售额,100元`;

  test('UTF-8 cut in the middle of its last character is still UTF-8', () => {
    const bytes = new TextEncoder().encode(text);
    const [source] = readSource({ name: 'x', bytes: bytes.slice(0, bytes.length - 1) }, { today: '2025-11-17', year: 2025 });
    expect(source).toMatchObject({ kind: 'targets', used: 31 });
    expect(source?.problems.filter((problem) => problem.code === 'mojibake')).toMatchObject([{ line: 32 }]);
  });
});
