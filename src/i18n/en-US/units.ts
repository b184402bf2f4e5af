import type { Unit } from '../../retro/types';

export const units: Readonly<Record<Unit, string>> = { 元: 'CNY', '%': '%', 秒: 's', 人: 'people', 件: 'pcs', 次: 'times', 单: 'orders', 条: 'items', 分: 'points', 天: 'days', 小时: 'h', 倍: '×', 字: 'chars', 时段: 'hour', 文本: 'text', '': '' };
