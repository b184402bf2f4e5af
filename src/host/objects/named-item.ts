/** `Excel.NamedItem`: defined names of the workbook. Names that belong to one sheet do not exist in this host. */
import { formatAddress, parseAddress } from '../model/address';
import { formulaProblem } from '../model/formula-syntax';
import { definedNameProblem, findName, findSheet, findTable } from '../model/workbook';
import type { NameModel, SheetModel } from '../model/types';
import { HostError } from '../dispatcher';
import { MAX_FORMULA } from '../edits/content';
import { assertWritable } from '../edits/guard';
import { invalidArgument, itemExists, itemNotFound, type Workspace } from '../workspace';
import { booleanArgument, ExcelCollection, ExcelObject, textArgument } from './base';
import { RangeObject } from './range';

function formulaArgument(value: unknown, location: string): string {
  const formula = textArgument(value, location);
  if (!formula.startsWith('=') || formula.length > MAX_FORMULA) throw invalidArgument(location, 'a formula is expected');
  const problem = formulaProblem(formula);
  if (problem) throw invalidArgument(location, problem);
  return formula;
}

export class NamedItemCollectionObject extends ExcelCollection {
  constructor(
    workspace: Workspace,
    readonly sheet?: SheetModel,
  ) {
    super(workspace);
  }
  private get names(): readonly NameModel[] { return this.sheet ? [] : this.workspace.book.names; }
  items() { return this.names.map((name) => new NamedItemObject(this.workspace, name)); }
  GetCount() { return this.names.length; }
  /** The reference is a Range or a formula with `=`. */
  Add(name: unknown, reference: unknown, comment: unknown) {
    const location = 'NamedItemCollection.add';
    if (this.sheet) throw new HostError('HostNotImplemented', 'The simulated host does not implement names of one sheet.', 'Worksheet.names.add');
    const { book } = this.workspace;
    assertWritable(this.workspace, location);
    const text = textArgument(name, location);
    const problem = definedNameProblem(text);
    if (problem) throw invalidArgument(location, `the name “${text}” ${problem}`);
    if (findName(book, text)) throw itemExists(location);
    if (findTable(book, text)) throw invalidArgument(location, `a table has the name “${text}”`);
    const formula = reference instanceof RangeObject ? `=${formatAddress(reference.sheet.name, reference.rect, true)}` : formulaArgument(reference, location);
    const note = comment === undefined || comment === null ? '' : textArgument(comment, location);
    if (note.length > 255) throw invalidArgument(location, 'a comment has at most 255 characters');
    const model: NameModel = { name: text, formula, comment: note, visible: true };
    book.names.push(model);
    this.workspace.calculator.structureChanged();
    this.workspace.record({ kind: 'other' });
    return new NamedItemObject(this.workspace, model);
  }
  GetItemOrNullObject(name: unknown) {
    const found = this.names.find((item) => item.name.toLowerCase() === String(name).toLowerCase());
    return found ? new NamedItemObject(this.workspace, found) : null;
  }
  GetItem(name: unknown) {
    const found = this.GetItemOrNullObject(name);
    if (!found) throw itemNotFound('NamedItemCollection.getItem');
    return found;
  }
}

export class NamedItemObject extends ExcelObject {
  static override readonly scalars = ['Name', 'Type', 'Value', 'Visible', 'Comment', 'Scope', 'Formula'];
  constructor(
    workspace: Workspace,
    private readonly model: NameModel,
  ) {
    super(workspace);
  }
  private get item(): NameModel {
    if (!this.workspace.book.names.includes(this.model)) throw itemNotFound('NamedItem');
    return this.model;
  }
  override idResult() { return { _Id: this.model.name }; }
  get Name() { return this.item.name; }
  get Scope() { return 'Workbook'; }
  get Formula() { return this.item.formula; }
  set Formula(value: unknown) {
    assertWritable(this.workspace, 'NamedItem.formula');
    this.item.formula = formulaArgument(value, 'NamedItem.formula');
    this.workspace.calculator.structureChanged();
    this.workspace.record({ kind: 'other' });
  }
  get Visible() { return this.item.visible; }
  set Visible(value: unknown) {
    assertWritable(this.workspace, 'NamedItem.visible');
    this.item.visible = booleanArgument(value, 'NamedItem.visible');
  }
  get Comment() { return this.item.comment; }
  set Comment(value: unknown) {
    assertWritable(this.workspace, 'NamedItem.comment');
    this.item.comment = textArgument(value, 'NamedItem.comment');
  }
  private get value() { return this.workspace.calculator.evaluate(this.item.formula, this.workspace.book.activeSheet, 0, 0); }
  get Type() {
    if (this.GetRangeOrNullObject()) return 'Range';
    const { value, error } = this.value;
    if (error) return 'Error';
    return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
  }
  get Value() {
    const range = this.GetRangeOrNullObject();
    return range ? range.Address : this.value.value;
  }
  GetRangeOrNullObject() {
    const address = parseAddress(this.item.formula.slice(1));
    const sheet = address?.sheet === undefined ? undefined : findSheet(this.workspace.book, address.sheet);
    return address && sheet ? new RangeObject(this.workspace, sheet, address.rect, 'NamedItem.getRange') : null;
  }
  GetRange() {
    const range = this.GetRangeOrNullObject();
    if (!range) throw itemNotFound('NamedItem.getRange');
    return range;
  }
  Delete(): void {
    assertWritable(this.workspace, 'NamedItem.delete');
    const { names } = this.workspace.book;
    names.splice(names.indexOf(this.item), 1);
    this.workspace.calculator.structureChanged();
    this.workspace.record({ kind: 'other' });
  }
}
