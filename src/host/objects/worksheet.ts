/** `Excel.Worksheet` and `WorksheetCollection`. */
import { intersect, isOnSheet } from '../model/address';
import { usedRange } from '../model/cells';
import { MAX_COLUMNS, MAX_ROWS, type SheetModel } from '../model/types';
import { activateSheet, createSheet, deleteSheet, moveSheet, renameSheet, setVisibility } from '../edits/sheets';
import { assertSheetEditable } from '../edits/guard';
import { invalidArgument, itemNotFound, type Workspace } from '../workspace';
import { booleanArgument, choiceArgument, colorArgument, integerArgument, numberArgument, textArgument } from './base';
import { ChartCollectionObject } from './chart';
import { EventCollection, EventTarget, register, unregister } from './event-registration';
import { SheetAutoFilterObject } from './filter';
import { FreezePanesObject } from './freeze-panes';
import { NamedItemCollectionObject } from './named-item';
import { PageLayoutObject } from './page-layout';
import { RangeObject } from './range';
import { RangeAreasObject } from './range-areas';
import { rangeArgument, TableCollectionObject } from './table';
import { WorksheetCustomPropertyCollectionObject } from './custom-property';
import { WorksheetProtectionObject } from './protection';

export class WorksheetObject extends EventTarget {
  static override readonly scalars = ['Id', 'Name', 'Position', 'ShowGridlines', 'StandardHeight', 'StandardWidth', 'TabColor', 'Visibility'];
  constructor(
    workspace: Workspace,
    private readonly model: SheetModel,
  ) {
    super(workspace);
  }
  /** @throws ItemNotFound when the sheet was deleted */
  get sheet(): SheetModel {
    if (!this.workspace.book.sheets.includes(this.model)) throw itemNotFound('Worksheet');
    return this.model;
  }
  get eventTarget() { return this.model.id; }
  override idResult() { return { Id: this.model.id }; }

  get Id() { return this.sheet.id; }
  get Name() { return this.sheet.name; }
  set Name(value: unknown) { renameSheet(this.workspace, this.sheet, textArgument(value, 'Worksheet.name')); }
  get Position() { return this.workspace.book.sheets.indexOf(this.sheet); }
  set Position(value: unknown) { moveSheet(this.workspace, this.sheet, integerArgument(value, 'Worksheet.position')); }
  get Visibility() { return this.sheet.visibility; }
  set Visibility(value: unknown) { setVisibility(this.workspace, this.sheet, choiceArgument(value, ['Visible', 'Hidden', 'VeryHidden'], 'Worksheet.visibility')); }
  get TabColor() { return this.sheet.tabColor; }
  set TabColor(value: unknown) {
    const color = value === '' ? '' : colorArgument(value, 'Worksheet.tabColor');
    this.change((sheet) => (sheet.tabColor = color), 'Worksheet.tabColor');
  }
  get ShowGridlines() { return this.sheet.showGridlines; }
  set ShowGridlines(value: unknown) {
    const shown = booleanArgument(value, 'Worksheet.showGridlines');
    this.change((sheet) => (sheet.showGridlines = shown), 'Worksheet.showGridlines');
  }
  /** The client sends `showGridlines = …` under this name. */
  set Gridlines(value: unknown) {
    this.ShowGridlines = value;
  }
  get StandardHeight() { return this.sheet.defaultRowHeight; }
  /** In characters of the standard font: 7 pixels each and 5 around, 4 pixels are 3 points. */
  get StandardWidth() { return Math.round(((this.sheet.defaultColumnWidth / 0.75 - 5) / 7) * 100) / 100; }
  set StandardWidth(value: unknown) {
    const characters = numberArgument(value, 'Worksheet.standardWidth', 0, 255);
    this.change((sheet) => (sheet.defaultColumnWidth = (characters * 7 + 5) * 0.75), 'Worksheet.standardWidth');
  }
  private change(apply: (sheet: SheetModel) => void, location: string): void {
    assertSheetEditable(this.workspace, this.sheet, location);
    apply(this.sheet);
    this.workspace.record({ kind: 'other' });
  }

