/** Document properties, and what a workbook keeps that .xlsx has no place for. */
import { strFromU8, strToU8 } from 'fflate';
import type { CarriedPart, SheetModel, WorkbookModel } from '../model/types';
import { element, textContent, textElement, xmlPart } from './xml';

const CORE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const EXTENDED = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
const CUSTOM = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VARIANT_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';

/** Readers that trust the cached values of files "by Microsoft Excel" must not trust ours. */
const APPLICATION = 'Office.js host';

export const corePropertiesPart = ({ properties }: WorkbookModel): string => {
  const { title, subject, author, keywords, comments, category } = properties;
  const some = (name: string, text: string): string => (text === '' ? '' : textElement(name, text));
  return xmlPart(
    element('cp:coreProperties', { 'xmlns:cp': CORE, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
      some('dc:title', title),
      some('dc:subject', subject),
      some('dc:creator', author),
      some('cp:keywords', keywords),
      some('dc:description', comments),
      some('cp:category', category),
    ]),
  );
};

export const appPropertiesPart = ({ properties: { company } }: WorkbookModel): string =>
  xmlPart(element('Properties', { xmlns: EXTENDED }, [textElement('Application', APPLICATION), company === '' ? '' : textElement('Company', company)]));

/** Custom properties; `undefined` when there are none. */
export const customPropertiesPart = ({ properties: { custom } }: WorkbookModel): string | undefined => {
  if (custom.size === 0) return undefined;
  const properties = [...custom].map(([name, value], index) => {
    const variant =
      typeof value === 'boolean'
        ? element('vt:bool', {}, String(value))
        : typeof value === 'number'
          ? element(Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 'vt:i4' : 'vt:r8', {}, String(value))
          : element('vt:lpwstr', {}, textContent(value));
    // Custom properties are numbered from 2.
    return element('property', { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: index + 2, name }, variant);
  });
  return xmlPart(element('Properties', { xmlns: CUSTOM, 'xmlns:vt': VARIANT_TYPES }, properties));
};

/**
 * The namespace of our custom XML part. It holds the add-in settings (`Office.context.document.settings` and
 * `workbook.settings`), as JSON, and the custom properties of sheets. Excel carries such a part along untouched.
 */
export const SETTINGS_NAMESPACE = 'urn:officejs-host:settings:1';
/** Any fixed id will do; Excel tells custom XML parts apart by it. */
const SETTINGS_ITEM_ID = '{5C1A3E52-6E0B-4C6F-9D53-2B7C4E0D9A11}';

const sheetProperties = ({ name, customProperties }: SheetModel): string =>
  customProperties.size === 0
    ? ''
    : element(
        'sheet',
        { name },
        [...customProperties].map(([key, value]) => textElement('property', value, { key })),
      );

/** The custom XML part with the settings; `undefined` when there is nothing to keep. */
export const settingsPart = (book: WorkbookModel): string | undefined => {
  const settings = [...book.settings].flatMap(([key, value]) => (value === undefined ? [] : [textElement('setting', JSON.stringify(value), { key })]));
  const sheets = book.sheets.map(sheetProperties).filter((sheet) => sheet !== '');
  if (settings.length + sheets.length === 0) return undefined;
  return xmlPart(element('settings', { xmlns: SETTINGS_NAMESPACE }, [...settings, ...sheets]));
};

const WEB_EXTENSION = 'application/vnd.ms-office.webextension+xml';

/** A part that is carried along; the one in which Excel keeps an add-in's settings gets their values of today. */
export const withSettings = (part: CarriedPart, settings: ReadonlyMap<string, unknown>): CarriedPart => {
  if (part.contentType !== WEB_EXTENSION) return part;
  const xml = strFromU8(part.bytes).replace(/<((?:[\w.-]+:)?property)\s([^>]*?)(\/?)>/g, (whole, tag: string, attributes: string, end: string) => {
    const name = /\bname="([^"]*)"/.exec(attributes)?.[1];
    const value = name === undefined ? undefined : settings.get(name);
    return name === undefined || value === undefined ? whole : element(tag, { name, value: JSON.stringify(value) }).replace(/\/?>$/, `${end}>`);
  });
  return { ...part, bytes: strToU8(xml) };
};

export const settingsPropertiesPart = (): string =>
  xmlPart(
    element(
      'ds:datastoreItem',
      { 'ds:itemID': SETTINGS_ITEM_ID, 'xmlns:ds': 'http://schemas.openxmlformats.org/officeDocument/2006/customXml' },
      element('ds:schemaRefs', {}, element('ds:schemaRef', { 'ds:uri': SETTINGS_NAMESPACE })),
    ),
  );
