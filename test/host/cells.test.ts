/** Values, formats, hyperlinks and the ranges around a range. */
import { cellKey } from '../../src/host/model/types';
import { codeOf, open } from './support/client';

type Use<T> = (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T> | T;
const onSheet = async <T,>(use: Use<T>, opened = open()): Promise<T> =>
  opened.Excel.run(async (context) => {
    const result = await use(context.workbook.worksheets.getActiveWorksheet(), context);
    await context.sync();
    return result;
  });

describe('writing', () => {
  test('null leaves a cell alone, an empty text clears it and keeps its format', async () => {
    const result = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:C1');
      range.values = [[1, 2, 3]];
      range.numberFormat = [['0.00', '0.00', '0.00']];
      range.values = [[null, '', 9]];
      range.load('values,text,numberFormat');
      await context.sync();
      return [range.values, range.text, range.numberFormat];
    });
    expect(result).toEqual([[[1, '', 9]], [['1.00', '', '9.00']], [['0.00', '0.00', '0.00']]]);
  });
  test('one value fills the range, one formula is adjusted for each cell', async () => {
    const result = await onSheet(async (sheet, context) => {
      (sheet.getRange('A1:A3').values as unknown) = 7;
      (sheet.getRange('B1:B3').formulas as unknown) = '=A1*2';
      const range = sheet.getRange('A1:B3').load('formulas');
      await context.sync();
      return range.formulas;
    });
    expect(result).toEqual([[7, '=A1*2'], [7, '=A2*2'], [7, '=A3*2']]);
  });
  test('hostile texts stay text in a text column', async () => {
    const hostile = [['=HYPERLINK("http://x")'], ['+86-138'], ['@SUM(A1)'], ['-1'], ['007'], ['123456789012345678']];
    const result = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:A6');
      range.numberFormat = hostile.map(() => ['@']);
      range.values = hostile;
      range.load('values,formulas,valueTypes');
      await context.sync();
      return [range.values, range.formulas, range.valueTypes.flat()];
    });
    expect(result).toEqual([hostile, hostile, Array(6).fill('String')]);
  });
  test('a number in a text cell becomes text', async () => {
    const values = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1');
      range.numberFormat = [['@']];
      range.values = [[12.5]];
      range.load('values');
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([['12.5']]);
  });
  test('typed kinds', async () => {
    const result = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:F1');
      range.values = [['x', 1, true, '', '#N/A', '2025-11-11']];
      range.load('valueTypes,values,numberFormat');
      await context.sync();
      return [range.valueTypes, range.values, range.numberFormat];
    });
    expect(result).toEqual([[['String', 'Double', 'Boolean', 'Empty', 'Error', 'Double']], [['x', 1, true, '', '#N/A', 45972]], [['General', 'General', 'General', 'General', 'General', 'yyyy/m/d']]]);
  });
  test('2,000 × 3 cells come back as they were written', async () => {
    const grid = Array.from({ length: 2000 }, (_, index) => [index, `行${index}`, index % 2 === 0]);
    const values = await onSheet(async (sheet, context) => {
      const range = sheet.getRangeByIndexes(4, 1, 2000, 3);
      range.values = grid;
      range.load('values');
      await context.sync();
      return range.values;
    });
    expect(values).toEqual(grid);
  });
});

