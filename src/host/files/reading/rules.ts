/** Conditional formats and data validation of a sheet. */
import { partsOf } from '../../model/dates';
import type { ConditionalFormatModel, ConditionalRule, DataValidationModel, ValidationRule } from '../../model/types';
import { rectsOf } from './cells';
import type { DroppedKind } from './dropped';
import { typedFormula } from './formula';
import { readColor } from './colors';
import type { StyleReader } from './styles';
import { attribute, child, childrenOf, flag, numberAttribute, textOf, type XmlElement } from './xml';

const CELL_OPERATORS = {
  between: 'Between', notBetween: 'NotBetween', equal: 'EqualTo', notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan', lessThan: 'LessThan', greaterThanOrEqual: 'GreaterThanOrEqual', lessThanOrEqual: 'LessThanOrEqual',
} as const;
const TEXT_OPERATORS = { containsText: 'Contains', notContainsText: 'NotContains', beginsWith: 'BeginsWith', endsWith: 'EndsWith' } as const;
const VALIDATION_OPERATORS = {
  between: 'Between', notBetween: 'NotBetween', equal: 'EqualTo', notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan', lessThan: 'LessThan', greaterThanOrEqual: 'GreaterThanOrEqualTo', lessThanOrEqual: 'LessThanOrEqualTo',
} as const;
const VALIDATION_TYPES = { whole: 'WholeNumber', decimal: 'Decimal', date: 'Date', time: 'Time', textLength: 'TextLength' } as const;
const ALERTS = { stop: 'Stop', warning: 'Warning', information: 'Information' } as const;
const pick = <T>(table: Readonly<Record<string, T>>, key: string | undefined): T | undefined => (key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined);

const formulasOf = (rule: XmlElement): string[] => childrenOf(rule, 'formula').map((formula) => typedFormula(textOf(formula)));

const readRule = (rule: XmlElement, styles: StyleReader, theme: readonly string[]): ConditionalRule | undefined => {
  const type = attribute(rule, 'type') ?? '';
  const dxf = numberAttribute(rule, 'dxfId');
  const format = dxf === undefined ? {} : styles.differentialFormat(dxf);
  const [formula1, formula2] = formulasOf(rule);
  if (type === 'expression') return formula1 === undefined ? undefined : { type: 'Custom', formula: formula1, format };
  if (type === 'cellIs') {
    const operator = pick(CELL_OPERATORS, attribute(rule, 'operator'));
    return operator === undefined || formula1 === undefined ? undefined : { type: 'CellValue', operator, formula1, ...(formula2 === undefined ? {} : { formula2 }), format };
  }
  const operator = pick(TEXT_OPERATORS, type);
  const text = attribute(rule, 'text');
  if (operator !== undefined && text !== undefined && text !== '') return { type: 'ContainsText', operator, text, format };
  if (type === 'dataBar') {
    const color = readColor(child(child(rule, 'dataBar'), 'color'), theme);
    return color === undefined ? undefined : { type: 'DataBar', color };
  }
  return undefined;
};

export interface RuleReading {
  readonly styles: StyleReader;
  readonly theme: readonly string[];
  readonly newId: () => string;
  readonly lose: (what: DroppedKind, sqref: string) => void;
}

/** The `<conditionalFormatting>` elements of a sheet; the first of the result has the highest priority. */
export const readConditionalFormats = (elements: readonly XmlElement[], { styles, theme, newId, lose }: RuleReading): ConditionalFormatModel[] => {
  const found = elements.flatMap((element) =>
    childrenOf(element, 'cfRule').flatMap((rule) => {
      const sqref = attribute(element, 'sqref') ?? '';
      const made = readRule(rule, styles, theme);
      if (made === undefined) lose('conditional-format', sqref);
      return made === undefined ? [] : [{ priority: numberAttribute(rule, 'priority') ?? 0, rule: made, ranges: rectsOf(sqref), stopIfTrue: flag(rule, 'stopIfTrue') }];
    }),
  );
  return found.sort((a, b) => a.priority - b.priority).map(({ rule, ranges, stopIfTrue }) => ({ id: newId(), ranges, rule, stopIfTrue }));
};

const isoOfSerial = (serial: number): string | undefined => {
  const parts = partsOf(serial);
  return parts && `${String(parts.year).padStart(4, '0')}-${String(parts.month).padStart(2, '0')}-${String(parts.day).padStart(2, '0')}`;
};

/** A constant stays as it is written, a formula gets its `=`, a whole day of a date rule is a date. */
const operand = (element: XmlElement | undefined, isDate: boolean): string | undefined => {
  const text = textOf(element).trim();
  if (element === undefined || text === '') return undefined;
  if (isDate && /^\d+$/.test(text)) return isoOfSerial(Number(text)) ?? text;
  return /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text) ? text : typedFormula(text);
};

const validationRule = (element: XmlElement): ValidationRule | undefined => {
  const type = attribute(element, 'type') ?? 'none';
  const first = child(element, 'formula1');
  if (type === 'list') {
    const text = textOf(first);
    const literal = /^"((?:[^"]|"")*)"$/.exec(text.trim());
    return { type: 'List', source: literal?.[1] !== undefined ? literal[1].replaceAll('""', '"') : typedFormula(text), inCellDropDown: !flag(element, 'showDropDown') };
  }
  if (type === 'custom') return { type: 'Custom', formula: typedFormula(textOf(first)) };
  const known = pick(VALIDATION_TYPES, type);
  const operator = pick(VALIDATION_OPERATORS, attribute(element, 'operator') ?? 'between');
  const formula1 = operand(first, type === 'date');
  if (known === undefined || operator === undefined || formula1 === undefined) return undefined;
  // LibreOffice writes a second formula where the rule has none.
  const formula2 = operator === 'Between' || operator === 'NotBetween' ? operand(child(element, 'formula2'), type === 'date') : undefined;
  return { type: known, operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
};

/** `<dataValidations>` */
export const readValidations = (list: XmlElement | undefined, lose: (what: DroppedKind, sqref: string) => void): DataValidationModel[] =>
  childrenOf(list, 'dataValidation').flatMap((element) => {
    const ranges = rectsOf(attribute(element, 'sqref'));
    const rule = validationRule(element);
    const [title = '', message = ''] = [attribute(element, 'errorTitle'), attribute(element, 'error')];
    const [promptTitle = '', prompt = ''] = [attribute(element, 'promptTitle'), attribute(element, 'prompt')];
    if (rule === undefined) {
      // "any value" with a hint
      lose('input-message', attribute(element, 'sqref') ?? '');
      return [];
    }
    const style = pick(ALERTS, attribute(element, 'errorStyle')) ?? 'Stop';
    const showAlert = flag(element, 'showErrorMessage');
    const showPrompt = flag(element, 'showInputMessage');
    return [
      {
        ranges,
        rule,
        ignoreBlanks: flag(element, 'allowBlank'),
        ...(title === '' && message === '' && style === 'Stop' && showAlert ? {} : { errorAlert: { title, message, style, showAlert } }),
        ...(promptTitle === '' && prompt === '' ? {} : { prompt: { title: promptTitle, message: prompt, showPrompt } }),
      },
    ];
  });
