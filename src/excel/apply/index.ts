import { messages } from '../../i18n';
import { conflictLines, openConflicts, settledConflicts, type OpenConflict } from '../../workbook/conflicts';
import { freshBase, mergeTable, sameValue, type CellWrite, type MergeConflict, type TableMerge } from '../../workbook/merge';
import { withHeaders } from '../../workbook/headers';
import { LAYOUT_VERSION, linkName, MARK_ROW, markOf, type PlanValue, type SheetKey, type SheetPlan, type WorkbookPlan } from '../../workbook/plan';
import type { BaseRow, WorkbookSnapshot } from '../../workbook/snapshot';
import { baseKey } from '../../workbook/snapshot';
import { SETTING } from '../read-workbook';
import { ExcelFailure } from '../run';
import { createWriter } from '../writer';
import { baseLine, writeBase, type BaseLine } from './base';
import { listFormula, writeCell, writeCells } from './cells';
import { redrawChart, writeChart } from './chart';
import { addOwners } from './owners';
import { restoreCells } from './restore';
import { writePage } from './page';
import { columnLetters, placeSheets, quoteSheet, type Placement, type TablePlace } from './placement';
import { writeRules, writeValidations } from './rules';
import { createTable, updateTable, writeFormulas, writeLook } from './table';

export type ApplyStep = 'sheets' | 'tables' | 'formats' | 'checking';

export interface ApplyResult {
  readonly sheets: readonly { readonly key: string; readonly name: string }[];
  /** cells that this run found changed by a person and seen differently by the data */
  readonly conflicts: readonly MergeConflict[];
  /** those and the earlier ones that nobody has decided about */
  readonly openConflicts: readonly OpenConflict[];
  /** formula cells that show an error, `'2 对比结果'!I5 #NAME?` */
  readonly errorCells: readonly string[];
}

/** What the look at the action table adds to a run (DESIGN rule 8). */
export interface TrackedWrites {
  /** ids and dates put right in rows that stand already; the snapshot given to the run has them */
  readonly writes: readonly CellWrite[];
  /** rows of the base copy, by their key */
  readonly remember: ReadonlyMap<string, BaseRow>;
  /** the plan is not the whole workbook: these sheets are added to a finished one */
  readonly adding?: readonly SheetKey[];
}

/** Table key of the named cells of cover and 配置 in the base copy. */
const CELLS = 'cells';

/**
 * Makes the workbook match the plan (DESIGN rule 2): what is there is updated in place, what is missing is added, nothing
 * is deleted and made again. Doing it twice changes nothing; doing it after a failure at any point completes it.
 * A fixed, small number of round trips, each of bounded size.
 */
