import type { Analyses } from './analyses';
import { slotText } from './analyses/hours';
import { keyOfItem, sumOfItems } from './analyses/items';
import type { RefundLine } from './analyses/refunds';
import { baseOfKey } from './catalogue';
import type { QuestionRow } from './inquiries';
import { silentPatternOf, type ItemSummary } from './items';
import type { InquiryCategoryId } from './taxonomy/inquiry-categories';
import type { RefundGroup } from './taxonomy/refund-groups';
import type { CaseKind, Figure, ReviewRecord } from './types';

/** A row of an analysis table, by what it is about: its visible id is given when the table is planned. */
export interface RowRef {
  readonly prefix: 'H' | 'I' | 'R' | 'Q' | 'S';
  readonly naturalKey: string;
}

/**
 * One thing the pasted data show, with its numbers and the row they stand in. i18n has the sentence (`facts`).
 * Rates are fractions, durations 秒, money 元. A fact is never a cause: people say why.
 */
export type Fact =
  | { readonly code: 'refund-line'; readonly ref: RowRef; readonly item: string; readonly reason: string; readonly amount: number; readonly share: number }
  /** a reason or a product whose refunds grew most against an earlier period; `ref` is its largest line */
  | { readonly code: 'refund-growth'; readonly ref: RowRef; readonly what: 'reason' | 'item'; readonly name: string; readonly amount: number; readonly before: number; readonly against: 'lastYear' | 'previous' }
  | { readonly code: 'refund-group'; readonly group: RefundGroup; readonly count: number; readonly amount: number; readonly share: number }
  | { readonly code: 'slow-hour'; readonly ref: RowRef; readonly slot: string; readonly response: number; readonly times: number; readonly volume: number | null }
  | { readonly code: 'busy-hour'; readonly ref: RowRef; readonly slot: string; readonly volume: number; readonly response: number | null }
  | { readonly code: 'low-conversion'; readonly ref: RowRef; readonly item: string; readonly inquiries: number; readonly conversion: number; readonly overall: number }
  | { readonly code: 'high-conversion'; readonly ref: RowRef; readonly item: string; readonly inquiries: number; readonly conversion: number; readonly overall: number }
  | { readonly code: 'top-item'; readonly ref: RowRef; readonly item: string; readonly sales: number; readonly share: number }
  | { readonly code: 'refunded-item'; readonly ref: RowRef; readonly item: string; readonly share: number; readonly overall: number }
  | { readonly code: 'silent-low'; readonly ref: RowRef; readonly item: string; readonly visitors: number; readonly conversion: number; readonly overall: number }
  | { readonly code: 'silent-self' | 'silent-needs'; readonly ref: RowRef; readonly item: string; readonly share: number; readonly conversion: number | null }
  | { readonly code: 'question'; readonly ref: RowRef; readonly label: string; readonly category: InquiryCategoryId; readonly count: number; readonly share: number; readonly change: number | null }
  | { readonly code: 'bad-reviews'; readonly item: string; readonly count: number; readonly of: number }
  | { readonly code: 'service-reviews'; readonly count: number; readonly of: number }
  | { readonly code: 'negative-cases'; readonly ids: readonly string[] }
  | { readonly code: 'change'; readonly against: 'lastYear' | 'lastPromo' | 'previous'; readonly change: number; readonly points: boolean };

/** What facts are looked for in. */
export interface FactSource {
  readonly analyses: Analyses;
  readonly cases: readonly { readonly rowId: string; readonly kind: CaseKind | undefined }[];
  readonly reviews: readonly ReviewRecord[];
}

/** Facts of one kind that a cause names at most. */
export const FACTS = 3;
/** Reasons, and products, that are named because they grew. */
const GROWN = 2;
/** Rows of a table that are certain to stand on its sheet: what a fact names must be there to be looked up. */
const SHOWN = 150;
/** An hour this many times slower than all hours together, as on 3 时段. */
const SLOW = 1.3;
/** A product this far below (or above) the conversion of all. */
const LOW = 0.9;

