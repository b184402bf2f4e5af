/** Everything a file keeps of a workbook, without the ids that Excel hands out: for "the same workbook". */
import type { ChartModel, WorkbookModel } from '../../../src/host/model/types';

const byKey = <T>(map: ReadonlyMap<number, T>): [number, T][] => [...map].sort(([a], [b]) => a - b);
/** The file counts places in units of 1/12,700 point. */
const place = (points: number): number => Math.round(points * 1000) / 1000;
const chartContent = ({ id: _, left, top, width, height, ...chart }: ChartModel): unknown => ({ ...chart, left: place(left), top: place(top), width: place(width), height: place(height) });

export const bookContent = (book: WorkbookModel): unknown => ({
  sheets: book.sheets.map((sheet) => ({
    ...sheet,
    id: undefined,
    tabColor: sheet.tabColor.toUpperCase(),
    cells: byKey(sheet.cells).filter(([, cell]) => cell.value !== '' || cell.formula !== undefined || cell.format !== undefined || cell.hyperlink !== undefined),
    rows: byKey(sheet.rows),
    columns: byKey(sheet.columns),
    conditionalFormats: sheet.conditionalFormats.map(({ id: _, ...rule }) => ({ ...rule, ranges: [...rule.ranges].sort((a, b) => a.row - b.row || a.column - b.column) })),
    charts: sheet.charts.map(chartContent),
    customProperties: [...sheet.customProperties],
    protection: { ...sheet.protection, password: undefined, passwordHash: undefined },
  })),
  tables: book.tables.map(({ id: _, sheet, filters, ...table }) => ({ ...table, sheet: sheet.name, filters: [...filters] })),
  names: [...book.names].sort((a, b) => (a.name < b.name ? -1 : 1)),
  settings: [...book.settings],
  properties: { ...book.properties, custom: [...book.properties.custom] },
  active: book.activeSheet.name,
  selection: book.selection,
});
