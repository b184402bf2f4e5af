import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readSource } from '../intake';
import { readLarge, type LargeFile } from '../intake/large/read-large';
import { largeFileBytes } from '../intake/large/threshold';
import type { IntakeOptions, Source } from '../intake/types';

/** A file to read. */
export interface InputFile {
  readonly path: string;
  /** bytes */
  readonly size: number;
}

/** Files named on the command line; of a folder, its files in order of their names (not of the folders in it). */
export async function findInputs(paths: readonly string[]): Promise<{ readonly ok: true; readonly value: readonly InputFile[] } | { readonly ok: false; readonly missing: string }> {
  const inputs: InputFile[] = [];
  for (const path of paths) {
    const kind = await stat(path).catch(() => undefined);
    if (kind === undefined) return { ok: false, missing: path };
    const files = kind.isDirectory() ? (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map((entry) => join(path, entry.name)).sort() : [path];
    for (const file of files) inputs.push({ path: file, size: (await stat(file)).size });
  }
  return { ok: true, value: inputs };
}

/** Bytes of a large file that are in memory at once. */
const chunk = 1 << 20;

/** Reads one file after the other, as the pane does: a large one piece by piece, summed up where its kind can be. */
export async function readInputs(files: readonly InputFile[], options: IntakeOptions): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const file of files) {
    const summarised = file.size > largeFileBytes ? await readPieces(file, options) : undefined;
    sources.push(...(summarised ?? readSource({ name: basename(file.path), bytes: new Uint8Array(await readFile(file.path)) }, options)));
  }
  return sources;
}

async function readPieces({ path, size }: InputFile, options: IntakeOptions): Promise<readonly Source[] | undefined> {
  const handle = await open(path);
  try {
    const read: LargeFile['read'] = async (from, to) => {
      const bytes = new Uint8Array(to - from);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    };
    return await readLarge({ name: basename(path), size, read }, options, chunk);
  } finally {
    await handle.close();
  }
}
