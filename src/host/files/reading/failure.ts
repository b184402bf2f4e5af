/** Why a file is not opened. Data, not an exception, for whoever asked to open it. */

export type OpenFailure =
  /** no zip archive: text, a picture, the old .xls … */
  | { readonly code: 'not-xlsx' }
  /** protected with a password: an OLE2 container around the workbook */
  | { readonly code: 'encrypted' }
  /** an .xls of Excel 97–2003 */
  | { readonly code: 'old-xls' }
  /** a package, but not of a workbook (a .docx), or a binary one (.xlsb) */
  | { readonly code: 'no-workbook' }
  /** a part is missing, cut off or no XML */
  | { readonly code: 'damaged'; readonly part: string }
  /** unpacks, or says that it unpacks, to an absurd size */
  | { readonly code: 'too-large'; readonly megabytes: number };

/** Carries a failure through the reader; `openXlsx` catches it. */
export class OpenError extends Error {
  constructor(readonly failure: OpenFailure) {
    super(failure.code);
  }
}

export const damaged = (part: string): OpenError => new OpenError({ code: 'damaged', part });
