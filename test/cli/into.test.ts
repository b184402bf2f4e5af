import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, lstatSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { main } from '../../src/cli/main';
import { writeFiles } from '../../src/cli/write';
import { openXlsx } from '../../src/host/files/open';
import { saveWorkbook } from '../../src/host/files/save';
import { cellKey, type CellValue } from '../../src/host/model/types';
import { buildWorkbook } from '../support/workbook-builder';
import { samplesFolder } from '../support/samples';

const edited = join(__dirname, '../fixtures/libreoffice/edited.xlsx');

// A whole run of the host, twice as slow on a busy machine.
jest.setTimeout(240_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'retro-into-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const path = (name: string): string => join(folder, name);

async function retro(...args: string[]): Promise<{ readonly code: number; readonly out: string; readonly error: string }> {
  let out = '';
  let error = '';
  const code = await main(['--today', '2025-11-17', ...args], { out: (text) => (out += `${text}\n`), error: (text) => (error += `${text}\n`) }, '2025-11-17');
  return { code, out, error };
}

const actionsOf = (file: string): Record<string, CellValue>[] => rowsOfTable(file, 'tblAction');

function rowsOfTable(file: string, wanted: string): Record<string, CellValue>[] {
  const opened = openXlsx(new Uint8Array(readFileSync(file)));
  if (!opened.ok) throw new Error(opened.failure.code);
  const table = opened.book.tables.find(({ name }) => name === wanted);
  if (table === undefined) throw new Error(`no ${wanted}`);
  const { range, columns, sheet } = table;
  return Array.from({ length: range.rowCount - 1 }, (_, row) => Object.fromEntries(columns.map(({ name }, index) => [name, sheet.cells.get(cellKey(range.row + 1 + row, range.column + index))?.value ?? ''])));
}

test('generates into a workbook that people worked in, writes back into the same file, leaves nothing behind', async () => {
  copyFileSync(edited, path('retro.xlsx'));
  const { code, error } = await retro('--into', path('retro.xlsx'), '--report', path('report.json'), join(samplesFolder, '12_actions.tsv'));
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(readdirSync(folder).sort()).toEqual(['report.json', 'retro.xlsx']);
  expect(actionsOf(path('retro.xlsx'))[0]).toMatchObject({ 编号: 'A-01', 负责人: '王主管', 我的备注: '跟老板说过', 效果: '效果不错' });
  const report = JSON.parse(readFileSync(path('report.json'), 'utf8')) as Record<string, unknown>;
  expect(report).toMatchObject({ dropped: [], errorCells: [] });
  expect(report['sheets']).toContain('服务案例');
});

/**
 * `edited.xlsx` was changed in LibreOffice by edit.bas: an owner typed, deadlines as a date, as text in another form, as words and without a
 * year, a column inserted, rows sorted, a sheet renamed.
 */
test('a workbook edited in LibreOffice: all of it kept, dates understood, the log complete, and once only', async () => {
  copyFileSync(edited, path('retro.xlsx'));
  const run = (): ReturnType<typeof retro> => retro('--into', path('retro.xlsx'), '--report', path('report.json'), join(samplesFolder, '12_actions.tsv'));
  expect(await run()).toMatchObject({ code: 0, error: '' });
  // Sorted by her; a typed owner, a date, a text in another form, words and a day without a year became days; words without a day stay.
  const rows = actionsOf(path('retro.xlsx'));
  expect(rows.map((row) => [row['编号'], row['负责人'], row['截止日期']])).toEqual([
    ['A-01', '王主管', 45_996], ['A-05', '仓配对接', 45_991], ['A-03', '售后组长', 45_981], ['A-06', '售前组长', '尽快'], ['A-02', '主管', 46_000], ['A-04', '运营对接', 45_992],
  ]);
  expect(Object.keys(rows[0] ?? {}).indexOf('我的备注')).toBe(2);
  const report = (): Record<string, unknown> => JSON.parse(readFileSync(path('report.json'), 'utf8')) as Record<string, unknown>;
  expect(report()['sheets']).toContain('服务案例');
  expect(report()['conflicts']).toEqual([]);
  const change = (action: string, field: string, old: string, now: string) => ({ action, field, old, new: now, origin: 'found' });
  const changes = [change('A-01', 'owner', '培训', '王主管'), change('A-01', 'deadline', '2025-11-20', '2025-12-05'), change('A-03', 'deadline', '2025-11-21', '2025-11-20'), change('A-02', 'deadline', '2025-11-30', '2025-12-09'), change('A-04', 'deadline', '2025-11-21', '2025-12-01')];
  expect(report()['changes']).toEqual(changes);
  const log = rowsOfTable(path('retro.xlsx'), 'tblChange');
  expect(log.map((row) => [row['行动编号'], row['字段'], row['新值'], row['原话']])).toEqual([['A-01', '负责人', '王主管', ''], ['A-01', '截止日期', '2025-12-05', ''], ['A-03', '截止日期', '2025-11-20', '3天内'], ['A-02', '截止日期', '2025-12-09', ''], ['A-04', '截止日期', '2025-12-01', '12月1日']]);
  // The same again finds and changes nothing.
  expect(await run()).toMatchObject({ code: 0, error: '' });
  expect(report()['changes']).toEqual([]);
  expect(actionsOf(path('retro.xlsx'))).toEqual(rows);
  expect(rowsOfTable(path('retro.xlsx'), 'tblChange')).toEqual(log);
});

describe('a workbook that cannot be used is named with the reason, and stays as it is', () => {
  test.each<readonly [why: string, code: number, words: RegExp, content: Uint8Array | string | undefined]>([
    ['a file that is not there', 2, /没有这个文件/, undefined],
    ['text', 1, /不是 \.xlsx/, '指标\t目标'],
    ['a password', 1, /打开密码/, Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...[...'EncryptedPackage'].flatMap((character) => [character.charCodeAt(0), 0])])],
    ['half a file', 1, /损坏/, readFileSync(edited).subarray(0, 40_000)],
    ['another document', 1, /没有 Excel 工作簿/, zipSync({ 'word/document.xml': new Uint8Array(9) })],
    ['a workbook without any table of ours', 1, /不是复盘工作簿/, saveWorkbook(buildWorkbook('我的表'))],
  ])('%s', async (_, code, words, content) => {
    if (content !== undefined) writeFileSync(path('book.xlsx'), content);
    const result = await retro('--into', path('book.xlsx'), join(samplesFolder, '12_actions.tsv'));
    expect(result.code).toBe(code);
    expect(result.error).toMatch(words);
    expect(result.error).toContain('book.xlsx');
    expect(readdirSync(folder)).toEqual(content === undefined ? [] : ['book.xlsx']);
    if (content !== undefined) expect(Buffer.from(readFileSync(path('book.xlsx'))).equals(Buffer.from(content))).toBe(true);
  });
});

