/** What a comparison with a copy that a colleague filled and sent back can say. */

/** How a cell of a returned copy stands to ours. */
export const differenceKinds = [
  /** the copy says something new where ours is as it was, or empty: to be taken */
  'theirs',
  /** both were changed since the copy was made */
  'conflict',
  /** they differ and nothing tells who changed what */
  'unknown',
  /** the copy is empty where ours says something */
  'emptied',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** What to know about a copy beside its differences. Texts: i18n `copies.notes`. */
export const copyNoteCodes = [
  /** a column is not in the copy; `column` */
  'column-gone',
  /** a column is not in our table; `column` */
  'column-gone-here',
  /** a column somebody added to the copy; it is not collected; `column` */
  'own-column',
  /** `id` stands on several rows, `where` */
  'double-id-mine', 'double-id-copy',
  /** rows of ours that have no id yet are not compared; `count` */
  'rows-without-id',
  /** our table has no column of ids: its rows cannot be told */
  'no-ids',
  /** a table that ours does not have */
  'table-gone-here',
  /** figures of rows that the copy has more; they come with the data */
  'derived-rows',
] as const;
export type CopyNoteCode = (typeof copyNoteCodes)[number];
export interface CopyNote {
  readonly code: CopyNoteCode;
  readonly values: Readonly<Record<string, string | number>>;
}
