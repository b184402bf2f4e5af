import { maskText } from '../../retro/masking';
import type { Figure } from '../../retro/types';
import type { Header, MetricContext } from '../headers';
import type { TableRow } from '../table';
import type { IntakeOptions, Problem, ProblemCode, SkipReason, SourceKind, SourceNote, SourceRecords } from '../types';

/** One field of a kind: the header names it goes by, normalised as `headers.ts` does. */
export interface FieldSpec {
  readonly field: string;
  readonly names: readonly string[];
  /** header names too many to list, tried after all exact names of all fields */
  readonly pattern?: RegExp;
  /** several columns may carry this field (人均 columns, baselines); otherwise the first one wins */
  readonly repeats?: true;
}

/** How a kind is told from others (DOMAIN 2.10): data, not code. */
export interface KindSpec {
  readonly kind: SourceKind;
  readonly fields: readonly FieldSpec[];
  /** every group needs one of its fields */
  readonly signature: readonly (readonly string[])[];
  /** metric columns needed besides the signature */
  readonly minMetrics?: number;
  /** metric ids of which one must be among the columns */
  readonly anyMetric?: readonly string[];
  /** what else the bound columns must be like */
  readonly accepts?: (columns: readonly BoundColumn[]) => boolean;
  /** fields or headers that speak against this kind */
  readonly against?: readonly string[];
  /** columns that are no field of the kind are looked up in the metric catalogue */
  readonly metrics?: MetricContext;
  /** more specific kinds win over general ones with the same number of matches */
  readonly weight: number;
}

/** A column of a recognised table. */
export interface BoundColumn {
  readonly index: number;
  readonly header: Header;
  /** name with the left neighbour, where several columns without a meaning share theirs (Q09) */
  readonly label?: string;
  readonly field?: string;
  readonly metric?: string;
  /** the metric name alone does not decide */
  readonly weak?: boolean;
  readonly confidence: number;
}

/** A recognised table: header found, columns bound, rows below it. */
export interface BoundTable {
  readonly file: string;
  readonly kind: SourceKind;
  readonly headerLine: number;
  readonly columns: readonly BoundColumn[];
  readonly rows: readonly TableRow[];
  /** title above the header, if any */
  readonly caption?: string;
}

/** What a kind's reader gives back through its ledger. */
export interface KindReading {
  readonly records: SourceRecords;
  readonly notes?: readonly SourceNote[];
  /** the columns as the reader took them, where it knows better than the header alone */
  readonly columns?: readonly BoundColumn[];
}

export interface KindModule {
  readonly spec: KindSpec;
  /** absent: recognised, but nothing reads it */
  readonly read?: (table: BoundTable, ledger: Ledger, options: IntakeOptions) => KindReading;
}

/** Where every row of a table is accounted for (R43). A row is used, skipped or unusable; the first call about a row decides. */
export interface Ledger {
  used(row: TableRow): void;
  skip(row: TableRow, reason: SkipReason): void;
  /** the row cannot be used; says why */
  unusable(row: TableRow, problem: ProblemDetails): void;
  /** something about one cell of a row (or, with line 0, about the whole input) */
  problem(line: number, problem: ProblemDetails): void;
  problemsOf(line: number): readonly Problem[];
}

export interface ProblemDetails {
  readonly code: ProblemCode;
  readonly column?: string;
  readonly value?: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** The cell of a row in a column; '' where the row is short. */
export function cellOf(row: TableRow, column: BoundColumn | undefined): string {
  return column === undefined ? '' : (row.cells[column.index] ?? '');
}

export function columnOf(table: BoundTable, field: string): BoundColumn | undefined {
  return table.columns.find((column) => column.field === field);
}

export function columnsOf(table: BoundTable, field: string): readonly BoundColumn[] {
  return table.columns.filter((column) => column.field === field);
}

export const missingFigure: Figure = { kind: 'missing' };

/** A property of a record only where there is text for it. */
export function optional<Key extends string>(key: Key, value: string): Partial<Record<Key, string>> {
  return value === '' ? {} : ({ [key]: value } as Partial<Record<Key, string>>);
}

/** A number the shop itself gave a case or an action; '' when it is an order's, a phone's or another that must not reach a sheet (R28). */
export function ownNumber(text: string): string {
  return maskText(text) === text ? text : '';
}
