import type { Source } from '../../intake/types';
import { unpack, type ListPiece } from './parcel';
import type { ReadRequest, WorkerMessage } from './protocol';
import type { PieceProgress } from './read-one';

/** A worker that reads one input after the other. */
export interface ReadingWorker {
  /** Rejects with an AbortError when it was stopped, and with an Error when the worker broke. */
  read(request: Omit<ReadRequest, 'id'>, onProgress: (progress: PieceProgress) => void, signal: AbortSignal): Promise<readonly Source[]>;
  /** ended, by a stop or a fault: make another one */
  readonly ended: boolean;
}

/** Waits for a worker to say that it runs. Rejects where workers are not allowed or its script cannot be loaded. */
export function startWorker(create: () => Worker): Promise<ReadingWorker> {
  return new Promise((resolve, reject) => {
    const worker = create();
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'the worker could not be started'));
    };
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.type === 'ready') resolve(talkTo(worker));
    };
  });
}

function talkTo(worker: Worker): ReadingWorker {
  let ended = false;
  let last = 0;
  const end = (): void => {
    ended = true;
    worker.terminate();
  };
  return {
    get ended() {
      return ended;
    },
    read: (request, onProgress, signal) =>
      new Promise((resolve, reject) => {
        const id = (last += 1);
        const pieces: ListPiece[] = [];
        const stop = (): void => {
          end();
          reject(signal.reason as Error);
        };
        if (signal.aborted) return stop();
        signal.addEventListener('abort', stop, { once: true });
        const settle = (): void => signal.removeEventListener('abort', stop);
        worker.onerror = (event) => {
          event.preventDefault();
          settle();
          end();
          reject(new Error(event.message || 'the worker broke'));
        };
        worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
          if (data.type === 'ready' || data.id !== id) return;
          if (data.type === 'progress') onProgress(data.progress);
          else if (data.type === 'piece') pieces.push(data.piece);
          else {
            settle();
            if (data.type === 'done') resolve(unpack(data.rest, pieces) as readonly Source[]);
            else reject(new Error(data.message));
          }
        };
        worker.postMessage({ id, ...request } satisfies ReadRequest);
      }),
  };
}
