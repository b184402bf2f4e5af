import { unguard } from './text';

const missingWords = new Set([
  '', '-', '--', '---', '—', '——', '–', '－', '/', '\\', '无', '暂无', '暂无数据', '无数据', '没有数据', '未统计', '无退款申请', '没有申请退款', 'null', '(null)', 'none', 'nan', 'n/a', 'na', '#n/a',
  '#div/0!', '#value!', '#ref!', '#name?', '#num!', '#null!', '#spill!', '#calc!', '待定', '未定', '未定目标', 'tbd', '空',
]);
const pendingWords = new Set(['延迟统计', '统计中', '数据更新中', '更新中', '计算中', '数据计算中', '数据统计中', '待出数', '未出数', '待更新', '数据延迟', '延迟', '数据准备中', '加载中', 'pending']);

/**
 * Missing (缺), pending (待出数) or neither (DOMAIN V053–V069). Never zero.
 * `延迟统计` and its kin are pending: the tool will publish the figure later.
 */
export function emptiness(raw: string): 'missing' | 'pending' | undefined {
  if (raw === '') return 'missing';
  const first = raw.charCodeAt(0);
  if (first > 0x2f && first < 0x3a) return undefined;
  const text = unguard(raw).normalize('NFKC').toLowerCase();
  if (missingWords.has(text) || /^\*+$/.test(text)) return 'missing';
  if (pendingWords.has(text)) return 'pending';
  return undefined;
}

/** `#####` is what Excel shows when a column is too narrow: the value itself was not copied. */
export function isHashMarks(raw: string): boolean {
  return /^#{3,}$/.test(raw.trim());
}
