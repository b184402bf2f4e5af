/**
 * The workbook in memory, as plain data. Every other part of the host – the Office.js objects, the formula engine,
 * the file writer, the preview's grid – reads and writes these records and nothing else.
 * Rows and columns are 0-based; sizes are in points unless said otherwise; colours are `#RRGGBB`.
 */

/** What a cell shows. Excel errors are text such as `#DIV/0!` with {@link CellModel.error} set. Empty is `''`. */
export type CellValue = string | number | boolean;

/** One border edge. */
export interface BorderModel {
  readonly style: 'Continuous' | 'Dash' | 'Dot' | 'Double' | 'None';
  readonly color: string;
  readonly weight: 'Hairline' | 'Thin' | 'Medium' | 'Thick';
}
export type BorderEdge = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight';

/** A cell's format. Immutable and shared between cells; an absent member means Excel's default. */
export interface CellFormat {
  /** en-US format code; absent = `General`. `@` = text. */
  readonly numberFormat?: string;
  readonly fill?: string;
  readonly fontName?: string;
  /** points */
  readonly fontSize?: number;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: 'Single' | 'Double';
  readonly strikethrough?: boolean;
  readonly horizontalAlignment?: 'General' | 'Left' | 'Center' | 'Right' | 'Fill' | 'Justify' | 'CenterAcrossSelection' | 'Distributed';
  readonly verticalAlignment?: 'Top' | 'Center' | 'Bottom' | 'Justify' | 'Distributed';
  readonly wrapText?: boolean;
  readonly indentLevel?: number;
  readonly shrinkToFit?: boolean;
  readonly borders?: Readonly<Partial<Record<BorderEdge, BorderModel>>>;
  /** `false` = unlocked on a protected sheet; absent = locked, as in Excel. */
  readonly locked?: boolean;
}

export interface HyperlinkModel {
  /** place in this workbook, e.g. `'1 回顾目标'!A4` */
  readonly documentReference?: string;
  readonly address?: string;
  readonly screenTip?: string;
}

export interface CellModel {
  value: CellValue;
  /** As typed, with leading `=` and structured references; absent for a constant. */
  formula?: string;
  /** `value` is an Excel error code. */
  error?: boolean;
  format?: CellFormat;
  hyperlink?: HyperlinkModel;
  /** formats of parts of the text, from the file that was opened; counts while `value` is still that text */
  rich?: { readonly text: string; readonly xml: string };
}

/** A rectangle on one sheet. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export interface TableColumnModel {
  /** numeric id, stable over renames, unique in the table */
  readonly id: number;
  name: string;
  /** The formula every row has when the column is calculated (as typed, structured references); else absent. */
  calculatedFormula?: string;
}

export interface TableModel {
  readonly id: string;
  name: string;
  sheet: SheetModel;
  /** header row + data rows + totals row, if shown */
  range: Rect;
  columns: TableColumnModel[];
  style: string;
  showTotals: boolean;
  showFilterButton: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  /** column index in the table → values that stay visible */
  filters: Map<number, readonly string[]>;
}

/** Differential format of a conditional format. */
export interface DifferentialFormat {
  readonly fill?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strikethrough?: boolean;
}

export type ConditionalRule =
  | { readonly type: 'Custom'; readonly formula: string; readonly format: DifferentialFormat }
  | {
      readonly type: 'CellValue';
      readonly operator: 'Between' | 'NotBetween' | 'EqualTo' | 'NotEqualTo' | 'GreaterThan' | 'LessThan' | 'GreaterThanOrEqual' | 'LessThanOrEqual';
      readonly formula1: string;
      readonly formula2?: string;
      readonly format: DifferentialFormat;
    }
  | { readonly type: 'ContainsText'; readonly operator: 'Contains' | 'NotContains' | 'BeginsWith' | 'EndsWith'; readonly text: string; readonly format: DifferentialFormat }
  | { readonly type: 'DataBar'; readonly color: string };

export interface ConditionalFormatModel {
  readonly id: string;
  ranges: Rect[];
  rule: ConditionalRule;
  stopIfTrue: boolean;
}

