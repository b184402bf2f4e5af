import { originalOfBytes, rowsAsText } from '../../intake/original';
import { largeFileBytes } from '../../intake/large/threshold';
import type { CellsInput, NewInput, Origin, PaneInput } from './types';

const longestPeek = 60;
const peekBytes = 2_000;

/** What the list shows of something handed over: lines, size and the beginning, without decoding a whole file. */
export function describeInput(input: PaneInput, origin: Origin): NewInput {
  if ('blob' in input) return { origin, input, lines: undefined, bytes: input.blob.size, peek: '' };
  if ('cells' in input) return { origin, input, lines: input.cells.rows.length, bytes: undefined, peek: shorten(input.cells.rows.find((row) => row.cells.some((cell) => cell.trim() !== ''))?.cells ?? []) };
  if ('text' in input) return { origin, input, lines: countLines(input.text), bytes: new TextEncoder().encode(input.text).length, peek: peekOf(input.text) };
  return { origin, input, lines: countByteLines(input.bytes), bytes: input.bytes.length, peek: peekOf(decode(input.bytes.subarray(0, peekBytes))) };
}

/** Pasted text as the pane holds it: much of it as a blob, because counting its lines would already hold the pane up. */
export function pastedInput(name: string, text: string): PaneInput {
  return text.length > largeFileBytes ? { name, blob: new Blob([text]) } : { name, text };
}

/** The handed-over text as it was, for copying back out; of a workbook the sheet that `file` names. Rejects when a large file is gone. */
export async function originalText(input: PaneInput, file = ''): Promise<string> {
  if ('text' in input) return input.text;
  if ('cells' in input) return cellsAsText(input.cells);
  return originalOfBytes('blob' in input ? new Uint8Array(await input.blob.arrayBuffer()) : input.bytes, file);
}

/** Cells as tab-separated text, quoted as Excel's clipboard does it. */
export function cellsAsText({ rows }: CellsInput['cells']): string {
  return rowsAsText(rows);
}

/** The input a source came from; a sheet of a workbook is `book.xlsx#Sheet1`. */
export function inputOf<T extends { readonly input: PaneInput }>(cards: readonly T[], file: string): T | undefined {
  return cards.find((card) => card.input.name === file) ?? cards.find((card) => file.startsWith(`${card.input.name}#`));
}

/** True for text that is a table or several lines, not a word typed by hand. */
export function looksLikeTable(text: string): boolean {
  return /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''));
}

/** Lines of a text; the last, empty one does not count. */
export function countLines(text: string): number {
  let lines = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function countByteLines(bytes: Uint8Array): number {
  let lines = bytes.length === 0 || bytes[bytes.length - 1] === 10 ? 0 : 1;
  for (const byte of bytes) if (byte === 10) lines += 1;
  return lines;
}

/** The beginning of a file: it may end inside a character, and `stream` keeps that from being an error. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('gb18030').decode(bytes, { stream: true });
  }
}

/** The first line with content, cells parted by a dot; '' for what is not text. */
function peekOf(text: string): string {
  const line = text.slice(0, peekBytes).split(/\r?\n|\r/).find((candidate) => candidate.trim() !== '') ?? '';
  return /[\u0000-\u0008\u000e-\u001f]/.test(line) ? '' : shorten(line.split('\t'));
}

function shorten(cells: readonly string[]): string {
  const peek = cells.map((cell) => cell.trim()).filter((cell) => cell !== '').join(' · ');
  return peek.length > longestPeek ? `${peek.slice(0, longestPeek)}…` : peek;
}
