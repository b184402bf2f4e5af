import { readHeader } from './headers';
import type { BoundColumn } from './kinds/kind';

/**
 * Columns without a meaning whose name stands more than once (`较上周期` behind every figure) get the left neighbour into their label, so that
 * they are told apart and each can be given its own meaning (Q09).
 */
export function withLabels(columns: readonly BoundColumn[]): readonly BoundColumn[] {
  const counts = new Map<string, number>();
  for (const { header } of columns) counts.set(header.name, (counts.get(header.name) ?? 0) + 1);
  return columns.map((column, index) => {
    const left = columns[index - 1]?.header;
    const repeated = column.header.name !== '' && (counts.get(column.header.name) ?? 0) > 1;
    if (!repeated || column.field !== undefined || column.metric !== undefined || left === undefined || left.name === '' || left.name === column.header.name) return column;
    return { ...column, label: `${column.header.raw}（${left.raw}）` };
  });
}

/** What a person sees as the name of a column. */
export const labelOf = (column: BoundColumn): string => column.label ?? column.header.raw;

/** The name under which a choice about a column is kept. */
export const choiceNameOf = (column: BoundColumn): string => (column.label === undefined ? column.header.name : readHeader(column.label).name);
