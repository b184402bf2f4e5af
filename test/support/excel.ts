import { createHost, type Host } from '../../src/host';
import { createCalculator, type CalculatorSnapshot, type FormulaCalculator } from '../../src/host/calc';
import { loadEngine } from '../../src/host/calc/node';
import type { CellModel, SheetModel, TableModel, WorkbookModel } from '../../src/host/model/types';
import { cellKey } from '../../src/host/model/types';
import { loadClient } from '../../src/host/transports/bridge';

export const TODAY = '2025-11-17';

/** Engines of earlier workbooks of this test file: their memory is given back, they start anew if asked again. */
const engines: FormulaCalculator[] = [];

/** A workbook, an empty one by default, with the real Office.js client on it, as global `Excel`. A member the host lacks fails the test by name. */
export async function startExcel(today = TODAY, book?: WorkbookModel, calculated?: CalculatorSnapshot): Promise<Host> {
  await loadEngine();
  for (const engine of engines.splice(0)) engine.dispose();
  const host = createHost({
    ...(book && { book }),
    calculator: (book) => {
      const calculator = createCalculator(book, { today: () => today }, calculated);
      engines.push(calculator);
      return calculator;
    },
    today: () => today,
    onNotImplemented: (member) => {
      throw new Error(`the host lacks ${member}`);
    },
  });
  useExcel(host);
  return host;
}

/** What was calculated when a saved workbook was opened first. */
const calculatedOf = new WeakMap<WorkbookModel, CalculatorSnapshot>();

/** An Excel that has opened a copy of a workbook as it is saved. */
export async function openCopy(book: WorkbookModel): Promise<Host> {
  const host = await startExcel(TODAY, structuredClone(book), calculatedOf.get(book));
  if (calculatedOf.has(book)) return host;
  host.calculate();
  const calculated = engines.at(-1)?.snapshot();
  if (calculated !== undefined) calculatedOf.set(book, calculated);
  return host;
}

/** Makes a new client on the host the global `Excel`: a pane opened (again). */
export function useExcel(host: Host, client = 'main'): void {
  const { Excel, OfficeExtension } = loadClient(host, { client });
  Object.assign(globalThis, { Excel, OfficeExtension });
}

export const tableOf = (book: WorkbookModel, name: string): TableModel => {
  const table = book.tables.find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
};

export const sheetNamed = (book: WorkbookModel, name: string): SheetModel => {
  const sheet = book.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** Values of a table's rows by header, calculated. */
export function rowsOf(host: Host, name: string): Record<string, CellModel['value']>[] {
  host.calculate();
  const { sheet, range, columns } = tableOf(host.book, name);
  return Array.from({ length: range.rowCount - 1 }, (_, row) =>
    Object.fromEntries(columns.map((column, index) => [column.name, sheet.cells.get(cellKey(range.row + 1 + row, range.column + index))?.value ?? ''])));
}

/** A1 address of the cell of a table's row (0-based) and header. */
export function addressOf(book: WorkbookModel, name: string, row: number, header: string): { sheet: string; address: string } {
  const { sheet, range, columns } = tableOf(book, name);
  const index = columns.findIndex((column) => column.name === header);
  if (index < 0) throw new Error(`no column ${header} in ${name}`);
  let letters = '';
  for (let rest = range.column + index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return { sheet: sheet.name, address: `${letters}${range.row + 2 + row}` };
}

/**
 * Everything a person could see or a file could hold, without ids that Excel hands out: for "the same workbook".
 * Empty cells without format do not count.
 */
export function contentOf(host: Host): unknown {
  host.calculate();
  const { book } = host;
  return {
    sheets: book.sheets.map((sheet) => ({
      name: sheet.name, visibility: sheet.visibility, tabColor: sheet.tabColor, gridlines: sheet.showGridlines, frozen: sheet.frozen, page: sheet.pageLayout, merges: sheet.merges,
      cells: [...sheet.cells].sort(([a], [b]) => a - b).filter(([, cell]) => cell.value !== '' || cell.formula !== undefined || cell.format !== undefined)
        .map(([key, { value, formula, format, hyperlink }]) => [key, value, formula, format, hyperlink]),
      columns: [...sheet.columns].sort(([a], [b]) => a - b), // a fitted height follows the content
      rows: [...sheet.rows].filter(([, row]) => row.fitted !== true || row.hidden === true).sort(([a], [b]) => a - b),
      rules: sheet.conditionalFormats.map(({ ranges, rule, stopIfTrue }) => ({ ranges, rule, stopIfTrue })), validations: sheet.validations,
      charts: sheet.charts.map(({ id: _, ...chart }) => chart),
    })),
    tables: book.tables.map(({ name, sheet, range, columns, style, showTotals }) => ({ name, sheet: sheet.name, range, columns: columns.map((column) => [column.name, column.calculatedFormula]), style, showTotals })).sort((a, b) => a.name.localeCompare(b.name)),
    names: [...book.names].sort((a, b) => a.name.localeCompare(b.name)),
    settings: [...book.settings],
  };
}
