import { generateWorkbook } from '../../excel/generate';
import { combineRecords } from '../../intake/combine';
import type { Source } from '../../intake/types';
import { messages } from '../../i18n';
import { comparisonStates } from '../../retro/compare';
import type { AgentMask } from '../../retro/masking';
import type { RetroEvent } from '../../retro/types';
import type { Generated } from '../../excel/generate';
import { localNow } from './local-now';
import type { CommandContext, Conflict, GenerateSummary, Outcome, Progress } from './types';

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
  return { sheets: generated.sheets, states, conflicts: generated.conflicts.map((conflict) => describe(conflict, generated)), errorCells: generated.errorCells };
}

function describe(conflict: Generated['conflicts'][number], generated: Generated): Conflict {
  const words = messages[generated.plan.language].workbook;
  const sheet = generated.plan.sheets.find((candidate) => candidate.table?.name === conflict.table);
  const column = sheet?.table?.columns.find((candidate) => candidate.key === conflict.column);
  const text = (value: string | number | null): string => (value === null ? '' : String(value));
  return { sheet: sheet?.name ?? words.product, row: conflict.id, column: column?.header ?? conflict.column, kept: text(conflict.kept), offered: text(conflict.offered) };
}
