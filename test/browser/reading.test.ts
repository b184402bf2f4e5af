/** Handing data over in a real browser: large files in the worker, bad files, the review on narrow panes. */
import type { BrowserContextOptions, Frame } from 'playwright-core';
import { messages } from '../../src/i18n';
import { badInputs } from '../support/bad-inputs';
import type { Preview } from './support/page';
import { dropOrders, toPaste } from './support/pane';
import { browserSuite, faultsOf } from './support/suite';

const { pane: zh, reading, problems } = messages['zh-CN'];
const suite = browserSuite();

async function openPaste(options?: BrowserContextOptions): Promise<{ readonly preview: Preview; readonly frame: Frame }> {
  const preview = await suite.open(options);
  return { preview, frame: await toPaste(preview) };
}

/** From now on counts the bytes of files that the pane's own thread reads. */
const countBytesRead = (frame: Frame): Promise<void> => frame.evaluate(() => {
  Object.assign(window, { bytesRead: 0 });
  for (const way of ['arrayBuffer', 'text', 'stream'] as const) {
    const read = Blob.prototype[way] as (this: Blob) => unknown;
    Object.assign(Blob.prototype, { [way](this: Blob) {
      (window as unknown as { bytesRead: number }).bytesRead += this.size;
      return read.call(this);
    } });
  }
});

/** Clicks a button of the pane as soon as the progress bar stands between nothing and all; answers with where it stood and what was said beside it. */
const clickWhileReading = (frame: Frame, button: string): Promise<{ readonly value: number; readonly said: string }> => frame.evaluate((name) => new Promise((resolve) => {
  const look = (): void => {
    const bar = document.querySelector('[role=progressbar]');
    const value = Number(bar?.getAttribute('aria-valuenow') ?? 0);
    const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    if (!(value > 0 && value < 1) || found === undefined) return;
    observer.disconnect();
    resolve({ value, said: bar?.parentElement?.textContent ?? '' });
    found.click();
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, attributes: true });
}), button);

test('drop a file of 100,000 rows, watch the progress, cancel, drop again, finish; the pane itself reads none of it', async () => {
  const { preview, frame } = await openPaste();
  const { page, complaints } = preview;
  await countBytesRead(frame);
  await dropOrders(frame, 100_000);
  const clicked = clickWhileReading(frame, reading.progress.cancel);
  const started = page.waitForEvent('worker');
  await frame.getByRole('button', { name: zh.paste.checkCount(1) }).click();
  const worker = await started;
  const ended = page.workers().includes(worker) ? worker.waitForEvent('close') : undefined;
  expect((await clicked).said).toMatch(/已读 [\d,]+ 行，每秒约/);
  await frame.getByRole('heading', { level: 1, name: zh.paste.title }).waitFor();
  await ended;
  expect(page.workers()).toEqual([]);

  const workers: string[] = [];
  page.on('worker', (one) => workers.push(one.url()));
  await frame.getByRole('button', { name: zh.paste.remove('orders.csv') }).click();
  await dropOrders(frame, 100_000);
  await frame.getByRole('button', { name: zh.paste.checkCount(1) }).click();
  const card = frame.getByRole('article', { name: problems.kinds.orders });
  await card.waitFor({ timeout: 60_000 });
  await card.getByText(zh.review.used(100_000)).waitFor();
  await frame.getByText(/成交订单 100,000 笔/).waitFor();
  // Its second half is read by a second worker of the first one, which ends with it.
  expect(workers).toHaveLength(await frame.evaluate(() => navigator.hardwareConcurrency > 1) ? 2 : 1);
  while (page.workers().length > 1) await page.waitForTimeout(20);
  // One byte of each file shows that it can be opened.
  expect(await frame.evaluate(() => (window as unknown as { bytesRead: number }).bytesRead)).toBeLessThanOrEqual(2);
  expect(complaints).toEqual([]);
}, 120_000);

