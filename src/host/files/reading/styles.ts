/** The styles part: cell formats by their index, differential formats by theirs. */
import { shareFormat } from '../../model/formats';
import type { BorderEdge, BorderModel, CellFormat, DifferentialFormat } from '../../model/types';
import { DEFAULT_FONT } from '../styles';
import { readColor } from './colors';
import type { DroppedKind } from './dropped';
import { attribute, child, childrenOf, flag, numberAttribute, type XmlElement } from './xml';

export interface StyleReader {
  /** Format of `s="…"`; `undefined` for Excel's default. */
  cellFormat(index: number): CellFormat | undefined;
  differentialFormat(index: number): DifferentialFormat;
  /** font of cells without a format, when it is not the host's own */
  readonly defaultFont?: { readonly name: string; readonly size: number };
  /** what the formats have that a cell format of the host cannot hold, by index */
  lostOf(index: number): readonly DroppedKind[];
}

/** Number formats that have an id and no code in the file. Those that differ between countries are the Chinese ones. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??',
  14: 'yyyy/m/d', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: 'm-d-yy', 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: 'h"时"mm"分"', 35: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0', 38: '#,##0;[Red]-#,##0', 39: '#,##0.00;-#,##0.00', 40: '#,##0.00;[Red]-#,##0.00', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0', 48: '##0.0E+0', 49: '@',
  50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: 'h"时"mm"分"', 56: 'h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
};

/** Signs that Excel shows without a backslash before them. */
const NEEDLESS_ESCAPE = /\\([-+$¥()/: ])/g;

