import fc from 'fast-check';
import { addDays, addMonths, addWorkdays, daysBetween, endOfMonth, fromSerial, isDate, makeDate, nearestYear, startOfWeek, toSerial, weekdayOf } from '../../src/retro/dates';
import { parseDeadline } from '../../src/retro/deadlines';

describe('calendar arithmetic', () => {
  test.each([
    ['2025-02-28', true, 'an ordinary day'],
    ['2024-02-29', true, 'a leap day'],
    ['2025-02-29', false, 'no leap year'],
    ['2025-13-01', false, 'no such month'],
    ['2025-1-1', false, 'not padded'],
    ['', false, 'nothing'],
  ])('isDate(%s) is %s: %s', (text, expected) => expect(isDate(text)).toBe(expected));

  test.each([
    ['2025-11-17', 1, 'Monday'],
    ['2025-11-16', 7, 'Sunday'],
    ['1970-01-01', 4, 'the first day of Unix time was a Thursday'],
    ['1969-12-31', 3, 'before it'],
  ])('weekday of %s is %i (%s)', (date, weekday) => expect(weekdayOf(date)).toBe(weekday));

  test.each([
    [addDays('2025-12-31', 1), '2026-01-01', 'over the year'],
    [addDays('2024-03-01', -1), '2024-02-29', 'back into a leap day'],
    [addMonths('2025-01-31', 1), '2025-02-28', 'cut to the month’s last day'],
    [addMonths('2025-11-15', 2), '2026-01-15', 'over the year'],
    [endOfMonth('2025-02-03'), '2025-02-28', 'last of February'],
    [startOfWeek('2025-11-16'), '2025-11-10', 'weeks begin on Monday'],
    [addWorkdays('2025-11-21', 1), '2025-11-24', 'Friday + 1 working day is Monday'],
    [makeDate(2025, 2, 30) ?? 'none', 'none', 'no such day'],
    [nearestYear('2025-12-20', 1, 5), '2026-01-05', 'January seen from December is next year'],
    [nearestYear('2026-01-10', 12, 20), '2025-12-20', 'December seen from January is last year'],
    [nearestYear('2025-11-17', 11, 11), '2025-11-11', 'a few days ago stays this year'],
  ])('%s = %s: %s', (actual, expected) => expect(actual).toBe(expected));

  test('Excel serial 45972 is 2025-11-11', () => {
    expect(fromSerial(45972)).toBe('2025-11-11');
    expect(toSerial('2025-11-11')).toBe(45972);
    expect(fromSerial(0.5)).toBeUndefined();
  });

  test('days there are days back, and serials give the date again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_900_000 }), fc.integer({ min: -1000, max: 1000 }), (serial, days) => {
        const date = fromSerial(serial) ?? '';
        expect(toSerial(date)).toBe(serial);
        if (serial + days > 61) expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});

describe('deadlines become real dates, counted from 2025-11-19, a Wednesday', () => {
  test.each([
    ['3天内', '2025-11-22', 'the seed’s words'],
    ['三天内完成', '2025-11-22', 'number as a word'],
    ['下周内', '2025-11-30', 'the seed’s words: to the end of next week'],
    ['下周', '2025-11-30', 'the same without 内'],
    ['本周五前', '2025-11-21', 'a weekday of this week'],
    ['周五', '2025-11-21', 'no week said is this week'],
    ['下周三前', '2025-11-26', 'a weekday of next week'],
    ['本周内', '2025-11-23', 'Sunday'],
    ['月底前', '2025-11-30', 'last day of the month'],
    ['下月底', '2025-12-31', 'next month'],
    ['11月30日前', '2025-11-30', 'without a year'],
    ['1月5日前', '2026-01-05', 'January is next year'],
    ['12月底前', '2025-12-31', 'end of a named month'],
    ['25号', '2025-11-25', 'a day of this month'],
    ['5号前', '2025-12-05', 'a day gone by is next month’s'],
    ['2025-11-25', '2025-11-25', 'a date'],
    ['2025/11/25 18:00', '2025-11-25', 'a date with time'],
    ['2025年12月1日', '2025-12-01', 'Chinese date'],
    ['11.25', '2025-11-25', 'short'],
    ['45986', '2025-11-25', 'Excel serial'],
    ['20251125', '2025-11-25', 'digits only'],
    ['明天', '2025-11-20', 'word'],
    ['24小时内', '2025-11-20', 'R37 clock'],
    ['48小时内', '2025-11-21', 'two days'],
    ['两周内', '2025-12-03', 'weeks'],
    ['5个工作日内', '2025-11-26', 'Monday to Friday'],
    ['3-5天内', '2025-11-24', 'the later end of a range'],
    ['１１月２５日', '2025-11-25', 'full-width digits'],
    ['年底前', '2025-12-31', 'end of the year'],
    ['11月25日（周二）', '2025-11-25', 'weekday in brackets'],
    ['一个月内', '2025-12-19', 'a month'],
  ])('%s → %s (%s)', (raw, date) => expect(parseDeadline(raw, '2025-11-19')).toEqual({ kind: 'date', date }));

  test.each([
    ['尽快', 'vague', 'no day in it'],
    ['下次大促前', 'vague', 'an event without a date'],
    ['待定', 'vague', 'open'],
    ['2025-02-30', 'invalid', 'the calendar has no such day'],
    ['11月31日前', 'invalid', 'November has 30 days'],
    ['小满', 'invalid', 'a name in the wrong column'],
    ['', 'none', 'blank'],
    ['--', 'none', 'dash'],
  ])('%s is %s: %s', (raw, kind) => expect(parseDeadline(raw, '2025-11-19').kind).toBe(kind));

  test('never throws, whatever is written', () => {
    fc.assert(fc.property(fc.string(), (raw) => expect(['date', 'vague', 'invalid', 'none']).toContain(parseDeadline(raw, '2025-11-19').kind)));
  });
});
