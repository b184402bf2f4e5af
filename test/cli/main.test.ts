import { mkdtempSync, readFileSync, rmSync, existsSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, strFromU8 } from 'fflate';
import { main } from '../../src/cli/main';
import { samplesFolder } from '../support/samples';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'retro-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}
async function retro(...args: string[]): Promise<Run> {
  let out = '';
  let error = '';
  const code = await main(args, { out: (text) => (out += `${text}\n`), error: (text) => (error += `${text}\n`) }, '2025-11-17');
  return { code, out, error };
}

interface Report {
  readonly files: readonly { readonly file: string; readonly kind: string; readonly lines: number; readonly rows: number; readonly used: number; readonly skipped: readonly { readonly line: number; readonly reason: string }[]; readonly problems: readonly { readonly line: number; readonly column: string; readonly value: string; readonly code: string; readonly message: string }[] }[];
  readonly sheets: readonly string[];
  readonly tables: Readonly<Record<string, number>>;
  readonly metrics: readonly { readonly id: string; readonly metric: string; readonly state: string; readonly gap: number | null }[];
  readonly errorCells: readonly string[];
  readonly host: { readonly syncs: number; readonly largestRequest: number };
}
const readReport = (): Report => JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
const outputs = (): string[] => ['--out', join(folder, 'retro.xlsx'), '--report', join(folder, 'report.json'), '--today', '2025-11-17', '--event', '2025双11'];
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

test('the samples give a workbook and a report, exit code 0', async () => {
  const { code, out } = await retro(...outputs(), samplesFolder);
  expect(code).toBe(0);
  expect(out).toContain('retro.xlsx');
  const report = readReport();
  expect(report.sheets.slice(0, 4)).toEqual(['封面', '1 回顾目标', '2 实际数据', '2 对比结果']);
  expect(report.tables).toMatchObject({ tblTarget: 14, tblCase: 7, tblAction: 6 });
  expect(report.errorCells).toEqual([]);
  expect(report.metrics.find((metric) => metric.metric === 'avg_resp')).toMatchObject({ id: 'M-07', state: 'missed', gap: 15 });
  expect(report.host.syncs).toBeLessThanOrEqual(8);
  expect(report.host.largestRequest).toBeLessThan(1_000_000);
  const parts = unzipSync(new Uint8Array(readFileSync(join(folder, 'retro.xlsx'))));
  const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  for (const name of report.sheets) expect(book).toContain(`name="${name}"`);
});

test('every line of every sample is used, skipped with a reason, or has a problem (R43)', async () => {
  await retro(...outputs(), samplesFolder);
  for (const source of readReport().files) {
    expect(source.kind).not.toBe('unknown');
    expect(source.used + source.skipped.length).toBeLessThanOrEqual(source.lines);
    expect(source.rows).toBeGreaterThanOrEqual(source.used);
  }
});

describe('bad data is named with line and value, and the rest goes on', () => {
  const targets = '指标\t目标值\t单位\n店铺销售额\t100万\t元\n';
  test.each([
    { why: 'an empty file', name: 'empty.tsv', content: '', code: 'empty-input' },
    { why: 'only a header', name: 'header.tsv', content: '指标\t目标值\n', code: 'header-only' },
    { why: 'an unknown table', name: 'what.tsv', content: '颜色\t形状\n红\t圆\n', code: 'unknown-table' },
    { why: 'UTF-8 read as GBK and saved again', name: 'moji.tsv', content: '璁㈠崟缂栧彿\t閫€娆剧紪鍙�\n1\t2\n', code: 'mojibake' },
    { why: 'a picture', name: 'photo.csv', content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1, 0, 255, 254, 0, 3]), code: 'not-text' },
    { why: 'a letter O among the digits', name: 'o.tsv', content: '指标\t本期实际\n支付金额\t1,2O0\n', code: 'not-a-number' },
    { why: 'one metric with two values', name: 'two.tsv', content: '指标\t本期实际\n支付金额\t100\n销售额\t200\n', code: 'duplicate-metric' },
    { why: 'a cell longer than Excel allows', name: 'long.tsv', content: `案例编号\t类型\t用户咨询场景\t客服回复内容\t处理结果\nC1\t负面\t${'长'.repeat(32_768)}\t好\t差评\n`, code: 'too-long' },
  ])('$why', async ({ name, content, code }) => {
    const result = await retro(...outputs(), file('good.tsv', targets), file(name, content));
    expect(result.code).toBe(0);
    const report = readReport();
    const bad = report.files.find((source) => source.file.startsWith(name));
    expect(bad?.problems.map((problem) => problem.code)).toContain(code);
    for (const problem of bad?.problems ?? []) expect(problem.message.length).toBeGreaterThan(5);
    expect(report.tables['tblTarget']).toBe(1);
    expect(report.errorCells).toEqual([]);
  });

  test('a target without a number stays visible and flagged', async () => {
    await retro(...outputs(), file('t.tsv', '指标\t目标值\n询单转化率\t尽量高\n'));
    expect(readReport()).toMatchObject({ files: [{ rows: 1, used: 1, problems: [{ line: 2, column: '目标值', value: '尽量高', code: 'not-a-number' }] }], tables: { tblTarget: 1 }, metrics: [{ metric: 'conv_final', state: 'no-target' }] });
  });
});

describe('wrong usage gives the usage text and exit code 2', () => {
  test.each([
    { why: 'an unknown flag', args: ['--nope', '.'] },
    { why: 'a flag without its value', args: ['.', '--out'] },
    { why: 'a date that does not exist', args: ['--today', '2025-02-30', '.'] },
    { why: 'an unknown language', args: ['--lang', 'fr', '.'] },
    { why: 'no file', args: ['--event', 'x'] },
    { why: 'a file that does not exist', args: ['nowhere.tsv'] },
  ])('$why', async ({ args }) => {
    const { code, error } = await retro(...args);
    expect(code).toBe(2);
    expect(error).toContain('Usage: npm run retro');
  });
});

test('exit code 1 when nothing could be written, with the reason', async () => {
  mkdirSync(join(folder, 'taken'));
  const { code, error } = await retro('--out', join(folder, 'taken'), file('t.tsv', '指标\t目标值\n询单转化率\t55%\n'));
  expect(code).toBe(1);
  expect(error).not.toBe('');
});

test('--help prints the usage, exit code 0', async () => {
  expect(await retro('--help')).toMatchObject({ code: 0 });
  expect(existsSync(join(folder, 'retro.xlsx'))).toBe(false);
});
