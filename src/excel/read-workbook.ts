import { LIST_CAPACITY, ruleListNames, type PlanValue, type SheetKey, type SheetPlan, type TableName } from '../workbook/plan';
import { readBodies } from './pieces';
import { readBase } from '../workbook/base-copy';
import { sheetOfTable, type NamedCellSnapshot, type StoredState, type TableSnapshot, type WorkbookSnapshot } from '../workbook/snapshot';

/** Key of the add-in's setting. */
export const SETTING = 'retro';
export const BASE_TABLE = 'tblBase';

/** Rows under a table that are looked at for content of people. */
const ROWS_LOOKED_AT = 1000;

type Grid = (string | number | boolean)[][];

/**
 * Reads what the workbook holds of a retro, in two round trips: what exists, then the content of what exists.
 * `sheets` are the planned ones: a sheet of the same name is looked at to tell a half-built one from a person's own.
 */
export async function readWorkbook(context: Excel.RequestContext, sheets: readonly Pick<SheetPlan, 'name'>[], namedCells: readonly string[]): Promise<WorkbookSnapshot> {
  const { workbook } = context;
  workbook.load('readOnly');
  const worksheets = workbook.worksheets.load('items/name,items/visibility');
  const tables = workbook.tables.load('items/name');
  const names = workbook.names.load('items/name,items/formula');
  const setting = workbook.settings.getItemOrNullObject(SETTING).load('value');
  await context.sync();

  const state = setting.isNullObject ? undefined : parseState(setting.value);
  const wantedOfUsed = state?.complete === false ? 'address,values,rowIndex,columnIndex' : 'address';
  const ours = [...Object.keys(sheetOfTable), BASE_TABLE];
  const wanted = new Set(sheets.map((sheet) => sheet.name));
  /** Everything of the second round trip; a workbook too large for one answer gives its tables in pieces afterwards. */
  const load = (bodies: 'with bodies' | 'in pieces') => {
    const reads = tables.items.filter((table) => ours.includes(table.name)).map((table) => ({
      name: table.name as TableName | typeof BASE_TABLE,
      sheet: table.worksheet.load('name'),
      header: table.getHeaderRowRange().load('values,rowIndex,columnIndex'),
      table,
      body: bodies === 'with bodies' ? table.getDataBodyRange().load('values') : undefined,
      whole: table.getRange().load('rowCount'),
      below: table.getRange().getRowsBelow(ROWS_LOOKED_AT).getUsedRangeOrNullObject(true).load('address'),
      filter: table.autoFilter.load('isDataFiltered'),
    }));
    const sheetReads = worksheets.items.map((sheet) => ({
      sheet,
      tables: sheet.tables.load('items/name'),
      protection: sheet.protection.load('protected'),
      ...(wanted.has(sheet.name) || worksheets.items.length === 1
        ? { mark: sheet.getRange('A2').load('values'), used: sheet.getUsedRangeOrNullObject(true).load(wantedOfUsed), charts: sheet.charts.load('items/name') }
        : {}),
    }));
    const cellReads = names.items.filter((name) => namedCells.includes(name.name) && !String(name.formula).includes('#REF!')).map((name) => {
      const range = name.getRangeOrNullObject();
      return { name: name.name, range: range.load('values,rowIndex,columnIndex'), sheet: range.worksheet.load('name') };
    });
    // A list's name grows with it; its lines are read from its first cell on, as far as a list may grow.
    const listReads = (['lstOwner', ...ruleListNames] as const).flatMap((name) => {
      const place = firstCellOf(names.items.find((item) => item.name === name)?.formula);
      const sheet = worksheets.items.find((item) => item.name === place?.sheet);
      return place === undefined || sheet === undefined ? [] : [{ name, range: sheet.getRange(`${place.column}${place.row}:${place.column}${place.row + LIST_CAPACITY - 1}`).load('values') }];
    });
    return { reads, sheetReads, cellReads, listReads };
  };
  let loaded = load('with bodies');
  let bodies = new Map<string, Grid>();
  try {
    await context.sync();
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'ResponsePayloadSizeLimitExceeded') throw error;
    loaded = load('in pieces');
    await context.sync();
    bodies = await readBodies(context, loaded.reads.map(({ name, table, whole }) => ({ name, table, rowCount: whole.rowCount - 1 })));
  }
  const { reads, sheetReads, cellReads, listReads } = loaded;

  const snapshots = reads.map((read): TableSnapshot => ({
    name: read.name, sheet: read.sheet.name, row: read.header.rowIndex, column: read.header.columnIndex,
    headers: (read.header.values as Grid)[0]?.map(String) ?? [], rows: read.body === undefined ? (bodies.get(read.name) ?? []) : (read.body.values as Grid), filtered: read.filter.isDataFiltered,
    contentBelow: !read.below.isNullObject,
  }));
  const base = snapshots.find((table) => table.name === BASE_TABLE);
  return {
    readOnly: workbook.readOnly,
    sheets: sheetReads.map(({ sheet, tables: own, protection, mark, used, charts }) => ({
      name: sheet.name, visible: sheet.visibility === 'Visible', tables: own.items.map((table) => table.name), isProtected: protection.protected,
      charts: charts?.items.map((chart) => chart.name) ?? [], mark: String((mark?.values as Grid | undefined)?.[0]?.[0] ?? ''),
      ...(state?.complete === false && used?.isNullObject === false ? { content: { row: used.rowIndex, column: used.columnIndex, values: used.values as Grid } } : {}),
      empty: used?.isNullObject === true && own.items.length === 0 && (charts?.items.length ?? 0) === 0,
    })),
    tables: new Map(snapshots.flatMap((table) => (table.name === BASE_TABLE ? [] : [[table.name, table]]))),
    names: new Map(names.items.map((name) => [name.name, String(name.formula)])),
    cells: new Map(cellReads.filter(({ range }) => !range.isNullObject).map(({ name, range, sheet }): [string, NamedCellSnapshot] => [name, { sheet: sheet.name, row: range.rowIndex, column: range.columnIndex, value: cellValue((range.values as Grid)[0]?.[0]) }])),
    lists: new Map(listReads.map(({ name, range }): [string, string[]] => [name, (range.values as Grid).map(([value]) => String(value ?? ''))])),
    base: readBase(base?.rows),
    baseTable: base,
    state,
    tableNames: new Set(tables.items.map((table) => table.name)),
  };
}

/** Where a list begins, by the formula of its name: `='配置'!$X$5:INDEX(…)`. Undefined for anything else, e.g. `#REF!`. */
export function firstCellOf(formula: unknown): { readonly sheet: string; readonly column: string; readonly row: number } | undefined {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!:()]+))!\$([A-Z]{1,3})\$(\d{1,7})/.exec(String(formula ?? ''));
  return match === null ? undefined : { sheet: (match[1] ?? match[2] ?? '').replaceAll("''", "'"), column: match[3] ?? '', row: Number(match[4]) };
}

const cellValue = (value: string | number | boolean | undefined): PlanValue => (value === undefined || value === '' ? null : typeof value === 'boolean' ? String(value) : value);

export function parseState(value: unknown): StoredState | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { version, language, complete, adding } = value as Partial<Record<keyof StoredState, unknown>>;
  if (typeof version !== 'number') return undefined;
  return { version, language: language === 'en-US' ? 'en-US' : 'zh-CN', complete: complete === true, ...(Array.isArray(adding) ? { adding: (adding as unknown[]).filter((key): key is SheetKey => typeof key === 'string') } : {}) };
}
