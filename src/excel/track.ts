import type { Language } from '../i18n';
import type { ActionProblem, ActionState, ChangeEntry, ChangeOrigin, TrackedField, TrackNote } from '../retro/tracking';
import type { Outcome } from './run';

/** What a pane remembers between two looks, so that a look reads the tracked columns only. Make one when the pane opens. */
export interface TrackMemory {
  /** filled by the looks; empty = the next look reads everything */
  state?: unknown;
}

export interface LookRequest {
  /** local time, `YYYY-MM-DD HH:MM:SS` */
  readonly now: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** how differences that are found came about: `found-on-open` for the first look of a pane, else `found-while-open` */
  readonly origin: ChangeOrigin;
  /** name of the person at this computer, if she gave one; written to what she changed here */
  readonly who?: string;
  readonly memory?: TrackMemory;
}

export interface TrackResult {
  /** the action sheet by the name it has now; undefined when the workbook has no action table */
  readonly sheet: string | undefined;
  readonly language: Language;
  /** in the order of the table */
  readonly actions: readonly ActionState[];
  /** the whole log, oldest first */
  readonly changes: readonly ChangeEntry[];
  /** the lines this look added to it */
  readonly added: readonly ChangeEntry[];
  /** found, but not written because of what `notes` say; the next look tries again */
  readonly waiting: readonly ChangeEntry[];
  /** names of 配置's list of owners, and of states */
  readonly owners: readonly string[];
  readonly statuses: readonly string[];
  readonly problems: readonly ActionProblem[];
  readonly notes: readonly TrackNote[];
}

export interface EditRequest extends Omit<LookRequest, 'origin'> {
  readonly id: string;
  readonly field: TrackedField;
  /** a deadline: `YYYY-MM-DD` or words (`3天内`); '' empties the cell */
  readonly value: string;
}

/** The look of DESIGN rule 8: finds what changed, writes it to the log, answers the actions as they are. Safe to call at any time. */
export declare function trackWorkbook(request: LookRequest): Promise<Outcome<TrackResult>>;

/** Changes one cell of an action from the pane and logs it as made here. Fails with `row-gone` or `not-a-date`; then nothing is written. */
export declare function editAction(request: EditRequest): Promise<Outcome<TrackResult>>;

/** The actions as they are, nothing written. */
export declare function readActions(request: Pick<LookRequest, 'today'>): Promise<Outcome<TrackResult>>;

/** Adds this week's check rows for open actions that have none (R36); answers how many were added. */
export declare function startWeek(request: LookRequest): Promise<Outcome<{ readonly added: number; readonly week: string }>>;
