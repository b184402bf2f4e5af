/**
 * `npm run start:excel`, `npm run start:web -- --document <address>` and `npm run stop`: the add-in in a real Excel.
 *
 * Uses Microsoft's `office-addin-debugging`, fetched by npx on first use: it is not a dependency, because the project must install where
 * nothing native can be built. It starts our https development server, whose certificate `office-addin-dev-certs` makes and
 * asks to trust once, registers `manifest.xml` and opens Excel.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';

const TOOL = 'office-addin-debugging@7.0.0';
const PORT = '3000'; // the port of manifest.xml
const DEV_SERVER = 'npx webpack serve --mode development --env https';
const root = path.join(__dirname, '../..');

const usage = `usage: npm run start:excel [-- --document <file>]
       npm run start:web -- --document <address of a workbook on OneDrive or SharePoint>
       npm run stop`;

function toolArguments(command: string | undefined, rest: readonly string[]): string[] | undefined {
  const document = rest[0] === '--document' && rest[1] !== undefined ? ['--document', rest[1]] : [];
  if (rest.length !== document.length) return undefined;
  const server = ['--dev-server', DEV_SERVER, '--dev-server-port', PORT];
  switch (command) {
    case 'desktop':
      return ['start', 'manifest.xml', 'desktop', '--app', 'excel', '--no-live-reload', ...server, ...document];
    case 'web':
      return document.length === 0 ? undefined : ['start', 'manifest.xml', 'web', '--app', 'excel', ...server, ...document];
    case 'stop':
      return document.length === 0 ? ['stop', 'manifest.xml'] : undefined;
    default:
      return undefined;
  }
}

const [command, ...rest] = process.argv.slice(2);
const args = toolArguments(command, rest);
if (args === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else if (command === 'desktop' && process.platform === 'linux') {
  console.error('There is no Excel for Linux. Use `npm run start:web -- --document <address>`, or `npm start` for the preview.');
  process.exitCode = 1;
} else {
  const quoted = process.platform === 'win32' ? args.map((arg) => (/\s/.test(arg) ? `"${arg}"` : arg)) : args;
  const tool = spawn('npx', ['--yes', TOOL, ...quoted], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  tool.on('error', (error) => {
    console.error(`npx could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  tool.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
