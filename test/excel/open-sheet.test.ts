import { openSheet } from '../../src/taskpane/commands/open-sheet';
import { rowsOf, startExcel } from '../support/excel';
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

test('a deleted sheet comes back with the next generation, with its links', async () => {
  const host = await startExcel();
  await generate();
  host.user.deleteSheet('案例');
  host.user.deleteSheet('配置');
  const { errorCells } = await generate();
  expect(errorCells).toEqual([]);
  expect(rowsOf(host, 'tblCase')).toHaveLength(7);
  expect(await openSheet('case')).toMatchObject({ ok: true });
  expect(host.book.names.filter((name) => name.formula.includes('#REF!'))).toEqual([]);
});
