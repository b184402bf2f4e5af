import fc from 'fast-check';
import { toSerial } from '../../src/retro/dates';
import { PRESENT, type ChangeEntry } from '../../src/retro/tracking';
import { compareCopy, readReturned, sameRetro, type CellDifference, type CopyComparison, type OwnWorkbook, type ReturnedCopy } from '../../src/workbook/copies';
import { takenKey } from '../../src/workbook/copies/rows';
import { comparedTables } from '../../src/workbook/copies/tables';
import { judge, toWrite } from '../../src/workbook/copies/values';
import type { TableName } from '../../src/workbook/plan';
import { changeColumns, changeRow } from '../../src/workbook/sheets/change';
import { baseKey, type BaseRow, type TableSnapshot } from '../../src/workbook/snapshot';

type Cell = string | number | boolean;
type Row = Readonly<Record<string, Cell>>;

const columnsOf = (name: TableName) => comparedTables().get(name)?.plan.columns ?? [];

/** A table of these rows; `headers` gives columns other headers, `order` another order. */
function table(name: TableName, rows: readonly Row[], { headers = {}, without = [] }: { readonly headers?: Readonly<Record<string, string>>; readonly without?: readonly string[] } = {}): TableSnapshot {
  const columns = columnsOf(name).filter(({ key }) => !without.includes(key));
  return { name, sheet: name, row: 3, column: 0, headers: columns.map(({ key, header }) => headers[key] ?? header), rows: rows.map((row) => columns.map(({ key }) => row[key] ?? '')), filtered: false, contentBelow: false };
}

const baseOf = (name: string, rows: readonly Row[], naturalKey = (row: Row): string => `key ${String(row['id'])}`): [string, BaseRow][] => rows.map((row) => [baseKey(name, String(row['id'])), { naturalKey: naturalKey(row), values: Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'id')) as BaseRow['values'] }]);

interface Side {
  readonly tables: readonly TableSnapshot[];
  readonly base?: readonly [string, BaseRow][];
  readonly log?: readonly ChangeEntry[];
}
const facts = { event: '2025双11', shop: '', start: '', end: '' };
const log = (entries: readonly ChangeEntry[]): TableSnapshot => ({
  name: 'tblChange', sheet: '变更记录', row: 3, column: 0, headers: changeColumns('zh-CN').map(({ header }) => header), filtered: false, contentBelow: false,
  rows: entries.map((entry) => changeRow(entry, 'zh-CN')).map((row) => changeColumns('zh-CN').map(({ key }) => (key === 'id' ? row.id : (row.values[key] ?? '')))),
});
const workbook = ({ tables, base = [], log: lines = [] }: Side): OwnWorkbook => ({ tables: new Map([...tables, log(lines)].map((one) => [one.name as TableName, one])), base: new Map(base) });
const returned = ({ tables, base = [], log: lines = [] }: Side): ReturnedCopy => ({ facts, tables: new Map(tables.map((one) => [one.name as TableName, one])), base: new Map(base), log: lines });
const compare = (mine: Side, theirs: Side): CopyComparison => compareCopy(workbook(mine), returned(theirs), { today: '2025-11-17' });
const cellsOf = (comparison: CopyComparison): CellDifference[] => comparison.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
const brief = (comparison: CopyComparison): string[] => [
  ...cellsOf(comparison).map(({ id, column, kind, suggested, shown }) => `${suggested ? '✓' : '·'} ${kind} ${id} ${column}: ${shown.mine}|${shown.theirs}${shown.before === undefined ? '' : `|${shown.before}`}`),
  ...comparison.tables.flatMap(({ added }) => added.map(({ copyId, label, suggested, kind }) => `${suggested ? '✓' : '·'} ${kind} ${copyId} ${label}`)),
  ...comparison.tables.flatMap(({ gone }) => gone.map(({ id }) => `gone ${id}`)),
  ...comparison.tables.flatMap(({ notes }) => notes.map(({ code, values }) => `! ${code} ${Object.values(values).join(' ')}`)),
];
const entry = (field: 'owner' | 'deadline', old: string, now: string, ordinal: number, note = ''): ChangeEntry => ({ key: `A-01|${field}|${ordinal}|${old}→${now}`, action: 'A-01', what: '补货提醒', field, old, new: now, ordinal, at: '2025-11-17 09:00:00', origin: 'here', who: '', postponed: false, note });

