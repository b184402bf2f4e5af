import { readSource } from '../../src/intake';
import { combineRecords } from '../../src/intake/combine';
import type { SourceInput } from '../../src/intake/types';
import { analyseHours } from '../../src/retro/analyses/hours';
import { cutRefundLines, type RefundLine } from '../../src/retro/analyses/refunds';
import { SUGGESTED_NODES } from '../../src/retro/nodes';
import { buildRetro, type Retro } from '../../src/retro/retro';
import { refundGroups } from '../../src/retro/taxonomy/refund-groups';
import type { Figure, HourRecord } from '../../src/retro/types';
import { messages } from '../../src/i18n';
import { sampleInputs } from '../support/samples';

const event = { name: '2025双11', start: '2025-10-20', end: '2025-11-14' };
const read = (inputs: readonly SourceInput[], about = event): Retro => buildRetro(about, combineRecords(inputs.flatMap((input) => [...readSource(input, { today: '2025-11-17', year: 2025 })])));
const metric = (retro: Retro, key: string) => retro.metrics.find((row) => row.key === key || row.key.startsWith(`${key}@`));
const number = (value: number): Figure => ({ kind: 'number', value });

describe('figures that no actuals paste gave come from the other pastes (DOMAIN 1.1)', () => {
  const retro = read(sampleInputs('04_hourly.tsv', '05a_refunds_taobao.tsv', '05b_refunds_douyin.tsv', '06b_inquiry_top10.tsv', '08_silent.tsv', '10_reviews.tsv'));
  test.each([
    // 10 successes of ¥3,281.00 and 4 of ¥829.50; freight is not the refund
    { key: 'refund_amount', value: 3281 + 829.5, derived: { code: 'rows', count: 14 } },
    { key: 'refund_count', value: 14, derived: { code: 'rows', count: 14 } },
    { key: 'peak_volume', value: 4216, derived: { code: 'peak-at', text: '2025-11-01 11:00–12:00' } },
    { key: 'silent_share', value: 5_579_716.2 / 9_313_932, derived: { code: 'rows', count: 7 } },
    { key: 'silent_sales', value: 5_579_716.2, derived: { code: 'rows', count: 7 } },
    { key: 'cs_sales', value: 3_734_215.8, derived: { code: 'rows', count: 7 } },
    { key: 'bot_share', value: 14_115 / 31_204, derived: { code: 'rows', count: 31_204 } },
    { key: 'bad_rate', value: 3 / 9, derived: { code: 'written', rate: 3 / 8 } },
    { key: 'good_rate', value: 4 / 9, derived: { code: 'rows', count: 9 } },
    { key: 'mid_bad', value: 5, derived: { code: 'rows', count: 9 } },
    { key: 'reviews', value: 9, derived: { code: 'rows', count: 9 } },
  ])('$key', ({ key, value, derived }) => {
    const row = metric(retro, key);
    expect(row?.actual.kind === 'number' ? row.actual.value : row?.actual.kind).toBeCloseTo(value, 9);
    expect(row?.derived).toEqual(derived);
  });

  test('the peak says its hour and the line it stands in', () => {
    expect(metric(retro, 'peak_hour')?.actual).toEqual({ kind: 'text', value: '2025-11-01 11:00–12:00' });
    expect(metric(retro, 'peak_volume')?.actualOrigin).toEqual({ file: '04_hourly.tsv', line: 7 });
  });

  test('no rate is made of parts from different pastes: no refund rate, no shop conversion', () => {
    for (const key of ['refund_rate_amt', 'refund_rate_cnt', 'silent_conv', 'avg_resp', 'received_users']) expect(metric(retro, key)).toBeUndefined();
  });

  test('a pasted actual always wins, an agent table before any of these', () => {
    const all = read(sampleInputs());
    expect(metric(all, 'refund_amount')).toMatchObject({ actual: { value: 2_289_157.16 }, derived: undefined });
    expect(metric(all, 'bad_rate')).toMatchObject({ actual: { value: 0.0112 }, derived: undefined });
    expect(metric(all, 'peak_volume')).toMatchObject({ actual: { value: 4216 }, derived: undefined });
    expect(metric(all, 'sales_amount')).toMatchObject({ actual: { value: 12_860_433.5 }, derived: undefined });
  });

  test('a row left empty keeps its baselines and gets its figure; a pending one stays pending', () => {
    const actuals = { name: 'a.tsv', text: '指标\t本期实际\t去年双11\n咨询量峰值\t\t3,050\n差评率\t延迟统计\t0.86%' };
    const filled = read([actuals, ...sampleInputs('04_hourly.tsv', '10_reviews.tsv')]);
    expect(metric(filled, 'peak_volume')).toMatchObject({ actual: { value: 4216 }, baselines: { lastYear: { value: 3050 } }, derived: { code: 'peak-at' } });
    expect(metric(filled, 'bad_rate')).toMatchObject({ actual: { kind: 'pending' }, derived: undefined });
  });

  test('nothing pasted, nothing analysed', () => {
    expect(read(sampleInputs('01_targets.tsv')).analyses).toEqual({});
  });
});

