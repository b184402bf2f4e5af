import type { Failure } from '../../excel/failures';
import type { RawTable } from '../../intake/table';
import type { Source, SourceInput } from '../../intake/types';
import type { Conflict, GenerateSummary, Progress, ReadingProgress, WorkbookState } from '../commands/types';
import type { EventForm } from './event';
import type { ReadingMemory } from './memory';

/** The person's way through the pane, in order. */
export const steps = ['start', 'paste', 'review', 'generate', 'done'] as const;
export type Step = (typeof steps)[number];

/** Parts of the pane once the workbook holds a retro: the six steps, the data, and the actions that came out of them. */
export type Tab = 'steps' | 'data' | 'actions';

export type Origin = 'paste' | 'file' | 'sample' | 'sheet';

/** Something large: only referred to, read piece by piece. */
export interface LargeInput {
  readonly name: string;
  readonly blob: Blob;
}

/** Cells taken from the open workbook. */
export interface CellsInput {
  readonly name: string;
  readonly cells: RawTable;
}

/** What the pane holds of one thing handed over. */
export type PaneInput = SourceInput | LargeInput | CellsInput;

/** One thing handed over, with what the list shows of it. The text or bytes are only referred to, never copied or rendered. */
export interface InputCard {
  readonly id: number;
  readonly origin: Origin;
  readonly input: PaneInput;
  /** lines that are not the last, empty one; undefined for something large */
  readonly lines: number | undefined;
  /** of the text or file; undefined for cells */
  readonly bytes: number | undefined;
  /** the first line that is not empty, shortened; '' when it cannot be shown */
  readonly peek: string;
}

export type NewInput = Omit<InputCard, 'id'>;

export interface PaneState {
  readonly tab: Tab;
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
  readonly readingProgress: ReadingProgress | undefined;
  /** as read, before answers; in the order of the inputs */
  readonly sources: readonly Source[] | undefined;
  /** what was decided about reading */
  readonly memory: ReadingMemory;
  /** what was decided is not in the workbook yet */
  readonly memoryUnsaved: boolean;
  readonly generating: boolean;
  readonly progress: Progress | undefined;
  readonly summary: GenerateSummary | undefined;
  /** cells that wait for a decision (DESIGN rule 3) */
  readonly conflicts: readonly Conflict[];
  readonly failure: Failure | undefined;
  readonly workbook: WorkbookState | undefined;
}

export type Action =
  | { readonly type: 'event-suggested'; readonly event: EventForm }
  | { readonly type: 'event-edited'; readonly change: Partial<EventForm> }
  | { readonly type: 'workbook-read'; readonly workbook: WorkbookState }
  | { readonly type: 'tab-chosen'; readonly tab: Tab }
  | { readonly type: 'went'; readonly step: Step }
  | { readonly type: 'inputs-added'; readonly inputs: readonly NewInput[] }
  | { readonly type: 'input-removed'; readonly id: number }
  | { readonly type: 'removal-undone' }
  | { readonly type: 'draft-edited'; readonly text: string }
  | { readonly type: 'reading-started' }
  | { readonly type: 'reading-progressed'; readonly progress: ReadingProgress }
  | { readonly type: 'reading-cancelled' }
  | { readonly type: 'memory-changed'; readonly memory: ReadingMemory }
  | { readonly type: 'memory-saved'; readonly memory: ReadingMemory }
  | { readonly type: 'sample-event'; readonly event: EventForm }
  | { readonly type: 'reading-ended'; readonly sources: readonly Source[] }
  | { readonly type: 'generating-started' }
  | { readonly type: 'progressed'; readonly progress: Progress }
  | { readonly type: 'generated'; readonly summary: GenerateSummary }
  | { readonly type: 'conflicts-decided'; readonly conflicts: readonly Conflict[] }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'failure-dismissed' };
