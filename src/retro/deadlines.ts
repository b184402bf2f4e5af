import { addDays, addMonths, addWorkdays, endOfMonth, fromSerial, makeDate, nearestYear, startOfWeek } from './dates';

/** `date`: a real day. `vague`: words without one (`尽快`). `invalid`: a day the calendar does not have, or text that is no deadline. */
export type DeadlineReading = { readonly kind: 'date'; readonly date: string } | { readonly kind: 'vague' } | { readonly kind: 'invalid' } | { readonly kind: 'none' };

const digits: Readonly<Record<string, number>> = { 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 日: 7, 天: 7 };
const number = '(\\d{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九半])';
const vagueWords = /^(?:尽快|尽早|立即|马上|立刻|近期|待定|择期|长期|持续|随时|有空|以后|后续|下次大促前?|大促前|活动前|节前|asap|tbd|常态化|进行中)/i;

function toNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const ten = text.indexOf('十');
  if (ten < 0) return digits[text] ?? 0;
  return (ten === 0 ? 1 : (digits[text[0] ?? ''] ?? 1)) * 10 + (digits[text[ten + 1] ?? ''] ?? 0);
}

const found = (date: string | undefined): DeadlineReading => (date ? { kind: 'date', date } : { kind: 'invalid' });

type Rule = readonly [RegExp, (match: RegExpExecArray, today: string) => DeadlineReading];

const rules: readonly Rule[] = [
  [/^(?:今天|今日|当天|当日)$/, (_, today) => found(today)],
  [/^(?:明天|明日|次日)$/, (_, today) => found(addDays(today, 1))],
  [/^(?:后天|后日)$/, (_, today) => found(addDays(today, 2))],
  [/^大后天$/, (_, today) => found(addDays(today, 3))],
  [new RegExp(`^(?:\\d{1,3}\\s*[-~至到]\\s*)?${number}个?(?:工作日|交易日)$`), (m, today) => found(addWorkdays(today, toNumber(m[1] ?? '')))],
  [new RegExp(`^(?:\\d{1,3}\\s*[-~至到]\\s*)?${number}(?:个?自然日|天|日)(?:后)?$`), (m, today) => found(addDays(today, toNumber(m[1] ?? '')))],
  [/^(\d{1,3})(?:个?小时|h)$/i, (m, today) => found(addDays(today, Math.ceil(Number(m[1]) / 24)))],
  [new RegExp(`^${number}个?(?:周|星期|礼拜)$`), (m, today) => found(addDays(today, toNumber(m[1] ?? '') * 7))],
  [/^半个?月$/, (_, today) => found(addDays(today, 15))],
  [new RegExp(`^${number}个月$`), (m, today) => found(addMonths(today, toNumber(m[1] ?? '')))],
  [/^(本|这|这个|下|下个|下下|下下个)?(?:周|星期|礼拜)([一二三四五六日天1-7])$/, (m, today) => found(addDays(startOfWeek(today), weeks(m[1]) * 7 + (digits[m[2] ?? ''] ?? Number(m[2])) - 1))],
  [/^(本|这|这个|下|下个|下下|下下个)(?:周|星期|礼拜)(?:末|底)?$/, (m, today) => found(addDays(startOfWeek(today), weeks(m[1]) * 7 + 6))],
  [/^周末$/, (_, today) => found(addDays(startOfWeek(today), 6))],
  [/^(?:本|这个?|当)?月(?:底|末)?$/, (m, today) => (m[0] === '月' ? { kind: 'invalid' } : found(endOfMonth(today)))],
  [/^下个?月(?:底|末)?$/, (_, today) => found(endOfMonth(addMonths(`${today.slice(0, 8)}01`, 1)))],
  [/^(?:本|这个?|当)?月中$/, (_, today) => found(`${today.slice(0, 8)}15`)],
  [/^下个?月初$/, (_, today) => found(`${addMonths(`${today.slice(0, 8)}01`, 1).slice(0, 8)}05`)],
  [/^(本|这个?|当|下个?)月(\d{1,2})[日号]?$/, (m, today) => inMonth(addMonths(`${today.slice(0, 8)}01`, (m[1] ?? '').startsWith('下') ? 1 : 0), Number(m[2]))],
  [/^(\d{1,2})[日号]$/, (m, today) => inMonth(Number(m[1]) >= Number(today.slice(8, 10)) ? today : addMonths(`${today.slice(0, 8)}01`, 1), Number(m[1]))],
  [/^(?:今年|本年)?年(?:底|末|内)?$|^今年$|^今年(?:底|末)$/, (_, today) => found(`${today.slice(0, 4)}-12-31`)],
  [/^(\d{1,2})月(?:底|末)$/, (m, today) => monthEnd(today, Number(m[1]))],
  [/^(\d{1,2})月份?$/, (m, today) => monthEnd(today, Number(m[1]))],
  [/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?:[ t]\d.*)?$/i, (m) => found(makeDate(Number(m[1]), Number(m[2]), Number(m[3])))],
  [/^(\d{2})[-/.](\d{1,2})[-/.](\d{1,2})$/, (m) => found(makeDate(2000 + Number(m[1]), Number(m[2]), Number(m[3])))],
  [/^(20\d{2})(\d{2})(\d{2})$/, (m) => found(makeDate(Number(m[1]), Number(m[2]), Number(m[3])))],
  [/^(\d{1,2})[-/.月](\d{1,2})[日号]?$/, (m, today) => found(nearestYear(today, Number(m[1]), Number(m[2])))],
  [/^(\d{5})(?:\.\d+)?$/, (m) => found(fromSerial(Number(m[1])))],
];

