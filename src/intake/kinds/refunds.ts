import { maskText } from '../../retro/masking';
import { classifyRefund, type RefundCause } from '../../retro/taxonomy/classify-refund';
import type { Figure, RefundRecord, RefundState } from '../../retro/types';
import { formatOf, readFigure } from '../figures';
import { roleOfRow } from '../roles';
import type { TableRow } from '../table';
import type { IntakeOptions } from '../types';
import { emptiness } from '../values/empty';
import { parseId } from '../values/id';
import { foldValue, unguard } from '../values/text';
import { itemIdNames, itemNames, orderIdNames } from './fields';
import { cellOf, columnOf, columnsOf, type BoundColumn, type BoundTable, type KindModule, type KindReading, type KindSpec, type Ledger } from './kind';
import { checkDateShift, readTime } from './times';

export const refundsSpec: KindSpec = {
  kind: 'refunds',
  fields: [
    { field: 'refundId', names: ['退款编号', '售后单号', '服务单号', '售后编号', '退款单号'] },
    { field: 'orderId', names: [...orderIdNames, '商品单号'], repeats: true },
    { field: 'item', names: itemNames },
    { field: 'itemId', names: [...itemIdNames, '商家编码'] },
    { field: 'amount', names: ['买家退款金额', '退商品金额', '退款金额', '退款总额', '退给买家金额', '申请退款金额', '实退金额', '实际退款金额', '退款总金额', '售后退款金额'] },
    { field: 'freight', names: ['退运费金额'] },
    { field: 'paid', names: ['买家实际支付金额', '用户实付金额', '实付金额', '订单应付金额'] },
    { field: 'status', names: ['退款状态', '售后状态', '服务单状态', '售后单状态', '退款单状态', '审核状态', '处理状态'] },
    { field: 'type', names: ['售后类型', '退款类型', '服务类型', '售后服务类型', '服务单类型', '业务类型'] },
    { field: 'reason', names: ['买家退款原因', '退款原因', '售后原因', '申请原因', '售后申请原因', '申请退款原因', '退款申请原因', '客户申请原因'] },
    { field: 'note', names: ['买家退款说明', '退款说明', '问题描述', '申请说明', '售后说明'] },
    { field: 'memo', names: ['商家备注', '卖家备注', '备注'] },
    { field: 'applied', names: ['退款的申请时间', '退款申请时间', '售后申请时间', '申请时间'] },
    { field: 'finished', names: ['退款完结时间', '售后完结时间', '完结时间', '退款成功时间', '商家退款时间'], repeats: true },
    { field: 'intervened', names: ['客服介入状态', '平台介入状态', '是否介入'] },
    { field: 'goods', names: ['货物状态', '商品发货状态', '是否需要退货', '售中或售后', '部分退款/全部退款'], repeats: true },
    { field: 'ordered', names: ['订单付款时间', '支付完成时间', '付款时间'] },
  ],
  signature: [['refundId', 'status', 'orderId'], ['reason', 'status'], ['amount', 'reason']],
  weight: 8,
};

export const refunds: KindModule = { spec: refundsSpec, read: readRefunds };

/** State of a refund by the platform's words (DOMAIN 2.7); a status may hold a comma and is never split. Without a status column every row is a success. */
export function refundState(status: string): RefundState {
  if (/关闭|取消|拒绝|没有申请|无退款|无售后|驳回/.test(status)) return 'closed';
  return /退款成功|退款完成|已退款|^完成$|^成功$|^已完成$/.test(status) ? 'success' : 'open';
}

/** False for after-sale types that give goods or a repair instead of money (Q25). */
export function moneyBack(type: string): boolean {
  return !/换货|补寄|维修|补发/.test(type);
}

/** One refund per row (R19). Closed ones are skipped but kept, marked; a refund in two downloads counts once, the later one (Q26). */
function readRefunds(table: BoundTable, ledger: Ledger, options: IntakeOptions): KindReading {
  const latest = latestOfEachId(table, options);
  const records: RefundRecord[] = [];
  const causeOf = rememberCauses();
  let negative = false;
  for (const row of table.rows) {
    const role = roleOfRow(row, 2);
    if (role) {
      ledger.skip(row, role);
      continue;
    }
    const record = readRefund(table, row, ledger, options, causeOf);
    if (record.refundId !== '' && latest.get(record.refundId) !== row) {
      ledger.skip(row, 'duplicate');
      continue;
    }
    if (record.state === 'closed') ledger.skip(row, 'closed');
    else ledger.used(row);
    negative ||= /^¥?(?:-|\(.*\)$)/.test(foldValue(cellOf(row, columnOf(table, 'amount')))) && record.amount.kind === 'number' && record.amount.value !== 0;
    records.push(record);
  }
  checkDateShift(records.flatMap((record) => (record.applied ? [record.applied] : [])), table.headerLine, columnOf(table, 'applied')?.header.raw ?? '', ledger);
  const damaged = damagedIds(table);
  const overPaid = records.filter(({ amount, paid }) => amount.kind === 'number' && paid.kind === 'number' && amount.value > paid.value).length;
  return {
    records: { refunds: records },
    notes: [
      ...(negative ? [{ code: 'negative-refunds', text: columnOf(table, 'amount')?.header.raw ?? '' } as const] : []),
      ...(damaged > 0 ? [{ code: 'refunds-not-compared', text: String(damaged) } as const] : []),
      ...(overPaid > 0 ? [{ code: 'refund-over-paid', text: String(overPaid) } as const] : []),
    ],
  };
}

