import type { Generated } from '../../src/excel/generate';
import type { Host } from '../../src/host';
import { moveSheet } from '../../src/host/edits/sheets';
import { deleteTableColumn, insertTableColumn } from '../../src/host/edits/tables';
import type { Language } from '../../src/i18n';
import { contentOf, rowsOf, startExcel, tableOf } from '../support/excel';
import { generate, tryGenerate } from '../support/retro';
import { sampleInputs } from '../support/samples';
import { look, openSample, paste, type } from './track-support';

/** Generating again into a workbook that people rearranged (R45): one case for everything they do to rows, columns and sheets, each with its outcome. */
const [targets] = sampleInputs('01_targets.tsv');
const first = '高频咨询问题的话术手册整理并完成全员培训';
/** The first action two weeks later and P2, a new action; the other five are not in it. */
const later = [targets!, { name: '12_actions.tsv', text: ['行动\t负责人\t截止日期\t来源\t验收标准\t优先级\t状态', `${first}\t培训\t2025-12-04\t平均响应时长\t全员抽测通过率 ≥95%\tP2\t进行中`, '另一件新的事\t主管\t2025-12-01\tC-01\t做完\tP2\t未开始'].join('\n') }];
const SHEET = '6 行动计划';

type Rows = Record<string, unknown>[];
interface Case {
  readonly why: string;
  readonly arrange: (host: Host) => void | Promise<void>;
  /** ids as they stand after it */
  readonly ids: readonly string[];
  readonly also?: (rows: Rows, host: Host, generated: Generated) => void;
  readonly language?: Language;
  /** lines of the log; default one, the deadline that the data changed */
  readonly changes?: readonly string[];
}
const usual = ['A-01', 'A-02', 'A-03', 'A-04', 'A-05', 'A-06', 'A-07'];
const postponed = 'A-01 deadline 2025-11-20→2025-12-04';
const firstRow = (host: Host): number => tableOf(host.book, 'tblAction').range.row + 1;
const width = (host: Host): number => tableOf(host.book, 'tblAction').range.columnCount;

/** Takes a column out and puts it in again at another place, as cutting and inserting does. */
function moveColumn(host: Host, header: string, to: number): void {
  const table = tableOf(host.book, 'tblAction');
  const values = [[header], ...rowsOf(host, 'tblAction').map((row) => [row[header] ?? ''])];
  host.user.perform((workspace) => {
    deleteTableColumn(workspace, table, table.columns.findIndex(({ name }) => name === header));
    insertTableColumn(workspace, table, to, values, undefined);
  });
}

const cases: readonly Case[] = [
  { why: 'nothing rearranged', arrange: () => undefined, ids: usual },
  {
    why: 'rows added below: they get an id before new data do', arrange: (host) => { type(host, 6, '行动', '手写的行动'); type(host, 6, '负责人', '主管'); }, ids: [...usual, 'A-08'],
    also: (rows) => expect(rows.slice(6).map((row) => row['行动'])).toEqual(['手写的行动', '另一件新的事']),
  },
  { why: 'rows added in between', arrange: (host) => { host.user.insertRows(SHEET, firstRow(host) + 2, 1); type(host, 2, '行动', '夹在中间'); }, ids: ['A-01', 'A-02', 'A-07', 'A-03', 'A-04', 'A-05', 'A-06', 'A-08'] },
  { why: 'rows sorted', arrange: (host) => void host.user.sortTable('tblAction', '行动', false), ids: usual, also: (rows) => expect(rows.map((row) => row['编号']).slice(0, 6)).not.toEqual(usual.slice(0, 6)) },
  {
    why: 'a row moved by cutting it', arrange: (host) => {
      const row = rowsOf(host, 'tblAction')[0]!;
      host.user.deleteRows(SHEET, firstRow(host), 1);
      for (const header of ['编号', '行动', '负责人', '来源', '验收标准', '优先级', '状态', '效果']) paste(host, 5, header, String(row[header]));
      paste(host, 5, '截止日期', '2025-11-20');
    }, ids: ['A-02', 'A-03', 'A-04', 'A-05', 'A-06', 'A-01', 'A-07'],
  },
  { why: 'a row deleted: it stays deleted and is one line', arrange: (host) => void host.user.deleteRows(SHEET, firstRow(host), 1), ids: ['A-02', 'A-03', 'A-04', 'A-05', 'A-06', 'A-07'], changes: ['A-01 row present→removed'] },
  { why: 'a column added inside the table', arrange: (host) => { host.user.perform((workspace) => void insertTableColumn(workspace, tableOf(host.book, 'tblAction'), 2, undefined, '我的备注')); type(host, 3, '我的备注', '跟老板说过'); }, ids: usual, also: (rows) => expect(rows[3]?.['我的备注']).toBe('跟老板说过') },
  { why: 'a column added behind it', arrange: (host) => { host.user.perform((workspace) => void insertTableColumn(workspace, tableOf(host.book, 'tblAction'), width(host), undefined, '客户反馈')); type(host, 0, '客户反馈', '好'); }, ids: usual, also: (rows) => expect(rows[0]?.['客户反馈']).toBe('好') },
  { why: 'a column moved', arrange: (host) => moveColumn(host, '优先级', 1), ids: usual, also: (rows) => expect(Object.keys(rows[0] ?? {}).slice(0, 3)).toEqual(['编号', '优先级', '行动']) },
  { why: 'a column renamed', arrange: (host) => void host.user.renameHeader('tblAction', '优先级', '急不急'), ids: usual, also: (rows) => expect(rows[0]?.['急不急']).toBe('P2') },
  { why: 'a tracked column renamed', arrange: (host) => void host.user.renameHeader('tblAction', '截止日期', '哪天做完'), ids: usual, also: (rows) => expect(rows[0]?.['哪天做完']).toBe(45995) },
  { why: 'a column deleted: it does not come back', arrange: (host) => {
      const table = tableOf(host.book, 'tblAction');
      host.user.perform((workspace) => deleteTableColumn(workspace, table, table.columns.findIndex(({ name }) => name === '进展')));
    }, ids: usual, also: (rows) => expect(Object.keys(rows[0] ?? {})).not.toContain('进展') },
  { why: 'the sheet renamed', arrange: (host) => void host.user.renameSheet(SHEET, '我们要做的'), ids: usual, also: (_, host) => expect(host.book.sheets.filter(({ name }) => name === SHEET)).toEqual([]) },
  { why: 'the sheet moved to the front', arrange: (host) => void host.user.perform((workspace) => moveSheet(workspace, tableOf(host.book, 'tblAction').sheet, 0)), ids: usual, also: (_, host) => expect(host.book.sheets[0]?.name).toBe(SHEET) },
  {
    why: 'the sheet copied: the copy stays as it is and is named by the next look', arrange: copyByHand, ids: usual, also: (_, host) => {
      const copy = host.book.tables.find(({ name }) => name !== 'tblAction' && name.startsWith('tblAction'))!;
      expect(copy.range.rowCount).toBe(7);
    },
  },
  { why: 'a row whose id was deleted: it gets it back', arrange: (host) => paste(host, 1, '编号', ''), ids: usual },
  { why: 'an id typed twice: the row that says what is remembered keeps it', arrange: (host) => { type(host, 6, '行动', '抄下来的行'); type(host, 6, '编号', 'A-02'); }, ids: [...usual, 'A-08'], also: (rows) => expect([rows[1]?.['编号'], rows[6]?.['行动']]).toEqual(['A-02', '抄下来的行']) },
  { why: 'another language asked for: the workbook keeps its own', arrange: () => undefined, ids: usual, language: 'en-US', also: (rows) => expect(Object.keys(rows[0] ?? {})).toContain('负责人') },
];

