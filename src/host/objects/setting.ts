/** `Workbook.settings`: what the add-in keeps in the file. The same store as `Office.context.document.settings`. */
import { assertWritable } from '../edits/guard';
import { invalidArgument, itemNotFound, type Workspace } from '../workspace';
import { ExcelCollection, ExcelObject, textArgument } from './base';

/** About 2 MB fit in practice. */
const MAX_SETTINGS = 2_000_000;

function store(workspace: Workspace, key: string, value: unknown, location: string): void {
  assertWritable(workspace, location);
  const { settings } = workspace.book;
  const size = [...settings].reduce((sum, [name, content]) => sum + (name === key ? 0 : name.length + JSON.stringify(content).length), 0);
  if (size + key.length + JSON.stringify(value ?? null).length > MAX_SETTINGS) throw invalidArgument(location, 'the settings are over 2 MB');
  settings.set(key, value);
  workspace.record({ kind: 'other' });
}

export class SettingCollectionObject extends ExcelCollection {
  items() { return [...this.workspace.book.settings.keys()].map((key) => new SettingObject(this.workspace, key)); }
  GetCount() { return this.workspace.book.settings.size; }
  /** Adds or replaces. */
  Add(key: unknown, value: unknown) {
    const text = textArgument(key, 'SettingCollection.add');
    if (text === '' || text.length > 255) throw invalidArgument('SettingCollection.add', 'a key has 1 to 255 characters');
    store(this.workspace, text, value, 'SettingCollection.add');
    return new SettingObject(this.workspace, text);
  }
  GetItemOrNullObject(key: unknown) {
    const text = textArgument(key, 'SettingCollection.getItem');
    return this.workspace.book.settings.has(text) ? new SettingObject(this.workspace, text) : null;
  }
  GetItem(key: unknown) {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw itemNotFound('SettingCollection.getItem');
    return found;
  }
}

export class SettingObject extends ExcelObject {
  static override readonly scalars = ['Key', 'Value'];
  constructor(
    workspace: Workspace,
    readonly key: string,
  ) {
    super(workspace);
  }
  override idResult() { return { _Id: this.key }; }
  get Key() { return this.key; }
  get Value() {
    if (!this.workspace.book.settings.has(this.key)) throw itemNotFound('Setting');
    return this.workspace.book.settings.get(this.key);
  }
  set Value(value: unknown) { store(this.workspace, this.key, value, 'Setting.value'); }
  Delete(): void {
    assertWritable(this.workspace, 'Setting.delete');
    this.workspace.book.settings.delete(this.key);
    this.workspace.record({ kind: 'other' });
  }
}
