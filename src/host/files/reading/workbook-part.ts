/** The workbook part: sheets and names. */
import { formatRect, isWholeColumns, isWholeRows, parseAddress } from '../../model/address';
import type { NameModel, SheetModel, WorkbookModel } from '../../model/types';
import type { DroppedKind } from './dropped';
import { typedFormula } from './formula';
import { attribute, child, childrenOf, flag, numberAttribute, relationshipId, textOf, type XmlElement } from './xml';

export interface SheetEntry {
  readonly name: string;
  readonly visibility: SheetModel['visibility'];
  readonly relationship: string;
}

const STATES = { hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

export const sheetEntries = (workbook: XmlElement): readonly SheetEntry[] =>
  childrenOf(child(workbook, 'sheets'), 'sheet').map((sheet) => {
    const state = attribute(sheet, 'state');
    return { name: attribute(sheet, 'name') ?? '', visibility: state === 'hidden' || state === 'veryHidden' ? STATES[state] : 'Visible', relationship: relationshipId(sheet) ?? '' };
  });

export const usesDate1904 = (workbook: XmlElement): boolean => flag(child(workbook, 'workbookPr'), 'date1904');
/** Index of the sheet in front. */
export const activeTab = (workbook: XmlElement): number => numberAttribute(childrenOf(child(workbook, 'bookViews'), 'workbookView')[0], 'activeTab') ?? 0;

/** `'A, B'!$A:$B,'A, B'!$1:$4` → its parts; commas in quoted names do not count. */
const areas = (text: string): string[] => text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];

/** Reads the names. `sheets` are those of the workbook part by position: absent where the host has none. */
export const readNames = (workbook: XmlElement, book: WorkbookModel, sheets: readonly (SheetModel | undefined)[], lose: (what: DroppedKind, where: string) => void): void => {
  for (const element of childrenOf(child(workbook, 'definedNames'), 'definedName')) {
    const name = attribute(element, 'name') ?? '';
    const text = textOf(element);
    const local = numberAttribute(element, 'localSheetId');
    const sheet = local === undefined ? undefined : sheets[local];
    if (name === '_xlnm._FilterDatabase') continue;
    if (name === '_xlnm.Print_Area' || name === '_xlnm.Print_Titles') {
      const rects = areas(text).map((area) => parseAddress(area.trim())?.rect);
      const known = rects.filter((rect) => rect !== undefined);
      if (sheet === undefined) continue;
      if (known.length < rects.length) lose('print-name', sheet.name);
      else if (name === '_xlnm.Print_Area') sheet.pageLayout.printArea = known.map((rect) => formatRect(rect, true)).join(',');
      else {
        const rows = known.find(isWholeRows);
        if (rows !== undefined) sheet.pageLayout.printTitleRows = formatRect(rows, true);
        const columns = known.find(isWholeColumns);
        if (columns !== undefined) sheet.pageLayout.printTitleColumns = formatRect(columns, true);
      }
      continue;
    }
    if (local !== undefined || flag(element, 'function') || flag(element, 'vbProcedure') || name === '' || text === '') {
      lose('local-name', sheet === undefined ? name : `${sheet.name}!${name}`);
      continue;
    }
    const made: NameModel = { name, formula: typedFormula(text), comment: attribute(element, 'comment') ?? '', visible: !flag(element, 'hidden') };
    book.names.push(made);
  }
};
