import type { Language } from '../../i18n';
import type { CauseProposal } from '../../retro/causes';
import type { Retro } from '../../retro/retro';
import { column, columns, wordsOf } from '../columns';
import { factLines, linkOrUnknown, namesUnknown, type RowIds } from '../evidence';
import type { SheetPlan } from '../plan';
import { text } from '../references';
import { tableSheet } from './table-sheet';

/**
 * 4 原因分析 (R17, R23): a row for every metric that missed or reached its target, every node with a problem and every driver
 * that moved, each with the part of the data that shows it. The team's view stands before the supervisor's conclusion.
 */
export function causeSheet(retro: Retro, nodeCauses: readonly CauseProposal[], ids: RowIds, language: Language): SheetPlan {
  const words = wordsOf(language);
  // A source is an id, or the name of a metric or node as people type it.
  const of = (table: 'tblComparison' | 'tblActual' | 'tblNode', key: string, otherwise: string): string =>
    `IFERROR(INDEX({${table}.${key}},IFERROR(MATCH({source},{${table}.id},0),MATCH({source},{${table}.${table === 'tblNode' ? 'node' : 'metric'}},0)))&"",${otherwise})`;
  const [, uncontrollable = ''] = words.lists.lstControl;
  const { causeMissing, evidence } = words.chain;
  const headers = words.columns.tblCause;
  const { separator, prefix } = causeMissing;
  const isUncontrollable = `{control}=${text(uncontrollable)}`;
  const missing = `(${(['team', 'root', 'control', 'conclusion'] as const).map((key) => `IF({${key}}="",${text(headers[key] + separator)},"")`).join('&')}&IF(AND(${isUncontrollable},{mitigation}=""),${text(headers.mitigation + separator)},""))`;
  const sheet = tableSheet('cause', language, {
    name: 'tblCause',
    idPrefix: 'C',
    columns: columns('tblCause', language, {
      id: column.id,
      kind: column.given(8, { validation: column.list('lstCauseKind'), align: 'Center' }),
      source: column.given(8, { align: 'Center', prompt: words.prompts.source }),
      metric: column.calculated(16, `=${of('tblActual', 'metric', of('tblNode', 'node', '""'))}`, { wrap: true }),
      state: column.calculated(8, `=${of('tblComparison', 'state', of('tblNode', 'satisfied', '""'))}`, { align: 'Center' }),
      finding: column.calculated(14, `=${of('tblComparison', 'explanation', of('tblNode', 'problem', '""'))}`, { wrap: true }),
      shown: column.given(35, { wrap: true }),
      part: column.typed(11),
      team: column.typed(22),
      cause: column.typed(18),
      root: column.typed(18),
      control: column.typed(9, { validation: column.list('lstControl'), align: 'Center' }),
      mitigation: column.typed(16),
      conclusion: column.typed(22),
      evidence: column.typed(11, { prompt: words.prompts.source }),
      check: column.calculated(18, `=IF({source}&{kind}="","",IF(${namesUnknown('evidence')},${text(evidence.unknown)},IF(${missing}="",${text(causeMissing.complete)},${text(prefix)}&LEFT(${missing},LEN(${missing})-${separator.length}))))`, { wrap: true }),
      entry: column.given(13, { validation: column.list('lstEntry', false), wrap: true }),
      link: column.calculated(9, `=${linkOrUnknown('source', words)}`, { align: 'Center' }),
    }),
    rows: [...retro.causes, ...nodeCauses].map((cause) => ({
      id: cause.id,
      naturalKey: cause.naturalKey,
      values: { kind: words.causeKinds[cause.outcome], entry: words.entries[cause.entry], source: cause.source, shown: factLines(cause.facts, ids, language) },
    })),
    rules: [
      { columns: ['state'], formula: `={state}=${text(words.states.missed)}`, tone: 'bad' },
      { columns: ['state'], formula: `={state}=${text(words.states.close)}`, tone: 'near' },
      { columns: ['state'], formula: `={state}=${text(words.states.reached)}`, tone: 'good' },
      { columns: ['link'], formula: `={link}=${text(words.chain.go)}`, tone: 'wait' },
      { columns: ['link'], formula: `={link}=${text(evidence.unknown)}`, tone: 'bad' },
      { columns: ['evidence', 'check'], formula: `={check}=${text(evidence.unknown)}`, tone: 'bad' },
      { columns: ['mitigation'], formula: `=AND(${isUncontrollable},{mitigation}="")`, tone: 'bad' },
      { columns: ['check'], formula: `={check}=${text(causeMissing.complete)}`, tone: 'good' },
      { columns: ['check'], formula: `=LEFT({check},${prefix.length})=${text(prefix)}`, tone: 'near' },
    ],
  });
  // What is missing, the entry point and the link stay on the screen: with them the page would be too small to read.
  return { ...sheet, printedColumns: 15 };
}
