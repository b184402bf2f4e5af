import type { ListName, TableName } from '../../workbook/plan';

/** A cell of a row that the pane lets people fill. */
export interface FieldSpec {
  readonly key: string;
  /** choices of 配置; without, free text */
  readonly list?: ListName;
  /** one line is enough */
  readonly short?: true;
  /** ids of other rows */
  readonly evidence?: true;
}

/** What the pane shows of a row and lets people fill: the rest is edited in the sheet. */
export interface RowForm {
  /** shown above the fields, read only */
  readonly context: readonly string[];
  readonly fields: readonly FieldSpec[];
}

const satisfied: FieldSpec = { key: 'satisfied', list: 'lstSatisfied' };
const evidence: FieldSpec = { key: 'evidence', short: true, evidence: true };

/** Forms by table. A table without form is only gone to. */
export const rowForms: Readonly<Partial<Record<TableName, RowForm>>> = {
  tblComparison: { context: ['target', 'actual', 'state', 'explanation', 'yoy', 'industry', 'probe'], fields: [satisfied, { key: 'judgement' }] },
  tblNode: { context: ['phase', 'area', 'time', 'work', 'probe'], fields: [{ key: 'result' }, { key: 'problem' }, { key: 'highlight' }, satisfied] },
  tblCause: {
    context: ['kind', 'source', 'metric', 'state', 'finding', 'shown', 'check'],
    fields: [{ key: 'part', short: true }, { key: 'team' }, { key: 'cause' }, { key: 'root' }, { key: 'control', list: 'lstControl' }, { key: 'mitigation' }, { key: 'conclusion' }, evidence],
  },
  tblCase: { context: ['kind', 'scene', 'reply', 'outcome', 'peak', 'crossTeam', 'complete'], fields: [{ key: 'breakdown' }, { key: 'method' }, { key: 'script' }] },
  tblLesson: {
    context: ['check'],
    fields: [{ key: 'kind', list: 'lstLessonKind' }, { key: 'rule' }, { key: 'scope' }, { key: 'prediction' }, { key: 'adopt', list: 'lstAdopt' }, { key: 'reusable', list: 'lstYesNo' }, evidence],
  },
  tblAction: { context: ['owner', 'deadline', 'status', 'reminder'], fields: [{ key: 'what' }, { key: 'source', short: true, evidence: true }, { key: 'measure' }, { key: 'progress' }, { key: 'effect' }] },
  tblItem: { context: ['sales', 'units', 'consult', 'refundShare'], fields: [{ key: 'marketing' }, { key: 'convert' }, { key: 'recommend' }] },
  tblRefund: { context: ['reason', 'group', 'count', 'amount'], fields: [{ key: 'cause' }, { key: 'measure' }] },
  tblInquiry: { context: ['count', 'share', 'handler', 'example'], fields: [{ key: 'answer' }] },
  tblSilent: { context: ['silentSales', 'share', 'conversion', 'state'], fields: [{ key: 'product' }, { key: 'page' }, { key: 'activity' }, { key: 'advice' }] },
  tblHour: { context: ['volume', 'response', 'state'], fields: [{ key: 'why' }] },
};
