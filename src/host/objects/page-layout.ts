/** `Worksheet.pageLayout`: how the sheet prints. */
import { formatRect, isWholeColumns, isWholeRows } from '../model/address';
import { parseRect } from '../model/address';
import type { PageLayoutModel, SheetModel } from '../model/types';
import { assertSheetEditable } from '../edits/guard';
import { invalidArgument, itemNotFound, type Workspace } from '../workspace';
import { booleanArgument, choiceArgument, ExcelObject, integerArgument, numberArgument, recordArgument, textArgument } from './base';
import { RangeObject } from './range';
import { RangeAreasObject } from './range-areas';
import { rangeArgument } from './table';

const POINTS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;
const MARGINS = ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const;

abstract class LayoutPart extends ExcelObject {
  constructor(
    workspace: Workspace,
    readonly sheet: SheetModel,
  ) {
    super(workspace);
  }
  protected get layout(): PageLayoutModel { return this.sheet.pageLayout; }
  protected change(location: string, apply: (layout: PageLayoutModel) => void): void {
    assertSheetEditable(this.workspace, this.sheet, location);
    apply(this.layout);
    this.workspace.record({ kind: 'other' });
  }
}

export class PageLayoutObject extends LayoutPart {
  static override readonly scalars = ['Orientation', 'PaperSize', 'Zoom', 'CenterHorizontally', 'LeftMargin', 'RightMargin', 'TopMargin', 'BottomMargin', 'HeaderMargin', 'FooterMargin'];
  get HeadersFooters() { return new HeaderFooterGroupObject(this.workspace, this.sheet); }
  get Orientation() { return this.layout.orientation; }
  set Orientation(value: unknown) {
    const orientation = choiceArgument(value, ['Portrait', 'Landscape'], 'PageLayout.orientation');
    this.change('PageLayout.orientation', (layout) => (layout.orientation = orientation));
  }
  get PaperSize() { return this.layout.paperSize; }
  set PaperSize(value: unknown) {
    const size = choiceArgument(value, ['A4', 'A3', 'Letter'], 'PageLayout.paperSize');
    this.change('PageLayout.paperSize', (layout) => (layout.paperSize = size));
  }
  get CenterHorizontally() { return this.layout.centerHorizontally; }
  set CenterHorizontally(value: unknown) {
    const centred = booleanArgument(value, 'PageLayout.centerHorizontally');
    this.change('PageLayout.centerHorizontally', (layout) => (layout.centerHorizontally = centred));
  }
  get Zoom() {
    const { fitToWidth, fitToHeight } = this.layout;
    return fitToWidth === undefined && fitToHeight === undefined ? { scale: 100 } : { ...(fitToWidth ? { horizontalFitToPages: fitToWidth } : {}), ...(fitToHeight ? { verticalFitToPages: fitToHeight } : {}) };
  }
  /** `{scale}` or `{horizontalFitToPages, verticalFitToPages}`; a fit that is left out is automatic. */
  set Zoom(value: unknown) {
    const location = 'PageLayout.zoom';
    const { scale, horizontalFitToPages: wide, verticalFitToPages: tall } = recordArgument(value, location);
    const fits = [wide, tall].some((fit) => fit !== undefined && fit !== null);
    if (fits && scale !== undefined && scale !== null) throw invalidArgument(location, 'scale and fit exclude each other');
    const pages = (fit: unknown): number | undefined => (fit === undefined || fit === null ? undefined : integerArgument(fit, location, 0, 32_767));
    if (!fits) numberArgument(scale, location, 10, 400);
    if (!fits && scale !== 100) throw invalidArgument(location, 'this host keeps no other scale than 100');
    this.change(location, (layout) => {
      delete layout.fitToWidth;
      delete layout.fitToHeight;
      if (!fits) return;
      layout.fitToWidth = pages(wide) ?? 0;
      layout.fitToHeight = pages(tall) ?? 0;
    });
  }
  get LeftMargin() { return this.layout.margins.left; }
  set LeftMargin(value: unknown) { this.margin('left', value); }
  get RightMargin() { return this.layout.margins.right; }
  set RightMargin(value: unknown) { this.margin('right', value); }
  get TopMargin() { return this.layout.margins.top; }
  set TopMargin(value: unknown) { this.margin('top', value); }
  get BottomMargin() { return this.layout.margins.bottom; }
  set BottomMargin(value: unknown) { this.margin('bottom', value); }
  get HeaderMargin() { return this.layout.margins.header; }
  set HeaderMargin(value: unknown) { this.margin('header', value); }
  get FooterMargin() { return this.layout.margins.footer; }
  set FooterMargin(value: unknown) { this.margin('footer', value); }
  private margin(side: (typeof MARGINS)[number], value: unknown): void {
    const points = numberArgument(value, 'PageLayout.margin', 0, 3_600);
    this.change('PageLayout.margin', (layout) => (layout.margins = { ...layout.margins, [side]: points }));
  }
  SetPrintMargins(unit: unknown, options: unknown): void {
    const location = 'PageLayout.setPrintMargins';
    const factor = POINTS[choiceArgument(unit, ['Points', 'Inches', 'Centimeters'], location)];
    for (const [side, value] of Object.entries(recordArgument(options, location))) this.margin(choiceArgument(side, MARGINS, location), numberArgument(value, location) * factor);
  }
  SetPrintArea(area: unknown): void {
    const rects = area instanceof RangeAreasObject ? area.rects : [rangeArgument(this.workspace, area, this.sheet, 'PageLayout.setPrintArea').rect];
    this.change('PageLayout.setPrintArea', (layout) => (layout.printArea = rects.map((rect) => formatRect(rect, true)).join(',')));
  }
  /** Whole rows at the top of every page. */
  SetPrintTitleRows(rows: unknown): void {
    const location = 'PageLayout.setPrintTitleRows';
    const { rect } = rangeArgument(this.workspace, rows, this.sheet, location);
    if (!isWholeRows(rect)) throw invalidArgument(location, 'whole rows such as $1:$4 are expected');
    this.change(location, (layout) => (layout.printTitleRows = formatRect(rect, true)));
  }
  /** Whole columns at the left of every page. */
  SetPrintTitleColumns(columns: unknown): void {
    const location = 'PageLayout.setPrintTitleColumns';
    const { rect } = rangeArgument(this.workspace, columns, this.sheet, location);
    if (!isWholeColumns(rect)) throw invalidArgument(location, 'whole columns such as $A:$B are expected');
    this.change(location, (layout) => (layout.printTitleColumns = formatRect(rect, true)));
  }
  private stored(text: string | undefined): RangeObject | null {
    const rect = text === undefined ? undefined : parseRect(text);
    return rect ? new RangeObject(this.workspace, this.sheet, rect) : null;
  }
  GetPrintTitleRowsOrNullObject() { return this.stored(this.layout.printTitleRows); }
  GetPrintTitleRows() {
    const rows = this.GetPrintTitleRowsOrNullObject();
    if (!rows) throw itemNotFound('PageLayout.getPrintTitleRows');
    return rows;
  }
  GetPrintTitleColumnsOrNullObject() { return this.stored(this.layout.printTitleColumns); }
  GetPrintTitleColumns() {
    const columns = this.GetPrintTitleColumnsOrNullObject();
    if (!columns) throw itemNotFound('PageLayout.getPrintTitleColumns');
    return columns;
  }
}

