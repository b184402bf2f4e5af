/** Ties the object classes together. */
import { ConditionalFormatCollectionObject } from './conditional-format';
import { DataValidationObject } from './data-validation';
import type { ObjectMakers } from './makers';
import { TableScopedCollectionObject } from './table';
import { WorksheetObject } from './worksheet';

export const objectMakers: ObjectMakers = {
  worksheet: (workspace, sheet) => new WorksheetObject(workspace, sheet),
  tablesIn: (workspace, sheet, rect, fullyContained) => new TableScopedCollectionObject(workspace, sheet, rect, fullyContained),
  conditionalFormats: (range) => new ConditionalFormatCollectionObject(range),
  dataValidation: (range) => new DataValidationObject(range),
};
