/**
 * Which refund numbers were there already (Q26), and what each row gave to the sums, so that of two copies of a refund the one closed last
 * can stay. A number is kept as a hash of 64 bits, about 40 bytes in all: in 1,000,000 different numbers two are taken for one
 * with a chance of 1 in 37,000,000.
 */
export interface SeenRefunds {
  /**
   * One row. `finished` orders the copies of a refund (0: unknown); `group`, `amount` and `freight` are what it was added to and with.
   * Rows are compared some hundred at a time, because the wait for memory is then shared.
   */
  add(high: number, low: number, finished: number, group: number, amount: number, freight: number): void;
  /** Compares what is still waiting. */
  flush(): void;
  /** rows that were not compared, because there was no room for another number */
  readonly uncompared: number;
}

const segmentBits = 15;
const segmentSize = 1 << segmentBits;
const withinSegment = segmentSize - 1;
const batch = 256;

interface Rows {
  readonly high: Int32Array;
  readonly finished: Uint32Array;
  readonly group: Int32Array;
  readonly amount: Float64Array;
  readonly freight: Float64Array;
}

const makeRows = (length: number): Rows => ({ high: new Int32Array(length), finished: new Uint32Array(length), group: new Int32Array(length), amount: new Float64Array(length), freight: new Float64Array(length) });

/**
 * @param limit most numbers kept
 * @param onDuplicate takes back what the older copy gave, which may be the row added last or one long before
 */
export function createSeenRefunds(limit: number, onDuplicate: (group: number, amount: number, freight: number) => void): SeenRefunds {
  // A slot is two numbers: the low half of the hash, and an entry + 1. Its place is the top bits of the low half, so that growing goes
  // through the old and the new slots in the same order. Entries lie in segments, which never move.
  let bits = 16;
  let slots = new Int32Array(2 << bits);
  const segments: Rows[] = [];
  let size = 0;
  const waiting = makeRows(batch);
  const waitingLow = new Int32Array(batch);
  let waits = 0;
  let uncompared = 0;
  const ahead = new Int32Array(batch);

  const grow = (): void => {
    const old = slots;
    bits++;
    slots = new Int32Array(2 << bits);
    const [shift, mask] = [32 - bits, (1 << bits) - 1];
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue;
      let slot = (old[at] as number) >>> shift;
      while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
      slots[slot * 2] = old[at] as number;
      slots[slot * 2 + 1] = old[at + 1] as number;
    }
  };
  const place = (index: number): void => {
    const low = waitingLow[index] as number;
    const high = waiting.high[index] as number;
    const mask = (1 << bits) - 1;
    let slot = low >>> (32 - bits);
    for (; slots[slot * 2 + 1] !== 0; slot = (slot + 1) & mask) {
      if (slots[slot * 2] !== low) continue;
      const entry = (slots[slot * 2 + 1] as number) - 1;
      const rows = segments[entry >>> segmentBits] as Rows;
      if (rows.high[entry & withinSegment] === high) return settle(rows, entry & withinSegment, index);
    }
    if (size === limit) {
      uncompared++;
      return;
    }
    if ((size & withinSegment) === 0) segments.push(makeRows(segmentSize));
    slots[slot * 2] = low;
    slots[slot * 2 + 1] = size + 1;
    const rows = segments[size >>> segmentBits] as Rows;
    rows.high[size & withinSegment] = high;
    copy(rows, size & withinSegment, index);
    size++;
    if (size * 4 > (mask + 1) * 3) grow();
  };
  const copy = (rows: Rows, at: number, index: number): void => {
    rows.finished[at] = waiting.finished[index] as number;
    rows.group[at] = waiting.group[index] as number;
    rows.amount[at] = waiting.amount[index] as number;
    if (waiting.freight[index] !== 0 || rows.freight[at] !== 0) rows.freight[at] = waiting.freight[index] as number;
  };
  const settle = (rows: Rows, at: number, index: number): void => {
    if ((waiting.finished[index] as number) < (rows.finished[at] as number)) onDuplicate(waiting.group[index] as number, waiting.amount[index] as number, waiting.freight[index] as number);
    else {
      onDuplicate(rows.group[at] as number, rows.amount[at] as number, rows.freight[at] as number);
      copy(rows, at, index);
    }
  };
  const flush = (): void => {
    // Looking at all slots first lets the processor fetch them side by side.
    const shift = 32 - bits;
    for (let index = 0; index < waits; index++) ahead[index] = slots[((waitingLow[index] as number) >>> shift) * 2 + 1] as number;
    for (let index = 0; index < waits; index++) place(index);
    waits = 0;
  };
  return {
    add(high, low, finished, group, amount, freight) {
      waitingLow[waits] = low;
      waiting.high[waits] = high;
      waiting.finished[waits] = finished;
      waiting.group[waits] = group;
      waiting.amount[waits] = amount;
      waiting.freight[waits] = freight;
      if (++waits === batch) flush();
    },
    flush,
    get uncompared() {
      return uncompared;
    },
  };
}
