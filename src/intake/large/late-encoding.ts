import { encodingFrom, enoughForEncoding, firstBeyondAscii } from '../encoding';

/**
 * For a stream that began with nothing but ASCII: gives chunks on as they come, holds them back from the first other byte on until there is
 * enough to tell UTF-8 from GB18030, then says which it is. Bytes come out in order, whole and once.
 */
export interface LateEncoding {
  /** bytes that can be read now, in the order given */
  push(chunk: Uint8Array): readonly Uint8Array[];
  /** what is still held back */
  end(): readonly Uint8Array[];
}

export function createLateEncoding(decided: (encoding: 'utf-8' | 'gb18030') => void): LateEncoding {
  let held: Uint8Array[] = [];
  let size = 0;
  /** where in the held bytes the first one beyond ASCII is */
  let first = -1;
  let done = false;
  const release = (): readonly Uint8Array[] => {
    done = true;
    if (size === 0) return [];
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const chunk of held) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    held = [];
    decided(encodingFrom(bytes, first));
    return [bytes];
  };
  return {
    push(chunk) {
      if (done) return [chunk];
      if (first < 0) {
        first = firstBeyondAscii(chunk);
        if (first < 0) return [chunk];
      }
      held.push(chunk.slice());
      size += chunk.length;
      return size - first >= enoughForEncoding ? release() : [];
    },
    end: () => (done ? [] : release()),
  };
}
