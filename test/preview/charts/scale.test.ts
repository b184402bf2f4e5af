import fc from 'fast-check';
import { createScale, fractionOf, ticksOf } from '../../../src/preview/charts/scale';

describe('value axis', () => {
  test.each<[number[], number[], string]>([
    [[0.532, 0.55], [0, 0.2, 0.4, 0.6], 'rates begin at zero and end above the highest'],
    [[412, 90], [0, 100, 200, 300, 400, 500], 'round steps'],
    [[-5, 10], [-5, 0, 5, 10, 15], 'values below zero, with air above'],
    [[], [0, 0.2, 0.4, 0.6, 0.8, 1], 'no values: still an axis'],
    [[0, 0], [0, 0.2, 0.4, 0.6, 0.8, 1], 'only zeros'],
  ])('%j → ticks %j (%s)', (values, ticks) => expect(ticksOf(createScale(values))).toEqual(ticks));

  test('fixed ends are kept', () => {
    expect(createScale([3], { minimum: 1, maximum: 7 })).toMatchObject({ minimum: 1, maximum: 7 });
  });

  test('every value lies on the axis', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const scale = createScale(values);
        for (const one of values) {
          expect(fractionOf(scale, one)).toBeGreaterThanOrEqual(-1e-9);
          expect(fractionOf(scale, one)).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(ticksOf(scale).length).toBeLessThan(15);
      }),
    );
  });
});
