import type { Language, Messages } from '../i18n';
import { inquiryCategories, otherInquiry } from '../retro/taxonomy/inquiry-categories';
import { refundGroupNames } from '../retro/taxonomy/refund-groups';
import type { Fact } from '../retro/facts';
import { wordsOf } from './columns';
import { linkName, type PlanValue, type SheetKey, type SheetPlan, type TableName } from './plan';
import { text } from './references';

/** Tables that always exist, by the prefix of their ids: a formula may look rows up in them. */
const rowTables: Readonly<Record<'M' | 'N' | 'C' | 'K' | 'L' | 'A', { readonly table: TableName; readonly sheet: SheetKey }>> = {
  M: { table: 'tblComparison', sheet: 'comparison' }, N: { table: 'tblNode', sheet: 'node' }, C: { table: 'tblCause', sheet: 'cause' },
  K: { table: 'tblCase', sheet: 'case' }, L: { table: 'tblLesson', sheet: 'lesson' }, A: { table: 'tblAction', sheet: 'action' },
};
/** Sheets that come with their data: a formula cannot name their tables, a link can name their sheets. */
const sheetOfPrefix: Readonly<Record<'H' | 'I' | 'R' | 'Q' | 'S', SheetKey>> = { H: 'hour', I: 'item', R: 'refund', Q: 'inquiry', S: 'silent' };
/** Header row of every table, 1-based, plus one: where its first data row stands while nobody moved the table. */
const FIRST_ROW = 4;

/** The first id that a cell names: `M-07` or `M-107`, before whatever follows. */
export const firstId = (column: string): string => `TRIM(IF(ISNUMBER(-MID({${column}}&"x",5,1)),LEFT({${column}},5),LEFT({${column}},4)))`;
const isAnalysisId = (column: string): string => `OR(${Object.keys(sheetOfPrefix).map((prefix) => `LEFT({${column}},2)="${prefix}-"`).join(',')})`;

/** Whether a row with the first id of this column exists; of the analyses only the shape is looked at. */
export const exists = (column: string): string =>
  `OR(${isAnalysisId(column)},${['tblActual', ...Object.values(rowTables).map(({ table }) => table)].map((table) => `COUNTIF({${table}.id},${firstId(column)})>0`).join(',')})`;

/**
 * A link to the row that the first id of a column names. `CELL("address")` finds the row wherever people moved or renamed
 * its sheet; where a program does not know it, the place of the unmoved table is taken, and last the sheet itself.
 */
export function link(column: string, words: Messages['workbook']): string {
  const rows = Object.entries(rowTables).map(([prefix, { table, sheet }]) => {
    const at = `MATCH(${firstId(column)},{${table}.id},0)`;
    return [prefix, `IFERROR("#"&IFERROR(CELL("address",INDEX({${table}.id},${at})),"'${words.sheets[sheet].replace(/'/g, "''")}'!A"&(${at}+${FIRST_ROW})),"#${linkName(sheet)}")`] as const;
  });
  const sheets = Object.entries(sheetOfPrefix).map(([prefix, sheet]) => [prefix, `"#${linkName(sheet)}"`] as const);
  const address = [...rows, ...sheets].reduceRight((otherwise, [prefix, target]) => `IF(LEFT({${column}},1)="${prefix}",${target},${otherwise})`, `"#${linkName('cover')}"`);
  return `HYPERLINK(${address},${text(words.chain.go)})`;
}

/** What a lesson's evidence or an action's source is worth, in words: missing, without an id, an id nobody has, given. */
export function evidenceCheck(what: string, evidence: string, words: Messages['workbook']): string {
  const { none, unknown, given, words: inWords } = words.chain.evidence;
  return `IF({${what}}="","",IF({${evidence}}="",${text(none)},IF(MID({${evidence}},2,1)<>"-",${text(inWords)},IF(${exists(evidence)},${text(given)},${text(unknown)}))))`;
}

/** Ids of the rows a fact may name, by prefix and natural key: those of the planned tables. */
export type RowIds = ReadonlyMap<string, string>;

export const rowIdsOf = (sheets: readonly SheetPlan[]): RowIds =>
  new Map(sheets.flatMap(({ table }) => (table === undefined ? [] : table.rows.filter(({ id }) => id !== '').map((row) => [`${table.idPrefix}|${row.naturalKey}`, row.id] as const))));

const idOf = (fact: Fact, ids: RowIds): string => ('ref' in fact ? (ids.get(`${fact.ref.prefix}|${fact.ref.naturalKey}`) ?? '') : '');

/** Facts as a cell: one a line, each with the id of its row. */
export function factLines(facts: readonly Fact[], ids: RowIds, language: Language): PlanValue {
  const { fact: sentence } = wordsOf(language).chain;
  const lines = facts.map((fact) => sentence(fact, idOf(fact, ids), nameOf(fact, language)));
  return lines.length === 0 ? null : lines.join('\n');
}

/** Ids of the rows the facts stand in. */
export function factIds(facts: readonly Fact[], ids: RowIds): PlanValue {
  const found = [...new Set(facts.map((fact) => idOf(fact, ids)).filter((id) => id !== ''))];
  return found.length === 0 ? null : found.join(' ');
}

function nameOf(fact: Fact, language: Language): string {
  const lang = language === 'zh-CN' ? 'zh' : 'en';
  if (fact.code === 'refund-group') return refundGroupNames[fact.group][lang];
  return fact.code === 'question' ? (inquiryCategories.find(({ id }) => id === fact.category) ?? otherInquiry)[lang] : '';
}