describe('formats', () => {
  test('are shared objects, however many cells have them', async () => {
    const opened = open();
    await onSheet((sheet) => {
      const range = sheet.getRange('A1:J100');
      range.format.fill.color = '#FFF2CC';
      range.format.font.bold = true;
      range.format.horizontalAlignment = 'Center';
    }, opened);
    const formats = new Set([...opened.host.book.activeSheet.cells.values()].map((cell) => cell.format));
    expect(formats.size).toBe(1);
    expect([...formats][0]).toEqual({ fill: '#FFF2CC', bold: true, horizontalAlignment: 'Center' });
  });
  test('mixed answers null', async () => {
    const result = await onSheet(async (sheet, context) => {
      sheet.getRange('A1').format.font.bold = true;
      const range = sheet.getRange('A1:B1').load('format/font/bold,format/font/size,format/columnWidth');
      await context.sync();
      return [range.format.font.bold, range.format.font.size, range.format.columnWidth];
    });
    expect(result).toEqual([null, 11, 48]);
  });
  test('a whole column is one record; cells written later have its format', async () => {
    const opened = open();
    const text = await onSheet(async (sheet, context) => {
      (sheet.getRange('B:B').numberFormat as unknown) = '@';
      sheet.getRange('B:B').format.columnWidth = 120;
      sheet.getRange('B3').values = [['007']];
      const range = sheet.getRange('B3').load('values,numberFormat');
      await context.sync();
      return [range.values, range.numberFormat];
    }, opened);
    expect(text).toEqual([[['007']], [['@']]]);
    expect(opened.host.book.activeSheet.cells.size).toBe(1);
    expect(opened.host.book.activeSheet.columns.get(1)).toEqual({ format: { numberFormat: '@' }, width: 120 });
  });
  test('widths and heights of a whole sheet become its standard', async () => {
    const opened = open();
    const widths = await onSheet(async (sheet, context) => {
      sheet.getRange('B:B').format.columnWidth = 100;
      sheet.getRange().format.columnWidth = 60;
      sheet.getRange().format.rowHeight = 20;
      const found = ['A1', 'B1', 'Z99'].map((address) => sheet.getRange(address).load('format/columnWidth,format/rowHeight'));
      sheet.load('standardWidth');
      await context.sync();
      return [...found.map((range) => [range.format.columnWidth, range.format.rowHeight]), sheet.standardWidth];
    }, opened);
    expect(widths).toEqual([[60, 20], [60, 20], [60, 20], 10.71]);
    expect(opened.host.book.activeSheet.columns.size).toBeLessThan(5);
  });
  test('borders of edges and inside', async () => {
    const opened = open();
    await onSheet((sheet) => {
      const { borders } = sheet.getRange('A1:B2').format;
      borders.getItem('EdgeBottom').style = 'Double';
      borders.getItem('InsideHorizontal').color = '#CCCCCC';
    }, opened);
    const { cells } = opened.host.book.activeSheet;
    expect(cells.get(16384)?.format?.borders).toEqual({ EdgeBottom: { style: 'Double', color: '#000000', weight: 'Thin' } });
    expect(cells.get(0)?.format?.borders).toEqual({ EdgeBottom: { style: 'Continuous', color: '#CCCCCC', weight: 'Thin' } });
  });
  test('autofit shows the longest text, Chinese counts double', async () => {
    const [narrow, wide] = await onSheet(async (sheet, context) => {
      sheet.getRange('A1:B1').values = [['abcd', '询单转化率目标值']];
      sheet.getRange('A:B').format.autofitColumns();
      const a = sheet.getRange('A1').load('format/columnWidth');
      const b = sheet.getRange('B1').load('format/columnWidth');
      await context.sync();
      return [a.format.columnWidth, b.format.columnWidth];
    });
    expect(narrow).toBeCloseTo(25, 0);
    expect(wide).toBeCloseTo(88, 0);
  });
  test('clear takes contents, formats or links', async () => {
    const opened = open();
    await onSheet((sheet) => {
      sheet.getRange('A1:A3').values = [[1], [2], [3]];
      sheet.getRange('A1:A3').format.font.bold = true;
      sheet.getRange('A1').clear('Contents');
      sheet.getRange('A2').clear('Formats');
      sheet.getRange('A3').clear();
    }, opened);
    const { cells } = opened.host.book.activeSheet;
    expect([cells.get(0), cells.get(16384), cells.get(32768)]).toEqual([{ value: '', format: { bold: true } }, { value: 2 }, undefined]);
  });
});

