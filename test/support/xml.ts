/** A strict little XML reader for tests: throws where a parser of Excel's would. */

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** text directly inside, joined */
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decode = (text: string): string =>
  text.replace(/&(#x?[0-9A-Fa-f]+|\w+)?;?/g, (whole, name?: string) => {
    const decoded = name === undefined ? undefined : name.startsWith('#') ? String.fromCodePoint(Number(name.replace('#x', '0x').replace('#', ''))) : ENTITIES[name];
    if (decoded === undefined || !whole.endsWith(';')) throw new Error(`bad entity ${whole}`);
    return decoded;
  });

const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const ATTRIBUTE = /\s+([\w:.-]+)="([^"<]*)"/y;

/** The root element of a document. */
export const parseXml = (source: string): XmlNode => {
  const bad = FORBIDDEN.exec(source);
  if (bad !== null) throw new Error(`forbidden character at ${bad.index}`);
  let at = source.startsWith('<?xml') ? source.indexOf('?>') + 2 : 0;
  const fail = (what: string): never => {
    throw new Error(`${what} at ${at}: ${source.slice(at, at + 60)}`);
  };
  const element = (): XmlNode => {
    const name = /^<([\w:.-]+)/.exec(source.slice(at, at + 100))?.[1] ?? fail('no element');
    at += name.length + 1;
    const attributes: Record<string, string> = {};
    for (;;) {
      ATTRIBUTE.lastIndex = at;
      const [whole, key, raw] = ATTRIBUTE.exec(source) ?? [];
      if (whole === undefined || key === undefined || raw === undefined) break;
      if (key in attributes) fail(`attribute ${key} twice`);
      attributes[key] = decode(raw);
      at += whole.length;
    }
    if (source.startsWith('/>', at)) {
      at += 2;
      return { name, attributes, children: [], text: '' };
    }
    if (source[at] !== '>') fail('bad tag');
    at += 1;
    const children: XmlNode[] = [];
    let text = '';
    for (;;) {
      const next = source.indexOf('<', at);
      if (next < 0) fail(`<${name}> is not closed`);
      const raw = source.slice(at, next);
      if (raw.includes(']]>')) fail(']]> in text');
      text += decode(raw);
      at = next;
      if (source.startsWith(`</${name}>`, at)) {
        at += name.length + 3;
        return { name, attributes, children, text };
      }
      children.push(element());
    }
  };
  while (/\s/.test(source[at] ?? '')) at += 1;
  const root = element();
  if (source.slice(at).trim() !== '') fail('something behind the root element');
  return root;
};

/** All elements of a name, in document order. */
export const findAll = (node: XmlNode, name: string): XmlNode[] => [...(node.name === name ? [node] : []), ...node.children.flatMap((child) => findAll(child, name))];
