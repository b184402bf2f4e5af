import type { Language } from '../i18n';
import { buildRetro, type Retro, type RetroRecords } from '../retro/retro';
import type { RetroEvent } from '../retro/types';
import { planWorkbook } from '../workbook';
import { readInquiryRules } from '../workbook/inquiry-rules';
import { idMemory } from '../workbook/merge';
import { withinLimits } from '../workbook/limits';
import { beginGeneration, trackGeneration, type Clock, type Tracked } from '../workbook/generation';
import type { TableName, TablePlan, WorkbookPlan } from '../workbook/plan';
import { findWording, type WordingFinding } from '../workbook/progress';
import { plannedTables } from '../workbook/rows';
import { applyPlan, type ApplyResult, type ApplyStep } from './apply';
import { readWorkbook } from './read-workbook';
import { runExcel, type Outcome } from './run';

export interface GenerateRequest {
  readonly event: RetroEvent;
  readonly records: RetroRecords;
  /** of a new workbook; an existing one keeps its own */
  readonly language: Language;
  /** when, for the change log; without it changes wait for the next look */
  readonly clock?: Clock;
  readonly onStep?: (step: ApplyStep | 'planning') => void;
  readonly signal?: AbortSignal;
}

export interface Generated extends ApplyResult, Pick<Tracked, 'changes' | 'notes' | 'problems'> {
  readonly retro: Retro;
  readonly plan: WorkbookPlan;
  /** sentences of the team that blame people, in what was there and in what came (R28) */
  readonly wording: readonly WordingFinding[];
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
    const read = await readWorkbook(context, draft.sheets.concat(otherLanguage(request.language, event, records)), namedCellsOf(draft));
    signal?.throwIfAborted();
    const begun = beginGeneration(read, request.clock);
    const { snapshot } = begun;
    const language = snapshot.state?.language ?? request.language;
    const closeThreshold = snapshot.cells.get('setClose')?.value;
    const inquiryRules = readInquiryRules(snapshot.lists ?? new Map());
    const retro = buildRetro(event, records, { ids: idMemory(snapshot), ...(typeof closeThreshold === 'number' ? { closeThreshold } : {}), ...(inquiryRules && { inquiryRules }) });
    const existing = new Set(snapshot.tables.keys());
    const unlogged = planWorkbook(retro, language, existing, snapshot.tables);
    const tracked = trackGeneration(begun, actionPlanOf(unlogged), request.clock);
    const plan = withinLimits(tracked.changes.length === 0 ? unlogged : planWorkbook(retro, language, existing, snapshot.tables, tracked.changes));
    const applied = await applyPlan(context, plan, snapshot, (step) => onStep?.(step), signal, { writes: begun.writes, remember: tracked.remember });
    const wording = [...findWording(snapshot), ...findWording({ tables: plannedTables(plan) })];
    return { ...applied, retro, plan, wording: wording.filter(({ mark }, index) => wording.findIndex((other) => other.mark === mark) === index), changes: tracked.changes, notes: tracked.notes, problems: tracked.problems };
  });
}

const actionPlanOf = (plan: WorkbookPlan): TablePlan => {
  const table = plan.sheets.find((sheet) => sheet.key === 'action')?.table;
  if (table === undefined) throw new Error('a plan without the action table');
  return table;
};

/** Names of the cells outside the tables that the plan knows. */
export const namedCellsOf = (plan: WorkbookPlan): string[] => plan.sheets.flatMap((sheet) => sheet.cells.flatMap((cell) => (cell.name === undefined ? [] : [cell.name])));

/** The plan of a retro without any data: for looking at what a workbook holds. */
export const emptyPlan = (language: Language, existing?: ReadonlySet<TableName>): WorkbookPlan => planWorkbook(buildRetro({ name: '' }, { targets: [], actuals: [], agentTables: [], cases: [], actions: [] }), language, existing);

/** Sheets as the workbook may have them in the other language: looked at too, before its language is known. */
const otherLanguage = (language: Language, event: RetroEvent, records: RetroRecords): WorkbookPlan['sheets'] => planWorkbook(buildRetro(event, records), language === 'zh-CN' ? 'en-US' : 'zh-CN').sheets;
