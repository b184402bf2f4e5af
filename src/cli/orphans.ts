import { cellKey, type WorkbookModel } from '../host/model/types';
import { messages, type Language } from '../i18n';
import { findOrphans } from '../retro/evidence';
import { chainTables } from '../workbook/chain';
import { sheetOfTable, type TableSnapshot } from '../workbook/snapshot';
import type { TableName } from '../workbook/plan';

/** A flag of the report. */
interface ReportFlag {
  readonly where: string;
  readonly code: string;
  readonly text: string;
  readonly suggestion: string;
}

/** Gaps in the chain of evidence as flags of the report: what the cover counts and the pane lists, read from the finished workbook. */
export function orphanFlags(book: WorkbookModel, language: Language): readonly ReportFlag[] {
  const words = messages[language].cli.orphans;
  return findOrphans(chainTables({ tables: tablesOf(book) })).map(({ code, where, text }) => ({ where, code, ...words[code](text) }));
}

/** Our tables with their calculated values. */
function tablesOf(book: WorkbookModel): ReadonlyMap<TableName, TableSnapshot> {
  return new Map(book.tables.flatMap(({ name, sheet, range, columns, showTotals }) => {
    if (!Object.hasOwn(sheetOfTable, name)) return [];
    const rows = Array.from({ length: range.rowCount - (showTotals ? 2 : 1) }, (_, row) => columns.map((__, column) => sheet.cells.get(cellKey(range.row + 1 + row, range.column + column))?.value ?? ''));
    return [[name as TableName, { name: name as TableName, sheet: sheet.name, row: range.row, column: range.column, headers: columns.map((column) => column.name), rows, filtered: false, contentBelow: false }] as const];
  }));
}
