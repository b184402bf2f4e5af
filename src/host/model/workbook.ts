/** Making and finding what a workbook consists of. */
import type { NameModel, PageLayoutModel, SheetModel, TableModel, WorkbookModel } from './types';

/** Excel's default margins "normal", in points. */
const pageLayout = (): PageLayoutModel => ({
  orientation: 'Portrait',
  paperSize: 'A4',
  margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
  headerFooter: {},
  centerHorizontally: false,
});

/** The next id in this workbook, unique over sheets, tables, charts and rules. */
export const nextId = (book: WorkbookModel): number => ++book.sequence;

function createSheet(book: WorkbookModel, name: string): SheetModel {
  const id = `{${nextId(book).toString(16).toUpperCase().padStart(8, '0')}-0000-4000-8000-000000000000}`;
  return {
    id,
    name,
    visibility: 'Visible',
    tabColor: '',
    showGridlines: true,
    cells: new Map(),
    columns: new Map(),
    rows: new Map(),
    defaultColumnWidth: 48,
    defaultRowHeight: 15,
    frozen: { rows: 0, columns: 0 },
    conditionalFormats: [],
    validations: [],
    charts: [],
    pageLayout: pageLayout(),
    protection: { protected: false, options: {} },
    merges: [],
    customProperties: new Map(),
  };
}

/** An empty workbook with the sheets Excel would give it: one, or those named. */
export function createWorkbook(fileName = '工作簿1.xlsx', sheetNames: readonly string[] = ['Sheet1']): WorkbookModel {
  const book = {
    fileName,
    sheets: [] as SheetModel[],
    tables: [],
    names: [],
    settings: new Map(),
    properties: { title: '', subject: '', author: '', keywords: '', comments: '', category: '', company: '', custom: new Map() },
    selection: { row: 0, column: 0, rowCount: 1, columnCount: 1 },
    readOnly: false,
    sequence: 0,
  } as Omit<WorkbookModel, 'activeSheet'> as WorkbookModel;
  for (const name of sheetNames) addSheet(book, name);
  const [first] = book.sheets;
  if (!first) throw new Error('A workbook has at least one sheet.');
  book.activeSheet = first;
  return book;
}

/** Appends a sheet. The name must be checked before, see {@link sheetNameProblem}. */
export function addSheet(book: WorkbookModel, name: string): SheetModel {
  const sheet = createSheet(book, name);
  book.sheets.push(sheet);
  return sheet;
}

/** `Sheet2`, `Sheet3` …: the first that is free. */
export function freeSheetName(book: WorkbookModel): string {
  for (let number = book.sheets.length; ; number++) if (!findSheet(book, `Sheet${number}`)) return `Sheet${number}`;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** By name, any case. */
export const findSheet = (book: WorkbookModel, name: string): SheetModel | undefined => book.sheets.find((sheet) => same(sheet.name, name));
/** By name, any case. */
export const findTable = (book: WorkbookModel, name: string): TableModel | undefined => book.tables.find((table) => same(table.name, name));
/** By name, any case. */
export const findName = (book: WorkbookModel, name: string): NameModel | undefined => book.names.find((item) => same(item.name, name));

/** Excel's rule a sheet name breaks, `undefined` when it is fine. Does not look for duplicates. */
export function sheetNameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'is blank';
  if (name.length > 31) return 'has more than 31 characters';
  if (/[[\]:*?/\\]/.test(name)) return 'has one of [ ] : * ? / \\';
  if (name.startsWith("'") || name.endsWith("'")) return 'begins or ends with an apostrophe';
  return same(name, 'History') ? 'is reserved' : undefined;
}

/** Excel's rule a table or defined name breaks. Does not look for duplicates. */
export function definedNameProblem(name: string): string | undefined {
  if (name === '') return 'is blank';
  if (name.length > 255) return 'has more than 255 characters';
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name)) return 'has other characters than letters, digits, _ . \\, or begins with a digit';
  if (/^[A-Za-z]{1,3}\d+$/.test(name) || /^(?:[rR]\d*)?(?:[cC]\d*)?$/.test(name)) return 'looks like a cell';
  return undefined;
}

/** True when a table or a defined name has this name. */
export const isNameTaken = (book: WorkbookModel, name: string): boolean => findTable(book, name) !== undefined || findName(book, name) !== undefined;
