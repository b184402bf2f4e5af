import { isDate } from '../../src/retro/dates';
import { quickDates, readDeadlineInput } from '../../src/taskpane/actions/deadline-input';

const today = '2025-11-17';

test.each([
  { why: 'a date as it will stand in the sheet', typed: '2025-11-30', says: { kind: 'date', date: '2025-11-30', past: false } },
  { why: 'words count from today', typed: '3天内', says: { kind: 'date', date: '2025-11-20', past: false } },
  { why: 'today is not past', typed: '今天', says: { kind: 'date', date: '2025-11-17', past: false } },
  { why: 'a day that is past may be meant, and is said', typed: '2025-11-01', says: { kind: 'date', date: '2025-11-01', past: true } },
  { why: 'nothing empties the cell', typed: ' ', says: { kind: 'empty' } },
  { why: 'words without a day', typed: '尽快', says: { kind: 'vague' } },
  { why: 'a day the calendar does not have', typed: '2025-02-30', says: { kind: 'invalid' } },
])('$why', ({ typed, says }) => expect(readDeadlineInput(typed, today)).toEqual(says));

test.each(['2025-11-17', '2025-11-20', '2025-11-21', '2025-11-22', '2025-11-28', '2025-11-30', '2025-12-31', '2024-02-28'])('on %s the common deadlines are days to come, none twice', (day) => {
  const dates = quickDates(day).map(({ date }) => date);
  expect(dates.every((date) => isDate(date) && date > day)).toBe(true);
  expect(new Set(dates).size).toBe(dates.length);
  expect(dates.length).toBeGreaterThanOrEqual(2);
});
