import { Inflate } from 'fflate';

/** Why an archive is not opened. `bomb`: it declares or unpacks to an absurd size. */
export type ZipFailure = { readonly kind: 'broken' } | { readonly kind: 'bomb'; readonly megabytes: number };

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  /** unpacked bytes; throws nothing: a failure comes back as such */
  read(): Uint8Array | ZipFailure;
}

/** Larger than any sheet a back office exports; a workbook at Excel's own limit of rows stays below it. */
const largestEntry = 400 << 20;
const largestTotal = 600 << 20;
/** Sheets shrink 10–60 times; a thousand times is what bombs do. */
const highestRatio = 300;

const broken: ZipFailure = { kind: 'broken' };

/**
 * Lists an archive from its central directory. Declared sizes are checked before anything is unpacked, and unpacking stops as soon as an
 * entry grows beyond what it declared, so a bomb or a lying header costs milliseconds. Zip64 and encryption are not read: `broken`.
 */
export function openZip(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> | ZipFailure {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return broken;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return broken;
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    total += size;
    if (size > largestEntry || total > largestTotal || (size > 20 << 20 && size > packed * highestRatio)) return { kind: 'bomb', megabytes: Math.round(Math.max(size, total) / 1048576) };
    if (flags & 1 || local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50) continue;
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packed > bytes.length) continue;
    const data = bytes.subarray(start, start + packed);
    entries.set(name.replace(/^\/+/, '').toLowerCase(), { name, size, read: () => (method === 0 ? data : method === 8 ? inflate(data, size) : broken) });
  }
  return entries;
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}

function inflate(data: Uint8Array, size: number): Uint8Array | ZipFailure {
  const result = new Uint8Array(size);
  let filled = 0;
  let over = false;
  const inflater = new Inflate((chunk) => {
    if (filled + chunk.length > size) over = true;
    else {
      result.set(chunk, filled);
      filled += chunk.length;
    }
  });
  try {
    const step = 65_536;
    for (let at = 0; at < data.length && !over; at += step) inflater.push(data.subarray(at, at + step), at + step >= data.length);
  } catch {
    return broken;
  }
  if (over) return { kind: 'bomb', megabytes: Math.ceil(size / 1048576) };
  return filled === size ? result : broken;
}

/** True when something could not be opened. */
export function isFailure(value: object): value is ZipFailure {
  return 'kind' in value;
}
