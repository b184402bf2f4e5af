import type { RefundNumbers } from './parts';

/**
 * Which refund numbers were there already (Q26), and what each row gave to the sums, so that of two copies of a refund the one closed last
 * can stay. A number is kept as a hash of 64 bits, about 45 bytes in all: in 1,000,000 different numbers two are taken for one
 * with a chance of 1 in 37,000,000.
 */
export interface SeenRefunds {
  /**
   * One row. `finished` orders the copies of a refund (0: unknown); `group`, `amount` and `freight` are what it was added to and with.
   * Rows wait until some of their part are there, because a part fits into the processor's cache and all of them do not.
   */
  add(high: number, low: number, finished: number, group: number, amount: number, freight: number): void;
  /** Compares what is still waiting. */
  flush(): void;
  /** Gives all it knows to another one, which goes on; this one ends. */
  handOver(): RefundNumbers;
  /** Takes over what another one knows of later rows; `groups` says which group here each group there is. */
  absorb(numbers: RefundNumbers, groups: Int32Array): void;
  /** different numbers compared so far */
  readonly size: number;
  /** rows that were not compared, because there was no room for another number */
  readonly uncompared: number;
}

/** The numbers are kept in 256 parts, by the top bits of the low half of their hash. */
const partBits = 8;
const partShift = 32 - partBits;

/** Rows lie in pages of 128, each of one part; pages lie in blocks of 256, which never move. */
const pageBits = 7;
const pageRows = 1 << pageBits;
const blockPages = 256;

/** Top bits of high that tell most numbers apart before their row is looked at; a part has far fewer rows than the other bits can count. */
const tagMask = -1 << 20;

/** A row is 8 words: low, high, finished, group, and amount and freight as two words each. */
interface Block {
  readonly words: Int32Array;
  /** the same memory */
  readonly floats: Float64Array<ArrayBuffer>;
}

interface Part {
  /** pages of this part: row r is in the page at r >>> 7 */
  readonly blocks: Block[];
  /** rows before the page in its block */
  readonly bases: number[];
  /** where the next row goes: the last page, as the block and the row in it */
  words: Int32Array;
  floats: Float64Array<ArrayBuffer>;
  next: number;
  /** the first row of the last page that is not compared yet */
  waiting: number;
  /** end of the last page */
  end: number;
  /** row + 1, and the top bits of high in front, by the bottom bits of low; open addressing */
  slots: Int32Array;
  /** rows that are compared */
  size: number;
}

/**
 * @param limit most numbers kept
 * @param onDuplicate takes back what the older copy gave, which may be the row added last or one long before
 */
