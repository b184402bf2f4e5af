/** Cell formats: immutable, shared between cells, stored on cells, whole rows and whole columns. */
import { isWholeColumns, isWholeRows } from './address';
import { cellKey, MAX_COLUMNS, type CellFormat, type CellModel, type Rect, type SheetModel } from './types';

type Shared = Map<string, CellFormat>;
const shared: Shared = new Map();

/** The one shared object for this format; `undefined` when nothing differs from Excel's default. */
export function shareFormat(format: CellFormat): CellFormat | undefined {
  const entries = Object.entries(format)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return undefined;
  const key = JSON.stringify(entries);
  const known = shared.get(key);
  if (known) return known;
  const made = Object.freeze(Object.fromEntries(entries)) as CellFormat;
  shared.set(key, made);
  return made;
}

/** A change of formats: what a cell with this format has afterwards. */
export type FormatChange = (format: CellFormat) => CellFormat;

const EMPTY: CellFormat = Object.freeze({});

/** The format a cell has, or would have if it were written: its own, else its row's, else its column's. */
export function formatAt(sheet: SheetModel, row: number, column: number): CellFormat {
  const cell = sheet.cells.get(cellKey(row, column));
  return (cell ? cell.format : inheritedFormat(sheet, row, column)) ?? EMPTY;
}

/** The format of a cell that does not exist yet. */
export const inheritedFormat = (sheet: SheetModel, row: number, column: number): CellFormat | undefined => sheet.rows.get(row)?.format ?? sheet.columns.get(column)?.format;

/** True when the cell holds nothing and looks like a cell that does not exist. */
export const isBlank = (cell: CellModel): boolean => cell.value === '' && cell.formula === undefined && cell.hyperlink === undefined;

/** Sets or removes the optional format of a record. */
export function assignFormat(target: { format?: CellFormat }, format: CellFormat | undefined): void {
  if (format) target.format = format;
  else delete target.format;
}

/** Changes the format of every cell of a rectangle. Whole rows and columns are stored as such, not cell by cell. */
export function changeFormats(sheet: SheetModel, rect: Rect, change: FormatChange): void {
  const known = new Map<CellFormat | undefined, CellFormat | undefined>();
  const changed = (format: CellFormat | undefined): CellFormat | undefined => {
    if (known.has(format)) return known.get(format);
    const result = shareFormat(change(format ?? EMPTY));
    known.set(format, result);
    return result;
  };
  if (isWholeColumns(rect)) changeBands(sheet, sheet.columns, rect.column, rect.columnCount, (key) => key % MAX_COLUMNS, changed);
  else if (isWholeRows(rect)) changeBands(sheet, sheet.rows, rect.row, rect.rowCount, (key) => Math.floor(key / MAX_COLUMNS), changed);
  else changeCells(sheet, rect, changed);
}

function changeCells(sheet: SheetModel, rect: Rect, changed: (format: CellFormat | undefined) => CellFormat | undefined): void {
  for (let row = rect.row; row < rect.row + rect.rowCount; row++)
    for (let column = rect.column; column < rect.column + rect.columnCount; column++) {
      const key = cellKey(row, column);
      const cell = sheet.cells.get(key);
      const inherited = inheritedFormat(sheet, row, column);
      const format = changed(cell ? cell.format : inherited);
      if (cell) {
        assignFormat(cell, format);
        if (isBlank(cell) && format === inherited) sheet.cells.delete(key);
      } else if (format !== inherited) sheet.cells.set(key, format ? { value: '', format } : { value: '' });
    }
}

/** Rows or columns from `start`; cells that exist in them are changed too, so that they keep showing what was asked for. */
function changeBands(
  sheet: SheetModel,
  bands: Map<number, { format?: CellFormat }>,
  start: number,
  count: number,
  bandOf: (key: number) => number,
  changed: (format: CellFormat | undefined) => CellFormat | undefined,
): void {
  for (let index = start; index < start + count; index++) {
    const band = bands.get(index) ?? {};
    assignFormat(band, changed(band.format));
    if (Object.keys(band).length > 0) bands.set(index, band);
    else bands.delete(index);
  }
  for (const [key, cell] of sheet.cells) {
    const band = bandOf(key);
    if (band >= start && band < start + count) assignFormat(cell, changed(cell.format));
  }
}

/** The value that all cells of a rectangle share, `null` when they differ. Looks at bands when the rectangle is unbounded. */
export function commonFormat<T>(sheet: SheetModel, rect: Rect, read: (format: CellFormat) => T): T | null {
  const formats = new Set<CellFormat>();
  if (isWholeColumns(rect)) for (let column = rect.column; column < rect.column + rect.columnCount; column++) formats.add(sheet.columns.get(column)?.format ?? EMPTY);
  else if (isWholeRows(rect)) for (let row = rect.row; row < rect.row + rect.rowCount; row++) formats.add(sheet.rows.get(row)?.format ?? EMPTY);
  else
    for (let row = rect.row; row < rect.row + rect.rowCount; row++)
      for (let column = rect.column; column < rect.column + rect.columnCount; column++) formats.add(formatAt(sheet, row, column));
  const values = [...formats].map(read);
  return values.every((value) => JSON.stringify(value) === JSON.stringify(values[0])) ? (values[0] ?? null) : null;
}
