import { createCalculator, type UnsupportedFormula } from '../../../src/host/calc';
import { loadEngine } from '../../../src/host/calc/node';
import type { CellValue, WorkbookModel } from '../../../src/host/model/types';
import { addSheet } from '../../../src/host/model/workbook';
import { addTable, buildWorkbook, cellAt, fill, put, rect, sheetOf } from '../../support/workbook-builder';

beforeAll(() => loadEngine());

const TODAY = '2025-11-17';
const start = (book: WorkbookModel) => {
  const unsupported: UnsupportedFormula[] = [];
  const calculator = createCalculator(book, { today: () => TODAY, timeOfDay: () => 0.25, onUnsupported: (problem) => unsupported.push(problem) });
  return { calculator, unsupported };
};

/** A workbook as the product builds it: two tables on two sheets with CJK names, lists beside them. */
const retroBook = (): WorkbookModel => {
  const book = buildWorkbook('封面', "2 实际'数据", '2 对比结果', '配置');
  const actual = sheetOf(book, "2 实际'数据");
  fill(actual, 'A3', [
    ['编号', '指标', '实际', '单位 (元)', '[方括号]#'],
    ['M-01', '询单转化率', 0.532, '%', 1],
    ['M-02', '平均响应', 45, '秒', 2],
    ['M-03', '退款', '', '元', 3],
  ]);
  addTable(book, actual, 'tblActual', 'A3:E6');
  const comparison = sheetOf(book, '2 对比结果');
  fill(comparison, 'A1', [
    ['编号', '目标', '实际', '差距', '状态'],
    ['M-01', 0.55, '=INDEX(tblActual[实际],MATCH([@编号],tblActual[编号],0))', '=[@实际]-[@目标]', '=IF([@实际]>=[@目标],"达成","未达成")'],
    ['M-02', 30, '=INDEX(tblActual[实际],MATCH([@编号],tblActual[编号],0))', '=[@实际]-[@目标]', '=IF([@实际]<=[@目标],"达成","未达成")'],
  ]);
  addTable(book, comparison, 'tblComparison', 'A1:E3');
  const config = sheetOf(book, '配置');
  fill(config, 'A3', [['负责人'], ['张三'], ['李四']]);
  book.names.push(
    { name: 'lstOwner', formula: '=配置!$A$4:$A$5', comment: '', visible: true },
    { name: '接近线', formula: '=0.95', comment: '', visible: true },
    { name: '全部实际', formula: '=tblActual[实际]', comment: '', visible: true },
    { name: '甲', formula: '=乙', comment: '', visible: true },
    { name: '乙', formula: '=甲', comment: '', visible: true },
  );
  return book;
};

