import type { CommandContext, Commands } from './types';
import { createActionCommands } from './actions';
import { createConflictCommands } from './conflicts';
import { openSheet } from './open-sheet';
import { late } from './late';
import { inTurn } from './queue';
import { readCells } from './read-cells';
import { readHeadOf } from './read-head';
import { readSources } from './read-sources';
import { remember } from './remember';
import { sampleEvent, sampleInputs } from './samples';
import { createCopyCommands } from './copies';
import { createStepCommands } from './steps';

export type { CommandContext, Commands } from './types';

/** The commands on the real Excel. One file each beside this one. */
export function createCommands(context: CommandContext): Commands {
  return {
    readSources: (inputs, event, options) => readSources(inputs, event, options, context),
    readHead: readHeadOf,
    readCells: (what) => readCells(what),
    remember,
    sampleInputs,
    sampleEvent: () => sampleEvent(context),
    generate: (sources, event, onProgress, signal, mask) => inTurn(() => late(() => import('./generate'), ({ generate }) => generate(sources, event, onProgress, signal, mask, context))),
    openSheet: (key) => openSheet(key),
    readWorkbook: () => late(() => import('./read-workbook-state'), ({ readWorkbookState }) => readWorkbookState(context)),
    actions: createActionCommands(context),
    steps: createStepCommands(),
    copies: createCopyCommands(context),
    conflicts: createConflictCommands(context),
  };
}
