import { createHost, type Host } from '../host';
import { createCalculator } from '../host/calc';
import { loadEngine } from '../host/calc/node';
import { saveWorkbook } from '../host/files/save';
import type { WorkbookModel } from '../host/model/types';
import { loadClient } from '../host/transports/bridge';
import type { HostCost } from './report';

export interface RunningExcel {
  readonly host: Host;
  /** the workbook as an .xlsx file */
  save(): Uint8Array;
  /** what the product's batches cost so far; time is the caller's */
  cost(): Omit<HostCost, 'ms'>;
}

/** Starts the host with a workbook, an empty one by default, and the real Office.js client, and makes `Excel` global as in a task pane. */
export async function startExcel(options: { readonly today: string; readonly book?: WorkbookModel }): Promise<RunningExcel> {
  await loadEngine();
  const today = (): string => options.today;
  const host = createHost({ ...(options.book && { book: options.book }), calculator: (book) => createCalculator(book, { today }), today });
  const client = loadClient(host);
  Object.assign(globalThis, { Excel: client.Excel, OfficeExtension: client.OfficeExtension });
  return {
    host,
    save: () => saveWorkbook(host.book),
    cost: () => {
      const batches = host.log.filter((entry) => !entry.housekeeping);
      return { syncs: batches.length, requestBytes: batches.reduce((sum, entry) => sum + entry.requestBytes, 0), largestRequest: Math.max(0, ...batches.map((entry) => entry.requestBytes)) };
    },
  };
}
