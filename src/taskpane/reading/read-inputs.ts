import type { IntakeOptions, Source } from '../../intake/types';
import type { ReadingProgress } from '../commands/types';
import type { PaneInput } from '../state/types';
import { startWorker, type ReadingWorker } from './worker-client';

type Read = (input: PaneInput, onProgress: (progress: Pick<ReadingProgress, 'bytes' | 'total' | 'rows'>) => void) => Promise<readonly Source[]>;

/** Bytes summed up at once where there is no worker: a few milliseconds. */
const smallChunk = 131_072;

let worker: ReadingWorker | undefined;
let workerFails = false;

/**
 * Reads inputs one after the other in a worker, or here in small pieces where there is none. Answers with a list of sources for each
 * input. Rejects with an AbortError when it was stopped.
 */
export async function readInputs(inputs: readonly PaneInput[], options: IntakeOptions, onProgress: (progress: ReadingProgress) => void, signal: AbortSignal): Promise<readonly (readonly Source[])[]> {
  const read = await reader(options, signal);
  const lists: (readonly Source[])[] = [];
  for (const input of inputs) {
    signal.throwIfAborted();
    const started = performance.now();
    lists.push(await read(input, (progress) => onProgress({ file: input.name, ...progress, elapsed: performance.now() - started })));
  }
  signal.throwIfAborted();
  return lists;
}

async function reader(options: IntakeOptions, signal: AbortSignal): Promise<Read> {
  const inWorker = await workerOrNone();
  if (inWorker !== undefined) return (input, onProgress) => inWorker.read({ input, options }, onProgress, signal);
  const { readOne } = await import('./read-one');
  return async (input, onProgress) => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    return readOne(input, options, smallChunk, onProgress, { signal });
  };
}

/** The worker is kept for the next reading; one that cannot be started is not tried again. */
async function workerOrNone(): Promise<ReadingWorker | undefined> {
  if (worker !== undefined && !worker.ended) return worker;
  if (workerFails || typeof Worker === 'undefined') return undefined;
  try {
    const { createWorker } = await import('./create-worker');
    worker = await startWorker(createWorker);
    return worker;
  } catch {
    workerFails = true;
    return undefined;
  }
}
