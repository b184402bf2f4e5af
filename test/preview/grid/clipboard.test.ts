import { copyBlock, pasteBlock } from '../../../src/preview/grid/clipboard';
import { createBench } from '../support';

describe('copy and paste of blocks', () => {
  test('the clipboard has what the cells show, in the form Excel uses', () => {
    const bench = createBench();
    bench.fill('A1', [['5%', '=A1*2', 'a\nb']]);
    bench.select('A1:C1');
    expect(copyBlock(bench.controller, bench.layout(), false)).toBe('5%\t0.1\t"a\nb"\r\n');
  });

  test('a block from another program is typed in: numbers are numbers', () => {
    const bench = createBench();
    bench.select('B2');
    pasteBlock(bench.controller, '45\t12.5%\r\n秒\t2025-11-20\r\n');
    expect([bench.cell('B2')?.value, bench.cell('C2')?.value, bench.cell('B3')?.value, bench.cell('C3')?.value]).toEqual([45, 0.125, '秒', 45981]);
  });

  test('cells copied here come with formulas, shifted, and formats', () => {
    const bench = createBench();
    bench.fill('A1', [['50%', '=A1+$A$1']]);
    bench.select('A1:B1');
    const text = copyBlock(bench.controller, bench.layout(), false);
    bench.select('A3');
    pasteBlock(bench.controller, text.replaceAll('\r\n', '\n'));
    expect(bench.cell('B3')?.formula).toBe('=A3+$A$1');
    expect(bench.text('A3')).toBe('50%');
  });

  test('one cell fills the selected block, a row is repeated', () => {
    const bench = createBench();
    bench.fill('A1', [['1', '2']]);
    bench.select('A1:B1');
    const text = copyBlock(bench.controller, bench.layout(), false);
    bench.select('A2:B4');
    pasteBlock(bench.controller, text);
    expect([bench.text('A4'), bench.text('B4')]).toEqual(['1', '2']);
    bench.select('D1:E2');
    pasteBlock(bench.controller, 'x');
    expect([bench.text('D1'), bench.text('E2')]).toEqual(['x', 'x']);
  });

  test('cut and paste moves, also onto itself; text that looks like a number stays text', () => {
    const bench = createBench();
    bench.fill('A1', [["'007", '=A1&"x"']]);
    bench.select('A1:B1');
    const text = copyBlock(bench.controller, bench.layout(), true);
    bench.select('B1');
    pasteBlock(bench.controller, text);
    expect(bench.cell('A1')?.value ?? '').toBe('');
    expect(bench.cell('B1')?.value).toBe('007');
    expect(bench.cell('C1')?.formula).toBe('=A1&"x"');
  });

  test('rows hidden by a filter are not copied', () => {
    const bench = createBench();
    bench.fill('A1', [['1'], ['2'], ['3']]);
    bench.sheet().rows.set(1, { filtered: true });
    bench.select('A1:A3');
    expect(copyBlock(bench.controller, bench.layout(), false)).toBe('1\r\n3\r\n');
  });

  test('a whole column is copied as far as it is used', () => {
    const bench = createBench();
    bench.fill('A1', [['1'], ['2']]);
    bench.select('A:A');
    expect(copyBlock(bench.controller, bench.layout(), false)).toBe('1\r\n2\r\n');
  });

  test('a paste that Excel refuses changes nothing and says why', () => {
    const bench = createBench();
    bench.fill('A1', [['1', '2']]);
    bench.select('A1');
    pasteBlock(bench.controller, 'x\t=SUM(');
    expect([bench.text('A1'), bench.text('B1')]).toEqual(['1', '2']);
    expect(bench.controller.store.get().notice?.kind).toBe('refused');
  });
});
