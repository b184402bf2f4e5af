import type { TableMerge } from '../../workbook/merge';
import { LIST_CAPACITY, type PlanValue } from '../../workbook/plan';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { firstCellOf } from '../read-workbook';
import type { Writer } from '../writer';

/**
 * Owners that this run brings into the action table and the list of 配置 does not have go below its last value. What people
 * typed or deleted there stays so: only owners of rows that are written now are added.
 */
export async function addOwners(writer: Writer, snapshot: WorkbookSnapshot, merge: TableMerge | undefined): Promise<void> {
  if (merge === undefined) return;
  const column = merge.columnIndex.get('owner');
  await listOwners(writer, snapshot, [...merge.writes.filter((write) => write.column === column).map((write) => write.value), ...merge.appended.map((row) => row.values['owner'])]);
}

/** Adds names that the list of 配置 does not have below its last value, as far as a list may grow. */
export async function listOwners(writer: Writer, snapshot: Pick<WorkbookSnapshot, 'lists' | 'names'>, written: readonly (PlanValue | undefined)[]): Promise<void> {
  const lines = snapshot.lists?.get('lstOwner');
  const place = firstCellOf(snapshot.names.get('lstOwner'));
  if (lines === undefined || place === undefined) return;
  const known = new Set(lines.map((line) => line.trim()));
  const owners = [...new Set(written.map((owner) => String(owner ?? '').trim()))].filter((owner) => owner !== '' && !known.has(owner));
  const used = lines.reduce((last, line, index) => (line.trim() === '' ? last : index + 1), 0);
  const fitting = owners.slice(0, LIST_CAPACITY - used);
  if (fitting.length === 0) return;
  await writer.queued(5);
  const range = writer.context.workbook.worksheets.getItem(place.sheet).getRange(`${place.column}${place.row + used}:${place.column}${place.row + used + fitting.length - 1}`);
  range.numberFormat = fitting.map(() => ['@']);
  range.values = fitting.map((owner) => [owner]);
}
