/** A request larger than this is sent on its own (DESIGN rule 11; Excel on the web refuses 5 MB). */
const MAX_PENDING_BYTES = 600_000;
/** Cells of one write are cut so that one piece stays below this many bytes. */
const MAX_WRITE_BYTES = 400_000;

/**
 * Sends writes in few, bounded requests: counts what is queued in a context and syncs before a request grows too large.
 * Generating thus takes a fixed number of round trips for any usual event, and a bounded size for any event.
 */
export interface Writer {
  readonly context: Excel.RequestContext;
  /** Values into a rectangle, cut by rows when large. `null` cells are left alone. */
  values(sheet: Excel.Worksheet, row: number, column: number, values: readonly (readonly (string | number | boolean | null)[])[]): Promise<void>;
  /** Number formats into a rectangle. */
  numberFormats(sheet: Excel.Worksheet, row: number, column: number, formats: readonly (readonly string[])[]): Promise<void>;
  /** Counts actions queued elsewhere (about 200 bytes each) and syncs when much is pending. */
  queued(actions: number): Promise<void>;
  flush(): Promise<void>;
}

export function createWriter(context: Excel.RequestContext): Writer {
  let pending = 0;
  const flush = async (): Promise<void> => {
    if (pending === 0) return;
    pending = 0;
    await context.sync();
  };
  const add = async (bytes: number): Promise<void> => {
    if (pending > 0 && pending + bytes > MAX_PENDING_BYTES) await flush();
    pending += bytes;
  };
  const write = async <T>(sheet: Excel.Worksheet, row: number, column: number, grid: readonly (readonly T[])[], set: (range: Excel.Range, part: T[][]) => void): Promise<void> => {
    const width = grid[0]?.length ?? 0;
    if (width === 0) return;
    for (const { from, to, bytes } of pieces(grid)) {
      await add(bytes);
      set(sheet.getRangeByIndexes(row + from, column, to - from, width), grid.slice(from, to).map((line) => [...line]));
    }
  };
  return {
    context,
    values: (sheet, row, column, values) => write(sheet, row, column, values, (range, part) => { range.values = part; }),
    numberFormats: (sheet, row, column, formats) => write(sheet, row, column, formats, (range, part) => { range.numberFormat = part; }),
    queued: (actions) => add(actions * 200),
    flush,
  };
}

/** Cuts a grid into runs of rows of bounded size; text counts three bytes a character (UTF-8 Chinese). */
function* pieces(grid: readonly (readonly unknown[])[]): Generator<{ from: number; to: number; bytes: number }> {
  let from = 0;
  let bytes = 300;
  for (const [index, row] of grid.entries()) {
    const size = row.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? 3 * cell.length + 3 : 8), 2);
    if (index > from && bytes + size > MAX_WRITE_BYTES) {
      yield { from, to: index, bytes };
      from = index;
      bytes = 300;
    }
    bytes += size;
  }
  if (from < grid.length) yield { from, to: grid.length, bytes };
}
