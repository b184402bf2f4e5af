import fc from 'fast-check';
import { fromTsv, toTsv } from '../../../src/preview/grid/tsv';

describe('blocks on the clipboard', () => {
  test.each<[string, string[][], string]>([
    ['a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']], 'as Excel writes it: one line break at the end is no row'],
    ['a', [['a']], 'a single word'],
    ['', [['']], 'an empty cell'],
    ['a\n\nb', [['a'], [''], ['b']], 'an empty row in the middle stays'],
    ['"a\nb"\tc\n', [['a\nb', 'c']], 'a line break inside quotes is inside the cell'],
    ['"say ""hi"""\n', [['say "hi"']], 'doubled quotes are one'],
    ['5" screen\tx\n', [['5" screen', 'x']], 'a quote inside a word is a quote'],
    ['"open\tx\n', [['"open', 'x']], 'a quote that never closes is text, nothing is swallowed'],
    ['"a"b\n', [['"a"b']], 'text after the closing quote: not a quoted cell'],
    ['a\tb\nc\n', [['a', 'b'], ['c', '']], 'short rows are padded'],
    ['a\t\n', [['a', '']], 'an empty last cell'],
  ])('%j', (text, rows) => expect(fromTsv(text)).toEqual(rows));

  test('cells with tabs, line breaks and quotes are quoted', () => {
    expect(toTsv([['a\tb', 'c\nd', 'e"f', 'g']])).toBe('"a\tb"\t"c\nd"\t"e""f"\tg\r\n');
  });

  test('what is copied is pasted again, whatever it holds', () => {
    const cell = fc.string({ maxLength: 8 }).map((text) => text.replaceAll('\r', ''));
    const nasty = fc.array(fc.constantFrom('"', '\t', '\n', 'a', '中'), { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.array(fc.oneof(cell, nasty), { minLength: 16, maxLength: 16 }), (rowCount, columnCount, cells) => {
        const rows = Array.from({ length: rowCount }, (_, row) => cells.slice(row * columnCount, (row + 1) * columnCount));
        expect(fromTsv(toTsv(rows))).toEqual(rows);
      }),
    );
  });
});
