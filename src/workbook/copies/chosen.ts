import type { CellDifference, NewRow } from '../copies';

/** What somebody chose of a comparison, as she saw it. */
export type Chosen = CellDifference | NewRow;
export const isNewRow = (chosen: Chosen): chosen is NewRow => 'mark' in chosen;
