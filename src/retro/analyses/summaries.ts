import type { InquirySummary, QuestionRow } from '../inquiries';
import type { OrderSummary } from '../orders';
import type { RefundSummary } from '../refunds';
import type { RefundAnalysis, RefundLine } from './refunds';

/** A source that was summed up while it was read, because it is too large to keep its rows (R44). */
export interface Summarised<T> {
  readonly file: string;
  readonly summary: T;
}

const cents = (value: number): number => Number(value.toFixed(2));
const total = <T>(all: readonly T[], pick: (one: T) => number): number => all.reduce((sum, one) => sum + pick(one), 0);

/** Rows of several lists with one key become one row. */
function merged<R>(lists: readonly (readonly R[])[], keyOf: (row: R) => string | number, plus: (a: R, b: R) => R): R[] {
  const rows = new Map<string | number, R>();
  for (const row of lists.flat()) {
    const key = keyOf(row);
    const known = rows.get(key);
    rows.set(key, known === undefined ? row : plus(known, row));
  }
  return [...rows.values()];
}

type Sum = { readonly count: number; readonly amount: number };
const added = <R extends Sum>(a: R, b: R): R => ({ ...a, count: a.count + b.count, amount: cents(a.amount + b.amount) });
const largestFirst = (a: Sum, b: Sum): number => b.amount - a.amount || b.count - a.count;

/** Orders of several sources as one; the same order in two sources counts twice, because their numbers are not kept. */
export function addOrders(all: readonly OrderSummary[]): OrderSummary {
  return {
    paid: all.map(({ paid }) => paid).reduce(added, { count: 0, amount: 0 }),
    closed: total(all, ({ closed }) => closed), open: total(all, ({ open }) => open), refunded: cents(total(all, ({ refunded }) => refunded)), quantity: total(all, ({ quantity }) => quantity),
    byItem: merged(all.map(({ byItem }) => byItem), (row) => row.itemId || row.item, (a, b) => ({ ...added(a, b), quantity: a.quantity + b.quantity, refunded: cents(a.refunded + b.refunded) })).sort(largestFirst),
    byDay: merged(all.map(({ byDay }) => byDay), (row) => row.date, added).sort((a, b) => a.date.localeCompare(b.date)),
    byHour: merged(all.map(({ byHour }) => byHour), (row) => row.hour, added).sort((a, b) => a.hour - b.hour),
  };
}

/** Consultations of several logs as one. */
export function addInquiries(all: readonly InquirySummary[]): InquirySummary {
  const sum = total(all, (one) => one.total);
  const top = merged(all.map((one) => one.top), (row) => row.own ?? row.category, (a, b): QuestionRow => ({ ...a, count: a.count + b.count, bot: (a.bot ?? 0) + (b.bot ?? 0) }));
  return {
    total: sum, bot: total(all, (one) => one.bot), unanswered: total(all, (one) => one.unanswered), toHuman: total(all, (one) => one.toHuman), greetings: total(all, (one) => one.greetings),
    top: top.map((row) => ({ ...row, share: sum > 0 ? row.count / sum : 0 })).sort((a, b) => b.count - a.count),
  };
}

/** Product × reason × cause group as the rows would give them, and the rest by reason; of a summary without them one line a cause group. Sums by group stay right. */
function linesOf(file: string, { lines, byGroup, byReason }: RefundSummary): readonly RefundLine[] {
  if (lines === undefined) return byGroup.map(({ group, count, amount }) => ({ key: `large:${file}|${group}`, item: '', itemId: '', reason: '', group, count, amount, lines: byReason.length }));
  return lines.map((line) => (line.key.startsWith('rest:') ? { ...line, key: `large:${file}|${line.key}` } : line));
}

/** Refunds of several sources as one: rows that were kept, and summaries. */
export function addRefunds(kept: RefundAnalysis | undefined, large: readonly Summarised<RefundSummary>[]): RefundAnalysis | undefined {
  if (large.length === 0) return kept;
  const all = [...(kept ? [kept.summary] : []), ...large.map(({ summary }) => summary)];
  const amount = cents(total(all, (one) => one.amount));
  const lines = large.flatMap(({ file, summary }) => linesOf(file, summary));
  return {
    summary: {
      count: total(all, (one) => one.count), amount, freight: cents(total(all, (one) => one.freight)), open: total(all, (one) => one.open), closed: total(all, (one) => one.closed),
      byGroup: merged(all.map((one) => one.byGroup), (row) => row.group, added).map((row) => ({ ...row, share: amount === 0 ? 0 : row.amount / amount })).sort(largestFirst),
      byReason: merged(all.map((one) => one.byReason), (row) => row.reason, added).sort(largestFirst),
      byItem: merged(all.map((one) => one.byItem), (row) => row.itemId || row.item, added).sort(largestFirst),
    },
    lines: merged([kept?.lines ?? [], lines], (line) => line.key, added).sort((a, b) => b.amount - a.amount || b.count - a.count || a.key.localeCompare(b.key)),
    files: [...new Set([...(kept?.files ?? []), ...large.map(({ file }) => file)])], days: kept?.days ?? {}, otherDays: kept?.otherDays ?? 0,
  };
}
