/** The add-ins that are connected to one host. */
import { createReferences, type ClientReferences } from './dispatcher';
import { EventComposer, type EventEntry, type Registrations } from './events';

export interface Client {
  readonly references: ClientReferences;
  readonly registrations: Registrations;
  /** `runtime.enableEvents` */
  readonly events: { enabled: boolean };
  readonly composer: EventComposer;
  readonly listeners: Set<(entries: readonly EventEntry[]) => void>;
}

/** Clients by id; one exists from its first mention on. */
export class Clients {
  private readonly known = new Map<string, Client>();

  of(id: string): Client {
    const found = this.known.get(id);
    if (found) return found;
    const registrations: Registrations = new Map();
    const made: Client = { references: createReferences(), registrations, events: { enabled: true }, composer: new EventComposer(id, registrations), listeners: new Set() };
    this.known.set(id, made);
    return made;
  }

  all(): Iterable<Client> {
    return this.known.values();
  }

  /** Ids of those that switched their events off. */
  muted(): ReadonlySet<string> {
    return new Set([...this.known].filter(([, client]) => !client.events.enabled).map(([id]) => id));
  }
}
