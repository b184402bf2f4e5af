/** Faults on demand. */
import { codeOf, open, type Opened } from './support/client';

const writeBoth = (opened: Opened, options: { delayForCellEdit?: boolean } = {}): Promise<void> =>
  opened.Excel.run(options as never, async (context: Excel.RequestContext) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1').values = [[1]];
    sheet.getRange('A2').values = [[2]];
    await context.sync();
  });
const cells = (opened: Opened): number => opened.host.book.activeSheet.cells.size;

test.each<[why: string, moment: 'before' | 'after' | { afterActions: number }, written: number]>([
  ['before it took effect', 'before', 0],
  ['after it took effect', 'after', 2],
  ['in the middle', { afterActions: 5 }, 1],
])('a batch fails %s', async (_why, moment, written) => {
  const opened = open();
  opened.host.faults.failBatch(1, 'RequestAborted', moment);
  expect(await codeOf(writeBoth(opened))).toBe('RequestAborted');
  const { cells: found } = opened.host.book.activeSheet;
  if (typeof moment === 'object') expect(found.size).toBeLessThan(2);
  else expect(found.size).toBe(written);
  expect(await codeOf(writeBoth(opened))).toBe('no error');
  expect(cells(opened)).toBe(2);
});

test('the k-th batch from now is hit; releasing references does not count', async () => {
  const opened = open();
  opened.host.faults.failBatch(3, 'GeneralException');
  expect([await codeOf(writeBoth(opened)), await codeOf(writeBoth(opened)), await codeOf(writeBoth(opened)), await codeOf(writeBoth(opened))]).toEqual(['no error', 'no error', 'GeneralException', 'no error']);
});

test('while a cell is edited batches fail', async () => {
  const opened = open();
  opened.host.faults.beginCellEdit();
  expect(await codeOf(writeBoth(opened))).toBe('InvalidOperationInCellEditMode');
  opened.host.faults.endCellEdit();
  expect(await codeOf(writeBoth(opened))).toBe('no error');
});

test('delayForCellEdit waits until the edit ends', async () => {
  const opened = open();
  opened.host.faults.beginCellEdit();
  const run = writeBoth(opened, { delayForCellEdit: true });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(cells(opened)).toBe(0);
  opened.host.faults.endCellEdit();
  await run;
  expect(cells(opened)).toBe(2);
});

test('a read-only workbook refuses writes and lets itself be read', async () => {
  const opened = open();
  opened.host.faults.readOnly = true;
  expect(await codeOf(writeBoth(opened))).toBe('AccessDenied');
  await opened.Excel.run(async (context) => {
    context.workbook.load('readOnly');
    await context.sync();
    expect(context.workbook.readOnly).toBe(true);
  });
});

test('a sheet protected behind the add-in’s back', async () => {
  const opened = open();
  opened.host.faults.protectSheet('Sheet1');
  expect(await codeOf(writeBoth(opened))).toBe('AccessDenied');
});

test('slow answers', async () => {
  const opened = open();
  opened.host.faults.delay = 60;
  const order: string[] = [];
  const answer = writeBoth(opened).then(() => order.push('answer'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  order.push('a shorter wait');
  await answer;
  expect(order).toEqual(['a shorter wait', 'answer']);
});
