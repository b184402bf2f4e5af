/** Turns the journal of changes into the event messages of the clients that registered for them. */
import { formatAddress, formatRect, intersect } from './model/address';
import type { CellValue, Rect } from './model/types';
import type { Change } from './workspace';

/** One entry of a `richApiMessage`. */
export interface EventEntry {
  readonly messageCategory: 65536;
  /** 10 sheet changed, 11 activated, 12 deactivated, 13 added, 14 selection, 15 deleted, 100 table selection, 101 table changed, 102 table added, 103 table deleted */
  readonly messageType: number;
  readonly targetId: string;
  /** JSON */
  readonly message: string;
  readonly id: string;
}

/** A change, who made it, and who had its events switched off then. */
export interface JournalEntry {
  readonly change: Change;
  /** id of a client, `undefined` for the person at this computer */
  readonly by: string | undefined;
  /** the change came out of an add-in's batch */
  readonly fromAddin: boolean;
  readonly muted: ReadonlySet<string>;
  /** where tables were when it happened */
  readonly tables: readonly { readonly id: string; readonly rect: Rect }[];
}

/** What a client registered: `type|target` → how often. */
export type Registrations = Map<string, number>;

export function setRegistration(registrations: Registrations, type: number, target: string, on: boolean): void {
  const key = `${type}|${target}`;
  const count = (registrations.get(key) ?? 0) + (on ? 1 : -1);
  if (count > 0) registrations.set(key, count);
  else registrations.delete(key);
}

const valueType = (value: CellValue): string => (value === '' ? 'Empty' : typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String');

/** Makes messages for one client; remembers where the selection was. */
export class EventComposer {
  private sequence = 0;
  private selectedTables = new Set<string>();

  constructor(
    private readonly client: string,
    private readonly registrations: Registrations,
  ) {}

  /** Entries for what the client registered, in order. */
  compose(journal: readonly JournalEntry[]): EventEntry[] {
    const entries: EventEntry[] = [];
    for (const item of journal) {
      if (item.muted.has(this.client)) continue;
      const source = item.by === undefined || item.by === this.client ? 'Local' : 'Remote';
      const trigger = item.fromAddin && item.by === this.client ? 'ThisLocalAddin' : 'Unknown';
      for (const [type, targets, message] of this.messages(item, source, trigger))
        for (const target of targets) if (this.registrations.has(`${type}|${target}`)) entries.push({ messageCategory: 65_536, messageType: type, targetId: target, message: JSON.stringify(message()), id: String(++this.sequence) });
    }
    return entries;
  }

  /** The message is made when somebody listens: the value of a formula in it has to be calculated first. */
  private *messages({ change, tables }: JournalEntry, source: string, triggerSource: string): Generator<[type: number, targets: readonly string[], message: () => object]> {
    switch (change.kind) {
      case 'cells': {
        const { sheet, rect, changeType, shift, detail } = change;
        const message = (): object => ({
          changeType,
          source,
          triggerSource,
          worksheetId: sheet.id,
          address: formatRect(rect),
          referenceId: formatAddress(sheet.name, rect),
          shiftDirection: shift,
          ...(detail ? { valueBefore: detail.before, valueAfter: detail.after, valueTypeBefore: valueType(detail.before), valueTypeAfter: valueType(detail.after) } : {}),
        });
        yield [10, [sheet.id, 'Workbook'], message];
        for (const table of tables) if (intersect(table.rect, rect)) yield [101, [table.id, sheet.id, 'Workbook'], () => ({ ...message(), tableId: table.id })];
        return;
      }
      case 'sheet-activated':
        return yield [11, [change.sheet.id, 'Workbook'], () => ({ worksheetId: change.sheet.id })];
      case 'sheet-deactivated':
        return yield [12, [change.sheet.id, 'Workbook'], () => ({ worksheetId: change.sheet.id })];
      case 'sheet-added':
        return yield [13, ['Workbook'], () => ({ worksheetId: change.sheet.id, source })];
      case 'sheet-deleted':
        return yield [15, ['Workbook'], () => ({ worksheetId: change.sheet.id, source })];
      case 'selected':
        if (source === 'Remote') return;
        yield [14, [change.sheet.id, 'Workbook'], () => ({ worksheetId: change.sheet.id, address: formatRect(change.rect) })];
        yield* this.tableSelections(change.sheet.id, change.rect, tables);
        return;
      case 'table-added':
      case 'table-deleted':
        return yield [change.kind === 'table-added' ? 102 : 103, [change.sheet.id, 'Workbook'], () => ({ worksheetId: change.sheet.id, tableId: change.table.id, tableName: change.table.name, source })];
      case 'other':
    }
  }

  /** A table hears of the selection while it is inside, and once more when it left. */
  private *tableSelections(sheetId: string, rect: Rect, tables: JournalEntry['tables']): Generator<[type: number, targets: readonly string[], message: () => object]> {
    for (const table of tables) {
      const common = intersect(table.rect, rect);
      if (common) this.selectedTables.add(table.id);
      else if (!this.selectedTables.delete(table.id)) continue;
      yield [100, [table.id], () => ({ worksheetId: sheetId, tableId: table.id, address: common ? formatRect(common) : '' })];
    }
  }
}
