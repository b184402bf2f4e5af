/** `Excel.Chart` and its collection; series and axes are in files of their own. */
import { parseAddress, unite } from '../model/address';
import { addChart, rectInPoints, seriesFrom, titleText } from '../model/charts';
import type { ChartModel, SheetModel } from '../model/types';
import { assertSheetEditable } from '../edits/guard';
import { invalidArgument, itemNotFound, type Workspace } from '../workspace';
import { booleanArgument, choiceArgument, ExcelCollection, ExcelObject, integerArgument, numberArgument, textArgument } from './base';
import { ChartAxesObject } from './chart-axis';
import { ChartSeriesCollectionObject } from './chart-series';
import { chartTypeArgument } from './chart-type';
import { RangeObject } from './range';
import { rangeArgument } from './table';

export class ChartCollectionObject extends ExcelCollection {
  static override readonly scalars = ['Count'];
  constructor(
    workspace: Workspace,
    readonly sheet: SheetModel,
  ) {
    super(workspace);
  }
  items() { return this.sheet.charts.map((chart) => new ChartObject(this.workspace, this.sheet, chart)); }
  get Count() { return this.sheet.charts.length; }
  GetCount() { return this.Count; }
  Add(type: unknown, source: unknown, seriesBy: unknown) {
    const location = 'ChartCollection.add';
    assertSheetEditable(this.workspace, this.sheet, location, 'allowEditObjects');
    if (!(source instanceof RangeObject)) throw invalidArgument(location, 'a Range is expected');
    const chartType = chartTypeArgument(type, location);
    const by = choiceArgument(seriesBy ?? 'Auto', ['Auto', 'Columns', 'Rows'], location);
    this.workspace.calculator.calculate();
    const { sheet, rect } = source;
    const chosen = by === 'Auto' ? (rect.columnCount > rect.rowCount ? 'Rows' : 'Columns') : by;
    const chart = addChart(this.workspace.book, this.sheet, chartType, { sheet, rect }, chosen);
    this.workspace.record({ kind: 'other' });
    return new ChartObject(this.workspace, this.sheet, chart);
  }
  /** By id or name. */
  GetItemOrNullObject(key: unknown) {
    const text = textArgument(key, 'ChartCollection.getItem');
    const found = this.sheet.charts.find((chart) => chart.id === text) ?? this.sheet.charts.find((chart) => chart.name.toLowerCase() === text.toLowerCase());
    return found ? new ChartObject(this.workspace, this.sheet, found) : null;
  }
  GetItem(key: unknown) {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw itemNotFound('ChartCollection.getItem');
    return found;
  }
  GetItemAt(index: unknown) {
    const found = this.sheet.charts[integerArgument(index, 'ChartCollection.getItemAt', 0)];
    if (!found) throw itemNotFound('ChartCollection.getItemAt');
    return new ChartObject(this.workspace, this.sheet, found);
  }
}

export class ChartObject extends ExcelObject {
  static override readonly scalars = ['ChartType', 'Height', 'Id', 'Left', 'Name', 'Top', 'Width'];
  constructor(
    workspace: Workspace,
    readonly sheet: SheetModel,
    private readonly model: ChartModel,
  ) {
    super(workspace);
  }
  /** @throws ItemNotFound when the chart or its sheet was deleted */
  get chart(): ChartModel {
    if (!this.sheet.charts.includes(this.model) || !this.workspace.book.sheets.includes(this.sheet)) throw itemNotFound('Chart');
    return this.model;
  }
  override idResult() { return { Id: this.model.id }; }
  change(location: string, apply: (chart: ChartModel) => void): void {
    assertSheetEditable(this.workspace, this.sheet, location, 'allowEditObjects');
    apply(this.chart);
    this.workspace.record({ kind: 'other' });
  }
  get Id() { return this.chart.id; }
  get Name() { return this.chart.name; }
  set Name(value: unknown) {
    const name = textArgument(value, 'Chart.name');
    if (name === '' || name.length > 255) throw invalidArgument('Chart.name', 'a name has 1 to 255 characters');
    this.change('Chart.name', (chart) => (chart.name = name));
  }
  get ChartType() { return this.chart.chartType; }
  set ChartType(value: unknown) {
    const type = chartTypeArgument(value, 'Chart.chartType');
    this.change('Chart.chartType', (chart) => (chart.chartType = type));
  }
  get Left() { return this.chart.left; }
  set Left(value: unknown) { this.place('left', numberArgument(value, 'Chart.left', 0)); }
  get Top() { return this.chart.top; }
  set Top(value: unknown) { this.place('top', numberArgument(value, 'Chart.top', 0)); }
  get Width() { return this.chart.width; }
  set Width(value: unknown) { this.place('width', numberArgument(value, 'Chart.width', 0)); }
  get Height() { return this.chart.height; }
  set Height(value: unknown) { this.place('height', numberArgument(value, 'Chart.height', 0)); }
  private place(side: 'left' | 'top' | 'width' | 'height', points: number): void { this.change(`Chart.${side}`, (chart) => (chart[side] = points)); }

  get Title() { return new ChartTitleObject(this); }
  get Legend() { return new ChartLegendObject(this); }
  get DataLabels() { return new ChartDataLabelsObject(this); }
  get Series() { return new ChartSeriesCollectionObject(this); }
  get Axes() { return new ChartAxesObject(this); }
  get Worksheet() { return this.workspace.objects.worksheet(this.workspace, this.sheet); }

