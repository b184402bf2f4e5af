/** A workbook with the page's commands, without a page. */
import { createHost } from '../../src/host';
import { createCalculator } from '../../src/host/calc';
import { conditionalAppearances } from '../../src/host/calc/conditional-format';
import { loadEngine } from '../../src/host/calc/node';
import { formatValue } from '../../src/host/calc/number-format';
import { createWorkbook } from '../../src/host/model/workbook';
import { cellKey } from '../../src/host/model/types';
import type { CellModel, SheetModel } from '../../src/host/model/types';
import { parseRect } from '../../src/host/model/address';
import { createGridController } from '../../src/preview/grid/controller';
import type { GridController } from '../../src/preview/grid/controller';
import { createGridStore } from '../../src/preview/grid/state';
import { selectRect } from '../../src/preview/grid/selection';
import { createTextMeasure } from '../../src/preview/grid/text-measure';
import { createSession } from '../../src/preview/session/session';
import type { Session } from '../../src/preview/session/types';
import { layoutSheet } from '../../src/preview/sheet/layout';
import type { SheetLayout } from '../../src/preview/sheet/layout';

export const TODAY = '2025-11-17';
export const measure = createTextMeasure((character) => (character > '\u2e80' ? 14 : 7));

export interface Bench {
  readonly session: Session;
  readonly controller: GridController;
  readonly host: ReturnType<typeof createHost>;
  readonly opened: string[];
  sheet(): SheetModel;
  layout(): SheetLayout;
  /** pastes a block as text, as a person does */
  fill(address: string, rows: readonly (readonly string[])[]): void;
  select(address: string): void;
  cell(address: string): CellModel | undefined;
  text(address: string): string;
}

export function createBench(): Bench {
  loadEngine();
  const book = createWorkbook('test.xlsx', ['Sheet1', '对比 结果']);
  const calculator = createCalculator(book, { today: () => TODAY });
  const host = createHost({ book, today: () => TODAY, calculator: () => calculator, schedule: (task) => task() });
  const session = createSession(host, {
    calculator,
    today: () => TODAY,
    display: (cell) => formatValue(cell.value, cell.format?.numberFormat),
    appearances: (sheet, rect) => conditionalAppearances(calculator, sheet, rect),
    save: () => Promise.reject(new Error('not in this test')),
  });
  // A listener makes the host calculate after every change, as the page does.
  session.subscribe(() => undefined);
  const opened: string[] = [];
  const controller = createGridController(session, createGridStore(), (address) => opened.push(address));
  const sheet = () => book.activeSheet;
  const cell = (address: string) => {
    const rect = parseRect(address);
    return rect === undefined ? undefined : sheet().cells.get(cellKey(rect.row, rect.column));
  };
  return {
    session,
    controller,
    host,
    opened,
    sheet,
    layout: () => layoutSheet(sheet(), (one) => session.display(one).text, measure, { rows: 0, columns: 0 }),
    fill: (address, rows) => expect(host.user.edit(sheet().name, address, rows)).toBeUndefined(),
    select(address) {
      const rect = parseRect(address);
      if (rect === undefined) throw new Error(`no address: ${address}`);
      controller.select(selectRect(rect));
    },
    cell,
    text(address) {
      const found = cell(address);
      return found === undefined ? '' : session.display(found).text;
    },
  };
}
