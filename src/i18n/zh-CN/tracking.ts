import type { ActionProblem, ActionProblemCode, TrackNote, TrackNoteCode } from '../../retro/tracking';

type Values = TrackNote['values'];
const text = (values: Values, key: string): string => String(values[key] ?? '');

const problems: Readonly<Record<ActionProblemCode, (value: string) => string>> = {
  'vague-deadline': (value) => `截止日期“${value}”没有具体的一天，算不出还剩几天。请写日期，例如 2025-11-30，或“3天内”“下周五”。`,
  'invalid-deadline': (value) => `截止日期“${value}”读不成日期：日历上没有这一天，或写法不认识。请写成 2025-11-30。`,
  'before-event': (value) => `截止日期 ${value} 早于活动开始，多半是年份或月份写错了。请核对。`,
  'two-owners': (value) => `负责人“${value}”像是几个人。请只留一个主负责人，其他人写进“进展”。`,
  'unknown-owner': (value) => `负责人“${value}”不在名单里。请从下拉里选，或把名字加到“配置”的负责人名单。`,
  'unknown-status': (value) => `状态“${value}”不在名单里，提醒可能算不对。请从下拉里选。`,
  'no-source': (value) => `“${value}”没有来源。请写上来源编号：指标 M-、原因 C- 或案例 K-。`,
};

const notes: Readonly<Record<TrackNoteCode, (values: Values) => string>> = {
  'base-rebuilt': () => '“基线副本”不全或被删了，已按变更记录和现在的内容重建。重建之前没看到的改动，这次不会补记。',
  'copied-table': (values) => `工作表“${text(values, 'sheet')}”是行动表的副本（${text(values, 'table')}），不跟踪它。改动请写在原来的行动表里；不用的副本可以删掉。`,
  'log-filtered': (values) => `工作表“${text(values, 'sheet')}”正在筛选，${text(values, 'count')} 处改动还没记上。清除筛选后会补记。`,
  'log-protected': (values) => `工作表“${text(values, 'sheet')}”受保护，${text(values, 'count')} 处改动还没记上。撤销保护后会补记。`,
  'read-only': (values) => `工作簿是只读的，${text(values, 'count')} 处改动还没记上。启用编辑或另存一份后会补记。`,
  'actions-protected': (values) => `工作表“${text(values, 'sheet')}”受保护，编号和日期还没补上。撤销保护后会补。`,
  'double-id': (values) => `编号 ${text(values, 'id')} 出现了两次，第 ${text(values, 'row')} 行改成了 ${text(values, 'given')}。`,
  'date-read': (values) => `${text(values, 'id')} 的截止日期“${text(values, 'words')}”已换成 ${text(values, 'date')}，原话记在变更记录里。`,
  unfinished: () => '上一次生成没有写完。再点一次生成，写完后会接着记录改动。',
  'column-gone': (values) => `行动表里找不到“${text(values, 'column')}”这一列，暂时不跟踪它。把列名改回来，就会接着跟踪。`,
};

/** What looking at the action table says: rows a person has to put right, and what to know about the look itself. */
export const tracking = {
  problem: ({ code, value }: Pick<ActionProblem, 'code' | 'value'>) => problems[code](value),
  note: ({ code, values }: TrackNote) => notes[code](values),
};
