/** Functions in which the engine makes a difference between `A1` and `A1:A1`, and Excel none. */

const everySecond = (from: number) => (index: number): boolean => index >= from && (index - from) % 2 === 0;
const positions =
  (...wanted: readonly number[]) =>
  (index: number): boolean =>
    wanted.includes(index);
const sumPositions = (index: number): boolean => index === 0 || everySecond(1)(index);

/**
 * Arguments for which the engine accepts ranges only, while Excel takes a single cell for a range of one. Matters as
 * soon as a table has one row.
 */
const RANGE_ARGUMENTS = new Map<string, (index: number) => boolean>([
  ['COUNTIF', positions(0)],
  ['COUNTIFS', everySecond(0)],
  ['SUMIF', positions(0, 2)],
  ['AVERAGEIF', positions(0, 2)],
  ['SUMIFS', sumPositions],
  ['AVERAGEIFS', sumPositions],
  ['MAXIFS', sumPositions],
  ['MINIFS', sumPositions],
  ['MATCH', positions(1)],
  ['XMATCH', positions(1)],
  ['INDEX', positions(0)],
  ['VLOOKUP', positions(1)],
  ['HLOOKUP', positions(1)],
  ['LOOKUP', positions(1, 2)],
  ['XLOOKUP', positions(1, 2)],
  ['RANK', positions(1)],
  ['RANK.EQ', positions(1)],
  ['RANK.AVG', positions(1)],
  ['LARGE', positions(0)],
  ['SMALL', positions(0)],
]);

/** `A1` → `A1:A1`, anything else unchanged. */
const asRange = (argument: string): string => argument.replace(/^(\s*(?:'(?:[^']|'')+'!)?)(\$?[A-Z]{1,3}\$?\d+)(\s*)$/i, '$1$2:$2$3');

/** The translated arguments of a function, single cells turned into ranges where the engine wants ranges. */
export const rangeArguments = (name: string, list: readonly string[]): readonly string[] => {
  const isRange = RANGE_ARGUMENTS.get(name);
  return isRange === undefined ? list : list.map((argument, index) => (isRange(index) ? asRange(argument) : argument));
};
