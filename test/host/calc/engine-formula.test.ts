import fc from 'fast-check';
import { createNameSpace, toEngineFormula } from '../../../src/host/calc/engine-formula';
import { formulaForCell, ruleOrigin } from '../../../src/host/calc/relative';
import { escapeColumn, parseStructuredReference, structuredReferenceToA1, structuredReferenceToFile } from '../../../src/host/calc/structured-references';
import { addTable, buildWorkbook, fill, rect, sheetOf } from '../../support/workbook-builder';

const clock = { today: 'C!$A$1', now: 'C!$B$1' };
const book = buildWorkbook('甲', "乙's");
fill(sheetOf(book, "乙's"), 'B2', [['目标', '实际', '备注']]);
addTable(book, sheetOf(book, "乙's"), 'tblX', 'B2:D6', { showTotals: true });
book.names.push({ name: 'lstOwner', formula: "='乙''s'!$A$4:$A$9", comment: '', visible: true }, { name: '率', formula: '=1-0.05', comment: '', visible: true });
const space = createNameSpace(book, clock);
const [sheet1, sheet2] = book.sheets;
if (sheet1 === undefined || sheet2 === undefined) throw new Error('two sheets');

describe('a formula in the engine’s words', () => {
  const cases: readonly { readonly formula: string; readonly on: 1 | 2; readonly becomes: string; readonly elsewhere?: true; readonly why: string }[] = [
    { formula: '=[@实际]-[@目标]', on: 2, becomes: '=$C4-$B4', why: 'the row stays relative: all rows share one formula' },
    { formula: '=SUM([实际])', on: 2, becomes: '=SUM($C$3:$C$5)', why: 'data rows, without header and totals' },
    { formula: '=tblX[[#Totals],[实际]]', on: 2, becomes: '=$C$6', why: 'the totals row' },
    { formula: '=COUNTA(tblX[#All])', on: 1, becomes: "=COUNTA('乙''s'!$B$2:$D$6)", why: 'from another sheet' },
    { formula: '=SUM(tblX[[备注]:[目标]])', on: 2, becomes: '=SUM($B$3:$D$5)', why: 'columns in the wrong order' },
    { formula: '=COUNTIF(lstOwner,A1)', on: 1, becomes: "=COUNTIF('乙''s'!$A$4:$A$9,A1)", why: 'a name for a range gets no parentheses' },
    { formula: '=2*率', on: 1, becomes: '=2*(1-0.05)', why: 'a name for a formula does' },
    { formula: '=SUMPRODUCT(--(A1:A3>1), --B1:B3)', on: 1, becomes: '=SUMPRODUCT((1*(A1:A3>1)), (1*B1:B3))', why: 'the idiom' },
    { formula: '=1---A1', on: 1, becomes: '=1-(1*A1)', why: 'three signs' },
    { formula: '=A1--A2', on: 1, becomes: '=A1--A2', why: 'a difference is left alone' },
    { formula: '=today()', on: 1, becomes: '=C!$A$1', why: 'the clock' },
    { formula: '=_xlfn.XLOOKUP(1,A:A,B:B)', on: 1, becomes: '=XLOOKUP(1,A:A,B:B)', why: 'prefixes of files' },
    { formula: '=TEXT(A1,"[h]""时""m分")', on: 1, becomes: '=TEXT(A1,"[h]""时""m""分""")', why: 'only literals without quotes get some' },
    { formula: '=A1+甲!A1+$B$2', on: 1, becomes: "='甲'!A1+'甲'!A1+'甲'!$B$2", elsewhere: true, why: 'for the scratch sheet every reference names its own' },
    { formula: '=SUM(A:A,1:2,A1:B2)', on: 1, becomes: "=SUM('甲'!A:A,'甲'!1:2,'甲'!A1:B2)", elsewhere: true, why: 'ranges once' },
    { formula: '=ROW()+ROW(A1)', on: 1, becomes: "=4+ROW('甲'!A1)", elsewhere: true, why: 'ROW() is that of the place' },
    { formula: '={1,2;3,4}', on: 1, becomes: '={1,2;3,4}', why: 'array constants' },
    { formula: '=IF(A1,,2)', on: 1, becomes: '=IF(A1,,2)', why: 'an argument that is left out' },
    { formula: "=SUMIFS(A1,$B1,1,'乙''s'!C3,A1)+MATCH(A1,$A$1,0)", on: 1, becomes: "=SUMIFS(A1:A1,$B1:$B1,1,'乙''s'!C3:C3,A1)+MATCH(A1,$A$1:$A$1,0)", why: 'a single cell is a range of one' },
    { formula: '=(1+2)%', on: 1, becomes: '=(1+2)%', why: 'percent behind parentheses' },
  ];
  it.each(cases)('$formula → $becomes: $why', ({ formula, on, becomes, elsewhere }) => {
    const sheet = on === 1 ? sheet1 : sheet2;
    const place = elsewhere === undefined ? { sheet, row: 3, column: 2 } : { sheet, row: 3, column: 2, elsewhere };
    expect(toEngineFormula(formula, space, place)).toEqual({ formula: becomes, problems: [] });
  });

  it('what has nothing to translate comes back as it was', () => {
    const leaf = fc.constantFrom('A1', '$B$2:C9', '1.5', '"x""y --[@a]"', 'TRUE', "'乙''s'!A1", '#N/A');
    const { formula } = fc.letrec<{ formula: string }>((tie) => ({
      formula: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.tuple(tie('formula'), fc.constantFrom('+', '-', '*', '/', '^', '&', '=', '<>', '>='), leaf).map((parts) => parts.join('')),
        fc.tuple(fc.constantFrom('SUM', 'IF', 'ROUND'), fc.array(tie('formula'), { minLength: 1, maxLength: 3 })).map(([name, list]) => `${name}(${list.join(',')})`),
        tie('formula').map((inner) => `(${inner})`),
        tie('formula').map((inner) => `${inner}%`),
      ),
    }));
    fc.assert(fc.property(formula, (text) => expect(toEngineFormula(`=${text}`, space, { sheet: sheet1, row: 0, column: 0 })).toEqual({ formula: `=${text}`, problems: [] })));
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '-', '(', ')', '[', ']', '@', "'", '"', '!', ':', ',', '#', '{', '}', 'A1', 'tblX', '实际', '率', ' ', '%', 'SUM') }), (text) => {
        expect(toEngineFormula(`=${text}`, space, { sheet: sheet2, row: 3, column: 2, elsewhere: true }).formula).toMatch(/^=/);
      }),
    );
  });
});