export type ValidationRule =
  | { readonly type: 'List'; readonly source: string; readonly inCellDropDown: boolean }
  | {
      readonly type: 'WholeNumber' | 'Decimal' | 'Date' | 'Time' | 'TextLength';
      readonly operator: 'Between' | 'NotBetween' | 'EqualTo' | 'NotEqualTo' | 'GreaterThan' | 'LessThan' | 'GreaterThanOrEqualTo' | 'LessThanOrEqualTo';
      readonly formula1: string;
      readonly formula2?: string;
    }
  | { readonly type: 'Custom'; readonly formula: string };

export interface DataValidationModel {
  ranges: Rect[];
  rule: ValidationRule;
  ignoreBlanks: boolean;
  errorAlert?: { readonly title: string; readonly message: string; readonly style: 'Stop' | 'Warning' | 'Information'; readonly showAlert: boolean };
  prompt?: { readonly title: string; readonly message: string; readonly showPrompt: boolean };
}

export interface ChartSeriesModel {
  /** literal name, or a reference `='Sheet'!$B$4` */
  name: string;
  /** reference `='Sheet'!$B$5:$B$9` */
  values: string;
  /** reference of the category labels; absent = 1, 2, 3 … */
  categories?: string;
  color?: string;
  axisGroup: 'Primary' | 'Secondary';
  /** own type in a combination chart; absent = the chart's */
  chartType?: ChartType;
  /** own setting of this series; absent = the chart's */
  dataLabels?: boolean;
}
export type ChartType = 'ColumnClustered' | 'ColumnStacked' | 'BarClustered' | 'BarStacked' | 'Line' | 'LineMarkers' | 'Doughnut' | 'Pie';

export interface ChartAxisModel {
  title?: string;
  numberFormat?: string;
  minimum?: number;
  maximum?: number;
  reversed?: boolean;
}

export interface ChartModel {
  readonly id: string;
  name: string;
  chartType: ChartType;
  /** points from the sheet's top left corner */
  left: number;
  top: number;
  width: number;
  height: number;
  /** `=Sheet!$A$1` shows what that cell shows */
  title?: string;
  legendPosition?: 'Top' | 'Bottom' | 'Left' | 'Right';
  series: ChartSeriesModel[];
  categoryAxis: ChartAxisModel;
  valueAxis: ChartAxisModel;
  dataLabels: boolean;
  /** what the labels show; absent members: the value, nothing else */
  dataLabelOptions?: { showValue?: boolean; showPercentage?: boolean; showCategoryName?: boolean; numberFormat?: string };
}

export interface PageLayoutModel {
  orientation: 'Portrait' | 'Landscape';
  paperSize: 'A4' | 'A3' | 'Letter';
  /** pages wide / tall; 0 or absent = automatic */
  fitToWidth?: number;
  fitToHeight?: number;
  /** A1 on this sheet, e.g. `$1:$4` */
  printTitleRows?: string;
  /** A1 on this sheet, e.g. `$A:$B` */
  printTitleColumns?: string;
  /** A1 on this sheet */
  printArea?: string;
  /** points */
  margins: { left: number; right: number; top: number; bottom: number; header: number; footer: number };
  headerFooter: { leftHeader?: string; centerHeader?: string; rightHeader?: string; leftFooter?: string; centerFooter?: string; rightFooter?: string };
  centerHorizontally: boolean;
}

export interface ProtectionModel {
  protected: boolean;
  password?: string;
  /** The password of a file that was opened: attributes of its hash. Whoever types one cannot be told right from wrong. */
  passwordHash?: Readonly<Record<string, string>>;
  options: Record<string, boolean | string>;
}

/** A part of an opened file that the host does not understand. It is saved as it was, with all it leads to. */
export interface CarriedPart {
  readonly path: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly links: readonly CarriedLink[];
}

/** A relationship to a carried part, or to something outside the file. */
export interface CarriedLink {
  /** as XML that is carried along names it */
  readonly id: string;
  readonly type: string;
  /** path from the root of the package, or an address */
  readonly target: string;
  readonly external: boolean;
}

/** A drawing the host cannot show: a picture, a shape, a chart of another kind. */
export interface CarriedAnchor {
  /** the anchor with the namespaces it needs */
  readonly xml: string;
  readonly links: readonly CarriedLink[];
}

