import { readSource } from '../../src/intake';
import { combineRecords } from '../../src/intake/combine';
import { readLarge } from '../../src/intake/large/read-large';
import type { Source } from '../../src/intake/types';
import { analyse } from '../../src/retro/analyses';
import { sampleInputs } from '../support/samples';

const event = { name: '2025双11' };
const options = { today: '2025-11-17', year: 2025 };

/** A sample read row by row, and summed up as a large file is. */
async function bothWays(name: string): Promise<{ readonly rows: readonly Source[]; readonly large: readonly Source[] }> {
  const [input] = sampleInputs(name);
  if (input === undefined || !('bytes' in input)) throw new Error(name);
  const { bytes } = input;
  const large = await readLarge({ name, size: bytes.length, read: async (from, to) => bytes.subarray(from, to) }, options, 997);
  if (large === undefined) throw new Error(`${name} cannot be summed up`);
  return { rows: readSource(input, options), large };
}
const of = (...sources: readonly Source[]) => analyse(combineRecords(sources), event);

describe('a source too large to keep its rows counts like any other', () => {
  test('orders', async () => {
    const { rows, large } = await bothWays('11_orders_taobao_gbk.csv');
    expect(of(...large).orders).toEqual(of(...rows).orders);
  });
  test('refunds: all sums, and the same lines by product and reason', async () => {
    const { rows, large } = await bothWays('05a_refunds_taobao.tsv');
    const [byRow, summed] = [of(...rows).refunds, of(...large).refunds];
    expect(summed?.summary).toEqual(byRow?.summary);
    expect(summed?.lines).toEqual(byRow?.lines);
  });
  test('inquiries', async () => {
    const { rows, large } = await bothWays('06a_inquiry_log.tsv');
    expect(of(...large).inquiries).toMatchObject({ total: of(...rows).inquiries?.total, toHuman: of(...rows).inquiries?.toHuman });
  });
  test('two of them, or one beside a paste, are added', async () => {
    const { rows, large } = await bothWays('11_orders_taobao_gbk.csv');
    const one = of(...rows).orders;
    const two = of(...rows, ...large.map((source) => ({ ...source, file: 'large.csv' }))).orders;
    expect(two?.paid).toEqual({ count: 2 * (one?.paid.count ?? 0), amount: 2 * (one?.paid.amount ?? 0) });
    expect(two?.files).toEqual(['11_orders_taobao_gbk.csv', 'large.csv']);
    expect(two?.byItem).toHaveLength(one?.byItem.length ?? 0);
  });
});
