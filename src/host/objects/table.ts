/** `Excel.Table`, its collections, columns and rows. */
import { cell, contains, intersect, parseAddress } from '../model/address';
import { bodyRect, columnRect, headerRect, headersProblem, renameColumn, totalsRect } from '../model/tables';
import { findSheet } from '../model/workbook';
import type { Rect, SheetModel, TableColumnModel, TableModel } from '../model/types';
import { clearTableFilters, createTable, deleteTable, deleteTableColumn, deleteTableRows, dropTable, insertTableColumn, insertTableRows, renameTable, resizeTable, showTotals } from '../edits/tables';
import { assertSheetEditable, assertWritable } from '../edits/guard';
import { invalidArgument, itemNotFound, type Workspace } from '../workspace';
import { booleanArgument, ExcelCollection, ExcelObject, integerArgument, textArgument } from './base';
import { AutoFilterObject, FilterObject } from './filter';
import { RangeObject } from './range';
import { EventCollection, EventTarget, register, unregister } from './event-registration';
import { TableSortObject } from './sort';

/** A range argument: a Range object or an address, whose sheet defaults to `sheet`. @throws InvalidArgument */
export function rangeArgument(workspace: Workspace, value: unknown, sheet: SheetModel | undefined, location: string): { sheet: SheetModel; rect: Rect } {
  if (value instanceof RangeObject) return { sheet: value.sheet, rect: value.rect };
  const address = parseAddress(textArgument(value, location));
  if (!address) throw invalidArgument(location, `“${String(value)}” is no address`);
  const home = address.sheet === undefined ? (sheet ?? workspace.book.activeSheet) : findSheet(workspace.book, address.sheet);
  if (!home || (sheet && home !== sheet)) throw invalidArgument(location, 'the address names another sheet');
  return { sheet: home, rect: address.rect };
}

abstract class TableList extends EventCollection {
  static override readonly scalars = ['Count'];
  protected abstract tables(): readonly TableModel[];
  items() { return this.tables().map((table) => new TableObject(this.workspace, table)); }
  get Count() { return this.tables().length; }
  GetCount() { return this.tables().length; }
  GetItemOrNullObject(key: unknown) {
    const found = this.tables().find((table) => table.id === String(key)) ?? this.tables().find((table) => table.name.toLowerCase() === String(key).toLowerCase());
    return found ? new TableObject(this.workspace, found) : null;
  }
  GetItem(key: unknown) {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw itemNotFound('TableCollection.getItem');
    return found;
  }
  GetItemAt(index: unknown) {
    const found = this.tables()[integerArgument(index, 'TableCollection.getItemAt', 0)];
    if (!found) throw itemNotFound('TableCollection.getItemAt');
    return new TableObject(this.workspace, found);
  }
}

export class TableCollectionObject extends TableList {
  constructor(
    workspace: Workspace,
    readonly sheet?: SheetModel,
  ) {
    super(workspace);
  }
  get eventTarget() { return this.sheet?.id ?? 'Workbook'; }
  protected tables() { return this.workspace.book.tables.filter((table) => !this.sheet || table.sheet === this.sheet); }
  Add(address: unknown, hasHeaders: unknown) {
    const { sheet, rect } = rangeArgument(this.workspace, address, this.sheet, 'TableCollection.add');
    return new TableObject(this.workspace, createTable(this.workspace, sheet, rect, booleanArgument(hasHeaders, 'TableCollection.add')));
  }
  _RegisterDataChangedEvent() { register(this, 101); }
  _UnregisterDataChangedEvent() { unregister(this, 101); }
  _RegisterAddedEvent() { register(this, 102); }
  _UnregisterAddedEvent() { unregister(this, 102); }
  _RegisterDeletedEvent() { register(this, 103); }
  _UnregisterDeletedEvent() { unregister(this, 103); }
}

/** Tables that touch, or lie in, a range. */
export class TableScopedCollectionObject extends TableList {
  constructor(
    workspace: Workspace,
    readonly sheet: SheetModel,
    readonly rect: Rect,
    readonly fullyContained: boolean,
  ) {
    super(workspace);
  }
  get eventTarget() { return this.sheet.id; }
  protected tables() {
    return this.workspace.book.tables.filter((table) => table.sheet === this.sheet && (this.fullyContained ? contains(this.rect, table.range) : intersect(this.rect, table.range)));
  }
  GetFirst() {
    const [first] = this.items();
    if (!first) throw itemNotFound('TableScopedCollection.getFirst');
    return first;
  }
}

export class TableObject extends EventTarget {
  static override readonly scalars = ['Id', 'Name', 'ShowHeaders', 'ShowTotals', 'Style', 'HighlightFirstColumn', 'ShowBandedRows', 'ShowBandedColumns', 'ShowFilterButton'];
  constructor(
    workspace: Workspace,
    private readonly model: TableModel,
  ) {
    super(workspace);
  }
  /** @throws ItemNotFound when the table was deleted */
  get table(): TableModel {
    if (!this.workspace.book.tables.includes(this.model)) throw itemNotFound('Table');
    return this.model;
  }
  get eventTarget() { return this.model.id; }
  override idResult() { return { Id: this.model.id }; }
  private range(rect: Rect, location: string) { return new RangeObject(this.workspace, this.table.sheet, rect, location); }
  private change(apply: (table: TableModel) => void, location: string): void {
    assertSheetEditable(this.workspace, this.table.sheet, location);
    apply(this.table);
    this.workspace.record({ kind: 'other' });
  }

