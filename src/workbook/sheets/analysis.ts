import type { Language } from '../../i18n';
import type { ItemSummary } from '../../retro/items';
import type { Figure } from '../../retro/types';
import { wordsOf } from '../columns';
import type { CellPlan, ChartPlan, PlanValue, SheetPlan, TablePlan } from '../plan';
import { HEADER_ROW } from './table-sheet';

/** Rows of a table of products or reasons; the rest is summed up in rows of its own, so that sums stay right. */
export const MAX_ROWS = 200;
/** Rows a chart of products or questions draws. */
export const CHART_ROWS = 10;
/** points */
export const CHART_SIZE = { width: 500, height: 280 } as const;

/** Rows a chart covers at most: 280 points of rows of the smallest height, and some air. */
const CHART_HEIGHT = 22;

/** First row of the summaries beside a table: under the chart, which stands on top so that no page cuts it. */
export const blockRow = (withChart: boolean): number => HEADER_ROW + (withChart ? CHART_HEIGHT : 0);

/** Where the chart of an analysis stands: beside its table, which may grow as it likes, and below the header row, which is printed on every page. */
export const besideTable = (table: Pick<TablePlan, 'columns'>): ChartPlan['from'] => ({ row: HEADER_ROW + 1, column: table.columns.length + 1 });

/** Where the finding of an analysis stands: right of the links, free to run over empty cells. */
const FINDING = { row: HEADER_ROW - 1, column: 4 } as const;

/**
 * The sheet of an analysis: with its chart and a link to it beside the link back, or without either. `finding` is a formula that says in a
 * sentence what stands out; the chart has it for a title, so that the title is true as long as the figures are.
 */
export function analysisSheet(sheet: SheetPlan, chart: ChartPlan | undefined, language: Language, finding: string): SheetPlan {
  const cells: CellPlan[] = [...sheet.cells, { ...FINDING, formula: finding, style: 'note' }];
  if (chart === undefined) return { ...sheet, cells };
  return { ...sheet, chart: { ...chart, titleFrom: FINDING }, cells: [...cells, { row: HEADER_ROW - 1, column: 2, value: wordsOf(language).analyses.toChart, style: 'link', linkToChart: chart.name }] };
}

/** A number as a cell; 缺 stays empty. */
export const numberCell = (figure: Figure | undefined, decimals = 10): PlanValue => (figure?.kind === 'number' ? Number(figure.value.toFixed(decimals)) : null);

/** The largest rows and what is left over. */
export function cut<T>(rows: readonly T[], limit = MAX_ROWS): { readonly top: readonly T[]; readonly others: readonly T[] } {
  return rows.length <= limit ? { top: rows, others: [] } : { top: rows.slice(0, limit - 1), others: rows.slice(limit - 1) };
}

/** Sum of a figure over products; empty when none has it. */
export function sumCell(items: readonly ItemSummary[], key: string): PlanValue {
  const values = items.flatMap(({ figures }) => (figures[key]?.kind === 'number' ? [figures[key].value] : []));
  return values.length === 0 ? null : Number(values.reduce((sum, value) => sum + value, 0).toFixed(2));
}

/** Rank from the largest among the rows that are not the rest (`mark`). Only for columns of numbers as pasted: a calculated fraction compares unsafely as text. */
export const rank = (table: string, column: string, markColumn: string, mark: string): string =>
  `=IF(OR(NOT(ISNUMBER({${column}})),{${markColumn}}=${mark}),"",COUNTIFS({${table}.${column}},">"&{${column}},{${table}.${markColumn}},"<>"&${mark})+1)`;

/** Part of the whole column. */
export const shareOf = (table: string, column: string): string => `=IF(ISNUMBER({${column}}),IF(SUM({${table}.${column}})>0,ROUND({${column}}/SUM({${table}.${column}}),10),""),"")`;

/** One figure over another, empty without both. */
export const ratio = (top: string, bottom: string): string => `IF(AND(ISNUMBER({${top}}),ISNUMBER({${bottom}})),IF({${bottom}}>0,ROUND({${top}}/{${bottom}},10),""),"")`;
