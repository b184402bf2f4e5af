import { parseDeadline } from '../../retro/deadlines';
import { maskText } from '../../retro/masking';
import type { ActionRecord } from '../../retro/types';
import type { TableRow } from '../table';
import type { IntakeOptions } from '../types';
import { emptiness } from '../values/empty';
import { unguard } from '../values/text';
import { idNames, noteNames } from './fields';
import { cellOf, columnOf, optional, ownNumber, type BoundTable, type KindModule, type KindSpec, type Ledger } from './kind';

export const actionsSpec: KindSpec = {
  kind: 'actions',
  fields: [
    { field: 'id', names: ['行动编号', ...idNames] },
    { field: 'what', names: ['行动', '行动项', '改进', '改进项', '改进点', '要做什么', '要做的事', '改进措施', '措施', '做什么', '任务', '行动计划', '改进方案', '待办', '待办事项', '改进行动', '行动内容', '任务内容', '具体措施', '具体行动', '事项', '工作事项', '对策', '改进动作', '解决方案', 'action'] },
    { field: 'owner', names: ['负责人', '责任人', '谁', '谁来做', '谁负责', '执行人', '跟进人', '主负责人', 'owner', '负责'] },
    { field: 'deadline', names: ['截止', '截止时间', '截止日期', '完成时间', '什么时候', '什么时候完成', '完成日期', '计划完成时间', '计划完成日期', '时限', '期限', '截止日', '时间', '时间节点', '何时完成', 'deadline', 'ddl'] },
    { field: 'source', names: ['来源', '依据', '问题来源', '来源/依据', '来源(数据/案例编号)', '数据/案例编号', '关联', '对应问题', '问题描述', '问题', '对应指标'] },
    { field: 'measure', names: ['验收标准', '验收', '完成标准', '衡量标准', '怎么验收', '做到什么程度', '达成标准', '目标'] },
    { field: 'priority', names: ['优先级', '重要程度', '紧急程度', '优先'] },
    { field: 'status', names: ['状态', '进度状态', '完成状态', '当前状态'] },
    { field: 'progress', names: ['进展', '进度', '完成说明', '每周跟进', '完成情况', '最新进展'] },
    { field: 'note', names: [...noteNames, '协同部门', '协同人'] },
  ],
  signature: [['what'], ['owner', 'deadline']],
  against: ['用户咨询场景', '客服回复内容'],
  weight: 3,
};

export const actions: KindModule = { spec: actionsSpec, read: (table, ledger, options) => ({ records: { actions: readActions(table, ledger, options) } }) };

/** One action per row (R33). Deadline words become dates counted from today; what is vague, invalid or lacking is flagged, the row stays. */
function readActions(table: BoundTable, ledger: Ledger, options: IntakeOptions): readonly ActionRecord[] {
  const records: ActionRecord[] = [];
  for (const row of table.rows) {
    const record = readAction(table, row, ledger, options);
    if (!record) continue;
    ledger.used(row);
    records.push(record);
  }
  return records;
}

function readAction(table: BoundTable, row: TableRow, ledger: Ledger, options: IntakeOptions): ActionRecord | undefined {
  const raw = (field: string): string => unguard(cellOf(row, columnOf(table, field)));
  const text = (field: string): string => (emptiness(raw(field)) ? '' : maskText(raw(field)));
  const header = (field: string): string => columnOf(table, field)?.header.raw ?? '';
  const what = text('what');
  if (what === '') {
    ledger.unusable(row, { code: 'missing-name', column: header('what'), value: row.cells.join(' ').trim() });
    return undefined;
  }
  const deadlineRaw = raw('deadline');
  const deadline = parseDeadline(deadlineRaw, options.today);
  if (deadline.kind === 'vague') ledger.problem(row.line, { code: 'vague-deadline', column: header('deadline'), value: deadlineRaw });
  if (deadline.kind === 'invalid') ledger.problem(row.line, { code: 'invalid-date', column: header('deadline'), value: deadlineRaw });
  if (deadline.kind === 'none') ledger.problem(row.line, { code: 'vague-deadline', column: header('deadline'), value: '', detail: { empty: 1 } });
  if (text('owner') === '') ledger.problem(row.line, { code: 'missing-owner', column: header('owner'), value: raw('owner') });
  if (text('source') === '') ledger.problem(row.line, { code: 'missing-source', column: header('source'), value: raw('source') });
  return {
    file: table.file, line: row.line,
    ...optional('id', ownNumber(raw('id').trim())),
    what, owner: text('owner'), deadlineRaw: maskText(deadlineRaw),
    ...(deadline.kind === 'date' && { deadline: deadline.date }),
    source: text('source'), measure: text('measure'), priority: text('priority'), status: text('status'), progress: text('progress'), note: text('note'),
  };
}
