/** `Range.format`: fill, font, borders, alignment, sizes, protection. */
import { isWholeColumns, isWholeRows } from '../model/address';
import { mapCells, usedRange } from '../model/cells';
import { changeFormats, commonFormat } from '../model/formats';
import { displayText } from '../model/text';
import type { BorderEdge, BorderModel, CellFormat, Rect } from '../model/types';
import { assertSheetEditable, type Allowance } from '../edits/guard';
import { itemNotFound } from '../workspace';
import { booleanArgument, choiceArgument, colorArgument, ExcelCollection, ExcelObject, integerArgument, numberArgument, textArgument } from './base';
import type { RangeObject } from './range';

const HORIZONTAL = ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'] as const;
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;

abstract class FormatPart extends ExcelObject {
  constructor(readonly range: RangeObject) {
    super(range.workspace);
  }
  protected read<K extends keyof CellFormat, D>(key: K, standard: D): NonNullable<CellFormat[K]> | D | null {
    return commonFormat<NonNullable<CellFormat[K]> | D>(this.range.sheet, this.range.rect, (format) => format[key] ?? standard);
  }
  /** Sets one member; `undefined` means Excel's default. */
  protected write<K extends keyof CellFormat>(key: K, value: CellFormat[K] | undefined, location: string): void {
    writeFormat(this.range, (format) => ({ ...format, [key]: value }) as CellFormat, location);
  }
}

function writeFormat(range: RangeObject, change: (format: CellFormat) => CellFormat, location: string, allowance: Allowance = 'allowFormatCells'): void {
  assertSheetEditable(range.workspace, range.sheet, location, allowance);
  changeFormats(range.sheet, range.rect, change);
  range.workspace.record({ kind: 'other' });
}

export class RangeFormatObject extends FormatPart {
  static override readonly scalars = ['HorizontalAlignment', 'VerticalAlignment', 'WrapText', 'ColumnWidth', 'RowHeight', 'IndentLevel', 'ShrinkToFit'];
  get Fill() { return new RangeFillObject(this.range); }
  get Font() { return new RangeFontObject(this.range); }
  get Borders() { return new RangeBorderCollectionObject(this.range); }
  get Protection() { return new FormatProtectionObject(this.range); }

  get HorizontalAlignment() { return this.read('horizontalAlignment', 'General'); }
  set HorizontalAlignment(value: unknown) {
    const choice = choiceArgument(value, HORIZONTAL, 'RangeFormat.horizontalAlignment');
    this.write('horizontalAlignment', choice === 'General' ? undefined : choice, 'RangeFormat.horizontalAlignment');
  }
  get VerticalAlignment() { return this.read('verticalAlignment', 'Bottom'); }
  set VerticalAlignment(value: unknown) {
    const choice = choiceArgument(value, VERTICAL, 'RangeFormat.verticalAlignment');
    this.write('verticalAlignment', choice === 'Bottom' ? undefined : choice, 'RangeFormat.verticalAlignment');
  }
  get WrapText() { return this.read('wrapText', false); }
  set WrapText(value: unknown) { this.write('wrapText', booleanArgument(value, 'RangeFormat.wrapText') || undefined, 'RangeFormat.wrapText'); }
  get ShrinkToFit() { return this.read('shrinkToFit', false); }
  set ShrinkToFit(value: unknown) { this.write('shrinkToFit', booleanArgument(value, 'RangeFormat.shrinkToFit') || undefined, 'RangeFormat.shrinkToFit'); }
  get IndentLevel() { return this.read('indentLevel', 0); }
  set IndentLevel(value: unknown) { this.write('indentLevel', integerArgument(value, 'RangeFormat.indentLevel', 0, 250) || undefined, 'RangeFormat.indentLevel'); }

