/** One row of cells. Drawn again only when the sheet, its place or its selection changed. */
import { memo } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import type { CellView } from '../sheet/cell-view';
import type { SheetView } from '../sheet/sheet-view';
import { offsetOf, sizeOf } from './axis';
import { HEADER_WIDTH } from './viewport';

interface RowProps {
  readonly view: SheetView;
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly top: number;
  readonly height: number;
  /** class of the row's number; absent where another part of the grid shows it */
  readonly header: string | undefined;
  /** -1: the active cell is elsewhere */
  readonly activeColumn: number;
}

export const cellId = (row: number, column: number): string => `cell-${String(row)}-${String(column)}`;

export const Row = memo(function Row({ view, row, from, to, left, top, height, header, activeColumn }: RowProps): ReactNode {
  const cells: ReactNode[] = [];
  for (let column = from; column < to; column++) {
    if (sizeOf(view.layout.columns, column) === 0) continue;
    const cell = view.cell(row, column);
    if (cell === undefined && column !== activeColumn) continue;
    cells.push(<Cell key={column} view={view} cell={cell} row={row} column={column} left={left} active={column === activeColumn} />);
  }
  const before = <SpillFromLeft key="before" view={view} row={row} from={from} left={left} />;
  if (cells.length === 0 && header === undefined) return spillingColumn(view, row, from) === undefined ? null : <div className="row" style={{ top, height }}>{before}</div>;
  return (
    <div role="row" aria-rowindex={row + 2} className="row" style={{ top, height }}>
      {header !== undefined && (
        <div role="rowheader" aria-colindex={1} className={`row-header ${header}`} style={{ width: HEADER_WIDTH, height }}>
          {row + 1}
        </div>
      )}
      {before}
      {cells}
    </div>
  );
});

/** Farthest a text comes from, in columns. */
const REACH = 40;

/** The cell left of this part whose text runs into it. */
function spillingColumn(view: SheetView, row: number, from: number): number | undefined {
  for (let column = from - 1; column >= Math.max(from - REACH, 0); column--) {
    const cell = view.cell(row, column);
    if (cell === undefined || cell.text === '') continue;
    return view.spill(row, column, cell).lastColumn >= from ? column : undefined;
  }
  return undefined;
}

/** Text of a cell in another part of the sheet (frozen, or not drawn) that runs into this one; its cell tells screen readers. */
function SpillFromLeft({ view, row, from, left }: { view: SheetView; row: number; from: number; left: number }): ReactNode {
  const column = spillingColumn(view, row, from);
  const cell = column === undefined ? undefined : view.cell(row, column);
  if (column === undefined || cell === undefined) return null;
  const { columns } = view.layout;
  const { lastColumn } = view.spill(row, column, cell);
  const start = offsetOf(columns, column);
  const { background: _background, borderBottom: _bottom, borderRight: _right, boxShadow: _shadow, ...box } = cell.box;
  return (
    <div aria-hidden="true" className="cell cell-spilled" style={{ ...box, left: left + start, width: offsetOf(columns, lastColumn + 1) - start, overflow: 'hidden', pointerEvents: 'none' }}>
      <span className="cell-text" style={cell.font}>
        {cell.text}
      </span>
    </div>
  );
}

interface CellProps {
  readonly view: SheetView;
  readonly cell: CellView | undefined;
  readonly row: number;
  readonly column: number;
  readonly left: number;
  readonly active: boolean;
}

function Cell({ view, cell, row, column, left, active }: CellProps): ReactNode {
  const { columns } = view.layout;
  const width = sizeOf(columns, column);
  const place: CSSProperties = { left: left + offsetOf(columns, column), width };
  const common = { id: cellId(row, column), role: 'gridcell', 'aria-colindex': column + 2, ...(active && { 'aria-selected': true }) } as const;
  if (cell === undefined) return <div {...common} className="cell" style={place} />;
  const { text, firstColumn, lastColumn } = view.spill(row, column, cell);
  const spilled = firstColumn < column || lastColumn > column;
  const room = spilled ? offsetOf(columns, lastColumn + 1) - offsetOf(columns, firstColumn) : undefined;
  return (
    <div {...common} className={classOf(cell, spilled)} style={{ ...place, ...cell.box }}>
      {cell.bar !== undefined && <span className="data-bar" style={{ left: percent(cell.bar.from), width: percent(cell.bar.to - cell.bar.from), background: cell.bar.color }} />}
      <span className={cell.linked ? 'cell-text cell-link' : 'cell-text'} style={room === undefined ? cell.font : { ...cell.font, flex: 'none', maxWidth: room - 6, overflow: 'hidden' }}>
        {text}
      </span>
    </div>
  );
}

const percent = (fraction: number): string => `${(fraction * 100).toFixed(1)}%`;

function classOf(cell: CellView, spilled: boolean): string {
  return ['cell', cell.box.background === undefined ? '' : 'cell-filled', cell.wrap ? 'cell-wrap' : '', spilled ? 'cell-spilled' : '', cell.shrink ? 'cell-shrink' : ''].filter(Boolean).join(' ');
}
