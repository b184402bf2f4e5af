/** `Range.dataValidation`. */
import { serialOfIso } from '../model/dates';
import type { DataValidationModel, ValidationRule } from '../model/types';
import { HostObject } from '../dispatcher';
import { assertSheetEditable } from '../edits/guard';
import { cutOut, rulesIn } from '../edits/rules';
import { invalidCells, setValidation, validationOf } from '../edits/validation';
import { invalidArgument, invalidOperation, itemNotFound } from '../workspace';
import { booleanArgument, choiceArgument, ExcelObject, recordArgument, textArgument } from './base';
import { ruleFormula, ruleOperand } from './conditional-format';
import type { RangeObject } from './range';
import { RangeAreasObject } from './range-areas';

const OPERATORS = ['Between', 'NotBetween', 'EqualTo', 'NotEqualTo', 'GreaterThan', 'LessThan', 'GreaterThanOrEqualTo', 'LessThanOrEqualTo'] as const;
const KINDS = { wholeNumber: 'WholeNumber', decimal: 'Decimal', date: 'Date', time: 'Time', textLength: 'TextLength' } as const;

/** Excel limits, in characters. Inline list, titles, prompt, error text ([MS-OI29500] 2.1.613). */
const MAX = { list: 255, title: 32, prompt: 255, error: 225 };

function listSource(value: unknown, location: string): string {
  if (value instanceof HostObject) throw invalidArgument(location, 'a list source is a text: items or a formula');
  const source = textArgument(value, location);
  if (source === '') throw invalidArgument(location, 'a list source is blank');
  if (source.startsWith('=')) return ruleFormula(source, location);
  if (source.length > MAX.list) throw invalidArgument(location, `a list written out has at most ${MAX.list} characters`);
  return source;
}

function ruleArgument(value: unknown, location: string): ValidationRule {
  const given = Object.entries(recordArgument(value, location)).filter(([, part]) => part !== undefined && part !== null);
  const [entry] = given;
  if (!entry || given.length !== 1) throw invalidArgument(location, 'exactly one kind of rule is expected');
  const [kind, content] = entry;
  const part = recordArgument(content, location);
  if (kind === 'list') return { type: 'List', source: listSource(part['source'], location), inCellDropDown: booleanArgument(part['inCellDropDown'] ?? true, location) };
  if (kind === 'custom') return { type: 'Custom', formula: ruleFormula(part['formula'], location) };
  if (!(kind in KINDS)) throw invalidArgument(location, `there is no rule ${kind}`);
  const type = KINDS[kind as keyof typeof KINDS];
  const operator = choiceArgument(part['operator'], OPERATORS, location);
  const operand = (raw: unknown): string => {
    const text = ruleOperand(raw, location);
    const serial = type === 'Date' ? serialOfIso(text) : undefined;
    if (serial !== undefined) return String(serial);
    if (!text.startsWith('=') && (text === '' || !Number.isFinite(Number(text)))) throw invalidArgument(location, 'a number, a date YYYY-MM-DD or a formula is expected');
    return text;
  };
  const two = operator === 'Between' || operator === 'NotBetween';
  return { type, operator, formula1: operand(part['formula1']), ...(two ? { formula2: operand(part['formula2']) } : {}) };
}

function ruleResult(rule: ValidationRule): Record<string, unknown> {
  if (rule.type === 'List') return { list: { inCellDropDown: rule.inCellDropDown, source: rule.source } };
  if (rule.type === 'Custom') return { custom: { formula: rule.formula } };
  const [kind = ''] = Object.entries(KINDS).find(([, type]) => type === rule.type) ?? [];
  const value = (text: string): string | number => (text.startsWith('=') ? text : Number(text));
  return { [kind]: { operator: rule.operator, formula1: value(rule.formula1), ...(rule.formula2 === undefined ? {} : { formula2: value(rule.formula2) }) } };
}

function limited(value: unknown, most: number, location: string): string {
  const text = value === undefined || value === null ? '' : textArgument(value, location);
  if (text.length > most) throw invalidArgument(location, `at most ${most} characters`);
  return text;
}

