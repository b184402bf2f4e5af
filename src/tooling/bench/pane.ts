import { badInputs } from '../../../test/support/bad-inputs';
import { launchBrowser } from '../../../test/support/browser';
import { startPreviewSite } from '../../../test/support/preview-site';
import { dropOrders, toPaste } from '../../../test/browser/support/pane';
import { openPreview } from '../../../test/browser/support/page';
import { messages } from '../../i18n';
import type { Browser, Frame } from 'playwright-core';

const { pane: zh, problems } = messages['zh-CN'];
const ROWS = 100_000;

/** The pane of the preview in Chromium: how long its thread is held up while a large file is read, and how long bad files take to be named. */
export async function benchPane(): Promise<string[]> {
  const { browser, needsFont } = await launchBrowser();
  const site = await startPreviewSite(needsFont);
  try {
    const answer = await fetch(site.url);
    if (!answer.ok) throw new Error(await answer.text());
    return [await largeFile(browser, site.url), ...(await badFiles(browser, site.url))];
  } finally {
    await browser.close();
    await site.close();
  }
}

interface LongTask {
  /** milliseconds since the button was pressed */
  readonly at: number;
  readonly duration: number;
}

async function largeFile(browser: Browser, url: string): Promise<string> {
  const preview = await openPreview(browser, url);
  const frame = await toPaste(preview);
  await dropOrders(frame, ROWS);
  await frame.evaluate(() => {
    const tasks: { at: number; duration: number }[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ at: startTime, duration })))).observe({ type: 'longtask' });
    Object.assign(window, { tasks, begun: performance.now() });
  });
  await frame.getByRole('button', { name: zh.paste.checkCount(1) }).click();
  await frame.getByRole('article', { name: problems.kinds.orders }).getByText(zh.review.used(ROWS)).waitFor({ timeout: 120_000 });
  const { tasks, took } = await frame.evaluate(() => {
    const { tasks: all, begun } = window as unknown as { tasks: LongTask[]; begun: number };
    return { tasks: all.map(({ at, duration }) => ({ at: Math.round(at - begun), duration: Math.round(duration) })).filter(({ at }) => at >= 0), took: performance.now() - begun };
  });
  await preview.close();
  const longest = Math.max(0, ...tasks.map(({ duration }) => duration));
  const list = tasks.map(({ at, duration }) => `${duration} ms at ${at} ms`).join(', ');
  return `${ROWS.toLocaleString('en-US')} rows in ${(took / 1000).toFixed(1)} s; the pane's thread was held up ${longest === 0 ? 'for less than 50 ms' : `for ${longest} ms`} at most (goal < 50 ms)${list === '' ? '' : `: ${list}`}`;
}

async function badFiles(browser: Browser, url: string): Promise<string[]> {
  const preview = await openPreview(browser, url);
  const frame = await toPaste(preview);
  const times: { readonly why: string; readonly took: number }[] = [];
  for (const input of badInputs) times.push({ why: input.why, took: await timeToSentence(frame, input) });
  await preview.close();
  times.sort((a, b) => b.took - a.took);
  const slow = times.filter(({ took }) => took >= 1_000).length;
  return [`${times.length} bad files, from the button to the sentence: ${times.length - slow} within a second (goal: all)`, ...times.map(({ why, took }) => `  ${why}: ${Math.round(took)} ms`)];
}

/** Milliseconds from pressing the button to the sentence on the page, by the page's clock. */
async function timeToSentence(frame: Frame, { name, content, says }: (typeof badInputs)[number]): Promise<number> {
  await frame.locator('input[type=file]').setInputFiles([{ name, mimeType: 'application/octet-stream', buffer: content() }]);
  const check = zh.paste.checkCount(1);
  await frame.getByRole('button', { name: check }).waitFor();
  const took = await frame.evaluate(([button, sentence]) => new Promise<number>((resolve, reject) => {
    const begun = performance.now();
    new MutationObserver((_, observer) => {
      if (![...document.querySelectorAll('article')].some(({ textContent }) => textContent?.includes(sentence))) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - begun));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    setTimeout(() => reject(new Error(`no sentence “${sentence}”`)), 30_000);
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === button)?.click();
  }), [check, says] as const);
  await frame.getByRole('button', { name: zh.review.again }).click();
  await frame.getByRole('button', { name: zh.paste.remove(name) }).click();
  await frame.getByRole('heading', { name: zh.paste.list(0) }).waitFor();
  return took;
}
