/** What a workbook has beside what the host knows: taken along, or named. */
import type { CarriedLink, CarriedSheet, CarriedWorkbook } from '../../model/types';
import type { Carrier } from './carried';
import type { DroppedKind } from './dropped';
import { relationshipKind, type PackageReader, type RelationshipEntry } from './package';
import { attribute, child, childrenOf, relationshipId, type XmlElement } from './xml';

type Lose = (part: string, what: DroppedKind, where: string) => void;

/** Relationships of a sheet that lead to parts the host can take along without understanding them. */
const SHEET_PARTS = new Set(['comments', 'threadedComment', 'vmlDrawing', 'printerSettings', 'pivotTable', 'image', 'customProperty']);
/** Elements of a sheet that name such a relationship. */
const SHEET_ELEMENTS = ['legacyDrawing', 'legacyDrawingHF', 'picture', 'pageSetup'] as const;
/** Elements that saving writes, or that only say how the file was stored. */
const KNOWN_ELEMENTS = new Set([
  'sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection', 'mergeCells', 'phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions',
  'pageMargins', 'pageSetup', 'headerFooter', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'picture', 'tableParts', 'ignoredErrors', 'smartTags',
]);
/** The extension that belongs to a data bar, which the rule itself tells. */
const DATA_BARS = '{78C0D931-6437-407d-A8EE-F0AAD7539E65}';

const isDataBars = (extension: XmlElement): boolean =>
  attribute(extension, 'uri')?.toUpperCase() === DATA_BARS.toUpperCase() && childrenOf(child(extension, 'conditionalFormattings'), 'conditionalFormatting').every((format) => childrenOf(format, 'cfRule').every((rule) => attribute(rule, 'type') === 'dataBar'));

/** Of one sheet. */
export const besideSheet = (file: PackageReader, path: string, name: string, root: XmlElement, carrier: Carrier, lose: Lose): Omit<CarriedSheet, 'anchors'> => {
  for (const element of root.children) {
    if (element.name === 'extLst') for (const extension of element.children) if (!isDataBars(extension)) lose(path, 'sheet-element', `${name} ${extension.children.map((inner) => inner.name).join(' ') || (attribute(extension, 'uri') ?? '')}`);
    if (element.name !== 'extLst' && !KNOWN_ELEMENTS.has(element.name)) lose(path, 'sheet-element', `${name} ${element.name}`);
  }
  const named = new Map(SHEET_ELEMENTS.map((element) => [relationshipId(child(root, element)), element]));
  const links = file.relationships(path).flatMap((relationship): CarriedSheet['links'] => {
    if (relationship.external || !SHEET_PARTS.has(relationshipKind(relationship))) return [];
    const link = carrier.carry(relationship);
    const element = named.get(relationship.id);
    return link === undefined ? [] : [{ ...link, ...(element === undefined ? {} : { element }) }];
  });
  return { links };
};

/** Relationships of the workbook that need no mention in it. */
const WORKBOOK_PARTS = new Set(['theme', 'customXml', 'connections', 'person']);
/** Elements of the workbook part that saving writes, or that only say how the file was stored. */
const KNOWN_WORKBOOK = new Set(['fileVersion', 'workbookPr', 'AlternateContent', 'revisionPtr', 'bookViews', 'sheets', 'definedNames', 'calcPr', 'workbookProtection', 'externalReferences', 'pivotCaches', 'fileRecoveryPr', 'oleSize']);
/** Extensions of the workbook part that say how to calculate. */
const KNOWN_EXTENSIONS = new Set(['workbookPr', 'calcFeatures', 'extCalcPr']);
/** Relationships of the package that lead to parts saving writes. */
const OWN_PROPERTIES = new Set(['officeDocument', 'core-properties', 'extended-properties', 'custom-properties']);

export interface BesideWorkbook {
  readonly file: PackageReader;
  readonly path: string;
  readonly root: XmlElement;
  readonly carrier: Carrier;
  /** true for parts that the host reads and writes itself */
  readonly isOwn: (relationship: RelationshipEntry) => boolean;
  readonly lose: Lose;
}

/** Of the workbook and the package. */
export const besideWorkbook = ({ file, path, root, carrier, isOwn, lose }: BesideWorkbook): Omit<CarriedWorkbook, 'parts'> => {
  const external = childrenOf(child(root, 'externalReferences'), 'externalReference').map((element) => relationshipId(element));
  const caches = new Map(childrenOf(child(root, 'pivotCaches'), 'pivotCache').map((element) => [relationshipId(element), attribute(element, 'cacheId') ?? '']));
  const byId = new Map(file.relationships(path).map((relationship) => [relationship.id, relationship]));
  const listed = [...external, ...caches.keys()].map((id) => byId.get(id ?? '')).filter((relationship) => relationship !== undefined);
  const plain = file.relationships(path).filter((relationship) => WORKBOOK_PARTS.has(relationshipKind(relationship)) && !isOwn(relationship));
  const workbookLinks = [...listed, ...plain].flatMap((relationship): CarriedWorkbook['workbookLinks'] => {
    const link = carrier.carry(relationship);
    const pivotCacheId = caches.get(relationship.id);
    if (link === undefined) return [];
    return [pivotCacheId !== undefined ? { ...link, element: { pivotCacheId } } : external.includes(relationship.id) ? { ...link, element: 'externalReference' as const } : link];
  });
  const links = file.relationships('').flatMap((relationship): readonly CarriedLink[] => {
    const link = OWN_PROPERTIES.has(relationshipKind(relationship)) || isOwn(relationship) ? undefined : carrier.carry(relationship);
    return link === undefined ? [] : [link];
  });
  for (const element of root.children) {
    if (element.name === 'extLst') for (const extension of element.children) for (const { name } of extension.children) if (!KNOWN_EXTENSIONS.has(name)) lose(path, 'part', name);
    if (element.name !== 'extLst' && !KNOWN_WORKBOOK.has(element.name)) lose(path, 'part', element.name);
  }
  const protection = child(root, 'workbookProtection')?.attributes ?? {};
  return { workbookLinks, links, ...(Object.keys(protection).length === 0 ? {} : { protection }) };
};
