import type { Outcome } from '../../excel/run';
import type { EditRequest, LookRequest, TrackResult } from '../../excel/track';
import type { Head } from '../../intake/head';
import type { Source, SourceInput } from '../../intake/types';
import type { AgentMask } from '../../retro/masking';
import type { RetroEvent } from '../../retro/types';
import type { TrackedField } from '../../retro/tracking';
import type { Language } from '../../i18n';
import type { OpenConflict } from '../../workbook/conflicts';
import type { ReadingMemory } from '../state/memory';
import type { CellsInput, PaneInput } from '../state/types';
import type { EventDays } from './calendar-memory';
import type { ConflictCommands } from './conflicts';
import type { CopyCommands } from './copies';
import type { StepCommands } from './steps';

/** A sheet the person can go to from the pane. */
export interface SheetLink {
  /** stable key of the sheet in the plan: `cover`, `target`, `comparison`, `action` … */
  readonly key: string;
  /** the name it has in this workbook now (people may rename sheets) */
  readonly name: string;
}

/** A value a person changed that new data wants to change too (DESIGN rule 3). */
export interface Conflict {
  /** tells it from the others */
  readonly key: string;
  readonly cell: OpenConflict;
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
  readonly kept: string;
  readonly offered: string;
}

export interface GenerateSummary {
  readonly sheets: readonly SheetLink[];
  /** numbers for the "done" screen: how many targets judged, reached, close, missed, pending, no target, no actual */
  readonly states: Readonly<Record<string, number>>;
  /** all that nobody has decided about, earlier ones too */
  readonly conflicts: readonly Conflict[];
  /** formula cells that show an error after calculation: should be empty; named when not */
  readonly errorCells: readonly string[];
}

export interface Progress {
  /** 0–1 */
  readonly fraction: number;
  /** i18n key of the step: reading, planning, sheets, tables, formulas, formats, checking */
  readonly step: 'reading' | 'planning' | 'sheets' | 'tables' | 'formats' | 'checking';
}

/** How far reading is: shown for what takes longer. */
export interface ReadingProgress {
  readonly file: string;
  /** bytes read of the present input; `total` of it */
  readonly bytes: number;
  readonly total: number;
  readonly rows: number;
  /** milliseconds since the present input was begun */
  readonly elapsed: number;
}

export interface ReadOptions {
  readonly memory: ReadingMemory;
  readonly onProgress: (progress: ReadingProgress) => void;
  readonly signal: AbortSignal;
}

/** Cells to take from the open workbook. */
export type CellsWanted = 'selection' | 'sheet';

export type { Outcome };

/** What is already in the open workbook. */
export interface WorkbookState {
  /** undefined when there is no retro in this workbook yet */
  readonly event: RetroEvent | undefined;
  readonly sheets: readonly SheetLink[];
  readonly readOnly: boolean;
  /** cells that wait for a decision since an earlier generation */
  readonly conflicts: readonly Conflict[];
  /** what was decided about reading earlier */
  readonly memory: ReadingMemory;
}

/** A cell of an action in the sheet. */
export interface ActionPlace {
  readonly id: string;
  /** 1-based; where the row was when it was read, for a row without id */
  readonly sheetRow: number;
  readonly field: TrackedField | 'what' | 'source';
}

type Clockless<T> = Omit<T, 'now' | 'today'>;

/** Owner, deadline and status of the actions (R33–R36). */
export interface ActionCommands {
  /** `YYYY-MM-DD` */
  today(): string;
  /** the time on this computer, `YYYY-MM-DD HH:MM:SS` */
  now(): string;
  /** Finds and logs what changed, answers the actions as they are. */
  track(request: Clockless<LookRequest>): Promise<Outcome<TrackResult>>;
  /** Changes one cell of an action and logs it as made here. */
  edit(request: Clockless<EditRequest>): Promise<Outcome<TrackResult>>;
  /** Adds the check rows that this week still needs. */
  startWeek(request: Clockless<LookRequest>): Promise<Outcome<{ readonly added: number; readonly week: string; readonly track: TrackResult }>>;
  /** Selects a cell of an action. */
  goTo(place: ActionPlace): Promise<Outcome<void>>;
  /** Calls back when the action sheet may have changed; answers with how to stop. */
  watch(onChange: () => void): Promise<Outcome<() => Promise<void>>>;
  /** A stable id of this workbook, for calendars. */
  workbookId(): Promise<Outcome<string>>;
  /** Remembers the events of a calendar file; answers those that earlier files of the same view had and this one has not. */
  exportEvents(view: string, days: EventDays): Promise<Outcome<EventDays>>;
}

/** Everything the person can do in the pane; one file per command in this folder. */
export interface Commands {
  /** Recognises and reads what was pasted or chosen: one list of sources for each input. Problems are in the sources; rejects only when it was stopped. */
  readSources(inputs: readonly PaneInput[], event: RetroEvent, options: ReadOptions): Promise<readonly (readonly Source[])[]>;
  /** The first rows of an input and the columns each kind may have. `file` names the sheet of a workbook. */
  readHead(input: PaneInput, file: string): Promise<Head>;
  /** Cells of the open workbook, as text. */
  readCells(what: CellsWanted): Promise<Outcome<CellsInput>>;
  /** Keeps what was decided about reading in the workbook. */
  remember(memory: ReadingMemory): Promise<Outcome<void>>;
  /** The event that the sample data are about. */
  sampleEvent(): RetroEvent;
  /** The sample data of one invented shop, as inputs. */
  sampleInputs(): Promise<readonly SourceInput[]>;
  /** Creates or updates the retro workbook. Safe to run again, also after a failure (DESIGN rule 2). Agents go by the letters of the mask. */
  generate(sources: readonly Source[], event: RetroEvent, onProgress: (progress: Progress) => void, signal: AbortSignal, mask: AgentMask): Promise<Outcome<GenerateSummary>>;
  /** Shows a sheet. */
  openSheet(key: string): Promise<Outcome<void>>;
  readWorkbook(): Promise<Outcome<WorkbookState>>;
  readonly actions: ActionCommands;
  readonly steps: StepCommands;
  readonly copies: CopyCommands;
  readonly conflicts: ConflictCommands;
}

export interface CommandContext {
  readonly language: Language;
  /** `YYYY-MM-DD` (DESIGN rule 7) */
  readonly today: () => string;
  /** default: the time on this computer, `YYYY-MM-DD HH:MM:SS` */
  readonly now?: () => string;
}