const action: Row = { id: 'A-01', what: '补货提醒', owner: '主管', deadline: toSerial('2025-11-20'), status: '未开始' };
const before = [...baseOf('tblAction', [action]), ...baseOf('track', [{ ...action, deadline: '2025-11-20' }], () => '')];
const lesson: Row = { id: 'L-01', kind: '好的做法', rule: '开卖前一小时全员在线', scope: '大促首日' };

describe('one cell', () => {
  const cases: readonly { readonly why: string; readonly mine?: Row; readonly theirs?: Row; readonly base?: readonly [string, BaseRow][]; readonly logs?: readonly [mine: readonly ChangeEntry[], theirs: readonly ChangeEntry[]]; readonly found: readonly string[] }[] = [
    { why: 'nothing was touched', found: [] },
    { why: 'only the colleague changed it: taken', theirs: { owner: '质检' }, found: ['✓ theirs A-01 owner: 主管|质检|主管'] },
    { why: 'only we changed it: the copy is old, nothing to show', mine: { owner: '培训' }, found: [] },
    { why: 'both changed it: hers to choose, with what it was', mine: { owner: '培训' }, theirs: { owner: '质检' }, found: ['· conflict A-01 owner: 培训|质检|主管'] },
    { why: 'both changed it to the same', mine: { owner: '质检' }, theirs: { owner: '质检' }, found: [] },
    { why: 'a day typed as text is the same day', theirs: { deadline: '2025/11/20' }, found: [] },
    { why: 'another day typed as text is shown as a day', theirs: { deadline: '2025年12月1日' }, found: ['✓ theirs A-01 deadline: 2025-11-20|2025-12-01|2025-11-20'] },
    { why: 'words that mean the day that stands here are no difference', theirs: { deadline: '3天内' }, found: [] },
    { why: 'words for another day are one', theirs: { deadline: '5天内' }, found: ['✓ theirs A-01 deadline: 2025-11-20|5天内|2025-11-20'] },
    { why: 'words that were read when they were taken do not come again, whatever day it is', mine: { deadline: toSerial('2025-12-24') }, theirs: { deadline: '5天内' }, logs: [[entry('deadline', '2025-11-20', '2025-12-24', 1, '5天内')], []], found: [] },
    { why: 'emptied there while ours has it: never suggested', theirs: { owner: '' }, found: ['· emptied A-01 owner: 主管||主管'] },
    { why: 'filled there while ours is empty: taken', mine: { effect: '' }, theirs: { effect: '有效' }, found: ['✓ theirs A-01 effect: |有效'] },
    { why: 'two texts and no memory of either: hers to choose', mine: { effect: '好' }, theirs: { effect: '有效' }, found: ['· unknown A-01 effect: 好|有效'] },
    { why: 'a space and a Windows line break are no difference', mine: { effect: 'a\nb' }, theirs: { effect: ' a\r\nb ' }, found: [] },
    { why: 'the log says it was changed before the copy was made: the colleague changed it since', mine: { owner: '培训' }, theirs: { owner: '质检' }, logs: [[entry('owner', '主管', '培训', 1)], [entry('owner', '主管', '培训', 1)]], found: ['✓ theirs A-01 owner: 培训|质检|培训'] },
    { why: 'the log says that ours was changed after it: the copy is old', mine: { owner: '运营对接' }, theirs: { owner: '培训' }, logs: [[entry('owner', '主管', '培训', 1), entry('owner', '培训', '运营对接', 2)], [entry('owner', '主管', '培训', 1)]], found: [] },
    { why: 'the colleague has a pane: her log says what it was', theirs: { owner: '质检' }, logs: [[], [entry('owner', '主管', '质检', 1)]], found: ['✓ theirs A-01 owner: 主管|质检|主管'] },
    { why: 'formulas are nobody’s words', mine: { reminder: '正常' }, theirs: { reminder: '已逾期' }, found: [] },
  ];
  test.each(cases)('$why', ({ mine = {}, theirs = {}, base = before, logs: [ownLog, theirLog] = [[], []], found }) => {
    expect(brief(compare({ tables: [table('tblAction', [{ ...action, ...mine }])], base, log: ownLog }, { tables: [table('tblAction', [{ ...action, ...theirs }])], base, log: theirLog }))).toEqual(found);
  });

  test('we generated with corrected figures since: the old figure in the copy is not offered as new', () => {
    const [was, now] = [{ id: 'M-01', metric: '退款率', unit: '%', actual: 0.17 }, { id: 'M-01', metric: '退款率', unit: '%', actual: 0.178 }];
    expect(brief(compare({ tables: [table('tblActual', [now])], base: baseOf('tblActual', [now]) }, { tables: [table('tblActual', [was])], base: baseOf('tblActual', [was]) }))).toEqual([]);
  });

  test('figures typed as text are figures, rates are shown as such', () => {
    const was = { id: 'M-01', metric: '退款率', unit: '%', actual: 0.17 };
    const base = baseOf('tblActual', [was]);
    expect(brief(compare({ tables: [table('tblActual', [was])], base }, { tables: [table('tblActual', [{ ...was, actual: '17%' }])], base }))).toEqual([]);
    expect(brief(compare({ tables: [table('tblActual', [was])], base }, { tables: [table('tblActual', [{ ...was, actual: 0.182 }])], base }))).toEqual(['✓ theirs M-01 actual: 17%|18.2%|17%']);
  });

  test('without any memory of the copy ours decides', () => {
    expect(brief(compare({ tables: [table('tblAction', [action])], base: before }, { tables: [table('tblAction', [{ ...action, owner: '质检' }])] }))).toEqual(['✓ theirs A-01 owner: 主管|质检|主管']);
  });
});