type Finder = (source: FactSource, outcome: 'failure' | 'success') => readonly Fact[];

/** Which part of the data shows why a metric came out as it did. Metrics that no paste can explain are in no family. */
const families: readonly { readonly metrics: readonly string[]; readonly finders: readonly Finder[] }[] = [
  { metrics: ['refund_amount', 'refund_count', 'refund_rate_amt', 'refund_rate_cnt', 'refund_only_rate', 'return_rate', 'dispute_rate', 'compensation', 'net_sales'], finders: [whenMissed(refundFacts)] },
  { metrics: ['quality_refund_rate'], finders: [whenMissed((source) => refundFacts(source, 'product-quality'))] },
  { metrics: ['ship_24h'], finders: [whenMissed((source) => refundFacts(source, 'logistics')), whenMissed((source) => questionFacts(source, ['shipping', 'tracking']))] },
  { metrics: ['first_resp', 'avg_resp', 'rate_30s', 'rate_3min', 'rate_5min', 'reply_rate', 'no_reply', 'slow_resp', 'leave_rate', 'leave_reply_rate', 'no_service_rate', 'queue_time', 'connect_rate'], finders: [hourFacts] },
  { metrics: ['conv_final', 'conv_today', 'conv_nextday', 'inq_order_rate', 'order_pay_rate', 'inq_lost', 'inq_lost_rate', 'pay_cvr', 'cs_sales'], finders: [conversionFacts] },
  { metrics: ['csat', 'dissat', 'cs_good_rate', 'cs_bad_rate', 'good_rate', 'bad_rate', 'mid_bad', 'complaints', 'complaint_rate', 'dsr_service', 'intervene_rate', 'help_rate', 'judged_rate'], finders: [whenMissed(reviewFacts), whenMissed(caseFacts)] },
  { metrics: ['silent_conv', 'silent_sales', 'silent_buyers', 'silent_items', 'silent_share'], finders: [silentFacts] },
  { metrics: ['sales_amount', 'gmv', 'paid_items', 'paid_orders', 'paid_buyers', 'uv_value'], finders: [salesFacts] },
  { metrics: ['resolve_rate', 'fcr', 'bot_resolve', 'to_human'], finders: [whenMissed((source) => questionFacts(source))] },
];

/** What the data show about a metric that missed (or reached) what was expected of it; empty when nothing pasted speaks of it. */
export function factsOf(metricKey: string, outcome: 'failure' | 'success', source: FactSource): readonly Fact[] {
  const base = baseOfKey(metricKey);
  return families.filter(({ metrics }) => metrics.includes(base)).flatMap(({ finders }) => finders.flatMap((find) => find(source, outcome)));
}

function whenMissed(find: (source: FactSource) => readonly Fact[]): Finder {
  return (source, outcome) => (outcome === 'failure' ? find(source) : []);
}

/**
 * The cause group with the largest amount; then the reasons and products whose refunds grew most against last year or, without that year,
 * against the period before. Where there is nothing to compare with, or nothing grew, the products and reasons with the largest amounts.
 */
export function refundFacts({ analyses: { refunds } }: Pick<FactSource, 'analyses'>, group?: RefundGroup): readonly Fact[] {
  if (refunds === undefined || refunds.summary.amount <= 0) return [];
  const { amount } = refunds.summary;
  const groups = refunds.summary.byGroup.filter((row) => group === undefined || row.group === group);
  const [largest] = groups;
  const shown = refunds.lines.slice(0, SHOWN).filter((line) => line.lines === 1 && line.amount > 0 && (group === undefined || line.group === group));
  const grown = refundGrowth(refunds.lines.filter((line) => group === undefined || line.group === group), shown, against(refunds.lines));
  return [
    ...(largest === undefined || largest.amount <= 0 ? [] : [{ code: 'refund-group', group: largest.group, count: largest.count, amount: largest.amount, share: largest.amount / amount } as const]),
    ...(grown.length > 0 ? grown : shown.slice(0, FACTS).map((line): Fact => ({ code: 'refund-line', ref: { prefix: 'R', naturalKey: line.key }, item: nameOf(line), reason: line.reason, amount: line.amount, share: line.amount / amount }))),
  ];
}

