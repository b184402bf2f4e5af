import { developmentBaseUrl, productionManifest } from './manifest';
import { descendants, localName, parseXml } from './xml';
import type { XmlElement } from './xml';

/** What the checks need besides the text of the manifest. */
export interface ManifestFiles {
  /** pixel width and height of a PNG by its path below the base address, undefined when there is no such PNG */
  readonly pngSize: (path: string) => readonly [number, number] | undefined;
  /** true when a file is served at this path below the base address */
  readonly exists: (path: string) => boolean;
  /** version of the package, `1.2.3` */
  readonly packageVersion: string;
}

/** The order that Office demands below `OfficeApp`. */
const order = [
  'Id', 'AlternateId', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'AppDomains',
  'Hosts', 'Requirements', 'DefaultSettings', 'Permissions', 'Dictionary', 'VersionOverrides', 'ExtendedOverrides',
] as const;
const required = ['Id', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'Hosts', 'Requirements', 'DefaultSettings', 'Permissions', 'VersionOverrides'];
const versionOverridesOrder = ['Description', 'Requirements', 'Hosts', 'Resources'];
const resourcesOrder = ['Images', 'Urls', 'ShortStrings', 'LongStrings'];
/** Locales that every text must be given in besides the default. */
const otherLocales = ['en-US'];
const requiredIconSizes = ['16', '32', '80'];
const longest = { DisplayName: 125, Description: 250, ShortStrings: 125, LongStrings: 250, Urls: 2048, Images: 2048, resid: 32 } as const;

/** Which list of resources an element takes its `resid` from. */
const listOf: Readonly<Record<string, string>> = { Label: 'ShortStrings', Title: 'ShortStrings', Description: 'LongStrings', LearnMoreUrl: 'Urls', SourceLocation: 'Urls', Image: 'Images' };

