import { hashPlainAscii, hashWide, type WideHash } from '../../../src/intake/large/byte-hash';
import { createSeenRefunds, type SeenRefunds } from '../../../src/intake/large/seen-refunds';

const hashed = (id: string): WideHash => {
  const bytes = new TextEncoder().encode(id);
  const hash = { high: 0, low: 0 };
  hashWide(new DataView(bytes.buffer), 0, bytes.length, hash);
  return hash;
};

describe('refund numbers are told apart by 64 bits', () => {
  test('100,000 numbers as platforms count them: all different, and each half no worse than chance', () => {
    const highs = new Set<number>();
    const lows = new Set<number>();
    const both = new Set<string>();
    const ids = Array.from({ length: 100_000 }, (_, index) => (index % 3 === 0 ? `19000000${index}7` : index % 3 === 1 ? `T2025111${index}` : String(1_900_000_000_000_000 + index * 1_001)));
    for (const id of ids) {
      const { high, low } = hashed(id);
      highs.add(high);
      lows.add(low);
      both.add(`${high},${low}`);
    }
    expect(both.size).toBe(new Set(ids).size);
    // By chance one or two of 100,000 numbers share 32 bits.
    for (const half of [highs, lows]) expect(ids.length - half.size).toBeLessThan(12);
  });

  test.each([
    ['1900000000000000017', true, 'digits'],
    ['T-1', true, 'fewer than four bytes'],
    ['a"b', false, 'a quote may be half of a doubled one'],
    ['退货12345', false, 'another character may be written in several ways'],
  ])('%s by its bytes alone: %s (%s)', (id, plain) => {
    const bytes = new TextEncoder().encode(id);
    const into = { high: 0, low: 0 };
    expect(hashPlainAscii(new DataView(bytes.buffer), 0, bytes.length, into)).toBe(plain);
    if (plain) expect(into).toEqual(hashed(id));
  });
});

test('the rest can be compared at any time, also when nothing or a whole page waits', () => {
  const taken: number[] = [];
  const seen = createSeenRefunds(1_000, (_group, amount) => taken.push(amount));
  seen.flush();
  for (let id = 0; id < 256; id++) {
    seen.add(id, 7, 0, 0, id, 0);
    if (id === 127 || id === 200) for (let times = 0; times < 2; times++) seen.flush();
  }
  seen.flush();
  seen.flush();
  expect(taken).toEqual([]);
  seen.add(255, 7, 1, 0, -1, 0);
  seen.add(0, 7, 1, 0, -2, 0);
  seen.flush();
  expect(taken).toEqual([255, 0]);
});

test('numbers beyond the limit are not kept but counted, and those kept are still compared', () => {
  const taken: number[] = [];
  const seen = createSeenRefunds(100_000, (_group, amount) => taken.push(amount));
  for (let id = 0; id < 100_050; id++) seen.add(id, Math.imul(id, 0x9e3779b1), 5, 0, id, 0);
  seen.add(3, Math.imul(3, 0x9e3779b1), 6, 0, 1_000_000, 0);
  seen.add(4, Math.imul(4, 0x9e3779b1), 4, 0, 2_000_000, 0);
  seen.flush();
  expect(seen.uncompared).toBe(50);
  expect(taken.toSorted((a, b) => a - b)).toEqual([3, 2_000_000]);
});

test('what one handed over and another took is what one would have kept, over many pages and with other numbers of groups', () => {
  /** 80,000 rows with 60,000 numbers; closed at a time that decides which stays */
  const rows = Array.from({ length: 80_000 }, (_, index) => ({ id: Math.imul(index < 60_000 ? index : index - 40_000, 0x9e3779b1) | 0, finished: (index * 7) % 11, amount: index }));
  const addTo = (seen: SeenRefunds, from: number, to: number, group: number): void => rows.slice(from, to).forEach(({ id, finished, amount }) => seen.add(id, id ^ 5, finished, group, amount, 0));
  const all = new Set<string>();
  const one = createSeenRefunds(100_000, (_group, amount) => all.add(`${amount}`));
  addTo(one, 0, 80_000, 3);
  one.flush();
  const parted = new Set<string>();
  const groups = new Set<number>();
  const first = createSeenRefunds(100_000, (group, amount) => {
    parted.add(`${amount}`);
    groups.add(group);
  });
  const second = createSeenRefunds(100_000, (_group, amount) => parted.add(`${amount}`));
  addTo(first, 0, 35_000, 3);
  addTo(second, 35_000, 80_000, 0);
  const numbers = second.handOver();
  first.absorb(numbers, Int32Array.of(9));
  first.flush();
  expect(numbers.blocks).toHaveLength(0);
  expect([first.size, one.size]).toEqual([60_000, 60_000]);
  expect(all.size).toBe(20_000);
  expect(parted).toEqual(all);
  expect([...groups].sort()).toEqual([3, 9]);
});
