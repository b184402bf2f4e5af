/** Loading of the engine in Node. Apart from `engine.ts`, so that a browser bundle needs no file system. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isEngineLoaded, loadEngineSync } from './engine';

/** Loads the engine from the installed package. Synchronous, about 30 ms; a second call does nothing. */
export const loadEngine = (): void => {
  if (isEngineLoaded()) return;
  loadEngineSync(readFileSync(createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm')));
};
