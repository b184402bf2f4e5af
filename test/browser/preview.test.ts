/** The page of `npm start` in a real browser: the workbook as a spreadsheet and the real pane on the real Office client. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { messages } from '../../src/i18n';
import { texts as previewTexts } from '../../src/preview/i18n';
import { until } from './support/page';
import type { Preview } from './support/page';
import { browserSuite, faultsOf, paste } from './support/suite';

const zh = messages['zh-CN'].pane;
const page = previewTexts['zh-CN'];
const sample = (name: string): string => readFileSync(path.join(__dirname, '../fixtures/samples', name), 'utf8');

const { open } = browserSuite();

/** Pastes the sample targets and actuals into the pane and generates. */
async function generate({ page: desk, pane }: Preview): Promise<void> {
  await pane.getByRole('button', { name: zh.start.begin }).click();
  for (const [index, name] of ['01_targets.tsv', '02_actuals.tsv'].entries()) {
    await pane.getByLabel(zh.paste.boxLabel).focus();
    await paste(desk, sample(name));
    await pane.getByText(zh.paste.list(index + 1)).waitFor();
  }
  await pane.getByRole('button', { name: zh.paste.checkCount(2) }).click();
  await pane.getByRole('button', { name: zh.review.generate }).click();
  await pane.getByRole('heading', { name: zh.done.title }).waitFor({ timeout: 20_000 });
}

describe('the way of a person who tries it', () => {
  test('paste targets and actuals, generate, see the coloured comparison, change an actual, see its state change', async () => {
    const preview = await open();
    const { page: desk, complaints, openTab, goTo, locate, cellText, cellColor } = preview;
    await desk.getByRole('heading', { name: page.firstLookTitle }).waitFor();
    await generate(preview);
    await expect(desk.getByRole('heading', { name: page.firstLookTitle }).count()).resolves.toBe(0);
    await expect(desk.getByRole('tab').allInnerTexts()).resolves.toHaveLength(10);

    await openTab('2 对比结果');
    const state = await locate('2 对比结果', '平均响应时长', '状态');
    await goTo(state);
    expect(await cellText(state)).toBe('未达');
    const missed = await cellColor(state);
    expect(missed).not.toBe('rgba(0, 0, 0, 0)');

    await openTab('2 实际数据');
    await goTo(await locate('2 实际数据', '平均响应时长', '实际值'));
    await desk.keyboard.type('25');
    await desk.keyboard.press('Enter');
    await openTab('2 对比结果');
    await goTo(state);
    await until(() => cellText(state), (text) => text === '达成');
    expect(await cellColor(state)).not.toBe(missed);
    expect(complaints).toEqual([]);
  });

  test('the sample data is one click away, the file downloads and holds all ten sheets', async () => {
    const { page: desk, pane, complaints } = await open();
    await pane.getByRole('button', { name: zh.start.sample }).click();
    await pane.getByRole('button', { name: zh.review.generate }).click();
    await pane.getByRole('heading', { name: zh.done.title }).waitFor({ timeout: 20_000 });
    const [download] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('button', { name: page.download }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    const parts = Object.keys(unzipSync(readFileSync(await download.path())));
    expect(parts.filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).length).toBeGreaterThanOrEqual(10);
    expect(complaints).toEqual([]);
  });

  test('the pane waits while a cell is being edited; a read-only workbook takes no entry', async () => {
    const { page: desk, pane, complaints, goTo } = await open();
    await pane.getByRole('button', { name: zh.start.sample }).click();
    await goTo('A1');
    await desk.keyboard.type('12');
    await pane.getByRole('button', { name: zh.review.generate }).click();
    await pane.getByRole('heading', { name: zh.generate.title }).waitFor();
    // A click into the pane leaves the cell open, as in Excel.
    expect(await desk.evaluate(() => window.preview.host.faults.inCellEdit)).toBe(true);
    await expect(desk.getByRole('tab').count()).resolves.toBe(1);
    await desk.locator('.cell-input').press('Escape');
    await pane.getByRole('heading', { name: zh.done.title }).waitFor({ timeout: 20_000 });
    expect(complaints).toEqual([]);

    await desk.getByRole('button', { name: page.settings }).click();
    await desk.getByLabel(page.settingReadOnly, { exact: true }).check();
    await desk.keyboard.press('Escape');
    await goTo('B2');
    await desk.keyboard.press('F2');
    await desk.getByText(page.refusedReadOnly).waitFor();
  });
});

