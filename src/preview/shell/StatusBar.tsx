/** What the selected cells add up to, as Excel says it under the sheet. */
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { cellKey } from '../../host/model/types';
import type { GridController } from '../grid/controller';
import type { GridState } from '../grid/state';
import { useTexts } from '../i18n/context';

/** Largest block that is summed while the selection moves. */
const MAX_CELLS = 100_000;

export function StatusBar({ controller, state, version }: { controller: GridController; state: GridState; version: number }): ReactNode {
  const texts = useTexts();
  const { readOnly } = controller.session.book;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the workbook is changed in place; its version stands for its content
  const summary = useMemo(() => summarise(controller), [controller, state.selections, version, controller.sheet()]);
  return (
    <footer className="status-bar">
      <span role="status">{state.editing === undefined ? texts.statusReady : texts.statusEditing}</span>
      {readOnly && <span className="status-read-only">{texts.statusReadOnly}</span>}
      <span className="ribbon-space" />
      {summary !== undefined && (
        <span className="status-summary">
          {summary.average !== undefined && <span>{`${texts.statusAverage}: ${summary.average}`}</span>}
          <span>{`${texts.statusCount}: ${String(summary.count)}`}</span>
          {summary.sum !== undefined && <span>{`${texts.statusSum}: ${summary.sum}`}</span>}
        </span>
      )}
    </footer>
  );
}

/** Absent for a single cell and for a block of less than two filled cells. Numbers are shown in the format of the first. */
function summarise(controller: GridController): { count: number; sum: string | undefined; average: string | undefined } | undefined {
  const rect = controller.usedSelection();
  if (rect.rowCount * rect.columnCount === 1 || rect.rowCount * rect.columnCount > MAX_CELLS) return undefined;
  const sheet = controller.sheet();
  let count = 0;
  let numbers = 0;
  let sum = 0;
  let format: string | undefined;
  for (let row = rect.row; row < rect.row + rect.rowCount; row++) {
    for (let column = rect.column; column < rect.column + rect.columnCount; column++) {
      const cell = sheet.cells.get(cellKey(row, column));
      if (cell === undefined || cell.value === '') continue;
      count++;
      if (typeof cell.value !== 'number') continue;
      if (numbers++ === 0) format = cell.format?.numberFormat;
      sum += cell.value;
    }
  }
  if (count < 2) return undefined;
  const show = (value: number) => controller.session.display({ value, ...(format !== undefined && { format: { numberFormat: format } }) }).text;
  return { count, sum: numbers === 0 ? undefined : show(sum), average: numbers === 0 ? undefined : show(sum / numbers) };
}
