import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { readSource } from '../../src/intake';
import { kindModules } from '../../src/intake/kinds';
import type { Source } from '../../src/intake/types';
import { encodeGb18030 } from '../support/gb18030';

const options = { today: '2025-11-17', year: 2025 };

/** used + skipped + problem lines = lines (R43), in records: every row below the header ends in exactly one of the three. */
function expectAccounted(source: Source, all: readonly Source[] = [source]): void {
  const last = Math.max(1, all.reduce((sum, one) => sum + one.lines, 0));
  const below = source.skipped.filter((skip) => skip.line > source.headerLine);
  expect(source.used + below.length + source.unusedLines.length).toBe(source.rows);
  const lines = [...below.map((skip) => skip.line), ...source.unusedLines];
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.every((line) => line >= 1 && line <= last)).toBe(true);
  expect(source.problems.every((problem) => problem.line >= 0 && problem.line <= last)).toBe(true);
}

const word = fc.constantFrom('指标', '目标值', '单位', '实际', '去年', '客服昵称', '接待人数', '平均响应(秒)', '回复率', '合计', '均值', '同行', '改进措施', '负责人', '截止时间', '用户咨询场景', '客服回复内容', '延迟统计', '-', '45秒', '98%', '1,2O0', '', '小满', '机器人', '0', '退款编号', '时段', '10-11', '商品ID', '支付金额', '评价内容', '评分', '问题类型', '咨询量', '="0123"', '订单编号', '=1+1', '"', '尽快');
const table = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: fc.string({ maxLength: 12 }) }), { minLength: width, maxLength: width }), { maxLength: 12 }));

describe('nothing is lost and nothing throws', () => {
  test('for any table of words people paste', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(',', '\t', ';'), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (cells, delimiter, newline, quotes) => {
        const sources = readSource({ name: 'x', text: Papa.unparse(cells, { delimiter, newline, quotes }) }, options);
        for (const source of sources) expectAccounted(source, sources);
      }),
      { numRuns: 500 },
    );
  });

  test('for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const sources = readSource({ name: 'x', text }, options);
        for (const source of sources) expectAccounted(source, sources);
      }),
      { numRuns: 300 },
    );
  });

  test('for any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const sources = readSource({ name: 'x.csv', bytes }, options);
        for (const source of sources) expectAccounted(source, sources);
      }),
      { numRuns: 500 },
    );
  });
});

/** used + skipped + problem lines + headers = lines, where no cell has a line break. */
function expectEveryLine(sources: readonly Source[]): void {
  for (const { lines, used, skipped, unusedLines, headerLine } of sources) expect(used + skipped.length + unusedLines.length + (headerLine > 0 ? 1 : 0)).toBe(lines);
}

describe('every line of every kind is used, skipped or a problem', () => {
  const cells = fc.constantFrom('小满', '机器人', '合计', '均值', '同行同层优秀', '客户满意率', '退款率', '45秒', '95%', '1,2O0', '延迟统计', '-', '', '', '0', '10-11', '10月11日', '2025-11-01', '尽快', '退款成功', '退款关闭', '缺货', '好评', '3', '在吗', '发什么快递', '4012345678901230001', '4.01235E+18', '##########', '负面', '=1+1', '执行');
  const named = kindModules.map((module, index) => [`${module.spec.kind} (${index})`, module.spec] as const);

  test.each(named)('%s', (_name, spec) => {
    const fields = spec.fields.filter(({ names }) => names.length > 0).map(({ names }) => names[0] ?? '');
    const metrics = spec.metrics === undefined ? [] : [...(spec.kind === 'silent' ? ['静默销售额'] : []), '接待人数', '平均响应时长', '客服销售额', '访客数'];
    const hours = spec.fields.some(({ field }) => field === 'slot') ? ['9点', '10点', '11点', '12点', '13点', '14点'] : [];
    const header = [...fields, ...metrics, ...hours];
    const row = fc.oneof({ weight: 8, arbitrary: fc.array(cells, { minLength: header.length, maxLength: header.length }) }, { weight: 1, arbitrary: fc.constant(['']) }, { weight: 1, arbitrary: fc.constant(header) }, { weight: 1, arbitrary: fc.array(cells, { maxLength: header.length + 2 }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.boolean(), (rows, titled) => {
        const text = [...(titled ? ['2025双11', ''] : []), ...[header, ...rows].map((line) => line.join('\t'))].join('\n');
        const sources = readSource({ name: 'x', text }, options);
        expect(sources[0]?.kind).toBe(spec.kind);
        expectEveryLine(sources);
        for (const source of sources) expectAccounted(source, sources);
      }),
      { numRuns: 40 },
    );
  });

  test.each(readdirSync(join(__dirname, '../fixtures/samples')))('and of the sample %s', (file) => {
    const bytes = readFileSync(join(__dirname, '../fixtures/samples', file));
    const [source, ...others] = readSource({ name: file, bytes }, options);
    expect(others).toEqual([]);
    // Cells with line breaks (only in the cases) cover several lines.
    const broken = file === '09_cases.tsv' ? 2 : 0;
    if (source) expectEveryLine([{ ...source, lines: source.lines - broken }]);
  });
});

type Encoder = (text: string) => Uint8Array;
const utf16 = (text: string, little: boolean): Uint8Array => Uint8Array.from([...Array(text.length).keys()].flatMap((index) => [text.charCodeAt(index) & 255, text.charCodeAt(index) >> 8]).flatMap((byte, at, all) => (little ? [byte] : [all[at ^ 1] ?? 0])));
const encoders: readonly (readonly [string, Encoder])[] = [
  ['UTF-8', (text) => new TextEncoder().encode(text)],
  ['UTF-8 with BOM', (text) => new TextEncoder().encode(`\ufeff${text}`)],
  ['UTF-16LE with BOM', (text) => utf16(`\ufeff${text}`, true)],
  ['UTF-16BE with BOM', (text) => utf16(`\ufeff${text}`, false)],
  ['UTF-16LE', (text) => utf16(text, true)],
  ['GB18030', encodeGb18030],
];

describe('the grid comes back whole through recognition', () => {
  const cell = fc.string({ unit: fc.constantFrom('店', '1', ',', '\t', ';', '"', '\n', ' ', '，', '😀', '好'), maxLength: 6 }).map((text) => `退${text}款`);

  test.each(encoders)('in %s, whatever delimiter, quotes and line ends', (_name, encode) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), fc.constantFrom(',', '\t', ';'), fc.constantFrom('\n', '\r\n', '\r'), (rows, delimiter, newline) => {
        const text = Papa.unparse([['用户咨询场景', '客服回复内容', '处理结果', '类型', '是否峰值', '是否跨部门'], ...rows.map((row) => [...row, '负面', '是', '否'])], { delimiter, newline });
        const [source] = readSource({ name: 'x', bytes: encode(text) }, options);
        expect(source?.records.cases?.map((record) => [record.scene, record.reply, record.outcome])).toEqual(rows);
        expect(source?.problems).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});
