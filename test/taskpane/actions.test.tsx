/** The actions in the pane, on the real client and a workbook: what is due, what changed and where, edits in place, what is sent. */
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { createHost, type Host } from '../../src/host';
import { formatRect } from '../../src/host/model/address';
import { createCommands } from '../../src/taskpane/commands';
import { addressOf, rowsOf, useExcel } from '../support/excel';
import { generate } from '../support/retro';
import { sampleInputs } from '../support/samples';
import { showPane, today, type Shown } from './support/pane';

configure({ asyncUtilTimeout: 20_000 });

const commands = createCommands({ language: 'zh-CN', today: () => today, now: () => `${today} 09:30:00` });
const english = createCommands({ language: 'en-US', today: () => today, now: () => `${today} 09:30:00` });

let host: Host;
/** A workbook with the sample's actions: A-01 … A-06, deadlines counted from the day. Formulas are of no concern here. */
beforeEach(async () => {
  cleanup();
  localStorage.clear();
  host = createHost({ today: () => today });
  useExcel(host);
  await generate(sampleInputs('01_targets.tsv', '12_actions.tsv'));
});

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const item = (id: string): HTMLElement => {
  const found = screen.getAllByRole('listitem').find((one) => within(one).queryByRole('button', { name: new RegExp(`^${id}`) }) !== null);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
/** A person types into the sheet. */
function type(row: number, header: string, value: string): void {
  const { sheet, address } = addressOf(host.book, 'tblAction', row, header);
  expect(host.userEdit(sheet, address, value)).toBeUndefined();
}
const log = () => (host.book.tables.some((table) => table.name === 'tblChange') ? rowsOf(host, 'tblChange') : []).filter((row) => row['行动编号'] !== '').map((row) => [row['行动编号'], row['字段'], row['原值'], row['新值'], row['怎么发现的'], row['谁']]);

async function openActions(options: Parameters<typeof showPane>[0] = {}): Promise<Shown> {
  const shown = await showPane({ commands, ...options });
  await shown.user.click(await screen.findByRole('tab', { name: options.language === 'en-US' ? /^Actions/ : /^行动/ }));
  await screen.findByText(options.language === 'en-US' ? /Checked at 09:30/ : /09:30 核对过/);
  return shown;
}

test('what is due stands first, each action once, with its owner, day and the days left', async () => {
  await openActions();
  expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual(['7天内到期 3', '期限不是日期 1', '按计划 2']);
  expect(item('A-01').textContent).toContain('培训2025-11-20 周四还有 3 天进行中');
  expect(item('A-06').textContent).toContain('“尽快”');
  expect(screen.getAllByRole('button', { name: /^A-\d\d/ })).toHaveLength(6);
});

test('arrow keys go through the parts of the pane, and the focus with them', async () => {
  const { user } = await openActions();
  expect(screen.getByRole('tab', { name: /^行动/ }).getAttribute('aria-selected')).toBe('true');
  await user.keyboard('{ArrowLeft}');
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: '数据' }));
  await screen.findByRole('heading', { level: 1, name: /贴进数据/ });
  await user.keyboard('{End}');
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: /^行动/ }));
  await screen.findByRole('heading', { level: 1, name: '行动' });
});

test('filters by what is needed and by person', async () => {
  const { user } = await openActions();
  await user.click(button('7天内到期 3'));
  expect(screen.getAllByRole('button', { name: /^A-\d\d/ }).map((one) => one.textContent?.slice(0, 4))).toEqual(['A-01', 'A-03', 'A-04']);
  await user.selectOptions(screen.getByRole('combobox', { name: '负责人' }), '培训 · 1 项');
  expect(screen.getAllByRole('button', { name: /^A-\d\d/ })).toHaveLength(1);
});

test('a click on an action goes to its row, also after the table was sorted', async () => {
  const { user } = await openActions();
  host.user.sortTable('tblAction', '行动', true);
  const row = rowsOf(host, 'tblAction').findIndex((one) => one['编号'] === 'A-04');
  await user.click(within(item('A-04')).getByRole('button', { name: /^A-04/ }));
  await waitFor(() => expect(formatRect(host.book.selection)).toBe(addressOf(host.book, 'tblAction', row, '行动').address));
  expect(host.book.activeSheet.name).toBe('6 行动计划');
});

test('a cell that has to be put right is named with its row and what to do, and one click goes there', async () => {
  const { user } = await openActions();
  const problem = screen.getByText(/第 10 行 A-06：截止日期“尽快”没有具体的一天/);
  await user.click(within(problem).getByRole('button', { name: '去这一格（第 10 行）' }));
  await waitFor(() => expect(formatRect(host.book.selection)).toBe(addressOf(host.book, 'tblAction', 5, '截止日期').address));
});

test('owner, deadline and status are changed in place: written, logged as made here, with the name given', async () => {
  const { user } = await openActions();
  await user.click(button('修改 A-06'));
  const card = within(item('A-06'));
  await user.selectOptions(card.getByRole('combobox', { name: '负责人' }), '质检');
  await user.selectOptions(card.getByRole('combobox', { name: '状态' }), '进行中');
  const deadline = card.getByRole('textbox', { name: '截止日期' });
  await user.clear(deadline);
  await user.type(deadline, '下周五');
  expect(card.getByText('记为 2025-11-28 周五')).toBeTruthy();
  await user.type(card.getByRole('textbox', { name: '你的名字（可不填）' }), '小王');
  await user.click(card.getByRole('button', { name: '保存' }));
  await card.findByText('A-06 已保存');
  expect(log()).toEqual([
    ['A-06', '负责人', '售前组长', '质检', '在窗格里改', '小王'], ['A-06', '截止日期', '尽快', '2025-11-28', '在窗格里改', '小王'], ['A-06', '状态', '未开始', '进行中', '在窗格里改', '小王'],
  ]);
  expect(rowsOf(host, 'tblAction')[5]).toMatchObject({ 负责人: '质检', 截止日期: 45989, 状态: '进行中' });
  expect(card.getByText('变更记录 3')).toBeTruthy();
  expect(screen.queryByText(/发现 .* 处改动/)).toBeNull();
});