export async function applyPlan(context: Excel.RequestContext, planned: WorkbookPlan, snapshot: WorkbookSnapshot, onStep: (step: ApplyStep) => void, signal?: AbortSignal, tracked?: TrackedWrites): Promise<ApplyResult> {
  const plan = withHeaders(planned, snapshot);
  const words = messages[plan.language].workbook;
  const { workbook } = context;
  if (snapshot.readOnly) throw new ExcelFailure('read-only');
  if ((snapshot.state?.version ?? 0) > LAYOUT_VERSION) throw new ExcelFailure('newer-version');
  const placements = placeSheets(plan, snapshot);
  const merges = mergeAll(plan, snapshot, tracked);
  const conflicts = [...merges.values()].flatMap((merge) => merge.conflicts);
  const complete = snapshot.state?.complete === true;
  const building = (placement: Placement): boolean => !complete || placement.how !== 'exists';
  // Formulas that speak of a table which comes now could not be written before, or hold #REF! since somebody deleted it.
  const arriving = complete ? placements.flatMap(({ how, plan: { table } }) => (how === 'exists' || table === undefined ? [] : [table.name])) : [];
  const speaksOf = (formula: string | undefined): boolean => formula !== undefined && arriving.some((name) => formula.includes(`${name}[`));
  refuseObstacles(placements, merges, snapshot, speaksOf);
  const writer = createWriter(context);
  const stop = (): void => signal?.throwIfAborted();

  onStep('sheets');
  workbook.application.suspendApiCalculationUntilNextSync();
  workbook.settings.add(SETTING, { version: LAYOUT_VERSION, language: plan.language, complete: false, ...(tracked?.adding === undefined ? {} : { adding: tracked.adding }) });
  const baseSheet = snapshot.sheets.find((sheet) => sheet.name === words.sheets.base);
  const sheets = new Map<Placement, Excel.Worksheet>();
  for (const placement of placements) {
    await writer.queued(5);
    const sheet = placement.how === 'add' ? workbook.worksheets.add(placement.name) : workbook.worksheets.getItem(placement.from ?? placement.name);
    if (placement.how === 'rename') sheet.name = placement.name;
    if (placement.position !== undefined) sheet.position = placement.position;
    if (placement.how !== 'exists') sheet.getCell(MARK_ROW, 0).values = [[markOf(placement.plan)]];
    if (building(placement)) {
      sheet.tabColor = placement.plan.tabColor;
      sheet.showGridlines = false;
    }
    sheets.set(placement, sheet);
  }
  // Before the rows themselves, so that a run that breaks off here still knows which id is whose.
  const baseTable = await writeBase(writer, workbook.worksheets, baseLines('new'), snapshot.baseTable, words.sheets.base, { exists: baseSheet !== undefined, tables: baseSheet?.tables ?? [] }, words);
  const places = new Map<string, TablePlace>();
  for (const [placement, sheet] of sheets) {
    const { table } = placement.plan;
    if (table === undefined) continue;
    const existing = snapshot.tables.get(table.name);
    const merge = merges.get(table.name);
    places.set(table.name, existing && merge ? await updateTable(writer, sheet, existing, placement.plan, table, merge) : await createTable(writer, sheet, placement, table));
  }
  addNames();
  await writer.flush();
  stop();

  onStep('tables');
  workbook.application.suspendApiCalculationUntilNextSync();
  // A named cell with content stays as it is while its sheet is completed.
  const kept = new Set([...snapshot.cells].filter(([, cell]) => cell.value !== null).map(([name]) => name));
  for (const [placement, sheet] of sheets) {
    if (building(placement)) await writeCells(writer, sheet, placement.plan, words, kept, placement.snapshot?.content);
    const place = tablePlace(placement);
    const { table } = placement.plan;
    if (place === undefined || table === undefined) continue;
    const grown = (merges.get(table.name)?.appended.length ?? 0) > 0;
    if (building(placement) || grown) await writeFormulas(writer, sheet, table, place);
    else if (arriving.length > 0) await writeFormulas(writer, sheet, table, place, speaksOf);
  }
  await addOwners(writer, snapshot, merges.get('tblAction'));
  await updateNamedCells();
  if (complete) await writeArrivals();
  if (arriving.length > 0) await restoreCells(writer, [...sheets].filter(([placement]) => !building(placement)), speaksOf);
  await writer.flush();
  stop();

  onStep('formats');
  for (const [placement, sheet] of sheets) {
    const place = tablePlace(placement);
    const { table, chart } = placement.plan;
    if (table !== undefined && place !== undefined) {
      const grown = (merges.get(table.name)?.appended.length ?? 0) > 0;
      if (building(placement)) {
        await writeLook(writer, sheet, placement.plan, table, place);
        await writeRules(writer, sheet, table, place);
      }
      if (building(placement) || grown) await writeValidations(writer, sheet, table, place, words);
    }
    const chartPlace = chart?.source.kind === 'table' ? places.get(chart.source.table) : undefined;
    const source = chartPlace === undefined ? sheet : sheetOf(chartPlace);
    if (!building(placement)) {
      const grown = table !== undefined && (merges.get(table.name)?.appended.length ?? 0) > 0;
      if (chart !== undefined && grown && placement.snapshot?.charts.includes(chart.name) === true) await redrawChart(writer, sheet, chart, source, chartPlace);
      continue;
    }
    await writer.queued(14);
    writePage(sheet, placement.plan, words);
    if (chart !== undefined) await writeChart(writer, sheet, chart, source, chartPlace, placement.snapshot?.charts ?? [], placement.name);
  }
  await writer.flush();
  stop();

  onStep('checking');
  await writeBase(writer, workbook.worksheets, baseLines('all'), baseTable, words.sheets.base, { exists: true, tables: [] }, words);
  workbook.settings.add(SETTING, { version: LAYOUT_VERSION, language: plan.language, complete: true });
  if (!complete) sheetByKey('cover')?.activate();
  const checks = [...places.values()].map((place) => ({ place, body: sheetOf(place).getRangeByIndexes(place.row + 1, place.column, place.rowCount, place.width).load('values') }));
  const cover = sheetByKey('cover')?.getUsedRange(true).load('values');
  await context.sync();

  return {
    sheets: placements.map((placement) => ({ key: placement.plan.key, name: placement.name })),
    conflicts,
    openConflicts: openConflicts({ tables: snapshot.tables, base: baseAfter('all') }, plan),
    errorCells: [
      ...checks.flatMap(({ place, body }) => errorsIn(body.values as unknown[][], place.sheet, place.row + 1, place.column)),
      ...errorsIn((cover?.values ?? []) as unknown[][], words.sheets.cover, 0, 0),
    ],
  };

  function tablePlace(placement: Placement): TablePlace | undefined {
    return placement.plan.table === undefined ? undefined : places.get(placement.plan.table.name);
  }
  function sheetByKey(key: SheetPlan['key']): Excel.Worksheet | undefined {
    return [...sheets].find(([placement]) => placement.plan.key === key)?.[1];
  }
  function sheetOf(place: TablePlace): Excel.Worksheet {
    return workbook.worksheets.getItem(place.sheet);
  }

  /** Defined names: named cells, lists, and one link target a sheet. Existing ones are people's. */
  function addNames(): void {
    const add = (name: string, formula: string): void => {
      const known = snapshot.names.get(name);
      if (known === undefined) workbook.names.add(name, formula);
      // Its sheet was deleted and is made again.
      else if (known.includes('#REF!')) workbook.names.getItem(name).formula = formula;
    };
    for (const placement of placements) {
      const sheet = quoteSheet(placement.name);
      add(linkName(placement.plan.key), `=${sheet}!$A$1`);
      for (const cell of placement.plan.cells) if (cell.name !== undefined) add(cell.name, `=${sheet}!$${columnLetters(cell.column)}$${cell.row + 1}`);
      const { chart } = placement.plan;
      if (chart !== undefined) add(chart.name, `=${sheet}!$${columnLetters(chart.from.column)}$${chart.from.row + 1}`);
      for (const list of placement.plan.lists ?? []) add(list.name, listFormula(placement.name, list));
    }
  }

  /** Facts on the cover follow the data while nobody touched them (given cells). */
  async function updateNamedCells(): Promise<void> {
    for (const { name, value } of namedValues()) {
      const now = snapshot.cells.get(name);
      if (now === undefined || value === null || sameValue(now.value, value)) continue;
      const before = snapshot.base.get(baseKey(CELLS, name))?.values['value'];
      if (before === undefined ? now.value !== null : !sameValue(now.value, before)) continue;
      await writer.queued(4);
      workbook.names.getItem(name).getRange().values = [[value]];
    }
  }

  /** A sheet that came later gets its link and its counts on the sheets that speak of it, wherever people moved that line. */
  async function writeArrivals(): Promise<void> {
    const arrived = new Set(placements.filter(building).map((placement) => placement.plan.key));
    for (const [placement, sheet] of sheets) {
      if (building(placement)) continue;
      for (const cell of placement.plan.cells) {
        if (cell.about === undefined || !arrived.has(cell.about)) continue;
        const anchor = placement.plan.cells.find((other) => other.about === cell.about && other.name !== undefined);
        const now = anchor?.name === undefined ? undefined : snapshot.cells.get(anchor.name);
        if (anchor === undefined || now === undefined) continue;
        await writeCell(writer, sheet, { ...cell, row: now.row + cell.row - anchor.row, column: now.column + cell.column - anchor.column }, words, new Set());
      }
    }
  }

  function namedValues(): { name: string; value: PlanValue }[] {
    return plan.sheets.flatMap((sheet) => sheet.cells.flatMap((cell) => (cell.name === undefined ? [] : [{ name: cell.name, value: cell.value ?? null }])));
  }

  /** The base copy to write: `new` adds the rows it does not know yet, `all` is the copy as it is after this run. */
  function baseLines(which: 'new' | 'all'): BaseLine[] {
    return [...baseAfter(which)].map(([key, row]) => baseLine(key, row));
  }

  function baseAfter(which: 'new' | 'all'): Map<string, BaseRow> {
    const rows = new Map(snapshot.base);
    const put = (table: string, id: string, row: BaseRow): void => {
      const key = baseKey(table, id);
      if (which === 'all' || !rows.has(key)) rows.set(key, row);
    };
    for (const { table } of plan.sheets) {
      if (table === undefined) continue;
      for (const [id, row] of merges.get(table.name)?.base ?? freshBase(table)) put(table.name, id, row);
    }
    for (const { name, value } of namedValues()) put(CELLS, name, { naturalKey: name, values: { value } });
    if (which === 'new') return rows;
    for (const [key, row] of tracked?.remember ?? []) rows.set(key, row);
    for (const [key, row] of conflictLines(conflicts, plan)) rows.set(key, row);
    for (const key of settledConflicts({ tables: snapshot.tables, base: rows }, plan)) rows.delete(key);
    return rows;
  }
}

