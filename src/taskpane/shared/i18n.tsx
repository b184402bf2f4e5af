import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { messages } from '../../i18n';
import type { Language, Messages } from '../../i18n';

interface LanguageChoice {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'zh-CN', setLanguage: () => undefined });

export function LanguageProvider({ language, setLanguage, children }: LanguageChoice & { readonly children: ReactNode }) {
  return <LanguageContext.Provider value={{ language, setLanguage }}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

/** The texts in the person's language. */
export function useMessages(): Messages {
  return messages[useLanguage().language];
}
