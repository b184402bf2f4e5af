import { formatOf, readFigure, type FigureFormat } from '../figures';
import type { BoundColumn } from '../kinds/kind';
import type { CellRow } from '../read-cells';
import { parseDateTime } from '../values/date-time';
import { parseId } from '../values/id';
import { unguard } from '../values/text';
import type { LargeTable } from './accumulator';
import { hashPlainAscii, hashWide } from './byte-hash';
import { createInterner, type Interner } from './interner';
import { findId, idEnd, idStart, makeMoment, momentOfCell, numberOfCell, type Moment } from './cell-bytes';
import type { Product } from './parts';

/** A column of figures. */
export interface FigureColumn {
  readonly column: BoundColumn;
  readonly format: FigureFormat;
  /** digits mean what they say: the header names no 万元 and the like */
  readonly direct: boolean;
}

export function figureColumn(column: BoundColumn | undefined, metric: string, withUnit = true): FigureColumn | undefined {
  if (!column) return undefined;
  const format = formatOf(metric, withUnit ? column.header.unit : undefined);
  const { figure } = readFigure('1', format);
  return { column, format, direct: figure.kind === 'number' && figure.value === 1 };
}

/** The figure in a cell; NaN where there is none. What cannot be read is named, unless `quiet`. */
export function figureAt(table: LargeTable, row: CellRow, { column, format, direct }: FigureColumn, quiet = false): number {
  if (direct) {
    const value = numberOfCell(row, column.index);
    if (!Number.isNaN(value)) return value;
  }
  const raw = row.text(column.index);
  if (raw === '') return Number.NaN;
  const { figure, problem } = readFigure(raw, format);
  if (problem && !quiet) table.problem(row, { ...problem, column: column.header.raw, value: unguard(raw) });
  return figure.kind === 'number' ? figure.value : Number.NaN;
}

/** The same with 0 where there is none. */
export function amountAt(table: LargeTable, row: CellRow, column: FigureColumn | undefined): number {
  if (!column) return 0;
  const value = figureAt(table, row, column);
  return Number.isNaN(value) ? 0 : value;
}

/** Time of a cell; -1 when empty or unreadable, the latter named. */
export function momentAt(table: LargeTable, row: CellRow, column: BoundColumn): Moment {
  const moment = momentOfCell(row, column.index);
  if (!Number.isNaN(moment)) return moment;
  const raw = row.text(column.index);
  if (raw === '') return -1;
  const reading = parseDateTime(raw, table.options.year);
  if (reading.kind === 'bad') table.problem(row, { code: 'not-a-date', column: column.header.raw, value: unguard(raw) });
  if (reading.kind !== 'date-time') return -1;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = reading.value.split(/[-: ]/).map(Number);
  return makeMoment(year, month, day, hour * 3600 + minute * 60 + second);
}

/** Both halves of the hash of the id last read by `hashId`. */
export const idHash = { high: 0, low: 0 };

const scratch = new Uint8Array(4_096);
const scratchView = new DataView(scratch.buffer);

/** Hashes the id in a cell into `idHash`, however it is guarded; `damaged` when Excel took its digits, which is named. */
export function hashId(table: LargeTable, row: CellRow, column: BoundColumn): 'ok' | 'missing' | 'damaged' {
  if (findId(row, column.index) && hashPlainAscii(row.view, idStart(), idEnd(), idHash)) return 'ok';
  const { id, state } = parseId(row.text(column.index));
  if (state === 'missing') return 'missing';
  if (state !== 'ok') {
    table.problem(row, { code: state === 'broken' ? 'broken-id' : 'suspect-id', column: column.header.raw, value: id });
    return 'damaged';
  }
  hashWide(scratchView, 0, new TextEncoder().encodeInto(id, scratch).written, idHash);
  return 'ok';
}

/** Names an id whose digits Excel took. */
export function checkId(table: LargeTable, row: CellRow, column: BoundColumn | undefined): void {
  if (!column || findId(row, column.index)) return;
  const { id, state } = parseId(row.text(column.index));
  if (state === 'broken' || state === 'suspect') table.problem(row, { code: state === 'broken' ? 'broken-id' : 'suspect-id', column: column.header.raw, value: id });
}

/** A product is its id; only rows without an id are told apart by name. The name is that of its first row. */
export interface Products {
  of(row: CellRow): number;
  /** products in the order they first came */
  readonly list: readonly Product[];
  /** Numbers of the products of another reader, in its order. */
  absorb(products: readonly Product[]): readonly number[];
  /** more than half of the ids or names that can be told apart */
  readonly crowded: boolean;
}

/** Different products kept apart; the rest share one without a name. */
const mostProducts = 200_000;

export function createProducts(item: BoundColumn | undefined, itemId: BoundColumn | undefined, nameOf: (cell: string) => string): Products {
  const names = createInterner(nameOf, mostProducts);
  const ids = createInterner((cell) => parseId(cell).id, mostProducts);
  const list: Product[] = [];
  const byKey = new Map<string, number>();
  /** product + 1 by number of the id, and by number of the name */
  const byId: number[] = [];
  const byName: number[] = [];
  const textAt = (from: Interner, row: CellRow, column: BoundColumn | undefined): string => (column ? from.text(from.of(row, column.index)) : '');
  const numberOf = (product: Product): number => {
    const key = product.itemId || product.item;
    const known = byKey.get(key);
    if (known !== undefined) return known;
    byKey.set(key, list.length);
    return list.push(product) - 1;
  };
  const learn = (row: CellRow): number => numberOf({ item: textAt(names, row, item), itemId: textAt(ids, row, itemId) });
  return {
    list,
    of(row) {
      const id = itemId ? ids.of(row, itemId.index) : 0;
      const name = id > 0 || !item ? 0 : names.of(row, item.index);
      if (id < 0 || name < 0) return learn(row);
      const known = id > 0 ? byId[id] : byName[name];
      if (known !== undefined) return known;
      const product = learn(row);
      if (id > 0) byId[id] = product;
      else byName[name] = product;
      return product;
    },
    absorb: (products) => products.map(numberOf),
    get crowded() {
      return Math.max(ids.size, names.size) > mostProducts / 2;
    },
  };
}
