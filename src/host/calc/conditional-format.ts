/** What the conditional formats of a sheet make of its cells, as Excel draws them. */
import { formatRect, intersect } from '../model/address';
import { cellKey, type CellValue, type ConditionalFormatModel, type ConditionalRule, type DifferentialFormat, type Rect, type SheetModel } from '../model/types';
import type { Evaluation, EvaluationResult, FormulaCalculator } from './calculator';
import { formulaForCell, ruleOrigin } from './relative';

export interface DataBar {
  readonly color: string;
  /** Ends of the bar in the cell, 0 (left) to 1 (right). The one that does not move is zero. */
  readonly from: number;
  readonly to: number;
}

export interface ConditionalAppearance {
  /** all rules that apply, merged; where two want the same thing the one with the higher priority has it */
  readonly format: DifferentialFormat;
  readonly dataBar?: DataBar;
}

const OPERATORS = { EqualTo: '=', NotEqualTo: '<>', GreaterThan: '>', LessThan: '<', GreaterThanOrEqual: '>=', LessThanOrEqual: '<=' } as const;

/** The formula, for the top left cell, that is true where the rule applies; none for rules that need no formula. */
const conditionFormula = (rule: ConditionalRule, origin: string): string | undefined => {
  if (rule.type === 'Custom') return rule.formula;
  if (rule.type !== 'CellValue') return undefined;
  const operand = (formula: string): string => `(${formula.replace(/^=/, '')})`;
  const first = operand(rule.formula1);
  const second = operand(rule.formula2 ?? rule.formula1);
  switch (rule.operator) {
    case 'Between':
      return `=AND(${origin}>=${first},${origin}<=${second})`;
    case 'NotBetween':
      return `=OR(${origin}<${first},${origin}>${second})`;
    default:
      return `=${origin}${OPERATORS[rule.operator]}${first}`;
  }
};

const isTrue = ({ value, error }: EvaluationResult): boolean => error !== true && (value === true || (typeof value === 'number' && value !== 0));

/** `SEARCH`: anywhere, any case, `?` and `*` stand for characters, `~` takes that away. */
const searches = (text: string, pattern: string): boolean => {
  const source = pattern.replace(/~([?*~])|([?*])|([\s\S])/g, (_, escaped?: string, wild?: string, plain?: string) =>
    wild === undefined ? (escaped ?? plain ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : wild === '?' ? '[\\s\\S]' : '[\\s\\S]*',
  );
  return new RegExp(source, 'iu').test(text);
};

const textRuleApplies = ({ operator, text }: Extract<ConditionalRule, { type: 'ContainsText' }>, value: CellValue, error: boolean): boolean => {
  if (error) return operator === 'NotContains';
  const shown = typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
  switch (operator) {
    case 'Contains':
      return searches(shown, text);
    case 'NotContains':
      return !searches(shown, text);
    case 'BeginsWith':
      return shown.slice(0, text.length).toLowerCase() === text.toLowerCase();
    case 'EndsWith':
      return shown.slice(Math.max(0, shown.length - text.length)).toLowerCase() === text.toLowerCase();
  }
};

const cellsOf = function* ({ row, column, rowCount, columnCount }: Rect): Generator<readonly [number, number]> {
  for (let r = row; r < row + rowCount; r += 1) for (let c = column; c < column + columnCount; c += 1) yield [r, c];
};

/** Smallest and largest number under a data bar, zero included: bars begin at zero. */
const barScale = (ranges: readonly Rect[], sheet: SheetModel): { readonly low: number; readonly high: number } => {
  let [low, high] = [0, 0];
  for (const range of ranges) {
    for (const [row, column] of cellsOf(range)) {
      const value = sheet.cells.get(cellKey(row, column))?.value;
      if (typeof value !== 'number') continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return { low, high };
};

interface Mutable {
  format: DifferentialFormat;
  dataBar?: DataBar;
  stopped: boolean;
}

/**
 * The appearance of every cell of `rect` that a conditional format changes, by {@link cellKey}. All formulas are
 * calculated in one go; calling it again without a change in the workbook costs next to nothing.
 */
export const conditionalAppearances = (calculator: Pick<FormulaCalculator, 'evaluateMany'>, sheet: SheetModel, rect: Rect): Map<number, ConditionalAppearance> => {
  const places = (format: ConditionalFormatModel) =>
    format.ranges.flatMap((range) => {
      const common = intersect(range, rect);
      return common === undefined ? [] : [...cellsOf(common)];
    });
  const plans = sheet.conditionalFormats.map((format) => ({ format, cells: places(format) }));

  const requests: Evaluation[] = [];
  for (const { format, cells } of plans) {
    const formula = conditionFormula(format.rule, formatRect({ ...ruleOrigin(format.ranges), rowCount: 1, columnCount: 1 }));
    if (formula === undefined) continue;
    for (const [row, column] of cells) requests.push({ formula: formulaForCell(formula, format.ranges, row, column), sheet, row, column });
  }
  const results = calculator.evaluateMany(requests)[Symbol.iterator]();

  const appearances = new Map<number, Mutable>();
  for (const { format: conditional, cells } of plans) {
    const { rule, ranges, stopIfTrue } = conditional;
    const scale = rule.type === 'DataBar' ? barScale(ranges, sheet) : undefined;
    for (const [row, column] of cells) {
      const key = cellKey(row, column);
      const cell = sheet.cells.get(key);
      const value = cell?.value ?? '';
      const evaluated = rule.type === 'Custom' || rule.type === 'CellValue' ? (results.next().value as EvaluationResult | undefined) : undefined;
      const found: Mutable = appearances.get(key) ?? { format: {}, stopped: false };
      if (found.stopped) continue;
      if (rule.type === 'DataBar') {
        if (typeof value !== 'number' || scale === undefined || scale.high === scale.low) continue;
        const position = (at: number): number => (at - scale.low) / (scale.high - scale.low);
        found.dataBar ??= { color: rule.color, from: Math.min(position(0), position(value)), to: Math.max(position(0), position(value)) };
      } else {
        const applies = rule.type === 'ContainsText' ? textRuleApplies(rule, value, cell?.error === true) : evaluated !== undefined && isTrue(evaluated);
        if (!applies) continue;
        found.format = { ...rule.format, ...found.format };
        found.stopped = stopIfTrue;
      }
      appearances.set(key, found);
    }
  }
  return new Map([...appearances].map(([key, { format, dataBar }]) => [key, dataBar === undefined ? { format } : { format, dataBar }]));
};
