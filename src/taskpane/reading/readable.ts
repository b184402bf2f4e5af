import type { SourceInput } from '../../intake/types';
import type { CellsInput, LargeInput } from '../state/types';

/** An input whose content is at hand: a large file is read whole. Rejects when the file is gone. */
export async function readable<T extends SourceInput | CellsInput>(input: T | LargeInput): Promise<T | SourceInput> {
  return 'blob' in input ? { name: input.name, bytes: new Uint8Array(await input.blob.arrayBuffer()) } : input;
}
