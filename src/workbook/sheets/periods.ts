import type { Messages } from '../../i18n';
import { lengthOf, type DatedDays, type Periods } from '../../retro/analyses/periods';

/** Which days a comparison covers, with their number, because periods of different length compare badly; without last year what to paste. */
export function periodText(days: Periods<unknown>['days'], otherDays: number, words: Messages['workbook']): string {
  const { periods } = words.analyses;
  const span = (which: DatedDays): string => periods.span(which.from, which.to, lengthOf(which));
  const parts = [
    ...(days.now ? [periods.now(span(days.now))] : []), days.lastYear ? periods.lastYear(span(days.lastYear)) : periods.noLastYear, ...(days.previous ? [periods.previous(span(days.previous))] : []), ...(otherDays > 0 ? [periods.other(otherDays)] : []),
  ];
  return parts.join(periods.separator);
}
