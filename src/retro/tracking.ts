/**
 * Owner, deadline and status of actions, tracked (R34, DESIGN rule 8): a change is a difference between what the workbook
 * holds and what was last known of it, never an event. Pure: dates are `YYYY-MM-DD` text, the clock comes in from outside.
 */

/** Columns of the action table whose every change is kept. */
export const trackedFields = ['owner', 'deadline', 'status'] as const;
export type TrackedField = (typeof trackedFields)[number];
export const isTrackedField = (column: string): column is TrackedField => (trackedFields as readonly string[]).includes(column);

/** `row`: the whole action, which somebody deleted or brought back. */
export type LoggedField = TrackedField | 'row';

/** States of a whole action in the log. */
export const PRESENT = 'present';
export const REMOVED = 'removed';

/**
 * Where a change was made: `here` in this pane; `found-on-open` while no pane looked; `found-while-open` in the grid or by a
 * colleague while a pane was open; `data` by a new paste that the add-in wrote; `copy` taken over from a colleague's copy.
 */
export const changeOrigins = ['here', 'found-on-open', 'found-while-open', 'data', 'copy'] as const;
export type ChangeOrigin = (typeof changeOrigins)[number];

/** One line of 变更记录. Lines are only ever added. */
export interface ChangeEntry {
  /** made from its content: the same change found by two panes has the same key */
  readonly key: string;
  /** id of the action, `A-05` */
  readonly action: string;
  /** what the action said then */
  readonly what: string;
  readonly field: LoggedField;
  /** deadlines as `YYYY-MM-DD` where they are dates; '' is empty; of `row`: {@link PRESENT} or {@link REMOVED} */
  readonly old: string;
  readonly new: string;
  /** how often this field of this action has changed, this change included: tells the newest line however the log is sorted */
  readonly ordinal: number;
  /** `YYYY-MM-DD HH:MM:SS`, the clock of the computer that found it */
  readonly at: string;
  readonly origin: ChangeOrigin;
  /** '' when not known: Excel does not say who changed a cell */
  readonly who: string;
  /** the deadline went to a later day */
  readonly postponed: boolean;
  /** words a date was made from (`3天内`), else '' */
  readonly note: string;
}

/** What a deadline cell holds: a day, nothing, words without a day (`尽快`), or a day the calendar does not have. */
export type DeadlineState = 'date' | 'none' | 'vague' | 'invalid';

/** What to do about an action, the first that applies (R35). `closed`: done or cancelled. */
export type ActionWarning = 'closed' | 'no-owner' | 'no-deadline' | 'not-date' | 'overdue' | 'soon' | 'fine';

/** A row of the action table as it is now. */
export interface ActionState {
  readonly id: string;
  /** 0-based among the table's data rows */
  readonly rowIndex: number;
  /** 1-based row of the sheet */
  readonly sheetRow: number;
  readonly what: string;
  readonly owner: string;
  /** `YYYY-MM-DD`, or '' when the cell holds no day */
  readonly deadline: string;
  /** what the cell holds, as text */
  readonly deadlineRaw: string;
  readonly deadlineReading: DeadlineState;
  readonly status: string;
  readonly closed: boolean;
  readonly source: string;
  readonly measure: string;
  readonly priority: string;
  /** how often the deadline went to a later day */
  readonly postponed: number;
  /** to the deadline, negative when overdue; null without a deadline or when closed */
  readonly daysLeft: number | null;
  /** due today or within the days that 配置 counts as soon, whatever else the row lacks */
  readonly soon: boolean;
  readonly warning: ActionWarning;
}

/** What is not right in a row and cannot be put right by itself. */
export const actionProblemCodes = ['vague-deadline', 'invalid-deadline', 'before-event', 'two-owners', 'unknown-owner', 'unknown-status', 'no-source'] as const;
export type ActionProblemCode = (typeof actionProblemCodes)[number];
export interface ActionProblem {
  readonly code: ActionProblemCode;
  readonly sheet: string;
  /** 1-based row of the sheet */
  readonly row: number;
  readonly id: string;
  readonly value: string;
}

/** What the look found about the workbook, to be told once. Texts: i18n `tracking.notes`. */
export const trackNoteCodes = [
  /** the remembered copy was missing or damaged and is made anew; `rows` */
  'base-rebuilt',
  /** a copy of the action sheet is not tracked; `table`, `sheet` */
  'copied-table',
  /** changes wait until the log can be written; `sheet`, `count` */
  'log-filtered', 'log-protected', 'read-only',
  /** ids and dates wait; `sheet` */
  'actions-protected',
  /** an id stood twice; the other row got a new one; `id`, `given`, `row` */
  'double-id',
  /** words became a date; `id`, `words`, `date` */
  'date-read',
  /** the last generation broke off: changes are logged when it is completed */
  'unfinished',
  /** the column is not in the table any more; `column` */
  'column-gone',
] as const;
export type TrackNoteCode = (typeof trackNoteCodes)[number];
export interface TrackNote {
  readonly code: TrackNoteCode;
  readonly values: Readonly<Record<string, string | number>>;
}
