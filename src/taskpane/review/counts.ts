import type { SkipReason, Source } from '../../intake/types';

export interface Counts {
  readonly skipped: number;
  readonly unused: number;
  readonly problems: number;
  /** of a source too large to keep its lines: how many were skipped, by reason */
  readonly skippedByReason: readonly (readonly [SkipReason, number])[];
}

/** How the rows of a source fared, whether its lines were kept or only counted. */
export function countsOf(source: Source): Counts {
  const { large } = source;
  if (large === undefined) return { skipped: source.skipped.length, unused: source.unusedLines.length, problems: source.problems.length, skippedByReason: [] };
  const skippedByReason = Object.entries(large.skipped).map(([reason, count]) => [reason as SkipReason, count] as const);
  return {
    skipped: skippedByReason.reduce((sum, [, count]) => sum + count, 0), unused: large.unused,
    problems: Object.values(large.problemCounts).reduce((sum, count) => sum + count, 0), skippedByReason,
  };
}
