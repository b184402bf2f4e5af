import { maskText } from '../../retro/masking';
import { cutRefundLines } from '../../retro/analyses/refunds';
import type { RefundPair, RefundSummary } from '../../retro/refunds';
import { classifyRefund } from '../../retro/taxonomy/classify-refund';
import { refundGroups, type RefundGroup } from '../../retro/taxonomy/refund-groups';
import { moneyBack, refundState } from '../kinds/refunds';
import type { CellRow } from '../read-cells';
import { emptiness } from '../values/empty';
import { unguard } from '../values/text';
import { indexOf, type Accumulator, type LargeTable } from './accumulator';
import { makeMoment } from './cell-bytes';
import { amountAt, createProducts, figureColumn, hashId, idHash, momentAt, type Products } from './columns';
import { createInterner, type Interner } from './interner';
import { createPairs, type Pairs } from './pairs';
import type { RefundPart } from './parts';
import { createSeenRefunds } from './seen-refunds';

interface Sum {
  count: number;
  amount: number;
}

/** Taking back the last refund can leave a trace of a binary fraction below zero, which would round to -0. */
const cents = (value: number): number => Number(value.toFixed(2)) + 0;
const mostReasons = 20_000;
const mostNotes = 50_000;
const mostCauses = 200_000;
/** Product × cause sums kept apart while reading; the products of later ones are not told apart. */
const mostPairs = 200_000;
/** Product × reason pairs that the summary names; many more than a sheet shows. */
const mostLines = 2_000;
/** About 190 MB when all of them come. */
const mostIds = 4_000_000;

/** What a refund was added to when it was added to no group. */
const UNNAMED = -1;
const OPEN = -1;
const CLOSED = -2;
const NO_MONEY = -3;

/** Text of a cell without guards; '' for a dash and the like, as the row-by-row reader has it. */
const written = (cell: string): string => {
  const text = unguard(cell);
  return emptiness(text) ? '' : text;
};

/** `closed at` of a refund as 32 bits that keep the order: seconds since 1970 in months of 31 days, 0 without a time. */
const epoch = makeMoment(1970, 1, 1, 0) - 1;
const finishedOf = (moment: number): number => (moment < 0 ? 0 : Math.min(Math.max(moment - epoch, 1), 0xffffffff));

