/** Tables behave as in Excel: they grow, fill calculated columns, keep headers, hide rows. */
import { codeOf, open, type Opened } from './support/client';

interface Stage extends Opened {
  run<T>(use: (sheet: Excel.Worksheet, table: Excel.Table, context: Excel.RequestContext) => Promise<T> | T): Promise<T>;
}

/** A sheet with the table `tbl` over B2:D4: headers, two rows. */
async function stage(): Promise<Stage> {
  const opened = open();
  await opened.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('B2:D4').values = [['编号', '目标', '实际'], ['M-01', 10, 8], ['M-02', 20, 22]];
    sheet.tables.add('B2:D4', true).name = 'tbl';
    await context.sync();
  });
  return {
    ...opened,
    run: (use) =>
      opened.Excel.run(async (context) => {
        const result = await use(context.workbook.worksheets.getActiveWorksheet(), context.workbook.tables.getItem('tbl'), context);
        await context.sync();
        return result;
      }),
  };
}
const rangeOf = (opened: Opened): string => {
  const { row, column, rowCount, columnCount } = opened.host.book.tables[0]!.range;
  return `${row},${column} ${rowCount}x${columnCount}`;
};
const formulas = async (opened: Opened, address: string): Promise<unknown[][]> =>
  opened.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange(address).load('formulas');
    await context.sync();
    return range.formulas;
  });

describe('growing', () => {
  test.each<[why: string, address: string, values: unknown[][], expected: string]>([
    ['a row directly below joins', 'B5:D5', [['M-03', 1, 1]], '1,1 4x3'],
    ['several rows join', 'B5:D7', [['M-03', 1, 1], ['M-04', 1, 1], ['M-05', 1, 1]], '1,1 6x3'],
    ['one cell below is enough', 'C5', [[7]], '1,1 4x3'],
    ['a blank first cell does not join', 'B5:D5', [['', 1, 1]], '1,1 3x3'],
    ['a row further below does not join', 'B6:D6', [['M-03', 1, 1]], '1,1 3x3'],
    ['a row that sticks out does not join', 'B5:E5', [['M-03', 1, 1, 1]], '1,1 3x3'],
    ['a header beside makes a column', 'E2', [['差距']], '1,1 3x4'],
  ])('%s', async (_why, address, values, expected) => {
    const opened = await stage();
    await opened.run((sheet) => void (sheet.getRange(address).values = values));
    expect(rangeOf(opened)).toBe(expected);
  });
  test('2,000 rows written at once join, in whatever pieces the client sends them', async () => {
    const opened = await stage();
    await opened.run((_sheet, table) => {
      table.getDataBodyRange().getRowsBelow(2000).values = Array.from({ length: 2000 }, (_, index) => [`M-${index}`, index, index]);
    });
    expect(rangeOf(opened)).toBe('1,1 2003x3');
  });
  test('validation below the table is in the way', async () => {
    const opened = await stage();
    await opened.run((sheet) => {
      sheet.getRange('C5').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } };
      sheet.getRange('B5:D5').values = [['M-03', 1, 1]];
    });
    expect(rangeOf(opened)).toBe('1,1 3x3');
  });
  test('formats, rules and lists of the whole column go along', async () => {
    const opened = await stage();
    await opened.run((sheet) => {
      sheet.getRange('C3:C4').numberFormat = [['0.00'], ['0.00']];
      sheet.getRange('C3:C4').dataValidation.rule = { decimal: { operator: 'GreaterThan', formula1: 0 } };
      sheet.getRange('B3:D4').conditionalFormats.add('Custom').custom.rule.formula = '=$C3>$D3';
      sheet.getRange('C3').conditionalFormats.add('Custom').custom.rule.formula = '=C3>100';
      sheet.getRange('B5:D5').values = [['M-03', 1, 1]];
    });
    const sheet = opened.host.book.activeSheet;
    expect(sheet.validations[0]?.ranges).toEqual([{ row: 2, column: 2, rowCount: 3, columnCount: 1 }]);
    expect(sheet.conditionalFormats.map((rule) => rule.ranges[0]?.rowCount)).toEqual([1, 3]);
    const text = await opened.run(async (current, _table, context) => {
      const range = current.getRange('C5').load('text');
      await context.sync();
      return range.text;
    });
    expect(text).toEqual([['1.00']]);
  });
});

