import { unguard } from './values/text';
import type { TableRow } from './table';
import type { SkipReason } from './types';

const totals = /^(?:合计|总计|小计|汇总|汇总值|总和|总数|共计|总|全部|店铺汇总值|店铺合计|团队合计|团队汇总|全店|全店汇总|本店|环比|同比|环比变化|同比变化)$/;
const averages = /^(?:均值|平均|平均值|平均数|店铺平均值|店铺均值|团队平均|团队均值|人均|全店平均)$/;
const peers = /^(?:同行.*|行业.*|同层.*|竞品.*|大盘.*)$/;

/** What a summary row is by its first written cell (DOMAIN Q11): a total, an average, a peer row, or none of these. */
export function summaryRole(text: string): Extract<SkipReason, 'total' | 'average' | 'peer'> | undefined {
  const word = unguard(text).normalize('NFKC').replace(/\s+|[:：]$/g, '').replace(/\([^()]*\)$/, '');
  if (totals.test(word)) return 'total';
  if (averages.test(word)) return 'average';
  return peers.test(word) ? 'peer' : undefined;
}

/** Role of a row: the first written cell among the first `depth` decides. */
export function roleOfRow(row: TableRow, depth = 3): ReturnType<typeof summaryRole> {
  for (const cell of row.cells.slice(0, depth)) if (cell.trim() !== '') return summaryRole(cell);
  return undefined;
}
