import { maskText } from '../../retro/masking';
import type { CaseKind, CaseRecord } from '../../retro/types';
import type { TableRow } from '../table';
import { emptiness } from '../values/empty';
import { unguard } from '../values/text';
import { idNames } from './fields';
import { cellOf, columnOf, optional, ownNumber, type BoundTable, type KindModule, type KindSpec, type Ledger } from './kind';

export const casesSpec: KindSpec = {
  kind: 'cases',
  fields: [
    { field: 'id', names: ['案例编号', '案例号', ...idNames] },
    { field: 'kind', names: ['类型', '案例类型', '性质', '案例性质', '正负面', '正面/负面', '类别', '分类'] },
    { field: 'scene', names: ['用户咨询场景', '咨询场景', '场景', '客户问题', '用户问题', '场景还原', '客户咨询场景', '买家问题', '场景描述', '案例描述'] },
    { field: 'reply', names: ['客服回复内容', '客服回复', '回复内容', '客服话术', '客服应答', '客服答复', '客服处理', '客服怎么回的', '客服怎么回', '怎么回的', '客服怎么说的'] },
    { field: 'outcome', names: ['处理结果', '结果', '最终结果', '客户反馈', '处理结果/反馈', '结果怎么样', '怎么处理的'] },
    { field: 'peak', names: ['是否峰值', '是否咨询峰值', '咨询峰值', '是否高峰', '峰值'] },
    { field: 'crossTeam', names: ['是否跨部门', '跨部门', '是否涉及跨部门', '是否跨部门协作'] },
    { field: 'breakdown', names: ['问题拆解/亮点', '问题拆解', '亮点', '问题分析', '拆解', '亮点/问题', '原因分析'] },
    { field: 'method', names: ['方法提炼', '方法', '改进方法', '提炼', '优化建议', '话术提炼', '入库话术', '经验'] },
    { field: 'agent', names: ['客服', '客服昵称', '接待客服'] },
  ],
  signature: [['scene'], ['reply', 'outcome']],
  against: ['评价内容'],
  weight: 6,
};

export const cases: KindModule = { spec: casesSpec, read: (table, ledger) => ({ records: { cases: readCases(table, ledger) } }) };

const kinds: readonly (readonly [RegExp, CaseKind])[] = [
  [/负|反面|警示|差|失败|投诉/, 'negative'],
  [/正|标杆|优秀|好|成功|表扬/, 'positive'],
  [/中/, 'neutral'],
];

/** One case per row (R26). Text columns are masked (R28). An incomplete case is used and flagged with the names of its empty fields. */
function readCases(table: BoundTable, ledger: Ledger): readonly CaseRecord[] {
  const records: CaseRecord[] = [];
  for (const row of table.rows) {
    const record = readCase(table, row);
    if (record.scene === '' && record.reply === '') {
      ledger.unusable(row, { code: 'incomplete-case', value: row.cells.join(' ').trim(), detail: { fields: 'scene,reply' } });
      continue;
    }
    ledger.used(row);
    flagCase(table, row, record, ledger);
    records.push(record);
  }
  return records;
}

function readCase(table: BoundTable, row: TableRow): CaseRecord {
  const plain = (field: string): string => {
    const value = unguard(cellOf(row, columnOf(table, field)));
    return emptiness(value) && value !== '无' ? '' : value;
  };
  const text = (field: string): string => maskText(plain(field));
  const kindText = unguard(cellOf(row, columnOf(table, 'kind')));
  return {
    file: table.file, line: row.line,
    ...optional('id', ownNumber(plain('id'))),
    kind: kinds.find(([pattern]) => pattern.test(kindText))?.[1],
    scene: text('scene'), reply: text('reply'), outcome: text('outcome'), peak: text('peak'), crossTeam: text('crossTeam'), breakdown: text('breakdown'), method: text('method'),
  };
}

const required = ['scene', 'reply', 'outcome', 'peak', 'crossTeam'] as const;

function flagCase(table: BoundTable, row: TableRow, record: CaseRecord, ledger: Ledger): void {
  const empty = required.filter((field) => record[field] === '');
  if (empty.length > 0) {
    const first = columnOf(table, empty[0] ?? '');
    ledger.problem(row.line, { code: 'incomplete-case', column: first?.header.raw ?? '', value: cellOf(row, first), detail: { fields: empty.join(',') } });
  }
  if (record.kind === undefined) {
    const column = columnOf(table, 'kind');
    ledger.problem(row.line, { code: 'unknown-kind', column: column?.header.raw ?? '', value: cellOf(row, column) });
  }
}
