/** Data validation as Excel applies it to what a person types: the list of a dropdown, and whether a value is allowed. */
import { serialOfIso } from '../../host/model/dates';
import { translateFormula } from '../../host/model/formula';
import { rangeOfFormula } from '../../host/model/range-formula';
import type { CellValue, DataValidationModel, SheetModel, ValidationRule } from '../../host/model/types';
import { cellKey } from '../../host/model/types';
import type { Session } from '../session/types';
import { contains } from '../grid/selection';

export function validationAt(sheet: SheetModel, row: number, column: number): DataValidationModel | undefined {
  return sheet.validations.find(({ ranges }) => ranges.some((range) => contains(range, { row, column })));
}

/** Longest list a dropdown shows. */
const LIST_LIMIT = 1_000;

/** The choices of a list rule: a literal `a,b,c`, a range or a name. Empty cells are left out; an unknown source gives none. */
export function listItems(session: Session, sheet: SheetModel, source: string): string[] {
  if (!source.startsWith('=')) return source.split(',').map((item) => item.trim()).filter((item) => item !== '');
  const place = rangeOfFormula(session.book, source, sheet, (formula) => session.evaluate(formula, sheet, 0, 0).value);
  if (place === undefined) return [];
  const items: string[] = [];
  const { row, column, rowCount, columnCount } = place.rect;
  for (let r = row; r < row + rowCount && items.length < LIST_LIMIT && r < row + LIST_LIMIT; r++) {
    for (let c = column; c < column + columnCount; c++) {
      const cell = place.sheet.cells.get(cellKey(r, c));
      if (cell !== undefined && cell.value !== '') items.push(session.display(cell).text);
    }
  }
  return items;
}

/**
 * Whether a value may be entered. A custom rule is evaluated with the cells as they are, so it must be asked after the value was written.
 * A rule that cannot be evaluated allows everything, as in Excel.
 */
export function isAllowed(session: Session, sheet: SheetModel, row: number, column: number, validation: DataValidationModel, value: CellValue): boolean {
  if (value === '' && validation.ignoreBlanks) return true;
  const { rule } = validation;
  if (rule.type === 'List') {
    const wanted = String(value).toLowerCase();
    const items = listItems(session, sheet, rule.source);
    return items.length === 0 || items.some((item) => item.toLowerCase() === wanted);
  }
  const origin = validation.ranges.find((range) => contains(range, { row, column })) ?? validation.ranges[0];
  const evaluate = (formula: string): CellValue | undefined => {
    const result = session.evaluate(origin === undefined ? formula : translateFormula(formula, row - origin.row, column - origin.column), sheet, row, column);
    return result.error ? undefined : result.value;
  };
  if (rule.type === 'Custom') {
    const result = evaluate(rule.formula);
    return result === undefined || (result !== false && result !== 0);
  }
  const measured = measure(rule.type, value);
  if (measured === undefined) return false;
  const bound = (text: string | undefined): number | undefined => {
    if (text === undefined || text === '') return undefined;
    const result = text.startsWith('=') ? evaluate(text) : (serialOfIso(text) ?? Number(text));
    return typeof result === 'number' && Number.isFinite(result) ? result : undefined;
  };
  return compare(rule.operator, measured, bound(rule.formula1), bound(rule.formula2));
}

type Comparison = Exclude<ValidationRule, { type: 'List' | 'Custom' }>;

/** The number the rule compares; `undefined` when the value is of the wrong kind. */
function measure(type: Comparison['type'], value: CellValue): number | undefined {
  if (type === 'TextLength') return [...String(value)].length;
  if (typeof value !== 'number') return undefined;
  if (type === 'WholeNumber' && !Number.isInteger(value)) return undefined;
  if (type === 'Date' && value < 0) return undefined;
  if (type === 'Time' && (value < 0 || value >= 1)) return undefined;
  return value;
}

function compare(operator: Comparison['operator'], value: number, first: number | undefined, second: number | undefined): boolean {
  if (first === undefined) return true;
  switch (operator) {
    case 'Between':
      return second === undefined || (value >= first && value <= second);
    case 'NotBetween':
      return second === undefined || value < first || value > second;
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
