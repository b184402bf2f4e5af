import { linkName, markOf, type SheetKey, type SheetPlan, type TableName, type WorkbookPlan } from '../../workbook/plan';
import { nameOfSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';

/** Where a planned sheet lives in this workbook. */
export interface Placement {
  readonly plan: SheetPlan;
  /** its name here; people may have renamed it */
  readonly name: string;
  /** `exists` was found by its table or name; `adopt` is one of ours that a broken-off run left; `rename` takes the only, empty sheet */
  readonly how: 'exists' | 'adopt' | 'rename' | 'add';
  /** for `rename` */
  readonly from?: string;
  readonly snapshot?: SheetSnapshot;
  /** where the sheet goes among all sheets, when it does not stand there by itself */
  readonly position?: number;
}

/**
 * Finds each planned sheet by its table or defined name (DESIGN rule 2). A sheet that only has the planned name is taken
 * when it is empty or carries our line of guidance – a run broke off there –, otherwise it is a person's own and ours gets another name.
 */
export function placeSheets(plan: WorkbookPlan, snapshot: WorkbookSnapshot): Placement[] {
  const byName = new Map(snapshot.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const taken = new Set(byName.keys());
  const only = snapshot.sheets.length === 1 ? snapshot.sheets[0] : undefined;
  return inOrder(plan.sheets.map((sheet): Placement => {
    const known = knownSheet(sheet, snapshot);
    if (known !== undefined) return { plan: sheet, name: known, how: 'exists', ...withSnapshot(byName.get(known.toLowerCase())) };
    const same = byName.get(sheet.name.toLowerCase());
    if (same !== undefined && (same.empty || same.mark === markOf(sheet))) return { plan: sheet, name: same.name, how: 'adopt', snapshot: same };
    const name = freeName(sheet.name, taken);
    taken.add(name.toLowerCase());
    if (sheet.key === 'cover' && only?.empty === true) return { plan: sheet, name, how: 'rename', from: only.name };
    return { plan: sheet, name, how: 'add' };
  }), snapshot);
}

/**
 * A new sheet goes behind the one that precedes it in the plan, wherever people moved that one (DESIGN, "The workbook").
 * Sheets that stand already are never moved.
 */
function inOrder(placements: readonly Placement[], snapshot: WorkbookSnapshot): Placement[] {
  const order = snapshot.sheets.map((sheet) => sheet.name);
  return placements.map((placement, index) => {
    if (placement.how === 'exists' || placement.how === 'rename') return placement;
    if (placement.how === 'add') order.push(placement.name);
    const before = placements[index - 1];
    const from = order.indexOf(placement.name);
    const to = before === undefined ? from : order.indexOf(before.how === 'rename' ? (before.from ?? before.name) : before.name) + 1;
    if (from === to) return placement;
    order.splice(from, 1);
    const position = from < to ? to - 1 : to;
    order.splice(position, 0, placement.name);
    return from === position ? placement : { ...placement, position };
  });
}

const withSnapshot = (snapshot: SheetSnapshot | undefined): { snapshot?: SheetSnapshot } => (snapshot ? { snapshot } : {});

function knownSheet(sheet: SheetPlan, snapshot: WorkbookSnapshot): string | undefined {
  if (sheet.table !== undefined) return snapshot.tables.get(sheet.table.name)?.sheet;
  if (sheet.key === 'cover' || sheet.key === 'config') return snapshot.cells.get(nameOfSheet[sheet.key])?.sheet;
  return undefined;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  for (let count = 2; ; count++) {
    const candidate = `${name} (${count})`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** `'1 回顾目标'!$A$1`, quoted as Excel wants it. */
export const quoteSheet = (name: string): string => `'${name.replace(/'/g, "''")}'`;

/** `A`, `AB` … of a 0-based column. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The defined name every link to this sheet uses. */
export const linkTarget = (key: SheetKey): string => linkName(key);

/** Place of a table: its sheet, header row, first column and data rows. */
export interface TablePlace {
  readonly name: TableName;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly width: number;
  /** column index in the table by column key */
  readonly index: ReadonlyMap<string, number>;
}
