import type { Problem, ProblemCode, SkipReason, SourceKind, SourceNote } from '../../intake/types';

const q = (p: Problem): string => (p.value === '' ? 'an empty cell' : `“${p.value.length > 40 ? `${p.value.slice(0, 40)}…` : p.value}”`);
const fact = (p: Problem, key: string): string | undefined => {
  const value = p.detail?.[key];
  return value === undefined ? undefined : String(value);
};

/** The first of several facts that is given. */
const anyFact = (p: Problem, ...keys: readonly string[]): string | undefined => keys.map((key) => fact(p, key)).find((value) => value !== undefined && value !== '');
const caseFields: Readonly<Record<string, string>> = { scene: 'the scene', reply: 'the reply', outcome: 'the outcome', peak: 'whether it was at peak', crossTeam: 'whether other teams were involved' };
const listed = (keys: string, names: Readonly<Record<string, string>>): string => keys.split(',').map((key) => names[key] ?? key).join(', ');

const sentences: Readonly<Record<ProblemCode, (p: Problem) => string>> = {
  'empty-input': () => 'There is nothing in here. Copy or export it again and paste once more.',
  'header-only': () => 'There is a header but no rows. Copy the rows below it as well.',
  'unknown-table': () => 'This table was not recognised and is left aside. Make sure the header row is included and uses common names such as “metric” and “target”.',
  'no-header': () => 'No header row was found. Copy the row with the column names as well.',
  'not-text': () => 'This is not a text file. Open it in Excel and copy the table, or save it as CSV.',
  mojibake: () => 'The text is garbled because it was read with the wrong encoding. Export it again, or open the original in Excel and copy from there.',
  'old-xls': () => 'This is an old .xls file. Open it in Excel and copy the table, or save it as CSV.',
  'unterminated-quote': () => 'A quotation mark is never closed, so what follows may have run together in one cell. Check the quotes in this row.',
  'too-long': (p) => `This cell is too long (Excel holds ${fact(p, 'limit') ?? '32,767'} characters). Shorten it and paste again.`,
  'too-many-columns': (p) => `There are too many columns${anyFact(p, 'columns', 'count') === undefined ? '' : ` (${anyFact(p, 'columns', 'count')})`}. Copy only the ones you need.`,
  'nul-byte': () => 'There are invisible null characters, so the file may be damaged. They were skipped; check this row.',
  'ragged-row': () => 'This row has more or fewer cells than the header, so values may have shifted. Check this row.',
  'duplicate-header': (p) => `Two columns are called ${q(p)}. Rename one of them.`,
  'unknown-metric': (p) => `${q(p)} is not in the metric catalogue. It was taken as your own metric; say in the sheet whether higher or lower is better.`,
  'ambiguous-metric': (p) => `${q(p)} can be measured in more than one way${anyFact(p, 'optionsEn', 'options') === undefined ? '' : ` (${anyFact(p, 'optionsEn', 'options')})`}. The usual one was taken; write it out if that is wrong.`,
  'duplicate-metric': (p) => `${q(p)} appears more than once with different values${anyFact(p, 'firstValue', 'other') === undefined ? '' : ` (${fact(p, 'firstLine') === undefined ? 'the other' : `line ${fact(p, 'firstLine')}`} is ${anyFact(p, 'firstValue', 'other')})`}. Both were kept; decide which to use.`,
  'not-a-number': (p) => /\d/.test(p.value) ? `${q(p)} is not a number and was not used as one. Look for a letter O instead of a zero, or extra text.` : `There is no number in ${q(p)}. It stays visible but is not counted or judged; give it a number.`,
  'not-a-duration': (p) => `${q(p)} is not a length of time. Write 45s, 1m20s or 00:01:20.`,
  'not-a-date': (p) => `${q(p)} is not a date. Write it like 2025-11-11.`,
  'not-an-hour': (p) => `${q(p)} is not an hour. Write 10:00-11:00.`,
  'percent-assumed': (p) => `${q(p)} has no % sign and was read as a percentage${anyFact(p, 'read', 'meaning') === undefined ? '' : ` (${anyFact(p, 'read', 'meaning')})`}. Add the unit if that is wrong.`,
  'unit-mismatch': (p) => `The unit of ${q(p)} does not fit this metric${fact(p, 'expected') === undefined ? '' : ` (expected ${fact(p, 'expected')})`}. Please check.`,
  'direction-conflict': (p) => `${q(p)} goes the opposite way to what is usual for this metric. It was read as written; make sure it is not reversed.`,
  'broken-id': (p) => `Excel turned the number ${q(p)} into scientific notation and its last digits are gone. Export it again and format the column as text before pasting.`,
  'suspect-id': (p) => `The last digits of ${q(p)} are all zero, so Excel may have changed it. Compare it with the source.`,
  'missing-name': () => 'This row has no name and was not used. Add a name and paste again.',
  'total-differs': (p) => `The total${fact(p, 'total') === undefined ? ` ${q(p)}` : ` ${fact(p, 'total')}`} differs from the sum of the rows${fact(p, 'sum') === undefined ? '' : ` ${fact(p, 'sum')}`}. The rows were used; please check.`,
  'rows-added': (p) => `${fact(p, 'rows') === undefined ? 'Rows' : `${fact(p, 'rows')} rows`} without dates${p.value === '' ? '' : ` (${p.value})`} were added up into one figure each. If they are not parts of one period, paste them apart or call the rows target, actual, last year.`,
  truncated: (p) => `There are exactly ${fact(p, 'rows') ?? '5000'} rows, so the export may be cut off. Export shorter periods.`,
  'vague-deadline': (p) => p.value === '' ? 'There is no deadline. The action is kept; set a date in the action table.' : `The deadline ${q(p)} is not a day. The action is kept; set a date in the action table.`,
  'invalid-date': (p) => `The date ${q(p)} does not exist. Please correct it.`,
  'missing-owner': () => 'This action has no owner. It is kept; name one in the action table.',
  'missing-source': () => 'This action does not say which metric, cause or case it comes from. Add it in the action table.',
  'unknown-kind': (p) => `The case type ${q(p)} was not recognised. Write “negative” or “positive”.`,
  'incomplete-case': (p) => `This case lacks ${fact(p, 'fields') === undefined ? 'something' : listed(fact(p, 'fields') ?? '', caseFields)}. Complete it and paste again, or fill it in in the case table.`,
  'ambiguous-column': (p) => `${p.column === '' && p.value === '' ? 'A column' : `The column “${p.column === '' ? p.value : p.column}”`} can mean more than one thing${fact(p, 'options') === undefined ? '' : ` (${fact(p, 'options')})`}. Give it a clearer name.`,
  'date-shift': (p) => `${q(p)} looks one day off because of a time zone. Check the dates.`,
  'excel-damage': (p) => `${q(p)} looks as if Excel changed it (such as 10-11 becoming a date, or 45 s becoming 0.0005)${fact(p, 'meaning') === undefined ? '' : `; it was read as ${fact(p, 'meaning')}`}. Please check.`,
  'hash-marks': () => 'What was copied is ####, not a number. Widen the column in Excel and copy again.',
  'row-not-read': (p) => fact(p, 'first') === undefined ? `The label ${q(p)} names no metric, so this row was not read. Write the name of a metric, such as 咨询人数.` : `The label ${q(p)} is the same metric of the same day as in row ${fact(p, 'first')}, so this row was not read. Delete one of the two and paste again.`,
  'not-used': (p) => `This table${fact(p, 'rows') === undefined ? '' : ` (${fact(p, 'rows')} rows)`} was recognised, but the retro has no use for it yet, so it was not written.`,
  'html-file': () => 'This file is called .xls but holds a web page. Open it in Excel and save it as .xlsx, or copy the table.',
  'broken-xlsx': () => 'This .xlsx cannot be opened: it may be incomplete, or hold no sheet. Download it again, or open it in Excel and save a copy.',
  'locked-xlsx': () => 'This file has a password. Remove the password in Excel, save it and try again.',
  'xlsx-bomb': (p) => `This file unpacks to an absurd size${fact(p, 'megabytes') === undefined ? '' : ` (${fact(p, 'megabytes')} MB)`}, so it was not opened. Export it again.`,
};

