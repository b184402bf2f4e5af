import { inquiryCategories, otherInquiry, type Handler, type InquiryCategory, type InquiryCategoryId } from './taxonomy/inquiry-categories';
import type { Figure, InquiryCountRecord, InquiryRecord } from './types';

export interface QuestionRow {
  /** our category name, or the user's own label of a counted table */
  readonly label: string;
  readonly category: InquiryCategoryId;
  readonly count: number;
  /** fraction of all questions that count */
  readonly share: number;
  readonly lastShare: Figure;
  /** share − last share; shares are compared, not counts, because volume differs by year (DOMAIN 3.2) */
  readonly shareChange: Figure;
  readonly bot: number;
  readonly handler: Handler;
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

const byId = new Map<string, InquiryCategory>([...inquiryCategories, otherInquiry].map((category) => [category.id, category]));
const missing: Figure = { kind: 'missing' };

/** Categories of a consultation log with count and share (R20). Greetings are counted apart and never enter the list. */
export function summariseInquiries(records: readonly InquiryRecord[]): InquirySummary {
  const counted = records.filter((record) => record.category !== 'greeting');
  const groups = new Map<InquiryCategoryId, InquiryRecord[]>();
  for (const record of counted) groups.set(record.category, [...(groups.get(record.category) ?? []), record]);
  const top = [...groups].map(([id, rows]): QuestionRow => ({
    label: byId.get(id)?.zh ?? id, category: id, count: rows.length, share: rows.length / counted.length, lastShare: missing, shareChange: missing,
    bot: rows.filter((row) => row.byBot).length, handler: byId.get(id)?.handler ?? 'human', example: rows[0]?.question ?? '',
  }));
  return {
    total: counted.length, bot: records.filter((record) => record.byBot).length, unanswered: records.filter((record) => record.unanswered).length,
    toHuman: records.filter((record) => record.toHuman).length, greetings: records.length - counted.length, top: top.sort((a, b) => b.count - a.count),
  };
}

/** The same from a table somebody counted already: labels stay, shares come from the counts, last year's as given. */
export function summariseInquiryCounts(records: readonly InquiryCountRecord[]): InquirySummary {
  const countOf = (record: InquiryCountRecord): number => (record.count.kind === 'number' ? record.count.value : 0);
  const botOf = (record: InquiryCountRecord): number => (record.bot.kind === 'number' ? record.bot.value : 0);
  const total = records.reduce((sum, record) => sum + countOf(record), 0);
  const lastTotal = records.reduce((sum, record) => sum + (record.lastCount.kind === 'number' ? record.lastCount.value : 0), 0);
  const top = records.map((record): QuestionRow => {
    const share = total > 0 ? countOf(record) / total : record.share.kind === 'number' ? record.share.value : 0;
    const last: Figure = record.lastShare.kind === 'number' ? record.lastShare : record.lastCount.kind === 'number' && lastTotal > 0 ? { kind: 'number', value: record.lastCount.value / lastTotal } : missing;
    // The given shares are compared with each other where both exist: both are rounded the same way.
    const now = record.share.kind === 'number' ? record.share.value : share;
    return {
      label: record.label, category: record.category, count: countOf(record), share, lastShare: last,
      shareChange: last.kind === 'number' ? { kind: 'number', value: Number((now - last.value).toFixed(6)) } : missing,
      bot: botOf(record), handler: byId.get(record.category)?.handler ?? 'human', example: record.example,
    };
  });
  return { total, bot: records.reduce((sum, record) => sum + botOf(record), 0), unanswered: 0, toHuman: 0, greetings: 0, top: top.sort((a, b) => b.count - a.count) };
}
