/** The scale of a value axis: round steps that contain all values, as charts in Excel choose them. */
export interface Scale {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

/** A span below this is none: nobody sees it. */
const SMALLEST = 1e-12;

/**
 * @param values figures to show; none gives 0–1
 * @param limits fixed ends
 * @param ticks about how many steps
 */
export function createScale(values: readonly number[], limits: { readonly minimum?: number | undefined; readonly maximum?: number | undefined } = {}, ticks = 5): Scale {
  const low = limits.minimum ?? Math.min(0, ...values);
  const highest = limits.maximum ?? Math.max(0, ...values);
  const high = highest - low < SMALLEST ? low + 1 : highest;
  const step = roundStep((high - low) / ticks);
  const minimum = limits.minimum ?? floorTo(low, step);
  let maximum = limits.maximum ?? ceilTo(high, step);
  // Leave air over the highest column.
  if (limits.maximum === undefined && high === highest && high > 0 && (maximum - high) / (maximum - minimum) < 0.03) maximum += step;
  return { minimum, maximum, step };
}

/** 1, 2 or 5 times a power of ten, at least `raw`. */
function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= raw * 0.999) ?? 10;
  return factor * power;
}

const floorTo = (value: number, step: number): number => clean(Math.floor(value / step + 1e-9) * step);
const ceilTo = (value: number, step: number): number => clean(Math.ceil(value / step - 1e-9) * step);
/** Without the tail of binary fractions. */
const clean = (value: number): number => Number(value.toPrecision(12));

export function ticksOf({ minimum, maximum, step }: Scale): number[] {
  const count = Math.round((maximum - minimum) / step);
  return Array.from({ length: Math.max(count, 1) + 1 }, (_, index) => clean(minimum + index * step)).filter((tick) => tick <= maximum + step * 1e-9);
}

/** 0 at the minimum, 1 at the maximum. */
export const fractionOf = ({ minimum, maximum }: Scale, value: number): number => (value - minimum) / (maximum - minimum);
