/**
 * What every browser suite shares. A new suite is:
 *
 *     const { open } = browserSuite();
 *     test('…', async () => {
 *       const { page, pane, complaints } = await open();
 *     });
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser';
import { SITE_VARIABLE } from './global-setup';
import { openPreview } from './page';
import type { Preview } from './page';

export interface BrowserSuite {
  readonly browser: Browser;
  /** address of the preview, with a slash at its end */
  readonly url: string;
  /** Opens the preview in a new window; it is closed after the test. */
  open(options?: BrowserContextOptions): Promise<Preview>;
}

/** Registers the start and the end of a browser for this file. The members can be used within tests only. */
export function browserSuite(): BrowserSuite {
  let browser: Browser | undefined;
  const opened: Preview[] = [];
  const url = process.env[SITE_VARIABLE] ?? '';
  beforeAll(async () => {
    const [started, answer] = await Promise.all([launchBrowser(), fetch(url)]);
    browser = started.browser;
    if (!answer.ok) throw new Error(`the preview could not be built:\n${await answer.text()}`);
  }, 180_000);
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((preview) => preview.close()));
  });
  afterAll(() => browser?.close());
  const running = (): Browser => {
    if (browser === undefined) throw new Error('the browser is not running yet');
    return browser;
  };
  return {
    get browser() {
      return running();
    },
    url,
    async open(options) {
      const preview = await openPreview(running(), url, options);
      opened.push(preview);
      return preview;
    },
  };
}

/** Puts text on the clipboard and pastes it where the focus is. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press('ControlOrMeta+v');
}

/** What axe finds, as lines of rule and places. `onlySerious`: impacts serious and critical. */
export async function faultsOf(page: Page, { within, onlySerious = false }: { readonly within?: string; readonly onlySerious?: boolean } = {}): Promise<string[]> {
  // The other mode puts results together in a page of its own: the same answer, five times as late. It is for frames of other origins.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations
    .filter(({ impact }) => !onlySerious || impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, target }) => `${JSON.stringify(target)} ${html.slice(0, 160)}`).join(' | ')}`);
}
