/** Builds workbooks for tests of the host without going through Office.js. */
import { parseRect } from '../../src/host/model/address';
import { cellKey, type CellFormat, type CellModel, type CellValue, type Rect, type SheetModel, type TableModel, type WorkbookModel } from '../../src/host/model/types';
import { createWorkbook } from '../../src/host/model/workbook';

/** The rectangle of an A1 address without sheet. */
export const rect = (address: string): Rect => {
  const found = parseRect(address);
  if (found === undefined) throw new Error(`no address: ${address}`);
  return found;
};

/** A workbook with empty sheets of these names. */
export const buildWorkbook = (...sheetNames: string[]): WorkbookModel => createWorkbook('book.xlsx', sheetNames);

/** A sheet by name. */
export const sheetOf = (book: WorkbookModel, name: string): SheetModel => {
  const sheet = book.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** Writes one cell: text that begins with `=` is a formula, everything else a constant; `text` keeps even that as text. */
export const put = (sheet: SheetModel, address: string, content: CellValue | { readonly text: string }, format?: CellFormat): CellModel => {
  const { row, column } = rect(address);
  const cell: CellModel =
    typeof content === 'object' ? { value: content.text } : typeof content === 'string' && content.startsWith('=') ? { value: '', formula: content } : { value: content };
  if (format !== undefined) cell.format = format;
  sheet.cells.set(cellKey(row, column), cell);
  return cell;
};

/** Writes rows of cells from a top left cell on; `''` leaves the cell out. */
export const fill = (sheet: SheetModel, address: string, rows: readonly (readonly CellValue[])[]): void => {
  const { row, column } = rect(address);
  rows.forEach((values, down) =>
    values.forEach((value, right) => {
      if (value === '') return;
      sheet.cells.set(cellKey(row + down, column + right), typeof value === 'string' && value.startsWith('=') ? { value: '', formula: value } : { value });
    }),
  );
};

/** Makes a table of what stands in a range; its first row are the headers. */
export const addTable = (book: WorkbookModel, sheet: SheetModel, name: string, address: string, more: Partial<TableModel> = {}): TableModel => {
  const range = rect(address);
  const table: TableModel = {
    id: `{T${book.tables.length + 1}}`,
    name,
    sheet,
    range,
    columns: Array.from({ length: range.columnCount }, (_, index) => ({ id: index + 1, name: String(sheet.cells.get(cellKey(range.row, range.column + index))?.value ?? '') })),
    style: 'TableStyleMedium2',
    showTotals: false,
    showFilterButton: true,
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    filters: new Map(),
    ...more,
  };
  book.tables.push(table);
  return table;
};

/** The cell at an address, or an empty one. */
export const cellAt = (sheet: SheetModel, address: string): CellModel => {
  const { row, column } = rect(address);
  return sheet.cells.get(cellKey(row, column)) ?? { value: '' };
};
