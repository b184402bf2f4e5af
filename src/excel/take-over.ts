import { messages, type Language } from '../i18n';
import { compareCopy, factCells, factsOfCells, sameRetro, type CopyComparison, type RetroFacts, type ReturnedCopy } from '../workbook/copies';
import { isNewRow, type Chosen } from '../workbook/copies/chosen';
import { planTaking, type CellTaken, type RowTaken, type Skipped, type Taking } from '../workbook/copies/take';
import { tableSheets } from '../workbook/copies/tables';
import { LAYOUT_VERSION, type ColumnPlan, type TableName } from '../workbook/plan';
import type { TableSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import { appendRows } from './apply/append';
import type { TablePlace } from './apply/placement';
import { writeValidations } from './apply/rules';
import { hasSideCells, writeFormulas } from './apply/table';
import { readWorkbook } from './read-workbook';
import { ExcelFailure, runExcel, type Outcome } from './run';
import type { LookRequest } from './track';
import { EDITS_AT_ONCE, lookAndWrite } from './track/look';
import { appendBase } from './track/write';
import { createWriter, type Writer } from './writer';

/** A copy against the open workbook. */
export type CopyCompared =
  | { readonly same: true; readonly comparison: CopyComparison; readonly language: Language }
  /** of another retro: nothing is compared */
  | { readonly same: false; readonly mine: RetroFacts; readonly theirs: RetroFacts };

export interface TakeOverRequest extends Pick<LookRequest, 'now' | 'today'> {
  readonly copy: ReturnedCopy;
  readonly chosen: readonly Chosen[];
  /** whose copy it is; written to the lines of the log */
  readonly from: string;
}

export interface TakenOver {
  /** keys of what stands in the workbook now */
  readonly taken: readonly string[];
  /** ids that the new rows got, by their key */
  readonly ids: ReadonlyMap<string, string>;
  readonly skipped: readonly Skipped[];
  /** what the copy still has otherwise */
  readonly left: CopyComparison;
}

/** Times the rest is planned anew because somebody sorted or typed while it was written. */
const ROUNDS = 6;
/** Rows added in one piece. */
const ROWS_AT_ONCE = 300;

/** Compares a returned copy with the open workbook; nothing is written. */
export function compareWithCopy({ copy, today }: Pick<TakeOverRequest, 'copy' | 'today'>): Promise<Outcome<CopyCompared>> {
  return runExcel(async (context) => {
    const snapshot = await readWorkbook(context, [], Object.values(factCells));
    const facts = factsOfCells(snapshot.cells);
    if (!sameRetro(facts, copy.facts)) return { same: false, mine: facts, theirs: copy.facts };
    return { same: true, comparison: compareCopy(snapshot, copy, { today }), language: snapshot.state?.language ?? 'zh-CN' };
  });
}

/**
 * Writes what was chosen of a copy into the open workbook, and nothing else: cells by the id of their row, new rows below the
 * last, changes of owner, deadline and status together with their lines of the log. Safe to run again after failing anywhere,
 * and twice. Fails with `read-only`, `protected`, `filtered` (rows would be added to a filtered table) or `unfinished` before anything is written.
 */
export function takeOver({ copy, chosen, from, now, today }: TakeOverRequest): Promise<Outcome<TakenOver>> {
  return runExcel(async (context) => {
    const read = (): Promise<WorkbookSnapshot> => readWorkbook(context, [], []);
    let snapshot = await read();
    const language = snapshot.state?.language ?? 'zh-CN';
    const plan = (): Taking => planTaking(snapshot, copy, chosen, { today, language });
    let taking = plan();
    refuse(snapshot, taking);

    const options = { now, today, origin: 'found-while-open', who: from, originOf: (action: string) => (taking.restored.has(action) ? ('copy' as const) : undefined) } as const;
    // Lines that a broken-off run owes are written with the cells that stand already.
    for (let at = 0; at < taking.tracked.length; at += EDITS_AT_ONCE) {
      await lookAndWrite(context, options, undefined, taking.tracked.slice(at, at + EDITS_AT_ONCE).map((edit) => ({ ...edit, origin: 'copy' as const })));
    }
    if (taking.tracked.length > 0) {
      snapshot = await read();
      taking = plan();
    }
    for (let round = 1; taking.cells.length + taking.rows.length + taking.remember.size > 0; round++) {
      if (round > ROUNDS) throw new ExcelFailure('busy');
      await writeRest(context, snapshot, taking, language);
      snapshot = await read();
      taking = plan();
    }
    const grown = new Set(chosen.flatMap((one) => (isNewRow(one) && taking.ids.has(one.key) ? [one.table] : [])));
    if (grown.size > 0) await complete(context, snapshot, grown, taking, language);
    // Words become days, actions that are back get their line.
    if (grown.has('tblAction')) {
      await lookAndWrite(context, options, undefined);
      snapshot = await read();
    }
    const missed = new Set(taking.skipped.map(({ key }) => key));
    return { taken: chosen.map(({ key }) => key).filter((key) => !missed.has(key)), ids: taking.ids, skipped: taking.skipped, left: compareCopy(snapshot, copy, { today }) };
  });
}

/** Says what stands in the way before anything is written. */
function refuse(snapshot: WorkbookSnapshot, { tracked, trackedLeft, cells, rows }: Taking): void {
  if (snapshot.readOnly) throw new ExcelFailure('read-only');
  if ((snapshot.state?.version ?? 0) > LAYOUT_VERSION) throw new ExcelFailure('newer-version');
  if (snapshot.state?.complete === false && snapshot.state.adding === undefined) throw new ExcelFailure('unfinished');
  const isProtected = (table: TableName): string | undefined => snapshot.sheets.find(({ name, isProtected: closed }) => closed && name === snapshot.tables.get(table)?.sheet)?.name;
  const touched = new Set<TableName>([...cells, ...rows].map(({ table }) => table));
  if (trackedLeft > 0) touched.add('tblAction');
  // The log may come with its first line, and then a formula into every action.
  if (tracked.length > 0 && snapshot.tables.has('tblChange')) touched.add('tblChange');
  for (const table of touched) {
    const sheet = isProtected(table);
    if (sheet !== undefined) throw new ExcelFailure('protected', sheet);
  }
  for (const table of new Set<TableName>([...rows.map((row) => row.table), ...(trackedLeft > 0 ? ['tblChange' as const] : [])])) {
    const existing = snapshot.tables.get(table);
    if (existing?.filtered === true) throw new ExcelFailure('filtered', existing.sheet);
  }
}

/** A write with what shows, once the batch has run, whether it met the row it was meant for. */
interface Written {
  readonly table: TableName;
  readonly met: () => boolean;
  readonly undo: () => void;
  /** of a row */
  readonly remember?: RowTaken['remember'];
}

/** Cells and rows in bounded batches; what met another row, because somebody sorted in between, is taken back. */
async function writeRest(context: Excel.RequestContext, snapshot: WorkbookSnapshot, taking: Taking, language: Language): Promise<void> {
  const writer = createWriter(context);
  const { workbook } = context;
  const tables = new Map([...new Set([...taking.cells, ...taking.rows].map(({ table }) => table))].map((table) => [table, { snapshot: tableOf(snapshot, table), places: taking.places.get(table) ?? new Map<string, number>(), header: workbook.tables.getItem(table).getHeaderRowRange().load('values') }]));
  await writer.queued(2 * tables.size);
  const written: Written[] = [];
  for (const cell of taking.cells) {
    const at = tables.get(cell.table);
    if (at !== undefined) written.push(await writeCell(writer, at.snapshot, at.places, cell));
  }
  const sheets = tableSheets(language, new Set(snapshot.tables.keys()));
  for (const row of taking.rows) {
    const [at, plan] = [tables.get(row.table), sheets.get(row.table)?.table];
    if (row.into !== undefined && at !== undefined && plan !== undefined) written.push(await fillRow(writer, at.snapshot, at.places, plan.columns, row, row.into));
  }
  await writer.flush();
  const moved = new Set([...tables].filter(([, { snapshot: { headers }, header }]) => ((header.values as unknown[][])[0] ?? []).some((name, at) => String(name) !== headers[at])).map(([table]) => table));
  const undone = new Set(written.filter((one) => moved.has(one.table) || !one.met()));
  await writer.queued(4 * undone.size);
  for (const one of undone) one.undo();
  const lines = new Map([...taking.remember, ...written.flatMap((one) => (undone.has(one) ? [] : [...(one.remember ?? [])]))]);
  // Rows at the end of a table are nobody else's, wherever they come to stand; but its columns must be where they were.
  for (const [table, { snapshot: existing, places: index }] of tables) {
    const [added, sheet] = [taking.rows.filter((row) => row.table === table && row.into === undefined), sheets.get(table)];
    if (moved.has(table) || sheet === undefined) continue;
    const at = { index, width: existing.headers.length, contentBelow: existing.contentBelow, sideCells: hasSideCells(sheet, sheet.table) };
    for (let from = 0; from < added.length; from += ROWS_AT_ONCE) {
      const part = added.slice(from, from + ROWS_AT_ONCE);
      await appendRows(writer, workbook.worksheets.getItem(existing.sheet), workbook.tables.getItem(table), sheet.table.columns, at, part.map(({ plan }) => plan));
      for (const line of part.flatMap((row) => [...row.remember])) lines.set(...line);
    }
  }
  // Without the hidden copy rows are known again by what they say.
  if (snapshot.baseTable !== undefined && lines.size > 0) await appendBase(writer, lines);
  await writer.flush();
}

type Places = ReadonlyMap<string, number>;

async function writeCell(writer: Writer, table: TableSnapshot, places: Places, { table: name, id, row, column, value, numberFormat }: CellTaken): Promise<Written> {
  const sheet = writer.context.workbook.worksheets.getItem(table.sheet);
  const at = (key: string): Excel.Range => sheet.getCell(table.row + 1 + row, table.column + (places.get(key) ?? 0));
  await writer.queued(10 + Math.ceil((3 * String(value).length) / 130));
  const owner = at('id').load('values');
  const before = at(column).load('formulas,numberFormat');
  const cell = at(column);
  if (numberFormat !== undefined) cell.numberFormat = [[numberFormat]];
  cell.values = [[value]];
  const seen = String(table.rows[row]?.[places.get(column) ?? -1] ?? '');
  return {
    table: name,
    // What somebody typed into this very cell in the meantime counts too.
    met: () => String((owner.values as unknown[][])[0]?.[0] ?? '').trim() === id && (before.formulas as unknown[][]).flat().every((now) => isFormula(now) || String(now) === seen),
    undo: () => restore(cell, before),
  };
}

/** Writes a row into one that has nothing but formulas; its values in one go, so that no half of it can stand. */
async function fillRow(writer: Writer, table: TableSnapshot, places: Places, columns: readonly ColumnPlan[], { table: name, plan, remember }: RowTaken, row: number): Promise<Written> {
  const sheet = writer.context.workbook.worksheets.getItem(table.sheet);
  const range = (): Excel.Range => sheet.getRangeByIndexes(table.row + 1 + row, table.column, 1, table.headers.length);
  await writer.queued(10 + Math.ceil((3 * JSON.stringify(plan.values).length) / 130) + table.headers.length);
  const filled = new Map(columns.flatMap((column) => (column.role === 'formula' || !places.has(column.key) ? [] : [[places.get(column.key), column] as const])));
  const line = <T>(value: (column: ColumnPlan) => T, other: T): T[][] => [table.headers.map((_, at) => {
    const column = filled.get(at);
    return column === undefined ? other : value(column);
  })];
  const before = range().load('formulas,numberFormat');
  const target = range();
  target.numberFormat = line<string | null>((column) => plan.formats?.[column.key] ?? column.numberFormat, null) as string[][];
  target.values = line<string | number | null>((column) => (column.key === 'id' ? plan.id : (plan.values[column.key] ?? null)), null);
  return { table: name, met: () => (before.formulas as unknown[][]).flat().every((now, at) => !filled.has(at) || now === ''), undo: () => restore(target, before), remember };
}

const isFormula = (content: unknown): boolean => typeof content === 'string' && content.startsWith('=');

function restore(range: Excel.Range, before: Excel.Range): void {
  range.numberFormat = before.numberFormat as string[][];
  range.formulas = before.formulas as string[][];
}

/** Formulas and dropdowns for the rows that came. */
async function complete(context: Excel.RequestContext, snapshot: WorkbookSnapshot, grown: ReadonlySet<TableName>, taking: Taking, language: Language): Promise<void> {
  const writer = createWriter(context);
  const sheets = tableSheets(language, new Set(snapshot.tables.keys()));
  for (const name of grown) {
    const [table, plan] = [tableOf(snapshot, name), sheets.get(name)?.table];
    // Excel fills calculated columns by itself; a formula that speaks of a column somebody renamed would be refused.
    if (plan === undefined || !plan.columns.every(({ header }) => table.headers.includes(header))) continue;
    const sheet = context.workbook.worksheets.getItem(table.sheet);
    const place: TablePlace = { name, sheet: table.sheet, row: table.row, column: table.column, rowCount: table.rows.length, width: table.headers.length, index: taking.places.get(name) ?? new Map() };
    await writeFormulas(writer, sheet, plan, place);
    await writeValidations(writer, sheet, plan, place, messages[language].workbook);
  }
  await writer.flush();
}

function tableOf(snapshot: WorkbookSnapshot, name: TableName): TableSnapshot {
  const table = snapshot.tables.get(name);
  if (table === undefined) throw new ExcelFailure('sheet-gone');
  return table;
}
