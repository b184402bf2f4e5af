import type { Language } from '../../i18n';
import { isDate, toSerial } from '../../retro/dates';
import type { ChangeEntry, TrackedField } from '../../retro/tracking';
import type { TrackedValues } from '../../retro/tracking-log';
import { DATE_FORMAT } from '../../workbook/number-formats';
import { changeColumns, changeRow } from '../../workbook/sheets/change';
import { baseKey, type BaseRow } from '../../workbook/snapshot';
import { TRACK, trackRow, type Look } from '../../workbook/tracking';
import { appendRows } from '../apply/append';
import { baseLine } from '../apply/base';
import { BASE_TABLE } from '../read-workbook';
import type { Writer } from '../writer';
import type { Reading, TablePlaceOf } from './read';

/** Rows added in one piece. */
const AT_ONCE = 800;

/** Adds lines to the log; answers where they came to stand, once the batch has run. */
export async function writeLog(writer: Writer, place: TablePlaceOf, entries: readonly ChangeEntry[], language: Language): Promise<{ readonly range: Excel.Range; readonly entries: readonly ChangeEntry[] }[]> {
  const { workbook } = writer.context;
  const added = [];
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const part = entries.slice(from, from + AT_ONCE);
    const range = await appendRows(writer, workbook.worksheets.getItem(place.sheet), workbook.tables.getItem('tblChange'), changeColumns(language), { index: place.index, width: place.headers.length, contentBelow: place.contentBelow }, part.map((entry) => changeRow(entry, language)));
    added.push({ range, entries: part });
  }
  return added;
}

/** Takes lines out of the log that stand in it twice: another pane found the same change at the same moment. */
export async function dropLines(writer: Writer, rows: readonly number[]): Promise<void> {
  const table = writer.context.workbook.tables.getItem('tblChange');
  for (const row of [...rows].sort((a, b) => b - a)) {
    await writer.queued(3);
    table.rows.getItemAt(row).delete();
  }
}

/** Remembers rows that the base copy does not know yet. */
export const writeRemembered = (writer: Writer, remember: ReadonlyMap<string, TrackedValues>): Promise<void> => appendBase(writer, new Map([...remember].map(([id, values]) => [baseKey(TRACK, id), trackRow(values)])));

/** Adds lines to the base copy, by their key; of two lines with one key the lower counts. */
export async function appendBase(writer: Writer, remember: ReadonlyMap<string, BaseRow>): Promise<void> {
  const lines = [...remember].map(([key, row]) => [...baseLine(key, row)]);
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const part = lines.slice(from, from + AT_ONCE);
    const table = writer.context.workbook.tables.getItem(BASE_TABLE);
    await writer.queued(8 + part.length * 2 + Math.ceil(part.reduce((sum, line) => sum + 3 * line.join('').length, 0) / 130));
    table.resize(table.getRange().getResizedRange(part.length, 0));
    const added = table.getRange().getLastRow().getOffsetRange(1 - part.length, 0).getResizedRange(part.length - 1, 0);
    added.numberFormat = part.map((line) => line.map(() => '@'));
    added.values = part;
  }
}

/** Cells just written that may have been another row's, because somebody sorted since they were read. */
export interface WrittenRun {
  /** once the batch has run: the cells held what was read */
  readonly asExpected: () => boolean;
  readonly undo: () => void;
}

/** Ids and dates: in runs where rows follow each other, cell by cell in a filtered table. */
export async function writeCells(writer: Writer, { actionPlace, table }: Reading, { ids, dates }: Pick<Look, 'ids' | 'dates'>): Promise<WrittenRun[]> {
  const sheet = writer.context.workbook.worksheets.getItem(actionPlace.sheet);
  const written: WrittenRun[] = [];
  const write = async (key: 'id' | 'deadline', format: string, cells: readonly { readonly row: number; readonly value: string | number }[]): Promise<void> => {
    const at = actionPlace.index.get(key);
    if (at === undefined) return;
    for (const run of runsOf(cells, actionPlace.filtered)) {
      await writer.queued(6 + run.values.length / 6);
      const range = (): Excel.Range => sheet.getRangeByIndexes(actionPlace.row + 1 + run.row, actionPlace.column + at, run.values.length, 1);
      const before = range().load('formulas,numberFormat');
      const target = range();
      target.numberFormat = run.values.map(() => [format]);
      target.values = run.values.map((value) => [value]);
      written.push({
        asExpected: () => (before.formulas as unknown[][]).every(([value], offset) => String(value ?? '').trim() === String(table.rows[run.row + offset]?.[key] ?? '').trim()),
        undo: () => {
          target.numberFormat = before.numberFormat as string[][];
          target.formulas = before.formulas as string[][];
        },
      });
    }
  };
  await write('id', '@', ids.map(({ row, id }) => ({ row, value: id })));
  await write('deadline', DATE_FORMAT, dates.map(({ row, serial }) => ({ row, value: serial })));
  return written;
}

/** The same, sent at once and taken back where the rows had moved. */
export async function writeAndCheck(writer: Writer, reading: Reading, cells: Pick<Look, 'ids' | 'dates'>): Promise<void> {
  const written = await writeCells(writer, reading, cells);
  await writer.flush();
  const moved = written.filter((run) => !run.asExpected());
  for (const run of moved) run.undo();
  if (moved.length > 0) await writer.context.sync();
}

function runsOf(cells: readonly { readonly row: number; readonly value: string | number }[], single: boolean): { readonly row: number; readonly values: (string | number)[] }[] {
  const runs: { row: number; values: (string | number)[] }[] = [];
  for (const { row, value } of cells) {
    const last = runs.at(-1);
    if (!single && last !== undefined && last.row + last.values.length === row && last.values.length < AT_ONCE) last.values.push(value);
    else runs.push({ row, values: [value] });
  }
  return runs;
}

/** One cell of an action, with what it held and whose row it was when Excel ran the batch: people sort while we write. */
export async function writeField(writer: Writer, { actionPlace }: Reading, row: number, field: TrackedField, value: string): Promise<{ readonly id: Excel.Range; readonly before: Excel.Range; readonly cell: Excel.Range }> {
  const sheet = writer.context.workbook.worksheets.getItem(actionPlace.sheet);
  const at = (key: string): Excel.Range => sheet.getCell(actionPlace.row + 1 + row, actionPlace.column + (actionPlace.index.get(key) ?? 0));
  await writer.queued(9);
  const id = at('id').load('values');
  const before = at(field).load('formulas,numberFormat');
  const cell = at(field);
  // A deadline that a copy has in words stays words, whatever Excel would make of them.
  const day = field === 'deadline' && isDate(value);
  cell.numberFormat = [[day || (field === 'deadline' && value === '') ? DATE_FORMAT : '@']];
  cell.values = [[day ? toSerial(value) : value]];
  return { id, before, cell };
}
