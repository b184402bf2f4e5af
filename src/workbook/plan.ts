/**
 * The workbook as data (DESIGN rule 2): what Excel should contain. `src/excel` makes it so; nothing here knows Office.
 * Rows and columns are 0-based. Formulas use structured references and the headers of the plan's language;
 * conditions use `{column}` placeholders, because Excel takes no structured references in rules.
 */

/** Who owns a cell (DESIGN rule 3). */
export type ColumnRole = 'id' | 'given' | 'typed' | 'formula';

/** What the add-in writes into a cell. `null` = leave empty. */
export type PlanValue = string | number | null;

export type TableName =
  | 'tblTarget' | 'tblActual' | 'tblComparison' | 'tblNode' | 'tblHour' | 'tblCause' | 'tblItem' | 'tblRefund' | 'tblInquiry' | 'tblSilent' | 'tblReview' | 'tblCase' | 'tblLesson' | 'tblAction' | 'tblChange' | 'tblFollowUp' | 'tblDepartment' | 'tblAgent';

/** Names of the lists on 配置; also the defined names that dropdowns use. */
export type ListName =
  | 'lstOwner' | 'lstStatus' | 'lstPriority' | 'lstPhase' | 'lstArea' | 'lstSatisfied' | 'lstDirection' | 'lstCaseKind' | 'lstOutcome'
  | 'lstCauseKind' | 'lstEntry' | 'lstControl' | 'lstLessonKind' | 'lstAdopt' | 'lstYesNo' | 'lstRefundGroup' | 'lstHandler' | 'lstTier' | 'lstDepartment' | RuleListName;

/** The keyword rules of R20 on 配置: four lists side by side, a rule a line. */
export const ruleListNames = ['lstRuleCategory', 'lstRuleWords', 'lstRuleExcluded', 'lstRuleHandler'] as const;
export type RuleListName = (typeof ruleListNames)[number];

export type ValidationPlan =
  | { readonly kind: 'list'; readonly list: ListName; /** false: other values are allowed after a warning */ readonly strict: boolean }
  | { readonly kind: 'date'; /** other texts are allowed after a warning: words that become a date */ readonly words?: true }
  | { readonly kind: 'number' };

export interface ColumnPlan {
  /** stable English key */
  readonly key: string;
  readonly header: string;
  /** headers the same column has in the other language */
  readonly alsoKnownAs: readonly string[];
  readonly role: ColumnRole;
  /** characters */
  readonly width: number;
  /** en-US format code of the column; `@` for text. Rows may override it. */
  readonly numberFormat: string;
  readonly formula?: string;
  readonly validation?: ValidationPlan;
  readonly wrap?: boolean;
  /** figures of an earlier period: newer data that does not know them leaves them standing */
  readonly keeps?: boolean;
  readonly align?: 'Left' | 'Center' | 'Right';
  /** the cell's id links to another sheet (rows that name a source) */
  readonly prompt?: string;
}

export interface RowPlan {
  /** visible id (M-07); '' for the one empty row of a table nobody filled yet */
  readonly id: string;
  /** how the same thing is found again when the data comes a second time */
  readonly naturalKey: string;
  readonly values: Readonly<Record<string, PlanValue>>;
  /** number formats that differ from the column's */
  readonly formats?: Readonly<Record<string, string>>;
  /** given columns that the data say nothing about: what stands there from an earlier paste stays */
  readonly unsaid?: readonly string[];
}

/** A look by condition: colours of DESIGN's states. */
export type Tone = 'good' | 'near' | 'bad' | 'wait' | 'muted';

export interface RulePlan {
  /** columns it paints */
  readonly columns: readonly string[];
  /** custom formula with `{key}` for the cell of that column in the same row, e.g. `={state}="未达"` */
  readonly formula: string;
  readonly tone: Tone;
}

export interface TablePlan {
  readonly name: TableName;
  /** prefix of its ids, e.g. `M` */
  readonly idPrefix: string;
  readonly columns: readonly ColumnPlan[];
  readonly rows: readonly RowPlan[];
  readonly rules: readonly RulePlan[];
  /** figures emptied in rows that newer data of the same kind no longer has, so that sums stay right; the rows and people's words stay */
  readonly replaced?: readonly string[];
  /** rows are only ever added: never updated, not remembered in the base copy, no ids given to what people type below */
  readonly appendOnly?: true;
}

