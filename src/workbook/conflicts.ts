import { findColumns } from './identity';
import type { MergeConflict } from './merge';
import type { ColumnPlan, PlanValue, TablePlan, WorkbookPlan } from './plan';
import { sameValue } from './same-value';
import { baseKey, type BaseCopy, type BaseRow, type TableSnapshot, type WorkbookSnapshot } from './snapshot';

/** A cell that nobody has decided about yet (DESIGN rule 3), as it stands in the workbook now. */
export interface OpenConflict extends MergeConflict {
  /** the sheet by the name it has now */
  readonly sheet: string;
  /** the column by the header it has now */
  readonly header: string;
  /** of the offered value */
  readonly numberFormat: string;
}

/** Which cell is meant. */
export type ConflictPlace = Pick<MergeConflict, 'table' | 'id' | 'column'>;

/** Prefix of the lines of the base copy that hold what new data offered: `conflict|tblActual|M-01|actual`. */
const CONFLICT = 'conflict';
export const conflictKey = ({ table, id, column }: ConflictPlace): string => baseKey(CONFLICT, `${table}|${id}|${column}`);

/** Characters of an offered text in one piece: longer values of the base copy become fingerprints. */
const PIECE = 400;
/** Characters of an offered text that a line of the base copy has room for, escapes included. A longer one is told, and not kept for later. */
const LONGEST = 5000;

/** The lines that keep conflicts open until somebody decides, by their key in the base copy. */
export function conflictLines(conflicts: readonly MergeConflict[], plan: WorkbookPlan): Map<string, BaseRow> {
  return new Map(conflicts.flatMap((conflict): [string, BaseRow][] => {
    const { offered } = conflict;
    if (typeof offered === 'string' && offered.length > LONGEST) return [];
    const table = plan.sheets.find((sheet) => sheet.table?.name === conflict.table)?.table;
    const row = table?.rows.find(({ id }) => id === conflict.id);
    const numberFormat = row?.formats?.[conflict.column] ?? table?.columns.find(({ key }) => key === conflict.column)?.numberFormat ?? 'General';
    const pieces = typeof offered === 'string' ? Array.from({ length: Math.ceil(offered.length / PIECE) }, (_, index) => offered.slice(index * PIECE, (index + 1) * PIECE)) : [offered];
    return [[conflictKey(conflict), { naturalKey: '', values: { numberFormat, ...Object.fromEntries(pieces.map((piece, index) => [String(index), piece])) } }]];
  }));
}

/**
 * Conflicts that wait for a decision: the row is there, its cell still says something else than what was offered, and nothing
 * newer was offered since. In the order in which they came.
 */
export function openConflicts({ tables, base }: Pick<WorkbookSnapshot, 'tables' | 'base'>, plan: WorkbookPlan): OpenConflict[] {
  const located = new Map<string, Located | undefined>();
  return [...base].flatMap(([key, line]): OpenConflict[] => {
    const [prefix, table = '', id = '', column = ''] = key.split('|');
    if (prefix !== CONFLICT) return [];
    if (!located.has(table)) located.set(table, locate(table));
    const found = located.get(table);
    const at = found?.columns.get(column);
    const row = found?.rows.get(id);
    if (found === undefined || at === undefined || row === undefined) return [];
    const cell = found.snapshot.rows[row]?.[at] ?? '';
    const kept: PlanValue = cell === '' ? null : typeof cell === 'boolean' ? String(cell) : cell;
    const offered = offeredBy(line);
    if (sameValue(kept, offered) || !sameValue(base.get(baseKey(table, id))?.values[column], offered)) return [];
    return [{ table, id, column, kept, offered, sheet: found.snapshot.sheet, header: found.snapshot.headers[at] ?? '', numberFormat: String(line.values['numberFormat'] ?? 'General') }];
  });

  function locate(name: string): Located | undefined {
    const snapshot = [...tables.values()].find((candidate) => candidate.name === name);
    const table = plan.sheets.find((sheet) => sheet.table?.name === name)?.table;
    return snapshot === undefined || table === undefined ? undefined : locateIn(snapshot, table, base);
  }
}

interface Located {
  readonly snapshot: TableSnapshot;
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<string, number>;
}

function locateIn(snapshot: TableSnapshot, { name, columns, idPrefix }: Pick<TablePlan, 'name' | 'idPrefix'> & { readonly columns: readonly ColumnPlan[] }, base: BaseCopy): Located {
  const places = findColumns({ columns, idPrefix }, snapshot.headers, snapshot.rows, (id) => base.get(baseKey(name, id))?.values);
  const rows = new Map<string, number>();
  snapshot.rows.forEach((row, index) => {
    const id = String(row[places.get('id') ?? -1] ?? '').trim();
    if (id !== '' && !rows.has(id)) rows.set(id, index);
  });
  return { snapshot, columns: places, rows };
}

/** Lines of conflicts that wait for nobody any more, among those of the plan's tables. */
export function settledConflicts(snapshot: Pick<WorkbookSnapshot, 'tables' | 'base'>, plan: WorkbookPlan): string[] {
  const open = new Set(openConflicts(snapshot, plan).map(conflictKey));
  const planned = new Set<string | undefined>(plan.sheets.map((sheet) => sheet.table?.name));
  return [...snapshot.base.keys()].filter((key) => key.startsWith(`${CONFLICT}|`) && planned.has(key.split('|')[1]) && !open.has(key));
}

/** Where a conflict's cell stands now: 0-based row and column of the sheet, and of the row's id. */
export function cellOfConflict({ tables, base }: Pick<WorkbookSnapshot, 'tables' | 'base'>, plan: WorkbookPlan, { table, id, column }: ConflictPlace): { readonly sheet: string; readonly row: number; readonly column: number; readonly idColumn: number } | undefined {
  const snapshot = [...tables.values()].find((candidate) => candidate.name === table);
  const planned = plan.sheets.find((sheet) => sheet.table?.name === table)?.table;
  if (snapshot === undefined || planned === undefined) return undefined;
  const { columns, rows } = locateIn(snapshot, planned, base);
  const [row, at, ids] = [rows.get(id), columns.get(column), columns.get('id')];
  return row === undefined || at === undefined || ids === undefined ? undefined : { sheet: snapshot.sheet, row: snapshot.row + 1 + row, column: snapshot.column + at, idColumn: snapshot.column + ids };
}

function offeredBy({ values }: BaseRow): PlanValue {
  const pieces: PlanValue[] = [];
  for (let index = 0; values[String(index)] !== undefined; index++) pieces.push(values[String(index)] ?? null);
  const [first = null] = pieces;
  return typeof first === 'string' ? pieces.map(String).join('') : first;
}
