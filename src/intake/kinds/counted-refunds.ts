import { maskText } from '../../retro/masking';
import type { RefundPair, RefundSum, RefundSummary } from '../../retro/refunds';
import { classifyRefund } from '../../retro/taxonomy/classify-refund';
import type { Figure } from '../../retro/types';
import { formatOf, readFigure } from '../figures';
import { roleOfRow } from '../roles';
import type { TableRow } from '../table';
import { emptiness } from '../values/empty';
import { parseId } from '../values/id';
import { rounded } from '../values/number';
import { unguard } from '../values/text';
import { idNames, itemIdNames, itemNames, noteNames, orderIdNames } from './fields';
import { cellOf, columnOf, type BoundTable, type KindModule, type KindReading, type KindSpec, type Ledger } from './kind';
import { refundsSpec } from './refunds';
import { checkTotals } from './totals';

const namesOf = (field: string): readonly string[] => refundsSpec.fields.find((known) => known.field === field)?.names ?? [];

/** Refunds that somebody already counted by reason: 原因, 笔数, 金额, also by product (R19). */
export const countedRefundsSpec: KindSpec = {
  kind: 'refunds',
  fields: [
    { field: 'rank', names: ['排名', '排序', ...idNames] },
    { field: 'reason', names: [...namesOf('reason'), '原因', '退款原因分类', '退款原因类型', '售后原因分类'] },
    { field: 'count', names: ['笔数', '退款笔数', '退款单数', '退款单量', '退款订单数', '退款数', '退款量', '退款数量', '成功退款笔数', '售后单量', '售后笔数', '售后单数', '单数', '单量', '订单数', '次数'] },
    { field: 'amount', names: [...namesOf('amount'), '金额', '成功退款金额', '售后金额'] },
    { field: 'share', names: ['占比', '笔数占比', '退款笔数占比'] },
    { field: 'amountShare', names: ['金额占比', '退款金额占比'] },
    { field: 'item', names: itemNames },
    { field: 'itemId', names: itemIdNames },
    { field: 'note', names: [...noteNames] },
  ],
  signature: [['reason'], ['count'], ['amount']],
  against: [...namesOf('refundId'), ...namesOf('status'), ...namesOf('applied'), ...orderIdNames],
  weight: 8,
};

export const countedRefunds: KindModule = { spec: countedRefundsSpec, read: readCounted };

interface Line {
  readonly line: number;
  readonly pair: RefundPair;
  readonly figures: { readonly refund_count: Figure; readonly refund_amount: Figure };
}

/** One reason (of one product) per row. Totals are a cross-check; a reason that stands twice is added up. The words of the reason are all there is to classify by. */
function readCounted(table: BoundTable, ledger: Ledger): KindReading {
  const lines: Line[] = [];
  const totals: Line[] = [];
  const [reasonColumn, countColumn, amountColumn] = ['reason', 'count', 'amount'].map((field) => columnOf(table, field));
  for (const row of table.rows) {
    const role = roleOfRow(row);
    const reason = unguard(cellOf(row, reasonColumn));
    if (role) {
      ledger.skip(row, role);
      if (role === 'total') totals.push(lineOf(table, row, reason));
      continue;
    }
    if (emptiness(reason)) {
      ledger.unusable(row, { code: 'missing-name', column: reasonColumn?.header.raw ?? '', value: row.cells.join(' ').trim() });
      continue;
    }
    const line = lineOf(table, row, reason, ledger);
    if (line.figures.refund_count.kind !== 'number' && line.figures.refund_amount.kind !== 'number') {
      ledger.unusable(row, { code: 'not-a-number', column: countColumn?.header.raw ?? '', value: unguard(cellOf(row, countColumn)) });
      continue;
    }
    ledger.used(row);
    lines.push(line);
  }
  checkTotals(totals, lines, [{ key: 'refund_count', header: countColumn?.header.raw ?? '' }, { key: 'refund_amount', header: amountColumn?.header.raw ?? '' }], ledger);
  return { records: { refundSummary: summarise(lines.map(({ pair }) => pair)) } };
}

function lineOf(table: BoundTable, row: TableRow, reason: string, ledger?: Ledger): Line {
  const figure = (field: 'count' | 'amount', metric: string): Figure => {
    const column = columnOf(table, field);
    if (!column) return { kind: 'missing' };
    const raw = cellOf(row, column);
    const { figure: value, problem } = readFigure(raw, formatOf(metric, column.header.unit));
    if (problem) ledger?.problem(row.line, { ...problem, column: column.header.raw, value: unguard(raw) });
    // Refunds exported as negative numbers (Q29).
    return value.kind === 'number' ? { kind: 'number', value: Math.abs(value.value) } : value;
  };
  const text = (field: string): string => {
    const value = unguard(cellOf(row, columnOf(table, field)));
    return emptiness(value) ? '' : maskText(value);
  };
  const figures = { refund_count: figure('count', 'refund_count'), refund_amount: figure('amount', 'refund_amount') };
  const [item, itemId, words] = [text('item'), parseId(cellOf(row, columnOf(table, 'itemId'))).id, maskText(reason)];
  const { group } = classifyRefund(words, '');
  return { line: row.line, figures, pair: { key: [itemId || item, words, group].join('|'), item, itemId, reason: words, group, count: valueOf(figures.refund_count), amount: valueOf(figures.refund_amount), lines: 1 } };
}

const valueOf = (figure: Figure): number => (figure.kind === 'number' ? figure.value : 0);

function summarise(pairs: readonly RefundPair[]): RefundSummary {
  const amount = rounded(pairs.reduce((sum, pair) => sum + pair.amount, 0));
  return {
    count: pairs.reduce((sum, pair) => sum + pair.count, 0), amount, freight: 0, open: 0, closed: 0,
    byGroup: merged(pairs, ({ group }) => group, ({ group, count, amount: part }) => ({ group, count, amount: part, share: 0 })).map((row) => ({ ...row, share: amount === 0 ? 0 : row.amount / amount })),
    byReason: merged(pairs, ({ reason }) => reason, ({ reason, group, count, amount: part }) => ({ reason, group, count, amount: part })),
    byItem: merged(pairs.filter(({ item, itemId }) => item !== '' || itemId !== ''), ({ item, itemId }) => itemId || item, ({ item, itemId, group, count, amount: part }) => ({ item, itemId, topGroup: group, count, amount: part })),
    lines: merged(pairs, ({ key }) => key, (pair) => pair),
  };
}

/** Rows of one key added up, largest amount first. */
function merged<R extends RefundSum>(pairs: readonly RefundPair[], keyOf: (pair: RefundPair) => string, rowOf: (pair: RefundPair) => R): R[] {
  const rows = new Map<string, R>();
  for (const pair of pairs) {
    const row = rowOf(pair);
    const known = rows.get(keyOf(pair));
    rows.set(keyOf(pair), known === undefined ? row : { ...known, count: known.count + row.count, amount: rounded(known.amount + row.amount) });
  }
  return [...rows.values()].sort((a, b) => b.amount - a.amount || b.count - a.count);
}
