import { runExcel } from '../../excel/run';
import { storeSetting } from '../../excel/setting';
import { toStore, type ReadingMemory } from '../state/memory';
import type { Outcome } from './types';

/** Key of the setting: apart from the state of the last run, so that neither can damage the other. */
export const MEMORY_SETTING = 'retroReading';

/** Keeps what was decided about reading in the workbook. */
export function remember(memory: ReadingMemory): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    storeSetting(context, MEMORY_SETTING, toStore(memory));
    await context.sync();
  });
}
