import { idNumber } from '../../retro/ids';
import { fingerprint } from '../limits';
import { findColumns } from '../identity';
import { baseKey, type BaseCopy, type TableSnapshot } from '../snapshot';
import { TRACK } from '../tracking';
import type { ComparedTable } from './tables';
import { comparable, isBlank, sameCell, type Cell } from './values';

/** A row of a table with its cells by column key. */
export interface CopyRow {
  /** 0-based among the data rows */
  readonly index: number;
  /** as it stands; '' for none */
  readonly id: string;
  readonly cells: Readonly<Record<string, Cell>>;
  /** made of its content as it stands in the file: the same row in another file, or in the same file again, has the same mark */
  readonly mark: string;
}

/** A table of either workbook, as it is compared. */
export interface RowSet {
  readonly rows: readonly CopyRow[];
  readonly places: ReadonlyMap<string, number>;
  /** 0-based rows without any content, which new rows may use */
  readonly empty: readonly number[];
}

/** Rows with content, their columns found by header in either language or by what is remembered of them. `rename` gives a cell that names other rows the ids they have in ours. */
export function rowSet(table: TableSnapshot, { plan, filled }: ComparedTable, base: BaseCopy, rename: (column: string, cell: Cell) => Cell = (_, cell) => cell): RowSet {
  const places = findColumns(plan, table.headers, table.rows, (id) => base.get(baseKey(plan.name, id))?.values);
  const empty: number[] = [];
  const id = places.get('id');
  const formulas = new Set(plan.columns.flatMap(({ key, role }) => (role === 'formula' ? [places.get(key) ?? -1] : [])));
  const rows = table.rows.flatMap((line, index): CopyRow[] => {
    const own = id === undefined ? '' : String(line[id] ?? '').trim();
    // A row is there when anybody wrote something into it; formulas are in every row.
    const written = filled.some(({ key }) => places.has(key) && !isBlank(line[places.get(key) ?? -1]));
    if (own === '' && !written) {
      if (line.every((cell, at) => formulas.has(at) || isBlank(cell))) empty.push(index);
      return [];
    }
    const cell = (key: string): Cell => line[places.get(key) ?? -1] ?? '';
    return [{ index, id: own, cells: Object.fromEntries([...places.keys()].map((key) => [key, rename(key, cell(key))])), mark: `${own}~${hash(contentText(filled, cell))}` }];
  });
  return { rows, places, empty };
}

export interface Matched {
  readonly mine: CopyRow;
  readonly theirs: CopyRow;
}

/** A row that only the copy has. */
export interface OnlyTheirs {
  readonly row: CopyRow;
  /** ours had this row, and somebody deleted it here */
  readonly deletedHere: boolean;
}

export interface Matching {
  readonly pairs: readonly Matched[];
  readonly onlyTheirs: readonly OnlyTheirs[];
  /** rows the copy once knew and no longer has */
  readonly gone: readonly CopyRow[];
  /** ids that stand on several rows */
  readonly twice: readonly { readonly where: 'mine' | 'copy'; readonly id: string }[];
}

/** Key in the base copy of rows taken over from copies, by their mark; the value `id` is the one they got here. */
export const TAKEN = 'taken';
export const takenKey = (table: string, mark: string): string => baseKey(TAKEN, `${table}~${mark}`);

