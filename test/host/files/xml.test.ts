import fc from 'fast-check';
import { columnPoints, columnWidth, inches } from '../../../src/host/files/measures';
import { createStyleTable } from '../../../src/host/files/styles';
import { element, textElement, xmlPart } from '../../../src/host/files/xml';
import { findAll, parseXml } from '../../support/xml';

describe('text', () => {
  const cases: readonly { readonly text: string; readonly xml: string; readonly why: string }[] = [
    { text: 'a<b>&"c"', xml: '<t>a&lt;b&gt;&amp;&quot;c&quot;</t>', why: 'markup' },
    { text: ']]>', xml: '<t>]]&gt;</t>', why: 'the end of a CDATA section' },
    { text: '\u000b', xml: '<t>_x000B_</t>', why: 'a control character' },
    { text: 'a\r\nb', xml: '<t xml:space="preserve">a_x000D_\nb</t>', why: 'a parser would drop the carriage return' },
    { text: '_x000B_', xml: '<t>_x005F_x000B_</t>', why: 'what looks like a code' },
    { text: '_x00_', xml: '<t>_x00_</t>', why: 'what only begins like one' },
    { text: ' a', xml: '<t xml:space="preserve"> a</t>', why: 'a blank in front' },
    { text: 'a  b', xml: '<t xml:space="preserve">a  b</t>', why: 'two blanks' },
    { text: '\ud83d', xml: '<t>_xD83D_</t>', why: 'half a character' },
    { text: '😀案', xml: '<t>😀案</t>', why: 'whole ones' },
    { text: '\uffff', xml: '<t>_xFFFF_</t>', why: 'no character' },
  ];
  it.each(cases)('$text → $xml: $why', ({ text, xml }) => {
    expect(textElement('t', text)).toBe(xml);
  });
  it('whatever it is, the XML is well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, attribute) => {
        const node = parseXml(xmlPart(element('a', { b: attribute }, textElement('t', text))));
        expect(node.children).toHaveLength(1);
      }),
    );
  });
});

describe('measures', () => {
  const widths: readonly { readonly points: number; readonly width: number; readonly why: string }[] = [
    { points: 48, width: 9.140625, why: 'the standard width, 64 pixels' },
    { points: 52.5, width: 10, why: '70 pixels are ten digits' },
    { points: 0, width: 0, why: 'nothing' },
  ];
  it.each(widths)('$points points are $width characters: $why', ({ points, width }) => {
    expect(columnWidth(points)).toBe(width);
    expect(columnPoints(width)).toBe(points);
  });
  it('a width in whole pixels survives the way to the file and back', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1790 }), (pixels) => expect(columnPoints(columnWidth((pixels * 72) / 96))).toBeCloseTo((pixels * 72) / 96, 9)));
  });
  it('margins are inches', () => {
    expect([inches(72), inches(50.4), inches(0)]).toEqual([1, 0.7, 0]);
  });
});

describe('styles', () => {
  it('equal formats share an index, the default is 0', () => {
    const styles = createStyleTable();
    const bold = styles.cellFormat({ bold: true });
    expect([styles.cellFormat(undefined), styles.cellFormat({}), bold, styles.cellFormat({ bold: true }), styles.cellFormat({ bold: true, fill: '#FFFFFF' })]).toEqual([0, 0, 1, 1, 2]);
  });
  it('known number formats have their ids, others begin at 164', () => {
    const styles = createStyleTable();
    for (const numberFormat of ['0.00%', 'yyyy-mm-dd', '@', '"¥"#,##0.00', 'yyyy-mm-dd']) styles.cellFormat({ numberFormat });
    const root = parseXml(styles.part());
    expect(findAll(root, 'numFmt').map(({ attributes }) => attributes)).toEqual([
      { numFmtId: '164', formatCode: 'yyyy-mm-dd' },
      { numFmtId: '165', formatCode: '"¥"#,##0.00' },
    ]);
    expect(findAll(root, 'cellXfs')[0]?.children.map(({ attributes }) => attributes['numFmtId'])).toEqual(['0', '10', '164', '49', '165']);
  });
  it('a border of style None is none', () => {
    const styles = createStyleTable();
    expect(styles.cellFormat({ borders: { EdgeTop: { style: 'None', color: '#000000', weight: 'Thin' } } })).toBe(0);
  });
});
