import { missingChecks, weekOf } from '../../src/retro/follow-up';
import { actionsOf } from './due-actions';

const week = '2025-11-17';

test.each([
  ['2025-11-17', '2025-11-17', 'Monday begins the week'],
  ['2025-11-23', '2025-11-17', 'Sunday still belongs to it'],
  ['2026-01-01', '2025-12-29', 'a week may begin in the old year'],
])('%s is in the week of %s: %s', (day, monday) => expect(weekOf(day)).toBe(monday));

test.each([
  { why: 'every open action needs a check', rows: [{}, {}], there: [], needed: ['A-01', 'A-02'] },
  { why: 'what has one this week needs no other', rows: [{}, {}], there: [{ action: 'A-01', week }], needed: ['A-02'] },
  { why: 'last week’s check does not count for this week', rows: [{}], there: [{ action: 'A-01', week: '2025-11-10' }], needed: ['A-01'] },
  { why: 'done and cancelled actions are followed no longer', rows: [{ status: '已完成' }, { status: '取消' }, { status: '延期' }], there: [], needed: ['A-03'] },
  { why: 'a row that says no action is none', rows: [{ what: '' }, { id: '' }], there: [], needed: [] },
  { why: 'an id that stands twice is checked once', rows: [{ id: 'A-07' }, { id: 'A-07' }], there: [], needed: ['A-07'] },
])('$why', ({ rows, there, needed }) => {
  const missing = missingChecks(actionsOf(...rows), there, week);
  expect(missing.map((action) => action.id)).toEqual(needed);
  expect(missingChecks(actionsOf(...rows), [...there, ...missing.map((action) => ({ action: action.id, week }))], week)).toEqual([]);
});
