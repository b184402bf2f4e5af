/** The simulated Excel: one workbook, any number of clients, the wire protocol of the real Office.js on one side and a person's grid on the other. */
import { createReferences, Dispatcher, type ClientReferences, type HostObject, type RequestBody, type ResponseBody, HostError } from './dispatcher';
import { EventComposer, setRegistration, type EventEntry, type JournalEntry, type Registrations } from './events';
import { Faults, type Fault } from './faults';
import { createWorkbook } from './model/workbook';
import type { Calculator, WorkbookModel } from './model/types';
import { nullCalculator } from './null-calculator';
import { objectMakers } from './objects';
import { setRegistrar } from './objects/event-registration';
import { RangeObject } from './objects/range';
import { AddinInternalServiceObject, WorkbookObject, type EventSwitch } from './objects/workbook';
import { utf8Length } from './utf8';
import { createUserActions, type UserActions } from './user';
import { calculate, type Anchor, type Change, type Workspace } from './workspace';

export { HostError } from './dispatcher';
export type { RequestBody, ResponseBody } from './dispatcher';
export type { EventEntry } from './events';
export type { FaultMoment } from './faults';
export type { Refusal, UserActions } from './user';

/** Excel on the web: 5 MB per request and per response. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;
/** Request flag of `Excel.run({delayForCellEdit: true})`. */
const DELAY_FOR_CELL_EDIT = 64;

export interface HostOptions {
  /** default: an empty workbook with `Sheet1` */
  readonly book?: WorkbookModel;
  /** default: formulas stay uncalculated */
  readonly calculator?: (book: WorkbookModel) => Calculator;
  /** `YYYY-MM-DD`; default: the computer's date */
  readonly today?: () => string;
  /** Told every member an add-in used that this host lacks. Tests throw here. */
  readonly onNotImplemented?: (member: string) => void;
  /** bytes; default 5 MB each */
  readonly limits?: { readonly request?: number; readonly response?: number };
  /** When events go out; default: after the current task. */
  readonly schedule?: (task: () => void) => void;
}

/** One batch as it was. */
export interface LogEntry {
  readonly number: number;
  readonly client: string;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly actions: number;
  /** code of the error it ended with */
  readonly error?: string;
  /** the client only released references; no work of the add-in */
  readonly housekeeping: boolean;
}

export interface Answer {
  readonly body: ResponseBody;
  /** the body as JSON */
  readonly text: string;
}

export interface RespondOptions {
  /** default `main` */
  readonly client?: string;
  /** request flags of the message */
  readonly flags?: number;
  /** size of the request, when the transport knows it */
  readonly bytes?: number;
}

export interface Host {
  readonly book: WorkbookModel;
  readonly calculator: Calculator;
  readonly faults: Faults;
  readonly log: LogEntry[];
  /** What a person does in the grid. */
  readonly user: UserActions;
  /** Types into a cell: {@link UserActions.edit}. `by` = a client id: that client sees source Local, the others Remote. */
  userEdit(sheet: string, address: string, value: string | number | boolean | readonly (readonly string[])[], by?: string): HostError | undefined;
  /** The grid of the person whose computer runs this client; her edits are Remote for all others. */
  userOf(client: string): UserActions;
  /** Runs a batch at once. */
  execute(body: RequestBody | string, client?: string): ResponseBody;
  /** Runs a batch the way transports do: delays, cell-edit mode and request flags count. */
  respond(body: RequestBody | string, options?: RespondOptions): Promise<Answer>;
  /** Event messages for a client. @returns how to stop listening */
  onEvent(listener: (entries: readonly EventEntry[]) => void, client?: string): () => void;
  /** Called after anything changed, once per batch or user action, with values calculated. @returns how to stop listening */
  onChange(listener: (changes: readonly Change[]) => void): () => void;
  /** Brings formula results up to date. */
  calculate(): void;
}

interface Client {
  readonly references: ClientReferences;
  readonly registrations: Registrations;
  readonly events: EventSwitch;
  readonly composer: EventComposer;
  readonly listeners: Set<(entries: readonly EventEntry[]) => void>;
}

const OFFICE_SERVICE = 'Microsoft.InternalService.AddinInternalService';

/** Batches the client sends by itself: releasing references, telling Office that it is ready. */
const isHousekeeping = (body: RequestBody): boolean =>
  Object.values(body.ObjectPaths).some((path) => path.Name === OFFICE_SERVICE) ||
  (body.Actions.some((action) => action.Name === '_RemoveReference') && body.Actions.every((action) => action.ActionType === 1 || action.Name === '_RemoveReference'));

const pad = (number: number): string => String(number).padStart(2, '0');
const computerDate = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
};

