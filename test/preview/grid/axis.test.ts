import fc from 'fast-check';
import { createAxis, indexAt, lengthOf, offsetOf, sizeOf, step } from '../../../src/preview/grid/axis';

describe('positions of rows and columns', () => {
  const axis = createAxis(1_048_576, 20, [30, 0, 45]);

  test.each([
    [0, 0, 'the first row'],
    [29, 0, 'the last pixel of the first row'],
    [30, 2, 'the hidden second row covers no pixel'],
    [75, 3, 'rows beyond the own sizes have the default size'],
    [75 + 20 * 1000, 1003, 'far down without a size for every row'],
    [1e12, 1_048_575, 'below the sheet: the last row'],
  ])('pixel %d is row %d: %s', (pixel, row) => expect(indexAt(axis, pixel)).toBe(row));

  test('a key moves over hidden rows and stops at the edge', () => {
    expect(step(axis, 0, 1)).toBe(2);
    expect(step(axis, 2, -1)).toBe(0);
    expect(step(axis, 0, -1)).toBe(0);
    expect(step(axis, 1_048_575, 1)).toBe(1_048_575);
  });

  test('every pixel of every visible item belongs to it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }), fc.integer({ min: 1, max: 40 }), fc.nat(), (sizes, more, seed) => {
        const some = createAxis(sizes.length + more, 17, sizes);
        const index = seed % some.count;
        if (sizeOf(some, index) === 0) return;
        expect(indexAt(some, offsetOf(some, index))).toBe(index);
        expect(indexAt(some, offsetOf(some, index) + sizeOf(some, index) - 1)).toBe(index);
        expect(lengthOf(some)).toBe(sizes.reduce((sum, size) => sum + size, 0) + more * 17);
      }),
    );
  });
});
