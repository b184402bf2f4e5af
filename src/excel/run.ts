import { failureCodes, type Failure, type FailureCode } from './failures';

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Thrown inside a batch to end it with a known failure (a protected sheet, a newer workbook …). */
export class ExcelFailure extends Error {
  constructor(readonly code: FailureCode, readonly sheet?: string) {
    super(code);
  }
}

/** Attempts at a batch that fails for a passing reason. */
const ATTEMPTS = 3;

/** Codes of the client that pass by themselves (docs: "Error handling with the application-specific APIs"); ItemAlreadyExists and ItemNotFound mean that someone else was quicker since the workbook was read. */
const transient = new Set(['RequestAborted', 'ServiceNotAvailable', 'Conflict', 'ActivityLimitReached', 'TooManyRequests', 'ItemAlreadyExists', 'ItemNotFound']);

const byClientCode: Readonly<Record<string, FailureCode>> = {
  InvalidOperationInCellEditMode: 'cell-edit',
  AccessDenied: 'protected',
  FilteredRangeConflict: 'filtered',
  InactiveWorkbook: 'inactive',
  ApiNotFound: 'too-old',
  ApiNotAvailable: 'too-old',
  NotImplemented: 'too-old',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  ReadOnly: 'read-only',
  InvalidSelection: 'many-areas',
};

const diskFull = /disk (?:is )?full|(?:not enough|insufficient|no) (?:disk |storage |free )?space|ENOSPC|(?:磁盘|存储)(?:空间)?(?:已满|不足|满了)/i;

interface ClientError {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly debugInfo?: { readonly errorLocation?: unknown; readonly statement?: unknown };
}

/** Turns whatever the client threw into a failure the pane has words for. Codes are never localised, messages are: only codes decide. */
export function toFailure(error: unknown): Failure {
  if (error instanceof ExcelFailure) return { code: error.code, technical: error.message, ...(error.sheet === undefined ? {} : { sheet: error.sheet }) };
  if (error instanceof DOMException && error.name === 'AbortError') return { code: 'cancelled', technical: 'AbortError' };
  const { code, message, debugInfo } = (typeof error === 'object' && error !== null ? error : {}) as ClientError;
  const technical = [code, message, debugInfo?.errorLocation, debugInfo?.statement].filter((part) => typeof part === 'string' && part !== '').join(' · ') || String(error);
  if (typeof message === 'string' && /invalid or timed out session/i.test(message)) return { code: 'session', technical };
  // No code of its own: the system's words, in the languages of the add-in.
  if (typeof message === 'string' && diskFull.test(message)) return { code: 'disk-full', technical };
  if (typeof code !== 'string') return { code: 'unexpected', technical };
  if (transient.has(code)) return { code: 'busy', technical };
  const known = byClientCode[code] ?? (failureCodes as readonly string[]).find((candidate) => candidate === code);
  return { code: (known as FailureCode | undefined) ?? 'unexpected', technical };
}

/**
 * Runs one unit of work against Excel: waits while a cell is being edited, tries again when the service was busy, and
 * answers with data, never with an exception. The work must be safe to run twice (DESIGN rule 2).
 */
export async function runExcel<T>(work: (context: Excel.RequestContext) => Promise<T>, wait: (milliseconds: number) => Promise<void> = pause): Promise<Outcome<T>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return { ok: true, value: await Excel.run({ delayForCellEdit: true }, work) };
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code !== 'busy' || attempt === ATTEMPTS) return { ok: false, failure };
      await wait(250 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
