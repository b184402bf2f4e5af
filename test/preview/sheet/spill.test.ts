import { createAxis } from '../../../src/preview/grid/axis';
import { createTextMeasure } from '../../../src/preview/grid/text-measure';
import { spill } from '../../../src/preview/sheet/spill';
import type { SpillCell } from '../../../src/preview/sheet/spill';

const measure = createTextMeasure(() => 10);
/** Ten columns of 60 pixels, the fourth hidden. */
const columns = createAxis(10, 60, [60, 60, 60, 0]);
const text = (value: string, more: Partial<SpillCell> = {}): SpillCell => ({ text: value, value, format: undefined, align: 'left', wrap: false, column: 1, ...more });
const allEmpty = () => true;

describe('text that is longer than its cell', () => {
  test.each<[SpillCell, (column: number) => boolean, object, string]>([
    [text('short'), allEmpty, { firstColumn: 1, lastColumn: 1 }, 'fits'],
    [text('a long title'), allEmpty, { lastColumn: 4 }, 'runs over empty cells, past a hidden one'],
    [text('a long title'), (column) => column !== 2, { lastColumn: 1 }, 'stops at a filled neighbour'],
    [text('a long title', { wrap: true }), allEmpty, { lastColumn: 1 }, 'wrapped text stays inside'],
    [text('a long title', { align: 'right', column: 2 }), allEmpty, { firstColumn: 0, lastColumn: 2 }, 'right-aligned text runs to the left'],
    [text('123456789', { value: 123456789, format: { numberFormat: '#,##0' } }), allEmpty, { text: '#####', lastColumn: 1 }, 'a number never runs over, it becomes ####'],
    [text('0.123456789', { value: 0.123456789 }), allEmpty, { text: '0.123' }, 'a General number loses decimals'],
    [text('123456789', { value: 123456789 }), allEmpty, { text: '#####' }, 'but never digits before the point'],
  ])('%j', (cell, isEmpty, expected) => expect(spill(cell, columns, isEmpty, measure)).toMatchObject(expected));
});
