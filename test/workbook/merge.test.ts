import { idMemory, mergeTable } from '../../src/workbook/merge';
import type { ColumnPlan, PlanValue, TablePlan } from '../../src/workbook/plan';
import { baseKey, type BaseRow, type TableSnapshot } from '../../src/workbook/snapshot';

const column = (key: string, role: ColumnPlan['role'], header = key): ColumnPlan => ({ key, header, alsoKnownAs: [`${header} (en)`], role, width: 10, numberFormat: 'General' });
const columns = [column('id', 'id'), column('what', 'given'), column('owner', 'typed'), column('days', 'formula')];

function plan(rows: readonly (readonly [id: string, what: PlanValue])[]): TablePlan {
  return { name: 'tblAction', idPrefix: 'A', columns, rules: [], rows: rows.map(([id, what]) => ({ id, naturalKey: `key of ${id}`, values: { what } })) };
}
function table(rows: readonly (readonly (string | number)[])[], headers: readonly string[] = ['id', 'what', 'owner', 'days']): TableSnapshot {
  return { name: 'tblAction', sheet: '6 行动计划', row: 3, column: 0, headers, rows, filtered: false, contentBelow: false };
}
const base = (rows: Readonly<Record<string, PlanValue>>): Map<string, BaseRow> => new Map(Object.entries(rows).map(([id, what]) => [baseKey('tblAction', id), { naturalKey: `key of ${id}`, values: { what } }]));

describe('an analysis that is pasted again (R19)', () => {
  const replaced: TablePlan = { ...plan([['A-02', 7]]), replaced: ['what'] };

  test.each([
    { why: 'a row the new data no longer has loses its figure, so that sums stay right', now: 5, writes: [{ row: 0, column: 1, value: null }] },
    { why: 'a figure a person changed stays', now: 6, writes: [] },
    { why: 'an empty figure needs no write', now: '', writes: [] },
  ])('$why', ({ now, writes }) => {
    expect(mergeTable(replaced, table([['A-01', now, 'Li', ''], ['A-02', 7, '', '']]), base({ 'A-01': 5, 'A-02': 7 })).writes).toEqual(writes);
  });

  test('no new data, nothing emptied', () => {
    expect(mergeTable({ ...replaced, rows: [{ id: '', naturalKey: '', values: {} }] }, table([['A-01', 5, 'Li', '']]), base({ 'A-01': 5 })).writes).toEqual([]);
  });

  test('what was emptied comes back with the data', () => {
    const emptied = mergeTable(replaced, table([['A-01', 5, 'Li', ''], ['A-02', 7, '', '']]), base({ 'A-01': 5, 'A-02': 7 }));
    const remembered = new Map([...emptied.base].map(([id, row]) => [baseKey('tblAction', id), row]));
    const back = mergeTable({ ...plan([['A-01', 9], ['A-02', 7]]), replaced: ['what'] }, table([['A-01', '', 'Li', ''], ['A-02', 7, '', '']]), remembered);
    expect(back.writes).toEqual([{ row: 0, column: 1, value: 9 }]);
    expect(back.conflicts).toEqual([]);
  });
});

test('an empty row that a broken-off run left gets the formats of its formulas too', () => {
  const withFormat: TablePlan = { ...plan([]), rows: [{ id: 'A-01', naturalKey: 'key of A-01', values: { what: 1 }, formats: { days: '0%', what: '0.0' } }] };
  const merge = mergeTable(withFormat, table([['', '', '', '']]), new Map(), true);
  expect(merge.appended).toEqual([]);
  expect(merge.writes).toContainEqual({ row: 0, column: 1, value: 1, numberFormat: '0.0' });
  expect(merge.formats).toEqual([{ row: 0, column: 3, numberFormat: '0%' }]);
});

