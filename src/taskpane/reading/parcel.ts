/**
 * What comes out of a worker is copied on the pane's thread, all at once for one message. Long lists therefore travel in pieces, so that
 * no message holds the pane up.
 */

/** Items of a list in one message: a few milliseconds to copy. */
const mostItems = 2_000;

/** Items that belong at the end of the list at `path` (`0.records.refunds`). */
export interface ListPiece {
  readonly path: string;
  readonly items: readonly unknown[];
}

export interface Parcel {
  readonly pieces: readonly ListPiece[];
  /** the content with its long lists empty */
  readonly rest: unknown;
}

/** Takes the long lists out of plain content. Lists within lists stay where they are. */
export function pack(content: unknown): Parcel {
  const pieces: ListPiece[] = [];
  return { rest: take(content, '', pieces, 0), pieces };
}

function take(value: unknown, path: string, pieces: ListPiece[], depth: number): unknown {
  if (Array.isArray(value)) {
    // The outermost list holds the sources themselves.
    if (depth === 0) return value.map((item, index) => take(item, String(index), pieces, 1));
    if (value.length <= mostItems) return value;
    for (let from = 0; from < value.length; from += mostItems) pieces.push({ path, items: value.slice(from, from + mostItems) });
    return [];
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, take(child, `${path}.${key}`, pieces, depth + 1)]));
}

/** Puts the lists back where they were. `rest` is changed. */
export function unpack(rest: unknown, pieces: readonly ListPiece[]): unknown {
  for (const { path, items } of pieces) {
    const list = path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], rest);
    if (Array.isArray(list)) for (const item of items) list.push(item);
  }
  return rest;
}
