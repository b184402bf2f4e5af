import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openXlsx, type OpenedWorkbook, type OpenFailure } from '../../../src/host/files/open';
import { saveWorkbook } from '../../../src/host/files/save';
import { shareFormat } from '../../../src/host/model/formats';
import { cellKey, type CellFormat, type WorkbookModel } from '../../../src/host/model/types';
import { addTable, buildWorkbook, cellAt, fill, put, sheetOf } from '../../support/workbook-builder';
import { bookContent } from './book-content';
import { richWorkbook } from './rich-workbook';

const opened = (bytes: Uint8Array): OpenedWorkbook => {
  const result = openXlsx(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result;
};
const failureOf = (bytes: Uint8Array): OpenFailure | undefined => {
  const result = openXlsx(bytes);
  return result.ok ? undefined : result.failure;
};
/** What a file says more fully than the workbook that it was made from. */
const writtenOut = (book: WorkbookModel): WorkbookModel => {
  const comparison = sheetOf(book, '2 对比结果');
  cellAt(comparison, 'F8').formula = '=SUBTOTAL(103,tblComparison[状态])';
  cellAt(comparison, 'H8').formula = '=SUBTOTAL(109,tblComparison[金额])';
  Object.assign(comparison.pageLayout, { fitToHeight: 0, printArea: '$A$1:$J$32' });
  const forbidden = ['DeleteColumns', 'DeleteRows', 'EditObjects', 'EditScenarios', 'FormatColumns', 'FormatRows', 'InsertColumns', 'InsertHyperlinks', 'InsertRows', 'PivotTables'];
  const { options } = sheetOf(book, '6 行动计划').protection;
  for (const name of forbidden) options[`allow${name}`] = false;
  return book;
};

const reopened = (book: WorkbookModel): OpenedWorkbook => opened(saveWorkbook(book));

describe('what the host saves, it opens', () => {
  it('is the same workbook, and saved again the same file', () => {
    const book = richWorkbook();
    const bytes = saveWorkbook(book);
    const again = opened(bytes);
    expect(again.dropped).toEqual([]);
    expect(bookContent(again.book)).toEqual(bookContent(writtenOut(book)));
    expect(Buffer.from(saveWorkbook(again.book)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('keeps any text, number, truth value and format', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('_x000D_', '_x005F_x000D_', ' a ', '\r\n', '=1', "'x", '\u{1F600}', '\ud83d', '&lt;', ']]>'));
    const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)), fc.integer(), fc.boolean());
    const color = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).toUpperCase().padStart(6, '0')}`);
    const format = fc.record(
      {
        numberFormat: fc.constantFrom('0.00%', 'yyyy-mm-dd', '@', '#,##0.00"秒"', '+0.0%;-0.0%;0.0%', '"¥"#,##0', '[h]:mm:ss'),
        fill: color, fontColor: color, bold: fc.constant(true as const), italic: fc.constant(true as const), fontSize: fc.integer({ min: 6, max: 40 }).filter((size) => size !== 11), fontName: fc.constantFrom('微软雅黑', 'Arial'),
        horizontalAlignment: fc.constantFrom('Left' as const, 'Center' as const, 'Right' as const), verticalAlignment: fc.constantFrom('Top' as const, 'Center' as const), wrapText: fc.constant(true as const), locked: fc.constant(false as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 60 }), value, format), { maxLength: 30 }), (cells) => {
        const book = buildWorkbook('数据');
        for (const [row, column, content, look] of cells) {
          const shared = shareFormat(look as CellFormat);
          sheetOf(book, '数据').cells.set(cellKey(row, column), { value: content, ...(shared === undefined ? {} : { format: shared }) });
        }
        expect(bookContent(reopened(book).book)).toEqual(bookContent(book));
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['=[@实际]-[@[目标 (新)]]', 'this row, plain and with brackets'],
    ['=SUM(tblX[实际])+tblX[[#Totals],[实际]]', 'columns and items of the table'],
    ['=tblY[@数]', 'this row of another table'],
    ["=SUM('我 的'!$A$1:B2)&\"[@x] _xlfn.\"", 'sheets, and text that looks like a reference'],
    ['=XLOOKUP(1,A:A,B:B)+IFS(TRUE,1)+LET(值,2,值+1)', 'newer functions and variables'],
    ['=SUM(C9#)', 'a spilled range'],
    ['=FILTER(A1:A3,A1:A3>0)', 'a function with two prefixes'],
  ])('formula %s stays (%s)', (formula) => {
    const book = buildWorkbook('我 的');
    const sheet = sheetOf(book, '我 的');
    fill(sheet, 'A1', [['实际', '目标 (新)', '式'], [1, 2, ''], [3, 4, '']]);
    fill(sheet, 'F1', [['数'], [1], [2]]);
    addTable(book, sheet, 'tblX', 'A1:C3');
    addTable(book, sheet, 'tblY', 'F1:F3');
    put(sheet, 'C2', formula);
    expect(cellAt(sheetOf(reopened(book).book, '我 的'), 'C2').formula).toBe(formula);
  });

  it('a protected sheet keeps its password, and only its password opens it', () => {
    const { book } = reopened(richWorkbook());
    const { protection } = sheetOf(book, '6 行动计划');
    expect(protection.protected).toBe(true);
    expect(protection.passwordHash).toEqual({ password: expect.stringMatching(/^[0-9A-F]{4}$/) as string });
  });
});

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = (...entries: (readonly [kind: string, target: string, more?: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.map(([kind, target, more = ''], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"${more}/>`).join('')}</Relationships>`;

interface Foreign {
  /** children of `<worksheet>` */
  readonly sheet: string;
  readonly styles?: string;
  readonly strings?: string;
  readonly workbook?: string;
  readonly sheetRels?: string;
  readonly more?: Readonly<Record<string, string>>;
}

/** A workbook as another program may write it, with one sheet. */
const foreign = ({ sheet, styles, strings, workbook, sheetRels, more = {} }: Foreign): Uint8Array => {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN}"/></Types>`,
    '_rels/.rels': rels(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': workbook ?? `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(['worksheet', 'worksheets/sheet1.xml'], ...(styles === undefined ? [] : [['styles', '/xl/styles.xml'] as const]), ...(strings === undefined ? [] : [['sharedStrings', 'sharedStrings.xml'] as const]), ['theme', 'theme/theme1.xml']),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns:r="${OFFICE}">${sheet}</worksheet>`,
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` }),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` }),
    ...(sheetRels === undefined ? {} : { 'xl/worksheets/_rels/sheet1.xml.rels': sheetRels }),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
};
const rows = (...list: string[]): string => `<sheetData>${list.map((cells, index) => `<row r="${index + 1}">${cells}</row>`).join('')}</sheetData>`;
const cellsOf = (file: Foreign): Record<string, unknown> => {
  const [sheet] = opened(foreign(file)).book.sheets;
  return Object.fromEntries([...(sheet?.cells ?? [])].map(([key, { value, formula, error }]) => [`${String.fromCharCode(65 + (key % 16384))}${Math.floor(key / 16384) + 1}`, formula ?? (error === true ? { error: value } : value)]));
};

