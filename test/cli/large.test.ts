import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findInputs, readInputs } from '../../src/cli/inputs';
import { combineRecords } from '../../src/intake/combine';
import { largeFileBytes } from '../../src/intake/large/threshold';
import type { Source } from '../../src/intake/types';
import { analyse } from '../../src/retro/analyses';
import { refundExport } from '../support/order-export';

test('a file over the threshold is summed up, every row accounted for, with the figures its rows give in two smaller files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'retro-large-'));
  const read = async (...files: readonly string[]): Promise<readonly Source[]> => {
    const found = await findInputs(files);
    if (!found.ok) throw new Error(found.missing);
    return readInputs(found.value, { today: '2025-11-17', year: 2025 });
  };
  try {
    const whole = Buffer.concat([...refundExport(13_000)]);
    expect(whole.length).toBeGreaterThan(largeFileBytes);
    const header = whole.subarray(0, whole.indexOf('\r\n') + 2);
    const middle = whole.indexOf('\r\n', whole.length / 2) + 2;
    const names = ['whole.csv', 'first.csv', 'second.csv'].map((name) => join(folder, name));
    for (const [index, content] of [whole, whole.subarray(0, middle), Buffer.concat([header, whole.subarray(middle)])].entries()) writeFileSync(names[index] ?? '', content);
    const large = await read(names[0] ?? '');
    expect(large).toMatchObject([{ file: 'whole.csv', rows: 13_000, skipped: [], large: { unused: 0 } }]);
    expect((large[0]?.used ?? 0) + (large[0]?.large?.skipped.closed ?? 0)).toBe(13_000);
    const small = await read(names[1] ?? '', names[2] ?? '');
    expect(small.map((each) => each.large)).toEqual([undefined, undefined]);
    const [summed, byRow] = [large, small].map((sources) => analyse(combineRecords(sources), { name: '2025双11' }).refunds);
    expect(summed?.summary).toEqual(byRow?.summary);
    expect(summed?.summary.count).toBeGreaterThan(8_000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
