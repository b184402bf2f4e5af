import type { Language } from '../../i18n';
import { wordsOf } from '../columns';
import type { CellPlan, SheetKey, TableName } from '../plan';
import { text } from '../references';
import { arrivingTables, ROW_HEIGHT, sentence, type ArrivingKey } from './cover-parts';

/** Rows the map takes: title, two halves of four blocks, the four purposes. */
export const MAP_ROWS = 9;

interface Counting {
  readonly filled: (table: TableName, key: string) => string;
  readonly col: (table: TableName, key: string) => string;
}

/**
 * 客服侧复盘地图 (R4, R5): on the left the data half, on the right the four areas of the operations half, below the four
 * purposes; each block links to its place and says how far it is, counted by formula from the tables.
 */
export function mapCells(top: number, language: Language, present: ReadonlySet<SheetKey>, { filled, col }: Counting): readonly CellPlan[] {
  const words = wordsOf(language);
  const { map } = words.chain;
  const { states, classes } = words;
  const ofClass = (name: keyof typeof classes, state: keyof typeof states): string => `COUNTIFS(${col('tblComparison', 'class')},${text(classes[name])},${col('tblComparison', 'state')},${text(states[state])})`;
  const figures = (name: keyof typeof classes): string => `=${sentence(map.reached, `${ofClass(name, 'reached')}+${ofClass(name, 'close')}+${ofClass(name, 'missed')}`, ofClass(name, 'reached'), ofClass(name, 'missed'))}`;
  const area = (name: string): string => {
    const of = (...more: readonly string[]): string => `COUNTIFS(${[col('tblNode', 'area'), text(name), ...more].join(',')})`;
    return `=${sentence(map.area, of(col('tblNode', 'result'), '"<>"'), of(), of(col('tblNode', 'problem'), '"<>"'))}`;
  };
  const [LEFT, RIGHT] = [0, 3] as const;
  return [
    ...[0, 1, 3, 4, 5, 6].map((column): CellPlan => ({ row: top, column, value: column === 0 ? map.title : null, style: 'heading', height: ROW_HEIGHT })),
    ...half(top + 1, LEFT, map.data),
    ...half(top + 1, RIGHT, map.operations),
    ...block(top + 2, LEFT, map.result, 'comparison', figures('result')),
    ...block(top + 3, LEFT, map.process, 'comparison', figures('process')),
    ...arriving(top + 4, LEFT, map.hours, 'hour'),
    ...arriving(top + 5, LEFT, map.categories, 'inquiry'),
    ...words.lists.lstArea.flatMap((name, index) => block(top + 2 + index, RIGHT, name, 'node', area(name))),
    ...half(top + 6, LEFT, map.purposes),
    ...half(top + 6, RIGHT, ''),
    ...arriving(top + 7, LEFT, map.purpose.item, 'item'),
    ...arriving(top + 7, RIGHT, map.purpose.refund, 'refund'),
    ...arriving(top + 8, LEFT, map.purpose.inquiry, 'inquiry'),
    ...arriving(top + 8, RIGHT, map.purpose.silent, 'silent'),
  ];

  function half(row: number, column: number, title: string): CellPlan[] {
    const last = column === LEFT ? 1 : 6;
    return Array.from({ length: last - column + 1 }, (_, index) => ({ row, column: column + index, value: index === 0 && title !== '' ? title : null, style: 'label', height: ROW_HEIGHT }));
  }

  function block(row: number, column: number, title: string, to: SheetKey, formula: string): CellPlan[] {
    return [{ row, column, value: title, style: 'link', linkTo: to, height: ROW_HEIGHT }, { row, column: column + 1, formula, style: 'plain' }];
  }

  /** A block whose sheet comes with its data. */
  function arriving(row: number, column: number, title: string, key: Exclude<ArrivingKey, 'department'>): CellPlan[] {
    if (!present.has(key)) return [{ row, column, value: title, style: 'absent', height: ROW_HEIGHT, about: key }, { row, column: column + 1, value: map.notPasted, style: 'absent', about: key }];
    const { table, what, notes } = arrivingTables[key];
    return block(row, column, title, key, `=${sentence(map.rows, filled(table, what), notes.map((note) => filled(table, note)).join('+'))}`).map((cell) => ({ ...cell, about: key }));
  }
}
