import type { TableName } from './plan';

/**
 * What the team writes, by table: looked at for blame. The words of customers and the original reply of a case are material
 * and stay as they are (DOMAIN 3.3).
 */
export const teamColumns: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  tblTarget: ['purpose', 'expected'], tblComparison: ['judgement'], tblNode: ['work', 'result', 'problem', 'highlight'],
  tblCause: ['part', 'team', 'cause', 'root', 'mitigation', 'conclusion'], tblHour: ['why'], tblItem: ['marketing', 'convert', 'recommend'], tblRefund: ['cause', 'measure'],
  tblInquiry: ['answer'], tblSilent: ['product', 'page', 'activity', 'advice'], tblCase: ['breakdown', 'method'], tblLesson: ['rule', 'scope', 'prediction'],
  tblAction: ['what', 'measure', 'progress', 'effect'],
};

/** Column that says in the sheet's own words what a row is. */
export const labelColumn: Readonly<Partial<Record<TableName, string>>> = {
  tblTarget: 'metric', tblActual: 'metric', tblComparison: 'metric', tblNode: 'node', tblCause: 'metric', tblHour: 'slot', tblItem: 'item', tblRefund: 'item', tblInquiry: 'category', tblSilent: 'item',
  tblCase: 'scene', tblLesson: 'rule', tblAction: 'what', tblDepartment: 'finding',
};

/** A finding ignored once stays ignored as long as its sentence stays as it is. */
export const wordingMark = (table: TableName, id: string, column: string, sentence: string): string => `${table}|${id}|${column}|${sentence}`;