  get Tables() { return new TableCollectionObject(this.workspace, this.sheet); }
  get Charts() { return new ChartCollectionObject(this.workspace, this.sheet); }
  get Names() { return new NamedItemCollectionObject(this.workspace, this.sheet); }
  get FreezePanes() { return new FreezePanesObject(this.workspace, this.sheet); }
  get PageLayout() { return new PageLayoutObject(this.workspace, this.sheet); }
  get AutoFilter() { return new SheetAutoFilterObject(this.workspace); }
  get Protection() { return new WorksheetProtectionObject(this.workspace, this.sheet); }
  get CustomProperties() { return new WorksheetCustomPropertyCollectionObject(this.workspace, this.sheet); }

  Activate(): void { activateSheet(this.workspace, this.sheet); }
  Delete(): void { deleteSheet(this.workspace, this.sheet); }
  Calculate(): void { this.workspace.calculator.calculate(); }
  /** The whole sheet without an address; also a defined name or a table name. */
  GetRange(address: unknown) {
    const location = 'Worksheet.getRange';
    if (address === undefined || address === null || address === '') return new RangeObject(this.workspace, this.sheet, { row: 0, column: 0, rowCount: MAX_ROWS, columnCount: MAX_COLUMNS }, location);
    const named = typeof address === 'string' ? new NamedItemCollectionObject(this.workspace).GetItemOrNullObject(address)?.GetRangeOrNullObject() : null;
    if (named) {
      if (named.sheet !== this.sheet) throw invalidArgument(location, 'the name means a range of another sheet');
      return named;
    }
    const { sheet, rect } = rangeArgument(this.workspace, address, this.sheet, location);
    return new RangeObject(this.workspace, sheet, rect, location);
  }
  /** Several ranges of the sheet, separated by commas. */
  GetRanges(address: unknown) {
    const location = 'Worksheet.getRanges';
    return new RangeAreasObject(this.workspace, this.sheet, textArgument(address, location).split(',').map((part) => rangeArgument(this.workspace, part.trim(), this.sheet, location).rect));
  }
  GetRangeByIndexes(row: unknown, column: unknown, rowCount: unknown, columnCount: unknown) {
    const location = 'Worksheet.getRangeByIndexes';
    const rect = { row: integerArgument(row, location, 0), column: integerArgument(column, location, 0), rowCount: integerArgument(rowCount, location, 1), columnCount: integerArgument(columnCount, location, 1) };
    return new RangeObject(this.workspace, this.sheet, rect, location);
  }
  GetCell(row: unknown, column: unknown) {
    const rect = { row: integerArgument(row, 'Worksheet.getCell', 0), column: integerArgument(column, 'Worksheet.getCell', 0), rowCount: 1, columnCount: 1 };
    if (!isOnSheet(rect)) throw invalidArgument('Worksheet.getCell', 'the cell is not on the sheet');
    return new RangeObject(this.workspace, this.sheet, rect, 'Worksheet.getCell');
  }
  GetUsedRangeOrNullObject(valuesOnly: unknown) {
    let used = usedRange(this.sheet, valuesOnly === true);
    if (used && valuesOnly !== true) used = intersect(used, { row: 0, column: 0, rowCount: MAX_ROWS, columnCount: MAX_COLUMNS });
    return used ? new RangeObject(this.workspace, this.sheet, used, 'Worksheet.getUsedRange') : null;
  }
  /** A1 on an empty sheet. */
  GetUsedRange(valuesOnly: unknown) { return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetCell(0, 0); }

