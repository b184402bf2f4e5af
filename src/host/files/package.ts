/** The package around the parts of an .xlsx: names, content types and relationships (ECMA-376 part 2). */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { CarriedLink, CarriedPart } from '../model/types';
import { element, xmlPart } from './xml';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Kinds of parts: content type, and type of the relationship that leads to them. */
export const PARTS = {
  workbook: { contentType: `${SPREADSHEET}.sheet.main+xml`, relationship: `${OFFICE}/officeDocument` },
  worksheet: { contentType: `${SPREADSHEET}.worksheet+xml`, relationship: `${OFFICE}/worksheet` },
  styles: { contentType: `${SPREADSHEET}.styles+xml`, relationship: `${OFFICE}/styles` },
  sharedStrings: { contentType: `${SPREADSHEET}.sharedStrings+xml`, relationship: `${OFFICE}/sharedStrings` },
  table: { contentType: `${SPREADSHEET}.table+xml`, relationship: `${OFFICE}/table` },
  drawing: { contentType: 'application/vnd.openxmlformats-officedocument.drawing+xml', relationship: `${OFFICE}/drawing` },
  chart: { contentType: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml', relationship: `${OFFICE}/chart` },
  coreProperties: { contentType: 'application/vnd.openxmlformats-package.core-properties+xml', relationship: `${PACKAGE}/relationships/metadata/core-properties` },
  appProperties: { contentType: 'application/vnd.openxmlformats-officedocument.extended-properties+xml', relationship: `${OFFICE}/extended-properties` },
  customProperties: { contentType: 'application/vnd.openxmlformats-officedocument.custom-properties+xml', relationship: `${OFFICE}/custom-properties` },
  customXml: { contentType: 'application/xml', relationship: `${OFFICE}/customXml` },
  customXmlProperties: { contentType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml', relationship: `${OFFICE}/customXmlProps` },
} as const;
export type PartKind = keyof typeof PARTS;
export const HYPERLINK_RELATIONSHIP = `${OFFICE}/hyperlink`;

/** The relationships of one part. Ids are `rId1`, `rId2` … in the order they were asked for. */
export interface Relationships {
  /** Path of the other part, from the root of the package. Returns the id. */
  add(kind: PartKind, path: string): string;
  /** A web address. Returns the id. */
  addExternal(type: string, target: string): string;
  /** To a part that is carried along, or outside. Returns the id. */
  addCarried(link: CarriedLink): string;
}

export interface PackageWriter {
  addPart(kind: PartKind, path: string, xml: string): void;
  /** A part as it is, with its relationships, which keep their ids. */
  addCarried(part: CarriedPart): void;
  /** The relationships of the part at this path; `''` is the package itself. */
  relationshipsOf(path: string): Relationships;
  /** The finished zip. Equal parts give equal bytes. */
  zip(): Uint8Array;
}

const relationshipsPath = (path: string): string => {
  const slash = path.lastIndexOf('/');
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
};

/** DOS time has no zone and begins in 1980; a fixed one makes equal workbooks equal files. */
const FIXED_TIME = new Date(1980, 0, 1);

export const createPackage = (): PackageWriter => {
  const parts = new Map<string, { readonly kind: PartKind; readonly xml: string }>();
  const carried = new Map<string, CarriedPart>();
  const relationships = new Map<string, string[]>();

  const relationshipsOf = (path: string): Relationships => {
    const list = relationships.get(path) ?? [];
    relationships.set(path, list);
    const add = (type: string, target: string, mode?: string): string => {
      const id = `rId${list.length + 1}`;
      list.push(element('Relationship', { Id: id, Type: type, Target: target, TargetMode: mode }));
      return id;
    };
    return {
      add: (kind, target) => add(PARTS[kind].relationship, `/${target}`),
      addExternal: (type, target) => add(type, target, 'External'),
      addCarried: ({ type, target, external }) => (external ? add(type, target, 'External') : add(type, `/${target}`)),
    };
  };

  const contentTypes = (): string =>
    xmlPart(
      element('Types', { xmlns: `${PACKAGE}/content-types` }, [
        element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
        element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
        ...[...parts].filter(([, { kind }]) => kind !== 'customXml').map(([path, { kind }]) => element('Override', { PartName: `/${path}`, ContentType: PARTS[kind].contentType })),
        ...[...carried.values()].filter(({ contentType }) => contentType !== 'application/xml').map(({ path, contentType }) => element('Override', { PartName: `/${path}`, ContentType: contentType })),
      ]),
    );

  return {
    addPart: (kind, path, xml) => {
      parts.set(path, { kind, xml });
    },
    addCarried: (part) => {
      carried.set(part.path, part);
      if (part.links.length > 0)
        relationships.set(
          part.path,
          part.links.map(({ id, type, target, external }) => element('Relationship', { Id: id, Type: type, Target: external ? target : `/${target}`, TargetMode: external ? 'External' : undefined })),
        );
    },
    relationshipsOf,
    zip: () => {
      const files: Zippable = { '[Content_Types].xml': strToU8(contentTypes()) };
      for (const [path, list] of relationships) {
        if (list.length > 0) files[relationshipsPath(path)] = strToU8(xmlPart(element('Relationships', { xmlns: `${PACKAGE}/relationships` }, list)));
      }
      for (const [path, { xml }] of parts) files[path] = strToU8(xml);
      for (const [path, { bytes }] of carried) files[path] = bytes;
      return zipSync(files, { level: 6, mtime: FIXED_TIME });
    },
  };
};
