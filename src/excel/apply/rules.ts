import type { Messages } from '../../i18n';
import type { RulePlan, TablePlan, ValidationPlan } from '../../workbook/plan';
import type { Writer } from '../writer';
import { tones } from './look';
import { columnLetters, type TablePlace } from './placement';

type Words = Messages['workbook'];

/** Rules reach beyond the last row, so that rows typed below are coloured too. */
const ROWS_BEYOND = 1000;

/** Colours by state (R12): simple custom formulas on the same row, in A1, because rules take no structured references. */
export async function writeRules(writer: Writer, sheet: Excel.Worksheet, plan: TablePlan, place: TablePlace): Promise<void> {
  const firstRow = place.row + 1;
  const rows = Math.max(place.rowCount + ROWS_BEYOND, 2 * ROWS_BEYOND);
  sheet.getRangeByIndexes(firstRow, place.column, rows, place.width).conditionalFormats.clearAll();
  for (const rule of plan.rules) {
    const formula = ruleFormula(rule, place);
    if (formula === undefined) continue;
    for (const key of rule.columns) {
      const index = place.index.get(key);
      if (index === undefined) continue;
      await writer.queued(7);
      const added = sheet.getRangeByIndexes(firstRow, place.column + index, rows, 1).conditionalFormats.add('Custom');
      added.custom.rule.formula = formula;
      added.custom.format.fill.color = tones[rule.tone].fill;
      added.custom.format.font.color = tones[rule.tone].font;
    }
  }
}

/** `{state}` → `$I5`; undefined when the table lost one of the columns. */
function ruleFormula(rule: RulePlan, place: TablePlace): string | undefined {
  let known = true;
  const formula = rule.formula.replace(/\{(\w+)\}/g, (_, key: string) => {
    const index = place.index.get(key);
    if (index === undefined) known = false;
    return `$${columnLetters(place.column + (index ?? 0))}${place.row + 2}`;
  });
  return known ? formula : undefined;
}

/** Dropdowns, date and number checks on the data of a column, with their prompts. */
export async function writeValidations(writer: Writer, sheet: Excel.Worksheet, plan: TablePlan, place: TablePlace, words: Words): Promise<void> {
  for (const column of plan.columns) {
    const index = place.index.get(column.key);
    if (index === undefined || (column.validation === undefined && column.prompt === undefined)) continue;
    await writer.queued(6);
    const range = sheet.getRangeByIndexes(place.row + 1, place.column + index, place.rowCount, 1);
    if (column.validation !== undefined) validate(range, column.validation, words);
    // A prompt needs a rule to hang on; this one lets everything pass.
    else range.dataValidation.rule = { custom: { formula: '=TRUE' } };
    if (column.prompt !== undefined) range.dataValidation.prompt = { showPrompt: true, title: column.header, message: column.prompt };
  }
}

export function validate(range: Excel.Range, plan: ValidationPlan, words: Words): void {
  const { dataValidation } = range;
  dataValidation.rule = ruleOf(plan);
  dataValidation.ignoreBlanks = true;
  dataValidation.errorAlert = { showAlert: true, style: isAdvice(plan) ? 'Warning' : 'Stop', ...alertText(plan, words) };
}

/** Anything else may stay after a warning. */
const isAdvice = (plan: ValidationPlan): boolean => (plan.kind === 'list' && !plan.strict) || (plan.kind === 'date' && plan.words === true);

function ruleOf(plan: ValidationPlan): Excel.DataValidationRule {
  switch (plan.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: `=${plan.list}` } };
    case 'date':
      return { date: { formula1: '2000-01-01', formula2: '2100-12-31', operator: 'Between' } };
    case 'number':
      return { decimal: { formula1: -1e15, formula2: 1e15, operator: 'Between' } };
  }
}

function alertText(plan: ValidationPlan, words: Words): { title: string; message: string } {
  const { alerts } = words;
  if (plan.kind === 'list') return { title: alerts.listTitle, message: alerts.list };
  return plan.kind === 'date' ? { title: alerts.dateTitle, message: plan.words === true ? alerts.deadline : alerts.date } : { title: alerts.numberTitle, message: alerts.number };
}