/** Which row of the copy is which row of ours: by id, unless the id is another row's here; else by what it is about. */
export function matchRows(compared: ComparedTable, mine: RowSet, theirs: RowSet, bases: { readonly mine: BaseCopy; readonly theirs: BaseCopy }): Matching {
  const { plan, filled, main } = compared;
  const columns = new Map(filled.map((column) => [column.key, column]));
  const naturalKey = (base: BaseCopy, id: string): string => base.get(baseKey(plan.name, id))?.naturalKey ?? '';
  const twice: { where: 'mine' | 'copy'; id: string }[] = [];
  const pairs: Matched[] = [];
  const matched = new Set<CopyRow>();
  const pair = (ours: CopyRow, row: CopyRow): void => {
    pairs.push({ mine: ours, theirs: row });
    matched.add(ours);
    matched.add(row);
  };

  const byId = new Map<string, CopyRow>();
  for (const [id, rows] of grouped(mine.rows)) {
    if (rows.length > 1) twice.push({ where: 'mine', id });
    const keeper = best(rows, (row) => agreement(row.cells, bases.mine.get(baseKey(plan.name, id))?.values ?? {}));
    if (keeper !== undefined) byId.set(id, keeper);
  }
  const takenAs = (row: CopyRow): string | undefined => {
    const id = bases.mine.get(takenKey(plan.name, row.mark))?.values['id'];
    return typeof id === 'string' ? id : undefined;
  };
  for (const row of theirs.rows) {
    const ours = free(byId.get(takenAs(row) ?? ''));
    if (ours !== undefined) pair(ours, row);
  }
  for (const [id, rows] of grouped(left(theirs.rows).filter((row) => takenAs(row) === undefined))) {
    if (rows.length > 1) twice.push({ where: 'copy', id });
    const ours = free(byId.get(id));
    const row = ours && best(rows, (candidate) => agreement(candidate.cells, ours.cells));
    if (ours !== undefined && row !== undefined && isSameRow(ours, row)) pair(ours, row);
  }
  const byNaturalKey = new Map(mine.rows.flatMap((row) => (naturalKey(bases.mine, row.id) === '' ? [] : [[naturalKey(bases.mine, row.id), row] as const])));
  for (const row of left(theirs.rows)) {
    const ours = free(byNaturalKey.get(naturalKey(bases.theirs, row.id)));
    if (ours !== undefined) pair(ours, row);
  }
  // Then rows that say the same, and rows about the same thing when there is just one of each.
  const byContent = groupedBy(left(mine.rows), content);
  for (const row of left(theirs.rows)) {
    const ours = byContent.get(content(row))?.shift();
    if (ours !== undefined) pair(ours, row);
  }
  const [byMain, theirsByMain] = [groupedBy(left(mine.rows), mainText), groupedBy(left(theirs.rows).filter((row) => !deletedHere(row)), mainText)];
  for (const [main, [row, ...others]] of theirsByMain) {
    const [ours, ...more] = byMain.get(main) ?? [];
    if (main !== '' && row !== undefined && ours !== undefined && others.length + more.length === 0) pair(ours, row);
  }
  const highest = theirs.rows.reduce((most, { id }) => Math.max(most, idNumber(plan.idPrefix, id)), 0);
  return {
    pairs, twice,
    onlyTheirs: left(theirs.rows).map((row) => ({ row, deletedHere: deletedHere(row) })),
    gone: left(mine.rows).filter(wasTheirs),
  };

  function deletedHere(row: CopyRow): boolean {
    return takenAs(row) !== undefined || wasOurs(row);
  }
  function left(rows: readonly CopyRow[]): CopyRow[] {
    return rows.filter((row) => !matched.has(row));
  }
  function free(row: CopyRow | undefined): CopyRow | undefined {
    return row === undefined || matched.has(row) ? undefined : row;
  }
  /** One id, one row? Two people who add a row each give them the same next id. */
  function isSameRow(ours: CopyRow, row: CopyRow): boolean {
    const known = [naturalKey(bases.mine, ours.id), naturalKey(bases.theirs, ours.id)];
    if (known.every((key) => key !== '')) return known[0] === known[1];
    if (main.every((key) => sameText(ours.cells[key], row.cells[key]))) return true;
    // Both say what the action said when it was first seen: it is the same one, however it was reworded.
    const seen = [bases.mine, bases.theirs].map((base) => base.get(baseKey(TRACK, ours.id))?.values['what']);
    if (plan.name === 'tblAction' && seen.every((what) => what !== undefined)) return fingerprint(seen[0] ?? null) === fingerprint(seen[1] ?? null);
    if (bases.theirs.size === 0 || [ours, row].some((one) => mainText(one) === '')) return true;
    return alike(mainText(ours), mainText(row));
  }

  /** The id was this very row's here: what is remembered of it says the same. */
  function wasOurs(row: CopyRow): boolean {
    if (row.id === '' || byId.has(row.id)) return false;
    const [here, there] = [naturalKey(bases.mine, row.id), naturalKey(bases.theirs, row.id)];
    if (here !== '') return here === there || there === '';
    const [seenHere, seenThere] = [bases.mine, bases.theirs].map((base) => base.get(baseKey(TRACK, row.id))?.values['what']);
    return plan.name === 'tblAction' && seenHere !== undefined && (seenHere === seenThere || sameText(seenHere ?? '', row.cells['what']));
  }

  /** The copy had this row once: it remembers it, or it has later ones. */
  function wasTheirs(row: CopyRow): boolean {
    if (row.id === '') return false;
    const [here, there] = [naturalKey(bases.mine, row.id), naturalKey(bases.theirs, row.id)];
    if (here !== '' || there !== '') return here === there;
    return bases.theirs.has(baseKey(TRACK, row.id)) || idNumber(plan.idPrefix, row.id) < highest;
  }

  function agreement(cells: CopyRow['cells'], known: Readonly<Record<string, Cell | null>>): number {
    return filled.filter((column) => known[column.key] !== undefined && !isBlank(known[column.key]) && sameCell(cells[column.key], known[column.key], column)).length;
  }
  function sameText(a: Cell | undefined, b: Cell | undefined): boolean {
    return String(a ?? '').trim() === String(b ?? '').trim();
  }
  function mainText(row: CopyRow): string {
    const texts = main.map((key) => String(comparable(row.cells[key] ?? '', columns.get(key) ?? { numberFormat: '@' })));
    return texts.some((text) => text === '') ? '' : texts.join('\u0000');
  }
  function content(row: CopyRow): string {
    return contentText(filled, (key) => row.cells[key] ?? '');
  }
}

const contentText = (filled: ComparedTable['filled'], cell: (key: string) => Cell): string => filled.map((column) => String(comparable(cell(column.key), column))).join('\u0000');

const grouped = (rows: readonly CopyRow[]): Map<string, CopyRow[]> => groupedBy(rows.filter(({ id }) => id !== ''), ({ id }) => id);

function groupedBy(rows: readonly CopyRow[], key: (row: CopyRow) => string): Map<string, CopyRow[]> {
  const groups = new Map<string, CopyRow[]>();
  for (const row of rows) {
    const same = groups.get(key(row));
    if (same === undefined) groups.set(key(row), [row]);
    else same.push(row);
  }
  return groups;
}

/** The first of the best. */
function best(rows: readonly CopyRow[], points: (row: CopyRow) => number): CopyRow | undefined {
  return rows.length < 2 ? rows[0] : rows.reduce((winner, row) => (points(row) > points(winner) ? row : winner));
}

/** A sentence that was reworded, not another one: more than a third of the pairs of letters are the same (Dice). */
function alike(a: string, b: string): boolean {
  const pairs = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  const left = new Set(pairs(a));
  const right = pairs(b);
  return left.size + right.length > 0 && (2 * right.filter((two) => left.has(two)).length) / (left.size + right.length) > 0.35;
}

/** FNV-1a. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value >>> 0).toString(16);
}