describe('files are written whole or not at all', () => {
  test('the second cannot be written: the first stays as it was', async () => {
    writeFileSync(path('a'), 'old');
    expect(await writeFiles([{ path: path('a'), content: 'new' }, { path: path('no-folder/b'), content: 'new' }])).toMatchObject({ code: 'ENOENT', path: path('no-folder/b') });
    expect(readFileSync(path('a'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('a folder in place of a file is said, nothing is left behind', async () => {
    mkdirSync(path('a'));
    writeFileSync(path('a/keep'), '');
    expect(await writeFiles([{ path: path('a'), content: 'new' }])).toBeDefined();
    expect(readdirSync(folder)).toEqual(['a']);
  });

  // The device that is always full.
  (existsSync('/dev/full') ? test : test.skip)('a full disk is said, and the workbook stays as it was', async () => {
    writeFileSync(path('a'), 'old');
    expect(await writeFiles([{ path: path('a'), content: 'new' }, { path: '/dev/full', content: 'new' }])).toMatchObject({ code: 'ENOSPC', path: '/dev/full' });
    expect(readFileSync(path('a'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a']);
    expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true);
  });

  test('a link stays a link; a folder that may not be written is said', async () => {
    writeFileSync(path('real'), 'old');
    symlinkSync(path('real'), path('link'));
    expect(await writeFiles([{ path: path('link'), content: 'new' }])).toBeUndefined();
    expect(lstatSync(path('link')).isSymbolicLink()).toBe(true);
    expect(readFileSync(path('real'), 'utf8')).toBe('new');
    if (process.getuid?.() === 0) return;
    chmodSync(folder, 0o500);
    expect(await writeFiles([{ path: path('real'), content: 'newer' }])).toMatchObject({ code: 'EACCES' });
    chmodSync(folder, 0o700);
  });
});
