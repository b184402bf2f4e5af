/** Filters of tables: `TableColumn.filter` and `Table.autoFilter`. Only filters by values. */
import { bodyRect, columnRect } from '../model/tables';
import { mapCells } from '../model/cells';
import { displayText } from '../model/text';
import type { TableModel } from '../model/types';
import { HostError } from '../dispatcher';
import { clearTableFilters, filterColumn } from '../edits/tables';
import { invalidArgument, type Workspace } from '../workspace';
import { ExcelObject, integerArgument, recordArgument } from './base';
import { RangeObject } from './range';

function valuesOf(values: unknown, location: string): string[] {
  if (!Array.isArray(values) || values.some((value) => typeof value !== 'string')) throw invalidArgument(location, 'a list of texts is expected');
  return values as string[];
}

function applyCriteria(workspace: Workspace, table: TableModel, index: number, criteria: unknown, location: string): void {
  const { filterOn, values } = recordArgument(criteria, location);
  if (filterOn !== 'Values') throw new HostError('HostNotImplemented', `The simulated host does not implement FilterCriteria.filterOn ${String(filterOn)}.`, location);
  filterColumn(workspace, table, index, valuesOf(values, location));
}

export class FilterObject extends ExcelObject {
  static override readonly scalars = ['Criteria'];
  constructor(
    workspace: Workspace,
    readonly table: TableModel,
    readonly index: number,
  ) {
    super(workspace);
  }
  get Criteria() {
    const values = this.table.filters.get(this.index);
    return values ? { filterOn: 'Values', values: [...values] } : null;
  }
  Apply(criteria: unknown): void { applyCriteria(this.workspace, this.table, this.index, criteria, 'Filter.apply'); }
  ApplyValuesFilter(values: unknown): void { filterColumn(this.workspace, this.table, this.index, valuesOf(values, 'Filter.applyValuesFilter')); }
  /** `=text` and `<>text`; one criterion, compared with what cells show. */
  ApplyCustomFilter(criterion: unknown, second: unknown): void {
    const location = 'Filter.applyCustomFilter';
    const found = typeof criterion === 'string' ? /^(=|<>)([^*?]*)$/.exec(criterion) : null;
    if (!found || (second !== undefined && second !== null)) throw new HostError('HostNotImplemented', `The simulated host does not implement Filter.applyCustomFilter(${String(criterion)}).`, location);
    this.workspace.calculator.calculate();
    const shown = mapCells(this.table.sheet, columnRect(bodyRect(this.table), this.index), (cell) => displayText(cell?.value ?? '', cell?.format?.numberFormat)).flat();
    const wanted = (found[2] ?? '').toLowerCase();
    filterColumn(this.workspace, this.table, this.index, [...new Set(shown)].filter((text) => (text.toLowerCase() === wanted) === (found[1] === '=')));
  }
  Clear(): void { filterColumn(this.workspace, this.table, this.index, undefined); }
}

/** Filters outside of tables do not exist in this host: there is none, and none can be made. */
export class SheetAutoFilterObject extends ExcelObject {
  static override readonly wireName = 'AutoFilter';
  static override readonly scalars = ['Enabled', 'IsDataFiltered', 'Criteria'];
  get Enabled() { return false; }
  get IsDataFiltered() { return false; }
  get Criteria() { return []; }
  GetRangeOrNullObject() { return null; }
}

export class AutoFilterObject extends ExcelObject {
  static override readonly scalars = ['Enabled', 'IsDataFiltered', 'Criteria'];
  constructor(
    workspace: Workspace,
    readonly table: TableModel,
  ) {
    super(workspace);
  }
  get Enabled() { return this.table.showFilterButton; }
  get IsDataFiltered() { return this.table.filters.size > 0; }
  get Criteria() {
    return this.table.columns.map((_, index) => {
      const values = this.table.filters.get(index);
      return values ? { filterOn: 'Values', values: [...values] } : null;
    });
  }
  Apply(_range: unknown, columnIndex: unknown, criteria: unknown): void {
    applyCriteria(this.workspace, this.table, integerArgument(columnIndex, 'AutoFilter.apply', 0, this.table.columns.length - 1), criteria, 'AutoFilter.apply');
  }
  ClearCriteria(): void { clearTableFilters(this.workspace, this.table); }
  ClearColumnCriteria(columnIndex: unknown): void {
    filterColumn(this.workspace, this.table, integerArgument(columnIndex, 'AutoFilter.clearColumnCriteria', 0, this.table.columns.length - 1), undefined);
  }
  GetRange() { return new RangeObject(this.workspace, this.table.sheet, this.table.range); }
  GetRangeOrNullObject() { return this.table.showFilterButton ? this.GetRange() : null; }
}
