import type { FileTables, TablesFailure } from '../../intake/xlsx/read-tables';

/** The tables of a file, read in a worker, or here where there is none. Rejects only when the file cannot be read at all. */
export async function readFile(file: Blob): Promise<FileTables | TablesFailure> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (typeof Worker !== 'undefined') {
    try {
      return await inWorker(bytes);
    } catch {
      // Workers are not allowed here, or its script cannot be loaded.
    }
  }
  const { readTables } = await import('../../intake/xlsx/read-tables');
  return readTables(bytes);
}

async function inWorker(bytes: Uint8Array): Promise<FileTables | TablesFailure> {
  const { createWorker } = await import('./create-worker');
  const worker = createWorker();
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FileTables | TablesFailure>) => resolve(data);
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message));
      };
      worker.postMessage(bytes);
    });
  } finally {
    worker.terminate();
  }
}