  get ColumnWidth() {
    const { sheet, rect } = this.range;
    return common(rect.column, rect.columnCount, (index) => sheet.columns.get(index)?.width ?? sheet.defaultColumnWidth);
  }
  /** Points. 0 hides the columns. */
  set ColumnWidth(value: unknown) {
    const width = numberArgument(value, 'RangeFormat.columnWidth', 0, 1791);
    assertSheetEditable(this.workspace, this.range.sheet, 'RangeFormat.columnWidth', 'allowFormatColumns');
    if (isWholeRows(this.range.rect)) this.range.sheet.defaultColumnWidth = width;
    setWidths(this.range, () => width);
  }
  get RowHeight() {
    const { sheet, rect } = this.range;
    return common(rect.row, rect.rowCount, (index) => sheet.rows.get(index)?.height ?? sheet.defaultRowHeight);
  }
  /** Points, at most 409. */
  set RowHeight(value: unknown) {
    const height = numberArgument(value, 'RangeFormat.rowHeight', 0, 409);
    const { sheet, rect } = this.range;
    assertSheetEditable(this.workspace, sheet, 'RangeFormat.rowHeight', 'allowFormatRows');
    if (isWholeColumns(rect)) {
      sheet.defaultRowHeight = height;
      for (const band of sheet.rows.values()) delete band.height;
    } else for (let row = rect.row; row < rect.row + rect.rowCount; row++) sheet.rows.set(row, { ...sheet.rows.get(row), height, fitted: false });
    this.workspace.record({ kind: 'other' });
  }
  /** Widths that show the longest text of each column of the range. */
  AutofitColumns(): void {
    assertSheetEditable(this.workspace, this.range.sheet, 'RangeFormat.autofitColumns', 'allowFormatColumns');
    const { sheet } = this.range;
    this.range.calculate();
    const used = usedRange(sheet, true, this.range.rect);
    if (!used) return;
    const widths = new Map<number, number>();
    mapCells(sheet, used, (cell, _row, column) => {
      if (!cell || cell.format?.wrapText) return;
      const size = cell.format?.fontSize ?? 11;
      const text = displayText(cell.value, cell.format?.numberFormat);
      widths.set(column, Math.max(widths.get(column) ?? 0, textUnits(text) * (size / 11) * 5.25 + 4));
    });
    setWidths(this.range, (column) => widths.get(column));
  }
  /** Heights that show all lines of wrapped text. */
  AutofitRows(): void {
    assertSheetEditable(this.workspace, this.range.sheet, 'RangeFormat.autofitRows', 'allowFormatRows');
    const { sheet } = this.range;
    this.range.calculate();
    const used = usedRange(sheet, true, this.range.rect);
    if (!used) return;
    const heights = new Map<number, number>();
    mapCells(sheet, used, (cell, row, column) => {
      if (!cell) return;
      const text = displayText(cell.value, cell.format?.numberFormat);
      const width = sheet.columns.get(column)?.width ?? sheet.defaultColumnWidth;
      const size = cell.format?.fontSize ?? 11;
      const font = metricsOf(cell.format?.fontName);
      const lines = text.split('\n').reduce((sum, line) => sum + (cell.format?.wrapText ? Math.max(1, Math.ceil((lineWidth(line, font) * size * RAGGED) / Math.max(width - 4, 5))) : 1), 0);
      heights.set(row, Math.max(heights.get(row) ?? 0, Math.min(409, lines * size * font.line)));
    });
    for (const [row, height] of heights) sheet.rows.set(row, { ...sheet.rows.get(row), height, fitted: true });
    this.workspace.record({ kind: 'other' });
  }
}

/** Lines break between words and before closing brackets: a line holds less than its width. */
const RAGGED = 1.06;

/** Parts of the font size: a full-width character, any other, the height of a line. */
interface FontMetrics {
  readonly full: number;
  readonly half: number;
  readonly line: number;
}
/** Calibri, and fonts made for Chinese: their digits are wider and their lines higher (Microsoft YaHei 11 is 16.5 points a line in Excel). */
const latinFont: FontMetrics = { full: 10.5 / 11, half: 5.25 / 11, line: 1.364 };
const chineseFont: FontMetrics = { full: 1, half: 0.55, line: 1.5 };
const metricsOf = (name: string | undefined): FontMetrics => (/YaHei|SimSun|SimHei|DengXian|PingFang|Noto Sans (SC|CJK)|雅黑|宋体|黑体|等线/i.test(name ?? '') ? chineseFont : latinFont);
const isFull = (character: string): boolean => /[\u1100-\u115F\u2E80-\uFFDC]/u.test(character);
const lineWidth = (line: string, font: FontMetrics): number => [...line].reduce((sum, character) => sum + (isFull(character) ? font.full : font.half), 0);

