/** The little XML that reading cells needs: tags by name whatever their prefix, attributes, entities. No document tree is built. */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with entities and Excel's `_x000D_` escapes undone. */
export function xmlText(raw: string): string {
  const plain = raw.includes('&')
    ? raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
        const code = hex ? parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
        if (code !== undefined) return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
        return entities[name ?? ''] ?? whole;
      })
    : raw;
  return plain.includes('_x') ? plain.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : plain;
}

/** Value of an attribute in the text of a start tag. */
export function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : xmlText(value);
}

const tags = new Map<string, { readonly open: RegExp; readonly close: RegExp }>();

function tagsOf(name: string): { readonly open: RegExp; readonly close: RegExp } {
  const known = tags.get(name);
  if (known) return known;
  const made = { open: new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])([^>]*?)(/?)>`, 'g'), close: new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`, 'g') };
  tags.set(name, made);
  return made;
}

/** Every element of a name, `attributes` without the tag name, `body` '' when the element is empty. Elements of the name must not nest. */
export function* elements(xml: string, name: string): Generator<{ readonly attributes: string; readonly body: string }> {
  const { open, close } = tagsOf(name);
  for (let at = 0; ; ) {
    open.lastIndex = at;
    const match = open.exec(xml);
    if (!match) return;
    at = open.lastIndex;
    if (match[2] === '/') {
      yield { attributes: match[1] ?? '', body: '' };
      continue;
    }
    close.lastIndex = at;
    const end = close.exec(xml);
    const body = xml.slice(at, end ? end.index : xml.length);
    at = end ? close.lastIndex : xml.length;
    yield { attributes: match[1] ?? '', body };
  }
}

/** All text runs of a string item; phonetic guides are left out. */
export function runsOf(xml: string): string {
  const visible = xml.includes('rPh') ? xml.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '') : xml;
  let text = '';
  for (const { body } of elements(visible, 't')) text += xmlText(body);
  return text;
}
