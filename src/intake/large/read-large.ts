import { peek } from '../index';
import { sniff } from '../encoding';
import type { Source, SourceNote } from '../types';
import { canSummarise, type LargeSummary } from './summariser';
import { summariseFile, type LargeFile, type SecondReader, type StreamOptions } from './summarise-file';

export type { LargeFile } from './summarise-file';

const headBytes = 131_072;

/**
 * Reads a file too large for its rows: orders, refunds and inquiries are summed up in one pass (R44). `undefined` for anything else (a
 * workbook, a kind that is small by nature, a table nobody knows): read that with `readSource`.
 * @param chunk bytes read at once; nothing else runs on the thread while one is summed up
 * @param second reads the second half meanwhile, with the same answer
 */
export async function readLarge(file: LargeFile, options: StreamOptions, chunk: number, second?: SecondReader): Promise<readonly Source[] | undefined> {
  const head = await file.read(0, Math.min(headBytes, file.size));
  if (sniff(head).container !== 'text') return undefined;
  const seen = peek(file.name, head, options);
  if (seen === undefined || !canSummarise(seen.kind)) return undefined;
  const summary = await summariseFile(file, options, chunk, second);
  return summary.kind === seen.kind ? [sourceOf(summary, seen)] : undefined;
}

/** Notes that count rows: those of the head alone would be wrong. */
const countedNotes: ReadonlySet<SourceNote['code']> = new Set(['refunds-not-compared', 'refund-over-paid'] as const);

/** What the head told about the table, with the counts of all of it. */
function sourceOf(summary: LargeSummary & { readonly cancelled: boolean }, head: Source): Source {
  const { orders, refunds, inquiries } = summary;
  // The head may have been plain ASCII.
  const late = summary.encoding !== 'UTF-8' && !head.notes.some((note) => note.code === 'encoding');
  return {
    ...head, lines: summary.lines, rows: summary.rows, used: summary.used, skipped: [], problems: summary.problems, unusedLines: [],
    notes: [...head.notes.filter(({ code }) => !countedNotes.has(code)), ...(late ? [{ code: 'encoding', text: summary.encoding } as const] : []), ...countsOf(summary), ...(summary.cancelled ? [{ code: 'cancelled', text: '' } as const] : [])],
    records: { ...(orders && { orderSummary: orders }), ...(refunds && { refundSummary: refunds }), ...(inquiries && { inquirySummary: inquiries }) },
    large: { skipped: summary.skipped, unused: summary.unused, problemCounts: summary.counts, ...(summary.uncompared !== undefined && { uncompared: summary.uncompared }) },
  };
}

/** What the reader of rows says as notes too, and what only a large file can bring. */
function countsOf({ damagedIds, uncompared, pairsKept }: LargeSummary): readonly SourceNote[] {
  return [
    ...(damagedIds === undefined ? [] : [{ code: 'refunds-not-compared', text: String(damagedIds) } as const]),
    ...(uncompared === undefined ? [] : [{ code: 'too-many-refunds', text: String(uncompared) } as const]),
    ...(pairsKept === undefined ? [] : [{ code: 'too-many-pairs', text: String(pairsKept) } as const]),
  ];
}
