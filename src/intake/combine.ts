import type { RetroRecords } from '../retro/retro';
import { baseOfKey } from '../retro/catalogue';
import { creditedByRule } from '../retro/aggregate';
import type { ActualRecord, InquiryRecord, ItemRecord } from '../retro/types';
import type { AgentMask } from '../retro/masking';
import { maskOf, withoutAgentNames } from './agent-mask';
import { questionsOfChat } from './chat';
import { coverageOf } from './coverage';
import { hasRefundRows, isCountedRefunds } from './questions';
import type { Source } from './types';

/**
 * The records of several sources, in the order they were handed over, each with the days and the rule that only its file name or a person
 * told. Tables of agents stay apart: platforms are never blended; nor are refunds as rows and the same counted by reason: the rows count. Agents go by the letters of `mask`.
 */
export function combineRecords(sources: readonly Source[], mask: AgentMask = maskOf(sources)): RetroRecords {
  const records: RetroRecords = {
    targets: sources.flatMap(({ records }) => records.targets ?? []),
    actuals: sources.flatMap(actualsOf),
    agentTables: sources.flatMap((source) => (source.records.agents === undefined ? [] : [{ agents: source.records.agents, peers: source.records.peers ?? [], ...coverageOf(source), ...(source.perAgent && { perAgent: true as const }) }])),
    cases: sources.flatMap(({ records }) => records.cases ?? []),
    actions: sources.flatMap(({ records }) => records.actions ?? []),
    nodes: sources.flatMap(({ records }) => records.nodes ?? []),
    hours: sources.flatMap(({ records }) => records.hours ?? []),
    refunds: sources.flatMap(({ records }) => records.refunds ?? []),
    orders: sources.flatMap(({ records }) => records.orders ?? []),
    inquiries: inquiriesOf(sources),
    inquiryCounts: sources.flatMap(({ records }) => records.inquiryCounts ?? []),
    items: sources.flatMap((source) => itemsOf(source, source.records.items)),
    silent: sources.flatMap((source) => itemsOf(source, source.records.silent)),
    reviews: sources.flatMap(({ records }) => records.reviews ?? []),
    orderSummaries: sources.flatMap(({ file, records: { orderSummary } }) => (orderSummary ? [{ file, summary: orderSummary }] : [])),
    refundSummaries: (sources.some(hasRefundRows) ? sources.filter((source) => !isCountedRefunds(source)) : sources).flatMap(({ file, records: { refundSummary } }) => (refundSummary ? [{ file, summary: refundSummary }] : [])),
    inquirySummaries: sources.flatMap(({ file, records: { inquirySummary } }) => (inquirySummary ? [{ file, summary: inquirySummary }] : [])),
  };
  return withoutAgentNames(records, mask);
}

/** Consultations of the logs; where neither a log nor a counted table came, the questions in the chats. The two are never blended: a chat is a piece of what the log has. */
function inquiriesOf(sources: readonly Source[]): readonly InquiryRecord[] {
  const logged = sources.flatMap(({ records }) => records.inquiries ?? []);
  const counted = sources.some(({ records }) => (records.inquiryCounts?.length ?? 0) > 0 || records.inquirySummary !== undefined);
  return logged.length > 0 || counted ? logged : sources.flatMap(({ records }) => questionsOfChat(records.chat ?? []));
}

function actualsOf(source: Source): readonly ActualRecord[] {
  const { period, attribution } = coverageOf(source);
  return (source.records.actuals ?? []).map((record) => ({
    ...record,
    ...(record.period === undefined && period !== undefined && { period }),
    ...(attribution !== undefined && creditedByRule.has(baseOfKey(record.metric.key)) && { attribution }),
  }));
}

function itemsOf(source: Source, records: readonly ItemRecord[] = []): readonly ItemRecord[] {
  const coverage = coverageOf(source);
  return records.map((record) => ({ ...coverage, ...record }));
}