describe('rows', () => {
  const one = { ...action };
  const two: Row = { id: 'A-02', what: '复核客服话术', owner: '培训', deadline: toSerial('2025-12-01'), status: '进行中' };
  const base = [...before, ...baseOf('tblAction', [two]), ...baseOf('track', [{ ...two, deadline: '2025-12-01' }], () => '')];
  const cases: readonly { readonly why: string; readonly mine?: readonly Row[]; readonly theirs: readonly Row[]; readonly own?: readonly [string, BaseRow][]; readonly found: readonly string[] }[] = [
    { why: 'sorted the other way round', theirs: [two, one], found: [] },
    { why: 'a row only the copy has', theirs: [one, two, { id: '', what: '新的行动', owner: '质检' }], found: ['✓ new  新的行动'] },
    { why: 'a new row with the id that somebody else’s row has here', mine: [one, two, { id: 'A-03', what: '盘点仓库' }], theirs: [one, two, { id: 'A-03', what: '约谈供应商' }], found: ['✓ new A-03 约谈供应商'] },
    { why: 'the same sentence reworded is the same row', mine: [one, two, { id: 'A-03', what: '每天盘点一次仓库' }], theirs: [one, two, { id: 'A-03', what: '每天盘点两次仓库' }], found: ['· unknown A-03 what: 每天盘点一次仓库|每天盘点两次仓库'] },
    { why: 'a row the copy no longer has is named', theirs: [two], found: ['gone A-01'] },
    { why: 'a row added here since is not missed in the copy', mine: [one, two, { id: 'A-03', what: '盘点仓库' }], theirs: [one, two], found: [] },
    { why: 'a row deleted here and kept there is not suggested', mine: [two], theirs: [one, two], found: ['· deleted A-01 补货提醒'] },
    { why: 'a row whose id was emptied is known by its words', theirs: [{ ...one, id: '', owner: '质检' }, two], found: ['✓ theirs A-01 owner: 主管|质检|主管'] },
    { why: 'an id typed twice: the row that says more of ours keeps it, the other is new', theirs: [{ id: 'A-01', what: '另一件事', owner: '质检' }, { ...one, status: '进行中' }, two], found: ['✓ theirs A-01 status: 未开始|进行中|未开始', '✓ new A-01 另一件事', '! double-id-copy A-01'] },
    { why: 'an empty row is no row', theirs: [one, two, {}], found: [] },
  ];
  test.each(cases)('$why', ({ mine = [one, two], theirs, own = base, found }) => {
    expect(brief(compare({ tables: [table('tblAction', mine)], base: own }, { tables: [table('tblAction', theirs)], base }))).toEqual(found);
  });

  test('a row taken before is known by its mark, also when it was changed here since', () => {
    const theirs = { tables: [table('tblAction', [one, { id: '', what: '新的行动', owner: '质检' }])], base };
    const [added] = compare({ tables: [table('tblAction', [one])], base }, theirs).tables[0]?.added ?? [];
    const taken: [string, BaseRow] = [takenKey('tblAction', added?.mark ?? ''), { naturalKey: '', values: { id: 'A-09' } }];
    expect(brief(compare({ tables: [table('tblAction', [one, { id: 'A-09', what: '换了说法', owner: '质检' }])], base: [...base, taken] }, theirs))).toEqual(['· unknown A-09 what: 换了说法|新的行动']);
    expect(brief(compare({ tables: [table('tblAction', [one])], base: [...base, taken] }, theirs))).toEqual(['· deleted  新的行动']);
  });

  test('rows of the data are the same thing by what they were made from, whatever ids they got', () => {
    const key = (row: Row): string => `node|${String(row['node'])}`;
    const [mine, theirs] = [{ id: 'N-12', node: '直播加场' }, { id: 'N-13', node: '直播加场' }];
    expect(brief(compare({ tables: [table('tblNode', [mine, { id: 'N-13', node: '改价' }])], base: baseOf('tblNode', [mine, { id: 'N-13', node: '改价' }], key) }, { tables: [table('tblNode', [{ ...theirs, problem: '没人值守' }])], base: baseOf('tblNode', [theirs], key) })))
      .toEqual(['✓ theirs N-12 problem: |没人值守']);
  });

  test('ids that a copy gives to its own rows are followed where other rows name them', () => {
    const lessons = [{ ...lesson, id: 'L-02', rule: '晚班提前到岗' }];
    const comparison = compare({ tables: [table('tblLesson', [lesson, ...lessons]), table('tblAction', [{ ...one, source: 'L-02' }])], base }, { tables: [table('tblLesson', [lesson, { ...lessons[0], id: 'L-03' }]), table('tblAction', [{ ...one, source: 'L-03' }])], base });
    expect(brief(comparison)).toEqual([]);
    expect([...comparison.renamed]).toEqual([['L-03', 'L-02']]);
  });

  test('typed sheets have no memory: what was filled in there is taken, what differs is hers to choose', () => {
    expect(brief(compare({ tables: [table('tblLesson', [lesson])] }, { tables: [table('tblLesson', [{ ...lesson, scope: '所有大促', prediction: '响应 30 秒内' }, { id: 'L-02', rule: '晚班提前到岗' }])] }))).toEqual([
      '· unknown L-01 scope: 大促首日|所有大促', '✓ theirs L-01 prediction: |响应 30 秒内', '✓ new L-02 晚班提前到岗',
    ]);
  });
});