describe('generating again loses nothing (R45)', () => {
  test('an untouched given cell follows the new data', () => {
    const merge = mergeTable(plan([['A-01', 'new']]), table([['A-01', 'old', 'Li', 3]]), base({ 'A-01': 'old' }));
    expect(merge.writes).toEqual([{ row: 0, column: 1, value: 'new' }]);
    expect(merge.conflicts).toEqual([]);
  });

  test('a given cell a person changed stays and is shown as a conflict', () => {
    const merge = mergeTable(plan([['A-01', 'new']]), table([['A-01', 'mine', 'Li', 3]]), base({ 'A-01': 'old' }));
    expect(merge.writes).toEqual([]);
    expect(merge.conflicts).toEqual([{ table: 'tblAction', id: 'A-01', column: 'what', kept: 'mine', offered: 'new' }]);
  });

  test('a conflict is shown once, not at every generation', () => {
    const first = mergeTable(plan([['A-01', 'new']]), table([['A-01', 'mine', '', '']]), base({ 'A-01': 'old' }));
    const remembered = new Map([...first.base].map(([id, row]) => [baseKey('tblAction', id), row]));
    expect(mergeTable(plan([['A-01', 'new']]), table([['A-01', 'mine', '', '']]), remembered).conflicts).toEqual([]);
  });

  test('the same data again writes nothing, even after a person changed a cell', () => {
    const merge = mergeTable(plan([['A-01', 'old']]), table([['A-01', 'mine', 'Li', 3]]), base({ 'A-01': 'old' }));
    expect(merge.writes).toEqual([]);
    expect(merge.conflicts).toEqual([]);
  });

  test('typed cells and formulas are never written', () => {
    const merge = mergeTable(plan([['A-01', 'new']]), table([['A-01', 'old', '', '']]), base({ 'A-01': 'old' }));
    expect(merge.writes.map((write) => write.column)).toEqual([1]);
  });

  test('sorted rows and moved columns are found by id and header', () => {
    const merge = mergeTable(plan([['A-01', 'one!'], ['A-02', 'two']]), table([['Li', 'A-02', 'two'], ['Wu', 'A-01', 'one']], ['owner', 'id', 'what']), base({ 'A-01': 'one', 'A-02': 'two' }));
    expect(merge.writes).toEqual([{ row: 1, column: 2, value: 'one!' }]);
    expect(merge.missingColumns.map((missing) => missing.key)).toEqual(['days']);
  });

  test('headers in the other language are the same columns', () => {
    const merge = mergeTable(plan([['A-01', 'new']]), table([['A-01', 'old', '', '']], ['id (en)', 'what (en)', 'owner (en)', 'days (en)']), base({ 'A-01': 'old' }));
    expect(merge.writes).toEqual([{ row: 0, column: 1, value: 'new' }]);
  });

  test('a row a person deleted stays deleted', () => {
    const merge = mergeTable(plan([['A-01', 'one'], ['A-02', 'two']]), table([['A-02', 'two', '', '']]), base({ 'A-01': 'one', 'A-02': 'two' }));
    expect(merge.appended).toEqual([]);
    expect(merge.writes).toEqual([]);
  });

  test('a row the data no longer has stays', () => {
    const merge = mergeTable(plan([['A-02', 'two']]), table([['A-01', 'one', 'Li', ''], ['A-02', 'two', '', '']]), base({ 'A-01': 'one', 'A-02': 'two' }));
    expect(merge.writes).toEqual([]);
    expect(merge.base.get('A-01')?.values).toEqual({ what: 'one' });
  });

  test('a row typed by hand gets the next free id, above every id ever given', () => {
    const merge = mergeTable(plan([['A-01', 'one']]), table([['A-01', 'one', '', ''], ['', 'typed by hand', 'Li', '']]), base({ 'A-01': 'one', 'A-07': 'deleted' }));
    expect(merge.writes).toEqual([{ row: 1, column: 0, value: 'A-08' }]);
  });

  test('new rows fill the empty first row of a table nobody used, then go below', () => {
    const merge = mergeTable(plan([['A-01', 'one'], ['A-02', 'two']]), table([['', '', '', '']]), new Map());
    expect(merge.writes).toEqual([{ row: 0, column: 0, value: 'A-01' }, { row: 0, column: 1, value: 'one' }]);
    expect(merge.appended.map((row) => row.id)).toEqual(['A-02']);
  });

  test('without a base copy a filled cell counts as a person’s', () => {
    const merge = mergeTable(plan([['A-01', 'new']]), table([['A-01', 'old', '', '']]), new Map());
    expect(merge.writes).toEqual([]);
    expect(merge.conflicts).toHaveLength(1);
  });
});

