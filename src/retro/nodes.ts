import type { IdAllocator } from './ids';
import type { NodeRecord } from './types';

/** A pasted node with its id. */
export interface NodeRow extends NodeRecord {
  readonly rowId: string;
  readonly naturalKey: string;
}

/** Suggested nodes of the four areas (R15). Their words are in i18n; their ids come first, whatever is pasted. */
export const SUGGESTED_NODES = 11;
export const suggestionKey = (number: number): string => `suggestion:${number}`;

/** Ids of the suggestions, by number − 1. */
export const suggestionIds = (allocate: IdAllocator): readonly string[] => Array.from({ length: SUGGESTED_NODES }, (_, index) => allocate('N', suggestionKey(index + 1)));

/** characters of a natural key */
const LONGEST_KEY = 200;

/** Pasted nodes as rows. A node is known by phase, area and its name (or the work done); a second one of the same name is its own row. */
export function nodeRows(records: readonly NodeRecord[], allocate: IdAllocator): readonly NodeRow[] {
  const seen = new Map<string, number>();
  return records.map((record) => {
    const key = ['node', record.phase, record.area, record.node || record.work].join('|').slice(0, LONGEST_KEY);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    const naturalKey = count === 1 ? key : `${key}#${count}`;
    return { ...record, naturalKey, rowId: allocate('N', naturalKey) };
  });
}