describe('a formula on the cover', () => {
  const cases: readonly { readonly formula: string; readonly shows: CellValue; readonly error?: true; readonly why: string }[] = [
    { formula: '=SUM(tblActual[实际])', shows: 45.532, why: 'a column of a table on another sheet' },
    { formula: '=tblActual[[#Headers],[单位 (元)]]', shows: '单位 (元)', why: 'a header with a space and parentheses' },
    { formula: "=SUM(tblActual['[方括号']'#])", shows: 6, why: 'brackets and # in a header are escaped by an apostrophe' },
    { formula: "=SUM(tblActual[[#Data],['[方括号']'#]])", shows: 6, why: 'the same in double brackets' },
    { formula: '=COUNTA(tblActual[#All])', shows: 19, why: '#All counts the header row' },
    { formula: '=COUNTA(tblActual[#Data])', shows: 14, why: '#Data is the rows without header' },
    { formula: '=ROWS(tblActual)', shows: 3, why: 'a table name alone is its data' },
    { formula: '=COLUMNS(tblActual[[指标]:[单位 (元)]])', shows: 3, why: 'a range of columns' },
    { formula: '=tblactual[[#headers],[编号]]', shows: '编号', why: 'names and items have no case' },
    { formula: '=COUNTIF(tblComparison[状态],"未达成")', shows: 2, why: 'a formula column feeds a formula on an earlier sheet' },
    { formula: '=COUNTIF(lstOwner,"张三")', shows: 1, why: 'a defined name' },
    { formula: '=MATCH("李四",LSTOWNER,0)', shows: 2, why: 'a defined name in capitals' },
    { formula: '=接近线*2', shows: 1.9, why: 'a name in Chinese that stands for a constant' },
    { formula: '=SUM(全部实际)', shows: 45.532, why: 'a name that stands for a table column' },
    { formula: "='2 实际''数据'!B5", shows: '平均响应', why: 'a sheet name with a space and an apostrophe' },
    { formula: '=配置!A4', shows: '张三', why: 'a sheet name in Chinese needs no quotes' },
    { formula: "=SUM('2 实际''数据'!C4:'2 实际''数据'!C5)", shows: 45.532, why: 'the sheet may be repeated at the end of a range' },
    { formula: "=COUNTA(配置!A:A)", shows: 3, why: 'a whole column' },
    { formula: '=COUNTA(配置!3:4)', shows: 2, why: 'whole rows' },
    { formula: '=TODAY()', shows: 45978, why: 'today comes from the clock given' },
    { formula: '=NOW()-TODAY()', shows: 0.25, why: 'so does the time' },
    { formula: '=HYPERLINK("#\'配置\'!A1","打开")', shows: '打开', why: 'a link shows its text' },
    { formula: '=HYPERLINK("https://example.com")', shows: 'https://example.com', why: 'without text it shows where it leads' },
    { formula: '=SUMPRODUCT(--(tblComparison[实际]>=tblComparison[目标]))', shows: 1, why: 'the engine drops --, which would sum booleans to 0' },
    { formula: '=SUMPRODUCT(--(tblComparison[状态]="未达成"),--(tblComparison[实际]>1))', shows: 1, why: 'twice in one call' },
    { formula: '=--"45"+1', shows: 46, why: '-- makes a number of text' },
    { formula: '=5--3', shows: 8, why: 'minus a negative number is not the idiom' },
    { formula: '=-2^2', shows: 4, why: 'in Excel the sign binds first' },
    { formula: '=TEXT(TODAY(),"m月d日")', shows: '11月17日', why: 'CJK literals in a format need no quotes in Excel' },
    { formula: '=TEXT(0.532,"0.0%")', shows: '53.2%', why: 'an ordinary format' },
    { formula: '="已"&"完成 ""好"""', shows: '已完成 "好"', why: 'quotes in text' },
    { formula: '="[@实际] tblActual[实际] --x"', shows: '[@实际] tblActual[实际] --x', why: 'references in text are text' },
    { formula: '=配置!B99', shows: 0, why: 'a reference to an empty cell is 0' },
    { formula: '=配置!B99&""', shows: '', why: 'but empty as text' },
    { formula: '=IF(TRUE,"")', shows: '', why: 'empty text' },
    { formula: '=1=1', shows: true, why: 'a boolean stays one' },
    { formula: '=1/3', shows: 1 / 3, why: 'all digits of the double, not 15' },
    { formula: '=0.1+0.2', shows: 0.1 + 0.2, why: 'also where 15 digits would look nicer' },
    { formula: '=-1/7', shows: -1 / 7, why: 'negative' },
    { formula: '=1E+200*1E+100', shows: 1e300, why: 'large' },
    { formula: '=1E-300', shows: 1e-300, why: 'small' },
    { formula: '=DATE(2025,11,11)', shows: 45972, why: 'a date is its serial number, however the engine would format it' },
    { formula: '=1/0', shows: '#DIV/0!', error: true, why: 'an error value' },
    { formula: '=NA()', shows: '#N/A', error: true, why: 'an error value' },
    { formula: '=IFERROR(1/0,"—")', shows: '—', why: 'errors are caught' },
    { formula: '=没有这个名字', shows: '#NAME?', error: true, why: 'an unknown name' },
    { formula: '=甲', shows: '#NAME?', error: true, why: 'names in a circle end' },
    { formula: '=tblActual[没有]', shows: '#REF!', error: true, why: 'an unknown column' },
    { formula: '=SUM(tblGone[实际])', shows: '#REF!', error: true, why: 'an unknown table' },
    { formula: '=不在!A1', shows: '#REF!', error: true, why: 'an unknown sheet' },
    { formula: '=[@实际]', shows: '#REF!', error: true, why: 'this row outside of a table' },
    { formula: '=tblActual[[#Totals],[实际]]', shows: '#REF!', error: true, why: 'a totals row that is not shown' },
    { formula: '=tblComparison[@实际]', shows: '#VALUE!', error: true, why: 'this row of a table that has no such row' },
  ];
  it.each(cases)('$formula shows $shows: $why', ({ formula, shows, error }) => {
    const book = retroBook();
    const cell = put(sheetOf(book, '封面'), 'B20', formula);
    start(book).calculator.calculate();
    expect({ value: cell.value, error: cell.error }).toEqual({ value: shows, error });
  });
});

