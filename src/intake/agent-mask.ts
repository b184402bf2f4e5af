import { agentNameMasker, createAgentMask, maskText, type AgentMask, type AgentRoster } from '../retro/masking';
import type { RetroRecords } from '../retro/retro';
import type { Source } from './types';

/** Letters for all agents of all sources in the order they were handed over; a roster keeps the letters of earlier sessions. */
export function maskOf(sources: readonly Source[], roster?: AgentRoster): AgentMask {
  const mask = createAgentMask(roster);
  for (const { records } of sources) {
    for (const agent of records.agents ?? []) mask.mask(agent.agent);
    for (const turn of records.chat ?? []) if (turn.sender === 'agent' && turn.name !== '') mask.mask(turn.name);
  }
  return mask;
}

/**
 * Records without the names of agents (R28): agents go by their letter, also where free text, a shop or the file of their table names them. Actions keep the names of those who
 * take them on, products and labels of questions keep their words.
 */
export function withoutAgentNames(records: RetroRecords, mask: AgentMask): RetroRecords {
  const hide = agentNameMasker(mask.key());
  const masked = <T>(list: readonly T[] | undefined, ...fields: readonly (keyof T)[]): readonly T[] =>
    (list ?? []).map((record) => ({ ...record, ...Object.fromEntries(fields.map((field) => [field, typeof record[field] === 'string' ? hide(record[field]) : record[field]])) }));
  return {
    ...records,
    agentTables: records.agentTables.map((table) => ({ ...table, agents: table.agents.map(({ account: _account, ...agent }) => ({ ...agent, file: hide(agent.file), agent: mask.mask(agent.agent), ...(agent.shop !== undefined && { shop: hide(maskText(agent.shop)) }) })) })),
    targets: masked(records.targets, 'definition', 'purpose', 'expected'),
    actuals: masked(records.actuals, 'note'),
    hours: masked(records.hours, 'note'),
    cases: masked(records.cases, 'scene', 'reply', 'outcome', 'peak', 'crossTeam', 'breakdown', 'method'),
    nodes: masked(records.nodes, 'node', 'work', 'result', 'problem', 'highlight', 'satisfied'),
    refunds: masked(records.refunds, 'reason', 'words'),
    inquiries: masked(records.inquiries, 'question'),
    inquiryCounts: masked(records.inquiryCounts, 'example'),
    reviews: masked(records.reviews, 'text', 'followUp'),
  };
}
