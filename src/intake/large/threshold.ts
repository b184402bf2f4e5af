/**
 * Bytes from which a file or paste is read piece by piece and, if its kind can be summed up, summarised instead of kept row by row (R44): some
 * 12,000 rows of a refund export. The same for the pane and the command line, so that both say the same of a file.
 */
export const largeFileBytes = 2_000_000;

/** Bytes from which a second reader saves more than its start costs: some 130,000 rows. */
export const sharedFileBytes = 20_000_000;
