import { enUS } from './en-US';
import { zhCN } from './zh-CN';

/** zh-CN is the type, en-US satisfies it: the compiler finds a missing translation (R46). */
export type Messages = typeof zhCN;
export const languages = ['zh-CN', 'en-US'] as const;
export type Language = (typeof languages)[number];

export const messages: Readonly<Record<Language, Messages>> = { 'zh-CN': zhCN, 'en-US': enUS };

/** Language for a locale such as Office's display language: any Chinese is zh-CN, everything else en-US. */
export function languageOf(locale: string | undefined): Language {
  return locale === undefined || /^zh\b/i.test(locale) ? 'zh-CN' : 'en-US';
}
