import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { saveWorkbook } from '../../../src/host/files/save';
import type { CellValue, WorkbookModel } from '../../../src/host/model/types';
import { addTable, buildWorkbook, fill, put, sheetOf } from '../../support/workbook-builder';
import { findAll, parseXml, type XmlNode } from '../../support/xml';
import { AWKWARD_TEXT, richWorkbook } from './rich-workbook';

const partsOf = (book: WorkbookModel): Map<string, string> => new Map(Object.entries(unzipSync(saveWorkbook(book))).map(([path, bytes]) => [path, strFromU8(bytes)]));
const parse = (parts: Map<string, string>, path: string): XmlNode => parseXml(parts.get(path) ?? `<missing-${path}/>`);

let rich: Map<string, string>;
beforeAll(() => {
  rich = partsOf(richWorkbook());
});

describe('the package', () => {
  it('has these parts', () => {
    expect([...rich.keys()].sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'customXml/_rels/item1.xml.rels',
      'customXml/item1.xml',
      'customXml/itemProps1.xml',
      'docProps/app.xml',
      'docProps/core.xml',
      'docProps/custom.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/charts/chart1.xml',
      'xl/charts/chart2.xml',
      'xl/charts/chart3.xml',
      'xl/charts/chart4.xml',
      'xl/drawings/_rels/drawing2.xml.rels',
      'xl/drawings/_rels/drawing3.xml.rels',
      'xl/drawings/drawing2.xml',
      'xl/drawings/drawing3.xml',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
      'xl/tables/table1.xml',
      'xl/tables/table2.xml',
      'xl/workbook.xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/worksheets/_rels/sheet3.xml.rels',
      ...[1, 2, 3, 4, 5, 6].map((index) => `xl/worksheets/sheet${index}.xml`),
    ]);
  });

  it('begins with the content types, as strict readers want it', () => {
    expect([...rich.keys()][0]).toBe('[Content_Types].xml');
  });

  it('is well-formed XML throughout', () => {
    for (const path of rich.keys()) expect(parse(rich, path).name).not.toMatch(/^missing/);
  });

  it('declares every part once, and only parts that exist', () => {
    const declared = findAll(parse(rich, '[Content_Types].xml'), 'Override').map(({ attributes }) => attributes['PartName']?.slice(1));
    const expected = [...rich.keys()].filter((path) => !/rels$|Content_Types|item1\.xml$/.test(path));
    expect([...declared].sort()).toEqual(expected.sort());
  });

  it('has a target for every relationship and a relationship for every id', () => {
    for (const [path, text] of rich) {
      if (!path.endsWith('.rels')) continue;
      const relationships = findAll(parseXml(text), 'Relationship').map(({ attributes }) => attributes);
      for (const { Target: target = '', TargetMode: mode } of relationships) if (mode !== 'External') expect([...rich.keys()]).toContain(target.slice(1));
      const owner = path.replace('_rels/', '').replace(/\.rels$/, '');
      const used = [...(rich.get(owner) ?? '').matchAll(/ r:id="([^"]+)"/g)].map(([, id]) => id);
      const ids = relationships.map(({ Id: id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of used) expect(ids).toContain(id);
    }
  });

  it('is the same for the same workbook', () => {
    expect(Buffer.from(saveWorkbook(richWorkbook())).equals(Buffer.from(saveWorkbook(richWorkbook())))).toBe(true);
  });

  it('leaves out what an empty workbook does not need', () => {
    expect([...partsOf(buildWorkbook('Sheet1')).keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/workbook.xml',
      'xl/styles.xml',
      'docProps/core.xml',
      'docProps/app.xml',
    ]);
  });
});

/** Children of CT_Worksheet, CT_Workbook … in the order of the schema. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  worksheet: 'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(' '),
  workbook: 'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr'.split(' '),
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' '),
  table: 'autoFilter sortState tableColumns tableStyleInfo extLst'.split(' '),
  tableColumn: 'calculatedColumnFormula totalsRowFormula xmlColumnPr extLst'.split(' '),
  font: 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(' '),
  dxf: 'font numFmt fill alignment border protection'.split(' '),
  'c:chart': 'c:title c:autoTitleDeleted c:pivotFmts c:view3D c:floor c:sideWall c:backWall c:plotArea c:legend c:plotVisOnly c:dispBlanksAs'.split(' '),
  'c:ser': 'c:idx c:order c:tx c:spPr c:invertIfNegative c:pictureOptions c:marker c:explosion c:dPt c:dLbls c:trendline c:errBars c:cat c:val c:smooth'.split(' '),
  'c:dLbls': 'c:dLbl c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize'.split(' '),
  'c:barChart': 'c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:serLines c:axId'.split(' '),
  'c:lineChart': 'c:grouping c:varyColors c:ser c:dLbls c:dropLines c:hiLowLines c:upDownBars c:marker c:smooth c:axId'.split(' '),
  'c:doughnutChart': 'c:varyColors c:ser c:dLbls c:firstSliceAng c:holeSize'.split(' '),
  'c:scaling': 'c:logBase c:orientation c:max c:min'.split(' '),
  'c:catAx': 'c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:auto c:lblAlgn c:lblOffset c:noMultiLvlLbl'.split(' '),
  'c:valAx': 'c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossBetween'.split(' '),
};

describe('what the schema asks for', () => {
  it('children stand in the order of the schema', () => {
    const seen = new Set<string>();
    for (const path of rich.keys()) {
      const root = parse(rich, path);
      for (const [name, order] of Object.entries(ORDER)) {
        for (const node of findAll(root, name)) {
          if (path === 'xl/styles.xml' && name === 'font' && node.children.length === 0) continue;
          seen.add(name);
          const positions = node.children.map((child) => ({ child: child.name, position: order.indexOf(child.name) }));
          expect(positions.filter(({ position }) => position < 0)).toEqual([]);
          expect(positions.map(({ position }) => position)).toEqual(positions.map(({ position }) => position).sort((a, b) => a - b));
        }
      }
    }
    expect([...seen].sort()).toEqual(Object.keys(ORDER).sort());
  });

  it('counts are right', () => {
    for (const path of rich.keys()) {
      const check = (node: XmlNode): void => {
        if (node.attributes['count'] !== undefined && node.name !== 'sst') expect([node.name, node.children.length]).toEqual([node.name, Number(node.attributes['count'])]);
        node.children.forEach(check);
      };
      check(parse(rich, path));
    }
  });

  it('every style, string and differential format that is used exists', () => {
    const styles = parse(rich, 'xl/styles.xml');
    const countOf = (name: string): number => findAll(styles, name)[0]?.children.length ?? 0;
    const strings = findAll(parse(rich, 'xl/sharedStrings.xml'), 'si').length;
    const uses = { s: new Set<number>(), t: new Set<number>(), d: new Set<number>() };
    for (let index = 1; index <= 6; index += 1) {
      const sheet = parse(rich, `xl/worksheets/sheet${index}.xml`);
      for (const { attributes, children } of findAll(sheet, 'c')) {
        uses.s.add(Number(attributes['s'] ?? 0));
        if (attributes['t'] === 's') uses.t.add(Number(children[0]?.text));
      }
      for (const { attributes } of findAll(sheet, 'cfRule')) if (attributes['dxfId'] !== undefined) uses.d.add(Number(attributes['dxfId']));
    }
    expect(Math.max(...uses.s)).toBeLessThan(countOf('cellXfs'));
    expect(uses.t.size).toBe(strings);
    expect(uses.d.size).toBe(countOf('dxfs'));
  });

  it('the file says that it must be calculated, and not that Excel wrote it', () => {
    expect(findAll(parse(rich, 'xl/workbook.xml'), 'calcPr')[0]?.attributes['fullCalcOnLoad']).toBe('1');
    expect(findAll(parse(rich, 'docProps/app.xml'), 'Application')[0]?.text).not.toMatch(/Excel/);
  });
});

describe('an independent reader finds', () => {
  it('every value, text character by character', async () => {
    const book = richWorkbook();
    const read = await readXlsx(saveWorkbook(book));
    expect(read.sheets.map(({ name }) => name)).toEqual(book.sheets.map(({ name }) => name));
    for (const sheet of book.sheets) {
      const rows = read.sheets.find(({ name }) => name === sheet.name)?.rows ?? [];
      for (const [key, { value, format }] of sheet.cells) {
        const found = rows[Math.floor(key / 16_384)]?.[key % 16_384] ?? '';
        const isDate = format?.numberFormat?.includes('yyyy') === true;
        if (!isDate) expect(found).toEqual(value);
        else expect((found as Date).toISOString()).toBe(new Date(((value as number) - 25_569) * 86_400_000).toISOString());
      }
    }
    expect(read.sheets[2]?.rows[2]?.[1]).toBe(AWKWARD_TEXT);
  });

  it('tables, names, properties, frozen panes, hidden sheets', async () => {
    const read = await readXlsx(saveWorkbook(richWorkbook()));
    expect(read.sheets.flatMap(({ tables = [] }) => tables.map(({ name, range }) => `${name} ${range}`))).toEqual(['tblComparison A4:H8', 'tblAction A1:D3']);
    expect(read.namedRanges?.map(({ name, range }) => `${name} ${range}`)).toEqual(['lstOwner 配置!$A$4:$A$5', '接近线 0.95']);
    expect(read.properties).toMatchObject({ title: '2025双11 复盘', creator: '客服部', company: '某店 & 某店', custom: { 版本: 'v1 <2>', 次数: 3, 比率: 0.5, 归档: true } });
    expect(read.sheets[1]?.freezePane).toMatchObject({ rows: 4, columns: 2 });
    expect([read.sheets[4]?.hidden, read.sheets[5]?.veryHidden]).toEqual([true, true]);
  });

  it('any text and any number', async () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom('_x000A_', '<', '&', ']]>', '\r', '\n', '\u0001', '\ud800', '=', "'", ' ', '案'), fc.string({ unit: 'binary', maxLength: 1 })), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(text.filter((value) => value !== ''), fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0), fc.boolean()), { minLength: 1, maxLength: 8 }), async (values) => {
        const book = buildWorkbook('A');
        values.forEach((value, row) => put(sheetOf(book, 'A'), `A${row + 1}`, typeof value === 'string' ? { text: value } : value));
        const read = await readXlsx(saveWorkbook(book));
        expect(values.map((_, row) => read.sheets[0]?.rows[row]?.[0] ?? '')).toEqual(values);
      }),
      { numRuns: 30 },
    );
  });
});

describe('details of a sheet', () => {
  const sheet2 = (): XmlNode => parse(rich, 'xl/worksheets/sheet2.xml');
  const sheet3 = (): XmlNode => parse(rich, 'xl/worksheets/sheet3.xml');
  const attributesOf = (node: XmlNode, name: string, index = 0) => findAll(node, name)[index]?.attributes;
  const cases: readonly { readonly name: string; readonly found: () => unknown; readonly expected: unknown; readonly why: string }[] = [
    { name: 'column widths', found: () => attributesOf(sheet2(), 'col'), expected: { min: '1', max: '1', width: '10', customWidth: '1' }, why: '52.5 points are 70 pixels are 10 characters' },
    { name: 'equal neighbours', found: () => attributesOf(sheet2(), 'col', 2), expected: { min: '3', max: '4', width: '11.42578125', customWidth: '1' }, why: 'columns C and D share an element' },
    { name: 'a hidden column', found: () => attributesOf(sheet2(), 'col', 3), expected: { min: '10', max: '10', width: '9.140625', hidden: '1' }, why: 'it keeps a width for when it is shown again' },
    { name: 'a filtered row', found: () => findAll(sheet2(), 'row').find(({ attributes }) => attributes['r'] === '7')?.attributes, expected: { r: '7', hidden: '1' }, why: 'a filter hides rows' },
    { name: 'a row height', found: () => attributesOf(sheet2(), 'row'), expected: { r: '1', ht: '30', customHeight: '1' }, why: 'in points' },
    { name: 'the pane', found: () => attributesOf(sheet2(), 'pane'), expected: { xSplit: '2', ySplit: '4', topLeftCell: 'C5', activePane: 'bottomRight', state: 'frozen' }, why: 'frozen header' },
    { name: 'gridlines', found: () => attributesOf(sheet2(), 'sheetView')?.['showGridLines'], expected: '0', why: 'off' },
    { name: 'page setup', found: () => attributesOf(sheet2(), 'pageSetup'), expected: { paperSize: '9', fitToWidth: '1', fitToHeight: '0', orientation: 'landscape' }, why: 'one page wide, as tall as it takes' },
    { name: 'fit to page', found: () => attributesOf(sheet2(), 'pageSetUpPr'), expected: { fitToPage: '1' }, why: 'without it the two numbers are ignored' },
    { name: 'the header', found: () => findAll(sheet2(), 'oddHeader')[0]?.text, expected: '&L大促复盘 & 对比', why: 'codes as Office.js has them' },
    { name: 'print names', found: () => findAll(parse(rich, 'xl/workbook.xml'), 'definedName').slice(0, 2).map(({ attributes, text }) => [attributes['name'], attributes['localSheetId'], text]), expected: [['_xlnm.Print_Area', '1', "'2 对比结果'!$A$1:$J$32"], ['_xlnm.Print_Titles', '1', "'2 对比结果'!$A:$B,'2 对比结果'!$1:$4"]], why: 'they are names of the sheet' },
    { name: 'a calculated column', found: () => findAll(parse(rich, 'xl/tables/table1.xml'), 'calculatedColumnFormula').map(({ text }) => text)[0], expected: 'tblComparison[[#This Row],[实际]]-tblComparison[[#This Row],[目标]]', why: 'Excel fills it into new rows' },
    { name: 'a header with a line break', found: () => attributesOf(parse(rich, 'xl/tables/table1.xml'), 'tableColumn', 4)?.['name'], expected: '差距_x000A_(±)', why: 'must equal the cell' },
    { name: 'the totals row', found: () => [1, 6, 8].map((id) => findAll(parse(rich, 'xl/tables/table1.xml'), 'tableColumn').find(({ attributes }) => attributes['id'] === String(id))?.attributes), expected: [{ id: '1', name: '编号', totalsRowLabel: '合计' }, { id: '6', name: '状态', totalsRowFunction: 'count' }, { id: '8', name: '金额', totalsRowFunction: 'sum' }], why: 'the table says what the cells show' },
    { name: 'the filter', found: () => [attributesOf(parse(rich, 'xl/tables/table1.xml'), 'autoFilter'), attributesOf(parse(rich, 'xl/tables/table1.xml'), 'filters')], expected: [{ ref: 'A4:H7' }, { blank: '1' }], why: 'the totals row is not filtered' },
    { name: 'no filter button', found: () => findAll(parse(rich, 'xl/tables/table2.xml'), 'autoFilter').length, expected: 0, why: 'no autoFilter at all' },
    { name: 'a list', found: () => [attributesOf(sheet3(), 'dataValidation')?.['type'], findAll(sheet3(), 'formula1')[0]?.text], expected: ['list', 'lstOwner'], why: 'by name' },
    { name: 'an inline list', found: () => [attributesOf(sheet3(), 'dataValidation', 1)?.['showDropDown'], findAll(sheet3(), 'formula1')[1]?.text], expected: ['1', '"未开始,进行中,已完成"'], why: 'in quotes; the attribute hides the arrow' },
    { name: 'a date rule', found: () => findAll(sheet3(), 'formula1')[2]?.text, expected: '45658', why: 'a date is its serial number' },
    { name: 'a prompt of two lines', found: () => attributesOf(sheet3(), 'dataValidation')?.['prompt'], expected: '从名单里选_x000A_或留空', why: 'an attribute has no line breaks' },
    { name: 'protection', found: () => attributesOf(sheet3(), 'sheetProtection'), expected: { password: 'DAA7', sheet: '1', objects: '1', scenarios: '1', formatCells: '0', sort: '0', autoFilter: '0' }, why: 'what is allowed is written as 0' },
    { name: 'text that looks like a formula', found: () => findAll(sheet3(), 'c').find(({ attributes }) => attributes['r'] === 'B2')?.attributes['t'], expected: 's', why: 'is a string' },
    { name: 'an error value', found: () => findAll(sheet3(), 'c').find(({ attributes }) => attributes['r'] === 'F4')?.attributes['t'], expected: 'e', why: 'has its own type' },
    { name: 'a text result', found: () => findAll(sheet3(), 'c').find(({ attributes }) => attributes['r'] === 'F5')?.attributes['t'], expected: 'str', why: 'is no shared string' },
    { name: 'an inner link', found: () => attributesOf(parse(rich, 'xl/worksheets/sheet1.xml'), 'hyperlink'), expected: { ref: 'A2', location: "'2 对比结果'!A4", tooltip: '跳到 <对比>' }, why: 'needs no relationship' },
    { name: 'an outer link', found: () => attributesOf(parse(rich, 'xl/worksheets/_rels/sheet1.xml.rels'), 'Relationship')?.['Target'], expected: 'https://example.com/?a=1&b=2', why: 'needs one' },
    { name: 'rule priorities', found: () => findAll(sheet2(), 'cfRule').map(({ attributes }) => [attributes['type'], attributes['priority'], attributes['stopIfTrue']]), expected: [['expression', '1', '1'], ['cellIs', '2', undefined], ['containsText', '3', undefined], ['beginsWith', '4', undefined], ['dataBar', '5', undefined]], why: 'in the order of the model' },
    { name: 'a text rule', found: () => findAll(sheet2(), 'cfRule')[2]?.children[0]?.text, expected: 'NOT(ISERROR(SEARCH("率""",B5)))', why: 'quotes in the text are doubled' },
    { name: 'the two halves of a data bar', found: () => findAll(sheet2(), 'x14:id')[0]?.text === attributesOf(sheet2(), 'x14:cfRule')?.['id'], expected: true, why: 'are joined by an id' },
    { name: 'settings', found: () => findAll(parse(rich, 'customXml/item1.xml'), 'setting').map(({ attributes, text }) => [attributes['key'], JSON.parse(text) as unknown]), expected: [['retro.schema', { version: 1, text: '<中文>' }]], why: 'kept as JSON' },
  ];
  it.each(cases)('$name: $why', ({ found, expected }) => {
    expect(found()).toEqual(expected);
  });

  it('two sheets may each have print titles, and a title in two parts is kept', () => {
    const book = buildWorkbook('A', "B's");
    for (const sheet of book.sheets) sheet.pageLayout = { ...sheet.pageLayout, printTitleRows: '1:2', printArea: 'A1:B2,D1:E2' };
    const names = findAll(parse(partsOf(book), 'xl/workbook.xml'), 'definedName').map(({ text }) => text);
    expect(names).toEqual(['A!$A$1:$B$2,A!$D$1:$E$2', 'A!$1:$2', "'B''s'!$A$1:$B$2,'B''s'!$D$1:$E$2", "'B''s'!$1:$2"]);
  });

  it('a big sheet stays a small file', () => {
    const book = buildWorkbook('A');
    const rows: CellValue[][] = Array.from({ length: 10_000 }, (_, index) => [`行${index}`, index, '=[@值]*2', 'x', index / 7]);
    fill(sheetOf(book, 'A'), 'A1', [['名', '值', '算', '常', '数'], ...rows]);
    addTable(book, sheetOf(book, 'A'), 'tblBig', 'A1:E10001');
    expect(saveWorkbook(book).length).toBeLessThan(2_000_000);
  });
});

describe('charts', () => {
  const chart = (number: number): XmlNode => parse(rich, `xl/charts/chart${number}.xml`);
  it('carry the visible values and labels', () => {
    const [first] = findAll(chart(1), 'c:ser');
    if (first === undefined) throw new Error('no series');
    const texts = (name: string) => findAll(first, name).flatMap((node) => findAll(node, 'c:v').map(({ text }) => text));
    expect([texts('c:tx'), texts('c:cat'), texts('c:val')]).toEqual([['目标'], ['询单转化率', '平均响应'], ['0.55', '30']]);
  });
  it('a combination has two plots, four axes and one hidden', () => {
    const area = findAll(chart(1), 'c:plotArea')[0]?.children.map(({ name }) => name);
    expect(area).toEqual(['c:layout', 'c:barChart', 'c:lineChart', 'c:catAx', 'c:valAx', 'c:valAx', 'c:catAx']);
    expect(findAll(chart(1), 'c:delete').map(({ attributes }) => attributes['val'])).toEqual(['0', '0', '0', '1']);
    const ids = findAll(chart(1), 'c:axId').map(({ attributes }) => attributes['val']);
    expect(new Set(ids).size).toBe(4);
  });
  it('lines are never smoothed and all label flags are said', () => {
    for (const number of [1, 2, 3, 4]) {
      for (const labels of findAll(chart(number), 'c:dLbls')) expect(labels.children).toHaveLength(6);
      for (const line of findAll(chart(number), 'c:lineChart')) for (const series of findAll(line, 'c:ser')) expect(series.children.at(-1)).toMatchObject({ name: 'c:smooth', attributes: { val: '0' } });
    }
  });
  it('a round chart has no axes and a colour for each slice', () => {
    expect(findAll(chart(3), 'c:catAx')).toEqual([]);
    expect(findAll(chart(3), 'c:dPt')).toHaveLength(2);
  });
  it('dates on an axis look like dates', () => {
    expect(findAll(chart(2), 'c:catAx')[0]?.children.find(({ name }) => name === 'c:numFmt')?.attributes).toEqual({ formatCode: 'yyyy-mm-dd', sourceLinked: '1' });
  });
  it('lie where they were put', () => {
    const [from, to] = ['xdr:from', 'xdr:to'].map((name) => findAll(parse(rich, 'xl/drawings/drawing2.xml'), name)[0]?.children.map(({ text }) => Number(text)));
    // columns A–E are 340.5 pt wide; the first ten rows, one of them hidden, are 150 pt high, the first 25 are 375
    expect([from, to]).toEqual([
      [0, 20 * 12_700, 10, 10 * 12_700],
      [5, 39.5 * 12_700, 25, 5 * 12_700],
    ]);
  });
});
