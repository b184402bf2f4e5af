import { openSheet } from '../../src/taskpane/commands/open-sheet';
import { startExcel } from '../support/excel';
import { generate } from '../support/retro';
import { sampleInputs } from '../support/samples';

test('goes to a sheet, also after it was renamed; a deleted one is said', async () => {
  const host = await startExcel();
  await generate(sampleInputs('01_targets.tsv'));
  host.user.renameSheet('2 对比结果', '结果对比');
  expect(await openSheet('comparison')).toMatchObject({ ok: true });
  expect(host.book.activeSheet.name).toBe('结果对比');
  host.user.deleteSheet('案例');
  expect(await openSheet('case')).toMatchObject({ ok: false, failure: { code: 'sheet-gone' } });
});