describe('columns', () => {
  test.each([
    { why: 'moved and in the other language', theirs: table('tblLesson', [lesson], { headers: Object.fromEntries(columnsOf('tblLesson').map(({ key, alsoKnownAs }) => [key, alsoKnownAs[0] ?? key])) }), found: [] },
    { why: 'a typed column renamed: nobody can tell, it is said', theirs: table('tblLesson', [lesson], { headers: { scope: '场合' } }), found: ['! column-gone 适用场景', '! own-column 场合'] },
    { why: 'a column gone', theirs: table('tblLesson', [lesson], { without: ['scope'] }), found: ['! column-gone 适用场景'] },
    { why: 'the ids’ column renamed: known by its form', theirs: table('tblLesson', [{ ...lesson, prediction: '更快' }], { headers: { id: 'No.' } }), found: ['✓ theirs L-01 prediction: |更快'] },
    { why: 'the ids’ column gone: rows are known by their words', theirs: table('tblLesson', [{ ...lesson, prediction: '更快' }], { without: ['id'] }), found: ['✓ theirs L-01 prediction: |更快'] },
  ])('$why', ({ theirs, found }) => {
    expect(brief(compare({ tables: [table('tblLesson', [lesson])] }, { tables: [theirs] }))).toEqual(found);
  });

  test('a renamed column of the data is known by what is remembered of it', () => {
    expect(brief(compare({ tables: [table('tblAction', [action])], base: before }, { tables: [table('tblAction', [{ ...action, status: '进行中' }], { headers: { owner: '谁来做' } })], base: before }))).toEqual(['✓ theirs A-01 status: 未开始|进行中|未开始']);
  });

  test('our table without ids, and a table we do not have, are said', () => {
    expect(brief(compare({ tables: [table('tblLesson', [lesson], { without: ['id'] })] }, { tables: [table('tblLesson', [lesson]), table('tblCase', [{ id: 'K-01', scene: '催发货' }])] }))).toEqual(['! table-gone-here 1', '! no-ids ']);
  });
});

