/** A strict reader for small XML files such as a manifest: elements, attributes, text. No DTD, no entities beyond the five of XML. */

export interface XmlElement {
  /** with its prefix, as written */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** text directly inside, trimmed */
  readonly text: string;
  /** 1-based line of the start tag */
  readonly line: number;
}

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  line: number;
}

const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([^\s>]+)\s*>|<([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The root element of an XML text.
 * @throws Error naming the line when the text is not well formed
 */
export function parseXml(text: string): XmlElement {
  const source = text.replace(/^\uFEFF/, '');
  const stack: Open[] = [{ name: '', attributes: {}, children: [], text: '', line: 1 }];
  const lineAt = (index: number): number => source.slice(0, index).split('\n').length;
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const match = token.exec(source);
    const top = stack.at(-1);
    if (match === null || top === undefined) throw new Error(`line ${lineAt(at)}: not well-formed XML`);
    const [whole, closing, opening, attributes = '', empty] = match;
    if (closing !== undefined) {
      if (closing !== top.name) throw new Error(`line ${lineAt(at)}: </${closing}> closes <${top.name}> of line ${top.line}`);
      stack.pop();
      stack.at(-1)?.children.push({ ...top, text: top.text.trim() });
    } else if (opening !== undefined) {
      const element: Open = { name: opening, attributes: readAttributes(attributes, lineAt(at)), children: [], text: '', line: lineAt(at) };
      if (empty === '/') top.children.push(element);
      else stack.push(element);
    } else if (!whole.startsWith('<')) {
      top.text += unescape(whole, lineAt(at));
    }
  }
  const [document, unclosed] = stack;
  if (unclosed !== undefined) throw new Error(`line ${unclosed.line}: <${unclosed.name}> is never closed`);
  const root = document?.children[0];
  if (root === undefined || document?.children.length !== 1 || document.text.trim() !== '') throw new Error('there must be exactly one root element');
  return root;
}

/** Every element below, the root first, in document order. */
export function descendants(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(descendants)];
}

/** Name without its prefix. */
export function localName(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

function readAttributes(text: string, line: number): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name in attributes) throw new Error(`line ${line}: attribute ${name} is given twice`);
    attributes[name] = unescape(double ?? single ?? '', line);
  }
  return attributes;
}

function unescape(text: string, line: number): string {
  return text.replace(/&(#x?[\da-f]+|\w*);?/gi, (whole, name: string) => {
    const entity = entities[name];
    if (entity !== undefined && whole.endsWith(';')) return entity;
    if (/^#/.test(name) && whole.endsWith(';')) return String.fromCodePoint(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
    throw new Error(`line ${line}: “${whole}” is not an XML entity`);
  });
}
