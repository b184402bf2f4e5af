import fc from 'fast-check';
import Papa from 'papaparse';
import { transferable, type LargePart } from '../../../src/intake/large/parts';
import { readPart, summariseFile, type LargeFile, type SecondReader } from '../../../src/intake/large/summarise-file';
import { createPartSummariser, createSummariser, type LargeSummary } from '../../../src/intake/large/summariser';
import type { IntakeOptions } from '../../../src/intake/types';
import { encodeGb18030 } from '../../support/gb18030';
import { refundExport } from '../../support/order-export';

const options = { today: '2025-11-17', year: 2025 };

/** Bytes in pieces. */
function feed(to: { push(chunk: Uint8Array): void }, bytes: Uint8Array, chunk: number): void {
  for (let at = 0; at < bytes.length; at += chunk) to.push(bytes.subarray(at, at + chunk));
}

function byOne(bytes: Uint8Array, head: number, chunk: number): LargeSummary {
  const summariser = createSummariser('x.csv', options, head);
  summariser.push(bytes.subarray(0, head));
  feed(summariser, bytes.subarray(head), chunk);
  return summariser.end();
}

/** As a message from one thread to another leaves it. */
const sent = (part: LargePart): LargePart => structuredClone(part, { transfer: transferable(part) });

/** Cut at a byte; the first reader goes on where the second one's part cannot be added. */
function byTwo(bytes: Uint8Array, head: number, chunk: number, cut: number): { readonly summary: LargeSummary; readonly shared: boolean } {
  const [first, second] = [createSummariser('x.csv', options, head), createPartSummariser(bytes.subarray(0, head), options)];
  feed(second, bytes.subarray(cut), chunk);
  const part = second.endPart();
  first.push(bytes.subarray(0, head));
  feed(first, bytes.subarray(head, cut), chunk);
  const shared = part !== undefined && first.absorb(sent(part));
  if (!shared) feed(first, bytes.subarray(cut), chunk);
  return { summary: first.end(), shared };
}

const encoders = { 'utf-8': (text: string) => new TextEncoder().encode(text), 'utf-8 with a mark': (text: string) => new TextEncoder().encode(`\ufeff${text}`), gb18030: encodeGb18030 };

const layouts = fc.record({
  delimiter: fc.constantFrom(',', '\t', ';'), newline: fc.constantFrom('\n', '\r\n'), quotes: fc.boolean(), encoding: fc.constantFrom('utf-8', 'utf-8 with a mark', 'gb18030'), chunk: fc.integer({ min: 1, max: 300 }),
});
const words = fc.constantFrom('缺货', '质量问题', '其他', '', '-', 'a,b', '不"值"', '换\n行', '换\r\n行，急', 'T1\n"退款",2\n', '="x"', '电话13800138000', '"');
const amounts = fc.constantFrom('10.50', '￥1,299.00', '-3', '', 'x', '="12"', '1.2万', '####', '0.1', '95.35');
const times = fc.constantFrom('2025-11-11 10:20:30', '2025-11-11 10:20:31', '2025/11/3 9:05', '2025-02-30', '', '11月12日', '2025-11-11');
const ids = fc.constantFrom('1900000000000000017', '="1900000000000000017"', 'T-2', '', '-', '4.01E+18', '1900000000000017000', 'T3', '退4', '合计');
const products = fc.constantFrom(['SP-1', '大衣'], ['="SP-1"', '大衣二'], ['', '围巾'], ['', '大衣'], ['-', ''], ['SP-2', '帽子"红"']);

/** Every cut behind a line feed, and some elsewhere. */
function cutsOf(bytes: Uint8Array, head: number): readonly number[] {
  const cuts: number[] = [];
  for (let at = head; at <= bytes.length; at++) if (bytes[at - 1] === 10 || at % 101 === 0) cuts.push(at);
  return cuts;
}

/** Finds a cut that does not give what one reader gives; says how many cuts were shared. */
function compareCuts(header: readonly string[], rows: readonly (readonly string[])[], { delimiter, newline, quotes, encoding, chunk }: { delimiter: string; newline: string; quotes: boolean; encoding: keyof typeof encoders; chunk: number }): number {
  const encode = encoders[encoding];
  const text = Papa.unparse([header, ...rows] as string[][], { delimiter, newline, quotes });
  const bytes = encode(text);
  const head = Math.min(encode(Papa.unparse([header, ...rows.slice(0, 2)] as string[][], { delimiter, newline, quotes })).length + 1, bytes.length);
  const whole = byOne(bytes, head, chunk);
  let count = 0;
  for (const cut of cutsOf(bytes, head)) {
    const { summary, shared } = byTwo(bytes, head, chunk, cut);
    if (shared) count++;
    expect({ cut, ...summary }).toEqual({ cut, ...whole });
  }
  return count;
}

