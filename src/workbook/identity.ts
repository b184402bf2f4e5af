import { formatId, idNumber } from '../retro/ids';
import { sameValue } from './same-value';
import type { ColumnPlan, PlanValue, TablePlan } from './plan';

type Cell = string | number | boolean;
type Rows = readonly (readonly Cell[])[];

/** What the workbook remembers of a row, by column key; undefined for a row it does not know. */
export type Remembers = (id: string) => Readonly<Record<string, PlanValue>> | undefined;

/** Where each column of the plan stands in a table: by its header in either language. */
export function locateColumns(columns: readonly ColumnPlan[], headers: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const column of columns) {
    const index = headers.findIndex((header) => header === column.header || column.alsoKnownAs.includes(header));
    if (index >= 0) found.set(column.key, index);
  }
  return found;
}

/**
 * Where each column stands, also one that a person gave another header: the ids are known by their form, other columns by
 * holding, in more than half of the rows, what the workbook remembers of them. A column nobody can tell is a column that is gone.
 */
export function findColumns(plan: Pick<TablePlan, 'columns' | 'idPrefix'>, headers: readonly string[], rows: Rows, remembers: Remembers): Map<string, number> {
  const found = locateColumns(plan.columns, headers);
  const taken = new Set(found.values());
  const free = (): number[] => headers.flatMap((_, index) => (taken.has(index) ? [] : [index]));
  const take = (key: string, index: number | undefined): void => {
    if (index === undefined) return;
    found.set(key, index);
    taken.add(index);
  };
  if (!found.has('id') && plan.idPrefix !== '') take('id', free().find((index) => looksLikeIds(rows, index, plan.idPrefix)));
  const id = found.get('id');
  if (id === undefined) return found;
  for (const column of plan.columns) {
    if (column.role !== 'given' || found.has(column.key)) continue;
    take(column.key, free().find((index) => holds(rows, id, index, (row) => remembers(row)?.[column.key])));
  }
  return found;
}

function looksLikeIds(rows: Rows, index: number, prefix: string): boolean {
  const filled = rows.map((row) => String(row[index] ?? '').trim()).filter((value) => value !== '');
  return filled.length > 0 && filled.filter((value) => idNumber(prefix, value) > 0).length * 2 > filled.length;
}

function holds(rows: Rows, id: number, index: number, remembered: (id: string) => PlanValue | undefined): boolean {
  const known = rows.flatMap((row) => {
    const value = remembered(String(row[id] ?? '').trim());
    return value === undefined || value === null || value === '' ? [] : [sameValue(row[index], value)];
  });
  return known.length > 0 && known.filter(Boolean).length * 2 > known.length;
}

export interface IdGiven {
  readonly row: number;
  readonly id: string;
  /** the id it had and another row has too; '' when it had none */
  readonly was: string;
}

/**
 * Ids for rows that have none, and new ones for all but one of the rows that share one. Of those the row keeps it that
 * agrees most with what is remembered, and among equals the upper one: the copy is what was pasted below or changed.
 * A row whose id was deleted gets it back when it is the only one that says what is remembered of a missing row.
 * @param ids ids as they stand, '' for none, undefined for a row without any content
 * @param agreement how much of what is remembered of this id the row says
 */
export function giveIds(ids: readonly (string | undefined)[], options: { readonly prefix: string; readonly highest: number; readonly agreement: (row: number, id: string) => number; readonly lost?: (row: number, present: ReadonlySet<string>) => string | undefined }): IdGiven[] {
  const { prefix, agreement, lost } = options;
  const rows = new Map<string, number[]>();
  ids.forEach((id, row) => {
    if (id === undefined) return;
    const same = rows.get(id);
    if (same === undefined) rows.set(id, [row]);
    else same.push(row);
  });
  let highest = Math.max(options.highest, ...[...rows.keys()].map((id) => idNumber(prefix, id)));
  const next = (): string => formatId(prefix, (highest += 1));
  const given: IdGiven[] = [];
  const present = new Set([...rows.keys()].filter((id) => id !== ''));
  for (const row of rows.get('') ?? []) {
    const own = lost?.(row, present);
    if (own !== undefined) present.add(own);
    given.push({ row, id: own ?? next(), was: '' });
  }
  for (const [id, same] of rows) {
    if (id === '' || same.length < 2) continue;
    const keeper = same.reduce((best, row) => (agreement(row, id) > agreement(best, id) ? row : best));
    for (const row of same) if (row !== keeper) given.push({ row, id: next(), was: id });
  }
  return given.sort((a, b) => a.row - b.row);
}
