/** Keeps the formula cells of a workbook up to date on the engine. See {@link Calculator}. */
import { intersect } from '../model/address';
import { serialOfIso } from '../model/dates';
import { type Calculator, cellKey, type CellModel, type CellValue, MAX_COLUMNS, type Rect, type SheetModel, type WorkbookModel } from '../model/types';
import { createNameSpace, type NameSpace, nameSpaceKey, toEngineFormula } from './engine-formula';
import { createEngineWorkbook, type EngineResult, type EngineWorkbook } from './engine-workbook';

/** A formula that the engine cannot calculate as Excel would. Its cell shows an error value. */
export interface UnsupportedFormula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** `unknown function AGGREGATE`, `there is no table tblX` … for a log, not for the user */
  readonly reason: string;
}

export interface CalculatorOptions {
  /** today, `YYYY-MM-DD`; asked at every calculation */
  readonly today: () => string;
  /** time of the day for `NOW()`, as a fraction of a day; midnight when absent */
  readonly timeOfDay?: () => number;
  /** Called once for each formula and reason. */
  readonly onUnsupported?: (problem: UnsupportedFormula) => void;
}

export interface Evaluation {
  readonly formula: string;
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
}
export interface EvaluationResult {
  readonly value: CellValue;
  readonly error?: boolean;
}

/** What a calculator knew, for another one of a copy of its workbook. */
export interface CalculatorSnapshot {
  readonly engine: Uint8Array;
  readonly sheets: ReadonlyMap<string, SheetState>;
  readonly clock: string;
}

export interface FormulaCalculator extends Calculator {
  /** What it knows after calculating; undefined before. A calculator made from it compares its workbook and enters only what differs. */
  snapshot(): CalculatorSnapshot | undefined;
  /** Like `evaluate` for many formulas at once: one calculation for all of them. */
  evaluateMany(requests: readonly Evaluation[]): EvaluationResult[];
  /** Gives the engine's memory back. The calculator can be used again; it then starts anew. */
  dispose(): void;
}

/** A constant as the engine takes it. The apostrophe keeps text text: `007`, `=x`, `12%`, `2025-11-11`, `TRUE`. */
const constantInput = ({ value, error }: CellModel): string => {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '#NUM!';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value === '') return '';
  return error === true ? value : `'${value}`;
};

const rowOf = (key: number): number => Math.floor(key / MAX_COLUMNS);
const columnOf = (key: number): number => key % MAX_COLUMNS;

