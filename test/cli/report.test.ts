import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main';
import { samplesFolder } from '../support/samples';

/** The part of the report's contract that these tests look at. */
interface Report {
  readonly refunds?: { count: number; amount: number; freight: number; pending: number; closed: number; byGroup: { group: string; count: number; amount: number }[]; byItem: { item: string; group: string; amount: number }[] };
  readonly inquiries?: { total: number; bot: number; botShare: number; unanswered: number; greetings: number; top: { category: string; count: number; share: number; shareChange: number | null; handler: string }[]; log?: Report['inquiries'] };
  readonly hourly?: { peakHour: number; peakVolume: number; peakDate: string; volume: number; response: number; slots: { date: string; hour: number; volume: number; response: number }[]; window: { volume: number; response: number; from: number; to: number } };
  readonly silent?: { share: number; conversion: number; items: { item: string; pattern: string }[] };
  readonly items?: { count: number; withSales: number; sales: number; units: number; topBySales: { item: string; refundShare: number }[]; topByUnits: { item: string }[] };
  readonly orders?: { paid: { count: number; amount: number }; closed: number; refunded: number };
  readonly reviews?: { total: number; good: number; neutral: number; bad: number; badRate: number; badRateWritten: number; keywords: { phrase: string }[]; aboutService: { item: string; mood: string }[] };
  readonly metrics: { metric: string; actual: number | null }[];
  readonly errorCells: string[];
  readonly host: { syncs: number; largestRequest: number };
}

async function run(files: readonly string[], more: readonly string[] = []): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'retro-report-'));
  const report = join(folder, 'report.json');
  const errors: string[] = [];
  const code = await main(['--event', '2025双11', '--start', '2025-10-20', '--end', '2025-11-14', '--today', '2025-11-17', '--out', join(folder, 'retro.xlsx'), '--report', report, ...more, ...files.map((file) => join(samplesFolder, file))], { out: () => undefined, error: (text) => errors.push(text) }, '2025-11-17');
  expect({ code, errors }).toEqual({ code: 0, errors: [] });
  return JSON.parse(readFileSync(report, 'utf8')) as Report;
}

