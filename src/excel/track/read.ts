import type { Language } from '../../i18n';
import type { ChangeEntry } from '../../retro/tracking';
import { hasBrokenLines, readBase } from '../../workbook/base-copy';
import { DEFAULT_SOON_DAYS } from '../../workbook/sheets/config';
import { changeIndex, readChange } from '../../workbook/sheets/change';
import type { BaseCopy, StoredState } from '../../workbook/snapshot';
import { actionIndex, eventStartOf, knownFrom, lookedAt, lostFromCopy, type ActionCells, type ActionTable, type Known, type LookedAt } from '../../workbook/tracking';
import { LIST_CAPACITY, type SheetKey } from '../../workbook/plan';
import { readBodies } from '../pieces';
import { BASE_TABLE, firstCellOf, parseState, SETTING } from '../read-workbook';

type Cell = string | number | boolean;
type Grid = Cell[][];

/** A line of the log with the data row it stands in. */
export interface LogLine {
  readonly row: number;
  readonly entry: ChangeEntry;
}

export interface TablePlaceOf {
  readonly sheet: string;
  /** 0-based sheet row and column of the header's first cell */
  readonly row: number;
  readonly column: number;
  readonly headers: readonly string[];
  readonly rowCount: number;
  readonly index: ReadonlyMap<string, number>;
  readonly filtered: boolean;
  readonly isProtected: boolean;
  /** people keep something right under it */
  readonly contentBelow: boolean;
}

/** What one look has read, from the whole workbook or (after the first time) from the tracked columns. */
export interface Reading {
  readonly readOnly: boolean;
  readonly complete: boolean;
  /** sheets that a look or a weekly check was adding when it broke off */
  readonly adding: readonly SheetKey[];
  readonly language: Language;
  readonly actionPlace: TablePlaceOf;
  readonly table: ActionTable;
  readonly logPlace: TablePlaceOf | undefined;
  readonly lines: readonly LogLine[];
  /** empty rows of the log: at its end, left by a run that broke off between making room and writing; and the first one, which a table without lines has */
  readonly emptyLines: readonly number[];
  readonly basePlace: TablePlaceOf | undefined;
  readonly known: Known;
  /** the base copy was lost or lost lines */
  readonly damaged: boolean;
  readonly copies: readonly { readonly table: string; readonly sheet: string }[];
  readonly lists: Lists;
  readonly eventStart: string | undefined;
  readonly soonDays: number;
  /** 配置 has the cell with those days */
  readonly hasSoon: boolean;
}

/** The lists of 配置 that a look needs, with where they stand. */
export interface Lists {
  readonly owners: readonly string[];
  readonly statuses: readonly string[];
  readonly places: Readonly<Partial<Record<'lstOwner' | 'lstStatus', ListPlace>>>;
}
type ListPlace = NonNullable<ReturnType<typeof firstCellOf>>;

/** Beyond so many rows the tracked columns do not fit into one answer. */
const MOST_ROWS = 30_000;

const tracked = ['tblAction', 'tblChange', BASE_TABLE] as const;

/** Names Excel gives to the table of a copied sheet: `tblAction2`, `tblAction_1`. */
const copyOfActions = /^tblAction_?\d+$/i;

