/** How a sheet is printed, and who may change it. */
import type { PageLayoutModel, ProtectionModel } from '../../model/types';
import type { DroppedKind } from './dropped';
import { attribute, child, flag, numberAttribute, textOf, type XmlElement } from './xml';

const PAPER: Readonly<Record<number, PageLayoutModel['paperSize']>> = { 1: 'Letter', 8: 'A3', 9: 'A4' };

/** Margins are inches in the file; rounded to a hundredth of a point. */
const points = (inches: number): number => Math.round(inches * 7200) / 100;

type HeaderFooter = PageLayoutModel['headerFooter'];

/** `&L左&C中&R右` → its three parts. Text before any mark is the centre. */
const sections = (text: string): readonly [left: string, center: string, right: string] => {
  const parts = { L: '', C: '', R: '' };
  let current: keyof typeof parts = 'C';
  for (const [piece, mark] of text.matchAll(/&([LCR])|&&|[\s\S]/g)) {
    if (mark === 'L' || mark === 'C' || mark === 'R') current = mark;
    else parts[current] += piece;
  }
  return [parts.L, parts.C, parts.R];
};

const headerFooterOf = (element: XmlElement | undefined): HeaderFooter => {
  const [leftHeader, centerHeader, rightHeader] = sections(textOf(child(element, 'oddHeader')));
  const [leftFooter, centerFooter, rightFooter] = sections(textOf(child(element, 'oddFooter')));
  return Object.fromEntries(Object.entries({ leftHeader, centerHeader, rightHeader, leftFooter, centerFooter, rightFooter }).filter(([, value]) => value !== ''));
};

/** Print settings of a worksheet; its print area and titles are names of the workbook. */
export const readPageLayout = (worksheet: XmlElement, standard: PageLayoutModel, lose: (what: DroppedKind) => void): PageLayoutModel => {
  const setup = child(worksheet, 'pageSetup');
  const margins = child(worksheet, 'pageMargins');
  const fits = flag(child(child(worksheet, 'sheetPr'), 'pageSetUpPr'), 'fitToPage');
  const paper = numberAttribute(setup, 'paperSize');
  const side = (name: keyof PageLayoutModel['margins']): number => {
    const value = numberAttribute(margins, name);
    return value === undefined ? standard.margins[name] : points(value);
  };
  if (!fits && (numberAttribute(setup, 'scale') ?? 100) !== 100) lose('print-scale');
  if (paper !== undefined && PAPER[paper] === undefined && paper !== 0) lose('paper-size');
  const texts = child(worksheet, 'headerFooter');
  if (flag(texts, 'differentFirst') || flag(texts, 'differentOddEven')) lose('other-headers');
  return {
    orientation: attribute(setup, 'orientation') === 'landscape' ? 'Landscape' : 'Portrait',
    paperSize: PAPER[paper ?? 9] ?? 'A4',
    ...(fits ? { fitToWidth: numberAttribute(setup, 'fitToWidth') ?? 1, fitToHeight: numberAttribute(setup, 'fitToHeight') ?? 1 } : {}),
    margins: { left: side('left'), right: side('right'), top: side('top'), bottom: side('bottom'), header: side('header'), footer: side('footer') },
    headerFooter: headerFooterOf(texts),
    centerHorizontally: flag(child(worksheet, 'printOptions'), 'horizontalCentered'),
  };
};

/** Attribute that forbids and is on unless written as 0 → option of Office.js. */
const FORBIDDING = {
  formatCells: 'allowFormatCells', formatColumns: 'allowFormatColumns', formatRows: 'allowFormatRows', insertColumns: 'allowInsertColumns', insertRows: 'allowInsertRows', insertHyperlinks: 'allowInsertHyperlinks',
  deleteColumns: 'allowDeleteColumns', deleteRows: 'allowDeleteRows', sort: 'allowSort', autoFilter: 'allowAutoFilter', pivotTables: 'allowPivotTables',
} as const;

/** Attributes that hold a password in one of its forms. */
const PASSWORD = ['password', 'algorithmName', 'hashValue', 'saltValue', 'spinCount'];

/** A password is known as a hash only: it is kept as such, and nobody who types it can be told right from wrong here. */
export const readProtection = (element: XmlElement | undefined): ProtectionModel => {
  if (!flag(element, 'sheet')) return { protected: false, options: {} };
  const options: Record<string, boolean | string> = Object.fromEntries(Object.entries(FORBIDDING).map(([name, option]) => [option, !flag(element, name, true)]));
  options['allowEditObjects'] = !flag(element, 'objects');
  options['allowEditScenarios'] = !flag(element, 'scenarios');
  options['selectionMode'] = flag(element, 'selectUnlockedCells') ? 'None' : flag(element, 'selectLockedCells') ? 'Unlocked' : 'Normal';
  const hash = Object.fromEntries(PASSWORD.flatMap((name) => (element?.attributes[name] === undefined ? [] : [[name, element.attributes[name] ?? '']])));
  return { protected: true, options, ...(Object.keys(hash).length === 0 ? {} : { passwordHash: hash }) };
};
