import { parseDeadline } from '../retro/deadlines';
import type { CopyNote, DifferenceKind } from '../retro/returned-copy';
import { trackedFields, type ChangeEntry, type TrackedField } from '../retro/tracking';
import { indexLog, type LogIndex } from '../retro/tracking-log';
import type { ColumnPlan, PlanValue, TableName } from './plan';
import { readChanges } from './sheets/change';
import { baseKey, type BaseCopy, type TableSnapshot, type WorkbookSnapshot } from './snapshot';
import { TRACK } from './tracking';
import type { ReturnedCopy } from './copies/content';
import { matchRows, rowSet, type CopyRow } from './copies/rows';
import { comparedTables, derivedTables, referenceColumns, type ComparedTable } from './copies/tables';
import { isBlank, judge, shownText, type Cell } from './copies/values';

export { readReturned, sameRetro, factsOfCells, factCells, type CopyContent, type RetroFacts, type ReturnedCopy } from './copies/content';

/** A cell that the copy has otherwise. */
export interface CellDifference {
  /** stays the same however the tables are sorted */
  readonly key: string;
  readonly table: TableName;
  /** of our row */
  readonly id: string;
  /** key of the column */
  readonly column: string;
  readonly kind: DifferenceKind;
  readonly suggested: boolean;
  /** what is taken when it is chosen */
  readonly theirs: Cell;
  /** as people read them; `before`: when the copy was made, where known */
  readonly shown: { readonly mine: string; readonly theirs: string; readonly before?: string };
}

/** A row of ours with what the copy has otherwise. */
export interface RowDifference {
  readonly id: string;
  /** what it is about */
  readonly label: string;
  /** 1-based row of our sheet */
  readonly sheetRow: number;
  readonly cells: readonly CellDifference[];
}

/** A row that only the copy has. */
export interface NewRow {
  readonly key: string;
  readonly table: TableName;
  /** the id it has in the copy; '' for none */
  readonly copyId: string;
  /** that id is another row's here: this one gets a new one */
  readonly idTaken: boolean;
  readonly label: string;
  readonly suggested: boolean;
  /** `deleted`: it was ours, and somebody deleted it here */
  readonly kind: 'new' | 'deleted';
  readonly values: Readonly<Record<string, Cell>>;
  readonly shown: readonly { readonly column: string; readonly text: string }[];
  /** {@link CopyRow.mark} */
  readonly mark: string;
  /** what the copy's own memory has of it, so that the data know it again */
  readonly remembered?: { readonly naturalKey: string; readonly values: Readonly<Record<string, PlanValue>> };
}

/** What one table of a copy has otherwise. */
export interface TableDifferences {
  readonly table: TableName;
  /** our sheet, by the name it has now; in the copy's words for a table ours does not have */
  readonly sheet: string;
  readonly rows: readonly RowDifference[];
  readonly added: readonly NewRow[];
  /** rows of ours that the copy once had: named, never deleted */
  readonly gone: readonly { readonly id: string; readonly label: string }[];
  readonly notes: readonly CopyNote[];
}

export interface CopyComparison {
  /** tables with anything to say, in the order of the sheets */
  readonly tables: readonly TableDifferences[];
  /** cells and rows that may be taken */
  readonly differences: number;
  readonly suggested: number;
  /** ids of the copy that go by other ids in ours */
  readonly renamed: ReadonlyMap<string, string>;
  /** rows of the copy that are rows of ours, by the key they would have as new rows: our id */
  readonly matched: ReadonlyMap<string, string>;
}

export type OwnWorkbook = Pick<WorkbookSnapshot, 'tables' | 'base'>;

/**
 * What a colleague's returned copy has otherwise than our workbook, row by row and cell by cell (R34): what to take, what both
 * changed, what only the copy has, what it no longer has. Pure. `today` reads deadlines in words (`3天内`).
 *
 * When both differ, what the cell held when the copy was made decides: the base copy of either workbook, for owner, deadline
 * and status the part of the log both have. Typed cells are remembered nowhere: there only an empty cell of ours is filled.
 */
