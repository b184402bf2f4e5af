/** The workbook part: sheets and names. */
import { quoteSheetName } from '../model/address';
import type { SheetModel, WorkbookModel } from '../model/types';
import { storedFormula } from './formula-text';
import { element, listElement, textContent, xmlPart } from './xml';

const STATES = { Visible: undefined, Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** `$A$1:$C$9` or `A1:C9` → absolute; `1:4` → `$1:$4`. */
const absolute = (area: string): string => area.replace(/\$?([A-Za-z]{1,3})?\$?(\d+)?/g, (_, column?: string, row?: string) => (column === undefined ? '' : `$${column}`) + (row === undefined ? '' : `$${row}`));

const printNames = ({ name, pageLayout }: SheetModel, localSheetId: number): string[] => {
  const areas = [
    ['_xlnm.Print_Area', pageLayout.printArea],
    ['_xlnm.Print_Titles', [pageLayout.printTitleColumns, pageLayout.printTitleRows].filter((area) => area !== undefined).join(',')],
  ] as const;
  return areas.flatMap(([builtIn, area]) => {
    if (area === undefined || area === '') return [];
    const reference = area
      .split(',')
      .map((part) => `${quoteSheetName(name)}!${absolute(part.slice(part.lastIndexOf('!') + 1).trim())}`)
      .join(',');
    return [element('definedName', { name: builtIn, localSheetId }, textContent(reference))];
  });
};

const definedNames = (book: WorkbookModel): string =>
  listElement('definedNames', [
    ...book.sheets.flatMap(printNames),
    ...[...book.names]
      .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
      .map(({ name, formula, comment, visible }) =>
        element('definedName', { name, comment: comment === '' ? undefined : comment, hidden: visible ? undefined : true }, textContent(storedFormula(formula, book))),
      ),
  ]);

/** Relationship ids of carried parts that the workbook part lists. */
export interface CarriedIds {
  readonly external: readonly string[];
  readonly pivotCaches: readonly (readonly [cacheId: string, id: string])[];
}

/** The part; `sheetIds` are the relationship ids of the sheets. */
export const workbookPart = (book: WorkbookModel, sheetIds: readonly string[], carried: CarriedIds = { external: [], pivotCaches: [] }): string =>
  xmlPart(
    element('workbook', { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' }, [
      '<workbookPr/>',
      book.carried?.protection === undefined ? '' : element('workbookProtection', book.carried.protection),
      element('bookViews', {}, element('workbookView', { xWindow: 0, yWindow: 0, windowWidth: 28800, windowHeight: 15600, activeTab: Math.max(0, book.sheets.indexOf(book.activeSheet)) })),
      element(
        'sheets',
        {},
        book.sheets.map(({ name, visibility }, index) => element('sheet', { name, sheetId: index + 1, state: STATES[visibility], 'r:id': sheetIds[index] })),
      ),
      listElement('externalReferences', carried.external.map((id) => element('externalReference', { 'r:id': id }))),
      definedNames(book),
      // Cached values are there for readers that do not calculate; those that do must not trust them.
      element('calcPr', { calcId: 191029, fullCalcOnLoad: true }),
      listElement('pivotCaches', carried.pivotCaches.map(([cacheId, id]) => element('pivotCache', { cacheId, 'r:id': id }))),
    ]),
  );
