/** One of the four parts that frozen rows and columns cut a sheet into: grid lines, cells and what floats above them. */
import { memo } from 'react';
import type { ReactNode } from 'react';
import { columnName } from '../../host/model/address';
import type { Rect } from '../../host/model/types';
import type { SheetView } from '../sheet/sheet-view';
import { offsetOf, sizeOf } from './axis';
import { Row } from './Row';
import { HEADER_HEIGHT, HEADER_WIDTH } from './viewport';
import type { Span } from './viewport';

export interface QuadrantProps {
  readonly name: 'corner' | 'top' | 'left' | 'main';
  readonly view: SheetView;
  readonly rows: Span;
  readonly columns: Span;
  readonly selected: Rect;
  readonly wholeRows: boolean;
  readonly wholeColumns: boolean;
  readonly active: { readonly row: number; readonly column: number };
  /** selection frames, copied frame, charts: drawn from the sheet's top left corner */
  readonly children: ReactNode;
}

export function Quadrant(props: QuadrantProps): ReactNode {
  const { name, view, rows, columns, selected, active } = props;
  const { layout } = view;
  const withColumnHeaders = name === 'corner' || name === 'top';
  const withRowHeaders = name === 'corner' || name === 'left';
  const left = (withRowHeaders ? HEADER_WIDTH : 0) - (name === 'top' || name === 'main' ? offsetOf(layout.columns, layout.frozen.columns) : 0);
  const top = (withColumnHeaders ? HEADER_HEIGHT : 0) - (name === 'left' || name === 'main' ? offsetOf(layout.rows, layout.frozen.rows) : 0);
  const height = offsetOf(layout.rows, rows.to) - offsetOf(layout.rows, rows.from);
  const width = offsetOf(layout.columns, columns.to) - offsetOf(layout.columns, columns.from);
  return (
    <div className={`quadrant quadrant-${name}`} role="rowgroup">
      {view.sheet.showGridlines && <GridLines view={view} rows={rows} columns={columns} left={left} top={top} width={width} height={height} />}
      {withColumnHeaders && (
        <div role="row" aria-rowindex={1} className="column-headers" style={{ height: HEADER_HEIGHT }}>
          {withRowHeaders && <div role="columnheader" aria-colindex={1} className="select-all" style={{ width: HEADER_WIDTH, height: HEADER_HEIGHT }}><span className="visually-hidden">A1:XFD1048576</span></div>}
          {visibleItems(columns, (column) => sizeOf(layout.columns, column)).map((column) => (
            <div
              key={column}
              role="columnheader"
              aria-colindex={column + 2}
              className={headerClass(column >= selected.column && column < selected.column + selected.columnCount, props.wholeColumns)}
              style={{ left: left + offsetOf(layout.columns, column), width: sizeOf(layout.columns, column), height: HEADER_HEIGHT }}
            >
              {columnName(column)}
            </div>
          ))}
        </div>
      )}
      {visibleItems(rows, (row) => sizeOf(layout.rows, row)).map((row) => {
        const highlighted = row >= selected.row && row < selected.row + selected.rowCount;
        return (
          <Row
            key={row}
            view={view}
            row={row}
            from={columns.from}
            to={columns.to}
            left={left}
            top={top + offsetOf(layout.rows, row)}
            height={sizeOf(layout.rows, row)}
            header={withRowHeaders ? headerClass(highlighted, props.wholeRows) : undefined}
            activeColumn={active.row === row && active.column >= columns.from && active.column < columns.to ? active.column : -1}
          />
        );
      })}
      <div className="floating" style={{ left: withRowHeaders ? HEADER_WIDTH : 0, top: withColumnHeaders ? HEADER_HEIGHT : 0 }}>
        <div className="floating-origin" style={{ left: left - (withRowHeaders ? HEADER_WIDTH : 0), top: top - (withColumnHeaders ? HEADER_HEIGHT : 0) }}>
          {props.children}
        </div>
      </div>
    </div>
  );
}

const headerClass = (highlighted: boolean, whole: boolean): string => (highlighted ? (whole ? 'header header-whole' : 'header header-selected') : 'header');

function visibleItems(span: Span, size: (index: number) => number): number[] {
  const items: number[] = [];
  for (let index = span.from; index < span.to; index++) if (size(index) > 0) items.push(index);
  return items;
}

interface GridLinesProps {
  readonly view: SheetView;
  readonly rows: Span;
  readonly columns: Span;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Lines at the end of every row and column, under the cells. */
const GridLines = memo(function GridLines({ view: { layout }, rows, columns, left, top, width, height }: GridLinesProps): ReactNode {
  const x = left + offsetOf(layout.columns, columns.from);
  const y = top + offsetOf(layout.rows, rows.from);
  return (
    <div aria-hidden="true">
      {visibleItems(rows, (row) => sizeOf(layout.rows, row)).map((row) => (
        <div key={`r${String(row)}`} className="grid-line" style={{ left: x, top: top + offsetOf(layout.rows, row + 1) - 1, width, height: 1 }} />
      ))}
      {visibleItems(columns, (column) => sizeOf(layout.columns, column)).map((column) => (
        <div key={`c${String(column)}`} className="grid-line" style={{ left: left + offsetOf(layout.columns, column + 1) - 1, top: y, width: 1, height }} />
      ))}
    </div>
  );
});
