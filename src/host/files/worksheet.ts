/** The part of one sheet. Its elements have a fixed order (ECMA-376 part 1, 18.3.1.99); Excel repairs files that do not keep it. */
import { formatRect } from '../model/address';
import { MAX_COLUMNS, type Rect, type SheetModel, type WorkbookModel } from '../model/types';
import { mergeCells, type SharedStrings, sheetData } from './cells';
import { conditionalFormatting, dataBarExtension } from './conditional-formats';
import { dataValidations } from './data-validations';
import { columnWidth } from './measures';
import { HYPERLINK_RELATIONSHIP, type Relationships } from './package';
import { fitsToPage, pageSetup, sheetProtection } from './page-setup';
import { argb, type StyleTable } from './styles';
import { element, listElement, xmlPart } from './xml';

export interface WorksheetContext {
  readonly book: WorkbookModel;
  readonly sheet: SheetModel;
  readonly styles: StyleTable;
  readonly strings: SharedStrings;
  readonly relationships: Relationships;
  /** relationship ids of the sheet's drawing and tables */
  readonly drawingId?: string;
  readonly tableIds: readonly string[];
  /** of carried parts, by the element that names them */
  readonly carriedIds?: ReadonlyMap<string, string>;
}

const STANDARD_ROW_HEIGHT = 15;
const STANDARD_COLUMN_WIDTH = 48;

const usedRange = ({ cells }: SheetModel): Rect => {
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const key of cells.keys()) {
    const row = Math.floor(key / MAX_COLUMNS);
    const column = key % MAX_COLUMNS;
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return cells.size === 0 ? { row: 0, column: 0, rowCount: 1, columnCount: 1 } : { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
};

const sheetProperties = ({ tabColor, pageLayout }: SheetModel): string => {
  const children = [tabColor === '' ? '' : element('tabColor', { rgb: argb(tabColor) }), fitsToPage(pageLayout) ? element('pageSetUpPr', { fitToPage: true }) : ''];
  return children.join('') === '' ? '' : element('sheetPr', {}, children);
};

const sheetViews = ({ book, sheet }: WorksheetContext): string => {
  const active = book.activeSheet === sheet;
  const { rows, columns } = sheet.frozen;
  const selection = active ? book.selection : { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  const activeCell = formatRect({ ...selection, rowCount: 1, columnCount: 1 });
  const paneName = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : columns > 0 ? 'topRight' : undefined;
  const pane =
    paneName === undefined
      ? ''
      : element('pane', {
          xSplit: columns > 0 ? columns : undefined,
          ySplit: rows > 0 ? rows : undefined,
          topLeftCell: formatRect({ row: rows, column: columns, rowCount: 1, columnCount: 1 }),
          activePane: paneName,
          state: 'frozen',
        });
  return element(
    'sheetViews',
    {},
    element('sheetView', { showGridLines: sheet.showGridlines ? undefined : false, tabSelected: active ? true : undefined, workbookViewId: 0 }, [
      pane,
      element('selection', { pane: paneName, activeCell, sqref: formatRect(selection) }),
    ]),
  );
};

/** `<cols>`: neighbours that look the same share an element. */
const columnElements = ({ sheet, styles }: WorksheetContext): string => {
  const described = [...sheet.columns]
    .sort(([a], [b]) => a - b)
    .map(([column, { width, hidden, format }]) => ({
      column,
      attributes: {
        width: columnWidth(width ?? sheet.defaultColumnWidth),
        style: format === undefined ? undefined : styles.cellFormat(format),
        hidden: hidden === true ? true : undefined,
        customWidth: width === undefined ? undefined : true,
      },
    }));
  const groups: { min: number; max: number; attributes: (typeof described)[number]['attributes'] }[] = [];
  for (const { column, attributes } of described) {
    const last = groups.at(-1);
    if (last?.max === column && JSON.stringify(last.attributes) === JSON.stringify(attributes)) last.max += 1;
    else groups.push({ min: column + 1, max: column + 1, attributes });
  }
  return listElement('cols', groups.map(({ min, max, attributes }) => element('col', { min, max, ...attributes })));
};

const hyperlinks = ({ sheet, relationships }: WorksheetContext): string => {
  const links = [...sheet.cells]
    .sort(([a], [b]) => a - b)
    .flatMap(([key, { hyperlink }]) => {
      if (hyperlink === undefined) return [];
      const { address, documentReference, screenTip } = hyperlink;
      const ref = formatRect({ row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS, rowCount: 1, columnCount: 1 });
      const id = address === undefined || address === '' ? undefined : relationships.addExternal(HYPERLINK_RELATIONSHIP, address);
      const location = documentReference === undefined || documentReference === '' ? undefined : documentReference.replace(/^#/, '');
      return id === undefined && location === undefined ? [] : [element('hyperlink', { ref, 'r:id': id, location, tooltip: screenTip })];
    });
  return listElement('hyperlinks', links);
};

export const worksheetPart = (context: WorksheetContext): string => {
  const { book, sheet, styles, drawingId, tableIds, carriedIds } = context;
  const carried = (name: string): string => (carriedIds?.get(name) === undefined ? '' : element(name, { 'r:id': carriedIds.get(name) }));
  const index = book.sheets.indexOf(sheet);
  const { defaultRowHeight, defaultColumnWidth } = sheet;
  return xmlPart(
    element('worksheet', { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' }, [
      sheetProperties(sheet),
      element('dimension', { ref: formatRect(usedRange(sheet)) }),
      sheetViews(context),
      element('sheetFormatPr', {
        defaultColWidth: defaultColumnWidth === STANDARD_COLUMN_WIDTH ? undefined : columnWidth(defaultColumnWidth),
        defaultRowHeight,
        customHeight: defaultRowHeight === STANDARD_ROW_HEIGHT ? undefined : true,
      }),
      columnElements(context),
      sheetData(context),
      sheetProtection(sheet.protection),
      mergeCells(sheet.merges.map((range) => formatRect(range))),
      conditionalFormatting(sheet.conditionalFormats, index, book, styles),
      dataValidations(sheet.validations, book),
      hyperlinks(context),
      pageSetup(sheet.pageLayout, carriedIds?.get('pageSetup')),
      drawingId === undefined ? '' : element('drawing', { 'r:id': drawingId }),
      carried('legacyDrawing'),
      carried('legacyDrawingHF'),
      carried('picture'),
      listElement(
        'tableParts',
        tableIds.map((id) => element('tablePart', { 'r:id': id })),
        { count: tableIds.length },
      ),
      dataBarExtension(sheet.conditionalFormats, index),
    ]),
  );
};
