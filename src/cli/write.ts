import { open, realpath, rename, unlink } from 'node:fs/promises';
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

/**
 * Writes files whole or not at all: each goes to a temporary file beside its place first and to the disk, and only when
 * all are there they take their names. A full disk leaves what was there before untouched.
 */
export async function writeFiles(files: readonly OutputFile[]): Promise<WriteFailure | undefined> {
  const written: { readonly temporary: string; readonly path: string }[] = [];
  let current = '';
  try {
    for (const { path, content } of files) {
      current = path;
      // A link stays a link: what it points to is replaced.
      const target = await realpath(path).catch(() => path);
      const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.${written.length}.tmp`);
      const handle = await open(temporary, 'wx');
      written.push({ temporary, path: target });
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
    while (written.length > 0) {
      const [first] = written;
      if (first === undefined) break;
      current = first.path;
      await rename(first.temporary, first.path);
      written.shift();
    }
    return undefined;
  } catch (error) {
    for (const { temporary } of written) await unlink(temporary).catch(() => undefined);
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    return { path: current, code, message: error instanceof Error ? error.message : String(error) };
  }
}