describe('which file it is', () => {
  const content = (name: string, event: string) => ({ tables: [{ ...table('tblAction', []), name }], cells: new Map([['retroEvent', event]]) });
  test('tables are known by their names', () => {
    expect(readReturned(content('tblaction', '2025双11'))?.facts.event).toBe('2025双11');
    expect(readReturned(content('Table1', '2025双11'))).toBeUndefined();
    expect(readReturned(content('tblAction2', '2025双11'))).toBeUndefined();
  });

  const own = { event: '2025双11', shop: '', start: '2025-10-20', end: '2025-11-14' };
  test.each([
    { why: 'the same event', other: own, same: true },
    { why: 'another event', other: { ...own, event: '2025双12', start: '2025-12-08', end: '2025-12-12' }, same: false },
    { why: 'renamed, the same days', other: { ...own, event: '双十一复盘' }, same: true },
    { why: 'the same name a year before', other: { ...own, start: '2024-10-20', end: '2024-11-14' }, same: false },
    { why: 'its first day corrected', other: { ...own, start: '2025-10-24' }, same: true },
    { why: 'two shops', a: { ...own, shop: '旗舰店' }, other: { ...own, shop: '专营店' }, same: false },
    { why: 'a cover nobody can read says nothing against it', other: { event: '', shop: '', start: '', end: '' }, same: true },
  ])('$why', ({ a = own, other, same }) => {
    expect(sameRetro(a, other)).toBe(same);
    expect(sameRetro(other, a)).toBe(same);
  });
});

describe('what is written', () => {
  test.each([
    { why: 'a day as a date', cell: '2025/12/01', format: 'yyyy-mm-dd', written: { value: toSerial('2025-12-01'), numberFormat: 'yyyy-mm-dd' } },
    { why: 'words in a date column as text', cell: '尽快', format: 'yyyy-mm-dd', written: { value: '尽快' } },
    { why: 'words Excel would take for a date stay words', cell: '11月30日', format: 'yyyy-mm-dd', written: { value: '11月30日', numberFormat: '@' } },
    { why: 'a formula is text', cell: '=HYPERLINK("http://x")', format: '@', written: { value: '=HYPERLINK("http://x")', numberFormat: '@' } },
    { why: 'a figure keeps the format of its cell', cell: '17.8%', format: 'General', written: { value: 0.178 } },
    { why: 'a figure in a column of text is text', cell: 12, format: '@', written: { value: '12', numberFormat: '@' } },
  ])('$why', ({ cell, format, written }) => {
    expect(toWrite(cell, { numberFormat: format })).toEqual(written);
  });
});

