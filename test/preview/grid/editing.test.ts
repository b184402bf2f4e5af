import type { DataValidationModel } from '../../../src/host/model/types';
import { beginEditing, commitEditing } from '../../../src/preview/grid/editing';
import { createBench } from '../support';
import type { Bench } from '../support';

const rule = (more: Pick<DataValidationModel, 'rule'> & Partial<DataValidationModel>): DataValidationModel => ({
  ranges: [{ row: 0, column: 1, rowCount: 10, columnCount: 1 }],
  ignoreBlanks: true,
  errorAlert: { title: '日期', message: '请填日期', style: 'Stop', showAlert: true },
  ...more,
});

function type(bench: Bench, address: string, text: string): void {
  bench.select(address);
  beginEditing(bench.controller, text);
  commitEditing(bench.controller);
}

describe('what a person types is checked as in Excel', () => {
  test.each<[string, DataValidationModel, string, boolean, string]>([
    ['a date', rule({ rule: { type: 'Date', operator: 'GreaterThanOrEqualTo', formula1: '2025-01-01' } }), '2025-11-20', true, 'a date after the bound'],
    ['a date', rule({ rule: { type: 'Date', operator: 'GreaterThanOrEqualTo', formula1: '2025-01-01' } }), '2024-11-20', false, 'a date before it'],
    ['a date', rule({ rule: { type: 'Date', operator: 'GreaterThanOrEqualTo', formula1: '=TODAY()' } }), '下周', false, 'words are no date'],
    ['a decimal', rule({ rule: { type: 'Decimal', operator: 'Between', formula1: '0', formula2: '1' } }), '55%', true, 'a percentage in between'],
    ['a decimal', rule({ rule: { type: 'Decimal', operator: 'Between', formula1: '0', formula2: '1' } }), '55', false, 'above'],
    ['a whole number', rule({ rule: { type: 'WholeNumber', operator: 'GreaterThan', formula1: '0' } }), '1.5', false, 'a fraction'],
    ['a length', rule({ rule: { type: 'TextLength', operator: 'LessThanOrEqualTo', formula1: '3' } }), '客服组', true, 'three characters'],
    ['a list', rule({ rule: { type: 'List', source: '高,中,低', inCellDropDown: true } }), '中', true, 'one of the list'],
    ['a list', rule({ rule: { type: 'List', source: '高,中,低', inCellDropDown: true } }), '最高', false, 'not in the list'],
    ['a list', rule({ rule: { type: 'List', source: '=$D$1:$D$2', inCellDropDown: true } }), 'Ja', true, 'a range, upper and lower case alike'],
    ['a list', rule({ rule: { type: 'List', source: '=lstOwner', inCellDropDown: true } }), 'nein', true, 'a name'],
    ['a list', rule({ rule: { type: 'List', source: '高,中,低', inCellDropDown: true } }), '', true, 'blank is allowed'],
    ['a formula', rule({ rule: { type: 'Custom', formula: '=B1>A1' } }), '6', true, 'true for this row'],
    ['a formula', rule({ rule: { type: 'Custom', formula: '=B1>A1' } }), '2', false, 'false for this row'],
    ['no alert', { ...rule({ rule: { type: 'WholeNumber', operator: 'EqualTo', formula1: '1' } }), errorAlert: { title: '', message: '', style: 'Stop', showAlert: false } }, 'x', true, 'the alert is switched off'],
  ])('%s %#: %j', (_, validation, text, allowed) => {
    const bench = createBench();
    bench.fill('A1', [['1'], ['5']]);
    bench.fill('D1', [['ja'], ['nein']]);
    bench.fill('B2', [['old']]);
    bench.session.book.names.push({ name: 'lstOwner', formula: '=Sheet1!$D$1:$D$2', comment: '', visible: true });
    bench.sheet().validations.push(validation);
    type(bench, 'B2', text);
    const { notice } = bench.controller.store.get();
    expect(notice?.kind).toBe(allowed ? undefined : 'validation');
    if (!allowed) {
      expect(notice).toMatchObject({ title: '日期', message: '请填日期', style: 'Stop' });
      expect(bench.text('B2')).toBe('old');
    }
  });

  test('retry goes back to the text, a warning can be overruled', () => {
    const bench = createBench();
    bench.sheet().validations.push(rule({ rule: { type: 'WholeNumber', operator: 'EqualTo', formula1: '1' }, errorAlert: { title: '', message: '', style: 'Warning', showAlert: true } }));
    type(bench, 'B1', '7');
    const first = bench.controller.store.get().notice;
    if (first?.kind !== 'validation') throw new Error('no alert');
    first.retry();
    expect(bench.controller.store.get().editing).toMatchObject({ text: '7', row: 0, column: 1 });
    commitEditing(bench.controller);
    const second = bench.controller.store.get().notice;
    if (second?.kind !== 'validation') throw new Error('no alert');
    second.accept();
    expect(bench.text('B1')).toBe('7');
    expect(bench.host.faults.inCellEdit).toBe(false);
  });

  test('a malformed formula is refused and stays open for correction', () => {
    const bench = createBench();
    type(bench, 'A1', '=SUM(');
    expect(bench.controller.store.get().notice?.kind).toBe('refused');
    expect(bench.controller.store.get().editing?.text).toBe('=SUM(');
    expect(bench.host.faults.inCellEdit).toBe(true);
  });

  test('typing under a table makes it longer, undo takes both back', () => {
    const bench = createBench();
    bench.fill('A1', [['名称', '数'], ['a', '1']]);
    const { book } = bench.session;
    book.tables.push({ id: '9', name: 'tblX', sheet: bench.sheet(), range: { row: 0, column: 0, rowCount: 2, columnCount: 2 }, columns: [{ id: 1, name: '名称' }, { id: 2, name: '数' }], style: 'TableStyleLight1', showTotals: false, showFilterButton: true, showBandedRows: true, showBandedColumns: false, highlightFirstColumn: false, filters: new Map() });
    type(bench, 'A3', 'b');
    expect(book.tables[0]?.range.rowCount).toBe(3);
    bench.session.undo();
    expect(book.tables[0]?.range.rowCount).toBe(2);
    expect(bench.text('A3')).toBe('');
  });
});
