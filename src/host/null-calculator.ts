/** A calculator that calculates nothing: formula cells keep 0. For tests of everything but formulas. */
import type { Calculator } from './model/types';

export const nullCalculator: Calculator = {
  structureChanged() { /* nothing depends on it */ },
  cellsChanged() { /* nothing depends on it */ },
  calculate() { /* formulas stay as they are */ },
  evaluate: () => ({ value: '#NAME?', error: true }),
};
