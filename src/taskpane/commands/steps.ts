import { ignoreWording, readProgress, type ReadProgress } from '../../excel/progress';
import { addRow, goToRow, readRow, saveRow, type GrowingTable, type RowEdit, type RowPlace, type RowSaved, type RowView } from '../../excel/rows';
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
  return {
    progress: () => inTurn(readProgress),
    row: (place) => inTurn(() => readRow(place)),
    save: (edit) => inTurn(() => saveRow(edit)),
    add: (table, values) => inTurn(() => addRow(table, values)),
    goTo: (place, column) => goToRow(place, column),
    ignore: (mark) => inTurn(() => ignoreWording(mark)),
  };
}
