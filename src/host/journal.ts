/** What happened and who did it, until the clients and the grid are told. */
import type { Clients } from './clients';
import type { JournalEntry } from './events';
import type { WorkbookModel } from './model/types';
import type { Change } from './workspace';

interface Origin {
  /** id of a client; `undefined` for the person at this computer */
  readonly by: string | undefined;
  readonly fromAddin: boolean;
}

export interface JournalOptions {
  readonly book: WorkbookModel;
  readonly clients: Clients;
  readonly schedule: (task: () => void) => void;
  /** before anyone but the clients is told */
  readonly calculate: () => void;
}

export class Journal {
  readonly listeners = new Set<(changes: readonly Change[]) => void>();
  private entries: JournalEntry[] = [];
  private origin: Origin = { by: undefined, fromAddin: false };
  private scheduled = false;

  constructor(private readonly options: JournalOptions) {}

  /** Who acts just now. */
  get by(): string | undefined {
    return this.origin.by;
  }

  record(change: Change): void {
    const { book, clients } = this.options;
    const tables = 'sheet' in change ? book.tables.filter((table) => table.sheet === change.sheet).map((table) => ({ id: table.id, rect: table.range })) : [];
    this.entries.push({ change, ...this.origin, muted: clients.muted(), tables });
  }

  /** Runs an action of someone; what it records is told once, afterwards. */
  runAs<T>(by: string | undefined, fromAddin: boolean, action: () => T): T {
    const before = this.origin;
    this.origin = { by, fromAddin };
    try {
      return action();
    } finally {
      this.origin = before;
      this.settle();
    }
  }

  private settle(): void {
    if (this.entries.length === 0 || this.scheduled) return;
    this.scheduled = true;
    this.options.schedule(() => this.flush());
  }

  private flush(): void {
    this.scheduled = false;
    const { entries } = this;
    this.entries = [];
    if (entries.length === 0) return;
    for (const client of this.options.clients.all()) {
      const messages = client.composer.compose(entries);
      if (messages.length > 0) for (const listener of client.listeners) listener(messages);
    }
    if (this.listeners.size === 0) return;
    this.options.calculate();
    const changes = entries.map((entry) => entry.change);
    for (const listener of this.listeners) listener(changes);
  }
}
