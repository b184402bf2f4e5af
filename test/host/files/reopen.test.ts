import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../../src/host';
import { openXlsx } from '../../../src/host/files/open';
import { saveWorkbook } from '../../../src/host/files/save';
import type { WorkbookModel } from '../../../src/host/model/types';
import { contentOf, rowsOf, startExcel, TODAY } from '../../support/excel';
import { generate } from '../../support/retro';

const open = (bytes: Uint8Array): { readonly book: WorkbookModel; readonly dropped: readonly unknown[] } => {
  const result = openXlsx(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result;
};

describe('a generated workbook, saved and opened again', () => {
  let made: Host;
  let bytes: Uint8Array;
  beforeAll(async () => {
    made = await startExcel();
    await generate();
    made.calculate();
    bytes = saveWorkbook(made.book);
  });

  test('is the same file when it is saved again', () => {
    const { book, dropped } = open(bytes);
    expect(dropped).toEqual([]);
    expect(Buffer.from(saveWorkbook(book)).equals(Buffer.from(bytes))).toBe(true);
  });

  test('calculates to the same values, and generating again with the same data changes nothing', async () => {
    const again = await startExcel(TODAY, open(bytes).book);
    const before = contentOf(again);
    for (const table of ['tblComparison', 'tblAction']) expect(rowsOf(again, table)).toEqual(rowsOf(made, table));
    const { conflicts, errorCells } = await generate();
    expect({ conflicts, errorCells }).toEqual({ conflicts: [], errorCells: [] });
    expect(contentOf(again)).toEqual(before);
  });
});
