import type { SourceInput } from '../../intake/types';
import type { EventForm } from './event';
import { cellsAsText } from './inputs';
import type { PaneState } from './types';

const key = 'retro.reload';
/** Characters that session storage surely takes. */
const most = 4_000_000;

interface Kept {
  readonly event: EventForm;
  readonly draft: string;
  readonly inputs: readonly { readonly name: string; readonly text?: string; readonly bytes?: string; readonly origin: PaneState['inputs'][number]['origin'] }[];
}

/**
 * Puts aside what was pasted and typed, for a reload of this very pane. It stays in the memory of this window and is gone when it is closed.
 * @returns false when it is too much or storage is switched off: then the person must copy it first
 */
export function keepForReload(state: PaneState): boolean {
  const size = state.inputs.reduce((sum, { input }) => sum + ('text' in input ? input.text.length : 'bytes' in input ? input.bytes.length : 'cells' in input ? cellsAsText(input.cells).length : Number.POSITIVE_INFINITY), state.draft.length);
  if (size > most) return false;
  const kept: Kept = {
    event: state.event,
    draft: state.draft,
    inputs: state.inputs.flatMap(({ input, origin }): Kept['inputs'] => ('text' in input ? [{ name: input.name, text: input.text, origin }] : 'bytes' in input ? [{ name: input.name, bytes: toLatin1(input.bytes), origin }] : 'cells' in input ? [{ name: input.name, text: cellsAsText(input.cells), origin }] : [])),
  };
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** What was put aside, once; undefined when nothing was or it cannot be read. */
export function takeKept(): { event: EventForm; draft: string; inputs: readonly { input: SourceInput; origin: PaneState['inputs'][number]['origin'] }[] } | undefined {
  try {
    const text = sessionStorage.getItem(key);
    if (text === null) return undefined;
    sessionStorage.removeItem(key);
    const { event, draft, inputs } = JSON.parse(text) as Kept;
    return {
      event, draft,
      inputs: inputs.map(({ name, text: pasted, bytes, origin }) => ({ origin, input: pasted === undefined ? { name, bytes: fromLatin1(bytes ?? '') } : { name, text: pasted } })),
    };
  } catch {
    return undefined;
  }
}

/** One character a byte; bytes of a file have no other text form that brings them back exactly. */
function toLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return text;
}

function fromLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
