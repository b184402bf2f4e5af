import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { readSource } from '../../src/intake';
import { createSummariser, type LargeSummary } from '../../src/intake/large/summariser';
import { readLarge } from '../../src/intake/large/read-large';
import { summariseFile } from '../../src/intake/large/summarise-file';
import { headerSignature } from '../../src/intake/recognise';
import type { IntakeOptions, Problem, Source } from '../../src/intake/types';
import { summariseInquiries } from '../../src/retro/inquiries';
import { summariseOrders } from '../../src/retro/orders';
import { analyseRefunds } from '../../src/retro/analyses/refunds';
import { summariseRefunds } from '../../src/retro/refunds';
import type { RefundRecord } from '../../src/retro/types';
import { encodeGb18030 } from '../support/gb18030';
import { refundExport } from '../support/order-export';

const options = { today: '2025-11-17', year: 2025 };
const folder = join(__dirname, '../fixtures/samples');

/** A head of two or three rows, so that the others come in the chunks given. */
const smallHead = 600;

function summarise(bytes: Uint8Array, chunk = 1000, given: IntakeOptions = options): LargeSummary {
  const summariser = createSummariser('大文件.csv', given, smallHead);
  for (let at = 0; at < bytes.length; at += chunk) summariser.push(bytes.subarray(at, at + chunk));
  return summariser.end();
}

const accounted = (summary: LargeSummary): number => summary.used + summary.unused + Object.values(summary.skipped).reduce((all, count) => all + count, 0);

