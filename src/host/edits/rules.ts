/** Conditional formats and validation rules of a part of a sheet: cutting a rectangle out of their ranges. */
import { intersect, subtract } from '../model/address';
import type { ConditionalFormatModel, DataValidationModel, Rect, SheetModel } from '../model/types';

interface Ranged {
  ranges: Rect[];
}

/** Takes a rectangle out of the ranges of all rules; rules without a range left are dropped. */
export function cutOut<T extends Ranged>(rules: readonly T[], rect: Rect): T[] {
  for (const rule of rules) if (rule.ranges.some((range) => intersect(range, rect))) rule.ranges = rule.ranges.flatMap((range) => subtract(range, rect));
  return rules.filter((rule) => rule.ranges.length > 0);
}

/** Rules that touch a rectangle, in their order. */
export const rulesIn = <T extends Ranged>(rules: readonly T[], rect: Rect): T[] => rules.filter((rule) => rule.ranges.some((range) => intersect(range, rect)));

/** Removes all conditional formats and validation from a rectangle. */
export function clearRules(sheet: SheetModel, rect: Rect): void {
  sheet.conditionalFormats = cutOut<ConditionalFormatModel>(sheet.conditionalFormats, rect);
  sheet.validations = cutOut<DataValidationModel>(sheet.validations, rect);
}
