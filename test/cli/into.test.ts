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

function actionsOf(file: string): Record<string, CellValue>[] {
  const opened = openXlsx(new Uint8Array(readFileSync(file)));
  if (!opened.ok) throw new Error(opened.failure.code);
  const table = opened.book.tables.find(({ name }) => name === 'tblAction');
  if (table === undefined) throw new Error('no tblAction');
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
