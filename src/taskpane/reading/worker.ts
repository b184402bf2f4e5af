import { transferable } from '../../intake/large/parts';
import { readPart } from '../../intake/large/summarise-file';
import { sharedFileBytes } from '../../intake/large/threshold';
import { pack } from './parcel';
import type { PartMessage, PartTask, ReadRequest, WorkerMessage } from './protocol';
import { fileOf, readOne } from './read-one';
import { secondWorker } from './second-worker';

/** Reads inputs away from the pane's thread. It is stopped by ending the worker. */
const scope = self as unknown as DedicatedWorkerGlobalScope;
const send = (message: WorkerMessage): void => scope.postMessage(message);

/** Bytes summed up at once: more is hardly faster and leaves more memory behind. */
const chunk = 1 << 19;
/** Progress is told this often, in milliseconds. */
const interval = 100;

scope.addEventListener('message', ({ data }: MessageEvent<ReadRequest | PartTask>) => void ('part' in data ? answerPart(data) : answer(data)));

/** The same function, but for calls that follow the last one too soon. */
function nowAndThen<T>(tell: (progress: T) => void): (progress: T) => void {
  let told = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (now - told < interval) return;
    told = now;
    tell(progress);
  };
}

async function answer({ id, input, options }: ReadRequest): Promise<void> {
  const second = 'blob' in input && input.blob.size >= sharedFileBytes && navigator.hardwareConcurrency > 1 ? secondWorker(input, options) : undefined;
  try {
    const { rest, pieces } = pack(await readOne(input, options, chunk, nowAndThen((progress) => send({ type: 'progress', id, progress })), { second }));
    for (const piece of pieces) send({ type: 'piece', id, piece });
    send({ type: 'done', id, rest });
  } catch (error) {
    send({ type: 'failed', id, message: String(error) });
  }
}

async function answerPart({ part, input, options }: PartTask): Promise<void> {
  const tell = (message: PartMessage, transfer: Transferable[] = []): void => scope.postMessage(message, transfer);
  const found = await readPart(fileOf(input), part, options, chunk, nowAndThen((progress) => tell({ type: 'part-progress', progress }))).catch(() => undefined);
  tell({ type: 'part', part: found }, found && transferable(found));
}

send({ type: 'ready' });
