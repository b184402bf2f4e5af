import type { Figure, OrderRecord } from './types';

export interface OrderSum {
  readonly count: number;
  /** 元 */
  readonly amount: number;
}

/** Orders by product, day and hour: what a year of orders comes down to (R44). */
export interface OrderSummary {
  readonly paid: OrderSum;
  readonly closed: number;
  readonly open: number;
  /** 元 of refunds that the order rows name */
  readonly refunded: number;
  readonly quantity: number;
  /** largest amount first */
  readonly byItem: readonly (OrderSum & { readonly item: string; readonly itemId: string; readonly quantity: number; readonly refunded: number })[];
  /** by day of payment, in order */
  readonly byDay: readonly (OrderSum & { readonly date: string })[];
  /** by hour of the day, 0–23, paid orders */
  readonly byHour: readonly (OrderSum & { readonly hour: number })[];
}

const valueOf = (figure: Figure): number => (figure.kind === 'number' ? figure.value : 0);
const cents = (value: number): number => Number(value.toFixed(2));

interface Sum {
  count: number;
  amount: number;
}

function add<K>(sums: Map<K, Sum>, key: K, amount: number): void {
  const sum = sums.get(key);
  if (sum) {
    sum.count++;
    sum.amount += amount;
  } else sums.set(key, { count: 1, amount });
}

/** Sums of order rows. Only paid orders have amounts; closed and open ones are counted. */
export function summariseOrders(records: readonly OrderRecord[]): OrderSummary {
  const paid = records.filter((record) => record.state === 'paid');
  const items = new Map<string, { item: string; itemId: string; count: number; amount: number; quantity: number; refunded: number }>();
  const days = new Map<string, Sum>();
  const hours = new Map<number, Sum>();
  for (const record of paid) {
    const key = record.itemId || record.item;
    const item = items.get(key) ?? { item: record.item, itemId: record.itemId, count: 0, amount: 0, quantity: 0, refunded: 0 };
    items.set(key, { ...item, count: item.count + 1, amount: item.amount + valueOf(record.paid), quantity: item.quantity + valueOf(record.quantity), refunded: item.refunded + valueOf(record.refund) });
    if (!record.paidAt) continue;
    add(days, record.paidAt.slice(0, 10), valueOf(record.paid));
    add(hours, Number(record.paidAt.slice(11, 13)), valueOf(record.paid));
  }
  const total = (pick: (record: OrderRecord) => Figure) => cents(paid.reduce((sum, record) => sum + valueOf(pick(record)), 0));
  return {
    paid: { count: paid.length, amount: total((record) => record.paid) },
    closed: records.filter((record) => record.state === 'closed').length,
    open: records.filter((record) => record.state === 'open').length,
    refunded: total((record) => record.refund),
    quantity: paid.reduce((sum, record) => sum + valueOf(record.quantity), 0),
    byItem: [...items.values()].map((item) => ({ ...item, amount: cents(item.amount), refunded: cents(item.refunded) })).sort((a, b) => b.amount - a.amount),
    byDay: [...days].map(([date, sum]) => ({ date, count: sum.count, amount: cents(sum.amount) })).sort((a, b) => (a.date < b.date ? -1 : 1)),
    byHour: [...hours].map(([hour, sum]) => ({ hour, count: sum.count, amount: cents(sum.amount) })).sort((a, b) => a.hour - b.hour),
  };
}
