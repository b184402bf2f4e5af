import { readSource } from '../../src/intake';
import type { Source } from '../../src/intake/types';

const options = { today: '2025-11-17', year: 2025 };

function paste(text: string): Source {
  const [source] = readSource({ name: '粘贴', text }, options);
  if (!source) throw new Error('nothing came back');
  return source;
}

function file(name: string, bytes: Uint8Array): Source {
  const [source] = readSource({ name, bytes }, options);
  if (!source) throw new Error('nothing came back');
  return source;
}

const codes = (source: Source): readonly string[] => source.problems.map((problem) => problem.code);

describe('bad input is named with line, column and value; the rest goes on', () => {
  test('the contract’s example: a vague target is a used row with a problem, the total is skipped', () => {
    const source = paste('指标\t目标值\t单位\n店铺销售额\t1200万\t元\n退款率(金额)\t15\t%\n平均响应时长\t30\t秒\n客户满意率\t尽量高\t\n合计\t\t\n');
    expect(source).toMatchObject({ kind: 'targets', used: 4, rows: 5, skipped: [{ line: 6, reason: 'total' }] });
    expect(source.problems).toEqual([{ code: 'not-a-number', line: 5, column: '目标值', value: '尽量高' }]);
    expect(source.records.targets?.[3]).toMatchObject({ value: { kind: 'missing' }, raw: '尽量高' });
  });

  test('1,2O0 is not a number: the figure is missing, never zero', () => {
    const source = paste('指标,目标值\n接待人数,"1,2O0"\n店铺销售额,"1,200"\n');
    expect(source.problems).toEqual([{ code: 'not-a-number', line: 2, column: '目标值', value: '1,2O0' }]);
    expect(source.records.targets?.map((target) => target.value.kind)).toEqual(['missing', 'number']);
  });

  test.each([
    ['', 'empty-input', 'nothing pasted'],
    [' \n\t\n', 'empty-input', 'only blanks'],
    ['指标\t目标值\n', 'header-only', 'only a header'],
    ['指标\t目标值\n\n', 'header-only', 'only a header and a blank line'],
    ['苹果\t梨\n1\t2\n', 'unknown-table', 'no table we know'],
    ['一句话', 'unknown-table', 'one sentence'],
    ['店铺销售额\t1200万\n接待人数\t2.6万\n', 'no-header', 'figures without their header'],
  ])('%j is %s: %s', (text, code) => {
    const source = paste(text);
    expect(codes(source)).toEqual([code]);
    expect(source.used).toBe(0);
  });

  test.each([
    [[0x50, 0x4b, 3, 4, 1, 2], 'broken-xlsx', 'a broken .xlsx'],
    [[0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'old-xls', 'an old .xls, even when it is called .xlsx (Q03)'],
    [[0x89, 0x50, 0x4e, 0x47, 13, 10], 'not-text', 'a picture'],
    [[1, 2, 3, 4, 5, 0, 0, 7, 65], 'not-text', 'bytes that are no text'],
    [[], 'empty-input', 'an empty file'],
  ])('%j is %s: %s', (bytes, code) => {
    expect(codes(file('数据.xlsx', Uint8Array.from(bytes)))).toEqual([code]);
  });

  test('Q02 text decoded wrongly is refused by name instead of being parsed', () => {
    const garbled = new TextDecoder('gb18030').decode(new TextEncoder().encode('指标,目标值\n店铺销售额,100\n'));
    expect(codes(paste(garbled))).toEqual(['mojibake']);
    expect(codes(paste('指标,目标值\n店铺锟斤拷,100\n'))).toEqual(['mojibake']);
  });

  test('one metric with two values: both stay, the second names the first (Q39)', () => {
    const source = paste('指标\t目标值\n平均响应时长\t30秒\n平响\t45秒\n');
    expect(source.used).toBe(2);
    expect(source.problems).toEqual([{ code: 'duplicate-metric', line: 3, column: '指标', value: '平响', detail: { firstLine: 2, other: '30秒', value: '45秒', firstName: '平均响应时长' } }]);
    expect(paste('指标\t目标值\n平均响应时长\t30秒\n平响\t30s\n').problems).toEqual([]);
  });

  test('a cell over Excel’s limit is cut and named', () => {
    const source = paste(`用户咨询场景\t客服回复内容\t处理结果\t类型\t是否峰值\t是否跨部门\n问\t${'好'.repeat(40_000)}\t好评\t正面\t是\t否\n`);
    expect(source.problems).toHaveLength(1);
    expect(source.problems[0]).toMatchObject({ code: 'too-long', line: 2, detail: { length: 40_000, limit: 32_767 } });
    expect(source.records.cases?.[0]?.reply).toHaveLength(32_767);
  });

  test('10,000 columns are read', () => {
    const text = `指标\t目标值${'\t列'.repeat(10_000)}\n店铺销售额\t100${'\t1'.repeat(10_000)}\n`;
    expect(paste(text).used).toBe(1);
  });

  test('NUL characters are taken out and named', () => {
    const source = paste('指标\t目标值\n店铺\u0000销售额\t100\n');
    expect(codes(source)).toEqual(['nul-byte']);
    expect(source.records.targets?.[0]?.metric.key).toBe('sales_amount');
  });

  test('#### was never the value', () => {
    const source = paste('指标\t目标值\n店铺销售额\t##########\n');
    expect(source.problems).toEqual([{ code: 'hash-marks', line: 2, column: '目标值', value: '##########' }]);
  });

  test('an unterminated quote is named and the rows after it are read', () => {
    const source = paste('指标,目标值\n店铺销售额,"100\n接待人数,200\n');
    expect(codes(source)).toContain('unterminated-quote');
    expect(source.records.targets?.map((target) => target.metric.key)).toEqual(['sales_amount', 'received_users']);
  });

  test('a number torn apart at its comma is named, not read as 1', () => {
    const source = paste('指标,目标值\n店铺销售额,1,200\n接待人数,200\n');
    expect(source).toMatchObject({ used: 1, unusedLines: [2] });
    expect(source.problems).toEqual([{ code: 'ragged-row', line: 2, column: '', value: '店铺销售额,1,200', detail: { cells: 3, expected: 2 } }]);
  });

  test('a remark beside a pasted table is named, the row is used', () => {
    const source = paste('指标\t目标值\n店铺销售额\t200\t我加的\n');
    expect(source.used).toBe(1);
    expect(codes(source)).toEqual(['ragged-row']);
  });

  test('a unit that does not fit is named, not converted', () => {
    const source = paste('指标\t目标值\n平均响应时长\t95%\n');
    expect(source.problems).toEqual([{ code: 'unit-mismatch', line: 2, column: '目标值', value: '95%', detail: { expected: '秒', found: '%' } }]);
  });

  test('an unknown metric is kept as the user’s own and named', () => {
    const source = paste('指标\t目标值\n晨会次数\t12次\n');
    expect(source.records.targets?.[0]).toMatchObject({ metric: { key: 'own:晨会次数', name: '晨会次数' }, unit: '次', value: { kind: 'number', value: 12 } });
    expect(codes(source)).toEqual(['unknown-metric']);
  });

  test('a bound against the usual direction is asked about (Q33)', () => {
    const source = paste('指标\t目标值\n平均响应时长\t≥30秒\n');
    expect(source.records.targets?.[0]?.direction).toBe('higher');
    expect(source.problems[0]).toMatchObject({ code: 'direction-conflict', detail: { usual: 'lower', written: 'higher' } });
  });

  test('退款率 without 口径 takes the amount and asks (DOMAIN 1.4)', () => {
    const source = paste('指标\t目标值\n退款率\t15%\n');
    expect(source.records.targets?.[0]?.metric.key).toBe('refund_rate_amt');
    expect(source.problems[0]).toMatchObject({ code: 'ambiguous-metric', line: 2, value: '退款率' });
    expect(paste('指标\t目标值\t口径\n退款率\t15%\t按笔数\n').records.targets?.[0]?.metric.key).toBe('refund_rate_cnt');
  });

  test('a bare 95 in a rate is read as percent and says so (V023)', () => {
    const source = paste('指标\t目标值\n客户满意率\t95\n');
    expect(source.records.targets?.[0]?.value).toEqual({ kind: 'number', value: 0.95 });
    expect(source.problems[0]).toMatchObject({ code: 'percent-assumed', value: '95' });
  });

  test('a five-point 满意度 stays a score in 分', () => {
    const source = paste('指标\t实际\t去年同期\n满意度\t4.8\t4.7\n');
    expect(source.records.actuals?.[0]).toMatchObject({ unit: '分', value: { kind: 'number', value: 4.8 } });
    expect(source.problems).toEqual([]);
  });

  test.each(['0', '', '--'])('Q36 a target of %j is no target', (value) => {
    const source = paste(`指标\t目标值\n店铺销售额\t${value}\n接待人数\t10\n`);
    expect(source.records.targets?.[0]?.value).toEqual({ kind: 'missing' });
    expect(source.problems).toEqual([]);
  });

  test('目标 and 实际 in one table give both', () => {
    const source = paste('指标,目标,实际,去年同期\n平均响应时长,30秒,45秒,32秒\n');
    expect(source.kind).toBe('actuals');
    expect(source.records.targets?.[0]?.value).toEqual({ kind: 'number', value: 30 });
    expect(source.records.actuals?.[0]).toMatchObject({ value: { kind: 'number', value: 45 }, baselines: { lastYear: { kind: 'number', value: 32 } } });
  });
});

describe('actuals named by year', () => {
  test('this year, last year and another event of this year, the last one asked about', () => {
    const source = paste('指标名称\t2025双11\t2024双11\t2025年618\t行业平均\n支付金额\t100万\t90万\t50万\t-\n');
    expect(source.columns.map((column) => column.meaning)).toEqual(['metric', 'value', 'lastYear', 'lastPromo', 'industry']);
    expect(source.records.actuals?.[0]).toMatchObject({ value: { value: 1_000_000 }, baselines: { lastYear: { value: 900_000 }, lastPromo: { value: 500_000 }, industry: { kind: 'missing' } } });
    expect(codes(source)).toEqual(['ambiguous-column']);
  });

  test('2025双11目标 is a target, not an actual', () => {
    expect(paste('KPI,2025双11目标,单位\n平均响应,30,秒\n').records.targets?.[0]).toMatchObject({ metric: { key: 'avg_resp' }, value: { value: 30 } });
  });

  test('a table with nothing but this year’s column', () => {
    expect(paste('指标\t2025年双11\n支付金额\t100万\n').records.actuals?.[0]).toMatchObject({ value: { value: 1_000_000 } });
  });

  test('a vague target beside an actual is named once, under its own column', () => {
    const source = paste('指标\t目标\t实际\n客户满意率\t尽量高\t93%\n拉新\t80\t1,2O0\n');
    expect(source.problems).toEqual([{ code: 'not-a-number', line: 2, column: '目标', value: '尽量高' }, { code: 'not-a-number', line: 3, column: '实际', value: '1,2O0' }]);
  });
});

describe('actions (R33)', () => {
  const source = paste(
    '改进措施\t负责人\t截止时间\t来源\t验收标准\n整理话术手册\t小满\t3天内\tK-01\t全员培训\n优化排班\t主管\t下周内\tM-07\t\n联系仓库\t\t尽快\t\t\n核对价保\t阿橙\t2025-02-30\tK-04\t\n',
  );

  test('deadline words become dates counted from today', () => {
    expect(source.kind).toBe('actions');
    expect(source.records.actions?.map((action) => action.deadline)).toEqual(['2025-11-20', '2025-11-30', undefined, undefined]);
  });

  test('what is vague, impossible or lacking is flagged, the row stays', () => {
    expect(source.used).toBe(4);
    expect(source.problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['vague-deadline', 4, '截止时间'], ['missing-owner', 4, '负责人'], ['missing-source', 4, '来源'], ['invalid-date', 5, '截止时间'],
    ]);
  });
});