  get Id() { return this.table.id; }
  get Name() { return this.table.name; }
  set Name(value: unknown) { renameTable(this.workspace, this.table, textArgument(value, 'Table.name')); }
  get Style() { return this.table.style; }
  set Style(value: unknown) {
    const style = textArgument(value, 'Table.style');
    if (!/^(?:TableStyle(?:Light(?:1?\d|2[01])|Medium(?:1?\d|2[0-8])|Dark(?:\d|1[01])))?$/.test(style)) throw invalidArgument('Table.style', `there is no table style “${style}”`);
    this.change((table) => (table.style = style), 'Table.style');
  }
  get ShowHeaders() { return true; }
  get ShowTotals() { return this.table.showTotals; }
  set ShowTotals(value: unknown) { showTotals(this.workspace, this.table, booleanArgument(value, 'Table.showTotals')); }
  get ShowFilterButton() { return this.table.showFilterButton; }
  set ShowFilterButton(value: unknown) { this.change((table) => (table.showFilterButton = booleanArgument(value, 'Table.showFilterButton')), 'Table.showFilterButton'); }
  get ShowBandedRows() { return this.table.showBandedRows; }
  set ShowBandedRows(value: unknown) { this.change((table) => (table.showBandedRows = booleanArgument(value, 'Table.showBandedRows')), 'Table.showBandedRows'); }
  get ShowBandedColumns() { return this.table.showBandedColumns; }
  set ShowBandedColumns(value: unknown) { this.change((table) => (table.showBandedColumns = booleanArgument(value, 'Table.showBandedColumns')), 'Table.showBandedColumns'); }
  get HighlightFirstColumn() { return this.table.highlightFirstColumn; }
  set HighlightFirstColumn(value: unknown) { this.change((table) => (table.highlightFirstColumn = booleanArgument(value, 'Table.highlightFirstColumn')), 'Table.highlightFirstColumn'); }

  get Rows() { return new TableRowCollectionObject(this); }
  get Columns() { return new TableColumnCollectionObject(this); }
  get Worksheet() { return this.workspace.objects.worksheet(this.workspace, this.table.sheet); }
  get AutoFilter() { return new AutoFilterObject(this.workspace, this.table); }
  get Sort() { return new TableSortObject(this.workspace, this.table); }
  GetRange() { return this.range(this.table.range, 'Table.getRange'); }
  GetHeaderRowRange() { return this.range(headerRect(this.table), 'Table.getHeaderRowRange'); }
  GetDataBodyRange() { return this.range(bodyRect(this.table), 'Table.getDataBodyRange'); }
  GetTotalRowRange() {
    if (!this.table.showTotals) throw itemNotFound('Table.getTotalRowRange');
    return this.range(totalsRect(this.table), 'Table.getTotalRowRange');
  }
  Resize(newRange: unknown): void {
    const { sheet, rect } = rangeArgument(this.workspace, newRange, this.table.sheet, 'Table.resize');
    resizeTable(this.workspace, this.table, sheet, rect);
  }
  ClearFilters(): void { clearTableFilters(this.workspace, this.table); }
  Delete(): void { deleteTable(this.workspace, this.table); }
  ConvertToRange() {
    const range = this.range(this.table.range, 'Table.convertToRange');
    assertWritable(this.workspace, 'Table.convertToRange');
    dropTable(this.workspace, this.table);
    return range;
  }
  _RegisterDataChangedEvent() { register(this, 101); }
  _UnregisterDataChangedEvent() { unregister(this, 101); }
  _RegisterSelectionChangedEvent() { register(this, 100); }
  _UnregisterSelectionChangedEvent() { unregister(this, 100); }
}

export class TableColumnCollectionObject extends ExcelCollection {
  static override readonly scalars = ['Count'];
  constructor(readonly owner: TableObject) {
    super(owner.workspace);
  }
  items() { return this.owner.table.columns.map((column) => new TableColumnObject(this.owner, column)); }
  get Count() { return this.owner.table.columns.length; }
  GetCount() { return this.Count; }
  /** By id (number) or name. */
  GetItemOrNullObject(key: unknown) {
    const { columns } = this.owner.table;
    const found = (typeof key === 'string' ? columns.find((column) => column.name.toLowerCase() === key.toLowerCase()) : undefined) ?? columns.find((column) => String(column.id) === String(key));
    return found ? new TableColumnObject(this.owner, found) : null;
  }
  GetItem(key: unknown) {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw itemNotFound('TableColumnCollection.getItem');
    return found;
  }
  GetItemAt(index: unknown) {
    const found = this.owner.table.columns[integerArgument(index, 'TableColumnCollection.getItemAt', 0)];
    if (!found) throw itemNotFound('TableColumnCollection.getItemAt');
    return new TableColumnObject(this.owner, found);
  }
  /** `values` holds the header and all rows, or the rows alone. */
  Add(index: unknown, values: unknown, name: unknown) {
    const { table } = this.owner;
    const location = 'TableColumnCollection.add';
    const at = insertTableColumn(this.workspace, table, index === undefined || index === null ? undefined : integerArgument(index, location), values, name === undefined || name === null ? undefined : textArgument(name, location));
    return this.GetItemAt(at);
  }
}

