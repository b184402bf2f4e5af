import { enUS } from './en-US';
import { zhCN } from './zh-CN';

export type Texts = { readonly [K in keyof typeof zhCN]: (typeof zhCN)[K] extends string ? string : (text: string) => string };
export const languages = ['zh-CN', 'en-US'] as const;
export type Language = (typeof languages)[number];
export const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zhCN, 'en-US': enUS };
export const languageNames: Readonly<Record<Language, string>> = { 'zh-CN': '简体中文', 'en-US': 'English' };

/** Any Chinese is zh-CN, everything else en-US. */
export const languageOf = (locale: string): Language => (/^zh\b/i.test(locale) ? 'zh-CN' : 'en-US');
