/**
 * `Office.context.document.settings` on the wire: names with values as JSON text. The workbook keeps the values themselves,
 * so that `Workbook.settings` sees the same ones.
 */
import type { WorkbookModel } from '../model/types';

export const readSettings = (book: WorkbookModel): [name: string, json: string][] => [...book.settings].map(([name, value]) => [name, JSON.stringify(value ?? null)]);

/** Replaces all settings. A text that is no JSON is kept as a text. */
export function replaceSettings(book: WorkbookModel, entries: Iterable<readonly [name: string, json: unknown]>): void {
  book.settings.clear();
  for (const [name, json] of entries) book.settings.set(name, parsed(json));
}

function parsed(json: unknown): unknown {
  if (typeof json !== 'string') return json;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return json;
  }
}