/** What an opened sheet has beside what the host knows. */
export interface CarriedSheet {
  /** comments, printer settings, pivot tables …; `element` of the sheet names the relationship */
  readonly links: readonly (CarriedLink & { readonly element?: 'legacyDrawing' | 'legacyDrawingHF' | 'picture' | 'pageSetup' })[];
  readonly anchors: readonly CarriedAnchor[];
}

/** What an opened workbook has beside what the host knows. */
export interface CarriedWorkbook {
  readonly parts: ReadonlyMap<string, CarriedPart>;
  /** relationships of the package */
  readonly links: readonly CarriedLink[];
  /** relationships of the workbook part; `element` lists it there */
  readonly workbookLinks: readonly (CarriedLink & { readonly element?: 'externalReference' | { readonly pivotCacheId: string } })[];
  /** attributes of `<workbookProtection>` */
  readonly protection?: Readonly<Record<string, string>>;
  /** font of cells without a format, when it is not the host's own */
  readonly defaultFont?: { readonly name: string; readonly size: number };
}

export interface SheetModel {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  tabColor: string;
  showGridlines: boolean;
  /** key = row * 16384 + column, see `cellKey` */
  cells: Map<number, CellModel>;
  /** points; absent = `defaultColumnWidth` */
  columns: Map<number, { width?: number; hidden?: boolean; format?: CellFormat }>;
  /** points; absent = `defaultRowHeight` */
  rows: Map<number, { height?: number; /** the height was fitted to the content and follows it, nobody set it */ fitted?: boolean; hidden?: boolean; /** hidden by a table filter */ filtered?: boolean; format?: CellFormat }>;
  defaultColumnWidth: number;
  defaultRowHeight: number;
  /** rows and columns frozen at the top left; 0 = none */
  frozen: { rows: number; columns: number };
  conditionalFormats: ConditionalFormatModel[];
  validations: DataValidationModel[];
  charts: ChartModel[];
  pageLayout: PageLayoutModel;
  protection: ProtectionModel;
  merges: Rect[];
  customProperties: Map<string, string>;
  /** from the file that was opened */
  carried?: CarriedSheet;
}

export interface NameModel {
  readonly name: string;
  /** `=配置!$A$4:$A$9` or a constant formula */
  formula: string;
  comment: string;
  visible: boolean;
}

export interface WorkbookModel {
  fileName: string;
  sheets: SheetModel[];
  tables: TableModel[];
  names: NameModel[];
  /** Office add-in settings, by key, JSON values */
  settings: Map<string, unknown>;
  properties: { title: string; subject: string; author: string; keywords: string; comments: string; category: string; company: string; custom: Map<string, string | number | boolean> };
  activeSheet: SheetModel;
  /** on the active sheet */
  selection: Rect;
  readOnly: boolean;
  /** from the file that was opened */
  carried?: CarriedWorkbook;
  /** counter behind ids of sheets, tables, charts, rules */
  sequence: number;
}

/** Columns on a sheet (XFD). Excel limit. */
export const MAX_COLUMNS = 16_384;
/** Rows on a sheet. Excel limit. */
export const MAX_ROWS = 1_048_576;

/** The key of a cell in {@link SheetModel.cells}. */
export const cellKey = (row: number, column: number): number => row * MAX_COLUMNS + column;

/**
 * Keeps formula results up to date. One per workbook; implemented on a real engine in `calc/`.
 * The objects tell it what they changed; nothing is calculated before `calculate()`.
 */
export interface Calculator {
  /** Sheets, tables, names or cell positions changed: everything is translated again at the next calculation. */
  structureChanged(): void;
  /** The content (constant or formula) of these cells changed. */
  cellsChanged(sheet: SheetModel, range: Rect): void;
  /** Brings `value`/`error` of every formula cell up to date. Does nothing when nothing changed. */
  calculate(): void;
  /** Value of a formula as if it stood in this cell; for conditional formats, validation and the preview. An Excel error comes back as its code with `error`. */
  evaluate(formula: string, sheet: SheetModel, row: number, column: number): { value: CellValue; error?: boolean };
}
