import { agentFigures, type AgentFigures } from './agents';
import { aggregateAgents } from './aggregate';
import { analyse, type Analyses, type AnalysisOptions, type AnalysisRecords } from './analyses';
import { derivedActuals, type DerivedActual, type DerivedHow } from './analyses/derived';
import { baseOfKey, findMetric } from './catalogue';
import { metricCauses, type CauseProposal } from './causes';
import { compare, DEFAULT_CLOSE_THRESHOLD, type Comparison } from './compare';
import { createIdAllocator, type IdMemory } from './ids';
import { nodeRows, suggestionIds, type NodeRow } from './nodes';
import type {
  ActionRecord, ActualRecord, AgentRecord, BaselineKey, CaseRecord, Direction, Figure, MetricClass, MetricRef, NodeRecord, Origin, RetroEvent, TargetRecord, Unit,
} from './types';

/** One metric of the retro: its target, its actual figure, its baselines and how they compare. */
export interface MetricRow {
  readonly id: string;
  /** catalogue id, `id@basis` or `own:<name>` */
  readonly key: string;
  /** how the same row is found again: the first row of a metric goes by the metric alone, so that a basis learned later does not make it another row */
  readonly naturalKey: string;
  readonly ref: MetricRef;
  readonly class: MetricClass;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly target: TargetRecord | undefined;
  readonly actual: Figure;
  readonly actualOrigin: Origin | undefined;
  readonly baselines: Partial<Record<BaselineKey, Figure>>;
  readonly note: string;
  /** set when no actuals paste gave the figure: how another paste did */
  readonly derived: DerivedHow | undefined;
  readonly period: string;
  /** rule by which sales are credited, where it is known and changes the figure; else '' */
  readonly attribution: string;
  /** people counted per day and added up: not de-duplicated */
  readonly addedOverDays: boolean;
  readonly comparison: Comparison;
}

export interface CaseRow extends CaseRecord {
  readonly rowId: string;
  readonly naturalKey: string;
}
/** One agent's figures, where they were turned on (R28). */
export interface AgentRow extends AgentFigures {
  readonly rowId: string;
  readonly naturalKey: string;
}
export interface ActionRow extends ActionRecord {
  readonly rowId: string;
  readonly naturalKey: string;
}

/** Something the supervisor should look at, beside the problems of reading. */
export interface Flag {
  /** row id */
  readonly where: string;
  readonly code: 'two-values' | 'vague-target' | 'incomplete-case' | 'too-few-cases' | 'too-many-cases' | 'one-sided-cases';
  readonly values: Readonly<Record<string, string | number>>;
}

/** Everything the workbook is made from. */
export interface Retro {
  readonly event: RetroEvent;
  readonly metrics: readonly MetricRow[];
  /** proposals from metrics; those from nodes are made where the nodes of the workbook are known */
  readonly causes: readonly CauseProposal[];
  readonly cases: readonly CaseRow[];
  readonly actions: readonly ActionRow[];
  /** figures of single agents under their letters, in the order of the letters; empty unless turned on, and in nothing else but their own sheet */
  readonly agents: readonly AgentRow[];
  /** pasted nodes of the process; the suggestions stand beside them */
  readonly nodes: readonly NodeRow[];
  readonly suggestionIds: readonly string[];
  readonly analyses: Analyses;
  /** id of a row of an analysis table by its natural key */
  readonly rowId: (prefix: 'H' | 'I' | 'R' | 'Q' | 'S' | 'V' | 'C' | 'D', naturalKey: string) => string;
  readonly flags: readonly Flag[];
}

/** The records of all sources, in the order they were handed over. */
export interface RetroRecords extends AnalysisRecords {
  readonly targets: readonly TargetRecord[];
  readonly actuals: readonly ActualRecord[];
  /** one list per agent table: tables of different platforms are never blended */
  readonly agentTables: readonly AgentTable[];
  readonly cases: readonly CaseRecord[];
  readonly actions: readonly ActionRecord[];
  readonly nodes?: readonly NodeRecord[];
}

/** One agent table: its people, and the peer rows (同行) that become the industry baseline. */
export interface AgentTable {
  readonly agents: readonly AgentRecord[];
  readonly peers: readonly AgentRecord[];
  /** days the table covers, where its rows do not say: `2025-11-01~2025-11-11` */
  readonly period?: string;
  /** rule by which its sales are credited: `下单优先判定` */
  readonly attribution?: string;
  /** the supervisor wants the figures of its single agents in the workbook (R28); default not */
  readonly perAgent?: true;
}

export interface RetroOptions extends AnalysisOptions {
  readonly ids?: IdMemory;
  readonly closeThreshold?: number;
}

const MISSING: Figure = { kind: 'missing' };

