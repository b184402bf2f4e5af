/** Encodes text as GB18030, which no runtime offers: two-byte codes from a table made with the decoder, the rest of Unicode is not needed here. */
let table: Map<string, readonly [number, number]> | undefined;

function codes(): Map<string, readonly [number, number]> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, [lead, trail]);
    }
  }
  return table;
}

/** Bytes of the text; characters outside GBK throw, so that a test cannot silently lose them. */
export function encodeGb18030(text: string): Uint8Array {
  const known = codes();
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 128) {
      bytes[length++] = code;
      continue;
    }
    const pair = known.get(character);
    if (!pair) throw new RangeError(`not in GBK: ${character}`);
    bytes[length++] = pair[0];
    bytes[length++] = pair[1];
  }
  return bytes.slice(0, length);
}
