/**
 * The one reader of delimited text: bytes in, rows of cells out, in chunks of any size. It finds cells without decoding, because
 * comma, semicolon, tab, quote and line ends are never part of a longer character in UTF-8 or GB18030 (GB18030 trail bytes are
 * 0x30–0x39 and 0x40–0xFE); a cell is decoded when it is asked for.
 */

export type Delimiter = ',' | '\t' | ';';

/** One record. The object is reused for the next one: take what you need inside the callback. */
export interface CellRow {
  /** 1-based line of the input where the record begins; a cell with line breaks covers several lines */
  readonly line: number;
  /** lines the record covers */
  readonly span: number;
  readonly count: number;
  /** text of a cell, quotes undone; '' past the end */
  text(index: number): string;
  texts(): string[];
  /** bytes that hold the cells of this record: cell i, for i < count, is `starts[i]` … `ends[i]` */
  readonly buffer: Uint8Array;
  /** the same bytes, to look at four of them at once */
  readonly view: DataView;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** 1 where the bytes of a cell hold doubled quotes, else 0 */
  readonly doubled: Uint8Array;
}

export interface CellReaderOptions {
  readonly delimiter: Delimiter;
  readonly encoding: 'utf-8' | 'gb18030';
  /**
   * Clipboard text: Excel quotes only cells with a tab, line break or quote inside, so quotes around a cell without any are
   * content (DOMAIN Q04). Off for files whose writer quotes everything.
   */
  readonly literalQuotes?: boolean;
  readonly onRow: (row: CellRow) => void;
  /** a quoted cell without an end: its quote counts as text */
  readonly onUnterminated?: (line: number) => void;
}

export interface CellReader {
  push(chunk: Uint8Array): void;
  /** Gives the last record and the number of lines of the whole input. */
  end(): { readonly lines: number };
  /** what was pushed ends with a whole row: another reader could begin with the next byte */
  readonly atRowStart: boolean;
  /** Changes the encoding of the rows to come: a file may be plain ASCII for long before its first Chinese character. */
  decodeAs(encoding: CellReaderOptions['encoding']): void;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;
const SPACE = 32;
const TAB = 9;
/** A quoted cell longer than this has lost its end: Excel's longest cell is 32,767 characters. */
const longestQuoted = 1 << 20;

/** bytes behind the end that may be looked at, because four are read at once */
const spare = 4;

const PLAIN = 0;
const DOUBLED = 1;

/** Makes a reader; push chunks, then end. Rows arrive during push and end, in order. */
export function createCellReader(options: CellReaderOptions): CellReader {
  const { onRow } = options;
  const delimiter = options.delimiter.charCodeAt(0);
  const literalQuotes = options.literalQuotes ?? false;
  let decoder = new TextDecoder(options.encoding, { ignoreBOM: true });
  const stop = new Uint8Array(256);
  stop[delimiter] = stop[LF] = stop[CR] = 1;
  /** no byte above this ends a cell: most bytes are passed with one comparison */
  const lastStop = Math.max(delimiter, CR);
  /** inside quotes: bytes that end the plain run */
  const special = new Uint8Array(256);
  special[LF] = special[CR] = special[QUOTE] = 1;
  if (literalQuotes) special[delimiter] = special[TAB] = 1;

  /** unread bytes of the last chunk and the new one, and a line end behind them at which every run stops without looking at `length` */
  let buffer = new Uint8Array(0);
  let view = new DataView(buffer.buffer);
  let length = 0;
  let rowStart = 0;
  let line = 1;
  let starts = new Uint32Array(64);
  let ends = new Uint32Array(64);
  let kinds = new Uint8Array(64);
  let count = 0;
  let span = 1;
  /** position of a quote that is content because its cell never ends; it stays so when the row is read again */
  let literalAt = -1;

  const text = (index: number): string => {
    if (index >= count) return '';
    const start = starts[index] ?? 0;
    const end = ends[index] ?? 0;
    if (start === end) return '';
    const decoded = decodeCell(buffer, start, end, decoder);
    return kinds[index] === DOUBLED ? decoded.replaceAll('""', '"') : decoded;
  };
  // Plain fields, set before every call: getters here would cost more than reading the cells.
  const row = { line: 1, span: 1, count: 0, buffer, view, starts, ends, doubled: kinds, text, texts: () => Array.from({ length: count }, (_, index) => text(index)) };
  const give = () => {
    row.line = line;
    row.span = span;
    row.count = count;
    onRow(row);
  };
  const showArrays = () => {
    row.buffer = buffer;
    row.view = view;
    row.starts = starts;
    row.ends = ends;
    row.doubled = kinds;
  };

  const addCell = (start: number, end: number, kind: number) => {
    if (count === starts.length) {
      starts = grown(starts);
      ends = grown(ends);
      kinds = grown(kinds);
      showArrays();
    }
    starts[count] = start;
    ends[count] = end;
    kinds[count] = kind;
    count++;
  };

  /** End position of the cell at `from` when it is a well-formed quoted cell; -1: not one, read it as text; -2: more bytes needed. */
  const quotedCell = (from: number, final: boolean): number => {
    const bytes = buffer;
    let doubled = false;
    let needed = false;
    let lineEnds = 0;
    let at = from + 1;
    for (;;) {
      for (;;) {
        while (special[bytes[at] as number] === 0) at++;
        if (at >= length) break;
        const byte = bytes[at];
        if (byte === QUOTE) break;
        needed = true;
        if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) lineEnds++;
        at++;
      }
      if (at >= length) {
        if (!final && at - from <= longestQuoted) return -2;
        options.onUnterminated?.(line + span - 1);
        literalAt = from;
        return -1;
      }
      const next = at + 1;
      if (next >= length && !final) return -2;
      if (next < length && buffer[next] === QUOTE) {
        doubled = true;
        at += 2;
        continue;
      }
      let after = next;
      while (after < length && buffer[after] === SPACE) after++;
      if (after >= length && !final) return -2;
      if (after >= length || stop[buffer[after] ?? 0] === 1) {
        if (literalQuotes && !needed && !doubled) addCell(from, next, PLAIN);
        else addCell(from + 1, at, doubled ? DOUBLED : PLAIN);
        span += lineEnds;
        return after;
      }
      // A stray quote. On the first line, or where the next line begins with a quoted cell, the opening quote was content.
      if (lineEnds === 0) return -1;
      const previous = buffer[at - 1];
      if (previous === LF || previous === CR || previous === delimiter) {
        options.onUnterminated?.(line + span - 1);
        literalAt = from;
        return -1;
      }
      at++;
    }
  };

