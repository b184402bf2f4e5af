import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolesOf } from '../../src/cli/last';
import { main } from '../../src/cli/main';
import { openXlsx } from '../../src/host/files/open';
import { cellKey } from '../../src/host/model/types';

jest.setTimeout(240_000);

/** the workbook of 2025双11 */
const earlier = join(__dirname, '../fixtures/libreoffice/saved.xlsx');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'retro-last-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('which earlier retro is which baseline', () => {
  const of = (name: string, start?: string): { readonly event: { readonly name: string; readonly start?: string } } => ({ event: { name, ...(start === undefined ? {} : { start }) } });
  test.each([
    { why: 'the same event a year before is last year', earlier: [of('2025双11')], roles: ['lastYear'] },
    { why: 'another event before is the last promotion', earlier: [of('2026 618', '2026-05-16')], roles: ['lastPromo'] },
    { why: 'of several the latest', earlier: [of('2025双12', '2025-12-08'), of('2025双11', '2025-10-20'), of('2026 618', '2026-05-16')], roles: [null, 'lastYear', 'lastPromo'] },
    { why: 'not one that comes after', earlier: [of('2026双12', '2026-12-08')], roles: [null] },
    { why: 'the same event two years before is no last year', earlier: [of('2024双11', '2024-10-20')], roles: ['lastPromo'] },
    { why: 'a workbook without an event', earlier: [{ event: undefined }], roles: ['lastPromo'] },
  ])('$why', ({ earlier: list, roles }) => expect(rolesOf({ name: '2026双11', start: '2026-10-20', end: '2026-11-14' }, list)).toEqual(roles));
});

test('figures of last year’s workbook stand where the paste gives none, with the file as source; pasted ones stay', async () => {
  const paste = join(folder, 'actuals.tsv');
  writeFileSync(paste, '指标\t本期实际\t去年同期\n支付金额\t15,000,000\t\n平均响应时间\t40秒\t50秒\n自有指标\t5\t\n');
  let out = '';
  const code = await main(
    ['--event', '2026双11', '--start', '2026-10-20', '--end', '2026-11-14', '--today', '2026-11-17', '--last', earlier, '--out', join(folder, 'out.xlsx'), '--report', join(folder, 'report.json'), paste],
    { out: (text) => (out += `${text}\n`), error: (text) => (out += text) }, '2026-11-17');
  expect([code, out]).toEqual([0, expect.stringContaining('saved.xlsx（2025双11）：补了 1 个“去年同期”')]);
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as { readonly last: unknown; readonly metrics: readonly { readonly metric: string; readonly yoy: number | null }[] };
  expect(report.last).toEqual([{ file: 'saved.xlsx', event: '2025双11', as: 'lastYear', filled: 1 }]);
  const yoy = Object.fromEntries(report.metrics.map((metric) => [metric.metric, metric.yoy]));
  expect(yoy['sales_amount']).toBeCloseTo(15_000_000 / 12_860_433.5 - 1, 9);
  expect(yoy['avg_resp']).toBeCloseTo(-0.2, 9);
  const opened = openXlsx(new Uint8Array(readFileSync(join(folder, 'out.xlsx'))));
  const table = opened.ok ? opened.book.tables.find(({ name }) => name === 'tblActual') : undefined;
  const row = table?.columns.map((column, index) => [column.name, table.sheet.cells.get(cellKey(table.range.row + 1, table.range.column + index))?.value]);
  expect(Object.fromEntries(row ?? [])).toMatchObject({ 去年同期: 12_860_433.5, 备注: expect.stringContaining('去年同期取自 saved.xlsx') as string });
});

test('a file that is not there is wrong usage', async () => {
  expect(await main(['--last', join(folder, 'nothing.xlsx'), earlier], { out: () => undefined, error: () => undefined }, '2026-11-17')).toBe(2);
});
