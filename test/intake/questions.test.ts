import { readSource } from '../../src/intake';
import { answerSources, isAboutOneFile, questionsOf, type Question } from '../../src/intake/questions';
import type { Source } from '../../src/intake/types';
import { sampleInputs } from '../support/samples';

const event = { name: '2025双11', start: '2025-10-20', end: '2025-11-14' };
const read = (text: string, name = '粘贴'): readonly Source[] => readSource({ name, text }, { today: '2025-11-17', year: 2025 });
const asked = (sources: readonly Source[]): readonly string[] => questionsOf(sources, event).map(({ key }) => key);
const only = (sources: readonly Source[]): Question => {
  const [question, ...others] = questionsOf(sources, event);
  if (question === undefined || others.length > 0) throw new Error(`asked ${String(others.length + 1)} things`);
  return question;
};

describe('what the data do not say is asked once (DOMAIN 1.4)', () => {
  test.each<{ why: string; text: string; name?: string; keys: readonly string[] }>([
    { why: '退款率 without a word beside it', text: '指标\t目标值\n退款率\t15%\n', keys: ['metric:退款率'] },
    { why: '退款率 with 金额 beside it says it', text: '指标\t目标值\t口径说明\n退款率\t15%\t退款金额÷销售额\n', keys: [] },
    { why: 'a 静默转化率 over 20% is almost surely the share', text: '指标名称\t本期实际\n静默转化率\t61%\n', keys: ['metric:静默转化率'] },
    { why: '满意度 of 4.8 without a unit', text: '指标名称\t本期实际\n满意度\t4.8\n', keys: ['csat'] },
    { why: '满意度 with its unit', text: '指标名称\t本期实际\n满意度\t4.8分\n', keys: [] },
    { why: '满意度 as a percentage', text: '指标名称\t本期实际\n满意度\t96%\n', keys: [] },
    { why: 'sales credited to agents', text: '客服昵称\t接待人数\t客服销售额\n小满\t10\t200\n', keys: ['attribution'] },
    { why: 'days that only the file name holds', text: '客服昵称\t接待人数\t平均响应(秒)\n小满\t10\t20\n', name: '客服_2025-11-01至2025-11-11.tsv', keys: ['period:客服_2025-11-01至2025-11-11.tsv'] },
    { why: 'a file name with the days of the event needs no question', text: '客服昵称\t接待人数\t平均响应(秒)\n小满\t10\t20\n', name: '客服_2025-10-20至2025-11-14.tsv', keys: [] },
    { why: 'rows that tell their own days', text: '日期\t客服昵称\t接待人数\t平均响应(秒)\n2025-11-01\t小满\t10\t20\n', name: '客服_2025-11-01至2025-11-11.tsv', keys: [] },
  ])('$why', ({ text, name, keys }) => expect(asked(read(text, name))).toEqual(keys));

  test('the same name in two tables is one question', () => {
    expect(asked([...read('指标\t目标值\n退款率\t15%\n'), ...read('指标名称\t本期实际\n退款率\t17%\n')])).toEqual(['metric:退款率']);
  });
  test('the usual files of the sample need none', () => {
    const sources = sampleInputs('01_targets.tsv', '02_actuals.tsv', '03b_agents_sycm.tsv', '09_cases.tsv', '12_actions.tsv').flatMap((input) => readSource(input, { today: '2025-11-17', year: 2025 }));
    expect(asked(sources)).toEqual([]);
  });
});

describe('an answer', () => {
  test('names the metric everywhere and takes the doubt away', () => {
    const sources = [...read('指标\t目标值\n退款率\t15%\n'), ...read('指标名称\t本期实际\n退款率\t17%\n')];
    expect(only(sources)).toMatchObject({ taken: 'refund_rate_amt', options: ['refund_rate_amt', 'refund_rate_cnt'] });
    const [targets, actuals] = answerSources(sources, { 'metric:退款率': 'refund_rate_cnt' }, event);
    expect([targets?.records.targets?.[0]?.metric.key, actuals?.records.actuals?.[0]?.metric.key]).toEqual(['refund_rate_cnt', 'refund_rate_cnt']);
    expect([targets?.problems, actuals?.problems]).toEqual([[], []]);
  });
  test('makes a score a percentage, in actuals and in tables of agents', () => {
    const [actuals, agents] = answerSources([...read('指标名称\t本期实际\t去年同期\n满意度\t4.8\t4.6\n'), ...read('客服昵称\t接待人数\t满意度\n小满\t10\t4.8\n阿橙\t20\t4.6\n')], { csat: 'percent' }, event);
    expect(actuals?.records.actuals?.[0]).toMatchObject({ unit: '%', value: { value: 0.048 }, baselines: { lastYear: { value: 4.6 / 100 } } });
    expect(agents?.records.agents?.[0]?.figures['csat']).toEqual({ kind: 'number', value: 0.048 });
    expect(agents?.records.agents?.[0]?.figures['csat@5分']).toBeUndefined();
  });
  test('about the rule and the days stands in the notes', () => {
    const name = '客服_下单判定_2025-11-01至2025-11-11.tsv';
    const sources = read('客服昵称\t接待人数\t客服销售额\n小满\t10\t200\n', name);
    const [source] = answerSources(sources, { attribution: '付款判定', [`period:${name}`]: 'event' }, event);
    expect(source?.notes).toEqual(expect.arrayContaining([{ code: 'attribution', text: '付款判定' }, { code: 'period', text: '2025-10-20~2025-11-14' }]));
    expect(source?.notes).not.toContainEqual({ code: 'attribution', text: '下单判定' });
    expect(isAboutOneFile(`period:${name}`)).toBe(true);
  });
  test('to something that is not asked changes nothing', () => {
    const sources = read('指标\t目标值\n平响\t30秒\n');
    expect(answerSources(sources, { 'metric:退款率': 'refund_rate_cnt', csat: 'percent', attribution: '付款判定' }, event)).toEqual(sources);
  });
});
