/** What the references of a chart show: the values that a chart part carries along so that it can be drawn without calculating. */
import { parseAddress } from '../model/address';
import { type CellModel, cellKey, type CellValue, type SheetModel, type WorkbookModel } from '../model/types';

/** The cells of a reference in reading order, without hidden rows and columns, which charts leave out; `undefined` for a reference to nothing. */
const visibleCells = (reference: string, book: WorkbookModel): (CellModel | undefined)[] | undefined => {
  const address = parseAddress(reference.replace(/^=/, ''));
  const sheet: SheetModel | undefined = book.sheets.find(({ name }) => name.toLowerCase() === address?.sheet?.toLowerCase());
  if (address === undefined || sheet === undefined) return undefined;
  const { row, column, rowCount, columnCount } = address.rect;
  const cells: (CellModel | undefined)[] = [];
  for (let r = row; r < row + rowCount; r += 1) {
    const band = sheet.rows.get(r);
    if (band?.hidden === true || band?.filtered === true) continue;
    for (let c = column; c < column + columnCount; c += 1) {
      if (sheet.columns.get(c)?.hidden !== true) cells.push(sheet.cells.get(cellKey(r, c)));
    }
  }
  return cells;
};

export interface ChartData {
  /** text or numbers by position; empty and wrong cells are left out */
  readonly points: ReadonlyMap<number, CellValue>;
  readonly count: number;
  /** number format of the first number */
  readonly format: string;
}

const collect = (reference: string, book: WorkbookModel, accept: (cell: CellModel) => boolean): ChartData | undefined => {
  const cells = visibleCells(reference, book);
  if (cells === undefined) return undefined;
  const points = new Map<number, CellValue>();
  cells.forEach((cell, index) => {
    if (cell !== undefined && cell.value !== '' && accept(cell)) points.set(index, cell.value);
  });
  const firstNumber = cells.find((cell) => typeof cell?.value === 'number');
  return { points, count: cells.length, format: firstNumber?.format?.numberFormat ?? 'General' };
};

/** The numbers of a series. Text and errors are gaps. */
export const seriesData = (reference: string, book: WorkbookModel): ChartData | undefined => collect(reference, book, ({ value }) => typeof value === 'number');

/** Labels: whatever the cells show. */
export const labelData = (reference: string, book: WorkbookModel): ChartData | undefined => collect(reference, book, () => true);
