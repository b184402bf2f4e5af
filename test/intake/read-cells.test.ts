import fc from 'fast-check';
import Papa from 'papaparse';
import { createCellReader, type Delimiter } from '../../src/intake/read-cells';

interface Options {
  readonly delimiter?: Delimiter;
  readonly literalQuotes?: boolean;
  readonly chunk?: number;
}

function read(text: string, { delimiter = ',', literalQuotes = false, chunk = Number.POSITIVE_INFINITY }: Options = {}) {
  const bytes = new TextEncoder().encode(text);
  const rows: string[][] = [];
  const lines: number[] = [];
  const unterminated: number[] = [];
  const reader = createCellReader({
    delimiter, literalQuotes, encoding: 'utf-8',
    onRow: (row) => {
      rows.push(row.texts());
      lines.push(row.line);
    },
    onUnterminated: (line) => unterminated.push(line),
  });
  for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.slice(at, Math.min(bytes.length, at + chunk)));
  return { rows, lines, unterminated, total: reader.end().lines };
}

describe('cells are found as a spreadsheet program would find them', () => {
  test.each([
    ['a,b\n1,2', [['a', 'b'], ['1', '2']], 'LF without a last line end'],
    ['a,b\r\n1,2\r\n', [['a', 'b'], ['1', '2']], 'CRLF with a last line end'],
    ['a,b\r1,2\r', [['a', 'b'], ['1', '2']], 'CR alone, old Mac'],
    ['a,b\n\r\n1,2', [['a', 'b'], [''], ['1', '2']], 'a blank line is a row of one empty cell'],
    ['"a,b",c', [['a,b', 'c']], 'delimiter inside quotes'],
    ['"a ""b"" c",d', [['a "b" c', 'd']], 'doubled quotes'],
    ['"a\r\nb",c\nd,e', [['a\r\nb', 'c'], ['d', 'e']], 'line break inside quotes'],
    ['a "b" c,d', [['a "b" c', 'd']], 'quotes inside an unquoted cell are content'],
    ['"abc"def,g', [['"abc"def', 'g']], 'text after a closing quote: the quotes were content'],
    ['"abc" ,d', [['abc', 'd']], 'blanks after a closing quote'],
    ['"=""123""",x', [['="123"', 'x']], 'guarded number of a CSV export'],
    [',,\n', [['', '', '']], 'empty cells'],
    ['"",""', [['', '']], 'empty quoted cells'],
    ['', [], 'nothing'],
    ['\n', [['']], 'one empty line'],
    ['"a\nb,c\nd', [['"a'], ['b', 'c'], ['d']], 'a quote that never ends is content, and no row is swallowed'],
    ['"a\n"b,c"\n"d",e', [['"a'], ['b,c'], ['d', 'e']], 'the next line begins with a quoted cell: the first quote was content'],
  ])('%j → %j (%s)', (text, expected) => {
    expect(read(text).rows).toEqual(expected);
    for (const chunk of [1, 2, 3, 7]) expect(read(text, { chunk }).rows).toEqual(expected);
  });

  test('Q04 clipboard text: quotes around a cell without tab, line break or quote are content', () => {
    expect(read('"收到有个洞，怎么处理"\tb', { delimiter: '\t', literalQuotes: true }).rows).toEqual([['"收到有个洞，怎么处理"', 'b']]);
    expect(read('"\t700"\t"a\nb"\t"x ""y"""', { delimiter: '\t', literalQuotes: true }).rows).toEqual([['\t700', 'a\nb', 'x "y"']]);
  });

  test('lines are physical lines, whatever the cells span', () => {
    const { lines, total } = read('h1,h2\n"a\nb\r\nc",1\n\nd,2\n');
    expect(lines).toEqual([1, 2, 5, 6]);
    expect(total).toBe(6);
  });

  test('an unterminated quote is named with its line', () => {
    expect(read('a,b\nc,"d\ne,f').unterminated).toEqual([2]);
  });

  // Looking for the end of each of them to the end of the text would take minutes.
  test('a column of 200,000 lone quotes is read', () => {
    const text = '"x\n'.repeat(200_000);
    expect(read(text).rows).toHaveLength(200_000);
  });
});

const cellText = fc.string({ unit: fc.constantFrom('a', '1', ',', '\t', ';', '"', '\n', '\r\n', ' ', '店', '铺', '，', '😀', "'", '=', 'é'), maxLength: 8 });
const grid = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(cellText, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));

describe('PapaParse is the oracle', () => {
  test('any grid that PapaParse writes is read back as PapaParse reads it, in chunks of any size', () => {
    fc.assert(
      fc.property(grid, fc.constantFrom<Delimiter>(',', '\t', ';'), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), fc.integer({ min: 1, max: 40 }), (cells, delimiter, newline, quotes, chunk) => {
        const text = Papa.unparse(cells, { delimiter, newline, quotes }) + newline;
        const ours = read(text, { delimiter, chunk }).rows;
        expect(ours).toEqual(cells);
        expect(ours).toEqual(Papa.parse(text, { delimiter, newline }).data.slice(0, -1));
      }),
      { numRuns: 400 },
    );
  });

  test('Excel clipboard text is read back: only cells that need quotes have them', () => {
    fc.assert(
      fc.property(grid, (cells) => {
        const text = cells.map((row) => row.map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\r\n') + '\r\n';
        expect(read(text, { delimiter: '\t', literalQuotes: true }).rows).toEqual(cells);
      }),
      { numRuns: 300 },
    );
  });

  test('any bytes are read without an error and every line belongs to a row', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(34, 44, 9, 10, 13, 65, 0, 200, 255, 32), { maxLength: 120 }), fc.boolean(), fc.integer({ min: 1, max: 20 }), (bytes, literalQuotes, chunk) => {
        const data = Uint8Array.from(bytes);
        const spans: number[] = [];
        const reader = createCellReader({ delimiter: ',', encoding: 'gb18030', literalQuotes, onRow: (row) => spans.push(row.span) });
        for (let at = 0; at < data.length; at += chunk) reader.push(data.slice(at, at + chunk));
        const { lines } = reader.end();
        expect(spans.reduce((all, span) => all + span, 0)).toBe(lines);
      }),
      { numRuns: 500 },
    );
  });
});
