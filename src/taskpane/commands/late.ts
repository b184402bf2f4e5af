import type { Outcome } from './types';

/**
 * Works with a part of the pane that is loaded when it is first needed, so that the pane opens before all of it is there.
 * Rejects never: without the part (the network is gone) the answer is the failure `unexpected`, and the next try loads again.
 */
export async function late<Part, T>(load: () => Promise<Part>, work: (part: Part) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  let part: Part;
  try {
    part = await load();
  } catch (error) {
    return { ok: false, failure: { code: 'unexpected', technical: `a part of the pane was not loaded: ${error instanceof Error ? error.message : String(error)}` } };
  }
  return work(part);
}