describe('structured references', () => {
  it('any header can be named once it is escaped, and the file form means the same', () => {
    const header = fc.string({ unit: fc.constantFrom('a', '案', "'", '[', ']', '#', '@', '(', ' ', ',', ':', '率'), minLength: 1, maxLength: 8 }).filter((name) => name.trim() === name);
    fc.assert(
      fc.property(header, (name) => {
        const other = buildWorkbook('A');
        const table = addTable(other, sheetOf(other, 'A'), 'T', 'A1:B3', { columns: [{ id: 1, name: `${name}.` }, { id: 2, name }] });
        for (const bracket of [`[${escapeColumn(name)}]`, `[[${escapeColumn(name)}]]`, `[[#Data],[${escapeColumn(name)}]]`]) {
          const parsed = parseStructuredReference(bracket);
          expect(parsed && structuredReferenceToA1(table, parsed, 1)).toBe('$B$2:$B$3');
          const again = parsed && parseStructuredReference(structuredReferenceToFile('T', parsed).slice(1));
          expect(again && structuredReferenceToA1(table, again, 1)).toBe('$B$2:$B$3');
        }
      }),
    );
  });
  it.each(['[#Nothing]', '[[a],[b],[c]]', '[[a] x]', '[[a]', 'a]', '[[a],[b]]'])('%s is none', (bracket) => {
    expect(parseStructuredReference(bracket)).toBeUndefined();
  });
});

describe('formulas of rules', () => {
  const cases: readonly { readonly formula: string; readonly range: string; readonly at: string; readonly becomes: string; readonly why: string }[] = [
    { formula: '=$F5="x"', range: 'A5:H9', at: 'C7', becomes: '=$F7="x"', why: 'down, but not right' },
    { formula: '=A$1>B2', range: 'B2:D9', at: 'D4', becomes: '=C$1>D4', why: 'right, but not down' },
    { formula: 'A1', range: 'B2', at: 'B2', becomes: 'A1', why: 'nothing to move' },
    { formula: '=A1', range: 'B2:B9', at: 'B3', becomes: '=A2', why: 'no need for the origin to be in the formula' },
    { formula: "='x y'!A1&\"A1\"", range: 'A1:A9', at: 'A2', becomes: "='x y'!A2&\"A1\"", why: 'other sheets too, text not' },
    { formula: '=LOG10(A1)+lst_1', range: 'A1:A9', at: 'A2', becomes: '=LOG10(A2)+lst_1', why: 'functions and names are no cells' },
  ];
  it.each(cases)('$formula for $range reads $becomes in $at: $why', ({ formula, range, at, becomes }) => {
    const { row, column } = rect(at);
    expect(formulaForCell(formula, [rect(range)], row, column)).toBe(becomes);
  });
  it('several ranges have one origin, the corner around all', () => {
    expect(ruleOrigin([rect('F5:F7'), rect('A6:A7')])).toMatchObject({ row: 4, column: 0 });
    expect(ruleOrigin([])).toEqual({ row: 0, column: 0 });
  });
});
