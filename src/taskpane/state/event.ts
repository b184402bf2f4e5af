import type { RetroEvent } from '../../retro/types';

/** The event as it stands in the form: every field is text, '' when not filled. */
export interface EventForm {
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly next: string;
  readonly shop: string;
}

export type EventMistake = 'name-missing' | 'end-before-start' | 'name-too-long';

/** Longest name that still leaves room in a sheet's header and in a file name. */
export const longestEventName = 60;

export function toForm(event: RetroEvent): EventForm {
  return { name: event.name, start: event.start ?? '', end: event.end ?? '', next: event.next ?? '', shop: event.shop ?? '' };
}

/** The event without its empty fields; names are trimmed. */
export function toEvent(form: EventForm): RetroEvent {
  const { start, end } = form;
  const next = form.next.trim();
  const shop = form.shop.trim();
  return { name: form.name.trim(), ...(start && { start }), ...(end && { end }), ...(next && { next }), ...(shop && { shop }) };
}

/** What must be put right before going on; empty when nothing. */
export function eventMistakes(form: EventForm): readonly EventMistake[] {
  const mistakes: EventMistake[] = [];
  if (form.name.trim() === '') mistakes.push('name-missing');
  if (form.name.trim().length > longestEventName) mistakes.push('name-too-long');
  if (form.start !== '' && form.end !== '' && form.end < form.start) mistakes.push('end-before-start');
  return mistakes;
}