/** The period that refunds are compared with: last year's where anything of it was handed over, else the one before. */
const against = (lines: readonly RefundLine[]): 'lastYear' | 'previous' | undefined => (lines.some(({ lastAmount }) => lastAmount !== undefined) ? 'lastYear' : lines.some(({ previousAmount }) => previousAmount !== undefined) ? 'previous' : undefined);

/** Reasons, then products, by how many 元 more than then; at most `GROWN` of each. Sums over all lines: a reason of many products counts once. */
function refundGrowth(lines: readonly RefundLine[], shown: readonly RefundLine[], period: 'lastYear' | 'previous' | undefined): readonly Fact[] {
  if (period === undefined) return [];
  const by = (what: 'reason' | 'item', keyOf: (line: RefundLine) => string): readonly Fact[] => {
    const sums = new Map<string, { amount: number; before: number }>();
    for (const line of lines) {
      const key = keyOf(line);
      const known = sums.get(key) ?? { amount: 0, before: 0 };
      sums.set(key, { amount: cents(known.amount + line.amount), before: cents(known.before + ((period === 'lastYear' ? line.lastAmount : line.previousAmount) ?? 0)) });
    }
    return [...sums].filter(([key, { amount, before }]) => key !== '' && amount > before).sort(([, a], [, b]) => b.amount - b.before - (a.amount - a.before)).flatMap(([key, { amount, before }]): Fact[] => {
      const line = shown.find((each) => keyOf(each) === key);
      return line === undefined ? [] : [{ code: 'refund-growth', ref: { prefix: 'R', naturalKey: line.key }, what, name: what === 'reason' ? line.reason : nameOf(line), amount, before, against: period }];
    }).slice(0, GROWN);
  };
  return [...by('reason', ({ reason }) => reason), ...by('item', (line) => line.itemId || line.item)];
}

/** A miss: the slowest hours with their volume. A hit: how the response held in the busiest hour. */
function hourFacts({ analyses: { hours } }: FactSource, outcome: 'failure' | 'success'): readonly Fact[] {
  if (hours === undefined) return [];
  const overall = numberOf(hours.summary.response);
  const label = (row: (typeof hours.rows)[number]): string => slotText({ ...row, ...(row.date !== undefined && { date: row.date.slice(5) }) });
  if (outcome === 'success') {
    const busiest = [...hours.rows].sort((a, b) => (numberOf(b.volume) ?? -1) - (numberOf(a.volume) ?? -1))[0];
    const volume = busiest === undefined ? null : numberOf(busiest.volume);
    return busiest === undefined || volume === null ? [] : [{ code: 'busy-hour', ref: { prefix: 'H', naturalKey: busiest.key }, slot: label(busiest), volume, response: numberOf(busiest.response) }];
  }
  if (overall === null || overall <= 0) return [];
  const slow = hours.rows.flatMap((row) => {
    const response = numberOf(row.response);
    return response === null ? [] : [{ row, response, times: response / overall }];
  }).sort((a, b) => b.response - a.response).filter(({ times }, index) => times >= SLOW || (index === 0 && times > 1)).slice(0, FACTS);
  return slow.map(({ row, response, times }): Fact => ({ code: 'slow-hour', ref: { prefix: 'H', naturalKey: row.key }, slot: label(row), response, times, volume: numberOf(row.volume) }));
}