export function compareCopy(ours: OwnWorkbook, copy: ReturnedCopy, { today }: { readonly today: string }): CopyComparison {
  const renamed = new Map<string, string>();
  const matched = new Map<string, string>();
  const rename = (table: TableName) => (column: string, cell: Cell): Cell => (typeof cell === 'string' && referenceColumns[table]?.includes(column) === true ? renameIds(cell, renamed) : cell);
  const logs = { mine: readChanges(ours.tables.get('tblChange')), theirs: copy.log };
  const history = compareLogs(logs.mine, logs.theirs);
  const tables: TableDifferences[] = [];
  for (const [name, compared] of comparedTables()) {
    const theirs = copy.tables.get(name);
    const mine = ours.tables.get(name);
    if (theirs === undefined) continue;
    const found = mine === undefined ? unknownTable(theirs, compared) : compareTable(mine, theirs, compared);
    if (found.rows.length + found.added.length + found.gone.length + found.notes.length > 0) tables.push(found);
  }
  const choices = tables.flatMap(({ rows, added }) => [...rows.flatMap(({ cells }) => cells), ...added]);
  return { tables, differences: choices.length, suggested: choices.filter(({ suggested }) => suggested).length, renamed, matched };

  function compareTable(mine: TableSnapshot, theirs: TableSnapshot, compared: ComparedTable): TableDifferences {
    const { plan, filled } = compared;
    const table = plan.name;
    const own = rowSet(mine, compared, ours.base);
    const other = rowSet(theirs, compared, copy.base.size > 0 ? copy.base : ours.base, rename(table));
    const nothing = { table, sheet: mine.sheet, rows: [], added: [], gone: [] };
    if (!own.places.has('id')) return { ...nothing, notes: other.rows.length === 0 ? [] : [{ code: 'no-ids', values: {} }] };
    const { pairs, onlyTheirs, gone, twice } = matchRows(compared, own, other, { mine: ours.base, theirs: copy.base });
    for (const pair of pairs) matched.set(rowKey(table, pair.theirs), pair.mine.id);
    for (const pair of pairs) if (pair.theirs.id !== '' && pair.mine.id !== '' && pair.theirs.id !== pair.mine.id) renamed.set(pair.theirs.id, pair.mine.id);
    const doubled = new Set(twice.flatMap(({ where, id }) => (where === 'mine' ? [id] : [])));
    const nameless = pairs.filter((pair) => pair.mine.id === '').length;
    const shared = filled.filter(({ key }) => own.places.has(key) && other.places.has(key));
    const rows = pairs.flatMap((pair): RowDifference[] => {
      // A row that no id names yet, or not alone, gets its own at the next look.
      if (pair.mine.id === '' || doubled.has(pair.mine.id)) return [];
      const cells = shared.flatMap((column) => compareCell(table, pair.mine, pair.theirs, column));
      return cells.length === 0 ? [] : [{ id: pair.mine.id, label: labelOf(pair.mine, compared), sheetRow: mine.row + 2 + pair.mine.index, cells }];
    }).sort((a, b) => a.sheetRow - b.sheetRow);
    const derived = derivedTables.has(table);
    const added = derived ? [] : onlyTheirs.map(({ row, deletedHere }): NewRow => {
      const remembered = copy.base.get(baseKey(table, row.id));
      return {
        key: rowKey(table, row), table, copyId: row.id, idTaken: row.id !== '' && own.rows.some(({ id }) => id === row.id), label: labelOf(row, compared), suggested: !deletedHere, kind: deletedHere ? 'deleted' : 'new', mark: row.mark,
        values: Object.fromEntries(filled.flatMap(({ key }) => (isBlank(row.cells[key]) ? [] : [[key, row.cells[key] ?? '']]))),
        shown: filled.flatMap((column) => (isBlank(row.cells[column.key]) ? [] : [{ column: column.key, text: shownText(row.cells[column.key], column, isPercent(row, column)) }])),
        ...(remembered !== undefined && !deletedHere && { remembered }),
      };
    });
    return {
      table, sheet: mine.sheet, rows, added,
      gone: gone.map((row) => ({ id: row.id, label: labelOf(row, compared) })),
      notes: [
        ...columnNotes(theirs, compared, own.places, other.places, mine),
        ...twice.map(({ where, id }): CopyNote => ({ code: where === 'mine' ? 'double-id-mine' : 'double-id-copy', values: { id } })),
        ...(nameless > 0 ? [{ code: 'rows-without-id' as const, values: { count: nameless } }] : []),
        ...(derived && onlyTheirs.length > 0 ? [{ code: 'derived-rows' as const, values: { count: onlyTheirs.length } }] : []),
      ],
    };
  }

  function compareCell(table: TableName, mine: CopyRow, theirs: CopyRow, column: ColumnPlan): CellDifference[] {
    const { key } = column;
    const [here, there] = [mine.cells[key] ?? '', theirs.cells[key] ?? ''];
    if (table === 'tblAction' && key === 'deadline' && saysTheSame(mine.id, here, there)) return [];
    const before = valuesBefore(table, mine.id, theirs.id, key);
    const kind = judge(here, there, before, column);
    if (kind === undefined) return [];
    const show = (cell: Cell | PlanValue | undefined, row: CopyRow): string => shownText(cell, column, isPercent(row, column));
    // A long text is remembered by its fingerprint only.
    const known = before.find((value) => typeof value !== 'string' || !value.startsWith('§'));
    return [{
      key: `${table}|${mine.id}|${key}`, table, id: mine.id, column: key, kind, suggested: kind === 'theirs', theirs: there,
      shown: { mine: show(here, mine), theirs: show(there, theirs), ...(known !== undefined && { before: show(known, mine) }) },
    }];
  }

  /** What the cell held when the copy was made, as far as anybody remembers. */
  function valuesBefore(table: TableName, id: string, theirId: string, column: string): (Cell | PlanValue)[] {
    const field = table === 'tblAction' ? trackedFields.find((tracked) => tracked === column) : undefined;
    const logged = field === undefined ? undefined : history.before(id, field);
    if (logged !== undefined) return [logged];
    const of = (base: BaseCopy, known: string): (Cell | PlanValue)[] => (field === undefined ? [table] : [TRACK, table]).flatMap((name) => {
      const values = base.get(baseKey(name, known))?.values;
      return values !== undefined && column in values ? [values[column] ?? null] : [];
    }).slice(0, 1);
    // What the copy remembers of an id is about this row only when both know the row by it, or by what it was made from.
    const key = (base: BaseCopy, known: string): string => base.get(baseKey(table, known))?.naturalKey ?? '';
    const same = id === theirId || (key(ours.base, id) !== '' && key(ours.base, id) === key(copy.base, theirId));
    return [...of(ours.base, id), ...(same ? of(copy.base, theirId) : [])];
  }

  /** A deadline in words that was taken before and stands as a day here, or that means this day. */
  function saysTheSame(id: string, here: Cell, there: Cell): boolean {
    if (typeof there !== 'string' || there.trim() === '') return false;
    const words = there.trim();
    const newest = history.newest(id, 'deadline');
    if (newest !== undefined && newest.note === words) return true;
    const reading = parseDeadline(words, today);
    return reading.kind === 'date' && judge(here, reading.date, [], { numberFormat: 'yyyy-mm-dd' }) === undefined;
  }
}

