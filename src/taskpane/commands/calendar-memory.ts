import { runExcel } from '../../excel/run';
import { settingValue, storeSetting } from '../../excel/setting';
import { addDays } from '../../retro/dates';
import type { Outcome } from './types';

/** Key of the setting. */
const EXPORTED_SETTING = 'retroCalendar';

/** Days after its day that an event which is no longer planned is still taken back: after that nobody looks at it. */
const KEPT = 60;

/** Day of each event, `YYYY-MM-DD`, by action. */
export type EventDays = Readonly<Record<string, string>>;

/**
 * Remembers in the workbook which events a calendar file has, and answers those that earlier files of the same view (a person's, or
 * everybody's) had and this one no longer has: done, cancelled, deleted, without a date, with somebody else. A read-only workbook
 * remembers nothing.
 */
export function exportEvents(view: string, days: EventDays, today: string): Promise<Outcome<EventDays>> {
  return runExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(EXPORTED_SETTING).load('value');
    context.workbook.load('readOnly');
    await context.sync();
    const known = viewsIn(settingValue(setting));
    const before = known[view] ?? {};
    const gone = Object.fromEntries(Object.entries(before).filter(([id, day]) => !Object.hasOwn(days, id) && day >= addDays(today, -KEPT)));
    const now = { ...known, [view]: { ...gone, ...days } };
    if (!context.workbook.readOnly && JSON.stringify(now) !== JSON.stringify(known)) {
      storeSetting(context, EXPORTED_SETTING, now);
      await context.sync();
    }
    return gone;
  });
}

/** What the setting holds; what nobody can read counts as nothing. */
function viewsIn(value: unknown): Readonly<Record<string, EventDays>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).flatMap(([view, days]): [string, EventDays][] =>
    typeof days === 'object' && days !== null ? [[view, Object.fromEntries(Object.entries(days as object).filter((entry): entry is [string, string] => /^\d{4}-\d{2}-\d{2}$/.test(String(entry[1]))))]] : []));
}
