import { readFileSync } from 'node:fs';
import path from 'node:path';
import { iconSizes, productionManifest } from '../../src/tooling/manifest';
import { checkManifest } from '../../src/tooling/manifest-checks';
import { pngSize, projectFiles } from '../../src/tooling/validate-manifest';
import { parseXml } from '../../src/tooling/xml';

const root = path.join(__dirname, '../..');
const xml = readFileSync(path.join(root, 'manifest.xml'), 'utf8');
const files = projectFiles(root);

/** The manifest with one thing broken; a replacement that finds nothing is a mistake of the test. */
function broken(from: string | RegExp, to: string): string {
  const result = xml.replace(from, to);
  if (result === xml) throw new Error(`nothing to replace: ${String(from)}`);
  return result;
}

test('Excel takes the manifest: the checks find no mistake', () => {
  expect(checkManifest(xml, files)).toEqual([]);
});

describe('a mistake in the manifest is named', () => {
  const cases: readonly { why: string; from: string | RegExp; to: string; says: RegExp }[] = [
    { why: 'Office reads elements in a fixed order', from: /( {2}<ProviderName>.*\n)( {2}<DefaultLocale>.*\n)/, to: '$2$1', says: /<ProviderName> must stand before <DefaultLocale>/ },
    { why: 'an element Office does not know is refused', from: '<Permissions>', to: '<Colour/><Permissions>', says: /<Colour> does not belong/ },
    { why: 'Office refuses a second one', from: /( {2}<Permissions>.*\n)/, to: '$1$1', says: /<Permissions> is there twice/ },
    { why: 'updates need a version', from: /<Version>.*<\/Version>/, to: '', says: /<Version> is missing/ },
    { why: 'the id is a GUID', from: /<Id>.*<\/Id>/, to: '<Id>retro</Id>', says: /not a GUID/ },
    { why: 'the manifest must not lag behind the package', from: /<Version>.*<\/Version>/, to: '<Version>0.0.9.0</Version>', says: /does not begin with that of package.json/ },
    { why: 'Excel shows at most 125 characters', from: 'DefaultValue="大促复盘">', to: `DefaultValue="${'长'.repeat(126)}">`, says: /DisplayName has 126 characters/ },
    { why: 'zh alone is unreliable', from: '<DefaultLocale>zh-CN<', to: '<DefaultLocale>zh<', says: /full culture code/ },
    { why: 'the default locale is never overridden', from: '<Override Locale="en-US" Value="Retro" />', to: '<Override Locale="zh-CN" Value="Retro" />', says: /overrides the default locale/ },
    { why: 'an English Excel shows English', from: '<bt:Override Locale="en-US" Value="Retro is ready" />', to: '', says: /GetStarted\.Title is not translated to en-US/ },
    { why: 'Excel loads nothing over http', from: '<bt:Url id="Taskpane.Url" DefaultValue="https:', to: '<bt:Url id="Taskpane.Url" DefaultValue="http:', says: /not https: http:/ },
    { why: 'an icon that is not there leaves a hole', from: 'assets/icon-20.png', to: 'assets/icon-21.png', says: /there is no file for .*icon-21/ },
    { why: 'a wrong size looks blurred', from: 'id="Icon.16" DefaultValue="https://localhost:3000/assets/icon-16.png"', to: 'id="Icon.16" DefaultValue="https://localhost:3000/assets/icon-32.png"', says: /32 × 32 pixels, not 16 × 16/ },
    { why: 'the list of add-ins takes 32 pixels', from: '<IconUrl DefaultValue="https://localhost:3000/assets/icon-32.png"', to: '<IconUrl DefaultValue="https://localhost:3000/assets/icon-48.png"', says: /48 × 48 pixels, not 32 × 32/ },
    { why: 'the ribbon needs 80', from: /<bt:Image size="80" resid="Icon.80" \/>/, to: '', says: /lacks the size 80/ },
    { why: 'a reference to nothing hides the button', from: '<Label resid="Group.Label" />', to: '<Label resid="Group.Name" />', says: /nothing is defined as Group\.Name/ },
    { why: 'a label is a short string', from: '<Label resid="Group.Label" />', to: '<Label resid="Open.Tip" />', says: /takes one of ShortStrings/ },
    { why: 'Office cuts ids at 32', from: /Taskpane\.Url/g, to: 'Taskpane.Url.of.the.pane.that.is.opened', says: /1 to 32 characters/ },
    { why: 'two strings of one id', from: 'bt:String id="Open.Label"', to: 'bt:String id="Group.Label"', says: /Group\.Label is there twice/ },
    { why: 'ExcelApi 1.13 is the floor', from: 'MinVersion="1.13" />', to: 'MinVersion="1.9" />', says: /ExcelApi 1\.13 is missing/ },
    { why: 'settings and sheets are written', from: 'ReadWriteDocument', to: 'ReadDocument', says: /ReadWriteDocument/ },
    { why: 'a task pane has no 1.1 overrides', from: 'VersionOverridesV1_0', to: 'VersionOverridesV1_1', says: /VersionOverridesV1_0/ },
    { why: 'users look on the Home tab', from: 'TabHome', to: 'TabData', says: /Home tab/ },
    { why: 'an empty list of domains is refused', from: '  <Hosts>\n    <Host Name', to: '  <AppDomains></AppDomains>\n  <Hosts>\n    <Host Name', says: /<AppDomains> must not be empty/ },
    { why: 'it is not XML', from: '</Resources>', to: '', says: /closes/ },
  ];
  test.each(cases)('$says, because $why', ({ from, to, says }) => {
    expect(checkManifest(broken(from, to), files).join('\n')).toMatch(says);
  });
});

