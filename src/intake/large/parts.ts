import type { Problem, ProblemCode, SkipReason } from '../types';

/**
 * What one reader found in a part of a file, for the reader of the part before it (R44). Plain content, so that it can be sent from one
 * thread to another.
 */
export interface LargePart {
  /** lines of the part; those of problems count from its begin */
  readonly lines: number;
  readonly rows: number;
  readonly used: number;
  readonly unused: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  readonly problems: readonly Problem[];
  readonly counts: Readonly<Partial<Record<ProblemCode, number>>>;
  readonly sums: PartSums;
}

export interface PartSums {
  readonly orders?: OrderPart;
  readonly refunds?: RefundPart;
}

export interface Product {
  readonly item: string;
  readonly itemId: string;
}

export interface OrderPart {
  readonly products: readonly Product[];
  /** of each product */
  readonly byItem: readonly { readonly count: number; readonly amount: number; readonly quantity: number; readonly refunded: number }[];
  /** by hour of a moment */
  readonly byHour: ReadonlyMap<number, { readonly count: number; readonly amount: number }>;
  readonly closed: number;
  readonly open: number;
}

export interface RefundPart {
  readonly products: readonly Product[];
  readonly reasons: readonly string[];
  /** product and cause of each group */
  readonly pairs: Int32Array;
  /** count and amount of each group */
  readonly sums: Float64Array;
  readonly freight: number;
  readonly open: number;
  readonly closed: number;
  readonly damagedIds: number;
  readonly numbers: RefundNumbers;
}

/** Different refund numbers with what each gave to which group, in pages of `SeenRefunds`. Whoever takes them uses them up. */
export interface RefundNumbers {
  readonly blocks: Float64Array<ArrayBuffer>[];
  /** rows in each page, block after block */
  readonly filled: Uint8Array;
}

/** Memory of a part that can change its thread without being copied. */
export function transferable(part: LargePart): ArrayBuffer[] {
  return part.sums.refunds?.numbers.blocks.map((block) => block.buffer) ?? [];
}
