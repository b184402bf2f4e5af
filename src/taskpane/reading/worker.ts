import { pack } from './parcel';
import type { ReadRequest, WorkerMessage } from './protocol';
import { readOne, type PieceProgress } from './read-one';

/** Reads inputs away from the pane's thread. It is stopped by ending the worker. */
const scope = self as unknown as DedicatedWorkerGlobalScope;
const send = (message: WorkerMessage): void => scope.postMessage(message);

const chunk = 1 << 20;
/** Progress is told this often, in milliseconds. */
const interval = 100;

scope.addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => void answer(data));

async function answer({ id, input, options }: ReadRequest): Promise<void> {
  let told = Number.NEGATIVE_INFINITY;
  const onProgress = (progress: PieceProgress): void => {
    const now = performance.now();
    if (now - told < interval) return;
    told = now;
    send({ type: 'progress', id, progress });
  };
  try {
    const { rest, pieces } = pack(await readOne(input, options, chunk, onProgress));
    for (const piece of pieces) send({ type: 'piece', id, piece });
    send({ type: 'done', id, rest });
  } catch (error) {
    send({ type: 'failed', id, message: String(error) });
  }
}

send({ type: 'ready' });