describe('ranges around a range', () => {
  const addresses: readonly [why: string, expected: string, find: (sheet: Excel.Worksheet) => Excel.Range][] = [
    ['cell', 'Sheet1!C3', (sheet) => sheet.getRange('B2:D5').getCell(1, 1)],
    ['row', 'Sheet1!B3:D3', (sheet) => sheet.getRange('B2:D5').getRow(1)],
    ['column', 'Sheet1!C2:C5', (sheet) => sheet.getRange('B2:D5').getColumn(1)],
    ['last row', 'Sheet1!B5:D5', (sheet) => sheet.getRange('B2:D5').getLastRow()],
    ['last column', 'Sheet1!D2:D5', (sheet) => sheet.getRange('B2:D5').getLastColumn()],
    ['last cell', 'Sheet1!D5', (sheet) => sheet.getRange('B2:D5').getLastCell()],
    ['offset', 'Sheet1!C1:E4', (sheet) => sheet.getRange('B2:D5').getOffsetRange(-1, 1)],
    ['resized by', 'Sheet1!B2:E4', (sheet) => sheet.getRange('B2:D5').getResizedRange(-1, 1)],
    ['resized to', 'Sheet1!B2:C2', (sheet) => sheet.getRange('B2:D5').getAbsoluteResizedRange(1, 2)],
    ['bounding', 'Sheet1!B2:F9', (sheet) => sheet.getRange('B2').getBoundingRect('F9')],
    ['common part', 'Sheet1!C3:D5', (sheet) => sheet.getRange('B2:D5').getIntersection('C3:Z9')],
    ['rows below', 'Sheet1!B6:D7', (sheet) => sheet.getRange('B2:D5').getRowsBelow(2)],
    ['rows above', 'Sheet1!B1:D1', (sheet) => sheet.getRange('B2:D5').getRowsAbove(1)],
    ['last rows inside', 'Sheet1!B4:D5', (sheet) => sheet.getRange('B2:D5').getRowsBelow(-2)],
    ['columns after', 'Sheet1!E2:E5', (sheet) => sheet.getRange('B2:D5').getColumnsAfter()],
    ['entire row', 'Sheet1!2:5', (sheet) => sheet.getRange('B2:D5').getEntireRow()],
    ['entire column', 'Sheet1!B:D', (sheet) => sheet.getRange('B2:D5').getEntireColumn()],
    ['used', 'Sheet1!A1:B3', (sheet) => sheet.getUsedRange()],
    ['used with values', 'Sheet1!A1:A2', (sheet) => sheet.getUsedRange(true)],
    ['used part of a column', 'Sheet1!A1:A2', (sheet) => sheet.getRange('A:A').getUsedRange(true)],
    ['surrounding block', 'Sheet1!A1:A2', (sheet) => sheet.getRange('A1').getSurroundingRegion()],
    ['by a defined name', 'Sheet1!A1:A2', (sheet) => sheet.getRange('lst')],
  ];
  test.each(addresses)('%s is %s', async (_why, expected, find) => {
    const address = await onSheet(async (sheet, context) => {
      sheet.getRange('A1:A2').values = [[1], [2]];
      sheet.getRange('B3').format.fill.color = '#FF0000';
      context.workbook.names.add('lst', sheet.getRange('A1:A2'));
      await context.sync();
      const range = find(sheet).load('address');
      await context.sync();
      return range.address;
    });
    expect(address).toBe(expected);
  });
  test('no common part is a null object, or ItemNotFound', async () => {
    await onSheet(async (sheet, context) => {
      const none = sheet.getRange('A1').getIntersectionOrNullObject('B2');
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
    expect(await codeOf(onSheet((sheet) => void sheet.getRange('A1').getIntersection('B2')))).toBe('ItemNotFound');
  });
  test('an empty sheet has no used range', async () => {
    await onSheet(async (sheet, context) => {
      const none = sheet.getUsedRangeOrNullObject(true);
      const first = sheet.getUsedRange().load('address');
      await context.sync();
      expect([none.isNullObject, first.address]).toEqual([true, 'Sheet1!A1']);
    });
  });
  test('a range without content has no used part: ItemNotFound, or a null object', async () => {
    expect(await codeOf(onSheet((sheet) => void sheet.getRange('A:A').getUsedRange(true)))).toBe('ItemNotFound');
    await onSheet(async (sheet, context) => {
      const none = sheet.getRange('A:A').getUsedRangeOrNullObject(true);
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
  });
  test('values of a whole column are null, as in Excel', async () => {
    await onSheet(async (sheet, context) => {
      const column = sheet.getRange('A:A').load('values,isEntireColumn');
      await context.sync();
      expect([column.values, column.isEntireColumn]).toEqual([null, true]);
    });
  });
});

test('a hyperlink sets the text and looks like one; clearing takes it away', async () => {
  const opened = open();
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1');
    range.hyperlink = { documentReference: "'1 回顾'!A4", textToDisplay: '去看', screenTip: '提示' };
    range.load('hyperlink,values,format/font/underline');
    await context.sync();
    expect(range.hyperlink).toMatchObject({ documentReference: "'1 回顾'!A4", textToDisplay: '去看', screenTip: '提示' });
    expect([range.values, range.format.font.underline]).toEqual([[['去看']], 'Single']);
    range.clear('RemoveHyperlinks');
    range.load('hyperlink');
    await context.sync();
    expect(range.hyperlink).toBeNull();
  }, opened);
});

test('rows and columns are hidden and shown', async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange('2:3').rowHidden = true;
    sheet.getRange('B:B').columnHidden = true;
    const ranges = ['A1', 'A2', 'A1:A2', 'B9'].map((address) => sheet.getRange(address).load('rowHidden,columnHidden,hidden'));
    await context.sync();
    expect(ranges.map((range) => [range.rowHidden, range.columnHidden, range.hidden])).toEqual([[false, false, false], [true, false, true], [null, false, null], [false, true, true]]);
  });
});

test('sorting a range adjusts relative formulas', async () => {
  const formulas = await onSheet(async (sheet, context) => {
    sheet.getRange('A1:B3').formulas = [['h', 'x'], [2, '=A2'], [1, '=A3']];
    sheet.getRange('A1:B3').sort.apply([{ key: 0, ascending: true }], false, true);
    const range = sheet.getRange('A1:B3').load('formulas');
    await context.sync();
    return range.formulas;
  });
  expect(formulas).toEqual([['h', 'x'], [1, '=A2'], [2, '=A3']]);
});

test('20,000 cells are written and formatted at once', async () => {
  const opened = open();
  const values = Array.from({ length: 2000 }, (_, row) => Array.from({ length: 10 }, (_, column) => (column % 2 ? row * column : `文本${row}`)));
  await onSheet((sheet) => {
    const range = sheet.getRangeByIndexes(0, 0, 2000, 10);
    (range.numberFormat as unknown) = '0.00';
    range.values = values;
    range.format.font.name = '微软雅黑';
    range.format.fill.color = '#FFFFFF';
  }, opened);
  const { cells } = opened.host.book.activeSheet;
  expect(cells.size).toBe(20_000);
  expect(cells.get(cellKey(1999, 9))).toMatchObject({ value: 1999 * 9, format: { numberFormat: '0.00', fontName: '微软雅黑' } });
});