/** Every mistake in a manifest, each a sentence with its line; empty when Office would take it. Odd XML is a mistake, never an exception. */
export function checkManifest(xml: string, files: ManifestFiles): readonly string[] {
  let root: XmlElement;
  try {
    root = parseXml(xml);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  if (root.name !== 'OfficeApp' || root.attributes['xsi:type'] !== 'TaskPaneApp') return [`line ${root.line}: the root must be <OfficeApp xsi:type="TaskPaneApp">`];
  return [...checkShape(root), ...checkFacts(root, files), ...checkTexts(root), ...checkAddresses(root, files), ...checkResources(root), ...checkIcons(root, files), ...checkProduction(xml)];
}

function checkShape(root: XmlElement): readonly string[] {
  const names = root.children.map(localName);
  const overrides = root.children.find((child) => localName(child) === 'VersionOverrides');
  const resources = overrides?.children.find((child) => localName(child) === 'Resources');
  return [
    ...required.filter((name) => !names.includes(name)).map((name) => `<${name}> is missing`),
    ...inOrder(root, order),
    ...(overrides === undefined ? [] : inOrder(overrides, versionOverridesOrder)),
    ...(resources === undefined ? [] : inOrder(resources, resourcesOrder)),
  ];
}

function inOrder(parent: XmlElement, wanted: readonly string[]): readonly string[] {
  const mistakes: string[] = [];
  let last = -1;
  for (const child of parent.children) {
    const name = localName(child);
    const place = wanted.indexOf(name);
    if (place === -1) mistakes.push(`line ${child.line}: <${name}> does not belong in <${localName(parent)}>`);
    else if (place === last) mistakes.push(`line ${child.line}: <${name}> is there twice`);
    else if (place < last) mistakes.push(`line ${child.line}: <${name}> must stand before <${wanted[last]}>`);
    last = Math.max(last, place);
  }
  return mistakes;
}

function checkFacts(root: XmlElement, files: ManifestFiles): readonly string[] {
  const text = (name: string): string => root.children.find((child) => localName(child) === name)?.text ?? '';
  const all = descendants(root);
  const mistakes: string[] = [];
  if (!/^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i.test(text('Id')) || /^0{8}/.test(text('Id'))) mistakes.push(`Id is not a GUID: ${text('Id')}`);
  if (!/^\d{1,5}(\.\d{1,5}){1,3}$/.test(text('Version'))) mistakes.push(`Version must be numbers parted by dots: ${text('Version')}`);
  else if (!`${text('Version')}.`.startsWith(`${files.packageVersion}.`)) mistakes.push(`Version ${text('Version')} does not begin with that of package.json, ${files.packageVersion}`);
  if (text('Permissions') !== 'ReadWriteDocument') mistakes.push(`Permissions must be ReadWriteDocument: ${text('Permissions')}`);
  if (!all.some((element) => localName(element) === 'Host' && element.attributes['Name'] === 'Workbook')) mistakes.push('<Host Name="Workbook"> is missing');
  const set = all.find((element) => localName(element) === 'Set' && element.attributes['Name'] === 'ExcelApi');
  if (set?.attributes['MinVersion'] !== '1.13') mistakes.push('the requirement ExcelApi 1.13 is missing');
  const overrides = all.find((element) => localName(element) === 'VersionOverrides');
  if (overrides !== undefined && overrides.attributes['xsi:type'] !== 'VersionOverridesV1_0') mistakes.push(`line ${overrides.line}: a task pane takes VersionOverridesV1_0 only`);
  if (!all.some((element) => localName(element) === 'OfficeTab' && element.attributes['id'] === 'TabHome')) mistakes.push('the button must stand on the Home tab (<OfficeTab id="TabHome">)');
  if (!all.some((element) => localName(element) === 'Action' && element.attributes['xsi:type'] === 'ShowTaskpane')) mistakes.push('no button opens the task pane (ShowTaskpane)');
  return mistakes;
}

/** Length of each text, and that it is given once in each locale. */
function checkTexts(root: XmlElement): readonly string[] {
  const defaultLocale = root.children.find((child) => localName(child) === 'DefaultLocale')?.text ?? '';
  const mistakes: string[] = /^[a-z]{2}-[A-Z]{2}$/.test(defaultLocale) ? [] : [`DefaultLocale must be a full culture code such as zh-CN: ${defaultLocale}`];
  const check = (element: XmlElement, limit: number): void => {
    const overrides = element.children.filter((child) => localName(child) === 'Override');
    const locales = overrides.map((override) => override.attributes['Locale'] ?? '');
    const name = element.attributes['id'] ?? localName(element);
    for (const locale of locales) {
      if (locale === defaultLocale) mistakes.push(`line ${element.line}: ${name} overrides the default locale ${locale}`);
      if (!/^[a-z]{2}-[A-Z]{2}$/.test(locale)) mistakes.push(`line ${element.line}: ${name} has the locale “${locale}”, which is not a full culture code`);
    }
    if (new Set(locales).size < locales.length) mistakes.push(`line ${element.line}: ${name} has a locale twice`);
    for (const locale of otherLocales) if (!locales.includes(locale)) mistakes.push(`line ${element.line}: ${name} is not translated to ${locale}`);
    for (const value of [element.attributes['DefaultValue'] ?? '', ...overrides.map((override) => override.attributes['Value'] ?? '')]) {
      if (value === '') mistakes.push(`line ${element.line}: ${name} is empty`);
      if (value.length > limit) mistakes.push(`line ${element.line}: ${name} has ${value.length} characters, ${limit} are allowed`);
    }
  };
  for (const child of root.children) {
    const name = localName(child);
    if (name === 'DisplayName' || name === 'Description') check(child, longest[name]);
  }
  for (const list of descendants(root)) {
    const name = localName(list);
    if (name === 'ShortStrings' || name === 'LongStrings') for (const string of list.children) check(string, longest[name]);
  }
  return mistakes;
}

/** Every address is https, on one base, and leads to a file. */
function checkAddresses(root: XmlElement, files: ManifestFiles): readonly string[] {
  const mistakes: string[] = [];
  const source = descendants(root).find((element) => localName(element) === 'SourceLocation' && element.attributes['DefaultValue'] !== undefined)?.attributes['DefaultValue'] ?? '';
  const base = source.slice(0, source.lastIndexOf('/') + 1);
  for (const element of descendants(root)) {
    const name = localName(element);
    if (name === 'AppDomain') {
      if (!/^https:\/\/[^/]+$/.test(element.text)) mistakes.push(`line ${element.line}: <AppDomain> needs https and no slash at the end: ${element.text}`);
      continue;
    }
    if (!['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'Image', 'Url'].includes(name)) continue;
    const address = element.attributes['DefaultValue'];
    if (address === undefined) continue;
    if (!address.startsWith('https://')) mistakes.push(`line ${element.line}: not https: ${address}`);
    else if (!address.startsWith(base)) mistakes.push(`line ${element.line}: not below ${base}: ${address}`);
    else if (!files.exists(address.slice(base.length))) mistakes.push(`line ${element.line}: there is no file for ${address}`);
    if (address.length > longest.Urls) mistakes.push(`line ${element.line}: the address is longer than ${longest.Urls} characters`);
  }
  if (descendants(root).some((element) => localName(element) === 'AppDomains' && element.children.length === 0)) mistakes.push('<AppDomains> must not be empty');
  return mistakes;
}

/** Ids and the references to them. */
function checkResources(root: XmlElement): readonly string[] {
  const mistakes: string[] = [];
  const defined = new Map<string, string>();
  const used = new Set<string>();
  const all = descendants(root);
  for (const list of all.filter((element) => resourcesOrder.includes(localName(element)))) {
    for (const { attributes, line } of list.children) {
      const id = attributes['id'] ?? '';
      if (id.length === 0 || id.length > longest.resid) mistakes.push(`line ${line}: the id “${id}” must have 1 to ${longest.resid} characters`);
      if (defined.has(id)) mistakes.push(`line ${line}: the id ${id} is there twice`);
      defined.set(id, localName(list));
    }
  }
  for (const element of all) {
    const id = element.attributes['resid'];
    if (id === undefined) continue;
    used.add(id);
    const list = defined.get(id);
    const wanted = listOf[localName(element)];
    if (list === undefined) mistakes.push(`line ${element.line}: nothing is defined as ${id}`);
    else if (wanted !== undefined && list !== wanted) mistakes.push(`line ${element.line}: <${localName(element)}> takes one of ${wanted}, ${id} is one of ${list}`);
  }
  for (const id of defined.keys()) if (!used.has(id)) mistakes.push(`${id} is defined and never used`);
  const commands = all.filter((element) => ['Group', 'Control'].includes(localName(element))).map((element) => element.attributes['id'] ?? '');
  if (new Set(commands).size < commands.length) mistakes.push('two groups or controls have the same id');
  return mistakes;
}

/** The picture behind each icon address has the size it is used for. */
function checkIcons(root: XmlElement, files: ManifestFiles): readonly string[] {
  const mistakes: string[] = [];
  const all = descendants(root);
  const pathOf = (address: string): string => address.slice(address.indexOf('/assets/') + 1);
  const check = (line: number, address: string, size: number): void => {
    const found = files.pngSize(pathOf(address));
    if (found === undefined) mistakes.push(`line ${line}: no PNG at ${address}`);
    else if (found[0] !== size || found[1] !== size) mistakes.push(`line ${line}: ${address} is ${found[0]} × ${found[1]} pixels, not ${size} × ${size}`);
  };
  const addresses = new Map(all.filter((element) => localName(element) === 'Image' && element.attributes['id'] !== undefined).map((element) => [element.attributes['id'], element.attributes['DefaultValue'] ?? '']));
  for (const element of all) {
    if (localName(element) === 'IconUrl') check(element.line, element.attributes['DefaultValue'] ?? '', 32);
    if (localName(element) === 'HighResolutionIconUrl') check(element.line, element.attributes['DefaultValue'] ?? '', 64);
    if (localName(element) !== 'Icon') continue;
    const sizes = element.children.map((image) => image.attributes['size'] ?? '');
    for (const size of requiredIconSizes) if (!sizes.includes(size)) mistakes.push(`line ${element.line}: the icon lacks the size ${size}`);
    if (new Set(sizes).size < sizes.length) mistakes.push(`line ${element.line}: the icon has a size twice`);
    for (const image of element.children) {
      const address = addresses.get(image.attributes['resid']);
      if (address !== undefined) check(image.line, address, Number(image.attributes['size']));
    }
  }
  return mistakes;
}

/** The manifest of a hosted build differs from this one by its base address alone. */
function checkProduction(xml: string): readonly string[] {
  if (!xml.includes(developmentBaseUrl)) return [];
  const base = 'https://retro.example.com/addin';
  try {
    const production = productionManifest(xml, base);
    return production.replaceAll(base, developmentBaseUrl) === xml ? [] : ['the production manifest differs by more than its base address'];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
