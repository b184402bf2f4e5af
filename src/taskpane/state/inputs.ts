import type { SourceInput } from '../../intake/types';
import type { NewInput, Origin } from './types';

const longestPeek = 60;
const peekBytes = 2_000;

/** What the list shows of something handed over: lines, size and the beginning, without decoding a whole file. */
export function describeInput(input: SourceInput, origin: Origin): NewInput {
  if ('text' in input) return { origin, input, lines: countLines(input.text), bytes: new TextEncoder().encode(input.text).length, peek: peekOf(input.text) };
  return { origin, input, lines: countByteLines(input.bytes), bytes: input.bytes.length, peek: peekOf(decode(input.bytes.subarray(0, peekBytes), true)) };
}

/** The handed-over text as it was, for copying back out; bytes are decoded as UTF-16 (with mark), UTF-8, else GB18030. */
export function originalText(input: SourceInput): string {
  return 'text' in input ? input.text : decode(input.bytes, false);
}

/** The input a source came from; a sheet of a workbook is `book.xlsx#Sheet1`. */
export function inputOf<T extends { readonly input: SourceInput }>(cards: readonly T[], file: string): T | undefined {
  return cards.find((card) => card.input.name === file) ?? cards.find((card) => file.startsWith(`${card.input.name}#`));
}

/** True for text that is a table or several lines, not a word typed by hand. */
export function looksLikeTable(text: string): boolean {
  return /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''));
}

function countLines(text: string): number {
  let lines = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function countByteLines(bytes: Uint8Array): number {
  let lines = bytes.length === 0 || bytes[bytes.length - 1] === 10 ? 0 : 1;
  for (const byte of bytes) if (byte === 10) lines += 1;
  return lines;
}

function decode(bytes: Uint8Array, cut: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // A cut piece may end inside a character; `stream` keeps that from being an error.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return new TextDecoder('gb18030').decode(bytes, { stream: cut });
  }
}

/** The first line with content, cells parted by a dot; '' for what is not text. */
function peekOf(text: string): string {
  const line = text.slice(0, peekBytes).split(/\r?\n|\r/).find((candidate) => candidate.trim() !== '') ?? '';
  const cells = line.split('\t').map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (/[\u0000-\u0008\u000e-\u001f]/.test(line)) return '';
  const peek = cells.join(' · ');
  return peek.length > longestPeek ? `${peek.slice(0, longestPeek)}…` : peek;
}
