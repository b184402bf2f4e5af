/** The preview as a test sees it: the page, its grid and its pane, and everything a browser complained about. */
import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import type { Host } from '../../../src/host';

declare global {
  interface Window {
    preview: { host: Host };
  }
}

export interface Preview {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** console messages, errors and failed requests since the page was opened */
  readonly complaints: string[];
  /** goes to a cell by the name box and gives the grid the focus */
  goTo(reference: string): Promise<void>;
  openTab(name: string): Promise<void>;
  /** what a cell of the active sheet shows, from the page */
  cellText(address: string): Promise<string>;
  /** computed background of a drawn cell */
  cellColor(address: string): Promise<string>;
  /** address of the cell in the row that begins with a text and the column of a header, on a sheet of the workbook */
  locate(sheet: string, rowText: string, header: string): Promise<string>;
  close(): Promise<void>;
}

/** Waits until a value read from the page is as expected. */
export async function until<T>(read: () => Promise<T>, accept: (value: T) => boolean, milliseconds = 5_000): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await read();
    if (accept(value)) return value;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(value)} after ${String(milliseconds)} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function openPreview(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Preview> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 800 }, locale: 'zh-CN', permissions: ['clipboard-read', 'clipboard-write'], ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console.${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('response', (response) => response.status() >= 400 && complaints.push(`${String(response.status())}: ${response.url()}`));
  await page.goto(url);
  await page.locator('[role="grid"]').waitFor();
  const cell = (address: string) => {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return page.locator(`#cell-${String(Number(digits) - 1)}-${String(column)}`);
  };
  return {
    page,
    pane: page.frameLocator('.pane-frame'),
    complaints,
    async goTo(reference) {
      const box = page.locator('.name-box');
      await box.fill(reference);
      await box.press('Enter');
    },
    openTab: (name) => page.getByRole('tab', { name, exact: true }).click(),
    cellText: (address) => cell(address).innerText(),
    cellColor: (address) => cell(address).evaluate((element) => getComputedStyle(element).backgroundColor),
    async locate(sheet, rowText, header) {
      const found = await page.evaluate(
        ([name, text, title]) => {
          const cells = [...(window.preview.host.book.sheets.find((one) => one.name === name)?.cells ?? [])];
          const row = cells.find(([, { value }]) => value === text)?.[0];
          const column = cells.find(([, { value }]) => value === title)?.[0];
          return row === undefined || column === undefined ? undefined : { row: Math.floor(row / 16_384), column: column % 16_384 };
        },
        [sheet, rowText, header] as const,
      );
      if (found === undefined) throw new Error(`no ${rowText} × ${header} on ${sheet}`);
      return `${String.fromCharCode(65 + found.column)}${String(found.row + 1)}`;
    },
    close: () => context.close(),
  };
}
