/** Copy, cut, paste, clear and fill of blocks of cells. */
import { translateFormula } from '../../host/model/formula';
import type { CellModel, Rect, SheetModel } from '../../host/model/types';
import { MAX_COLUMNS, MAX_ROWS, cellKey } from '../../host/model/types';
import type { CellEntry, CopiedCell } from '../session/types';
import { sizeOf } from './axis';
import type { GridController } from './controller';
import { selectRect } from './selection';
import { fromTsv, toTsv } from './tsv';
import type { SheetLayout } from '../sheet/layout';

/** Largest block that is copied or pasted at once. */
const MAX_CELLS = 200_000;

/** Text of the selected block for the clipboard, what the cells show, without filtered or hidden rows; marks the block as copied. */
export function copyBlock(controller: GridController, layout: SheetLayout, cut: boolean): string {
  const sheet = controller.sheet();
  const rect = controller.usedSelection();
  const rows: string[][] = [];
  for (let row = rect.row; row < rect.row + rect.rowCount && rows.length * rect.columnCount < MAX_CELLS; row++) {
    if (sizeOf(layout.rows, row) === 0) continue;
    rows.push(
      Array.from({ length: rect.columnCount }, (_, index) => {
        const cell = sheet.cells.get(cellKey(row, rect.column + index));
        return cell === undefined || cell.value === '' ? '' : controller.session.display(cell).text;
      }),
    );
  }
  const text = toTsv(rows);
  controller.store.set({ copied: { sheet, rect, cut, text } });
  return text;
}

/** Puts clipboard text at the selection: cells copied here come with formulas and formats, other text as if typed. */
export function pasteBlock(controller: GridController, text: string): void {
  if (text === '') return;
  const { store } = controller;
  const { copied } = store.get();
  const sheet = controller.sheet();
  const target = controller.usedSelection();
  const own = copied !== undefined && sameText(copied.text, text) ? copied : undefined;
  const source = own === undefined ? textSource(text) : cellSource(own.sheet, own.rect);
  const area = repeated(target, source.rowCount, source.columnCount);
  if (area.rowCount * area.columnCount > MAX_CELLS) {
    controller.refused({ reason: 'too-large' });
    return;
  }
  const entries: CellEntry[] = own?.cut ? emptied(own.rect, own.sheet === sheet) : [];
  for (let row = 0; row < area.rowCount; row++) {
    for (let column = 0; column < area.columnCount; column++) {
      entries.push({ row: area.row + row, column: area.column + column, entry: source.at(row % source.rowCount, column % source.columnCount, area.row + row, area.column + column, own?.cut === true) });
    }
  }
  if (controller.refused(controller.session.enter(sheet, entries))) return;
  if (own?.cut) {
    if (own.sheet !== sheet) controller.session.enter(own.sheet, emptied(own.rect, true));
    store.set({ copied: undefined });
  }
  controller.select(selectRect(area), false);
}

/** Clipboards of other systems change line ends. */
const sameText = (a: string, b: string): boolean => a.replaceAll('\r\n', '\n').trimEnd() === b.replaceAll('\r\n', '\n').trimEnd();

interface PasteSource {
  readonly rowCount: number;
  readonly columnCount: number;
  at(row: number, column: number, toRow: number, toColumn: number, moved: boolean): string | CopiedCell;
}

function textSource(text: string): PasteSource {
  const rows = fromTsv(text);
  return { rowCount: rows.length, columnCount: rows[0]?.length ?? 1, at: (row, column) => rows[row]?.[column] ?? '' };
}

function cellSource(sheet: SheetModel, rect: Rect): PasteSource {
  const cells: (CellModel | undefined)[][] = Array.from({ length: rect.rowCount }, (_, row) =>
    Array.from({ length: rect.columnCount }, (__, column) => {
      const cell = sheet.cells.get(cellKey(rect.row + row, rect.column + column));
      return cell === undefined ? undefined : { ...cell };
    }),
  );
  return {
    rowCount: rect.rowCount,
    columnCount: rect.columnCount,
    at: (row, column, toRow, toColumn, moved) =>
      copyOf(cells[row]?.[column], moved ? 0 : toRow - rect.row - row, moved ? 0 : toColumn - rect.column - column),
  };
}

function copyOf(cell: CellModel | undefined, rows: number, columns: number): CopiedCell {
  if (cell === undefined) return { value: '' };
  return {
    value: cell.value,
    ...(cell.formula !== undefined && { formula: translateFormula(cell.formula, rows, columns) }),
    ...(cell.format !== undefined && { format: cell.format }),
    ...(cell.hyperlink !== undefined && { hyperlink: cell.hyperlink }),
  };
}

/** One copied cell fills the selected block; a block whose size divides the selection is repeated; else it is pasted once. */
function repeated(target: Rect, rowCount: number, columnCount: number): Rect {
  const rows = target.rowCount % rowCount === 0 ? target.rowCount : rowCount;
  const columns = target.columnCount % columnCount === 0 ? target.columnCount : columnCount;
  return { row: target.row, column: target.column, rowCount: Math.min(rows, MAX_ROWS - target.row), columnCount: Math.min(columns, MAX_COLUMNS - target.column) };
}

function emptied(rect: Rect, wanted: boolean): CellEntry[] {
  if (!wanted) return [];
  return Array.from({ length: rect.rowCount * rect.columnCount }, (_, index) => ({
    row: rect.row + Math.floor(index / rect.columnCount),
    column: rect.column + (index % rect.columnCount),
    entry: '',
  }));
}

/** Delete: empties the cells of the selection that hold something; formats stay. */
export function clearBlock(controller: GridController): void {
  const sheet = controller.sheet();
  const rect = controller.usedSelection();
  const entries = emptied(rect, rect.rowCount * rect.columnCount <= MAX_CELLS).filter(({ row, column }) => {
    const cell = sheet.cells.get(cellKey(row, column));
    return cell !== undefined && (cell.value !== '' || cell.formula !== undefined);
  });
  if (entries.length > 0) controller.refused(controller.session.enter(sheet, entries));
}

/** Ctrl+D and Ctrl+R: the first row (column) of the block goes into the others, formulas shifted; a single cell takes its neighbour's content. */
export function fillBlock(controller: GridController, direction: 'down' | 'right'): void {
  const sheet = controller.sheet();
  const chosen = controller.usedSelection();
  const down = direction === 'down';
  const single = down ? chosen.rowCount === 1 : chosen.columnCount === 1;
  if (single && (down ? chosen.row : chosen.column) === 0) return;
  const rect = !single ? chosen : down ? { ...chosen, row: chosen.row - 1, rowCount: 2 } : { ...chosen, column: chosen.column - 1, columnCount: 2 };
  const source = cellSource(sheet, down ? { ...rect, rowCount: 1 } : { ...rect, columnCount: 1 });
  const entries: CellEntry[] = [];
  for (let row = down ? 1 : 0; row < rect.rowCount; row++) {
    for (let column = down ? 0 : 1; column < rect.columnCount; column++) {
      entries.push({ row: rect.row + row, column: rect.column + column, entry: source.at(down ? 0 : row, down ? column : 0, rect.row + row, rect.column + column, false) });
    }
  }
  controller.refused(controller.session.enter(sheet, entries));
}
