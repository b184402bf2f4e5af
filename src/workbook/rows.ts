import { languages, messages } from '../i18n';
import type { TableName, WorkbookPlan } from './plan';
import type { TableSnapshot, WorkbookSnapshot } from './snapshot';

/** A row of a table as it stands, its cells by the stable keys of the columns. */
export interface BookRow {
  readonly table: TableName;
  /** 0-based among the data rows */
  readonly index: number;
  /** '' for a row that has none yet */
  readonly id: string;
  /** trimmed text of a cell; '' when it is empty or the column is gone */
  readonly text: (key: string) => string;
}

/** Place of each column in a table, by key; headers are known in every language, wherever people moved them. */
export function columnPlaces(table: TableSnapshot): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const language of languages) {
    const headers: Readonly<Record<string, string>> = messages[language].workbook.columns[table.name as TableName] ?? {};
    for (const [key, header] of Object.entries(headers)) {
      const at = table.headers.indexOf(header);
      if (at >= 0 && !places.has(key)) places.set(key, at);
    }
  }
  return places;
}

/** The rows of a table that hold anything people or the data wrote; [] when the workbook has no such table. */
export function bookRows(snapshot: Pick<WorkbookSnapshot, 'tables'>, name: TableName): readonly BookRow[] {
  const table = snapshot.tables.get(name);
  if (table === undefined) return [];
  const places = columnPlaces(table);
  return table.rows.flatMap((cells, index): BookRow[] => {
    const text = (key: string): string => {
      const at = places.get(key);
      return at === undefined ? '' : String(cells[at] ?? '').trim();
    };
    return cells.every((cell) => cell === '') ? [] : [{ table: name, index, id: text('id'), text }];
  });
}

/** The tables of a plan as they will stand, formulas empty: for what is read from tables before they are written. */
export function plannedTables(plan: WorkbookPlan): ReadonlyMap<TableName, TableSnapshot> {
  return new Map(plan.sheets.flatMap(({ name: sheet, headerRow, table }) => (table === undefined ? [] : [[table.name, {
    name: table.name, sheet, row: headerRow, column: 0, headers: table.columns.map(({ header }) => header), filtered: false, contentBelow: false,
    rows: table.rows.map((row) => table.columns.map(({ key }) => (key === 'id' ? row.id : (row.values[key] ?? '')))),
  }] as const])));
}
