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
    nodes: sources.flatMap(({ records }) => records.nodes ?? []),
    hours: sources.flatMap(({ records }) => records.hours ?? []),
    refunds: sources.flatMap(({ records }) => records.refunds ?? []),
    orders: sources.flatMap(({ records }) => records.orders ?? []),
    inquiries: sources.flatMap(({ records }) => records.inquiries ?? []),
    inquiryCounts: sources.flatMap(({ records }) => records.inquiryCounts ?? []),
    items: sources.flatMap(({ records }) => records.items ?? []),
    silent: sources.flatMap(({ records }) => records.silent ?? []),
    reviews: sources.flatMap(({ records }) => records.reviews ?? []),
    orderSummaries: sources.flatMap(({ file, records: { orderSummary } }) => (orderSummary ? [{ file, summary: orderSummary }] : [])),
    refundSummaries: sources.flatMap(({ file, records: { refundSummary } }) => (refundSummary ? [{ file, summary: refundSummary }] : [])),
    inquirySummaries: sources.flatMap(({ file, records: { inquirySummary } }) => (inquirySummary ? [{ file, summary: inquirySummary }] : [])),
  };
}
