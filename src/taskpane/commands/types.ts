import type { Failure } from '../../excel/failures';
import type { Source, SourceInput } from '../../intake/types';
import type { RetroEvent } from '../../retro/types';
import type { Language } from '../../i18n';

/** A sheet the person can go to from the pane. */
export interface SheetLink {
  /** stable key of the sheet in the plan: `cover`, `target`, `comparison`, `action` … */
  readonly key: string;
  /** the name it has in this workbook now (people may rename sheets) */
  readonly name: string;
}

/** A value a person changed that new data wants to change too (DESIGN rule 3). */
export interface Conflict {
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

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** What is already in the open workbook. */
export interface WorkbookState {
  /** undefined when there is no retro in this workbook yet */
  readonly event: RetroEvent | undefined;
  readonly sheets: readonly SheetLink[];
  readonly readOnly: boolean;
}

/** Everything the person can do in the pane; one file per command in this folder. */
export interface Commands {
  /** Recognises and reads what was pasted or chosen. Never throws; problems are in the sources. */
  readSources(inputs: readonly SourceInput[], event: RetroEvent): Promise<readonly Source[]>;
  /** The sample data of one invented shop, as inputs. */
  sampleInputs(): Promise<readonly SourceInput[]>;
  /** Creates or updates the retro workbook. Safe to run again, also after a failure (DESIGN rule 2). */
  generate(sources: readonly Source[], event: RetroEvent, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<Outcome<GenerateSummary>>;
  /** Shows a sheet. */
  openSheet(key: string): Promise<Outcome<void>>;
  readWorkbook(): Promise<Outcome<WorkbookState>>;
}

export interface CommandContext {
  readonly language: Language;
  /** `YYYY-MM-DD` (DESIGN rule 7) */
  readonly today: () => string;
}