/** LibreOffice writes `yyyy\-mm\-dd` for `yyyy-mm-dd`; both look the same. Inside quotes nothing is touched. */
const plainCode = (code: string): string => code.split(/("[^"]*")/).map((piece, index) => (index % 2 === 1 ? piece : piece.replace(NEEDLESS_ESCAPE, '$1'))).join('');

const BORDERS: Readonly<Record<string, Pick<BorderModel, 'style' | 'weight'>>> = {
  hair: { style: 'Continuous', weight: 'Hairline' }, thin: { style: 'Continuous', weight: 'Thin' }, medium: { style: 'Continuous', weight: 'Medium' }, thick: { style: 'Continuous', weight: 'Thick' },
  double: { style: 'Double', weight: 'Thick' }, dotted: { style: 'Dot', weight: 'Thin' }, dashed: { style: 'Dash', weight: 'Thin' }, mediumDashed: { style: 'Dash', weight: 'Medium' },
  dashDot: { style: 'Dash', weight: 'Thin' }, dashDotDot: { style: 'Dash', weight: 'Thin' }, mediumDashDot: { style: 'Dash', weight: 'Medium' }, mediumDashDotDot: { style: 'Dash', weight: 'Medium' }, slantDashDot: { style: 'Dash', weight: 'Medium' },
};
const EDGES: readonly (readonly [readonly string[], BorderEdge])[] = [
  [['left', 'start'], 'EdgeLeft'],
  [['right', 'end'], 'EdgeRight'],
  [['top'], 'EdgeTop'],
  [['bottom'], 'EdgeBottom'],
];

const HORIZONTAL = { general: 'General', left: 'Left', center: 'Center', right: 'Right', fill: 'Fill', justify: 'Justify', centerContinuous: 'CenterAcrossSelection', distributed: 'Distributed' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom', justify: 'Justify', distributed: 'Distributed' } as const;
const lookUp = <T>(table: Readonly<Record<string, T>>, key: string | undefined): T | undefined => (key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined);

/** On unless it says otherwise: `<b/>`, `<b val="1"/>`. */
const switchedOn = (element: XmlElement | undefined): boolean | undefined => (element === undefined ? undefined : flag(element, 'val', true));
type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const some = <T extends object>(record: T): Given<T> => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Given<T>;

const readFont = (font: XmlElement | undefined, theme: readonly string[]): CellFormat => {
  const underline = child(font, 'u');
  const kind = underline === undefined ? 'none' : (attribute(underline, 'val') ?? 'single');
  const color = readColor(child(font, 'color'), theme);
  return some({
    bold: switchedOn(child(font, 'b')) === true ? true : undefined,
    italic: switchedOn(child(font, 'i')) === true ? true : undefined,
    strikethrough: switchedOn(child(font, 'strike')) === true ? true : undefined,
    underline: kind === 'none' ? undefined : kind.startsWith('double') ? ('Double' as const) : ('Single' as const),
    fontSize: numberAttribute(child(font, 'sz'), 'val'),
    fontName: attribute(child(font, 'name'), 'val'),
    // black by the theme is what a cell has anyway
    fontColor: color === '#000000' && child(font, 'color')?.attributes['rgb'] === undefined ? undefined : color,
  });
};

const readFill = (fill: XmlElement | undefined, theme: readonly string[]): string | undefined => {
  const pattern = child(fill, 'patternFill');
  const type = attribute(pattern, 'patternType') ?? 'none';
  return type === 'none' ? undefined : (readColor(child(pattern, 'fgColor'), theme) ?? (type === 'solid' ? readColor(child(pattern, 'bgColor'), theme) : undefined));
};

const readBorders = (border: XmlElement | undefined, theme: readonly string[]): CellFormat['borders'] => {
  const edges = EDGES.flatMap(([names, edge]) => {
    const element = names.map((name) => child(border, name)).find((candidate) => candidate !== undefined);
    const line = lookUp(BORDERS, attribute(element, 'style'));
    return line === undefined ? [] : [[edge, { style: line.style, color: readColor(child(element, 'color'), theme) ?? '#000000', weight: line.weight }] as const];
  });
  return edges.length === 0 ? undefined : Object.fromEntries(edges);
};

const readAlignment = (alignment: XmlElement | undefined): CellFormat =>
  some({
    horizontalAlignment: lookUp(HORIZONTAL, attribute(alignment, 'horizontal')) === 'General' ? undefined : lookUp(HORIZONTAL, attribute(alignment, 'horizontal')),
    verticalAlignment: lookUp(VERTICAL, attribute(alignment, 'vertical')) === 'Bottom' ? undefined : lookUp(VERTICAL, attribute(alignment, 'vertical')),
    wrapText: flag(alignment, 'wrapText') ? true : undefined,
    indentLevel: numberAttribute(alignment, 'indent') === 0 ? undefined : numberAttribute(alignment, 'indent'),
    shrinkToFit: flag(alignment, 'shrinkToFit') ? true : undefined,
  });

/** What of a format is not kept. */
const lost = (font: XmlElement | undefined, fill: XmlElement | undefined, border: XmlElement | undefined, xf: XmlElement): DroppedKind[] => {
  const alignment = child(xf, 'alignment');
  const pattern = attribute(child(fill, 'patternFill'), 'patternType') ?? 'none';
  const found: readonly (readonly [DroppedKind, boolean])[] = [
    ['gradient-fill', child(fill, 'gradientFill') !== undefined],
    ['pattern-fill', pattern !== 'none' && pattern !== 'solid'],
    ['diagonal-border', attribute(child(border, 'diagonal'), 'style') !== undefined && attribute(child(border, 'diagonal'), 'style') !== 'none' && (flag(border, 'diagonalUp') || flag(border, 'diagonalDown'))],
    ['text-rotation', (numberAttribute(alignment, 'textRotation') ?? 0) !== 0],
    ['font-position', !['baseline', undefined].includes(attribute(child(font, 'vertAlign'), 'val'))],
    ['hidden-formula', flag(child(xf, 'protection'), 'hidden')],
  ];
  return found.flatMap(([name, on]) => (on ? [name] : []));
};

const readDifferential = (dxf: XmlElement, theme: readonly string[]): DifferentialFormat => {
  const font = child(dxf, 'font');
  const pattern = child(child(dxf, 'fill'), 'patternFill');
  return some({
    fill: readColor(child(pattern, 'bgColor'), theme) ?? readColor(child(pattern, 'fgColor'), theme),
    fontColor: readColor(child(font, 'color'), theme),
    bold: switchedOn(child(font, 'b')),
    italic: switchedOn(child(font, 'i')),
    strikethrough: switchedOn(child(font, 'strike')),
  });
};

export const readStyles = (root: XmlElement | undefined, theme: readonly string[]): StyleReader => {
  const list = (group: string, name: string): readonly XmlElement[] => childrenOf(child(root, group), name);
  const codes = new Map(list('numFmts', 'numFmt').map((format) => [numberAttribute(format, 'numFmtId') ?? -1, plainCode(attribute(format, 'formatCode') ?? 'General')]));
  const fontElements = list('fonts', 'font');
  const fonts = fontElements.map((font) => readFont(font, theme));
  const fillElements = list('fills', 'fill');
  const fills = fillElements.map((fill) => readFill(fill, theme));
  const borderElements = list('borders', 'border');
  const borders = borderElements.map((border) => readBorders(border, theme));
  const xfs = list('cellXfs', 'xf');
  const partOf = <T>(parts: readonly T[], xf: XmlElement | undefined, id: string): T | undefined => parts[numberAttribute(xf, id) ?? 0];
  const standard = partOf(fonts, xfs[0], 'fontId') ?? {};
  const defaultFont = { name: standard.fontName ?? DEFAULT_FONT.name, size: standard.fontSize ?? DEFAULT_FONT.size };

  const made = xfs.map((xf) => {
    const { fontName, fontSize, ...font } = partOf(fonts, xf, 'fontId') ?? {};
    const id = numberAttribute(xf, 'numFmtId') ?? 0;
    const numberFormat = codes.get(id) ?? BUILT_IN[id] ?? 'General';
    const locked = flag(child(xf, 'protection'), 'locked', true);
    return shareFormat(
      some({
        ...font,
        fontName: fontName === defaultFont.name ? undefined : fontName,
        fontSize: fontSize === defaultFont.size ? undefined : fontSize,
        numberFormat: numberFormat === 'General' ? undefined : numberFormat,
        fill: partOf(fills, xf, 'fillId'),
        borders: partOf(borders, xf, 'borderId'),
        ...readAlignment(child(xf, 'alignment')),
        locked: locked ? undefined : false,
      }) as CellFormat,
    );
  });
  const losses = xfs.map((xf) => lost(partOf(fontElements, xf, 'fontId'), partOf(fillElements, xf, 'fillId'), partOf(borderElements, xf, 'borderId'), xf));
  const differentials = list('dxfs', 'dxf').map((dxf) => readDifferential(dxf, theme));
  return {
    cellFormat: (index) => made[index],
    differentialFormat: (index) => differentials[index] ?? {},
    ...(defaultFont.name === DEFAULT_FONT.name && defaultFont.size === DEFAULT_FONT.size ? {} : { defaultFont }),
    lostOf: (index) => losses[index] ?? [],
  };
};
