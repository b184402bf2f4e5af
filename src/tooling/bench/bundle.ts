import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { kilobytes } from './generate';

const root = join(__dirname, '../../..');

/** What the pane loads before office.js: the scripts named in taskpane.html, gzipped. Parts loaded later are listed apart. */
export function benchBundle(): Promise<string[]> {
  const out = mkdtempSync(join(tmpdir(), 'retro-bundle-'));
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/webpack/bin/webpack.js'), '--mode', 'production', '--output-path', out], { cwd: root, stdio: 'ignore' });
    const html = readFileSync(join(out, 'taskpane.html'), 'utf8');
    const scripts = [...html.matchAll(/<script\b[^>]*\ssrc="?([^\s">]+\.js)/g)].map(([, name = '']) => name).filter((name) => !/office\.js$/.test(name));
    if (scripts.length === 0) throw new Error('taskpane.html names no script: there is nothing to measure');
    const sizes = scripts.map((name) => ({ name, size: gzipSync(readFileSync(join(out, name)), { level: 9 }).length }));
    const total = sizes.reduce((sum, { size }) => sum + size, 0);
    return Promise.resolve([`${kilobytes(total)} gz before office.js (goal ≤ 300 KB)`, ...sizes.map(({ name, size }) => `  ${name}: ${kilobytes(size)}`)]);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
