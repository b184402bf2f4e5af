/** Validation rules: setting them on a rectangle, and which cells break them. */
import { contains, intersect, sameRect } from '../model/address';
import { getCell, valueAt } from '../model/cells';
import { translateFormula } from '../model/formula';
import { rangeOfFormula } from '../model/range-formula';
import type { CellValue, DataValidationModel, Rect, SheetModel, ValidationRule } from '../model/types';
import { calculate, type Workspace } from '../workspace';
import { cutOut, rulesIn } from './rules';

/** The validation that covers all of a rectangle; `undefined` when there is none or several do. */
export function validationOf(sheet: SheetModel, rect: Rect): DataValidationModel | undefined {
  const touching = rulesIn(sheet.validations, rect);
  const [only] = touching;
  return touching.length === 1 && only?.ranges.some((range) => contains(range, rect)) ? only : undefined;
}

/** Replaces the validation of exactly this rectangle. Other cells of rules it had keep theirs. */
export function setValidation(sheet: SheetModel, rect: Rect, make: (before: DataValidationModel | undefined) => Omit<DataValidationModel, 'ranges'>): void {
  const before = validationOf(sheet, rect);
  const [only, ...others] = before?.ranges ?? [];
  if (before && only && others.length === 0 && sameRect(only, rect)) {
    const next = make(before);
    delete before.errorAlert;
    delete before.prompt;
    Object.assign(before, next);
    return;
  }
  const made = { ...make(before), ranges: [rect] };
  sheet.validations = [...cutOut(sheet.validations, rect), made];
}

/** Rectangles of cells that break their rule, one per cell. Blank cells pass when the rule ignores them. */
export function invalidCells(workspace: Workspace, sheet: SheetModel, rect: Rect): Rect[] {
  calculate(workspace);
  const broken: Rect[] = [];
  for (const validation of rulesIn(sheet.validations, rect))
    for (const range of validation.ranges) {
      const part = intersect(range, rect);
      const [first] = validation.ranges;
      if (!part || !first) continue;
      for (let row = part.row; row < part.row + part.rowCount; row++)
        for (let column = part.column; column < part.column + part.columnCount; column++)
          if (!isValid(workspace, sheet, validation, first, row, column)) broken.push({ row, column, rowCount: 1, columnCount: 1 });
    }
  return broken;
}

function isValid(workspace: Workspace, sheet: SheetModel, validation: DataValidationModel, first: Rect, row: number, column: number): boolean {
  const value = valueAt(sheet, row, column);
  if (value === '') return validation.ignoreBlanks || getCell(sheet, row, column)?.formula !== undefined;
  const { rule } = validation;
  const evaluate = (formula: string): CellValue => workspace.calculator.evaluate(translateFormula(formula, row - first.row, column - first.column), sheet, row, column).value;
  const operand = (text: string): number => Number(text.startsWith('=') ? evaluate(text) : text);
  if (rule.type === 'Custom') return Boolean(evaluate(rule.formula));
  if (rule.type === 'List') return listValues(workspace, sheet, rule.source).some((item) => item.toLowerCase() === String(value).toLowerCase());
  const measured = rule.type === 'TextLength' ? String(value).length : value;
  if (typeof measured !== 'number' || (rule.type === 'WholeNumber' && !Number.isInteger(measured))) return false;
  return holds(measured, rule, operand);
}

function holds(value: number, rule: Extract<ValidationRule, { operator: string }>, operand: (text: string) => number): boolean {
  const first = operand(rule.formula1);
  const second = rule.formula2 === undefined ? 0 : operand(rule.formula2);
  switch (rule.operator) {
    case 'Between':
      return value >= first && value <= second;
    case 'NotBetween':
      return value < first || value > second;
    case 'EqualTo':
      return value === first;
    case 'NotEqualTo':
      return value !== first;
    case 'GreaterThan':
      return value > first;
    case 'LessThan':
      return value < first;
    case 'GreaterThanOrEqualTo':
      return value >= first;
    case 'LessThanOrEqualTo':
      return value <= first;
  }
}

/** Choices of a list: written out with commas, or the filled cells of a range or defined name. */
export function listValues(workspace: Workspace, sheet: SheetModel, source: string): string[] {
  if (!source.startsWith('=')) return source.split(',').map((item) => item.trim());
  const place = rangeOfFormula(workspace.book, source, sheet, (formula) => workspace.calculator.evaluate(formula, sheet, 0, 0).value);
  if (!place) return [];
  const { sheet: home, rect } = place;
  const values: string[] = [];
  for (let row = rect.row; row < rect.row + Math.min(rect.rowCount, 32_767); row++)
    for (let column = rect.column; column < rect.column + Math.min(rect.columnCount, 32_767); column++) {
      const value = valueAt(home, row, column);
      if (value !== '') values.push(String(value));
    }
  return values;
}
