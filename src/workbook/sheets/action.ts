import { toSerial } from '../../retro/dates';
import { languages, type Language } from '../../i18n';
import type { Retro } from '../../retro/retro';
import { column, columns, wordsOf } from '../columns';
import { linkOrUnknown } from '../evidence';
import { DATE_FORMAT } from '../number-formats';
import type { ColumnPlan, SheetPlan } from '../plan';
import { text } from '../references';
import { blank } from './case';
import { statusIn } from '../status';
import { tableSheet } from './table-sheet';

/**
 * 6 行动计划 (R33, R35): owner, deadline, source, measure; overdue, due soon and postponements by formula, in colour and in words.
 * `logged` says whether 变更记录 stands in the workbook: Excel takes no formula that speaks of a table which is not there.
 */
export function actionSheet(actions: Retro['actions'], language: Language, logged: boolean): SheetPlan {
  const words = wordsOf(language);
  const { reminders } = words;
  const [, , finished = ''] = words.lists.lstStatus;
  return tableSheet('action', language, {
    name: 'tblAction',
    idPrefix: 'A',
    columns: actionColumns(language, logged),
    rows: actions.map((action) => ({
      id: action.rowId,
      naturalKey: action.naturalKey,
      values: {
        what: blank(action.what), owner: blank(action.owner), deadline: action.deadline === undefined ? blank(action.deadlineRaw) : toSerial(action.deadline), source: blank(action.source),
        measure: blank(action.measure), priority: blank(action.priority), status: blank(statusIn(language, action.status)), progress: blank(action.progress),
      },
    })),
    rules: [
      { columns: ['reminder', 'deadline', 'daysLeft'], formula: `={reminder}=${text(reminders.overdue)}`, tone: 'bad' },
      { columns: ['reminder', 'deadline', 'daysLeft'], formula: `={reminder}=${soonText(words)}`, tone: 'near' },
      { columns: ['reminder'], formula: `=OR({reminder}=${text(reminders.noOwner)},{reminder}=${text(reminders.noDeadline)},{reminder}=${text(reminders.notDate)})`, tone: 'bad' },
      { columns: ['source'], formula: '=AND({what}<>"",{source}="")', tone: 'bad' },
      { columns: ['link'], formula: `={link}=${text(words.chain.go)}`, tone: 'wait' },
      { columns: ['link'], formula: `={link}=${text(words.chain.evidence.unknown)}`, tone: 'bad' },
      { columns: ['reminder', 'status'], formula: `={status}=${text(finished)}`, tone: 'good' },
      { columns: ['postponed'], formula: '=AND(ISNUMBER({postponed}),{postponed}>=2)', tone: 'near' },
    ],
  });
}

/** What closes an action, in the workbook's language first. */
const closingIn = (language: Language): string[] => [...new Set([language, ...languages].flatMap((one) => [wordsOf(one).done, wordsOf(one).cancelled]))];

/** The reminder of an action due soon, with the days that 配置 says. */
const soonText = (words: ReturnType<typeof wordsOf>): string => words.reminders.soon.split('#').map(text).join('&setSoon&').replace(/^""&/, '');

/** Columns of the action table. */
export function actionColumns(language: Language, logged: boolean): ColumnPlan[] {
  const words = wordsOf(language);
  const { reminders } = words;
  const closing = closingIn(language);
  // Statuses of the other language count too: a person may type or paste them.
  const isClosed = `OR(${closing.map((status) => `{status}=${text(status)}`).join(',')})`;
  const reminder =
    `=IF({what}="","",IF(${isClosed},{status},IF({owner}="",${text(reminders.noOwner)},IF({deadline}="",${text(reminders.noDeadline)},` +
    `IF(NOT(ISNUMBER({deadline})),${text(reminders.notDate)},IF({deadline}<TODAY(),${text(reminders.overdue)},IF({deadline}<=TODAY()+setSoon,${soonText(words)},${text(reminders.fine)})))))))`;
  const postponed = '=IF({what}="","",SUMIFS({tblChange.postponed},{tblChange.action},{id}))';
  return columns('tblAction', language, {
    id: column.id,
    what: column.given(38, { wrap: true }),
    owner: column.given(12, { validation: column.list('lstOwner', false), prompt: words.prompts.owner }),
    deadline: column.given(13, { numberFormat: DATE_FORMAT, align: 'Center', validation: { kind: 'date', words: true }, prompt: words.prompts.deadline }),
    source: column.given(14, { wrap: true, prompt: words.prompts.source }),
    measure: column.given(26, { wrap: true }),
    priority: column.given(8, { align: 'Center', validation: column.list('lstPriority') }),
    status: column.given(10, { align: 'Center', validation: column.list('lstStatus') }),
    daysLeft: column.calculated(9, `=IF(AND(ISNUMBER({deadline}),NOT(${isClosed})),{deadline}-TODAY(),"")`, { numberFormat: '0', align: 'Center' }),
    reminder: column.calculated(13, reminder, { align: 'Center' }),
    progress: column.given(26, { wrap: true }),
    effect: column.typed(20),
    link: column.calculated(9, `=${linkOrUnknown('source', words)}`, { align: 'Center' }),
    postponed: { role: 'formula', width: 9, numberFormat: '0', align: 'Center', ...(logged ? { formula: postponed } : {}) },
  });
}