export function createSeenRefunds(limit: number, onDuplicate: (group: number, amount: number, freight: number) => void): SeenRefunds {
  const blocks: Block[] = [];
  let block: Block = { words: new Int32Array(0), floats: new Float64Array(0) };
  let pages = blockPages;
  let kept = 0;
  let uncompared = 0;

  const addPage = (part: Part): void => {
    if (pages === blockPages) {
      block = makeBlock();
      blocks.push(block);
      pages = 0;
    }
    part.blocks.push(block);
    part.bases.push(pages * pageRows);
    part.words = block.words;
    part.floats = block.floats;
    part.next = part.waiting = pages * pageRows;
    part.end = ++pages * pageRows;
  };
  const parts = Array.from({ length: 1 << partBits }, (): Part => ({ blocks: [], bases: [], ...block, next: 0, waiting: 0, end: 0, slots: new Int32Array(16), size: 0 }));
  const takeBack = ({ words, floats }: Block, at: number): void => onDuplicate(words[at * 8 + 3] as number, floats[at * 4 + 2] as number, floats[at * 4 + 3] as number);
  /** True when the row at `at` of the last page is a copy of one that is there. */
  const isCopy = (part: Part, row: number, at: number): boolean => {
    const other = part.blocks[row >>> pageBits] as Block;
    const known = (part.bases[row >>> pageBits] as number) + (row & (pageRows - 1));
    const { words } = part;
    if (other.words[known * 8] !== words[at * 8] || other.words[known * 8 + 1] !== words[at * 8 + 1]) return false;
    if ((words[at * 8 + 2] as number) >>> 0 < (other.words[known * 8 + 2] as number) >>> 0) takeBack(part, at);
    else {
      takeBack(other, known);
      other.words.set(words.subarray(at * 8, at * 8 + 8), known * 8);
    }
    return true;
  };
  const compare = (part: Part): void => {
    const { words, floats, next } = part;
    let { slots, size } = part;
    let mask = slots.length - 1;
    /** where the next row that stays goes */
    let to = part.waiting;
    rows: for (let at = to; at < next; at++) {
      const high = words[at * 8 + 1] as number;
      let slot = (words[at * 8] as number) & mask;
      for (let entry = slots[slot] as number; entry !== 0; entry = slots[(slot = (slot + 1) & mask)] as number) {
        if (((entry ^ high) & tagMask) === 0 && isCopy(part, (entry & ~tagMask) - 1, at)) continue rows;
      }
      if (kept === limit) {
        uncompared++;
        continue;
      }
      kept++;
      if (to !== at) floats.copyWithin(to * 4, at * 4, at * 4 + 4);
      to++;
      slots[slot] = ++size | (high & tagMask);
      if (size * 2 > slots.length) {
        part.size = size;
        part.slots = slots = slotsOf(part, slots.length * 2);
        mask = slots.length - 1;
      }
    }
    part.size = size;
    part.next = part.waiting = to;
  };
  const makeRoom = (part: Part): void => {
    compare(part);
    if (part.next === part.end) addPage(part);
  };
  const add: SeenRefunds['add'] = (high, low, finished, group, amount, freight) => {
    const part = parts[low >>> partShift] as Part;
    if (part.next === part.end) makeRoom(part);
    const { words, floats } = part;
    const at = part.next++;
    words[at * 8] = low;
    words[at * 8 + 1] = high;
    words[at * 8 + 2] = finished;
    words[at * 8 + 3] = group;
    floats[at * 4 + 2] = amount;
    floats[at * 4 + 3] = freight;
  };
  const flush = (): void => parts.forEach(compare);
  return {
    add,
    flush,
    handOver() {
      flush();
      const filled = new Uint8Array(blocks.length * blockPages);
      for (const { blocks: own, bases, size } of parts) {
        own.forEach((page, index) => (filled[blocks.indexOf(page) * blockPages + (bases[index] as number) / pageRows] = Math.min(size - index * pageRows, pageRows)));
      }
      return { blocks: blocks.map(({ floats }) => floats), filled };
    },
    absorb({ blocks: others, filled }, groups) {
      // From the end, so that the memory of each block is free before the next one is taken.
      for (let other = others.pop(); other !== undefined; other = others.pop()) {
        const words = new Int32Array(other.buffer);
        for (let page = 0; page < blockPages; page++) {
          const end = page * pageRows + (filled[others.length * blockPages + page] as number);
          for (let at = page * pageRows; at < end; at++) {
            const group = words[at * 8 + 3] as number;
            add(words[at * 8 + 1] as number, words[at * 8] as number, (words[at * 8 + 2] as number) >>> 0, group < 0 ? group : (groups[group] as number), other[at * 4 + 2] as number, other[at * 4 + 3] as number);
          }
        }
      }
    },
    get size() {
      return kept;
    },
    get uncompared() {
      return uncompared;
    },
  };
}

function makeBlock(): Block {
  const floats = new Float64Array(blockPages * pageRows * 4);
  return { words: new Int32Array(floats.buffer), floats };
}

function slotsOf({ blocks, bases, size }: Part, length: number): Int32Array {
  const slots = new Int32Array(length);
  const mask = length - 1;
  for (let row = 0; row < size; row++) {
    const { words } = blocks[row >>> pageBits] as Block;
    const at = (bases[row >>> pageBits] as number) + (row & (pageRows - 1));
    let slot = (words[at * 8] as number) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = (row + 1) | ((words[at * 8 + 1] as number) & tagMask);
  }
  return slots;
}
