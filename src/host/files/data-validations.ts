/** Data validation of a sheet. */
import { serialOfIso } from '../model/dates';
import type { DataValidationModel, ValidationRule, WorkbookModel } from '../model/types';
import { sqref } from './conditional-formats';
import { storedFormula } from './formula-text';
import { type Attributes, element, listElement, textContent } from './xml';

const TYPES = { List: 'list', WholeNumber: 'whole', Decimal: 'decimal', Date: 'date', Time: 'time', TextLength: 'textLength', Custom: 'custom' } as const;
const OPERATORS = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
} as const;

/** A formula (`=…`), a number, or a date `YYYY-MM-DD`, which is stored as its serial number. */
const operand = (text: string, type: ValidationRule['type'], book: WorkbookModel): string => {
  if (text.startsWith('=')) return storedFormula(text, book);
  const serial = type === 'Date' ? serialOfIso(text.slice(0, 10)) : undefined;
  return serial === undefined ? text : String(serial);
};

const ruleParts = (rule: ValidationRule, book: WorkbookModel): { readonly attributes: Attributes; readonly formulas: readonly string[] } => {
  switch (rule.type) {
    case 'List': {
      const formula = rule.source.startsWith('=') ? storedFormula(rule.source, book) : `"${rule.source.replaceAll('"', '""')}"`;
      // The attribute is named after what it hides.
      return { attributes: rule.inCellDropDown ? {} : { showDropDown: true }, formulas: [formula] };
    }
    case 'Custom':
      return { attributes: {}, formulas: [operand(rule.formula, rule.type, book)] };
    default: {
      const { operator, formula1, formula2 } = rule;
      const attributes = operator === 'Between' ? {} : { operator: OPERATORS[operator] };
      return { attributes, formulas: [formula1, ...(formula2 === undefined ? [] : [formula2])].map((formula) => operand(formula, rule.type, book)) };
    }
  }
};

const validationElement = ({ ranges, rule, ignoreBlanks, errorAlert, prompt }: DataValidationModel, book: WorkbookModel): string => {
  const { attributes, formulas } = ruleParts(rule, book);
  const some = (text: string | undefined): string | undefined => (text === undefined || text === '' ? undefined : text);
  return element(
    'dataValidation',
    {
      type: TYPES[rule.type],
      errorStyle: errorAlert === undefined || errorAlert.style === 'Stop' ? undefined : errorAlert.style.toLowerCase(),
      ...attributes,
      allowBlank: ignoreBlanks ? true : undefined,
      showInputMessage: prompt?.showPrompt === false ? undefined : true,
      showErrorMessage: errorAlert?.showAlert === false ? undefined : true,
      errorTitle: some(errorAlert?.title),
      error: some(errorAlert?.message),
      promptTitle: some(prompt?.title),
      prompt: some(prompt?.message),
      sqref: sqref(ranges),
    },
    formulas.map((formula, index) => element(`formula${index + 1}`, {}, textContent(formula))),
  );
};

/** `<dataValidations>` */
export const dataValidations = (validations: readonly DataValidationModel[], book: WorkbookModel): string => {
  const used = validations.filter(({ ranges }) => ranges.length > 0);
  return listElement(
    'dataValidations',
    used.map((validation) => validationElement(validation, book)),
    { count: used.length },
  );
};
