/** Opening of .xlsx files. */
import type { SheetModel, TableModel, WorkbookModel } from '../model/types';
import { createWorkbook, nextId } from '../model/workbook';
import { tableAt } from './formula-text';
import { readSharedString, rectsOf, type SharedString } from './reading/cells';
import { themeColors } from './reading/colors';
import { besideSheet, besideWorkbook } from './reading/beside';
import { createCarrier } from './reading/carried';
import { createDroppedList, type Dropped, type DroppedKind } from './reading/dropped';
import { readDrawing } from './reading/drawings';
import { OpenError, damaged, type OpenFailure } from './reading/failure';
import { readPackage, relationshipKind, type PackageReader } from './reading/package';
import { isSettingsPart, readProperties, readSettings, readWebExtension } from './reading/properties';
import { readStyles } from './reading/styles';
import { readFilters, readTable, settleTables } from './reading/tables';
import { activeTab, readNames, sheetEntries, usesDate1904 } from './reading/workbook-part';
import { readWorksheet } from './reading/worksheet';
import { numberAttribute, type XmlElement } from './reading/xml';
import { openZip } from './reading/zip';

export type { Dropped, DroppedKind } from './reading/dropped';
export type { OpenFailure } from './reading/failure';

export interface OpenedWorkbook {
  readonly ok: true;
  /** values are those of the file until the host calculates */
  readonly book: WorkbookModel;
  /** what will not be there when the workbook is saved */
  readonly dropped: readonly Dropped[];
}
export type OpenResult = OpenedWorkbook | { readonly ok: false; readonly failure: OpenFailure };

const WORKBOOK_TYPES = /(?:spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template)\.macroEnabled)\.main\+xml$/;

/** Target of the first relationship of this kind. */
const targetOf = (file: PackageReader, path: string, kind: string): string | undefined => file.relationships(path).find((relationship) => !relationship.external && relationshipKind(relationship) === kind)?.target;

const sharedStrings = (file: PackageReader, workbookPath: string): readonly SharedString[] => {
  const path = targetOf(file, workbookPath, 'sharedStrings');
  const strings: SharedString[] = [];
  if (path === undefined) return strings;
  const source = file.text(path);
  file.xml(path, { take: { si: (item) => strings.push(readSharedString(item, source)) } });
  return strings;
};

