/** On its own, because the bundler recognises this very expression. */
export function createWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url));
}
