import fc from 'fast-check';
import { pack, unpack } from '../../src/taskpane/reading/parcel';

const clone = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('whatever is packed comes out of the other end as it was', () => {
  const list = fc.tuple(fc.constantFrom(0, 1, 3, 2_000, 2_001, 4_100), fc.string()).map(([length, text]) => Array.from({ length }, (_, index) => `${index} ${text}`));
  const source = fc.record({ file: fc.string(), problems: list, records: fc.dictionary(fc.constantFrom('refunds', 'orders'), list), large: fc.option(fc.record({ deep: fc.record({ byItem: list }) }), { nil: undefined }) });
  fc.assert(fc.property(fc.array(source, { maxLength: 3 }), (sources) => {
    const { rest, pieces } = pack(sources);
    for (const { items } of pieces) expect(items.length).toBeLessThanOrEqual(2_000);
    expect(unpack(clone(rest), clone(pieces) as typeof pieces)).toEqual(clone(sources));
  }), { numRuns: 30 });
});

test('no message carries a long list, so that none holds the pane up', () => {
  const { rest, pieces } = pack([{ records: { refunds: Array.from({ length: 50_000 }, (_, line) => ({ line })) } }]);
  expect(pieces).toHaveLength(25);
  expect(JSON.stringify(rest).length).toBeLessThan(100);
});
