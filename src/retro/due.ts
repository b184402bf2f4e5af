import type { ActionState } from './tracking';

/** What an open action needs (R35), the most urgent first. An action may be in several; `later` is for those in no other. */
export const dueGroups = ['overdue', 'soon', 'no-owner', 'no-deadline', 'not-date', 'postponed', 'later'] as const;
export type DueGroup = (typeof dueGroups)[number];

/** Postponements from which an action is looked at again (R35). */
export const MANY_POSTPONEMENTS = 2;

export interface DueItem {
  readonly action: ActionState;
  /** never empty; the first one is where it is shown */
  readonly groups: readonly [DueGroup, ...DueGroup[]];
}

export interface DuePerson {
  /** as in the sheet; '' for the actions without owner */
  readonly owner: string;
  readonly open: number;
  readonly overdue: number;
}

export interface DueView {
  /** open actions, the most urgent first, then by deadline, then as in the sheet */
  readonly items: readonly DueItem[];
  readonly counts: Readonly<Record<DueGroup, number>>;
  /** those with most overdue first, then most open ones */
  readonly people: readonly DuePerson[];
  /** actions done or cancelled */
  readonly closed: number;
}

/** The due view over the actions of the workbook (R35). Rows that say no action are left out, as the sheet's reminder does. */
export function dueView(actions: readonly ActionState[]): DueView {
  const rows = actions.filter((action) => action.what !== '');
  const items = rows.filter((action) => !action.closed).map((action): DueItem => ({ action, groups: groupsOf(action) }));
  const rank = ({ groups }: DueItem): number => dueGroups.indexOf(groups[0]);
  items.sort((a, b) => rank(a) - rank(b) || (a.action.daysLeft ?? Infinity) - (b.action.daysLeft ?? Infinity) || a.action.rowIndex - b.action.rowIndex || 0);
  const counts = Object.fromEntries(dueGroups.map((group) => [group, items.filter((item) => item.groups.includes(group)).length])) as Record<DueGroup, number>;
  return { items, counts, people: peopleOf(items), closed: rows.length - items.length };
}

/** The view of one person; '' for what has no owner. The counts are hers. */
export function dueViewOf(owner: string, actions: readonly ActionState[]): DueView {
  return dueView(actions.filter((action) => action.owner === owner));
}

function groupsOf({ owner, deadlineReading, daysLeft, soon, postponed }: ActionState): DueItem['groups'] {
  const holds: Readonly<Record<Exclude<DueGroup, 'later'>, boolean>> = {
    overdue: daysLeft !== null && daysLeft < 0,
    soon,
    'no-owner': owner === '',
    'no-deadline': deadlineReading === 'none',
    'not-date': daysLeft === null && deadlineReading !== 'none',
    postponed: postponed >= MANY_POSTPONEMENTS,
  };
  const [first, ...more] = dueGroups.filter((group) => group !== 'later' && holds[group]);
  return first === undefined ? ['later'] : [first, ...more];
}

function peopleOf(items: readonly DueItem[]): DuePerson[] {
  const people = new Map<string, { owner: string; open: number; overdue: number }>();
  for (const { action: { owner }, groups } of items) {
    const person = people.get(owner) ?? { owner, open: 0, overdue: 0 };
    people.set(owner, { owner, open: person.open + 1, overdue: person.overdue + (groups.includes('overdue') ? 1 : 0) });
  }
  return [...people.values()].sort((a, b) => b.overdue - a.overdue || b.open - a.open);
}
