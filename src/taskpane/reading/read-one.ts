import { readCellsOf, readSource } from '../../intake';
import { readLarge } from '../../intake/large/read-large';
import type { IntakeOptions, Source } from '../../intake/types';
import type { PaneInput } from '../state/types';
import { readable } from './readable';

/** How much of a large input is read. */
export interface PieceProgress {
  readonly bytes: number;
  readonly total: number;
  readonly rows: number;
}

/** Reads one input, in a worker or here: the same code for both, so that the result is the same. Rejects only when a file is gone. */
export async function readOne(input: PaneInput, options: IntakeOptions, chunk: number, onProgress: (progress: PieceProgress) => void, signal?: AbortSignal): Promise<readonly Source[]> {
  if ('blob' in input) {
    const { name, blob } = input;
    const total = blob.size;
    onProgress({ bytes: 0, total, rows: 0 });
    const read = async (from: number, to: number): Promise<Uint8Array> => new Uint8Array(await blob.slice(from, to).arrayBuffer());
    const sources = await readLarge({ name, size: total, read }, { ...options, onProgress: ({ bytes, rows }) => onProgress({ bytes, total, rows }), ...(signal && { signal }) }, chunk);
    if (sources !== undefined) return sources;
  }
  const content = await readable(input);
  return 'cells' in content ? readCellsOf(content.name, content.cells, options) : readSource(content, options);
}
