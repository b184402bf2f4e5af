import type { Language, Messages } from '../../i18n';
import type { Source } from '../../intake/types';
import { metricName } from '../../retro/catalogue';
import { createAgentMask, type AgentMask } from '../../retro/masking';
import type { Figure } from '../../retro/types';
import { figureText, unitOf } from './figures';

/** One record as it was understood: what it is about, and its values. */
export interface TypedLine {
  readonly name: string;
  readonly values: readonly string[];
}

interface Look {
  readonly lines: readonly TypedLine[];
  /** records that are not shown */
  readonly more: number;
}

const shown = 3;
const mostFigures = 4;
const longest = 60;

/** The first records of a source in words, so that a person sees whether it was understood. Agents go by their letter. */
export function lookAt(source: Source, messages: Messages, language: Language, mask: AgentMask = createAgentMask()): Look {
  const { reading: t, workbook } = messages;
  const { records } = source;
  const figure = (value: Figure, key: string): string => figureText(value, unitOf(key), t);
  const figures = (all: Readonly<Record<string, Figure>>): string[] =>
    Object.entries(all).filter(([, value]) => value.kind !== 'missing').slice(0, mostFigures).map(([key, value]) => `${metricName(key.replace(/@5分$/, ''), language)} ${figure(value, key)}`);
  const cut = <T>(list: readonly T[] | undefined, line: (item: T) => TypedLine): Look | undefined =>
    list === undefined || list.length === 0 ? undefined : { lines: list.slice(0, shown).map(line).map(tidy), more: Math.max(0, list.length - shown) };
  return (
    cut(records.targets && records.actuals ? undefined : records.targets, (record) => ({ name: metricName(record.metric, language), values: [`${t.target} ${record.value.kind === 'missing' ? record.raw : figureText(record.value, record.unit, t)}`, record.direction ? workbook.directions[record.direction] : ''] }))
    ?? cut(records.actuals, (record) => ({
      name: metricName(record.metric, language),
      values: [figureText(record.value, record.unit, t), ...Object.entries(record.baselines).filter(([, value]) => value.kind === 'number').slice(0, 3).map(([key, value]) => `${t.fields[key] ?? key} ${figureText(value, record.unit, t)}`)],
    }))
    ?? cut(records.agents, (record) => ({ name: mask.mask(record.agent), values: [record.date ?? '', ...figures(record.figures)] }))
    ?? cut(records.hours, (record) => ({ name: [record.date ?? '', `${record.hour}:00–${record.hour + record.hours}:00`].join(' ').trim(), values: figures(record.figures) }))
    ?? cut(records.refunds, (record) => ({ name: record.item || record.itemId, values: [figureText(record.amount, '元', t), record.state === 'closed' ? t.closed : '', record.reason, record.words] }))
    ?? cut(source.large === undefined ? records.refundSummary?.byReason : undefined, (row) => ({ name: row.reason, values: [t.countAndAmount(row.count, t.yuan(row.amount))] }))
    ?? cut(records.orders, (record) => ({ name: record.item || record.itemId, values: [figureText(record.paid, '元', t), figureText(record.quantity, '件', t), record.paidAt ?? ''] }))
    ?? cut(records.inquiryCounts, (record) => ({ name: record.label, values: [figureText(record.count, '次', t), record.share.kind === 'number' ? figureText(record.share, '%', t) : ''] }))
    ?? cut(records.inquiries, (record) => ({ name: record.question, values: [record.start ?? ''] }))
    ?? cut(records.items ?? records.silent, (record) => ({ name: record.item || record.itemId, values: [record.date ?? '', ...figures(record.figures)] }))
    ?? cut(records.reviews, (record) => ({ name: record.item || record.itemId, values: [record.text, record.followUp] }))
    ?? cut(records.cases, (record) => ({ name: record.scene, values: [record.kind ? workbook.caseKinds[record.kind] : '', record.outcome] }))
    ?? cut(records.actions, (record) => ({ name: record.what, values: [record.owner, record.deadline ?? record.deadlineRaw] }))
    ?? cut(records.nodes, (record) => ({ name: record.node, values: [record.phase, record.time, record.result] }))
    ?? cut(records.chat, (record) => ({ name: record.sender === 'agent' ? mask.mask(record.name) : record.sender === 'buyer' ? t.fields['buyer'] ?? '' : '', values: [record.text] }))
    ?? { lines: [], more: 0 }
  );
}

function tidy({ name, values }: TypedLine): TypedLine {
  const short = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
  return { name: short(name.trim()), values: values.map((value) => short(value.trim())).filter((value) => value !== '') };
}
