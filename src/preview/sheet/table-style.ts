/**
 * The look of Excel's built-in table styles, as far as a cell shows it: header fill and font, banding, lines.
 * A style name is `TableStyle` + group + number; numbers repeat the seven accents (none, accent 1 … 6) of the Office theme.
 */
import type { TableModel } from '../../host/model/types';

export interface TableCellStyle {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly borderTop?: string;
  readonly borderBottom?: string;
}

const ACCENTS = ['#000000', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'] as const;

interface Palette {
  readonly header: TableCellStyle;
  readonly band: string | undefined;
  readonly body: string | undefined;
  readonly line: string | undefined;
}

/** Mixes a colour with white; 0 keeps it, 1 is white. */
function tint(color: string, amount: number): string {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16);
    return Math.round(value + (255 - value) * amount).toString(16).padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

const palettes = new Map<string, Palette | undefined>();

function paletteOf(style: string): Palette | undefined {
  if (!palettes.has(style)) palettes.set(style, createPalette(style));
  return palettes.get(style);
}

function createPalette(style: string): Palette | undefined {
  const [, group, digits] = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(style) ?? [];
  if (group === undefined || digits === undefined) return undefined;
  const accent = ACCENTS[(Number(digits) - 1) % 7] ?? ACCENTS[0];
  const variant = Math.floor((Number(digits) - 1) / 7);
  const none = accent === ACCENTS[0];
  const light = none ? '#D9D9D9' : tint(accent, 0.8);
  const solid: TableCellStyle = { fill: accent, color: '#FFFFFF', bold: true };
  if (group === 'Light') {
    if (variant === 1) return { header: solid, band: undefined, body: undefined, line: accent };
    return { header: { color: none ? '#000000' : accent, bold: true, borderTop: accent, borderBottom: accent }, band: light, body: undefined, line: variant === 2 ? accent : undefined };
  }
  if (group === 'Medium') {
    if (variant === 1) return { header: solid, band: none ? '#A6A6A6' : tint(accent, 0.6), body: light, line: '#FFFFFF' };
    if (variant === 2) return { header: solid, band: '#D9D9D9', body: undefined, line: undefined };
    if (variant === 3) return { header: { fill: light, color: '#000000', bold: true }, band: none ? '#A6A6A6' : tint(accent, 0.6), body: light, line: accent };
    return { header: solid, band: light, body: undefined, line: none ? '#000000' : tint(accent, 0.4) };
  }
  return { header: { fill: '#000000', color: '#FFFFFF', bold: true }, band: tint(accent, 0.4), body: tint(accent, 0.6), line: undefined };
}

/** What the table adds to a cell; nothing outside a table or for an unknown style. */
export function tableCellStyle(table: TableModel, row: number, column: number): TableCellStyle {
  const palette = paletteOf(table.style);
  if (palette === undefined) return {};
  const line = row - table.range.row;
  const last = table.range.rowCount - 1;
  if (line === 0) return palette.header;
  const bold = (table.highlightFirstColumn && column === table.range.column) || (table.showTotals && line === last);
  const total = table.showTotals && line === last;
  const banded = !total && ((table.showBandedRows && line % 2 === 1) || (table.showBandedColumns && (column - table.range.column) % 2 === 0));
  const fill = banded ? palette.band : palette.body;
  return {
    ...(fill !== undefined && { fill }),
    ...(bold && { bold }),
    ...(palette.line !== undefined && { borderBottom: palette.line }),
    ...(total && { borderTop: palette.line ?? '#000000' }),
  };
}

/** The table that covers a cell. */
export function tableAt(tables: readonly TableModel[], row: number, column: number): TableModel | undefined {
  return tables.find(({ range }) => row >= range.row && row < range.row + range.rowCount && column >= range.column && column < range.column + range.columnCount);
}
