import { periodOfDays } from '../aggregate';
import { mergeItems, summariseSilent, type ItemSummary, type SilentSummary } from '../items';
import type { Figure, InquiryRecord, ItemRecord } from '../types';

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
  /** consultations by product, by id and by name, where the log names products */
  readonly asked: ReadonlyMap<string, number>;
}

/** 高, 中, 低档 */
export type Tier = 'high' | 'middle' | 'low';

export interface SilentAnalysis extends ItemCoverage {
  readonly summary: SilentSummary;
  /** largest silent sales first */
  readonly items: readonly ItemSummary[];
  readonly files: readonly string[];
}

/** Products of the item paste (R18), several days of one product as one. */
export function analyseItems(records: readonly ItemRecord[], inquiries: readonly InquiryRecord[] = []): ItemAnalysis | undefined {
  if (records.length === 0) return undefined;
  return { items: largestFirst(mergeItems(records), 'sales_amount'), files: filesOf(records), asked: askedBy(inquiries), ...coverageOf(records) };
}

/** Products of the silent paste (R21). Rows of days without a product have no product to explain and only count in the shares. */
export function analyseSilent(records: readonly ItemRecord[]): SilentAnalysis | undefined {
  if (records.length === 0) return undefined;
  const summary = summariseSilent(records);
  return { summary, items: largestFirst(summary.items.filter((item) => keyOfItem(item) !== ''), 'silent_sales'), files: filesOf(records), ...coverageOf(records) };
}

/** How a product is found again: by its id, else its name. */
export const keyOfItem = (item: Pick<ItemSummary, 'item' | 'itemId'>): string => item.itemId || item.item;

function askedBy(inquiries: readonly InquiryRecord[]): ReadonlyMap<string, number> {
  const asked = new Map<string, number>();
  for (const { item = '', itemId = '' } of inquiries) for (const key of new Set([item, itemId])) if (key !== '') asked.set(key, (asked.get(key) ?? 0) + 1);
  return asked;
}

/**
 * Tiers by price a unit (R18), in thirds of the products that have one: a proposal for pastes that name no tier. Nothing for fewer than three
 * prices, and products of one price are of one tier.
 */
export function proposeTiers(items: readonly ItemSummary[]): ReadonlyMap<string, Tier> {
  const prices = items.flatMap((item) => {
    const { sales_amount: sales, paid_items: units } = item.figures;
    return sales?.kind === 'number' && units?.kind === 'number' && units.value > 0 && sales.value > 0 ? [{ key: keyOfItem(item), price: sales.value / units.value }] : [];
  });
  if (new Set(prices.map(({ price }) => price)).size < 3) return new Map();
  const ordered = prices.map(({ price }) => price).sort((a, b) => b - a);
  return new Map(prices.map(({ key, price }): [string, Tier] => {
    const place = ordered.indexOf(price) / ordered.length;
    return [key, place < 1 / 3 ? 'high' : place < 2 / 3 ? 'middle' : 'low'];
  }));
}

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
