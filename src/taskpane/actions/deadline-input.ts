import { addDays, endOfMonth, startOfWeek } from '../../retro/dates';
import { parseDeadline } from '../../retro/deadlines';

/** What typing into the deadline would do. */
export type DeadlineInput =
  | { readonly kind: 'date'; readonly date: string; readonly past: boolean }
  | { readonly kind: 'empty' | 'vague' | 'invalid' };

export function readDeadlineInput(text: string, today: string): DeadlineInput {
  const reading = parseDeadline(text, today);
  switch (reading.kind) {
    case 'date': return { kind: 'date', date: reading.date, past: reading.date < today };
    case 'none': return { kind: 'empty' };
    default: return { kind: reading.kind };
  }
}

export type QuickDate = 'tomorrow' | 'threeDays' | 'friday' | 'nextFriday' | 'monthEnd';

/** Days that deadlines are often set to, those to come only and none twice. */
export function quickDates(today: string): readonly { readonly key: QuickDate; readonly date: string }[] {
  const friday = addDays(startOfWeek(today), 4);
  const all: readonly { readonly key: QuickDate; readonly date: string }[] = [
    { key: 'tomorrow', date: addDays(today, 1) }, { key: 'threeDays', date: addDays(today, 3) }, { key: 'friday', date: friday }, { key: 'nextFriday', date: addDays(friday, 7) }, { key: 'monthEnd', date: endOfMonth(today) },
  ];
  return all.filter(({ date }, index) => date > today && all.findIndex((other) => other.date === date) === index);
}