/** Functions that may fill more cells than their own. */
const DYNAMIC = /\b(?:FILTER|SORT|SORTBY|UNIQUE|SEQUENCE|RANDARRAY|TRANSPOSE|FREQUENCY|MMULT|TEXTSPLIT|VSTACK|HSTACK|TOCOL|TOROW|TAKE|DROP|EXPAND|CHOOSECOLS|CHOOSEROWS|WRAPROWS|WRAPCOLS|MAP|SCAN|BYROW|BYCOL|MAKEARRAY)\(/;

/** An engine that has taken this many inputs, and ten times those it needs, is replaced: it forgets none. */
const WORN_OUT = 30_000;

/** What the engine was told about one sheet. */
interface SheetState {
  readonly name: string;
  readonly inputs: Map<number, string>;
  /** cells with formulas; true where the formula may fill other cells too */
  readonly formulas: Map<number, boolean>;
}

interface State {
  readonly engine: EngineWorkbook;
  readonly sheets: Map<string, SheetState>;
  clock: string;
}

const copyOf = (sheets: ReadonlyMap<string, SheetState>): Map<string, SheetState> => new Map([...sheets].map(([id, { name, inputs, formulas }]) => [id, { name, inputs: new Map(inputs), formulas: new Map(formulas) }]));

/**
 * Creates the calculator of a workbook. The engine must be loaded (`loadEngine`). Cheap; the first calculation does the work,
 * much less of it with a snapshot of a calculator of the same workbook.
 */
export const createCalculator = (book: WorkbookModel, options: CalculatorOptions, from?: CalculatorSnapshot): FormulaCalculator => {
  let state: State | undefined = from && { engine: createEngineWorkbook([...from.sheets.values()].map(({ name }) => name), from.engine), sheets: copyOf(from.sheets), clock: from.clock };
  let space: { readonly key: string; readonly names: NameSpace } | undefined;
  let everything = true;
  let changed: { readonly sheet: SheetModel; readonly rect: Rect }[] = [];
  const reported = new Set<string>();
  const evaluated = new Map<string, EvaluationResult>();

  const report = (place: Omit<UnsupportedFormula, 'reason' | 'sheet'> & { readonly sheet: SheetModel }, reason: string): void => {
    const { sheet, row, column, formula } = place;
    const key = `${reason}\n${formula}`;
    if (reported.has(key)) return;
    reported.add(key);
    options.onUnsupported?.({ sheet: sheet.name, row, column, formula, reason });
  };

  /** The engine with the sheets the workbook has now; a new one when a sheet was added, removed, renamed or moved. */
  const currentState = (): State => {
    if (state !== undefined) {
      const same = state.sheets.size === book.sheets.length && [...state.sheets].every(([id, { name }], index) => book.sheets[index]?.id === id && book.sheets[index]?.name === name);
      const needed = [...state.sheets.values()].reduce((sum, { inputs }) => sum + inputs.size, 0);
      if (same && state.engine.inputCount <= WORN_OUT + 10 * needed) return state;
      state.engine.dispose();
    }
    everything = true;
    state = {
      engine: createEngineWorkbook(book.sheets.map(({ name }) => name)),
      sheets: new Map(book.sheets.map(({ id, name }) => [id, { name, inputs: new Map<number, string>(), formulas: new Map<number, boolean>() }])),
      clock: '',
    };
    return state;
  };

  /** What names mean now; with the translations made so far as long as that is what they meant then. */
  const namesNow = ({ engine }: State): NameSpace => {
    const key = `${nameSpaceKey(book)} ${engine.clock.today}`;
    if (space?.key !== key) space = { key, names: createNameSpace(book, engine.clock) };
    return space.names;
  };

  const setClock = (current: State): boolean => {
    const today = serialOfIso(options.today()) ?? 0;
    const now = today + (options.timeOfDay?.() ?? 0);
    const clock = `${today} ${now}`;
    if (clock === current.clock) return false;
    current.clock = clock;
    current.engine.setClock(today, now);
    return true;
  };

  const inputOf = (cell: CellModel | undefined, sheet: SheetModel, key: number, space: NameSpace): string => {
    if (cell === undefined) return '';
    if (cell.formula === undefined) return constantInput(cell);
    const place = { sheet, row: rowOf(key), column: columnOf(key) };
    const { formula, problems } = toEngineFormula(cell.formula, space, place);
    for (const problem of problems) report({ ...place, formula: cell.formula }, problem);
    return formula;
  };

  const pushCell = (current: State, sheet: SheetModel, index: number, key: number, space: NameSpace): boolean => {
    const known = current.sheets.get(sheet.id);
    if (known === undefined) return false;
    const cell = sheet.cells.get(key);
    const input = inputOf(cell, sheet, key, space);
    const same = input === (known.inputs.get(key) ?? '');
    if (cell?.formula === undefined) known.formulas.delete(key);
    else if (!same || !known.formulas.has(key)) known.formulas.set(key, DYNAMIC.test(input));
    if (same) return false;
    current.engine.setInput(index, rowOf(key), columnOf(key), input);
    if (input === '') known.inputs.delete(key);
    else known.inputs.set(key, input);
    return true;
  };

  /** Sends what changed; true when something did. */
  const push = (current: State): boolean => {
    const names = namesNow(current);
    let any = false;
    const pushAll = (sheet: SheetModel, index: number, keys: Iterable<number>): void => {
      for (const key of keys) any = pushCell(current, sheet, index, key, names) || any;
    };
    if (everything) {
      book.sheets.forEach((sheet, index) => {
        pushAll(sheet, index, new Set([...sheet.cells.keys(), ...(current.sheets.get(sheet.id)?.inputs.keys() ?? [])]));
      });
    } else {
      for (const { sheet, rect } of changed) {
        const index = book.sheets.indexOf(sheet);
        const known = current.sheets.get(sheet.id);
        if (index >= 0 && known !== undefined) pushAll(sheet, index, keysIn(rect, sheet, known));
      }
    }
    everything = false;
    changed = [];
    return any;
  };

  const store = (cell: CellModel, { value, error }: EngineResult): void => {
    cell.value = value;
    if (error === true) cell.error = true;
    else delete cell.error;
  };

  const pull = (current: State): void => {
    book.sheets.forEach((sheet, index) => {
      const known = current.sheets.get(sheet.id);
      if (known === undefined) return;
      for (const [key, dynamic] of known.formulas) {
        const cell = sheet.cells.get(key);
        if (cell?.formula === undefined) continue;
        const row = rowOf(key);
        const column = columnOf(key);
        const result = current.engine.result(index, row, column);
        store(cell, result);
        const spilled = dynamic && current.engine.isSpilled(index, row, column);
        const problem = result.problem ?? (spilled ? 'an array result: only its first cell is shown' : undefined);
        if (problem !== undefined) report({ sheet, row, column, formula: cell.formula }, problem);
      }
    });
  };

  const calculate = (): void => {
    const current = currentState();
    const clockChanged = setClock(current);
    if (!clockChanged && !everything && changed.length === 0) return;
    evaluated.clear();
    if (push(current) || clockChanged) current.engine.calculate();
    // Also when the engine knew it all: a formula written over a value, and back, has lost its result.
    pull(current);
  };

  const evaluateMany = (requests: readonly Evaluation[]): EvaluationResult[] => {
    calculate();
    const current = currentState();
    const names = namesNow(current);
    const keyOf = ({ formula, sheet, row, column }: Evaluation): string => `${sheet.id} ${cellKey(row, column)} ${formula}`;
    const open = new Map(requests.filter((request) => !evaluated.has(keyOf(request))).map((request) => [keyOf(request), request]));
    const inputs = [...open.values()].map((request) => {
      const { formula, problems } = toEngineFormula(request.formula, names, { ...request, elsewhere: true });
      for (const problem of problems) report(request, problem);
      return { row: request.row, input: formula };
    });
    const results = current.engine.evaluate(inputs);
    [...open].forEach(([key, request], index) => {
      const result = results[index];
      if (result === undefined) return;
      if (result.problem !== undefined) report(request, result.problem);
      evaluated.set(key, result.error === true ? { value: result.value, error: true } : { value: result.value });
    });
    return requests.map((request) => evaluated.get(keyOf(request)) ?? { value: '#VALUE!', error: true });
  };

  return {
    structureChanged: () => {
      everything = true;
    },
    cellsChanged: (sheet, rect) => {
      changed.push({ sheet, rect });
    },
    calculate,
    evaluate: (formula, sheet, row, column) => evaluateMany([{ formula, sheet, row, column }])[0] ?? { value: '#VALUE!', error: true },
    evaluateMany,
    snapshot: () => state && { engine: state.engine.toBytes(), sheets: copyOf(state.sheets), clock: state.clock },
    dispose: () => {
      state?.engine.dispose();
      state = undefined;
    },
  };
};

/** The keys to look at when a rectangle changed: all of its cells, or, for a large one, those that hold or held something. */
const keysIn = (rect: Rect, sheet: SheetModel, { inputs }: SheetState): Iterable<number> => {
  const count = rect.rowCount * rect.columnCount;
  if (count > sheet.cells.size + inputs.size) {
    const inside = (key: number): boolean => intersect(rect, { row: rowOf(key), column: columnOf(key), rowCount: 1, columnCount: 1 }) !== undefined;
    return new Set([...sheet.cells.keys(), ...inputs.keys()].filter(inside));
  }
  return Array.from({ length: count }, (_, index) => cellKey(rect.row + Math.floor(index / rect.columnCount), rect.column + (index % rect.columnCount)));
};