describe('a table with a single row', () => {
  const cases: readonly { readonly formula: string; readonly shows: CellValue }[] = [
    { formula: '=COUNTIF(T[名],"甲")', shows: 1 },
    { formula: '=COUNTIFS(T[名],"甲",T[数],">1")', shows: 1 },
    { formula: '=SUMIF(T[名],"甲",T[数])', shows: 5 },
    { formula: '=SUMIFS(T[数],T[名],"甲")', shows: 5 },
    { formula: '=AVERAGEIFS(T[数],T[名],"甲")', shows: 5 },
    { formula: '=MAXIFS(T[数],T[名],"甲")', shows: 5 },
    { formula: '=INDEX(T[数],MATCH("甲",T[名],0))', shows: 5 },
    { formula: '=VLOOKUP(5,T[数],1,FALSE)', shows: 5 },
    { formula: '=XLOOKUP("甲",T[名],T[数])', shows: 5 },
    { formula: '=RANK(5,T[数])', shows: 1 },
    { formula: '=LARGE(T[数],1)', shows: 5 },
    { formula: '=SUMPRODUCT((T[名]="甲")*T[数])', shows: 5 },
    { formula: '=SUMPRODUCT(--(T[名]="甲"))', shows: 1 },
    { formula: '=SUM(T[数])&T[名]', shows: '5甲' },
    { formula: '=COUNTA(T[[#Headers],[名]])', shows: 1 },
    { formula: '=COUNTBLANK(T[空])', shows: 1 },
  ];
  it.each(cases)('$formula is $shows', ({ formula, shows }) => {
    const book = buildWorkbook('A', 'B');
    const sheet = sheetOf(book, 'A');
    fill(sheet, 'A1', [['名', '数', '空'], ['甲', 5]]);
    addTable(book, sheet, 'T', 'A1:C2');
    const cell = put(sheetOf(book, 'B'), 'A1', formula);
    start(book).calculator.calculate();
    expect(cell.value).toBe(shows);
  });
});

