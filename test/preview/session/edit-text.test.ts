import { interpret } from '../../../src/host/model/typing';
import type { CellModel } from '../../../src/host/model/types';
import { editText } from '../../../src/preview/session/edit-text';

describe('what F2 shows', () => {
  test.each<[CellModel | undefined, string, string]>([
    [undefined, '', 'an empty cell'],
    [{ value: 0.055, format: { numberFormat: '0.0%' } }, '5.5%', 'a rate is edited as a percentage'],
    [{ value: 45978, format: { numberFormat: 'yyyy-mm-dd' } }, '2025/11/17', 'a date as a date'],
    [{ value: 45978.5, format: { numberFormat: 'yyyy/m/d h:mm' } }, '2025/11/17 12:00:00', 'with its time'],
    [{ value: 0.5, format: { numberFormat: 'h:mm' } }, '12:00:00', 'a time'],
    [{ value: 1234.5, format: { numberFormat: '#,##0.00' } }, '1234.5', 'a number without its format'],
    [{ value: 30, format: { numberFormat: '0"秒"' } }, '30', 'a unit in the format is no date'],
    [{ value: 3, formula: '=1+2' }, '=1+2', 'a formula'],
    [{ value: '007' }, "'007", 'text that looks like a number keeps its apostrophe'],
    [{ value: '007', format: { numberFormat: '@' } }, '007', 'not in a text cell'],
    [{ value: '=1' }, "'=1", 'text that looks like a formula'],
    [{ value: true }, 'TRUE', 'a truth value'],
    [{ value: '待出数' }, '待出数', 'words'],
  ])('%j is edited as %j: %s', (cell, text) => {
    expect(editText(cell, '2025-11-17')).toBe(text);
    // Entering it unchanged gives the same cell again.
    if (cell === undefined || cell.formula !== undefined) return;
    expect(interpret(text, cell.format?.numberFormat ?? 'General', '2025-11-17')).toMatchObject({ kind: 'value', value: cell.value });
  });
});
