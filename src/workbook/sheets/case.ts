import type { Language } from '../../i18n';
import type { Retro } from '../../retro/retro';
import { column, columns, wordsOf } from '../columns';
import type { SheetPlan } from '../plan';
import { columnOf, headerOf, text } from '../references';
import { HEADER_ROW, tableSheet } from './table-sheet';

/** Cases a meeting can hold (R26). */
const [FEWEST, MOST] = [5, 10];

/** 案例 (R26, R27): scene → breakdown by the team → method by the supervisor; an incomplete case says what it lacks. */
export function caseSheet(retro: Retro, language: Language): SheetPlan {
  const words = wordsOf(language);
  const headers = words.columns.tblCase;
  const required = ['kind', 'scene', 'reply', 'outcome', 'peak', 'crossTeam'] as const;
  const missing = required.map((key) => `IF({${key}}="",${text(headers[key] + words.caseMissing.separator)},"")`).join('&');
  const anything = required.map((key) => `{${key}}`).join('&');
  const list = `(${missing})`;
  const { cases } = words.chain;
  const col = (key: string): string => columnOf('tblCase', headerOf('tblCase', key, words));
  const count = `COUNTA(${col('scene')})`;
  const side = (kind: string, otherwise: string): string => `IF(COUNTIF(${col('kind')},${text(kind)})=0,${text(otherwise)},"")`;
  // R26: 5–10 cases and both kinds, said on the sheet itself.
  const warning = `=IF(${count}=0,"",IF(${count}<${FEWEST},${text(cases.few.before)}&${count}&${text(cases.few.after)},IF(${count}>${MOST},${text(cases.many.before)}&${count}&${text(cases.many.after)},""))&${side(words.caseKinds.negative, cases.noNegative)}&${side(words.caseKinds.positive, cases.noPositive)})`;
  const sheet = tableSheet('case', language, {
    name: 'tblCase',
    idPrefix: 'K',
    columns: columns('tblCase', language, {
      id: column.id,
      given: column.given(9, { align: 'Center' }),
      kind: column.given(11, { validation: column.list('lstCaseKind'), align: 'Center' }),
      scene: column.given(28, { wrap: true }),
      reply: column.given(34, { wrap: true }),
      outcome: column.given(17, { validation: column.list('lstOutcome', false), wrap: true }),
      peak: column.given(9, { align: 'Center' }),
      crossTeam: column.given(12, { align: 'Center', wrap: true }),
      breakdown: column.given(26, { wrap: true }),
      method: column.given(24, { wrap: true }),
      script: column.typed(30),
      complete: column.calculated(16, `=IF(${anything}="","",IF(${list}="",${text(words.caseMissing.complete)},${text(words.caseMissing.prefix)}&LEFT(${list},LEN(${list})-${words.caseMissing.separator.length})))`, { wrap: true }),
    }),
    rows: retro.cases.map((record) => ({
      id: record.rowId,
      naturalKey: record.naturalKey,
      values: {
        given: record.id ?? null, kind: record.kind === undefined ? null : words.caseKinds[record.kind], scene: blank(record.scene), reply: blank(record.reply), outcome: blank(record.outcome),
        peak: blank(record.peak), crossTeam: blank(record.crossTeam), breakdown: blank(record.breakdown), method: blank(record.method),
      },
    })),
    rules: [
      { columns: ['complete'], formula: `=LEFT({complete},${words.caseMissing.prefix.length})=${text(words.caseMissing.prefix)}`, tone: 'bad' },
      { columns: ['complete'], formula: `={complete}=${text(words.caseMissing.complete)}`, tone: 'good' },
      { columns: ['kind'], formula: `={kind}=${text(words.caseKinds.negative)}`, tone: 'near' },
      { columns: ['kind'], formula: `={kind}=${text(words.caseKinds.positive)}`, tone: 'good' },
    ],
  });
  return { ...sheet, cells: [...sheet.cells, { row: HEADER_ROW - 1, column: 2, formula: warning, style: 'note' }] };
}

/** Empty text is an empty cell. */
export const blank = (value: string): string | null => (value === '' ? null : value);
