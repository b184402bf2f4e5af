import { fromSerial } from '../../retro/dates';
import type { ChangeEntry } from '../../retro/tracking';
import { readBase } from '../base-copy';
import { readChanges } from '../sheets/change';
import { sheetOfTable, type BaseCopy, type NamedCellSnapshot, type TableSnapshot } from '../snapshot';
import type { TableName } from '../plan';

type Cell = string | number | boolean;

/** What a file holds, as its reader gives it: tables by name and the cells that have a name. */
export interface CopyContent {
  readonly tables: readonly { readonly name: string; readonly sheet: string; readonly row: number; readonly column: number; readonly headers: readonly string[]; readonly rows: readonly (readonly Cell[])[] }[];
  readonly cells: ReadonlyMap<string, Cell>;
}

/** What tells one retro from another: the facts on the cover. '' is not given. */
export interface RetroFacts {
  readonly event: string;
  readonly shop: string;
  /** `YYYY-MM-DD` */
  readonly start: string;
  readonly end: string;
}

/** Defined names of the cells with these facts. */
export const factCells = { event: 'retroEvent', shop: 'retroShop', start: 'retroStart', end: 'retroEnd' } as const;

/** A copy of the workbook that a colleague filled and sent back, its tables as those of a snapshot. */
export interface ReturnedCopy {
  readonly facts: RetroFacts;
  readonly tables: ReadonlyMap<TableName, TableSnapshot>;
  /** its own memory of what the add-in last wrote; empty when a program dropped the hidden sheet */
  readonly base: BaseCopy;
  /** its own 变更记录 */
  readonly log: readonly ChangeEntry[];
}

const names = new Map((Object.keys(sheetOfTable) as TableName[]).map((name) => [name.toLowerCase(), name]));

/** The retro in a file; undefined when it has none of our tables. Tables are known by their names, whatever sheets they stand on. */
export function readReturned({ tables, cells }: CopyContent): ReturnedCopy | undefined {
  const found = new Map<TableName, TableSnapshot>();
  for (const table of tables) {
    const name = names.get(table.name.toLowerCase());
    if (name !== undefined && !found.has(name)) found.set(name, { ...table, name, filtered: false, contentBelow: false });
  }
  if (found.size === 0) return undefined;
  const base = tables.find(({ name }) => name.toLowerCase() === 'tblbase');
  return { facts: factsOf((name) => cells.get(name)), tables: found, base: readBase(base?.rows), log: readChanges(found.get('tblChange')) };
}

/** The facts of the open workbook. */
export const factsOfCells = (cells: ReadonlyMap<string, Pick<NamedCellSnapshot, 'value'>>): RetroFacts => factsOf((name) => cells.get(name)?.value ?? undefined);

function factsOf(cell: (name: string) => Cell | undefined): RetroFacts {
  const text = (name: string): string => String(cell(name) ?? '').trim();
  const day = (name: string): string => {
    const value = cell(name);
    return typeof value === 'number' ? (fromSerial(value) ?? '') : text(name);
  };
  return { event: text(factCells.event), shop: text(factCells.shop), start: day(factCells.start), end: day(factCells.end) };
}

/**
 * Whether two workbooks are about the same retro: the same event, or one that was renamed and has the same days; and not of
 * two shops, nor of two years. What one of them does not say speaks neither for nor against.
 */
export function sameRetro(a: RetroFacts, b: RetroFacts): boolean {
  const differs = (key: keyof RetroFacts): boolean => a[key] !== '' && b[key] !== '' && a[key] !== b[key];
  const agrees = (key: keyof RetroFacts): boolean => a[key] !== '' && a[key] === b[key];
  if (differs('shop')) return false;
  return differs('event') ? agrees('start') && agrees('end') : !differs('start') || agrees('end');
}