describe('the manifest of a hosted build', () => {
  test.each([
    { base: 'https://retro.example.com', why: 'a host of its own' },
    { base: 'https://example.com/tools/retro/', why: 'a folder; the slash at the end is not doubled' },
  ])('differs by its address alone: $base ($why)', ({ base }) => {
    const production = productionManifest(xml, base);
    expect(production).not.toContain('localhost');
    expect(production).not.toContain('com//');
    expect(production.replaceAll(base.replace(/\/$/, ''), 'https://localhost:3000')).toBe(xml);
    expect(checkManifest(production, files)).toEqual([]);
  });

  test.each([
    { base: '', says: /not an address/, why: 'forgotten' },
    { base: 'retro.example.com', says: /not an address/, why: 'without a protocol' },
    { base: 'http://retro.example.com', says: /https/, why: 'Excel loads nothing over http' },
    { base: 'https://localhost:3000', says: /localhost is left/, why: 'the development server is nowhere else' },
    { base: 'https://127.0.0.1:8443', says: /localhost is left/, why: 'the same under another name' },
    { base: 'https://retro.example.com/?v=2', says: /without \? and #/, why: 'paths are put behind it' },
  ])('is refused for “$base”: $why', ({ base, says }) => {
    expect(() => productionManifest(xml, base)).toThrow(says);
  });
});

test.each(iconSizes)('the icon of %d pixels has that size and a clear ground', (size) => {
  const bytes = readFileSync(path.join(root, `assets/icon-${size}.png`));
  expect(pngSize(bytes)).toEqual([size, size]);
  const colourType = bytes[25];
  expect(colourType).toBe(6); // red, green, blue and alpha
});

describe('odd XML is told with its line', () => {
  test.each([
    { text: '<a><b></a>', says: /line 1: <\/a> closes <b>/ },
    { text: '<a>\n<b c="1" c="2"/></a>', says: /line 2: attribute c is given twice/ },
    { text: '<a>&nbsp;</a>', says: /not an XML entity/ },
    { text: '<a>R & B</a>', says: /not an XML entity/ },
    { text: '<a/><b/>', says: /exactly one root/ },
    { text: '', says: /exactly one root/ },
    { text: '<a', says: /not well-formed/ },
    { text: '<a>', says: /never closed/ },
  ])('$text', ({ text, says }) => {
    expect(() => parseXml(text)).toThrow(says);
  });

  test('attributes and text are unescaped', () => {
    expect(parseXml('<?xml version="1.0"?><!-- c --><a b="1 &lt; 2"> R &amp; B &#65; </a>')).toMatchObject({ attributes: { b: '1 < 2' }, text: 'R & B A' });
  });
});
