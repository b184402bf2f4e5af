import type { CellRow } from '../read-cells';
import type { BoundColumn } from '../kinds/kind';
import type { IntakeOptions, Problem, ProblemCode, SkipReason } from '../types';
import type { InquirySummary } from '../../retro/inquiries';
import type { OrderSummary } from '../../retro/orders';
import type { RefundSummary } from '../../retro/refunds';

/** What became of one row. */
export type RowFate = 'used' | SkipReason | ProblemCode;

/** What a kind's accumulator gives at the end. */
export interface LargeResult {
  readonly refunds?: RefundSummary;
  readonly orders?: OrderSummary;
  readonly inquiries?: InquirySummary;
}

/** Adds up the rows of one kind. Memory grows with groups, never with rows. */
export interface Accumulator {
  add(row: CellRow): RowFate;
  result(): LargeResult;
}

/** What an accumulator may use. */
export interface LargeTable {
  readonly columns: readonly BoundColumn[];
  readonly options: IntakeOptions;
  /** a problem with one cell of a used row */
  problem(row: CellRow, column: BoundColumn, code: ProblemCode): void;
}

export const indexOf = (table: LargeTable, field: string): BoundColumn | undefined => table.columns.find((column) => column.field === field);

export interface ProblemBook {
  /** first problems of each code, with line, column and value */
  readonly problems: Problem[];
  /** how many of each code there were */
  readonly counts: Partial<Record<ProblemCode, number>>;
}