/** How many of each, as the summary counts. */
function counted(reasons: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** Rows whose refund number could not be compared; undefined without any. */
function damagedOf(source: Source | undefined): number | undefined {
  const note = source?.notes.find(({ code }) => code === 'refunds-not-compared');
  return note === undefined ? undefined : Number(note.text);
}

/** Lists sorted by all they hold: the order of equal sums is nobody's promise. */
function untied<T extends object>(summary: T | undefined): object {
  const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  return Object.fromEntries(Object.entries(summary ?? {}).map(([key, value]) => [key, Array.isArray(value) ? value.toSorted(byText) : value]));
}

const encodings = ['utf-8', 'utf-8 with a mark', 'gb18030', 'utf-16le', 'utf-16be'] as const;

function encode(text: string, encoding: (typeof encodings)[number]): Uint8Array {
  if (encoding === 'gb18030') return encodeGb18030(text);
  if (encoding === 'utf-8' || encoding === 'utf-8 with a mark') return new TextEncoder().encode(encoding === 'utf-8' ? text : `\ufeff${text}`);
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

/** Without the pairs of product and reason, and those alone: the summary of rows has them elsewhere. */
function parted(summary: LargeSummary): { readonly sums: object; readonly lines: object } {
  const { lines = [], ...sums } = summary.refunds ?? {};
  return { sums, lines: lines.toSorted((a, b) => (a.key < b.key ? -1 : 1)) };
}

const pairsOf = (records: readonly RefundRecord[] = []): object => (analyseRefunds(records, { name: '2025双11' })?.lines ?? []).toSorted((a, b) => (a.key < b.key ? -1 : 1));

describe('a file too large for sheets is summarised with the same answer as row by row (R44)', () => {
  test.each(['05a_refunds_taobao.tsv', '05b_refunds_douyin.tsv'])('%s', (file) => {
    const bytes = readFileSync(join(folder, file));
    const [source] = readSource({ name: file, bytes }, options);
    for (const chunk of [7, 100, 100_000]) {
      const summary = summarise(bytes, chunk);
      expect(parted(summary)).toEqual({ sums: summariseRefunds(source?.records.refunds ?? []), lines: pairsOf(source?.records.refunds) });
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

  const words = fc.constantFrom('缺货', '质量问题', '其他', '', '-', '买贵了', '说明书看不懂', 'a,b', 'a"b', '换\n行', '="x"', "'1", '电话13800138000');
  const figures = fc.constantFrom('10.50', '￥1,299.00', '-3', '', 'x', '="12"', '1.2万', '####', '-', '95%', '0.1', '"7"', '1e3', '30秒', ' 8 ', '1234567890.12');
  const times = fc.constantFrom('2025-11-11 10:20:30', '2025-11-11 10:20:31', '2025/11/3 9:05', '2025-11-31 10:00:00', '2025-02-30', '', '-', '11月12日', '45972.5', '2025-11-11', '2025-11-1a 10:20:30', '20ab-11-11 10:20:30', '10ab-11-11 10:20:30', '1969-01-01 00:00:00', '2025-11-11 24:00:00');
  const ids = fc.constantFrom('1900000000000000017', '="1900000000000000017"', "'1900000000000000017", '１９０００００００００００００００１７', 'T-2', ' T-2 ', '', '-', '4.01E+18', '1900000000000017000', 'T3', '退4', 'a""b', '="a"b"', '1e3');
  const products = fc.constantFrom(['SP-1', '大衣'], ['="SP-1"', '大衣'], ['', '围巾'], ['', '大衣'], ['-', ''], ['SP-2', '帽子"红"']);
  const layout = fc.record({ delimiter: fc.constantFrom(',', '\t', ';'), newline: fc.constantFrom('\n', '\r\n', '\r'), quotes: fc.boolean(), encoding: fc.constantFrom(...encodings), chunk: fc.integer({ min: 1, max: 300 }) });

  test('any refunds in any layout and chunks: the same sums, the same rows used and skipped, the same problems', () => {
    const row = fc.tuple(ids, fc.constantFrom('退款成功', '退款关闭', '等待买家退货', '', '已退款'), figures, figures, words, words, words, times, fc.constantFrom('仅退款', '换货', ''), products);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.array(fc.nat(29), { maxLength: 3 }), layout, (rows, totals, { delimiter, newline, quotes, encoding, chunk }) => {
        const cells = rows.map(([id, status, amount, freight, reason, note, memo, finished, type, [itemId = '', item = '']], index) => [totals.includes(index) ? '合计' : id, status, amount, freight, reason, note, memo, finished, type, itemId, item]);
        const text = Papa.unparse([['退款编号', '退款状态', '退商品金额', '退运费金额', '售后原因', '售后说明', '商家备注', '退款完结时间', '售后类型', '商品编码', '商品名称'], ...cells], { delimiter, newline, quotes });
        const [source] = readSource({ name: 'x', bytes: encode(text, encoding) }, options);
        const summary = summarise(encode(text, encoding), chunk);
        expect(untied(parted(summary).sums)).toEqual(untied(summariseRefunds(source?.records.refunds ?? [])));
        expect(parted(summary).lines).toEqual(pairsOf(source?.records.refunds));
        expect(summary.damagedIds).toBe(damagedOf(source));
        expect([summary.lines, summary.rows, summary.used, summary.skipped]).toEqual([source?.lines, source?.rows, source?.used, counted(source?.skipped.map(({ reason }) => reason) ?? [])]);
        expect(accounted(summary)).toBe(summary.rows);
        // The row-by-row reader knows before it reads a row that a later copy comes, and does not look at it.
        const older = new Set(source?.skipped.filter(({ reason }) => reason === 'duplicate').map(({ line }) => line));
        const known = (problems: readonly Problem[] = []) => problems.filter(({ line }) => !older.has(line)).map(({ line, code, column, value }) => [line, code, column, value].join()).sort();
        expect(known(summary.problems)).toEqual(known(source?.problems));
      }),
      { numRuns: 250 },
    );
  });

  test('any orders in any layout and chunks', () => {
    const row = fc.tuple(ids, fc.constantFrom('交易成功', '交易关闭', '等待买家付款', '', '卖家已发货'), figures, fc.constantFrom('1', '2', '="3"', '', 'x', '1,000', '0.5', '2件'), figures, times, products);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), layout, (rows, { delimiter, newline, quotes, encoding, chunk }) => {
        const cells = rows.map(([id, status, paid, quantity, refund, paidAt, [itemId = '', item = '']]) => [id, status, paid, quantity, refund, paidAt, itemId, item]);
        const text = Papa.unparse([['订单编号', '订单状态', '买家实际支付金额', '宝贝总数量', '退款金额', '订单付款时间', '商品编码', '宝贝标题'], ...cells], { delimiter, newline, quotes });
        const [source] = readSource({ name: 'x', bytes: encode(text, encoding) }, options);
        const summary = summarise(encode(text, encoding), chunk);
        expect(untied(summary.orders)).toEqual(untied(summariseOrders(source?.records.orders ?? [])));
        expect([summary.rows, summary.used, summary.problems.map(({ line, code }) => [line, code].join()).sort()]).toEqual([source?.rows, source?.used, source?.problems.map(({ line, code }) => [line, code].join()).sort()]);
      }),
      { numRuns: 150 },
    );
  });

  test('the same summary wherever the bytes are cut, in any encoding', () => {
    const rows = [['退款编号', '退款状态', '买家退款金额', '买家退款原因', '退款完结时间'], ['="1900000000000000017"', '退款成功', '10.5', '换\r\n行，"急"', '2025-11-11 10:20:30'], ["'1900000000000000025", '退款成功', '￥1,299.00', '𠮷祥缺货', ''], ['1900000000000000017', '退款关闭', '3', '', '2025-11-12']];
    for (const encoding of encodings) {
      const bytes = encode(Papa.unparse(rows, { newline: '\r\n' }), encoding);
      const whole = summarise(bytes, bytes.length);
      expect(whole).toMatchObject({ rows: 3, used: 1, skipped: { closed: 1, duplicate: 1 }, refunds: { count: 1, amount: 1_299 } });
      for (let cut = 130; cut < bytes.length; cut += encoding === 'gb18030' ? 1 : 3) {
        const summariser = createSummariser('大文件.csv', options, 130);
        summariser.push(bytes.subarray(0, cut));
        summariser.push(bytes.subarray(cut));
        expect(summariser.end()).toEqual(whole);
      }
    }
  });

  test('a refund in two downloads counts once, as it was closed last, however far apart the rows are (Q26)', () => {
    const line = (id: number, amount: number, day: number, status = '退款成功') => `T${id},${status},${amount},缺货,2025-11-${String(day).padStart(2, '0')} 10:00:00`;
    const others = Array.from({ length: 5_000 }, (_, index) => line(index + 10, 1, 1));
    const text = ['退款编号,退款状态,买家退款金额,买家退款原因,退款完结时间', line(1, 100, 2), line(2, 50, 9), line(3, 7, 2, '退款关闭'), ...others, line(1, 30, 5), line(2, 20, 3), line(3, 8, 4), ...others.slice(0, 900)].join('\n');
    const bytes = new TextEncoder().encode(text);
    const summary = summarise(bytes, 10_000);
    const [source] = readSource({ name: 'x', bytes }, options);
    expect(summary.refunds).toMatchObject({ count: 5_003, amount: 5_088, closed: 0 });
    expect(untied(parted(summary).sums)).toEqual(untied(summariseRefunds(source?.records.refunds ?? [])));
    expect(summary).toMatchObject({ rows: 5_906, used: 5_003, skipped: { duplicate: 903 } });
  });

  test.each([
    ['1900000000000017000', 2, 'Excel rounded two different numbers to the same one: both refunds count'],
    ['1.9E+18', 2, 'the digits are gone: both count'],
    ['1900000000000017001', 1, 'the same number in full: one refund'],
  ])('two rows with the refund number %s count %d times, small and large alike (%s)', async (id, count) => {
    const bytes = new TextEncoder().encode(['退款编号,退款状态,买家退款金额,买家退款原因', `${id},退款成功,10,缺货`, `${id},退款成功,20,缺货`].join('\n'));
    const [small] = readSource({ name: 'x.csv', bytes }, options);
    const [large] = (await readLarge({ name: 'x.csv', size: bytes.length, read: async (from, to) => bytes.subarray(from, to) }, options, 50)) ?? [];
    for (const source of [small, large]) expect(source?.notes.find(({ code }) => code === 'refunds-not-compared')?.text).toBe(count === 2 ? '2' : undefined);
    expect(summariseRefunds(small?.records.refunds ?? []).count).toBe(count);
    expect(large?.records.refundSummary?.count).toBe(count);
    expect([small?.used, large?.used]).toEqual([count, count]);
  });

  test('more pairs of product and reason than are named: the largest stand alone, the rest by reason, and all sums stay right', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => `T${index},退款成功,${5_000 - index},${index % 2 === 0 ? '缺货' : '质量问题'},SP-${index}`);
    const bytes = new TextEncoder().encode(['退款编号,退款状态,买家退款金额,买家退款原因,商品编码', ...rows].join('\n'));
    const [source] = (await readLarge({ name: 'x.csv', size: bytes.length, read: async (from, to) => bytes.subarray(from, to) }, options, 9_999)) ?? [];
    const lines = source?.records.refundSummary?.lines ?? [];
    expect(lines).toHaveLength(2_000);
    expect(lines[0]).toMatchObject({ itemId: 'SP-0', reason: '缺货', amount: 5_000, lines: 1 });
    expect(lines.slice(-2).map(({ item, itemId, reason, lines: pairs }) => [item, itemId, reason, pairs]).sort()).toEqual([['', '', '缺货', 1_501], ['', '', '质量问题', 1_501]]);
    expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(5_000);
    expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(source?.records.refundSummary?.amount);
    expect(source?.notes).toContainEqual({ code: 'too-many-pairs', text: '1998' });
  });

  test('Chinese text that comes only after a megabyte of digits is read in its own encoding', () => {
    const choice = { signature: headerSignature(['orderid', 'status', 'paid']), kind: 'orders', columns: { orderid: 'orderId', status: 'status', paid: 'paid' } } as const;
    const ascii = Array.from({ length: 40_000 }, (_, index) => `T${index},ok,1.00`);
    for (const [encoding, chunk, status] of [['gb18030', 1 << 16, '交易关闭'], ['utf-8', 1 << 16, '交易关闭'], ['gb18030', 1 << 20, '取消'], ['utf-8', 777, '取消']] as const) {
      const bytes = encode(['orderid,status,paid', ...ascii, `X,${status},5`, ...ascii.slice(0, 9_000)].join('\n'), encoding);
      const summary = summarise(bytes, chunk, { ...options, choices: [choice] });
      expect(summary).toMatchObject({ kind: 'orders', encoding: encoding.toUpperCase(), rows: 49_001 });
      expect(summary.orders).toMatchObject({ closed: 1, paid: { count: 49_000, amount: 49_000 } });
    }
  });

  test('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), fc.integer({ min: 1, max: 60 }), (bytes, chunk) => expect(accounted(summarise(bytes, chunk))).toBeGreaterThanOrEqual(0)), { numRuns: 200 });
  });
});

