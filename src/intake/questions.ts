import { baseOfKey, ownMetricKey } from '../retro/catalogue';
import { normaliseName } from '../retro/catalogue/normalise';
import type { ActualRecord, AgentRecord, Figure, RetroEvent, TargetRecord } from '../retro/types';
import { dependsOnRule, namedPeriod, noteText } from './coverage';
import type { Source, SourceNote } from './types';

/** How sales are credited to an agent (DOMAIN 0.1 no. 6). */
export const attributionRules = ['下单判定', '付款判定', '下单优先判定', '付款优先判定'] as const;

/**
 * Something the data do not say and a person knows (DOMAIN 1.4): asked once, remembered by `key`. Until it is answered the reading
 * goes by `taken`.
 */
export type Question =
  /** a metric name with more than one meaning; options are metric keys */
  | { readonly kind: 'metric'; readonly key: string; readonly name: string; readonly taken: string; readonly options: readonly string[] }
  /** 满意度 as a score of 5 or as a percentage; `value` is one as pasted */
  | { readonly kind: 'csat'; readonly key: string; readonly value: string; readonly taken: 'score'; readonly options: readonly ['score', 'percent'] }
  /** the rule by which sales are credited; '' = not known */
  | { readonly kind: 'attribution'; readonly key: string; readonly taken: string; readonly options: readonly string[] }
  /** refunds came as rows and already counted by reason (`file`): they are never added */
  | { readonly kind: 'refunds'; readonly key: string; readonly file: string; readonly taken: 'rows'; readonly options: readonly ['rows', 'counts'] }
  /** the days a file covers: as its name says, or those of the event */
  | { readonly kind: 'period'; readonly key: string; readonly file: string; readonly named: string; readonly taken: 'file'; readonly options: readonly ['file', 'event'] };

/** Question key → chosen option. */
export type Answers = Readonly<Record<string, string>>;

/** Answers about one file are not remembered: the next file covers other days. */
export function isAboutOneFile(key: string): boolean {
  return key.startsWith('period:');
}

/** Key of the answer that turns the figures of single agents on (R28); it is offered where agents came, and nobody is asked. */
export const perAgentSwitch = 'per-agent';
export const isPerAgentOn = (answers: Answers): boolean => answers[perAgentSwitch] === 'on';

const metricQuestion = (name: string): string => `metric:${normaliseName(name)}`;
const csatQuestion = 'csat';
const attributionQuestion = 'attribution';
const refundsQuestion = 'refunds';
const periodQuestion = (file: string): string => `period:${file}`;
const fivePoint = 'csat@5分';

/** What should be asked about these sources as they were read, each thing once. Pass sources before `answerSources`, so that an answer can be changed. */
export function questionsOf(sources: readonly Source[], event: RetroEvent): readonly Question[] {
  const questions = new Map<string, Question>();
  const ask = (question: Question): void => void (questions.has(question.key) || questions.set(question.key, question));
  for (const source of sources) {
    for (const problem of source.problems) {
      if (problem.code !== 'ambiguous-metric') continue;
      const taken = String(problem.detail?.['taken'] ?? '');
      const other = String(problem.detail?.['other'] ?? ownMetricKey(problem.value));
      if (taken !== '' && taken !== other) ask({ kind: 'metric', key: metricQuestion(problem.value), name: problem.value, taken, options: [taken, other] });
    }
    const score = bareScore(source);
    if (score !== undefined) ask({ kind: 'csat', key: csatQuestion, value: score, taken: 'score', options: ['score', 'percent'] });
    if (creditsSales(source)) {
      const named = noteText(source, 'attribution') ?? '';
      ask({ kind: 'attribution', key: attributionQuestion, taken: named, options: [...new Set([...(named === '' ? [] : [named]), ...attributionRules]), ''] });
    }
    const period = namedPeriod(source);
    if (period !== undefined && period !== periodOf(event)) ask({ kind: 'period', key: periodQuestion(source.file), file: source.file, named: period, taken: 'file', options: ['file', 'event'] });
  }
  const counted = sources.find(isCountedRefunds);
  if (counted !== undefined && sources.some(hasRefundRows)) ask({ kind: 'refunds', key: refundsQuestion, file: counted.file, taken: 'rows', options: ['rows', 'counts'] });
  return [...questions.values()];
}

/** The sources as a person answered. Answers to what is not asked change nothing. */
export function answerSources(sources: readonly Source[], answers: Answers, event: RetroEvent): readonly Source[] {
  return withRefunds(sources, answers).map((source) => withPeople(withPeriod(withAttribution(withScale(withMetrics(source, answers), answers), answers), answers, event), answers));
}

/** Refunds counted by reason by somebody, not by us. */
export const isCountedRefunds = (source: Source): boolean => source.records.refundSummary !== undefined && source.large === undefined;
export const hasRefundRows = (source: Source): boolean => (source.records.refunds?.length ?? 0) > 0 || (source.records.refundSummary !== undefined && source.large !== undefined);

