import fc from 'fast-check';
import { messages } from '../../src/i18n';
import { calendarFile } from '../../src/outputs/calendar';
import type { ChangeEntry } from '../../src/retro/tracking';
import { actionsOf } from '../retro/due-actions';

const words = messages['zh-CN'].actions.calendar;
const about = { workbookId: '0f3a', event: '2025双11', at: Date.UTC(2025, 10, 17, 1, 30, 5) };
const change = (action: string, ordinal: number): ChangeEntry => ({ key: `${action}${String(ordinal)}`, action, what: '', field: 'deadline', old: '', new: '', ordinal, at: '', origin: 'here', who: '', postponed: true, note: '' });

/** Property name (with parameters) and value of every line, unfolded; values as they stand in the file. */
const linesOf = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n').filter((line) => line !== '');
const valueOf = (file: string, name: string): string | undefined => linesOf(file).find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))?.replace(/^[^:]*:/, '');
const unescaped = (text: string): string => text.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

test('a deadline is an all-day event with a reminder the morning before', () => {
  expect(linesOf(calendarFile(actionsOf({ what: '价保口径单页', owner: '运营对接', deadline: '2025-11-30', measure: '价保投诉为 0', source: 'C-04' }), [], about, words))).toEqual([
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'CALSCALE:GREGORIAN', 'PRODID:-//retro-for-excel//actions//', 'METHOD:PUBLISH', 'X-WR-CALNAME:2025双11 行动', 'X-PUBLISHED-TTL:PT1H',
    'BEGIN:VEVENT', 'UID:0f3a-A-01@retro', 'SUMMARY:截止：价保口径单页（A-01）', 'DTSTAMP:20251117T013005Z', 'DTSTART;VALUE=DATE:20251130', 'DTEND;VALUE=DATE:20251201', 'SEQUENCE:0',
    'DESCRIPTION:负责人：运营对接\\n状态：未开始\\n验收标准：价保投诉为 0\\n来源：C-04', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE', 'TRANSP:TRANSPARENT',
    'BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:明天截止：价保口径单页', 'TRIGGER:-PT15H', 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR',
  ]);
});

test('the same action is the same event at the next export, newer with every change in the log', () => {
  const changes = [change('A-01', 1), change('A-02', 1), change('A-01', 2)];
  const before = calendarFile(actionsOf({ deadline: '2025-11-30' }), [], about, words);
  const after = calendarFile(actionsOf({ deadline: '2025-12-05', what: '换了说法' }), changes, { ...about, at: about.at + 1000 }, words);
  expect(valueOf(after, 'UID')).toBe(valueOf(before, 'UID'));
  expect([valueOf(before, 'SEQUENCE'), valueOf(after, 'SEQUENCE')]).toEqual(['0', '2']);
  expect(valueOf(calendarFile(actionsOf({}), [], { ...about, workbookId: 'another' }, words), 'UID')).not.toBe(valueOf(before, 'UID'));
});

test('what has no date or no id is not in it, and nothing at all is an empty calendar', () => {
  const file = calendarFile(actionsOf({ deadline: '' }, { deadline: '尽快' }, { id: '' }), [], about, words);
  expect(file).not.toContain('VEVENT');
  expect(linesOf(file).at(-1)).toBe('END:VCALENDAR');
});

const cell = fc.oneof(fc.string({ unit: fc.constantFrom('补', '\n', '\r', '\t', ',', ';', '\\', ':', 'a', '😀', '"', '\u0007'), maxLength: 120 }), fc.constant('END:VEVENT\r\nBEGIN:VEVENT'));
const row = fc.record({ what: cell, owner: cell, measure: cell, source: cell, deadline: fc.constantFrom('2024-02-29', '2025-12-31', '2026-01-01') });

test('whatever stands in the cells: lines of at most 75 bytes ended by CRLF, no cell becomes a property, and the text comes back', () => {
  fc.assert(fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
    const actions = actionsOf(...rows);
    const file = calendarFile(actions, [], about, words);
    expect(file.endsWith('\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n\u0007\p{Surrogate}]/u);
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const lines = linesOf(file);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(rows.length);
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(rows.length);
    const plain = (text: string): string => text.replace(/[\u0000-\u001f]+/g, ' ').trim();
    expect(lines.filter((line) => line.startsWith('SUMMARY:')).map((line) => unescaped(line.slice('SUMMARY:'.length)))).toEqual(actions.map(({ id, what }) => words.title(id, plain(what))));
  }), { numRuns: 40 });
});

test('what an earlier file had and is no longer planned is taken back: same UID, a higher SEQUENCE, STATUS:CANCELLED, no reminder (RFC 5545, 3.8.1.11)', () => {
  const before = calendarFile(actionsOf({ deadline: '2025-11-30', what: '价保口径单页' }), [], about, words);
  const done = { ...change('A-01', 1), field: 'status' as const, what: '价保口径单页' };
  const after = calendarFile(actionsOf({ id: 'A-02', deadline: '2025-12-05' }), [done], { ...about, gone: { 'A-01': '2025-11-30' } }, words);
  const events = after.split('BEGIN:VEVENT').slice(1);
  expect(events).toHaveLength(2);
  const cancelled = `BEGIN:VEVENT${events[1] ?? ''}`;
  expect(valueOf(cancelled, 'UID')).toBe(valueOf(before, 'UID'));
  expect([valueOf(before, 'SEQUENCE'), valueOf(cancelled, 'SEQUENCE')]).toEqual(['0', '1']);
  expect([valueOf(cancelled, 'STATUS'), valueOf(cancelled, 'DTSTART'), valueOf(cancelled, 'SUMMARY')]).toEqual(['CANCELLED', '20251130', '截止：价保口径单页（A-01）']);
  expect(cancelled).not.toContain('VALARM');
  expect(events[0]).not.toContain('CANCELLED');
});
