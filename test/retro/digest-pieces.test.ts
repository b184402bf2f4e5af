import fc from 'fast-check';
import { cutIntoPieces, MESSAGE_BYTES, utf8Length } from '../../src/retro/digest-pieces';

const mark = (index: number, count: number): string => `（${String(index)}/${String(count)}）`;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
/** The text of pieces without the marks that only say which piece it is. */
const bodies = (pieces: readonly string[]): string[] => (pieces.length === 1 ? [...pieces] : pieces.map((piece) => piece.slice(0, piece.lastIndexOf('\n'))));

interface Case {
  readonly why: string;
  readonly lines: readonly string[];
  readonly limit?: number;
  readonly pieces: readonly string[];
}

const cases: readonly Case[] = [
  { why: 'nothing to send is no message', lines: [], pieces: [] },
  { why: 'only blank lines are no message either', lines: ['', ' '], pieces: [] },
  { why: 'what fits is one message, without a mark', lines: ['逾期 1 项', '', 'A-02 排班'], pieces: ['逾期 1 项\n\nA-02 排班'] },
  { why: 'the cut is between lines, and each part says which it is', lines: ['a'.repeat(40), 'b'.repeat(40)], limit: 64, pieces: [`${'a'.repeat(40)}\n（1/2）`, `${'b'.repeat(40)}\n（2/2）`] },
  { why: 'a blank line at a cut is not sent', lines: ['a'.repeat(40), '', 'b'.repeat(40)], limit: 64, pieces: [`${'a'.repeat(40)}\n（1/2）`, `${'b'.repeat(40)}\n（2/2）`] },
  { why: 'a line that is too long is cut between characters, with … on both sides', lines: ['一二三四五六七八九十一二三四五六七八九十一二三'], limit: 64, pieces: ['一二三四五六七八九十一二三四五六七…\n（1/2）', '…八九十一二三\n（2/2）'] },
  { why: 'two halves of one sign are never parted', lines: ['😀'.repeat(20)], limit: 64, pieces: [`${'😀'.repeat(12)}…\n（1/2）`, `…${'😀'.repeat(8)}\n（2/2）`] },
  { why: 'exactly as many bytes as allowed is one message', lines: ['a'.repeat(MESSAGE_BYTES)], pieces: ['a'.repeat(MESSAGE_BYTES)] },
];

test.each(cases)('$why', ({ lines, limit, pieces }) => {
  expect(cutIntoPieces(lines, { mark, ...(limit === undefined ? {} : { limit }) })).toEqual(pieces);
});

const character = fc.oneof(fc.constantFrom('a', '补', '😀', '1', '\u00e9', ' '), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }));
const line = fc.array(character, { maxLength: 400 }).map((characters) => characters.join('').replace(/[\r\n]/g, ''));
const text = fc.array(line, { maxLength: 40 });

test('bytes are counted as UTF-8 does', () => {
  const codeUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
  fc.assert(fc.property(codeUnits, (any) => utf8Length(any) === bytesOf(any)));
});

test('no piece is larger than allowed, none is empty, and no half of a sign is left', () => {
  fc.assert(fc.property(text, fc.integer({ min: 64, max: 400 }), (lines, limit) => {
    for (const piece of cutIntoPieces(lines, { limit, mark })) {
      expect(bytesOf(piece)).toBeLessThanOrEqual(limit);
      expect(piece.trim()).not.toBe('');
      expect(piece).not.toMatch(/\p{Surrogate}/u);
    }
  }));
});

test('nothing is lost and nothing said twice: the pieces together are the text', () => {
  fc.assert(fc.property(text, fc.integer({ min: 64, max: 400 }), (lines, limit) => {
    const joined = bodies(cutIntoPieces(lines, { limit, mark })).join('\n').replaceAll('…\n…', '');
    const plain = (all: readonly string[]): string[] => all.filter((one) => one.trim() !== '');
    expect(plain(joined.split('\n'))).toEqual(plain(lines));
  }));
});

test('the marks count the pieces', () => {
  const pieces = cutIntoPieces(Array.from({ length: 1200 }, () => 'x'.repeat(45)), { limit: 64, mark });
  expect(pieces).toHaveLength(1200);
  expect(pieces.map((piece) => piece.split('\n').at(-1))).toEqual(pieces.map((_, index) => mark(index + 1, 1200)));
});
