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
export const firstId = (column: string): string => `LEFT({${column}},4+ISNUMBER(-MID({${column}}&"x",5,1)))`;
const beginsWithId = (column: string): string => `MID({${column}},2,1)="-"`;
const isAnalysisId = (column: string): string => `ISNUMBER(SEARCH(LEFT({${column}},2),"${Object.keys(sheetOfPrefix).map((prefix) => `${prefix}-`).join('')}"))`;
const counts = (id: string): string => ['tblActual', ...Object.values(rowTables).map(({ table }) => table)].map((table) => `COUNTIF({${table}.id},${id})`).join('+');

/** Whether a row with the first id of this column exists; of the analyses only the shape is looked at. */
const exists = (column: string): string => `OR(${isAnalysisId(column)},${counts(firstId(column))}>0)`;

/** Columns by which people call a row without its id: a case by its own number, a metric or a node by its name. */
const named = [{ table: 'tblCase', column: 'given', sheet: 'case' }, { table: 'tblComparison', column: 'metric', sheet: 'comparison' }, { table: 'tblActual', column: 'metric', sheet: 'actual' }, { table: 'tblNode', column: 'node', sheet: 'node' }] as const;
const placeOf = (column: string, { table, column: key }: { readonly table: TableName; readonly column: string }): string => `MATCH({${column}},{${table}.${key}},0)`;
const isNamed = (column: string): string => `OR(${named.map((place) => `ISNUMBER(${placeOf(column, place)})`).join(',')})`;

/** Ids after the first that are looked up: a third and later one is left to the add-in, or the formula would outgrow Excel's limit. */
const LATER_IDS = 1;

/** Whether an id after the first is one that no row has: a letter of ours, a hyphen and two digits, not within a longer code. */
function unknownLater(column: string): string {
  const cell = `{${column}}`;
  const hyphens = Array.from({ length: LATER_IDS }).reduce<string[]>((all) => [...all, `SEARCH("-",${cell},${all.length === 0 ? '5' : `${all.at(-1) ?? ''}+1`})`], []);
  return `OR(${hyphens.map((at) => {
    const isId = `ISNUMBER(SEARCH(MID(${cell},${at}-1,1),"${Object.keys(rowTables).join('')}")),ISNUMBER(-MID(${cell},${at}+1,2)),NOT(ISNUMBER(SEARCH(MID(${cell},${at}-2,1),"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")))`;
    return `IFERROR(IF(AND(${isId}),${counts(`MID(${cell},${at}-1,4)&"*"`)}=0,FALSE),FALSE)`;
  }).join(',')})`;
}

/** Whether a cell that begins with an id names one, first or second, that no row has. */
export const namesUnknown = (column: string): string => `AND(${beginsWithId(column)},OR(NOT(${exists(column)}),${unknownLater(column)}))`;

/**
 * A link to the row that the first id of a column names, or that is called by its name. `CELL("address")` finds the row wherever people
 * moved or renamed its sheet; where a program does not know it, the place of the unmoved table is taken, and last the sheet itself.
 */
export function link(column: string, words: Messages['workbook']): string {
  const row = (table: TableName, sheet: SheetKey, at: string): string => `"#"&IFERROR(CELL("address",INDEX({${table}.id},${at})),"'${words.sheets[sheet].replace(/'/g, "''")}'!A"&(${at}+${FIRST_ROW}))`;
  const rows = Object.entries(rowTables).map(([prefix, { table, sheet }]) => [prefix, `IFERROR(${row(table, sheet, `MATCH(${firstId(column)},{${table}.id},0)`)},"#${linkName(sheet)}")`] as const);
  const sheets = Object.entries(sheetOfPrefix).map(([prefix, sheet]) => [prefix, `"#${linkName(sheet)}"`] as const);
  const byId = [...rows, ...sheets].reduceRight((otherwise, [prefix, target]) => `IF(LEFT({${column}},1)="${prefix}",${target},${otherwise})`, `"#${linkName('cover')}"`);
  const byName = named.reduceRight((otherwise, place) => `IFERROR(${row(place.table, place.sheet, placeOf(column, place))},${otherwise})`, `"#${linkName('cover')}"`);
  return `HYPERLINK(IF(${beginsWithId(column)},${byId},${byName}),${text(words.chain.go)})`;
}

/** What a lesson's evidence is worth, in words: missing, neither an id nor a name, an id nobody has, given. */
export function evidenceCheck(what: string, evidence: string, words: Messages['workbook']): string {
  const { none, unknown, given, words: inWords } = words.chain.evidence;
  return `IF({${what}}="","",IF({${evidence}}="",${text(none)},IF(${namesUnknown(evidence)},${text(unknown)},IF(${beginsWithId(evidence)},${text(given)},IF(${isNamed(evidence)},${text(given)},${text(inWords)})))))`;
}

/** The link of a row to its source, `编号不存在` for an id nobody has, empty without an id or a name. */
export const linkOrUnknown = (column: string, words: Messages['workbook']): string =>
  `IF({${column}}="","",IF(${namesUnknown(column)},${text(words.chain.evidence.unknown)},IF(OR(${beginsWithId(column)},${isNamed(column)}),${link(column, words)},"")))`;

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