describe('calculated columns', () => {
  test('one formula for the whole body makes the column calculated, and new rows get it', async () => {
    const opened = await stage();
    await opened.run((sheet) => {
      sheet.getRange('E2').values = [['差距']];
      sheet.getRange('E3:E4').formulas = [['=[@实际]-[@目标]'], ['=[@实际]-[@目标]']];
      sheet.getRange('B5:D5').values = [['M-03', 1, 1]];
    });
    expect(opened.host.book.tables[0]?.columns[3]?.calculatedFormula).toBe('=[@实际]-[@目标]');
    expect(await formulas(opened, 'E5')).toEqual([['=[@实际]-[@目标]']]);
  });
  test('one cell of an empty column fills it', async () => {
    const opened = await stage();
    await opened.run((sheet) => {
      sheet.getRange('E2').values = [['差距']];
      sheet.getRange('E3').formulas = [['=D3-C3']];
    });
    expect(await formulas(opened, 'E3:E4')).toEqual([['=D3-C3'], ['=D4-C4']]);
  });
  test('different formulas make no calculated column', async () => {
    const opened = await stage();
    await opened.run((sheet) => {
      sheet.getRange('E2').values = [['差距']];
      sheet.getRange('E3:E4').formulas = [['=D3-C3'], ['=D4*2']];
    });
    expect(opened.host.book.tables[0]?.columns[3]?.calculatedFormula).toBeUndefined();
  });
  test('constants over all of it end it', async () => {
    const opened = await stage();
    await opened.run((sheet) => {
      sheet.getRange('D3:D4').formulas = [['=[@目标]'], ['=[@目标]']];
      sheet.getRange('D3:D4').values = [[1], [2]];
    });
    expect(opened.host.book.tables[0]?.columns[2]?.calculatedFormula).toBeUndefined();
  });
  test('rows inserted in the middle get it too', async () => {
    const opened = await stage();
    await opened.run((sheet) => {
      sheet.getRange('D3:D4').formulas = [['=[@目标]'], ['=[@目标]']];
      sheet.getRange('4:4').insert('Down');
    });
    expect(await formulas(opened, 'D3:D5')).toEqual([['=[@目标]'], ['=[@目标]'], ['=[@目标]']]);
  });
});

describe('headers', () => {
  test('writing a header renames the column and its references', async () => {
    const opened = await stage();
    await opened.run((sheet) => {
      sheet.getRange('F3').formulas = [['=SUM(tbl[目标])']];
      sheet.getRange('C2').values = [['目标值']];
    });
    expect(opened.host.book.tables[0]?.columns.map((column) => column.name)).toEqual(['编号', '目标值', '实际']);
    expect(await formulas(opened, 'F3')).toEqual([['=SUM(tbl[目标值])']]);
  });
  test('renaming the column writes the header', async () => {
    const opened = await stage();
    await opened.run((_sheet, table) => void (table.columns.getItem('实际').name = '实际值'));
    expect(await formulas(opened, 'D2')).toEqual([['实际值']]);
  });
  test('numbers become text, blanks get a name', async () => {
    const { Excel, host } = open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:C1').values = [[2024, '', 'x']];
      sheet.tables.add('A1:C2', true);
      await context.sync();
    });
    expect(host.book.tables[0]?.columns.map((column) => column.name)).toEqual(['2024', 'Column1', 'x']);
  });
  test('without headers a row is inserted above', async () => {
    const { Excel, host } = open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B2').values = [[1, 2], [3, 4]];
      const range = sheet.tables.add('A1:B2', false).getRange().load('values');
      await context.sync();
      expect(range.values).toEqual([['Column1', 'Column2'], [1, 2], [3, 4]]);
    });
    expect(host.book.tables[0]?.range.rowCount).toBe(3);
  });
});

describe('rows and columns', () => {
  test('rows are added at the end and in the middle, what is below moves down', async () => {
    const opened = await stage();
    await opened.run((sheet, table) => {
      sheet.getRange('B6').values = [['footnote']];
      table.rows.add(undefined, [['M-03', 1, 2]]);
      table.rows.add(0, [['M-00', 0, 0]]);
    });
    expect(await formulas(opened, 'B2:B8')).toEqual([['编号'], ['M-00'], ['M-01'], ['M-02'], ['M-03'], [''], ['footnote']]);
    expect(rangeOf(opened)).toBe('1,1 5x3');
  });
  test('rows are deleted; the last one stays, blank', async () => {
    const opened = await stage();
    await opened.run((_sheet, table) => {
      table.rows.getItemAt(0).delete();
      table.rows.getItemAt(0).delete();
    });
    expect(rangeOf(opened)).toBe('1,1 2x3');
    expect(await formulas(opened, 'B3:D3')).toEqual([['', '', '']]);
  });
  test('all data rows deleted at once leave one blank', async () => {
    const opened = await stage();
    await opened.run((sheet) => sheet.getRange('3:4').delete('Up'));
    expect(rangeOf(opened)).toBe('1,1 2x3');
  });
  test('a column is added, found by name, and deleted', async () => {
    const opened = await stage();
    const names = await opened.run(async (_sheet, table, context) => {
      table.columns.add(1, [['负责人'], ['甲'], ['乙']]);
      const columns = table.columns.load('items/name');
      const column = table.columns.getItemOrNullObject('负责人').load('index,values');
      await context.sync();
      expect([column.index, column.values]).toEqual([1, [['负责人'], ['甲'], ['乙']]]);
      table.columns.getItem('目标').delete();
      columns.load('items/name');
      await context.sync();
      return columns.items.map((item) => item.name);
    });
    expect(names).toEqual(['编号', '负责人', '实际']);
  });
  test('a sheet column inserted through the table becomes a column of it', async () => {
    const opened = await stage();
    await opened.run((sheet) => sheet.getRange('C:C').insert('Right'));
    expect(opened.host.book.tables[0]?.columns.map((column) => column.name)).toEqual(['编号', 'Column1', '目标', '实际']);
    expect(await formulas(opened, 'B2:E2')).toEqual([['编号', 'Column1', '目标', '实际']]);
  });
  test('resize takes rows and columns in and lets them go', async () => {
    const opened = await stage();
    await opened.run((sheet, table) => {
      sheet.getRange('E2').values = [['']];
      table.resize('B2:E6');
    });
    expect(rangeOf(opened)).toBe('1,1 5x4');
    await opened.run((_sheet, table) => table.resize('B2:C3'));
    expect(opened.host.book.tables[0]?.columns.map((column) => column.name)).toEqual(['编号', '目标']);
  });
  test('totals move the cells below and go again', async () => {
    const opened = await stage();
    await opened.run((sheet, table) => {
      sheet.getRange('B5').format.fill.color = '#FF0000';
      table.showTotals = true;
    });
    expect(rangeOf(opened)).toBe('1,1 4x3');
    await opened.run((sheet) => void (sheet.getRange('B6:D6').values = [['below', 1, 1]]));
    expect(rangeOf(opened)).toBe('1,1 4x3');
    await opened.run((_sheet, table) => void (table.showTotals = false));
    expect(rangeOf(opened)).toBe('1,1 3x3');
  });
  test('deleting the table empties its cells and moves nothing, converting keeps them', async () => {
    const one = await stage();
    await one.run((sheet, table) => {
      sheet.getRange('B6').values = [['below']];
      table.delete();
    });
    expect(await formulas(one, 'B2:B6')).toEqual([[''], [''], [''], [''], ['below']]);
    const two = await stage();
    await two.run((_sheet, table) => void table.convertToRange());
    expect([two.host.book.tables.length, two.host.book.activeSheet.cells.size]).toEqual([0, 9]);
  });
});

