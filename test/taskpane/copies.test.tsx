/** Collecting copies in the pane, on the real client: choose files, see what differs, tick, take over, go there; one file after another. */
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { createHost, type Host } from '../../src/host';
import { openXlsx } from '../../src/host/files/open';
import { saveWorkbook } from '../../src/host/files/save';
import { formatRect } from '../../src/host/model/address';
import { createCommands } from '../../src/taskpane/commands';
import { addressOf, rowsOf, useExcel } from '../support/excel';
import { generate } from '../support/retro';
import { sampleInputs } from '../support/samples';
import { showPane, today, type Shown } from './support/pane';

configure({ asyncUtilTimeout: 20_000 });

const commands = createCommands({ language: 'zh-CN', today: () => today, now: () => `${today} 09:30:00` });
let host: Host;
beforeEach(async () => {
  cleanup();
  localStorage.clear();
  host = createHost({ today: () => today });
  useExcel(host);
  await generate(sampleInputs('01_targets.tsv', '12_actions.tsv'));
});

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const box = (name: string): HTMLInputElement => screen.getByRole('checkbox', { name });
const file = (bytes: Uint8Array<ArrayBuffer>, name: string): File => new File([bytes], name);

/** The file as a colleague sends it back: cells of the action table, typed into a copy. */
function copyWith(name: string, ...cells: readonly (readonly [table: string, row: number, header: string, text: string])[]): File {
  const opened = openXlsx(saveWorkbook(host.book), name);
  if (!opened.ok) throw new Error(opened.failure.code);
  const theirs = createHost({ today: () => today, book: opened.book });
  for (const [table, row, header, text] of cells) {
    const { sheet, address } = addressOf(theirs.book, table, row, header);
    theirs.userEdit(sheet, address, [[text]]);
  }
  return file(new Uint8Array(saveWorkbook(theirs.book)), name);
}
const log = () => (host.book.tables.some((table) => table.name === 'tblChange') ? rowsOf(host, 'tblChange') : []).filter((row) => row['行动编号'] !== '').map((row) => [row['行动编号'], row['字段'], row['新值'], row['怎么发现的'], row['谁']].join(' '));

async function openCopies(options: Parameters<typeof showPane>[0] = {}): Promise<Shown> {
  const shown = await showPane({ commands, ...options });
  await shown.user.click(await screen.findByRole('tab', { name: options.language === 'en-US' ? /^Actions/ : /^行动/ }));
  await shown.user.click(await screen.findByRole('button', { name: options.language === 'en-US' ? 'Collect a copy' : '收回同事的副本' }));
  await screen.findByRole('heading', { level: 1, name: options.language === 'en-US' ? 'Collect filled-in copies' : '收回同事填好的副本' });
  return shown;
}
async function choose({ user }: Shown, ...files: readonly File[]): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (input === null) throw new Error('no field for files');
  await user.upload(input, [...files]);
}

test('what is suggested is ticked, what both changed is not; what is taken is said, logged and a click away', async () => {
  const sent = copyWith('小周 填好.xlsx', ['tblAction', 0, '负责人', '质检'], ['tblAction', 2, '进展', '一半'], ['tblLesson', 0, '规律', '开卖前一小时全员在线']);
  const { sheet, address } = addressOf(host.book, 'tblAction', 0, '负责人');
  host.userEdit(sheet, address, '仓配对接');
  const shown = await openCopies();
  await choose(shown, sent);
  await screen.findByText('3 处不同，建议收 2 处，其余你来定。');
  expect([box('A-01 负责人').checked, box('A-03 进展').checked, box('新的一行 开卖前一小时全员在线').checked]).toEqual([false, true, true]);
  const conflict = screen.getAllByRole('listitem').find((item) => within(item).queryByRole('checkbox', { name: 'A-01 负责人' }) !== null);
  expect(conflict?.textContent).toContain('两边都改过我的仓配对接副本质检发出去时培训');
  await shown.user.click(box('A-01 负责人'));
  await shown.user.type(screen.getByRole('textbox', { name: /来自谁/ }), '小周');
  await shown.user.click(button('收进 3 处'));
  await screen.findByText('已收进 3 处');
  expect(rowsOf(host, 'tblAction')[0]?.['负责人']).toBe('质检');
  expect(rowsOf(host, 'tblLesson')[0]).toMatchObject({ 编号: 'L-01', 规律: '开卖前一小时全员在线' });
  expect(log().at(-1)).toBe('A-01 负责人 质检 来自同事的副本 小周');
  await shown.user.click(button(/^A-03/));
  await waitFor(() => expect(formatRect(host.book.selection)).toBe(addressOf(host.book, 'tblAction', 2, '进展').address));
});

