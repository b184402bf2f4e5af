import type { Failure } from '../../excel/failures';

/** How long Excel may take to answer before the pane says so; an answer after that still counts. */
export const patience = 10_000;
/** Requirement floor (DESIGN rule 10). */
export const requiredSet = { name: 'ExcelApi', version: '1.13' } as const;

export interface Connection {
  /** Resolves when Excel answered well, or with the reason why the pane cannot work here. */
  readonly answer: Promise<'ready' | Failure>;
  /** Resolves with `true` when `answer` has not come in time. */
  readonly late: Promise<boolean>;
}

/**
 * Waits for office.js and for Excel behind it. Neither the script nor `Office.onReady` is sure to answer on a network
 * that blocks parts of it, so the caller gets a sign after `patience` and may show causes while the wait goes on.
 */
export function connect(milliseconds = patience): Connection {
  const answer = scriptLoaded().then(
    async () => check(await Office.onReady()),
    (error: unknown): Failure => ({ code: 'no-answer', technical: String(error) }),
  ).catch((error: unknown): Failure => ({ code: 'no-answer', technical: String(error) }));
  const late = Promise.race([answer.then(() => false), new Promise<boolean>((resolve) => setTimeout(() => resolve(true), milliseconds))]);
  return { answer, late };
}

function check(info: { host: Office.HostType | null }): 'ready' | Failure {
  if (info.host === null) return { code: 'not-in-excel', technical: 'host null' };
  if (info.host !== Office.HostType.Excel) return { code: 'not-in-excel', technical: `host ${String(info.host)}` };
  if (!Office.context.requirements.isSetSupported(requiredSet.name, requiredSet.version)) return { code: 'too-old', technical: `${requiredSet.name} ${requiredSet.version} is not supported` };
  return 'ready';
}

/** The office.js script is loaded beside the page, so that a blocked address cannot hold the page up. When it failed before this code ran, `late` tells. */
function scriptLoaded(): Promise<void> {
  if (typeof Office !== 'undefined') return Promise.resolve();
  const script = document.querySelector('script[data-office]');
  if (script === null) return Promise.reject(new Error('no office.js script in the page'));
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error('office.js could not be loaded')));
  });
}
