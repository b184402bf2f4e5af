import type { IntakeOptions } from '../types';
import { createSummariser, type LargeSummary } from './summariser';

export interface StreamProgress {
  readonly bytes: number;
  readonly rows: number;
}

export interface StreamOptions extends IntakeOptions {
  /** called after every chunk */
  readonly onProgress?: (progress: StreamProgress) => void;
  /** checked after every chunk; a stopped summary says `cancelled` and holds what was read */
  readonly signal?: { readonly aborted: boolean };
}

/** Summarises a stream of bytes (a file, a response) chunk by chunk. For a worker: nothing here blocks longer than one chunk takes. */
export async function summariseStream(file: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, options: StreamOptions): Promise<LargeSummary & { readonly cancelled: boolean }> {
  const summariser = createSummariser(file, options);
  let bytes = 0;
  for await (const chunk of chunks) {
    if (options.signal?.aborted) return { ...summariser.end(), cancelled: true };
    summariser.push(chunk);
    bytes += chunk.length;
    options.onProgress?.({ bytes, rows: summariser.rows });
  }
  return { ...summariser.end(), cancelled: false };
}