/** A host without copying of sheets: what Excel makes of it. */
function copyByHand(host: Host): void {
  const { sheet, range, columns } = tableOf(host.book, 'tblAction');
  host.user.addSheet(`${SHEET} (2)`);
  const copy = host.book.sheets.find(({ name }) => name === `${SHEET} (2)`)!;
  for (const [key, cell] of sheet.cells) copy.cells.set(key, { ...cell });
  host.book.tables.push({ ...tableOf(host.book, 'tblAction'), id: 'copy', name: 'tblAction2', sheet: copy, range: { ...range }, columns: columns.map((column) => ({ ...column })), filters: new Map() });
  host.calculator.structureChanged();
}

test.each(cases)('$why', async ({ arrange, ids, also, language, changes = [postponed] }) => {
  const host = await openSample();
  for (let row = 0; row < 6; row++) type(host, row, '效果', `效果${row + 1}`);
  type(host, 2, '验收标准', '我改过的标准');
  await look();
  await arrange(host);
  const generated = await generate(later, language);
  const rows = rowsOf(host, 'tblAction');
  // Each row once, with what people typed into it; the data's changes where nobody had touched the cell.
  expect(rows.map((row) => row['编号']).sort()).toEqual([...ids].sort());
  for (const row of rows) {
    const number = Number(String(row['编号']).slice(2));
    if (number <= 6) expect(`${String(row['编号'])} ${String(row['效果'])}`).toBe(`A-0${number} 效果${number}`);
  }
  const found = rows.find((row) => row['编号'] === 'A-01');
  if (found !== undefined) expect([found['优先级'] ?? found['急不急'], found['截止日期'] ?? found['哪天做完']]).toEqual(['P2', 45995]);
  expect(rows.find((row) => row['编号'] === 'A-03')?.['验收标准']).toBe('我改过的标准');
  expect(generated.changes.map(({ action, field, old, new: now }) => `${action} ${field} ${old}→${now}`)).toEqual(changes);
  expect([generated.conflicts, generated.errorCells]).toEqual([[], []]);
  also?.(rows, host, generated);
  // Doing it again changes nothing.
  const before = contentOf(host);
  await generate(later, language);
  expect(contentOf(host)).toEqual(before);
  expect((await look()).added).toEqual([]);
});

test('a filtered table: named before anything is written, done when the filter is gone', async () => {
  const host = await openSample();
  host.user.filterTable('tblAction', '优先级', ['P1']);
  const before = contentOf(host);
  expect(await tryGenerate(later)).toMatchObject({ ok: false, failure: { code: 'filtered', sheet: SHEET } });
  expect(contentOf(host)).toEqual(before);
  host.user.filterTable('tblAction', '优先级');
  await generate(later);
  expect(rowsOf(host, 'tblAction')).toHaveLength(7);
});

test('targets pasted again with one corrected figure: the others stay, with their source; the sheet compares them all', async () => {
  const host = await startExcel();
  await generate(sampleInputs('01_targets.tsv', '02_actuals.tsv'));
  const others = (): unknown[] => rowsOf(host, 'tblActual').filter((row) => !corrected(row)).map(({ 指标: _, ...figures }) => figures);
  const corrected = (row: Record<string, unknown>): boolean => row['编号'] === 'M-05';
  const before = others();
  await generate([targets!, { name: '更正.tsv', text: '指标名称\t本期实际\n退款率\t16.1%' }]);
  expect(before).toHaveLength(17);
  expect(others()).toEqual(before);
  expect(rowsOf(host, 'tblActual').find(corrected)).toMatchObject({ 实际值: 0.161, 去年同期: 0.142 });
  expect(rowsOf(host, 'tblComparison').find((row) => row['编号'] === 'M-07')).toMatchObject({ 状态: '未达' });
});
