/** `Workbook.properties`: the file's title, author … and custom properties. */
import type { WorkbookModel } from '../model/types';
import { assertWritable } from '../edits/guard';
import { invalidArgument, itemNotFound, type Workspace } from '../workspace';
import { ExcelCollection, ExcelObject, integerArgument, textArgument } from './base';

type TextProperty = Exclude<keyof WorkbookModel['properties'], 'custom'>;

export class DocumentPropertiesObject extends ExcelObject {
  static override readonly scalars = ['Author', 'Category', 'Comments', 'Company', 'Keywords', 'Subject', 'Title'];
  private put(name: TextProperty, value: unknown): void {
    assertWritable(this.workspace, `DocumentProperties.${name}`);
    this.workspace.book.properties[name] = textArgument(value, `DocumentProperties.${name}`);
  }
  private get properties() { return this.workspace.book.properties; }
  get Title() { return this.properties.title; }
  set Title(value: unknown) { this.put('title', value); }
  get Subject() { return this.properties.subject; }
  set Subject(value: unknown) { this.put('subject', value); }
  get Author() { return this.properties.author; }
  set Author(value: unknown) { this.put('author', value); }
  get Keywords() { return this.properties.keywords; }
  set Keywords(value: unknown) { this.put('keywords', value); }
  get Comments() { return this.properties.comments; }
  set Comments(value: unknown) { this.put('comments', value); }
  get Category() { return this.properties.category; }
  set Category(value: unknown) { this.put('category', value); }
  get Company() { return this.properties.company; }
  set Company(value: unknown) { this.put('company', value); }
  get Custom() { return new CustomPropertyCollectionObject(this.workspace); }
}

export class CustomPropertyCollectionObject extends ExcelCollection {
  private get custom() { return this.workspace.book.properties.custom; }
  items() { return [...this.custom.keys()].map((key) => new CustomPropertyObject(this.workspace, key)); }
  GetCount() { return this.custom.size; }
  Add(key: unknown, value: unknown) {
    const location = 'CustomPropertyCollection.add';
    assertWritable(this.workspace, location);
    const name = textArgument(key, location);
    if (name === '' || name.length > 255) throw invalidArgument(location, 'a key has 1 to 255 characters');
    setCustom(this.workspace, name, value, location);
    return new CustomPropertyObject(this.workspace, name);
  }
  DeleteAll(): void {
    assertWritable(this.workspace, 'CustomPropertyCollection.deleteAll');
    this.custom.clear();
  }
  /** Keys are compared without case. */
  GetItemOrNullObject(key: unknown) {
    const wanted = textArgument(key, 'CustomPropertyCollection.getItem').toLowerCase();
    const found = [...this.custom.keys()].find((name) => name.toLowerCase() === wanted);
    return found === undefined ? null : new CustomPropertyObject(this.workspace, found);
  }
  GetItem(key: unknown) {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw itemNotFound('CustomPropertyCollection.getItem');
    return found;
  }
  GetItemAt(index: unknown) {
    const found = this.items()[integerArgument(index, 'CustomPropertyCollection.getItemAt', 0)];
    if (!found) throw itemNotFound('CustomPropertyCollection.getItemAt');
    return found;
  }
}

function setCustom(workspace: Workspace, key: string, value: unknown, location: string): void {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw invalidArgument(location, 'a text, a number or a boolean is expected');
  if (typeof value === 'string' && value.length > 255) throw invalidArgument(location, 'a text has at most 255 characters');
  workspace.book.properties.custom.set(key, value);
}

export class CustomPropertyObject extends ExcelObject {
  static override readonly scalars = ['Key', 'Type', 'Value'];
  constructor(
    workspace: Workspace,
    readonly key: string,
  ) {
    super(workspace);
  }
  override idResult() { return { Id: this.key }; }
  get Key() { return this.key; }
  get Value() {
    const value = this.workspace.book.properties.custom.get(this.key);
    if (value === undefined) throw itemNotFound('CustomProperty');
    return value;
  }
  set Value(value: unknown) {
    assertWritable(this.workspace, 'CustomProperty.value');
    setCustom(this.workspace, this.key, value, 'CustomProperty.value');
  }
  get Type() {
    const value = this.Value;
    return typeof value === 'number' ? 'Number' : typeof value === 'boolean' ? 'Boolean' : 'String';
  }
  Delete(): void {
    assertWritable(this.workspace, 'CustomProperty.delete');
    this.workspace.book.properties.custom.delete(this.key);
  }
}
