/** What a file holds that will not be there when it is saved again. Known before anything is written. */
import { formatRect } from '../../model/address';

/** Kinds of things that can be lost. Words for people are the caller's. */
export type DroppedKind =
  | 'array-formula' | 'what-if-table' | 'gradient-fill' | 'pattern-fill' | 'diagonal-border' | 'text-rotation' | 'font-position' | 'hidden-formula' | 'rich-text'
  | 'conditional-format' | 'input-message' | 'split-window' | 'zoom' | 'print-scale' | 'paper-size' | 'other-headers'
  | 'table-without-header' | 'table-damaged' | 'table-sort' | 'table-query' | 'filter-criterion'
  | 'chart-format' | 'chart-sheet' | 'macros' | 'local-name' | 'print-name' | 'document-property' | 'sheet-element' | 'part';

export interface Dropped {
  /** path of the part in the file */
  readonly part: string;
  readonly what: DroppedKind;
  /** sheet and cells, a name, an element: as a person finds it */
  readonly where: string;
}

/** Cells named one by one; more are only counted. */
const MOST_CELLS = 5;

export interface DroppedList {
  add(part: string, what: DroppedKind, where: string): void;
  /** cells of one sheet that lose the same are told in one line */
  addCell(part: string, what: DroppedKind, sheet: string, row: number, column: number): void;
  list(): readonly Dropped[];
}

export const createDroppedList = (): DroppedList => {
  const found = new Map<string, Dropped>();
  const cells = new Map<string, { readonly part: string; readonly what: DroppedKind; readonly sheet: string; readonly places: string[]; count: number }>();
  return {
    add: (part, what, where) => {
      found.set(`${part}\n${what}\n${where}`, { part, what, where });
    },
    addCell: (part, what, sheet, row, column) => {
      const key = `${part}\n${what}`;
      const entry = cells.get(key) ?? { part, what, sheet, places: [], count: 0 };
      cells.set(key, entry);
      entry.count += 1;
      if (entry.places.length < MOST_CELLS) entry.places.push(formatRect({ row, column, rowCount: 1, columnCount: 1 }));
    },
    list: () => [
      ...[...cells.values()].map(({ part, what, sheet, places, count }) => ({ part, what, where: `${sheet}!${places.join(' ')}${count > places.length ? ` … (${count})` : ''}` })),
      ...found.values(),
    ],
  };
};
