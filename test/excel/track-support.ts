import { editAction, trackWorkbook, type EditRequest, type TrackMemory, type TrackResult } from '../../src/excel/track';
import type { Outcome } from '../../src/excel/run';
import type { Host } from '../../src/host';
import type { WorkbookModel } from '../../src/host/model/types';
import { addressOf, openCopy, rowsOf, startExcel, TODAY } from '../support/excel';
import { generate } from '../support/retro';
import { shortInputs } from '../support/samples';

export { openCopy };
export const clock = { now: `${TODAY} 09:30:00`, today: TODAY } as const;
export const inputs = shortInputs('01_targets.tsv', '12_actions.tsv');

let saved: WorkbookModel | undefined;

/** An Excel with the generated sample workbook; it is generated once a file and opened as a copy. */
export async function openSample(): Promise<Host> {
  if (saved === undefined) {
    const host = await startExcel();
    await generate(inputs);
    saved = structuredClone(host.book);
  }
  return openCopy(saved);
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.failure.code} ${outcome.failure.sheet ?? ''}: ${outcome.failure.technical}`);
  return outcome.value;
}

/** One look; the first one of a pane finds on open. */
export async function look(memory: TrackMemory = {}, who?: string): Promise<TrackResult> {
  return valueOf(await trackWorkbook({ ...clock, origin: memory.state === undefined ? 'found-on-open' : 'found-while-open', memory, ...(who !== undefined && { who }) }));
}
export const tryLook = (): Promise<Outcome<TrackResult>> => trackWorkbook({ ...clock, origin: 'found-on-open' });
export const edit = (id: string, field: EditRequest['field'], value: string, more: Partial<EditRequest> = {}): Promise<Outcome<TrackResult>> => editAction({ ...clock, id, field, value, ...more });

/** Types into a cell of the action table. */
export function type(host: Host, row: number, header: string, text: string | number, by?: string): void {
  const { sheet, address } = addressOf(host.book, 'tblAction', row, header);
  const refused = host.userEdit(sheet, address, text, by);
  if (refused !== undefined) throw refused;
}

/** Pastes into a cell: no date check stands in the way. */
export function paste(host: Host, row: number, header: string, text: string): void {
  const { sheet, address } = addressOf(host.book, 'tblAction', row, header);
  host.userEdit(sheet, address, [[text]]);
}

export const brief = (result: Pick<TrackResult, 'changes'>): string[] => result.changes.map((change) => `${change.action} ${change.field} ${change.old}→${change.new}`);
/** The log as it stands in the sheet. */
export const logOf = (host: Host): string[] => (host.book.tables.some((table) => table.name === 'tblChange') ? rowsOf(host, 'tblChange').map((row) => `${String(row['行动编号'])} ${String(row['字段'])} ${String(row['原值'])}→${String(row['新值'])} ${String(row['怎么发现的'])}`) : []);
export const batches = (host: Host): Host['log'] => host.log.filter((entry) => !entry.housekeeping);
export const remembered = (host: Host): string[] => rowsOf(host, 'tblBase').filter((row) => row['表'] === 'track').map((row) => `${String(row['编号'])} ${String(row['内容'])}`);
