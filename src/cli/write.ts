import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface OutputFile {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/** Writing failed; `code` is the system's (`ENOSPC`, `EACCES` …). No file was changed. */
export interface WriteFailure {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** Writes and waits until the disk has it: a full one says so here. */
async function put(path: string, flags: 'wx' | 'w', content: Uint8Array | string, opened?: () => void): Promise<void> {
  const handle = await open(path, flags);
  opened?.();
  try {
    await handle.writeFile(content);
    if (flags === 'wx') await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes files whole or not at all: each goes to a temporary file beside its place first and to the disk, and only when
 * all are there they take their names. A full disk leaves what was there before untouched. Pipes and devices, which
 * cannot be replaced, are written directly.
 */
export async function writeFiles(files: readonly OutputFile[]): Promise<WriteFailure | undefined> {
  const written: { readonly temporary: string; readonly path: string }[] = [];
  let current = '';
  try {
    for (const { path, content } of files) {
      current = path;
      // A link stays a link: what it points to is replaced.
      const target = await realpath(path).catch(() => path);
      const kind = await stat(target).catch(() => undefined);
      if (kind !== undefined && !kind.isFile()) {
        await put(target, 'w', content);
        continue;
      }
      const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.${written.length}.tmp`);
      await put(temporary, 'wx', content, () => written.push({ temporary, path: target }));
    }
    for (let next = written[0]; next !== undefined; next = written[0]) {
      current = next.path;
      await rename(next.temporary, next.path);
      written.shift();
    }
    return undefined;
  } catch (error) {
    for (const { temporary } of written) await unlink(temporary).catch(() => undefined);
    return { path: current, code: textIn(error, 'code'), message: textIn(error, 'message') };
  }
}

const textIn = (error: unknown, name: 'code' | 'message'): string => {
  const value = typeof error === 'object' && error !== null ? (error as Partial<Record<typeof name, unknown>>)[name] : undefined;
  return typeof value === 'string' ? value : '';
};
