/** `Excel.Workbook`, `Application` and the runtime: the roots of everything. */
import { parseAddress } from '../model/address';
import { findSheet } from '../model/workbook';
import { assertWritable } from '../edits/guard';
import { itemNotFound, type Workspace } from '../workspace';
import { booleanArgument, choiceArgument, ExcelObject } from './base';
import { DocumentPropertiesObject } from './document-properties';
import { NamedItemCollectionObject } from './named-item';
import { RangeObject } from './range';
import { SettingCollectionObject } from './setting';
import { TableCollectionObject } from './table';
import { WorksheetCollectionObject } from './worksheet';

/** What the runtime object may switch for the client whose batch runs. */
export interface EventSwitch {
  enabled: boolean;
}

export class WorkbookObject extends ExcelObject {
  static override readonly scalars = ['AutoSave', 'IsDirty', 'Name', 'PreviouslySaved', 'ReadOnly'];
  constructor(
    workspace: Workspace,
    private readonly eventSwitch: () => EventSwitch,
    private readonly dirty: { value: boolean },
  ) {
    super(workspace);
  }
  get Name() { return this.workspace.book.fileName; }
  get ReadOnly() { return this.workspace.book.readOnly; }
  get IsDirty() { return this.dirty.value; }
  set IsDirty(value: unknown) { this.dirty.value = booleanArgument(value, 'Workbook.isDirty'); }
  get AutoSave() { return false; }
  get PreviouslySaved() { return true; }
  get Worksheets() { return new WorksheetCollectionObject(this.workspace); }
  get Tables() { return new TableCollectionObject(this.workspace); }
  get Names() { return new NamedItemCollectionObject(this.workspace); }
  get Settings() { return new SettingCollectionObject(this.workspace); }
  get Properties() { return new DocumentPropertiesObject(this.workspace); }
  get Application() { return new ApplicationObject(this.workspace); }
  get Protection() { return new WorkbookProtectionObject(this.workspace); }
  get _Runtime() { return new RuntimeObject(this.workspace, this.eventSwitch()); }
  GetSelectedRange() { return new RangeObject(this.workspace, this.workspace.book.activeSheet, this.workspace.book.selection, 'Workbook.getSelectedRange'); }
  GetActiveCell() { return new RangeObject(this.workspace, this.workspace.book.activeSheet, { ...this.workspace.book.selection, rowCount: 1, columnCount: 1 }, 'Workbook.getActiveCell'); }
  /** Ranges of event arguments; the id is the address. */
  _GetRangeOrNullObjectForEventByReferenceId(id: unknown) {
    const address = typeof id === 'string' ? parseAddress(id) : undefined;
    const sheet = address?.sheet === undefined ? undefined : findSheet(this.workspace.book, address.sheet);
    return address && sheet ? new RangeObject(this.workspace, sheet, address.rect) : null;
  }
  _GetRangeForEventByReferenceId(id: unknown) {
    const range = this._GetRangeOrNullObjectForEventByReferenceId(id);
    if (!range) throw itemNotFound('WorksheetChangedEventArgs.getRange');
    return range;
  }
}

export class ApplicationObject extends ExcelObject {
  static override readonly scalars = ['CalculationMode', 'CalculationState', 'DecimalSeparator', 'ThousandsSeparator'];
  get CalculationMode() { return this.workspace.calculationMode; }
  set CalculationMode(value: unknown) { this.workspace.calculationMode = choiceArgument(value, ['Automatic', 'AutomaticExceptTables', 'Manual'], 'Application.calculationMode'); }
  get CalculationState() { return 'Done'; }
  get DecimalSeparator() { return '.'; }
  get ThousandsSeparator() { return ','; }
  Calculate(type: unknown): void {
    if (choiceArgument(type, ['Recalculate', 'Full', 'FullRebuild'], 'Application.calculate') !== 'Recalculate') this.workspace.calculator.structureChanged();
    this.workspace.calculator.calculate();
  }
  /** Calculation here only happens when a value is read, so there is nothing to hold back. */
  SuspendApiCalculationUntilNextSync(): void { /* see above */ }
  /** Nothing is drawn before the batch ends. */
  SuspendScreenUpdatingUntilNextSync(): void { /* see above */ }
}

export class RuntimeObject extends ExcelObject {
  static override readonly scalars = ['EnableEvents'];
  constructor(
    workspace: Workspace,
    private readonly events: EventSwitch,
  ) {
    super(workspace);
  }
  get EnableEvents() { return this.events.enabled; }
  set EnableEvents(value: unknown) { this.events.enabled = booleanArgument(value, 'Runtime.enableEvents'); }
}

/** The structure of the workbook is never protected in this host; `protect` says so loudly by being absent. */
export class WorkbookProtectionObject extends ExcelObject {
  static override readonly scalars = ['Protected'];
  get Protected() { return false; }
  Unprotect(): void { assertWritable(this.workspace, 'WorkbookProtection.unprotect'); }
}

/** Office calls this by itself once the add-in is ready. */
export class AddinInternalServiceObject extends ExcelObject {
  NotifyActionHandlerReady(): void { /* nothing to do: the ribbon has no functions here */ }
}
