import { languages, messages } from '../i18n';
import { idNumber, type IdMemory, type IdPrefix } from '../retro/ids';
import { findColumns, giveIds } from './identity';
import type { ColumnPlan, PlanValue, RowPlan, TablePlan } from './plan';
import { sameValue } from './same-value';
import type { BaseCopy, BaseRow, TableSnapshot, WorkbookSnapshot } from './snapshot';

export { locateColumns } from './identity';
export { sameValue } from './same-value';

/** One cell to write in an existing table: data row index (0-based) and column index of the sheet's table. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly value: PlanValue;
  readonly numberFormat?: string;
}

/** A cell a person changed that the new data wants to change too: kept, and shown to choose from (DESIGN rule 3). */
export interface MergeConflict {
  readonly table: string;
  readonly id: string;
  readonly column: string;
  readonly kept: PlanValue;
  readonly offered: PlanValue;
}

/** A number format for a cell whose value is not written here: a formula's, or an empty cell's. */
export interface FormatWrite {
  readonly row: number;
  readonly column: number;
  readonly numberFormat: string;
}

export interface TableMerge {
  readonly writes: readonly CellWrite[];
  /** of rows that a broken-off run left empty and that are filled now */
  readonly formats: readonly FormatWrite[];
  /** rows that go below the last one */
  readonly appended: readonly RowPlan[];
  /** columns of the plan that the table no longer has */
  readonly missingColumns: readonly ColumnPlan[];
  /** column index in the table by column key */
  readonly columnIndex: ReadonlyMap<string, number>;
  readonly conflicts: readonly MergeConflict[];
  /** base copy of this table after the merge, by id */
  readonly base: ReadonlyMap<string, BaseRow>;
}

/**
 * Merges the plan of a table into what the table holds (R45). Typed cells are never written; a given cell is updated only
 * while nobody touched it since the add-in last wrote it; rows people deleted stay deleted, rows they added stay and get
 * an id; rows the data no longer has stay. Of rows that share an id one keeps it and the others get new ones (`identity.ts`).
 * To a table that only grows (`appendOnly`) new rows are added and nothing else is done. Pure: the result says what to write.
 *
 * `unfinished` is a table whose last run broke off: an empty cell or a missing row is then one that was not written yet,
 * not one a person cleared.
 */
export function mergeTable(plan: TablePlan, existing: TableSnapshot, base: BaseCopy, unfinished = false): TableMerge {
  const given = plan.columns.filter((column) => column.role === 'given');
  const writes: CellWrite[] = [];
  const formats: FormatWrite[] = [];
  const conflicts: MergeConflict[] = [];
  const nextBase = new Map<string, BaseRow>();
  for (const [key, row] of base) if (key.startsWith(`${plan.name}|`)) nextBase.set(key.slice(plan.name.length + 1), row);
  const deletedOrPresent = new Set(nextBase.keys());
  const columnIndex = findColumns(plan, existing.headers, existing.rows, (id) => nextBase.get(id)?.values);
  const idColumn = columnIndex.get('id');

  const rowOfId = new Map<string, number>();
  const emptyRows: number[] = [];
  const contentColumns = plan.columns.flatMap((column) => (column.role === 'formula' ? [] : [columnIndex.get(column.key) ?? -1])).filter((index) => index >= 0);
  const ids = existing.rows.map((row, index): string | undefined => {
    const id = idColumn === undefined ? '' : String(row[idColumn] ?? '').trim();
    if (id !== '' || !contentColumns.every((column) => sameValue(row[column], null))) return id;
    emptyRows.push(index);
    return undefined;
  });
  const newIds = idColumn === undefined || plan.appendOnly === true ? [] : giveIds(ids, { prefix: plan.idPrefix, highest: highestKnown(), agreement });
  const renamed = new Set(newIds.map((given) => given.row));
  ids.forEach((id, index) => {
    if (id !== undefined && id !== '' && !renamed.has(index) && !rowOfId.has(id)) rowOfId.set(id, index);
  });

  const fresh: RowPlan[] = [];
  for (const row of plan.rows) {
    if (row.id === '') continue;
    const at = rowOfId.get(row.id);
    if (at !== undefined) {
      if (plan.appendOnly !== true) mergeRow(row, at);
    } else if (unfinished || !deletedOrPresent.has(row.id)) fresh.push(row);
  }
  clearReplaced();
  const appended: RowPlan[] = [];
  for (const row of fresh) {
    const empty = emptyRows.shift();
    if (empty === undefined) appended.push(row);
    else fillRow(row, empty);
    if (plan.appendOnly !== true) nextBase.set(row.id, baseRow(row));
  }
  if (idColumn !== undefined) for (const { row, id } of newIds) writes.push({ row, column: idColumn, value: id });
  return { writes, formats, appended, missingColumns: plan.columns.filter((column) => !columnIndex.has(column.key)), columnIndex, conflicts, base: nextBase };

  function mergeRow(row: RowPlan, at: number): void {
    const last = nextBase.get(row.id);
    const remembered: Record<string, PlanValue> = { ...last?.values };
    for (const column of given) {
      const index = columnIndex.get(column.key);
      if (index === undefined) continue;
      const current = existing.rows[at]?.[index];
      const offered = row.values[column.key] ?? null;
      const before = last?.values[column.key];
      if (offered === null && (column.keeps === true || row.unsaid?.includes(column.key) === true)) continue;
      const untouched = before === undefined || unfinished ? sameValue(current, null) || sameValue(current, before) : sameValue(current, before);
      if (sameValue(current, offered)) {
        remembered[column.key] = offered;
        continue;
      }
      if (untouched) {
        writes.push({ row: at, column: index, value: offered, ...numberFormat(row, column) });
        remembered[column.key] = offered;
      } else if (!sameValue(before, offered)) {
        conflicts.push({ table: plan.name, id: row.id, column: column.key, kept: plain(current), offered });
        remembered[column.key] = offered;
      }
    }
    nextBase.set(row.id, { naturalKey: row.naturalKey, values: remembered });
  }

  /** New data of the kind came: rows it no longer has lose their figures while nobody touched them. */
  function clearReplaced(): void {
    const planned = new Set(plan.rows.map((row) => row.id));
    if (plan.replaced === undefined || plan.rows.every((row) => row.id === '')) return;
    for (const [id, at] of rowOfId) {
      const last = nextBase.get(id);
      if (planned.has(id) || last === undefined) continue;
      const remembered = { ...last.values };
      for (const key of plan.replaced) {
        const index = columnIndex.get(key);
        const current = index === undefined ? undefined : existing.rows[at]?.[index];
        if (index === undefined || sameValue(current, null) || !sameValue(current, last.values[key])) continue;
        writes.push({ row: at, column: index, value: null });
        remembered[key] = null;
      }
      nextBase.set(id, { naturalKey: last.naturalKey, values: remembered });
    }
  }

  function fillRow(row: RowPlan, at: number): void {
    for (const column of plan.columns) {
      const index = columnIndex.get(column.key);
      if (index === undefined) continue;
      const value = column.role === 'formula' ? null : column.key === 'id' ? row.id : (row.values[column.key] ?? null);
      const format = row.formats?.[column.key] ?? column.numberFormat;
      if (value === null && (format !== 'General' || fresh.some((other) => other.formats?.[column.key] !== undefined))) formats.push({ row: at, column: index, numberFormat: format });
      if (value !== null) writes.push({ row: at, column: index, value, ...numberFormat(row, column) });
    }
  }

  function highestKnown(): number {
    return Math.max(0, ...[...nextBase.keys(), ...plan.rows.map((row) => row.id)].map((id) => idNumber(plan.idPrefix, id)));
  }

  /** Given cells of the row that say what was last written for this id. */
  function agreement(row: number, id: string): number {
    const values = nextBase.get(id)?.values ?? {};
    return given.filter((column) => {
      const index = columnIndex.get(column.key);
      return index !== undefined && values[column.key] !== undefined && values[column.key] !== null && sameValue(existing.rows[row]?.[index], values[column.key]);
    }).length;
  }

  function baseRow(row: RowPlan): BaseRow {
    return { naturalKey: row.naturalKey, values: givenValues(plan.columns, row) };
  }
}

