import type { Language } from '../../i18n';
import { isDate } from '../../retro/dates';
import { parseDeadline } from '../../retro/deadlines';
import { formatId, idNumber, type IdPrefix } from '../../retro/ids';
import type { Unit } from '../../retro/types';
import { trackedFields, type TrackedField } from '../../retro/tracking';
import { trackedCell, trackedText } from '../../retro/tracking-log';
import { wordsOf } from '../columns';
import { compareCopy, renameIds, type CellDifference, type NewRow, type OwnWorkbook, type ReturnedCopy } from '../copies';
import { idMemory } from '../merge';
import { valueFormat } from '../number-formats';
import type { RowPlan, TableName } from '../plan';
import { readChanges } from '../sheets/change';
import { baseKey, type BaseRow } from '../snapshot';
import { TRACK, trackRow } from '../tracking';
import { rowSet, takenKey, type RowSet } from './rows';
import { isNewRow, type Chosen } from './chosen';
import { comparedTables, referenceColumns, type ComparedTable } from './tables';
import { sameCell, shownText, toWrite, type Cell } from './values';

/** A cell to write, by the id of its row. */
export interface CellTaken {
  readonly table: TableName;
  readonly id: string;
  readonly column: string;
  /** 0-based among the data rows, when the table was read */
  readonly row: number;
  readonly value: string | number;
  readonly numberFormat?: string;
}

/** A change of owner, deadline or status: written together with its line of the log. */
export interface TrackedTaken {
  readonly id: string;
  readonly field: TrackedField;
  readonly value: string;
  /** words the day was made from */
  readonly words?: string;
}

/** A row to add, with what is remembered of it. */
export interface RowTaken {
  readonly table: TableName;
  readonly plan: RowPlan;
  /** an empty row of the table, 0-based, that it goes into; else below the last */
  readonly into?: number;
  readonly remember: ReadonlyMap<string, BaseRow>;
}

/** Why something chosen is not taken. `changed`: our cell is not what she saw any more. `gone`: the row is not there. */
export interface Skipped {
  readonly key: string;
  readonly reason: 'changed' | 'gone';
}

/** What is left to do for what was chosen, on our workbook as it is. */
export interface Taking {
  /** all chosen changes of tracked fields whose rows are there, also those that stand already: their lines may be missing */
  readonly tracked: readonly TrackedTaken[];
  /** those of them that are not written yet */
  readonly trackedLeft: number;
  readonly cells: readonly CellTaken[];
  readonly rows: readonly RowTaken[];
  /** memory of rows that stand already: the run that wrote them broke off */
  readonly remember: ReadonlyMap<string, BaseRow>;
  /** actions of ours that were deleted and come back, by id */
  readonly restored: ReadonlySet<string>;
  /** ids of the rows that stand or come, by the key of the choice */
  readonly ids: ReadonlyMap<string, string>;
  /** where the columns of each table stood, by key */
  readonly places: ReadonlyMap<TableName, ReadonlyMap<string, number>>;
  readonly skipped: readonly Skipped[];
}

interface OwnTable {
  readonly set: RowSet;
  readonly compared: ComparedTable;
  readonly byId: ReadonlyMap<string, RowSet['rows'][number]>;
}

/**
 * What to write for what was chosen. Pure, and made anew from the workbook as it is whenever something came in between: rows are
 * found by their ids, a cell that somebody changed since is left alone, what stands already is not written again.
 */