describe('the grid has the habits of a spreadsheet', () => {
  test('typing, Enter, Tab, F2, Escape, formulas, undo', async () => {
    const { page: desk, complaints, goTo, cellText } = await open();
    await goTo('B2');
    await desk.keyboard.type('40');
    await desk.keyboard.press('Tab');
    await desk.keyboard.type('=B2*1.5');
    await desk.keyboard.press('Enter');
    await until(() => cellText('C2'), (text) => text === '60');
    await goTo('B2');
    await desk.keyboard.press('F2');
    await desk.keyboard.type('0');
    await desk.keyboard.press('Enter');
    await until(() => cellText('C2'), (text) => text === '600');
    await goTo('B2');
    await desk.keyboard.type('1');
    await desk.keyboard.press('Escape');
    expect(await cellText('B2')).toBe('400');
    await desk.keyboard.press('ControlOrMeta+z');
    await until(() => cellText('C2'), (text) => text === '60');
    expect(complaints).toEqual([]);
  });

  test('a block is pasted from another program and copied out again; the mouse selects', async () => {
    const { page: desk, goTo, cellText } = await open();
    await goTo('A1');
    await paste(desk, '指标\t值\n响应\t"45\n秒"\n转化\t12.5%\n');
    await until(() => cellText('B3'), (text) => text === '12.50%');
    const first = await desk.locator('#cell-0-0').boundingBox();
    const last = await desk.locator('#cell-2-1').boundingBox();
    if (first === null || last === null) throw new Error('cells are not drawn');
    await desk.mouse.move(first.x + 5, first.y + 5);
    await desk.mouse.down();
    await desk.mouse.move(last.x + 5, last.y + 5, { steps: 4 });
    await desk.mouse.up();
    await desk.keyboard.press('ControlOrMeta+c');
    expect(await desk.evaluate(() => navigator.clipboard.readText())).toBe('指标\t值\r\n响应\t"45\n秒"\r\n转化\t12.50%\r\n');
    await desk.keyboard.press('Delete');
    await until(() => desk.evaluate(() => [...window.preview.host.book.activeSheet.cells.values()].filter(({ value }) => value !== '').length), (count) => count === 0);
  });

  test('a large sheet draws only what is on the screen and scrolls', async () => {
    const { page: desk, goTo, cellText } = await open();
    await desk.evaluate(() => window.preview.host.user.edit('Sheet1', 'A1', Array.from({ length: 20_000 }, (_, row) => Array.from({ length: 4 }, (__, column) => String(row * column)))));
    await goTo('D19999');
    await until(() => cellText('D19999'), (text) => text === String(19_998 * 3));
    expect(await desk.getByRole('gridcell').count()).toBeLessThan(2_000);
    await desk.locator('.grid-scroller').evaluate((scroller) => scroller.scrollTo({ top: 9_995 * 20, left: 0 }));
    await desk.getByRole('rowheader', { name: '10000', exact: true }).waitFor();
    expect(await desk.getByRole('gridcell').count()).toBeLessThan(2_000);
  });

  test('an input method can write the first character over a cell', async () => {
    const { page: desk, goTo, cellText } = await open();
    await goTo('A1');
    const devtools = await desk.context().newCDPSession(desk);
    await devtools.send('Input.imeSetComposition', { text: 'fu', selectionStart: 2, selectionEnd: 2 });
    await devtools.send('Input.insertText', { text: '复盘' });
    await desk.keyboard.press('Enter');
    await until(() => cellText('A1'), (text) => text === '复盘');
  });

  test('tabs are renamed by double click, a wrong name is said', async () => {
    const { page: desk } = await open();
    await desk.getByRole('tab', { name: 'Sheet1' }).dblclick();
    await desk.keyboard.type('复盘');
    await desk.keyboard.press('Enter');
    await desk.getByRole('tab', { name: '复盘' }).dblclick();
    await desk.keyboard.type('a/b');
    await desk.keyboard.press('Enter');
    await desk.getByRole('dialog').getByRole('button', { name: page.ok }).click();
    await expect(desk.getByRole('tab').allInnerTexts()).resolves.toEqual(['复盘']);
  });
});

