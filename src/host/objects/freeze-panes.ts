/** `Worksheet.freezePanes`. Each call replaces what was frozen before. */
import { isWholeColumns, isWholeRows } from '../model/address';
import { MAX_COLUMNS, MAX_ROWS, type SheetModel } from '../model/types';
import { assertWritable } from '../edits/guard';
import { itemNotFound, type Workspace } from '../workspace';
import { ExcelObject, integerArgument } from './base';
import { RangeObject } from './range';
import { rangeArgument } from './table';

export class FreezePanesObject extends ExcelObject {
  static override readonly wireName = 'WorksheetFreezePanes';
  constructor(
    workspace: Workspace,
    readonly sheet: SheetModel,
  ) {
    super(workspace);
  }
  private freeze(rows: number, columns: number): void {
    assertWritable(this.workspace, 'WorksheetFreezePanes');
    this.sheet.frozen = { rows, columns };
    this.workspace.record({ kind: 'other' });
  }
  FreezeRows(count: unknown): void { this.freeze(count === undefined || count === null ? 1 : integerArgument(count, 'WorksheetFreezePanes.freezeRows', 0, MAX_ROWS - 1), 0); }
  FreezeColumns(count: unknown): void { this.freeze(0, count === undefined || count === null ? 1 : integerArgument(count, 'WorksheetFreezePanes.freezeColumns', 0, MAX_COLUMNS - 1)); }
  /** All rows down to and columns up to the end of the range; whole rows freeze no columns. */
  FreezeAt(range: unknown): void {
    if (range === null) return this.Unfreeze();
    const { rect } = rangeArgument(this.workspace, range, this.sheet, 'WorksheetFreezePanes.freezeAt');
    this.freeze(isWholeColumns(rect) ? 0 : rect.row + rect.rowCount, isWholeRows(rect) ? 0 : rect.column + rect.columnCount);
  }
  Unfreeze(): void { this.freeze(0, 0); }
  GetLocationOrNullObject() {
    const { rows, columns } = this.sheet.frozen;
    if (rows === 0 && columns === 0) return null;
    return new RangeObject(this.workspace, this.sheet, { row: 0, column: 0, rowCount: rows || MAX_ROWS, columnCount: columns || MAX_COLUMNS }, 'WorksheetFreezePanes.getLocation');
  }
  GetLocation() {
    const location = this.GetLocationOrNullObject();
    if (!location) throw itemNotFound('WorksheetFreezePanes.getLocation');
    return location;
  }
}
