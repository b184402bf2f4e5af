import { isDeepStrictEqual } from 'node:util';
import type { Host } from '../../src/host';
import type { WorkbookModel } from '../../src/host/model/types';
import { contentOf, openCopy, startExcel, useExcel } from '../support/excel';
import { generate, tryGenerate } from '../support/retro';
import { shortInputs } from '../support/samples';

const inputs = shortInputs('01_targets.tsv', '02_actuals.tsv', '12_actions.tsv');
const work = (host: Host): Host['log'] => host.log.filter((entry) => !entry.housekeeping);

/** A workbook as it was when it was saved. */
const saved = ({ book }: Host): WorkbookModel => structuredClone(book);

/** As plain data, which is compared fast. */
const plain = (host: Host): unknown => JSON.parse(JSON.stringify(contentOf(host)));

/** The slow comparison, which shows the difference, only where there is one. */
function expectContent(host: Host, expected: unknown): void {
  const content = plain(host);
  if (!isDeepStrictEqual(content, expected)) expect(content).toEqual(expected);
}

let small: WorkbookModel;
let wanted: unknown;
let batches: Host['log'];

beforeAll(async () => {
  const host = await startExcel();
  await generate(inputs);
  small = saved(host);
  wanted = plain(host);
  batches = work(host);
});

/** Excel has no rollback: what ran before the failure stays. Whatever that is, the next run ends in the same workbook. */
async function failsAndCompletes(batch: number, moment: 'before' | 'after' | { readonly afterActions: number }): Promise<void> {
  const host = await startExcel();
  host.faults.failBatch(batch, 'GeneralException', moment);
  expect(await tryGenerate(inputs)).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
  useExcel(host, 'reopened');
  const { errorCells, conflicts } = await generate(inputs);
  expectContent(host, wanted);
  expect({ errorCells, conflicts }).toEqual({ errorCells: [], conflicts: [] });
}

// Six batches: probe, content, sheets and tables, cells and formulas, looks and rules, base copy and check.
const numbers = [1, 2, 3, 4, 5, 6];
/** A workbook that has a retro gets one more: the changes are logged. */
const laterBatches = 7;

test('the batches that are made to fail are all there are', () => {
  expect(batches).toHaveLength(numbers.length);
});

describe.each(numbers)('batch %i fails', (batch) => {
  test('before it took effect', () => failsAndCompletes(batch, 'before'));
  test('after it took effect, its answer lost', () => failsAndCompletes(batch, 'after'));
  // The first two batches only read: failing halfway leaves nothing behind.
  if (batch > 2) test.each([0.03, 0.3, 0.8])('after %d of its actions', (share) => failsAndCompletes(batch, { afterActions: Math.max(1, Math.round((batches[batch - 1]?.actions ?? 1) * share)) }));
});

describe('with all samples', () => {
  const everything = shortInputs();
  const later = shortInputs('01_targets.tsv', '02_actuals.tsv', '12_actions.tsv', '04_hourly.tsv', '05a_refunds_taobao.tsv');
  let whole: unknown;
  let grown: unknown;
  let all: Host['log'];
  let second: Host['log'];

  beforeAll(async () => {
    const host = await startExcel();
    await generate(everything);
    whole = plain(host);
    all = work(host);
    const other = await openCopy(small);
    await generate(later);
    grown = plain(other);
    second = work(other);
  });

  // The cells of all sheets do not fit one request: one batch more.
  const parts = [3, 4, 5, 6, 7];
  test.each(parts)('a run that fails in the middle of batch %i is completed', async (batch) => {
    expect(all).toHaveLength(2 + parts.length);
    const host = await startExcel();
    host.faults.failBatch(batch, 'GeneralException', { afterActions: Math.round((all[batch - 1]?.actions ?? 1) / 2) });
    expect(await tryGenerate(everything)).toMatchObject({ ok: false });
    useExcel(host, 'reopened');
    await generate(everything);
    expectContent(host, whole);
  });

  test.each([[3, 0.05], [3, 0.5], [3, 0.95], [4, 0.2], [4, 0.9], [5, 0.5], [6, 0.5], [7, 0.5]])('sheets that come later: batch %i fails after %d of its actions', async (batch, share) => {
    expect(second).toHaveLength(laterBatches);
    const host = await openCopy(small);
    host.faults.failBatch(batch, 'GeneralException', { afterActions: Math.max(1, Math.round((second[batch - 1]?.actions ?? 1) * share)) });
    expect(await tryGenerate(later)).toMatchObject({ ok: false });
    useExcel(host, 'reopened');
    await generate(later);
    expectContent(host, grown);
  });
});

test('failing and completing a second generation with new figures gives what one run gives', async () => {
  const corrected = [...shortInputs('01_targets.tsv', '12_actions.tsv'), { name: '02_actuals.tsv', text: '指标名称\t本期实际\n支付金额\t12,999,999\n平均响应时间\t29秒\n自有指标\t7' }];
  const reference = await openCopy(small);
  await generate(corrected);
  const expected = plain(reference);
  for (const batch of [3, 4, 5, 6, 7]) {
    const host = await openCopy(small);
    host.faults.failBatch(batch, 'GeneralException', { afterActions: 12 });
    await tryGenerate(corrected);
    useExcel(host, 'reopened');
    await generate(corrected);
    expectContent(host, expected);
  }
});
