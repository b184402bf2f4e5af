/** `Excel.Range`: position, content and the ranges around it. Formats, rules and lists are in files of their own. */
import { cellCount, contains, formatAddress, formatRect, intersect, isOnSheet, isWholeColumns, isWholeRows, parseAddress, unite } from '../model/address';
import { mapCells, usedRange } from '../model/cells';
import { changeFormats, formatAt } from '../model/formats';
import { displayText } from '../model/text';
import { findSheet } from '../model/workbook';
import { cellKey, MAX_COLUMNS, MAX_ROWS, type CellModel, type Rect, type SheetModel } from '../model/types';
import { assertGrid, writeContent } from '../edits/content';
import { clearRange, type ClearApplyTo } from '../edits/clear';
import { assertSheetEditable } from '../edits/guard';
import { select } from '../edits/sheets';
import { readHyperlink, writeHyperlink } from '../edits/hyperlinks';
import { deleteCells, insertCells } from '../edits/shift';
import { HostError } from '../dispatcher';
import { calculate, invalidArgument, itemNotFound, type Anchor, type Workspace } from '../workspace';
import { choiceArgument, ExcelObject, integerArgument, textArgument } from './base';
import { RangeFormatObject } from './range-format';
import { RangeSortObject } from './sort';

const valueType = (cell: CellModel | undefined): string => {
  if (!cell || cell.value === '') return 'Empty';
  if (cell.error) return 'Error';
  return typeof cell.value === 'number' ? 'Double' : typeof cell.value === 'boolean' ? 'Boolean' : 'String';
};

export class RangeObject extends ExcelObject implements Anchor {
  static override readonly wireName = 'Range';
  static override readonly scalars = ['Address', 'AddressLocal', 'CellCount', 'ColumnCount', 'ColumnHidden', 'ColumnIndex', 'Formulas', 'Hidden', 'NumberFormat', 'RowCount', 'RowHidden', 'RowIndex', 'Text', 'ValueTypes', 'Values', 'Hyperlink', 'IsEntireColumn', 'IsEntireRow'];
  private deleted = false;
  private place: Rect;

  /** @throws InvalidArgument when the rectangle is not on a sheet */
  constructor(
    workspace: Workspace,
    private readonly home: SheetModel,
    rect: Rect,
    location = 'Range',
  ) {
    super(workspace);
    if (!isOnSheet(rect)) throw invalidArgument(location, 'the range is not on the sheet');
    this.place = rect;
  }

  get gone(): boolean {
    return this.deleted || !this.workspace.book.sheets.includes(this.home);
  }
  set gone(deleted: boolean) {
    this.deleted = deleted;
  }
  /** @throws InvalidReference when the cells or their sheet were deleted */
  private assertAlive(): void {
    if (this.gone) throw new HostError('InvalidReference', 'This reference is not valid for the current operation.', 'Range');
  }
  get sheet(): SheetModel {
    this.assertAlive();
    return this.home;
  }
  get rect(): Rect {
    this.assertAlive();
    return this.place;
  }
  set rect(rect: Rect) {
    this.place = rect;
  }
  calculate(): void {
    calculate(this.workspace);
  }
  private at(rect: Rect, location: string): RangeObject {
    return new RangeObject(this.workspace, this.sheet, rect, location);
  }
  private get unbounded(): boolean {
    return isWholeColumns(this.rect) || isWholeRows(this.rect);
  }
  /** A grid over the range; `null` for whole rows or columns, as Excel answers them. */
  private grid<T>(read: (cell: CellModel | undefined, row: number, column: number) => T): T[][] | null {
    return this.unbounded ? null : mapCells(this.sheet, this.rect, read);
  }

  get Address() { return formatAddress(this.sheet.name, this.rect); }
  get AddressLocal() { return this.Address; }
  get RowIndex() { return this.rect.row; }
  get ColumnIndex() { return this.rect.column; }
  get RowCount() { return this.rect.rowCount; }
  get ColumnCount() { return this.rect.columnCount; }
  get CellCount() { return cellCount(this.rect) > 2_147_483_647 ? -1 : cellCount(this.rect); }
  get IsEntireColumn() { return isWholeColumns(this.rect); }
  get IsEntireRow() { return isWholeRows(this.rect); }