/**
 * Any two states of a cell and any memory: what is suggested never replaces what a person typed here – a text that is not what
 * is remembered –, and once it is taken nothing is suggested any more.
 */
test('taking every suggestion loses nothing typed here and leaves none', () => {
  const words = fc.constantFrom('', '', '主管', '质检', '培训', '3天内', '2025-11-20', toSerial('2025-11-20'), 0.5, '50%', '尽快');
  const row = fc.record({ what: fc.constantFrom('补货', '复核', '约谈供应商', ''), owner: words, deadline: words, status: words, effect: words, progress: words });
  const rows = fc.array(fc.tuple(fc.constantFrom('', 'A-01', 'A-02', 'A-03', 'A-03', 'L-01'), row), { maxLength: 4 }).map((list) => list.map(([id, cells]): Row => ({ id, ...cells })));
  const memory = fc.array(fc.tuple(fc.constantFrom('A-01', 'A-02', 'A-03'), row), { maxLength: 3 }).map((list) => baseOf('tblAction', list.map(([id, cells]): Row => ({ id, ...cells }))));
  fc.assert(fc.property(rows, rows, memory, memory, (mineRows, theirRows, ownBase, theirBase) => {
    const theirs = { tables: [table('tblAction', theirRows)], base: theirBase };
    const first = compare({ tables: [table('tblAction', mineRows)], base: ownBase }, theirs);
    const after = mineRows.map((cells) => ({ ...cells }) as Record<string, Cell>);
    const usedRows = new Set<number>();
    for (const found of first.tables.flatMap((one) => one.rows)) {
      for (const cell of found.cells.filter(({ suggested }) => suggested)) {
        const at = found.sheetRow - 5;
        const was = after[at]?.[cell.column] ?? '';
        const remembered = [ownBase, theirBase].flatMap((base) => base.filter(([key]) => key === baseKey('tblAction', cell.id)).map(([, { values }]) => values[cell.column] ?? ''));
        const column = columnsOf('tblAction').find(({ key }) => key === cell.column) ?? { numberFormat: '@' };
        // Empty, or just what is remembered.
        expect(String(was).trim() === '' || remembered.some((value) => judge(was, value ?? '', [], column) === undefined)).toBe(true);
        const target = after[at];
        if (target !== undefined) target[cell.column] = toWrite(cell.theirs, column).value;
        usedRows.add(at);
      }
    }
    let next = 50;
    const taken = first.tables.flatMap(({ added }) => added.filter(({ suggested }) => suggested)).map((added): [Row, [string, BaseRow]] => {
      const id = `A-${String((next += 1))}`;
      return [{ id, ...added.values }, [takenKey('tblAction', added.mark), { naturalKey: '', values: { id } }]];
    });
    const again = compare({ tables: [table('tblAction', [...after, ...taken.map(([cells]) => cells)])], base: [...ownBase, ...taken.map(([, line]) => line)] }, theirs);
    expect(again.tables.flatMap(({ rows: found, added }) => [...found.flatMap(({ cells }) => cells), ...added]).filter(({ suggested }) => suggested)).toEqual([]);
  }), { numRuns: 800 });
});

test('a log line about a whole action says nothing of its cells', () => {
  const whole: ChangeEntry = { ...entry('owner', 'removed', PRESENT, 1), key: 'A-01|row|1|', field: 'row' };
  expect(brief(compare({ tables: [table('tblAction', [action])], base: before, log: [whole] }, { tables: [table('tblAction', [{ ...action, owner: '质检' }])], base: before }))).toEqual(['✓ theirs A-01 owner: 主管|质检|主管']);
});