export function planTaking(ours: OwnWorkbook, copy: ReturnedCopy, chosen: readonly Chosen[], { today, language }: { readonly today: string; readonly language: Language }): Taking {
  const comparison = compareCopy(ours, copy, { today });
  const differences = new Map(comparison.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).map((cell) => [cell.key, cell]));
  const sets = new Map<TableName, OwnTable>();
  const setOf = (table: TableName): OwnTable | undefined => {
    const [known, snapshot, compared] = [sets.get(table), ours.tables.get(table), comparedTables().get(table)];
    if (known !== undefined || snapshot === undefined || compared === undefined) return known;
    const set = rowSet(snapshot, compared, ours.base);
    const made = { set, compared, byId: new Map([...set.rows].reverse().map((row) => [row.id, row])) };
    sets.set(table, made);
    return made;
  };
  const skipped: Skipped[] = [];
  const ids = new Map<string, string>();
  const renamed = new Map(comparison.renamed);
  const added = chosenRows();
  const remember = new Map<string, BaseRow>();
  const tracked: TrackedTaken[] = [];
  const cells: CellTaken[] = [];
  let trackedLeft = 0;
  for (const one of chosen) if (!isNewRow(one)) takeCell(one);
  const rows = added.flatMap(({ row, id, stands }): RowTaken[] => {
    ids.set(row.key, id);
    const memory = memoryOf(row, id);
    if (!stands) return [rowTaken(row, id, memory)];
    for (const [key, line] of memory) if (!ours.base.has(key)) remember.set(key, line);
    return [];
  });
  return { tracked, trackedLeft, cells, rows: intoEmptyRows(rows), remember, ids, skipped, places: new Map([...sets].map(([table, { set }]) => [table, set.places])), restored: new Set(added.filter(({ row }) => row.table === 'tblAction' && row.kind === 'deleted').map(({ id }) => id)) };

  function takeCell({ key, table, id, column: name, theirs, shown }: CellDifference): void {
    const own = setOf(table);
    const row = own?.byId.get(id);
    const column = own?.compared.filled.find((candidate) => candidate.key === name);
    if (row === undefined || column === undefined || own?.set.places.has(name) !== true) return void skipped.push({ key, reason: 'gone' });
    const value = reference(table, name, theirs);
    const field = table === 'tblAction' ? trackedFields.find((candidate) => candidate === name) : undefined;
    const now = row.cells[name] ?? '';
    const wanted = field === undefined ? undefined : trackedValue(field, value);
    const stands = wanted === undefined || field === undefined ? sameCell(now, value, column) : trackedCell(now, field) === wanted.value;
    if (!stands && (differences.get(key)?.shown.mine ?? shownText(now, column, row.cells['unit'] === '%')) !== shown.mine) return void skipped.push({ key, reason: 'changed' });
    if (field !== undefined && wanted !== undefined) {
      tracked.push({ id, field, ...wanted });
      if (!stands) trackedLeft += 1;
    } else if (!stands) cells.push({ table, id, column: name, row: row.index, ...toWrite(value, column) });
  }

  /** Chosen rows with the ids they have or get. */
  function chosenRows(): { readonly row: NewRow; readonly id: string; readonly stands: boolean }[] {
    const memory = idMemory(ours);
    const given = new Set<string>();
    const highest = new Map<string, number>();
    const log = new Set(readChanges(ours.tables.get('tblChange')).map(({ action }) => action));
    const missing = new Set(comparison.tables.flatMap(({ added: rowsAdded }) => rowsAdded.map(({ key }) => key)));
    return chosen.filter(isNewRow).flatMap((row) => {
      const own = setOf(row.table);
      if (own === undefined) {
        skipped.push({ key: row.key, reason: 'gone' });
        return [];
      }
      const prefix = own.compared.plan.idPrefix as IdPrefix;
      const known = comparison.matched.get(row.key);
      const stands = !missing.has(row.key) && known !== undefined;
      const id = stands ? known : isFree(row, prefix) ? row.copyId : next(prefix);
      given.add(id);
      if (row.copyId !== '' && row.copyId !== id) renamed.set(row.copyId, id);
      return [{ row, id, stands }];
    });

    function isFree({ table, copyId, kind }: NewRow, prefix: IdPrefix): boolean {
      if (idNumber(prefix, copyId) === 0 || given.has(copyId) || setOf(table)?.byId.has(copyId) === true) return false;
      return kind === 'deleted' || !(ours.base.has(baseKey(table, copyId)) || (table === 'tblAction' && (ours.base.has(baseKey(TRACK, copyId)) || log.has(copyId))));
    }
    function next(prefix: IdPrefix): string {
      const used = [...given].map((id) => idNumber(prefix, id));
      const number = Math.max(highest.get(prefix) ?? 0, memory[prefix]?.highest ?? 0, ...used) + 1;
      highest.set(prefix, number);
      return formatId(prefix, number);
    }
  }

  function rowTaken(row: NewRow, id: string, memory: ReadonlyMap<string, BaseRow>): RowTaken {
    const columns = setOf(row.table)?.compared.filled ?? [];
    const values: Record<string, string | number> = {};
    const formats: Record<string, string> = {};
    const unit = row.values['unit'];
    for (const column of columns) {
      const cell = row.values[column.key];
      if (cell === undefined) continue;
      const { value, numberFormat } = toWrite(reference(row.table, column.key, cell), column);
      values[column.key] = value;
      if (numberFormat !== undefined) formats[column.key] = numberFormat;
      // Figures of one table have different units, and their formats with them.
      else if (typeof value === 'number' && column.numberFormat === 'General' && typeof unit === 'string') formats[column.key] = valueFormat(unit as Unit, wordsOf(language));
    }
    return { table: row.table, plan: { id, naturalKey: '', values, formats }, remember: memory };
  }

  /** That this row came from a copy; what the data know it by; of an action what the looks compare with. */
  function memoryOf(row: NewRow, id: string): Map<string, BaseRow> {
    const lines = new Map<string, BaseRow>([[takenKey(row.table, row.mark), { naturalKey: '', values: { id } }]]);
    if (row.remembered !== undefined && row.remembered.naturalKey !== '') lines.set(baseKey(row.table, id), row.remembered);
    if (row.table === 'tblAction' && row.kind === 'new') {
      const text = (key: string): string => trackedText(row.values[key] ?? '');
      lines.set(baseKey(TRACK, id), trackRow({ what: text('what'), owner: text('owner'), deadline: trackedCell(row.values['deadline'] ?? '', 'deadline'), status: text('status') }));
    }
    return lines;
  }

  function intoEmptyRows(taken: readonly RowTaken[]): RowTaken[] {
    const empty = new Map([...sets].map(([table, { set }]) => [table, [...set.empty]]));
    return taken.map((row) => {
      const into = empty.get(row.table)?.shift();
      return into === undefined ? row : { ...row, into };
    });
  }

  function reference(table: TableName, column: string, cell: Cell): Cell {
    return typeof cell === 'string' && referenceColumns[table]?.includes(column) === true ? renameIds(cell, renamed) : cell;
  }
  function trackedValue(field: TrackedField, cell: Cell): { readonly value: string; readonly words?: string } {
    const value = trackedCell(cell, field);
    if (field !== 'deadline' || value === '' || isDate(value)) return { value };
    const reading = parseDeadline(value, today);
    return reading.kind === 'date' ? { value: reading.date, words: value } : { value };
  }
}
