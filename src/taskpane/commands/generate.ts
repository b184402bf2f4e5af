import { generateWorkbook } from '../../excel/generate';
import { combineRecords } from '../../intake/combine';
import type { Source } from '../../intake/types';
import { comparisonStates } from '../../retro/compare';
import type { AgentMask } from '../../retro/masking';
import type { RetroEvent } from '../../retro/types';
import type { Generated } from '../../excel/generate';
import { describeConflict } from './conflicts';
import { localNow } from './local-now';
import type { CommandContext, GenerateSummary, Outcome, Progress } from './types';

const fractions: Readonly<Record<Progress['step'], number>> = { reading: 0.05, planning: 0.1, sheets: 0.2, tables: 0.45, formats: 0.7, checking: 0.9 };

export async function generate(sources: readonly Source[], event: RetroEvent, onProgress: (progress: Progress) => void, signal: AbortSignal, mask: AgentMask, context: CommandContext): Promise<Outcome<GenerateSummary>> {
  const outcome = await generateWorkbook({
    event, records: combineRecords(sources, mask), language: context.language, signal, clock: { now: (context.now ?? localNow)(), today: context.today() },
    onStep: (step) => onProgress({ step, fraction: fractions[step] }),
  });
  return outcome.ok ? { ok: true, value: summarise(outcome.value) } : outcome;
}

function summarise(generated: Generated): GenerateSummary {
  const states = Object.fromEntries(comparisonStates.map((state) => [state, generated.retro.metrics.filter((metric) => metric.comparison.state === state).length]));
  return { sheets: generated.sheets, states, conflicts: generated.openConflicts.map(describeConflict), errorCells: generated.errorCells };
}
