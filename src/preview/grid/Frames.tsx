/** Frames that lie over the cells: the selection, the active cell, the block on the clipboard. */
import type { ReactNode } from 'react';
import type { Rect } from '../../host/model/types';
import type { SheetLayout } from '../sheet/layout';
import { rectOf } from '../sheet/layout';
import type { CellPosition } from './selection';
import { sameRect } from './selection';

interface FramesProps {
  readonly layout: SheetLayout;
  readonly selected: Rect;
  readonly active: CellPosition;
  readonly copied: Rect | undefined;
}

export function Frames({ layout, selected, active, copied }: FramesProps): ReactNode {
  const single = sameRect(selected, { ...active, rowCount: 1, columnCount: 1 });
  const block = place(layout, selected);
  const cell = place(layout, { ...active, rowCount: 1, columnCount: 1 });
  return (
    <div aria-hidden="true">
      {!single && <div className="frame frame-shade" style={{ ...block, clipPath: hole(block, cell) }} />}
      <div className="frame frame-selection" style={block} />
      {copied !== undefined && <div className="frame frame-copied" style={place(layout, copied)} />}
    </div>
  );
}

/** Frames lie one pixel over the lines of the cells before them. */
function place(layout: SheetLayout, { row, column, rowCount, columnCount }: Rect): { left: number; top: number; width: number; height: number } {
  const end = { row: Math.min(row + rowCount, layout.rows.count), column: Math.min(column + columnCount, layout.columns.count) };
  const rect = rectOf(layout, row, column, end.row - row, end.column - column);
  return { left: rect.left - 1, top: rect.top - 1, width: rect.width + 1, height: rect.height + 1 };
}

/** The shade leaves the active cell white. */
function hole(block: { left: number; top: number; width: number; height: number }, cell: { left: number; top: number; width: number; height: number }): string {
  const x0 = cell.left - block.left;
  const y0 = cell.top - block.top;
  const [w, h, x1, y1] = [block.width, block.height, x0 + cell.width, y0 + cell.height].map(String);
  const [x, y] = [String(x0), String(y0)];
  return `polygon(evenodd, 0 0, ${w}px 0, ${w}px ${h}px, 0 ${h}px, 0 0, ${x}px ${y}px, ${x1}px ${y}px, ${x1}px ${y1}px, ${x}px ${y1}px, ${x}px ${y}px)`;
}
