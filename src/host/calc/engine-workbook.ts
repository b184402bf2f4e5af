/**
 * A workbook inside the engine: sheets of inputs, results read back exactly, and a hidden last sheet for the clock
 * and for formulas that stand in no cell. Rows and columns are 0-based here, 1-based in the engine.
 */
import type { CellValue } from '../model/types';
import { createEngineModel, openEngineModel, type EngineModel } from './engine';

export interface EngineResult {
  readonly value: CellValue;
  readonly error?: boolean;
  /** why the engine has no proper answer, in words for a log */
  readonly problem?: string;
}

export interface EngineWorkbook {
  /** references of the clock's cells */
  readonly clock: { readonly today: string; readonly now: string };
  setClock(today: number, now: number): void;
  /** A constant or formula as a person types it in the en-US engine; `''` empties the cell. */
  setInput(sheet: number, row: number, column: number, input: string): void;
  /** Calculates everything. Throws when a chain of formulas is too deep for the engine; it is of no use afterwards. */
  calculate(): void;
  result(sheet: number, row: number, column: number): EngineResult;
  /**
   * Results of formulas that stand in no cell. Each is put into the row it is written for, so that formulas that
   * differ only in their row are one formula for the engine.
   */
  evaluate(inputs: readonly { readonly row: number; readonly input: string }[]): EngineResult[];
  /** True when the formula of this cell fills other cells too. */
  isSpilled(sheet: number, row: number, column: number): boolean;
  /** Inputs so far. The engine remembers every one for its undo, so a long-lived workbook should be made anew at times. */
  readonly inputCount: number;
  /** The engine as it is now, to be opened again: much faster than entering everything once more. */
  toBytes(): Uint8Array;
  dispose(): void;
}

/**
 * The engine gives no numbers out, only formatted text, mostly cut to 15 digits. `@` in a format code that is a date
 * format is the one place where it writes the whole double; what follows the bar is of no interest.
 */
const EXACT_FORMAT = '@"|"s';
const CELL_TYPE = { number: 1, text: 2, boolean: 4, error: 16 } as const;
/** columns that get the exact format in advance; others get it when they are read */
const PREPARED_COLUMNS = 64;
const SHEET_ROWS = 1_048_576;
const CLOCK_ROW = 1;

/** The engine's own error values and what Excel shows in such a cell. */
const ENGINE_ERRORS = new Map<string, EngineResult>([
  ['#ERROR!', { value: '#NAME?', error: true, problem: 'the engine cannot read this formula' }],
  ['#N/IMPL!', { value: '#NAME?', error: true, problem: 'the engine has not implemented this function' }],
  // Excel warns and shows 0.
  ['#CIRC!', { value: 0, problem: 'circular reference' }],
]);

const FUNCTION_CALL = /([A-Za-z][A-Za-z0-9_.]*)\(/g;

/** The engine writes functions that it knows in capitals and leaves others in small letters. */
const unknownFunctions = (content: string): string[] =>
  [...content.replace(/"(?:[^"]|"")*"/g, '""').matchAll(FUNCTION_CALL)].map(([, name = '']) => name).filter((name) => name !== name.toUpperCase());

/** A workbook of the engine with these sheets, ready to give whole numbers out. */
const emptyModel = (names: readonly string[]): EngineModel => {
  const model = createEngineModel();
  // Temporary names first: a sheet may be called as the engine calls its second one.
  names.forEach((_, index) => {
    if (index > 0) model.newSheet();
    model.renameSheet(index, `~${index}`);
  });
  names.forEach((name, index) => {
    model.renameSheet(index, name);
    model.updateRangeStyle({ sheet: index, row: 1, column: 1, width: PREPARED_COLUMNS, height: SHEET_ROWS }, 'num_fmt', EXACT_FORMAT);
  });
  return model;
};

/** Creates an engine workbook with these sheets, all empty; or opens what `toBytes` of one with the same sheets gave. */
export const createEngineWorkbook = (sheetNames: readonly string[], bytes?: Uint8Array): EngineWorkbook => {
  const taken = new Set(sheetNames.map((name) => name.toLowerCase()));
  let scratchName = 'scratch';
  while (taken.has(scratchName)) scratchName += '_';
  const model = bytes === undefined ? emptyModel([...sheetNames, scratchName]) : openEngineModel(bytes);
  const scratch = sheetNames.length;
  let inputCount = 0;

  /** `row` and `column` are the engine's. */
  const enter = (sheet: number, row: number, column: number, input: string): void => {
    inputCount += 1;
    model.setUserInput(sheet, row, column, input);
  };

  const calculate = (): void => {
    try {
      model.evaluate();
    } catch (error) {
      throw new Error('a chain of formulas is too deep for the formula engine', { cause: error });
    }
  };

  const numberAt = (sheet: number, row: number, column: number): number => {
    const read = (): string | undefined => /^(.*)\|-?\d+$/.exec(model.getFormattedCellValue(sheet, row, column))?.[1];
    let text = read();
    if (text === undefined) {
      model.updateRangeStyle({ sheet, row, column, width: 1, height: 1 }, 'num_fmt', EXACT_FORMAT);
      text = read();
    }
    return Number(text) + 0; // no -0
  };

  /** `row` and `column` are the engine's. */
  const resultAt = (sheet: number, row: number, column: number): EngineResult => {
    const type = model.getCellType(sheet, row, column);
    if (type === CELL_TYPE.number) return { value: numberAt(sheet, row, column) };
    const text = model.getFormattedCellValue(sheet, row, column);
    if (type === CELL_TYPE.boolean) return { value: text === 'TRUE' };
    if (type !== CELL_TYPE.error) return { value: text };
    if (text === '#NAME?') {
      const unknown = unknownFunctions(model.getCellContent(sheet, row, column));
      if (unknown.length > 0) return { value: text, error: true, problem: `unknown function ${unknown.join(', ').toUpperCase()}` };
    }
    return ENGINE_ERRORS.get(text) ?? { value: text, error: true };
  };

  return {
    clock: { today: `'${scratchName}'!$A$${CLOCK_ROW}`, now: `'${scratchName}'!$B$${CLOCK_ROW}` },
    setClock: (today, now) => {
      enter(scratch, CLOCK_ROW, 1, String(today));
      enter(scratch, CLOCK_ROW, 2, String(now));
    },
    setInput: (sheet, row, column, input) => enter(sheet, row + 1, column + 1, input),
    calculate,
    result: (sheet, row, column) => resultAt(sheet, row + 1, column + 1),
    evaluate: (inputs) => {
      if (inputs.length === 0) return [];
      const used = new Map<number, number>();
      const places = inputs.map(({ row, input }) => {
        const column = (used.get(row) ?? 2) + 1; // A and B of the first row hold the clock
        used.set(row, column);
        enter(scratch, row + 1, column, input);
        return { row: row + 1, column };
      });
      calculate();
      const results = places.map(({ row, column }) => resultAt(scratch, row, column));
      for (const { row, column } of places) enter(scratch, row, column, '');
      return results;
    },
    isSpilled: (sheet, row, column) => {
      const structure = model.getCellArrayStructure(sheet, row + 1, column + 1);
      return typeof structure === 'object' && 'DynamicAnchor' in structure && structure.DynamicAnchor.some((size) => size > 1);
    },
    get inputCount() {
      return inputCount;
    },
    toBytes: () => model.toBytes(),
    dispose: () => model.free(),
  };
};
