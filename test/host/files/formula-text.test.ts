import { storedFormula } from '../../../src/host/files/formula-text';
import { addTable, buildWorkbook, fill, sheetOf } from '../../support/workbook-builder';

const book = buildWorkbook('A');
fill(sheetOf(book, 'A'), 'A1', [['目标', '实际', '单位 (元)', "it's [x]"]]);
const table = addTable(book, sheetOf(book, 'A'), 'tblX', 'A1:D3');
book.names.push({ name: 'lstOwner', formula: '=A!$A$1', comment: '', visible: true });

const cases: readonly { readonly typed: string; readonly stored: string; readonly why: string }[] = [
  { typed: '=1+1', stored: '1+1', why: 'no = in a file' },
  { typed: '=[@实际]-[@目标]', stored: 'tblX[[#This Row],[实际]]-tblX[[#This Row],[目标]]', why: '@ is written out and names its table' },
  { typed: '=tblX[@实际]', stored: 'tblX[[#This Row],[实际]]', why: 'also with the table in front' },
  { typed: '=[@[单位 (元)]]', stored: 'tblX[[#This Row],[单位 (元)]]', why: 'a column in brackets of its own' },
  { typed: '=SUM([实际])', stored: 'SUM(tblX[实际])', why: 'a column of the own table' },
  { typed: '=SUM(tblX[实际])', stored: 'SUM(tblX[实际])', why: 'is long already' },
  { typed: '=SUM(tblX[[实际]])', stored: 'SUM(tblX[实际])', why: 'superfluous brackets go' },
  { typed: '=tblX[[#Headers],[实际]]', stored: 'tblX[[#Headers],[实际]]', why: 'an item and a column' },
  { typed: '=ROWS(tblX[#All])', stored: 'ROWS(tblX[#All])', why: 'an item' },
  { typed: '=SUM(tblX[@])', stored: 'SUM(tblX[#This Row])', why: 'the whole row' },
  { typed: '=SUM(tblX[@[目标]:[实际]])', stored: 'SUM(tblX[[#This Row],[目标]:[实际]])', why: 'columns from to in this row' },
  { typed: '=SUM(tblX[[目标]:[实际]])', stored: 'SUM(tblX[[目标]:[实际]])', why: 'columns from to' },
  { typed: '=SUM(tblX[[#Headers],[#Data],[目标]])', stored: 'SUM(tblX[[#Headers],[#Data],[目标]])', why: 'two items' },
  { typed: "=tblX[@[it''s '[x']]]", stored: "tblX[[#This Row],[it''s '[x']]]", why: 'escapes stay' },
  { typed: '="[@实际]"', stored: '"[@实际]"', why: 'text is text' },
  { typed: '=ifs(TRUE,1)', stored: '_xlfn.IFS(TRUE,1)', why: 'a function of 2019' },
  { typed: '=IFNA(XLOOKUP(1,A1,B1),"")', stored: '_xlfn.IFNA(_xlfn.XLOOKUP(1,A1,B1),"")', why: 'functions inside functions' },
  { typed: '=SORT(FILTER(A:A,B:B>0))', stored: '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A:A,B:B>0))', why: 'two prefixes' },
  { typed: '=NETWORKDAYS.INTL(A1,B1)', stored: 'NETWORKDAYS.INTL(A1,B1)', why: 'late, but without prefix' },
  { typed: '=LET(x,A1,x*lstOwner+TRUE)', stored: '_xlfn.LET(_xlpm.x,A1,_xlpm.x*lstOwner+TRUE)', why: 'variables have a prefix, names have not' },
  { typed: '=@A1:A3', stored: 'A1:A3', why: 'without the mark of a dynamic array a formula takes one cell' },
  { typed: '=SUM(A1#)', stored: 'SUM(_xlfn.ANCHORARRAY(A1))', why: 'a spilled range' },
  { typed: "='x y'!A1&'it''s'!B2", stored: "'x y'!A1&'it''s'!B2", why: 'sheets stay quoted' },
  { typed: '=SUMPRODUCT(--(A1:A3>=B1:B3))', stored: 'SUMPRODUCT(--(A1:A3>=B1:B3))', why: 'the idiom is Excel’s own' },
  { typed: '=HYPERLINK("#\'x\'!A1","去")', stored: 'HYPERLINK("#\'x\'!A1","去")', why: 'links are formulas' },
];
it.each(cases)('$typed is stored as $stored: $why', ({ typed, stored }) => {
  expect(storedFormula(typed, book, table)).toBe(stored);
});

it('a structured reference outside of a table stays as it is', () => {
  expect(storedFormula('=[@实际]', book)).toBe('[@实际]');
});