const read = (bytes: Uint8Array, fileName: string): OpenedWorkbook => {
  const file = readPackage(openZip(bytes));
  const path = targetOf(file, '', 'officeDocument');
  if (path === undefined || !WORKBOOK_TYPES.test(file.contentType(path))) throw new OpenError({ code: 'no-workbook' });
  const workbook = file.xml(path);
  if (workbook === undefined) throw damaged(path);
  const dropped = createDroppedList();
  const carrier = createCarrier(file);
  /** parts that are in the workbook now */
  const understood = new Set([path]);
  const part = (relationshipKindName: string): XmlElement | undefined => {
    const target = targetOf(file, path, relationshipKindName);
    return target === undefined ? undefined : file.xml(target);
  };
  const theme = themeColors(part('theme'));
  const styles = readStyles(part('styles'), theme);
  const strings = sharedStrings(file, path);

  const targets = new Map(file.relationships(path).map((relationship) => [relationship.id, relationship]));
  const entries = sheetEntries(workbook).map((entry) => {
    const relationship = targets.get(entry.relationship);
    const isSheet = relationship !== undefined && relationshipKind(relationship) === 'worksheet';
    if (!isSheet) dropped.add(relationship?.target ?? path, 'chart-sheet', entry.name);
    return { ...entry, target: isSheet ? relationship.target : undefined };
  });
  const worksheets = entries.flatMap(({ target, ...entry }) => (target === undefined ? [] : [{ ...entry, target }]));
  if (worksheets.length === 0) throw damaged(path);
  const book = createWorkbook(fileName, worksheets.map(({ name }) => name));
  const newId = (group: string): string => `{${nextId(book).toString(16).toUpperCase().padStart(8, '0')}-0000-4000-${group}-000000000000}`;
  const sheets = book.sheets.map((sheet, index) => {
    const entry = worksheets[index];
    if (entry === undefined) throw damaged(path);
    sheet.visibility = entry.visibility;
    return { sheet, target: entry.target };
  });

  const tableRoots = new Map<TableModel, XmlElement>();
  for (const { sheet, target } of sheets)
    for (const relationship of file.relationships(target)) {
      const root = relationshipKind(relationship) === 'table' ? file.xml(relationship.target) : undefined;
      const table = root && readTable(root, { sheet, id: newId('B000'), lose: (what, where) => dropped.add(relationship.target, what, `${sheet.name} ${where}`) });
      if (root === undefined || table === undefined) continue;
      tableRoots.set(table, root);
      understood.add(relationship.target);
    }
  // Tables keep the order in which they were made.
  const idOf = ([, root]: readonly [TableModel, XmlElement]): number => numberAttribute(root, 'id') ?? 0;
  book.tables = [...tableRoots].sort((a, b) => idOf(a) - idOf(b)).map(([table]) => table);

  const selections = new Map<SheetModel, string | undefined>();
  for (const { sheet, target } of sheets) {
    const own = book.tables.filter((table) => table.sheet === sheet);
    const result = readWorksheet({
      file, path: target, sheet, strings, styles, theme,
      date1904: usesDate1904(workbook),
      newId: () => newId('9000'),
      tableAt: (row, column) => tableAt(own, sheet, row, column)?.name,
      lose: (what, row, column) => dropped.addCell(target, what, sheet.name, row, column),
      loseAt: (what, place) => dropped.add(target, what, place === undefined ? sheet.name : `${sheet.name}!${place}`),
    });
    if (result === undefined) throw damaged(target);
    selections.set(sheet, result.selection);
    understood.add(target);
    for (const table of own) {
      const root = tableRoots.get(table);
      if (root !== undefined) readFilters(table, root, (what, where) => dropped.add(target, what, `${sheet.name} ${where}`));
    }
    const { links } = besideSheet(file, target, sheet.name, result.root, carrier, dropped.add);
    const anchors = file.relationships(target).flatMap((relationship) => {
      if (relationshipKind(relationship) !== 'drawing' || relationship.external) return [];
      understood.add(relationship.target);
      for (const drawn of file.relationships(relationship.target)) if (relationshipKind(drawn) === 'chart') understood.add(drawn.target);
      return readDrawing({ file, path: relationship.target, sheet, theme, carrier, newId: () => newId('A000'), lose: dropped.add });
    });
    if (links.length + anchors.length > 0) sheet.carried = { links, anchors };
  }

  const loseName = (what: DroppedKind, where: string): void => dropped.add(path, what, where);
  readNames(workbook, book, entries.map(({ name, target }) => (target === undefined ? undefined : book.sheets.find((sheet) => sheet.name === name))), loseName);
  readProperties(file, book, (what, where) => dropped.add('docProps', what, where));
  // LibreOffice hangs custom XML parts under the package.
  for (const relationship of [...file.relationships(path), ...file.relationships('')]) {
    if (relationship.external || relationshipKind(relationship) !== 'customXml' || !file.has(relationship.target)) continue;
    const root = file.xml(relationship.target);
    if (root === undefined || !isSettingsPart(root, file.text(relationship.target))) continue;
    readSettings(root, book);
    for (const own of [relationship.target, ...file.relationships(relationship.target).map(({ target }) => target)]) understood.add(own);
  }
  for (const pane of file.paths.filter((candidate) => file.contentType(candidate) === 'application/vnd.ms-office.webextension+xml')) {
    const root = file.xml(pane);
    if (root !== undefined) readWebExtension(root, book);
  }
  const beside = besideWorkbook({ file, path, root: workbook, carrier, isOwn: ({ target }) => understood.has(target), lose: dropped.add });
  if (carrier.parts.size + beside.links.length > 0 || beside.protection !== undefined || styles.defaultFont !== undefined)
    book.carried = { parts: carrier.parts, ...beside, ...(styles.defaultFont === undefined ? {} : { defaultFont: styles.defaultFont }) };
  nameTheRest();
  settleTables(book);
  const front = book.sheets.find((sheet) => sheet.name === entries[activeTab(workbook)]?.name && sheet.visibility === 'Visible') ?? book.sheets.find(({ visibility }) => visibility === 'Visible');
  if (front !== undefined) book.activeSheet = front;
  const [selection] = rectsOf(selections.get(book.activeSheet));
  if (selection !== undefined) book.selection = selection;
  return { ok: true, book, dropped: dropped.list() };

  /** Parts that are neither in the workbook nor taken along. What only helps to read the file again is no loss. */
  function nameTheRest(): void {
    for (const one of file.paths) {
      const type = file.contentType(one);
      if (understood.has(one) || carrier.taken.has(one) || one.endsWith('/') || /calcChain|(?:core|extended|custom)-properties|sharedStrings|spreadsheetml\.styles|chart(?:color)?style/.test(type)) continue;
      dropped.add(one, /vbaProject|macro/i.test(type) ? 'macros' : 'part', one);
    }
  }
};

/**
 * Opens an .xlsx (or .xlsm, .xltx) file: all that the host can save is in the workbook, everything else is named in
 * `dropped`. Formulas are as typed, values those of the file: create a host on it and calculate. A file that cannot be
 * opened comes back as a failure; sizes are checked before anything is unpacked.
 */
export const openXlsx = (bytes: Uint8Array, fileName = '工作簿1.xlsx'): OpenResult => {
  try {
    return read(bytes, fileName);
  } catch (error) {
    if (error instanceof OpenError) return { ok: false, failure: error.failure };
    throw error;
  }
};
