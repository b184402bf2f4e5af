import type { FailureCode } from '../../excel/failures';
import type { FailureText } from '../zh-CN/failures';

const named = (sheet: string | undefined): string => (sheet === undefined ? 'A sheet' : `The sheet “${sheet}”`);

export const failures: Readonly<Record<FailureCode, FailureText>> = {
  'cell-edit': { title: 'A cell is being edited', text: () => 'Go to the sheet, press Enter (or Esc) to finish, then choose Continue. Everything you pasted is still here.', action: 'Continue' },
  'read-only': { title: 'This workbook is read-only', text: () => 'Nothing can be written to it now. Choose Enable Editing above the sheet, or save a copy and open that, then try again.', action: 'Try again' },
  protected: { title: 'A sheet is protected', text: (sheet) => `${named(sheet)} is protected and cannot be written to. Unprotect it on the Review tab, then choose Continue; the rest will be filled in.`, action: 'Continue' },
  filtered: { title: 'A table is filtered', text: (sheet) => `${named(sheet)} is filtered, so some rows are hidden and data could land in the wrong row. Clear the filter, then choose Continue.`, action: 'Continue' },
  'too-old': { title: 'This Excel is too old', text: () => 'You need Excel 2021, Microsoft 365 or Excel on the web. Update Excel or open the file on the web. A finished retro can be read in older versions and in WPS.', action: 'Check again' },
  'no-answer': { title: 'Excel does not answer', text: () => 'We waited and heard nothing. It is usually one of these:', action: 'Try again' },
  'not-in-excel': { title: 'Please open this in Excel', text: () => 'This page works in Excel’s task pane, not in a browser tab. Open Excel and choose Retro on the Home tab.', action: 'Check again' },
  inactive: { title: 'Another workbook is in front', text: () => 'Click the workbook you want the retro in, then choose Continue.', action: 'Continue' },
  busy: { title: 'Excel is busy', text: () => 'Several tries did not get through. Wait a few seconds and choose Continue: it picks up where it stopped and writes nothing twice.', action: 'Continue' },
  session: { title: 'The connection to Excel was lost', text: () => 'This is common after the computer slept. Reload the Excel page and open this pane again. What is in the sheets is safe, and what you pasted comes back after the reload.', action: 'Reload the pane' },
  'too-large': { title: 'Too much to write at once', text: () => 'It was split and is still too large. Remove the largest source for now, or generate in two goes.', action: 'Go back and adjust' },
  'disk-full': { title: 'The disk is full', text: () => 'There was no room left, so this step was not finished. Free some space or save the workbook elsewhere, then choose Continue: it completes what is missing, nothing is done twice, and what you pasted is still here.', action: 'Continue' },
  'newer-version': { title: 'Made by a newer version', text: () => 'To keep it intact, this older version does not change it. Reload the pane to get the new version, or ask your administrator to update the add-in.', action: 'Reload the pane' },
  'nothing-selected': { title: 'There is nothing in the selection', text: () => 'Select the cells to use in the sheet, header included, or click “Use the whole sheet”.', action: 'OK, got it' },
  'many-areas': { title: 'Several areas are selected', text: () => 'Only one connected area can be used at a time. Select one and click “Use the selection” again.', action: 'OK, got it' },
  'row-gone': { title: 'This action is no longer in the table', text: (sheet) => `${named(sheet)} does not have it any more: somebody deleted the row or changed its ID or a header. The list was read again; please look once more.`, action: 'Check again' },
  'not-a-date': { title: 'Not a particular day', text: () => 'Nothing was written. Enter a date such as 2025-11-30, or words such as 3天内, 下周五 or 月底前.', action: 'Go back and change' },
  unfinished: { title: 'The last generation was not finished', text: () => 'Nothing is changed until it is, so that the log stays right. Generate once more under Data, then try again.', action: 'Check again' },
  'sheet-gone': { title: 'That sheet is gone', text: () => 'It may have been deleted. Generate again and the add-in adds what is missing; what you filled in stays.', action: 'Generate again' },
  cancelled: { title: 'Cancelled', text: () => 'What was already written stays in the workbook, and everything you pasted is still here. Generating again completes it without doubling anything.', action: 'Generate again' },
  unexpected: { title: 'That did not work', text: () => 'Something unforeseen went wrong. Everything you pasted is still here, so you can simply try again. If it keeps failing, copy the diagnostics for your support (they hold none of your business data).', action: 'Try again' },
};
