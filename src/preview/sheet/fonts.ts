/** Fonts and lengths of the sheet: Excel counts in points, the page in CSS pixels. */
import type { CellFormat } from '../../host/model/types';

export const PIXELS_PER_POINT = 96 / 72;
export const pixels = (points: number): number => Math.round(points * PIXELS_PER_POINT);

/** Excel's default size for new workbooks, in points. */
export const DEFAULT_FONT_SIZE = 11;
/** What a cell without a font of its own shows: the default font of Excel where it is installed, else the system's for Chinese. */
export const DEFAULT_FONT = '"Aptos Narrow", Calibri, Carlito, "Microsoft YaHei", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';
/** Height of a line of text as a multiple of the font's size. */
export const LINE_HEIGHT = 1.3;
/** Space between a cell's edge and its text, left and right, in pixels. */
export const CELL_PADDING = 4;
/** Pixels of one indent level. */
export const INDENT = 9;

export const fontSizeOf = (format: CellFormat | undefined): number => (format?.fontSize ?? DEFAULT_FONT_SIZE) * PIXELS_PER_POINT;
export const fontFamilyOf = (format: CellFormat | undefined): string => (format?.fontName === undefined ? DEFAULT_FONT : `${JSON.stringify(format.fontName)}, ${DEFAULT_FONT}`);

/** The CSS `font` shorthand, for measuring. */
export const cssFont = (format: CellFormat | undefined): string =>
  `${format?.italic ? 'italic ' : ''}${format?.bold ? '700 ' : '400 '}${fontSizeOf(format).toFixed(2)}px ${fontFamilyOf(format)}`;