describe('ids', () => {
  test('are remembered by what the row is about, and never given twice', () => {
    const memory = idMemory({ base: base({ 'A-01': 'one', 'A-09': 'gone' }), tables: new Map([['tblAction', table([['A-12', 'typed', '', '']])]]) });
    expect(memory.A).toEqual({ known: { 'key of A-01': 'A-01', 'key of A-09': 'A-09' }, highest: 12 });
  });

  test('of metrics survive the loss of the base copy by their code', () => {
    const targets: TableSnapshot = { ...table([['M-07', 'avg_resp']], ['编号', '指标代码']), name: 'tblTarget' };
    expect(idMemory({ base: new Map(), tables: new Map([['tblTarget', targets]]) }).M).toEqual({ known: { avg_resp: 'M-07' }, highest: 7 });
  });
});

describe('ids that stand twice, columns with another header (R45)', () => {
  const known = base({ 'A-01': 'one', 'A-02': 'two' });

  test.each([
    { why: 'equal rows: the lower one is the copy', rows: [['A-01', 'one', '', ''], ['A-02', 'two', '', ''], ['A-01', 'one', '', '']], writes: [{ row: 2, column: 0, value: 'A-03' }] },
    { why: 'the one that says what was last written keeps it', rows: [['A-01', 'changed', '', ''], ['A-02', 'two', '', ''], ['A-01', 'one', '', '']], writes: [{ row: 0, column: 0, value: 'A-03' }] },
    { why: 'three of one id: two new ones', rows: [['A-02', 'two', '', ''], ['A-02', 'x', '', ''], ['A-02', 'y', '', '']], writes: [{ row: 1, column: 0, value: 'A-03' }, { row: 2, column: 0, value: 'A-04' }] },
  ])('$why', ({ rows, writes }) => {
    expect(mergeTable(plan([]), table(rows), known).writes).toEqual(writes);
  });

  test('new figures go to the row that keeps the id', () => {
    const merge = mergeTable(plan([['A-01', 'new']]), table([['A-01', 'mine', '', ''], ['A-01', 'one', '', '']]), known);
    expect(merge.writes).toContainEqual({ row: 1, column: 1, value: 'new' });
    expect(merge.conflicts).toEqual([]);
  });

  test('a renamed column is known by what it holds, a renamed id column by its ids', () => {
    const merge = mergeTable(plan([['A-01', 'new'], ['A-02', 'two']]), table([['A-01', 'x', 'one', ''], ['A-02', 'y', 'two', '']], ['nr', 'added', 'renamed', 'owner']), known);
    expect(merge.writes).toEqual([{ row: 0, column: 2, value: 'new' }]);
  });

  test('a column of a person’s own where ours was is not taken for it', () => {
    const merge = mergeTable(plan([['A-01', 'new']]), table([['A-01', 'my words', ''], ['A-02', 'other words', '']], ['id', 'own', 'owner']), known);
    expect(merge.writes).toEqual([]);
    expect(merge.missingColumns.map((missing) => missing.key)).toContain('what');
  });
});

test('a table that only grows gets new rows and nothing else: no updates, no ids, nothing remembered', () => {
  const log: TablePlan = { ...plan([['k1', 'one'], ['k2', 'two']]), appendOnly: true };
  const merge = mergeTable(log, table([['k1', 'changed by hand', '', ''], ['', 'typed below', '', '']]), new Map());
  expect(merge.writes).toEqual([]);
  expect(merge.appended.map((row) => row.id)).toEqual(['k2']);
  expect([...merge.base]).toEqual([]);
});
