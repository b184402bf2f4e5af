import { createDarkTheme, createLightTheme } from '@fluentui/react-components';
import type { BrandVariants, Theme } from '@fluentui/react-components';

/** The product's one accent: a quiet ink blue that is none of the state colours. */
const brand: BrandVariants = {
  10: '#03060d', 20: '#0c1a30', 30: '#102a50', 40: '#14386c', 50: '#184480', 60: '#1c4f92', 70: '#215aa4', 80: '#2b66b3',
  90: '#3f76be', 100: '#5486c8', 110: '#6996d1', 120: '#7ea6da', 130: '#94b6e2', 140: '#abc7ea', 150: '#c3d8f2', 160: '#dce9f9',
};

const fonts = { fontFamilyBase: '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans SC", system-ui, sans-serif' };

/** 10 px text is too small for Chinese: nothing in the pane is below 12 px. */
const sizes = { fontSizeBase100: '12px', lineHeightBase100: '18px', lineHeightBase200: '18px' };

export const lightTheme: Theme = { ...createLightTheme(brand), ...fonts, ...sizes };
const dark = createDarkTheme(brand);
export const darkTheme: Theme = { ...dark, ...fonts, ...sizes, colorBrandForeground1: brand[120], colorBrandForeground2: brand[130], colorBrandForegroundLink: brand[120] };

/** What Office tells of its theme; the web tells nothing. */
export interface HostTheme {
  readonly isDarkTheme?: boolean;
  readonly bodyBackgroundColor?: string;
}

/** Dark when Office says so or has a dark background; without an answer the system's wish decides. */
export function isDark(host: HostTheme | undefined, systemWantsDark: boolean): boolean {
  if (host?.isDarkTheme !== undefined) return host.isDarkTheme;
  const colour = /^#?([0-9a-f]{6})$/i.exec(host?.bodyBackgroundColor ?? '')?.[1];
  if (colour === undefined) return systemWantsDark;
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0) < 128;
}
