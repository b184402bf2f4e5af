import type { RawTable, TableRow } from './table';
import { formatKind, numberText, type FormatKind } from './xlsx/number-format';

/** Cells as Excel gives them for a range: `Range.values` and `Range.numberFormat` (Q41). */
export interface RangeCells {
  readonly values: readonly (readonly unknown[])[];
  /** same shape as `values`; without it numbers are taken as they are */
  readonly numberFormat?: readonly (readonly unknown[])[];
  /** 1-based row of the sheet, so that problems name the row the user sees */
  readonly firstRow: number;
}

/**
 * A selection or a used range as a table: 0.178 formatted `0.0%` becomes `17.8%`, a date serial its date, a long id all its digits. Ranges read in
 * pieces are joined by giving the pieces in order.
 */
export function tableFromRange(...pieces: readonly RangeCells[]): RawTable {
  const kinds = new Map<string, FormatKind>();
  const kindOf = (format: unknown): FormatKind => {
    const code = typeof format === 'string' ? format : 'General';
    const known = kinds.get(code) ?? formatKind(-1, code);
    kinds.set(code, known);
    return known;
  };
  const rows = pieces.flatMap(({ values, numberFormat, firstRow }) =>
    values.map((cells, row): TableRow => ({ line: firstRow + row, cells: cells.map((cell, column) => cellText(cell, kindOf(numberFormat?.[row]?.[column]))) })),
  );
  return { rows, lines: rows.length, unterminated: [] };
}

function cellText(value: unknown, kind: FormatKind): string {
  if (typeof value === 'number') return numberText(value, kind, false);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'string' ? value : '';
}
