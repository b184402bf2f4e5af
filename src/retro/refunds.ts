import { refundGroups, type RefundGroup } from './taxonomy/refund-groups';
import type { Figure, RefundRecord } from './types';

export interface RefundSum {
  readonly count: number;
  /** 元 */
  readonly amount: number;
}

export interface RefundSummary extends RefundSum {
  /** 元 of refunded freight, apart from `amount` */
  readonly freight: number;
  readonly open: number;
  readonly closed: number;
  /** groups with refunds, largest amount first */
  readonly byGroup: readonly (RefundSum & { readonly group: RefundGroup; readonly share: number })[];
  readonly byReason: readonly (RefundSum & { readonly reason: string; readonly group: RefundGroup })[];
  readonly byItem: readonly (RefundSum & { readonly item: string; readonly itemId: string; readonly topGroup: RefundGroup })[];
  /** of a source too large to keep its rows: product × reason × cause group, the largest, and the rest without a product by reason or cause group */
  readonly lines?: readonly RefundPair[];
}

/** Refunds of one product for one reason with one cause group; or of several such pairs. */
export interface RefundPair extends RefundSum {
  /** `product id|reason|group`; begins with `rest:` for several pairs */
  readonly key: string;
  readonly item: string;
  readonly itemId: string;
  readonly reason: string;
  readonly group: RefundGroup;
  /** number of product × reason pairs that this line stands for; 1 except for the rest */
  readonly lines: number;
}

const valueOf = (figure: Figure): number => (figure.kind === 'number' ? figure.value : 0);
const clean = (value: number): number => Number(value.toFixed(2));

/** The same refund in two downloads counts once: the record closed last stays (Q26). */
export function uniqueRefunds(records: readonly RefundRecord[]): readonly RefundRecord[] {
  const latest = new Map<string, RefundRecord>();
  const without: RefundRecord[] = [];
  for (const record of records) {
    const before = latest.get(record.refundId);
    if (record.refundId === '') without.push(record);
    else if (!before || (record.finished ?? '') >= (before.finished ?? '')) latest.set(record.refundId, record);
  }
  return [...latest.values(), ...without];
}

/** Refunds that gave money back, by cause group, reason and product (R19). Part refunds count by amount (Q25). */
export function summariseRefunds(records: readonly RefundRecord[]): RefundSummary {
  const all = uniqueRefunds(records);
  const counted = all.filter((record) => record.counts);
  const amount = clean(counted.reduce((sum, record) => sum + valueOf(record.amount), 0));
  return {
    count: counted.length, amount,
    freight: clean(counted.reduce((sum, record) => sum + valueOf(record.freight), 0)),
    open: all.filter((record) => record.state === 'open').length,
    closed: all.filter((record) => record.state === 'closed').length,
    byGroup: groupBy(counted, (record) => record.group).map(([group, rows]) => ({ group, ...sumOf(rows), share: amount === 0 ? 0 : sumOf(rows).amount / amount })).sort(largestFirst),
    byReason: groupBy(counted, (record) => record.reason).map(([reason, rows]) => ({ reason, group: commonGroup(rows), ...sumOf(rows) })).sort(largestFirst),
    byItem: groupBy(counted, (record) => record.itemId || record.item).map(([, rows]) => ({ item: rows[0]?.item ?? '', itemId: rows[0]?.itemId ?? '', topGroup: commonGroup(rows), ...sumOf(rows) })).sort(largestFirst),
  };
}

function sumOf(rows: readonly RefundRecord[]): RefundSum {
  return { count: rows.length, amount: clean(rows.reduce((sum, row) => sum + valueOf(row.amount), 0)) };
}

function largestFirst(a: RefundSum, b: RefundSum): number {
  return b.amount - a.amount || b.count - a.count;
}

function commonGroup(rows: readonly RefundRecord[]): RefundGroup {
  const counts = groupBy(rows, (row) => row.group).sort((a, b) => b[1].length - a[1].length || refundGroups.indexOf(a[0]) - refundGroups.indexOf(b[0]));
  return counts[0]?.[0] ?? 'other';
}

function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups];
}
