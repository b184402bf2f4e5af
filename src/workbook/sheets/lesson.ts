import type { Language } from '../../i18n';
import { column, columns, wordsOf } from '../columns';
import type { SheetPlan } from '../plan';
import { evidenceCheck, firstId, link } from '../evidence';
import { text } from '../references';
import { tableSheet } from './table-sheet';

/** 5 提炼规律 (R24, R25): rule + where it applies + what to expect next time + 沿用/规避 + evidence. */
export function lessonSheet(language: Language): SheetPlan {
  const words = wordsOf(language);
  const [good = '', bad = ''] = words.lists.lstLessonKind;
  const { evidence } = words.chain;
  // R25: what was said of the cause in step 4 – by the cause's own id, or by that of its metric or node.
  const ofCause = (key: string, wanted = firstId('evidence')): string => `INDEX({tblCause.control},MATCH(${wanted},{tblCause.${key}},0))&""`;
  const control = `=IF({evidence}="","",IFERROR(${ofCause('id')},IFERROR(${ofCause('source')},IFERROR(${ofCause('source', '{evidence}')},IFERROR(${ofCause('metric', '{evidence}')},"")))))`;
  return tableSheet('lesson', language, {
    name: 'tblLesson',
    idPrefix: 'L',
    columns: columns('tblLesson', language, {
      id: column.id,
      kind: column.typed(13, { validation: column.list('lstLessonKind'), align: 'Center' }),
      rule: column.typed(44),
      scope: column.typed(26),
      prediction: column.typed(28),
      adopt: column.typed(11, { validation: column.list('lstAdopt'), align: 'Center' }),
      reusable: column.typed(12, { validation: column.list('lstYesNo'), align: 'Center' }),
      evidence: column.typed(14, { prompt: words.prompts.source }),
      link: column.calculated(9, `=IF({check}=${text(evidence.given)},${link('evidence', words)},"")`, { align: 'Center' }),
      check: column.calculated(11, `=${evidenceCheck('rule', 'evidence', words)}`, { align: 'Center' }),
      control: column.calculated(9, control, { align: 'Center' }),
    }),
    rows: [],
    rules: [
      { columns: ['kind'], formula: `={kind}=${text(good)}`, tone: 'good' },
      { columns: ['kind'], formula: `={kind}=${text(bad)}`, tone: 'near' },
      { columns: ['check', 'evidence'], formula: `=OR({check}=${text(evidence.none)},{check}=${text(evidence.unknown)})`, tone: 'bad' },
      { columns: ['check'], formula: `={check}=${text(evidence.words)}`, tone: 'near' },
      { columns: ['check'], formula: `={check}=${text(evidence.given)}`, tone: 'good' },
      { columns: ['link'], formula: `={link}=${text(words.chain.go)}`, tone: 'wait' },
    ],
  });
}
