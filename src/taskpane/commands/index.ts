import type { CommandContext, Commands } from './types';
import { generate } from './generate';
import { openSheet } from './open-sheet';
import { readSources } from './read-sources';
import { readWorkbookState } from './read-workbook-state';
import { sampleInputs } from './samples';

export type { CommandContext, Commands } from './types';

/** The commands on the real Excel. One file each beside this one. */
export function createCommands(context: CommandContext): Commands {
  return {
    readSources: (inputs, event) => readSources(inputs, event, context),
    sampleInputs,
    generate: (sources, event, onProgress, signal) => generate(sources, event, onProgress, signal, context),
    openSheet: (key) => openSheet(key),
    readWorkbook: () => readWorkbookState(context),
  };
}
