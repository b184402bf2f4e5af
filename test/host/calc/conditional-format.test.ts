import { conditionalAppearances, type ConditionalAppearance, createCalculator } from '../../../src/host/calc';
import { loadEngine } from '../../../src/host/calc/node';
import { formatRect } from '../../../src/host/model/address';
import { type CellValue, type ConditionalFormatModel, type ConditionalRule, MAX_COLUMNS, type WorkbookModel } from '../../../src/host/model/types';
import { buildWorkbook, cellAt, fill, put, rect, sheetOf } from '../../support/workbook-builder';

beforeAll(() => loadEngine());

const rule = (id: string, ranges: string, definition: ConditionalRule, stopIfTrue = false): ConditionalFormatModel => ({ id, ranges: ranges.split(' ').map(rect), rule: definition, stopIfTrue });

/** Appearances by address. */
const show = (book: WorkbookModel, area: string): Record<string, ConditionalAppearance> => {
  const calculator = createCalculator(book, { today: () => '2025-11-17' });
  const found = conditionalAppearances(calculator, sheetOf(book, '对比'), rect(area));
  return Object.fromEntries([...found].map(([key, appearance]) => [formatRect({ row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS, rowCount: 1, columnCount: 1 }), appearance]));
};
const bookWith = (values: readonly (readonly CellValue[])[], ...formats: ConditionalFormatModel[]): WorkbookModel => {
  const book = buildWorkbook('对比', '配置');
  fill(sheetOf(book, '对比'), 'A1', values);
  fill(sheetOf(book, '配置'), 'A1', [[0.95], ['未达成']]);
  book.names.push({ name: '接近线', formula: '=配置!$A$1', comment: '', visible: true });
  sheetOf(book, '对比').conditionalFormats = formats;
  return book;
};

const RED = { fill: '#FFEBE9' };

describe('which cells a rule marks', () => {
  const cases: readonly { readonly values: readonly (readonly CellValue[])[]; readonly ranges: string; readonly rule: ConditionalRule; readonly marks: readonly string[]; readonly why: string }[] = [
    { values: [['未达成', 1], ['达成', 2]], ranges: 'A1:B2', rule: { type: 'Custom', formula: '=$A1="未达成"', format: RED }, marks: ['A1', 'B1'], why: 'the formula moves down with the rows, $A stays' },
    { values: [['x', 'y']], ranges: 'A1:B1', rule: { type: 'Custom', formula: '=A1="y"', format: RED }, marks: ['B1'], why: 'and right with the columns' },
    { values: [[0], [0.96], [1]], ranges: 'A1:A3', rule: { type: 'Custom', formula: '=A1>接近线', format: RED }, marks: ['A2', 'A3'], why: 'a name' },
    { values: [[45977], [45978], ['']], ranges: 'A1:A3', rule: { type: 'Custom', formula: '=AND(A1<>"",A1<TODAY())', format: RED }, marks: ['A1'], why: 'overdue by the clock given' },
    { values: [[1], ['=1/0'], ['text'], [0]], ranges: 'A1:A4', rule: { type: 'Custom', formula: '=A1', format: RED }, marks: ['A1'], why: 'a number is true unless 0; text and errors are not' },
    { values: [[1, 5], [2, 1]], ranges: 'A1:A2', rule: { type: 'CellValue', operator: 'LessThan', formula1: '=$B1', format: RED }, marks: ['A1'], why: 'an operand is relative too' },
    { values: [[0.9], [0.95], [1], ['']], ranges: 'A1:A4', rule: { type: 'CellValue', operator: 'GreaterThanOrEqual', formula1: '=接近线', format: RED }, marks: ['A2', 'A3'], why: 'at the limit' },
    { values: [[1], [5], [10], [11]], ranges: 'A1:A4', rule: { type: 'CellValue', operator: 'Between', formula1: '5', formula2: '10', format: RED }, marks: ['A2', 'A3'], why: 'both ends belong to it; the = may be missing' },
    { values: [[1], [5], [11]], ranges: 'A1:A3', rule: { type: 'CellValue', operator: 'NotBetween', formula1: '=5', formula2: '=10', format: RED }, marks: ['A1', 'A3'], why: 'outside' },
    { values: [['达成'], ['未达成']], ranges: 'A1:A2', rule: { type: 'CellValue', operator: 'EqualTo', formula1: '="达成"', format: RED }, marks: ['A1'], why: 'text' },
    { values: [['达成'], ['未达成'], ['']], ranges: 'A1:A3', rule: { type: 'CellValue', operator: 'NotEqualTo', formula1: '="达成"', format: RED }, marks: ['A2', 'A3'], why: 'an empty cell differs from text' },
    { values: [[''], [5]], ranges: 'A1:A2', rule: { type: 'CellValue', operator: 'LessThan', formula1: '=3', format: RED }, marks: ['A1'], why: 'an empty cell counts as 0' },
    { values: [['已超期 (3天)'], ['按时'], ['CHAOQI'], [3]], ranges: 'A1:A4', rule: { type: 'ContainsText', operator: 'Contains', text: '超期', format: RED }, marks: ['A1'], why: 'anywhere in the text' },
    { values: [['Overdue'], ['x']], ranges: 'A1:A2', rule: { type: 'ContainsText', operator: 'Contains', text: 'over?ue', format: RED }, marks: ['A1'], why: 'any case, with wildcards' },
    { values: [['a.b'], ['axb']], ranges: 'A1:A2', rule: { type: 'ContainsText', operator: 'Contains', text: 'a.b', format: RED }, marks: ['A1'], why: 'a full stop is a full stop' },
    { values: [['未开始'], ['进行中'], ['=1/0']], ranges: 'A1:A3', rule: { type: 'ContainsText', operator: 'NotContains', text: '未', format: RED }, marks: ['A2', 'A3'], why: 'an error does not contain it either' },
    { values: [['未开始'], ['并未']], ranges: 'A1:A2', rule: { type: 'ContainsText', operator: 'BeginsWith', text: '未', format: RED }, marks: ['A1'], why: 'at the beginning' },
    { values: [['未开始'], ['并未']], ranges: 'A1:A2', rule: { type: 'ContainsText', operator: 'EndsWith', text: '未', format: RED }, marks: ['A2'], why: 'at the end' },
    { values: [[1, 2, 1]], ranges: 'A1 C1', rule: { type: 'Custom', formula: '=A1=1', format: RED }, marks: ['A1', 'C1'], why: 'two ranges, written for the first cell' },
  ];
  it.each(cases)('$rule.type $rule.operator $ranges: $why', ({ values, ranges, rule: definition, marks }) => {
    expect(Object.keys(show(bookWith(values, rule('1', ranges, definition)), 'A1:D9')).sort()).toEqual(marks);
  });
});

