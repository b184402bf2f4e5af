/** What can be tried out: another language of Excel, a read-only workbook, a dark Office … */
import type { Language } from '../i18n';

export type OfficeTheme = 'system' | 'light' | 'dark';

export interface Settings {
  /** language of this page */
  readonly pageLanguage: Language;
  /** what Excel tells the add-in about its language */
  readonly excelLanguage: Language;
  readonly officeTheme: OfficeTheme;
  readonly readOnly: boolean;
  /** requests of the add-in are refused as if a cell were being edited */
  readonly cellEditing: boolean;
  readonly slow: boolean;
  readonly paneOpen: boolean;
  /** pixels */
  readonly paneWidth: number;
  readonly firstLookClosed: boolean;
}

export const PANE_WIDTH = { minimum: 320, usual: 350, maximum: 480 } as const;

export const startSettings = (language: Language): Settings => ({
  pageLanguage: language,
  excelLanguage: language,
  officeTheme: 'system',
  readOnly: false,
  cellEditing: false,
  slow: false,
  paneOpen: true,
  paneWidth: PANE_WIDTH.usual,
  firstLookClosed: false,
});
