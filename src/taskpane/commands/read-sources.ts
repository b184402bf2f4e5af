import { readSource } from '../../intake';
import type { Source, SourceInput } from '../../intake/types';
import type { RetroEvent } from '../../retro/types';
import type { CommandContext } from './types';

/** Reads every input; between two inputs the pane gets its turn, so that it stays responsive. */
export async function readSources(inputs: readonly SourceInput[], event: RetroEvent, context: CommandContext): Promise<readonly Source[]> {
  const today = context.today();
  const sources: Source[] = [];
  for (const input of inputs) {
    sources.push(...readSource(input, { today, year: yearOf(event, today) }));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return sources;
}

/** Year for dates without one (V093): the event's, else the one in its name, else this year. */
export function yearOf(event: RetroEvent, today: string): number {
  return Number((event.start ?? event.end ?? /\b?(20\d{2})/.exec(event.name)?.[1] ?? today).slice(0, 4));
}