export type CellStyle = 'title' | 'guide' | 'label' | 'value' | 'figure' | 'heading' | 'link' | 'note' | 'listHeader' | 'listItem' | 'plain' | 'absent';

/** A cell outside the tables. With `name`, the workbook gets a defined name for it and people's changes to it are kept. */
export interface CellPlan {
  readonly row: number;
  readonly column: number;
  readonly value?: PlanValue;
  readonly formula?: string;
  readonly style: CellStyle;
  readonly numberFormat?: string;
  /** points; the height of its row */
  readonly height?: number;
  readonly wrap?: boolean;
  readonly name?: string;
  readonly validation?: ValidationPlan;
  /** jumps to this sheet's A1 */
  readonly linkTo?: SheetKey;
  /** jumps to this chart */
  readonly linkToChart?: string;
  /** speaks of a sheet that may come later: written again when that sheet is added */
  readonly about?: SheetKey;
}

export type SheetKey = 'cover' | 'target' | 'actual' | 'comparison' | 'node' | 'hour' | 'cause' | 'item' | 'refund' | 'inquiry' | 'silent' | 'review' | 'case' | 'lesson' | 'action' | 'change' | 'followUp' | 'department' | 'agent' | 'config';

/** Defined name a link jumps to: it still works after a sheet was renamed. */
export const linkName = (key: SheetKey): string => `go${key[0]?.toUpperCase()}${key.slice(1)}`;

/** What a chart draws: a run of rows of a table (columns by key), or of cells beside it (columns by index). */
export type ChartSource =
  | { readonly kind: 'table'; readonly table: TableName; /** 0-based among the data rows */ readonly firstRow: number; /** rows to draw, as far as the table has them */ readonly limit: number }
  | { readonly kind: 'cells'; readonly row: number; readonly rowCount: number };

export interface ChartPlan {
  /** also the defined name of the cell under its corner, which links jump to */
  readonly name: string;
  /** says what the chart shows */
  readonly title: string;
  /** cell of its sheet whose text is the title instead, so that it goes on saying what is true */
  readonly titleFrom?: { readonly row: number; readonly column: number };
  /** where its top left corner lies */
  readonly from: { readonly row: number; readonly column: number };
  /** its bottom right corner, or its size in points */
  readonly to: { readonly row: number; readonly column: number } | { readonly width: number; readonly height: number };
  readonly type: 'ColumnClustered' | 'BarClustered' | 'Line';
  readonly source: ChartSource;
  readonly categories: string | number;
  readonly series: readonly { readonly column: string | number; readonly name: string; readonly color: string; readonly type?: 'Line'; readonly secondary?: true }[];
  /** of the value axis on the left */
  readonly axisFormat: string;
}

export interface SheetPlan {
  readonly key: SheetKey;
  readonly name: string;
  readonly tabColor: string;
  readonly cells: readonly CellPlan[];
  readonly table?: TablePlan;
  /** 0-based row of the table's header */
  readonly headerRow: number;
  /** columns of the table that are printed, where helpers and what matters less stand at its end; default all */
  readonly printedColumns?: number;
  /** of a sheet without table: columns at which a printed page of its own begins, beside the first */
  readonly pagesFrom?: readonly number[];
  readonly lists?: readonly ListPlan[];
  readonly chart?: ChartPlan;
  /** widths in characters of a sheet without table */
  readonly widths?: readonly number[];
  readonly landscape: boolean;
}

/** The text in A2 by which a sheet of ours is known again while it has no table and no named cell yet. */
export const markOf = (sheet: SheetPlan): string => String(sheet.cells.find((cell) => cell.row === MARK_ROW && cell.column === 0)?.value ?? '');
export const MARK_ROW = 1;

/** One list on 配置: a header with its values below, growing by typing. */
export interface ListPlan {
  readonly name: ListName;
  readonly column: number;
  readonly headerRow: number;
  readonly header: string;
  readonly values: readonly string[];
}

export interface WorkbookPlan {
  readonly language: 'zh-CN' | 'en-US';
  readonly sheets: readonly SheetPlan[];
  readonly title: string;
}

/** Rows a list may grow to. */
export const LIST_CAPACITY = 200;
/** Version of the layout; a workbook with a higher one was made by a newer add-in. */
export const LAYOUT_VERSION = 1;
