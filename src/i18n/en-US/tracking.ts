import type { ActionProblemCode, TrackNote, TrackNoteCode } from '../../retro/tracking';
import type { Messages } from '../index';

type Values = TrackNote['values'];
const text = (values: Values, key: string): string => String(values[key] ?? '');

const problems: Readonly<Record<ActionProblemCode, (value: string) => string>> = {
  'vague-deadline': (value) => `The deadline “${value}” is no particular day, so no days left can be counted. Enter a date such as 2025-11-30.`,
  'invalid-deadline': (value) => `The deadline “${value}” cannot be read: there is no such day, or the form is unknown. Enter it as 2025-11-30.`,
  'before-event': (value) => `The deadline ${value} is before the event began; the year or month is probably wrong. Please check.`,
  'two-owners': (value) => `The owner “${value}” looks like several people. Keep one main owner and name the others under Progress.`,
  'unknown-owner': (value) => `The owner “${value}” is not in the list. Choose from the dropdown, or add the name to the owners on Settings.`,
  'unknown-status': (value) => `The status “${value}” is not in the list, so the reminder may be wrong. Choose from the dropdown.`,
  'no-source': (value) => `“${value}” has no source. Enter the ID it comes from: metric M-, cause C- or case K-.`,
};

const notes: Readonly<Record<TrackNoteCode, (values: Values) => string>> = {
  'base-rebuilt': () => 'The base copy was incomplete or deleted. It was rebuilt from the change log and the present content; changes nobody saw before are not logged.',
  'copied-table': (values) => `The sheet “${text(values, 'sheet')}” holds a copy of the action table (${text(values, 'table')}) and is not tracked. Make changes in the original; delete the copy if nobody needs it.`,
  'log-filtered': (values) => `The sheet “${text(values, 'sheet')}” is filtered; ${text(values, 'count')} changes are not logged yet. They will be once the filter is cleared.`,
  'log-protected': (values) => `The sheet “${text(values, 'sheet')}” is protected; ${text(values, 'count')} changes are not logged yet. They will be once it is unprotected.`,
  'read-only': (values) => `The workbook is read-only; ${text(values, 'count')} changes are not logged yet. Enable editing or save a copy.`,
  'actions-protected': (values) => `The sheet “${text(values, 'sheet')}” is protected; IDs and dates are not filled in yet. They will be once it is unprotected.`,
  'double-id': (values) => `The ID ${text(values, 'id')} stood twice; row ${text(values, 'row')} is now ${text(values, 'given')}.`,
  'date-read': (values) => `The deadline “${text(values, 'words')}” of ${text(values, 'id')} became ${text(values, 'date')}; the words are kept in the change log.`,
  unfinished: () => 'The last generation was not finished. Generate again; changes are logged once it is complete.',
  'column-gone': (values) => `The action table has no column “${text(values, 'column')}” any more, so it is not tracked for now. Name a column so again and tracking goes on.`,
};

export const tracking: Messages['tracking'] = {
  problem: ({ code, value }) => problems[code](value),
  note: ({ code, values }) => notes[code](values),
};
