import type { Source } from '../../intake/types';
import { yearOfEvent } from '../../retro/promotions';
import type { RetroEvent } from '../../retro/types';
import { readInputs } from '../reading/read-inputs';
import type { PaneInput } from '../state/types';
import type { CommandContext, ReadOptions } from './types';

/** Reads every input away from the pane's thread, by what was decided earlier. */
export function readSources(inputs: readonly PaneInput[], event: RetroEvent, options: ReadOptions, context: CommandContext): Promise<readonly (readonly Source[])[]> {
  const today = context.today();
  return readInputs(inputs, { today, year: yearOfEvent(event, today), choices: options.memory.tables }, options.onProgress, options.signal);
}