/**
 * Joins targets, actuals and agent figures by metric and compares them (steps 1, 2 and the proposals of step 4).
 * A figure of an actuals paste wins over one made from an agent table; of two values for one metric the first is used
 * and the second is flagged with both numbers (Q39) – never blended.
 */
export function buildRetro(event: RetroEvent, records: RetroRecords, options: RetroOptions = {}): Retro {
  const allocate = createIdAllocator(options.ids);
  const flags: Flag[] = [];
  const analyses = analyse(records, event, options);
  const actuals = collectActuals(records, derivedActuals(analyses));
  const targets = firstByKey(records.targets);
  const joined = joinKeys([...targets.first.keys()], [...actuals.first.keys()], new Set(records.actuals.map((record) => record.metric.key)));
  const bases = new Set<string>();
  const metrics = joined.map(({ targetKey, actualKey }) => metricRow(targetKey, actualKey));
  for (const { first, second } of [...targets.doubles, ...actuals.doubles]) {
    const row = metrics.find((metric) => metric.key === first.metric.key || metric.ref.key === first.metric.key);
    flags.push({ where: row?.id ?? '', code: 'two-values', values: { metric: second.metric.name, used: first.raw, other: second.raw, file: second.file, line: second.line } });
  }
  for (const metric of metrics) {
    if (metric.target && metric.target.value.kind !== 'number') flags.push({ where: metric.id, code: 'vague-target', values: { metric: metric.target.metric.name, raw: metric.target.raw } });
  }
  const cases = withNaturalKeys(records.cases, (record) => record.id ?? record.scene).map((record) => ({ ...record, rowId: allocate('K', record.naturalKey) }));
  const actions = withNaturalKeys(records.actions, (record) => record.id ?? record.what).map((record) => ({ ...record, rowId: allocate('A', record.naturalKey) }));
  const agents = withNaturalKeys(agentFigures(records.agentTables), ({ agent, shop, period }) => `${agent}|${shop}|${period}`).map((figures) => ({ ...figures, rowId: allocate('G', figures.naturalKey) }));
  flags.push(...caseFlags(cases));
  const causes = metricCauses(metrics, { analyses, cases, reviews: records.reviews ?? [] }, (naturalKey) => allocate('C', naturalKey));
  const suggestions = suggestionIds(allocate);
  return { event, metrics, causes, cases, actions, agents, nodes: nodeRows(records.nodes ?? [], allocate), suggestionIds: suggestions, analyses, rowId: allocate, flags };

  function metricRow(targetKey: string | undefined, actualKey: string | undefined): MetricRow {
    const target = targetKey === undefined ? undefined : targets.first.get(targetKey);
    const actual = actualKey === undefined ? undefined : actuals.first.get(actualKey);
    const key = targetKey ?? actualKey ?? '';
    const naturalKey = bases.has(baseOfKey(key)) ? key : baseOfKey(key);
    bases.add(naturalKey);
    const ref = actual?.metric ?? target?.metric ?? { key, name: key };
    const definition = findMetric(key);
    const unit = definition?.unit ?? target?.unit ?? actual?.unit ?? '';
    const direction = target?.direction ?? definition?.direction ?? 'context';
    const value = actual?.value ?? MISSING;
    const baselines = actual?.baselines ?? {};
    return {
      id: allocate('M', naturalKey), key, naturalKey, ref, class: definition?.class ?? 'result', unit: actual?.unit === '分' ? '分' : unit, direction, target, actual: value,
      actualOrigin: actual && actual.file !== '' ? { file: actual.file, line: actual.line } : undefined, baselines, note: actual?.note ?? '', derived: actual?.derived, period: actual?.period ?? '', attribution: actual?.attribution ?? '', addedOverDays: actual?.addedOverDays ?? false,
      comparison: compare({ target: target?.value ?? MISSING, actual: value, direction, unit: actual?.unit === '分' ? '分' : unit, baselines }, options.closeThreshold ?? DEFAULT_CLOSE_THRESHOLD),
    };
  }
}

/** characters; enough to tell rows apart, short enough to be remembered whole */
const LONGEST_NATURAL_KEY = 200;

/** A row is known by its own number or its text; a second row of the same name is a row of its own (`…#2`). */
function withNaturalKeys<T>(records: readonly T[], keyOf: (record: T) => string): (T & { readonly naturalKey: string })[] {
  const seen = new Map<string, number>();
  return records.map((record) => {
    const key = keyOf(record).slice(0, LONGEST_NATURAL_KEY);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { ...record, naturalKey: count === 1 ? key : `${key}#${count}` };
  });
}

type CollectedActual = ActualRecord & { readonly derived?: DerivedHow };

interface Keyed<T> {
  readonly first: Map<string, T>;
  readonly doubles: { readonly first: T; readonly second: T }[];
}

