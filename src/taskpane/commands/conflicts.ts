import type { ConflictChoice, Decided } from '../../excel/conflicts';
import { fromSerial } from '../../retro/dates';
import { conflictKey, type OpenConflict } from '../../workbook/conflicts';
import { DATE_FORMAT } from '../../workbook/number-formats';
import { late } from './late';
import { localNow } from './local-now';
import { inTurn } from './queue';
import type { CommandContext, Conflict, Outcome } from './types';

/** What came of the decisions: what was written, what was not and why, and what still waits. */
export interface ConflictsDecided extends Omit<Decided, 'open'> {
  readonly open: readonly Conflict[];
}

/** Decides about cells that a person changed and new data see differently. */
export interface ConflictCommands {
  decide(choices: readonly ConflictChoice[], who: string): Promise<Outcome<ConflictsDecided>>;
}

export function createConflictCommands(context: CommandContext): ConflictCommands {
  return {
    decide: (choices, who) => inTurn(async () => {
      const outcome = await late(() => import('../../excel/conflicts'), ({ decideConflicts }) => decideConflicts({ choices, now: (context.now ?? localNow)(), today: context.today(), ...(who === '' ? {} : { who }) }));
      return outcome.ok ? { ok: true, value: { ...outcome.value, open: outcome.value.open.map(describeConflict) } } : outcome;
    }),
  };
}

/** A conflict as the pane shows it. */
export function describeConflict(cell: OpenConflict): Conflict {
  const text = (value: OpenConflict['kept']): string => shownAs(value, cell.numberFormat);
  return { key: conflictKey(cell), cell, sheet: cell.sheet, row: cell.id, column: cell.header, kept: text(cell.kept), offered: text(cell.offered) };
}

/** A value as its cell shows it: days as days, rates in percent. */
function shownAs(value: string | number | null, format: string): string {
  if (typeof value !== 'number') return value ?? '';
  if (format === DATE_FORMAT) return fromSerial(value) ?? String(value);
  if (format.endsWith('%')) return `${(value * 100).toLocaleString('en-US', { maximumFractionDigits: 4 })}%`;
  return value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}