/** Products that many asked about and few bought; on a hit those that sold best among the much asked. */
function conversionFacts({ analyses: { items } }: FactSource, outcome: 'failure' | 'success'): readonly Fact[] {
  const asked = (items?.items ?? []).slice(0, SHOWN).flatMap((item) => {
    const inquiries = numberOf(item.figures['consult_users'] ?? item.figures['consult_sessions'] ?? item.figures['inquiry_users']);
    const conversion = numberOf(item.figures['pay_cvr']);
    return inquiries === null || inquiries <= 0 || conversion === null ? [] : [{ item, inquiries, conversion }];
  });
  if (asked.length < 2) return [];
  const total = sum(asked.map(({ inquiries }) => inquiries));
  const overall = sum(asked.map(({ inquiries, conversion }) => inquiries * conversion)) / total;
  const much = asked.filter(({ inquiries }) => inquiries >= total / asked.length);
  const [code, wanted] = outcome === 'failure' ? (['low-conversion', much.filter(({ conversion }) => conversion <= LOW * overall).sort((a, b) => a.conversion - b.conversion)] as const) : (['high-conversion', much.filter(({ conversion }) => conversion * LOW >= overall).sort((a, b) => b.conversion - a.conversion)] as const);
  return wanted.slice(0, FACTS).map(({ item, inquiries, conversion }): Fact => ({ code, ref: itemRef('I', item), item: nameOf(item), inquiries, conversion, overall }));
}

/** Products that bad and neutral reviews gather at, and how many speak of the service. */
function reviewFacts({ reviews }: FactSource): readonly Fact[] {
  const bad = reviews.filter(({ mood }) => mood !== 'good');
  if (bad.length === 0) return [];
  const byItem = new Map<string, number>();
  for (const { item } of bad) if (item !== '') byItem.set(item, (byItem.get(item) ?? 0) + 1);
  const service = bad.filter(({ text }) => aboutService.test(text)).length;
  return [
    ...[...byItem].sort((a, b) => b[1] - a[1]).filter(([, count]) => count > 1).slice(0, 2).map(([item, count]): Fact => ({ code: 'bad-reviews', item, count, of: bad.length })),
    ...(service > 0 ? [{ code: 'service-reviews', count: service, of: bad.length } as const] : []),
  ];
}
const aboutService = /客服|客户服务|不回|没回|没人理|态度|自己看|找平台/;

function caseFacts({ cases }: FactSource): readonly Fact[] {
  const ids = cases.filter(({ kind }) => kind === 'negative').map(({ rowId }) => rowId);
  return ids.length === 0 ? [] : [{ code: 'negative-cases', ids }];
}

/** A miss: products with many visitors and a low silent conversion. A hit: products that sell by themselves. */
function silentFacts({ analyses: { silent } }: FactSource, outcome: 'failure' | 'success'): readonly Fact[] {
  const shown = (silent?.items ?? []).slice(0, SHOWN);
  if (outcome === 'success') return silentPatternFacts(shown, 'self-service');
  const overall = numberOf(silent?.summary.conversion);
  if (overall === null || overall <= 0) return [];
  const visited = shown.flatMap((item) => {
    const visitors = numberOf(item.figures['visitors']);
    const buyers = numberOf(item.figures['silent_buyers']);
    const conversion = visitors !== null && visitors > 0 && buyers !== null ? buyers / visitors : numberOf(item.figures['silent_conv']);
    return visitors === null || visitors <= 0 || conversion === null ? [] : [{ item, visitors, conversion }];
  });
  const many = sum(visited.map(({ visitors }) => visitors)) / Math.max(1, visited.length);
  return visited.filter(({ visitors, conversion }) => visitors >= many && conversion <= LOW * overall).sort((a, b) => a.conversion - b.conversion).slice(0, FACTS)
    .map(({ item, visitors, conversion }): Fact => ({ code: 'silent-low', ref: itemRef('S', item), item: nameOf(item), visitors, conversion, overall }));
}