  /** Reads one record from `rowStart`; false when it is not complete yet. */
  const readRow = (final: boolean): boolean => {
    const bytes = buffer;
    const size = length;
    let at = rowStart;
    count = 0;
    span = 1;
    for (;;) {
      if (at >= size && !final) return false;
      let end = -1;
      if (bytes[at] === QUOTE && at < size && at !== literalAt) {
        end = quotedCell(at, final);
        if (end === -2) return false;
      }
      if (end === -1) {
        end = at;
        while ((bytes[end] as number) > lastStop || stop[bytes[end] as number] === 0) end++;
        if (end > size) end = size;
        if (end >= size && !final) return false;
        addCell(at, end, PLAIN);
      }
      if (end >= size) {
        rowStart = size;
        return true;
      }
      const byte = bytes[end];
      if (byte === delimiter) {
        at = end + 1;
        continue;
      }
      if (byte === CR) {
        if (end + 1 >= size && !final) return false;
        rowStart = bytes[end + 1] === LF && end + 1 < size ? end + 2 : end + 1;
      } else rowStart = end + 1;
      return true;
    }
  };

  /**
   * Reads the usual record from `rowStart`: on one line, wholly in the buffer, and every quoted cell well formed. False for any other, which
   * `readRow` then reads. Nearly all of a large file passes here.
   */
  const readPlainRow = (): boolean => {
    const bytes = buffer;
    const words = view;
    const [from, to, kind] = [starts, ends, kinds];
    const most = starts.length;
    let cells = 0;
    let at = rowStart;
    for (;;) {
      if (cells === most) return false;
      if (bytes[at] === QUOTE) {
        if (literalQuotes || at === literalAt) return false;
        from[cells] = ++at;
        kind[cells] = PLAIN;
        for (;;) {
          // Four bytes at once: those below 35 (quote, line ends, blank …) leave their top bit in `low`, the first of them for certain.
          const word = words.getInt32(at, true);
          const low = (word - 0x23232323) & ~word & 0x80808080;
          if (low === 0) {
            at += 4;
            continue;
          }
          at += (31 - Math.clz32(low & -low)) >> 3;
          const byte = bytes[at];
          if (byte === QUOTE) {
            if (bytes[at + 1] !== QUOTE) break;
            kind[cells] = DOUBLED;
            at++;
          } else if (byte === LF || byte === CR) return false;
          at++;
        }
        to[cells++] = at++;
      } else {
        from[cells] = at;
        kind[cells] = PLAIN;
        while ((bytes[at] as number) > lastStop || stop[bytes[at] as number] === 0) at++;
        to[cells++] = at;
      }
      // Behind the line end at the end of the buffer nothing counts, and a CR there may be half a line end.
      if (at + 1 >= length) return false;
      const byte = bytes[at++];
      if (byte === delimiter) continue;
      if (byte === CR) {
        if (bytes[at] === LF) at++;
      } else if (byte !== LF) return false;
      count = cells;
      span = 1;
      rowStart = at;
      return true;
    }
  };

  const drain = (final: boolean) => {
    while (rowStart < length && (readPlainRow() || readRow(final))) {
      give();
      line += span;
    }
  };

  return {
    push(chunk) {
      const rest = length - rowStart;
      const needed = rest + chunk.length + 1 + spare;
      if (needed > buffer.length) {
        const larger = new Uint8Array(Math.max(needed, Math.min(buffer.length * 2, 1 << 24)));
        larger.set(buffer.subarray(rowStart, length));
        buffer = larger;
        view = new DataView(buffer.buffer);
        showArrays();
      } else buffer.copyWithin(0, rowStart, length);
      buffer.set(chunk, rest);
      buffer[needed - 1 - spare] = LF;
      if (literalAt >= 0) literalAt = literalAt >= rowStart ? literalAt - rowStart : -1;
      length = rest + chunk.length;
      rowStart = 0;
      drain(false);
    },
    end() {
      drain(true);
      return { lines: line - 1 };
    },
    get atRowStart() {
      return rowStart === length;
    },
    decodeAs(encoding) {
      decoder = new TextDecoder(encoding, { ignoreBOM: true });
    },
  };
}

function grown<T extends Uint32Array | Uint8Array>(from: T): T {
  const Type = from.constructor as new (length: number) => T;
  const larger = new Type(from.length * 2);
  larger.set(from);
  return larger;
}

/** Short ASCII cells, the bulk of a table, are built without the decoder, which costs more than the cell. */
function decodeCell(buffer: Uint8Array, start: number, end: number, decoder: TextDecoder): string {
  if (end - start <= 24) {
    let text = '';
    let at = start;
    for (; at < end; at++) {
      const byte = buffer[at] ?? 0;
      if (byte > 127) break;
      text += String.fromCharCode(byte);
    }
    if (at === end) return text;
  }
  return decoder.decode(buffer.subarray(start, end));
}
