import type { Messages } from '../index';

type CannotOpen = Parameters<Messages['cli']['cannotOpen']>[1];

const reasons: Readonly<Record<CannotOpen['code'], (problem: CannotOpen) => string>> = {
  missing: () => 'there is no such file. Check the path.',
  unreadable: ({ reason = '' }) => `the file cannot be read (${reason}). Check its permissions, or close the program that uses it.`,
  'not-xlsx': () => 'this is no .xlsx file. Give a retro workbook (.xlsx).',
  encrypted: () => 'the workbook needs a password to open. Remove it in Excel (File → Info → Protect Workbook), save and try again.',
  'old-xls': () => 'this is an .xls of Excel 97–2003. Save it as .xlsx in Excel and try again.',
  'no-workbook': () => 'there is no Excel workbook in this file (another document, or .xlsb). Save it as .xlsx in Excel and try again.',
  damaged: ({ part = '' }) => `the file is damaged at ${part}. Use a backup, or open it in Excel, let it repair and save it again.`,
  'too-large': ({ megabytes = 0 }) => `it unpacks to ${megabytes} MB, which no ordinary workbook does; it was not opened. Check the file.`,
  'not-retro': () => 'this is no retro workbook: it has none of the tables of a retro. Give a file made by Retro for Excel.',
};

const systemCodes: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Free some space and try again.',
  EDQUOT: 'the disk quota is used up. Free some space and try again.',
  EACCES: 'writing is not allowed there. Choose another place or check the permissions.',
  EPERM: 'writing is not allowed, or the file is in use. Close it in Excel first.',
  EBUSY: 'the file is in use. Close it in Excel and try again.',
  EROFS: 'the place is read-only. Choose another one.',
  ENOENT: 'the folder does not exist. Make it first or choose another place.',
  EISDIR: 'this is a folder. Give the name of a file.',
};

export const cli: Messages['cli'] = {
  orphans: {
    'missed-without-cause': (what) => ({ text: `“${what}” was missed and has no cause yet.`, suggestion: 'Write a direct cause, root cause or conclusion on “4 Causes”.' }),
    'lesson-without-evidence': (what) => ({ text: `The lesson “${what}” has no evidence.`, suggestion: 'Write the ID of a metric, cause or case on “5 Lessons”.' }),
    'action-without-source': (what) => ({ text: `The action “${what}” has no source.`, suggestion: 'Write the ID of a metric, cause or case on “6 Action plan”.' }),
    'unknown-evidence': (what) => ({ text: `No row has the ID ${what}.`, suggestion: 'Check the ID; the row may have been deleted.' }),
  },
  file: (file, kind, used, rows) => `${file}: ${kind}, ${used} of ${rows} rows used`,
  cannotOpen: (file, problem) => `cannot open ${file}: ${reasons[problem.code](problem)}`,
  fromEarlier: (column, file) => `${column} from ${file}`,
  earlier: (file, event, column, filled) =>
    column === undefined ? `${file} (${event || 'event without a name'}): not used; another file fits better, or the event is not before this one` : `${file} (${event || 'event without a name'}): filled ${filled} figures of “${column}”`,
  cannotWrite: (file, code, message) => `cannot write ${file}: ${systemCodes[code] ?? `${message}.`} The file that was there is unchanged.`,
  dropped: (file) => `${file} holds things that cannot be carried along; they will not be in the file written (all else will):`,
  lost: {
    'array-formula': 'array formula', 'what-if-table': 'what-if data table', 'gradient-fill': 'gradient fill', 'pattern-fill': 'pattern fill', 'diagonal-border': 'diagonal border', 'text-rotation': 'rotated text', 'font-position': 'superscript or subscript',
    'hidden-formula': 'hidden-formula setting', 'rich-text': 'formats of parts of a text', 'conditional-format': 'conditional format', 'input-message': 'input message without a rule', 'split-window': 'split window', zoom: 'zoom', 'print-scale': 'print scale',
    'paper-size': 'paper size', 'other-headers': 'header or footer of first or even pages', 'table-without-header': 'table without a header row (its content stays)', 'table-damaged': 'table whose columns do not add up (its content stays)', 'table-sort': 'remembered sort order of a table', 'table-query': 'query behind a table',
    'filter-criterion': 'filter criterion (became the values it shows)', 'chart-format': 'fine formatting of a chart (the chart stays)', 'chart-sheet': 'chart sheet', macros: 'macros', 'local-name': 'name of one sheet only', 'print-name': 'print area or print title columns', 'document-property': 'document property', 'sheet-element': 'sheet setting', part: 'part of the file',
  },
  written: (file, sheets) => `wrote ${file} (${sheets} sheets)`,
};
