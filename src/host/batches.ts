/** Answers batches: limits, faults, the log. */
import { HostError, type RequestBody, type ResponseBody } from './dispatcher';
import type { Fault, Faults } from './faults';
import { utf8Length } from './utf8';

/** One batch as it was. */
export interface LogEntry {
  readonly number: number;
  readonly client: string;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly actions: number;
  /** code of the error it ended with */
  readonly error?: string;
  /** sent by the client itself, to release references or say that it is ready; no work of the add-in */
  readonly housekeeping: boolean;
}

export interface Answer {
  readonly body: ResponseBody;
  /** the body as JSON */
  readonly text: string;
}

export interface BatchOptions {
  /** runs the actions */
  readonly run: (body: RequestBody, client: string, beforeAction: (index: number) => void) => ResponseBody;
  readonly faults: Faults;
  /** bytes */
  readonly limits: { readonly request: number; readonly response: number };
  readonly log: LogEntry[];
}

/** A service of Office itself; batches on its paths are not the add-in's. */
export const OFFICE_SERVICE = 'Microsoft.InternalService.AddinInternalService';

const isHousekeeping = (body: RequestBody): boolean =>
  Object.values(body.ObjectPaths).some((path) => path.Name === OFFICE_SERVICE) ||
  (body.Actions.some((action) => action.Name === '_RemoveReference') && body.Actions.every((action) => action.ActionType === 1 || action.Name === '_RemoveReference'));

const failure = (code: string, message: string): ResponseBody => ({ Results: [], TraceIds: [], Error: { Code: code, Message: message, Location: null, ActionIndex: 0 } });
const editing = 'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.';

/** Runs a batch with its fault, if one is planned. */
function runWithFault(options: BatchOptions, body: RequestBody, client: string, fault: Fault | undefined): ResponseBody {
  if (fault?.moment === 'before') return failure(fault.code, fault.message);
  const stopAt = typeof fault?.moment === 'object' ? fault.moment.afterActions : Infinity;
  const response = options.run(body, client, (index) => {
    if (fault && index >= stopAt) throw new HostError(fault.code, fault.message);
  });
  return fault?.moment === 'after' ? failure(fault.code, fault.message) : response;
}

/** Answers one batch and logs it. `bytes` is the size of the request when the transport knows it. */
export function answerBatch(options: BatchOptions, request: RequestBody | string, client: string, bytes?: number): Answer {
  const { faults, limits, log } = options;
  const requestBytes = bytes ?? utf8Length(typeof request === 'string' ? request : JSON.stringify(request));
  const body = typeof request === 'string' ? (JSON.parse(request) as RequestBody) : request;
  const housekeeping = isHousekeeping(body);
  let response: ResponseBody;
  if (requestBytes > limits.request) response = failure('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.');
  else if (faults.inCellEdit && !housekeeping) response = failure('InvalidOperationInCellEditMode', editing);
  else response = runWithFault(options, body, client, housekeeping ? undefined : faults.next());
  let text = JSON.stringify(response);
  if (utf8Length(text) > limits.response) {
    response = failure('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.');
    text = JSON.stringify(response);
  }
  log.push({ number: log.length + 1, client, requestBytes, responseBytes: utf8Length(text), actions: body.Actions.length, ...(response.Error ? { error: response.Error.Code } : {}), housekeeping });
  return { body: response, text };
}

/** An answer for a batch that met a fault of the host itself. */
export function crashed(error: unknown): Answer {
  const body = failure('GeneralException', error instanceof Error ? error.message : String(error));
  return { body, text: JSON.stringify(body) };
}
