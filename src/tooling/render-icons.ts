/**
 * Draws the PNG icons from their SVG sources: `npx tsx src/tooling/render-icons.ts`. Small sizes have a source of their own with fewer, thicker shapes.
 * Needs an installed Chrome, Edge or Chromium (`CHROME_PATH` names another one).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { iconSizes } from './manifest';

const assets = path.join(__dirname, '../../assets');
const smallest = 24;
const places = [
  process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

async function render(): Promise<void> {
  const executablePath = places.find((place): place is string => place !== undefined && existsSync(place));
  if (executablePath === undefined) throw new Error('No browser found. Set CHROME_PATH to a Chrome, Edge or Chromium.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    for (const size of iconSizes) {
      const svg = readFileSync(path.join(assets, size <= smallest ? 'icon-small.svg' : 'icon.svg'), 'utf8');
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      writeFileSync(path.join(assets, `icon-${size}.png`), await page.screenshot({ omitBackground: true }));
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

void render();
