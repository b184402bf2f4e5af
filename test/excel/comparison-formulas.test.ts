import fc from 'fast-check';
import { compare } from '../../src/retro/compare';
import { baselineKeys, type Direction, type Figure, type Unit } from '../../src/retro/types';
import { messages } from '../../src/i18n';
import type { RetroRecords } from '../../src/retro/retro';
import { generateWorkbook } from '../../src/excel/generate';
import { rowsOf, startExcel } from '../support/excel';

/**
 * The sheet's formulas and `compare` are two writings of one rule: hundreds of random metrics in one workbook, each calculated
 * by the formula engine and by the function.
 */
const figure: fc.Arbitrary<Figure> = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -1e3, max: 1e7, noNaN: true }).map((value): Figure => ({ kind: 'number', value: Math.round(value * 1e4) / 1e4 })) },
  { weight: 2, arbitrary: fc.constantFrom<Figure>({ kind: 'number', value: 0 }, { kind: 'number', value: 0.15 }, { kind: 'number', value: 0.1 + 0.2 }, { kind: 'number', value: 0.3 }) },
  { weight: 1, arbitrary: fc.constant<Figure>({ kind: 'missing' }) },
  { weight: 1, arbitrary: fc.constant<Figure>({ kind: 'pending' }) },
);
const metric = fc.record({
  unit: fc.constantFrom<Unit>('元', '%', '秒', '人', '分'), direction: fc.constantFrom<Direction>('higher', 'lower', 'context'),
  target: figure.filter((value) => value.kind !== 'pending'), actual: figure, baselines: fc.record({ lastYear: figure, previous: figure, lastPromo: figure, ordinary: figure, industry: figure, competitor: figure }),
});

test('the sheet calculates what the function does, for any figures', async () => {
  const samples = fc.sample(metric, { numRuns: 300, seed: 20251111 });
  const records: RetroRecords = {
    agentTables: [], cases: [], actions: [],
    targets: samples.map((sample, index) => ({ file: 't', line: index, metric: { key: `own:${index}`, name: `${index}` }, unit: sample.unit, value: sample.target, raw: '', direction: sample.direction })),
    actuals: samples.map((sample, index) => ({ file: 'a', line: index, metric: { key: `own:${index}`, name: `${index}` }, unit: sample.unit, value: sample.actual, raw: '', baselines: sample.baselines })),
  };
  const host = await startExcel();
  const outcome = await generateWorkbook({ event: { name: 'x' }, records, language: 'zh-CN' });
  if (!outcome.ok) throw new Error(outcome.failure.technical);
  expect(outcome.value.errorCells).toEqual([]);
  const rows = rowsOf(host, 'tblComparison');
  const header = messages['zh-CN'].workbook.columns.tblComparison;
  const states = messages['zh-CN'].workbook.states;
  const versus = { lastYear: 'yoy', previous: 'mom', lastPromo: 'lastPromo', ordinary: 'ordinary', industry: 'industry', competitor: 'competitor' } as const;
  for (const [index, sample] of samples.entries()) {
    const expected = compare(sample);
    const row = rows[index]!;
    const shown = (key: keyof typeof header): number | null => (row[header[key]] === '' ? null : Number(row[header[key]]));
    const near = (what: string, actual: number | null, wanted: number | null): void => {
      const same = actual === wanted || (actual !== null && wanted !== null && Math.abs(actual - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)));
      expect({ index, what, sample, actual: same ? wanted : actual }).toEqual({ index, what, sample, actual: wanted });
    };
    near('gap', shown('gap'), expected.gap);
    near('attainment', shown('attainment'), expected.attainment);
    for (const key of baselineKeys) near(key, shown(versus[key]), expected.versus[key]);
    expect({ index, sample, state: row[header.state] }).toEqual({ index, sample, state: states[expected.state] });
  }
});