function weeks(word: string | undefined): number {
  if (!word) return 0;
  if (word.startsWith('下下')) return 2;
  return word.startsWith('下') ? 1 : 0;
}

function inMonth(month: string, day: number): DeadlineReading {
  return found(makeDate(Number(month.slice(0, 4)), Number(month.slice(5, 7)), day));
}

function monthEnd(today: string, month: number): DeadlineReading {
  const first = nearestYear(today, month, 1);
  return found(first && endOfMonth(first));
}

/**
 * A deadline as people write it, counted from `today` (R33): a date in any usual form, an Excel serial number, or words.
 * `3天内` is today + 3; `下周内` is next week's Sunday, `本周五前` that Friday; `月底前` the month's last day; a date without a year is the
 * nearest one. Where a range is given the later end counts. `尽快` is vague; 2025-02-30 is invalid; blank is none.
 */
export function parseDeadline(raw: string, today: string): DeadlineReading {
  const text = raw.normalize('NFKC').replace(/[（(][^）)]*[）)]/g, '').replace(/\s+(?=\D)|(?<=\D)\s+/g, '').replace(/^(?:在|于|预计|计划|截止到?|截至|不晚于)/, '').trim();
  if (text === '' || /^[-—/]+$/.test(text)) return { kind: 'none' };
  if (vagueWords.test(text)) return { kind: 'vague' };
  const core = text.replace(/(?:完成|搞定|上线|提交|交付)$/, '').replace(/(?:之前|以前|前|以内|之内|内|止|截止)$/, '').replace(/(?:之前|前)$/, '');
  for (const [pattern, read] of rules) {
    const match = pattern.exec(core) ?? pattern.exec(text);
    if (match) return read(match, today);
  }
  return { kind: 'invalid' };
}

/** True for a day that is the same whenever it is read: `2025/11/20`, not `11月20日` or `下周五`. */
export function isAbsoluteDate(raw: string): boolean {
  const [early, late] = [parseDeadline(raw, '2000-01-15'), parseDeadline(raw, '2090-08-20')];
  return early.kind === 'date' && late.kind === 'date' && early.date === late.date;
}