/** The base copy of a table that is written for the first time. */
export function freshBase(plan: TablePlan): ReadonlyMap<string, BaseRow> {
  if (plan.appendOnly === true) return new Map();
  return new Map(plan.rows.filter((row) => row.id !== '').map((row) => [row.id, { naturalKey: row.naturalKey, values: givenValues(plan.columns, row) }]));
}

/** Ids the workbook has given, from its base copy and its tables. */
export function idMemory(snapshot: Pick<WorkbookSnapshot, 'base' | 'tables'>): IdMemory {
  const memory: Partial<Record<IdPrefix, { known: Record<string, string>; highest: number }>> = {};
  const remember = (id: string, naturalKey?: string): void => {
    const prefix = id[0] as IdPrefix | undefined;
    if (prefix === undefined || idNumber(prefix, id) === 0) return;
    const entry = (memory[prefix] ??= { known: {}, highest: 0 });
    entry.highest = Math.max(entry.highest, idNumber(prefix, id));
    if (naturalKey !== undefined && naturalKey !== '') entry.known[naturalKey] ??= id;
  };
  for (const [key, row] of snapshot.base) remember(key.split('|')[1] ?? '', row.naturalKey);
  for (const table of snapshot.tables.values()) for (const row of table.rows) for (const cell of row) if (typeof cell === 'string' && /^[A-Z]-\d{2,6}$/.test(cell)) remember(cell);
  // Without a base copy the code column still tells which metric has which id.
  for (const name of ['tblTarget', 'tblActual'] as const) {
    const table = snapshot.tables.get(name);
    if (table === undefined) continue;
    const headers = languages.map((language) => messages[language].workbook.columns[name]);
    const id = table.headers.findIndex((header) => headers.some((known) => known.id === header));
    const code = table.headers.findIndex((header) => headers.some((known) => known.code === header));
    if (id >= 0 && code >= 0) for (const row of table.rows) remember(String(row[id]), String(row[code]));
  }
  return memory;
}

const givenValues = (columns: readonly ColumnPlan[], row: RowPlan): Record<string, PlanValue> =>
  Object.fromEntries(columns.filter((column) => column.role === 'given').map((column) => [column.key, row.values[column.key] ?? null]));

const numberFormat = (row: RowPlan, column: ColumnPlan): { numberFormat?: string } => {
  const format = row.formats?.[column.key] ?? column.numberFormat;
  return format === 'General' ? {} : { numberFormat: format };
};

const plain = (value: string | number | boolean | undefined): PlanValue => (value === undefined || value === '' ? null : typeof value === 'boolean' ? String(value) : value);
