import { afterSaleMetrics } from './catalogue/after-sale';
import { normaliseName } from './catalogue/normalise';
import { partMetrics } from './catalogue/parts';
import { responseMetrics } from './catalogue/response';
import { reviewsMetrics } from './catalogue/reviews';
import { serviceQualityMetrics } from './catalogue/service-quality';
import { serviceSalesMetrics } from './catalogue/service-sales';
import { shopSalesMetrics } from './catalogue/shop-sales';
import { silentOrdersMetrics } from './catalogue/silent-orders';
import { volumeMetrics } from './catalogue/volume';
import type { MetricDefinition, MetricRef, Unit } from './types';

/** Every metric the product knows (DOMAIN 1.2), parts of rates last. */
export const allMetrics: readonly MetricDefinition[] = [
  ...shopSalesMetrics,
  ...serviceSalesMetrics,
  ...silentOrdersMetrics,
  ...volumeMetrics,
  ...responseMetrics,
  ...serviceQualityMetrics,
  ...afterSaleMetrics,
  ...reviewsMetrics,
  ...partMetrics,
];

const byId = new Map(allMetrics.map((metric) => [metric.id, metric]));

/** Metric id without its basis: `rate_3min@会话` → `rate_3min`. */
export function baseOfKey(key: string): string {
  const at = key.indexOf('@');
  return at < 0 || key.startsWith('own:') ? key : key.slice(0, at);
}

/** Basis of a metric key: `rate_3min@会话` → `会话`; undefined where the basis is not known. */
export function basisOfKey(key: string): string | undefined {
  const at = key.indexOf('@');
  return at < 0 || key.startsWith('own:') ? undefined : key.slice(at + 1);
}

/** The definition behind a metric key, with or without a basis; undefined for `own:…` and unknown ids. */
export function findMetric(key: string): MetricDefinition | undefined {
  return byId.get(baseOfKey(key));
}

/** Key of a metric that the catalogue does not know: the user's own (R8). */
export function ownMetricKey(name: string): string {
  return `own:${name.trim()}`;
}

/** Name for people: the catalogue's with its basis (`3分钟回复率（会话）`), or the user's own. */
export function metricName(ref: MetricRef | string, language: 'zh-CN' | 'en-US' = 'zh-CN'): string {
  const key = typeof ref === 'string' ? ref : ref.key;
  if (key.startsWith('own:')) return key.slice(4);
  const metric = findMetric(key);
  if (!metric) return typeof ref === 'string' ? key : ref.name;
  const basis = basisOfKey(key);
  const name = language === 'zh-CN' ? metric.zh : metric.en;
  if (!basis) return name;
  return language === 'zh-CN' ? `${name}（${basis}）` : `${name} (${basis})`;
}

/** Unit of a metric key; '' when the catalogue does not know it. */
export function unitOfKey(key: string): Unit {
  return findMetric(key)?.unit ?? '';
}

interface NameEntry {
  readonly id: string;
  readonly weak: boolean;
}

const byName = buildNameIndex();

function buildNameIndex(): ReadonlyMap<string, NameEntry> {
  const index = new Map<string, NameEntry>();
  for (const metric of allMetrics) {
    for (const name of [metric.zh, metric.en, ...metric.aliases]) {
      const key = normaliseName(name);
      if (!index.has(key)) index.set(key, { id: metric.id, weak: false });
    }
  }
  for (const metric of allMetrics) {
    for (const { text } of metric.weakAliases) {
      const key = normaliseName(text);
      if (!index.has(key)) index.set(key, { id: metric.id, weak: true });
    }
  }
  return index;
}

/** The metric a normalised name means, exactly; `weak` names need the context of the table or a question (DOMAIN 1.4). */
export function findByName(normalisedName: string): { readonly id: string; readonly weak: boolean } | undefined {
  return byName.get(normalisedName);
}