/** Reads all a look needs. undefined when the workbook has no action table. */
export async function readAll(context: Excel.RequestContext): Promise<Reading | undefined> {
  const { workbook } = context;
  workbook.load('readOnly');
  const tables = workbook.tables.load('items/name');
  const names = workbook.names.load('items/name,items/formula');
  const setting = workbook.settings.getItemOrNullObject(SETTING).load('value');
  await context.sync();
  const there = new Set(tables.items.map((table) => table.name));
  if (!there.has('tblAction')) return undefined;

  const formulas = new Map(names.items.map((name) => [name.name, String(name.formula)]));
  const metas = tracked.filter((name) => there.has(name)).map((name) => ({ name, ...loadMeta(workbook.tables.getItem(name)) }));
  const copies = tables.items.filter((table) => copyOfActions.test(table.name)).map((table) => ({ table, sheet: table.worksheet.load('name') }));
  const cells = (['retroStart', 'setSoon'] as const).filter((name) => formulas.has(name) && formulas.get(name)?.includes('#REF!') !== true).map((name) => ({ name, range: workbook.names.getItem(name).getRangeOrNullObject().load('values') }));
  const places = listPlaces(formulas);
  const lists = loadLists(context, places);
  await context.sync();

  const places3 = new Map(metas.map((meta) => [meta.name, placeOf(meta)]));
  const rows = await readBodies(context, metas.map(({ name, table }) => ({ name, table, rowCount: places3.get(name)?.rowCount ?? 0 })));
  const actionMeta = places3.get('tblAction');
  if (actionMeta === undefined) return undefined;

  const baseCopy: BaseCopy = readBase(rows.get(BASE_TABLE));
  const logPlace = places3.get('tblChange');
  const logIndex = logPlace === undefined ? new Map<string, number>() : changeIndex(logPlace.headers);
  const lines = linesOf(rows.get('tblChange') ?? [], logIndex, 0);
  const known = knownFrom(baseCopy, entriesOf(lines));
  const body = rows.get('tblAction') ?? [];
  const index = actionIndex(actionMeta.headers, body, known);
  const table: ActionTable = {
    sheet: actionMeta.sheet, firstRow: actionMeta.row + 1, missing: missingOf(index),
    rows: body.map((row) => Object.fromEntries(lookedAt.map((key) => [key, row[index.get(key) ?? -1] ?? ''])) as ActionCells),
  };
  const state = setting.isNullObject ? undefined : parseState(setting.value);
  const cellOf = (name: string): Cell | undefined => {
    const found = cells.find((cell) => cell.name === name);
    return found === undefined || found.range.isNullObject ? undefined : (found.range.values as Grid)[0]?.[0];
  };
  const soon = cellOf('setSoon');
  const start = cellOf('retroStart');
  return {
    readOnly: workbook.readOnly, ...progressOf(state), language: state?.language ?? 'zh-CN',
    actionPlace: { ...actionMeta, index }, table, logPlace: logPlace && { ...logPlace, index: logIndex }, lines, emptyLines: emptyRows(rows.get('tblChange') ?? []), basePlace: places3.get(BASE_TABLE), known,
    damaged: state?.complete === true && table.rows.some((row) => row.id !== '') && (!there.has(BASE_TABLE) || known.remembered.size === 0 || lostFromCopy(table, baseCopy) > 0 || hasBrokenLines(rows.get(BASE_TABLE))),
    copies: copies.map(({ table: copy, sheet }) => ({ table: copy.name, sheet: sheet.name })),
    lists: readLists(lists, places), eventStart: typeof start === 'number' ? eventStartOf(start) : undefined, soonDays: soonDaysOf(soon), hasSoon: soon !== undefined,
  };
}

/** Days that count as due soon; a cell that says no number of days says nothing. */
const soonDaysOf = (value: Cell | undefined): number => (typeof value === 'number' && value >= 0 ? value : DEFAULT_SOON_DAYS);

const progressOf = (state: StoredState | undefined): Pick<Reading, 'complete' | 'adding'> => ({ complete: state === undefined || state.complete || state.adding !== undefined, adding: state?.complete === false ? (state.adding ?? []) : [] });

/** What a pane keeps from its last look. */
export interface Remembered {
  readonly reading: Reading;
  /** what is shown of an action and not tracked, by id */
  readonly details: ReadonlyMap<string, Pick<ActionCells, 'source' | 'measure' | 'priority'>>;
}

const essential = ['id', 'what', 'owner', 'deadline', 'status'] as const;

/**
 * Reads the tracked columns and the new lines of the log, in one round trip. undefined when that does not do – a table was
 * changed in its columns, got rows, lost lines of the log – and everything is to be read.
 */