test('bad files have their own sentences, side by side, and the pane stays usable', async () => {
  const { preview, frame } = await openPaste();
  await frame.locator('input[type=file]').setInputFiles(badInputs.map(({ name, content }) => ({ name, mimeType: 'application/octet-stream', buffer: content() })));
  await frame.getByRole('button', { name: zh.paste.checkCount(badInputs.length) }).click();
  await frame.getByRole('article').nth(badInputs.length - 1).waitFor({ timeout: 60_000 });
  const cards = await Promise.all(badInputs.map(({ name }) => frame.getByRole('article').filter({ hasText: name }).innerText()));
  expect(badInputs.flatMap(({ why, says }, index) => (cards[index]?.includes(says) === true ? [] : [`${why}: ${cards[index]}`]))).toEqual([]);
  await frame.getByRole('button', { name: zh.review.again }).click();
  await frame.getByRole('button', { name: zh.paste.remove('a.csv') }).click();
  await frame.getByRole('heading', { name: zh.paste.list(badInputs.length - 1) }).waitFor();
  expect(preview.complaints).toEqual([]);
}, 120_000);

describe('the review', () => {
  const files = (): { name: string; mimeType: string; buffer: Buffer }[] => [
    { name: '目标.tsv', mimeType: 'text/plain', buffer: Buffer.from('指标\t目标值\n退款率\t15%\n满意度\t尽量高\n') },
    { name: '自定义报表_日报_下单优先判定_2025-11-01至2025-11-11.tsv', mimeType: 'text/plain', buffer: Buffer.from('客服昵称\t接待人数\t平均响应(秒)\t销售额\t满意度\t奇怪的列\n小满\t120\t32\t12000.5\t4.8\t1\n阿橙\t98\t41\t9800\t4.7\t2\n') },
    { name: '未知.tsv', mimeType: 'text/plain', buffer: Buffer.from('店员\t接了多少\n小满\t10\n') },
  ];

  test.each([
    { width: 320, colorScheme: 'light' }, { width: 350, colorScheme: 'dark' }, { width: 480, colorScheme: 'light' },
  ] as const)('fits $width px ($colorScheme), opened to correct, without a fault that keeps anyone out', async ({ width, colorScheme }) => {
    const { preview, frame } = await openPaste({ colorScheme });
    await preview.page.evaluate((pixels) => document.querySelector<HTMLElement>('.pane')?.style.setProperty('width', `${pixels}px`), width);
    await frame.locator('input[type=file]').setInputFiles(files());
    await frame.getByRole('button', { name: zh.paste.checkCount(3) }).click();
    const agents = frame.getByRole('article', { name: problems.kinds.agents });
    await agents.getByRole('button', { name: reading.change }).click();
    await agents.getByRole('button', { name: reading.changeColumn('奇怪的列') }).click();
    await agents.getByRole('combobox', { name: reading.columnMeaning('奇怪的列') }).waitFor();
    await agents.getByRole('button', { name: reading.agentKey.show }).click();
    expect(await frame.evaluate(() => [...document.querySelectorAll('main, main *')].filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'auto').map((element) => element.tagName))).toEqual([]);
    expect(await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await faultsOf(preview.page, { within: '.pane' })).toEqual([]);
  }, 60_000);
});

test('cells that stand in the workbook already are taken by a click, with the lines of the sheet', async () => {
  const { preview, frame } = await openPaste();
  await preview.page.evaluate(() => {
    const { host } = window.preview;
    host.userEdit('Sheet1', 'B3', [['指标', '目标值'], ['退款率', '尽量低'], ['平均响应时长', '30秒']]);
    host.user.select('Sheet1', 'B3:C5');
  });
  await frame.getByRole('button', { name: zh.paste.useSelection }).click();
  await frame.getByText(zh.paste.addedCells('Sheet1!B3:C5')).waitFor();
  await frame.getByRole('button', { name: zh.paste.checkCount(1) }).click();
  const card = frame.getByRole('article', { name: problems.kinds.targets });
  await card.getByText('第 4 行 · 目标值').first().waitFor();
  expect(preview.complaints).toEqual([]);
}, 60_000);

test('the pane opened in a plain browser says that it belongs into Excel', async () => {
  const context = await suite.browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${suite.url}taskpane.html`);
  await page.getByRole('heading', { name: messages['zh-CN'].failures['not-in-excel'].title }).waitFor({ timeout: 15_000 });
  await context.close();
}, 30_000);
