import { readCellsOf, readSource } from '../../intake';
import { readLarge } from '../../intake/large/read-large';
import type { LargeFile, SecondReader } from '../../intake/large/summarise-file';
import type { IntakeOptions, Source } from '../../intake/types';
import type { LargeInput, PaneInput } from '../state/types';
import { readable } from './readable';

/** How much of a large input is read. */
export interface PieceProgress {
  readonly bytes: number;
  readonly total: number;
  readonly rows: number;
}

/** How a reading can be helped and stopped. */
export interface ReadingAids {
  readonly signal?: AbortSignal | undefined;
  readonly second?: SecondReader | undefined;
}

export function fileOf({ name, blob }: LargeInput): LargeFile {
  return { name, size: blob.size, read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()) };
}

/** Reads one input, in a worker or here: the same code for both, so that the result is the same. Rejects only when a file is gone. */
export async function readOne(input: PaneInput, options: IntakeOptions, chunk: number, onProgress: (progress: PieceProgress) => void, { signal, second }: ReadingAids = {}): Promise<readonly Source[]> {
  if ('blob' in input) {
    const total = input.blob.size;
    onProgress({ bytes: 0, total, rows: 0 });
    const sources = await readLarge(fileOf(input), { ...options, onProgress: ({ bytes, rows }) => onProgress({ bytes, total, rows }), ...(signal && { signal }) }, chunk, second);
    if (sources !== undefined) return sources;
  }
  const content = await readable(input);
  return 'cells' in content ? readCellsOf(content.name, content.cells, options) : readSource(content, options);
}
