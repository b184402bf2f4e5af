import type { PlanValue, SheetKey, TableName } from './plan';

/** What a workbook holds now, read once before anything is written. */
export interface WorkbookSnapshot {
  readonly readOnly: boolean;
  readonly sheets: readonly SheetSnapshot[];
  readonly tables: ReadonlyMap<TableName, TableSnapshot>;
  /** defined names of the workbook → formula */
  readonly names: ReadonlyMap<string, string>;
  /** values of the named cells on cover and 配置, by defined name */
  readonly cells: ReadonlyMap<string, NamedCellSnapshot>;
  /** lists of 配置 that are read back, by defined name: all lines of their column, blank ones too, so that lists side by side stay in step */
  readonly lists?: ReadonlyMap<string, readonly string[]>;
  readonly base: BaseCopy;
  /** the table the base copy stands in */
  readonly baseTable: TableSnapshot | undefined;
  readonly state: StoredState | undefined;
  /** any table's name, ours or not */
  readonly tableNames: ReadonlySet<string>;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visible: boolean;
  /** nothing on it: no value, no table, no chart */
  readonly empty: boolean;
  /** text of A2, where each of our sheets has its line of guidance: what tells our own sheet from a person's */
  readonly mark: string;
  /** names of all tables on it */
  readonly tables: readonly string[];
  readonly charts: readonly string[];
  /** what stands on it, for a sheet of ours whose run broke off */
  readonly content?: { readonly row: number; readonly column: number; readonly values: readonly (readonly (string | number | boolean)[])[] };
  readonly isProtected: boolean;
}

export interface TableSnapshot {
  readonly name: TableName | 'tblBase';
  readonly sheet: string;
  /** 0-based place of the header's first cell */
  readonly row: number;
  readonly column: number;
  readonly headers: readonly string[];
  /** data rows, one value a column; '' is empty */
  readonly rows: readonly (readonly (string | number | boolean)[])[];
  readonly filtered: boolean;
  /** something stands under the table, in its columns */
  readonly contentBelow: boolean;
}

export interface NamedCellSnapshot {
  readonly sheet: string;
  /** 0-based */
  readonly row: number;
  readonly column: number;
  readonly value: PlanValue;
}

/** What the add-in last wrote, row by row (DESIGN rule 3). Key: `table|id`. */
export type BaseCopy = ReadonlyMap<string, BaseRow>;
export interface BaseRow {
  readonly naturalKey: string;
  readonly values: Readonly<Record<string, PlanValue>>;
}
export const baseKey = (table: string, id: string): string => `${table}|${id}`;

/** The add-in's setting in the workbook (key `retro`). */
export interface StoredState {
  readonly version: number;
  readonly language: 'zh-CN' | 'en-US';
  /** false from the first write to the last: a generation that broke off is completed by the next one */
  readonly complete: boolean;
  /** sheets that were being added to a finished workbook when it was left unfinished: the next look completes them */
  readonly adding?: readonly SheetKey[];
}

/** Sheets are told by what they hold, not by their name (DESIGN rule 2). */
export const sheetOfTable: Readonly<Record<TableName, SheetKey>> = {
  tblTarget: 'target', tblActual: 'actual', tblComparison: 'comparison', tblNode: 'node', tblHour: 'hour', tblCause: 'cause', tblItem: 'item', tblRefund: 'refund', tblInquiry: 'inquiry', tblSilent: 'silent', tblReview: 'review', tblCase: 'case', tblLesson: 'lesson', tblAction: 'action', tblChange: 'change', tblFollowUp: 'followUp', tblDepartment: 'department', tblAgent: 'agent',
};
/** The defined name that tells a sheet without table. */
export const nameOfSheet: Readonly<Record<'cover' | 'config', string>> = { cover: 'retroEvent', config: 'setClose' };
