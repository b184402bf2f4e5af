/** `Excel.RangeAreas`: several rectangles of one sheet. */
import { cellCount, formatAddress } from '../model/address';
import type { Rect, SheetModel } from '../model/types';
import type { Workspace } from '../workspace';
import { ExcelCollection, ExcelObject } from './base';
import { RangeObject } from './range';

export class RangeAreasObject extends ExcelObject {
  static override readonly scalars = ['Address', 'AreaCount', 'CellCount'];
  constructor(
    workspace: Workspace,
    readonly sheet: SheetModel,
    readonly rects: readonly Rect[],
  ) {
    super(workspace);
  }
  get Address() { return this.rects.map((rect) => formatAddress(this.sheet.name, rect)).join(','); }
  get AreaCount() { return this.rects.length; }
  get CellCount() { return this.rects.reduce((sum, rect) => sum + cellCount(rect), 0); }
  get Areas() { return new RangeCollectionObject(this); }
}

class RangeCollectionObject extends ExcelCollection {
  static override readonly wireName = 'RangeCollection';
  constructor(readonly areas: RangeAreasObject) {
    super(areas.workspace);
  }
  items() { return this.areas.rects.map((rect) => new RangeObject(this.workspace, this.areas.sheet, rect)); }
  GetCount() { return this.areas.rects.length; }
  GetItemAt(index: unknown) { return this.items()[Number(index)] ?? null; }
}
