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

describe('files that LibreOffice saved', () => {
  const fixture = (name: string): WorkbookModel => {
    const { book, dropped } = open(new Uint8Array(readFileSync(join(__dirname, '../../fixtures/libreoffice', name))));
    expect(dropped).toEqual([]);
    return book;
  };

  test('tables are found by name with their columns and formulas, settings and rules are there', () => {
    const book = fixture('saved.xlsx');
    expect(book.settings.get('retro')).toMatchObject({ complete: true, language: 'zh-CN' });
    const comparison = book.tables.find(({ name }) => name === 'tblComparison');
    expect(comparison?.columns.find(({ name }) => name === '差距')?.calculatedFormula).toBe('=IF(AND(ISNUMBER([@目标]),ISNUMBER([@实际])),ROUND([@实际]-[@目标],10),"")');
    expect(comparison?.sheet.conditionalFormats.length).toBeGreaterThan(0);
    const action = book.tables.find(({ name }) => name === 'tblAction');
    expect(action?.sheet.validations.map(({ rule }) => rule.type)).toEqual(expect.arrayContaining(['List', 'Date']));
    expect([...(action?.sheet.cells.values() ?? [])].some(({ format }) => format?.numberFormat === 'yyyy-mm-dd')).toBe(true);
    expect(book.sheets.flatMap(({ charts }) => charts.map(({ series }) => series.map(({ name }) => name)))).toEqual([['达成率', '目标']]);
  });

  test('generating again on one that was edited there keeps all that was typed', async () => {
    const host = await startExcel(TODAY, fixture('edited.xlsx'));
    const { errorCells } = await generate();
    expect(errorCells).toEqual([]);
    expect(host.book.sheets.map(({ name }) => name)).toContain('服务案例');
    const rows = rowsOf(host, 'tblAction');
    expect(rows.map((row) => row['编号'])).toEqual(['A-01', 'A-05', 'A-03', 'A-06', 'A-02', 'A-04']);
    expect(rows[0]).toMatchObject({ 负责人: '王主管', 我的备注: '跟老板说过', 效果: '效果不错', 截止日期: 45996 });
    expect(rows[4]).toMatchObject({ 编号: 'A-02' });
    expect(rows.every((row) => row['提醒'] !== '')).toBe(true);
  });
});
