import type { RetroRecords } from '../retro/retro';
import type { Source, SourceRecords } from './types';

/** The records of several sources, in the order they were handed over. Tables of agents stay apart: platforms are never blended. */
export function combineRecords(sources: readonly Source[]): RetroRecords {
  const all = <K extends keyof SourceRecords>(kind: K): NonNullable<SourceRecords[K]>[number][] => sources.flatMap(({ records }) => [...(records[kind] ?? [])] as NonNullable<SourceRecords[K]>[number][]);
  return {
    targets: sources.flatMap(({ records }) => records.targets ?? []),
    actuals: sources.flatMap(({ records }) => records.actuals ?? []),
    agentTables: sources.flatMap(({ records }) => (records.agents === undefined ? [] : [{ agents: records.agents, peers: records.peers ?? [] }])),
    cases: sources.flatMap(({ records }) => records.cases ?? []),
    actions: sources.flatMap(({ records }) => records.actions ?? []),
    nodes: all('nodes'),
    hours: all('hours'), refunds: all('refunds'), orders: all('orders'), inquiries: all('inquiries'), inquiryCounts: all('inquiryCounts'), items: all('items'), silent: all('silent'), reviews: all('reviews'),
  };
}
