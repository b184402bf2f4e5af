/** Hashes and compares runs of bytes, four at a time. `view` must cover at least 0 … `end`. */

const even = 0x9e3779b1;
const odd = 0x85ebca6b;

/** A 32-bit hash of all bytes; `seed` gives independent ones. */
export function hashBytes(view: DataView, start: number, end: number, seed = 0): number {
  let hash = Math.imul(end - start + seed, odd) ^ seed;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), even);
    hash ^= hash >>> 15;
  }
  if (at < end) {
    hash = Math.imul(hash ^ tail(view, start, at, end), even);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, odd);
  return hash ^ (hash >>> 13);
}

/** The last one to three bytes; together with the three or more before them where there are any. */
function tail(view: DataView, start: number, at: number, end: number): number {
  if (end - start >= 4) return view.getInt32(end - 4, true);
  let bytes = 0;
  for (let index = at; index < end; index++) bytes = (bytes << 8) | view.getUint8(index);
  return bytes;
}

/** 64 bits of hash. */
export interface WideHash {
  high: number;
  low: number;
}

/**
 * Hashes bytes in two different ways at once (the second is MurmurHash3); false, and no hash, unless all bytes are ASCII and none is a
 * quote: only such a cell is its own text, however it was written.
 */
export function hashPlainAscii(view: DataView, start: number, end: number, into: WideHash): boolean {
  let low = Math.imul(end - start, odd);
  let high = end - start;
  for (let at = start; at < end; at += 4) {
    const four = at + 4 <= end ? view.getInt32(at, true) : tail(view, start, at, end);
    const quotes = four ^ 0x22222222;
    // The second part is the well-known test for a zero byte; a wrong alarm only costs the slower way.
    if (((four | ((quotes - 0x01010101) & ~quotes)) & 0x80808080) !== 0) return false;
    low = Math.imul(low ^ four, even);
    low ^= low >>> 15;
    high = murmur(high, four);
  }
  finish(into, high, low);
  return true;
}

/** The same hash for any bytes. */
export function hashWide(view: DataView, start: number, end: number, into: WideHash): void {
  let low = Math.imul(end - start, odd);
  let high = end - start;
  for (let at = start; at < end; at += 4) {
    const four = at + 4 <= end ? view.getInt32(at, true) : tail(view, start, at, end);
    low = Math.imul(low ^ four, even);
    low ^= low >>> 15;
    high = murmur(high, four);
  }
  finish(into, high, low);
}

function finish(into: WideHash, high: number, low: number): void {
  const mixed = Math.imul(low, odd);
  into.low = mixed ^ (mixed >>> 13);
  const once = Math.imul(high ^ (high >>> 16), odd);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  into.high = twice ^ (twice >>> 16);
}

function murmur(hash: number, four: number): number {
  const first = Math.imul(four, 0xcc9e2d51);
  const mixed = hash ^ Math.imul((first << 15) | (first >>> 17), 0x1b873593);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

/** True when `length` bytes at `at` are those of the other view at `from`. */
export function sameBytes(view: DataView, at: number, other: DataView, from: number, length: number): boolean {
  let done = 0;
  for (; done + 4 <= length; done += 4) if (view.getInt32(at + done, true) !== other.getInt32(from + done, true)) return false;
  for (; done < length; done++) if (view.getUint8(at + done) !== other.getUint8(from + done)) return false;
  return true;
}
