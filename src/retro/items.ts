import { aggregateFigure, keysOf } from './aggregate';
import type { Figure, ItemRecord } from './types';

/** One product with the figures of all its rows. */
export interface ItemSummary {
  readonly item: string;
  readonly itemId: string;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly audience: string;
  readonly tier: string;
  readonly age: string;
}

/** Rows of one product (several days, several files) become one by the rules of the metrics. Order of first appearance. */
export function mergeItems(records: readonly ItemRecord[]): readonly ItemSummary[] {
  const groups = new Map<string, ItemRecord[]>();
  for (const record of records) {
    const key = record.itemId || record.item;
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()].map((rows) => {
    const [first] = rows;
    const one = rows.length === 1 && first;
    return {
      item: first?.item ?? '', itemId: first?.itemId ?? '', audience: first?.audience ?? '', tier: first?.tier ?? '', age: first?.age ?? '',
      figures: one ? one.figures : Object.fromEntries(keysOf(rows).map((key) => [key, aggregateFigure(rows, key).figure])),
    };
  });
}

/** Products by one figure, largest first; those without a number are left out. */
export function topItems(items: readonly ItemSummary[], key: string, count = 10): readonly ItemSummary[] {
  const value = (item: ItemSummary): number | undefined => {
    const figure = item.figures[key];
    return figure?.kind === 'number' ? figure.value : undefined;
  };
  return items.filter((item) => value(item) !== undefined).sort((a, b) => (value(b) ?? 0) - (value(a) ?? 0)).slice(0, count);
}

/** Refund amount ÷ sales of one product; missing without both. */
export function refundShareOf(item: ItemSummary): Figure {
  const { refund_amount: refund, sales_amount: sales } = item.figures;
  return refund?.kind === 'number' && sales?.kind === 'number' && sales.value > 0 ? { kind: 'number', value: refund.value / sales.value } : { kind: 'missing' };
}

/** `self-service`: bought without a chat and converting well. `needs-service`: less than half silent. `mixed`: neither (R21, DOMAIN 5.8). */
export type SilentPattern = 'self-service' | 'needs-service' | 'mixed';

export function silentPatternOf(item: ItemSummary): SilentPattern {
  const share = item.figures.silent_share;
  const conversion = item.figures.silent_conv;
  if (share?.kind !== 'number') return 'mixed';
  if (share.value > 0.8 && conversion?.kind === 'number' && conversion.value > 0.1) return 'self-service';
  return share.value < 0.5 ? 'needs-service' : 'mixed';
}

export interface SilentSummary {
  readonly items: readonly ItemSummary[];
  /** Σ silent sales ÷ Σ shop sales */
  readonly share: Figure;
  /** Σ silent buyers ÷ Σ visitors of the items: another metric than the share */
  readonly conversion: Figure;
}

/** Both shares recomputed from their parts, never averaged (DOMAIN 0.1 no. 4). */
export function summariseSilent(records: readonly ItemRecord[]): SilentSummary {
  const items = mergeItems(records);
  const ratio = (top: string, bottom: string): Figure => {
    const both = items.filter((item) => item.figures[top]?.kind === 'number' && item.figures[bottom]?.kind === 'number');
    const sum = (key: string) => both.reduce((all, item) => all + numberOf(item.figures[key]), 0);
    return sum(bottom) > 0 ? { kind: 'number', value: sum(top) / sum(bottom) } : { kind: 'missing' };
  };
  return { items, share: ratio('silent_sales', 'sales_amount'), conversion: ratio('silent_buyers', 'visitors') };
}

const numberOf = (figure: Figure | undefined): number => (figure?.kind === 'number' ? figure.value : 0);