  private neighbour(step: 1 | -1, visibleOnly: unknown): SheetModel | undefined {
    const { sheets } = this.workspace.book;
    for (let index = sheets.indexOf(this.sheet) + step; ; index += step) {
      const sheet = sheets[index];
      if (!sheet || visibleOnly !== true || sheet.visibility === 'Visible') return sheet;
    }
  }
  GetNextOrNullObject(visibleOnly: unknown) {
    const sheet = this.neighbour(1, visibleOnly);
    return sheet ? new WorksheetObject(this.workspace, sheet) : null;
  }
  GetNext(visibleOnly: unknown) {
    const next = this.GetNextOrNullObject(visibleOnly);
    if (!next) throw itemNotFound('Worksheet.getNext');
    return next;
  }
  GetPreviousOrNullObject(visibleOnly: unknown) {
    const sheet = this.neighbour(-1, visibleOnly);
    return sheet ? new WorksheetObject(this.workspace, sheet) : null;
  }
  GetPrevious(visibleOnly: unknown) {
    const previous = this.GetPreviousOrNullObject(visibleOnly);
    if (!previous) throw itemNotFound('Worksheet.getPrevious');
    return previous;
  }
  _RegisterDataChangedEvent() { register(this, 10); }
  _UnregisterDataChangedEvent() { unregister(this, 10); }
  _RegisterActivatedEvent() { register(this, 11); }
  _UnregisterActivatedEvent() { unregister(this, 11); }
  _RegisterDeactivatedEvent() { register(this, 12); }
  _UnregisterDeactivatedEvent() { unregister(this, 12); }
  _RegisterSelectionChangedEvent() { register(this, 14); }
  _UnregisterSelectionChangedEvent() { unregister(this, 14); }
}

export class WorksheetCollectionObject extends EventCollection {
  readonly eventTarget = 'Workbook';
  private get sheets(): readonly SheetModel[] { return this.workspace.book.sheets; }
  private wrap(sheet: SheetModel) { return new WorksheetObject(this.workspace, sheet); }
  items() { return this.sheets.map((sheet) => this.wrap(sheet)); }
  private filtered(visibleOnly: unknown) { return visibleOnly === true ? this.sheets.filter((sheet) => sheet.visibility === 'Visible') : this.sheets; }
  GetCount(visibleOnly: unknown) { return this.filtered(visibleOnly).length; }
  Add(name: unknown) { return this.wrap(createSheet(this.workspace, name === undefined || name === null || name === '' ? undefined : textArgument(name, 'WorksheetCollection.add'))); }
  GetActiveWorksheet() { return this.wrap(this.workspace.book.activeSheet); }
  /** By id or name. */
  GetItemOrNullObject(key: unknown) {
    const text = textArgument(key, 'WorksheetCollection.getItem');
    const found = this.sheets.find((sheet) => sheet.id === text) ?? this.sheets.find((sheet) => sheet.name.toLowerCase() === text.toLowerCase());
    return found ? this.wrap(found) : null;
  }
  GetItem(key: unknown) {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw itemNotFound('WorksheetCollection.getItem');
    return found;
  }
  GetFirst(visibleOnly: unknown) {
    const [first] = this.filtered(visibleOnly);
    if (!first) throw itemNotFound('WorksheetCollection.getFirst');
    return this.wrap(first);
  }
  GetLast(visibleOnly: unknown) {
    const last = this.filtered(visibleOnly).at(-1);
    if (!last) throw itemNotFound('WorksheetCollection.getLast');
    return this.wrap(last);
  }
  _RegisterDataChangedEvent() { register(this, 10); }
  _UnregisterDataChangedEvent() { unregister(this, 10); }
  _RegisterActivatedEvent() { register(this, 11); }
  _UnregisterActivatedEvent() { unregister(this, 11); }
  _RegisterDeactivatedEvent() { register(this, 12); }
  _UnregisterDeactivatedEvent() { unregister(this, 12); }
  _RegisterAddedEvent() { register(this, 13); }
  _UnregisterAddedEvent() { unregister(this, 13); }
  _RegisterSelectionChangedEvent() { register(this, 14); }
  _UnregisterSelectionChangedEvent() { unregister(this, 14); }
  _RegisterDeletedEvent() { register(this, 15); }
  _UnregisterDeletedEvent() { unregister(this, 15); }
}
