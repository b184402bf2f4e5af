import { messages } from '../i18n';
import { formatId, type IdPrefix } from '../retro/ids';
import { idMemory, mergeTable } from '../workbook/merge';
import type { SheetPlan, TableName } from '../workbook/plan';
import { columnPlaces } from '../workbook/rows';
import { withHeaders } from '../workbook/headers';
import { actionSheet } from '../workbook/sheets/action';
import { changeSheet } from '../workbook/sheets/change';
import { lessonSheet } from '../workbook/sheets/lesson';
import { updateTable, writeFormulas } from './apply/table';
import { writeValidations } from './apply/rules';
import { readWorkbook } from './read-workbook';
import { ExcelFailure, runExcel, type Outcome } from './run';
import { createWriter } from './writer';

/** Which row is meant: by its id wherever it was moved; a row without id by its place. */
export interface RowPlace {
  readonly table: TableName;
  readonly id: string;
  /** 0-based among the data rows, when it was read */
  readonly index: number;
}

/** A row as the sheet shows it. */
export interface RowView extends RowPlace {
  /** text of each cell as displayed, by column key */
  readonly cells: Readonly<Record<string, string>>;
  /** headers as they stand in the sheet, by column key */
  readonly headers: Readonly<Record<string, string>>;
}

export interface RowEdit extends RowPlace {
  /** new texts by column key; '' empties the cell */
  readonly values: Readonly<Record<string, string>>;
  /** what the person saw in these cells when she began: a cell that somebody changed since is not written over */
  readonly seen: Readonly<Record<string, string>>;
}

/** Either the row was written, or somebody changed one of its cells meanwhile: then nothing was written and the row is as it is now. */
export type RowSaved = { readonly saved: true; readonly row: RowView } | { readonly saved: false; readonly row: RowView; readonly changed: readonly string[] };

interface Found {
  readonly sheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly places: ReadonlyMap<string, number>;
  readonly view: RowView;
}

/** Reads one row. Fails with `sheet-gone` without its table, `row-gone` when nobody has the id any more. */
export function readRow(place: RowPlace): Promise<Outcome<RowView>> {
  return runExcel(async (context) => (await find(context, place)).view);
}

/** Selects a cell of a row. */
export function goToRow(place: RowPlace, column: string): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    const { sheet, row, column: first, places } = await find(context, place);
    sheet.activate();
    sheet.getCell(row, first + (places.get(column) ?? 0)).select();
    await context.sync();
  });
}

/** Writes texts into a row, as text whatever they begin with (DESIGN rule 9). Only the cells named, nothing else of the row. */
export function saveRow(edit: RowEdit): Promise<Outcome<RowSaved>> {
  return runExcel(async (context) => {
    const { sheet, row, column, places, view } = await find(context, edit);
    const changed = Object.keys(edit.values).filter((key) => view.cells[key] !== edit.values[key] && (view.cells[key] ?? '') !== (edit.seen[key] ?? ''));
    if (changed.length > 0) return { saved: false, row: view, changed };
    for (const [key, value] of Object.entries(edit.values)) {
      const at = places.get(key);
      if (at === undefined || view.cells[key] === value) continue;
      const cell = sheet.getCell(row, column + at);
      cell.numberFormat = [['@']];
      cell.values = [[value]];
    }
    await context.sync();
    return { saved: true, row: { ...view, cells: { ...view.cells, ...edit.values } } };
  });
}

/** Tables that the pane adds rows to, with the sheet they belong to. */
export type GrowingTable = 'tblLesson' | 'tblAction';
const sheetFor: Readonly<Record<GrowingTable, (language: 'zh-CN' | 'en-US', logged: boolean) => SheetPlan>> = {
  tblLesson: (language) => lessonSheet(language),
  tblAction: (language, logged) => actionSheet([], language, logged),
};

/** Adds a row with the next free id: into the first empty row, else below the last. Fails with `filtered`, `protected` or `read-only`; then nothing is written. */
export function addRow(table: GrowingTable, values: Readonly<Record<string, string>>): Promise<Outcome<RowView>> {
  return runExcel(async (context) => {
    const snapshot = await readWorkbook(context, [], []);
    const existing = snapshot.tables.get(table);
    if (snapshot.readOnly) throw new ExcelFailure('read-only');
    if (existing === undefined) throw new ExcelFailure('sheet-gone');
    if (existing.filtered) throw new ExcelFailure('filtered', existing.sheet);
    if (snapshot.sheets.find((sheet) => sheet.name === existing.sheet)?.isProtected === true) throw new ExcelFailure('protected', existing.sheet);
    const language = snapshot.state?.language ?? 'zh-CN';
    const [sheetPlan = sheetFor[table](language, false)] = withHeaders({ language, title: '', sheets: [sheetFor[table](language, snapshot.tables.has('tblChange')), ...(snapshot.tables.has('tblChange') ? [changeSheet([], language)] : [])] }, snapshot).sheets;
    const empty = sheetPlan.table;
    if (empty === undefined) throw new ExcelFailure('sheet-gone');
    const prefix = empty.idPrefix as IdPrefix;
    const id = formatId(prefix, (idMemory(snapshot)[prefix]?.highest ?? 0) + 1);
    const plan = { ...empty, rows: [{ id, naturalKey: `pane:${id}`, values }] };
    const merge = mergeTable(plan, existing, snapshot.base);
    const writer = createWriter(context);
    const sheet = context.workbook.worksheets.getItem(existing.sheet);
    const place = await updateTable(writer, sheet, existing, sheetPlan, plan, merge);
    if (merge.appended.length > 0) {
      await writeFormulas(writer, sheet, plan, place);
      await writeValidations(writer, sheet, plan, place, messages[language].workbook);
    }
    await context.sync();
    return (await find(context, { table, id, index: -1 })).view;
  });
}

async function find(context: Excel.RequestContext, { table: name, id, index }: RowPlace): Promise<Found> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  const header = table.getHeaderRowRange().load('values,rowIndex,columnIndex');
  const body = table.getDataBodyRange().load('text');
  const sheet = table.worksheet.load('name');
  await context.sync();
  if (table.isNullObject) throw new ExcelFailure('sheet-gone');
  const headers = ((header.values as unknown[][])[0] ?? []).map(String);
  const places = columnPlaces({ name, sheet: sheet.name, row: header.rowIndex, column: header.columnIndex, headers, rows: [], filtered: false, contentBelow: false });
  const rows = body.text as string[][];
  const at = id === '' ? index : rows.findIndex((row) => row[places.get('id') ?? 0]?.trim() === id);
  const found = rows[at];
  if (found === undefined) throw new ExcelFailure('row-gone', sheet.name);
  const cells = Object.fromEntries([...places].map(([key, place]) => [key, found[place] ?? '']));
  return {
    sheet, row: header.rowIndex + 1 + at, column: header.columnIndex, places,
    view: { table: name, id, index: at, cells, headers: Object.fromEntries([...places].map(([key, place]) => [key, headers[place] ?? ''])) },
  };
}

