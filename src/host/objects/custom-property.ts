/** Custom properties of a sheet. */
import type { SheetModel } from '../model/types';
import { assertWritable } from '../edits/guard';
import { invalidArgument, itemNotFound, type Workspace } from '../workspace';
import { ExcelCollection, ExcelObject, textArgument } from './base';

export class WorksheetCustomPropertyCollectionObject extends ExcelCollection {
  constructor(
    workspace: Workspace,
    readonly sheet: SheetModel,
  ) {
    super(workspace);
  }
  items() { return [...this.sheet.customProperties.keys()].map((key) => new WorksheetCustomPropertyObject(this.workspace, this.sheet, key)); }
  GetCount() { return this.sheet.customProperties.size; }
  Add(key: unknown, value: unknown) {
    const location = 'WorksheetCustomPropertyCollection.add';
    const name = textArgument(key, location);
    if (name === '' || name.length > 255) throw invalidArgument(location, 'a key has 1 to 255 characters');
    assertWritable(this.workspace, location);
    this.sheet.customProperties.set(name, textArgument(value, location));
    this.workspace.record({ kind: 'other' });
    return new WorksheetCustomPropertyObject(this.workspace, this.sheet, name);
  }
  /** Keys are compared without case. */
  GetItemOrNullObject(key: unknown) {
    const wanted = textArgument(key, 'WorksheetCustomPropertyCollection.getItem').toLowerCase();
    const found = [...this.sheet.customProperties.keys()].find((name) => name.toLowerCase() === wanted);
    return found === undefined ? null : new WorksheetCustomPropertyObject(this.workspace, this.sheet, found);
  }
  GetItem(key: unknown) {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw itemNotFound('WorksheetCustomPropertyCollection.getItem');
    return found;
  }
}

export class WorksheetCustomPropertyObject extends ExcelObject {
  static override readonly scalars = ['Key', 'Value'];
  constructor(
    workspace: Workspace,
    readonly sheet: SheetModel,
    readonly key: string,
  ) {
    super(workspace);
  }
  override idResult() { return { _Id: this.key }; }
  get Key() { return this.key; }
  get Value() {
    const value = this.sheet.customProperties.get(this.key);
    if (value === undefined) throw itemNotFound('WorksheetCustomProperty');
    return value;
  }
  set Value(value: unknown) {
    assertWritable(this.workspace, 'WorksheetCustomProperty.value');
    this.sheet.customProperties.set(this.key, textArgument(value, 'WorksheetCustomProperty.value'));
    this.workspace.record({ kind: 'other' });
  }
  Delete(): void {
    assertWritable(this.workspace, 'WorksheetCustomProperty.delete');
    this.sheet.customProperties.delete(this.key);
    this.workspace.record({ kind: 'other' });
  }
}
