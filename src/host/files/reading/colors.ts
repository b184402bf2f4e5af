/** Colours of a file: literal, of the theme, of the old palette. */
import { child, numberAttribute, type XmlElement } from './xml';

/** Office's theme, for files that have none. In the order of `theme="0"` …: background, text, background 2, text 2, accents, links. */
const OFFICE_THEME = ['#FFFFFF', '#000000', '#E7E6E6', '#44546A', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47', '#0563C1', '#954F72'];
/** The theme part lists text before background. */
const THEME_ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];

/** The 64 colours of `indexed="…"` (ECMA-376 part 1, 18.8.27); 64 and 65 are the system's text and background. */
const INDEXED = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** The colours of a theme part. */
export const themeColors = (theme: XmlElement | undefined): readonly string[] => {
  const scheme = child(child(theme, 'themeElements'), 'clrScheme');
  return THEME_ORDER.map((name, index) => {
    const color = child(scheme, name)?.children[0];
    const value = color?.attributes['lastClr'] ?? color?.attributes['val'];
    return value !== undefined && /^[0-9A-Fa-f]{6}$/.test(value) ? `#${value.toUpperCase()}` : (OFFICE_THEME[index] ?? '#000000');
  });
};

/** Lighter (tint > 0, up to 1) or darker, on the lightness of the colour. */
const tinted = (color: string, tint: number): string => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [max, min] = [Math.max(r, g, b), Math.min(r, g, b)];
  const lightness = (max + min) / 2;
  const spread = max - min;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const hue = spread === 0 ? 0 : max === r ? ((g - b) / spread + 6) % 6 : max === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  const light = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * light - 1)) * saturation;
  const second = chroma * (1 - Math.abs((hue % 2) - 1));
  const [x, y, z] = hue < 1 ? [chroma, second, 0] : hue < 2 ? [second, chroma, 0] : hue < 3 ? [0, chroma, second] : hue < 4 ? [0, second, chroma] : hue < 5 ? [second, 0, chroma] : [chroma, 0, second];
  const hex = (part: number): string => Math.round(Math.min(1, Math.max(0, part + light - chroma / 2)) * 255).toString(16).toUpperCase().padStart(2, '0');
  return `#${hex(x)}${hex(y)}${hex(z)}`;
};

/** `#RRGGBB` of a colour element; `undefined` for automatic ones. */
export const readColor = (element: XmlElement | undefined, theme: readonly string[]): string | undefined => {
  if (element === undefined) return undefined;
  const { rgb } = element.attributes;
  const tint = numberAttribute(element, 'tint') ?? 0;
  const base = (): string | undefined => {
    if (rgb !== undefined) return /^(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}$/.test(rgb) ? `#${rgb.slice(-6).toUpperCase()}` : undefined;
    const themed = numberAttribute(element, 'theme');
    if (themed !== undefined) return theme[themed];
    const indexed = numberAttribute(element, 'indexed');
    const known = indexed === undefined ? undefined : INDEXED[indexed];
    return known === undefined ? undefined : `#${known}`;
  };
  const color = base();
  return color === undefined || tint === 0 ? color : tinted(color, tint);
};
