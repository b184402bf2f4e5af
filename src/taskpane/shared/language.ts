import { languageOf, languages } from '../../i18n';
import type { Language } from '../../i18n';

const key = 'retro.language';

/** The language chosen in the pane before, else that of Excel. Storage may be switched off (private windows): then Excel's. */
export function startLanguage(displayLanguage: string | undefined): Language {
  try {
    const kept = localStorage.getItem(key);
    const known = languages.find((language) => language === kept);
    if (known !== undefined) return known;
  } catch {
    // Storage is blocked: Excel's language decides.
  }
  return languageOf(displayLanguage);
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Storage is blocked: the choice lasts until the pane closes.
  }
}