  get Values() {
    this.calculate();
    return this.grid((cell) => cell?.value ?? '');
  }
  set Values(content: unknown) { writeContent(this.workspace, this.sheet, this.rect, content, 'Range.values'); }
  get Formulas() {
    this.calculate();
    return this.grid((cell) => cell?.formula ?? cell?.value ?? '');
  }
  set Formulas(content: unknown) { writeContent(this.workspace, this.sheet, this.rect, content, 'Range.formulas'); }
  get Text() {
    this.calculate();
    return this.grid((cell) => (cell ? displayText(cell.value, cell.format?.numberFormat) : ''));
  }
  get ValueTypes() {
    this.calculate();
    return this.grid(valueType);
  }
  get NumberFormat() { return this.grid((_cell, row, column) => formatAt(this.sheet, row, column).numberFormat ?? 'General'); }
  set NumberFormat(value: unknown) {
    const location = 'Range.numberFormat';
    assertGrid(this.rect, value, location);
    assertSheetEditable(this.workspace, this.sheet, location, 'allowFormatCells');
    const { row: top, column: left } = this.rect;
    if (!Array.isArray(value)) this.setNumberFormat(this.rect, value);
    else {
      const rows = value as unknown[][];
      for (const [column] of (rows[0] ?? []).entries()) {
        let from = 0;
        for (let row = 1; row <= rows.length; row++) {
          if (row < rows.length && rows[row]?.[column] === rows[from]?.[column]) continue;
          this.setNumberFormat({ row: top + from, column: left + column, rowCount: row - from, columnCount: 1 }, rows[from]?.[column]);
          from = row;
        }
      }
    }
    this.workspace.record({ kind: 'other' });
  }
  private setNumberFormat(rect: Rect, value: unknown): void {
    if (value === null) return;
    const code = textArgument(value, 'Range.numberFormat');
    if (code === '' || (code.match(/(?<!\\)"/g)?.length ?? 0) % 2 !== 0) throw invalidArgument('Range.numberFormat', `“${code}” is no number format`);
    changeFormats(this.sheet, rect, ({ numberFormat: _, ...rest }) => (code === 'General' ? rest : { ...rest, numberFormat: code }));
  }

  get Hyperlink() { return readHyperlink(this.sheet, this.rect); }
  set Hyperlink(value: unknown) { writeHyperlink(this.workspace, this.sheet, this.rect, value); }

  get RowHidden() { return this.hiddenBands(this.rect.row, this.rect.rowCount, (index) => Boolean(this.sheet.rows.get(index)?.hidden || this.sheet.rows.get(index)?.filtered)); }
  set RowHidden(value: unknown) { this.hide(this.sheet.rows, this.rect.row, this.rect.rowCount, value, 'Range.rowHidden'); }
  get ColumnHidden() { return this.hiddenBands(this.rect.column, this.rect.columnCount, (index) => Boolean(this.sheet.columns.get(index)?.hidden)); }
  set ColumnHidden(value: unknown) { this.hide(this.sheet.columns, this.rect.column, this.rect.columnCount, value, 'Range.columnHidden'); }
  get Hidden() {
    const { RowHidden: rows, ColumnHidden: columns } = this;
    if (rows === true || columns === true) return true;
    return rows === null || columns === null ? null : false;
  }
  private hiddenBands(start: number, count: number, read: (index: number) => boolean): boolean | null {
    const first = read(start);
    for (let index = start + 1; index < start + Math.min(count, 20_000); index++) if (read(index) !== first) return null;
    return first;
  }
  private hide(bands: Map<number, { hidden?: boolean }>, start: number, count: number, value: unknown, location: string): void {
    assertSheetEditable(this.workspace, this.sheet, location, location === 'Range.rowHidden' ? 'allowFormatRows' : 'allowFormatColumns');
    if (count > 100_000) throw invalidArgument(location, 'all rows of the sheet cannot be hidden');
    for (let index = start; index < start + count; index++) {
      const { hidden: _, ...rest } = bands.get(index) ?? {};
      if (value === true) bands.set(index, { ...rest, hidden: true });
      else if (Object.keys(rest).length > 0) bands.set(index, rest);
      else bands.delete(index);
    }
    this.workspace.record({ kind: 'other' });
  }

  get Format() { return new RangeFormatObject(this); }
  get Worksheet() { return this.workspace.objects.worksheet(this.workspace, this.sheet); }
  get ConditionalFormats() { return this.workspace.objects.conditionalFormats(this); }
  get DataValidation() { return this.workspace.objects.dataValidation(this); }
  get Sort() { return new RangeSortObject(this); }

  Clear(applyTo: unknown): void {
    const choice: ClearApplyTo = applyTo === undefined || applyTo === null ? 'All' : choiceArgument(applyTo, ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks'], 'Range.clear');
    clearRange(this.workspace, this.sheet, this.rect, choice, 'Range.clear');
  }
  Insert(shift: unknown) {
    const { sheet, rect } = this;
    insertCells(this.workspace, sheet, rect, choiceArgument(shift, ['Down', 'Right'], 'Range.insert') === 'Down' ? 'row' : 'column', 'Range.insert');
    return this.at(rect, 'Range.insert');
  }
  Delete(shift: unknown): void {
    deleteCells(this.workspace, this.sheet, this.rect, choiceArgument(shift, ['Up', 'Left'], 'Range.delete') === 'Up' ? 'row' : 'column', 'Range.delete');
  }
  Select(): void { select(this.workspace, this.sheet, this.rect); }
  Calculate(): void { this.workspace.calculator.calculate(); }
  SetDirty(): void { this.workspace.calculator.cellsChanged(this.sheet, this.rect); }

  /** The client checks sizes with this before it sends a large grid in pieces. */
  _ValidateArraySize(rows: unknown, columns: unknown): void {
    if (rows !== this.rect.rowCount || columns !== this.rect.columnCount) throw invalidArgument('Range.values', "the number of rows or columns in the input array doesn't match the size or dimensions of the range");
  }

  GetCell(row: unknown, column: unknown) {
    const { rect } = this;
    return this.at({ row: rect.row + integerArgument(row, 'Range.getCell'), column: rect.column + integerArgument(column, 'Range.getCell'), rowCount: 1, columnCount: 1 }, 'Range.getCell');
  }
  GetRow(row: unknown) {
    const index = integerArgument(row, 'Range.getRow', 0, this.rect.rowCount - 1);
    return this.at({ ...this.rect, row: this.rect.row + index, rowCount: 1 }, 'Range.getRow');
  }
  GetColumn(column: unknown) {
    const index = integerArgument(column, 'Range.getColumn', 0, this.rect.columnCount - 1);
    return this.at({ ...this.rect, column: this.rect.column + index, columnCount: 1 }, 'Range.getColumn');
  }
  GetLastRow() { return this.GetRow(this.rect.rowCount - 1); }
  GetLastColumn() { return this.GetColumn(this.rect.columnCount - 1); }
  GetLastCell() { return this.GetCell(this.rect.rowCount - 1, this.rect.columnCount - 1); }
  GetEntireRow() { return this.at({ ...this.rect, column: 0, columnCount: MAX_COLUMNS }, 'Range.getEntireRow'); }
  GetEntireColumn() { return this.at({ ...this.rect, row: 0, rowCount: MAX_ROWS }, 'Range.getEntireColumn'); }
  GetOffsetRange(rows: unknown, columns: unknown) {
    const location = 'Range.getOffsetRange';
    return this.at({ ...this.rect, row: this.rect.row + integerArgument(rows, location), column: this.rect.column + integerArgument(columns, location) }, location);
  }
  GetResizedRange(rows: unknown, columns: unknown) {
    const location = 'Range.getResizedRange';
    return this.at({ ...this.rect, rowCount: this.rect.rowCount + integerArgument(rows, location), columnCount: this.rect.columnCount + integerArgument(columns, location) }, location);
  }
  GetAbsoluteResizedRange(rows: unknown, columns: unknown) {
    const location = 'Range.getAbsoluteResizedRange';
    return this.at({ ...this.rect, rowCount: integerArgument(rows, location, 1), columnCount: integerArgument(columns, location, 1) }, location);
  }
  GetRowsBelow(count: unknown) { return this.adjacent(count, 'row', 'Range.getRowsBelow', 1); }
  GetRowsAbove(count: unknown) { return this.adjacent(count, 'row', 'Range.getRowsAbove', -1); }
  GetColumnsAfter(count: unknown) { return this.adjacent(count, 'column', 'Range.getColumnsAfter', 1); }
  GetColumnsBefore(count: unknown) { return this.adjacent(count, 'column', 'Range.getColumnsBefore', -1); }
  private adjacent(count: unknown, axis: 'row' | 'column', location: string, side: 1 | -1): RangeObject {
    const given = count === undefined || count === null ? 1 : integerArgument(count, location);
    if (given === 0) throw invalidArgument(location, 'the count is 0');
    const size = Math.abs(given);
    const { rect } = this;
    const start = axis === 'row' ? rect.row : rect.column;
    const length = axis === 'row' ? rect.rowCount : rect.columnCount;
    const inside = given < 0;
    const first = side > 0 ? (inside ? start + length - size : start + length) : inside ? start : start - size;
    return this.at(axis === 'row' ? { ...rect, row: first, rowCount: size } : { ...rect, column: first, columnCount: size }, location);
  }

  private other(range: unknown, location: string): Rect {
    if (range instanceof RangeObject) {
      if (range.sheet !== this.sheet) throw invalidArgument(location, 'the ranges are on different sheets');
      return range.rect;
    }
    const address = parseAddress(textArgument(range, location));
    if (!address) throw invalidArgument(location, `“${String(range)}” is no address`);
    if (address.sheet !== undefined && findSheet(this.workspace.book, address.sheet) !== this.sheet) throw invalidArgument(location, 'the ranges are on different sheets');
    return address.rect;
  }
  GetBoundingRect(range: unknown) { return this.at(unite(this.rect, this.other(range, 'Range.getBoundingRect')), 'Range.getBoundingRect'); }
  GetIntersectionOrNullObject(range: unknown) {
    const common = intersect(this.rect, this.other(range, 'Range.getIntersectionOrNullObject'));
    return common ? this.at(common, 'Range.getIntersectionOrNullObject') : null;
  }
  GetIntersection(range: unknown) {
    const common = this.GetIntersectionOrNullObject(range);
    if (!common) throw itemNotFound('Range.getIntersection');
    return common;
  }
  GetUsedRangeOrNullObject(valuesOnly: unknown) {
    const used = usedRange(this.sheet, valuesOnly === true, this.rect);
    return used ? this.at(used, 'Range.getUsedRangeOrNullObject') : null;
  }
  /** @throws ItemNotFound when nothing in the range is used */
  GetUsedRange(valuesOnly: unknown) {
    const used = this.GetUsedRangeOrNullObject(valuesOnly);
    if (!used) throw itemNotFound('Range.getUsedRange');
    return used;
  }
  /** The block of filled cells around this one, bounded by blank rows and columns. */
  GetSurroundingRegion() {
    let rect = this.rect;
    for (;;) {
      const row = Math.max(0, rect.row - 1);
      const column = Math.max(0, rect.column - 1);
      const ring = { row, column, rowCount: Math.min(MAX_ROWS, rect.row + rect.rowCount + 1) - row, columnCount: Math.min(MAX_COLUMNS, rect.column + rect.columnCount + 1) - column };
      const used = usedRange(this.sheet, true, ring);
      const next = used ? unite(rect, used) : rect;
      if (contains(rect, next)) return this.at(rect, 'Range.getSurroundingRegion');
      rect = next;
    }
  }
  GetTables(fullyContained: unknown) {
    return this.workspace.objects.tablesIn(this.workspace, this.sheet, this.rect, fullyContained === true);
  }

  /** The A1 text without the sheet, as events give it. */
  get a1(): string {
    return formatRect(this.rect);
  }
  cellAt(row: number, column: number): CellModel | undefined {
    return this.sheet.cells.get(cellKey(this.rect.row + row, this.rect.column + column));
  }
}
