/** `Range.sort` and `Table.sort`. */
import { bodyRect } from '../model/tables';
import type { TableModel } from '../model/types';
import { HostError } from '../dispatcher';
import { sortRows, type SortField } from '../edits/tables';
import { invalidArgument, type Workspace } from '../workspace';
import { ExcelObject, integerArgument, recordArgument } from './base';
import type { RangeObject } from './range';

function fieldsArgument(value: unknown, location: string): SortField[] {
  if (!Array.isArray(value) || value.length === 0) throw invalidArgument(location, 'sort fields are expected');
  return value.map((item: unknown) => {
    const { key, ascending, sortOn } = recordArgument(item, location);
    if (sortOn !== undefined && sortOn !== 'Value') throw new HostError('HostNotImplemented', `The simulated host does not implement SortField.sortOn ${String(sortOn)}.`, location);
    return { key: integerArgument(key, location), ascending: ascending !== false };
  });
}

export class RangeSortObject extends ExcelObject {
  constructor(readonly range: RangeObject) {
    super(range.workspace);
  }
  Apply(fields: unknown, _matchCase: unknown, hasHeaders: unknown, orientation: unknown): void {
    const { rect, sheet } = this.range;
    if (orientation !== undefined && orientation !== null && orientation !== 'Rows') throw new HostError('HostNotImplemented', 'The simulated host does not implement RangeSort.apply by columns.', 'RangeSort.apply');
    const body = hasHeaders === true ? { ...rect, row: rect.row + 1, rowCount: rect.rowCount - 1 } : rect;
    sortRows(this.workspace, sheet, body, fieldsArgument(fields, 'RangeSort.apply'), 'RangeSort.apply');
  }
}

export class TableSortObject extends ExcelObject {
  constructor(
    workspace: Workspace,
    readonly table: TableModel,
  ) {
    super(workspace);
  }
  Apply(fields: unknown): void { sortRows(this.workspace, this.table.sheet, bodyRect(this.table), fieldsArgument(fields, 'TableSort.apply'), 'TableSort.apply'); }
}
