import { aggregateFigure, periodOfDays, type FigureRow } from './aggregate';
import type { AgentTable } from './retro';
import type { AgentRecord, Figure, Origin } from './types';

/** Figures of one agent as one table gives them (R28: only when the supervisor turned them on; the name is masked already). */
export interface AgentFigures extends Origin {
  /** 客服A … */
  readonly agent: string;
  /** '' when the table does not say */
  readonly shop: string;
  /** days as the rows or the table say; '' when neither does */
  readonly period: string;
  /** rule by which sales are credited; '' when not known */
  readonly attribution: string;
  /** rows (days) that the figures are made from */
  readonly rows: number;
  /** metric key → number or 待出数; what the table does not give is absent, and so are texts */
  readonly figures: Readonly<Record<string, Figure>>;
}

/**
 * One row for each agent and table that was turned on, in the order of the letters – never by a figure. Tables are not blended: they are of
 * different shops, platforms or days. Several days of one agent become one row by the catalogue's rules; a single row stays as given. Who served nobody has no row.
 */
export function agentFigures(tables: readonly AgentTable[]): readonly AgentFigures[] {
  return tables.filter((table) => table.perAgent === true).flatMap(ofTable).sort((a, b) => a.agent.length - b.agent.length || (a.agent < b.agent ? -1 : a.agent > b.agent ? 1 : 0));
}

function ofTable({ agents, period = '', attribution = '' }: AgentTable): AgentFigures[] {
  const groups = new Map<string, AgentRecord[]>();
  for (const record of agents) {
    if (record.idle) continue;
    const key = `${record.agent}|${record.shop ?? ''}`;
    const known = groups.get(key);
    if (known) known.push(record);
    else groups.set(key, [record]);
  }
  return [...groups.values()].flatMap((records) => {
    const [first] = records;
    if (first === undefined) return [];
    return [{ file: first.file, line: first.line, agent: first.agent, shop: first.shop ?? '', period: periodOfDays(records.map((record) => record.date)) ?? period, attribution, rows: records.length, figures: figuresOf(records) }];
  });
}

function figuresOf(records: readonly AgentRecord[]): Readonly<Record<string, Figure>> {
  const rows = records.map(({ figures, date }): FigureRow => (date === undefined ? { figures } : { figures, date }));
  const keys = [...new Set(records.flatMap((record) => Object.keys(record.figures)))];
  const figures = keys.flatMap((key): [string, Figure][] => {
    const given = records.map((record) => record.figures[key] ?? { kind: 'missing' as const });
    const figure = given.every(({ kind }) => kind === 'missing') ? undefined : given.length === 1 ? given[0] : aggregateFigure(rows, key).figure;
    return figure?.kind === 'number' || figure?.kind === 'pending' ? [[key, figure]] : [];
  });
  return Object.fromEntries(figures);
}
