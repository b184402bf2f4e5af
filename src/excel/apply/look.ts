import type { CellStyle, Tone } from '../../workbook/plan';
import { ACCENT } from '../../workbook/sheets/table-sheet';

/** Fill and font of a state. Contrast at least 4.5:1; the words beside it say the same (R12). */
export const tones: Readonly<Record<Tone, { readonly fill: string; readonly font: string }>> = {
  good: { fill: '#DFF6DD', font: '#0B5A08' },
  near: { fill: '#FFF4CE', font: '#7A4F01' },
  bad: { fill: '#FDE7E9', font: '#A4262C' },
  wait: { fill: '#DEECF9', font: '#004578' },
  muted: { fill: '#F3F2F1', font: '#605E5C' },
};

export const look = {
  font: 'Microsoft YaHei',
  header: { fill: ACCENT, font: '#FFFFFF' },
  /** header of a column that people fill */
  typedHeader: { fill: '#CFE8E8', font: '#083F40' },
} as const;

interface CellLook {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'Left' | 'Right' | 'Center';
  readonly underline?: boolean;
  readonly border?: string;
}

/** How a cell outside the tables looks. */
export const cellLooks: Readonly<Record<CellStyle, CellLook>> = {
  title: { size: 16, bold: true, color: ACCENT },
  guide: { color: '#605E5C' },
  note: { color: '#083F40' },
  heading: { bold: true, color: '#FFFFFF', fill: ACCENT },
  label: { color: '#605E5C', fill: '#F5FAFA', border: '#D2D0CE' },
  value: { bold: true, align: 'Left', border: '#D2D0CE' },
  figure: { bold: true, align: 'Center', border: '#D2D0CE' },
  link: { color: ACCENT, underline: true, border: '#EDEBE9' },
  listHeader: { bold: true, color: '#FFFFFF', fill: ACCENT },
  listItem: { border: '#EDEBE9' },
  plain: { color: '#323130', border: '#EDEBE9' },
  /** speaks of something that is not there yet */
  absent: { color: '#767676', border: '#EDEBE9' },
};

/** Excel's column width in points for a number of characters of the default font (7 px a digit, 5 px padding, 0.75 pt a px). */
export const widthInPoints = (characters: number): number => (characters * 7 + 5) * 0.75;
