/** Writing of XML. Text is escaped once, here; everything else passes finished XML around as strings. */

/** Attributes in writing order; `undefined` leaves one out, booleans are `1` and `0`. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const MARKUP = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);
const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (character) => MARKUP.get(character) ?? character);

const code = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/**
 * Characters that XML 1.0 cannot hold, as Excel writes them: a control character or half a surrogate pair becomes
 * `_x000B_`, and text that looks like such a code gets its underscore escaped (`_x005F_x000B_`).
 */
export const escapeCharacters = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\0-\x08\v\f\r\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, code);

/** Text between tags. */
export const textContent = (text: string): string => escapeMarkup(escapeCharacters(text));

/** In attributes line breaks and tabs are codes too: a parser would make blanks of them. */
const attributeValue = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? '1' : '0') : typeof value === 'number' ? String(value) : escapeMarkup(escapeCharacters(value).replace(/[\n\t]/g, code));

/** `<name a="1">children</name>`, or `<name a="1"/>` without children. Children are finished XML. */
export const element = (name: string, attributes: Attributes = {}, children?: string | readonly string[]): string => {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) open += ` ${key}="${attributeValue(value)}"`;
  const inner = children === undefined ? '' : typeof children === 'string' ? children : children.join('');
  return inner === '' ? `${open}/>` : `${open}>${inner}</${name}>`;
};

/** An element with text; blanks and line breaks at its ends are kept. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): string =>
  element(name, /^ | $| {2}|[\n\t]/.test(text) ? { ...attributes, 'xml:space': 'preserve' } : attributes, textContent(text));

/** An element around children, nothing at all when there are none. */
export const listElement = (name: string, children: readonly string[], attributes: Attributes = {}): string => (children.length === 0 ? '' : element(name, attributes, children));

/** A whole XML part. */
export const xmlPart = (root: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
