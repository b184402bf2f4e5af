import { summariseRefunds, uniqueRefunds, type RefundSum, type RefundSummary } from '../refunds';
import { refundGroups, type RefundGroup } from '../taxonomy/refund-groups';
import type { RefundRecord, RetroEvent } from '../types';
import { splitPeriods, type Periods } from './periods';

/** Refunds of one product for one reason with one cause group. */
export interface RefundLine extends RefundSum {
  readonly key: string;
  readonly item: string;
  readonly itemId: string;
  readonly reason: string;
  readonly group: RefundGroup;
  /** number of product × reason pairs that this line stands for; 1 except for the rest */
  readonly lines: number;
  /** 元 in last year's event and in the period before, where downloads of them were handed over; a line that only they have has a count of 0 */
  readonly lastAmount?: number;
  readonly previousAmount?: number;
}

export interface RefundAnalysis {
  /** of this event alone */
  readonly summary: RefundSummary;
  /** largest amount first, all of them; those of earlier periods alone at the end */
  readonly lines: readonly RefundLine[];
  readonly files: readonly string[];
  /** days that the rows of each period cover */
  readonly days: Periods<RefundRecord>['days'];
  /** refunds of days that belong to no period: counted nowhere */
  readonly otherDays: number;
}

/**
 * Product × reason × cause group of the refunds that gave money back (R19). A refund in two downloads counts once. Refunds applied for in
 * last year's event or in a period between the two are compared with, never added.
 */
export function analyseRefunds(records: readonly RefundRecord[], event: RetroEvent): RefundAnalysis | undefined {
  if (records.length === 0) return undefined;
  const periods = splitPeriods(uniqueRefunds(records), (record) => record.applied ?? record.finished, event);
  const lines = new Map<string, { item: string; itemId: string; reason: string; group: RefundGroup; count: number; amount: number; lastAmount?: number; previousAmount?: number }>();
  const add = (rows: readonly RefundRecord[], field: 'amount' | 'lastAmount' | 'previousAmount'): void => {
    for (const record of rows) {
      if (!record.counts) continue;
      const key = [record.itemId || record.item, record.reason, record.group].join('|');
      const line = lines.get(key) ?? { item: record.item, itemId: record.itemId, reason: record.reason, group: record.group, count: 0, amount: 0 };
      if (field === 'amount') line.count++;
      line[field] = (line[field] ?? 0) + (record.amount.kind === 'number' ? record.amount.value : 0);
      lines.set(key, line);
    }
  };
  add(periods.now, 'amount');
  add(periods.lastYear, 'lastAmount');
  add(periods.previous, 'previousAmount');
  return {
    summary: summariseRefunds(periods.now),
    lines: [...lines].map(([key, line]): RefundLine => ({ ...rounded(line), key, lines: 1 })).sort(largestFirst),
    files: [...new Set(records.map((record) => record.file))], days: periods.days, otherDays: periods.other.filter((record) => record.counts).length,
  };
}

const before = (line: Pick<RefundLine, 'lastAmount' | 'previousAmount'>): number => (line.lastAmount ?? 0) + (line.previousAmount ?? 0);
const largestFirst = (a: RefundLine, b: RefundLine): number => b.amount - a.amount || b.count - a.count || before(b) - before(a) || a.key.localeCompare(b.key);

/** Most rows that the rest may take, as a part of all: more reasons than that and the rest is summed by cause group alone. */
const REST_PART = 0.5;

/**
 * At most `limit` lines: the largest, and the rest by reason and cause group, so that the sums by reason and by group stay right; by group
 * alone where there are too many reasons for that.
 */
export function cutRefundLines(lines: readonly RefundLine[], limit: number): { readonly top: readonly RefundLine[]; readonly rest: readonly RefundLine[] } {
  if (lines.length <= limit) return { top: lines, rest: [] };
  const byReason = (line: RefundLine): string => `rest:${line.group}|${line.reason}`;
  const byGroup = (line: RefundLine): string => `rest:${line.group}`;
  const reasons = new Set(lines.map(byReason)).size;
  const [keyOf, kept] = reasons <= limit * REST_PART ? [byReason, limit - reasons] : [byGroup, limit - refundGroups.length];
  const rest = new Map<string, RefundLine>();
  for (const line of lines.slice(kept)) {
    const key = keyOf(line);
    const known = rest.get(key);
    rest.set(key, known === undefined ? { ...line, key, item: '', itemId: '', reason: keyOf === byReason ? line.reason : '' } : {
      ...known, lines: known.lines + line.lines, count: known.count + line.count, amount: known.amount + line.amount, ...added('lastAmount', known, line), ...added('previousAmount', known, line),
    });
  }
  return { top: lines.slice(0, kept), rest: [...rest.values()].map(rounded).sort((a, b) => refundGroups.indexOf(a.group) - refundGroups.indexOf(b.group) || largestFirst(a, b)) };
}

const added = (field: 'lastAmount' | 'previousAmount', a: RefundLine, b: RefundLine): Partial<RefundLine> => (a[field] === undefined && b[field] === undefined ? {} : { [field]: (a[field] ?? 0) + (b[field] ?? 0) });

const cents = (value: number): number => Number(value.toFixed(2));
function rounded<T extends Pick<RefundLine, 'amount' | 'lastAmount' | 'previousAmount'>>(line: T): T {
  return { ...line, amount: cents(line.amount), ...(line.lastAmount !== undefined && { lastAmount: cents(line.lastAmount) }), ...(line.previousAmount !== undefined && { previousAmount: cents(line.previousAmount) }) };
}