/** Makes a host. See the parts for what they do. */
export function createHost(options: HostOptions = {}): Host {
  const book = options.book ?? createWorkbook();
  const calculator = options.calculator?.(book) ?? nullCalculator;
  const limits = { request: options.limits?.request ?? PAYLOAD_LIMIT, response: options.limits?.response ?? PAYLOAD_LIMIT };
  const schedule = options.schedule ?? ((task: () => void): void => void setTimeout(task, 0));
  const clients = new Map<string, Client>();
  const changeListeners = new Set<(changes: readonly Change[]) => void>();
  const faults = new Faults(book);
  const log: LogEntry[] = [];
  const dirty = { value: false };
  let journal: JournalEntry[] = [];
  let current: { readonly by: string | undefined; readonly fromAddin: boolean } = { by: undefined, fromAddin: false };
  let reached: RangeObject[] = [];
  let scheduled = false;

  const workspace: Workspace = {
    objects: objectMakers,
    book,
    calculator,
    today: options.today ?? computerDate,
    calculationMode: 'Automatic',
    record(change) {
      dirty.value = true;
      const muted = new Set([...clients].filter(([, client]) => !client.events.enabled).map(([id]) => id));
      const tables = 'sheet' in change ? book.tables.filter((table) => table.sheet === change.sheet).map((table) => ({ id: table.id, rect: table.range })) : [];
      journal.push({ change, ...current, muted, tables });
    },
    *anchors(): Generator<Anchor> {
      for (const client of clients.values()) for (const object of client.references.objects.values()) if (object instanceof RangeObject) yield object;
      for (const range of reached) if (range.referenceId === undefined) yield range;
    },
  };
  const clientOf = (id: string): Client => {
    const known = clients.get(id);
    if (known) return known;
    const registrations: Registrations = new Map();
    const made: Client = { references: createReferences(), registrations, events: { enabled: true }, composer: new EventComposer(id, registrations), listeners: new Set() };
    clients.set(id, made);
    return made;
  };
  setRegistrar(workspace, { register: (type, target, on) => current.by !== undefined && setRegistration(clientOf(current.by).registrations, type, target, on) });
  const dispatcher = new Dispatcher(new WorkbookObject(workspace, () => clientOf(current.by ?? 'main').events, dirty), {
    newObject: (name) => (name === OFFICE_SERVICE ? new AddinInternalServiceObject(workspace) : undefined),
    ...(options.onNotImplemented ? { onNotImplemented: options.onNotImplemented } : {}),
  });

  const flush = (): void => {
    scheduled = false;
    const entries = journal;
    journal = [];
    if (entries.length === 0) return;
    for (const client of clients.values()) {
      const messages = client.composer.compose(entries);
      if (messages.length > 0) for (const listener of client.listeners) listener(messages);
    }
    if (changeListeners.size === 0) return;
    calculate(workspace);
    const changes = entries.map((entry) => entry.change);
    for (const listener of changeListeners) listener(changes);
  };
  const settle = (): void => {
    if (journal.length === 0 || scheduled) return;
    scheduled = true;
    schedule(flush);
  };
  const runAs = <T>(by: string | undefined, fromAddin: boolean, action: () => T): T => {
    const before = current;
    current = { by, fromAddin };
    try {
      return action();
    } finally {
      current = before;
      settle();
    }
  };

  const failure = (code: string, message: string): ResponseBody => ({ Results: [], TraceIds: [], Error: { Code: code, Message: message, Location: null, ActionIndex: 0 } });

  const runBatch = (body: RequestBody, client: string, fault: Fault | undefined): ResponseBody => {
    if (fault?.moment === 'before') return failure(fault.code, fault.message);
    const stopAt = typeof fault?.moment === 'object' ? fault.moment.afterActions : Infinity;
    const beforeAction = (index: number): void => {
      if (fault && index >= stopAt) throw new HostError(fault.code, fault.message);
    };
    const onResolved = (object: HostObject): void => {
      if (object instanceof RangeObject) reached.push(object);
    };
    reached = [];
    const response = runAs(client, true, () => dispatcher.execute(body, clientOf(client).references, { beforeAction, onResolved }));
    reached = [];
    return fault?.moment === 'after' ? failure(fault.code, fault.message) : response;
  };

  const answer = (request: RequestBody | string, client: string, bytes?: number): Answer => {
    const requestBytes = bytes ?? utf8Length(typeof request === 'string' ? request : JSON.stringify(request));
    const body = typeof request === 'string' ? (JSON.parse(request) as RequestBody) : request;
    const housekeeping = isHousekeeping(body);
    let response: ResponseBody;
    if (requestBytes > limits.request) response = failure('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.');
    else if (faults.inCellEdit && !housekeeping) response = failure('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.');
    else response = runBatch(body, client, housekeeping ? undefined : faults.next());
    let text = JSON.stringify(response);
    if (utf8Length(text) > limits.response) {
      response = failure('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.');
      text = JSON.stringify(response);
    }
    log.push({ number: log.length + 1, client, requestBytes, responseBytes: utf8Length(text), actions: body.Actions.length, ...(response.Error ? { error: response.Error.Code } : {}), housekeeping });
    return { body: response, text };
  };

  const userOf = (by: string | undefined): UserActions => createUserActions(workspace, (action) => runAs(by, false, action));
  const user = userOf(undefined);
  return {
    book,
    calculator,
    faults,
    log,
    user,
    userOf,
    userEdit: (sheet, address, value, by) => (by === undefined ? user : userOf(by)).edit(sheet, address, value),
    execute: (body, client = 'main') => answer(body, client).body,
    async respond(body, { client = 'main', flags = 0, bytes } = {}) {
      if (faults.delay > 0) await new Promise((resolve) => setTimeout(resolve, faults.delay));
      if ((flags & DELAY_FOR_CELL_EDIT) !== 0) await faults.cellEditEnded();
      return answer(body, client, bytes);
    },
    onEvent(listener, client = 'main') {
      const { listeners } = clientOf(client);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onChange(listener) {
      changeListeners.add(listener);
      return () => void changeListeners.delete(listener);
    },
    calculate: () => calculate(workspace),
  };
}
