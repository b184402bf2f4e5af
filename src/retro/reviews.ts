import type { ReviewRecord } from './types';

export interface ReviewSummary {
  readonly total: number;
  readonly good: number;
  readonly neutral: number;
  readonly bad: number;
  /** bad ÷ all; undefined without reviews */
  readonly badRate: number | undefined;
  /** bad ÷ reviews somebody wrote (default texts of the platform left out) */
  readonly badRateWritten: number | undefined;
  /** phrases of good reviews, most frequent first (好评关键词) */
  readonly keywords: readonly { readonly phrase: string; readonly count: number }[];
  /** neutral and bad reviews whose words are about service */
  readonly aboutService: readonly ReviewRecord[];
}

const service = /客服|客户服务|不回|没回|没人理|态度|自己看|找平台/;

/** Counts, rates and keywords of reviews (R20, R31). */
export function summariseReviews(records: readonly ReviewRecord[]): ReviewSummary {
  const count = (mood: ReviewRecord['mood']) => records.filter((record) => record.mood === mood).length;
  const written = records.filter((record) => !record.isDefault);
  const bad = count('bad');
  return {
    total: records.length, good: count('good'), neutral: count('neutral'), bad,
    badRate: records.length > 0 ? bad / records.length : undefined,
    badRateWritten: written.length > 0 ? written.filter((record) => record.mood === 'bad').length / written.length : undefined,
    keywords: keywordsOf(written.filter((record) => record.mood === 'good').map((record) => record.text)),
    aboutService: records.filter((record) => record.mood !== 'good' && service.test(record.text)),
  };
}

/** Short phrases between punctuation, without adverbs of degree: `客服很耐心，尺码推荐准` → 客服耐心, 尺码推荐准. */
export function keywordsOf(texts: readonly string[], limit = 20): readonly { readonly phrase: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const phrases = new Set(text.split(/[^\u4e00-\u9fffA-Za-z0-9]+/).map((part) => part.replace(/(?:非常|特别|超级|十分|真的|还是|也|很|太|真|挺|都|了|的|呢|啊|哦|吧)/g, '')).filter((part) => part.length >= 2 && part.length <= 8));
    for (const phrase of phrases) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return [...counts].map(([phrase, count]) => ({ phrase, count })).sort((a, b) => b.count - a.count).slice(0, limit);
}
