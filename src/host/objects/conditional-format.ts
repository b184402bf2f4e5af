/** `Range.conditionalFormats`: custom formulas, cell values, texts and data bars. The order on the sheet is the priority. */
import { formulaProblem } from '../model/formula-syntax';
import { hasStructuredReference } from '../model/formula';
import type { ConditionalFormatModel, ConditionalRule, DifferentialFormat } from '../model/types';
import { nextId } from '../model/workbook';
import { HostError } from '../dispatcher';
import { assertSheetEditable } from '../edits/guard';
import { cutOut, rulesIn } from '../edits/rules';
import { invalidArgument, invalidOperation, itemNotFound } from '../workspace';
import { booleanArgument, choiceArgument, colorArgument, ExcelCollection, ExcelObject, integerArgument, recordArgument, textArgument } from './base';
import { RangeObject } from './range';
import { RangeAreasObject } from './range-areas';

const CELL_OPERATORS = ['Between', 'NotBetween', 'EqualTo', 'NotEqualTo', 'GreaterThan', 'LessThan', 'GreaterThanOrEqual', 'LessThanOrEqual'] as const;
const TEXT_OPERATORS = ['Contains', 'NotContains', 'BeginsWith', 'EndsWith'] as const;

/** A formula in a rule: `=…` without structured references, which Excel refuses here. */
export function ruleFormula(value: unknown, location: string): string {
  const formula = textArgument(value, location);
  if (!formula.startsWith('=')) throw invalidArgument(location, 'a formula with = is expected');
  if (formula.length > 8_192) throw invalidArgument(location, 'a formula has at most 8192 characters');
  const problem = formulaProblem(formula);
  if (problem) throw invalidArgument(location, problem);
  if (hasStructuredReference(formula)) throw invalidArgument(location, 'structured references are not allowed in rules');
  return formula;
}

/** An operand of a rule: a formula, or a constant as text or number. */
export function ruleOperand(value: unknown, location: string): string {
  if (typeof value === 'number') return String(value);
  const text = textArgument(value, location);
  return text.startsWith('=') ? ruleFormula(text, location) : text;
}

const NEW_RULES: Readonly<Record<ConditionalRule['type'], ConditionalRule>> = {
  Custom: { type: 'Custom', formula: '', format: {} },
  CellValue: { type: 'CellValue', operator: 'EqualTo', formula1: '', format: {} },
  ContainsText: { type: 'ContainsText', operator: 'Contains', text: '', format: {} },
  DataBar: { type: 'DataBar', color: '#638EC6' },
};

export class ConditionalFormatCollectionObject extends ExcelCollection {
  constructor(readonly range: RangeObject) {
    super(range.workspace);
  }
  private get rules(): readonly ConditionalFormatModel[] { return rulesIn(this.range.sheet.conditionalFormats, this.range.rect); }
  items() { return this.rules.map((rule) => new ConditionalFormatObject(this.range, rule)); }
  GetCount() { return this.rules.length; }
  /** The new rule gets the top priority. */
  Add(type: unknown) {
    const location = 'ConditionalFormatCollection.add';
    const name = textArgument(type, location);
    if (!(name in NEW_RULES)) throw new HostError('HostNotImplemented', `The simulated host does not implement ConditionalFormatType.${name}.`, location);
    const { sheet, rect } = this.range;
    assertSheetEditable(this.workspace, sheet, location, 'allowFormatCells');
    const rule: ConditionalFormatModel = { id: `{${nextId(this.workspace.book).toString(16).toUpperCase().padStart(8, '0')}-0000-4000-9000-000000000000}`, ranges: [rect], rule: NEW_RULES[name as ConditionalRule['type']], stopIfTrue: false };
    sheet.conditionalFormats.unshift(rule);
    this.workspace.record({ kind: 'other' });
    return new ConditionalFormatObject(this.range, rule);
  }
  ClearAll(): void {
    const { sheet, rect } = this.range;
    assertSheetEditable(this.workspace, sheet, 'ConditionalFormatCollection.clearAll', 'allowFormatCells');
    sheet.conditionalFormats = cutOut(sheet.conditionalFormats, rect);
    this.workspace.record({ kind: 'other' });
  }
  GetItemOrNullObject(id: unknown) {
    const found = this.rules.find((rule) => rule.id === id);
    return found ? new ConditionalFormatObject(this.range, found) : null;
  }
  GetItem(id: unknown) {
    const found = this.GetItemOrNullObject(id);
    if (!found) throw itemNotFound('ConditionalFormatCollection.getItem');
    return found;
  }
  GetItemAt(index: unknown) {
    const found = this.rules[integerArgument(index, 'ConditionalFormatCollection.getItemAt', 0)];
    if (!found) throw itemNotFound('ConditionalFormatCollection.getItemAt');
    return new ConditionalFormatObject(this.range, found);
  }
}

