/**
 * What can go wrong on the Excel side, as data. The pane turns a code into a sentence with a way on (i18n `failures`).
 * `technical` is for "copy diagnostics" only.
 */
export const failureCodes = [
  /** a cell is being edited; the batch waited and gave up */
  'cell-edit',
  /** the workbook is read-only or was opened for reading */
  'read-only',
  /** a sheet is protected; `sheet` names it */
  'protected',
  /** a table is filtered and rows would be written into hidden cells; `sheet` names it */
  'filtered',
  /** ExcelApi 1.13 is missing */
  'too-old',
  /** Office.onReady never answered */
  'no-answer',
  /** opened in a plain browser, outside Excel */
  'not-in-excel',
  /** another workbook has the focus */
  'inactive',
  /** transient: the service was busy; tried again without success */
  'busy',
  /** the session timed out (laptop slept): reload */
  'session',
  /** a request was too large even after halving */
  'too-large',
  /** no room on the disk or in the store the workbook lies in */
  'disk-full',
  /** cells were to be taken from the sheet, and there is nothing in them */
  'nothing-selected',
  /** the selection has several areas */
  'many-areas',
  /** made by a newer version of the add-in */
  'newer-version',
  /** the action to change is not in the table any more; `sheet` */
  'row-gone',
  /** a deadline that is no day */
  'not-a-date',
  /** the last generation broke off: it has to be completed first */
  'unfinished',
  /** the sheet to go to is gone */
  'sheet-gone',
  /** the person cancelled */
  'cancelled',
  /** anything else */
  'unexpected',
] as const;
export type FailureCode = (typeof failureCodes)[number];

export interface Failure {
  readonly code: FailureCode;
  readonly sheet?: string;
  /** client error code, message and location, not translated */
  readonly technical: string;
}
