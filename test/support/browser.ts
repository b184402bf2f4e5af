/**
 * A browser for tests with nothing installed by hand: `CHROME_PATH`, else a Chrome, Edge or Chromium of this machine,
 * else the Chromium that comes as a package (Linux on x64).
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);

const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'].flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/snap/bin/${name}`]),
  darwin: ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: WINDOWS_ROOTS.flatMap((root) => [path.join(root, 'Google/Chrome/Application/chrome.exe'), path.join(root, 'Microsoft/Edge/Application/msedge.exe')]),
};

/** Quiet, without a network of its own, also as root in a container. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

export interface TestBrowser {
  readonly browser: Browser;
  /** a browser without fonts for Chinese: pages must bring one */
  readonly needsFont: boolean;
}

/** The browser of this machine; `undefined` when the one that comes as a package is to be used. */
function installedBrowser(): string | undefined {
  const chosen = process.env['CHROME_PATH'];
  if (chosen === 'bundled') return undefined;
  if (chosen !== undefined && !existsSync(chosen)) throw new Error(`CHROME_PATH is not a file: ${chosen}`);
  return chosen ?? PLACES[process.platform]?.find((place) => existsSync(place));
}

/** Whether the browser that will be launched is one without fonts for Chinese. */
export const needsFont = (): boolean => installedBrowser() === undefined;

/** @throws Error that says what to install when there is none */
export async function launchBrowser(): Promise<TestBrowser> {
  const installed = installedBrowser();
  if (installed !== undefined) return { browser: await chromium.launch({ executablePath: installed, args: ARGS }), needsFont: false };
  if (process.platform !== 'linux') throw new Error('The browser tests need Chrome, Edge or Chromium. Install one or set CHROME_PATH.');
  // Makes the package unpack the libraries a bare machine lacks; read when it is loaded.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  const { default: bundled } = await import('@sparticuz/chromium');
  // Its own flags are left out: among them is --single-process, which ends the browser with its first page.
  return { browser: await chromium.launch({ executablePath: await bundled.executablePath(), args: ARGS }), needsFont: true };
}
