/** One sheet as the grid draws it: sizes of rows and columns, and what every cell looks like. Made anew after every change. */
import type { ConditionalAppearance } from '../../host/calc/conditional-format';
import type { CellFormat, Rect, SheetModel } from '../../host/model/types';
import { cellKey } from '../../host/model/types';
import type { Session } from '../session/types';
import type { TextMeasure } from '../grid/text-measure';
import { contains } from '../grid/selection';
import { cellView } from './cell-view';
import type { CellView } from './cell-view';
import { layoutSheet } from './layout';
import type { SheetLayout, UsedSize } from './layout';
import { hasLink } from './links';
import { spill } from './spill';
import type { Spill } from './spill';
import { tableAt, tableCellStyle } from './table-style';

export interface SheetView {
  readonly sheet: SheetModel;
  readonly layout: SheetLayout;
  /** Says which cells will be drawn, so that their rules are evaluated together. */
  prepare(rect: Rect): void;
  /** absent for a cell with nothing to draw */
  cell(row: number, column: number): CellView | undefined;
  /** The text as it fits, and the columns it covers. */
  spill(row: number, column: number, cell: CellView): Spill;
}

export function createSheetView(session: Session, sheet: SheetModel, measure: TextMeasure, extent: UsedSize): SheetView {
  const tables = session.book.tables.filter((table) => table.sheet === sheet);
  const rules = ruleReader(session, sheet);
  const displayed = new Map<number, { readonly text: string; readonly color?: string }>();
  const views = new Map<number, CellView | undefined>();

  function display(row: number, column: number) {
    const key = cellKey(row, column);
    let shown = displayed.get(key);
    if (shown === undefined) {
      const cell = sheet.cells.get(key);
      displayed.set(key, (shown = cell === undefined || cell.value === '' ? { text: '' } : session.display(cell)));
    }
    return shown;
  }

  const format = (row: number, column: number): CellFormat | undefined => {
    const cell = sheet.cells.get(cellKey(row, column));
    return cell !== undefined ? cell.format : (sheet.rows.get(row)?.format ?? sheet.columns.get(column)?.format);
  };

  function build(row: number, column: number): CellView | undefined {
    const cell = sheet.cells.get(cellKey(row, column));
    const table = tableAt(tables, row, column);
    const rule = rules.at(row, column);
    const own = format(row, column);
    const below = format(row + 1, column);
    const right = format(row, column + 1);
    if (cell === undefined && table === undefined && rule === undefined && own === undefined && below?.borders === undefined && right?.borders === undefined) return undefined;
    return cellView({
      cell,
      format: own,
      display: display(row, column),
      table: table === undefined ? {} : tableCellStyle(table, row, column),
      rule,
      linked: hasLink(cell),
      below,
      right,
    });
  }

  const isEmpty = (row: number, column: number): boolean => (sheet.cells.get(cellKey(row, column))?.value ?? '') === '';
  const layout = layoutSheet(sheet, (_, row, column) => display(row, column).text, measure, extent);
  return {
    sheet,
    layout,
    prepare: (rect) => rules.prepare(rect),
    cell(row, column) {
      const key = cellKey(row, column);
      if (!views.has(key)) views.set(key, build(row, column));
      return views.get(key);
    },
    spill: (row, column, { text, align, wrap }) =>
      spill({ text, align, wrap, column, value: sheet.cells.get(cellKey(row, column))?.value ?? '', format: format(row, column) }, layout.columns, (other) => isEmpty(row, other), measure),
  };
}

/** Evaluates conditional formats block by block, each cell once. */
function ruleReader(session: Session, sheet: SheetModel): { prepare(rect: Rect): void; at(row: number, column: number): ConditionalAppearance | undefined } {
  const found = new Map<number, ConditionalAppearance>();
  const blocks: Rect[] = [];
  function prepare(rect: Rect): void {
    if (sheet.conditionalFormats.length === 0 || rect.rowCount <= 0 || rect.columnCount <= 0) return;
    if (blocks.some((block) => contains(block, rect) && contains(block, { row: rect.row + rect.rowCount - 1, column: rect.column + rect.columnCount - 1 }))) return;
    blocks.push(rect);
    for (const [key, appearance] of session.appearances(sheet, rect)) found.set(key, appearance);
  }
  return {
    prepare,
    at(row, column) {
      if (!blocks.some((block) => contains(block, { row, column }))) prepare({ row, column, rowCount: 1, columnCount: 1 });
      return found.get(cellKey(row, column));
    },
  };
}
