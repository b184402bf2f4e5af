/** `Chart.series`. */
import { parseAddress } from '../model/address';
import { mapCells } from '../model/cells';
import { referenceTo } from '../model/structure';
import { displayText } from '../model/text';
import { findSheet } from '../model/workbook';
import type { ChartSeriesModel } from '../model/types';
import { calculate, invalidArgument, itemNotFound } from '../workspace';
import { booleanArgument, choiceArgument, colorArgument, ExcelCollection, ExcelObject, integerArgument, textArgument } from './base';
import type { ChartObject } from './chart';
import { chartTypeArgument } from './chart-type';
import { RangeObject } from './range';

export class ChartSeriesCollectionObject extends ExcelCollection {
  static override readonly scalars = ['Count'];
  constructor(readonly owner: ChartObject) {
    super(owner.workspace);
  }
  items() { return this.owner.chart.series.map((series) => new ChartSeriesObject(this.owner, series)); }
  get Count() { return this.owner.chart.series.length; }
  GetCount() { return this.Count; }
  GetItemAt(index: unknown) {
    const found = this.owner.chart.series[integerArgument(index, 'ChartSeriesCollection.getItemAt', 0)];
    if (!found) throw itemNotFound('ChartSeriesCollection.getItemAt');
    return new ChartSeriesObject(this.owner, found);
  }
  /** The new series has no values yet. */
  Add(name: unknown, index: unknown) {
    const location = 'ChartSeriesCollection.add';
    const { series } = this.owner.chart;
    const at = index === undefined || index === null ? series.length : integerArgument(index, location, 0, series.length);
    const made: ChartSeriesModel = { name: name === undefined || name === null ? `Series${series.length + 1}` : textArgument(name, location), values: '', axisGroup: 'Primary' };
    this.owner.change(location, (chart) => chart.series.splice(at, 0, made));
    return new ChartSeriesObject(this.owner, made);
  }
}

export class ChartSeriesObject extends ExcelObject {
  static override readonly scalars = ['AxisGroup', 'ChartType', 'HasDataLabels', 'Name'];
  constructor(
    readonly owner: ChartObject,
    private readonly model: ChartSeriesModel,
  ) {
    super(owner.workspace);
  }
  /** @throws ItemNotFound when the series was deleted */
  get series(): ChartSeriesModel {
    if (!this.owner.chart.series.includes(this.model)) throw itemNotFound('ChartSeries');
    return this.model;
  }
  change(location: string, apply: (series: ChartSeriesModel) => void): void {
    const { series } = this;
    this.owner.change(location, () => apply(series));
  }
  /** The text of the referenced cell, when the name is a reference. */
  get Name() {
    const { name } = this.series;
    if (!name.startsWith('=')) return name;
    calculate(this.workspace);
    const address = parseAddress(name.slice(1));
    const sheet = address?.sheet === undefined ? undefined : findSheet(this.workspace.book, address.sheet);
    return address && sheet ? mapCells(sheet, address.rect, (cell) => displayText(cell?.value ?? '')).flat().join(' ') : '';
  }
  set Name(value: unknown) {
    const name = textArgument(value, 'ChartSeries.name');
    this.change('ChartSeries.name', (series) => (series.name = name));
  }
  get ChartType() { return this.series.chartType ?? this.owner.chart.chartType; }
  set ChartType(value: unknown) {
    const type = chartTypeArgument(value, 'ChartSeries.chartType');
    this.change('ChartSeries.chartType', (series) => (series.chartType = type));
  }
  get AxisGroup() { return this.series.axisGroup; }
  set AxisGroup(value: unknown) {
    const group = choiceArgument(value, ['Primary', 'Secondary'], 'ChartSeries.axisGroup');
    this.change('ChartSeries.axisGroup', (series) => (series.axisGroup = group));
  }
  get HasDataLabels() { return this.series.dataLabels ?? this.owner.chart.dataLabels; }
  set HasDataLabels(value: unknown) {
    const shown = booleanArgument(value, 'ChartSeries.hasDataLabels');
    this.change('ChartSeries.hasDataLabels', (series) => (series.dataLabels = shown));
  }
  get Format() { return new ChartSeriesFormatObject(this); }

  private reference(range: unknown, location: string): string {
    if (!(range instanceof RangeObject)) throw invalidArgument(location, 'a Range is expected');
    return referenceTo(range.sheet, range.rect);
  }
  SetValues(range: unknown): void {
    const values = this.reference(range, 'ChartSeries.setValues');
    this.change('ChartSeries.setValues', (series) => (series.values = values));
  }
  SetXAxisValues(range: unknown): void {
    const categories = this.reference(range, 'ChartSeries.setXAxisValues');
    this.change('ChartSeries.setXAxisValues', (series) => (series.categories = categories));
  }
  /** The reference behind values or categories, without `=`. */
  GetDimensionDataSourceString(dimension: unknown) {
    const wanted = choiceArgument(dimension, ['Values', 'Categories', 'YValues', 'XValues'], 'ChartSeries.getDimensionDataSourceString');
    return ((wanted === 'Values' || wanted === 'YValues' ? this.series.values : this.series.categories) ?? '').replace(/^=/, '');
  }
  Delete(): void {
    const { series } = this;
    this.owner.change('ChartSeries.delete', (chart) => chart.series.splice(chart.series.indexOf(series), 1));
  }
}

abstract class SeriesPart extends ExcelObject {
  constructor(readonly owner: ChartSeriesObject) {
    super(owner.workspace);
  }
}

export class ChartSeriesFormatObject extends SeriesPart {
  get Fill() { return new ChartFillObject(this.owner); }
  get Line() { return new ChartLineFormatObject(this.owner); }
}

export class ChartFillObject extends SeriesPart {
  SetSolidColor(color: unknown): void {
    const value = colorArgument(color, 'ChartFill.setSolidColor');
    this.owner.change('ChartFill.setSolidColor', (series) => (series.color = value));
  }
  Clear(): void { this.owner.change('ChartFill.clear', (series) => delete series.color); }
}

export class ChartLineFormatObject extends SeriesPart {
  static override readonly scalars = ['Color'];
  get Color() { return this.owner.series.color ?? ''; }
  set Color(value: unknown) {
    const color = colorArgument(value, 'ChartLineFormat.color');
    this.owner.change('ChartLineFormat.color', (series) => (series.color = color));
  }
}
