/** The package around the parts: what leads to what, and what a part is (ECMA-376 part 2). */
import { damaged, OpenError } from './failure';
import { readXml, type XmlElement, type XmlOptions } from './xml';
import type { ZipParts } from './zip';

export interface RelationshipEntry {
  readonly id: string;
  readonly type: string;
  /** path of the part from the root, or the address of something outside */
  readonly target: string;
  readonly external: boolean;
}

export interface PackageReader {
  /** paths of all parts, relationships and content types not among them */
  readonly paths: readonly string[];
  has(path: string): boolean;
  bytes(path: string): Uint8Array;
  /** text of a part, UTF-8 or UTF-16 with its mark */
  text(path: string): string;
  /** root of an XML part; `undefined` when the package has no such part. @throws OpenError when it is no XML */
  xml(path: string, options?: XmlOptions): XmlElement | undefined;
  contentType(path: string): string;
  /** relationships of the part at this path, `''` for the package itself */
  relationships(path: string): readonly RelationshipEntry[];
}

/** Last step of a relationship type: transitional and strict files differ in the rest. */
export const relationshipKind = ({ type }: Pick<RelationshipEntry, 'type'>): string => type.slice(type.lastIndexOf('/') + 1);

/** `../drawings/drawing1.xml` from `xl/worksheets/sheet1.xml` → `xl/drawings/drawing1.xml`. */
const resolve = (from: string, target: string): string => {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
};

const relationshipsPath = (path: string): string => {
  const slash = path.lastIndexOf('/');
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
};

const decodePart = (bytes: Uint8Array): string => {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
};

/** @throws OpenError `no-workbook` when it is a zip of something else */
export const readPackage = (parts: ZipParts): PackageReader => {
  // Names of parts do not depend on case.
  const actual = new Map([...parts.keys()].map((path) => [path.toLowerCase(), path]));
  const bytes = (path: string): Uint8Array => {
    const read = parts.get(actual.get(path.toLowerCase()) ?? '');
    if (read === undefined) throw damaged(path);
    return read();
  };
  const has = (path: string): boolean => actual.has(path.toLowerCase());
  const xml = (path: string, options?: XmlOptions): XmlElement | undefined => {
    if (!has(path)) return undefined;
    const text = decodePart(bytes(path));
    try {
      return readXml(text, options);
    } catch (error) {
      throw error instanceof OpenError ? error : damaged(path);
    }
  };
  const types = xml('[Content_Types].xml');
  if (types === undefined) throw new OpenError({ code: 'no-workbook' });
  const overrides = new Map<string, string>();
  const defaults = new Map<string, string>();
  for (const { name, attributes } of types.children) {
    if (name === 'Override') overrides.set((attributes['PartName'] ?? '').replace(/^\//, '').toLowerCase(), attributes['ContentType'] ?? '');
    else if (name === 'Default') defaults.set((attributes['Extension'] ?? '').toLowerCase(), attributes['ContentType'] ?? '');
  }
  const known = new Map<string, readonly RelationshipEntry[]>();
  return {
    paths: [...parts.keys()].filter((path) => path !== '[Content_Types].xml' && !path.endsWith('.rels')),
    has,
    bytes,
    text: (path) => decodePart(bytes(path)),
    xml,
    contentType: (path) => overrides.get(path.toLowerCase()) ?? defaults.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase()) ?? 'application/octet-stream',
    relationships: (path) => {
      const before = known.get(path);
      if (before !== undefined) return before;
      const list = (xml(relationshipsPath(path))?.children ?? []).map(({ attributes }) => {
        const external = attributes['TargetMode'] === 'External';
        const target = attributes['Target'] ?? '';
        return { id: attributes['Id'] ?? '', type: attributes['Type'] ?? '', target: external ? target : resolve(path, target.split('#')[0] ?? ''), external };
      });
      known.set(path, list);
      return list;
    },
  };
};
