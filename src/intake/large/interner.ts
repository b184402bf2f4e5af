import type { CellRow } from '../read-cells';
import { endOf, startOf } from './cell-bytes';
import { hashBytes, sameBytes } from './byte-hash';

/** Gives every different cell text a small number and decodes it once: later cells are known by their bytes. */
export interface Interner {
  /** number of the text in the cell; 0 is '', and -1 a text that is not kept because there are too many */
  of(row: CellRow, index: number): number;
  /** '' for numbers it did not give */
  text(id: number): string;
  /** number of a text that is read already; given now if it is new */
  numberOf(text: string): number;
  /** different texts, with '' */
  readonly size: number;
}

/**
 * @param read what a cell's text stands for; cells with the same result share a number
 * @param limit so many different texts are kept, and up to twice as many ways to write them: memory does not grow with the rows
 */
export function createInterner(read: (text: string) => string, limit: number): Interner {
  const texts: string[] = [''];
  const byText = new Map<string, number>([['', 0]]);
  // Open addressing over the bytes: a slot holds an entry + 1; entry i has the bytes `offsets[i]` … `offsets[i + 1]` of the store.
  let slots = new Int32Array(1 << 8);
  let mask = slots.length - 1;
  let hashes = new Int32Array(1 << 7);
  let ids = new Int32Array(1 << 7);
  let offsets = new Int32Array((1 << 7) + 1);
  let store = new Uint8Array(1 << 12);
  let storeView = new DataView(store.buffer);
  let entries = 0;

  const place = (entry: number): void => {
    let slot = (hashes[entry] as number) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = entry + 1;
  };
  const remember = (row: CellRow, start: number, end: number, hash: number, id: number): void => {
    if (entries === hashes.length) {
      hashes = grown(hashes, entries * 2);
      ids = grown(ids, entries * 2);
      offsets = grown(offsets, entries * 2 + 1);
      slots = new Int32Array(slots.length * 2);
      mask = slots.length - 1;
      for (let entry = 0; entry < entries; entry++) place(entry);
    }
    const from = offsets[entries] as number;
    const to = from + end - start;
    if (to > store.length) {
      store = grown(store, Math.max(to, store.length * 2));
      storeView = new DataView(store.buffer);
    }
    store.set(row.buffer.subarray(start, end), from);
    hashes[entries] = hash;
    ids[entries] = id;
    offsets[entries + 1] = to;
    place(entries++);
  };
  const numberOf = (text: string): number => {
    const known = byText.get(text);
    if (known !== undefined) return known;
    if (texts.length >= limit) return -1;
    byText.set(text, texts.length);
    return texts.push(text) - 1;
  };
  const learn = (row: CellRow, index: number, hash: number): number => {
    const id = numberOf(read(row.text(index)));
    if (id < 0) return id;
    const start = startOf(row, index);
    const end = endOf(row, index);
    if (entries < limit * 2 && end - start <= longestKept) remember(row, start, end, hash, id);
    return id;
  };
  return {
    of(row, index) {
      if (index >= row.count) return 0;
      const start = row.starts[index] as number;
      const end = row.ends[index] as number;
      if (start === end) return 0;
      const { view } = row;
      // The same bytes mean another text where quotes are doubled.
      const hash = hashBytes(view, start, end, row.doubled[index]);
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const entry = (slots[slot] as number) - 1;
        if (entry < 0) return learn(row, index, hash);
        if (hashes[entry] !== hash) continue;
        const from = offsets[entry] as number;
        if ((offsets[entry + 1] as number) - from === end - start && sameBytes(storeView, from, view, start, end - start)) return ids[entry] as number;
      }
    },
    text: (id) => texts[id] ?? '',
    numberOf,
    get size() {
      return texts.length;
    },
  };
}

/** Bytes of a cell that are worth keeping to know it again. */
const longestKept = 1_024;

function grown<T extends Int32Array | Uint8Array>(from: T, length: number): T {
  const Type = from.constructor as new (length: number) => T;
  const larger = new Type(length);
  larger.set(from);
  return larger;
}