describe('constants reach formulas unchanged', () => {
  const cases: readonly { readonly constant: CellValue; readonly why: string }[] = [
    { constant: '007', why: 'a leading zero' },
    { constant: '1e5', why: 'looks like a number' },
    { constant: '=x', why: 'looks like a formula' },
    { constant: '+1', why: 'looks like a formula' },
    { constant: '45秒', why: 'a number with a unit' },
    { constant: '12%', why: 'looks like a percentage' },
    { constant: '2025-11-11', why: 'looks like a date' },
    { constant: '123456789012345678', why: 'an 18-digit id' },
    { constant: 'TRUE', why: 'looks like a boolean' },
    { constant: '#N/A', why: 'looks like an error' },
    { constant: "'quoted", why: 'an apostrophe that is part of the text' },
    { constant: ' a\nb ', why: 'blanks and a line break' },
    { constant: 'https://example.com', why: 'the engine makes links of addresses' },
    { constant: '¥12', why: 'looks like money' },
    { constant: 0.1, why: 'a number' },
    { constant: -1.7976931348623157e308, why: 'the largest number' },
    { constant: 5e-324, why: 'the smallest number' },
    { constant: 123456789012345680, why: '18 digits as a number' },
    { constant: 1e21, why: 'a number that prints with an exponent' },
    { constant: true, why: 'a boolean' },
    { constant: false, why: 'a boolean' },
  ];
  it.each(cases)('$constant: $why', ({ constant }) => {
    const book = buildWorkbook('A');
    const sheet = sheetOf(book, 'A');
    put(sheet, 'A1', typeof constant === 'string' ? { text: constant } : constant, { numberFormat: '@' });
    const copy = put(sheet, 'B1', '=A1');
    const kind = put(sheet, 'C1', '=IF(ISTEXT(A1),"string",IF(ISLOGICAL(A1),"boolean","number"))');
    start(book).calculator.calculate();
    expect([copy.value, kind.value]).toEqual([constant, typeof constant]);
  });

  it('an error constant is an error', () => {
    const book = buildWorkbook('A');
    const sheet = sheetOf(book, 'A');
    put(sheet, 'A1', '#N/A').error = true;
    const caught = put(sheet, 'B1', '=IFERROR(A1,"caught")');
    start(book).calculator.calculate();
    expect(caught.value).toBe('caught');
  });
});

describe('what the engine cannot do is named', () => {
  const cases: readonly { readonly formula: string; readonly reason: RegExp; readonly shows: CellValue; readonly why: string }[] = [
    { formula: '=AGGREGATE(9,6,A1:A2)', reason: /unknown function AGGREGATE/, shows: '#NAME?', why: 'a function it has not' },
    { formula: '=SUM(FOO(1),2)', reason: /unknown function FOO/, shows: '#NAME?', why: 'a function that does not exist' },
    { formula: '=tblGone[a]', reason: /no table tblGone/, shows: '#REF!', why: 'a table that does not exist' },
    { formula: '=D1', reason: /circular/, shows: 0, why: 'Excel warns and shows 0' },
    { formula: '=SEQUENCE(3)', reason: /array result/, shows: 1, why: 'the other cells are not filled' },
    { formula: '=A1#', reason: /spilled/, shows: '#REF!', why: 'dynamic arrays' },
  ];
  it.each(cases)('$formula → $reason ($why)', ({ formula, reason, shows }) => {
    const book = buildWorkbook('A');
    const cell = put(sheetOf(book, 'A'), 'D1', formula);
    const { calculator, unsupported } = start(book);
    calculator.calculate();
    expect(unsupported).toEqual([{ sheet: 'A', row: 0, column: 3, formula, reason: expect.stringMatching(reason) as unknown }]);
    expect(cell.value).toBe(shows);
  });

  it('says nothing about formulas that work', () => {
    const book = retroBook();
    const { calculator, unsupported } = start(book);
    calculator.calculate();
    expect(unsupported).toEqual([]);
  });
});

