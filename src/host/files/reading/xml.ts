/** Reading of XML parts: elements, attributes, text. No DTD, no entities but the five of XML: a document type is refused. */

/** An element; names are local ones, without prefix: producers choose their prefixes freely. */
export interface XmlElement {
  readonly name: string;
  /** by name as written, with prefix */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** text directly inside, joined; blanks are kept */
  readonly text: string;
  /** where it stands in the source, for parts that are carried along as they are */
  readonly start: number;
  readonly end: number;
}

export interface XmlOptions {
  /** Elements of these names are handed out when complete, and not kept: large lists need not be in memory as a whole. */
  readonly take?: Readonly<Record<string, (element: XmlElement) => void>>;
}

interface Open {
  readonly name: string;
  readonly qualified: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
  readonly start: number;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const bad = (at: number): Error => new Error(`not well-formed XML at ${at}`);

const decode = (text: string, at: number): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-fA-F]+);|#(\d+);|(\w+);)?/g, (_, hex?: string, decimal?: string, name?: string) => {
        const code = hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : undefined;
        const character = code !== undefined ? (code <= 0x10ffff ? String.fromCodePoint(code) : undefined) : ENTITIES[name ?? ''];
        if (character === undefined) throw bad(at);
        return character;
      })
    : text;

/** Line ends as XML wants them: one line feed. */
const lines = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

const ATTRIBUTE = /\s*([^\s=/>"'<]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_NAME = /[^\s/>=]+/y;

const matchAt = (pattern: RegExp, source: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(source);
};
const localName = (qualified: string): string => qualified.slice(qualified.indexOf(':') + 1);

/** Behind the markup that is no element: declaration, comment. */
const skipMarkup = (source: string, at: number): number => {
  const end = source.startsWith('<!--', at) ? source.indexOf('-->', at + 4) + 3 : source.startsWith('<?', at) ? source.indexOf('?>', at + 2) + 2 : 0;
  if (end < at + 3) throw bad(at);
  return end;
};

/**
 * The root element of a document.
 * @throws Error when the text is not well formed
 */
export const readXml = (source: string, { take = {} }: XmlOptions = {}): XmlElement => {
  const root: Open = { name: '', qualified: '', attributes: {}, children: [], text: '', start: 0 };
  const stack: Open[] = [root];
  let top = root;
  const close = (element: Open, end: number): void => {
    stack.pop();
    const parent = stack.at(-1);
    if (parent === undefined) throw bad(end);
    top = parent;
    const { name, attributes, children, text, start } = element;
    const finished = { name, attributes, children, text, start, end };
    const taker = take[name];
    if (taker === undefined) parent.children.push(finished);
    else taker(finished);
  };
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    if (next !== at) {
      top.text += decode(lines(source.slice(at, next < 0 ? source.length : next)), at);
      if (next < 0) break;
      at = next;
    }
    const mark = source[at + 1];
    if (mark === '/') {
      const end = source.indexOf('>', at);
      if (end < 0 || source.slice(at + 2, end).trimEnd() !== top.qualified || top === root) throw bad(at);
      at = end + 1;
      close(top, at);
    } else if (mark === '!' && source.startsWith('<![CDATA[', at)) {
      const end = source.indexOf(']]>', at);
      if (end < 0) throw bad(at);
      top.text += source.slice(at + 9, end);
      at = end + 3;
    } else if (mark === '!' || mark === '?') {
      at = skipMarkup(source, at);
    } else {
      const start = at;
      const qualified = matchAt(TAG_NAME, source, at + 1)?.[0];
      if (qualified === undefined) throw bad(at);
      at += 1 + qualified.length;
      const attributes: Record<string, string> = {};
      for (let found = matchAt(ATTRIBUTE, source, at); found !== null; found = matchAt(ATTRIBUTE, source, at)) {
        attributes[found[1] ?? ''] = decode(lines(found[2] ?? found[3] ?? '').replace(/[\n\t]/g, ' '), at);
        at = ATTRIBUTE.lastIndex;
      }
      while (/\s/.test(source[at] ?? '')) at += 1;
      const empty = source[at] === '/';
      if (empty) at += 1;
      if (source[at] !== '>') throw bad(at);
      at += 1;
      top = { name: localName(qualified), qualified, attributes, children: [], text: '', start };
      stack.push(top);
      if (empty) close(top, at);
    }
  }
  const [element, more] = root.children;
  if (stack.length > 1 || element === undefined || more !== undefined || root.text.trim() !== '') throw bad(at);
  return element;
};

/** Excel's codes for characters that XML cannot hold: `_x000B_`. */
const undoCodes = (text: string): string => (text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text);

/** Text of an element. */
export const textOf = (element: XmlElement | undefined): string => undoCodes(element?.text ?? '');
/** An attribute; `undefined` when it is not there. */
export const attribute = (element: XmlElement | undefined, name: string): string | undefined => {
  const value = element?.attributes[name];
  return value === undefined ? undefined : undoCodes(value);
};
/** An attribute that is a number; `undefined` when it is not there or none. */
export const numberAttribute = (element: XmlElement | undefined, name: string): number | undefined => {
  const text = element?.attributes[name];
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
};
/** An attribute that is yes or no. */
export const flag = (element: XmlElement | undefined, name: string, otherwise = false): boolean => {
  const text = element?.attributes[name];
  return text === undefined ? otherwise : text === '1' || text === 'true' || text === 'on';
};
/** The relationship id in an attribute such as `r:id`, `r:embed`, whatever the prefix. */
export const relationshipId = (element: XmlElement | undefined, name = 'id'): string | undefined =>
  Object.entries(element?.attributes ?? {}).find(([key]) => key.includes(':') && localName(key) === name && !key.startsWith('xmlns'))?.[1];

/** The first child of a name. */
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined => element?.children.find((candidate) => candidate.name === name);
/** All children of a name. */
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] => element?.children.filter((candidate) => candidate.name === name) ?? [];
/** Follows first children by their names. */
export const descend = (element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined => names.reduce(child, element);
