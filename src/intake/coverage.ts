import { creditedByRule } from '../retro/aggregate';
import { baseOfKey } from '../retro/catalogue';
import type { Source, SourceNote } from './types';

/** What a source says beside its rows: in its file name, or by a person's answer (DOMAIN 0.1 no. 6, Q21). */
export interface Coverage {
  /** days its figures cover, `2025-11-01~2025-11-11` */
  readonly period?: string;
  /** rule by which its sales are credited, as the tool names it: `下单优先判定` */
  readonly attribution?: string;
}

/** Days and rule that belong to the figures of a source. Rows that tell their own days win: then there is no period here. */
export function coverageOf(source: Source): Coverage {
  const period = namedPeriod(source);
  const attribution = dependsOnRule(source) ? noteText(source, 'attribution') : undefined;
  return { ...(period !== undefined && { period }), ...(attribution !== undefined && { attribution }) };
}

/** Days from the file name, where the rows do not tell theirs. */
export function namedPeriod(source: Source): string | undefined {
  if (source.kind !== 'agents' && source.kind !== 'actuals' && source.kind !== 'items' && source.kind !== 'silent') return undefined;
  if (source.columns.some((column) => column.meaning === 'date' || column.meaning === 'period')) return undefined;
  return noteText(source, 'period');
}

/** A table with figures that the rule changes: sales of the service and what is left of them as silent. */
export function dependsOnRule(source: Source): boolean {
  if (source.kind !== 'agents' && source.kind !== 'actuals' && source.kind !== 'silent') return false;
  const metrics = [...source.columns.map((column) => column.meaning ?? ''), ...(source.records.actuals ?? []).map((record) => record.metric.key)];
  return metrics.some((key) => creditedByRule.has(baseOfKey(key)));
}

export const noteText = (source: Source, code: SourceNote['code']): string | undefined => source.notes.find((note) => note.code === code)?.text;