describe('changes', () => {
  it('a changed cell changes what depends on it, on other sheets too', () => {
    const book = retroBook();
    const { calculator } = start(book);
    calculator.calculate();
    const comparison = sheetOf(book, '2 对比结果');
    expect(cellAt(comparison, 'E3').value).toBe('未达成');
    const actual = sheetOf(book, "2 实际'数据");
    put(actual, 'C5', 28);
    calculator.cellsChanged(actual, rect('C5'));
    calculator.calculate();
    expect([cellAt(comparison, 'D3').value, cellAt(comparison, 'E3').value]).toEqual([-2, '达成']);
  });

  it('only what was announced is looked at', () => {
    const book = retroBook();
    const { calculator } = start(book);
    calculator.calculate();
    const actual = sheetOf(book, "2 实际'数据");
    put(actual, 'C5', 28);
    calculator.calculate();
    expect(cellAt(sheetOf(book, '2 对比结果'), 'E3').value).toBe('未达成');
  });

  it('clearing a whole column empties its cells', () => {
    const book = buildWorkbook('A');
    const sheet = sheetOf(book, 'A');
    fill(sheet, 'A1', [[1, '=SUM(A:A)'], [2, '=A2*2']]);
    const { calculator } = start(book);
    calculator.calculate();
    expect([cellAt(sheet, 'B1').value, cellAt(sheet, 'B2').value]).toEqual([3, 4]);
    sheet.cells.delete(0);
    sheet.cells.delete(16_384);
    calculator.cellsChanged(sheet, rect('A:A'));
    calculator.calculate();
    expect([cellAt(sheet, 'B1').value, cellAt(sheet, 'B2').value]).toEqual([0, 0]);
  });

  it('a formula that becomes a constant keeps the constant', () => {
    const book = buildWorkbook('A');
    const sheet = sheetOf(book, 'A');
    put(sheet, 'A1', '=1+1');
    const { calculator } = start(book);
    calculator.calculate();
    const cell = put(sheet, 'A1', 'done');
    calculator.cellsChanged(sheet, rect('A1'));
    calculator.calculate();
    expect(cell.value).toBe('done');
  });

  it('an error that is repaired is no error any more', () => {
    const book = buildWorkbook('A');
    const sheet = sheetOf(book, 'A');
    fill(sheet, 'A1', [['', '=1/A1']]);
    const { calculator } = start(book);
    calculator.calculate();
    expect(cellAt(sheet, 'B1')).toMatchObject({ value: '#DIV/0!', error: true });
    put(sheet, 'A1', 4);
    calculator.cellsChanged(sheet, rect('A1'));
    calculator.calculate();
    expect(cellAt(sheet, 'B1')).toEqual({ value: 0.25, formula: '=1/A1' });
  });

  it('a renamed sheet, a grown table, a new name and a new sheet are seen after structureChanged', () => {
    const book = retroBook();
    const cover = sheetOf(book, '封面');
    fill(cover, 'A1', [['=SUM(tblActual[实际])', '=COUNTIF(lstNew,"x")']]);
    const { calculator } = start(book);
    calculator.calculate();
    expect([cellAt(cover, 'A1').value, cellAt(cover, 'B1').value]).toEqual([45.532, '#NAME?']);
    const actual = sheetOf(book, "2 实际'数据");
    actual.name = '改名了';
    put(actual, 'C7', 0.25);
    const [table] = book.tables;
    if (table === undefined) throw new Error('the book has a table');
    table.range = rect('A3:E7');
    const added = addSheet(book, '新');
    put(added, 'A1', 'x');
    book.names.push({ name: 'lstNew', formula: '=新!$A$1:$A$3', comment: '', visible: true });
    calculator.structureChanged();
    calculator.calculate();
    expect([cellAt(cover, 'A1').value, cellAt(cover, 'B1').value]).toEqual([45.782, 1]);
  });

  it('a new day changes TODAY() without any other change', () => {
    const book = buildWorkbook('A');
    const cell = put(sheetOf(book, 'A'), 'A1', '=TODAY()-1');
    let today = '2025-11-17';
    const calculator = createCalculator(book, { today: () => today });
    calculator.calculate();
    today = '2025-12-01';
    calculator.calculate();
    expect(cell.value).toBe(45_991);
  });

  it('nothing is written when nothing changed', () => {
    const book = retroBook();
    const { calculator } = start(book);
    calculator.calculate();
    const cell = cellAt(sheetOf(book, '2 对比结果'), 'D3');
    cell.value = 'untouched';
    calculator.calculate();
    expect(cell.value).toBe('untouched');
  });

  it('works again after dispose', () => {
    const book = retroBook();
    const { calculator } = start(book);
    calculator.calculate();
    calculator.dispose();
    const cell = put(sheetOf(book, '封面'), 'A1', '=1+1');
    calculator.calculate();
    expect(cell.value).toBe(2);
  });
});