describe('Q01 encodings', () => {
  const text = '指标,目标值\r\n店铺销售额,"1,200"\r\n拉新,𠮷😀8000\r\n';
  const utf16 = (little: boolean, bom: boolean) => {
    const units = [...(bom ? '\ufeff' : ''), ...text].flatMap((character) => Array.from({ length: character.length }, (_, index) => character.charCodeAt(index)));
    return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
  };
  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with BOM', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16LE with BOM', utf16(true, true)],
    ['UTF-16LE without BOM', utf16(true, false)],
    ['UTF-16BE with BOM', utf16(false, true)],
  ])('%s', (_name, bytes) => {
    const source = file('t.csv', bytes);
    expect(source.records.targets?.map((target) => target.metric.key)).toEqual(['sales_amount', 'new_buyers']);
    expect(source.problems).toMatchObject([{ code: 'not-a-number', line: 3, value: '𠮷😀8000' }]);
  });

  test('GB18030, not only GB2312: a four-byte character is read', () => {
    const bytes = Uint8Array.from([0xd6, 0xb8, 0xb1, 0xea, 0x2c, 0xc4, 0xbf, 0xb1, 0xea, 0x0a, 0x95, 0x34, 0xb9, 0x37, 0x2c, 0x31, 0x0a]);
    const source = file('t.csv', bytes);
    expect(source.records.targets?.[0]?.metric.name).toBe('𠯿');
    expect(source.notes).toContainEqual({ code: 'encoding', text: 'GB18030' });
  });
});
