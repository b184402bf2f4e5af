import type { Language } from '../../i18n';
import { fromSerial, toSerial } from '../../retro/dates';
import type { FollowUpKey } from '../../retro/follow-up';
import { column, columns, wordsOf } from '../columns';
import { locateColumns } from '../merge';
import { DATE_FORMAT } from '../number-formats';
import type { ColumnPlan, SheetPlan } from '../plan';
import type { TableSnapshot } from '../snapshot';
import { lookup, text } from '../references';
import { tableSheet } from './table-sheet';

/** A check row with the id it gets. */
export interface FollowUpRow extends FollowUpKey {
  readonly id: string;
}

/** What tells a check row again: its action and the Monday of its week. */
export const followUpNaturalKey = ({ action, week }: FollowUpKey): string => `${action}|${week}`;

/** 每周跟进 (R36): a check row for each open action and week. Done, effect, by and note are people's. */
export function followUpSheet(rows: readonly FollowUpRow[], language: Language): SheetPlan {
  const [yes = '', no = ''] = wordsOf(language).lists.lstYesNo;
  return tableSheet('followUp', language, {
    name: 'tblFollowUp',
    idPrefix: 'W',
    columns: followUpColumns(language),
    rows: rows.map((row) => ({ id: row.id, naturalKey: followUpNaturalKey(row), values: { action: row.action, week: toSerial(row.week) } })),
    rules: [
      { columns: ['done'], formula: `={done}=${text(yes)}`, tone: 'good' },
      { columns: ['done'], formula: `={done}=${text(no)}`, tone: 'bad' },
      { columns: ['done'], formula: '=AND({action}<>"",{done}="",ISNUMBER({week}),{week}+7<=TODAY())', tone: 'near' },
    ],
  });
}

export function followUpColumns(language: Language): ColumnPlan[] {
  const ofAction = (key: string): string => `=IFERROR(${lookup('tblAction', key, 'action')}&"","")`;
  return columns('tblFollowUp', language, {
    id: column.id,
    week: column.given(12, { numberFormat: DATE_FORMAT, align: 'Center' }),
    action: column.given(10, { align: 'Center' }),
    what: column.calculated(34, ofAction('what'), { wrap: true }),
    owner: column.calculated(12, ofAction('owner')),
    status: column.calculated(10, ofAction('status'), { align: 'Center' }),
    done: column.typed(9, { validation: column.list('lstYesNo'), align: 'Center' }),
    effect: column.typed(28),
    by: column.typed(12, { validation: column.list('lstOwner', false) }),
    note: column.typed(24),
  });
}

/** The checks that stand in the sheet, whoever added them. */
export function readFollowUps(table: TableSnapshot | undefined): FollowUpKey[] {
  if (table === undefined) return [];
  const index = locateColumns(followUpColumns('zh-CN'), table.headers);
  const [action, week] = [index.get('action') ?? -1, index.get('week') ?? -1];
  return table.rows.flatMap((row) => {
    const day = row[week];
    const monday = typeof day === 'number' ? fromSerial(day) : String(day ?? '').trim();
    const id = String(row[action] ?? '').trim();
    return id === '' || monday === undefined || monday === '' ? [] : [{ action: id, week: monday }];
  });
}