/** Adds up refund rows by product, reason and cause group (R19). A refund number that comes twice counts once, as it was closed last (Q26). */
export function accumulateRefunds(table: LargeTable): Accumulator {
  const [statusColumn, typeColumn, idColumn, finishedColumn] = ['status', 'type', 'refundId', 'finished'].map((field) => indexOf(table, field));
  const amountColumn = figureColumn(indexOf(table, 'amount'), 'sales_amount');
  const freightColumn = figureColumn(indexOf(table, 'freight'), 'sales_amount');
  const states = createInterner((text) => refundState(unguard(text)), 2_000);
  const types = createInterner((text) => (moneyBack(written(text)) ? 'counts' : 'not'), 2_000);
  const causes = createCauses(table);
  const products = createProducts(indexOf(table, 'item'), indexOf(table, 'itemId'), (text) => maskText(written(text)));
  /** by product and cause: count and amount side by side in `sums` */
  const pairs = createPairs();
  let sums = new Float64Array(1 << 11);
  let [freight, open, closed, damagedIds] = [0, 0, 0, 0];

  const stateOf = (row: CellRow): string => {
    if (!statusColumn) return 'success';
    const id = states.of(row, statusColumn.index);
    return id > 0 ? states.text(id) : refundState(unguard(row.text(statusColumn.index)));
  };
  const givesMoney = (row: CellRow): boolean => !typeColumn || types.text(types.of(row, typeColumn.index)) !== 'not';
  const groupOf = (row: CellRow): number => {
    const cause = causes.of(row);
    return pairOf(pairs.size < mostPairs ? products.of(row) : UNNAMED, cause);
  };
  const pairOf = (product: number, cause: number): number => {
    const pair = pairs.of(product, cause);
    if (pair * 2 >= sums.length) {
      const larger = new Float64Array(sums.length * 2);
      larger.set(sums);
      sums = larger;
    }
    return pair;
  };
  const add = (group: number, times: 1 | -1, amount: number, shipping: number): void => {
    if (group === OPEN) open += times;
    else if (group === CLOSED) closed += times;
    else if (group >= 0) {
      sums[group * 2] = (sums[group * 2] as number) + times;
      sums[group * 2 + 1] = (sums[group * 2 + 1] as number) + times * amount;
      freight += times * shipping;
    }
  };
  const seen = createSeenRefunds(mostIds, (group, amount, shipping) => {
    add(group, -1, amount, shipping);
    table.replaced(group === CLOSED ? 'closed' : 'used');
  });
  return {
    add(row) {
      const state = stateOf(row);
      const amount = Math.abs(amountAt(table, row, amountColumn));
      const shipping = freightColumn ? Math.abs(amountAt(table, row, freightColumn)) : 0;
      const group = state === 'closed' ? CLOSED : state !== 'success' ? OPEN : givesMoney(row) ? groupOf(row) : NO_MONEY;
      add(group, 1, amount, shipping);
      const finished = finishedColumn ? finishedOf(momentAt(table, row, finishedColumn)) : 0;
      const id = idColumn ? hashId(table, row, idColumn) : 'missing';
      if (id === 'ok') seen.add(idHash.high, idHash.low, finished, group, amount, shipping);
      else if (id === 'damaged') damagedIds++;
      return group === CLOSED ? 'closed' : 'used';
    },
    sharing: {
      get crowded() {
        return products.crowded || causes.crowded || pairs.size > mostPairs / 2 || seen.size > mostIds / 2;
      },
      sums() {
        const members = Int32Array.from({ length: pairs.size * 2 }, (_, index) => (index % 2 === 0 ? pairs.first(index / 2) : pairs.second((index - 1) / 2)));
        const reasons = Array.from({ length: causes.reasons.size }, (_, id) => causes.reasons.text(id));
        // Compares the last rows, which may change the sums.
        const numbers = seen.handOver();
        return { refunds: { products: products.list, reasons, pairs: members, sums: sums.slice(0, pairs.size * 2), freight, open, closed, damagedIds, numbers } satisfies RefundPart };
      },
      absorb({ refunds: part }) {
        if (!part) return;
        const productOf = products.absorb(part.products);
        const reasonOf = part.reasons.map((reason) => causes.reasons.numberOf(reason));
        const groups = new Int32Array(part.sums.length / 2);
        for (let group = 0; group < groups.length; group++) {
          const cause = part.pairs[group * 2 + 1] as number;
          const reason = reasonOf[Math.floor(cause / refundGroups.length)] as number;
          const pair = pairOf(productOf[part.pairs[group * 2] as number] as number, reason * refundGroups.length + (cause % refundGroups.length));
          sums[pair * 2] = (sums[pair * 2] as number) + (part.sums[group * 2] as number);
          sums[pair * 2 + 1] = (sums[pair * 2 + 1] as number) + (part.sums[group * 2 + 1] as number);
          groups[group] = pair;
        }
        freight += part.freight;
        open += part.open;
        closed += part.closed;
        damagedIds += part.damagedIds;
        seen.absorb(part.numbers, groups);
      },
    },
    result() {
      seen.flush();
      const refunds = summaryOf({ pairs, sums, causes, products }, { freight: cents(freight), open, closed });
      const single = refunds.lines?.filter(({ lines }) => lines === 1).length ?? 0;
      return {
        refunds, ...(seen.uncompared > 0 && { uncompared: seen.uncompared }), ...(damagedIds > 0 && { damagedIds }), ...(single < (refunds.lines?.length ?? 0) && { pairsKept: single }),
      };
    },
  };
}

/** The reason and the cause group of a row as one number: `reason × groups + group`. The words of a cause are classified once. */
interface Causes {
  of(row: CellRow): number;
  /** masked */
  reason(cause: number): string;
  readonly reasons: Interner;
  /** more than half of the reasons that can be told apart */
  readonly crowded: boolean;
}

function createCauses(table: LargeTable): Causes {
  const [reasonColumn, noteColumn, memoColumn] = ['reason', 'note', 'memo'].map((field) => indexOf(table, field));
  const reasons = createInterner(written, mostReasons);
  const notes = createInterner((text) => maskText(written(text)), mostNotes);
  const memos = createInterner(written, mostNotes);
  /** words: note and memo; known causes: reason and words */
  const words = createPairs();
  const causes = createPairs();
  const groups: number[] = [];
  const masked: string[] = [];
  const classify = (reason: string, row: CellRow): number => {
    const note = noteColumn ? maskText(written(row.text(noteColumn.index))) : '';
    return refundGroups.indexOf(classifyRefund(reason, note, memoColumn ? written(row.text(memoColumn.index)) : '').group);
  };
  return {
    reasons,
    get crowded() {
      return reasons.size > mostReasons / 2;
    },
    of(row) {
      const reason = reasonColumn ? reasons.of(row, reasonColumn.index) : 0;
      const note = noteColumn ? notes.of(row, noteColumn.index) : 0;
      const memo = memoColumn ? memos.of(row, memoColumn.index) : 0;
      const kept = Math.max(reason, 0) * refundGroups.length;
      // Too many different words to remember: classified row by row, remembered by nobody.
      if (reason < 0 || note < 0 || memo < 0 || words.size >= mostNotes || causes.size >= mostCauses) return kept + classify(reason < 0 && reasonColumn ? written(row.text(reasonColumn.index)) : reasons.text(reason), row);
      const cause = causes.of(reason, note === 0 ? -memo : memo === 0 ? note : words.of(note, memo) + mostNotes);
      return kept + (groups[cause] ??= classify(reasons.text(reason), row));
    },
    reason(cause) {
      const reason = Math.floor(cause / refundGroups.length);
      return (masked[reason] ??= maskText(reasons.text(reason)));
    },
  };
}

