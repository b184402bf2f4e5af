import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SourceInput } from '../intake/types';

/** Files named on the command line; of a folder, its files in order of their names (not of the folders in it). */
export async function readInputs(paths: readonly string[]): Promise<{ readonly ok: true; readonly value: readonly SourceInput[] } | { readonly ok: false; readonly missing: string }> {
  const inputs: SourceInput[] = [];
  for (const path of paths) {
    const kind = await stat(path).catch(() => undefined);
    if (kind === undefined) return { ok: false, missing: path };
    const files = kind.isDirectory() ? (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map((entry) => join(path, entry.name)).sort() : [path];
    for (const file of files) inputs.push({ name: basename(file), bytes: new Uint8Array(await readFile(file)) });
  }
  return { ok: true, value: inputs };
}
