import { columnName } from '../../host/model/address';

/** `B4` for row 3, column 1. */
export const cellAddress = (row: number, column: number): string => `${columnName(column)}${String(row + 1)}`;
