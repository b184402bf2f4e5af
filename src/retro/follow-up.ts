import { startOfWeek } from './dates';
import type { ActionState } from './tracking';

/** What tells one check row of 每周跟进 from the others: an action is checked once a week (R36). */
export interface FollowUpKey {
  readonly action: string;
  /** Monday of the week, `YYYY-MM-DD` */
  readonly week: string;
}

/** The week a day belongs to, by its Monday. */
export const weekOf = startOfWeek;

/**
 * Open actions that the week has no check row for yet, in the order of the sheet. Done and cancelled ones need none, nor does a row without
 * id or without action. Asking twice, or from two panes one after the other, adds nothing twice: what is there is never asked for again.
 */
export function missingChecks(actions: readonly ActionState[], existing: readonly FollowUpKey[], week: string): ActionState[] {
  const there = new Set(existing.filter((row) => row.week === week).map((row) => row.action));
  return actions.filter((action) => {
    if (action.closed || action.id === '' || action.what === '' || there.has(action.id)) return false;
    there.add(action.id);
    return true;
  });
}
