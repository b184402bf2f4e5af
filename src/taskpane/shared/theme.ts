import { createDarkTheme, createLightTheme } from '@fluentui/react-components';
import type { BrandVariants, Theme } from '@fluentui/react-components';

/** The product's one accent, a quiet teal; 80 is the accent of the workbook's sheets. */
const brand: BrandVariants = {
  10: '#020d0d', 20: '#062423', 30: '#083838', 40: '#0a4646', 50: '#0b5253', 60: '#0d5e5f', 70: '#0e6566', 80: '#0f6c6d',
  90: '#2b7f80', 100: '#459293', 110: '#5fa5a5', 120: '#79b7b8', 130: '#94c9c9', 140: '#afdada', 150: '#cceaea', 160: '#e4f5f5',
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
