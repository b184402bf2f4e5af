/** How a sheet is printed, and who may change it. */
import type { PageLayoutModel, ProtectionModel } from '../model/types';
import { inches } from './measures';
import { element, textElement } from './xml';

const PAPER = { Letter: 1, A3: 8, A4: 9 } as const;

/** True when the print is scaled to pages: a property of the sheet, not of its page setup. */
export const fitsToPage = ({ fitToWidth = 0, fitToHeight = 0 }: PageLayoutModel): boolean => fitToWidth > 0 || fitToHeight > 0;

const headerText = (left = '', center = '', right = ''): string =>
  (left === '' ? '' : `&L${left}`) + (center === '' ? '' : `&C${center}`) + (right === '' ? '' : `&R${right}`);

/** `<printOptions>`, `<pageMargins>`, `<pageSetup>`, `<headerFooter>`. `settingsId` leads to the settings of a printer. */
export const pageSetup = (layout: PageLayoutModel, settingsId?: string): string => {
  const { margins, headerFooter: texts } = layout;
  const header = headerText(texts.leftHeader, texts.centerHeader, texts.rightHeader);
  const footer = headerText(texts.leftFooter, texts.centerFooter, texts.rightFooter);
  const fit = fitsToPage(layout) ? { fitToWidth: layout.fitToWidth ?? 0, fitToHeight: layout.fitToHeight ?? 0 } : {};
  return [
    layout.centerHorizontally ? element('printOptions', { horizontalCentered: true }) : '',
    element('pageMargins', {
      left: inches(margins.left),
      right: inches(margins.right),
      top: inches(margins.top),
      bottom: inches(margins.bottom),
      header: inches(margins.header),
      footer: inches(margins.footer),
    }),
    element('pageSetup', { paperSize: PAPER[layout.paperSize], ...fit, orientation: layout.orientation.toLowerCase(), 'r:id': settingsId }),
    header === '' && footer === '' ? '' : element('headerFooter', {}, [header === '' ? '' : textElement('oddHeader', header), footer === '' ? '' : textElement('oddFooter', footer)]),
  ].join('');
};

/** The 16-bit hash of a sheet password (ECMA-376 part 4, 3.3.1.81): keeps honest people honest. */
const passwordHash = (password: string): string => {
  let hash = 0;
  const bytes = [...password].map((character) => (character.codePointAt(0) ?? 0) & 0xff);
  for (const byte of bytes.reverse()) hash = (((hash >> 14) & 1) | ((hash << 1) & 0x7fff)) ^ byte;
  hash = (((hash >> 14) & 1) | ((hash << 1) & 0x7fff)) ^ bytes.length ^ 0xce4b;
  return hash.toString(16).toUpperCase().padStart(4, '0');
};

/** Option of Office.js → attribute that forbids it and is on unless it is written as 0. */
const FORBIDDING = {
  allowFormatCells: 'formatCells',
  allowFormatColumns: 'formatColumns',
  allowFormatRows: 'formatRows',
  allowInsertColumns: 'insertColumns',
  allowInsertRows: 'insertRows',
  allowInsertHyperlinks: 'insertHyperlinks',
  allowDeleteColumns: 'deleteColumns',
  allowDeleteRows: 'deleteRows',
  allowSort: 'sort',
  allowAutoFilter: 'autoFilter',
  allowPivotTables: 'pivotTables',
} as const;

/** `<sheetProtection>`, nothing when the sheet is not protected. */
export const sheetProtection = ({ protected: isProtected, password, passwordHash: stored = {}, options }: ProtectionModel): string => {
  if (!isProtected) return '';
  const allowed = Object.entries(FORBIDDING).filter(([option]) => options[option] === true);
  const { selectionMode } = options;
  return element('sheetProtection', {
    ...(password === undefined || password === '' ? stored : { password: passwordHash(password) }),
    sheet: true,
    objects: options['allowEditObjects'] === true ? undefined : true,
    scenarios: options['allowEditScenarios'] === true ? undefined : true,
    ...Object.fromEntries(allowed.map(([, attribute]) => [attribute, false])),
    selectLockedCells: selectionMode === 'Unlocked' || selectionMode === 'None' ? true : undefined,
    selectUnlockedCells: selectionMode === 'None' ? true : undefined,
  });
};