/** Width of a text in digits: a full-width character counts two. */
const textUnits = (text: string): number => Math.max(...text.split('\n').map((line) => [...line].reduce((sum, character) => sum + (isFull(character) ? 2 : 1), 0)));

function common(start: number, count: number, read: (index: number) => number): number | null {
  const first = read(start);
  for (let index = start + 1; index < start + Math.min(count, 20_000); index++) if (read(index) !== first) return null;
  return first;
}

function setWidths(range: RangeObject, widthOf: (column: number) => number | undefined): void {
  const { sheet } = range;
  const rect = isWholeRows(range.rect) ? { ...range.rect, ...usedColumns(range) } : range.rect;
  for (let column = rect.column; column < rect.column + rect.columnCount; column++) {
    const width = widthOf(column);
    if (width !== undefined) sheet.columns.set(column, { ...sheet.columns.get(column), width });
  }
  range.workspace.record({ kind: 'other' });
}

/** Columns of the sheet that have content or a width of their own; the standard width counts for all others. */
function usedColumns({ sheet }: RangeObject): { column: number; columnCount: number } {
  const used = usedRange(sheet, false);
  const last = Math.max(-1, ...sheet.columns.keys(), used ? used.column + used.columnCount - 1 : -1);
  return { column: 0, columnCount: last + 1 };
}

export class RangeFillObject extends FormatPart {
  static override readonly scalars = ['Color'];
  get Color() { return this.read('fill', '#FFFFFF'); }
  set Color(value: unknown) { this.write('fill', colorArgument(value, 'RangeFill.color'), 'RangeFill.color'); }
  Clear(): void { this.write('fill', undefined, 'RangeFill.clear'); }
}

export class RangeFontObject extends FormatPart {
  static override readonly scalars = ['Name', 'Size', 'Color', 'Italic', 'Bold', 'Underline', 'Strikethrough'];
  get Name() { return this.read('fontName', 'Calibri'); }
  set Name(value: unknown) { this.write('fontName', textArgument(value, 'RangeFont.name'), 'RangeFont.name'); }
  get Size() { return this.read('fontSize', 11); }
  set Size(value: unknown) { this.write('fontSize', numberArgument(value, 'RangeFont.size', 1, 409), 'RangeFont.size'); }
  get Color() { return this.read('fontColor', '#000000'); }
  set Color(value: unknown) { this.write('fontColor', colorArgument(value, 'RangeFont.color'), 'RangeFont.color'); }
  get Bold() { return this.read('bold', false); }
  set Bold(value: unknown) { this.write('bold', booleanArgument(value, 'RangeFont.bold') || undefined, 'RangeFont.bold'); }
  get Italic() { return this.read('italic', false); }
  set Italic(value: unknown) { this.write('italic', booleanArgument(value, 'RangeFont.italic') || undefined, 'RangeFont.italic'); }
  get Underline() { return this.read('underline', 'None'); }
  set Underline(value: unknown) {
    const choice = choiceArgument(value, ['None', 'Single', 'Double'], 'RangeFont.underline');
    this.write('underline', choice === 'None' ? undefined : choice, 'RangeFont.underline');
  }
  get Strikethrough() { return this.read('strikethrough', false); }
  set Strikethrough(value: unknown) { this.write('strikethrough', booleanArgument(value, 'RangeFont.strikethrough') || undefined, 'RangeFont.strikethrough'); }
}

export class FormatProtectionObject extends FormatPart {
  static override readonly scalars = ['Locked'];
  get Locked() { return this.read('locked', true); }
  set Locked(value: unknown) { this.write('locked', booleanArgument(value, 'FormatProtection.locked') ? undefined : false, 'FormatProtection.locked'); }
}

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal'] as const;
type Edge = (typeof EDGES)[number];

