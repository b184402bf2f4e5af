/** Points, and the units a file has instead. */

const PIXELS_PER_POINT = 96 / 72;
/** Width of a digit in Calibri 11, the default font, in pixels. */
const DIGIT_PIXELS = 7;
const EMU_PER_POINT = 12_700;

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Column width: points → characters as a file stores them, padding included. 48 pt → 9.140625 … Excel stores 256ths. */
export const columnWidth = (points: number): number => Math.floor((Math.round(points * PIXELS_PER_POINT) / DIGIT_PIXELS) * 256) / 256;

/** The other way. */
export const columnPoints = (width: number): number => Math.round(width * DIGIT_PIXELS) / PIXELS_PER_POINT;

/** Margins are inches. */
export const inches = (points: number): number => round(points / 72, 6);

/** Drawings count in English metric units. */
export const emu = (points: number): number => Math.round(points * EMU_PER_POINT);
