import fc from 'fast-check';
import { dropSheetFromFormula, hasStructuredReference, renameColumnInFormula, renameSheetInFormula, renameTableInFormula, tokenize, translateFormula } from '../../../src/host/model/formula';
import { formulaProblem } from '../../../src/host/model/formula-syntax';

const SAMPLES = ['=SUM(A1:B$2,$C3)*2', '=IFERROR(INDEX(tblTarget[目标值],MATCH([@指标],tblTarget[指标],0)),"")', `=HYPERLINK("#'1 回顾'!A1","去")`, "='it''s'!$A$1+配置!B2", '=COUNTIFS(A:A,">="&5,1:3,"<>")', '={1,2;3,4}', '=-A1%', '=LOG10(100)', '=tbl[[#This Row],[a]:[b]]'];

test('tokens joined are the formula', () => {
  for (const formula of SAMPLES) expect(tokenize(formula).map((token) => token.text).join('')).toBe(formula);
  fc.assert(fc.property(fc.string({ maxLength: 40 }), (text) => tokenize(`=${text}`).map((token) => token.text).join('') === `=${text}`));
});

describe('what Excel takes as a formula', () => {
  test.each(SAMPLES)('%s', (formula) => expect(formulaProblem(formula)).toBeUndefined());
  test.each([
    ['=', 'nothing'],
    ['=1+', 'ends in an operator'],
    ['=SUM(1,2', 'bracket stays open'],
    ['=SUM(1))', 'bracket too many'],
    ['=A1 B1', 'two operands'],
    ['="abc', 'quote stays open'],
    ['=-5元起', 'a number runs into a word'],
    ['=张三，李四', 'full-width comma'],
    ['=(1,2;3)', 'semicolon outside an array'],
  ])('%s is refused (%s)', (formula) => expect(formulaProblem(formula)).toBeDefined());
});

describe('copying', () => {
  test.each([
    ['=A1+$A1+A$1+$A$1', 2, 3, '=D3+$A3+D$1+$A$1', 'marks hold their part'],
    ['=SUM(A1:A3)', 1, 0, '=SUM(A2:A4)', 'areas move'],
    ["='1 a'!A1", 1, 1, "='1 a'!B2", 'the sheet stays'],
    ['=A1', -1, 0, '=#REF!', 'off the sheet'],
    ['="A1"&B1', 1, 0, '="A1"&B2', 'texts are no references'],
    ['=[@值]*2', 5, 5, '=[@值]*2', 'structured references stay'],
    ['=SUM(A:A)', 3, 1, '=SUM(B:B)', 'whole columns move sideways only'],
  ])('%s by %i, %i is %s (%s)', (formula, rows, columns, expected) => expect(translateFormula(formula, rows, columns)).toBe(expected));
  test('there and back again', () =>
    fc.assert(fc.property(fc.constantFrom(...SAMPLES), fc.nat(50), fc.nat(50), (formula, rows, columns) => {
      expect(translateFormula(translateFormula(formula, rows, columns), -rows, -columns)).toBe(formula);
    })));
});

describe('renaming', () => {
  test('a sheet', () => expect(renameSheetInFormula("='1 a'!A1+sheet2!B1&\"'1 a'!A1\"", '1 a', '2 b')).toBe("='2 b'!A1+sheet2!B1&\"'1 a'!A1\""));
  test('a sheet that needs no quotes', () => expect(renameSheetInFormula('=Data!A1', 'data', '新 名')).toBe("='新 名'!A1"));
  test('a deleted sheet', () => expect(dropSheetFromFormula('=Data!A1+B1', 'Data')).toBe('=#REF!+B1'));
  test('a table', () => expect(renameTableInFormula('=SUM(tbl[a])+tbl+Tbl[[#All],[b]]', 'tbl', 'neu')).toBe('=SUM(neu[a])+tbl+neu[[#All],[b]]'));
  test.each([
    ['=[@目标]*tbl[目标]', true, '=[@目标值]*tbl[目标值]', 'own and named'],
    ['=[@目标]*tbl[目标]', false, '=[@目标]*tbl[目标值]', 'elsewhere only the named one'],
    ['=tbl[[#This Row],[目标]:[实际]]', false, '=tbl[[#This Row],[目标值]:[实际]]', 'inside a list'],
    ['=other[目标]', true, '=other[目标]', 'another table'],
  ])('a column in %s', (formula, own, expected) => expect(renameColumnInFormula(formula, 'tbl', '目标', '目标值', own)).toBe(expected));
  test('a name with special characters is escaped', () => expect(renameColumnInFormula("=t['[a']]", 't', '[a]', 'b#', false)).toBe("=t[b'#]"));
});

test('structured references are seen, links and texts are not', () => {
  expect(hasStructuredReference('=tbl[a]>1')).toBe(true);
  expect(hasStructuredReference('="[a]"&A1')).toBe(false);
});
