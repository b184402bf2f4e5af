import type { Language } from '../../i18n';
import { departmentFindings } from '../../retro/departments';
import type { Retro } from '../../retro/retro';
import { column, columns, wordsOf } from '../columns';
import { factIds, factLines, linkOrUnknown, type RowIds } from '../evidence';
import { DATE_FORMAT } from '../number-formats';
import type { SheetPlan } from '../plan';
import { text } from '../references';
import { tableSheet } from './table-sheet';

/** 给各部门 (R22): what service data tell 运营, 商品 and 仓配, with the rows that show it; what is asked of them is for people. */
export function departmentSheet(retro: Retro, ids: RowIds, language: Language): SheetPlan {
  const words = wordsOf(language);
  const { departments, topics } = words.chain;
  return tableSheet('department', language, {
    name: 'tblDepartment',
    idPrefix: 'D',
    columns: columns('tblDepartment', language, {
      id: column.id,
      department: column.given(12, { validation: column.list('lstDepartment', false), wrap: true }),
      topic: column.given(16, { wrap: true }),
      finding: column.given(58, { wrap: true }),
      evidence: column.given(15, { wrap: true, prompt: words.prompts.source }),
      link: column.calculated(9, `=${linkOrUnknown('evidence', words)}`, { align: 'Center' }),
      ask: column.typed(30),
      contact: column.typed(12),
      due: column.typed(12, { numberFormat: DATE_FORMAT, align: 'Center', wrap: false, validation: { kind: 'date' } }),
      answer: column.typed(28),
    }),
    rows: departmentFindings(retro).map((finding) => ({
      id: retro.rowId('D', finding.naturalKey),
      naturalKey: finding.naturalKey,
      values: { department: departments[finding.department], topic: topics[finding.topic], finding: factLines(finding.facts, ids, language), evidence: factIds(finding.facts, ids) },
    })),
    rules: [
      { columns: ['link'], formula: `={link}=${text(words.chain.go)}`, tone: 'wait' },
      { columns: ['due'], formula: '=AND(ISNUMBER({due}),{answer}="",{due}<TODAY())', tone: 'bad' },
    ],
  });
}
