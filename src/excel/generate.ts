import type { Language } from '../i18n';
import { buildRetro, type Retro, type RetroRecords } from '../retro/retro';
import type { RetroEvent } from '../retro/types';
import { planWorkbook } from '../workbook';
import { readInquiryRules } from '../workbook/inquiry-rules';
import { idMemory } from '../workbook/merge';
import { withinLimits } from '../workbook/limits';
import type { WorkbookPlan } from '../workbook/plan';
import { applyPlan, type ApplyResult, type ApplyStep } from './apply';
import { readWorkbook } from './read-workbook';
import { runExcel, type Outcome } from './run';

export interface GenerateRequest {
  readonly event: RetroEvent;
  readonly records: RetroRecords;
  /** of a new workbook; an existing one keeps its own */
  readonly language: Language;
  readonly onStep?: (step: ApplyStep | 'planning') => void;
  readonly signal?: AbortSignal;
}

export interface Generated extends ApplyResult {
  readonly retro: Retro;
  readonly plan: WorkbookPlan;
}

/**
 * Reads the workbook, merges the new records into it and writes the difference: the one way a retro workbook is made, for
 * the pane and for the command line. Safe to run again at any time (DESIGN rule 2).
 */
export function generateWorkbook(request: GenerateRequest): Promise<Outcome<Generated>> {
  return runExcel(async (context) => {
    const { event, records, onStep, signal } = request;
    onStep?.('planning');
    const draft = planWorkbook(buildRetro(event, records), request.language);
    const snapshot = await readWorkbook(context, draft.sheets.concat(otherLanguage(request.language, event, records)), namedCellsOf(draft));
    signal?.throwIfAborted();
    const language = snapshot.state?.language ?? request.language;
    const closeThreshold = snapshot.cells.get('setClose')?.value;
    const inquiryRules = readInquiryRules(snapshot.lists ?? new Map());
    const retro = buildRetro(event, records, { ids: idMemory(snapshot), ...(typeof closeThreshold === 'number' ? { closeThreshold } : {}), ...(inquiryRules && { inquiryRules }) });
    const plan = withinLimits(planWorkbook(retro, language, new Set(snapshot.tables.keys()), snapshot.tables));
    const applied = await applyPlan(context, plan, snapshot, (step) => onStep?.(step), signal);
    return { ...applied, retro, plan };
  });
}

/** Names of the cells outside the tables that the plan knows. */
export const namedCellsOf = (plan: WorkbookPlan): string[] => plan.sheets.flatMap((sheet) => sheet.cells.flatMap((cell) => (cell.name === undefined ? [] : [cell.name])));

/** Sheets as the workbook may have them in the other language: looked at too, before its language is known. */
const otherLanguage = (language: Language, event: RetroEvent, records: RetroRecords): WorkbookPlan['sheets'] => planWorkbook(buildRetro(event, records), language === 'zh-CN' ? 'en-US' : 'zh-CN').sheets;
