import type { IntakeOptions } from '../types';
import type { LargePart } from './parts';
import { createPartSummariser, createSummariser, usualHead, type LargeSummary, type Summariser } from './summariser';

/** A file that is read piece by piece. */
export interface LargeFile {
  readonly name: string;
  /** bytes */
  readonly size: number;
  /** the bytes from … to, without the last */
  read(from: number, to: number): Promise<Uint8Array>;
}

export interface StreamProgress {
  readonly bytes: number;
  readonly rows: number;
}

export interface StreamOptions extends IntakeOptions {
  /** called after every chunk */
  readonly onProgress?: (progress: StreamProgress) => void;
  /** checked after every chunk; a stopped summary says `cancelled` and holds what was read */
  readonly signal?: { readonly aborted: boolean };
}

/** What a second reader has to read: `readPart` of the same file, on another thread. */
export interface PartRequest {
  /** bytes from the file's begin that tell what is in it */
  readonly head: number;
  /** where the part begins; it goes to the end of the file */
  readonly from: number;
}

/** A reader on another thread. */
export interface SecondReader {
  /** Never rejects: undefined where there is no thread or it broke. */
  read(request: PartRequest, onProgress: (progress: StreamProgress) => void): Promise<LargePart | undefined>;
  /** Ends the thread. */
  stop(): void;
}

/**
 * Summarises a file chunk by chunk. For a worker: nothing here blocks longer than one chunk takes.
 * @param chunk bytes read at once
 * @param second reads the second half meanwhile; where the two cannot be put together, this one reads all, so that the summary is the same
 */
export async function summariseFile(file: LargeFile, options: StreamOptions, chunk: number, second?: SecondReader): Promise<LargeSummary & { readonly cancelled: boolean }> {
  const summariser = createSummariser(file.name, options);
  let at = 0;
  let other: StreamProgress = { bytes: 0, rows: 0 };
  const tell = (): void => options.onProgress?.({ bytes: at + other.bytes, rows: summariser.rows + other.rows });
  /** False when it was stopped. */
  const readTo = async (end: number): Promise<boolean> => {
    while (at < end) {
      const to = Math.min(at + chunk, end);
      const bytes = await file.read(at, to);
      if (options.signal?.aborted) return false;
      summariser.push(bytes);
      at = to;
      tell();
    }
    return true;
  };
  /** True when the second half is added. */
  const share = async (reader: SecondReader, head: number): Promise<boolean> => {
    const from = await findHalf(file, head, summariser);
    if (from === undefined) return false;
    const part = reader.read({ head, from }, (progress) => {
      other = progress;
      tell();
    });
    if (!(await readTo(from))) return false;
    const found = summariser.sharing ? await part : undefined;
    other = { bytes: 0, rows: 0 };
    const added = found !== undefined && !options.signal?.aborted && summariser.absorb(found);
    // Otherwise it may still be reading what is of no use.
    reader.stop();
    if (added) at = file.size;
    return added;
  };
  const head = Math.min(Math.ceil(usualHead / chunk) * chunk, file.size);
  try {
    const whole = (await readTo(head)) && ((second !== undefined && (await share(second, head))) || (await readTo(file.size)));
    return { ...summariser.end(), cancelled: !whole };
  } finally {
    second?.stop();
  }
}

/** The second reader's work. Undefined when the part cannot be added to another one. */
export async function readPart(file: LargeFile, { head, from }: PartRequest, options: IntakeOptions, chunk: number, onProgress: (progress: StreamProgress) => void): Promise<LargePart | undefined> {
  const summariser = createPartSummariser(await file.read(0, head), options);
  for (let at = from; at < file.size; at += chunk) {
    if (!summariser.sharing) return undefined;
    summariser.push(await file.read(at, Math.min(at + chunk, file.size)));
    onProgress({ bytes: Math.min(at + chunk, file.size) - from, rows: summariser.rows });
  }
  return summariser.endPart();
}

const LF = 10;
/** Bytes in which a row is looked for, and those of the rows that follow it. */
const searched = 65_536;
const looked = 16_384;

/** Where a row begins near the middle, most likely: the first half's reader knows for certain when it is there. */
async function findHalf(file: LargeFile, head: number, summariser: Summariser): Promise<number | undefined> {
  if (!summariser.sharing) return undefined;
  const from = Math.max(head, Math.floor(file.size / 2));
  const bytes = await file.read(from, Math.min(from + searched + looked, file.size));
  for (let at = bytes.indexOf(LF) + 1; at > 0 && at < Math.min(bytes.length, searched); at = bytes.indexOf(LF, at) + 1) {
    if (summariser.looksLikeRows(bytes.subarray(at, at + looked))) return from + at;
  }
  return undefined;
}