export class TableColumnObject extends ExcelObject {
  static override readonly scalars = ['Id', 'Index', 'Name', 'Values'];
  constructor(
    readonly owner: TableObject,
    readonly column: TableColumnModel,
  ) {
    super(owner.workspace);
  }
  override idResult() { return { Id: this.column.id }; }
  /** @throws ItemNotFound when the column was deleted */
  get index(): number {
    const index = this.owner.table.columns.indexOf(this.column);
    if (index < 0) throw itemNotFound('TableColumn');
    return index;
  }
  private range(rect: Rect, location: string) { return new RangeObject(this.workspace, this.owner.table.sheet, columnRect(rect, this.index), location); }
  get Id() { return this.column.id; }
  get Index() { return this.index; }
  get Name() { return this.column.name; }
  set Name(value: unknown) {
    const name = textArgument(value, 'TableColumn.name');
    const { table } = this.owner;
    assertSheetEditable(this.workspace, table.sheet, 'TableColumn.name');
    const problem = headersProblem(table.columns.map((column) => (column === this.column ? name : column.name)));
    if (problem) throw invalidArgument('TableColumn.name', problem);
    renameColumn(this.workspace.book, table, this.index, name);
    this.workspace.calculator.structureChanged();
    this.workspace.record({ kind: 'cells', sheet: table.sheet, rect: cell(table.range.row, table.range.column + this.index), changeType: 'RangeEdited', shift: 'None' });
  }
  get Values() { return this.range(this.owner.table.range, 'TableColumn.values').Values; }
  set Values(values: unknown) { this.range(this.owner.table.range, 'TableColumn.values').Values = values; }
  get Filter() { return new FilterObject(this.workspace, this.owner.table, this.index); }
  GetRange() { return this.range(this.owner.table.range, 'TableColumn.getRange'); }
  GetDataBodyRange() { return this.range(bodyRect(this.owner.table), 'TableColumn.getDataBodyRange'); }
  GetHeaderRowRange() { return this.range(headerRect(this.owner.table), 'TableColumn.getHeaderRowRange'); }
  GetTotalRowRange() {
    if (!this.owner.table.showTotals) throw itemNotFound('TableColumn.getTotalRowRange');
    return this.range(totalsRect(this.owner.table), 'TableColumn.getTotalRowRange');
  }
  Delete(): void { deleteTableColumn(this.workspace, this.owner.table, this.index); }
}

export class TableRowCollectionObject extends ExcelCollection {
  static override readonly scalars = ['Count'];
  constructor(readonly owner: TableObject) {
    super(owner.workspace);
  }
  items() { return Array.from({ length: this.Count }, (_, index) => new TableRowObject(this.owner, index)); }
  get Count() { return bodyRect(this.owner.table).rowCount; }
  GetCount() { return this.Count; }
  GetItemAt(index: unknown) {
    const at = integerArgument(index, 'TableRowCollection.getItemAt', 0);
    if (at >= this.Count) throw itemNotFound('TableRowCollection.getItemAt');
    return new TableRowObject(this.owner, at);
  }
  /** One row, or as many as `values` has. */
  Add(index: unknown, values: unknown, _alwaysInsert: unknown) {
    const location = 'TableRowCollection.add';
    const { table } = this.owner;
    const at = index === undefined || index === null ? undefined : integerArgument(index, location, -1);
    const rect = insertTableRows(this.workspace, table, at, Array.isArray(values) ? Math.max(values.length, 1) : 1, values, location);
    return new TableRowObject(this.owner, rect.row - bodyRect(table).row);
  }
  DeleteRowsAt(index: unknown, count: unknown): void {
    const location = 'TableRowCollection.deleteRowsAt';
    deleteTableRows(this.workspace, this.owner.table, integerArgument(index, location), count === undefined || count === null ? 1 : integerArgument(count, location), location);
  }
}

export class TableRowObject extends ExcelObject {
  static override readonly scalars = ['Index', 'Values'];
  constructor(
    readonly owner: TableObject,
    readonly index: number,
  ) {
    super(owner.workspace);
  }
  private get range() {
    const body = bodyRect(this.owner.table);
    if (this.index >= body.rowCount) throw itemNotFound('TableRow');
    return new RangeObject(this.workspace, this.owner.table.sheet, { ...body, row: body.row + this.index, rowCount: 1 }, 'TableRow');
  }
  get Index() { return this.index; }
  get Values() { return this.range.Values; }
  set Values(values: unknown) { this.range.Values = values; }
  GetRange() { return this.range; }
  Delete(): void { deleteTableRows(this.workspace, this.owner.table, this.index, 1, 'TableRow.delete'); }
}

