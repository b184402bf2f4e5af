import { maskText } from '../../retro/masking';
import type { ReviewRecord } from '../../retro/types';
import type { TableRow } from '../table';
import type { IntakeOptions } from '../types';
import { emptiness } from '../values/empty';
import { parsePlainNumber } from '../values/number';
import { foldValue, unguard } from '../values/text';
import { dateNames, itemIdNames, itemNames, orderIdNames } from './fields';
import { cellOf, columnOf, columnsOf, type BoundTable, type KindModule, type KindSpec, type Ledger } from './kind';
import { checkedId } from './refunds';
import { readTime } from './times';

export const reviewsSpec: KindSpec = {
  kind: 'reviews',
  fields: [
    { field: 'time', names: ['评价时间', '评论时间', ...dateNames] },
    { field: 'orderId', names: orderIdNames },
    { field: 'item', names: itemNames },
    { field: 'itemId', names: itemIdNames },
    { field: 'result', names: ['评价结果', '评价等级', '评价星级', '评分', '星级', '评价类型', '打分'] },
    { field: 'text', names: ['评价内容', '评论内容', '初评', '评价', '评论', '初评内容', '评价文本'] },
    { field: 'followUp', names: ['追加评价', '追评', '追加评论', '追评内容'] },
    { field: 'reply', names: ['商家回复', '卖家回复', '回复内容'] },
    { field: 'score', names: ['描述相符', '服务态度', '物流服务', '商品评分', '服务评分', '物流评分'], repeats: true },
    { field: 'buyer', names: ['用户昵称', '买家昵称', '买家', '评价人'] },
  ],
  signature: [['text'], ['result', 'score', 'followUp']],
  against: ['退款编号'],
  weight: 7,
};

export const reviews: KindModule = { spec: reviewsSpec, read: (table, ledger, options) => ({ records: { reviews: readReviews(table, ledger, options) } }) };

const defaultText = /此用户没有填写评价|系统默认好评|用户未填写|该用户未填写|没有填写评价内容|默认好评/;

/** Good, neutral or bad from words (好评) or stars (`5星`, `5.0`, 1–5); undefined when neither (DOMAIN 5.10). */
export function moodOf(result: string): ReviewRecord['mood'] | undefined {
  const text = foldValue(result);
  if (/差评|不满意|负/.test(text)) return 'bad';
  if (/中评|一般/.test(text)) return 'neutral';
  if (/好评|满意|正/.test(text)) return 'good';
  const stars = parsePlainNumber(text.replace(/[星分颗]$/, ''));
  if (stars === undefined || stars < 0 || stars > 5) return undefined;
  return stars >= 4 ? 'good' : stars >= 3 ? 'neutral' : 'bad';
}

/** One review per row. Buyer and order number are dropped; texts are masked (R28). */
function readReviews(table: BoundTable, ledger: Ledger, options: IntakeOptions): readonly ReviewRecord[] {
  const records: ReviewRecord[] = [];
  for (const row of table.rows) {
    const result = unguard(cellOf(row, columnOf(table, 'result')));
    const score = columnsOf(table, 'score').map((column) => cellOf(row, column)).find((cell) => !emptiness(cell)) ?? '';
    const mood = moodOf(result) ?? (result === '' ? moodOf(score) : undefined);
    const id = columnOf(table, 'orderId');
    if (mood === undefined) {
      ledger.unusable(row, { code: 'not-a-number', column: columnOf(table, 'result')?.header.raw ?? '', value: result });
      continue;
    }
    ledger.used(row);
    if (id) checkedId(row, id, ledger);
    records.push({ ...readTexts(table, row), mood, ...timeOf(table, row, options, ledger) });
  }
  return records;
}

function readTexts(table: BoundTable, row: TableRow): Omit<ReviewRecord, 'mood' | 'time'> {
  const text = (field: string): string => maskText(unguard(cellOf(row, columnOf(table, field))));
  const words = text('text');
  return { file: table.file, line: row.line, item: text('item'), itemId: unguard(cellOf(row, columnOf(table, 'itemId'))), text: words, followUp: text('followUp'), isDefault: words === '' || defaultText.test(words) };
}

function timeOf(table: BoundTable, row: TableRow, options: IntakeOptions, ledger: Ledger): { readonly time?: string } {
  const time = readTime(row, columnOf(table, 'time'), options, ledger);
  return time ? { time } : {};
}
