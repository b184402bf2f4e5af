/** A request larger than this is sent on its own (DESIGN rule 11; Excel on the web refuses 5 MB). */
const MAX_PENDING_BYTES = 850_000;
/** What an action takes in a request, measured; a write takes its cells on top. */
const BYTES_PER_ACTION = 130;
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
  /** Counts actions queued elsewhere (in bytes) and syncs when much is pending. */
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
    queued: (actions) => add(actions * BYTES_PER_ACTION),
    flush,
  };
}

/** Bytes of a cell in a request: text as UTF-8 with its quotes, anything else as a number would take. */
function sizeOf(cell: unknown): number {
  if (typeof cell !== 'string') return 8;
  let bytes = 3;
  for (let index = 0; index < cell.length; index++) bytes += cell.charCodeAt(index) < 0x80 ? 1 : 3;
  return bytes;
}

/** Cuts a grid into runs of rows of bounded size. */
function* pieces(grid: readonly (readonly unknown[])[]): Generator<{ from: number; to: number; bytes: number }> {
  let from = 0;
  let bytes = 300;
  for (const [index, row] of grid.entries()) {
    const size = row.reduce<number>((sum, cell) => sum + sizeOf(cell), 2);
    if (index > from && bytes + size > MAX_WRITE_BYTES) {
      yield { from, to: index, bytes };
      from = index;
      bytes = 300;
    }
    bytes += size;
  }
  if (from < grid.length) yield { from, to: grid.length, bytes };
}
