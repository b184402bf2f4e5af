/** Opens an empty workbook in this page: host, formula engine, number formats, .xlsx writer. */
import { createHost } from '../../host';
import type { Host } from '../../host';
import { createCalculator, loadEngine } from '../../host/calc';
import type { FormulaCalculator } from '../../host/calc';
import { conditionalAppearances } from '../../host/calc/conditional-format';
import { formatValue } from '../../host/calc/number-format';
import { createWorkbook } from '../../host/model/workbook';
import { createSession } from './session';
import type { Session } from './types';

export interface Started {
  readonly host: Host;
  readonly session: Session;
}

/** @param today `YYYY-MM-DD` */
export async function startSession(today: () => string): Promise<Started> {
  await loadEngine();
  const book = createWorkbook('大促复盘.xlsx', ['Sheet1']);
  const calculator: FormulaCalculator = createCalculator(book, { today });
  const host = createHost({ book, today, calculator: () => calculator });
  const session = createSession(host, {
    calculator,
    today,
    display: (cell) => formatValue(cell.value, cell.format?.numberFormat),
    appearances: (sheet, rect) => conditionalAppearances(calculator, sheet, rect),
    // Loaded only when a file is wanted.
    save: async () => (await import('../../host/files/save')).saveWorkbook(book),
  });
  return { host, session };
}

/** The day on this computer, `YYYY-MM-DD`. */
export function computerDate(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
