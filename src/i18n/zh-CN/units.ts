import type { Unit } from '../../retro/types';

/** Units as sheets and pane show them. `src/workbook/units.ts` reads them back by meaning. */
export const units: Readonly<Record<Unit, string>> = { 元: '元', '%': '%', 秒: '秒', 人: '人', 件: '件', 次: '次', 单: '单', 条: '条', 分: '分', 天: '天', 小时: '小时', 倍: '倍', 字: '字', 时段: '时段', 文本: '文本', '': '' };
