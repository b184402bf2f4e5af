/** How objects make objects of classes that know them in turn. Filled in by `objects/index.ts`, carried by the workspace. */
import type { Rect, SheetModel } from '../model/types';
import type { Workspace } from '../workspace';
import type { ConditionalFormatCollectionObject } from './conditional-format';
import type { DataValidationObject } from './data-validation';
import type { RangeObject } from './range';
import type { TableScopedCollectionObject } from './table';
import type { WorksheetObject } from './worksheet';

export interface ObjectMakers {
  worksheet(workspace: Workspace, sheet: SheetModel): WorksheetObject;
  tablesIn(workspace: Workspace, sheet: SheetModel, rect: Rect, fullyContained: boolean): TableScopedCollectionObject;
  conditionalFormats(range: RangeObject): ConditionalFormatCollectionObject;
  dataValidation(range: RangeObject): DataValidationObject;
}
