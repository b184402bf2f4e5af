import fc from 'fast-check';
import { dueGroups, dueView, dueViewOf, type DueGroup } from '../../src/retro/due';
import { describeAction, type ActionFacts } from '../../src/retro/tracking-actions';
import { actionsOf, TODAY } from './due-actions';

interface Case {
  readonly why: string;
  readonly cells: Partial<ActionFacts>;
  readonly groups: readonly DueGroup[];
}

const cases: readonly Case[] = [
  { why: 'a deadline far away needs nothing now', cells: { deadline: '2025-12-31' }, groups: ['later'] },
  { why: 'yesterday is overdue', cells: { deadline: '2025-11-16' }, groups: ['overdue'] },
  { why: 'today is not overdue yet', cells: { deadline: '2025-11-17' }, groups: ['soon'] },
  { why: 'the seventh day still counts as due', cells: { deadline: '2025-11-24' }, groups: ['soon'] },
  { why: 'the eighth does not', cells: { deadline: '2025-11-25' }, groups: ['later'] },
  { why: 'nobody owns it', cells: { owner: '' }, groups: ['no-owner'] },
  { why: 'overdue and without owner is both, and shown as overdue', cells: { owner: '', deadline: '2025-11-01' }, groups: ['overdue', 'no-owner'] },
  { why: 'due soon and without owner is both, although the sheet’s reminder names the owner first', cells: { owner: '', deadline: '2025-11-20' }, groups: ['soon', 'no-owner'] },
  { why: 'an empty deadline', cells: { deadline: '' }, groups: ['no-deadline'] },
  { why: 'words without a day', cells: { deadline: '尽快' }, groups: ['not-date'] },
  { why: 'a day the calendar does not have', cells: { deadline: '2025-02-30' }, groups: ['not-date'] },
  { why: 'words that mean a day, but are still words in the cell', cells: { deadline: '下周五' }, groups: ['not-date'] },
  { why: 'one postponement is nothing yet', cells: { postponed: 1 }, groups: ['later'] },
  { why: 'two are', cells: { postponed: 2 }, groups: ['postponed'] },
  { why: 'postponed often and overdue again', cells: { postponed: 3, deadline: '2025-11-10' }, groups: ['overdue', 'postponed'] },
];

test.each(cases)('$why', ({ cells, groups }) => {
  const { items, counts } = dueView(actionsOf(cells));
  expect(items.map((item) => item.groups)).toEqual([groups]);
  expect(dueGroups.filter((group) => counts[group] === 1)).toEqual(dueGroups.filter((group) => groups.includes(group)));
});

test.each([
  { soonDays: 3, deadline: '2025-11-20', groups: ['soon', 'no-owner'] }, { soonDays: 3, deadline: '2025-11-21', groups: ['no-owner'] },
  { soonDays: 14, deadline: '2025-12-01', groups: ['soon', 'no-owner'] }, { soonDays: 0, deadline: '2025-11-17', groups: ['soon', 'no-owner'] }, { soonDays: 0, deadline: '2025-11-18', groups: ['no-owner'] },
])('due soon is what 配置 says: $soonDays days, $deadline', ({ soonDays, deadline, groups }) => {
  const row = { ...actionsOf({})[0]!, owner: '', deadline };
  const action = describeAction({ ...row }, { today: TODAY, soonDays, closing: new Set() });
  expect(dueView([action]).items[0]?.groups).toEqual(groups);
});

test('done, cancelled and empty rows are left out; closed ones are counted', () => {
  const { items, closed } = dueView(actionsOf({ status: '已完成', deadline: '2025-11-01' }, { status: '取消', owner: '' }, { what: '', owner: '', deadline: '' }, { status: '延期' }));
  expect(items.map(({ action }) => action.id)).toEqual(['A-04']);
  expect(closed).toBe(2);
});

test('the most urgent first: overdue longest, then what comes next, then what lacks something', () => {
  const view = dueView(actionsOf({ deadline: '2025-12-01' }, { deadline: '' }, { owner: '' }, { deadline: '2025-11-20' }, { deadline: '2025-11-10' }, { deadline: '2025-11-01' }, { deadline: '2025-11-18' }, { deadline: '尽快' }));
  expect(view.items.map(({ action }) => action.id)).toEqual(['A-06', 'A-05', 'A-07', 'A-04', 'A-03', 'A-02', 'A-08', 'A-01']);
});

test('people with what is overdue come first; actions without owner stand together', () => {
  const actions = actionsOf({ owner: '培训' }, { owner: '培训' }, { owner: '主管', deadline: '2025-11-01' }, { owner: '' }, { owner: '质检', status: '已完成' });
  expect(dueView(actions).people).toEqual([{ owner: '主管', open: 1, overdue: 1 }, { owner: '培训', open: 2, overdue: 0 }, { owner: '', open: 1, overdue: 0 }]);
  expect(dueViewOf('培训', actions).counts.later).toBe(2);
  expect(dueViewOf('', actions).counts['no-owner']).toBe(1);
});

const anyRow = fc.record({
  what: fc.constantFrom('', '排班', '话术'), owner: fc.constantFrom('', '主管', '培训', '甲、乙'), deadline: fc.constantFrom('', '尽快', '2025-02-30', '2025-10-01', '2025-11-17', '2025-11-24', '2026-01-01'),
  status: fc.constantFrom('', '未开始', '已完成', '取消'), postponed: fc.integer({ min: 0, max: 4 }),
});

test('every open action stands in the view exactly once, and people and counts add up', () => {
  fc.assert(fc.property(fc.array(anyRow, { maxLength: 30 }), (rows) => {
    const actions = actionsOf(...rows);
    const { items, people, counts, closed } = dueView(actions);
    expect(items.map(({ action }) => action.rowIndex).sort((a, b) => a - b)).toEqual(actions.filter((action) => action.what !== '' && !action.closed).map((action) => action.rowIndex));
    expect(people.reduce((sum, person) => sum + person.open, 0)).toBe(items.length);
    expect(people.reduce((sum, person) => sum + person.overdue, 0)).toBe(counts.overdue);
    expect(items.length + closed).toBe(actions.filter((action) => action.what !== '').length);
    for (const { owner } of people) expect(dueViewOf(owner, actions).items).toHaveLength(people.find((person) => person.owner === owner)?.open ?? -1);
  }));
});
