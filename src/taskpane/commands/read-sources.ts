import { readSource } from '../../intake';
import type { Source, SourceInput } from '../../intake/types';
import { yearOfEvent } from '../../retro/promotions';
import type { RetroEvent } from '../../retro/types';
import type { CommandContext } from './types';

/** Reads every input; between two inputs the pane gets its turn, so that it stays responsive. */
export async function readSources(inputs: readonly SourceInput[], event: RetroEvent, context: CommandContext): Promise<readonly Source[]> {
  const today = context.today();
  const sources: Source[] = [];
  for (const input of inputs) {
    sources.push(...readSource(input, { today, year: yearOfEvent(event, today) }));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return sources;
}
