import type { RetroEvent } from './types';

/** Big promotions and their usual days (DOMAIN 3.5: defaults that people edit), in the order of the year. */
const promotions = [
  { key: 'queensDay', start: '03-05', end: '03-09' },
  { key: 'june18', start: '05-16', end: '06-20' },
  { key: 'double11', start: '10-20', end: '11-14' },
  { key: 'double12', start: '12-08', end: '12-13' },
] as const;

export type PromotionKey = (typeof promotions)[number]['key'];

/** The name of a promotion in a year, in the person's language. */
export type PromotionName = (key: PromotionKey, year: number) => string;

/**
 * The event a person most likely reviews on a day: the big promotion that began last, with its usual days and the one after it.
 * @param today `YYYY-MM-DD`; text that is not a date gives an event without dates and name
 */
export function suggestEvent(today: string, nameOf: PromotionName): RetroEvent {
  const year = Number(today.slice(0, 4));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || year === 0) return { name: '' };
  const begun = promotions.findLastIndex((promotion) => promotion.start <= today.slice(5));
  const index = begun === -1 ? promotions.length - 1 : begun;
  const eventYear = begun === -1 ? year - 1 : year;
  const event = promotions[index];
  const next = promotions[(index + 1) % promotions.length];
  if (event === undefined || next === undefined) return { name: '' };
  const nextYear = index + 1 === promotions.length ? eventYear + 1 : eventYear;
  return { name: nameOf(event.key, eventYear), start: `${eventYear}-${event.start}`, end: `${eventYear}-${event.end}`, next: nameOf(next.key, nextYear) };
}

/** Year for dates without one (V093): the event's, else the one in its name, else this year. */
export function yearOfEvent(event: RetroEvent, today: string): number {
  return Number((event.start ?? event.end ?? /20\d{2}/.exec(event.name)?.[0] ?? today).slice(0, 4));
}
