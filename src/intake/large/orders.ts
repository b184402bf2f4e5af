import { maskText } from '../../retro/masking';
import type { OrderSummary } from '../../retro/orders';
import type { BoundColumn } from '../kinds/kind';
import type { CellRow } from '../read-cells';
import { parseDateTime } from '../values/date-time';
import { parseId } from '../values/id';
import { unguard } from '../values/text';
import { indexOf, type Accumulator, type LargeTable } from './accumulator';
import { createInterner, hourStampOfCell, isEmptyCell, numberOfCell } from './cell-bytes';

interface ItemSum {
  count: number;
  amount: number;
  quantity: number;
  refunded: number;
}

const cents = (value: number): number => Number(value.toFixed(2));

/** Adds up order rows by product, day and hour. Columns of the buyer are never decoded. */
export function accumulateOrders(table: LargeTable): Accumulator {
  const [statusColumn, itemColumn, idColumn, quantityColumn, timeColumn] = ['status', 'item', 'itemId', 'quantity', 'paidAt'].map((field) => indexOf(table, field));
  const paidColumn = indexOf(table, 'paid') ?? indexOf(table, 'due');
  const refundColumns = table.columns.filter((column) => column.field === 'refund');
  const statuses = createInterner((text) => orderStatus(unguard(text)), 2_000);
  const items = createInterner((text) => maskText(unguard(text)));
  const ids = createInterner((text) => parseId(text).id);
  const byItem = new Map<number, ItemSum>();
  const byStamp = new Map<number, { count: number; amount: number }>();
  let [closed, open] = [0, 0];
  return {
    add(row) {
      const amount = money(table, row, paidColumn);
      const status = statusColumn ? statuses.text(statuses.of(row, statusColumn.index)) : '';
      if (status === 'closed') closed++;
      else if (status === 'open' || amount <= 0) open++;
      else {
        const key = (idColumn ? ids.of(row, idColumn.index) : 0) * 1_000_000 + (itemColumn ? items.of(row, itemColumn.index) : 0);
        const sum = byItem.get(key) ?? { count: 0, amount: 0, quantity: 0, refunded: 0 };
        if (sum.count === 0) byItem.set(key, sum);
        sum.count++;
        sum.amount += amount;
        sum.quantity += money(table, row, quantityColumn);
        sum.refunded += refundOf(row, refundColumns);
        const stamp = stampOf(table, row, timeColumn);
        if (stamp >= 0) {
          const moment = byStamp.get(stamp);
          if (moment) {
            moment.count++;
            moment.amount += amount;
          } else byStamp.set(stamp, { count: 1, amount });
        }
      }
      return 'used';
    },
    result: () => ({ orders: summaryOf(byItem, byStamp, { closed, open }, (key) => ({ itemId: ids.text(Math.floor(key / 1_000_000)), item: items.text(key % 1_000_000) })) }),
  };
}

/** `closed`, `open` or '' (decided by the amount). */
function orderStatus(status: string): string {
  if (/关闭|取消/.test(status)) return 'closed';
  return /等待买家付款|待付款|未付款/.test(status) ? 'open' : '';
}

/** The number of a cell; what is none is named and counts as 0. */
export function money(table: LargeTable, row: CellRow, column: BoundColumn | undefined): number {
  if (!column) return 0;
  const value = numberOfCell(row, column.index);
  if (value === 'bad') table.problem(row, column, 'not-a-number');
  return typeof value === 'number' ? value : 0;
}

/** `YYYYMMDDHH` of a cell; -1 when empty or unreadable, the latter named. */
export function stampOf(table: LargeTable, row: CellRow, column: BoundColumn | undefined): number {
  if (!column) return -1;
  const fast = hourStampOfCell(row, column.index);
  if (fast >= 0 || isEmptyCell(row, column.index)) return fast;
  const reading = parseDateTime(row.text(column.index), table.options.year);
  if (reading.kind === 'bad') table.problem(row, column, 'not-a-date');
  return reading.kind === 'date-time' ? Number(reading.value.slice(0, 13).replace(/\D/g, '')) : -1;
}

function refundOf(row: CellRow, columns: readonly BoundColumn[]): number {
  for (const column of columns) {
    const value = numberOfCell(row, column.index);
    if (typeof value === 'number') return value;
  }
  return 0;
}

function summaryOf(
  byItem: ReadonlyMap<number, ItemSum>, byStamp: ReadonlyMap<number, { count: number; amount: number }>, states: { readonly closed: number; readonly open: number },
  nameOf: (key: number) => { readonly item: string; readonly itemId: string },
): OrderSummary {
  const sums = [...byItem.values()];
  const total = (pick: (sum: ItemSum) => number) => sums.reduce((all, sum) => all + pick(sum), 0);
  return {
    paid: { count: total((sum) => sum.count), amount: cents(total((sum) => sum.amount)) }, ...states,
    refunded: cents(total((sum) => sum.refunded)), quantity: total((sum) => sum.quantity),
    byItem: [...byItem].map(([key, sum]) => ({ ...nameOf(key), ...sum, amount: cents(sum.amount), refunded: cents(sum.refunded) })).sort((a, b) => b.amount - a.amount),
    byDay: regroup(byStamp, (stamp) => Math.floor(stamp / 100)).map(([day, sum]) => ({ date: `${String(day).slice(0, 4)}-${String(day).slice(4, 6)}-${String(day).slice(6)}`, ...sum })),
    byHour: regroup(byStamp, (stamp) => stamp % 100).map(([hour, sum]) => ({ hour, ...sum })),
  };
}

function regroup(byStamp: ReadonlyMap<number, { count: number; amount: number }>, keyOf: (stamp: number) => number): [number, { count: number; amount: number }][] {
  const sums = new Map<number, { count: number; amount: number }>();
  for (const [stamp, { count, amount }] of byStamp) {
    const sum = sums.get(keyOf(stamp)) ?? { count: 0, amount: 0 };
    sums.set(keyOf(stamp), { count: sum.count + count, amount: sum.amount + amount });
  }
  return [...sums].map(([key, sum]): [number, { count: number; amount: number }] => [key, { count: sum.count, amount: cents(sum.amount) }]).sort((a, b) => a[0] - b[0]);
}
