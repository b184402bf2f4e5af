import { daysBetween, isDate } from './dates';
import { parseDeadline } from './deadlines';
import type { ActionProblem, ActionProblemCode, ActionState, ActionWarning, DeadlineState } from './tracking';

/** What the table holds of an action, as compared (`tracking-log.ts`). */
export interface ActionFacts {
  readonly id: string;
  readonly rowIndex: number;
  readonly sheetRow: number;
  readonly what: string;
  readonly owner: string;
  /** `YYYY-MM-DD`, or the text of the cell */
  readonly deadline: string;
  readonly status: string;
  readonly source: string;
  readonly measure: string;
  readonly priority: string;
  readonly postponed: number;
}

/** What the workbook and the clock say around the actions. */
export interface ActionSetting {
  readonly today: string;
  /** days that count as due soon (配置) */
  readonly soonDays: number;
  /** statuses that close an action: done, cancelled, in either language */
  readonly closing: ReadonlySet<string>;
}

/** The row with its reading: days left and the one thing to do about it (R35), the same order as the formula in the sheet. */
export function describeAction(facts: ActionFacts, { today, soonDays, closing }: ActionSetting): ActionState {
  const deadlineReading = readingOf(facts.deadline, today);
  const deadline = deadlineReading === 'date' && isDate(facts.deadline) ? facts.deadline : '';
  const closed = closing.has(facts.status);
  const daysLeft = deadline === '' || closed ? null : daysBetween(today, deadline);
  return { ...facts, deadline, deadlineRaw: facts.deadline, deadlineReading, closed, daysLeft, soon: daysLeft !== null && daysLeft >= 0 && daysLeft <= soonDays, warning: warningOf() };

  function warningOf(): ActionWarning {
    if (closed) return 'closed';
    if (facts.owner === '') return 'no-owner';
    if (facts.deadline === '') return 'no-deadline';
    if (daysLeft === null) return 'not-date';
    if (daysLeft < 0) return 'overdue';
    return daysLeft <= soonDays ? 'soon' : 'fine';
  }
}

function readingOf(deadline: string, today: string): DeadlineState {
  return isDate(deadline) ? 'date' : parseDeadline(deadline, today).kind;
}

/** Several people in one cell: `王主管、李组长`. A slash or `和` inside a listed name is no second person. */
const severalOwners = /[、，,;；/&＋+]|\s和\s|(?<=[\u4e00-\u9fff])(?:和|与|及)(?=[\u4e00-\u9fff])/;

/** What is not right in an open action and what a person has to decide. Values are never changed for it. */
export function actionProblems(action: ActionState, around: { readonly sheet: string; readonly owners: readonly string[]; readonly statuses: readonly string[]; readonly eventStart?: string }): ActionProblem[] {
  const problems: ActionProblem[] = [];
  const add = (code: ActionProblemCode, value: string): void => void problems.push({ code, sheet: around.sheet, row: action.sheetRow, id: action.id, value });
  if (action.what === '') return problems;
  if (action.deadlineReading === 'vague') add('vague-deadline', action.deadlineRaw);
  if (action.deadlineReading === 'invalid') add('invalid-deadline', action.deadlineRaw);
  if (action.deadline !== '' && around.eventStart !== undefined && action.deadline < around.eventStart) add('before-event', action.deadline);
  if (action.owner !== '' && around.owners.length > 0 && !around.owners.includes(action.owner)) add(severalOwners.test(action.owner) ? 'two-owners' : 'unknown-owner', action.owner);
  if (action.status !== '' && around.statuses.length > 0 && !around.statuses.includes(action.status)) add('unknown-status', action.status);
  if (action.source === '') add('no-source', action.what);
  return problems;
}
