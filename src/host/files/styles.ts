/** The styles part: fonts, fills, borders, number formats, and the two lists that refer to them (cell and differential formats). */
import type { BorderEdge, BorderModel, CellFormat, DifferentialFormat } from '../model/types';
import { element, listElement, xmlPart } from './xml';

export const DEFAULT_FONT = { name: 'Calibri', size: 11 } as const;

export interface StyleTable {
  /** Index of a cell format, for `s="…"`; 0 is Excel's default. */
  cellFormat(format: CellFormat | undefined): number;
  /** Index of a differential format, for `dxfId`. */
  differentialFormat(format: DifferentialFormat): number;
  /** The part, with everything asked for so far. */
  part(): string;
}

/** Ids of the number formats every Excel knows; others get ids from 164 on. */
const BUILT_IN_FORMATS = new Map<string, number>([
  ['General', 0],
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['0%', 9],
  ['0.00%', 10],
  ['0.00E+00', 11],
  ['h:mm', 20],
  ['h:mm:ss', 21],
  ['mm:ss', 45],
  ['@', 49],
]);
const FIRST_CUSTOM_FORMAT = 164;

/** `#1F6FEB` → `FF1F6FEB`. */
export const argb = (color: string): string => `FF${color.replace(/^#/, '').toUpperCase()}`;
const colorElement = (name: string, color: string): string => element(name, { rgb: argb(color) });

const fontElement = (format: CellFormat, standard: { readonly name: string; readonly size: number }): string =>
  element('font', {}, [
    format.bold === true ? '<b/>' : '',
    format.italic === true ? '<i/>' : '',
    format.strikethrough === true ? '<strike/>' : '',
    format.underline === undefined ? '' : element('u', format.underline === 'Double' ? { val: 'double' } : {}),
    element('sz', { val: format.fontSize ?? standard.size }),
    format.fontColor === undefined ? '' : colorElement('color', format.fontColor),
    element('name', { val: format.fontName ?? standard.name }),
    element('family', { val: 2 }),
  ]);

const fillElement = (color: string): string => element('fill', {}, element('patternFill', { patternType: 'solid' }, colorElement('fgColor', color) + element('bgColor', { indexed: 64 })));

const borderStyle = ({ style, weight }: BorderModel): string => {
  const heavy = weight === 'Medium' || weight === 'Thick';
  if (style === 'Double') return 'double';
  if (style === 'Dash') return heavy ? 'mediumDashed' : 'dashed';
  if (style === 'Dot') return 'dotted';
  return { Hairline: 'hair', Thin: 'thin', Medium: 'medium', Thick: 'thick' }[weight];
};

const EDGES: readonly (readonly [string, BorderEdge])[] = [
  ['left', 'EdgeLeft'],
  ['right', 'EdgeRight'],
  ['top', 'EdgeTop'],
  ['bottom', 'EdgeBottom'],
];
const borderElement = (borders: CellFormat['borders'] = {}): string =>
  element('border', {}, [
    ...EDGES.map(([name, edge]) => {
      const border = borders[edge];
      return border === undefined || border.style === 'None' ? element(name) : element(name, { style: borderStyle(border) }, colorElement('color', border.color));
    }),
    '<diagonal/>',
  ]);

const HORIZONTAL = {
  General: 'general',
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Fill: 'fill',
  Justify: 'justify',
  CenterAcrossSelection: 'centerContinuous',
  Distributed: 'distributed',
} as const;
const VERTICAL = { Top: 'top', Center: 'center', Bottom: 'bottom', Justify: 'justify', Distributed: 'distributed' } as const;

const alignmentElement = (format: CellFormat): string => {
  const { horizontalAlignment: horizontal, verticalAlignment: vertical, indentLevel, wrapText, shrinkToFit } = format;
  const attributes = {
    horizontal: horizontal === undefined || horizontal === 'General' ? undefined : HORIZONTAL[horizontal],
    vertical: vertical === undefined || vertical === 'Bottom' ? undefined : VERTICAL[vertical],
    wrapText: wrapText === true ? true : undefined,
    indent: indentLevel === undefined || indentLevel === 0 ? undefined : indentLevel,
    shrinkToFit: shrinkToFit === true ? true : undefined,
  };
  return Object.values(attributes).some((value) => value !== undefined) ? element('alignment', attributes) : '';
};

