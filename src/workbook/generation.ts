import { fromSerial } from '../retro/dates';
import type { ChangeEntry, TrackNote, ActionProblem } from '../retro/tracking';
import { differences, indexLog, trackedCell, trackedText, type TrackedRow } from '../retro/tracking-log';
import { mergeTable, type CellWrite } from './merge';
import { DATE_FORMAT } from './number-formats';
import type { TablePlan } from './plan';
import { readChanges } from './sheets/change';
import { baseKey, type BaseRow, type WorkbookSnapshot } from './snapshot';
import { actionTable, afterMerge, knownFrom, lookAt, TRACK, trackRow, withLook, type Look } from './tracking';

/** When a generation runs, and for whom. */
export interface Clock {
  /** local time, `YYYY-MM-DD HH:MM:SS` */
  readonly now: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** name of the person at this computer, where known */
  readonly who?: string;
}

/** The look at the action table before new data come. */
export interface Begun {
  /** with ids and dates put right */
  readonly snapshot: WorkbookSnapshot;
  readonly writes: readonly CellWrite[];
  readonly look: Look | undefined;
}

/** Looks at the action table before a generation, so that nothing people did is missed or taken for the data's. */
export function beginGeneration(snapshot: WorkbookSnapshot, clock: Clock | undefined): Begun {
  const table = snapshot.tables.get('tblAction');
  if (table === undefined || clock === undefined) return { snapshot, writes: [], look: undefined };
  const { table: actions, index } = actionTable(table, snapshot.base);
  const start = snapshot.cells.get('retroStart')?.value;
  const eventStart = typeof start === 'number' ? fromSerial(start) : undefined;
  const isProtected = (name: string | undefined): boolean => snapshot.sheets.some((sheet) => sheet.name === name && sheet.isProtected);
  const look = lookAt(actions, knownFrom(snapshot.base, readChanges(snapshot.tables.get('tblChange'))), {
    ...clock, who: clock.who ?? '', origin: 'found-on-open', owners: (snapshot.lists?.get('lstOwner') ?? []).map((owner) => owner.trim()).filter((owner) => owner !== ''), statuses: [],
    soonDays: 0, mayWrite: !isProtected(table.sheet), ...(eventStart === undefined ? {} : { eventStart }),
  });
  const at = (key: string): number => index.get(key) ?? -1;
  return {
    look,
    snapshot: { ...snapshot, tables: new Map(snapshot.tables).set('tblAction', withLook(table, index, look)) },
    writes: [
      ...look.ids.map(({ row, id }): CellWrite => ({ row, column: at('id'), value: id, numberFormat: '@' })),
      ...look.dates.map(({ row, serial }): CellWrite => ({ row, column: at('deadline'), value: serial, numberFormat: DATE_FORMAT })),
    ].filter((write) => write.column >= 0),
  };
}

export interface Tracked {
  /** lines for the log */
  readonly changes: readonly ChangeEntry[];
  /** rows for the base copy, by its key */
  readonly remember: ReadonlyMap<string, BaseRow>;
  readonly notes: readonly TrackNote[];
  readonly problems: readonly ActionProblem[];
}

/** What the generation changes in the action table, and what people changed before it, as lines of the log. */
export function trackGeneration({ snapshot, look }: Begun, plan: TablePlan, clock: Clock | undefined): Tracked {
  const table = snapshot.tables.get('tblAction');
  const known = knownFrom(snapshot.base, readChanges(snapshot.tables.get('tblChange')));
  const unfinished = snapshot.state?.complete !== true;
  const planned = new Map(plan.rows.map((row) => [row.id, { id: row.id, what: trackedText(row.values['what'] ?? ''), owner: trackedText(row.values['owner'] ?? ''), deadline: trackedCell(row.values['deadline'] ?? '', 'deadline'), status: trackedText(row.values['status'] ?? '') }]));
  const merge = table && mergeTable(plan, table, snapshot.base, unfinished);
  const rows = table === undefined || merge === undefined ? [...planned.values()].filter((row) => row.id !== '') : rowsOf();
  const remember = new Map(rows.filter((row) => !known.remembered.has(row.id)).map((row) => [baseKey(TRACK, row.id), trackRow(row)]));
  const rest = { remember, notes: look?.notes ?? [], problems: look?.problems ?? [] };
  // Without an id column nothing can be told of the rows.
  if (clock === undefined || (merge !== undefined && !merge.columnIndex.has('id'))) return { changes: [], ...rest };
  const written = new Set(merge?.writes.map((write) => `${write.row}|${write.column}`));
  const changes = differences(rows, known.remembered, indexLog(known.log), {
    at: clock.now, origin: 'found-on-open', who: clock.who ?? '',
    originOf: (action, field) => {
      if (field === 'row') return undefined;
      const row = rows.findIndex((candidate) => candidate.id === action);
      const byData = merge === undefined || written.has(`${rowIndex(action)}|${merge.columnIndex.get(field) ?? -1}`) || (unfinished && planned.get(action)?.[field] === rows[row]?.[field]);
      return byData ? 'data' : undefined;
    },
  });
  return { changes, ...rest };

  function rowsOf(): TrackedRow[] {
    if (table === undefined || merge === undefined) return [];
    const after = actionTable(afterMerge(table, merge), snapshot.base).table;
    const words = new Map(look?.rows.flatMap((row) => (row.words === undefined ? [] : [[row.id, row] as const])));
    const without = new Set((['owner', 'deadline', 'status'] as const).filter((field) => after.missing.has(field)));
    const seen = new Set<string>();
    return after.rows.flatMap((cells): TrackedRow[] => {
      const id = trackedText(cells.id);
      if (id === '' || seen.has(id)) return [];
      seen.add(id);
      const deadline = trackedCell(cells.deadline, 'deadline');
      const said = words.get(id);
      return [{ id, what: trackedText(cells.what), owner: trackedText(cells.owner), deadline, status: trackedText(cells.status), without, ...(said?.words !== undefined && said.deadline === deadline ? { words: said.words } : {}) }];
    });
  }

  /** Row of the table before the run. */
  function rowIndex(action: string): number {
    return look?.actions.find((candidate) => candidate.id === action)?.rowIndex ?? -1;
  }
}