export class ConditionalFormatObject extends ExcelObject {
  static override readonly scalars = ['Id', 'Priority', 'StopIfTrue', 'Type'];
  constructor(
    readonly range: RangeObject,
    private readonly model: ConditionalFormatModel,
  ) {
    super(range.workspace);
  }
  /** @throws ItemNotFound when the rule was deleted */
  get format(): ConditionalFormatModel {
    if (!this.range.sheet.conditionalFormats.includes(this.model)) throw itemNotFound('ConditionalFormat');
    return this.model;
  }
  override idResult() { return { Id: this.model.id }; }
  change(location: string, apply: (format: ConditionalFormatModel) => void): void {
    assertSheetEditable(this.workspace, this.range.sheet, location, 'allowFormatCells');
    apply(this.format);
    this.workspace.record({ kind: 'other' });
  }
  get Id() { return this.format.id; }
  get Type() { return this.format.rule.type; }
  get Priority() { return this.range.sheet.conditionalFormats.indexOf(this.format); }
  /** Beyond the bounds it is the last; a negative one counts from the back. */
  set Priority(value: unknown) {
    const location = 'ConditionalFormat.priority';
    const { sheet } = this.range;
    const last = sheet.conditionalFormats.length - 1;
    const wanted = integerArgument(value, location);
    const to = Math.min(Math.max(wanted < 0 ? last + 1 + wanted : wanted, 0), last);
    this.change(location, (format) => {
      sheet.conditionalFormats.splice(sheet.conditionalFormats.indexOf(format), 1);
      sheet.conditionalFormats.splice(to, 0, format);
    });
  }
  get StopIfTrue() { return this.format.rule.type === 'DataBar' ? null : this.format.stopIfTrue; }
  set StopIfTrue(value: unknown) {
    if (this.format.rule.type === 'DataBar') throw invalidOperation('ConditionalFormat.stopIfTrue', 'data bars do not stop');
    const stop = booleanArgument(value, 'ConditionalFormat.stopIfTrue');
    this.change('ConditionalFormat.stopIfTrue', (format) => (format.stopIfTrue = stop));
  }
  private part<T extends ExcelObject>(type: ConditionalRule['type'], make: () => T, location: string): T {
    const found = this.partOrNull(type, make);
    if (!found) throw itemNotFound(location);
    return found;
  }
  private partOrNull<T extends ExcelObject>(type: ConditionalRule['type'], make: () => T): T | null { return this.format.rule.type === type ? make() : null; }
  get Custom() { return this.part('Custom', () => new CustomConditionalFormatObject(this), 'ConditionalFormat.custom'); }
  get CustomOrNullObject() { return this.partOrNull('Custom', () => new CustomConditionalFormatObject(this)); }
  get CellValue() { return this.part('CellValue', () => new CellValueConditionalFormatObject(this), 'ConditionalFormat.cellValue'); }
  get CellValueOrNullObject() { return this.partOrNull('CellValue', () => new CellValueConditionalFormatObject(this)); }
  get TextComparison() { return this.part('ContainsText', () => new TextConditionalFormatObject(this), 'ConditionalFormat.textComparison'); }
  get TextComparisonOrNullObject() { return this.partOrNull('ContainsText', () => new TextConditionalFormatObject(this)); }
  get DataBar() { return this.part('DataBar', () => new DataBarConditionalFormatObject(this), 'ConditionalFormat.dataBar'); }
  get DataBarOrNullObject() { return this.partOrNull('DataBar', () => new DataBarConditionalFormatObject(this)); }

  /** Only for a rule with one rectangle. */
  GetRangeOrNullObject() {
    const [rect, ...others] = this.format.ranges;
    return rect && others.length === 0 ? new RangeObject(this.workspace, this.range.sheet, rect, 'ConditionalFormat.getRange') : null;
  }
  GetRange() {
    const range = this.GetRangeOrNullObject();
    if (!range) throw invalidOperation('ConditionalFormat.getRange', 'the rule applies to several ranges');
    return range;
  }
  GetRanges() { return new RangeAreasObject(this.workspace, this.range.sheet, this.format.ranges); }
  Delete(): void {
    const { sheet } = this.range;
    this.change('ConditionalFormat.delete', (format) => sheet.conditionalFormats.splice(sheet.conditionalFormats.indexOf(format), 1));
  }
}

abstract class RulePart extends ExcelObject {
  constructor(readonly owner: ConditionalFormatObject) {
    super(owner.workspace);
  }
  protected change(location: string, apply: (rule: ConditionalRule) => ConditionalRule): void {
    this.owner.change(location, (format) => (format.rule = apply(format.rule)));
  }
}

export class CustomConditionalFormatObject extends RulePart {
  get Rule() { return new ConditionalFormatRuleObject(this.owner); }
  get Format() { return new ConditionalRangeFormatObject(this.owner); }
}

export class ConditionalFormatRuleObject extends RulePart {
  static override readonly scalars = ['Formula'];
  get Formula() {
    const { rule } = this.owner.format;
    return rule.type === 'Custom' ? rule.formula : '';
  }
  set Formula(value: unknown) {
    const formula = ruleFormula(value, 'ConditionalFormatRule.formula');
    this.change('ConditionalFormatRule.formula', (rule) => (rule.type === 'Custom' ? { ...rule, formula } : rule));
  }
}

