import type { SheetKey, TableName } from '../plan';
import { text } from '../references';

/** points; with the widths of the cover all its cells fit one page of A4 */
export const ROW_HEIGHT = 18;

/** Sheets that come with their data. */
export type ArrivingKey = Extract<SheetKey, 'hour' | 'item' | 'refund' | 'inquiry' | 'silent' | 'review' | 'department'>;

/** Their tables, a column that every row has, and the columns for what people conclude. */
export const arrivingTables: Readonly<Record<ArrivingKey, { readonly table: TableName; readonly what: string; readonly notes: readonly string[] }>> = {
  hour: { table: 'tblHour', what: 'slot', notes: ['why'] },
  item: { table: 'tblItem', what: 'item', notes: ['marketing', 'convert', 'recommend'] },
  refund: { table: 'tblRefund', what: 'item', notes: ['cause', 'measure'] },
  inquiry: { table: 'tblInquiry', what: 'category', notes: ['answer'] },
  silent: { table: 'tblSilent', what: 'item', notes: ['product', 'page', 'activity', 'advice'] },
  review: { table: 'tblReview', what: 'word', notes: ['use'] },
  department: { table: 'tblDepartment', what: 'finding', notes: ['ask'] },
};
export const isArriving = (key: string): key is ArrivingKey => key in arrivingTables;

/** A sentence as a formula; `#` stands for a number: `还缺 # 项` → `"还缺 "&(…)&" 项"`. */
export function sentence(words: string, ...numbers: readonly string[]): string {
  return words.split('#').flatMap((part, index) => [...(part === '' ? [] : [text(part)]), ...(index < numbers.length ? [`(${numbers[index] ?? '0'})`] : [])]).join('&');
}
