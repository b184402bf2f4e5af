import type { PlanValue, RowPlan, SheetPlan, WorkbookPlan } from './plan';

/** Excel limit: characters in a cell. */
export const MAX_CELL_TEXT = 32_767;

/** Text longer than this stands in the base copy as its fingerprint: a row of the copy must fit into one cell. */
const MAX_REMEMBERED_TEXT = 400;

/** A text that a cell can hold: its beginning, ending in `…`, when it is too long. Intake has said so with line and value. */
export const clipText = (value: PlanValue): PlanValue => (typeof value === 'string' && value.length > MAX_CELL_TEXT ? `${value.slice(0, MAX_CELL_TEXT - 1)}…` : value);

/** The plan within Excel's limits. */
export function withinLimits(plan: WorkbookPlan): WorkbookPlan {
  const row = (entry: RowPlan): RowPlan => ({ ...entry, values: Object.fromEntries(Object.entries(entry.values).map(([key, value]) => [key, clipText(value)])) });
  const sheet = (entry: SheetPlan): SheetPlan => (entry.table === undefined ? entry : { ...entry, table: { ...entry.table, rows: entry.table.rows.map(row) } });
  return { ...plan, sheets: plan.sheets.map(sheet) };
}

/** What the base copy keeps of a value: the value itself, or of a long text its length and a hash (FNV-1a). The fingerprint of a fingerprint is itself. */
export function fingerprint(value: PlanValue): PlanValue {
  if (typeof value !== 'string' || value.length <= MAX_REMEMBERED_TEXT) return value;
  let hash = 0x811c9dc5;
  for (let index = 0; index < value.length; index++) hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193);
  return `§${value.length}:${(hash >>> 0).toString(16)}`;
}
