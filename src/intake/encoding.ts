/** What the bytes are, whatever the file name says (DOMAIN Q01–Q03). */
export type Container = 'text' | 'zip' | 'ole2' | 'html' | 'binary' | 'empty';
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface Sniffed {
  readonly container: Container;
  readonly encoding: Encoding;
  /** length of the byte order mark */
  readonly bom: number;
  /** nothing but ASCII was seen: `utf-8` is a guess that the first other byte may overturn */
  readonly undecided?: true;
}

const sampleSize = 65_536;

/** Looks at the first bytes: archive, old Excel, HTML, other binary, or text in which encoding. Never throws. */
export function sniff(bytes: Uint8Array): Sniffed {
  const text = (encoding: Encoding, bom: number): Sniffed => ({ container: 'text', encoding, bom });
  const other = (container: Container): Sniffed => ({ container, encoding: 'utf-8', bom: 0 });
  if (bytes.length === 0) return other('empty');
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts(bytes, [0x50, 0x4b, 0x05, 0x06])) return other('zip');
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return other('ole2');
  if (binaryMagic.some((magic) => starts(bytes, magic))) return other('binary');
  if (starts(bytes, [0xef, 0xbb, 0xbf])) return text('utf-8', 3);
  if (starts(bytes, [0xff, 0xfe])) return text('utf-16le', 2);
  if (starts(bytes, [0xfe, 0xff])) return text('utf-16be', 2);
  const sample = bytes.subarray(0, sampleSize);
  const wide = wideWithoutMark(sample);
  if (wide) return text(wide, 0);
  if (isBinary(sample)) return other('binary');
  const from = firstBeyondAscii(bytes);
  const encoding = from < 0 ? 'utf-8' : encodingFrom(bytes, from);
  const head = new TextDecoder(encoding).decode(sample.subarray(0, 512));
  if (/^\s*(?:<!doctype html|<html|<table|<\?xml|<meta)/i.test(head)) return other('html');
  return from < 0 ? { ...text(encoding, 0), undecided: true } : text(encoding, 0);
}

/** Position of the first byte that is not ASCII; -1 without any. */
export function firstBeyondAscii(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] as number) > 127) return at;
  return -1;
}

/** UTF-8 or GB18030, by the text that begins at the first character that is not ASCII: a file may hold only digits for long before it. */
export function encodingFrom(bytes: Uint8Array, from: number): 'utf-8' | 'gb18030' {
  const sample = bytes.subarray(from, from + sampleSize);
  const more = bytes.length > from + sample.length;
  return decodes(sample, 'utf-8', more) || isDamagedUtf8(sample, more) ? 'utf-8' : 'gb18030';
}

/** Bytes after the first one beyond ASCII with which `encodingFrom` is as sure as it gets. */
export const enoughForEncoding = sampleSize;

/** An .xlsx with a password is an OLE2 file that holds a stream named EncryptedPackage. */
export function isEncrypted(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  outer: for (let at = bytes.indexOf(0x45); at >= 0 && at + name.length <= bytes.length; at = bytes.indexOf(0x45, at + 1)) {
    for (let index = 1; index < name.length; index++) if (bytes[at + index] !== name[index]) continue outer;
    return true;
  }
  return false;
}

const binaryMagic: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x1f, 0x8b], [0x52, 0x61, 0x72, 0x21], [0x37, 0x7a, 0xbc, 0xaf], [0x7f, 0x45, 0x4c, 0x46], [0x4d, 0x5a, 0x90],
];

function starts(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** tab, line ends, comma, semicolon */
const separators: ReadonlySet<number> = new Set([9, 10, 13, 44, 59]);

/**
 * UTF-16 without a mark: line ends, digits and commas show as a zero in every second place. A stray NUL in other text is none: Chinese in
 * valid UTF-8 is no UTF-16, and a table in UTF-16 has separators beside a zero.
 */
function wideWithoutMark(sample: Uint8Array): Encoding | undefined {
  if (sample.length < 4 || sample.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  // Only beside an ASCII character: the lower half of 退 (U+9000) is zero as well.
  for (let index = 0; index < sample.length; index++) if (sample[index] === 0 && isAscii(sample[index ^ 1])) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = sample.length / 40;
  const wide = odd > enough && even * 4 < odd ? 'utf-16le' : even > enough && odd * 4 < even ? 'utf-16be' : undefined;
  if (wide === undefined || (sample.some((byte) => byte > 127) && decodes(sample, 'utf-8', true))) return undefined;
  const low = wide === 'utf-16le' ? 0 : 1;
  for (let index = 0; index + 1 < sample.length; index += 2) if (sample[index + 1 - low] === 0 && separators.has(sample[index + low] ?? 0)) return wide;
  return undefined;
}

const isAscii = (byte: number | undefined): boolean => byte !== undefined && byte > 0 && byte < 128;

/** More than a stray control character: over 2 % of the bytes. */
function isBinary(sample: Uint8Array): boolean {
  let control = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  return control > 2 && control / sample.length > 0.02;
}

/** Strictly valid in the encoding; a character cut by the end of the sample is fine when more bytes follow. */
export function decodes(bytes: Uint8Array, encoding: Encoding, more = false): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: more });
    return true;
  } catch {
    return false;
  }
}

/** UTF-8 with a cut or broken character here and there: nearly all of its longer characters are whole, which GBK text never is. */
function isDamagedUtf8(sample: Uint8Array, more: boolean): boolean {
  const text = new TextDecoder('utf-8').decode(sample, { stream: more });
  let lost = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) lost++;
    // Of a pair of surrogates one counts.
    else if (unit >= 0x800 && (unit < 0xdc00 || unit > 0xdfff)) whole++;
  }
  return whole >= 10 && lost * 20 <= whole;
}

/** Pieces that only appear when Chinese UTF-8 text was read as GBK, or lost its characters (DOMAIN Q02). */
const mojibake = /璁㈠崟|閫€娆|閫\ufffd|瀹㈡湇|鎺ュ緟|鍟嗗搧|鏃ユ湡|鎸囨爣|鐩爣|锟斤拷|绔欑嚎|鏀粯/;

/** True when the text shows the marks of a wrong decoding: then nothing in it can be trusted. */
export function isMojibake(text: string): boolean {
  return mojibake.test(text) || /\ufffd.*\ufffd/.test(text) || /(?:[\u00c0-\u00ff][\u0080-\u00bf]){3}/.test(text);
}

/** All bytes as UTF-8 bytes, which the cell reader understands; GB18030 and UTF-8 pass unchanged, UTF-16 is rewritten. */
export function forReading(bytes: Uint8Array, sniffed: Sniffed): { readonly bytes: Uint8Array; readonly encoding: 'utf-8' | 'gb18030' } {
  const body = sniffed.bom > 0 ? bytes.subarray(sniffed.bom) : bytes;
  if (sniffed.encoding === 'utf-16le' || sniffed.encoding === 'utf-16be') {
    return { bytes: new TextEncoder().encode(new TextDecoder(sniffed.encoding).decode(body)), encoding: 'utf-8' };
  }
  return { bytes: body, encoding: sniffed.encoding };
}