const kinds: Readonly<Record<SourceKind, string>> = {
  targets: 'Targets', actuals: 'Actual figures', agents: 'Agent figures', hourly: 'Figures by hour', refunds: 'Refunds', orders: 'Orders', inquiries: 'Inquiries', chat: 'Chat log',
  items: 'Product sales', silent: 'Silent orders', reviews: 'Reviews', cases: 'Cases', actions: 'Action plan', nodes: 'Process nodes', unknown: 'Not recognised',
};

const skips: Readonly<Record<SkipReason, string>> = {
  blank: 'blank', title: 'title', banner: 'remark', header: 'repeated header', total: 'total', average: 'average', peer: 'peers or industry', bot: 'bot', idle: 'nothing handled',
  closed: 'closed refund', duplicate: 'duplicate', greeting: 'greeting', system: 'system message',
};

const notes: Readonly<Record<SourceNote['code'], (text: string) => string>> = {
  caption: (text) => `Title: ${text}`,
  encoding: (text) => `Encoding: ${text}`,
  banner: (text) => `Remark above the table: ${text}`,
  weighted: (text) => (text === '' ? 'Rates and times are weighted, not averaged' : `Weighted: ${text}`),
  'pending-column': (text) => `Not out yet: ${text}. Paste again when it is`,
  'peer-rows': (text) => `Peer rows became the industry baseline: ${text}`,
  period: (text) => `Period: ${text}`,
  attribution: (text) => `Attribution: ${text}`,
  'columns-ignored': (text) => `Columns not used: ${text}`,
  'distinct-days': (text) => `Added over days, people not de-duplicated: ${text}`,
  'negative-refunds': (text) => `“${text}” is negative; it was read as the refunded amount`,
  'refunds-not-compared': (text) => `Refund numbers that Excel turned into 1.9E+18 or ended with zeros cannot be compared, so these rows all count, even if one stands twice: ${text}`,
  'too-many-refunds': (text) => `More refund numbers than can be remembered; the last ones were not checked for standing twice, and all count: ${text}`,
  'too-many-pairs': (text) => `Too many pairs of product and reason: the ${text} with the most money stand alone, the others are summed by reason`,
  'refund-over-paid': (text) => `Rows refunded more than was paid (usually with freight), taken as they are: ${text}`,
  cancelled: () => 'Reading was stopped half-way; this is only part of the data',
};

const where = (p: Problem): string => {
  const parts = [p.line > 0 ? `Line ${p.line}` : '', p.column].filter((part) => part !== '');
  return parts.length === 0 ? 'Whole source' : parts.join(' · ');
};
const sentence = (p: Problem): string => sentences[p.code](p);

export const problems = {
  sentences,
  sentence,
  where,
  message: (p: Problem): string => `${where(p)}: ${sentence(p)}`,
  kinds,
  skips,
  notes,
};
