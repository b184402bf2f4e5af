/** `Chart.axes`. */
import type { ChartAxisModel } from '../model/types';
import { invalidArgument } from '../workspace';
import { booleanArgument, choiceArgument, ExcelObject, numberArgument, textArgument } from './base';
import type { ChartObject } from './chart';

type AxisName = 'categoryAxis' | 'valueAxis';

export class ChartAxesObject extends ExcelObject {
  constructor(readonly owner: ChartObject) {
    super(owner.workspace);
  }
  /** @throws InvalidArgument: pies have no axes */
  private axis(name: AxisName): ChartAxisObject {
    const { chartType } = this.owner.chart;
    if (chartType === 'Pie' || chartType === 'Doughnut') throw invalidArgument('ChartAxes', `a ${chartType} chart has no axes`);
    return new ChartAxisObject(this.owner, name);
  }
  get CategoryAxis() { return this.axis('categoryAxis'); }
  get ValueAxis() { return this.axis('valueAxis'); }
  GetItem(type: unknown, group: unknown) {
    choiceArgument(group ?? 'Primary', ['Primary'], 'ChartAxes.getItem');
    return choiceArgument(type, ['Category', 'Value'], 'ChartAxes.getItem') === 'Category' ? this.CategoryAxis : this.ValueAxis;
  }
}

export class ChartAxisObject extends ExcelObject {
  static override readonly scalars = ['Maximum', 'Minimum', 'NumberFormat', 'ReversePlotOrder'];
  constructor(
    readonly owner: ChartObject,
    private readonly name: AxisName,
  ) {
    super(owner.workspace);
  }
  get axis(): ChartAxisModel { return this.owner.chart[this.name]; }
  put(change: Partial<ChartAxisModel>): void { this.owner.change('ChartAxis', (chart) => (chart[this.name] = { ...chart[this.name], ...change })); }
  remove(member: keyof ChartAxisModel): void {
    this.owner.change('ChartAxis', (chart) => {
      const { [member]: _, ...rest } = chart[this.name];
      chart[this.name] = rest;
    });
  }
  /** `''` means automatic. */
  private bound(side: 'minimum' | 'maximum', value: unknown): void {
    if (value === '') this.remove(side);
    else this.put({ [side]: numberArgument(value, `ChartAxis.${side}`) });
  }
  get Title() { return new ChartAxisTitleObject(this); }
  get Minimum() { return this.axis.minimum ?? ''; }
  set Minimum(value: unknown) { this.bound('minimum', value); }
  get Maximum() { return this.axis.maximum ?? ''; }
  set Maximum(value: unknown) { this.bound('maximum', value); }
  get NumberFormat() { return this.axis.numberFormat ?? 'General'; }
  set NumberFormat(value: unknown) { this.put({ numberFormat: textArgument(value, 'ChartAxis.numberFormat') }); }
  get ReversePlotOrder() { return this.axis.reversed ?? false; }
  set ReversePlotOrder(value: unknown) { this.put({ reversed: booleanArgument(value, 'ChartAxis.reversePlotOrder') }); }
}

export class ChartAxisTitleObject extends ExcelObject {
  static override readonly scalars = ['Text', 'Visible'];
  constructor(readonly owner: ChartAxisObject) {
    super(owner.workspace);
  }
  get Text() { return this.owner.axis.title ?? ''; }
  set Text(value: unknown) { this.owner.put({ title: textArgument(value, 'ChartAxisTitle.text') }); }
  get Visible() { return this.owner.axis.title !== undefined; }
  set Visible(value: unknown) {
    if (booleanArgument(value, 'ChartAxisTitle.visible')) this.owner.put({ title: this.owner.axis.title ?? 'Axis Title' });
    else this.owner.remove('title');
  }
}