function firstByKey<T extends { readonly metric: MetricRef; readonly raw: string }>(records: readonly T[]): Keyed<T> {
  const first = new Map<string, T>();
  const doubles: { first: T; second: T }[] = [];
  for (const record of records) {
    const known = first.get(record.metric.key);
    if (known === undefined) first.set(record.metric.key, record);
    else if (known.raw !== record.raw) doubles.push({ first: known, second: record });
  }
  return { first, doubles };
}

/**
 * Actuals as pasted; agent tables fill what no actuals paste gave, the first table that has a figure wins, and peers fill the
 * industry baseline; last come figures made from the other pastes, which override nothing. An agent figure without basis is the same metric as a pasted one with basis; one with another basis is its own series.
 */
function collectActuals(records: RetroRecords, derived: readonly DerivedActual[]): Keyed<CollectedActual> {
  const collected = firstByKey<CollectedActual>(records.actuals);
  const pasted = new Map([...collected.first.keys()].map((key) => [baseOfKey(key), key]));
  for (const { agents, peers, perAgent: _perAgent, ...coverage } of records.agentTables) {
    for (const figure of aggregateAgents(agents, peers, coverage)) {
      const { key } = figure.metric;
      const knownKey = collected.first.has(key) ? key : key === baseOfKey(key) ? pasted.get(key) : undefined;
      const known = knownKey === undefined ? undefined : collected.first.get(knownKey);
      if (known === undefined || knownKey === undefined) collected.first.set(key, figure);
      else if (knownKey === key && figure.baselines.industry !== undefined && (known.baselines.industry?.kind ?? 'missing') === 'missing') {
        collected.first.set(knownKey, { ...known, baselines: { ...known.baselines, industry: figure.baselines.industry } });
      }
    }
  }
  const known = new Set([...collected.first].filter(([, record]) => record.value.kind !== 'missing').map(([key]) => baseOfKey(key)));
  for (const record of derived) {
    const { key } = record.metric;
    if (known.has(key)) continue;
    // A row of the actuals paste that was left empty keeps its baselines and its note.
    const emptyKey = [...collected.first.keys()].find((candidate) => baseOfKey(candidate) === key);
    const empty = emptyKey === undefined ? undefined : collected.first.get(emptyKey);
    collected.first.set(emptyKey ?? key, empty === undefined ? record : { ...record, ...empty, value: record.value, derived: record.derived, file: record.file, line: record.line });
  }
  return collected;
}

/**
 * Pairs target keys with actual keys: same key first, then a target with the one actual of its metric, pasted figures before
 * those of agent tables (a target `3分钟回复率` meets the actual `3分钟回复率(8-23点)`). Targets keep their order, other actuals follow.
 */
function joinKeys(targetKeys: readonly string[], actualKeys: readonly string[], pasted: ReadonlySet<string>): { targetKey: string | undefined; actualKey: string | undefined }[] {
  const free = new Set(actualKeys);
  const pairs: { targetKey: string | undefined; actualKey: string | undefined }[] = targetKeys.map((key) => {
    if (!free.has(key)) return { targetKey: key, actualKey: undefined };
    free.delete(key);
    return { targetKey: key, actualKey: key };
  });
  for (const [index, pair] of pairs.entries()) {
    if (pair.actualKey !== undefined || pair.targetKey === undefined) continue;
    const base = baseOfKey(pair.targetKey);
    const sameMetric = [...free].filter((key) => baseOfKey(key) === base);
    const fromPaste = sameMetric.filter((key) => pasted.has(key));
    const [only, ...others] = fromPaste.length > 0 ? fromPaste : sameMetric;
    if (only === undefined || others.length > 0) continue;
    free.delete(only);
    pairs[index] = { targetKey: pair.targetKey, actualKey: only };
  }
  return [...pairs, ...[...free].map((key) => ({ targetKey: undefined, actualKey: key }))];
}

/** R26: 5–10 cases, both kinds, each complete. */
function caseFlags(cases: readonly CaseRow[]): Flag[] {
  if (cases.length === 0) return [];
  const flags: Flag[] = [];
  if (cases.length < 5) flags.push({ where: '', code: 'too-few-cases', values: { count: cases.length } });
  if (cases.length > 10) flags.push({ where: '', code: 'too-many-cases', values: { count: cases.length } });
  for (const kind of ['negative', 'positive'] as const) {
    if (!cases.some((row) => row.kind === kind)) flags.push({ where: '', code: 'one-sided-cases', values: { kind } });
  }
  for (const row of cases) {
    const missing = (['scene', 'reply', 'outcome', 'peak', 'crossTeam'] as const).filter((field) => row[field].trim() === '');
    if (missing.length > 0) flags.push({ where: row.rowId, code: 'incomplete-case', values: { fields: missing.join(',') } });
  }
  return flags;
}
