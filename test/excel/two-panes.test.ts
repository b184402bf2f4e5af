import { contentOf, startExcel, useExcel } from '../support/excel';
import { generate } from '../support/retro';
import { sampleInputs } from '../support/samples';

const inputs = sampleInputs('01_targets.tsv', '02_actuals.tsv', '12_actions.tsv');

test('two panes that generate at the same moment end in the workbook that one makes', async () => {
  const reference = await startExcel();
  await generate(inputs);
  const wanted = contentOf(reference);

  const host = await startExcel();
  useExcel(host, 'first');
  const first = generate(inputs);
  useExcel(host, 'second');
  const second = generate(inputs);
  await Promise.all([first, second]);
  // Whatever was interleaved, one more run settles it.
  useExcel(host, 'third');
  const { conflicts, errorCells } = await generate(inputs);
  expect({ conflicts, errorCells }).toEqual({ conflicts: [], errorCells: [] });
  expect(contentOf(host)).toEqual(wanted);
});

test('a second pane sees and updates what the first one made', async () => {
  const host = await startExcel();
  await generate(inputs);
  const once = contentOf(host);
  useExcel(host, 'second');
  await generate(inputs);
  expect(contentOf(host)).toEqual(once);
});