interface Sums {
  readonly pairs: Pairs;
  /** count and amount of each pair */
  readonly sums: Float64Array;
  readonly causes: Causes;
  readonly products: Products;
}

function summaryOf({ pairs, sums, causes, products }: Sums, totals: Pick<RefundSummary, 'freight' | 'open' | 'closed'>): RefundSummary {
  const byGroup = new Map<RefundGroup, Sum>();
  const byReason = new Map<string, Sum & { groups: Map<RefundGroup, number> }>();
  const byItem = new Map<number, Sum & { item: string; itemId: string; groups: Map<RefundGroup, number> }>();
  const lines = new Map<string, Line>();
  let [count, amount] = [0, 0];
  for (let pair = 0; pair < pairs.size; pair++) {
    const sum: Sum = { count: sums[pair * 2] ?? 0, amount: sums[pair * 2 + 1] ?? 0 };
    if (sum.count === 0) continue;
    const [index, cause] = [pairs.first(pair), pairs.second(pair)];
    const group = refundGroups[cause % refundGroups.length] ?? 'other';
    count += sum.count;
    amount += sum.amount;
    plus(byGroup, group, sum, () => ({ count: 0, amount: 0 }));
    const reason = causes.reason(cause);
    tally(plus(byReason, reason, sum, () => ({ count: 0, amount: 0, groups: new Map() })).groups, group, sum.count);
    const product = products.list[index];
    const unnamed = product === undefined;
    const key = unnamed ? `rest:${group}|${reason}` : [product.itemId || product.item, reason, group].join('|');
    plus(lines, key, sum, () => ({ key, item: product?.item ?? '', itemId: product?.itemId ?? '', reason, group, lines: unnamed ? 2 : 1, count: 0, amount: 0 }));
    tally(plus(byItem, index, sum, () => ({ count: 0, amount: 0, item: product?.item ?? '', itemId: product?.itemId ?? '', groups: new Map() })).groups, group, sum.count);
  }
  const total = cents(amount);
  const largest = (a: Sum, b: Sum) => b.amount - a.amount || b.count - a.count;
  return {
    count, amount: total, ...totals,
    byGroup: [...byGroup].map(([group, sum]) => ({ group, count: sum.count, amount: cents(sum.amount), share: total === 0 ? 0 : cents(sum.amount) / total })).sort(largest),
    byReason: [...byReason].map(([reason, sum]) => ({ reason, group: most(sum.groups), count: sum.count, amount: cents(sum.amount) })).sort(largest),
    byItem: [...byItem.values()].map((sum) => ({ item: sum.item, itemId: sum.itemId, topGroup: most(sum.groups), count: sum.count, amount: cents(sum.amount) })).sort(largest),
    lines: linesOf([...lines.values()], largest),
  };
}

type Line = Sum & Omit<RefundPair, keyof Sum>;

/** The largest pairs and the sums of the rest, each in cents. */
function linesOf(all: readonly Line[], largest: (a: Sum, b: Sum) => number): readonly RefundPair[] {
  const { top, rest } = cutRefundLines(all.map((line) => ({ ...line, amount: cents(line.amount) })).sort((a, b) => largest(a, b) || (a.key < b.key ? -1 : 1)), mostLines);
  return [...top, ...rest];
}

function plus<K, S extends Sum>(sums: Map<K, S>, key: K, sum: Sum, make: () => S): S {
  const known = sums.get(key) ?? make();
  if (!sums.has(key)) sums.set(key, known);
  known.count += sum.count;
  known.amount += sum.amount;
  return known;
}

function tally(groups: Map<RefundGroup, number>, group: RefundGroup, count: number): void {
  groups.set(group, (groups.get(group) ?? 0) + count);
}

function most(groups: ReadonlyMap<RefundGroup, number>): RefundGroup {
  return [...groups].sort((a, b) => b[1] - a[1] || refundGroups.indexOf(a[0]) - refundGroups.indexOf(b[0]))[0]?.[0] ?? 'other';
}
