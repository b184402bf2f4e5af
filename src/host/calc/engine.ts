/**
 * The formula engine: IronCalc, a WebAssembly module. It is loaded once for all workbooks.
 * In Node use `loadEngine` of `./node`, which finds the module by itself and is synchronous.
 */
import init, { initSync, type InitInput, Model } from '@ironcalc/wasm';

let loaded = false;

/** True once a calculator can be created. */
export const isEngineLoaded = (): boolean => loaded;

/** Loads the engine from the bytes of `wasm_bg.wasm`. A second call does nothing. */
export const loadEngineSync = (bytes: BufferSource): void => {
  if (loaded) return;
  initSync({ module: bytes });
  loaded = true;
};

/**
 * Loads the engine in a browser: from bytes, a response or an address; without any, from the file the bundler put
 * beside the script. A second call does nothing. Rejects when the file cannot be had.
 */
export const loadEngine = async (source?: InitInput | Promise<InitInput>): Promise<void> => {
  if (loaded) return;
  await (source === undefined ? init() : init({ module_or_path: source }));
  loaded = true;
};

/** A new, empty engine workbook with one sheet; calculates only when told to. */
export const createEngineModel = (): Model => {
  if (!loaded) throw new Error('the formula engine is not loaded: call loadEngine() first');
  const model = new Model('host', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  return model;
};

/** An engine workbook as `toBytes` of another one left it, with all results; calculates only when told to. */
export const openEngineModel = (bytes: Uint8Array): Model => {
  if (!loaded) throw new Error('the formula engine is not loaded: call loadEngine() first');
  const model = Model.from_bytes(bytes, 'en');
  model.pauseEvaluation();
  return model;
};

export type EngineModel = Model;