describe('the report says what DOMAIN 5.4–5.11 say', () => {
  let all: Report;
  beforeAll(async () => {
    all = await run(['']);
  });

  test('5.4 hours: peak 4,216 at 11 on 2025-11-01; 27,609 in all, 49.5 秒 weighted; 10–12点 8,118 and 72.7 秒', () => {
    expect(all.hourly).toMatchObject({ peakHour: 11, peakVolume: 4216, peakDate: '2025-11-01', volume: 27_609, window: { from: 10, to: 12, volume: 8118 } });
    expect(all.hourly?.response).toBeCloseTo(49.5, 1);
    expect(all.hourly?.window.response).toBeCloseTo(72.7, 1);
    expect(all.hourly?.slots).toHaveLength(11);
    expect(all.hourly?.slots.filter((slot) => slot.date === '2025-11-11')).toHaveLength(3);
    expect(all.hourly?.slots[9]?.response).toBeCloseTo(43.2, 9);
  });

  test('5.5a refunds of 淘宝 alone: 10 of ¥3,281.00 in five groups, one pending, one closed', async () => {
    const { refunds } = await run(['05a_refunds_taobao.tsv']);
    expect(refunds).toMatchObject({ count: 10, amount: 3281, pending: 1, closed: 1 });
    expect(refunds?.byGroup.map(({ group, count, amount }) => [group, count, amount])).toEqual([['客服答复', 1, 1299], ['物流', 4, 716], ['其他', 2, 658], ['活动规则设置', 2, 519], ['产品质量', 1, 89]]);
  });

  test('5.5b refunds of 抖音 alone: 4 of ¥829.50 and ¥6.00 freight; 换货 and 补寄 are no refunds', async () => {
    expect((await run(['05b_refunds_douyin.tsv'])).refunds).toMatchObject({ count: 4, amount: 829.5, freight: 6 });
  });

  test('5.6 inquiries: the counted table is the TOP10, the log stands beside it', () => {
    expect(all.inquiries).toMatchObject({ total: 31_204, bot: 14_115, log: { total: 12, bot: 4, unanswered: 1, greetings: 1 } });
    expect(all.inquiries?.botShare).toBeCloseTo(0.452, 3);
    expect(all.inquiries?.top).toHaveLength(10);
    expect(all.inquiries?.top[0]).toMatchObject({ category: '物流/催发货', count: 9860 });
    const change = Object.fromEntries(all.inquiries?.top.map(({ category, shareChange }) => [category, shareChange]) ?? []);
    expect(change).toMatchObject({ '物流/催发货': 0.046, '活动规则(预售尾款)': -0.035, 优惠券与满减: -0.036, '价保/降价': 0.034 });
    expect(all.inquiries?.log?.top.map(({ category, count }) => [category, count])).toContainEqual(['物流查询', 2]);
    expect(JSON.stringify(all.inquiries)).not.toContain('在吗');
  });

  test('5.6c a chat alone: its question is the only category, and no metric comes of it', async () => {
    const { inquiries, metrics } = await run(['06c_chat_raw.txt']);
    expect(inquiries).toMatchObject({ total: 1, bot: 0, greetings: 0 });
    expect(inquiries?.top).toMatchObject([{ category: '投诉/情绪', count: 1, share: 1 }]);
    expect(metrics).toEqual([]);
  });

  test('5.7 items: 8, 7 with sales; ¥9,313,932.00 and 73,076; both rankings; refund shares', () => {
    expect(all.items).toMatchObject({ count: 8, withSales: 7, sales: 9_313_932, units: 73_076 });
    expect(all.items?.topBySales[0]?.item).toBe('羊毛混纺大衣女秋冬');
    expect(all.items?.topByUnits[0]?.item).toBe('一次性洗脸巾(引流)');
    const share = Object.fromEntries(all.items?.topBySales.map(({ item, refundShare }) => [item, Number(refundShare.toFixed(3))]) ?? []);
    expect(share).toMatchObject({ '空气炸锅 可视款': 0.204, 蒸汽拖把: 0.181, 羊毛混纺大衣女秋冬: 0.18 });
  });

  test('5.8 silent: 59.91 % of sales, 9.54 % of visitors; who buys alone and who needs a chat', () => {
    expect(all.silent?.share).toBeCloseTo(0.5991, 4);
    expect(all.silent?.conversion).toBeCloseTo(0.0954, 4);
    const of = (pattern: string): string[] => all.silent?.items.filter((item) => item.pattern === pattern).map((item) => item.item).sort() ?? [];
    expect(of('self-service')).toEqual(['一次性洗脸巾(引流)', '法兰绒四件套'].sort());
    expect(of('needs-service')).toEqual(['空气炸锅 可视款', '蒸汽拖把'].sort());
  });

  test('5.10 reviews: 4 / 2 / 3, 33.33 % bad, 37.50 % of the written ones; keywords; what service caused', () => {
    expect(all.reviews).toMatchObject({ total: 9, good: 4, neutral: 2, bad: 3, badRate: 3 / 9, badRateWritten: 0.375 });
    expect(all.reviews?.keywords.map(({ phrase }) => phrase)).toEqual(expect.arrayContaining(['客服耐心', '尺码推荐准', '发货快', '划算']));
    expect(all.reviews?.aboutService.filter(({ mood }) => mood === 'bad').map(({ item }) => item)).toEqual(['加绒卫衣男', '空气炸锅 可视款']);
  });

  test('5.11 orders: 2 paid with ¥478.00, 1 closed, ¥329.00 refunded', () => {
    expect(all.orders).toMatchObject({ paid: { count: 2, amount: 478 }, closed: 1, refunded: 329 });
  });

  test('all samples at once: no error cell, at most 8 round trips, no request over 1 MB', () => {
    expect(all.errorCells).toEqual([]);
    expect(all.host.syncs).toBeLessThanOrEqual(8);
    expect(all.host.largestRequest).toBeLessThan(1_000_000);
  });

  test('no agent, buyer, phone or order number anywhere in the report', () => {
    const text = JSON.stringify({ ...all, files: [] });
    for (const secret of ['小满', '阿橙', '青柠', '海盐', '豆包', '4012345678901230', '7000000000000000', '138****', 't**8']) expect(text).not.toContain(secret);
  });

  test('a section is absent when nothing was pasted for it', async () => {
    const report = await run(['01_targets.tsv', '02_actuals.tsv']);
    for (const section of ['refunds', 'inquiries', 'hourly', 'silent', 'items', 'orders', 'reviews']) expect(report).not.toHaveProperty(section);
  });

  test('groups and categories of the log are in the language asked for', async () => {
    const report = await run(['05a_refunds_taobao.tsv', '06a_inquiry_log.tsv'], ['--lang', 'en-US']);
    expect(report.refunds?.byGroup.map(({ group }) => group)).toContain('Product quality');
    expect(report.inquiries?.top.map(({ category }) => category)).toContain('Parcel tracking');
  });
});

test('a paste without any number of its kind makes a section without invented numbers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'retro-bad-'));
  writeFileSync(join(folder, 'h.tsv'), '时段\t咨询人数\t平均响应时长\n9点\t\t\n10点\t-\t-\n');
  const report = join(folder, 'r.json');
  expect(await main(['--today', '2025-11-17', '--out', join(folder, 'o.xlsx'), '--report', report, join(folder, 'h.tsv')], { out: () => undefined, error: () => undefined }, '2025-11-17')).toBe(0);
  expect((JSON.parse(readFileSync(report, 'utf8')) as Report).hourly).toMatchObject({ peakHour: null, peakVolume: null, response: null });
});
