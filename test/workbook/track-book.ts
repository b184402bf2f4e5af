import { createIdAllocator } from '../../src/retro/ids';
import { toSerial } from '../../src/retro/dates';
import type { ChangeEntry, ChangeOrigin, TrackedField } from '../../src/retro/tracking';
import { differences, indexLog } from '../../src/retro/tracking-log';
import { beginGeneration, trackGeneration } from '../../src/workbook/generation';
import { idMemory, mergeTable } from '../../src/workbook/merge';
import type { TableName } from '../../src/workbook/plan';
import { actionColumns, actionSheet } from '../../src/workbook/sheets/action';
import { changeColumns, changeRow, readChanges } from '../../src/workbook/sheets/change';
import { baseKey, type BaseRow, type TableSnapshot, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { actionTable, afterMerge, knownFrom, lookAt, TRACK, trackRow, withLook, type Look } from '../../src/workbook/tracking';

export const TODAY = '2025-11-17';
export const clock = { now: `${TODAY} 10:00:00`, today: TODAY } as const;
type Cell = string | number | boolean;

/** An action as a paste gives it. */
export interface Given {
  readonly what: string;
  readonly owner: string;
  readonly deadline: number | '';
  readonly status: string;
}

const headersOf = (columns: readonly { readonly header: string }[]): string[] => columns.map((column) => column.header);

const logHeaders = headersOf(changeColumns('zh-CN'));
const actionHeaders = headersOf(actionColumns('zh-CN', true));
const actionKeys = actionColumns('zh-CN', true).map((column) => column.key);
const actionPlan = actionSheet([], 'zh-CN', true).table;

/** A workbook in memory, to which the pure parts of a look and of a generation are applied as the executor would. No Excel. */
export class Book {
  headers: readonly string[] = actionHeaders;
  rows: Cell[][] = [];
  log: Cell[][] = [];
  base: Map<string, BaseRow> | undefined = new Map();

  private table(name: TableName, headers: readonly string[], rows: readonly (readonly Cell[])[]): TableSnapshot {
    return { name, sheet: name, row: 3, column: 0, headers, rows, filtered: false, contentBelow: false };
  }
  snapshot(): WorkbookSnapshot {
    return {
      readOnly: false, sheets: [], names: new Map(), cells: new Map(), base: this.base ?? new Map(), baseTable: undefined, tableNames: new Set(), state: { version: 1, language: 'zh-CN', complete: true },
      tables: new Map([['tblAction', this.table('tblAction', this.headers, this.rows)], ['tblChange', this.table('tblChange', logHeaders, this.log)]]),
    };
  }
  changes(): ChangeEntry[] {
    return readChanges(this.table('tblChange', logHeaders, this.log));
  }

  /** What a look would do now, not applied. */
  see(origin: ChangeOrigin = 'found-while-open'): Look {
    const snapshot = this.table('tblAction', this.headers, this.rows);
    const base = this.base ?? new Map<string, BaseRow>();
    return lookAt(actionTable(snapshot, base).table, knownFrom(base, this.changes()), { ...clock, origin, who: '', owners: [], statuses: [], soonDays: 7, mayWrite: true });
  }
  look(origin?: ChangeOrigin): Look {
    const look = this.see(origin);
    this.write(look);
    return look;
  }
  write(look: Look): void {
    const snapshot = this.table('tblAction', this.headers, this.rows);
    this.rows = withLook(snapshot, actionTable(snapshot, this.base ?? new Map()).index, look).rows.map((row) => [...row]);
    this.addLines(look.entries);
    this.base ??= new Map();
    for (const [id, values] of look.remember) this.base.set(baseKey(TRACK, id), trackRow(values));
  }
  /** What a pane does after a look when the person changes a cell in it: the cell and its line. */
  edit(look: Look, row: number, field: TrackedField, value: string, who: string): void {
    const known = look.rows.find(({ id }) => id === this.cell(row, 'id'));
    if (known === undefined || known[field] === value) return;
    const { words: _, ...plain } = known;
    const log = { ...indexLog(this.changes()), actions: new Map<string, string>() };
    this.addLines(differences([{ ...plain, [field]: value }], new Map([[known.id, plain]]), log, { at: clock.now, origin: 'here', who }).filter((entry) => entry.field === field));
    this.type(row, field, field === 'deadline' && value !== '' ? toSerial(value) : value);
  }
  generate(given: readonly Given[]): readonly ChangeEntry[] {
    const begun = beginGeneration(this.snapshot(), clock);
    const allocate = createIdAllocator(idMemory(begun.snapshot));
    const actions = given.map((action, index) => ({
      ...action, file: '', line: index + 2, rowId: allocate('A', action.what), naturalKey: action.what, deadlineRaw: '', source: 'C-01', measure: '', priority: '', progress: '', note: '',
      deadline: action.deadline === '' ? undefined : String(action.deadline),
    }));
    const sheet = actionPlan;
    if (sheet === undefined) throw new Error('no table');
    const plan = { ...sheet, rows: actions.map((action, index) => ({ id: action.rowId, naturalKey: action.naturalKey, values: { what: action.what, owner: action.owner || null, deadline: given[index]?.deadline || null, source: 'C-01', status: action.status || null } })) };
    const tracked = trackGeneration(begun, plan, clock);
    const table = begun.snapshot.tables.get('tblAction');
    if (table === undefined) throw new Error('no table');
    const merge = mergeTable(plan, table, begun.snapshot.base);
    this.rows = afterMerge(table, merge).rows.map((row) => [...row]);
    this.addLines(tracked.changes);
    this.base ??= new Map();
    for (const [id, row] of merge.base) this.base.set(baseKey('tblAction', id), row);
    for (const [key, row] of tracked.remember) this.base.set(key, row);
    return tracked.changes;
  }
  private addLines(entries: readonly ChangeEntry[]): void {
    if (entries.length === 0) return;
    const columns = changeColumns('zh-CN');
    for (const entry of entries) {
      const row = changeRow(entry, 'zh-CN');
      this.log.push(columns.map((column) => (column.key === 'id' ? row.id : row.values[column.key]) ?? ''));
    }
  }

  column(key: string): number {
    return this.headers.indexOf(actionHeaders[actionKeys.indexOf(key)] ?? '');
  }
  cell(row: number, key: string): Cell {
    return this.rows[row]?.[this.column(key)] ?? '';
  }
  type(row: number, key: string, value: Cell): void {
    const cells = this.rows[row];
    const at = this.column(key);
    if (cells !== undefined && at >= 0) cells[at] = value;
  }
  addRow(values: Readonly<Record<string, Cell>>): void {
    const keys = new Map(Object.entries(values).map(([key, value]) => [this.column(key), value]));
    this.rows.push(this.headers.map((_, at) => keys.get(at) ?? ''));
  }
}
