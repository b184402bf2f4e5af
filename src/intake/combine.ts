import type { RetroRecords } from '../retro/retro';
import type { Source } from './types';

/** The records of several sources, in the order they were handed over. Tables of agents stay apart: platforms are never blended. */
export function combineRecords(sources: readonly Source[]): RetroRecords {
  return {
    targets: sources.flatMap(({ records }) => records.targets ?? []),
    actuals: sources.flatMap(({ records }) => records.actuals ?? []),
    agentTables: sources.flatMap(({ records }) => (records.agents === undefined ? [] : [{ agents: records.agents, peers: records.peers ?? [] }])),
    cases: sources.flatMap(({ records }) => records.cases ?? []),
    actions: sources.flatMap(({ records }) => records.actions ?? []),
  };
}