describe('progress and cancel', () => {
  test('progress grows with every chunk and cancelling keeps what was read', async () => {
    const bytes = Buffer.concat([...refundExport(3_000)]);
    const file = { name: 'x.csv', size: bytes.length, read: async (from: number, to: number) => bytes.subarray(from, to) };
    const progress: { bytes: number; rows: number }[] = [];
    const signal = { aborted: false };
    const result = await summariseFile(file, {
      ...options,
      signal,
      onProgress: (now) => {
        progress.push(now);
        if (progress.length === 4) signal.aborted = true;
      },
    }, 100_000);
    expect(result.cancelled).toBe(true);
    expect(progress.map((now) => now.bytes)).toEqual([100_000, 200_000, 300_000, 400_000]);
    expect(progress.map((now) => now.rows)).toEqual(progress.map((now) => now.rows).toSorted((a, b) => a - b));
    expect(result.rows).toBeGreaterThanOrEqual(progress[3]?.rows ?? Infinity);
    expect(result.rows).toBeLessThan(3_000);
    const whole = await summariseFile(file, options, 100_000);
    expect(whole).toMatchObject({ cancelled: false, rows: 3_000, problems: [] });
    expect(whole.used + (whole.skipped.closed ?? 0)).toBe(3_000);
  });
});
