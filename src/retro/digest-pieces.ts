/** Most bytes of one message of a 企业微信 robot; what fits there fits 钉钉 and 飞书 too (R36). */
export const MESSAGE_BYTES = 2048;

/** Where a line had to be cut inside: at the end of the first part and the start of the next. */
const CUT = '…';

/** Bytes of a text in UTF-8; half a surrogate pair counts as the replacement sign it becomes. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

export interface PieceOptions {
  /** most bytes (UTF-8) of a piece, its mark included; at least 64 */
  readonly limit?: number;
  /** the line that ends each piece when there are several: `（1/3）` */
  readonly mark: (index: number, count: number) => string;
}

/**
 * Lines as messages of bounded size: cut between lines, as few pieces as that allows. A line that is longer than a piece is cut
 * between characters, with … on both sides of the cut. No lines: no pieces; blank lines at a cut are left out.
 */
export function cutIntoPieces(lines: readonly string[], { limit = MESSAGE_BYTES, mark }: PieceOptions): string[] {
  const all = fill(lines, limit);
  if (all.length <= 1) return all;
  // The mark takes room, which may make more pieces, whose number may take more room.
  for (let count = all.length; ; count += 1) {
    const reserved = 1 + Math.max(...Array.from({ length: count }, (_, index) => utf8Length(mark(index + 1, count))));
    const pieces = fill(lines, limit - reserved);
    if (pieces.length <= count) return pieces.map((piece, index) => `${piece}\n${mark(index + 1, pieces.length)}`);
    count = pieces.length - 1;
  }
}

function fill(lines: readonly string[], room: number): string[] {
  const pieces: string[] = [];
  let piece: string[] = [];
  let bytes = 0;
  const close = (): void => {
    while (piece.at(-1)?.trim() === '') piece.pop();
    if (piece.length > 0) pieces.push(piece.join('\n'));
    piece = [];
    bytes = 0;
  };
  for (const line of lines.flatMap((whole) => cutLine(whole, room))) {
    const size = utf8Length(line) + (piece.length === 0 ? 0 : 1);
    if (piece.length > 0 && bytes + size > room) close();
    if (piece.length === 0 && line.trim() === '') continue;
    bytes += piece.length === 0 ? utf8Length(line) : size;
    piece.push(line);
  }
  close();
  return pieces;
}

/** A line as it is when it fits, else in parts that fit. Characters are code points: a surrogate pair stays whole. */
function cutLine(line: string, room: number): string[] {
  if (utf8Length(line) <= room) return [line];
  const parts: string[] = [];
  const cutBytes = utf8Length(CUT);
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = utf8Length(character);
    if (bytes + size + cutBytes > room) {
      parts.push(`${part}${CUT}`);
      part = CUT;
      bytes = cutBytes;
    }
    part += character;
    bytes += size;
  }
  parts.push(part);
  return parts;
}