export class RangeBorderCollectionObject extends ExcelCollection {
  static override readonly scalars = ['Count'];
  constructor(readonly range: RangeObject) {
    super(range.workspace);
  }
  items() { return EDGES.map((edge) => new RangeBorderObject(this.range, edge)); }
  get Count() { return EDGES.length; }
  GetItem(edge: unknown) { return new RangeBorderObject(this.range, choiceArgument(edge, EDGES, 'RangeBorderCollection.getItem')); }
  GetItemAt(index: unknown) {
    const edge = EDGES[integerArgument(index, 'RangeBorderCollection.getItemAt')];
    if (!edge) throw itemNotFound('RangeBorderCollection.getItemAt');
    return new RangeBorderObject(this.range, edge);
  }
}

/** Cells of the range that carry an edge, and the edge on them. */
function edgeCells(rect: Rect, edge: Edge): { rect: Rect; side: BorderEdge } | undefined {
  switch (edge) {
    case 'EdgeTop':
      return { rect: { ...rect, rowCount: 1 }, side: 'EdgeTop' };
    case 'EdgeBottom':
      return { rect: { ...rect, row: rect.row + rect.rowCount - 1, rowCount: 1 }, side: 'EdgeBottom' };
    case 'EdgeLeft':
      return { rect: { ...rect, columnCount: 1 }, side: 'EdgeLeft' };
    case 'EdgeRight':
      return { rect: { ...rect, column: rect.column + rect.columnCount - 1, columnCount: 1 }, side: 'EdgeRight' };
    case 'InsideHorizontal':
      return rect.rowCount > 1 ? { rect: { ...rect, rowCount: rect.rowCount - 1 }, side: 'EdgeBottom' } : undefined;
    case 'InsideVertical':
      return rect.columnCount > 1 ? { rect: { ...rect, columnCount: rect.columnCount - 1 }, side: 'EdgeRight' } : undefined;
  }
}

const NO_BORDER: BorderModel = { style: 'None', color: '#000000', weight: 'Thin' };

export class RangeBorderObject extends ExcelObject {
  static override readonly scalars = ['SideIndex', 'Style', 'Weight', 'Color'];
  constructor(
    readonly range: RangeObject,
    readonly edge: Edge,
  ) {
    super(range.workspace);
  }
  get SideIndex() { return this.edge; }
  get Style() { return this.read((border) => border.style); }
  set Style(value: unknown) { this.write({ style: choiceArgument(value, ['None', 'Continuous', 'Dash', 'Dot', 'Double'], 'RangeBorder.style') }, 'RangeBorder.style'); }
  get Color() { return this.read((border) => border.color); }
  set Color(value: unknown) { this.write({ color: colorArgument(value, 'RangeBorder.color') }, 'RangeBorder.color'); }
  get Weight() { return this.read((border) => border.weight); }
  set Weight(value: unknown) { this.write({ weight: choiceArgument(value, ['Hairline', 'Thin', 'Medium', 'Thick'], 'RangeBorder.weight') }, 'RangeBorder.weight'); }

  private read<T>(pick: (border: BorderModel) => T): T | null {
    const target = edgeCells(this.range.rect, this.edge);
    return target ? commonFormat(this.range.sheet, target.rect, (format) => pick(format.borders?.[target.side] ?? NO_BORDER)) : null;
  }
  /** A colour or weight alone makes a continuous line, as in Excel. */
  private write(change: Partial<BorderModel>, location: string): void {
    const target = edgeCells(this.range.rect, this.edge);
    if (!target) return;
    assertSheetEditable(this.workspace, this.range.sheet, location, 'allowFormatCells');
    changeFormats(this.range.sheet, target.rect, (format) => {
      const before = format.borders?.[target.side] ?? { ...NO_BORDER, style: 'Continuous' as const };
      const { [target.side]: _, ...others } = format.borders ?? {};
      const next = { ...before, ...change };
      const borders = next.style === 'None' ? others : { ...others, [target.side]: next };
      const { borders: __, ...rest } = format;
      return Object.keys(borders).length > 0 ? { ...rest, borders } : rest;
    });
    this.workspace.record({ kind: 'other' });
  }
}
