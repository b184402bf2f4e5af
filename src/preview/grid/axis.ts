/**
 * Positions of rows or columns along one axis, in CSS pixels. Items below `offsets.length - 1` have their own size
 * (0 = hidden), all others the default size, so a sheet of a million rows costs no more than its used part.
 */
export interface Axis {
  readonly count: number;
  readonly defaultSize: number;
  /** `offsets[i]` = start of item i; one more entry than own sizes */
  readonly offsets: Float64Array;
}

/** @param sizes pixels of the first items; `count` includes them */
export function createAxis(count: number, defaultSize: number, sizes: ArrayLike<number>): Axis {
  const offsets = new Float64Array(sizes.length + 1);
  for (let index = 0; index < sizes.length; index++) offsets[index + 1] = (offsets[index] ?? 0) + (sizes[index] ?? defaultSize);
  return { count: Math.max(count, sizes.length), defaultSize, offsets };
}

/** Start of item `index`; the end of the axis for `count`. */
export function offsetOf(axis: Axis, index: number): number {
  const own = axis.offsets.length - 1;
  return index <= own ? (axis.offsets[Math.max(index, 0)] ?? 0) : (axis.offsets[own] ?? 0) + (index - own) * axis.defaultSize;
}

export const sizeOf = (axis: Axis, index: number): number => offsetOf(axis, index + 1) - offsetOf(axis, index);

export const lengthOf = (axis: Axis): number => offsetOf(axis, axis.count);

/** The item that covers a pixel; the first or last item outside the axis. Never a hidden item, except on an axis of nothing else. */
export function indexAt(axis: Axis, pixel: number): number {
  const own = axis.offsets.length - 1;
  const ownEnd = axis.offsets[own] ?? 0;
  if (pixel >= ownEnd) return Math.min(own + Math.floor((pixel - ownEnd) / axis.defaultSize), axis.count - 1);
  let low = 0;
  let high = own;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((axis.offsets[middle + 1] ?? 0) <= pixel) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The nearest visible item from `index` in a direction; `index` itself when there is none further. */
export function step(axis: Axis, index: number, by: 1 | -1): number {
  for (let next = index + by; next >= 0 && next < axis.count; next += by) {
    if (sizeOf(axis, next) > 0) return next;
  }
  return index;
}
