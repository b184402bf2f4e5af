/**
 * `npm run validate [-- FILE] [--online]`: checks a manifest (default `manifest.xml`) without a network.
 * `--online` asks Microsoft's service as well, which receives the manifest. Exit code 0 when all is well, 1 with mistakes, 2 for wrong usage.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkManifest } from './manifest-checks';
import type { ManifestFiles } from './manifest-checks';

const project = path.join(__dirname, '../..');
/** Pages that the build writes rather than copies. */
const built: Readonly<Record<string, string>> = { 'taskpane.html': 'src/taskpane/index.html' };

/** The files of the repository as they are served: `assets/…` as they are, pages from their source. */
export function projectFiles(folder = project): ManifestFiles {
  const place = (file: string): string => path.join(folder, built[file] ?? file);
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  return {
    packageVersion: version,
    exists: (file) => existsSync(place(file)),
    pngSize: (file) => (existsSync(place(file)) ? pngSize(readFileSync(place(file))) : undefined),
  };
}

/** Width and height in the header of a PNG; undefined for anything else. */
export function pngSize(bytes: Buffer): readonly [number, number] | undefined {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return bytes.length >= 24 && bytes.subarray(0, 8).equals(signature) ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : undefined;
}

async function main(args: readonly string[]): Promise<number> {
  const online = args.includes('--online');
  const [file = path.join(project, 'manifest.xml'), ...more] = args.filter((arg) => arg !== '--online');
  if (more.length > 0 || file.startsWith('--') || !existsSync(file)) {
    console.error(`usage: npm run validate [-- FILE] [--online]${existsSync(file) || file.startsWith('--') ? '' : `\nno such file: ${file}`}`);
    return 2;
  }
  const mistakes = checkManifest(readFileSync(file, 'utf8'), projectFiles());
  for (const mistake of mistakes) console.error(`${path.relative(process.cwd(), file)}: ${mistake}`);
  if (mistakes.length === 0) console.log(`${path.relative(process.cwd(), file)}: no mistakes found`);
  const accepted = !online || (await askMicrosoft(file));
  return mistakes.length === 0 && accepted ? 0 : 1;
}

async function askMicrosoft(file: string): Promise<boolean> {
  const { validateManifest } = await import('office-addin-manifest');
  const result = await validateManifest(file);
  for (const entry of [...(result.report?.errors ?? []), ...(result.report?.warnings ?? [])]) console.error(`Microsoft: ${entry.title ?? ''} ${entry.content ?? ''}`);
  console.log(`Microsoft's service: ${result.isValid ? 'accepted' : 'not accepted'}`);
  return result.isValid;
}

if (require.main === module) {
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