test('a name that is not on the list may be written after a warning; what is no day is not written', async () => {
  const { user } = await openActions();
  await user.click(button('修改 A-05'));
  const card = within(item('A-05'));
  await user.selectOptions(card.getByRole('combobox', { name: '负责人' }), '写别的名字…');
  await user.type(card.getByRole('textbox', { name: '名字' }), '老李');
  expect(card.getByText(/“老李”不在名单里/)).toBeTruthy();
  const deadline = card.getByRole('textbox', { name: '截止日期' });
  await user.clear(deadline);
  await user.type(deadline, '2025-02-30');
  expect(card.getByText(/日历上没有这一天/)).toBeTruthy();
  await user.click(card.getByRole('button', { name: '保存' }));
  expect(log()).toEqual([]);
  await user.clear(deadline);
  await user.type(deadline, '2025-11-30');
  await user.click(card.getByRole('button', { name: '保存' }));
  await card.findByText('A-05 已保存');
  expect(log()).toEqual([['A-05', '负责人', '仓配对接', '老李', '在窗格里改', '']]);
});

test('a change in the sheet while the pane is open is found and told, without a click', async () => {
  await openActions();
  type(1, '负责人', '质检');
  await screen.findByText('发现 1 处改动，已记入变更记录');
  expect(screen.getByText(/A-02 负责人：主管 → 质检/).textContent).toContain('打开期间发现');
  expect(item('A-02').textContent).toContain('质检');
  expect(log()).toEqual([['A-02', '负责人', '主管', '质检', '打开期间发现', '']]);
});

test('a change made while the pane was closed is found on open', async () => {
  await openActions();
  cleanup();
  useExcel(host, 'later');
  type(2, '截止日期', '2025-12-01');
  const { user } = await openActions();
  await screen.findByText('上次关闭之后有 1 处改动，已记入变更记录');
  expect(item('A-03').textContent).toContain('改期 1 次');
  expect(log()).toEqual([['A-03', '截止日期', '2025-11-21', '2025-12-01', '打开时发现', '']]);
  await user.click(button('知道了'));
  expect(screen.queryByText(/处改动，已记入/)).toBeNull();
});

test('the week, the digest and the calendar', async () => {
  const { user } = await openActions();
  await user.click(button('发送与跟进'));
  await user.click(button('开始本周跟进'));
  await screen.findByText('已为 2025-11-17 这一周加了 6 行。');
  await user.click(button('开始本周跟进'));
  await screen.findByText('2025-11-17 这一周的检查行都已经有了。');
  expect(rowsOf(host, 'tblFollowUp').filter((row) => row['行动编号'] !== '')).toHaveLength(6);

  const digest = screen.getByRole('textbox', { name: '要发的文字' });
  expect((digest as HTMLTextAreaElement).value).toMatch(/^【2025双11】行动跟进 11-17 周一\n未完成 6 项/);
  await user.selectOptions(screen.getByRole('combobox', { name: '负责人' }), '培训 · 1 项');
  expect((digest as HTMLTextAreaElement).value).toContain('周一 · 培训\n未完成 1 项');
  await user.click(button('复制要发的文字'));
  expect(await navigator.clipboard.readText()).toBe((digest as HTMLTextAreaElement).value);
  expect(screen.getByText('已复制，去群里粘贴')).toBeTruthy();

  await user.click(button('生成日历文件'));
  const calendar = await screen.findByRole('textbox', { name: '日历文件的内容' });
  expect((calendar as HTMLTextAreaElement).value).toContain('DTSTART;VALUE=DATE:20251120');
  expect(screen.getByText(/窗格不让下载文件/)).toBeTruthy();
  // Done meanwhile: the next file of the same view takes the event back.
  await user.selectOptions(screen.getByRole('combobox', { name: '负责人' }), '所有人');
  const content = (): string => (screen.getByRole('textbox', { name: '日历文件的内容' }) as HTMLTextAreaElement).value;
  await user.click(button('生成日历文件'));
  await waitFor(() => expect(content().split('BEGIN:VEVENT').length - 1).toBe(5), { timeout: 20_000 });
  const status = addressOf(host.book, 'tblAction', 0, '状态');
  host.userEdit(status.sheet, status.address, [['已完成']]);
  await waitFor(() => expect(screen.queryByRole('option', { name: '培训 · 1 项' })).toBeNull(), { timeout: 20_000 });
  await user.click(button('生成日历文件'));
  await waitFor(() => expect(content()).toContain('STATUS:CANCELLED'), { timeout: 20_000 });
  expect(content().split('STATUS:CANCELLED')).toHaveLength(2);
  await user.click(button('返回行动'));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: '行动' }));
});

test('English', async () => {
  const { user } = await openActions({ commands: english, language: 'en-US' });
  await user.click(button('Edit A-01'));
  expect(within(item('A-01')).getByRole('combobox', { name: 'Owner' })).toBeTruthy();
  expect(document.querySelector('main')?.textContent?.replace(/[“”’·…]/g, '')).toMatch(/Due within 7 days 3/);
});

test('a deleted action sheet is said, with the way on', async () => {
  host.user.deleteSheet('6 行动计划');
  await openActions();
  expect(screen.getByText(/这个工作簿里没有行动表/)).toBeTruthy();
});