/** What the logs of both workbooks say together. */
function compareLogs(mine: readonly ChangeEntry[], theirs: readonly ChangeEntry[]): { before(action: string, field: TrackedField): string | undefined; newest(action: string, field: TrackedField): ChangeEntry | undefined } {
  const [own, other]: readonly LogIndex[] = [indexLog(mine), indexLog(theirs)];
  const group = (entries: readonly ChangeEntry[]): Map<string, ChangeEntry[]> => {
    const groups = new Map<string, ChangeEntry[]>();
    for (const entry of entries) groups.set(`${entry.action}|${entry.field}`, [...(groups.get(`${entry.action}|${entry.field}`) ?? []), entry]);
    return groups;
  };
  const [mineBy, theirsBy] = [group(own?.entries ?? []), group(other?.entries ?? [])];
  const last = (entries: readonly ChangeEntry[]): ChangeEntry | undefined => entries.reduce<ChangeEntry | undefined>((newest, entry) => (newest === undefined || entry.ordinal > newest.ordinal ? entry : newest), undefined);
  const first = (entries: readonly ChangeEntry[]): ChangeEntry | undefined => entries.reduce<ChangeEntry | undefined>((oldest, entry) => (oldest === undefined || entry.ordinal < oldest.ordinal ? entry : oldest), undefined);
  return {
    newest: (action, field) => last(mineBy.get(`${action}|${field}`) ?? []),
    before(action, field) {
      const [ours, copied] = [mineBy.get(`${action}|${field}`) ?? [], theirsBy.get(`${action}|${field}`) ?? []];
      const common = last(copied.filter(({ key }) => own?.keys.has(key) === true));
      return common?.new ?? first([...copied, ...ours])?.old;
    },
  };
}

function unknownTable(theirs: TableSnapshot, compared: ComparedTable): TableDifferences {
  const rows = rowSet(theirs, compared, new Map()).rows.length;
  return { table: compared.plan.name, sheet: theirs.sheet, rows: [], added: [], gone: [], notes: rows === 0 ? [] : [{ code: 'table-gone-here', values: { count: rows } }] };
}

function columnNotes(theirs: TableSnapshot, { plan, filled }: ComparedTable, own: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>, mine: TableSnapshot): CopyNote[] {
  const notes: CopyNote[] = [];
  for (const { key, header } of filled) {
    const at = own.get(key);
    if (at === undefined && other.has(key)) notes.push({ code: 'column-gone-here', values: { column: theirs.headers[other.get(key) ?? -1] ?? header } });
    if (at !== undefined && !other.has(key)) notes.push({ code: 'column-gone', values: { column: mine.headers[at] ?? header } });
  }
  const known = new Set([...other.values(), ...plan.columns.flatMap((column) => [column.header, ...column.alsoKnownAs].map((header) => theirs.headers.indexOf(header)))]);
  theirs.headers.forEach((header, at) => {
    if (!known.has(at) && !mine.headers.includes(header) && theirs.rows.some((row) => !isBlank(row[at]))) notes.push({ code: 'own-column', values: { column: header } });
  });
  return notes;
}

const labelOf = (row: CopyRow, { label, plan }: ComparedTable): string =>
  label.map((key) => shownText(row.cells[key], plan.columns.find((column) => column.key === key) ?? { numberFormat: '@' }, false).trim()).filter((text) => text !== '').join(' · ');

const rowKey = (table: TableName, { mark }: CopyRow): string => `${table}|+|${mark}`;

/** A rate stands as a fraction; the unit is in the row. */
const isPercent = (row: CopyRow, column: ColumnPlan): boolean => column.numberFormat !== '@' && row.cells['unit'] === '%';

/** A text with the ids its rows have in ours. */
export function renameIds(text: string, renamed: ReadonlyMap<string, string>): string {
  return renamed.size === 0 ? text : text.replace(/(?<![A-Za-z0-9])[A-Za-z]-\d{2,6}(?!\d)/g, (id) => renamed.get(id.toUpperCase()) ?? id);
}
