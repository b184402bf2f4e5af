import { DRIVER_CHANGE, isDriver } from './drivers';
import { factsOf, type Fact, type FactSource } from './facts';
import { comparesByDifference, type Comparison } from './compare';
import type { Direction, Figure, Unit, BaselineKey } from './types';

/** R17: where a cause row starts: 与预期不一致, 事情的关键点, 影响销售额的关键指标. */
export type CauseEntry = 'expectation' | 'key-point' | 'driver';

/** R17: a cause row proposed from what missed or reached its target, from a node or from a driver of sales. The causes themselves are for people. */
export interface CauseProposal {
  readonly id: string;
  /** `metric:…`, `driver:…` or `node:…`: the row is found again by it */
  readonly naturalKey: string;
  readonly entry: CauseEntry;
  readonly outcome: 'failure' | 'success';
  /** id of the metric or node it starts from */
  readonly source: string;
  /** what the pasted data show about it */
  readonly facts: readonly Fact[];
}

/** What a proposal needs to know of a metric. */
export interface CauseMetric {
  readonly id: string;
  readonly key: string;
  readonly naturalKey: string;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly baselines: Partial<Record<BaselineKey, Figure>>;
  readonly comparison: Comparison;
}

/** Baselines that tell whether a driver moved, in this order; an ordinary day is never like an event. */
const driverBaselines = ['lastYear', 'lastPromo', 'previous'] as const;

/** Causes to find for metrics: each that missed, nearly reached or reached its target; drivers of sales without a judged target when they moved. */
export function metricCauses(metrics: readonly CauseMetric[], source: FactSource, allocate: (naturalKey: string) => string): readonly CauseProposal[] {
  return metrics.flatMap((metric): CauseProposal[] => {
    const { state } = metric.comparison;
    if (state === 'missed' || state === 'close' || state === 'reached') {
      const outcome = state === 'reached' ? 'success' : 'failure';
      const naturalKey = `metric:${metric.naturalKey}`;
      return [{ id: allocate(naturalKey), naturalKey, entry: 'expectation', outcome, source: metric.id, facts: factsOf(metric.key, outcome, source) }];
    }
    const moved = isDriver(metric.key) ? movement(metric) : undefined;
    if (moved === undefined) return [];
    const outcome = (moved.change > 0) === (metric.direction === 'higher') ? 'success' : 'failure';
    const naturalKey = `driver:${metric.naturalKey}`;
    return [{ id: allocate(naturalKey), naturalKey, entry: 'driver', outcome, source: metric.id, facts: [moved, ...factsOf(metric.key, outcome, source)] }];
  });
}

/** How a driver moved against the first baseline it has; undefined when it stayed about the same or has no direction. */
function movement(metric: CauseMetric): Extract<Fact, { readonly code: 'change' }> | undefined {
  if (metric.direction === 'context') return undefined;
  for (const against of driverBaselines) {
    const change = metric.comparison.versus[against];
    const base = metric.baselines[against];
    if (change === null || base?.kind !== 'number') continue;
    const points = comparesByDifference(metric.unit);
    const relative = points ? Math.abs(base.value === 0 ? change : change / base.value) : Math.abs(change);
    return relative >= DRIVER_CHANGE ? { code: 'change', against, change, points } : undefined;
  }
  return undefined;
}

/** A node of the process as the workbook has it. */
export interface CauseNode {
  readonly id: string;
  readonly problem: string;
  readonly highlight: string;
  readonly satisfied: boolean | undefined;
}

/** Causes to find for nodes (事情的关键点): a problem or 不满意 is a failure, something that went well is a success. */
export function nodeCauses(nodes: readonly CauseNode[], allocate: (naturalKey: string) => string): readonly CauseProposal[] {
  return nodes.flatMap((node): CauseProposal[] => {
    const failed = node.problem.trim() !== '' || node.satisfied === false;
    if (node.id === '' || (!failed && node.highlight.trim() === '')) return [];
    const naturalKey = `node:${node.id}`;
    return [{ id: allocate(naturalKey), naturalKey, entry: 'key-point', outcome: failed ? 'failure' : 'success', source: node.id, facts: [] }];
  });
}
