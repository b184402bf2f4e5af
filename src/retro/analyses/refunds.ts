import { summariseRefunds, uniqueRefunds, type RefundSum, type RefundSummary } from '../refunds';
import { refundGroups, type RefundGroup } from '../taxonomy/refund-groups';
import type { RefundRecord } from '../types';

/** Refunds of one product for one reason with one cause group. */
export interface RefundLine extends RefundSum {
  readonly key: string;
  readonly item: string;
  readonly itemId: string;
  readonly reason: string;
  readonly group: RefundGroup;
  /** number of product × reason pairs that this line stands for; 1 except for the rest */
  readonly lines: number;
}

export interface RefundAnalysis {
  readonly summary: RefundSummary;
  /** largest amount first, all of them */
  readonly lines: readonly RefundLine[];
  readonly files: readonly string[];
}

/** Product × reason × cause group of the refunds that gave money back (R19). A refund in two downloads counts once. */
export function analyseRefunds(records: readonly RefundRecord[]): RefundAnalysis | undefined {
  if (records.length === 0) return undefined;
  const lines = new Map<string, { item: string; itemId: string; reason: string; group: RefundGroup; count: number; amount: number }>();
  for (const record of uniqueRefunds(records)) {
    if (!record.counts) continue;
    const key = [record.itemId || record.item, record.reason, record.group].join('|');
    const line = lines.get(key) ?? { item: record.item, itemId: record.itemId, reason: record.reason, group: record.group, count: 0, amount: 0 };
    line.count++;
    line.amount += record.amount.kind === 'number' ? record.amount.value : 0;
    lines.set(key, line);
  }
  return {
    summary: summariseRefunds(records),
    lines: [...lines].map(([key, line]) => ({ ...line, key, amount: cents(line.amount), lines: 1 })).sort((a, b) => b.amount - a.amount || b.count - a.count || a.key.localeCompare(b.key)),
    files: [...new Set(records.map((record) => record.file))],
  };
}

/** At most `limit` lines: the largest, and one line a cause group for the rest, so that every sum stays right. */
export function cutRefundLines(lines: readonly RefundLine[], limit: number): { readonly top: readonly RefundLine[]; readonly rest: readonly RefundLine[] } {
  if (lines.length <= limit) return { top: lines, rest: [] };
  const top = lines.slice(0, limit - refundGroups.length);
  const others = lines.slice(limit - refundGroups.length);
  return {
    top,
    rest: refundGroups.flatMap((group): RefundLine[] => {
      const own = others.filter((line) => line.group === group);
      if (own.length === 0) return [];
      const sum = (pick: (line: RefundLine) => number): number => own.reduce((all, line) => all + pick(line), 0);
      return [{ key: `rest:${group}`, item: '', itemId: '', reason: '', group, lines: own.length, count: sum((line) => line.count), amount: cents(sum((line) => line.amount)) }];
    }),
  };
}

const cents = (value: number): number => Number(value.toFixed(2));