export async function readTracked(context: Excel.RequestContext, { reading, details }: Remembered): Promise<Reading | undefined> {
  const { actionPlace, logPlace } = reading;
  if (actionPlace.rowCount > MOST_ROWS) return undefined;
  const { workbook } = context;
  workbook.load('readOnly');
  const setting = workbook.settings.getItemOrNullObject(SETTING).load('value');
  const actions = workbook.tables.getItem('tblAction');
  const meta = loadMeta(actions);
  const body = actions.getDataBodyRange();
  const columns = essential.map((key) => {
    const at = actionPlace.index.get(key);
    return at === undefined ? undefined : { key, range: body.getColumn(at).load('values') };
  });
  const logTable = workbook.tables.getItemOrNullObject('tblChange').load('name');
  const log = logPlace === undefined ? undefined : loadTail(workbook.tables.getItem('tblChange'), logPlace.rowCount);
  const lists = loadLists(context, reading.lists.places);
  const soon = reading.hasSoon ? workbook.names.getItem('setSoon').getRange().load('values') : undefined;
  try {
    await context.sync();
  } catch (error) {
    // A table or a sheet is gone or has another name: see what there is.
    if ((error as { readonly code?: unknown }).code === 'ItemNotFound') return undefined;
    throw error;
  }
  const place = placeOf(meta);
  if (!sameHeaders(place.headers, actionPlace.headers) || logTable.isNullObject !== (logPlace === undefined)) return undefined;
  const grid = new Map<string, Grid>(columns.flatMap((column) => (column === undefined ? [] : [[column.key, column.range.values as Grid]])));
  const cell = (key: string, row: number): Cell => grid.get(key)?.[row]?.[0] ?? '';
  const seen = new Set<string>();
  const rows: ActionCells[] = [];
  for (let row = 0; row < place.rowCount; row++) {
    const id = String(cell('id', row)).trim();
    const detail = details.get(id);
    const empty = essential.every((key) => String(cell(key, row)).trim() === '');
    // A row without id, with another's or with a new one has to be looked at whole.
    if (!empty && (detail === undefined || seen.has(id))) return undefined;
    seen.add(id);
    rows.push({ id: cell('id', row), what: cell('what', row), owner: cell('owner', row), deadline: cell('deadline', row), status: cell('status', row), source: detail?.source ?? '', measure: detail?.measure ?? '', priority: detail?.priority ?? '' });
  }
  const grown = log === undefined || logPlace === undefined ? { place: logPlace, lines: reading.lines } : growth(log, logPlace, reading.lines);
  if (grown === undefined) return undefined;
  const state = setting.isNullObject ? undefined : parseState(setting.value);
  return {
    ...reading, readOnly: workbook.readOnly, ...progressOf(state), damaged: false,
    actionPlace: { ...place, index: actionPlace.index }, table: { ...reading.table, sheet: place.sheet, firstRow: place.row + 1, rows },
    logPlace: grown.place, lines: grown.lines, known: { ...reading.known, log: entriesOf(grown.lines) }, lists: readLists(lists, reading.lists.places),
    ...(soon !== undefined && { soonDays: soonDaysOf((soon.values as Grid)[0]?.[0]) }),
  };
}

/** Lines of the log from the last known one on: it shows that the log is the one we know. */
export function loadTail(table: Excel.Table, knownRows: number): { readonly meta: Meta; readonly tail: Excel.Range } {
  const body = table.getDataBodyRange();
  const tail = body.getCell(Math.max(0, knownRows - 1), 0).getBoundingRect(body.getLastRow()).load('values,rowIndex');
  return { meta: loadMeta(table), tail };
}

/** The log with its new lines; undefined when it is not the one we know any more. */
export function growth({ meta, tail }: ReturnType<typeof loadTail>, known: TablePlaceOf, lines: readonly LogLine[]): { readonly place: TablePlaceOf; readonly lines: readonly LogLine[] } | undefined {
  const place = placeOf(meta);
  if (!sameHeaders(place.headers, known.headers) || place.rowCount < known.rowCount) return undefined;
  const first = tail.rowIndex - place.row - 1;
  const found = linesOf(tail.values as Grid, known.index, first);
  const last = lines.at(-1);
  if (first !== Math.max(0, known.rowCount - 1) || (last !== undefined && found.find((line) => line.row === last.row)?.entry.key !== last.entry.key)) return undefined;
  return { place: { ...place, index: known.index }, lines: [...lines, ...found.filter((line) => last === undefined || line.row > last.row)] };
}