export class CellValueConditionalFormatObject extends RulePart {
  static override readonly scalars = ['Rule'];
  get Format() { return new ConditionalRangeFormatObject(this.owner); }
  get Rule() {
    const { rule } = this.owner.format;
    if (rule.type !== 'CellValue') return null;
    return { operator: rule.operator, formula1: rule.formula1, ...(rule.formula2 === undefined ? {} : { formula2: rule.formula2 }) };
  }
  set Rule(value: unknown) {
    const location = 'CellValueConditionalFormat.rule';
    const given = recordArgument(value, location);
    const operator = choiceArgument(given['operator'], CELL_OPERATORS, location);
    const two = operator === 'Between' || operator === 'NotBetween';
    const formula1 = ruleOperand(given['formula1'], location);
    const formula2 = two ? ruleOperand(given['formula2'], location) : undefined;
    this.change(location, (rule) => (rule.type === 'CellValue' ? { type: 'CellValue', operator, formula1, ...(formula2 === undefined ? {} : { formula2 }), format: rule.format } : rule));
  }
}

export class TextConditionalFormatObject extends RulePart {
  static override readonly scalars = ['Rule'];
  get Format() { return new ConditionalRangeFormatObject(this.owner); }
  get Rule() {
    const { rule } = this.owner.format;
    return rule.type === 'ContainsText' ? { operator: rule.operator, text: rule.text } : null;
  }
  set Rule(value: unknown) {
    const location = 'TextConditionalFormat.rule';
    const given = recordArgument(value, location);
    const operator = choiceArgument(given['operator'], TEXT_OPERATORS, location);
    const text = textArgument(given['text'], location);
    if (text === '' || text.length > 255) throw invalidArgument(location, 'the text has 1 to 255 characters');
    this.change(location, (rule) => (rule.type === 'ContainsText' ? { ...rule, operator, text } : rule));
  }
}

export class DataBarConditionalFormatObject extends RulePart {
  get PositiveFormat() { return new DataBarPositiveFormatObject(this.owner); }
}

export class DataBarPositiveFormatObject extends RulePart {
  static override readonly wireName = 'ConditionalDataBarPositiveFormat';
  static override readonly scalars = ['FillColor'];
  get FillColor() {
    const { rule } = this.owner.format;
    return rule.type === 'DataBar' ? rule.color : '';
  }
  set FillColor(value: unknown) {
    const color = colorArgument(value, 'ConditionalDataBarPositiveFormat.fillColor');
    this.change('ConditionalDataBarPositiveFormat.fillColor', () => ({ type: 'DataBar', color }));
  }
}

abstract class DifferentialPart extends RulePart {
  protected get differential(): DifferentialFormat {
    const { rule } = this.owner.format;
    return rule.type === 'DataBar' ? {} : rule.format;
  }
  protected put(location: string, change: { [K in keyof DifferentialFormat]?: DifferentialFormat[K] | undefined }): void {
    const merged = Object.fromEntries(Object.entries({ ...this.differential, ...change }).filter(([, value]) => value !== undefined)) as DifferentialFormat;
    this.change(location, (rule) => (rule.type === 'DataBar' ? rule : { ...rule, format: merged }));
  }
}

export class ConditionalRangeFormatObject extends DifferentialPart {
  get Fill() { return new ConditionalRangeFillObject(this.owner); }
  get Font() { return new ConditionalRangeFontObject(this.owner); }
}

export class ConditionalRangeFillObject extends DifferentialPart {
  static override readonly scalars = ['Color'];
  get Color() { return this.differential.fill ?? ''; }
  set Color(value: unknown) { this.put('ConditionalRangeFill.color', { fill: colorArgument(value, 'ConditionalRangeFill.color') }); }
  Clear(): void { this.put('ConditionalRangeFill.clear', { fill: undefined }); }
}

export class ConditionalRangeFontObject extends DifferentialPart {
  static override readonly scalars = ['Bold', 'Color', 'Italic', 'Strikethrough'];
  get Color() { return this.differential.fontColor ?? ''; }
  set Color(value: unknown) { this.put('ConditionalRangeFont.color', { fontColor: colorArgument(value, 'ConditionalRangeFont.color') }); }
  get Bold() { return this.differential.bold ?? false; }
  set Bold(value: unknown) { this.put('ConditionalRangeFont.bold', { bold: booleanArgument(value, 'ConditionalRangeFont.bold') }); }
  get Italic() { return this.differential.italic ?? false; }
  set Italic(value: unknown) { this.put('ConditionalRangeFont.italic', { italic: booleanArgument(value, 'ConditionalRangeFont.italic') }); }
  get Strikethrough() { return this.differential.strikethrough ?? false; }
  set Strikethrough(value: unknown) { this.put('ConditionalRangeFont.strikethrough', { strikethrough: booleanArgument(value, 'ConditionalRangeFont.strikethrough') }); }
  Clear(): void { this.put('ConditionalRangeFont.clear', { fontColor: undefined, bold: undefined, italic: undefined, strikethrough: undefined }); }
}
