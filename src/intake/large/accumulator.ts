import type { CellRow } from '../read-cells';
import type { BoundColumn, ProblemDetails } from '../kinds/kind';
import type { IntakeOptions, Problem, ProblemCode, SkipReason } from '../types';
import type { InquirySummary } from '../../retro/inquiries';
import type { OrderSummary } from '../../retro/orders';
import type { RefundSummary } from '../../retro/refunds';
import type { PartSums } from './parts';

/** What became of one row. */
export type RowFate = 'used' | SkipReason | ProblemCode;

/** What a kind's accumulator gives at the end. */
export interface LargeResult {
  readonly refunds?: RefundSummary;
  readonly orders?: OrderSummary;
  readonly inquiries?: InquirySummary;
  /** rows whose refund number was not compared with later ones, because too many different numbers came before (Q26) */
  readonly uncompared?: number;
  /** rows whose refund number lost its digits in Excel and was compared with none */
  readonly damagedIds?: number;
  /** product × reason pairs that stand alone, where the others were summed by reason */
  readonly pairsKept?: number;
}

/** Adds up the rows of one kind. Memory grows with groups, never with rows; the one exception is said at `SeenRefunds`. */
export interface Accumulator {
  add(row: CellRow): RowFate;
  result(): LargeResult;
  /** of kinds that two readers can sum up together, each a part of the file */
  readonly sharing?: Sharing;
}

/** How the sums of a part come to those of the part before it: as if one reader had added all rows. */
export interface Sharing {
  /** More than half of what can be told apart was there: what is cut off in all rows would not be what is cut off in each part. */
  readonly crowded: boolean;
  sums(): PartSums;
  /** Adds what another reader found behind the rows added so far. */
  absorb(sums: PartSums): void;
}

/** What an accumulator may use. */
export interface LargeTable {
  readonly columns: readonly BoundColumn[];
  readonly options: IntakeOptions;
  /** a problem with one cell of a used row */
  problem(row: CellRow, problem: ProblemDetails): void;
  /** an earlier row of this fate turned out to be the older copy of the row at hand */
  replaced(fate: 'used' | 'closed'): void;
}

export const indexOf = (table: LargeTable, field: string): BoundColumn | undefined => table.columns.find((column) => column.field === field);

export interface ProblemBook {
  /** first problems of each code, with line, column and value */
  readonly problems: Problem[];
  /** how many of each code there were */
  readonly counts: Partial<Record<ProblemCode, number>>;
}
