/** `npm test`: types and lint beside each other, then all tests. Further arguments go to Jest. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** @returns exit code of a tool of node_modules; started without a shell, so that it runs alike on every platform */
const run = (script: string, ...args: readonly string[]): Promise<number> => new Promise((resolve, reject) => {
  const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit' });
  child.on('error', reject);
  child.on('exit', (code) => resolve(code ?? 1));
});

async function main(): Promise<number> {
  const checks = await Promise.all([run('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'), run('eslint/bin/eslint.js', '.', '--max-warnings', '0')]);
  return checks.find((code) => code !== 0) ?? run('jest/bin/jest.js', ...process.argv.slice(2));
}

void main().then((code) => {
  process.exitCode = code;
});
