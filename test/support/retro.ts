import { generateWorkbook, type Generated } from '../../src/excel/generate';
import type { Outcome } from '../../src/excel/run';
import type { Language } from '../../src/i18n';
import { readSource } from '../../src/intake';
import { combineRecords } from '../../src/intake/combine';
import type { SourceInput } from '../../src/intake/types';
import type { RetroRecords } from '../../src/retro/retro';
import type { RetroEvent } from '../../src/retro/types';
import { sampleInputs } from './samples';

export const event: RetroEvent = { name: '2025双11', start: '2025-10-20', end: '2025-11-14', next: '2025双12' };
/** The files of an ordinary session; enough for every table. */
export const usualSamples = ['01_targets.tsv', '02_actuals.tsv', '03b_agents_sycm.tsv', '09_cases.tsv', '12_actions.tsv'];

export const recordsOf = (inputs: readonly SourceInput[]): RetroRecords => combineRecords(inputs.flatMap((input) => [...readSource(input, { today: '2025-11-17', year: 2025 })]));

/** The moment of every run: a Monday morning. */
export const clock = { now: '2025-11-17 09:00:00', today: '2025-11-17' } as const;

/** Generates on the global Excel. */
export const tryGenerate = (inputs: readonly SourceInput[] = sampleInputs(...usualSamples), language: Language = 'zh-CN', about: RetroEvent = event): Promise<Outcome<Generated>> => generateWorkbook({ event: about, records: recordsOf(inputs), language, clock });

export async function generate(inputs?: readonly SourceInput[], language?: Language, about?: RetroEvent): Promise<Generated> {
  const outcome = await tryGenerate(inputs, language, about);
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.technical}`);
  return outcome.value;
}
