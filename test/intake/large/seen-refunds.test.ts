import { hashPlainAscii, hashWide, type WideHash } from '../../../src/intake/large/byte-hash';
import { createSeenRefunds } from '../../../src/intake/large/seen-refunds';

const hashed = (id: string): WideHash => {
  const bytes = new TextEncoder().encode(id);
  const hash = { high: 0, low: 0 };
  hashWide(new DataView(bytes.buffer), 0, bytes.length, hash);
  return hash;
};

describe('refund numbers are told apart by 64 bits', () => {
  test('300,000 numbers as platforms count them: all different, and each half no worse than chance', () => {
    const highs = new Set<number>();
    const lows = new Set<number>();
    const both = new Set<string>();
    const ids = Array.from({ length: 300_000 }, (_, index) => (index % 3 === 0 ? `19000000${index}7` : index % 3 === 1 ? `T2025111${index}` : String(1_900_000_000_000_000 + index * 1_001)));
    for (const id of ids) {
      const { high, low } = hashed(id);
      highs.add(high);
      lows.add(low);
      both.add(`${high},${low}`);
    }
    expect(both.size).toBe(new Set(ids).size);
    // By chance about 10 of 300,000 numbers share 32 bits.
    for (const half of [highs, lows]) expect(ids.length - half.size).toBeLessThan(60);
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