export class HeaderFooterGroupObject extends LayoutPart {
  static override readonly scalars = ['State'];
  get State() { return 'Default'; }
  get DefaultForAllPages() { return new HeaderFooterObject(this.workspace, this.sheet); }
}

export class HeaderFooterObject extends LayoutPart {
  static override readonly scalars = ['LeftHeader', 'CenterHeader', 'RightHeader', 'LeftFooter', 'CenterFooter', 'RightFooter'];
  private put(part: keyof PageLayoutModel['headerFooter'], value: unknown): void {
    const text = textArgument(value, 'HeaderFooter');
    if (text.length > 255) throw invalidArgument('HeaderFooter', 'a header or footer has at most 255 characters');
    this.change('HeaderFooter', (layout) => (layout.headerFooter = { ...layout.headerFooter, [part]: text }));
  }
  get LeftHeader() { return this.layout.headerFooter.leftHeader ?? ''; }
  set LeftHeader(value: unknown) { this.put('leftHeader', value); }
  get CenterHeader() { return this.layout.headerFooter.centerHeader ?? ''; }
  set CenterHeader(value: unknown) { this.put('centerHeader', value); }
  get RightHeader() { return this.layout.headerFooter.rightHeader ?? ''; }
  set RightHeader(value: unknown) { this.put('rightHeader', value); }
  get LeftFooter() { return this.layout.headerFooter.leftFooter ?? ''; }
  set LeftFooter(value: unknown) { this.put('leftFooter', value); }
  get CenterFooter() { return this.layout.headerFooter.centerFooter ?? ''; }
  set CenterFooter(value: unknown) { this.put('centerFooter', value); }
  get RightFooter() { return this.layout.headerFooter.rightFooter ?? ''; }
  set RightFooter(value: unknown) { this.put('rightFooter', value); }
}
