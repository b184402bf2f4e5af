import type { Failure } from '../../excel/failures';
import type { Source, SourceInput } from '../../intake/types';
import type { GenerateSummary, Progress, WorkbookState } from '../commands/types';
import type { EventForm } from './event';

/** The person's way through the pane, in order. */
export const steps = ['start', 'paste', 'review', 'generate', 'done'] as const;
export type Step = (typeof steps)[number];

export type Origin = 'paste' | 'file' | 'sample';

/** One thing handed over, with what the list shows of it. The text or bytes are only referred to, never copied or rendered. */
export interface InputCard {
  readonly id: number;
  readonly origin: Origin;
  readonly input: SourceInput;
  /** lines that are not the last, empty one */
  readonly lines: number;
  /** of the text or file */
  readonly bytes: number;
  /** the first line that is not empty, shortened; '' when it cannot be shown */
  readonly peek: string;
}

export type NewInput = Omit<InputCard, 'id'>;

export interface PaneState {
  readonly step: Step;
  /** true once the person has been at another step: a new screen then takes the focus, the very first one does not */
  readonly moved: boolean;
  readonly event: EventForm;
  /** true once a person or the workbook has set the event: suggestions no longer replace it */
  readonly eventSettled: boolean;
  readonly inputs: readonly InputCard[];
  /** the last removed input and its place, for undo */
  readonly removed: { readonly card: InputCard; readonly index: number } | undefined;
  /** typed, not yet added */
  readonly draft: string;
  readonly nextId: number;
  readonly reading: boolean;
  readonly sources: readonly Source[] | undefined;
  readonly generating: boolean;
  readonly progress: Progress | undefined;
  readonly summary: GenerateSummary | undefined;
  readonly failure: Failure | undefined;
  readonly workbook: WorkbookState | undefined;
}

export type Action =
  | { readonly type: 'event-suggested'; readonly event: EventForm }
  | { readonly type: 'event-edited'; readonly change: Partial<EventForm> }
  | { readonly type: 'workbook-read'; readonly workbook: WorkbookState }
  | { readonly type: 'went'; readonly step: Step }
  | { readonly type: 'inputs-added'; readonly inputs: readonly NewInput[] }
  | { readonly type: 'input-removed'; readonly id: number }
  | { readonly type: 'removal-undone' }
  | { readonly type: 'draft-edited'; readonly text: string }
  | { readonly type: 'reading-started' }
  | { readonly type: 'reading-ended'; readonly sources: readonly Source[] }
  | { readonly type: 'generating-started' }
  | { readonly type: 'progressed'; readonly progress: Progress }
  | { readonly type: 'generated'; readonly summary: GenerateSummary }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'failure-dismissed' };