describe('hours (R16)', () => {
  const hour = (date: string | undefined, at: number, volume: number, response: number, received = volume): HourRecord => ({
    file: 'h', line: at + 2, ...(date !== undefined && { date }), hour: at, hours: 1, slot: `${at}点`, note: '', figures: { consult_users: number(volume), received_users: number(received), avg_resp: number(response) },
  });

  test('days outside the event are the ordinary days: volume per day, response weighted by reception', () => {
    const analysis = analyseHours([hour('2025-11-01', 10, 400, 45), hour('2025-09-01', 10, 100, 20), hour('2025-09-02', 10, 300, 40)], event);
    expect(analysis?.ordinaryDays).toBe(2);
    expect(analysis?.rows).toHaveLength(1);
    expect(analysis?.rows[0]?.ordinaryVolume).toEqual(number((100 + 300) / 2));
    expect(analysis?.rows[0]?.ordinaryResponse).toEqual(number((100 * 20 + 300 * 40) / 400));
  });

  test('when no day lies within the event every day counts', () => {
    expect(analyseHours([hour('2024-01-01', 10, 4, 45), hour('2024-01-02', 10, 1, 20)], event)?.rows).toHaveLength(2);
  });

  test('the same hour of two shops is added up, its response weighted', () => {
    const [row] = analyseHours([hour(undefined, 9, 100, 10), hour(undefined, 9, 300, 50)], event)?.rows ?? [];
    expect(row?.volume).toEqual(number(400));
    expect(row?.response).toEqual(number((100 * 10 + 300 * 50) / 400));
  });

  test('10–12点 of the sample: 8,118 and 72.7 秒, the busiest two hours', () => {
    const { analyses } = read(sampleInputs('04_hourly.tsv'));
    expect(analyses.hours?.window).toMatchObject({ date: '2025-11-01', from: 10, to: 12, volume: 3902 + 4216 });
    const response = analyses.hours?.window?.response;
    expect(response?.kind === 'number' ? response.value : 0).toBeCloseTo((3510 * 65 + 3720 * 80) / (3510 + 3720), 9);
  });

  test('a table of one hour has a peak and no window', () => {
    const analysis = analyseHours([hour('2025-11-01', 10, 4, 45)], event);
    expect(analysis?.summary.peak?.volume).toBe(4);
    expect(analysis?.window).toBeUndefined();
  });
});

describe('many products × reasons are cut without losing money (R19)', () => {
  const lines = Array.from({ length: 1000 }, (_, index): RefundLine => ({ key: `k${index}`, item: `商品${index}`, itemId: '', reason: '质量问题', group: refundGroups[index % refundGroups.length] ?? 'other', count: 1 + (index % 3), amount: (1000 - index) * 1.01, lines: 1 }));
  const cut = cutRefundLines(lines, 200);

  test('at most 200 lines, the largest first, the rest by cause group', () => {
    expect(cut.top.length + cut.rest.length).toBeLessThanOrEqual(200);
    expect(cut.top[0]).toBe(lines[0]);
    expect(cut.rest.map((line) => line.group)).toEqual([...refundGroups]);
    expect(cut.rest.reduce((sum, line) => sum + line.lines, 0)).toBe(1000 - cut.top.length);
  });

  test.each(refundGroups)('the sums of %s stay right', (group) => {
    const sum = (list: readonly RefundLine[], pick: (line: RefundLine) => number): number => list.filter((line) => line.group === group).reduce((all, line) => all + pick(line), 0);
    const written = [...cut.top, ...cut.rest];
    expect(sum(written, (line) => line.amount)).toBeCloseTo(sum(lines, (line) => line.amount), 2);
    expect(sum(written, (line) => line.count)).toBe(sum(lines, (line) => line.count));
  });
});

describe('pasted nodes (R15)', () => {
  test.each(['zh-CN', 'en-US'] as const)('the ids of the suggestions are kept free (%s)', (language) => {
    expect(messages[language].workbook.nodes).toHaveLength(SUGGESTED_NODES);
  });

  test('pasted nodes get ids after the suggestions', () => {
    const retro = read([{ name: 'n.tsv', text: '阶段\t板块\t关键节点\t工作内容\t结果\t遇到的问题\t是否满意\n筹备\t促前培训\t话术演练\t两场\t通过率九成\t无\t是' }]);
    expect(retro.suggestionIds).toEqual(['N-01', 'N-02', 'N-03', 'N-04', 'N-05', 'N-06', 'N-07', 'N-08', 'N-09', 'N-10', 'N-11']);
    expect(retro.nodes).toMatchObject([{ rowId: 'N-12', node: '话术演练', phase: '筹备' }]);
  });
});
