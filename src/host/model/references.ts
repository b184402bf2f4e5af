/** Every formula of a workbook, wherever it stands: cells, names, rules, lists, charts. */
import type { ChartModel, ConditionalRule, SheetModel, ValidationRule, WorkbookModel } from './types';
import { MAX_COLUMNS } from './types';

export interface FormulaPlace {
  /** the sheet that references without a sheet mean; absent for names */
  readonly sheet?: SheetModel;
  /** set for cell formulas */
  readonly cell?: { readonly row: number; readonly column: number };
}
export type FormulaChange = (formula: string, place: FormulaPlace) => string;

const isFormula = (text: string): boolean => text.startsWith('=');

/** Replaces every formula by what `change` makes of it. */
export function mapBookFormulas(book: WorkbookModel, change: FormulaChange): void {
  for (const sheet of book.sheets) {
    for (const [key, cell] of sheet.cells)
      if (cell.formula !== undefined) cell.formula = change(cell.formula, { sheet, cell: { row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS } });
    const onSheet = (formula: string): string => (isFormula(formula) ? change(formula, { sheet }) : formula);
    for (const format of sheet.conditionalFormats) format.rule = mapConditionalRule(format.rule, onSheet);
    for (const validation of sheet.validations) validation.rule = mapValidationRule(validation.rule, onSheet);
    for (const chart of sheet.charts) mapChart(chart, onSheet);
  }
  for (const table of book.tables)
    for (const column of table.columns) if (column.calculatedFormula !== undefined) column.calculatedFormula = change(column.calculatedFormula, { sheet: table.sheet });
  for (const name of book.names) name.formula = isFormula(name.formula) ? change(name.formula, {}) : name.formula;
}

function mapConditionalRule(rule: ConditionalRule, change: (formula: string) => string): ConditionalRule {
  if (rule.type === 'Custom') return { ...rule, formula: change(rule.formula) };
  if (rule.type === 'CellValue') return { ...rule, formula1: change(rule.formula1), ...(rule.formula2 === undefined ? {} : { formula2: change(rule.formula2) }) };
  return rule;
}

function mapValidationRule(rule: ValidationRule, change: (formula: string) => string): ValidationRule {
  if (rule.type === 'List') return { ...rule, source: change(rule.source) };
  if (rule.type === 'Custom') return { ...rule, formula: change(rule.formula) };
  return { ...rule, formula1: change(rule.formula1), ...(rule.formula2 === undefined ? {} : { formula2: change(rule.formula2) }) };
}

function mapChart(chart: ChartModel, change: (formula: string) => string): void {
  if (chart.title?.startsWith('=') === true) chart.title = change(chart.title);
  for (const series of chart.series) {
    series.name = change(series.name);
    series.values = change(series.values);
    if (series.categories !== undefined) series.categories = change(series.categories);
  }
}
