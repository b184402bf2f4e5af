import { readSource } from '../../src/intake';
import { combineRecords } from '../../src/intake/combine';
import { answerSources, questionsOf } from '../../src/intake/questions';
import type { Source } from '../../src/intake/types';
import { analyse } from '../../src/retro/analyses';
import type { RefundSummary } from '../../src/retro/refunds';
import { sampleInputs } from '../support/samples';

const options = { today: '2025-11-17', year: 2025 };
const event = { name: '2025双11', start: '2025-10-20', end: '2025-11-14' };
const read = (text: string, name = '按原因.tsv'): Source => {
  const [source] = readSource({ name, text }, options);
  if (source === undefined) throw new Error('nothing was read');
  return source;
};
const counted = '退款原因\t笔数\t金额\n快递一直未送到\t12\t1,830.50\n做工问题\t3\t200\n合计\t15\t2,030.50\n';
const summaryOf = (source: Source): RefundSummary | undefined => source.records.refundSummary;

describe('refunds that somebody counted by reason', () => {
  test('are read with their cause groups; the total is a cross-check', () => {
    const source = read(counted);
    expect(source).toMatchObject({ kind: 'refunds', rows: 3, used: 2, skipped: [{ line: 4, reason: 'total' }], problems: [], unusedLines: [] });
    expect(summaryOf(source)).toMatchObject({ count: 15, amount: 2030.5, byGroup: [{ group: 'logistics', count: 12, amount: 1830.5 }, { group: 'product-quality', count: 3, amount: 200 }] });
  });

  test.each<{ why: string; text: string; count: number; amount: number }>([
    { why: 'other names, a rank, shares', text: '排名\t售后原因\t退款单数\t占比\t退款金额（元）\t金额占比\n1\t缺货\t5\t50%\t100\t40%\n2\t做工问题\t5\t50%\t150\t60%\n', count: 10, amount: 250 },
    { why: '万元 in the header', text: '原因\t笔数\t退款金额(万元)\n缺货\t1,205\t2.5\n', count: 1205, amount: 25_000 },
    { why: 'amounts as negatives', text: '退款原因\t退款笔数\t退款金额\n缺货\t2\t-30.5\n', count: 2, amount: 30.5 },
    { why: 'a reason that stands twice is added up', text: '退款原因\t笔数\t金额\n缺货\t2\t30\n缺货\t1\t10\n', count: 3, amount: 40 },
    { why: 'by product too', text: '商品名称\t退款原因\t笔数\t金额\n大衣\t缺货\t2\t30\n卫衣\t缺货\t1\t10\n', count: 3, amount: 40 },
  ])('whatever it looks like: $why', ({ text, count, amount }) => {
    const source = read(text);
    expect(source).toMatchObject({ kind: 'refunds', problems: [] });
    expect(summaryOf(source)).toMatchObject({ count, amount });
    expect(source.used + source.skipped.length + source.unusedLines.length).toBe(source.rows);
  });

  test('products keep their own lines', () => {
    expect(summaryOf(read('商品名称\t退款原因\t笔数\t金额\n大衣\t缺货\t2\t30\n卫衣\t缺货\t1\t10\n'))?.lines).toMatchObject([{ item: '大衣', reason: '缺货', count: 2, amount: 30 }, { item: '卫衣', reason: '缺货', count: 1, amount: 10 }]);
  });

  test('a wrong total, a row without reason and a row without any number are each named', () => {
    const source = read('退款原因\t笔数\t金额\n缺货\t2\t30\n\t5\t50\n做工问题\t若干\t很多\n合计\t9\t90\n');
    expect(source).toMatchObject({ used: 1, unusedLines: [3, 4] });
    expect(source.problems.map(({ line, code }) => [line, code])).toEqual(expect.arrayContaining([[3, 'missing-name'], [4, 'not-a-number'], [5, 'total-differs']]));
  });

  test('names and numbers of buyers in a reason are masked', () => {
    expect(JSON.stringify(read('退款原因\t笔数\t金额\n收货人：李小红 13812345678\t2\t30\n').records)).not.toMatch(/李小红|138/);
  });

  test('are told from the rows themselves', () => {
    const rows = read('退款编号\t退款原因\t退款金额\t退款状态\t笔数\n1\t缺货\t30\t退款成功\t1\n');
    expect(rows.records.refunds).toHaveLength(1);
    expect(summaryOf(rows)).toBeUndefined();
  });

  test('can be the choice of a person, remembered by its header', () => {
    expect(readSource({ name: 'a', text: counted }, { ...options, choices: [{ signature: '退款原因|笔数|金额', kind: 'refunds' }] })[0]?.records.refundSummary).toMatchObject({ count: 15 });
  });
});

describe('rows and a counted table of the same refunds', () => {
  const rows = sampleInputs('05a_refunds_taobao.tsv').flatMap((input) => readSource(input, options));
  const both = [...rows, read(counted)];
  const amount = (sources: readonly Source[]): number | undefined => analyse(combineRecords(sources), event).refunds?.summary.amount;

  test('are never added: the rows count unless a person says otherwise', () => {
    expect(amount(both)).toBe(3281);
    expect(amount([read(counted)])).toBe(2030.5);
    expect(questionsOf(both, event)).toContainEqual({ kind: 'refunds', key: 'refunds', file: '按原因.tsv', taken: 'rows', options: ['rows', 'counts'] });
    expect(amount(answerSources(both, { refunds: 'rows' }, event))).toBe(3281);
    expect(amount(answerSources(both, { refunds: 'counts' }, event))).toBe(2030.5);
  });

  test('nobody is asked about one of them alone, and an old answer takes nothing away', () => {
    for (const sources of [rows, [read(counted)]]) expect(questionsOf(sources, event).filter(({ kind }) => kind === 'refunds')).toEqual([]);
    expect(amount(answerSources(rows, { refunds: 'counts' }, event))).toBe(3281);
  });
});
