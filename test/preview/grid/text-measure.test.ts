import { createTextMeasure } from '../../../src/preview/grid/text-measure';

/** 10 pixels for a Chinese character, 5 for any other. */
const measure = createTextMeasure((character) => (character > '\u2e80' ? 10 : 5));

describe('lines of wrapped text', () => {
  test.each<[string, number, number, string]>([
    ['', 50, 1, 'an empty cell has one line'],
    ['hello', 25, 1, 'fits exactly'],
    ['hello you', 25, 2, 'breaks between words'],
    ['hello  ', 25, 1, 'spaces at the end do not wrap'],
    ['abcdefghij', 25, 2, 'a word longer than the cell breaks anywhere'],
    ['复盘复盘复', 20, 3, 'Chinese breaks between any two characters'],
    ['复盘 abc', 20, 2, 'a Latin word after Chinese goes to the next line whole'],
    ['a\nb', 50, 2, 'a line break is a line'],
    ['a\n', 50, 2, 'a line break at the end opens a line'],
    ['字', 1, 1, 'a cell narrower than a character does not loop'],
  ])('%j in %d pixels: %d lines (%s)', (text, width, lines) => expect(measure.lines(text, 'font', width)).toBe(lines));

  test('each character is measured once per font', () => {
    let calls = 0;
    const counting = createTextMeasure(() => (calls++, 1));
    counting.width('aaab', 'one');
    counting.width('aaab', 'one');
    counting.width('a', 'two');
    expect(calls).toBe(3);
  });
});
