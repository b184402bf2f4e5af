/** Conditional formats and data validation. */
import { loadEngine } from '../../src/host/calc/node';
import { createCalculator } from '../../src/host/calc';
import { codeOf, open } from './support/client';

const today = (): string => '2025-11-17';

describe('conditional formats', () => {
  test('the newest has the top priority; priorities can be set', async () => {
    const { Excel, host } = open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A2:C9');
      const first = range.conditionalFormats.add('Custom');
      first.custom.rule.formula = '=$C2<TODAY()';
      first.custom.format.font.color = '#C00000';
      first.custom.format.font.bold = true;
      first.stopIfTrue = true;
      const second = range.conditionalFormats.add('CellValue');
      second.cellValue.rule = { operator: 'Between', formula1: '1', formula2: '=$A$1' };
      second.cellValue.format.fill.color = '#FFC7CE';
      const third = range.conditionalFormats.add('ContainsText');
      third.textComparison.rule = { operator: 'Contains', text: '超期' };
      const fourth = range.conditionalFormats.add('DataBar');
      fourth.dataBar.positiveFormat.fillColor = '#5B9BD5';
      await context.sync();
      const { conditionalFormats } = range;
      conditionalFormats.load('items/type,items/priority,items/stopIfTrue');
      const count = conditionalFormats.getCount();
      await context.sync();
      expect(conditionalFormats.items.map((item) => [item.type, item.priority, item.stopIfTrue])).toEqual([['DataBar', 0, null], ['ContainsText', 1, false], ['CellValue', 2, false], ['Custom', 3, true]]);
      expect(count.value).toBe(4);
      first.priority = 0;
      first.load('priority,custom/rule/formula,custom/format/font/color');
      const custom = second.customOrNullObject;
      await context.sync();
      expect([first.priority, first.custom.rule.formula, first.custom.format.font.color, custom.isNullObject]).toEqual([0, '=$C2<TODAY()', '#C00000', true]);
      first.priority = 99;
      first.load('priority');
      await context.sync();
      expect(first.priority).toBe(3);
      first.priority = -4;
      fourth.delete();
      await context.sync();
    });
    expect(host.book.activeSheet.conditionalFormats.map((format) => format.rule)).toEqual([
      { type: 'Custom', formula: '=$C2<TODAY()', format: { fontColor: '#C00000', bold: true } },
      { type: 'ContainsText', operator: 'Contains', text: '超期', format: {} },
      { type: 'CellValue', operator: 'Between', formula1: '1', formula2: '=$A$1', format: { fill: '#FFC7CE' } },
    ]);
  });
  test('clearing a part keeps the rest; a rule of several parts has no single range', async () => {
    const { Excel } = open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const rule = sheet.getRange('A1:A9').conditionalFormats.add('Custom');
      rule.custom.rule.formula = '=A1>0';
      sheet.getRange('A4:A5').conditionalFormats.clearAll();
      const ranges = rule.getRanges().load('address');
      const single = rule.getRangeOrNullObject();
      const elsewhere = sheet.getRange('A4').conditionalFormats.getCount();
      await context.sync();
      expect([ranges.address, single.isNullObject, elsewhere.value]).toEqual(['Sheet1!A1:A3,Sheet1!A6:A9', true, 0]);
    });
  });
  test('a kind the host lacks says so', async () => {
    const { Excel } = open({ onNotImplemented: () => undefined });
    const run = Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').conditionalFormats.add('IconSet');
      await context.sync();
    });
    expect(await codeOf(run)).toBe('HostNotImplemented');
  });
});