/** Rows without content behind the last one that has some, and the first one when lines stand under it; a table always keeps one row. */
function emptyRows(rows: Grid): number[] {
  const isEmpty = (row: Cell[] | undefined): boolean => row?.every((cell) => cell === '') === true;
  const used = rows.reduce((last, row, at) => (isEmpty(row) ? last : at + 1), 1);
  return [...(used > 1 && isEmpty(rows[0]) ? [0] : []), ...rows.slice(used).map((_, at) => used + at)];
}

export const entriesOf = (lines: readonly LogLine[]): ChangeEntry[] => lines.map((line) => line.entry);

const sameHeaders = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((header, index) => header === b[index]);
const missingOf = (index: ReadonlyMap<string, number>): Set<LookedAt> => new Set(lookedAt.filter((key) => !index.has(key)));

export function linesOf(rows: readonly (readonly Cell[])[], index: ReadonlyMap<string, number>, first: number): LogLine[] {
  return rows.flatMap((row, at): LogLine[] => {
    const entry = readChange((key) => row[index.get(key) ?? -1] ?? '');
    return entry === undefined ? [] : [{ row: first + at, entry }];
  });
}

interface Meta {
  readonly table: Excel.Table;
  readonly sheet: Excel.Worksheet;
  readonly protection: Excel.WorksheetProtection;
  readonly header: Excel.Range;
  readonly whole: Excel.Range;
  readonly below: Excel.Range;
  readonly filter: Excel.AutoFilter;
}

function loadMeta(table: Excel.Table): Meta {
  return {
    table, sheet: table.worksheet.load('name'), protection: table.worksheet.protection.load('protected'), header: table.getHeaderRowRange().load('values,rowIndex,columnIndex'),
    whole: table.getRange().load('rowCount'), below: table.getRange().getRowsBelow(1).getUsedRangeOrNullObject(true).load('address'), filter: table.autoFilter.load('isDataFiltered'),
  };
}

const placeOf = ({ sheet, protection, header, whole, below, filter }: Meta): TablePlaceOf => ({
  sheet: sheet.name, row: header.rowIndex, column: header.columnIndex, headers: ((header.values as Grid)[0] ?? []).map(String), rowCount: whole.rowCount - 1, index: new Map(),
  filtered: filter.isDataFiltered, isProtected: protection.protected, contentBelow: !below.isNullObject,
});

function listPlaces(formulas: ReadonlyMap<string, string>): Lists['places'] {
  const places: Partial<Record<'lstOwner' | 'lstStatus', ListPlace>> = {};
  for (const name of ['lstOwner', 'lstStatus'] as const) {
    const place = firstCellOf(formulas.get(name));
    if (place !== undefined) places[name] = place;
  }
  return places;
}

function loadLists(context: Excel.RequestContext, places: Lists['places']): { readonly name: keyof Lists['places']; readonly range: Excel.Range }[] {
  return (['lstOwner', 'lstStatus'] as const).flatMap((name) => {
    const place = places[name];
    return place === undefined ? [] : [{ name, range: context.workbook.worksheets.getItem(place.sheet).getRange(`${place.column}${place.row}:${place.column}${place.row + LIST_CAPACITY - 1}`).load('values') }];
  });
}

function readLists(loaded: ReturnType<typeof loadLists>, places: Lists['places']): Lists {
  const of = (name: keyof Lists['places']): string[] => ((loaded.find((list) => list.name === name)?.range.values ?? []) as Grid).map(([value]) => String(value ?? '').trim()).filter((value) => value !== '');
  return { owners: of('lstOwner'), statuses: of('lstStatus'), places };
}