/** Products of one pattern of silent sales (R21). */
export function silentPatternFacts(items: readonly ItemSummary[], pattern: 'self-service' | 'needs-service'): readonly Fact[] {
  return items.slice(0, SHOWN).flatMap((item): Fact[] => {
    const share = numberOf(item.figures['silent_share']);
    if (share === null || silentPatternOf(item) !== pattern) return [];
    return [{ code: pattern === 'self-service' ? 'silent-self' : 'silent-needs', ref: itemRef('S', item), item: nameOf(item), share, conversion: numberOf(item.figures['silent_conv']) }];
  }).slice(0, FACTS);
}

/** The products that made the sales. */
export function salesFacts({ analyses: { items } }: Pick<FactSource, 'analyses'>): readonly Fact[] {
  const all = items?.items ?? [];
  const total = numberOf(sumOfItems(all, 'sales_amount'));
  if (total === null || total <= 0) return [];
  return all.slice(0, FACTS).flatMap((item): Fact[] => {
    const sales = numberOf(item.figures['sales_amount']);
    return sales === null || sales <= 0 ? [] : [{ code: 'top-item', ref: itemRef('I', item), item: nameOf(item), sales, share: sales / total }];
  });
}

/** Products whose refunds take clearly more of their sales than those of all products together. */
export function refundedItemFacts({ analyses: { items } }: Pick<FactSource, 'analyses'>, times = 1.1): readonly Fact[] {
  const both = (items?.items ?? []).flatMap((item) => {
    const sales = numberOf(item.figures['sales_amount']);
    const refunds = numberOf(item.figures['refund_amount']);
    return sales === null || sales <= 0 || refunds === null ? [] : [{ item, sales, refunds }];
  });
  const overall = sum(both.map(({ refunds }) => refunds)) / Math.max(1e-9, sum(both.map(({ sales }) => sales)));
  if (both.length < 2 || overall <= 0) return [];
  return both.slice(0, SHOWN).filter(({ sales, refunds }) => refunds / sales > times * overall).sort((a, b) => b.refunds / b.sales - a.refunds / a.sales).slice(0, FACTS)
    .map(({ item, sales, refunds }): Fact => ({ code: 'refunded-item', ref: itemRef('I', item), item: nameOf(item), share: refunds / sales, overall }));
}

/** What was asked most; only of these categories where some are named. */
export function questionFacts({ analyses: { inquiries } }: Pick<FactSource, 'analyses'>, categories?: readonly InquiryCategoryId[]): readonly Fact[] {
  const total = inquiries?.total ?? 0;
  if (inquiries === undefined || total <= 0) return [];
  return inquiries.top.slice(0, SHOWN).filter((row) => row.count > 0 && (categories === undefined || categories.includes(row.category))).slice(0, FACTS)
    .map((row): Fact => ({ code: 'question', ref: { prefix: 'Q', naturalKey: questionKey(inquiries.from, row) }, label: inquiries.from === 'log' ? (row.own ?? '') : row.label, category: row.category, count: row.count, share: row.share, change: numberOf(row.shareChange) }));
}

/** How a question is found again: by our category or the team's own one in a log (names change with the language), by the user's label in a counted table. */
export const questionKey = (from: 'log' | 'counts', row: Pick<QuestionRow, 'category' | 'label' | 'own'>): string => (from === 'counts' ? row.label : row.own === undefined ? `category:${row.category}` : `own:${row.own}`);

const itemRef = (prefix: 'I' | 'S', item: ItemSummary): RowRef => ({ prefix, naturalKey: keyOfItem(item) });
const nameOf = (item: { readonly item: string; readonly itemId: string }): string => (item.item === '' ? item.itemId : item.item);
const cents = (value: number): number => Number(value.toFixed(2));
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const numberOf = (figure: Figure | undefined): number | null => (figure?.kind === 'number' ? figure.value : null);