describe('what other programs write', () => {
  it.each<readonly [why: string, file: Foreign, expected: Record<string, unknown>]>([
    ['inline text, in runs', { sheet: rows('<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r></is></c>') }, { A1: '甲 乙' }],
    ['phonetic guides are no text', { sheet: rows('<c r="A1" t="s"><v>0</v></c>'), strings: '<si><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh></si>' }, { A1: '東京' }],
    ['cells and rows without references', { sheet: '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c t="b"><v>1</v></c></row></sheetData>' }, { A1: 1, B1: 2, A2: true }],
    ['prefixes everywhere', { sheet: '<x:sheetData xmlns:x="u"><x:row r="1"><x:c r="A1" t="str"><x:f>1&amp;"a"</x:f><x:v>1a</x:v></x:c></x:row></x:sheetData>' }, { A1: '=1&"a"' }],
    ['shared formulas move along', { sheet: rows('<c r="A1"><f t="shared" ref="A1:A3" si="0">B1+$C$1</f><v>0</v></c>', '<c r="A2"><f t="shared" si="0"/><v>0</v></c>', '<c r="A3"><f t="shared" si="0"/><v>0</v></c>') }, { A1: '=B1+$C$1', A2: '=B2+$C$1', A3: '=B3+$C$1' }],
    ['an error, a date as text', { sheet: rows('<c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="d"><v>2025-11-17T12:00:00</v></c>') }, { A1: { error: '#N/A' }, B1: 45978.5 }],
    ['absurd references are left out', { sheet: '<sheetData><row r="1"><c r="ZZZ1"><v>1</v></c><c r="A1"><v>2</v></c></row><row r="99999999"><c><v>3</v></c></row></sheetData>' }, { A1: 2 }],
    ['codes of characters', { sheet: rows('<c r="A1" t="str"><v>a_x000B_b_x005F_x000B_</v></c>') }, { A1: 'a\u000bb_x000B_' }],
    ['dates that count from 1904', { sheet: rows('<c r="A1" s="1"><v>0</v></c><c r="B1"><v>0</v></c>'), styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>', workbook: `<workbook xmlns:r="${OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>` }, { A1: 1462, B1: 0 }],
  ])('%s', (_, file, expected) => expect(cellsOf(file)).toEqual(expected));

  it('colours of the theme, lighter and darker, old palette, fonts that are the file’s own', () => {
    const theme = '<theme><themeElements><clrScheme><dk1><sysClr val="windowText" lastClr="000000"/></dk1><lt1><sysClr lastClr="FFFFFF"/></lt1><dk2><srgbClr val="112233"/></dk2><lt2><srgbClr val="EEEEEE"/></lt2><accent1><srgbClr val="4472C4"/></accent1></clrScheme></themeElements></theme>';
    const styles =
      '<fonts><font><sz val="12"/><name val="等线"/></font><font><b/><sz val="12"/><color theme="3"/><name val="等线"/></font></fonts>' +
      '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.59999389629810485"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill></fills>' +
      '<borders><border/></borders><cellXfs><xf/><xf fontId="1" fillId="2"/><xf fillId="3" numFmtId="10"/></cellXfs>';
    const { book } = opened(foreign({ sheet: rows('<c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>1</v></c><c r="C1" s="0"><v>1</v></c>'), styles, more: { 'xl/theme/theme1.xml': theme } }));
    const sheet = sheetOf(book, '表');
    expect(cellAt(sheet, 'A1').format).toEqual({ bold: true, fontColor: '#112233', fill: '#B4C7E7' });
    expect(cellAt(sheet, 'B1').format).toEqual({ fill: '#FF0000', numberFormat: '0.00%' });
    expect(cellAt(sheet, 'C1').format).toBeUndefined();
  });

  const table = (more: string, attributes = ''): Foreign => ({
    sheet: `<sheetData><row r="1"><c r="A1" t="str"><v>名</v></c><c r="B1" t="str"><v>数</v></c></row>${[1, 2, 3].map((n) => `<row r="${n + 1}"${n === 2 ? ' hidden="1"' : ''}><c r="A${n + 1}" t="str"><v>r${n}</v></c><c r="B${n + 1}"><f>t[[#This Row],[名]]&amp;""</f><v>${n}</v></c></row>`).join('')}</sheetData><tableParts><tablePart r:id="rId1"/></tableParts>`,
    sheetRels: rels(['table', '../tables/table1.xml']),
    more: { 'xl/tables/table1.xml': `<table id="1" name="t" displayName="t" ref="A1:B4"${attributes}>${more}<tableColumns count="2"><tableColumn id="1" name="旧名"/><tableColumn id="2" name="数"/></tableColumns></table>` },
  });

  it('a table whose calculated column is not declared, and whose header was changed in the cell', () => {
    const { book } = opened(foreign(table('<autoFilter ref="A1:B4"/>')));
    expect(book.tables[0]?.columns).toEqual([{ id: 1, name: '名' }, { id: 2, name: '数', calculatedFormula: '=[@名]&""' }]);
  });

  it.each([
    { why: 'values', filter: '<filters><filter val="r1"/><filter val="r3"/></filters>', column: 0, values: ['r1', 'r3'], dropped: [] },
    { why: 'a criterion becomes the values it shows, and is named', filter: '<customFilters><customFilter operator="notEqual" val="r2"/></customFilters>', column: 0, values: ['r1', 'r3'], dropped: ['filter-criterion'] },
  ])('a filter by $why', ({ filter, column, values, dropped }) => {
    const result = opened(foreign(table(`<autoFilter ref="A1:B4"><filterColumn colId="${column}">${filter}</filterColumn></autoFilter>`)));
    expect([...(result.book.tables[0]?.filters ?? [])]).toEqual([[column, values]]);
    expect(result.book.sheets[0]?.rows.get(2)).toEqual({ filtered: true });
    expect(result.dropped.map(({ what }) => what)).toEqual(dropped);
  });
});

describe('what cannot be kept is named', () => {
  it.each<readonly [what: string, where: string, file: Foreign]>([
    ['split-window', '表', { sheet: `<sheetViews><sheetView><pane xSplit="2000" topLeftCell="C1"/></sheetView></sheetViews>${rows('')}` }],
    ['print-scale', '表', { sheet: `${rows('')}<pageSetup scale="70"/>` }],
    ['what-if-table', '表!A1', { sheet: rows('<c r="A1"><f t="dataTable" ref="A1:B2" r1="C1"/><v>1</v></c>') }],
    ['table-without-header', '表 t', { sheet: rows('<c r="A1"><v>1</v></c>'), sheetRels: rels(['table', '../tables/table1.xml']), more: { 'xl/tables/table1.xml': '<table displayName="t" ref="A1:A2" headerRowCount="0"><tableColumns><tableColumn id="1" name="a"/></tableColumns></table>' } }],
  ])('%s at %s', (what, where, file) => {
    expect(opened(foreign(file)).dropped).toContainEqual({ part: expect.stringMatching(/^xl\//) as string, what, where });
  });
});

/** A zip whose directory says that its first part unpacks to this many bytes. */
const declaring = (size: number): Uint8Array => {
  const bytes = zipSync({ 'xl/workbook.xml': strToU8('no inflated data would ever be looked at') });
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 46; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return bytes;
};

describe('what is no workbook is refused with its reason', () => {
  const good = saveWorkbook(buildWorkbook('Sheet1'));
  const without = (path: string): Uint8Array => zipSync(Object.fromEntries(Object.entries(unzipSync(good)).filter(([name]) => name !== path)));
  const ole2 = (stream: string): Uint8Array => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...[...stream].flatMap((character) => [character.charCodeAt(0), 0])]);
  it.each<readonly [why: string, bytes: Uint8Array, failure: OpenFailure]>([
    ['text', strToU8('指标\t目标'), { code: 'not-xlsx' }],
    ['nothing', new Uint8Array(0), { code: 'not-xlsx' }],
    ['a password', ole2('EncryptedPackage'), { code: 'encrypted' }],
    ['an old .xls', ole2('Workbook'), { code: 'old-xls' }],
    ['cut off', good.slice(0, good.length >> 1), { code: 'damaged', part: 'zip' }],
    ['another kind of package', zipSync({ 'word/document.xml': strToU8('<x/>') }), { code: 'no-workbook' }],
    ['a missing sheet', without('xl/worksheets/sheet1.xml'), { code: 'damaged', part: 'xl/worksheets/sheet1.xml' }],
    ['XML that breaks off', foreign({ sheet: '<sheetData><row>' }), { code: 'damaged', part: 'xl/worksheets/sheet1.xml' }],
    ['a document type, which may bring entities', foreign({ sheet: '', more: { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' } }), { code: 'damaged', part: 'xl/worksheets/sheet1.xml' }],
    ['a part that says it unpacks to 700 MB', declaring(700 << 20), { code: 'too-large', megabytes: 700 }],
    ['a part that unpacks to far more than its packed size allows', declaring(300 << 20), { code: 'too-large', megabytes: 300 }],
  ])('%s', (_, bytes, failure) => expect(failureOf(bytes)).toEqual(failure));

  it('a part that unpacks to more than it declares is stopped', () => {
    const bytes = zipSync({ '[Content_Types].xml': new Uint8Array(4 << 20) });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    expect(failureOf(bytes)).toMatchObject({ code: 'too-large' });
  });

  it('any damage to any byte of the file is a failure or a workbook, never an exception', () => {
    const bytes = saveWorkbook(richWorkbook());
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const broken = bytes.slice();
        broken[at] = byte;
        expect(typeof openXlsx(broken).ok).toBe('boolean');
      }),
      { numRuns: 60 },
    );
  });
});

describe('what the host does not understand goes back where it was', () => {
  const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN}"/><Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/><Override PartName="/we/webextension1.xml" ContentType="application/vnd.ms-office.webextension+xml"/><Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>`;
  const file: Foreign = {
    sheet: `${rows('<c r="A1" t="s"><v>0</v></c>')}<protectedRanges><protectedRange name="a" sqref="A1"/></protectedRanges><pageSetup orientation="landscape" r:id="rId4"/><drawing r:id="rId1"/><legacyDrawing r:id="rId3"/><extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups/></ext></extLst>`,
    strings: '<si><r><rPr><b/></rPr><t>重</t></r><r><t>点</t></r></si>',
    workbook: `<workbook xmlns:r="${OFFICE}"><workbookProtection lockStructure="1"/><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets><externalReferences><externalReference r:id="rId7"/></externalReferences></workbook>`,
    sheetRels: rels(['drawing', '../drawings/drawing1.xml'], ['comments', '../comments1.xml'], ['vmlDrawing', '../drawings/vmlDrawing1.vml'], ['printerSettings', '../printerSettings/printerSettings1.bin']),
    more: {
      '[Content_Types].xml': types,
      '_rels/.rels': rels(['officeDocument', 'xl/workbook.xml'], ['webextensiontaskpanes', 'we/taskpanes.xml']),
      'we/taskpanes.xml': '<taskpanes/>',
      'we/_rels/taskpanes.xml.rels': rels(['webextension', 'webextension1.xml']),
      'we/webextension1.xml': '<we:webextension xmlns:we="w"><we:properties><we:property name="retro" value="{&quot;complete&quot;:true}"/><we:property name="别的" value="&quot;x&quot;"/></we:properties></we:webextension>',
      'xl/_rels/workbook.xml.rels': rels(['worksheet', 'worksheets/sheet1.xml'], ['sharedStrings', 'sharedStrings.xml'], ['theme', 'theme/theme1.xml'], ['customXml', '../customXml/item1.xml'], ['vbaProject', 'vbaProject.bin'], ['calcChain', 'calcChain.xml'], ['externalLink', 'externalLinks/externalLink1.xml']),
      'xl/theme/theme1.xml': '<a:theme xmlns:a="a"/>',
      'xl/vbaProject.bin': 'macro',
      'xl/calcChain.xml': '<calcChain/>',
      'xl/externalLinks/externalLink1.xml': '<externalLink/>',
      'xl/externalLinks/_rels/externalLink1.xml.rels': rels(['externalLinkPath', 'other.xlsx', ' TargetMode="External"']),
      'customXml/item1.xml': '<mine>数据</mine>',
      'xl/comments1.xml': '<comments><authors/><commentList><comment ref="A1"/></commentList></comments>',
      'xl/drawings/vmlDrawing1.vml': '<xml/>',
      'xl/printerSettings/printerSettings1.bin': 'printer',
      'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:r="r"><xdr:twoCellAnchor><xdr:from/><xdr:to/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="图 1"/></xdr:nvPicPr><a:blip r:embed="rId1"/></xdr:pic><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>',
      'xl/drawings/_rels/drawing1.xml.rels': rels(['image', '../media/image1.png']),
      'xl/media/image1.png': String.fromCharCode(...PNG.map((byte) => byte & 0x7f)),
    },
  };
  const result = (): OpenedWorkbook => opened(foreign(file));
  const partsAfter = (book: WorkbookModel): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(saveWorkbook(book))).map(([path, bytes]) => [path, strFromU8(bytes)]));

  it('comments, printer settings, pictures, links to other workbooks, theme and custom XML are the same parts, and are reached', () => {
    const parts = partsAfter(result().book);
    const carried = { 'xl/comments1.xml': 'xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml': 'xl/drawings/vmlDrawing1.vml', 'xl/printerSettings/printerSettings1.bin': 'xl/printerSettings/printerSettings1.bin', 'xl/media/image1.png': 'xl/media/image1.png', 'xl/theme/theme1.xml': 'xl/theme/theme1.xml', 'xl/externalLinks/externalLink1.xml': 'xl/externalLinks/externalLink1.xml', 'customXml/item1.xml': 'customXml/carried-item1.xml' };
    for (const [before, after] of Object.entries(carried)) expect([before, parts[after]]).toEqual([before, file.more?.[before]]);
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    const sheetRelations = parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? '';
    for (const [element, kind] of [['legacyDrawing', 'vmlDrawing'], ['pageSetup', 'printerSettings'], ['drawing', 'drawing']] as const) {
      const id = new RegExp(`<${element}[^>]* r:id="([^"]+)"`).exec(sheet)?.[1] ?? 'none';
      expect(sheetRelations).toMatch(new RegExp(`Id="${id}" Type="[^"]*/${kind}"`));
    }
    expect(parts['xl/drawings/drawing1.xml']).toMatch(/<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1002" name="图 1"\/><\/xdr:nvPicPr><a:blip r:embed="rId1"\/>/);
    expect(parts['xl/workbook.xml']).toMatch(/<workbookProtection lockStructure="1"\/>.*<externalReference r:id="rId\d+"\/>/);
    expect(parts['xl/sharedStrings.xml']).toContain('<rPr><b/></rPr><t>重</t>');
  });

  it('settings of Excel’s own part are read, and written back with their values of today', () => {
    const { book } = result();
    expect([...book.settings]).toEqual([['retro', { complete: true }], ['别的', 'x']]);
    book.settings.set('retro', { complete: false });
    expect(partsAfter(book)['we/webextension1.xml']).toContain('<we:property name="retro" value="{&quot;complete&quot;:false}"/>');
  });

  it('a text typed over a text with formats inside is that text', () => {
    const { book } = result();
    cellAt(sheetOf(book, '表'), 'A1').value = '新';
    expect(partsAfter(book)['xl/sharedStrings.xml']).toMatch(/<si><t>新<\/t><\/si>/);
  });

  it('the rest is named: macros, protected ranges, sparklines – and nothing else', () => {
    expect(result().dropped.map(({ what, where }) => `${what} ${where}`).sort()).toEqual(['macros xl/vbaProject.bin', 'sheet-element 表 protectedRanges', 'sheet-element 表 sparklineGroups']);
  });

  it('saved and opened again, it is all still there', () => {
    const again = reopened(result().book);
    expect(again.dropped).toEqual([]);
    expect([...(again.book.carried?.parts.keys() ?? [])].sort()).toEqual([...(result().book.carried?.parts.keys() ?? [])].sort());
    expect(Buffer.from(saveWorkbook(again.book)).equals(Buffer.from(saveWorkbook(reopened(again.book).book)))).toBe(true);
  });
});
