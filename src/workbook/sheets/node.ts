import type { Language } from '../../i18n';
import { column, columns, wordsOf } from '../columns';
import type { SheetPlan } from '../plan';
import { text } from '../references';
import { tableSheet } from './table-sheet';

/** 3 回溯过程 (R15): key nodes by phase and area; the suggestions for the four areas are ordinary rows, to edit or delete. */
export function nodeSheet(language: Language): SheetPlan {
  const words = wordsOf(language);
  const [, unsatisfied = ''] = words.lists.lstSatisfied;
  return tableSheet('node', language, {
    name: 'tblNode',
    idPrefix: 'N',
    columns: columns('tblNode', language, {
      id: column.id,
      phase: column.given(9, { validation: column.list('lstPhase', false), align: 'Center' }),
      area: column.given(14, { validation: column.list('lstArea', false) }),
      node: column.given(30, { wrap: true }),
      time: column.typed(16),
      work: column.typed(28),
      result: column.typed(24),
      problem: column.typed(28),
      satisfied: column.typed(10, { validation: column.list('lstSatisfied'), align: 'Center' }),
      probe: column.calculated(28, `=IF({node}="","",IF(OR({problem}<>"",{satisfied}=${text(unsatisfied)}),${text(words.probes.problem)},IF({satisfied}<>"",${text(words.probes.reached)},"")))`, { wrap: true }),
    }),
    rows: words.nodes.map((node, index) => ({ id: `N-${String(index + 1).padStart(2, '0')}`, naturalKey: `suggestion:${index + 1}`, values: { ...node } })),
    rules: [{ columns: ['satisfied'], formula: `={satisfied}=${text(unsatisfied)}`, tone: 'bad' }],
  });
}
