import { maskText } from '../../retro/masking';
import type { NodeRecord } from '../../retro/types';
import type { TableRow } from '../table';
import { emptiness } from '../values/empty';
import { unguard } from '../values/text';
import { dateNames, idNames, noteNames } from './fields';
import { cellOf, columnOf, type BoundTable, type KindModule, type KindSpec, type Ledger } from './kind';

export const nodesSpec: KindSpec = {
  kind: 'nodes',
  fields: [
    { field: 'id', names: idNames },
    { field: 'phase', names: ['阶段', '环节', '所属阶段', '时期'] },
    { field: 'area', names: ['模块', '领域', '板块', '方面', '类别', '复盘模块', '运营模块'] },
    { field: 'node', names: ['关键节点/动作', '关键节点', '节点', '关键动作', '关键事项', '工作事项', '事项', '动作'] },
    { field: 'time', names: [...dateNames, '时间节点', '节点时间', '开始时间'] },
    { field: 'work', names: ['工作内容', '做了什么', '具体工作', '执行内容', '工作完成情况', '完成情况', '执行情况'] },
    { field: 'result', names: ['结果', '效果', '完成结果', '产出'] },
    { field: 'problem', names: ['遇到的问题', '问题', '存在问题', '不足'] },
    { field: 'highlight', names: ['亮点', '做得好的'] },
    { field: 'satisfied', names: ['是否满意', '满意吗', '满意/不满意', '满意度', '满意'] },
    { field: 'department', names: ['涉及部门', '部门', '协同部门', '责任部门'] },
    { field: 'owner', names: ['负责人', '责任人'] },
    { field: 'note', names: noteNames },
  ],
  signature: [['phase', 'area'], ['node', 'work'], ['time', 'work', 'result', 'problem', 'highlight', 'satisfied', 'department', 'node']],
  against: ['改进措施', '截止时间', '截止日期', '验收标准'],
  weight: 2,
};

export const nodes: KindModule = { spec: nodesSpec, read: (table, ledger) => ({ records: { nodes: readNodes(table, ledger) } }) };

/** One node of the process per row (R15). A phase or area written once per block is carried down (Q10). */
function readNodes(table: BoundTable, ledger: Ledger): readonly NodeRecord[] {
  const records: NodeRecord[] = [];
  let [phase, area] = ['', ''];
  for (const row of table.rows) {
    const text = (field: string): string => {
      const value = unguard(cellOf(row, columnOf(table, field)));
      return emptiness(value) && value !== '无' ? '' : maskText(value);
    };
    phase = text('phase') || phase;
    area = text('area') || area;
    const record: NodeRecord = {
      file: table.file, line: row.line, phase, area, node: text('node'), time: text('time'), work: text('work'), result: text('result'), problem: text('problem'),
      highlight: text('highlight'), satisfied: text('satisfied'), department: text('department'), owner: text('owner'),
    };
    if (record.node === '' && record.work === '') {
      ledger.unusable(row, { code: 'missing-name', column: nameHeader(table), value: joined(row) });
      continue;
    }
    ledger.used(row);
    records.push(record);
  }
  return records;
}

const nameHeader = (table: BoundTable): string => (columnOf(table, 'node') ?? columnOf(table, 'work'))?.header.raw ?? '';
const joined = (row: TableRow): string => row.cells.join(' ').trim();
