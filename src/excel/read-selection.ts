import { ExcelFailure } from './run';

/** Cells of the open workbook: values with the formats that say what they mean. */
export interface CopiedRange {
  readonly sheet: string;
  /** `Sheet1!B3:F20` */
  readonly address: string;
  /** from the top, as they were read */
  readonly pieces: readonly RangePiece[];
}

/** Some rows of the range. */
export interface RangePiece {
  readonly values: readonly (readonly (string | number | boolean)[])[];
  readonly numberFormat: readonly (readonly string[])[];
  /** 1-based row of the sheet */
  readonly firstRow: number;
}

/** Cells asked for in one round trip: Excel on the web refuses answers over 5 MB. */
const cellsAtOnce = 20_000;
/** Rows at once when the cells hold long texts: the piece is halved until it fits. */
const leastRows = 1;
/** More cells than this are a file, not a selection. */
const mostCells = 5_000_000;

/**
 * Reads the selection, or the whole active sheet from its first row, in pieces below the limit of a payload. The selection is cut to the
 * cells in use; a single cell means the block around it.
 * @throws ExcelFailure `nothing-selected` when there is nothing in it, `too-large` when it is too much
 */
export async function readCells(context: Excel.RequestContext, what: 'selection' | 'sheet', signal?: AbortSignal): Promise<CopiedRange> {
  const { row, column, rows, columns, sheet, address } = what === 'selection' ? await selected(context) : await wholeSheet(context);
  if (rows * columns > mostCells) throw new ExcelFailure('too-large');
  const pieces: RangePiece[] = [];
  let done = 0;
  let size = Math.max(leastRows, Math.floor(cellsAtOnce / columns));
  while (done < rows) {
    signal?.throwIfAborted();
    const count = Math.min(size, rows - done);
    const piece = await readPiece(context, sheet, row + done, column, count, columns);
    if (piece === 'too-large') {
      if (size === leastRows) throw new ExcelFailure('too-large', sheet);
      size = Math.max(leastRows, size >> 1);
      continue;
    }
    pieces.push(piece);
    done += count;
  }
  return { sheet, address, pieces };
}

interface Place {
  readonly sheet: string;
  readonly address: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

async function selected(context: Excel.RequestContext): Promise<Place> {
  const selection = context.workbook.getSelectedRange();
  selection.load('cellCount');
  const around = selection.getSurroundingRegion().load('address,rowIndex,columnIndex,rowCount,columnCount');
  const used = selection.getUsedRangeOrNullObject(true).load('address,rowIndex,columnIndex,rowCount,columnCount');
  const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
  await context.sync();
  const single = selection.cellCount === 1;
  if (!single && used.isNullObject) throw new ExcelFailure('nothing-selected', sheet.name);
  const range = single ? around : used;
  if (single && range.rowCount * range.columnCount === 1) throw new ExcelFailure('nothing-selected', sheet.name);
  return { sheet: sheet.name, address: range.address, row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

/** From the first row, so that line numbers are the sheet's own. */
async function wholeSheet(context: Excel.RequestContext): Promise<Place> {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load('name');
  const used = sheet.getUsedRangeOrNullObject(true).load('address,rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject) throw new ExcelFailure('nothing-selected', sheet.name);
  return { sheet: sheet.name, address: used.address, row: 0, column: used.columnIndex, rows: used.rowIndex + used.rowCount, columns: used.columnCount };
}

async function readPiece(context: Excel.RequestContext, sheet: string, row: number, column: number, rows: number, columns: number): Promise<RangePiece | 'too-large'> {
  const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rows, columns);
  range.load('values,numberFormat');
  try {
    await context.sync();
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (code === 'ResponsePayloadSizeLimitExceeded') return 'too-large';
    throw error;
  }
  return { values: range.values as (string | number | boolean)[][], numberFormat: range.numberFormat as string[][], firstRow: row + 1 };
}
