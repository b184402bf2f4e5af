import type { Language } from '../../i18n';
import type { Retro } from '../../retro/retro';
import { column, columns, wordsOf } from '../columns';
import type { SheetPlan } from '../plan';
import { lookup, text } from '../references';
import { tableSheet } from './table-sheet';

/** 4 原因分析 (R17, R23): a row for every missed or reached metric; the team's view stands before the supervisor's conclusion. */
export function causeSheet(retro: Retro, language: Language): SheetPlan {
  const words = wordsOf(language);
  const ofMetric = (key: string): string => `=IFERROR(INDEX({tblComparison.${key}},MATCH({source},{tblComparison.id},0)),"")`;
  const [, uncontrollable = ''] = words.lists.lstControl;
  return tableSheet('cause', language, {
    name: 'tblCause',
    idPrefix: 'C',
    columns: columns('tblCause', language, {
      id: column.id,
      kind: column.given(8, { validation: column.list('lstCauseKind'), align: 'Center' }),
      entry: column.given(16, { validation: column.list('lstEntry', false), wrap: true }),
      source: column.given(10, { align: 'Center', prompt: words.prompts.source }),
      metric: column.calculated(18, `=IFERROR(${lookup('tblActual', 'metric', 'source')},"")`),
      state: column.calculated(8, ofMetric('state'), { align: 'Center' }),
      finding: column.calculated(20, ofMetric('explanation'), { wrap: true }),
      part: column.typed(14),
      team: column.typed(28),
      cause: column.typed(24),
      root: column.typed(24),
      control: column.typed(10, { validation: column.list('lstControl'), align: 'Center' }),
      mitigation: column.typed(20),
      conclusion: column.typed(28),
      evidence: column.typed(16),
    }),
    rows: retro.causes.map((cause) => ({
      id: cause.id,
      naturalKey: `metric:${retro.metrics.find((metric) => metric.id === cause.metricId)?.naturalKey ?? cause.metricId}`,
      values: { kind: words.causeKinds[cause.outcome], entry: words.entries.expectation, source: cause.metricId },
    })),
    rules: [
      { columns: ['state'], formula: `={state}=${text(words.states.missed)}`, tone: 'bad' },
      { columns: ['state'], formula: `={state}=${text(words.states.close)}`, tone: 'near' },
      { columns: ['state'], formula: `={state}=${text(words.states.reached)}`, tone: 'good' },
      { columns: ['mitigation'], formula: `=AND({control}=${text(uncontrollable)},{mitigation}="")`, tone: 'bad' },
    ],
  });
}