export class DataValidationObject extends ExcelObject {
  static override readonly scalars = ['ErrorAlert', 'IgnoreBlanks', 'Prompt', 'Rule', 'Type', 'Valid'];
  constructor(readonly range: RangeObject) {
    super(range.workspace);
  }
  private get validation(): DataValidationModel | undefined { return validationOf(this.range.sheet, this.range.rect); }
  private change(location: string, make: (before: DataValidationModel | undefined) => Omit<DataValidationModel, 'ranges'>): void {
    assertSheetEditable(this.workspace, this.range.sheet, location);
    setValidation(this.range.sheet, this.range.rect, (before) => {
      const { ranges: _, ...rest } = { ranges: [], ...make(before) };
      return rest;
    });
    this.workspace.record({ kind: 'other' });
  }
  private existing(before: DataValidationModel | undefined, location: string): DataValidationModel {
    if (!before) throw invalidOperation(location, 'set the rule first');
    return before;
  }

  get Type() {
    const touching = rulesIn(this.range.sheet.validations, this.range.rect);
    if (touching.length === 0) return 'None';
    return this.validation?.rule.type ?? (touching.length > 1 ? 'MixedCriteria' : 'Inconsistent');
  }
  get Rule() {
    const { validation } = this;
    return validation ? ruleResult(validation.rule) : null;
  }
  set Rule(value: unknown) {
    const rule = ruleArgument(value, 'DataValidation.rule');
    this.change('DataValidation.rule', (before) => ({ ignoreBlanks: true, ...before, rule }));
  }
  get IgnoreBlanks() { return this.validation?.ignoreBlanks ?? null; }
  set IgnoreBlanks(value: unknown) {
    const location = 'DataValidation.ignoreBlanks';
    const ignoreBlanks = booleanArgument(value, location);
    this.change(location, (before) => ({ ...this.existing(before, location), ignoreBlanks }));
  }
  get ErrorAlert() { return this.validation?.errorAlert ?? null; }
  set ErrorAlert(value: unknown) {
    const location = 'DataValidation.errorAlert';
    const given = recordArgument(value, location);
    const errorAlert = {
      title: limited(given['title'], MAX.title, location),
      message: limited(given['message'], MAX.error, location),
      style: choiceArgument(given['style'] ?? 'Stop', ['Stop', 'Warning', 'Information'], location),
      showAlert: booleanArgument(given['showAlert'] ?? true, location),
    };
    this.change(location, (before) => ({ ...this.existing(before, location), errorAlert }));
  }
  get Prompt() { return this.validation?.prompt ?? null; }
  set Prompt(value: unknown) {
    const location = 'DataValidation.prompt';
    const given = recordArgument(value, location);
    const prompt = { title: limited(given['title'], MAX.title, location), message: limited(given['message'], MAX.prompt, location), showPrompt: booleanArgument(given['showPrompt'] ?? true, location) };
    this.change(location, (before) => ({ ...this.existing(before, location), prompt }));
  }
  /** `null` when some cells are valid and others not. */
  get Valid() {
    const broken = invalidCells(this.workspace, this.range.sheet, this.range.rect).length;
    if (broken === 0) return true;
    return broken === this.range.CellCount ? false : null;
  }
  Clear(): void {
    const { sheet, rect } = this.range;
    assertSheetEditable(this.workspace, sheet, 'DataValidation.clear');
    sheet.validations = cutOut(sheet.validations, rect);
    this.workspace.record({ kind: 'other' });
  }
  GetInvalidCellsOrNullObject() {
    const broken = invalidCells(this.workspace, this.range.sheet, this.range.rect);
    return broken.length > 0 ? new RangeAreasObject(this.workspace, this.range.sheet, broken) : null;
  }
  GetInvalidCells() {
    const broken = this.GetInvalidCellsOrNullObject();
    if (!broken) throw itemNotFound('DataValidation.getInvalidCells');
    return broken;
  }
}