describe('filters', () => {
  const filtered = async (): Promise<Stage> => {
    const opened = await stage();
    await opened.run((_sheet, table) => table.columns.getItem('编号').filter.applyValuesFilter(['M-01']));
    return opened;
  };
  test('hide rows and say so', async () => {
    const opened = await filtered();
    const state = await opened.run(async (sheet, table, context) => {
      table.autoFilter.load('isDataFiltered,enabled');
      const rows = ['A3', 'A4'].map((address) => sheet.getRange(address).load('rowHidden'));
      await context.sync();
      return [table.autoFilter.isDataFiltered, ...rows.map((row) => row.rowHidden)];
    });
    expect(state).toEqual([true, false, true]);
  });
  test('bulk writes into them fail, one cell does not', async () => {
    const opened = await filtered();
    expect(await codeOf(opened.run((sheet) => void (sheet.getRange('D3:D4').values = [[1], [2]])))).toBe('FilteredRangeConflict');
    expect(await codeOf(opened.run((sheet) => void (sheet.getRange('D4').values = [[2]])))).toBe('no error');
  });
  test('are cleared', async () => {
    const opened = await filtered();
    await opened.run((_sheet, table) => table.clearFilters());
    expect(opened.host.book.tables[0]?.filters.size).toBe(0);
    expect(opened.host.book.activeSheet.rows.size).toBe(0);
  });
  test('criteria, custom filters and auto filters', async () => {
    const opened = await stage();
    await opened.run(async (_sheet, table, context) => {
      table.columns.getItem('编号').filter.applyCustomFilter('<>M-01');
      table.columns.load('items/filter/criteria');
      await context.sync();
      expect(table.columns.items[0]?.filter.criteria).toMatchObject({ filterOn: 'Values', values: ['M-02'] });
      table.autoFilter.clearCriteria();
    });
    expect(opened.host.book.tables[0]?.filters.size).toBe(0);
  });
});

test('sorting a table moves whole rows, blanks last', async () => {
  const opened = await stage();
  await opened.run((sheet, table) => {
    sheet.getRange('B5:D5').values = [['M-03', '', 30]];
    table.sort.apply([{ key: 1, ascending: false }]);
  });
  expect(await formulas(opened, 'B3:D5')).toEqual([['M-02', 20, 22], ['M-01', 10, 8], ['M-03', '', 30]]);
});

test('tables of a range, of a sheet, and by id', async () => {
  const opened = await stage();
  await opened.run(async (sheet, table, context) => {
    table.load('id,name,showTotals,showFilterButton,style');
    const inside = sheet.getRange('C3').getTables(false).load('items/name');
    const outside = sheet.getRange('H9').getTables(false).load('items/name');
    await context.sync();
    expect(inside.items.map((item) => item.name)).toEqual(['tbl']);
    expect(outside.items).toEqual([]);
    expect(table.toJSON()).toMatchObject({ name: 'tbl', showTotals: false, showFilterButton: true, style: 'TableStyleMedium2' });
    const again = context.workbook.tables.getItem(table.id).load('name');
    await context.sync();
    expect(again.name).toBe('tbl');
  });
});
