import type { PlanValue } from './plan';
import { baseKey, type BaseRow } from './snapshot';

/** The base copy; a damaged row counts as absent and is rebuilt by the next generation. */
export function readBase(lines: Lines): Map<string, BaseRow> {
  const rows = new Map<string, BaseRow>();
  for (const [name, id, content] of lines ?? []) {
    const row = baseRow(content);
    if (row !== undefined) rows.set(baseKey(String(name), String(id)), row);
  }
  return rows;
}

/** Lines of `tblBase`: table, id, content. */
type Lines = readonly (readonly (string | number | boolean)[])[] | undefined;

/** Lines of the base copy that say something nobody can read. */
export const hasBrokenLines = (lines: Lines): boolean => (lines ?? []).some(([, , content]) => content !== undefined && content !== '' && baseRow(content) === undefined);

function baseRow(content: string | number | boolean | undefined): BaseRow | undefined {
  if (typeof content !== 'string' || content === '') return undefined;
  try {
    const parsed = JSON.parse(content) as { k?: unknown; v?: unknown } | null;
    return typeof parsed?.k === 'string' && typeof parsed.v === 'object' && parsed.v !== null ? { naturalKey: parsed.k, values: parsed.v as Record<string, PlanValue> } : undefined;
  } catch {
    return undefined;
  }
}
