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

/**
 * Answers at once with the address; requests wait until the pages are built. When they cannot be built every request answers 500 with the reason.
 * @param withFont adds a font for Chinese to the pages, for a browser that has none
 */
export async function startPreviewSite(withFont: boolean): Promise<PreviewSite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'retro-preview-'));
  const build = promisify(execFile)(process.execPath, [path.join(modules, 'webpack/bin/webpack.js'), '--mode', 'development', '--env', 'preview', '--no-cache', '--output-path', folder], { cwd: root, maxBuffer: 1 << 26 });
  const built = build.then(() => undefined, (error: unknown) => (error as { stdout?: string }).stdout || String(error));
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
    void built.then(async (fault) => {
      if (fault !== undefined) return response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(fault);
      const bytes = await readFile(file);
      const html = withFont && file.endsWith('.html') ? bytes.toString().replace('</head>', `${FONT_LINK}</head>`) : bytes;
      return response.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'no-cache' }).end(html);
    }).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${String((server.address() as AddressInfo).port)}/`,
    async close() {
      build.child.kill();
      await built;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
