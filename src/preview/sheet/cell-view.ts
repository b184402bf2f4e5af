/** What one cell looks like on the page: its text and its style, from value, format, table style and conditional formats. */
import type { CSSProperties } from 'react';
import type { ConditionalAppearance, DataBar } from '../../host/calc/conditional-format';
import type { BorderModel, CellFormat, CellModel } from '../../host/model/types';
import { CELL_PADDING, DEFAULT_FONT_SIZE, INDENT, fontFamilyOf, fontSizeOf } from './fonts';
import type { TableCellStyle } from './table-style';

export interface CellView {
  readonly text: string;
  readonly align: 'left' | 'center' | 'right';
  /** numbers and dates: show `####` instead of running into the next cell */
  readonly numeric: boolean;
  readonly wrap: boolean;
  readonly shrink: boolean;
  /** background, borders, position of the text */
  readonly box: CSSProperties;
  /** font */
  readonly font: CSSProperties;
  readonly linked: boolean;
  readonly bar?: DataBar;
}

export interface CellSources {
  /** absent for a cell that has only a table style or an empty rule */
  readonly cell: CellModel | undefined;
  readonly format: CellFormat | undefined;
  readonly display: { readonly text: string; readonly color?: string };
  readonly table: TableCellStyle;
  readonly rule: ConditionalAppearance | undefined;
  readonly linked: boolean;
  /** edges that belong to the neighbours: the top edge of the cell below and the left edge of the cell to the right */
  readonly below: CellFormat | undefined;
  readonly right: CellFormat | undefined;
}

const WEIGHT_PIXELS = { Hairline: 1, Thin: 1, Medium: 2, Thick: 3 } as const;
const LINE_STYLES = { Continuous: 'solid', Dash: 'dashed', Dot: 'dotted', Double: 'double', None: 'none' } as const;
const VERTICAL = { Top: 'flex-start', Center: 'center', Bottom: 'flex-end', Justify: 'flex-start', Distributed: 'center' } as const;
const LINK_COLOR = '#0563C1';

export function cellView(sources: CellSources): CellView {
  const { cell, format, display, table, rule, linked } = sources;
  const numeric = typeof cell?.value === 'number';
  const fill = rule?.format.fill ?? format?.fill ?? table.fill;
  const borders = edges(sources);
  const indent = (format?.indentLevel ?? 0) * INDENT;
  const align = alignment(cell, format);
  return {
    text: display.text,
    align,
    numeric,
    wrap: format?.wrapText === true,
    shrink: format?.shrinkToFit === true,
    box: {
      ...(fill !== undefined && { background: fill }),
      ...borders,
      alignItems: VERTICAL[format?.verticalAlignment ?? 'Bottom'],
      justifyContent: align === 'left' ? 'flex-start' : align === 'right' ? 'flex-end' : 'center',
      paddingLeft: CELL_PADDING + (align === 'left' ? indent : 0),
      paddingRight: CELL_PADDING + (align === 'right' ? indent : 0),
    },
    font: fontStyle(sources),
    linked,
    ...(rule?.dataBar !== undefined && { bar: rule.dataBar }),
  };
}

function alignment(cell: CellModel | undefined, format: CellFormat | undefined): CellView['align'] {
  switch (format?.horizontalAlignment) {
    case 'Left':
    case 'Justify':
    case 'Fill':
      return 'left';
    case 'Right':
      return 'right';
    case 'Center':
    case 'CenterAcrossSelection':
    case 'Distributed':
      return 'center';
    default:
      if (cell?.error || typeof cell?.value === 'boolean') return 'center';
      return typeof cell?.value === 'number' ? 'right' : 'left';
  }
}

function fontStyle({ format, display, table, rule, linked }: CellSources): CSSProperties {
  const color = rule?.format.fontColor ?? display.color ?? format?.fontColor ?? table.color ?? (linked ? LINK_COLOR : undefined);
  const bold = rule?.format.bold ?? format?.bold ?? table.bold;
  const italic = rule?.format.italic ?? format?.italic;
  const underline = format?.underline !== undefined || (linked && format?.fontColor === undefined);
  const decoration = [underline ? 'underline' : '', (rule?.format.strikethrough ?? format?.strikethrough) ? 'line-through' : ''].filter(Boolean).join(' ');
  return {
    ...(format?.fontName !== undefined && { fontFamily: fontFamilyOf(format) }),
    ...((format?.fontSize ?? DEFAULT_FONT_SIZE) !== DEFAULT_FONT_SIZE && { fontSize: fontSizeOf(format) }),
    ...(color !== undefined && { color }),
    ...(bold && { fontWeight: 700 }),
    ...(italic && { fontStyle: 'italic' }),
    ...(decoration !== '' && { textDecoration: decoration }),
    ...(format?.underline === 'Double' && { textDecorationStyle: 'double' }),
  };
}

/** Lines at the bottom and right of the cell; top and left ones are drawn by the neighbours, so no line is drawn twice. */
function edges({ format, table, below, right }: CellSources): CSSProperties {
  const bottom = line(format?.borders?.EdgeBottom) ?? line(below?.borders?.EdgeTop) ?? (table.borderBottom === undefined ? undefined : `1px solid ${table.borderBottom}`);
  const rightLine = line(format?.borders?.EdgeRight) ?? line(right?.borders?.EdgeLeft);
  const top = table.borderTop === undefined ? undefined : `inset 0 1px 0 ${table.borderTop}`;
  return {
    ...(bottom !== undefined && { borderBottom: bottom }),
    ...(rightLine !== undefined && { borderRight: rightLine }),
    ...(top !== undefined && { boxShadow: top }),
  };
}

function line(border: BorderModel | undefined): string | undefined {
  if (border === undefined || border.style === 'None') return undefined;
  const width = border.style === 'Double' ? 3 : WEIGHT_PIXELS[border.weight];
  return `${width}px ${LINE_STYLES[border.style]} ${border.color}`;
}