function mergeAll(plan: WorkbookPlan, snapshot: WorkbookSnapshot, tracked: TrackedWrites | undefined): Map<string, TableMerge> {
  const merges = new Map<string, TableMerge>();
  for (const { table } of plan.sheets) {
    const existing = table && snapshot.tables.get(table.name);
    if (table === undefined || existing === undefined) continue;
    const merge = mergeTable(table, existing, snapshot.base, snapshot.state?.complete !== true);
    merges.set(table.name, table.name === 'tblAction' && tracked !== undefined ? { ...merge, writes: [...tracked.writes, ...merge.writes] } : merge);
  }
  return merges;
}

/** Says what stands in the way before anything is written: nothing is left half done for a reason known beforehand. */
function refuseObstacles(placements: readonly Placement[], merges: ReadonlyMap<string, TableMerge>, snapshot: WorkbookSnapshot, speaksOf: (formula: string | undefined) => boolean): void {
  for (const placement of placements) {
    const name = placement.plan.table?.name;
    const merge = name === undefined ? undefined : merges.get(name);
    const writesRows = merge !== undefined && (merge.writes.length > 0 || merge.appended.length > 0 || placement.plan.table?.columns.some((column) => speaksOf(column.formula)) === true);
    const building = snapshot.state?.complete !== true;
    const arrivals = placement.plan.cells.some((cell) => cell.about !== undefined && placements.some((other) => other.plan.key === cell.about && other.how !== 'exists'));
    if (placement.snapshot?.isProtected === true && (writesRows || building || arrivals)) throw new ExcelFailure('protected', placement.name);
    if (name !== undefined && writesRows && snapshot.tables.get(name)?.filtered === true) throw new ExcelFailure('filtered', placement.name);
  }
}

function errorsIn(values: readonly (readonly unknown[])[], sheet: string, row: number, column: number): string[] {
  return values.flatMap((line, y) => line.flatMap((value, x) => (typeof value === 'string' && /^#(NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NUM!|NULL!|SPILL!|CALC!)$/.test(value) ? [`${quoteSheet(sheet)}!${columnLetters(column + x)}${row + y + 1} ${value}`] : [])));
}
