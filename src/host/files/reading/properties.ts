/** Document properties, and the settings that add-ins keep in a workbook. */
import type { WorkbookModel } from '../../model/types';
import { SETTINGS_NAMESPACE } from '../properties';
import type { DroppedKind } from './dropped';
import { relationshipKind, type PackageReader } from './package';
import { attribute, child, childrenOf, textOf, type XmlElement } from './xml';

const CORE = { title: 'title', subject: 'subject', creator: 'author', keywords: 'keywords', description: 'comments', category: 'category' } as const;

const customValue = (property: XmlElement): string | number | boolean | undefined => {
  const [variant] = property.children;
  if (variant === undefined) return undefined;
  const text = textOf(variant);
  if (variant.name === 'bool') return text === 'true' || text === '1';
  if (/^(?:u?i[1248]|u?int|r[48]|decimal)$/.test(variant.name)) return Number(text);
  return /^(?:lpw?str|bstr|date|filetime)$/.test(variant.name) ? text : undefined;
};

/** Fills the properties of a workbook from the parts of the package. */
export const readProperties = (file: PackageReader, { properties }: WorkbookModel, lose: (what: DroppedKind, where: string) => void): void => {
  for (const relationship of file.relationships('')) {
    const root = relationship.external ? undefined : ['core-properties', 'extended-properties', 'custom-properties'].includes(relationshipKind(relationship)) ? file.xml(relationship.target) : undefined;
    if (root === undefined) continue;
    switch (relationshipKind(relationship)) {
      case 'core-properties':
        for (const { name, text } of root.children) if (Object.hasOwn(CORE, name)) properties[CORE[name as keyof typeof CORE]] = textOf({ ...root, text });
        break;
      case 'extended-properties':
        properties.company = textOf(child(root, 'Company'));
        break;
      default:
        for (const property of childrenOf(root, 'property')) {
          const name = attribute(property, 'name') ?? '';
          const value = customValue(property);
          if (value === undefined || name === '') lose('document-property', name);
          else properties.custom.set(name, value);
        }
    }
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

/** Settings of the host's own custom XML part: of the workbook, and custom properties of its sheets. */
export const readSettings = (root: XmlElement, book: WorkbookModel): void => {
  for (const setting of childrenOf(root, 'setting')) book.settings.set(attribute(setting, 'key') ?? '', parsed(textOf(setting)));
  for (const element of childrenOf(root, 'sheet')) {
    const sheet = book.sheets.find(({ name }) => name === attribute(element, 'name'));
    for (const property of childrenOf(element, 'property')) sheet?.customProperties.set(attribute(property, 'key') ?? '', textOf(property));
  }
};

/** Settings as Excel keeps them for an add-in: properties with JSON values. They are newer than the host's own part, which Excel only carries along. */
export const readWebExtension = (root: XmlElement, book: WorkbookModel): void => {
  for (const property of childrenOf(child(root, 'properties'), 'property')) {
    const name = attribute(property, 'name') ?? '';
    if (name !== '') book.settings.set(name, parsed(attribute(property, 'value') ?? ''));
  }
};

/** True for the host's own settings part, whoever saved it last. */
export const isSettingsPart = (root: XmlElement | undefined, source: string): boolean => root?.name === 'settings' && source.includes(SETTINGS_NAMESPACE);