/** With the counted table chosen, the rows beside it give no refunds; `combineRecords` sees to the other case. */
function withRefunds(sources: readonly Source[], answers: Answers): readonly Source[] {
  if (answers[refundsQuestion] !== 'counts' || !sources.some(isCountedRefunds)) return sources;
  return sources.map((source) => {
    if (!hasRefundRows(source)) return source;
    const { refunds: _rows, refundSummary: _sum, ...records } = source.records;
    return { ...source, records };
  });
}

const withPeople = (source: Source, answers: Answers): Source => (isPerAgentOn(answers) && source.records.agents !== undefined ? { ...source, perAgent: true } : source);

function withMetrics(source: Source, answers: Answers): Source {
  const asked = source.problems.filter((problem) => problem.code === 'ambiguous-metric' && answers[metricQuestion(problem.value)] !== undefined);
  if (asked.length === 0) return source;
  const taken = new Map(asked.map((problem) => [`${problem.line}|${problem.value}`, answers[metricQuestion(problem.value)] ?? '']));
  const renamed = <T extends TargetRecord | ActualRecord>(records: readonly T[] | undefined): readonly T[] | undefined =>
    records?.map((record) => {
      const key = taken.get(`${record.line}|${record.metric.name}`);
      return key === undefined ? record : { ...record, metric: { ...record.metric, key } };
    });
  return { ...source, problems: source.problems.filter((problem) => !asked.includes(problem)), records: withRecords(source, renamed(source.records.targets), renamed(source.records.actuals)) };
}

function withScale(source: Source, answers: Answers): Source {
  if (answers[csatQuestion] !== 'percent' || bareScore(source) === undefined) return source;
  const scaled = (figure: Figure): Figure => (figure.kind === 'number' ? { kind: 'number', value: figure.value / 100 } : figure);
  const targets = source.records.targets?.map((record) => (isBareScore(record) ? { ...record, unit: '%' as const, value: scaled(record.value) } : record));
  const actuals = source.records.actuals?.map((record) =>
    isBareScore(record) ? { ...record, unit: '%' as const, value: scaled(record.value), baselines: Object.fromEntries(Object.entries(record.baselines).map(([key, figure]) => [key, scaled(figure)])) } : record);
  const people = (records: readonly AgentRecord[] | undefined): readonly AgentRecord[] | undefined =>
    records?.map((record) => {
      const { [fivePoint]: score, ...figures } = record.figures;
      return score === undefined ? record : { ...record, figures: { ...figures, csat: scaled(score) } };
    });
  const { agents, peers, totals, bots } = source.records;
  return {
    ...source,
    records: {
      ...withRecords(source, targets, actuals),
      ...(agents && { agents: people(agents) ?? [] }), ...(peers && { peers: people(peers) ?? [] }), ...(totals && { totals: people(totals) ?? [] }), ...(bots && { bots: people(bots) ?? [] }),
    },
  };
}

function withAttribution(source: Source, answers: Answers): Source {
  const rule = answers[attributionQuestion];
  return rule === undefined || !creditsSales(source) ? source : withNote(source, 'attribution', rule);
}

function withPeriod(source: Source, answers: Answers, event: RetroEvent): Source {
  const named = namedPeriod(source);
  if (named === undefined) return source;
  const period = answers[periodQuestion(source.file)] === 'event' ? periodOf(event) : named;
  return withNote(source, 'period', period);
}

function withRecords(source: Source, targets: Source['records']['targets'], actuals: Source['records']['actuals']): Source['records'] {
  return { ...source.records, ...(targets && { targets }), ...(actuals && { actuals }) };
}

/** The note of a code with another text; '' takes it away. */
function withNote(source: Source, code: SourceNote['code'], text: string): Source {
  const others = source.notes.filter((note) => note.code !== code);
  return { ...source, notes: text === '' ? others : [...others, { code, text }] };
}

/** `2025-11-01~2025-11-11`; '' when a day is missing. */
function periodOf({ start, end }: RetroEvent): string {
  return start === undefined || end === undefined ? '' : `${start}~${end}`;
}

/** An agent table whose figures depend on the rule: the one place where it is asked. */
const creditsSales = (source: Source): boolean => source.kind === 'agents' && dependsOnRule(source);

const isBareScore = (record: TargetRecord | ActualRecord): boolean => record.unit === '分' && baseOfKey(record.metric.key) === 'csat' && /^[\s≥≤<>=不低于]*\d+(?:\.\d+)?$/.test(record.raw.trim());

/** A 满意度 taken for a 5-point score by its size alone, as pasted. */
function bareScore(source: Source): string | undefined {
  const record = [...(source.records.targets ?? []), ...(source.records.actuals ?? [])].find(isBareScore);
  if (record) return record.raw.trim();
  const figure = source.records.agents?.map((agent) => agent.figures[fivePoint]).find((value) => value?.kind === 'number');
  return figure?.kind === 'number' ? String(figure.value) : undefined;
}