it('goes on for as long as one likes', () => {
  const book = buildWorkbook('A');
  const sheet = sheetOf(book, 'A');
  fill(sheet, 'A1', [[0, '=A1+1']]);
  const { calculator } = start(book);
  const formulas = Array.from({ length: 2000 }, (_, row) => ({ formula: '=$A$1>=0', sheet, row, column: 0 }));
  for (let round = 0; round < 9; round += 1) {
    put(sheet, 'A1', round);
    calculator.cellsChanged(sheet, rect('A1'));
    expect(calculator.evaluateMany(formulas).every(({ value }) => value === true)).toBe(true);
    expect(cellAt(sheet, 'B1').value).toBe(round + 1);
  }
});

describe('evaluate', () => {
  const cases: readonly { readonly formula: string; readonly at: string; readonly shows: CellValue; readonly why: string }[] = [
    { formula: '=$E3="未达成"', at: 'A3', shows: true, why: 'a relative reference means the sheet of the rule' },
    { formula: '$B3>10', at: 'A3', shows: true, why: 'the = may be missing' },
    { formula: '=ROW()+COLUMN()', at: 'C3', shows: 6, why: 'ROW() and COLUMN() are those of the cell' },
    { formula: '=COUNTIF(lstOwner,"张三")=1', at: 'A3', shows: true, why: 'names' },
    { formula: '=AND($B3<TODAY(),$E3<>"")', at: 'A3', shows: true, why: 'the clock' },
    { formula: '=[@目标]', at: 'A3', shows: 30, why: 'this row, though Excel refuses it in rules' },
    { formula: '=A3', at: 'A3', shows: 'M-02', why: 'the cell itself is no circular reference' },
  ];
  it.each(cases)('$formula in $at is $shows: $why', ({ formula, at, shows }) => {
    const book = retroBook();
    const { calculator } = start(book);
    const { row, column } = rect(at);
    expect(calculator.evaluate(formula, sheetOf(book, '2 对比结果'), row, column)).toEqual({ value: shows });
  });

  it('sees changes, and leaves nothing behind', () => {
    const book = retroBook();
    const { calculator } = start(book);
    const sheet = sheetOf(book, '2 对比结果');
    const counts = () => calculator.evaluate('=COUNTIF($E:$E,"达成")', sheet, 0, 0).value;
    expect(counts()).toBe(0);
    put(sheet, 'B3', 50);
    calculator.cellsChanged(sheet, rect('B3'));
    expect(counts()).toBe(1);
    expect(calculator.evaluateMany([{ formula: '=1/0', sheet, row: 0, column: 0 }, { formula: '=2', sheet, row: 0, column: 0 }])).toEqual([{ value: '#DIV/0!', error: true }, { value: 2 }]);
  });
});

describe('size', () => {
  it('10,000 formulas in a table and a change in one of them', () => {
    const book = buildWorkbook('数据');
    const sheet = sheetOf(book, '数据');
    const rows = Array.from({ length: 10_000 }, (_, index) => [index, '=IFERROR(IF([@值]>5,[@值]/3,"x")*2,"")']);
    fill(sheet, 'A1', [['值', '算'], ...rows]);
    addTable(book, sheet, 'tblBig', 'A1:B10001');
    const { calculator } = start(book);
    calculator.calculate();
    expect(cellAt(sheet, 'B10001').value).toBe(6666);
    put(sheet, 'A10001', 3);
    calculator.cellsChanged(sheet, rect('A10001'));
    calculator.calculate();
    expect(cellAt(sheet, 'B10001').value).toBe('');
  });
});

test('a formula that is written again, unchanged, keeps showing its result', () => {
  const book = retroBook();
  const { calculator } = start(book);
  const cover = sheetOf(book, '封面');
  put(cover, 'A1', '=1+1');
  calculator.calculate();
  put(cover, 'A1', '=1+1');
  calculator.cellsChanged(cover, rect('A1'));
  calculator.calculate();
  expect(cellAt(cover, 'A1').value).toBe(2);
});
