import type { IntakeOptions, Source } from '../../intake/types';
import type { ReadingProgress } from '../commands/types';
import type { PaneInput } from '../state/types';
import { readable } from './readable';

/** Reads inputs one after the other; between two the pane gets its turn. Rejects with an AbortError when it was stopped. */
export async function readInputs(inputs: readonly PaneInput[], options: IntakeOptions, onProgress: (progress: ReadingProgress) => void, signal: AbortSignal): Promise<readonly (readonly Source[])[]> {
  const { readCellsOf, readSource } = await import('../../intake');
  const lists: (readonly Source[])[] = [];
  for (const input of inputs) {
    signal.throwIfAborted();
    const content = await readable(input);
    lists.push('cells' in content ? readCellsOf(content.name, content.cells, options) : readSource(content, options));
    onProgress({ file: input.name, bytes: 1, total: 1, rows: 0, elapsed: 0 });
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return lists;
}
