/** Saving a workbook as .xlsx. */
import type { SheetModel, WorkbookModel } from '../model/types';
import { createSharedStrings, type SharedStrings } from './cells';
import { chartPart } from './charts';
import { carriedAnchor, drawingPart } from './drawings';
import { createPackage, type PackageWriter } from './package';
import { appPropertiesPart, corePropertiesPart, customPropertiesPart, settingsPart, settingsPropertiesPart, withSettings } from './properties';
import { createStyleTable, type StyleTable } from './styles';
import { tablePart } from './tables';
import { type CarriedIds, workbookPart } from './workbook-part';
import { worksheetPart } from './worksheet';

const WORKBOOK = 'xl/workbook.xml';

interface Output {
  readonly file: PackageWriter;
  readonly styles: StyleTable;
  readonly strings: SharedStrings;
}

const addTables = ({ file }: Output, book: WorkbookModel, sheet: SheetModel, sheetPath: string): string[] =>
  book.tables.flatMap((table, index) => {
    if (table.sheet !== sheet) return [];
    const path = `xl/tables/table${index + 1}.xml`;
    file.addPart('table', path, tablePart(table, index + 1, book));
    return [file.relationshipsOf(sheetPath).add('table', path)];
  });

/** Adds the sheet's charts; gives the relationship id of their drawing. Chart parts are numbered over the whole workbook. */
const addDrawing = ({ file }: Output, book: WorkbookModel, sheet: SheetModel, sheetPath: string): { readonly drawingId?: string } => {
  const anchors = sheet.carried?.anchors ?? [];
  if (sheet.charts.length + anchors.length === 0) return {};
  const index = book.sheets.indexOf(sheet);
  const before = book.sheets.slice(0, index).reduce((count, { charts }) => count + charts.length, 0);
  const path = `xl/drawings/drawing${index + 1}.xml`;
  const relationships = file.relationshipsOf(path);
  const chartIds = sheet.charts.map((chart, position) => {
    const chartPath = `xl/charts/chart${before + position + 1}.xml`;
    file.addPart('chart', chartPath, chartPart(chart, book));
    return relationships.add('chart', chartPath);
  });
  file.addPart('drawing', path, drawingPart(sheet, chartIds, book, anchors.map((anchor) => carriedAnchor(anchor, relationships.addCarried))));
  return { drawingId: file.relationshipsOf(sheetPath).add('drawing', path) };
};

const addSheet = (output: Output, book: WorkbookModel, sheet: SheetModel, index: number): string => {
  const { file, styles, strings } = output;
  const path = `xl/worksheets/sheet${index + 1}.xml`;
  const relationships = file.relationshipsOf(path);
  const tableIds = addTables(output, book, sheet, path);
  const drawing = addDrawing(output, book, sheet, path);
  const carriedIds = new Map<string, string>();
  for (const link of sheet.carried?.links ?? []) {
    const id = relationships.addCarried(link);
    if (link.element !== undefined) carriedIds.set(link.element, id);
  }
  file.addPart('worksheet', path, worksheetPart({ book, sheet, styles, strings, relationships, tableIds, carriedIds, ...drawing }));
  return file.relationshipsOf(WORKBOOK).add('worksheet', path);
};

const addProperties = ({ file }: Output, book: WorkbookModel): void => {
  const root = file.relationshipsOf('');
  file.addPart('coreProperties', 'docProps/core.xml', corePropertiesPart(book));
  root.add('coreProperties', 'docProps/core.xml');
  file.addPart('appProperties', 'docProps/app.xml', appPropertiesPart(book));
  root.add('appProperties', 'docProps/app.xml');
  const custom = customPropertiesPart(book);
  if (custom !== undefined) {
    file.addPart('customProperties', 'docProps/custom.xml', custom);
    root.add('customProperties', 'docProps/custom.xml');
  }
  const settings = settingsPart(book);
  if (settings !== undefined) {
    file.addPart('customXml', 'customXml/item1.xml', settings);
    file.addPart('customXmlProperties', 'customXml/itemProps1.xml', settingsPropertiesPart());
    file.relationshipsOf('customXml/item1.xml').add('customXmlProperties', 'customXml/itemProps1.xml');
    file.relationshipsOf(WORKBOOK).add('customXml', 'customXml/item1.xml');
  }
};

/** Parts of the file that was opened; gives the relationship ids of those that the workbook part lists. */
const addCarried = ({ file }: Output, { carried, settings }: WorkbookModel): CarriedIds => {
  const ids: { external: string[]; pivotCaches: [string, string][] } = { external: [], pivotCaches: [] };
  if (carried === undefined) return ids;
  for (const part of carried.parts.values()) file.addCarried(withSettings(part, settings));
  for (const link of carried.links) file.relationshipsOf('').addCarried(link);
  for (const link of carried.workbookLinks) {
    const id = file.relationshipsOf(WORKBOOK).addCarried(link);
    if (link.element === 'externalReference') ids.external.push(id);
    else if (link.element !== undefined) ids.pivotCaches.push([link.element.pivotCacheId, id]);
  }
  return ids;
};

/**
 * The workbook as an .xlsx file. Values of formulas are written as they are now: calculate first. The file tells its
 * reader to calculate again on opening. Equal workbooks give equal bytes.
 */
export const saveWorkbook = (book: WorkbookModel): Uint8Array => {
  const output: Output = { file: createPackage(), styles: createStyleTable(book.carried?.defaultFont), strings: createSharedStrings() };
  const { file, styles, strings } = output;
  file.relationshipsOf('').add('workbook', WORKBOOK);
  const sheetIds = book.sheets.map((sheet, index) => addSheet(output, book, sheet, index));
  file.addPart('workbook', WORKBOOK, workbookPart(book, sheetIds, addCarried(output, book)));
  file.addPart('styles', 'xl/styles.xml', styles.part());
  file.relationshipsOf(WORKBOOK).add('styles', 'xl/styles.xml');
  if (strings.size > 0) {
    file.addPart('sharedStrings', 'xl/sharedStrings.xml', strings.part());
    file.relationshipsOf(WORKBOOK).add('sharedStrings', 'xl/sharedStrings.xml');
  }
  addProperties(output, book);
  return file.zip();
};
