/** Formulas, conditional formats and number formats of the workbook in memory. */
export { createCalculator, type CalculatorOptions, type CalculatorSnapshot, type Evaluation, type EvaluationResult, type FormulaCalculator, type UnsupportedFormula } from './calculator';
export { isEngineLoaded, loadEngine, loadEngineSync } from './engine';
export { formulaForCell, ruleOrigin } from './relative';
export { type ConditionalAppearance, conditionalAppearances, type DataBar } from './conditional-format';
export { formatValue, type FormattedValue } from './number-format';
