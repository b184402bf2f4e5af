/** Owners and deadlines tracked, in a real browser: changed in the sheet with the pane open and closed, and in the pane. */
import type { Page } from 'playwright-core';
import { messages } from '../../src/i18n';
import { texts } from '../../src/preview/i18n';
import { until, type Preview } from './support/page';
import { browserSuite, faultsOf } from './support/suite';

const { actions: zh, pane: paneWords, workbook: { tracking: words } } = messages['zh-CN'];
const shell = texts['zh-CN'];
const suite = browserSuite();
const sheet = messages['zh-CN'].workbook.sheets.action;
const patience = { timeout: 60_000 };

/** The sample data, generated, with the actions shown. */
async function openActions(preview: Preview): Promise<void> {
  const { pane } = preview;
  await pane.getByRole('button', { name: paneWords.start.sample }).click();
  await pane.getByRole('button', { name: paneWords.review.generate }).click();
  await pane.getByRole('heading', { name: paneWords.done.title }).waitFor(patience);
  await showActions(preview);
}
async function showActions({ pane }: Preview): Promise<void> {
  await pane.getByRole('tab', { name: new RegExp(`^${zh.tabs.actions}`) }).click();
  await pane.getByRole('button', { name: /^A-02/ }).waitFor(patience);
}

/** Types a deadline into the sheet as a person does. */
async function typeDeadline({ page, openTab, goTo, locate }: Preview, id: string, date: string): Promise<void> {
  await openTab(sheet);
  await goTo(await locate(sheet, id, '截止日期'));
  await page.keyboard.type(date);
  await page.keyboard.press('Enter');
}

/** Lines of the change log: action, new value, origin. */
const logOf = (page: Page): Promise<string[]> => page.evaluate(() => {
  const table = window.preview.host.book.tables.find(({ name }) => name === 'tblChange');
  if (table === undefined) return [];
  const { range, columns, sheet: { cells } } = table;
  const at = (row: number, header: string): string => String(cells.get((range.row + row) * 16_384 + range.column + columns.findIndex(({ name }) => name === header))?.value ?? '');
  return Array.from({ length: range.rowCount - 1 }, (_, row) => ['行动编号', '新值', '怎么发现的'].map((header) => at(row + 1, header)).join(' ')).filter((line) => line.trim() !== '');
});

test('a deadline changed in the sheet is logged: found while open, found on open; changed in the pane: here', async () => {
  const preview = await suite.open();
  const { page, pane, complaints } = preview;
  await openActions(preview);

  await typeDeadline(preview, 'A-02', '2031-03-03');
  await pane.getByText(words.origins['found-while-open']).waitFor(patience);
  expect(await logOf(page)).toEqual([`A-02 2031-03-03 ${words.origins['found-while-open']}`]);

  await page.getByRole('button', { name: shell.closePane }).click();
  await typeDeadline(preview, 'A-03', '2031-04-04');
  await page.getByTitle(shell.openPane).click();
  await showActions(preview);
  await pane.getByText(words.origins['found-on-open']).waitFor(patience);

  await pane.getByRole('button', { name: zh.edit('A-06') }).click();
  await pane.getByLabel(zh.fields.deadline, { exact: true }).fill('2031-05-05');
  await pane.getByRole('button', { name: zh.save, exact: true }).click();
  await pane.getByText(zh.saved('A-06')).waitFor(patience);
  const log = await until(() => logOf(page), (lines) => lines.length >= 3);
  expect(log).toEqual([`A-02 2031-03-03 ${words.origins['found-while-open']}`, `A-03 2031-04-04 ${words.origins['found-on-open']}`, `A-06 2031-05-05 ${words.origins.here}`]);

  await pane.getByRole('button', { name: /^A-03/ }).click();
  await until(() => page.locator('.name-box').inputValue(), (address) => address !== '');
  expect(complaints).toEqual([]);
}, 240_000);

test.each([{ width: 320, colorScheme: 'dark' }, { width: 480, colorScheme: 'light' }] as const)('everything unfolded at $width px ($colorScheme): nothing sticks out, nothing keeps anyone out', async ({ width, colorScheme }) => {
  const preview = await suite.open({ colorScheme });
  const { page, pane } = preview;
  await page.evaluate((pixels) => document.querySelector<HTMLElement>('.pane')?.style.setProperty('width', `${String(pixels)}px`), width);
  await openActions(preview);
  const frame = page.frames().find((candidate) => candidate.url().includes('taskpane'));
  const fits = async (): Promise<void> => {
    expect(await frame?.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await frame?.evaluate(() => [...document.querySelectorAll('main, main *')].filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'auto').map((element) => element.tagName))).toEqual([]);
    expect(await faultsOf(page, { within: '.pane' })).toEqual([]);
  };
  await pane.locator('summary').first().click();
  await pane.getByRole('button', { name: zh.edit('A-06') }).click();
  await pane.getByLabel(zh.fields.deadline, { exact: true }).fill('尽快');
  await fits();
  await pane.getByRole('button', { name: zh.share }).click();
  await pane.getByRole('button', { name: zh.sending.calendarMake }).click();
  await pane.getByLabel(zh.sending.calendarBox).waitFor();
  await fits();
}, 240_000);
