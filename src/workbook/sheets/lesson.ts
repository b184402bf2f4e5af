import type { Language } from '../../i18n';
import { column, columns, wordsOf } from '../columns';
import type { SheetPlan } from '../plan';
import { text } from '../references';
import { tableSheet } from './table-sheet';

/** 5 提炼规律 (R24, R25): rule + where it applies + what to expect next time + 沿用/规避 + evidence. */
export function lessonSheet(language: Language): SheetPlan {
  const words = wordsOf(language);
  const [good = '', bad = ''] = words.lists.lstLessonKind;
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
      control: column.typed(10, { validation: column.list('lstControl'), align: 'Center' }),
      evidence: column.typed(16, { prompt: words.prompts.source }),
    }),
    rows: [],
    rules: [
      { columns: ['kind'], formula: `={kind}=${text(good)}`, tone: 'good' },
      { columns: ['kind'], formula: `={kind}=${text(bad)}`, tone: 'near' },
      { columns: ['evidence'], formula: '=AND({rule}<>"",{evidence}="")', tone: 'bad' },
    ],
  });
}
