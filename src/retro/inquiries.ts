import { createClassifier, inquiryCategory } from './taxonomy/classify-inquiry';
import type { Handler, InquiryCategoryId } from './taxonomy/inquiry-categories';
import type { KeywordRule } from './taxonomy/keyword-rule';
import type { Figure, InquiryCountRecord, InquiryRecord } from './types';

export interface QuestionRow {
  /** our category name, the team's own one, or the user's own label of a counted table */
  readonly label: string;
  readonly category: InquiryCategoryId;
  /** the team's own category, by a rule on 配置; `category` is `other` then */
  readonly own?: string;
  readonly count: number;
  /** fraction of all questions that count */
  readonly share: number;
  readonly lastShare: Figure;
  /** share − last share; shares are compared, not counts, because volume differs by year (DOMAIN 3.2) */
  readonly shareChange: Figure;
  readonly bot: number;
  readonly handler: Handler;
  /** 代表问法: the wordings that came most often */
  readonly example: string;
}

export interface InquirySummary {
  readonly total: number;
  readonly bot: number;
  readonly unanswered: number;
  readonly toHuman: number;
  readonly greetings: number;
  /** largest first */
  readonly top: readonly QuestionRow[];
}

const missing: Figure = { kind: 'missing' };
/** Wordings that go into one cell of examples. */
const EXAMPLES = 2;
/** Of 其他 more: they show which words the rules lack. */
const OTHER_EXAMPLES = 5;

/** Name of a row's category in a language; a team's own name and a counted label are the same in all. */
export const questionName = (row: Pick<QuestionRow, 'label' | 'category' | 'own'>, from: 'log' | 'counts', language: 'zh' | 'en'): string => (from === 'log' && row.own === undefined ? inquiryCategory(row.category)?.[language] : undefined) ?? row.label;

/** A category as a built-in one, or the team's own. */
const categorised = (id: string): Pick<QuestionRow, 'category' | 'own'> => {
  const known = inquiryCategory(id);
  return known === undefined ? { category: 'other', own: id } : { category: known.id };
};

/**
 * Categories of a consultation log with count and share (R20). Greetings are counted apart and never enter the list. `rules` are the
 * team's own; without them every record keeps the category it was read with. `last` is last year's log, for the shares of then: a category
 * that only it has stands at the end without a count.
 */
export function summariseInquiries(records: readonly InquiryRecord[], rules?: readonly KeywordRule[], last: readonly InquiryRecord[] = []): InquirySummary {
  const classify = rules === undefined ? undefined : createClassifier(rules);
  const groupsOf = (all: readonly InquiryRecord[]): Map<string, { readonly handler: Handler; readonly rows: InquiryRecord[] }> => {
    const groups = new Map<string, { handler: Handler; rows: InquiryRecord[] }>();
    for (const record of all) {
      const { category, handler } = classify?.(record.question) ?? { category: record.category, handler: inquiryCategory(record.category)?.handler ?? 'human' };
      const group = groups.get(category);
      if (group) group.rows.push(record);
      else groups.set(category, { handler, rows: [record] });
    }
    return groups;
  };
  const [groups, before] = [groupsOf(records), groupsOf(last)];
  const greetings = groups.get('greeting')?.rows.length ?? 0;
  const counted = records.length - greetings;
  const countedBefore = last.length - (before.get('greeting')?.rows.length ?? 0);
  const ids = [...new Set([...groups.keys(), ...before.keys()])].filter((id) => id !== 'greeting');
  const top = ids.map((id): QuestionRow => {
    const rows = groups.get(id)?.rows ?? [];
    const share = counted > 0 ? rows.length / counted : 0;
    const lastShare: Figure = countedBefore > 0 ? { kind: 'number', value: (before.get(id)?.rows.length ?? 0) / countedBefore } : missing;
    return {
      label: inquiryCategory(id)?.zh ?? id, ...categorised(id), count: rows.length, share, lastShare, shareChange: lastShare.kind === 'number' ? { kind: 'number', value: share - lastShare.value } : missing,
      bot: rows.filter((row) => row.byBot).length, handler: (groups.get(id) ?? before.get(id))?.handler ?? 'human', example: wordings(rows, id),
    };
  });
  return {
    total: counted, bot: records.filter((record) => record.byBot).length, unanswered: records.filter((record) => record.unanswered).length,
    toHuman: records.filter((record) => record.toHuman).length, greetings, top: top.sort((a, b) => b.count - a.count),
  };
}

function wordings(rows: readonly InquiryRecord[], category: string): string {
  const counts = new Map<string, number>();
  for (const { question } of rows) counts.set(question, (counts.get(question) ?? 0) + 1);
  return commonWordings(counts, category);
}

/** The wordings that came most often, the earlier one first among equals; more of them of 其他. */
export function commonWordings(counts: ReadonlyMap<string, number>, category: string): string {
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, category === 'other' ? OTHER_EXAMPLES : EXAMPLES).map(([question]) => question).join('；');
}

/** The same from a table somebody counted already: labels stay, shares come from the counts, last year's as given. `rules` only propose who answers. */
export function summariseInquiryCounts(records: readonly InquiryCountRecord[], rules?: readonly KeywordRule[]): InquirySummary {
  const classify = rules === undefined ? undefined : createClassifier(rules);
  const countOf = (record: InquiryCountRecord): number => (record.count.kind === 'number' ? record.count.value : 0);
  const botOf = (record: InquiryCountRecord): number => (record.bot.kind === 'number' ? record.bot.value : 0);
  const total = records.reduce((sum, record) => sum + countOf(record), 0);
  const lastTotal = records.reduce((sum, record) => sum + (record.lastCount.kind === 'number' ? record.lastCount.value : 0), 0);
  const top = records.map((record): QuestionRow => {
    const share = total > 0 ? countOf(record) / total : record.share.kind === 'number' ? record.share.value : 0;
    const last: Figure = record.lastShare.kind === 'number' ? record.lastShare : record.lastCount.kind === 'number' && lastTotal > 0 ? { kind: 'number', value: record.lastCount.value / lastTotal } : missing;
    // The given shares are compared with each other where both exist: both are rounded the same way.
    const now = record.share.kind === 'number' ? record.share.value : share;
    const ruled = classify?.(record.label) ?? { category: record.category, handler: inquiryCategory(record.category)?.handler ?? 'human' };
    return {
      label: record.label, ...categorised(ruled.category), count: countOf(record), share, lastShare: last,
      shareChange: last.kind === 'number' ? { kind: 'number', value: Number((now - last.value).toFixed(6)) } : missing,
      bot: botOf(record), handler: ruled.handler, example: record.example,
    };
  });
  return { total, bot: records.reduce((sum, record) => sum + botOf(record), 0), unanswered: 0, toHuman: 0, greetings: 0, top: top.sort((a, b) => b.count - a.count) };
}
