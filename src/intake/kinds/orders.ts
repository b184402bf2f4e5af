import { maskText } from '../../retro/masking';
import type { Figure, OrderRecord } from '../../retro/types';
import { formatOf, readFigure } from '../figures';
import { roleOfRow } from '../roles';
import type { TableRow } from '../table';
import type { IntakeOptions } from '../types';
import { parseId } from '../values/id';
import { unguard } from '../values/text';
import { itemIdNames, itemNames, orderIdNames } from './fields';
import { cellOf, columnOf, columnsOf, type BoundTable, type KindModule, type KindReading, type KindSpec, type Ledger } from './kind';
import { checkedId, money } from './refunds';
import { checkDateShift, readTime } from './times';

export const ordersSpec: KindSpec = {
  kind: 'orders',
  fields: [
    { field: 'orderId', names: orderIdNames, repeats: true },
    { field: 'item', names: itemNames },
    { field: 'itemId', names: [...itemIdNames, '货号/商家编码', '商家编码'] },
    { field: 'quantity', names: ['宝贝总数量', '商品数量', '购买数量', '订购数量', '商品件数', '数量', '件数'] },
    { field: 'due', names: ['买家应付货款', '订单应付金额', '商品总价', '总金额', '商品金额', '应付金额', '订单金额', '订单总金额'], repeats: true },
    { field: 'paid', names: ['买家实际支付金额', '用户实付金额', '买家实付金额', '实付金额', '商家实收金额', '商家收入金额'], repeats: true },
    { field: 'status', names: ['订单状态'] },
    { field: 'refund', names: ['退款金额', '退款状态', '售后状态'], repeats: true },
    { field: 'created', names: ['订单创建时间', '订单提交时间', '下单时间'] },
    { field: 'paidAt', names: ['订单付款时间', '支付完成时间', '付款时间', '付款确认时间', '支付时间', '订单成交时间'] },
  ],
  signature: [['orderId'], ['due', 'paid']],
  against: ['退款编号', '售后单号', '服务单号'],
  weight: 5,
};

export const orders: KindModule = { spec: ordersSpec, read: readOrders };

/** One order per row. Name, phone, address and buyer columns are never read (DOMAIN 2.8). */
function readOrders(table: BoundTable, ledger: Ledger, options: IntakeOptions): KindReading {
  const records: OrderRecord[] = [];
  for (const row of table.rows) {
    const role = roleOfRow(row, 2);
    if (role) {
      ledger.skip(row, role);
      continue;
    }
    ledger.used(row);
    records.push(readOrder(table, row, ledger, options));
  }
  checkDateShift(records.flatMap((record) => (record.paidAt ? [record.paidAt] : [])), table.headerLine, columnOf(table, 'paidAt')?.header.raw ?? '', ledger);
  return { records: { orders: records } };
}

function readOrder(table: BoundTable, row: TableRow, ledger: Ledger, options: IntakeOptions): OrderRecord {
  const paidColumn = columnsOf(table, 'paid')[0] ?? columnsOf(table, 'due')[0];
  const paid = money(row, paidColumn, ledger);
  const paidAt = readTime(row, columnOf(table, 'paidAt'), options, ledger);
  return {
    file: table.file, line: row.line,
    orderId: checkedId(row, columnOf(table, 'orderId'), ledger),
    item: maskText(unguard(cellOf(row, columnOf(table, 'item')))), itemId: parseId(cellOf(row, columnOf(table, 'itemId'))).id,
    quantity: count(row, table, ledger), paid, refund: refundOf(table, row),
    state: orderState(unguard(cellOf(row, columnOf(table, 'status'))), paid),
    ...(paidAt && { paidAt }),
  };
}

function count(row: TableRow, table: BoundTable, ledger: Ledger): Figure {
  const column = columnOf(table, 'quantity');
  if (!column) return { kind: 'missing' };
  const { figure, problem } = readFigure(cellOf(row, column), formatOf('paid_items'));
  if (problem) ledger.problem(row.line, { ...problem, column: column.header.raw, value: cellOf(row, column) });
  return figure;
}

/** The amount of the first refund column that holds one; words such as `无退款申请` are 缺. */
function refundOf(table: BoundTable, row: TableRow): Figure {
  for (const column of columnsOf(table, 'refund')) {
    const { figure } = readFigure(cellOf(row, column), formatOf('refund_amount', column.header.unit));
    if (figure.kind === 'number') return figure;
  }
  return { kind: 'missing' };
}

function orderState(status: string, paid: Figure): OrderRecord['state'] {
  if (/关闭|取消/.test(status)) return 'closed';
  if (/等待买家付款|待付款|未付款/.test(status)) return 'open';
  return paid.kind === 'number' && paid.value > 0 ? 'paid' : 'open';
}