describe('everyone can use it', () => {
  test('axe finds nothing serious at the start, dark', async () => {
    const { page: desk, pane } = await open({ colorScheme: 'dark' });
    await pane.getByRole('button', { name: zh.start.begin }).waitFor();
    expect(await faultsOf(desk, { onlySerious: true })).toEqual([]);
  }, 60_000);

  test('axe finds nothing serious in a retro, with the settings open', async () => {
    const preview = await open();
    const { page: desk } = preview;
    await generate(preview);
    await desk.getByRole('tab', { name: '2 对比结果' }).click();
    await desk.getByRole('button', { name: page.settings }).click();
    expect(await faultsOf(desk, { onlySerious: true })).toEqual([]);
  }, 60_000);

  test('the pane at its narrowest and a small window do not scroll sideways', async () => {
    const { page: desk, pane } = await open();
    await pane.getByRole('button', { name: zh.start.begin }).waitFor();
    const splitter = desk.getByRole('separator', { name: page.resizePane });
    for (let step = 0; step < 4; step++) await splitter.press('ArrowRight');
    await expect(splitter.getAttribute('aria-valuenow')).resolves.toBe('320');
    const overflow = () => pane.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(await overflow()).toBe(0);
    await pane.getByRole('button', { name: zh.start.sample }).click();
    await pane.getByRole('button', { name: zh.review.generate }).waitFor();
    expect(await overflow()).toBe(0);
    await desk.setViewportSize({ width: 320, height: 640 });
    // The page lays itself out after the resize event; it must come to rest without a horizontal scroll bar.
    await desk.waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth, undefined, { timeout: 10_000 });
    expect(await overflow()).toBe(0);
  });

  test('by keyboard alone: pane, settings, tabs and grid are reached and left', async () => {
    const { page: desk, pane } = await open({ locale: 'en-US' });
    const english = previewTexts['en-US'];
    await pane.getByRole('button', { name: messages['en-US'].pane.start.begin }).waitFor();
    const reached = new Set<string>();
    for (let press = 0; press < 30; press++) {
      await desk.keyboard.press('Tab');
      reached.add(await desk.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''));
      if (await desk.evaluate(() => document.activeElement instanceof HTMLTextAreaElement)) break;
    }
    expect([...reached]).toEqual(expect.arrayContaining([english.undo, english.download, english.nameBox]));
    // In the grid Tab moves between cells; F6 leaves it, as in Excel.
    await desk.keyboard.press('F6');
    await until(() => desk.evaluate(() => document.activeElement?.getAttribute('role')), (role) => role === 'tab');
    await desk.keyboard.press('F6');
    await until(() => desk.evaluate(() => document.activeElement?.tagName), (tag) => tag === 'IFRAME');
  });

  test('the pane is closed and opened again by its button', async () => {
    const { page: desk, pane, complaints } = await open();
    await pane.getByRole('button', { name: zh.start.begin }).waitFor();
    await desk.locator('.pane').getByRole('button', { name: page.closePane }).click();
    await expect(desk.locator('.pane').count()).resolves.toBe(0);
    await desk.getByRole('button', { name: page.product, exact: true }).click();
    await pane.getByRole('button', { name: zh.start.begin }).waitFor();
    expect(complaints.filter((line) => !line.startsWith('failed'))).toEqual([]);
  });
});
