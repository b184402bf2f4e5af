/** Encodes text as GB18030, which no runtime offers: two-byte codes from a table made with the decoder, emoji and rare characters beyond U+FFFF as four bytes. */
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

/** Bytes of the text; characters below U+FFFF outside GBK throw, so that a test cannot silently lose them. */
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
    const beyond = (character.codePointAt(0) ?? 0) - 0x10000;
    if (beyond >= 0) {
      // The four-byte codes of the supplementary planes follow each other from 0x90308130 on.
      let linear = beyond + 189_000;
      const four = [10, 126, 10, 126].map((base, index) => {
        const digit = linear % base;
        linear = Math.floor(linear / base);
        return digit + (index % 2 === 0 ? 0x30 : 0x81);
      });
      for (const byte of four.reverse()) bytes[length++] = byte;
      continue;
    }
    const pair = known.get(character);
    if (!pair) throw new RangeError(`not in GBK: ${character}`);
    bytes[length++] = pair[0];
    bytes[length++] = pair[1];
  }
  return bytes.slice(0, length);
}
