/** The simulated Excel: one workbook, any number of clients, the wire protocol of the real Office.js on one side and a person's grid on the other. */
import { answerBatch, crashed, OFFICE_SERVICE, type Answer, type BatchOptions, type LogEntry } from './batches';
import { Clients } from './clients';
import { Dispatcher, type HostError, type RequestBody, type ResponseBody } from './dispatcher';
import { setRegistration, type EventEntry } from './events';
import { Faults } from './faults';
import { Journal } from './journal';
import { createWorkbook } from './model/workbook';
import type { Calculator, WorkbookModel } from './model/types';
import { nullCalculator } from './null-calculator';
import { objectMakers } from './objects';
import { setRegistrar } from './objects/event-registration';
import { RangeObject } from './objects/range';
import { AddinInternalServiceObject, WorkbookObject } from './objects/workbook';
import { later, pause } from './schedule';
import { createUserActions, type UserActions } from './user';
import { calculate, type Anchor, type Change, type Workspace } from './workspace';

export type { Answer, LogEntry } from './batches';
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
  /** Told of faults of the host itself, and of what `onNotImplemented` throws. The client gets a `GeneralException`; default: thrown once more, outside the batch. */
  readonly onFault?: (error: unknown) => void;
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

const pad = (number: number): string => String(number).padStart(2, '0');
const computerDate = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
};

/** Makes a host. See the parts for what they do. */
export function createHost(options: HostOptions = {}): Host {
  const book = options.book ?? createWorkbook();
  const calculator = options.calculator?.(book) ?? nullCalculator;
  const clients = new Clients();
  const faults = new Faults(book);
  const dirty = { value: false };
  const recalculate = (): void => calculate(workspace);
  const journal = new Journal({ book, clients, schedule: options.schedule ?? later, calculate: recalculate });
  let reached: RangeObject[] = [];

  const workspace: Workspace = {
    objects: objectMakers,
    book,
    calculator,
    today: options.today ?? computerDate,
    calculationMode: 'Automatic',
    record(change) {
      dirty.value = true;
      journal.record(change);
    },
    *anchors(): Generator<Anchor> {
      for (const client of clients.all()) for (const object of client.references.objects.values()) if (object instanceof RangeObject) yield object;
      for (const range of reached) if (range.referenceId === undefined) yield range;
    },
  };
  const acting = () => clients.of(journal.by ?? 'main');
  setRegistrar(workspace, { register: (type, target, on) => setRegistration(acting().registrations, type, target, on) });
  const dispatcher = new Dispatcher(new WorkbookObject(workspace, () => acting().events, dirty), {
    newObject: (name) => (name === OFFICE_SERVICE ? new AddinInternalServiceObject(workspace) : undefined),
    ...(options.onNotImplemented ? { onNotImplemented: options.onNotImplemented } : {}),
  });
  const batches: BatchOptions = {
    faults,
    limits: { request: options.limits?.request ?? PAYLOAD_LIMIT, response: options.limits?.response ?? PAYLOAD_LIMIT },
    log: [],
    run(body, client, beforeAction) {
      reached = [];
      try {
        return journal.runAs(client, true, () =>
          dispatcher.execute(body, clients.of(client).references, {
            beforeAction,
            onResolved(object) {
              if (object instanceof RangeObject) reached.push(object);
            },
          }),
        );
      } finally {
        reached = [];
      }
    },
  };
  const onFault = options.onFault ?? ((error: unknown): void => later(() => { throw error; }));
  const userOf = (by: string | undefined): UserActions => createUserActions(workspace, (action) => journal.runAs(by, false, action));
  const user = userOf(undefined);
  return {
    book,
    calculator,
    faults,
    log: batches.log,
    user,
    userOf,
    userEdit: (sheet, address, value, by) => (by === undefined ? user : userOf(by)).edit(sheet, address, value),
    execute: (body, client = 'main') => answerBatch(batches, body, client).body,
    async respond(body, { client = 'main', flags = 0, bytes } = {}) {
      if (faults.delay > 0) await pause(faults.delay);
      if ((flags & DELAY_FOR_CELL_EDIT) !== 0) await faults.cellEditEnded();
      try {
        return answerBatch(batches, body, client, bytes);
      } catch (error) {
        onFault(error);
        return crashed(error);
      }
    },
    onEvent(listener, client = 'main') {
      const { listeners } = clients.of(client);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onChange(listener) {
      journal.listeners.add(listener);
      return () => void journal.listeners.delete(listener);
    },
    calculate: recalculate,
  };
}