describe('data validation', () => {
  test('rule, alert and prompt come back as they were set', async () => {
    const { Excel } = open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('B2:B9');
      const alert = { title: '状态', message: '请从列表中选择', showAlert: true, style: 'Stop' as const };
      const prompt = { title: '负责人', message: '选一个', showPrompt: true };
      range.dataValidation.rule = { list: { inCellDropDown: true, source: '未开始,进行中,已完成' } };
      range.dataValidation.errorAlert = alert;
      range.dataValidation.prompt = prompt;
      range.dataValidation.ignoreBlanks = false;
      range.dataValidation.load();
      const part = context.workbook.worksheets.getActiveWorksheet().getRange('B2:C2').dataValidation.load('type');
      const none = context.workbook.worksheets.getActiveWorksheet().getRange('Z1').dataValidation.load('type,rule');
      await context.sync();
      expect(range.dataValidation.toJSON()).toMatchObject({ type: 'List', rule: { list: { inCellDropDown: true, source: '未开始,进行中,已完成' } }, errorAlert: alert, prompt, ignoreBlanks: false });
      expect([part.type, none.type, none.rule]).toEqual(['Inconsistent', 'None', null]);
    });
  });
  test('a date rule takes ISO dates', async () => {
    const { Excel, host } = open();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').dataValidation.rule = { date: { operator: 'GreaterThan', formula1: '2025-11-11' } };
      await context.sync();
    });
    expect(host.book.activeSheet.validations[0]?.rule).toEqual({ type: 'Date', operator: 'GreaterThan', formula1: '45972' });
  });
  test('a rule on a part of another replaces only that part', async () => {
    const { Excel, host } = open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:A9').dataValidation.rule = { wholeNumber: { operator: 'GreaterThan', formula1: 0 } };
      sheet.getRange('A4').dataValidation.rule = { custom: { formula: '=A4<>""' } };
      sheet.getRange('A9').dataValidation.clear();
      await context.sync();
    });
    expect(host.book.activeSheet.validations.map((rule) => [rule.rule.type, rule.ranges.map((range) => range.rowCount)])).toEqual([['WholeNumber', [3, 4]], ['Custom', [1]]]);
  });
  test('invalid cells are found: against a list from a defined name, whole numbers, custom formulas', async () => {
    loadEngine();
    const { Excel } = open({ calculator: (book) => createCalculator(book, { today }) });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('H1:H2').values = [['甲'], ['乙']];
      context.workbook.names.add('lstOwner', sheet.getRange('H1:H2'));
      sheet.getRange('A1:A4').dataValidation.rule = { list: { inCellDropDown: true, source: '=lstOwner' } };
      sheet.getRange('B1:B4').dataValidation.rule = { wholeNumber: { operator: 'Between', formula1: 1, formula2: '=COUNTA($H$1:$H$2)' } };
      sheet.getRange('C1:C4').dataValidation.rule = { custom: { formula: '=LEN(C1)<3' } };
      sheet.getRange('A1:C4').values = [['甲', 1, 'ab'], ['丙', 3, 'abc'], ['', 1.5, ''], ['乙', 2, 'a']];
      const broken = sheet.getRange('A1:C4').dataValidation.getInvalidCellsOrNullObject().load('address,cellCount');
      const fine = sheet.getRange('A1').dataValidation.load('valid');
      await context.sync();
      expect(broken.address.split(',').sort()).toEqual(['Sheet1!A2', 'Sheet1!B2', 'Sheet1!B3', 'Sheet1!C2']);
      expect(fine.valid).toBe(true);
    });
  });
});

test('formulas are calculated when they are read, and events and lists see the results', async () => {
  loadEngine();
  const { Excel } = open({ calculator: (book) => createCalculator(book, { today }) });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:B3').values = [['目标', '实际'], [10, 8], [20, 22]];
    const table = sheet.tables.add('A1:B3', true);
    table.name = 'tbl';
    sheet.getRange('C1').values = [['差距']];
    sheet.getRange('C2:C3').formulas = [['=[@实际]-[@目标]'], ['=[@实际]-[@目标]']];
    sheet.getRange('E1').formulas = [['=SUM(tbl[差距])']];
    const read = sheet.getRange('C2:E3').load('values');
    const total = sheet.getRange('E1').load('values');
    await context.sync();
    expect(read.values.map((row) => row[0])).toEqual([-2, 2]);
    expect(total.values).toEqual([[0]]);
    sheet.getRange('A4:B4').values = [[1, 6]];
    total.load('values');
    await context.sync();
    expect(total.values).toEqual([[5]]);
    sheet.getRange('3:3').delete('Up');
    const after = sheet.getRange('E1').load('values');
    await context.sync();
    expect(after.values).toEqual([[3]]);
  });
});

test('a formula that was overwritten and written again has its result', async () => {
  loadEngine();
  const { Excel } = open({ calculator: (book) => createCalculator(book, { today }) });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const cell = sheet.getRange('A1');
    cell.formulas = [['=1+1']];
    const first = sheet.getRange('A1').load('values');
    cell.values = [[9]];
    cell.formulas = [['=1+1']];
    const second = sheet.getRange('A1').load('values');
    cell.formulas = [['=1+1']];
    const third = sheet.getRange('A1').load('values');
    await context.sync();
    expect([first.values, second.values, third.values]).toEqual([[[2]], [[2]], [[2]]]);
  });
});
