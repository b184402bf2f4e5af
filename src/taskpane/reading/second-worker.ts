import type { SecondReader } from '../../intake/large/summarise-file';
import type { IntakeOptions } from '../../intake/types';
import type { LargeInput } from '../state/types';
import type { PartMessage, PartTask } from './protocol';

/** A second worker with the script of this one, started when there is something to read. It ends with this worker, or when it is stopped. */
export function secondWorker(input: LargeInput, options: IntakeOptions): SecondReader {
  let worker: Worker | undefined;
  return {
    read: (part, onProgress) =>
      new Promise((resolve) => {
        try {
          worker = new Worker(self.location.href);
        } catch {
          resolve(undefined);
          return;
        }
        worker.onerror = (event) => {
          event.preventDefault();
          resolve(undefined);
        };
        worker.onmessage = ({ data }: MessageEvent<PartMessage | { readonly type: 'ready' }>) => {
          if (data.type === 'part-progress') onProgress(data.progress);
          else if (data.type === 'part') resolve(data.part);
        };
        worker.postMessage({ part, input, options } satisfies PartTask);
      }),
    stop: () => worker?.terminate(),
  };
}