/** The same words come thousands of times: each is classified once per table. */
function rememberCauses(): typeof classifyRefund {
  const known = new Map<string, RefundCause>();
  return (reason, note, memo = '') => {
    const key = `${reason}\u0000${note}\u0000${memo}`;
    const before = known.get(key);
    if (before) return before;
    const cause = classifyRefund(reason, note, memo);
    if (known.size < 20_000) known.set(key, cause);
    return cause;
  };
}

/** For every refund number the row that counts: the one closed last, else the last one. */
function latestOfEachId(table: BoundTable, options: IntakeOptions): ReadonlyMap<string, TableRow> {
  const latest = new Map<string, { row: TableRow; finished: string }>();
  const [idColumn, finishedColumn] = [columnOf(table, 'refundId'), columnOf(table, 'finished')];
  if (!idColumn) return new Map();
  for (const row of table.rows) {
    const { id, state } = parseId(cellOf(row, idColumn));
    if (state !== 'ok') continue;
    const finished = readTime(row, finishedColumn, options) ?? '';
    const before = latest.get(id);
    if (!before || finished >= before.finished) latest.set(id, { row, finished });
  }
  return new Map([...latest].map(([id, { row }]) => [id, row]));
}

/** Rows whose refund number lost its digits in Excel: they cannot be compared and all count. */
function damagedIds(table: BoundTable): number {
  const column = columnOf(table, 'refundId');
  if (!column) return 0;
  return table.rows.filter((row) => {
    const { state } = parseId(cellOf(row, column));
    return (state === 'broken' || state === 'suspect') && !roleOfRow(row, 2);
  }).length;
}

function readRefund(table: BoundTable, row: TableRow, ledger: Ledger, options: IntakeOptions, causeOf: typeof classifyRefund): RefundRecord {
  const column = (field: string): BoundColumn | undefined => columnOf(table, field);
  const text = (field: string): string => {
    const value = unguard(cellOf(row, column(field)));
    return emptiness(value) ? '' : value;
  };
  const status = unguard(cellOf(row, column('status')));
  const state = column('status') ? refundState(status) : 'success';
  const type = maskText(text('type'));
  const words = maskText(text('note'));
  const cause = causeOf(text('reason'), words, text('memo'));
  const applied = readTime(row, column('applied'), options, ledger);
  const finished = columnsOf(table, 'finished').map((candidate) => readTime(row, candidate, options, ledger)).find((time) => time !== undefined);
  return {
    file: table.file, line: row.line,
    refundId: comparableId(row, column('refundId'), ledger),
    item: maskText(text('item')), itemId: parseId(cellOf(row, column('itemId'))).id,
    amount: absolute(money(row, column('amount'), ledger)), freight: absolute(money(row, column('freight'), ledger)), paid: money(row, column('paid'), ledger),
    state, type, counts: state === 'success' && moneyBack(type),
    reason: maskText(text('reason')), words, group: cause.group, basis: cause.basis, secondary: cause.secondary, ...(cause.part && { part: cause.part }), review: cause.review,
    intervened: /客服已经介入|需要客服介入|已介入|^是$/.test(text('intervened')),
    ...(applied && { applied }), ...(finished && { finished }),
  };
}

/** A refund number that can be compared with others: '' for one that Excel rounded, which different refunds may then share (V076). */
function comparableId(row: TableRow, column: BoundColumn | undefined, ledger: Ledger): string {
  const id = checkedId(row, column, ledger);
  return id !== '' && parseId(id).state === 'ok' ? id : '';
}

/** The id as text; a damaged one is named (V075, V076). '' when there is none or its digits are gone. */
export function checkedId(row: TableRow, column: BoundColumn | undefined, ledger: Ledger): string {
  if (!column) return '';
  const reading = parseId(cellOf(row, column));
  if (reading.state === 'broken' || reading.state === 'suspect') ledger.problem(row.line, { code: reading.state === 'broken' ? 'broken-id' : 'suspect-id', column: column.header.raw, value: reading.id });
  return reading.state === 'broken' ? '' : reading.id;
}

/** 元 of a cell; what cannot be read is missing and named. */
export function money(row: TableRow, column: BoundColumn | undefined, ledger: Ledger): Figure {
  if (!column) return { kind: 'missing' };
  const raw = cellOf(row, column);
  const { figure, problem } = readFigure(raw, formatOf('sales_amount', column.header.unit));
  if (problem) ledger.problem(row.line, { ...problem, column: column.header.raw, value: unguard(raw) });
  return figure;
}

/** Refunds exported as negative numbers (Q29). */
function absolute(figure: Figure): Figure {
  return figure.kind === 'number' ? { kind: 'number', value: Math.abs(figure.value) } : figure;
}