describe('several rules', () => {
  const always = '=TRUE';
  it('the first one has the say, the others add what it left open', () => {
    const book = bookWith(
      [[1]],
      rule('1', 'A1', { type: 'Custom', formula: always, format: { fill: '#111111' } }),
      rule('2', 'A1', { type: 'Custom', formula: always, format: { fill: '#222222', bold: true } }),
    );
    expect(show(book, 'A1')).toEqual({ A1: { format: { fill: '#111111', bold: true } } });
  });
  it('stopIfTrue keeps later rules off, but only where it applies', () => {
    const book = bookWith(
      [[1], [2]],
      rule('1', 'A1:A2', { type: 'Custom', formula: '=A1=1', format: { fill: '#111111' } }, true),
      rule('2', 'A1:A2', { type: 'Custom', formula: always, format: { bold: true } }),
    );
    expect(show(book, 'A1:A2')).toEqual({ A1: { format: { fill: '#111111' } }, A2: { format: { bold: true } } });
  });
  it('only the cells asked for are looked at', () => {
    const book = bookWith([[1], [1], [1]], rule('1', 'A1:A3', { type: 'Custom', formula: '=A1=1', format: RED }));
    expect(Object.keys(show(book, 'A2'))).toEqual(['A2']);
  });
});

describe('data bars', () => {
  const bar = (values: readonly CellValue[]) => show(bookWith(values.map((value) => [value]), rule('1', `A1:A${values.length}`, { type: 'DataBar', color: '#1F6FEB' })), 'A1:A9');
  it('begin at zero and fill the cell at the largest value', () => {
    expect(bar([0, 5, 10, 'x', ''])).toEqual({
      A1: { format: {}, dataBar: { color: '#1F6FEB', from: 0, to: 0 } },
      A2: { format: {}, dataBar: { color: '#1F6FEB', from: 0, to: 0.5 } },
      A3: { format: {}, dataBar: { color: '#1F6FEB', from: 0, to: 1 } },
    });
  });
  it('go to the left from zero when negative', () => {
    expect(bar([-5, 15])).toEqual({
      A1: { format: {}, dataBar: { color: '#1F6FEB', from: 0, to: 0.25 } },
      A2: { format: {}, dataBar: { color: '#1F6FEB', from: 0.25, to: 1 } },
    });
  });
  it('are not drawn when all is zero', () => {
    expect(bar([0, 0])).toEqual({});
  });
});

it('follows a change in the workbook', () => {
  const book = bookWith([['=B1', 1]], rule('1', 'A1', { type: 'Custom', formula: '=$A1>接近线', format: RED }));
  const sheet = sheetOf(book, '对比');
  const calculator = createCalculator(book, { today: () => '2025-11-17' });
  expect(conditionalAppearances(calculator, sheet, rect('A1')).size).toBe(1);
  put(sheet, 'B1', 0.5);
  calculator.cellsChanged(sheet, rect('B1'));
  expect(conditionalAppearances(calculator, sheet, rect('A1')).size).toBe(0);
  expect(cellAt(sheet, 'A1').value).toBe(0.5);
});

it('2,000 cells look the same the second time', () => {
  const values = Array.from({ length: 500 }, (_, index) => [index % 2 === 0 ? '未达成' : '达成', index, '=B1*2', 'x']);
  const book = bookWith(values, rule('1', 'A1:D500', { type: 'Custom', formula: '=AND($A1="未达成",$B1<TODAY())', format: RED }));
  const sheet = sheetOf(book, '对比');
  const calculator = createCalculator(book, { today: () => '2025-11-17' });
  calculator.calculate();
  const look = () => conditionalAppearances(calculator, sheet, rect('A1:D500')).size;
  expect(look()).toBe(1000);
  expect(look()).toBe(1000);
});
