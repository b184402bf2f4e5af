/** Zip archives: sizes are checked before anything is unpacked. */
import { Inflate } from 'fflate';
import { damaged, OpenError } from './failure';

/** bytes; a sheet at Excel's limit of rows stays below */
const LARGEST_PART = 400 << 20;
const LARGEST_TOTAL = 600 << 20;
/** XML of sheets shrinks 10 to 60 times; bombs a thousand times. Small parts may shrink as they like. */
const HIGHEST_RATIO = 300;
const SMALL = 20 << 20;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];

/** Unpacks on demand. */
export type ZipParts = ReadonlyMap<string, () => Uint8Array>;

const tooLarge = (bytes: number): OpenError => new OpenError({ code: 'too-large', megabytes: Math.ceil(bytes / (1 << 20)) });

/** An OLE2 container is an encrypted workbook when it has a stream of this name, else an old .xls. */
const isEncrypted = (bytes: Uint8Array): boolean => {
  const wanted = [...'EncryptedPackage'].flatMap((character) => [character.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1)) if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
};

const endOfDirectory = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return -1;
};

/** Unpacks one part; stops as soon as it grows beyond what it declared. */
const inflate = (name: string, packed: Uint8Array, size: number): Uint8Array => {
  const result = new Uint8Array(size);
  let filled = 0;
  const inflater = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw tooLarge(filled + chunk.length);
    result.set(chunk, filled);
    filled += chunk.length;
  });
  const step = 65_536;
  try {
    for (let at = 0; at < packed.length; at += step) inflater.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch (error) {
    throw error instanceof OpenError ? error : damaged(name);
  }
  if (filled !== size) throw damaged(name);
  return result;
};

/**
 * The parts of an archive by their names. Zip64 is not read: no workbook of a sane size needs it.
 * @throws OpenError when it is none, is cut off, or declares an absurd size
 */
export const openZip = (bytes: Uint8Array): ZipParts => {
  if (OLE2.every((byte, index) => bytes[index] === byte)) throw new OpenError({ code: isEncrypted(bytes) ? 'encrypted' : 'old-xls' });
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new OpenError({ code: 'not-xlsx' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end < 0) throw damaged('zip');
  const parts = new Map<string, () => Uint8Array>();
  let total = 0;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged('zip');
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [packedSize, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/').replace(/^\/+/, '');
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    total += size;
    if (size > LARGEST_PART || total > LARGEST_TOTAL || (size > SMALL && size > packedSize * HIGHEST_RATIO)) throw tooLarge(Math.max(size, total));
    if (name.endsWith('/')) continue;
    if ((flags & 1) !== 0) throw new OpenError({ code: 'encrypted' });
    if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL_HEADER) throw damaged(name);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packedSize > bytes.length) throw damaged(name);
    const packed = bytes.subarray(start, start + packedSize);
    parts.set(name, () => {
      if (method === 0) return packed;
      if (method === 8) return inflate(name, packed, size);
      throw damaged(name);
    });
  }
  return parts;
};
