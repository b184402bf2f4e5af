import { keywordsOf } from './review-words';
import { groupsOfText } from './taxonomy/classify-refund';
import type { RefundGroup } from './taxonomy/refund-groups';
import type { ReviewRecord } from './types';

/** Reviews that have something in common. */
export interface ReviewCluster {
  readonly count: number;
  /** product with most of them */
  readonly item: string;
  /** words of the first one, masked */
  readonly example: string;
}

export interface ReviewSummary {
  readonly total: number;
  readonly good: number;
  readonly neutral: number;
  readonly bad: number;
  /** bad ÷ all; undefined without reviews */
  readonly badRate: number | undefined;
  /** bad ÷ reviews somebody wrote (default texts of the platform left out) */
  readonly badRateWritten: number | undefined;
  /** good reviews that somebody wrote: where the keywords come from */
  readonly goodWritten: number;
  /** words and phrases of good reviews, most frequent first (好评关键词) */
  readonly keywords: readonly (ReviewCluster & { readonly phrase: string })[];
  /** where neutral and bad reviews cluster (R31): by what they are about, and by product, most first */
  readonly badThemes: readonly (ReviewCluster & { readonly group: RefundGroup })[];
  readonly badItems: readonly ReviewCluster[];
  /** neutral and bad reviews whose words are about service */
  readonly aboutService: readonly ReviewRecord[];
}

const service = /客服|客户服务|不回|没回|没人理|态度|自己看|找平台/;
/** What reviews say of a product beyond the words of refund notes. */
const broken = /破了|碎了|坏了|裂|脏|有味|不好用|难用|太薄|太小|太大/;
/** Products and keywords that are listed. */
const LISTED = 20;

/** Counts, rates, keywords and clusters of reviews (R20, R31). */
export function summariseReviews(records: readonly ReviewRecord[]): ReviewSummary {
  const of = (mood: ReviewRecord['mood']): readonly ReviewRecord[] => records.filter((record) => record.mood === mood);
  const written = records.filter((record) => !record.isDefault);
  const [bad, good] = [of('bad').length, written.filter((record) => record.mood === 'good')];
  const unhappy = records.filter((record) => record.mood !== 'good');
  return {
    total: records.length, good: of('good').length, neutral: of('neutral').length, bad,
    badRate: records.length > 0 ? bad / records.length : undefined,
    badRateWritten: written.length > 0 ? written.filter((record) => record.mood === 'bad').length / written.length : undefined,
    goodWritten: good.length,
    keywords: keywordsOf(good.map((record) => record.text), LISTED).map(({ phrase, count }) => ({ phrase, ...clusterOf(good.filter((record) => containsWords(record.text, phrase))), count })),
    badThemes: clusters(unhappy, themeOf).map(([group, rows]) => ({ group, ...clusterOf(rows) })),
    badItems: clusters(unhappy, (record) => record.item || record.itemId).filter(([item]) => item !== '').slice(0, LISTED).map(([, rows]) => clusterOf(rows)),
    aboutService: unhappy.filter((record) => service.test(record.text)),
  };
}

/** What an unhappy review is about, in the cause groups of the refunds; a default text or other words are 其他. */
export function themeOf(record: Pick<ReviewRecord, 'text' | 'followUp'>): RefundGroup {
  const text = `${record.text} ${record.followUp}`;
  return groupsOfText(text)[0] ?? (broken.test(text) ? 'product-quality' : service.test(text) ? 'service-answer' : 'other');
}

/** A phrase whose stop words dropped out (`客服耐心` of 客服很耐心) still names its text: all its characters occur in this order. */
function containsWords(text: string, phrase: string): boolean {
  let at = 0;
  for (const character of phrase) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function clusters<K>(records: readonly ReviewRecord[], keyOf: (record: ReviewRecord) => K): [K, ReviewRecord[]][] {
  const groups = new Map<K, ReviewRecord[]>();
  for (const record of records) {
    const known = groups.get(keyOf(record));
    if (known) known.push(record);
    else groups.set(keyOf(record), [record]);
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}

function clusterOf(records: readonly ReviewRecord[]): ReviewCluster {
  const [most] = clusters(records, (record) => record.item || record.itemId);
  return { count: records.length, item: most?.[0] ?? '', example: records.find((record) => record.text !== '')?.text ?? '' };
}
