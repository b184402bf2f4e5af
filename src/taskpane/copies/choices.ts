import type { CopyComparison, TableDifferences } from '../../workbook/copies';
import type { Chosen } from '../../workbook/copies/chosen';

/** All that may be chosen of a table, or of a comparison. */
export const choicesOfTable = ({ rows, added }: Pick<TableDifferences, 'rows' | 'added'>): Chosen[] => [...rows.flatMap(({ cells }) => cells), ...added];
export const choicesOf = ({ tables }: CopyComparison): Chosen[] => tables.flatMap(choicesOfTable);