const differentialElement = ({ fill, fontColor, bold, italic, strikethrough }: DifferentialFormat): string => {
  const flag = (name: string, on: boolean | undefined): string => (on === undefined ? '' : element(name, on ? {} : { val: 0 }));
  const font = [flag('b', bold), flag('i', italic), flag('strike', strikethrough), fontColor === undefined ? '' : colorElement('color', fontColor)].filter((part) => part !== '');
  return element('dxf', {}, [
    listElement('font', font),
    // In a differential format the background is the colour that shows.
    fill === undefined ? '' : element('fill', {}, element('patternFill', { patternType: 'solid' }, colorElement('fgColor', fill) + colorElement('bgColor', fill))),
  ]);
};

/** A list in which equal XML has one index. */
const indexedList = (...first: readonly string[]) => {
  const items = new Map(first.map((item, index) => [item, index]));
  return {
    indexOf: (item: string): number => {
      const known = items.get(item);
      if (known !== undefined) return known;
      items.set(item, items.size);
      return items.size - 1;
    },
    list: (name: string): string => element(name, { count: items.size }, [...items.keys()]),
  };
};

/** `standard` is the font of cells that have none of their own. */
export const createStyleTable = (standard: { readonly name: string; readonly size: number } = DEFAULT_FONT): StyleTable => {
  const fonts = indexedList(fontElement({}, standard));
  // Excel expects these two fills first, whatever the file uses.
  const fills = indexedList(element('fill', {}, element('patternFill', { patternType: 'none' })), element('fill', {}, element('patternFill', { patternType: 'gray125' })));
  const borders = indexedList(borderElement());
  const formats = new Map<string, number>();
  const cellFormats = indexedList(element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }));
  const differentials = indexedList();
  const known = new Map<CellFormat, number>();

  const numberFormatId = (code: string): number => {
    const id = BUILT_IN_FORMATS.get(code) ?? formats.get(code);
    if (id !== undefined) return id;
    const next = FIRST_CUSTOM_FORMAT + formats.size;
    formats.set(code, next);
    return next;
  };

  const indexOfFormat = (format: CellFormat): number => {
    const numFmtId = numberFormatId(format.numberFormat ?? 'General');
    const fontId = fonts.indexOf(fontElement(format, standard));
    const fillId = format.fill === undefined ? 0 : fills.indexOf(fillElement(format.fill));
    const borderId = borders.indexOf(borderElement(format.borders));
    const alignment = alignmentElement(format);
    const protection = format.locked === false ? element('protection', { locked: false }) : '';
    const applied = (on: boolean): true | undefined => (on ? true : undefined);
    return cellFormats.indexOf(
      element(
        'xf',
        {
          numFmtId,
          fontId,
          fillId,
          borderId,
          xfId: 0,
          applyNumberFormat: applied(numFmtId !== 0),
          applyFont: applied(fontId !== 0),
          applyFill: applied(fillId !== 0),
          applyBorder: applied(borderId !== 0),
          applyAlignment: applied(alignment !== ''),
          applyProtection: applied(protection !== ''),
        },
        [alignment, protection],
      ),
    );
  };

  return {
    cellFormat: (format) => {
      if (format === undefined) return 0;
      let index = known.get(format);
      if (index === undefined) known.set(format, (index = indexOfFormat(format)));
      return index;
    },
    differentialFormat: (format) => differentials.indexOf(differentialElement(format)),
    part: () =>
      xmlPart(
        element('styleSheet', { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' }, [
          listElement(
            'numFmts',
            [...formats].map(([formatCode, numFmtId]) => element('numFmt', { numFmtId, formatCode })),
            { count: formats.size },
          ),
          fonts.list('fonts'),
          fills.list('fills'),
          borders.list('borders'),
          element('cellStyleXfs', { count: 1 }, element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
          cellFormats.list('cellXfs'),
          element('cellStyles', { count: 1 }, element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
          differentials.list('dxfs'),
          element('tableStyles', { count: 0, defaultTableStyle: 'TableStyleMedium2', defaultPivotStyle: 'PivotStyleLight16' }),
        ]),
      ),
  };
};