  /** Covers the cells from the first to the last. */
  SetPosition(start: unknown, end: unknown): void {
    const location = 'Chart.setPosition';
    const first = rangeArgument(this.workspace, start, this.sheet, location).rect;
    const last = end === undefined || end === null ? undefined : rangeArgument(this.workspace, end, this.sheet, location).rect;
    const box = rectInPoints(this.sheet, last ? unite(first, last) : first);
    this.change(location, (chart) => Object.assign(chart, last ? box : { left: box.left, top: box.top }));
  }
  SetData(source: unknown, seriesBy: unknown): void {
    const location = 'Chart.setData';
    if (!(source instanceof RangeObject)) throw invalidArgument(location, 'a Range is expected');
    const { sheet, rect } = source;
    const by = choiceArgument(seriesBy ?? 'Auto', ['Auto', 'Columns', 'Rows'], location);
    this.change(location, (chart) => (chart.series = seriesFrom(sheet, rect, by === 'Auto' ? (rect.columnCount > rect.rowCount ? 'Rows' : 'Columns') : by)));
  }
  Activate(): void { this.workspace.record({ kind: 'other' }); }
  Delete(): void { this.change('Chart.delete', (chart) => this.sheet.charts.splice(this.sheet.charts.indexOf(chart), 1)); }
}

abstract class ChartPart extends ExcelObject {
  constructor(readonly owner: ChartObject) {
    super(owner.workspace);
  }
}

export class ChartTitleObject extends ChartPart {
  static override readonly scalars = ['Text', 'Visible'];
  get Text() {
    const { chart } = this.owner;
    if (chart.title?.startsWith('=') === true) this.workspace.calculator.calculate();
    return titleText(chart, this.workspace.book) ?? '';
  }
  /** The title shows what a cell shows, and follows it. */
  SetFormula(value: unknown): void {
    const location = 'ChartTitle.setFormula';
    const formula = textArgument(value, location);
    const address = parseAddress(formula.replace(/^=/, ''));
    if (!formula.startsWith('=') || address?.sheet === undefined) throw invalidArgument(location, 'a reference to a cell with its sheet is expected');
    this.owner.change(location, (chart) => (chart.title = formula));
  }
  set Text(value: unknown) {
    const text = textArgument(value, 'ChartTitle.text');
    if (text.length > 255) throw invalidArgument('ChartTitle.text', 'a title has at most 255 characters');
    this.owner.change('ChartTitle.text', (chart) => (chart.title = text));
  }
  get Visible() { return this.owner.chart.title !== undefined; }
  set Visible(value: unknown) {
    const visible = booleanArgument(value, 'ChartTitle.visible');
    this.owner.change('ChartTitle.visible', (chart) => {
      if (!visible) delete chart.title;
      else chart.title ??= 'Chart Title';
    });
  }
}

export class ChartLegendObject extends ChartPart {
  static override readonly scalars = ['Position', 'Visible'];
  get Visible() { return this.owner.chart.legendPosition !== undefined; }
  set Visible(value: unknown) {
    const visible = booleanArgument(value, 'ChartLegend.visible');
    this.owner.change('ChartLegend.visible', (chart) => {
      if (!visible) delete chart.legendPosition;
      else chart.legendPosition ??= 'Bottom';
    });
  }
  get Position() { return this.owner.chart.legendPosition ?? 'Bottom'; }
  set Position(value: unknown) {
    const position = choiceArgument(value, ['Top', 'Bottom', 'Left', 'Right'], 'ChartLegend.position');
    this.owner.change('ChartLegend.position', (chart) => (chart.legendPosition = position));
  }
}

/** Labels of all series. What they show besides the value is kept in `dataLabelOptions`. */
export class ChartDataLabelsObject extends ChartPart {
  static override readonly scalars = ['ShowValue', 'ShowPercentage', 'ShowCategoryName', 'NumberFormat'];
  private put(change: NonNullable<ChartModel['dataLabelOptions']>): void {
    this.owner.change('ChartDataLabels', (chart) => {
      chart.dataLabelOptions = { ...chart.dataLabelOptions, ...change };
      const { showValue = true, showPercentage = false, showCategoryName = false } = chart.dataLabelOptions;
      chart.dataLabels = showValue || showPercentage || showCategoryName;
    });
  }
  private get options() { return this.owner.chart.dataLabelOptions ?? {}; }
  get ShowValue() { return this.options.showValue ?? this.owner.chart.dataLabels; }
  set ShowValue(value: unknown) { this.put({ showValue: booleanArgument(value, 'ChartDataLabels.showValue') }); }
  get ShowPercentage() { return this.options.showPercentage ?? false; }
  set ShowPercentage(value: unknown) { this.put({ showPercentage: booleanArgument(value, 'ChartDataLabels.showPercentage') }); }
  get ShowCategoryName() { return this.options.showCategoryName ?? false; }
  set ShowCategoryName(value: unknown) { this.put({ showCategoryName: booleanArgument(value, 'ChartDataLabels.showCategoryName') }); }
  get NumberFormat() { return this.options.numberFormat ?? 'General'; }
  set NumberFormat(value: unknown) { this.put({ numberFormat: textArgument(value, 'ChartDataLabels.numberFormat') }); }
}
