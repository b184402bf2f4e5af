import type { ReadProgress } from '../../excel/progress';
import type { GrowingTable, RowEdit, RowPlace, RowSaved, RowView } from '../../excel/rows';
import { late } from './late';
import { inTurn } from './queue';
import type { Outcome } from './types';

/** What can be done along the six steps; everything reads and writes the sheets, nothing is kept in the pane. */
export interface StepCommands {
  progress(): Promise<Outcome<ReadProgress>>;
  row(place: RowPlace): Promise<Outcome<RowView>>;
  /** Writes cells of a row, unless somebody changed them since they were read. */
  save(edit: RowEdit): Promise<Outcome<RowSaved>>;
  add(table: GrowingTable, values: Readonly<Record<string, string>>): Promise<Outcome<RowView>>;
  goTo(place: RowPlace, column: string): Promise<Outcome<void>>;
  /** Leaves a sentence that was pointed out as it is. */
  ignore(mark: string): Promise<Outcome<void>>;
}

/** The commands of the steps on the real Excel. */
export function createStepCommands(): StepCommands {
  const reading = () => import('../../excel/progress');
  const rows = () => import('../../excel/rows');
  return {
    progress: () => inTurn(() => late(reading, ({ readProgress }) => readProgress())),
    row: (place) => inTurn(() => late(rows, ({ readRow }) => readRow(place))),
    save: (edit) => inTurn(() => late(rows, ({ saveRow }) => saveRow(edit))),
    add: (table, values) => inTurn(() => late(rows, ({ addRow }) => addRow(table, values))),
    goTo: (place, column) => late(rows, ({ goToRow }) => goToRow(place, column)),
    ignore: (mark) => inTurn(() => late(reading, ({ ignoreWording }) => ignoreWording(mark))),
  };
}
