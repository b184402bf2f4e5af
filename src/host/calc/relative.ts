/** Formulas of rules – conditional formats, validation – are written for the top left cell of where they apply. */
import { unite } from '../model/address';
import { translateFormula } from '../model/formula';
import type { Rect } from '../model/types';

/** The cell a rule's formula is written for: the top left corner of all its ranges. Without a range: A1. */
export const ruleOrigin = (ranges: readonly Rect[]): { readonly row: number; readonly column: number } => {
  const [first, ...rest] = ranges;
  return first === undefined ? { row: 0, column: 0 } : rest.reduce(unite, first);
};

/**
 * The rule's formula as it reads in one cell: relative rows and columns move with the cell, `$` parts stay.
 * A reference that leaves the sheet becomes `#REF!`. With or without leading `=`.
 */
export const formulaForCell = (formula: string, ranges: readonly Rect[], row: number, column: number): string => {
  const origin = ruleOrigin(ranges);
  return translateFormula(formula, row - origin.row, column - origin.column);
};