test('several files one after the other, all or none, and the same file again', async () => {
  const files = [copyWith('甲.xlsx', ['tblAction', 0, '进展', '甲写的']), copyWith('乙.xlsx', ['tblAction', 1, '进展', '乙写的'], ['tblAction', 1, '状态', '已完成'])];
  const shown = await openCopies();
  await choose(shown, ...files);
  await screen.findByText('1 处不同，都建议收。');
  expect(screen.getByText('甲.xlsx（第 1 份，共 2 份）')).toBeTruthy();
  await shown.user.click(button('全不选'));
  expect(button('还没有选').getAttribute('aria-disabled')).toBe('true');
  await shown.user.click(button('全选'));
  await shown.user.click(button('收进 1 处'));
  await screen.findByText('已收进 1 处');
  await shown.user.click(button('看下一份'));
  await shown.user.click(await screen.findByRole('button', { name: '收进 2 处' }));
  await screen.findByText('已收进 2 处');
  expect(log()).toEqual(['A-02 状态 已完成 来自同事的副本 乙']);
  await choose(shown, files[1] ?? file(new Uint8Array(), ''));
  await screen.findByText('没有要收的');
  expect(log()).toHaveLength(1);
});

test.each([
  { why: 'a picture with another name', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), says: /不是 Excel 工作簿/ },
  { why: 'a download that broke off', bytes: new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0]), says: /打不开，可能没下载完整/ },
  { why: 'an old .xls', bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), says: /旧版 \.xls/ },
])('a file that is none says so: $why', async ({ bytes, says }) => {
  const shown = await openCopies();
  await choose(shown, file(bytes, 'x.xlsx'));
  expect((await screen.findByRole('alert')).textContent).toMatch(says);
});

test('a copy of another retro says whose', async () => {
  const own = host;
  const other = createHost({ today: () => today });
  useExcel(other);
  await generate(sampleInputs('01_targets.tsv'), 'zh-CN', { name: '2024双11', start: '2024-10-20', end: '2024-11-14' });
  const bytes = file(new Uint8Array(saveWorkbook(other.book)), '去年.xlsx');
  host = own;
  useExcel(own);
  const shown = await openCopies();
  await choose(shown, bytes);
  expect((await screen.findByRole('alert')).textContent).toContain('它是“2024双11 2024-10-20”，现在打开的是“2025双11 2025-10-20”');
});

test('a protected sheet is said; unprotected, the same click takes it over', async () => {
  const sent = copyWith('甲.xlsx', ['tblAction', 0, '负责人', '质检']);
  const shown = await openCopies();
  await choose(shown, sent);
  const take = await screen.findByRole('button', { name: '收进 1 处' });
  host.faults.protectSheet('6 行动计划');
  await shown.user.click(take);
  expect((await screen.findByRole('alert')).textContent).toContain('工作表“6 行动计划”受保护');
  const plan = host.book.sheets.find(({ name }) => name === '6 行动计划');
  if (plan !== undefined) plan.protection = { protected: false, options: {} };
  await shown.user.click(button('收进 1 处'));
  await screen.findByText('已收进 1 处');
});

test('in English, by keyboard', async () => {
  const sent = copyWith('wang.xlsx', ['tblAction', 0, '进展', 'half'], ['tblAction', 0, '效果', 'fewer']);
  const shown = await openCopies({ language: 'en-US' });
  await choose(shown, sent);
  await screen.findByText('2 differences, all suggested.');
  screen.getByRole('checkbox', { name: 'A-01 进展' }).focus();
  await shown.user.keyboard(' ');
  expect(screen.getByText('1 of 2 ticked')).toBeTruthy();
  button('Take over 1').focus();
  await shown.user.keyboard('{Enter}');
  await screen.findByText('1 taken over');
  await shown.user.click(button('Back to this file'));
  await screen.findByText('1 difference, all suggested.');
});
