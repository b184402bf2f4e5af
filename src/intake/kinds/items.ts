import { maskText } from '../../retro/masking';
import type { ItemRecord } from '../../retro/types';
import { roleOfRow } from '../roles';
import type { TableRow } from '../table';
import type { IntakeOptions } from '../types';
import { emptiness } from '../values/empty';
import { unguard } from '../values/text';
import { figuresOf, headersOf, metricColumnsOf, type MetricColumn } from './columns';
import { carriedDown } from './blocks';
import { dateNames, itemIdNames, itemNames } from './fields';
import { cellOf, columnOf, type BoundTable, type KindModule, type KindSpec, type Ledger } from './kind';
import { checkedId } from './refunds';
import { parseDays } from './times';
import { checkTotals } from './totals';

export const itemsSpec: KindSpec = {
  kind: 'items',
  fields: [
    { field: 'date', names: dateNames },
    { field: 'itemId', names: itemIdNames },
    { field: 'item', names: itemNames },
    { field: 'status', names: ['商品状态', '状态'] },
    { field: 'audience', names: ['适用人群', '人群', '目标人群'] },
    { field: 'tier', names: ['档次', '价格档', '高中低档', '档位'] },
    { field: 'age', names: ['年龄段', '年龄'] },
  ],
  signature: [['itemId', 'item']],
  minMetrics: 1,
  against: ['订单编号', '订单号', '评价内容', '退款编号'],
  metrics: 'shop',
  weight: 3,
};

export const silentSpec: KindSpec = {
  kind: 'silent',
  fields: itemsSpec.fields,
  signature: [['itemId', 'item', 'date']],
  anyMetric: ['silent_sales', 'silent_share', 'silent_conv', 'silent_buyers', 'silent_items', 'silent_aov'],
  minMetrics: 1,
  against: ['订单编号', '订单号', '客服昵称', '旺旺昵称'],
  metrics: 'shop',
  weight: 7,
};

export const items: KindModule = { spec: itemsSpec, read: (table, ledger, options) => ({ records: { items: readItems(table, ledger, options) } }) };
export const silent: KindModule = { spec: silentSpec, read: (table, ledger, options) => ({ records: { silent: readItems(table, ledger, options) } }) };

/** One product (or one day of it) per row (R18, R21). Totals are a cross-check; sums over products are item-level, never the shop's visitors. */
function readItems(table: BoundTable, ledger: Ledger, options: IntakeOptions): readonly ItemRecord[] {
  const columns = metricColumnsOf(table);
  const records: ItemRecord[] = [];
  const totals: ItemRecord[] = [];
  const dateCell = carriedDown(table.rows, columnOf(table, 'date'));
  const hasName = columnOf(table, 'item') !== undefined || columnOf(table, 'itemId') !== undefined;
  for (const row of table.rows) {
    const role = roleOfRow(row);
    const record = readItem(table, row, columns, parseDays(dateCell(row), options.year), role ? undefined : ledger);
    if (role) {
      ledger.skip(row, role);
      if (role === 'total') totals.push(record);
    } else if (hasName && record.item === '' && record.itemId === '') {
      ledger.unusable(row, { code: 'missing-name', column: (columnOf(table, 'item') ?? columnOf(table, 'itemId'))?.header.raw ?? '', value: row.cells.join(' ').trim() });
    } else {
      ledger.used(row);
      records.push(record);
    }
  }
  checkTotals(totals, records, headersOf(columns), ledger);
  return records;
}

function readItem(table: BoundTable, row: TableRow, columns: readonly MetricColumn[], days: ReturnType<typeof parseDays>, ledger: Ledger | undefined): ItemRecord {
  const text = (field: string): string => {
    const value = unguard(cellOf(row, columnOf(table, field)));
    return emptiness(value) ? '' : maskText(value);
  };
  const id = ledger ? checkedId(row, columnOf(table, 'itemId'), ledger) : '';
  return {
    file: table.file, line: row.line, item: text('item'), itemId: id, ...(days !== 'bad' && days),
    audience: text('audience'), tier: text('tier'), age: text('age'), figures: figuresOf(row, columns, ledger),
  };
}
