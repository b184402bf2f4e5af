import { allMetrics, baseOfKey, basisOfKey, findByName, findMetric, metricName, ownMetricKey } from '../../src/retro/catalogue';
import { normaliseName } from '../../src/retro/catalogue/normalise';
import metrics from '../fixtures/domain/metrics.json';

interface DomainMetric {
  readonly id: string;
  readonly zh: string;
  readonly unit: string;
  readonly dir: string;
  readonly cls: string;
  readonly agg: string;
  readonly aliases: readonly string[];
}

const domain = metrics as readonly DomainMetric[];
const directions: Readonly<Record<string, string>> = { '↑': 'higher', '↓': 'lower', '–': 'context' };
const kinds: Readonly<Record<string, string>> = { SUM: 'sum', DEDUP: 'distinct', RATIO: 'ratio', WMEAN: 'weighted', MAX: 'max', ARGMAX: 'argmax', LAST: 'last', MEAN: 'mean', CALC: 'derived', TEXT: 'text' };

describe('the metric catalogue', () => {
  test.each(domain)('knows $id $zh as the domain describes it', (metric) => {
    const ours = findMetric(metric.id);
    expect(ours).toBeDefined();
    expect(ours?.zh).toBe(metric.zh);
    expect(ours?.unit).toBe(metric.unit);
    expect(ours?.direction).toBe(directions[metric.dir]);
    expect(ours?.class).toBe(metric.cls === '结果' ? 'result' : 'process');
    expect(ours?.aggregation.kind).toBe(kinds[metric.agg.split(' ')[0] ?? '']);
    expect(ours?.aliases).toEqual(metric.aliases);
  });

  test('gives every alias to exactly one metric, so that no column can be taken for another', () => {
    const owners = new Map<string, string>();
    const collisions: string[] = [];
    for (const metric of allMetrics) {
      for (const name of [metric.zh, ...metric.aliases]) {
        const key = normaliseName(name);
        const owner = owners.get(key);
        if (owner && owner !== metric.id) collisions.push(`${name}: ${owner} and ${metric.id}`);
        owners.set(key, metric.id);
      }
    }
    expect(collisions).toEqual([]);
    expect([...owners].every(([name, id]) => findByName(name)?.id === id)).toBe(true);
  });

  test('does not let a weak alias shadow a safe one', () => {
    for (const metric of allMetrics) {
      for (const { text } of metric.weakAliases) expect(findByName(normaliseName(text))).toBeDefined();
    }
    expect(findByName('转化率')).toEqual({ id: 'conv_final', weak: true });
    expect(findByName('支付转化率')).toEqual({ id: 'pay_cvr', weak: false });
  });

  test('builds every rate from metrics that exist', () => {
    const ids = new Set(allMetrics.map((metric) => metric.id));
    for (const { aggregation } of allMetrics) {
      if (aggregation.kind === 'weighted') expect(aggregation.weights.filter((weight) => !ids.has(weight))).toEqual([]);
      if (aggregation.kind === 'ratio') {
        const parts = [aggregation.numerator, aggregation.denominator, ...(aggregation.alternatives ?? []).flatMap((pair) => [pair.numerator, pair.denominator])];
        expect(parts.filter((part) => part !== undefined && !ids.has(part))).toEqual([]);
      }
    }
  });

  test('has an English name and definition for every metric, each name once', () => {
    const names = allMetrics.map((metric) => metric.en);
    expect(new Set(names).size).toBe(names.length);
    expect(allMetrics.filter((metric) => /[\u4e00-\u9fff]/.test(metric.definitionEn) || metric.definitionEn === '')).toEqual([]);
  });

  test.each([
    ['rate_3min@会话', 'rate_3min', '会话', '3分钟回复率（会话）'],
    ['csat', 'csat', undefined, '客户满意率'],
    ['own:晨会次数@周', 'own:晨会次数@周', undefined, '晨会次数@周'],
  ])('reads the key %s', (key, base, basis, name) => {
    expect(baseOfKey(key)).toBe(base);
    expect(basisOfKey(key)).toBe(basis);
    expect(metricName(key)).toBe(name);
    expect(ownMetricKey(' 晨会 ')).toBe('own:晨会');
  });
});
