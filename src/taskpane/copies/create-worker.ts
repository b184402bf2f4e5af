/** On its own, because the bundler recognises this very expression. */
export const createWorker = (): Worker => new Worker(new URL('./copy-worker.ts', import.meta.url));
