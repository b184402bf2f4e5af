import { creditedByRule } from '../aggregate';
import { metricName, unitOfKey } from '../catalogue';
import type { ActualRecord, Figure } from '../types';
import type { Analyses } from '.';
import { slotText } from './hours';
import { sumOfItems, type ItemCoverage } from './items';

/** How a figure came out of another paste; i18n has the sentence (`derived`). */
export type DerivedHow =
  | { readonly code: 'peak-at' | 'peak-of'; readonly text: string }
  | { readonly code: 'rows' | 'keywords'; readonly count: number }
  /** of reviews that somebody wrote, default texts left out */
  | { readonly code: 'written'; readonly rate: number };

/** A figure that no actuals paste gave, made from another paste. */
export interface DerivedActual extends ActualRecord {
  readonly derived: DerivedHow;
}

/** Keywords that go into one cell. */
const KEYWORDS = 5;

/**
 * Figures of metrics that the analyses know (DOMAIN 1.1), by the catalogue. Only what the paste holds whole: hours of some
 * slots give no daily total, products give no shop visitors, a list of refunds no rate. The first that gives a metric wins.
 */
export function derivedActuals(analyses: Analyses): readonly DerivedActual[] {
  const { hours, refunds, orders, inquiries, items, silent, reviews } = analyses;
  const found: DerivedActual[] = [];
  const add = (key: string, value: Figure | number | undefined, files: readonly string[], derived: DerivedHow, line = 0, { period, attribution }: ItemCoverage = {}): void => {
    const figure: Figure = typeof value === 'number' ? { kind: 'number', value } : (value ?? { kind: 'missing' });
    if (figure.kind === 'missing' || found.some((record) => record.metric.key === key)) return;
    found.push({
      file: files.join('、'), line, metric: { key, name: metricName(key) }, unit: unitOfKey(key), value: figure, raw: '', baselines: {}, derived,
      ...(period !== undefined && { period }), ...(attribution !== undefined && creditedByRule.has(key) && { attribution }),
    });
  };
  if (hours?.summary.peak) {
    const { file, line } = hours.origin;
    const text = slotText(hours.summary.peak);
    add('peak_volume', hours.summary.peak.volume, [file], { code: 'peak-at', text }, line);
    add('peak_hour', { kind: 'text', value: text }, [file], { code: 'peak-of', text: String(hours.summary.peak.volume) }, line);
  }
  if (refunds) {
    const how: DerivedHow = { code: 'rows', count: refunds.summary.count };
    add('refund_amount', refunds.summary.amount, refunds.files, how);
    add('refund_count', refunds.summary.count, refunds.files, how);
  }
  if (items) {
    const how: DerivedHow = { code: 'rows', count: items.items.length };
    for (const key of ['sales_amount', 'paid_items', 'refund_amount']) add(key, sumOfItems(items.items, key), items.files, how, 0, items);
  }
  if (silent) {
    const how: DerivedHow = { code: 'rows', count: silent.summary.items.length };
    add('silent_share', silent.summary.share, silent.files, how, 0, silent);
    for (const key of ['silent_sales', 'sales_amount', 'cs_sales']) add(key, sumOfItems(silent.summary.items, key), silent.files, how, 0, silent);
  }
  if (orders) {
    const how: DerivedHow = { code: 'rows', count: orders.paid.count };
    add('sales_amount', orders.paid.amount, orders.files, how);
    add('paid_orders', orders.paid.count, orders.files, how);
    add('paid_items', orders.quantity, orders.files, how);
  }
  if (inquiries && inquiries.total > 0 && inquiries.bot > 0) add('bot_share', inquiries.bot / inquiries.total, inquiries.files, { code: 'rows', count: inquiries.total });
  if (reviews) {
    const how: DerivedHow = { code: 'rows', count: reviews.total };
    add('reviews', reviews.total, reviews.files, how);
    add('good_rate', reviews.total > 0 ? reviews.good / reviews.total : undefined, reviews.files, how);
    add('bad_rate', reviews.badRate, reviews.files, reviews.badRateWritten === undefined || reviews.badRateWritten === reviews.badRate ? how : { code: 'written', rate: reviews.badRateWritten });
    add('mid_bad', reviews.neutral + reviews.bad, reviews.files, how);
    const words = reviews.keywords.slice(0, KEYWORDS).map(({ phrase }) => phrase).join('、');
    add('good_keywords', words === '' ? undefined : { kind: 'text', value: words }, reviews.files, { code: 'keywords', count: reviews.good });
  }
  return found;
}
