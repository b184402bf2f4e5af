import type { Messages } from '../../i18n';
import type { EventForm } from '../state/event';

/** The days of the event in words; '' when none is known. */
export function periodOf({ start, end }: EventForm, words: Messages['pane']['event']): string {
  if (start !== '' && end !== '') return words.period(start, end);
  if (start !== '') return words.from(start);
  return end === '' ? '' : words.until(end);
}
