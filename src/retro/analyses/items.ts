import { periodOfDays } from '../aggregate';
import { mergeItems, summariseSilent, type ItemSummary, type SilentSummary } from '../items';
import type { Figure, ItemRecord } from '../types';

/** What holds for all figures of a paste by product. */
export interface ItemCoverage {
  /** days covered: of the rows, else as the file says; absent when sources differ or nobody said */
  readonly period?: string;
  /** rule by which sales are credited to the service, when all rows share one */
  readonly attribution?: string;
}

export interface ItemAnalysis extends ItemCoverage {
  /** largest sales first; products without sales last */
  readonly items: readonly ItemSummary[];
  readonly files: readonly string[];
}

export interface SilentAnalysis extends ItemCoverage {
  readonly summary: SilentSummary;
  /** largest silent sales first */
  readonly items: readonly ItemSummary[];
  readonly files: readonly string[];
}

/** Products of the item paste (R18), several days of one product as one. */
export function analyseItems(records: readonly ItemRecord[]): ItemAnalysis | undefined {
  if (records.length === 0) return undefined;
  return { items: largestFirst(mergeItems(records), 'sales_amount'), files: filesOf(records), ...coverageOf(records) };
}

/** Products of the silent paste (R21). Rows of days without a product have no product to explain and only count in the shares. */
export function analyseSilent(records: readonly ItemRecord[]): SilentAnalysis | undefined {
  if (records.length === 0) return undefined;
  const summary = summariseSilent(records);
  return { summary, items: largestFirst(summary.items.filter((item) => keyOfItem(item) !== ''), 'silent_sales'), files: filesOf(records), ...coverageOf(records) };
}

/** How a product is found again: by its id, else its name. */
export const keyOfItem = (item: Pick<ItemSummary, 'item' | 'itemId'>): string => item.itemId || item.item;

/** Sum of one figure over the products that have it; missing when none has. Only for amounts and counts that products do not share. */
export function sumOfItems(items: readonly ItemSummary[], key: string): Figure {
  const values = items.flatMap(({ figures }) => (figures[key]?.kind === 'number' ? [figures[key].value] : []));
  return values.length === 0 ? { kind: 'missing' } : { kind: 'number', value: Number(values.reduce((sum, value) => sum + value, 0).toFixed(2)) };
}

function coverageOf(records: readonly ItemRecord[]): ItemCoverage {
  const period = periodOfDays(records.map(({ date }) => date)) ?? shared(records.map((record) => record.period));
  const attribution = shared(records.map((record) => record.attribution));
  return { ...(period !== undefined && { period }), ...(attribution !== undefined && { attribution }) };
}

/** The one value all have; undefined when they differ. */
function shared(values: readonly (string | undefined)[]): string | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

const filesOf = (records: readonly ItemRecord[]): string[] => [...new Set(records.map((record) => record.file))];

function largestFirst(items: readonly ItemSummary[], key: string): readonly ItemSummary[] {
  const value = (item: ItemSummary): number => (item.figures[key]?.kind === 'number' ? item.figures[key].value : -Infinity);
  return [...items].sort((a, b) => (value(a) === value(b) ? 0 : value(b) - value(a)));
}