describe('two readers find what one finds, wherever the file is cut (R44)', () => {
  test('any refunds', () => {
    const header = ['退款编号', '退款状态', '退商品金额', '退运费金额', '售后原因', '售后说明', '商家备注', '退款完结时间', '售后类型', '商品编码', '商品名称'];
    const row = fc.tuple(ids, fc.constantFrom('退款成功', '退款关闭', '等待买家退货', ''), amounts, amounts, words, words, words, times, fc.constantFrom('仅退款', '换货', ''), products);
    let shared = 0;
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 14 }), layouts, (rows, layout) => {
        shared += compareCuts(header, rows.map((cells) => cells.flat()), layout);
      }),
      { numRuns: 25 },
    );
    expect(shared).toBeGreaterThan(25);
  });

  test('any orders', () => {
    const header = ['订单编号', '订单状态', '买家实际支付金额', '宝贝总数量', '退款金额', '订单付款时间', '买家留言', '商品编码', '宝贝标题'];
    const row = fc.tuple(ids, fc.constantFrom('交易成功', '交易关闭', '等待买家付款', '', '卖家已发货'), amounts, fc.constantFrom('1', '2', '="3"', '', 'x', '0.5'), amounts, times, words, products);
    let shared = 0;
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 14 }), layouts, (rows, layout) => {
        shared += compareCuts(header, rows.map((cells) => cells.flat()), layout);
      }),
      { numRuns: 25 },
    );
    expect(shared).toBeGreaterThan(25);
  });

  test('many numbers that come again in the other part: of each the copy closed last stays, and the lines of problems go on', () => {
    const row = (id: number, day: number): string => `T${id},${id % 5 === 0 ? '退款关闭' : '退款成功'},${id % 97 === 0 ? 'x' : `${id % 50}.25`},${['缺货', '质量问题', '其他'][(id + day) % 3] ?? ''},2025-11-${String(day).padStart(2, '0')} 10:00:00,SP-${(id * day) % 40}`;
    const rows = [...Array.from({ length: 3_000 }, (_, id) => row(id, 5)), ...Array.from({ length: 3_000 }, (_, id) => row(id * 2, 1 + (id % 9)))];
    const bytes = new TextEncoder().encode(['退款编号,退款状态,买家退款金额,买家退款原因,退款完结时间,商品编码', ...rows].join('\n'));
    const [head, chunk] = [10_000, 100_000];
    const whole = byOne(bytes, head, chunk);
    expect(whole).toMatchObject({ rows: 6_000, skipped: { duplicate: 1_500 } });
    for (const near of [20_000, bytes.length / 2, bytes.length * 0.9]) {
      const { summary, shared } = byTwo(bytes, head, chunk, bytes.indexOf(10, near) + 1);
      expect(shared).toBe(true);
      expect(summary).toEqual(whole);
    }
  });
});

const many = (make: (index: number) => string, rows = 12_000): string => Array.from({ length: rows }, (_, index) => make(index)).join('\r\n');

describe('who shares and who does not', () => {
  const header = '退款编号,退款状态,买家退款金额,买家退款原因,商品编码\r\n';
  test.each<[string, Uint8Array, boolean, IntakeOptions?]>([
    ['GB18030', encodeGb18030(header + many((index) => `T${index},退款成功,1.5,缺货,SP-${index % 9}`)), true],
    ['a note of several lines in every row', encodeGb18030(header + many((index) => `"T${index}","退款成功","1.5","缺\n货,请\n退款,1,2\n","SP"`)), true],
    ['half a file of one quoted cell that holds rows', new TextEncoder().encode(`${header + many((index) => `T${index},退款成功,1.5,缺货,SP`)}\r\nT,退款成功,1,"${many((index) => `T${index},退款成功,1.5,缺货,SP`)}",SP`), false],
    ['UTF-16 has line feeds in other characters', Buffer.from(`\ufeff${header}${many((index) => `T${index},退款成功,1.5,缺货,SP`)}`, 'utf16le'), false],
    ['line ends without a line feed', new TextEncoder().encode((header + many((index) => `T${index},退款成功,1.5,缺货,SP`)).replaceAll('\r\n', '\r')), false],
    ['more reasons than half of those told apart', new TextEncoder().encode(header + many((index) => `T${index},退款成功,1.5,原因${index},SP`, 24_000)), false],
    ['a consultation log', new TextEncoder().encode(`时间,客服,买家问题\r\n${many((index) => `2025-11-11 10:00:00,小二${index % 7},什么时候发货呢${index % 100}`)}`), false],
  ])('%s', async (_why, bytes, expected) => {
    const file: LargeFile = { name: 'x.csv', size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
    const progress: number[] = [];
    const told = { ...options, onProgress: ({ rows }: { rows: number }) => progress.push(rows) };
    let part: LargePart | undefined;
    let firstReads = 0;
    let stopped = false;
    const second: SecondReader = {
      read: async (request, onProgress) => {
        part = await readPart(file, request, options, 50_000, onProgress);
        return part && sent(part);
      },
      stop: () => {
        stopped = true;
      },
    };
    const counted: LargeFile = { ...file, read: (from, to) => {
      firstReads += to - from;
      return file.read(from, to);
    } };
    const summary = await summariseFile(counted, told, 50_000, second);
    expect(summary).toEqual(await summariseFile(file, options, 50_000));
    expect(firstReads < bytes.length * 0.8).toBe(expected);
    // A row at the end without a line end is known only then.
    expect(progress.at(-1)).toBeGreaterThanOrEqual(summary.rows - 1);
    expect(stopped).toBe(true);
  });

  test('without a second thread, or with one that breaks, the first reads all', async () => {
    const bytes = Buffer.concat([...refundExport(3_000)]);
    const file: LargeFile = { name: 'x.csv', size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
    const broken: SecondReader = { read: async () => undefined, stop: () => undefined };
    expect(await summariseFile(file, options, 50_000, broken)).toEqual(await summariseFile(file, options, 50_000));
  });
});
