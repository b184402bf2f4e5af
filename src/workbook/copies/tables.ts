import { planWorkbook } from '..';
import type { Language } from '../../i18n';
import { buildRetro } from '../../retro/retro';
import type { ColumnPlan, SheetPlan, TableName, TablePlan } from '../plan';
import { agentSheet } from '../sheets/agent';
import { sheetOfTable } from '../snapshot';

/** A table whose rows are compared, without rows. */
export interface ComparedTable {
  readonly plan: Pick<TablePlan, 'name' | 'columns' | 'idPrefix'>;
  /** columns that people or the data fill: formulas and ids are nobody's words */
  readonly filled: readonly ColumnPlan[];
  /** columns that say what the row is about */
  readonly main: readonly string[];
  /** columns that name the row to people, formulas among them */
  readonly label: readonly string[];
}

/** Columns that say what a row is about, for people and to know a row without its id again. */
const mainColumns: Readonly<Record<Exclude<TableName, 'tblChange'>, readonly string[]>> = {
  tblTarget: ['metric'], tblActual: ['metric'], tblComparison: ['metric'], tblNode: ['node'], tblHour: ['slot'], tblItem: ['item'], tblRefund: ['item', 'reason'], tblInquiry: ['category'], tblSilent: ['item'],
  tblReview: ['kind', 'word'], tblCause: ['source', 'cause'], tblCase: ['scene'], tblLesson: ['rule'], tblDepartment: ['department', 'topic'], tblAgent: ['agent'], tblAction: ['what'], tblFollowUp: ['action', 'week'],
};

/** Columns that hold ids of other rows. */
export const referenceColumns: Readonly<Partial<Record<TableName, readonly string[]>>> = { tblCause: ['source', 'evidence'], tblLesson: ['evidence'], tblAction: ['source'], tblDepartment: ['evidence'], tblFollowUp: ['action'] };

/** Tables whose rows follow from others: a row that only the copy has comes with the data, not with the copy. */
export const derivedTables: ReadonlySet<TableName> = new Set(['tblComparison']);

/** The sheets with tables as a language has them, without rows. `existing`: tables of the workbook, which formulas may speak of. */
export function tableSheets(language: Language, existing: ReadonlySet<TableName>): ReadonlyMap<TableName, SheetPlan & { readonly table: TablePlan }> {
  const retro = buildRetro({ name: '' }, { targets: [], actuals: [], agentTables: [], cases: [], actions: [] });
  const sheets = [...planWorkbook(retro, language, existing).sheets, agentSheet(retro, language)];
  return new Map(sheets.flatMap((sheet) => (sheet.table === undefined ? [] : [[sheet.table.name, { ...sheet, table: sheet.table }] as const])));
}

let tables: ReadonlyMap<TableName, ComparedTable> | undefined;

/** All tables with ids, those that others refer to before those that refer to them. The log is not among them: each workbook has its own. */
export function comparedTables(): ReadonlyMap<TableName, ComparedTable> {
  if (tables !== undefined) return tables;
  const found = [...tableSheets('zh-CN', new Set(Object.keys(sheetOfTable) as TableName[])).values()].flatMap(({ table }) => (table.name === 'tblChange' ? [] : [[table.name, {
    plan: { name: table.name, columns: table.columns, idPrefix: table.idPrefix },
    filled: table.columns.filter(({ role }) => role === 'given' || role === 'typed'),
    main: mainColumns[table.name],
    label: table.name === 'tblCause' ? ['metric', 'cause'] : mainColumns[table.name],
  }] as const]));
  tables = new Map(found.sort(([a], [b]) => Number(a === 'tblFollowUp') - Number(b === 'tblFollowUp')));
  return tables;
}
