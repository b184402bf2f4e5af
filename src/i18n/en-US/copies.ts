import type { CopyNoteCode, DifferenceKind } from '../../retro/returned-copy';
import type { copies as zh, CopyProblemCode } from '../zh-CN/copies';

const n = (value: number): string => value.toLocaleString('en-US');
const s = (count: number, one: string, many = `${one}s`): string => `${n(count)} ${count === 1 ? one : many}`;
type Values = Readonly<Record<string, string | number>>;
const text = (values: Values, key: string): string => String(values[key] ?? '');

const problems: Readonly<Record<CopyProblemCode, (values: Values) => string>> = {
  'not-xlsx': () => 'This is not an Excel workbook (.xlsx). Choose the .xlsx your colleague sent back.',
  'old-xls': () => 'This is an old .xls file. Ask your colleague to save it as .xlsx in Excel and send it again.',
  locked: () => 'This file has a password. Remove it in Excel, save, and choose the file again.',
  broken: () => 'This file cannot be opened; the download may be incomplete. Download it again, or open it in Excel and save a copy.',
  bomb: (values) => `Unpacked, this file is implausibly large (${text(values, 'megabytes')} MB), so it was not opened. Ask your colleague to open it in Excel and save a copy.`,
  'no-tables': () => 'This workbook has none of the retro’s tables. Choose a copy saved from this retro and filled by a colleague. Some programs drop tables when they save: use Excel or WPS.',
  'other-retro': (values) => `This is a copy of another retro: it is about “${text(values, 'theirs')}”, the open workbook about “${text(values, 'mine')}”. Open the workbook it belongs to.`,
  unreadable: () => 'The file could not be read. It may have been moved or renamed, or another program is using it. Choose it again.',
};

/** Marks of what is not simply new. */
const kinds: Readonly<Record<Exclude<DifferenceKind, 'theirs'>, string>> = { conflict: 'changed on both sides', unknown: 'differs', emptied: 'empty in the copy' };

const notes: Readonly<Record<CopyNoteCode, (values: Values) => string>> = {
  'column-gone': (values) => `The copy has no column “${text(values, 'column')}” (it may have been renamed); it was not compared.`,
  'column-gone-here': (values) => `My table has no column “${text(values, 'column')}”; the copy’s was not compared.`,
  'own-column': (values) => `The copy has an extra column “${text(values, 'column')}”. It is not collected: copy it yourself if you need it.`,
  'double-id-mine': (values) => `In my table ${text(values, 'id')} stands twice, so nobody can tell the rows apart; not compared. “Check now” under Actions, or generating again, gives the second one a new id.`,
  'double-id-copy': (values) => `In the copy ${text(values, 'id')} stands twice: the row that says more of mine is the old one, the other counts as new.`,
  'rows-without-id': (values) => `${text(values, 'count')} of my rows have no id yet and were not compared. Generate again under Data to give them one.`,
  'no-ids': () => 'My table has lost its ID column, so rows cannot be told; not compared. Give the column its name back.',
  'table-gone-here': (values) => `The copy has this table (${text(values, 'count')} rows), my workbook does not. Generate again under Data to add it, then collect the copy.`,
  'derived-rows': (values) => `The copy compares ${text(values, 'count')} more metrics. They follow the data: paste the same data and generate.`,
};

/** Texts of taking back copies that colleagues filled. */
export const copies: typeof zh = {
  entry: 'Collect a copy',
  title: 'Collect filled-in copies',
  lead: 'Compared first, nothing is changed; only what you tick is written.',
  pick: 'Choose copies (.xlsx)',
  pickMore: 'Choose another',
  reading: 'Reading…',
  hint: 'Save this workbook for a colleague, get it back filled in, and choose it here. Several at once are taken one after the other.',
  drop: 'Drop to compare',
  comparing: (file) => `Comparing “${file}”…`,
  file: (file, index, count) => (count === 1 ? file : `${file} (${n(index)} of ${n(count)})`),
  problems,
  notUsed: 'This file cannot be collected',
  same: 'Nothing to collect',
  sameText: 'This copy does not differ from the workbook, or everything was collected before.',
  found: (all, suggested) => (suggested === all ? `${s(all, 'difference')}, all suggested.` : suggested === 0 ? `${s(all, 'difference')}, all for you to decide.` : `${s(all, 'difference')}: ${n(suggested)} suggested, the rest for you to decide.`),
  onlyNotes: 'Nothing to collect, but some things to know:',
  from: 'From whom (optional)',
  fromHint: 'Goes into the change log; else the file’s name.',
  chosen: (count, all) => `${n(count)} of ${n(all)} ticked`,
  all: 'All',
  none: 'None',
  suggested: 'Suggested only',
  group: (sheet, count) => `${sheet} · ${n(count)}`,
  row: (id, label) => [id, label].filter((part) => part !== '').join(' '),
  goTo: 'Show in sheet',
  goToRow: (id) => `Show in sheet: ${id}`,
  mine: 'Mine',
  theirs: 'Copy',
  before: 'When it was sent',
  empty: '(empty)',
  kinds,
  emptied: (count) => `${s(count, 'cell')} empty in the copy and filled here (not suggested)`,
  added: 'New row',
  deleted: 'This row was deleted here',
  newId: (id) => `${id} is another row here; this one gets a new id`,
  gone: (count) => `The copy no longer has ${count === 1 ? 'this row' : `these ${n(count)} rows`}; nothing is deleted here:`,
  goneRow: (id, label) => (label === '' ? id : `${id} ${label}`),
  notes,
  note: (sheet, note) => `${sheet}: ${note}`,
  columns: (headers) => headers.join(', '),
  more: (count) => `Show ${s(count, 'more row', 'more rows')}`,
  take: (count) => (count === 0 ? 'Nothing ticked' : `Take over ${n(count)}`),
  taking: 'Writing…',
  skip: 'Skip this file',
  next: 'Next file',
  back: 'Back to actions',
  taken: (count) => `${n(count)} taken over`,
  takenNothing: 'Nothing was taken over',
  takenText: 'Changes of owner, deadline and status are in the change log.',
  takenRow: (id, label) => `${id} ${label}`,
  skipped: { changed: (what) => `${what}: changed here after the comparison; left alone.`, gone: (what) => `${what}: the row or column is not there any more.` },
  skippedTitle: (count) => `${n(count)} not taken over`,
  left: (count) => `${s(count, 'difference')} of this file left`,
  again: 'Back to this file',
  openLog: 'Open the change log',
  waiting: (count) => `${s(count, 'file')} to go.`,
};
