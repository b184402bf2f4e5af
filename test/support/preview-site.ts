/** The page of `npm start`, built once and served by a plain server: what the development server does, without its client. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.join(__dirname, '../..');
const modules = path.join(root, 'node_modules');
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.png': 'image/png', '.svg': 'image/svg+xml', '.tsv': 'text/tab-separated-values', '.woff2': 'font/woff2' };
const FONT_LINK = '<link rel="stylesheet" href="fonts/chinese-simplified-400.css">';

export interface PreviewSite {
  readonly url: string;
  close(): Promise<void>;
}

/** @param withFont adds a font for Chinese to the pages, for a browser that has none */
export async function startPreviewSite(withFont: boolean): Promise<PreviewSite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'retro-preview-'));
  await promisify(execFile)(process.execPath, [path.join(modules, 'webpack/bin/webpack.js'), '--mode', 'development', '--env', 'preview', '--output-path', folder], { cwd: root, maxBuffer: 1 << 26 });
  const places: readonly (readonly [string, string])[] = [
    ['/officejs/', path.join(modules, '@microsoft/office-js/dist/')],
    ['/fonts/', path.join(modules, '@fontsource/noto-sans-sc/')],
    ['/', folder + path.sep],
  ];
  const server: Server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const [prefix, place] = places.find(([start]) => name.startsWith(start)) ?? ['/', folder];
    const file = path.normalize(path.join(place, name === '/' ? 'index.html' : name.slice(prefix.length)));
    if (!file.startsWith(place)) return void response.writeHead(404).end();
    readFile(file).then(
      (bytes) => {
        const html = withFont && file.endsWith('.html') ? bytes.toString().replace('</head>', `${FONT_LINK}</head>`) : bytes;
        response.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'no-cache' }).end(html);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${String((server.address() as AddressInfo).port)}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
