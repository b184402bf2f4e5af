import { parseRect } from '../../../src/host/model/address';
import { changeText } from '../../../src/preview/grid/editing';
import { pressKey, pressKeyWhileEditing } from '../../../src/preview/grid/keyboard';
import { rectOfSelection } from '../../../src/preview/grid/selection';
import { cellAddress } from '../../../src/preview/sheet/address';
import { createBench } from '../support';
import type { Bench } from '../support';

/** Presses keys such as `Shift+ArrowDown`; ordinary text is typed. */
function press(bench: Bench, ...keys: readonly string[]): void {
  for (const combination of keys) {
    const parts = combination.split('+');
    const key = parts.at(-1) ?? '';
    const context = { controller: bench.controller, layout: bench.layout(), pageHeight: 200, pageWidth: 600 };
    const one = { key: key === 'Space' ? ' ' : key, ctrl: parts.includes('Ctrl'), shift: parts.includes('Shift'), alt: parts.includes('Alt') };
    const act = bench.controller.store.get().editing === undefined ? pressKey : pressKeyWhileEditing;
    act(context, one);
  }
}

const selected = (bench: Bench): string => {
  const { row, column, rowCount, columnCount } = rectOfSelection(bench.controller.selection());
  const first = cellAddress(row, column);
  return rowCount * columnCount === 1 ? first : `${first}:${cellAddress(row + rowCount - 1, column + columnCount - 1)}`;
};
const active = (bench: Bench): string => cellAddress(bench.controller.selection().active.row, bench.controller.selection().active.column);

describe('keys move the selection as in Excel', () => {
  test.each<[string, readonly string[], string, string]>([
    ['B2', ['ArrowDown', 'ArrowRight'], 'C3', 'arrows'],
    ['A1', ['ArrowUp', 'ArrowLeft'], 'A1', 'the edge holds'],
    ['B2', ['Tab', 'Shift+Tab', 'Shift+Tab'], 'A2', 'Tab and back'],
    ['B2', ['Enter', 'Enter', 'Shift+Enter'], 'B3', 'Enter and back'],
    ['A1', ['Ctrl+ArrowDown'], 'A4', 'Ctrl+arrow to the end of the block'],
    ['A4', ['Ctrl+ArrowDown'], 'A7', 'then to the next filled cell'],
    ['A1', ['Shift+ArrowDown', 'Shift+ArrowRight'], 'A1:B2', 'Shift extends'],
    ['A1', ['Ctrl+Shift+ArrowDown'], 'A1:A4', 'Ctrl+Shift extends to the end of the block'],
    ['C3', ['Ctrl+Home'], 'A1', 'home'],
    ['A1', ['Ctrl+End'], 'B7', 'end of the used part'],
    ['C3', ['Home'], 'A3', 'start of the row'],
    ['B2', ['PageDown'], 'B12', 'a page of 200 pixels is ten rows'],
    ['B3', ['Ctrl+a'], 'A1:XFD1048576', 'all'],
    ['B3:C4', ['Shift+Space'], 'A3:XFD4', 'whole rows'],
    ['B3:C4', ['Ctrl+Space'], 'B1:C1048576', 'whole columns'],
  ])('from %s %j → %s (%s)', (from, keys, to) => {
    const bench = createBench();
    bench.fill('A1', [['1', 'x'], ['2', ''], ['3', ''], ['4', ''], ['', ''], ['', ''], ['7', 'y']]);
    bench.select(from);
    press(bench, ...keys);
    expect(selected(bench)).toBe(to);
    // The add-in sees the same selection.
    expect(bench.session.book.selection).toEqual(parseRect(to));
  });

  test('Tab and Enter walk inside a block and begin again at its end', () => {
    const bench = createBench();
    bench.select('B2:C3');
    const walked: string[] = [];
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Enter', 'Enter', 'Shift+Enter']) {
      press(bench, key);
      walked.push(active(bench));
    }
    expect(walked).toEqual(['C2', 'B3', 'C3', 'B2', 'B3', 'C2', 'B3']);
    expect(selected(bench)).toBe('B2:C3');
  });

  test('hidden rows are stepped over', () => {
    const bench = createBench();
    bench.sheet().rows.set(1, { hidden: true });
    bench.select('A1');
    press(bench, 'ArrowDown');
    expect(selected(bench)).toBe('A3');
  });

  test('Ctrl+Page Down goes to the next sheet and back', () => {
    const bench = createBench();
    press(bench, 'Ctrl+PageDown');
    expect(bench.sheet().name).toBe('对比 结果');
    press(bench, 'Ctrl+PageUp');
    expect(bench.sheet().name).toBe('Sheet1');
  });
});

describe('keys edit', () => {
  test('F2 opens the content, Escape leaves it, the add-in waits meanwhile', () => {
    const bench = createBench();
    bench.fill('A1', [['5.5%']]);
    bench.select('A1');
    press(bench, 'F2');
    expect(bench.controller.store.get().editing).toMatchObject({ text: '5.5%', mode: 'edit' });
    expect(bench.host.faults.inCellEdit).toBe(true);
    changeText(bench.controller, '9');
    press(bench, 'Escape');
    expect(bench.text('A1')).toBe('5.50%');
    expect(bench.host.faults.inCellEdit).toBe(false);
  });

  test('an arrow key finishes what was typed over a cell, but moves the caret after F2', () => {
    const bench = createBench();
    bench.select('A1');
    press(bench, 'Backspace');
    changeText(bench.controller, '=1+1');
    press(bench, 'ArrowDown');
    expect(bench.text('A1')).toBe('2');
    expect(selected(bench)).toBe('A2');
    bench.select('A1');
    press(bench, 'F2', 'ArrowDown');
    expect(bench.controller.store.get().editing).toBeDefined();
  });

  test('Delete empties a block and keeps formats; Ctrl+Z brings it back, Ctrl+Y takes it again', () => {
    const bench = createBench();
    bench.fill('A1', [['50%', 'x'], ['3', 'y']]);
    bench.select('A1:B2');
    press(bench, 'Delete');
    expect([bench.text('A1'), bench.text('B2')]).toEqual(['', '']);
    expect(bench.cell('A1')?.format?.numberFormat).toBe('0%');
    press(bench, 'Ctrl+z');
    expect([bench.text('A1'), bench.text('B1'), bench.text('A2'), bench.text('B2')]).toEqual(['50%', 'x', '3', 'y']);
    press(bench, 'Ctrl+y');
    expect(bench.text('B2')).toBe('');
  });

  test('Ctrl+D fills formulas down with shifted references', () => {
    const bench = createBench();
    bench.fill('A1', [['1', '=A1*10'], ['2', ''], ['3', '']]);
    bench.select('B1:B3');
    press(bench, 'Ctrl+d');
    expect([bench.text('B2'), bench.text('B3')]).toEqual(['20', '30']);
    bench.select('B4');
    press(bench, 'Ctrl+d');
    expect(bench.cell('B4')?.formula).toBe('=A4*10');
  });

  test('a read-only workbook says so instead of opening the cell', () => {
    const bench = createBench();
    bench.session.setReadOnly(true);
    press(bench, 'F2');
    expect(bench.controller.store.get()).toMatchObject({ editing: undefined, notice: { kind: 'refused', refusal: { reason: 'read-only' } } });
  });
});
