import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { readSource } from '../../src/intake';
import { createSummariser, type LargeSummary } from '../../src/intake/large/summariser';
import { summariseStream } from '../../src/intake/large/summarise-stream';
import { summariseInquiries } from '../../src/retro/inquiries';
import { summariseOrders } from '../../src/retro/orders';
import { summariseRefunds } from '../../src/retro/refunds';
import { encodeGb18030 } from '../support/gb18030';
import { refundExport } from '../support/order-export';

const options = { today: '2025-11-17', year: 2025 };
const folder = join(__dirname, '../fixtures/samples');

function summarise(bytes: Uint8Array, chunk = 1000): LargeSummary {
  const summariser = createSummariser('大文件.csv', options);
  for (let at = 0; at < bytes.length; at += chunk) summariser.push(bytes.subarray(at, at + chunk));
  return summariser.end();
}

const accounted = (summary: LargeSummary): number => summary.used + summary.unused + Object.values(summary.skipped).reduce((all, count) => all + count, 0);

describe('a file too large for sheets is summarised with the same answer as row by row (R44)', () => {
  test.each(['05a_refunds_taobao.tsv', '05b_refunds_douyin.tsv'])('%s', (file) => {
    const bytes = readFileSync(join(folder, file));
    const [source] = readSource({ name: file, bytes }, options);
    for (const chunk of [7, 100, 100_000]) {
      const summary = summarise(bytes, chunk);
      expect(summary.refunds).toEqual(summariseRefunds(source?.records.refunds ?? []));
      expect(accounted(summary)).toBe(summary.rows);
      expect(summary).toMatchObject({ kind: 'refunds', rows: source?.rows, used: source?.used, lines: source?.lines });
    }
  });

  test('orders of a GBK file', () => {
    const bytes = readFileSync(join(folder, '11_orders_taobao_gbk.csv'));
    const [source] = readSource({ name: 'x', bytes }, options);
    const summary = summarise(bytes);
    expect(summary).toMatchObject({ kind: 'orders', encoding: 'GB18030', rows: 3, used: 3 });
    expect(summary.orders).toEqual(summariseOrders(source?.records.orders ?? []));
    expect(summary.orders?.paid).toEqual({ count: 2, amount: 478 });
  });

  test('a consultation log', () => {
    const bytes = readFileSync(join(folder, '06a_inquiry_log.tsv'));
    const [source] = readSource({ name: 'x', bytes }, options);
    expect(summarise(bytes).inquiries).toEqual(summariseInquiries(source?.records.inquiries ?? []));
  });

  test('any rows in any chunks, GB18030 and UTF-8', () => {
    const cell = fc.constantFrom('缺货', '质量问题', '其他', '', '-', '买贵了', '说明书看不懂', 'a,b', 'a"b', '换\n行');
    const line = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.constantFrom('退款成功', '退款关闭', '等待买家退货', '合计'), fc.constantFrom('10.50', '￥1,299.00', '-3', '', 'x', '="12"'), cell, cell);
    fc.assert(
      fc.property(fc.uniqueArray(line, { maxLength: 30, selector: ([id]) => id }), fc.boolean(), fc.integer({ min: 1, max: 300 }), (lines, gbk, chunk) => {
        const text = Papa.unparse([['退款编号', '退款状态', '买家退款金额', '买家退款原因', '买家退款说明'], ...lines.map(([id, ...rest]) => [`T${id}`, ...rest])]);
        const bytes = gbk ? encodeGb18030(text) : new TextEncoder().encode(text);
        const [source] = readSource({ name: 'x', bytes }, options);
        const summary = summarise(bytes, chunk);
        if (lines.length === 0) return;
        expect(summary.refunds).toEqual(summariseRefunds(source?.records.refunds ?? []));
        expect([summary.rows, summary.used, accounted(summary)]).toEqual([source?.rows, source?.used, source?.rows]);
        const counted = new Set(source?.records.refunds?.filter((refund) => refund.counts).map((refund) => refund.line));
        expect(summary.problems.map((problem) => problem.line)).toEqual(source?.problems.map((problem) => problem.line).filter((at) => counted.has(at)));
      }),
      { numRuns: 200 },
    );
  });

  test('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), fc.integer({ min: 1, max: 60 }), (bytes, chunk) => expect(accounted(summarise(bytes, chunk))).toBeGreaterThanOrEqual(0)), { numRuns: 200 });
  });
});

describe('progress and cancel', () => {
  test('progress grows with every chunk and cancelling keeps what was read', async () => {
    const progress: number[] = [];
    const signal = { aborted: false };
    const result = await summariseStream('x.csv', refundExport(3_000, 500), {
      ...options,
      signal,
      onProgress: ({ rows }) => {
        progress.push(rows);
        if (progress.length === 4) signal.aborted = true;
      },
    });
    expect(result.cancelled).toBe(true);
    expect(progress).toHaveLength(4);
    expect(result.rows).toBeGreaterThan(0);
    expect(result.rows).toBeLessThan(3_000);
    const whole = await summariseStream('x.csv', refundExport(3_000, 500), options);
    expect(whole).toMatchObject({ cancelled: false, rows: 3_000, problems: [] });
    expect(whole.used + (whole.skipped.closed ?? 0)).toBe(3_000);
  });
});
