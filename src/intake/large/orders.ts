import { maskText } from '../../retro/masking';
import type { OrderSummary } from '../../retro/orders';
import type { CellRow } from '../read-cells';
import { unguard } from '../values/text';
import { indexOf, type Accumulator, type LargeTable } from './accumulator';
import { dateOfDay } from './cell-bytes';
import { amountAt, checkId, createProducts, figureAt, figureColumn, momentAt, type FigureColumn } from './columns';
import { createInterner } from './interner';
import type { OrderPart } from './parts';

interface Sum {
  count: number;
  amount: number;
}

interface ItemSum extends Sum {
  quantity: number;
  refunded: number;
}

const cents = (value: number): number => Number(value.toFixed(2));

/** Adds up order rows by product, day and hour. Columns of the buyer are never decoded. */
export function accumulateOrders(table: LargeTable): Accumulator {
  const [idColumn, statusColumn, timeColumn] = ['orderId', 'status', 'paidAt'].map((field) => indexOf(table, field));
  const paidColumn = figureColumn(indexOf(table, 'paid') ?? indexOf(table, 'due'), 'sales_amount');
  const quantityColumn = figureColumn(indexOf(table, 'quantity'), 'paid_items', false);
  const refundColumns = table.columns.filter((column) => column.field === 'refund').flatMap((column) => figureColumn(column, 'refund_amount') ?? []);
  const statuses = createInterner((text) => orderStatus(unguard(text)), 2_000);
  const products = createProducts(indexOf(table, 'item'), indexOf(table, 'itemId'), (text) => maskText(unguard(text)));
  const byItem: ItemSum[] = [];
  /** by hour of a moment: days × 24 + hour */
  const byHour = new Map<number, Sum>();
  let [closed, open] = [0, 0];
  const statusOf = (row: CellRow): string => {
    if (!statusColumn) return '';
    const id = statuses.of(row, statusColumn.index);
    return id >= 0 ? statuses.text(id) : orderStatus(unguard(row.text(statusColumn.index)));
  };
  return {
    add(row) {
      checkId(table, row, idColumn);
      const amount = amountAt(table, row, paidColumn);
      const quantity = amountAt(table, row, quantityColumn);
      const moment = timeColumn ? momentAt(table, row, timeColumn) : -1;
      const status = statusOf(row);
      if (status === 'closed') closed++;
      else if (status === 'open' || amount <= 0) open++;
      else {
        const sum = (byItem[products.of(row)] ??= { count: 0, amount: 0, quantity: 0, refunded: 0 });
        sum.count++;
        sum.amount += amount;
        sum.quantity += quantity;
        sum.refunded += refundOf(table, row, refundColumns);
        if (moment >= 0) plus(byHour, Math.floor(moment / 3600), 1, amount);
      }
      return 'used';
    },
    sharing: {
      get crowded() {
        return products.crowded;
      },
      sums: () => ({ orders: { products: products.list, byItem, byHour, closed, open } satisfies OrderPart }),
      absorb({ orders: part }) {
        if (!part) return;
        products.absorb(part.products).forEach((product, index) => addTo((byItem[product] ??= { count: 0, amount: 0, quantity: 0, refunded: 0 }), part.byItem[index]));
        for (const [hour, sum] of part.byHour) plus(byHour, hour, sum.count, sum.amount);
        closed += part.closed;
        open += part.open;
      },
    },
    result: () => ({ orders: summaryOf(byItem.map((sum, index) => ({ item: products.list[index]?.item ?? '', itemId: products.list[index]?.itemId ?? '', ...sum })), byHour, { closed, open }) }),
  };
}

function addTo(sum: ItemSum, more: Readonly<ItemSum> | undefined): void {
  sum.count += more?.count ?? 0;
  sum.amount += more?.amount ?? 0;
  sum.quantity += more?.quantity ?? 0;
  sum.refunded += more?.refunded ?? 0;
}

/** `closed`, `open` or '' (decided by the amount). */
function orderStatus(status: string): string {
  if (/关闭|取消/.test(status)) return 'closed';
  return /等待买家付款|待付款|未付款/.test(status) ? 'open' : '';
}

/** The amount of the first refund column that holds one; words such as `无退款申请` are none. */
function refundOf(table: LargeTable, row: CellRow, columns: readonly FigureColumn[]): number {
  for (const column of columns) {
    const value = figureAt(table, row, column, true);
    if (!Number.isNaN(value)) return value;
  }
  return 0;
}

function summaryOf(items: OrderSummary['byItem'], byHour: ReadonlyMap<number, Sum>, states: { readonly closed: number; readonly open: number }): OrderSummary {
  const total = (pick: (sum: ItemSum) => number) => items.reduce((all, sum) => all + pick(sum), 0);
  return {
    paid: { count: total((sum) => sum.count), amount: cents(total((sum) => sum.amount)) }, ...states,
    refunded: cents(total((sum) => sum.refunded)), quantity: total((sum) => sum.quantity),
    byItem: items.map((sum) => ({ ...sum, amount: cents(sum.amount), refunded: cents(sum.refunded) })).sort((a, b) => b.amount - a.amount),
    byDay: regroup(byHour, (hour) => Math.floor(hour / 24)).map(([day, sum]) => ({ date: dateOfDay(day), ...sum })),
    byHour: regroup(byHour, (hour) => hour % 24).map(([hour, sum]) => ({ hour, ...sum })),
  };
}

function regroup(byHour: ReadonlyMap<number, Sum>, keyOf: (hour: number) => number): [number, Sum][] {
  const sums = new Map<number, Sum>();
  for (const [hour, { count, amount }] of byHour) plus(sums, keyOf(hour), count, amount);
  return [...sums].map(([key, sum]): [number, Sum] => [key, { count: sum.count, amount: cents(sum.amount) }]).sort((a, b) => a[0] - b[0]);
}

function plus(sums: Map<number, Sum>, key: number, count: number, amount: number): void {
  const sum = sums.get(key);
  if (sum) {
    sum.count += count;
    sum.amount += amount;
  } else sums.set(key, { count, amount });
}
