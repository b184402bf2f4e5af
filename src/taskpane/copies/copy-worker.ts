import { readTables } from '../../intake/xlsx/read-tables';

/** Reads a file away from the pane's thread. */
const scope = self as unknown as DedicatedWorkerGlobalScope;
scope.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => scope.postMessage(readTables(data)));
