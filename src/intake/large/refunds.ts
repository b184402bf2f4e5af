import { maskText } from '../../retro/masking';
import type { RefundSummary } from '../../retro/refunds';
import { classifyRefund } from '../../retro/taxonomy/classify-refund';
import { refundGroups, type RefundGroup } from '../../retro/taxonomy/refund-groups';
import { moneyBack, refundState } from '../kinds/refunds';
import { emptiness } from '../values/empty';
import { parseId } from '../values/id';
import type { CellRow } from '../read-cells';
import { unguard } from '../values/text';
import { indexOf, type Accumulator, type LargeTable } from './accumulator';
import { createInterner } from './cell-bytes';
import { money } from './orders';

interface Sum {
  count: number;
  amount: number;
}

const cents = (value: number): number => Number(value.toFixed(2));
const mostProducts = 500_000;
const mostReasons = 20_000;
const mostNotes = 50_000;

interface Product {
  readonly index: number;
  readonly item: string;
  readonly itemId: string;
}

/** Text of a cell without guards; '' for a dash and the like, as the row-by-row reader has it. */
const written = (cell: string): string => {
  const text = unguard(cell);
  return emptiness(text) ? '' : text;
};

/**
 * Adds up refund rows by product, reason and cause group (R19). Refund numbers are not remembered, so the same refund in two parts of one
 * huge file counts twice: a summary says so by its size, a normal paste does not (Q26).
 */
export function accumulateRefunds(table: LargeTable): Accumulator {
  const [statusColumn, typeColumn, reasonColumn, noteColumn, memoColumn, itemColumn, idColumn, amountColumn, freightColumn] = [
    'status', 'type', 'reason', 'note', 'memo', 'item', 'itemId', 'amount', 'freight',
  ].map((field) => indexOf(table, field));
  const states = createInterner((text) => refundState(unguard(text)), 2_000);
  const types = createInterner((text) => (moneyBack(unguard(text)) ? 'counts' : 'not'), 2_000);
  const reasons = createInterner(written, mostReasons);
  const notes = createInterner((text) => maskText(written(text)), mostNotes);
  const memos = createInterner(written, 50_000);
  const items = createInterner((text) => maskText(written(text)), mostProducts);
  const ids = createInterner((text) => parseId(text).id, mostProducts);
  /** by reason, then by note and memo: small whole numbers as keys keep the maps fast */
  const groups: Map<number, number>[] = [];
  const products = new Map<number, Product>();
  const productList: Product[] = [];
  /** by product, then by reason and group */
  const sums: Map<number, Sum>[] = [];
  let [freight, open, closed] = [0, 0, 0];
  /** A product is its id; its name is read once, and only rows without an id are told apart by name. */
  const productOf = (row: CellRow): Product => {
    const id = idColumn ? ids.of(row, idColumn.index) : 0;
    const key = id !== 0 ? id : -(itemColumn ? items.of(row, itemColumn.index) : 0);
    const known = products.get(key);
    if (known) return known;
    const product = { index: productList.length, itemId: ids.text(id), item: itemColumn ? items.text(items.of(row, itemColumn.index)) : '' };
    products.set(key, product);
    productList.push(product);
    return product;
  };
  return {
    add(row) {
      const state = statusColumn ? states.text(states.of(row, statusColumn.index)) : 'success';
      if (state === 'closed') {
        closed++;
        return 'closed';
      }
      if (state !== 'success') {
        open++;
        return 'used';
      }
      if (typeColumn && types.text(types.of(row, typeColumn.index)) === 'not') return 'used';
      const reason = reasonColumn ? reasons.of(row, reasonColumn.index) : 0;
      const note = noteColumn ? notes.of(row, noteColumn.index) : 0;
      const memo = memoColumn ? memos.of(row, memoColumn.index) : 0;
      const noteText = note === 0 && noteColumn ? maskText(written(row.text(noteColumn.index))) : notes.text(note);
      const cause = memo * mostNotes + note;
      const known = (groups[reason] ??= new Map<number, number>());
      let group = note === 0 && noteText !== '' ? undefined : known.get(cause);
      if (group === undefined) {
        group = refundGroups.indexOf(classifyRefund(reasons.text(reason), noteText, memos.text(memo)).group);
        if (known.size < mostNotes) known.set(cause, group);
      }
      const amount = Math.abs(money(table, row, amountColumn));
      freight += Math.abs(money(table, row, freightColumn));
      const ofProduct = (sums[productOf(row).index] ??= new Map<number, Sum>());
      const key = reason * refundGroups.length + group;
      const sum = ofProduct.get(key);
      if (sum) {
        sum.count++;
        sum.amount += amount;
      } else ofProduct.set(key, { count: 1, amount });
      return 'used';
    },
    result: () => ({ refunds: summaryOf(sums, { freight: cents(freight), open, closed }, { reason: (id) => reasons.text(id), product: (index) => productList[index] }) }),
  };
}

interface Names {
  readonly reason: (id: number) => string;
  readonly product: (index: number) => Product | undefined;
}

function summaryOf(sums: readonly ReadonlyMap<number, Sum>[], totals: Pick<RefundSummary, 'freight' | 'open' | 'closed'>, names: Names): RefundSummary {
  const byGroup = new Map<RefundGroup, Sum>();
  const byReason = new Map<number, Sum & { groups: Map<RefundGroup, number> }>();
  const byItem = new Map<number, Sum & { item: string; itemId: string; groups: Map<RefundGroup, number> }>();
  let [count, amount] = [0, 0];
  for (const [index, key, sum] of sums.flatMap((ofProduct, position) => [...ofProduct].map(([inner, value]) => [position, inner, value] as const))) {
    const reason = Math.floor(key / refundGroups.length);
    const group = refundGroups[key % refundGroups.length] ?? 'other';
    count += sum.count;
    amount += sum.amount;
    plus(byGroup, group, sum, () => ({ count: 0, amount: 0 }));
    tally(plus(byReason, reason, sum, () => ({ count: 0, amount: 0, groups: new Map() })).groups, group, sum.count);
    const product = names.product(index);
    tally(plus(byItem, index, sum, () => ({ count: 0, amount: 0, item: product?.item ?? '', itemId: product?.itemId ?? '', groups: new Map() })).groups, group, sum.count);
  }
  const total = cents(amount);
  const largest = (a: Sum, b: Sum) => b.amount - a.amount || b.count - a.count;
  return {
    count, amount: total, ...totals,
    byGroup: [...byGroup].map(([group, sum]) => ({ group, count: sum.count, amount: cents(sum.amount), share: total === 0 ? 0 : cents(sum.amount) / total })).sort(largest),
    byReason: [...byReason].map(([id, sum]) => ({ reason: names.reason(id), group: most(sum.groups), count: sum.count, amount: cents(sum.amount) })).sort(largest),
    byItem: [...byItem.values()].map((sum) => ({ item: sum.item, itemId: sum.itemId, topGroup: most(sum.groups), count: sum.count, amount: cents(sum.amount) })).sort(largest),
  };
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
